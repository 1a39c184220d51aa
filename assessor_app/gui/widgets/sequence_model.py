"""A Qt list model over rows that come ready, in their order. Filtering and sorting are done outside."""

from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

Index = QModelIndex | QPersistentModelIndex
_SPOKEN = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)


class Row(Protocol):
    """`shown` is what typing ahead looks for, `spoken` the whole row in words."""

    @property
    def shown(self) -> str: ...
    @property
    def spoken(self) -> str: ...


R = TypeVar("R", bound=Row)


class SequenceModel(QAbstractListModel, Generic[R]):
    """Holds the sequence as it is given; no copy, so 100,000 rows cost nothing."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[R] = ()

    def set_rows(self, rows: Sequence[R]) -> None:
        """Shows other rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def at(self, row: int) -> R:
        """What stands in `row`."""
        return self.rows[row]

    @override
    def rowCount(self, parent: Index = QModelIndex(), /) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole, /) -> str | None:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.shown
        return row.spoken if role in _SPOKEN else None
