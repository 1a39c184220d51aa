"""Settings, "Getting in": what opens the vault beside the passphrase, and the recovery code made anew."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from assessor_app.gui.pages.settings.parts import rows_section, setting_row
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.buttons import Button
from assessor_app.gui.widgets.segmented import Segmented
from assessor_app.gui.widgets.text import Text

KEYRING = (
    "Then whoever is signed in to this computer as you can open your records without the passphrase. "
    "The passphrase still opens them too."
)
NO_CENTRE = "Needs a centre that this laptop is enrolled with (Sync)."
CENTRE = (
    "Then {centre} can give you back your vault if you forget the passphrase, after ten words are compared. "
    "With that key and a copy of this laptop it could read your records."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class WaysInContent:
    """`centre` is the centre's name, empty before enrolment."""

    keyring_opens: bool = False
    centre: str = ""
    centre_opens: bool = False


class WaysInSection(QObject):
    """`panel` is what is shown. Each signal is one wish of the person; the switches carry what is wanted."""

    keyring_wanted = Signal(bool)
    centre_wanted = Signal(bool)
    recovery_code_asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.code = Button("New recovery code")
        self.keyring = Segmented((("off", "Off"), ("on", "On")), "Let this computer’s keyring open the vault")
        self.centre = Segmented((("off", "Off"), ("on", "On")), "Let the centre help when the passphrase is lost")
        self._centre_words = Text("", Role.SMALL, Token.TEXT_2, wrap=True)
        self.panel = rows_section(
            "Getting in",
            [
                setting_row("Recovery code", "The old one then opens this vault no more.", self.code),
                setting_row("Let this computer’s keyring open the vault", KEYRING, self.keyring),
                setting_row("Let the centre help", self._centre_words, self.centre),
            ],
        )
        self.code.clicked.connect(self.recovery_code_asked)
        self.keyring.chosen.connect(lambda choice: self.keyring_wanted.emit(choice == "on"))
        self.centre.chosen.connect(lambda choice: self.centre_wanted.emit(choice == "on"))
        self.set_content(WaysInContent())

    def set_content(self, content: WaysInContent) -> None:
        """Shows what is chosen; no signal."""
        self.keyring.set_choice("on" if content.keyring_opens else "off")
        self.centre.set_choice("on" if content.centre_opens else "off")
        self.centre.setEnabled(bool(content.centre) or content.centre_opens)
        self._centre_words.setText(CENTRE.format(centre=content.centre) if content.centre else NO_CENTRE)
