"""What the Today page shows, as frozen values with the words ready for the eye."""

from dataclasses import dataclass
from enum import Enum


class RowState(Enum):
    """How a visit stands: done (a tag), now (the page's primary button), to come (a link)."""

    DONE = "done"
    NOW = "now"
    TO_COME = "to come"


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitRow:
    """A visit of today; `words` stand on the tag, the button or the link."""

    id: str
    time: str
    person: str
    where: str
    state: RowState
    words: str
    tint: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Signer:
    """One who signs: "Candidate", "Manager", "You"."""

    who: str
    has_signed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingRow:
    """A sheet that waits for signatures."""

    id: str
    person: str
    unit: int
    letter: str
    unit_title: str
    signers: tuple[Signer, ...]
    action: str


class Mark(Enum):
    """The sign before a reminder."""

    EXPORT = "package"
    RECEIPT = "inbox"
    GAP = "circle-dashed"
    DRAFT = "pen-line"
    TALK = "message-square-quote"
    BACKUP = "save"
    DOUBT = "triangle-alert"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """Something to keep in mind, or to carry on with."""

    id: str
    mark: Mark
    title: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayContent:
    """Everything on the page; `is_first_time` shows the empty state instead."""

    date: str
    visits: tuple[VisitRow, ...] = ()
    waiting: tuple[WaitingRow, ...] = ()
    in_mind: tuple[Reminder, ...] = ()
    carry_on: tuple[Reminder, ...] = ()
    is_first_time: bool = False
    has_sample_data: bool = False
