"""Buttons: primary, secondary, quiet, link; the key shown inside; unavailable with a reason that can be read out.

An unavailable button stays focusable, so that its reason reaches a screen reader; it refuses to be pressed. A page has
at most one primary button: the view sees to that.
"""

from enum import Enum

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPaintEvent,
    QShortcut,
)
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from assessor_app.gui.overriding import override
from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.icons import paint_icon
from assessor_app.gui.theme.paint import box
from assessor_app.gui.theme.style import RING_RADIUS
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.painted import note_focus, pen_ready


class Kind(Enum):
    """How much a button says."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    QUIET = "quiet"
    LINK = "link"
    PLAIN_LINK = "plain link"
    TOAST = "toast"
    DANGER = "danger"


class Size(Enum):
    """Height, side padding, radius, text role."""

    SMALL = (32, 11, 7, Role.SMALL_MEDIUM)
    NORMAL = (36, 14, 7, Role.MEDIUM)
    TALL = (44, 20, 7, Role.MEDIUM)
    FIELD = (46, 20, 7, Role.HEADING)
    BIG = (48, 24, 9, Role.NARRATIVE)
    LINK = (32, 8, 7, Role.MEDIUM)
    LINE = (24, 6, 7, Role.MEDIUM)
    TITLE = (24, 0, 5, Role.MEDIUM)


_FILLS = {
    Kind.PRIMARY: (Token.ACCENT, Token.ACCENT_HOVER, Token.ACCENT_PRESS),
    Kind.SECONDARY: (Token.SURFACE, Token.HOVER, Token.PRESS),
    Kind.DANGER: (Token.SURFACE, Token.DANGER_TINT, Token.DANGER_TINT),
}
_INKS = {
    Kind.PRIMARY: Token.ON_ACCENT,
    Kind.SECONDARY: Token.TEXT,
    Kind.QUIET: Token.TEXT_2,
    Kind.LINK: Token.ACCENT,
    Kind.PLAIN_LINK: Token.TEXT,
    Kind.TOAST: Token.TOAST_LINK,
    Kind.DANGER: Token.DANGER,
}


class Button(QPushButton):
    """A labelled button. `key` is a key sequence in English ("Ctrl+N"); it works in the window and is shown."""

    def __init__(
        self,
        label: str,
        kind: Kind = Kind.SECONDARY,
        *,
        icon: str = "",
        key: str = "",
        shows_key: bool = True,
        size: Size = Size.NORMAL,
        left: bool = False,
        flush: bool = False,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._label = label
        self._kind = kind
        self._icon = icon
        self._size = size
        self._left = left
        self._flush = flush
        self._key = key if shows_key else ""
        self._reason = ""
        self._ink = _INKS[kind]
        self.setText(label.replace("&", "&&"))
        self.setAccessibleName(name or label)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAutoDefault(False)
        self.setProperty(RING_RADIUS, size.value[2] + 2)
        if key:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(self._on_shortcut)
            if not shows_key:
                self.setToolTip(f"{label}  ({key})")
        look().changed.connect(self._on_look_changed)

    @property
    def label(self) -> str:
        """The words on the button."""
        return self._label

    @property
    def is_available(self) -> bool:
        """Whether pressing it does something."""
        return not self._reason and self.isEnabled()

    def set_label(self, label: str) -> None:
        """Takes other words."""
        self._label = label
        self.setText(label.replace("&", "&&"))
        self.setAccessibleName(label)
        self.updateGeometry()

    def set_unavailable(self, reason: str) -> None:
        """An empty reason makes the button available again."""
        self._reason = reason
        self.setAccessibleDescription(reason)
        self.setToolTip(reason)
        self.setCursor(Qt.CursorShape.ArrowCursor if reason else Qt.CursorShape.PointingHandCursor)
        self.update()

    def needed_size(self) -> QSize:
        """The size at which nothing is cut."""
        height, padding, _radius, _role = self._size.value
        padding = 0 if self._flush else 8 if self._kind is Kind.LINK else padding
        width = QFontMetricsF(self._font()).horizontalAdvance(self._label)
        if self._icon:
            width += look().px(17) + (8 if self._label else 0)
        if self._key:
            width += 8 + QFontMetricsF(look().font(Role.CAPTION)).horizontalAdvance(self._key)
        return QSize(max(24, round(width + 0.5) + 2 * padding), look().px(height))

    @override
    def sizeHint(self) -> QSize:
        return self.needed_size()

    @override
    def minimumSizeHint(self) -> QSize:
        return self.needed_size()

    @override
    def hitButton(self, pos: QPoint, /) -> bool:
        return self.is_available and self.rect().contains(pos)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        pressing = event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if pressing and not self.is_available:
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent, /) -> None:
        note_focus(self, event)
        super().focusInEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        if self.is_available:
            super().mousePressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        theme = look()
        _height, padding, radius, _role = self._size.value
        painter = pen_ready(self)
        ink = self._ink
        state = 2 if self.isDown() else 1 if self.underMouse() else 0
        height = min(self.height(), self.needed_size().height())
        area = QRect(0, (self.height() - height) // 2, self.width(), height)
        if not self.is_available:
            ink = Token.TEXT_3
            if self._kind not in (Kind.LINK, Kind.PLAIN_LINK, Kind.TOAST, Kind.QUIET):
                box(
                    painter,
                    area,
                    radius,
                    fill=theme.theme.sunken,
                    border=theme.theme.border,
                    dashed=True,
                )
        elif self._kind in _FILLS:
            edged = self._kind is not Kind.PRIMARY
            edge = theme.colour(Token.DANGER if self._kind is Kind.DANGER else Token.BORDER) if edged else None
            box(painter, area, radius, fill=theme.colour(_FILLS[self._kind][state]), border=edge)
        elif self._kind is not Kind.TOAST and state and not self._flush:
            box(painter, area, radius, fill=theme.colour(Token.PRESS if state == 2 else Token.HOVER))
        metrics = QFontMetricsF(self._font())
        natural = self.needed_size().width()
        inner = 0 if self._flush else 8 if self._kind is Kind.LINK else padding
        x = float(inner if self._left else inner + (self.width() - natural) / 2)
        if self._icon:
            side = theme.px(17)
            paint_icon(painter, self._icon, theme.colour(ink), x, area.center().y() + 0.5 - side / 2, side)
            x += side + 8
        painter.setFont(self._font())
        painter.setPen(theme.colour(ink))
        baseline = area.top() + (height - metrics.height()) / 2 + metrics.ascent()
        painter.drawText(QPointF(x, baseline), self._label)
        if self._kind in (Kind.LINK, Kind.PLAIN_LINK) and self._flush and state:
            painter.drawLine(
                QPointF(x, baseline + 3), QPointF(x + metrics.horizontalAdvance(self._label), baseline + 3)
            )
        if self._key:
            key_font = theme.font(Role.CAPTION)
            key_metrics = QFontMetricsF(key_font)
            advance = key_metrics.horizontalAdvance(self._key)
            end = self.width() - inner if self._left else x + metrics.horizontalAdvance(self._label) + 8 + advance
            painter.setFont(key_font)
            if self._kind not in (Kind.PRIMARY, Kind.TOAST):
                painter.setPen(theme.colour(Token.TEXT_3))
            painter.drawText(QPointF(end - advance, baseline), self._key)

    def _font(self) -> QFont:
        role: Role = self._size.value[3]
        if self._kind in (Kind.PRIMARY, Kind.TOAST) and role is Role.MEDIUM:
            role = Role.STRONG
        if self._kind is Kind.LINK and role is Role.HEADING:
            role = Role.MEDIUM
        return look().font(role)

    def _on_shortcut(self) -> None:
        if self.is_available:
            self.click()

    def _on_look_changed(self) -> None:
        self.updateGeometry()
        self.update()


class FindButton(Button):
    """Looks like an input and opens the palette: "Find or do anything", with its key at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Find or do anything", Kind.SECONDARY, icon="search", left=True, parent=parent)
        self._key = "Ctrl+K"
        self._ink = Token.TEXT_2
        self.setMinimumWidth(240)

    @override
    def _font(self) -> QFont:
        return look().font(Role.BODY)


class IconButton(QPushButton):
    """A square button with an icon alone; the words are its accessible name and its tooltip."""

    def __init__(
        self,
        icon: str,
        name: str,
        *,
        key: str = "",
        side: int = 36,
        glyph: int = 19,
        colour: Token = Token.TEXT_2,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._side = side
        self._glyph = glyph
        self._colour = colour
        self.setAccessibleName(name)
        self.setToolTip(f"{name}  ({key})" if key else name)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        if key:
            QShortcut(QKeySequence(key), self).activated.connect(self.click)
        look().changed.connect(self._on_look_changed)

    def set_icon(self, icon: str, name: str) -> None:
        """Takes another icon and its words."""
        self._icon = icon
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(self._side), look().px(self._side))

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
        if self.isDown() or self.underMouse():
            box(painter, self.rect(), 7, fill=look().colour(Token.PRESS if self.isDown() else Token.HOVER))
        side = look().px(self._glyph)
        paint_icon(
            painter,
            self._icon,
            look().colour(self._colour),
            (self.width() - side) / 2,
            (self.height() - side) / 2,
            side,
        )

    def _on_look_changed(self) -> None:
        self.updateGeometry()
        self.update()
