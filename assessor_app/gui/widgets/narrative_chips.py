"""Criterion chips inside a text document: one character each, so that Backspace, Delete and undo treat them as letters.

The character carries the criterion's key in its format; what the chip looks like is looked up when it is painted, so an
undone deletion comes back whole. Refuses to hold widgets.
"""

from functools import lru_cache
from uuid import UUID

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QPainter,
    QPixmap,
    QPyTextObject,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from typing_extensions import override

from assessor_app.domain.evidence import CriterionRef
from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.chip import ChipData, chip_size, paint_chip

CHIP_TYPE = QTextFormat.ObjectTypes.UserObject.value + 1
CHIP_CHARACTER = "\ufffc"
_REF = QTextFormat.Property.UserProperty.value + 1
_LEFT = 2.0
_RIGHT = 4.0
_BELOW = 5.7
LINE_SEPARATOR = "\u2028"


class ChipObject(QPyTextObject):
    """Paints the chips of one document."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.chips: dict[CriterionRef, ChipData] = {}
        self._sizes: dict[str, QSizeF] = {}
        self._pictures: dict[tuple[ChipData, float], QPixmap] = {}

    def forget_sizes(self) -> None:
        """Text size, theme or chips changed."""
        self._sizes.clear()
        self._pictures.clear()

    @override
    def intrinsicSize(self, doc: QTextDocument, posInDocument: int, format: QTextFormat) -> QSizeF:
        key = str(format.property(_REF))
        if key not in self._sizes:
            height = QFontMetricsF(look().font(Role.NARRATIVE)).ascent() - 2
            self._sizes[key] = QSizeF(chip_size(self._chip(format)).width() + _LEFT + _RIGHT, height)
        return self._sizes[key]

    @override
    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,
        posInDocument: int,
        format: QTextFormat,
    ) -> None:
        picture = self._picture(self._chip(format), painter.device().devicePixelRatioF())
        height = picture.height() / picture.devicePixelRatioF()
        top = QRectF(rect).bottom() + look().px(_BELOW) - height
        painter.drawPixmap(QPointF(QRectF(rect).left() + _LEFT, top), picture)

    def _picture(self, chip: ChipData, ratio: float) -> QPixmap:
        """The chip drawn once: a paragraph is painted anew with each key."""
        key = (chip, ratio)
        if key not in self._pictures:
            size = chip_size(chip)
            made = QPixmap(round(size.width() * ratio), round(size.height() * ratio))
            made.setDevicePixelRatio(ratio)
            made.fill(Qt.GlobalColor.transparent)
            painter = QPainter(made)
            paint_chip(painter, QRectF(0, 0, size.width(), size.height()), chip)
            painter.end()
            self._pictures[key] = made
        return self._pictures[key]

    def _chip(self, format: QTextFormat) -> ChipData:
        ref = ref_of(format)
        found = self.chips.get(ref) if ref is not None else None
        return found or ChipData(unit=0, letter="?", number=ref.number if ref else "?")


def chip_format(ref: CriterionRef) -> QTextCharFormat:
    """The format of a chip's character."""
    made = QTextCharFormat()
    made.setObjectType(CHIP_TYPE)
    made.setProperty(_REF, f"{ref.enrolment} {ref.number}")
    made.setFont(look().font(Role.NARRATIVE))
    return made


def ref_of(format: QTextFormat) -> CriterionRef | None:
    """The criterion that a format stands for, or None for text."""
    if format.objectType() != CHIP_TYPE:
        return None
    return _ref(str(format.property(_REF)))


@lru_cache(maxsize=1024)
def _ref(key: str) -> CriterionRef:
    enrolment, _, number = key.partition(" ")
    return CriterionRef(enrolment=UUID(enrolment), number=number)


def refs_in(block: QTextBlock) -> tuple[CriterionRef, ...]:
    """The criteria of a paragraph in the order they stand, each once."""
    if CHIP_CHARACTER not in block.text():
        return ()
    found: list[CriterionRef] = []
    walk = block.begin()
    while not walk.atEnd():
        ref = ref_of(walk.fragment().charFormat())
        if ref is not None:
            found.append(ref)
        walk += 1
    return tuple(dict.fromkeys(found))


def words_in(block: QTextBlock) -> str:
    """The text of a paragraph without its chips."""
    return block.text().replace(CHIP_CHARACTER, "").replace(LINE_SEPARATOR, "\n").strip()


def text_end(block: QTextBlock) -> int:
    """The document position after the words and before the chips at the paragraph's end."""
    return block.position() + len(block.text().rstrip(CHIP_CHARACTER))


def add_chips(cursor: QTextCursor, refs: tuple[CriterionRef, ...], plain: QTextCharFormat) -> None:
    """Puts chips at the end of the cursor's paragraph, after a space."""
    block = cursor.block()
    words = block.text().rstrip(CHIP_CHARACTER)
    if words and not words[-1].isspace():
        cursor.setPosition(text_end(block))
        cursor.insertText(" ", plain)
    cursor.setPosition(block.position() + block.length() - 1)
    for ref in refs:
        cursor.insertText(CHIP_CHARACTER, chip_format(ref))
