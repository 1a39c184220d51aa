"""The step bar of a sign-off: what is done, where it stands now, what comes; two steps may stand in either order.

Each disc says its state by shape: tick, halo, outlined number. Only reached steps can be focused and pressed. Below
1180 px of window only the present step keeps its second line; from 175 % text the steps stand under each other.
"""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.paint import box
from assessor_app.gui.theme.style import RING_RADIUS
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.card import Card
from assessor_app.gui.widgets.layouts import clear
from assessor_app.gui.widgets.painted import Painted, note_focus, pen_ready

_DISC = 30
_HALO = 4
_LABEL_AT = 10
_PAD = 18
_GAP = 5
_LINK = 6
_BESIDE = 9
_NARROW = 1180 - 84 - 88
_UPRIGHT = 1.75


class StepState(Enum):
    """The value is the word that is read out."""

    DONE = "done"
    NOW = "now"
    TO_COME = "to come"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step: who or what stands under its title; steps `in_frame` next to each other share the dashed frame."""

    id: str
    title: str
    second: str
    state: StepState
    in_frame: bool = False


class _StepButton(QPushButton):
    def __init__(self, step: Step, number: int, *, shows_second: bool) -> None:
        super().__init__()
        self._step = step
        self._number = number
        self._second = step.second if shows_second else ""
        self._beside = 12 if shows_second else _BESIDE
        reached = step.state is not StepState.TO_COME
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if reached else Qt.FocusPolicy.NoFocus)
        if reached:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAutoDefault(False)
        self.setAccessibleName(f"Step {number}, {step.title}: {step.state.value}")
        self.setAccessibleDescription(step.second)
        self.setToolTip(step.second if not self._second else "")
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty(RING_RADIUS, 9)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        titles = QFontMetricsF(look().font(Role.STRONG)).horizontalAdvance(self._step.title)
        second = QFontMetricsF(look().font(Role.CAPTION_PLAIN)).horizontalAdvance(self._second)
        return QSize(
            round(_HALO + look().px(_DISC) + self._beside + max(titles, second) + 4), look().px(_DISC) + 2 * _HALO + 4
        )

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
        state = self._step.state
        side = look().px(_DISC)
        disc = QRectF(_HALO, (self.height() - side) / 2, side, side)
        if state is StepState.NOW:
            halo = disc.adjusted(-_HALO, -_HALO, _HALO, _HALO)
            box(painter, halo, halo.width() / 2, fill=look().colour(Token.ACCENT_TINT))
            box(painter, disc, side / 2, fill=look().colour(Token.ACCENT))
        elif state is StepState.DONE:
            box(painter, disc, side / 2, fill=look().colour(Token.MET))
        else:
            edge = look().colour(Token.BORDER)
            box(painter, disc, side / 2, fill=look().colour(Token.SURFACE), border=edge, width=1.5)
        if state is StepState.DONE:
            pen = QPen(look().colour(Token.ON_MET), 2.2)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            unit = side / 30
            mark = ((9, 15.5), (13.2, 19.5), (21, 11))
            painter.drawPolyline(QPolygonF([disc.topLeft() + QPointF(x * unit, y * unit) for x, y in mark]))
        else:
            now = state is StepState.NOW
            painter.setFont(look().font(Role.STRONG if now else Role.MEDIUM))
            painter.setPen(look().colour(Token.ON_ACCENT if now else Token.TEXT_2))
            painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(self._number))
        self._paint_words(disc.right() + self._beside)

    def _paint_words(self, x: float) -> None:
        painter = pen_ready(self)
        to_come = self._step.state is StepState.TO_COME
        role = Role.MEDIUM if to_come else Role.STRONG
        title, second = look().line(role), look().line(Role.CAPTION_PLAIN) if self._second else 0
        y = (self.height() - title - second) / 2
        rows = [(self._step.title, role, Token.TEXT_2 if to_come else Token.TEXT, title)]
        if self._second:
            rows.append((self._second, Role.CAPTION_PLAIN, Token.TEXT_3, second))
        for words, kind, colour, line in rows:
            font = look().font(kind)
            metrics = QFontMetricsF(font)
            painter.setFont(font)
            painter.setPen(look().colour(colour))
            painter.drawText(QPointF(x, y + (line - metrics.height()) / 2 + metrics.ascent()), words)
            y += line


class _Link(Painted):
    """The line between two steps."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(_LINK, 2)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        pen_ready(self).fillRect(self.rect(), look().colour(Token.TRACK))


