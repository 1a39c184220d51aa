"""The few dialogs there are: a new secret, an old one, an error in words. All else is a page or can be undone."""

from collections.abc import Callable

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from assessor_app.domain.errors import KnownError
from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.buttons import Button, Kind
from assessor_app.gui.widgets.password_field import PasswordField
from assessor_app.gui.widgets.text import Text
from assessor_app.gui.widgets.text_area import TextArea

_WIDTH = 460

AskWhether = Callable[[str, Callable[[bool], None]], None]


class Sheet(QDialog):
    """Title, sentence, content, and two buttons at the foot."""

    def __init__(
        self, title: str, sentence: str, accept_words: str, parent: QWidget | None, *, kind: Kind = Kind.PRIMARY
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self.setMinimumWidth(look().px(_WIDTH))
        self.body = QVBoxLayout()
        self.body.setSpacing(16)
        self.accept_button = Button(accept_words, kind)
        self.cancel_button = Button("Cancel", Kind.SECONDARY)
        self.accept_button.setDefault(True)
        self.accept_button.clicked.connect(self.accept)
        self.cancel_button.clicked.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 24, 28, 24)
        layout.setSpacing(10)
        layout.addWidget(Text(title, Role.TITLE, wrap=True))
        if sentence:
            layout.addWidget(Text(sentence, Role.BODY, Token.TEXT_2, wrap=True))
        layout.addSpacing(6)
        layout.addLayout(self.body)
        layout.addSpacing(10)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.accept_button)
        layout.addLayout(foot)

    def grow(self) -> None:
        """Become high enough for wrapped texts at the width there is; after a change of the content as well."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.resize(self.width(), max(self.height(), layout.totalHeightForWidth(self.width())))

    @override
    def showEvent(self, event: QShowEvent, /) -> None:
        super().showEvent(event)
        self.grow()


class NewSecretDialog(Sheet):
    """A new passphrase or PIN, typed twice; `secret` holds it when accepted."""

    def __init__(self, title: str, word: str, *, sentence: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, sentence, "Change", parent)
        self.first = PasswordField(word)
        self.second = PasswordField(f"{word} again")
        self.body.addWidget(self.first)
        self.body.addWidget(self.second)
        self.first.setFocus()

    @property
    def secret(self) -> str:
        """What was typed."""
        return self.first.text

    def accept(self) -> None:
        """Close only where both are the same."""
        if self.first.text != self.second.text:
            self.second.set_error("The two are not the same.")
            return
        super().accept()


class SecretDialog(Sheet):
    """Asks for a secret and checks it by `confirm`; stays open while it is wrong."""

    def __init__(
        self, title: str, sentence: str, word: str, confirm: AskWhether, parent: QWidget | None = None
    ) -> None:
        super().__init__(title, sentence, "Go on", parent)
        self.field = PasswordField(word)
        self._confirm = confirm
        self.body.addWidget(self.field)
        self.field.setFocus()

    def accept(self) -> None:
        """Close only where the secret is right; checking takes its time on a worker."""
        self.accept_button.set_unavailable("Checking")
        self._confirm(self.field.text, self._on_answer)

    def _on_answer(self, is_right: bool) -> None:
        self.accept_button.set_unavailable("")
        if is_right:
            super().accept()
            return
        self.field.set_text("")
        self.field.set_error("That is not right.")


class ReasonDialog(Sheet):
    """A reason in words, which may not be empty; `reason` holds it when accepted."""

    def __init__(self, title: str, sentence: str, label: str, accept_words: str, parent: QWidget | None = None) -> None:
        super().__init__(title, sentence, accept_words, parent)
        self.area = TextArea(label)
        self.body.addWidget(self.area)
        self.area.setFocus()

    @property
    def reason(self) -> str:
        """What was written."""
        return self.area.text.strip()

    def accept(self) -> None:
        """Close only where something was written."""
        if not self.reason:
            self.area.set_error("Say in a few words why.")
            return
        super().accept()


class TroubleDialog(Sheet):
    """What happened, what is safe, what to do; with `copy`, a button that copies diagnostics for whoever helps."""

    def __init__(
        self, error: KnownError, parent: QWidget | None = None, *, copy: Callable[[], None] | None = None
    ) -> None:
        super().__init__(error.what, "", "Understood", parent)
        self._copy = copy
        self.cancel_button.set_label("Copy diagnostics")
        self.cancel_button.setVisible(copy is not None)
        self.cancel_button.clicked.disconnect(self.reject)
        self.cancel_button.clicked.connect(self._on_copy)
        for words in (error.safe, error.advice):
            if words:
                self.body.addWidget(Text(words, Role.BODY, wrap=True))

    def _on_copy(self) -> None:
        if self._copy is not None:
            self._copy()
            self.cancel_button.set_label("Copied")
