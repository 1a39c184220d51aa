"""The rail: the places of the program, daily ones above, the rest below; 84 px, icons alone from 150 % text.

A place that is not built is simply not listed. Refuses to know what a place shows.
"""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.icons import paint_icon
from assessor_app.gui.theme.paint import box
from assessor_app.gui.theme.style import RING_RADIUS
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.app_mark import AppMark
from assessor_app.gui.widgets.painted import note_focus, pen_ready

_WIDTH = 84
_ALONE = 18  # height of a badge where icons stand without words
_NARROW = 64
_PLACE = 59
_ICONS_ALONE_FROM = 1.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One place; `below` puts it into the lower group."""

    id: str
    label: str
    icon: str
    shortcut: str = ""
    below: bool = False


def icons_alone() -> bool:
    """Whether the labels are left out."""
    return look().scale >= _ICONS_ALONE_FROM


class PlaceButton(QPushButton):
    """Icon in a pill, label under it, count as a badge."""

    def __init__(self, place: Place, parent: QWidget) -> None:
        super().__init__(parent)
        self.place = place
        self._count = 0
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setProperty(RING_RADIUS, 7)
        self._name()

    def set_count(self, count: int) -> None:
        """Shows a badge; 0 shows none."""
        self._count = count
        self._name()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        if icons_alone():
            return QSize(_NARROW - 10, 48)
        return QSize(76, look().px(_PLACE))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def focusInEvent(self, event: QFocusEvent, /) -> None:
        note_focus(self, event)
        super().focusInEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = pen_ready(self)
        is_open = self.isChecked()
        alone = icons_alone()
        line = 0 if alone else look().line(Role.CAPTION)
        pill_height = 28 if alone else look().px(28)
        used = pill_height + (3 + line if line else 0)
        top = (self.height() - used) // 2
        pill_width = 44 if alone else look().px(44)
        pill = QRect((self.width() - pill_width) // 2, top, pill_width, pill_height)
        if is_open or self.underMouse():
            fill = Token.ACCENT_TINT if is_open else Token.PRESS
            edge = look().colour(Token.ACCENT) if is_open and look().theme.is_contrast else None
            box(painter, pill, pill_height / 2, fill=look().colour(fill), border=edge, width=2)
        ink = look().colour(Token.ACCENT if is_open else Token.TEXT_2)
        side = look().px(20) if not alone else 24
        paint_icon(
            painter,
            self.place.icon,
            ink,
            pill.left() + (pill_width - side) / 2,
            pill.top() + (pill_height - side) / 2,
            side,
        )
        if not alone:
            painter.setFont(look().font(Role.CAPTION_STRONG if is_open else Role.CAPTION))
            painter.setPen(ink)
            words = QRect(-4, pill.bottom() + 4, self.width() + 8, line)
            painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self.place.label)
        if self._count:
            self._paint_badge(painter)

    def _paint_badge(self, painter: QPainter) -> None:
        font = look().font(Role.BADGE, tabular=True)
        text = str(self._count) if self._count < 100 else "99+"
        side = look().px(16)
        if icons_alone():  # beside an icon that does not grow, the badge must not cover it
            side = _ALONE
            font.setPixelSize(_ALONE - 6)
        width = max(side, QFontMetricsF(font).horizontalAdvance(text) + 8)
        left = self.width() - width if icons_alone() else self.width() / 2 + 9
        area = QRectF(left, 0 if icons_alone() else 8, width, side)
        box(painter, area, side / 2, fill=look().colour(Token.ACCENT))
        painter.setFont(font)
        painter.setPen(look().colour(Token.ON_ACCENT))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)

    def _name(self) -> None:
        label = self.place.label if not self._count else f"{self.place.label}, {self._count}"
        self.setAccessibleName(label)
        self.setToolTip(f"{label}  ({self.place.shortcut})" if self.place.shortcut else label)


class Rail(QWidget):
    """`asked` gives the id of the place the person wants."""

    asked = Signal(str)

    def __init__(self, places: tuple[Place, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Places")
        self._buttons: dict[str, PlaceButton] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 14, 0, 12)
        layout.setSpacing(0)
        middle = Qt.AlignmentFlag.AlignHCenter
        layout.addWidget(AppMark(), 0, middle)
        layout.addSpacing(12)
        for below in (False, True):
            if below:
                layout.addStretch(1)
            for place in places:
                if place.below is below:
                    layout.addWidget(self._add(place), 0, middle)
        self._size()
        look().changed.connect(self._size)

    def set_open(self, place_id: str) -> None:
        """Marks the place that is open; an unknown id marks none."""
        for identity, button in self._buttons.items():
            button.setAutoExclusive(False)
            button.setChecked(identity == place_id)
            button.setAutoExclusive(True)

    def set_count(self, place_id: str, count: int) -> None:
        """Shows a badge at a place."""
        self._buttons[place_id].set_count(count)

    def button(self, place_id: str) -> PlaceButton:
        """The button of a place."""
        return self._buttons[place_id]

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = pen_ready(self)
        painter.fillRect(self.rect(), look().colour(Token.RAIL))
        painter.fillRect(QRect(self.width() - 1, 0, 1, self.height()), look().colour(Token.HAIRLINE))
        for button in self._buttons.values():
            if button.isChecked():
                bar = QRectF(0, button.y() + min(14, button.height() / 4), 3, min(30, button.height() - 12))
                box(painter, bar, 1.5, fill=look().colour(Token.ACCENT))

    def _add(self, place: Place) -> PlaceButton:
        button = PlaceButton(place, self)
        button.clicked.connect(lambda: self._on_pressed(place.id))
        button.toggled.connect(self.update)
        if place.shortcut:
            QShortcut(QKeySequence(place.shortcut), self).activated.connect(lambda: self._on_pressed(place.id))
        self._buttons[place.id] = button
        return button

    def _size(self) -> None:
        self.setFixedWidth(_NARROW if icons_alone() else max(_WIDTH, look().px(_WIDTH) if look().scale > 1.15 else 0))
        for button in self._buttons.values():
            button.updateGeometry()
        self.update()

    def _on_pressed(self, place_id: str) -> None:
        self.set_open(place_id)
        self.asked.emit(place_id)
