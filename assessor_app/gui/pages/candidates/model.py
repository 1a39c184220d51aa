"""The rows of the caseload. They come ready; filtering is done outside (in SQL)."""

from collections.abc import Sequence
from dataclasses import dataclass

from assessor_app.gui.widgets.sequence_model import SequenceModel


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitProgress:
    """A unit in a row: place in the candidate's list, letter, counts."""

    unit: int
    letter: str
    met: int
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidateRow:
    """One candidate; `state` is a short word at the right ("5 gaps"), with `needs_you` as a warning."""

    id: str
    name: str
    detail: str
    units: tuple[UnitProgress, ...] = ()
    state: str = ""
    needs_you: bool = False
    tint: int | None = None

    @property
    def shown(self) -> str:
        """What typing ahead looks for."""
        return self.name

    @property
    def spoken(self) -> str:
        """The row in words."""
        units = ", ".join(f"unit {unit.letter} {unit.met} of {unit.total} met" for unit in self.units)
        return ", ".join(part for part in (self.name, self.detail, units, self.state) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidatesContent:
    """The rows that match, and how many there are in all; `is_first_time` shows the empty state."""

    rows: Sequence[CandidateRow] = ()
    total: int = 0
    is_first_time: bool = False


class CandidatesModel(SequenceModel[CandidateRow]):
    """The caseload."""
