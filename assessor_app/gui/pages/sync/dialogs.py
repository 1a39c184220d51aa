"""Two questions of the Sync page: what is to leave, and whether ten words are the same."""

from PySide6.QtWidgets import QDialog, QWidget

from assessor_app.gui.dialogs import Sheet
from assessor_app.gui.pages.sync.model import LeavingRow
from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.choice import CheckBox
from assessor_app.gui.widgets.layouts import column
from assessor_app.gui.widgets.page import ScrollColumn
from assessor_app.gui.widgets.text import Text


class LeavingDialog(Sheet):
    """Every candidate with a box to tick, and every field that goes; `chosen` are the ids that are ticked."""

    def __init__(
        self,
        rows: tuple[LeavingRow, ...],
        fields: tuple[tuple[str, tuple[str, ...]], ...],
        stays: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            "What will leave this laptop",
            "Encrypted for your centre and for you. Whoever is not ticked stays, and waits for the next export.",
            "Write export file",
            parent,
        )
        self.setMinimumWidth(look().px(640))
        self.boxes = {row.id: CheckBox(row.name, row.detail) for row in rows}
        scroll = ScrollColumn()
        scroll.setMinimumHeight(look().px(360))
        inner = column(spacing=4, margins=(4, 4, 12, 4))
        for box in self.boxes.values():
            box.setChecked(True)
            box.toggled.connect(self._on_toggled)
            inner.addWidget(box)
        inner.addSpacing(16)
        inner.addWidget(Text("Every field that goes", Role.HEADING))
        for kind, names in fields:
            inner.addSpacing(8)
            inner.addWidget(Text(kind, Role.SMALL_STRONG))
            inner.addWidget(Text(", ".join(names), Role.SMALL, Token.TEXT_2, wrap=True))
        inner.addSpacing(14)
        inner.addWidget(Text(stays, Role.SMALL, wrap=True))
        inner.addStretch(1)
        scroll.content.setLayout(inner)
        self.body.addWidget(scroll)

    @property
    def chosen(self) -> frozenset[str]:
        """Ids of the candidates that are ticked."""
        return frozenset(key for key, box in self.boxes.items() if box.isChecked())

    def _on_toggled(self) -> None:
        self.accept_button.set_unavailable("" if self.chosen else "Tick at least one candidate")


class WordsDialog(Sheet):
    """Ten words that the other side must see as well; accepted where the person says that they are the same."""

    def __init__(self, title: str, sentence: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(title, sentence, "They are the same", parent)
        self.words = Text(words, Role.TITLE, wrap=True)
        self.body.addWidget(self.words)
        self.body.addWidget(
            Text(
                "Compare them by eye or on a telephone number that you know. If one word differs, press Cancel: "
                "somebody may have put a file of their own in between.",
                Role.BODY,
                Token.TEXT_2,
                wrap=True,
            )
        )
        self.cancel_button.setText("Cancel")


def ask_words(title: str, sentence: str, words: str, parent: QWidget) -> bool:
    """Whether the person found the words the same."""
    dialog = WordsDialog(title, sentence, words, parent)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return accepted
