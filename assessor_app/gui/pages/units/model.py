"""What the Units page shows: the list at the left and one whole unit at the right."""

from dataclasses import dataclass
from uuid import UUID

from assessor_app.gui.widgets.sequence_model import SequenceModel


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitRow:
    """A unit in the list; `place` (from 0, among all) gives its colour, `doubts` counts what is not certain."""

    id: str
    place: int
    letter: str
    title: str
    detail: str
    doubts: int = 0

    @property
    def shown(self) -> str:
        """What typing ahead looks for."""
        return self.title

    @property
    def spoken(self) -> str:
        """The row in words."""
        doubts = f", {self.doubts} doubts" if self.doubts else ""
        return f"{self.title}, {self.detail}{doubts}"


class UnitsModel(SequenceModel[UnitRow]):
    """The units."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionText:
    """A criterion in the unit's own words; `guidance` and `note` stand beneath it."""

    number: str
    text: str
    guidance: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeText:
    """An outcome with its criteria."""

    number: str
    text: str
    criteria: tuple[CriterionText, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitText:
    """A whole unit. `facts` are pairs of label and value; what a unit does not give is said in words outside.

    `doubts` has a line for each reason, `doubt_count` is of how many places they speak.
    `has_source`: the document that it was read from is kept, and can be shown beside it.
    """

    id: str
    place: int
    letter: str
    title: str
    body: str
    facts: tuple[tuple[str, str], ...]
    outcomes: tuple[OutcomeText, ...]
    notes: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    doubt_count: int = 0
    regime: str = ""
    has_source: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BegunRow:
    """A reading in progress: which documents, and how far the proofing is."""

    id: UUID
    title: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitsContent:
    """The units that match, of how many; the readings in progress; the unit that is open (None when there is none)."""

    units: tuple[UnitRow, ...] = ()
    total: int = 0
    begun: tuple[BegunRow, ...] = ()
    open_unit: UnitText | None = None
