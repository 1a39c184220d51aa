"""What the page of a unit shows, as frozen values with the words ready for the eye."""

from dataclasses import dataclass
from uuid import UUID

from assessor_app.domain.judging import Judgement
from assessor_app.gui.widgets.completer import CriterionChoice
from assessor_app.gui.widgets.evidence_grid import GridContent
from assessor_app.gui.widgets.state_glyph import State


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionLine:
    """One decision of a criterion's history."""

    state: State
    when: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionDetail:
    """One criterion with what was decided on it, newest first."""

    choice: CriterionChoice
    decisions: tuple[DecisionLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitRecordContent:
    """A unit as it stands. `locked` says why nothing can be changed; `document` is the sheet that says so."""

    title: str
    second: str
    position: int
    letter: str
    grid: GridContent
    criteria: tuple[CriterionDetail, ...]
    judgement: Judgement
    asks_regime: bool = False
    is_checklist: bool = False
    expired: str = ""
    owner_is_candidate: bool = False
    regime: str = ""
    locked: str = ""
    can_unlock: bool = False
    document: UUID | None = None
