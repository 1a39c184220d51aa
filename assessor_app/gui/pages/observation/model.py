"""What the page of a visit shows beside the visit itself, as frozen values with the words ready for the eye."""

from dataclasses import dataclass
from uuid import UUID

from PySide6.QtGui import QImage

from assessor_app.domain.evidence import CriterionRef
from assessor_app.domain.observations import Observation
from assessor_app.gui.widgets.chip import ChipData
from assessor_app.gui.widgets.completer import CriterionChoice
from assessor_app.gui.widgets.criteria_rows import UnitBlock


@dataclass(frozen=True, slots=True, kw_only=True)
class AskCard:
    """A question to ask before leaving."""

    question: str
    refs: tuple[CriterionRef, ...]
    chips: tuple[ChipData, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceLine:
    """An item of evidence of this visit; `picture` is a thumbnail."""

    id: UUID
    icon: str
    title: str
    detail: str
    picture: QImage | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """What stands beside the text and follows it: criteria with their states, what to ask, what to see, evidence."""

    units: tuple[UnitBlock, ...] = ()
    asks: tuple[AskCard, ...] = ()
    still: tuple[CriterionChoice, ...] = ()
    evidence: tuple[EvidenceLine, ...] = ()

    @property
    def choices(self) -> tuple[CriterionChoice, ...]:
        """All criteria of all units."""
        return tuple(c for u in self.units for o in u.outcomes for c in o.criteria)


@dataclass(frozen=True, slots=True, kw_only=True)
class ObservationContent:
    """A visit as it was last typed. `locked` says why nothing can be changed, `document` which form says so."""

    visit: Observation
    candidate: str
    board: Board
    no_simulation: str = ""
    locked: str = ""
    can_unlock: bool = False
    document: UUID | None = None
