"""What the search shows: hits with the words ready for the eye, as a model for a long list."""

from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


@dataclass(frozen=True, slots=True, kw_only=True)
class HitRow:
    """One hit. `excerpt` is cut into pieces, each with whether it matches."""

    id: str
    icon: str
    title: str
    kind: str
    excerpt: tuple[tuple[str, bool], ...]
    person: str = ""

    @property
    def words(self) -> str:
        """The whole row as it is read out."""
        told = "".join(piece for piece, _ in self.excerpt)
        return ". ".join(part for part in (self.title, self.kind, self.person, told) if part)


def pieces_of(excerpt: str) -> tuple[tuple[str, bool], ...]:
    """The excerpt cut at the marks « and » that the search puts around matches."""
    pieces: list[tuple[str, bool]] = []
    for part in excerpt.replace("\n", " ").split("«"):
        match, mark, rest = part.partition("»")
        if mark:
            pieces.append((match, True))
            part = rest
        if part:
            pieces.append((part, False))
    return tuple(pieces)


class HitsModel(QAbstractListModel):
    """The hits in the order given."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[HitRow, ...] = ()

    def set_rows(self, rows: tuple[HitRow, ...]) -> None:
        """Shows these instead."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def at(self, row: int) -> HitRow:
        """The hit in a row."""
        return self._rows[row]

    @override
    def rowCount(self, parent: Index = _NO_PARENT, /) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole, /) -> str | None:
        if not index.isValid():
            return None
        hit = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return hit.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return hit.words
        return None
