"""Facts in two columns: what it is on the left, the value on the right, on common edges."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.icon_view import IconView
from assessor_app.gui.widgets.layouts import clear
from assessor_app.gui.widgets.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A fact; `second` is a quieter line, `good` a short word with a tick, `warning` a word with a warning sign."""

    label: str
    value: str
    second: str = ""
    good: str = ""
    warning: str = ""


class Facts(QWidget):
    """The list of facts; labels take `label_width` pixels at 100 %."""

    def __init__(self, *, label_width: int = 104, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label_width = label_width
        self._facts: tuple[Fact, ...] = ()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        look().changed.connect(self._on_look_changed)

    def set_facts(self, facts: tuple[Fact, ...]) -> None:
        """Shows these facts."""
        self._facts = facts
        clear(self._rows)
        for fact in facts:
            line = QHBoxLayout()
            line.setContentsMargins(0, 8, 0, 8)
            line.setSpacing(12)
            label = Text(fact.label, Role.SMALL, Token.TEXT_2, wrap=True)
            label.setFixedWidth(look().px(self._label_width))
            line.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
            words = QVBoxLayout()
            words.setSpacing(0)
            words.addLayout(self._value(fact))
            if fact.second:
                words.addWidget(Text(fact.second, Role.SMALL, Token.TEXT_2, wrap=True))
            if fact.warning:
                words.addLayout(_checked(fact.warning, "triangle-alert", Token.NOTYET))
            line.addLayout(words, 1)
            self._rows.addLayout(line)

    def _value(self, fact: Fact) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(7)
        if fact.good:
            line.addWidget(Text(fact.value, Role.SMALL, tabular=True))
            line.addLayout(_checked(fact.good, "check", Token.MET))
            line.addStretch(1)
        else:
            line.addWidget(Text(fact.value, Role.SMALL, wrap=True, tabular=True), 1)
        return line

    def _on_look_changed(self) -> None:
        self.set_facts(self._facts)


def _checked(words: str, icon: str, colour: Token) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(3)
    line.addWidget(IconView(icon, 14, colour))
    line.addWidget(Text(words, Role.CAPTION, colour, wrap=icon != "check"), 1 if icon != "check" else 0)
    return line
