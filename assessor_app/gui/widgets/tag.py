"""The tag pill: icon and word on a tint; it says a state and does nothing."""

from enum import Enum

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.icons import paint_icon
from assessor_app.gui.theme.paint import box
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.painted import pen_ready


class Tone(Enum):
    """What a tag means: tint and text colour."""

    MET = (Token.MET_TINT, Token.MET)
    NOT_YET = (Token.NOTYET_TINT, Token.NOTYET)
    ASK = (Token.ASK_TINT, Token.ASK)
    PLAIN = (Token.SUNKEN, Token.TEXT_2)
    ACCENT = (Token.ACCENT_TINT, Token.ACCENT)
    DANGER = (Token.DANGER_TINT, Token.DANGER)


def tag_size(word: str, icon: str) -> QSize:
    """The size of a tag."""
    width = QFontMetricsF(look().font(Role.TAG)).horizontalAdvance(word) + 18
    if icon:
        width += look().px(15) + 6
    return QSize(round(width + 0.5), look().px(24))


def paint_tag(painter: QPainter, rect: QRect, word: str, icon: str, tone: Tone) -> None:
    """Paints the tag into `rect`, which has the size given by `tag_size`."""
    fill, ink = tone.value
    edge = look().colour(ink) if look().theme.is_contrast else None
    box(painter, rect, rect.height() / 2, fill=look().colour(fill), border=edge)
    x = rect.left() + 9.0
    if icon:
        side = look().px(15)
        paint_icon(painter, icon, look().colour(ink), x, rect.top() + (rect.height() - side) / 2, side)
        x += side + 6
    font = look().font(Role.TAG)
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    painter.setPen(look().colour(ink))
    painter.drawText(QPointF(x, rect.top() + (rect.height() - metrics.height()) / 2 + metrics.ascent()), word)


class Tag(QLabel):
    """The tag as a widget."""

    def __init__(self, word: str, tone: Tone = Tone.PLAIN, *, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._tone = tone
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(word)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look().changed.connect(self._on_look_changed)

    def set_tag(self, word: str, tone: Tone, icon: str = "") -> None:
        """Shows another word and meaning."""
        self._tone, self._icon = tone, icon
        self.setText(word)
        self._on_look_changed()

    @override
    def sizeHint(self) -> QSize:
        return tag_size(self.text(), self._icon)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        paint_tag(pen_ready(self), self.rect(), self.text(), self._icon, self._tone)

    def _on_look_changed(self) -> None:
        self.updateGeometry()
        self.update()
