"""Which of two versions counts: both side by side, the lines in which they differ, one button each."""

from PySide6.QtWidgets import QWidget

from assessor_app.gui.dialogs import Sheet
from assessor_app.gui.pages.centre.model import Side
from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.choice import RadioButton
from assessor_app.gui.widgets.layouts import column
from assessor_app.gui.widgets.page import ScrollColumn
from assessor_app.gui.widgets.text import Text


class ChoiceDialog(Sheet):
    """`chosen` is the key of the side that is picked."""

    def __init__(self, title: str, sides: tuple[Side, ...], parent: QWidget | None = None) -> None:
        super().__init__(
            title,
            "Two copies of one vault changed this apart. Pick the one that counts; the other is kept, set aside.",
            "Choose this version",
            parent,
        )
        self.setMinimumWidth(look().px(620))
        self.buttons = {side.key: RadioButton(side.title) for side in sides}
        scroll = ScrollColumn()
        scroll.setMinimumHeight(look().px(300))
        inner = column(spacing=6, margins=(4, 4, 12, 4))
        for side in sides:
            inner.addWidget(self.buttons[side.key])
            for line in side.lines:
                inner.addWidget(Text(line, Role.SMALL, Token.TEXT_2, wrap=True))
            inner.addSpacing(12)
        inner.addStretch(1)
        scroll.content.setLayout(inner)
        self.body.addWidget(scroll)
        for button in self.buttons.values():
            button.toggled.connect(self._on_toggled)
        self._on_toggled()

    @property
    def chosen(self) -> str:
        """The side that is picked, empty before."""
        return next((key for key, button in self.buttons.items() if button.isChecked()), "")

    def _on_toggled(self) -> None:
        self.accept_button.set_unavailable("" if self.chosen else "Pick one of the versions")
