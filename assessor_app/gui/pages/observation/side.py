"""Beside the text: what to ask before leaving, what is still to see, evidence. Folded, a strip with three counts."""

import itertools

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QImage, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from assessor_app.domain.evidence import CriterionRef
from assessor_app.gui.pages.observation.model import AskCard, Board, EvidenceLine
from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.icons import paint_icon
from assessor_app.gui.theme.paint import box
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.buttons import Button, Kind, Size
from assessor_app.gui.widgets.chip import Chip
from assessor_app.gui.widgets.chips_line import ChipsLine
from assessor_app.gui.widgets.clickable import Clickable
from assessor_app.gui.widgets.completer import CriterionChoice
from assessor_app.gui.widgets.icon_view import IconView
from assessor_app.gui.widgets.key_button import KeyButton
from assessor_app.gui.widgets.layouts import TOP, clear, column, row
from assessor_app.gui.widgets.page import ScrollColumn
from assessor_app.gui.widgets.painted import Painted, note_focus, pen_ready
from assessor_app.gui.widgets.text import Text

STRIP = 56
_EVIDENCE = 2
_ICONS = (
    ("message-circle-question-mark", "to ask", Token.ASK),
    ("eye", "still to see", Token.TEXT_2),
    ("paperclip", "evidence", Token.TEXT_2),
)


class _Heading(QWidget):
    def __init__(self, icon: str, words: str, colour: Token, action: Button | None = None) -> None:
        super().__init__()
        self._count = Text("0", Role.SMALL_MEDIUM, Token.TEXT_3, tabular=True)
        parts = row(IconView(icon, 18, colour), Text(words, Role.HEADING), self._count, None, spacing=8)
        parts.setContentsMargins(0, 0, 0, 8)
        if action is not None:
            parts.addWidget(action)
        self.setLayout(parts)

    def set_count(self, count: int) -> None:
        self._count.setText(str(count))


class _Ask(QWidget):
    """A question on the tint of its state."""

    asked = Signal()

    def __init__(self, card: AskCard) -> None:
        super().__init__()
        now = KeyButton("Ask now", Kind.LINK, size=Size.LINE, flush=True, name=f"Ask now: {card.question}")
        now.set_ink(Token.ASK)
        now.clicked.connect(self.asked)
        foot = row(ChipsLine(card.chips), now, spacing=6)
        foot.setStretch(0, 1)
        words = Text(f"“{card.question}”", Role.SMALL, wrap=True)
        self.setLayout(column(words, foot, spacing=6, margins=(13, 10, 13, 8)))
        look().changed.connect(self.update)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        edge = look().colour(Token.ASK) if look().theme.is_contrast else None
        box(pen_ready(self), self.rect(), 9, fill=look().colour(Token.ASK_TINT), border=edge)


class Thumb(Painted):
    """A picture in a rounded square, or an icon."""

    def __init__(self, icon: str, picture: QImage | None) -> None:
        super().__init__()
        self._icon = icon
        self._pixmap = QPixmap.fromImage(picture) if picture is not None else None

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(44), look().px(44))

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = pen_ready(self)
        if self._pixmap is not None:
            shape = QPainterPath()
            shape.addRoundedRect(QRectF(self.rect()), 8, 8)
            painter.setClipPath(shape)
            painter.drawPixmap(self.rect(), self._pixmap)
            return
        box(painter, self.rect(), 8, fill=look().colour(Token.SUNKEN), border=look().colour(Token.HAIRLINE))
        side = look().px(20)
        spot = (self.width() - side) / 2
        paint_icon(painter, self._icon, look().colour(Token.TEXT_2), spot, spot, side)


