"""A choice from a list, with a label."""

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QListView, QSizePolicy, QWidget
from typing_extensions import override

from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.icons import paint_icon
from assessor_app.gui.theme.paint import box
from assessor_app.gui.theme.style import OWN_FOCUS
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.field import FIELD_HEIGHT, Field
from assessor_app.gui.widgets.painted import pen_ready


class _Combo(QComboBox):
    def __init__(self) -> None:
        super().__init__()
        self.setView(QListView(self))
        self.setProperty(OWN_FOCUS, True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFont(look().font(Role.BODY))
        look().changed.connect(self._on_look_changed)

    @override
    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self.font())
        widest = max((metrics.horizontalAdvance(self.itemText(n)) for n in range(self.count())), default=80.0)
        return QSize(round(widest) + 52, look().px(FIELD_HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(96), look().px(FIELD_HEIGHT))

    @override
    def wheelEvent(self, event: QWheelEvent, /) -> None:
        event.ignore()

    @override
    def focusInEvent(self, event: QFocusEvent, /) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = pen_ready(self)
        focused = self.hasFocus()
        box(
            painter,
            self.rect(),
            7,
            fill=look().colour(Token.SURFACE if self.isEnabled() else Token.SUNKEN),
            border=look().colour(Token.FOCUS if focused else Token.BORDER),
            width=2 if focused else 1,
        )
        metrics = QFontMetricsF(self.font())
        side = look().px(17)
        text = metrics.elidedText(self.currentText(), Qt.TextElideMode.ElideRight, self.width() - 30 - side)
        painter.setFont(self.font())
        painter.setPen(look().colour(Token.TEXT))
        painter.drawText(QPointF(12, (self.height() - metrics.height()) / 2 + metrics.ascent()), text)
        x, y = self.width() - side - 10, (self.height() - side) / 2
        paint_icon(painter, "chevron-down", look().colour(Token.TEXT_2), x, y, side)

    def _on_look_changed(self) -> None:
        self.setFont(look().font(Role.BODY))
        self.updateGeometry()


class ComboField(Field):
    """`chosen` gives the id of what the person took."""

    chosen = Signal(str)

    def __init__(self, label: str, help_text: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(label, help_text, parent=parent)
        self.editor = _Combo()
        self.put(self.editor)
        self.editor.activated.connect(self._on_activated)

    @property
    def choice(self) -> str:
        """The id of the choice, or empty."""
        found = self.editor.currentData()
        return found if isinstance(found, str) else ""

    def set_choices(self, choices: tuple[tuple[str, str], ...], chosen: str = "") -> None:
        """Pairs of id and words; no signal."""
        self.editor.clear()
        for identity, words in choices:
            self.editor.addItem(words, identity)
        self.set_choice(chosen)

    def set_choice(self, identity: str) -> None:
        """Chooses by id; no signal."""
        found = self.editor.findData(identity)
        self.editor.setCurrentIndex(max(0, found))

    def _on_activated(self) -> None:
        self.chosen.emit(self.choice)


class BareCombo(_Combo):
    """A choice without a label of its own, for a row that has the words at its left; `name` is spoken."""

    chosen = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.activated.connect(self._on_activated)

    def set_choices(self, choices: tuple[tuple[str, str], ...]) -> None:
        """Pairs of id and words."""
        self.clear()
        for identity, words in choices:
            self.addItem(words, identity)
        self.updateGeometry()

    def set_choice(self, identity: str) -> None:
        """Chooses by id; an id that is not there leaves the choice. No signal."""
        found = self.findData(identity)
        if found >= 0:
            self.setCurrentIndex(found)

    def _on_activated(self) -> None:
        found = self.currentData()
        if isinstance(found, str):
            self.chosen.emit(found)
