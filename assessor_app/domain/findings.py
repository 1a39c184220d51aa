"""What 'Check my data' finds, in words for the person: what is wrong, what is safe, what to do."""

from dataclasses import dataclass
from enum import Enum


class FindingCode(Enum):
    """What kind of damage; stable names without personal data, for logs and diagnostics."""

    DATABASE = "database-damaged"
    ENCRYPTION = "encryption-damaged"
    LAST_WRITES = "last-writes-missing"
    TABLE = "table-missing"
    INDEX = "index-missing"
    TRIGGER = "guard-missing"
    SCHEMA = "structure-changed"
    SCHEMA_ADDED = "structure-added"
    LOG = "event-log-broken"
    LOG_END = "event-log-cut-off"
    LOG_UNREADABLE = "event-unreadable"
    RECORD_CHANGED = "record-changed"
    RECORD_UNLOGGED = "record-not-as-logged"
    RECORD_MISSING = "record-missing"
    RECORD_UNREADABLE = "record-unreadable"
    RECORD_MISPLACED = "record-misplaced"
    PROGRESS = "progress-wrong"
    SEARCH = "search-out-of-step"
    DRAFT = "draft-unreadable"
    FILE_MISSING = "file-missing"
    FILE_CHANGED = "file-changed"
    DEVICE_KEY = "device-key-missing"
    KEYS = "key-file-damaged"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """What is safe, and what to do: in the window, where buttons are named, and on the command line."""

    safe: str
    advice: str
    command: str


def _words(safe: str, advice: str, command: str = "") -> _Words:
    return _Words(safe=safe, advice=advice, command=command or advice)


_KEEP = "Keep this vault's folder as it is"
_RESTORE = f"{_KEEP}. In Settings, under Backup, press Restore beside the latest backup that was made before."
_RESTORE_BY_COMMAND = (
    f"{_KEEP}, and put the latest backup that was made before in its place: 'assessor-app vault restore BACKUP'."
)
_MEND = "Press Make anew: it is built again from the records."
_MEND_BY_COMMAND = "It can be made anew from the records: 'assessor-app vault check --mend'."
_SALVAGE = "without one press Save what can be saved."
_SALVAGE_BY_COMMAND = "without one use 'assessor-app vault salvage'."
_ADVICE: dict[FindingCode, _Words] = {
    FindingCode.DATABASE: _words(
        "What can still be read is not lost.",
        f"{_KEEP}. In Settings, under Backup, press Restore beside the latest backup; {_SALVAGE}",
        f"{_KEEP}. 'assessor-app vault restore BACKUP' puts the latest backup in its place; {_SALVAGE_BY_COMMAND}",
    ),
    FindingCode.TABLE: _words("The other tables are as they were.", _RESTORE, _RESTORE_BY_COMMAND),
    FindingCode.LAST_WRITES: _words(
        "Everything up to the last clean close is there.",
        "Look through what you did last; where it is missing, find the folder's file 'vault.db-wal' or do it again.",
    ),
    FindingCode.INDEX: _words(
        "Your records are as they were; lists may be slow.",
        "Restoring the latest backup mends it: press Restore beside it, in Settings under Backup.",
        "Restoring the latest backup mends it: 'assessor-app vault restore BACKUP'.",
    ),
    FindingCode.TRIGGER: _words(
        "The records themselves were compared one by one; what differs is named.",
        f"Somebody has opened the database with another program. Tell the centre. {_RESTORE}",
        f"Somebody has opened the database with another program. Tell the centre. {_RESTORE_BY_COMMAND}",
    ),
    FindingCode.PROGRESS: _words("No record is touched by this.", _MEND, _MEND_BY_COMMAND),
    FindingCode.SEARCH: _words("No record is touched by this.", _MEND, _MEND_BY_COMMAND),
    FindingCode.DRAFT: _words(
        "The record itself is as last saved.", "Open the visit: the unreadable draft is put aside."
    ),
    FindingCode.FILE_MISSING: _words(
        "The record that names the file is safe.",
        "Copy the folder 'files' from the latest backup into the vault's folder.",
    ),
    FindingCode.KEYS: _words(
        "The records are safe while this vault is open.",
        "Press Change passphrase in Settings now: that writes the key file anew. Then press Back up now.",
        "Change the passphrase in the window, in Settings: that writes the key file anew. Then make a backup: "
        "'assessor-app vault backup FOLDER'.",
    ),
}
_OTHERWISE = _words("Every record that is not named here is as it was.", _RESTORE, _RESTORE_BY_COMMAND)
_LIKE = {
    FindingCode.ENCRYPTION: FindingCode.DATABASE,
    FindingCode.SCHEMA: FindingCode.TRIGGER,
    FindingCode.SCHEMA_ADDED: FindingCode.TRIGGER,
    FindingCode.FILE_CHANGED: FindingCode.FILE_MISSING,
}

PAGES_ARE_LOST = frozenset({FindingCode.DATABASE, FindingCode.ENCRYPTION, FindingCode.TABLE})  # what salvage is for
CAN_BE_MENDED = frozenset({FindingCode.PROGRESS, FindingCode.SEARCH})  # derived from records, and made anew from them


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that is wrong; `what` names it without names of people.

    `advice` names the buttons of the window, `command` says the same for the command line.
    """

    code: FindingCode
    what: str
    safe: str
    advice: str
    command: str


def finding(code: FindingCode, what: str) -> Finding:
    """A finding with the words that go with its kind."""
    words = _ADVICE.get(_LIKE.get(code, code), _OTHERWISE)
    return Finding(code=code, what=what, safe=words.safe, advice=words.advice, command=words.command)
