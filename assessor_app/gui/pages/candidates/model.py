"""The rows of the caseload and the Qt model over them. Rows come ready; filtering is done outside (in SQL)."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

Index = QModelIndex | QPersistentModelIndex


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


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidatesContent:
    """The rows that match, and how many there are in all; `is_first_time` shows the empty state."""

    rows: Sequence[CandidateRow] = ()
    total: int = 0
    is_first_time: bool = False


class CandidatesModel(QAbstractListModel):
    """Holds the sequence as it is given; no copy, so 100,000 rows cost nothing."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[CandidateRow] = ()

    def set_rows(self, rows: Sequence[CandidateRow]) -> None:
        """Shows other rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def at(self, row: int) -> CandidateRow:
        """The candidate in `row`."""
        return self._rows[row]

    @override
    def rowCount(self, parent: Index = QModelIndex(), /) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole, /) -> str | None:
        if not index.isValid():
            return None
        item = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return item.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            units = ", ".join(f"unit {unit.letter} {unit.met} of {unit.total} met" for unit in item.units)
            return ", ".join(part for part in (item.name, item.detail, units, item.state) if part)
        return None
