"""What the Sync page shows, with the words ready for the eye."""

from dataclasses import dataclass

from assessor_app.gui.widgets.tag import Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncRow:
    """One item with its state; `reason` is what the centre said where it holds something back."""

    person: str
    unit: int
    letter: str
    title: str
    when: str
    state: str
    icon: str
    tone: Tone
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Archivable:
    """A candidate of whom everything is received (or who is archived already, and can be brought back)."""

    id: str
    name: str
    is_archived: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncContent:
    """`centre` is empty before enrolment; `words` are the ten to read out once a request was written."""

    centre: str = ""
    words: str = ""
    headline: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    size: str = ""
    why_not: str = ""
    waiting: tuple[str, str] = ("", "")
    rows: tuple[SyncRow, ...] = ()
    archive: tuple[Archivable, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LeavingRow:
    """A candidate in the list of what will leave."""

    id: str
    name: str
    detail: str