class _Frame(QWidget):
    """The dashed frame around the two that may sign in either order."""

    WORDS = "either order"

    def __init__(self, direction: QBoxLayout.Direction) -> None:
        super().__init__()
        self.row = QBoxLayout(direction, self)
        self.row.setContentsMargins(11, 18, 9, 18)
        self.row.setSpacing(14)
        self.setAccessibleName("Candidate and manager sign in either order")

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = pen_ready(self)
        font = look().font(Role.CAPTION)
        metrics = QFontMetricsF(font)
        area = QRectF(self.rect()).adjusted(0, _LABEL_AT, 0, -_LABEL_AT)
        box(painter, area, 12, border=look().colour(Token.BORDER), dashed=True)
        width = metrics.horizontalAdvance(self.WORDS)
        x = (self.width() - width) / 2
        painter.fillRect(
            QRectF(x - 8, _LABEL_AT - metrics.height() / 2, width + 16, metrics.height()), look().colour(Token.SURFACE)
        )
        painter.setFont(font)
        painter.setPen(look().colour(Token.TEXT_2))
        painter.drawText(QPointF(x, _LABEL_AT - metrics.height() / 2 + metrics.ascent()), self.WORDS)


class StepBar(Card):
    """`opened` gives the id of a reached step that was pressed."""

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padding=(_PAD, 6, _PAD, 6), parent=parent)
        self._steps: tuple[Step, ...] = ()
        self._shape = (False, False)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.setSpacing(14)
        self.body.addLayout(self._line)
        self.setMinimumHeight(92)
        look().changed.connect(self._fill)

    def set_steps(self, steps: tuple[Step, ...]) -> None:
        """Shows these steps."""
        self._steps = steps
        self._fill()

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        if self._wanted_shape() != self._shape:
            self._fill()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(220), super().minimumSizeHint().height())

    def _wanted_shape(self) -> tuple[bool, bool]:
        narrow = self.width() < max(_NARROW * look().scale, self._needed(tuple(s.second for s in self._steps)))
        now = next((s for s in self._steps if s.state is StepState.NOW), None)
        least = self._needed(tuple(s.second if s is now else "" for s in self._steps))
        return narrow, look().scale >= _UPRIGHT or self.width() < least

    def _needed(self, seconds: tuple[str, ...]) -> float:
        """The width that the steps take beside each other with these second lines."""
        titles = QFontMetricsF(look().font(Role.STRONG))
        small = QFontMetricsF(look().font(Role.CAPTION_PLAIN))
        words = (
            max(titles.horizontalAdvance(step.title), small.horizontalAdvance(second))
            for step, second in zip(self._steps, seconds, strict=True)
        )
        count = len(self._steps)
        discs = (_HALO + look().px(_DISC) + _BESIDE + 4) * count
        framed = any(s.in_frame for s in self._steps)
        return sum(words) + discs + (2 * _GAP + _LINK) * (count - 1 - framed) + (34 if framed else 0) + 2 * _PAD

    def _fill(self) -> None:
        self._shape = self._wanted_shape()
        narrow, upright = self._shape
        across = QBoxLayout.Direction.TopToBottom if upright else QBoxLayout.Direction.LeftToRight
        clear(self._line)
        self._line.setDirection(across)
        frame: _Frame | None = None
        self._line.setSpacing(_GAP if narrow else 14)
        now = next((s for s in self._steps if s.state is StepState.NOW), None)
        for number, step in enumerate(self._steps, start=1):
            shows = upright or not narrow or step is now
            button = _StepButton(step, number, shows_second=shows)
            button.clicked.connect(lambda _=False, key=step.id: self.opened.emit(key))
            if step.in_frame and frame is not None:
                frame.row.addWidget(button)
                continue
            if number > 1 and not upright:
                self._line.addWidget(_Link(), 1)
            frame = _Frame(across) if step.in_frame else None
            if frame is not None:
                frame.row.addWidget(button)
                self._line.addWidget(frame)
            else:
                self._line.addWidget(button)
