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


_RESTORE = "Keep this vault's folder as it is and restore the latest backup that was made before."
_MEND = "It can be made anew from the records: 'assessor-app vault check --mend'."
_ADVICE: dict[FindingCode, tuple[str, str]] = {
    FindingCode.DATABASE: (
        "What can still be read is not lost.",
        "Close the program, keep the folder, restore the latest backup; without one use 'assessor-app vault salvage'.",
    ),
    FindingCode.TABLE: ("The other tables are as they were.", _RESTORE),
    FindingCode.LAST_WRITES: (
        "Everything up to the last clean close is there.",
        "Look through what you did last; where it is missing, find the folder's file 'vault.db-wal' or do it again.",
    ),
    FindingCode.INDEX: ("Your records are as they were; lists may be slow.", "Restoring the latest backup mends it."),
    FindingCode.TRIGGER: (
        "The records themselves were compared one by one; what differs is named.",
        "Somebody has opened the database with another program. Tell the centre; restore the latest backup.",
    ),
    FindingCode.PROGRESS: ("No record is touched by this.", _MEND),
    FindingCode.SEARCH: ("No record is touched by this.", _MEND),
    FindingCode.DRAFT: ("The record itself is as last saved.", "Open the visit: the unreadable draft is put aside."),
    FindingCode.FILE_MISSING: (
        "The record that names the file is safe.",
        "Copy the folder 'files' from the latest backup into the vault's folder.",
    ),
    FindingCode.KEYS: (
        "The records are safe while this vault is open.",
        "Change the passphrase now in Settings: that writes the key file anew. Then make a backup.",
    ),
}
_OTHERWISE = ("Every record that is not named here is as it was.", _RESTORE)
_LIKE = {
    FindingCode.ENCRYPTION: FindingCode.DATABASE,
    FindingCode.SCHEMA: FindingCode.TRIGGER,
    FindingCode.SCHEMA_ADDED: FindingCode.TRIGGER,
    FindingCode.FILE_CHANGED: FindingCode.FILE_MISSING,
}

CAN_BE_MENDED = frozenset({FindingCode.PROGRESS, FindingCode.SEARCH})  # derived from records, and made anew from them


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that is wrong; `what` names it without names of people."""

    code: FindingCode
    what: str
    safe: str
    advice: str


def finding(code: FindingCode, what: str) -> Finding:
    """A finding with the words that go with its kind."""
    safe, advice = _ADVICE.get(_LIKE.get(code, code), _OTHERWISE)
    return Finding(code=code, what=what, safe=safe, advice=advice)
