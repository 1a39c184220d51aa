"""Erasing a person from a vault: why, what would go, and what was done.

UK GDPR article 17 gives the right; design.md section 3 and promises.md rows 10 and 13 say how far it reaches. What
stays is the event log's own row: when it was done and why, with ids and hashes and no word about the person.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from assessor_app.domain.events import Event

_VERB = "erase candidate"
ERASED_FROM_COPY = f"{_VERB}: in a copy"  # the same again in a backup, or in a vault that came back from one
NOT_BEGUN = "erasure-not-begun"  # the code of the error where nobody was erased
VERB_STEM = f'"verb":"{_VERB}'  # how such a row can be told by its canonical JSON


class EraseReason(Enum):
    """Why a person is erased; the value is how it is written in a command."""

    ASKED = "asked"
    KEPT_LONG_ENOUGH = "kept-long-enough"
    MISTAKE = "mistake"

    @property
    def verb(self) -> str:
        """The event's verb."""
        return f"{_VERB}: {self.value}"


def erased_candidates(events: Iterable[Event]) -> frozenset[str]:
    """The ids of everybody whom these events erased."""
    return frozenset(
        touched.id
        for event in events
        if event.verb.startswith(_VERB)
        for touched in event.touched
        if touched.kind == "candidate" and not touched.sha256
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class UnreachedCopy:
    """A backup or an older vault that holds the person and could not be rewritten. `made` is None where unknown."""

    where: str
    made: datetime | None
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Copies:
    """Copies of a vault that hold a person: how many can be rewritten, and which cannot."""

    number: int = 0
    unreached: tuple[UnreachedCopy, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Holdings:
    """What a vault holds of one candidate: numbers by kind of record, and the hashes of the files that they name."""

    records: tuple[tuple[str, int], ...]
    files: frozenset[str]
    was_exported: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Erasable:
    """What erasing a candidate would take, read before anything is done.

    `records` are counts by kind of record; `files` and `size` (bytes) are what only this candidate has. `sealed_on` is
    the day of the newest sealed sheet, `not_received` how many records no receipt has acknowledged, `named_elsewhere`
    in how many records of others the name is found, `bodies` the awarding bodies of sealed sheets.
    """

    name: str
    records: tuple[tuple[str, int], ...]
    files: int
    size: int
    sealed_on: date | None
    bodies: tuple[str, ...]
    not_received: int
    was_exported: bool
    named_elsewhere: int
    copies: int
    unreached: tuple[UnreachedCopy, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Erased:
    """What was erased: records here, files here, copies rewritten, and copies that could not be reached."""

    records: int
    files: int
    copies: int
    unreached: tuple[UnreachedCopy, ...]
