"""The step before the laptop is handed over: the assessor says how they know who signs."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.buttons import Button, Kind, Size
from assessor_app.gui.widgets.centred import CentredColumn
from assessor_app.gui.widgets.choice import RadioButton
from assessor_app.gui.widgets.layouts import row
from assessor_app.gui.widgets.text import Text
from assessor_app.gui.widgets.text_field import TextField

WAYS = ("Known to me", "Staff badge seen", "Photo identity seen")


class PreparePanel(CentredColumn):
    """`ready` gives how identity was checked, in words as printed; `not_now_asked` goes back without a signature."""

    ready = Signal(str)
    not_now_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(width=460, parent=parent)
        self._title = Text("Before you hand over", Role.DISPLAY, wrap=True)
        self._words = Text("", Role.LEAD, Token.TEXT_2, wrap=True)
        self.ways = [RadioButton(way, carded=True) for way in (*WAYS, "Another way")]
        self.other = TextField("How you know who signs", "It is printed beside the signature")
        self.other.hide()
        self.go_on = Button("Hand over", Kind.PRIMARY, icon="signature", size=Size.BIG)
        self.not_now = Button("Not now", Kind.SECONDARY, size=Size.BIG)
        self.column.addWidget(self._title)
        self.column.addSpacing(8)
        self.column.addWidget(self._words)
        self.column.addSpacing(20)
        for way in self.ways:
            self.column.addWidget(way)
            self.column.addSpacing(10)
            way.toggled.connect(self._on_changed)
        self.column.addWidget(self.other)
        self.column.addSpacing(18)
        self.column.addLayout(row(self.not_now, None, self.go_on, spacing=12))
        self.other.edited.connect(self._on_changed)
        self.other.editor.returnPressed.connect(self._on_go_on)
        self.go_on.clicked.connect(self._on_go_on)
        self.not_now.clicked.connect(self.not_now_asked)

    @property
    def identity(self) -> str:
        """How identity was checked; empty where nothing was said yet."""
        if self.ways[-1].isChecked():
            return self.other.text
        return next((way for way, button in zip(WAYS, self.ways, strict=False) if button.isChecked()), "")

    def start(self, who: str, action: str) -> None:
        """Asks afresh, about `who`."""
        self._words.setText(
            f"How do you know that this is {who}? It is printed beside the signature. "
            "From then on the screen shows only what they sign, until you take the laptop back."
        )
        self.go_on.set_label(action)
        for way in self.ways:
            way.setAutoExclusive(False)
            way.setChecked(False)
            way.setAutoExclusive(True)
        self.other.set_text("")
        self._on_changed()

    def _on_changed(self) -> None:
        self.other.setVisible(self.ways[-1].isChecked())
        self.go_on.set_unavailable("" if self.identity else "Say first how you know who signs")

    def _on_go_on(self) -> None:
        if self.identity:
            self.ready.emit(self.identity)
