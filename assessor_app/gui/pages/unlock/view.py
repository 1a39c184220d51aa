"""The unlock screen: one passphrase, or the recovery code; no name is on it.

It hands the secret out in a signal and forgets it; it refuses to keep, check or log it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.app_mark import AppMark
from assessor_app.gui.widgets.buttons import Button, Kind, Size
from assessor_app.gui.widgets.centred import CentredColumn
from assessor_app.gui.widgets.field import TALL_FIELD_HEIGHT
from assessor_app.gui.widgets.icon_view import IconView
from assessor_app.gui.widgets.layouts import row
from assessor_app.gui.widgets.password_field import PasswordField
from assessor_app.gui.widgets.text import Text
from assessor_app.gui.widgets.text_field import TextField

if TYPE_CHECKING:
    from assessor_app.gui.widgets.notice import Notice


class Secret(Enum):
    """Which secret the person is asked for."""

    PASSPHRASE = "passphrase"
    RECOVERY_CODE = "recovery code"
    PIN = "PIN"


@dataclass(frozen=True, slots=True, kw_only=True)
class UnlockContent:
    """`message` says what was wrong with the last try; `is_busy` while the key is derived.

    `needs_help` says that something else than the secret was wrong: then diagnostics are offered. `is_restoring` while
    a backup is put in the vault's place: nothing can be opened meanwhile. `is_damaged`: pages of the vault are lost.
    `wait_s` counts down (whole seconds) while a try waits because of the wrong ones before it.
    """

    secret: Secret = Secret.PASSPHRASE
    message: str = ""
    is_busy: bool = False
    wait_s: int = 0
    needs_help: bool = False
    is_damaged: bool = False
    is_restoring: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WaysIn:
    """What is offered beside passphrase and recovery code, because somebody here chose it."""

    keyring: bool = False
    centre: bool = False


class UnlockView(QWidget):
    """`passphrase_given`, `recovery_code_given` and `pin_given` carry what was typed; `forget` empties the fields.

    `keyring_asked` opens with the computer's keyring, `centre_asked` begins the way back through the centre.
    """

    passphrase_given = Signal(str)
    recovery_code_given = Signal(str)
    pin_given = Signal(str)
    other_vault_asked = Signal()
    person_asked = Signal()
    keyring_asked = Signal()
    centre_asked = Signal()
    diagnostics_asked = Signal()
    restore_asked = Signal()
    salvage_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._secret = Secret.PASSPHRASE
        middle = Qt.AlignmentFlag.AlignHCenter
        self._title = Text("Welcome back", Role.DISPLAY, align=middle, wrap=True)
        self._second = Text(
            "Your records are locked, and encrypted on this laptop.", Role.BODY, Token.TEXT_2, align=middle, wrap=True
        )
        self.passphrase = PasswordField("Passphrase", height=TALL_FIELD_HEIGHT)
        self._code: TextField | None = None
        self._pin: PasswordField | None = None
        self.unlock = Button("Unlock", Kind.PRIMARY, size=Size.FIELD)
        self.other_way = Button("Use the recovery code", Kind.LINK, size=Size.LINK, key="Alt+R", shows_key=False)
        self.other_vault = Button("Open another vault", Kind.QUIET, size=Size.SMALL, key="Ctrl+O", shows_key=False)
        self.add_person = Button("Add a person", Kind.QUIET, size=Size.SMALL, key="Ctrl+N", shows_key=False)
        self.restore = Button("Restore a backup", Kind.QUIET, size=Size.SMALL, key="Ctrl+R", shows_key=False)
        self.keyring: Button | None = None
        self.centre: Button | None = None
        self.diagnostics: Button | None = None
        self.salvage: Button | None = None
        self.notice: Notice | None = None
        self._ways = WaysIn()
        self._lay_out()
        self.passphrase.submitted.connect(self._on_submitted)
        self.unlock.clicked.connect(self._on_submitted)
        self.other_way.clicked.connect(self._on_other_way)
        self.other_vault.clicked.connect(self.other_vault_asked)
        self.add_person.clicked.connect(self.person_asked)
        self.restore.clicked.connect(self.restore_asked)
        self.set_content(UnlockContent())

    @property
    def code(self) -> TextField:
        """The field of the recovery code, made when it is first asked for: it is not on the first screen."""
        if self._code is None:
            self._code = TextField("Recovery code", height=TALL_FIELD_HEIGHT)
            self._code.editor.returnPressed.connect(self._on_submitted)
            self._put(self._code, self._code.editor)
        return self._code

    @property
    def pin(self) -> PasswordField:
        """The field of the PIN, made when it is first asked for."""
        if self._pin is None:
            self._pin = PasswordField("PIN", height=TALL_FIELD_HEIGHT)
            self._pin.submitted.connect(self._on_submitted)
            self._put(self._pin, self._pin.editor, self._pin.eye)
        return self._pin

    def set_content(self, content: UnlockContent) -> None:
        """Shows what is asked for and how the last try went."""
        self._secret = content.secret
        self._second.setText(_waiting(content.wait_s) if content.wait_s else _SECOND[content.secret])
        asked = self._field_of(content.secret)
        for field in self._fields():
            field.setVisible(field is asked)
            field.setEnabled(not content.is_busy and not content.is_restoring)
            field.set_error(content.message if field is asked else "")
        self.other_way.set_label(
            "Use the recovery code" if content.secret is Secret.PASSPHRASE else "Use the passphrase"
        )
        self.unlock.set_label("Waiting" if content.wait_s else "Unlocking" if content.is_busy else "Unlock")
        busy = _waiting(content.wait_s) if content.wait_s else "The key is being made; this takes about a second."
        reason = "A backup is being restored." if content.is_restoring else busy if content.is_busy else ""
        for button in (
            self.unlock,
            self.other_way,
            self.keyring,
            self.centre,
            self.add_person,
            self.other_vault,
            self.restore,
        ):
            if button is not None:
                button.set_unavailable(reason)
        self._show_ways()
        self._offer_diagnostics(content.needs_help)
        self._offer_salvage(content.is_damaged)
        if not content.is_busy and not content.is_restoring:
            asked.setFocus()

    def say(self, title: str, detail: str = "", *, is_done: bool = True) -> None:
        """Says above the field what happened before, or happens now, until an empty title takes it away."""
        from assessor_app.gui.widgets.notice import Notice, NoticeKind  # not before the first paint

        if self.notice is None and title:
            self.notice = Notice()
            self._said_column.addWidget(self.notice)
            self._said_column.addSpacing(20)
        if self.notice is not None:
            self.notice.say(NoticeKind.GOOD if is_done else NoticeKind.INFO, title, detail)

    def _offer_diagnostics(self, offered: bool) -> None:
        if self.diagnostics is None and offered:
            self.diagnostics = Button("Copy diagnostics", Kind.LINK, size=Size.LINK)
            self.diagnostics.clicked.connect(self._on_diagnostics)
            self._links.addWidget(self.diagnostics, 0, Qt.AlignmentFlag.AlignHCenter)
        if self.diagnostics is not None:
            self.diagnostics.set_label("Copy diagnostics")
            self.diagnostics.setVisible(offered)

    def _offer_salvage(self, offered: bool) -> None:
        if self.salvage is None and offered:
            self.salvage = Button("Save what can be saved", Kind.LINK, size=Size.LINK)
            self.salvage.clicked.connect(self.salvage_asked)
            self._links.addWidget(self.salvage, 0, Qt.AlignmentFlag.AlignHCenter)
        if self.salvage is not None:
            self.salvage.setVisible(offered)

    def set_ways(self, ways: WaysIn) -> None:
        """Shows what else opens a vault here; a button that is not offered is never made."""
        self._ways = ways
        if ways.keyring and self.keyring is None:
            self.keyring = Button("Unlock with this computer’s keyring", size=Size.FIELD, key="Alt+K", shows_key=False)
            self.keyring.clicked.connect(self.keyring_asked)
            self._ways_column.addSpacing(10)
            self._ways_column.addWidget(self.keyring)
        if ways.centre and self.centre is None:
            self.centre = Button("Ask the centre", Kind.LINK, size=Size.LINK, key="Alt+C", shows_key=False)
            self.centre.clicked.connect(self.centre_asked)
            self._links.addWidget(self.centre, 0, Qt.AlignmentFlag.AlignHCenter)
        self._show_ways()

    def _show_ways(self) -> None:
        if self.keyring is not None:
            self.keyring.setVisible(self._ways.keyring and self._secret is Secret.PASSPHRASE)
        if self.centre is not None:
            self.centre.setVisible(self._ways.centre and self._secret is Secret.RECOVERY_CODE)

    def forget(self) -> None:
        """Empties the fields."""
        for field in self._fields():
            field.set_text("")
        self.passphrase.hide_secret()

    def _field_of(self, secret: Secret) -> PasswordField | TextField:
        if secret is Secret.PASSPHRASE:
            return self.passphrase
        return self.code if secret is Secret.RECOVERY_CODE else self.pin

    def _fields(self) -> list[PasswordField | TextField]:
        made = (self.passphrase, self._code, self._pin)
        return [field for field in made if field is not None]

    def _put(self, field: PasswordField | TextField, *stops: QWidget) -> None:
        """Takes a field made later to its place, also in the tab order."""
        field.hide()
        self._fields_column.addWidget(field)
        before: QWidget = self.passphrase.eye
        for stop in stops:
            QWidget.setTabOrder(before, stop)
            before = stop

    def _lay_out(self) -> None:
        middle = Qt.AlignmentFlag.AlignHCenter
        scroll = CentredColumn()
        column = scroll.column
        column.addWidget(AppMark(60), 0, middle)
        column.addSpacing(22)
        column.addWidget(self._title)
        column.addSpacing(6)
        column.addWidget(self._second)
        column.addSpacing(34)
        self._said_column = QVBoxLayout()
        self._said_column.setSpacing(0)
        column.addLayout(self._said_column)
        self._fields_column = QVBoxLayout()
        self._fields_column.setSpacing(0)
        self._fields_column.addWidget(self.passphrase)
        column.addLayout(self._fields_column)
        column.addSpacing(14)
        column.addWidget(self.unlock)
        self._ways_column = QVBoxLayout()
        self._ways_column.setSpacing(0)
        column.addLayout(self._ways_column)
        column.addSpacing(18)
        self._links = QVBoxLayout()
        self._links.setSpacing(4)
        self._links.addWidget(self.other_way, 0, middle)
        column.addLayout(self._links)
        foot = QHBoxLayout()
        foot.setContentsMargins(32, 0, 24, 18)
        foot.addLayout(
            row(
                IconView("lock-keyhole", 17),
                Text("Nobody’s name is shown until you unlock", Role.SMALL, Token.TEXT_2),
                spacing=9,
            )
        )
        foot.addStretch(1)
        foot.addWidget(self.add_person)
        foot.addSpacing(8)
        foot.addWidget(self.other_vault)
        foot.addSpacing(8)
        foot.addWidget(self.restore)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(scroll, 1)
        whole.addLayout(foot)

    def _on_submitted(self) -> None:
        if not self.unlock.is_available:
            return
        if self._secret is Secret.RECOVERY_CODE:
            if self.code.text:
                self.recovery_code_given.emit(self.code.text)
        elif self._secret is Secret.PIN:
            if self.pin.text:
                self.pin_given.emit(self.pin.text)
        elif self.passphrase.text:
            self.passphrase_given.emit(self.passphrase.text)

    def _on_diagnostics(self) -> None:
        self.diagnostics_asked.emit()
        if self.diagnostics is not None:
            self.diagnostics.set_label("Copied")

    def _on_other_way(self) -> None:
        other = Secret.RECOVERY_CODE if self._secret is Secret.PASSPHRASE else Secret.PASSPHRASE
        self.set_content(UnlockContent(secret=other))


def _waiting(seconds: int) -> str:
    return f"After wrong tries the next one waits: {seconds} second{'s' if seconds > 1 else ''} to go."


_SECOND = {
    Secret.PASSPHRASE: "Your records are locked, and encrypted on this laptop.",
    Secret.RECOVERY_CODE: "The code you printed or saved when the vault was made.",
    Secret.PIN: "Your records are locked. The PIN opens them until you quit.",
}
