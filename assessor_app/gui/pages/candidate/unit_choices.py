"""The units to take, with a box each. Of many, the ticked ones and the first that match are shown."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.choice import CheckBox
from assessor_app.gui.widgets.layouts import clear, column
from assessor_app.gui.widgets.section import SectionHeading
from assessor_app.gui.widgets.text import Text
from assessor_app.gui.widgets.text_field import FindField
from assessor_app.gui.words import count, matches

_FEW = 8  # so many need no finding
_SHOWN = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitChoice:
    """A unit that can be taken; `detail` is the body and the size, `words` by what it is found.

    `locked` says why it cannot be given back.
    """

    id: str
    letter: str
    title: str
    detail: str
    words: str = ""
    locked: str = ""


class UnitChoices(QWidget):
    """`changed` with each tick; nothing when the units are set."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._units: tuple[UnitChoice, ...] = ()
        self._chosen: set[str] = set()
        self.boxes: dict[str, CheckBox] = {}
        self._heading = SectionHeading("Units")
        self.find_field = FindField("Find a unit", "Title, body or reference")
        self.find_field.edited.connect(self._show)
        self._list = QVBoxLayout()
        self._list.setSpacing(10)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._heading)
        self._find = QWidget()
        self._find.setLayout(column(self.find_field, margins=(0, 0, 0, 10)))
        layout.addWidget(self._find)
        layout.addLayout(self._list)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ids of the ticked ones, in the order of the units."""
        return tuple(unit.id for unit in self._units if unit.id in self._chosen)

    def set_units(self, units: tuple[UnitChoice, ...], chosen: tuple[str, ...]) -> None:
        """Shows these to choose from, with `chosen` ticked."""
        self._units = units
        self._chosen = set(chosen)
        self.find_field.set_text("")
        self._find.setVisible(len(units) > _FEW)
        self._show()

    def _show(self) -> None:
        typed = self.find_field.text
        places = [n for n, unit in enumerate(self._units) if unit.id in self._chosen]
        found = [n for n, unit in enumerate(self._units) if n not in places and matches(typed, unit.words)]
        clear(self._list)
        self.boxes = {}
        for number in sorted((*places, *found[:_SHOWN])):
            self._list.addWidget(self._box(self._units[number], number))
        hidden = len(found) - len(found[:_SHOWN])
        words = ""
        if not self._units:
            words = "No units are loaded yet."
        elif hidden:
            words = f"{count(hidden, 'unit')} more. Type a part of the title or the reference."
        elif typed and not found:
            words = "No other unit matches."
        if words:
            self._list.addWidget(Text(words, Role.BODY, Token.TEXT_2, wrap=True))
        self._heading.set_count(len(self.chosen))

    def _box(self, unit: UnitChoice, number: int) -> CheckBox:
        detail = f"{unit.detail}. {unit.locked}" if unit.locked else unit.detail
        box = CheckBox(unit.title, detail, carded=True, unit=number, letter=unit.letter)
        box.setChecked(unit.id in self._chosen)
        box.setEnabled(not unit.locked)
        box.toggled.connect(lambda is_on: self._on_toggled(unit.id, is_on=is_on))
        self.boxes[unit.id] = box
        return box

    def _on_toggled(self, identity: str, *, is_on: bool) -> None:
        if is_on:
            self._chosen.add(identity)
        else:
            self._chosen.discard(identity)
        self._heading.set_count(len(self.chosen))
        self.changed.emit()
