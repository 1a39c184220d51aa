"""The timeline of visits, newest first: planned is a dashed ring, now an accent dot with a halo, past a filled dot."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.buttons import Button, Kind, Size
from assessor_app.gui.widgets.chip import ChipData, ChipRow
from assessor_app.gui.widgets.layouts import clear
from assessor_app.gui.widgets.painted import pen_ready
from assessor_app.gui.widgets.text import Text

_NODE_LEFT = 9
_INDENT = 30
_TOP = 8
_LINE = 24


class Moment(Enum):
    """Where an entry lies in time; the value is read out."""

    PLANNED = "planned"
    NOW = "now"
    PAST = "past"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """One visit. `opens` makes the title a link; `action` is a word at the right instead of chips."""

    id: str
    moment: Moment
    when: str
    title: str
    detail: str
    chips: tuple[ChipData, ...] = ()
    action: str = ""
    opens: bool = True


class _Entry(QWidget):
    def __init__(self, entry: TimelineEntry, *, is_last: bool, timeline: "Timeline") -> None:
        super().__init__()
        self._entry = entry
        self._is_last = is_last
        self._timeline = timeline
        line = QHBoxLayout(self)
        line.setContentsMargins(_INDENT, _TOP, 0, 11)
        line.setSpacing(16)
        when = Text(entry.when, Role.SMALL_MEDIUM, Token.TEXT_2, tabular=True)
        when.setMinimumWidth(look().px(84))
        when.setFixedHeight(look().px(_LINE))
        line.addWidget(when, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title())
        words.addWidget(Text(entry.detail, Role.SMALL, Token.TEXT_2, elide=True))
        line.addLayout(words, 1)
        if entry.action:
            button = Button(entry.action, Kind.LINK, size=Size.LINE, flush=True, name=f"{entry.action}: {entry.title}")
            button.clicked.connect(self._on_acted)
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        elif entry.chips:
            line.addWidget(ChipRow(entry.chips), 0, Qt.AlignmentFlag.AlignTop)
        self.setAccessibleName(f"{entry.moment.value}, {entry.when}: {entry.title}")

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = pen_ready(self)
        middle = QPointF(_NODE_LEFT, _TOP + look().px(_LINE) / 2)
        if not self._is_last:
            painter.fillRect(QRectF(8, middle.y() + 12, 2, self.height() - 4), look().colour(Token.TRACK))
        if self._timeline.continues_above(self):
            painter.fillRect(QRectF(8, 0, 2, middle.y() - 12), look().colour(Token.TRACK))
        moment = self._entry.moment
        if moment is Moment.PLANNED:
            pen = QPen(look().colour(Token.BORDER), 2)
            pen.setDashPattern([1.25, 1.1])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            painter.setBrush(look().colour(Token.SURFACE))
            painter.drawEllipse(middle, 6, 6)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        if moment is Moment.NOW:
            painter.setBrush(look().colour(Token.ACCENT_TINT))
            painter.drawEllipse(middle, 8, 8)
        painter.setBrush(look().colour(Token.ACCENT if moment is Moment.NOW else Token.BORDER))
        painter.drawEllipse(middle, 5, 5)

    def _title(self) -> QWidget:
        if not self._entry.opens:
            return Text(self._entry.title, Role.MEDIUM, elide=True)
        return _TitleLink(self._entry, self._timeline)

    def _on_acted(self) -> None:
        self._timeline.acted.emit(self._entry.id)


class _TitleLink(Button):
    def __init__(self, entry: TimelineEntry, timeline: "Timeline") -> None:
        super().__init__(entry.title, Kind.PLAIN_LINK, size=Size.TITLE, flush=True, left=True)
        self.setAccessibleName(f"{entry.title}, {entry.when}, {entry.moment.value}")
        self._id = entry.id
        self._timeline = timeline
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self._timeline.opened.emit(self._id)


class Timeline(QWidget):
    """`opened` and `acted` give the entry's id."""

    opened = Signal(str)
    acted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[TimelineEntry, ...] = ()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        look().changed.connect(self._on_look_changed)

    def set_entries(self, entries: tuple[TimelineEntry, ...]) -> None:
        """Shows these entries, in this order."""
        self._entries = entries
        clear(self._rows)
        for number, entry in enumerate(entries):
            self._rows.addWidget(_Entry(entry, is_last=number == len(entries) - 1, timeline=self))

    def continues_above(self, entry: QWidget) -> bool:
        """Whether the track goes on above `entry`."""
        return self._rows.indexOf(entry) > 0

    def _on_look_changed(self) -> None:
        self.set_entries(self._entries)
