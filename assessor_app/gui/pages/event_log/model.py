"""The lines of the event log and the Qt model over them. Lines come ready; filtering is done outside."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True, kw_only=True)
class LogRow:
    """One event: `number` in the log, `when`, `what`, `detail` (who, and which records), `clock` where it stepped."""

    number: str
    when: str
    what: str
    detail: str
    clock: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LogContent:
    """The rows that match, how many there are in all, and whether the log holds: a headline and each fault."""

    rows: Sequence[LogRow] = ()
    total: int = 0
    verdict: str = ""
    faults: tuple[str, ...] = ()


class LogModel(QAbstractListModel):
    """Holds the sequence as it is given; no copy."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[LogRow] = ()

    def set_rows(self, rows: Sequence[LogRow]) -> None:
        """Shows other rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def at(self, row: int) -> LogRow:
        """The event in `row`."""
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
            return item.what
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return ", ".join(part for part in (item.what, item.detail, item.when, item.clock) if part)
        return None
