"""The rows of the result as a list model."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

from assessor_app.gui.pages.unit_proof.model import ProofRow, Spot

Index = QModelIndex | QPersistentModelIndex


class RowsModel(QAbstractListModel):
    """What was found, row by row."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[ProofRow, ...] = ()

    def set_rows(self, rows: tuple[ProofRow, ...]) -> None:
        """Shows other rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def row_at(self, spot: Spot) -> int:
        """The row of that place; where it is gone, of what stands there now; else -1."""
        exact = next((n for n, r in enumerate(self.rows) if r.spot == spot), -1)
        if exact >= 0:
            return exact
        return next((n for n, r in enumerate(self.rows) if r.spot.outcome == spot.outcome >= 0), -1)

    def next_doubt(self, start: int, *, step: int) -> int:
        """The next row with a doubt from `start` (going round), or -1 where there is none."""
        size = len(self.rows)
        order = [(start + step * n) % size for n in range(1, size + 1)] if size else []
        return next((n for n in order if self.rows[n].doubts), -1)

    @override
    def rowCount(self, parent: Index = QModelIndex(), /) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole, /) -> str | None:
        if index.isValid() and role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.rows[index.row()].spoken
        return None
