"""The rows of the criteria tree as a list model: units, outcomes, one line of met numbers, criteria.

Folding is done here by leaving rows out. Refuses to know how a criterion came to its state.
"""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

from assessor_app.domain.evidence import CriterionRef
from assessor_app.gui.widgets.completer import CriterionChoice
from assessor_app.gui.widgets.state_glyph import State

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeBlock:
    """One outcome with its criteria; `in_visit` where this visit is about it."""

    key: str
    number: str
    text: str
    criteria: tuple[CriterionChoice, ...]
    in_visit: bool = True

    @property
    def met(self) -> int:
        """How many are met."""
        return sum(c.state is State.MET for c in self.criteria)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitBlock:
    """One unit of the candidate."""

    position: int
    letter: str
    title: str
    outcomes: tuple[OutcomeBlock, ...]

    @property
    def counts(self) -> str:
        """`9 met, 3 seen of 23`."""
        states = [c.state for o in self.outcomes for c in o.criteria]
        return f"{states.count(State.MET)} met, {states.count(State.SEEN)} seen of {len(states)}"


class RowKind(Enum):
    """What a row is."""

    UNIT = "unit"
    OUTCOME = "outcome"
    MET = "met"
    CRITERION = "criterion"


@dataclass(frozen=True, slots=True, kw_only=True)
class TreeRow:
    """One row; only the parts of its kind are set."""

    kind: RowKind
    unit: UnitBlock | None = None
    outcome: OutcomeBlock | None = None
    choice: CriterionChoice | None = None
    numbers: tuple[CriterionChoice, ...] = ()
    is_open: bool = False
    is_first: bool = False


class CriteriaModel(QAbstractListModel):
    """`folded` and `unrolled` hold keys of outcomes; what is met folds to one line unless it is unrolled."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[TreeRow, ...] = ()
        self.here: frozenset[CriterionRef] = frozenset()
        self.units: tuple[UnitBlock, ...] = ()
        self.everything = False
        self._turned: set[str] = set()
        self._unrolled: set[str] = set()

    def set_units(self, units: tuple[UnitBlock, ...]) -> None:
        """Takes units as they now stand."""
        self.units = units
        self._make()

    def set_everything(self, everything: bool) -> None:
        """All criteria, or only those of this visit."""
        self.everything = everything
        self._make()

    def set_here(self, here: frozenset[CriterionRef]) -> None:
        """The criteria of the present paragraph."""
        if here != self.here:
            self.here = here
            if self.rows:
                self.dataChanged.emit(self.index(0), self.index(len(self.rows) - 1))

    def is_open(self, outcome: OutcomeBlock) -> bool:
        """An outcome is open unless all of it is met; the person can turn that round."""
        natural = outcome.met < len(outcome.criteria)
        return natural is not (outcome.key in self._turned)

    def turn(self, outcome: OutcomeBlock) -> None:
        """Folds or opens an outcome."""
        self._turned ^= {outcome.key}
        self._make()

    def unroll(self, outcome: OutcomeBlock) -> None:
        """Shows met criteria each on its own row, or as one line again."""
        self._unrolled ^= {outcome.key}
        self._make()

    def row_of(self, ref: CriterionRef) -> int:
        """The row of a criterion, or -1 while it is folded."""
        return next((n for n, r in enumerate(self.rows) if r.choice is not None and r.choice.ref == ref), -1)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self.rows[index.row()] if index.isValid() else None
        if row is None or row.kind is RowKind.UNIT:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _spoken(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            if row.choice is not None:
                return f"{row.choice.chip.number}  {row.choice.chip.text}"
            return row.outcome.text if row.kind is RowKind.OUTCOME and row.outcome else None
        return None

    def _make(self) -> None:
        self.beginResetModel()
        rows: list[TreeRow] = []
        for unit in self.units:
            outcomes = [o for o in unit.outcomes if self.everything or o.in_visit]
            if not outcomes:
                continue
            rows.append(TreeRow(kind=RowKind.UNIT, unit=unit, is_first=not rows))
            for outcome in outcomes:
                rows += self._outcome_rows(outcome)
        self.rows = tuple(rows)
        self.endResetModel()

    def _outcome_rows(self, outcome: OutcomeBlock) -> list[TreeRow]:
        is_open = self.is_open(outcome)
        rows = [TreeRow(kind=RowKind.OUTCOME, outcome=outcome, is_open=is_open)]
        if not is_open:
            return rows
        met = tuple(c for c in outcome.criteria if c.state is State.MET)
        unrolled = outcome.key in self._unrolled
        if met:
            rows.append(TreeRow(kind=RowKind.MET, outcome=outcome, numbers=met, is_open=unrolled))
        rows += [
            TreeRow(kind=RowKind.CRITERION, outcome=outcome, choice=c)
            for c in outcome.criteria
            if c.state is not State.MET or unrolled
        ]
        return rows


def _spoken(row: TreeRow) -> str:
    if row.kind is RowKind.UNIT and row.unit is not None:
        return f"{row.unit.title}, {row.unit.counts}"
    if row.kind is RowKind.OUTCOME and row.outcome is not None:
        count = f"{row.outcome.met} of {len(row.outcome.criteria)}"
        return f"Outcome {row.outcome.number}, {row.outcome.text}, {count}, {'open' if row.is_open else 'folded'}"
    if row.kind is RowKind.MET:
        return "Met: " + ", ".join(c.chip.number for c in row.numbers)
    if row.choice is not None:
        return f"{row.choice.chip.letter} {row.choice.chip.number}, {row.choice.state.value}, {row.choice.chip.text}"
    return ""
