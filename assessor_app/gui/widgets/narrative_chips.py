"""Criterion chips inside a text document: one character each, so that Backspace, Delete and undo treat them as letters.

The character carries the criterion's key in its format; what the chip looks like is looked up when it is painted, so an
undone deletion comes back whole. Refuses to hold widgets.
"""

from uuid import UUID

from PySide6.QtCore import QObject, QRectF, QSizeF
from PySide6.QtGui import (
    QFontMetricsF,
    QPainter,
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
_SIDE = 3.0
_BELOW = 5.7
LINE_SEPARATOR = "\u2028"


class ChipObject(QPyTextObject):
    """Paints the chips of one document."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.chips: dict[CriterionRef, ChipData] = {}
        self._sizes: dict[str, QSizeF] = {}

    def forget_sizes(self) -> None:
        """The text size changed."""
        self._sizes.clear()

    @override
    def intrinsicSize(self, doc: QTextDocument, posInDocument: int, format: QTextFormat) -> QSizeF:
        key = str(format.property(_REF))
        if key not in self._sizes:
            height = QFontMetricsF(look().font(Role.NARRATIVE)).ascent() - 2
            self._sizes[key] = QSizeF(chip_size(self._chip(format)).width() + 2 * _SIDE, height)
        return self._sizes[key]

    @override
    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF,
        doc: QTextDocument,
        posInDocument: int,
        format: QTextFormat,
    ) -> None:
        chip = self._chip(format)
        size = chip_size(chip)
        top = rect.bottom() + look().px(_BELOW) - size.height()
        paint_chip(painter, QRectF(rect.left() + _SIDE, top, size.width(), size.height()), chip)

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
    enrolment, _, number = str(format.property(_REF)).partition(" ")
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
        walk += 1  # type: ignore[operator, assignment]
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