class SidePanel(QWidget):
    """`ask_now` gives the card, `opened` an item of evidence, `chosen` a criterion that is still to see."""

    ask_now = Signal(AskCard)
    chosen = Signal(CriterionRef)
    opened = Signal(EvidenceLine)
    add_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Board | None = None
        add = Button("Add", Kind.LINK, size=Size.LINE, flush=True, name="Add evidence", key="Ctrl+E", shows_key=False)
        add.clicked.connect(self.add_asked)
        self._add = add
        self._heads = (
            _Heading("message-circle-question-mark", "Ask before you leave", Token.ASK),
            _Heading("eye", "Still to see", Token.TEXT_2),
            _Heading("paperclip", "Evidence", Token.TEXT_2, add),
        )
        self._bodies = tuple(QVBoxLayout() for _ in self._heads)
        scroll = ScrollColumn()
        parts = QVBoxLayout(scroll.content)
        parts.setContentsMargins(20, 18, 20, 18)
        parts.setSpacing(0)
        for number, (head, body) in enumerate(zip(self._heads, self._bodies, strict=True)):
            if number:
                parts.addSpacing(22)
            body.setSpacing(8 if not number else 0)
            parts.addWidget(head)
            parts.addLayout(body)
        parts.addStretch(1)
        self._scroll = scroll
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 0, 0, 0)
        layout.addWidget(scroll)
        look().changed.connect(self.update)

    def set_board(self, board: Board) -> None:
        """Shows what changed; the rest is left alone, and with it the focus."""
        before = self._shown
        self._shown = board
        if before is None or before.asks != board.asks:
            self._fill(0, [self._ask(card) for card in board.asks], "No question is noted. A on a criterion notes one.")
        if before is None or before.still != board.still:
            self._fill(1, [self._to_see(choice) for choice in board.still], "Every criterion of this visit was seen.")
        if before is None or before.evidence != board.evidence:
            self._fill(2, [self._item(line) for line in board.evidence], "No file or document on this visit yet.")
        for head, count in zip(self._heads, (len(board.asks), len(board.still), len(board.evidence)), strict=True):
            head.set_count(count)
        buttons = self._buttons()
        for before_it, button in itertools.pairwise(buttons):
            QWidget.setTabOrder(before_it, button)

    def focus_first(self) -> None:
        """The keyboard goes to the first thing that can be done here."""
        buttons = self._buttons()
        if buttons:
            buttons[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _buttons(self) -> list[QPushButton]:
        """What can be pressed, in reading order."""
        found: list[QPushButton] = []
        for number, body in enumerate(self._bodies):
            if number == _EVIDENCE:
                found.append(self._add)
            for place in range(body.count()):
                item = body.itemAt(place)
                widget = item.widget() if item is not None else None
                if isinstance(widget, QPushButton):
                    found.append(widget)
                elif widget is not None:
                    found += widget.findChildren(QPushButton)
        return found

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = pen_ready(self)
        painter.fillRect(self.rect(), look().colour(Token.WINDOW))
        painter.fillRect(0, 0, 1, self.height(), look().colour(Token.HAIRLINE))

    def _fill(self, number: int, widgets: list[QWidget], nothing: str) -> None:
        clear(self._bodies[number])
        for widget in widgets or [Text(nothing, Role.SMALL, Token.TEXT_2, wrap=True)]:
            self._bodies[number].addWidget(widget)

    def _ask(self, card: AskCard) -> QWidget:
        widget = _Ask(card)
        widget.asked.connect(lambda: self.ask_now.emit(card))
        return widget

    def _to_see(self, choice: CriterionChoice) -> QWidget:
        text = Text(choice.chip.text, Role.SMALL, wrap=True)
        parts = row(spacing=10, margins=(0, 6, 0, 6))
        parts.addWidget(Chip(choice.chip), 0, TOP)
        parts.addWidget(text, 1)
        button = Clickable(
            parts, f"{choice.chip.letter} {choice.chip.number}, still to see", description=choice.chip.text
        )
        button.clicked.connect(lambda: self.chosen.emit(choice.ref))
        return button

    def _item(self, line: EvidenceLine) -> QWidget:
        words = column(
            Text(line.title, Role.SMALL_MEDIUM, elide=True),
            Text(line.detail, Role.CAPTION_PLAIN, Token.TEXT_3, elide=True),
        )
        parts = row(Thumb(line.icon, line.picture), words, spacing=12, margins=(0, 6, 0, 6))
        parts.setStretch(1, 1)
        button = Clickable(parts, line.title, description=line.detail)
        button.clicked.connect(lambda: self.opened.emit(line))
        return button


class SideStrip(QPushButton):
    """Three counts; pressing it, or F6, opens the panel over the text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts = (0, 0, 0)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setToolTip("Ask, still to see, evidence  (F6)")
        self.set_board(Board())

    def set_board(self, board: Board) -> None:
        """Shows the counts."""
        self._counts = (len(board.asks), len(board.still), len(board.evidence))
        words = [f"{count} {word}" for count, (_i, word, _c) in zip(self._counts, _ICONS, strict=True)]
        self.setAccessibleName(", ".join(words))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(STRIP), look().px(200))

    @override
    def focusInEvent(self, event: QFocusEvent, /) -> None:
        note_focus(self, event)
        super().focusInEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = pen_ready(self)
        fill = Token.PRESS if self.isDown() else Token.HOVER if self.underMouse() else Token.WINDOW
        painter.fillRect(self.rect(), look().colour(fill))
        painter.fillRect(0, 0, 1, self.height(), look().colour(Token.HAIRLINE))
        side, y = look().px(20), look().px(20)
        for (icon, _word, colour), count in zip(_ICONS, self._counts, strict=True):
            paint_icon(painter, icon, look().colour(colour), (self.width() - side) / 2, y, side)
            painter.setFont(look().font(Role.CAPTION_STRONG, tabular=True))
            painter.setPen(look().colour(Token.TEXT_2))
            area = QRectF(0, y + side + 2, self.width(), look().px(18))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, str(count))
            y += look().px(60)
