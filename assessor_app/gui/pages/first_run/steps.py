"""The parts of the first run: each asks one thing and can say what is still lacking."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assessor_app.gui.pages.first_run.model import AssessorKind, Centre, Standing, Strength, You
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.buttons import Button
from assessor_app.gui.widgets.card import Card
from assessor_app.gui.widgets.choice import CheckBox
from assessor_app.gui.widgets.icon_view import IconView
from assessor_app.gui.widgets.password_field import PasswordField
from assessor_app.gui.widgets.segmented import Segmented
from assessor_app.gui.widgets.strength_bar import StrengthBar
from assessor_app.gui.widgets.text import Text
from assessor_app.gui.widgets.text_field import TextField

_PIN_LEAST = 4


class StepPart(QWidget):
    """`changed` when what is typed changes; `submitted` on Enter in the last field."""

    changed = Signal()
    submitted = Signal()
    sentence = ""
    next_words = "Next"
    can_skip = False

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(18)
        self._first: QWidget | None = None

    def lack(self) -> str:
        """What is still needed before going on; empty when nothing is."""
        return ""

    def take_focus(self) -> None:
        """Puts the caret into the first field."""
        if self._first is not None:
            self._first.setFocus(Qt.FocusReason.OtherFocusReason)


class PassphraseStep(StepPart):
    """The passphrase, twice."""

    sentence = "It encrypts everything on this laptop. Nobody can reset it for you, so choose one you will remember."
    next_words = "Make my vault"
    typed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.first = PasswordField("Passphrase", "Four or more words that do not belong together are strong.")
        self.again = PasswordField("The same once more")
        self.bar = StrengthBar()
        self.column.addWidget(self.first)
        self.column.addWidget(self.bar)
        self.column.addWidget(self.again)
        self._first = self.first
        self.first.edited.connect(self._on_edited)
        self.again.edited.connect(self.changed)
        self.first.submitted.connect(self.again.setFocus)
        self.again.submitted.connect(self.submitted)
        self._level = 0

    @property
    def value(self) -> str:
        """The passphrase."""
        return self.first.text

    def set_strength(self, strength: Strength) -> None:
        """Shows the strength; level 1 is too weak to go on."""
        self._level = strength.level
        self.bar.set_strength(strength.level, strength.words)
        self.changed.emit()

    def lack(self) -> str:
        if not self.first.text:
            return "Type a passphrase first."
        if self._level == 1:
            return "This passphrase is too easy to guess. Add another word."
        if not self.again.text:
            return "Type it once more, so that a slip does not lock you out."
        if self.first.text != self.again.text:
            return "The two are not the same yet."
        return ""

    def _on_edited(self, text: str) -> None:
        self.typed.emit(text)
        self.changed.emit()


class RecoveryStep(StepPart):
    """The recovery code, shown once."""

    sentence = "If you forget the passphrase, only this code opens your records. Keep it away from the laptop."
    print_asked = Signal()
    save_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        card = Card(padding=(20, 18, 20, 18))
        self.code = Text("", Role.TITLE, tabular=True, wrap=True, align=Qt.AlignmentFlag.AlignHCenter)
        self.code.setAccessibleName("Recovery code")
        card.body.addWidget(self.code)
        print_code = Button("Print", icon="printer", key="Ctrl+P")
        save = Button("Save to a file", icon="download", key="Ctrl+S")
        print_code.clicked.connect(self.print_asked)
        save.clicked.connect(self.save_asked)
        actions = QHBoxLayout()
        actions.setSpacing(12)
        actions.addWidget(print_code)
        actions.addWidget(save)
        actions.addStretch(1)
        self.confirm = CheckBox("I have the code on paper or in a safe place", carded=True)
        self.confirm.toggled.connect(self.changed)
        self.column.addWidget(card)
        self.column.addLayout(actions)
        self.column.addWidget(self.confirm)
        self._first = print_code

    def set_code(self, code: str) -> None:
        """Shows the code."""
        self.code.setText(code)

    def lack(self) -> str:
        return "" if self.confirm.isChecked() else "Confirm that you have the code."


class PinStep(StepPart):
    """An optional PIN."""

    sentence = "While somebody signs, only the PIN leads back to your records. Without one, the passphrase does."
    can_skip = True

    def __init__(self) -> None:
        super().__init__()
        self.first = PasswordField("PIN", f"At least {_PIN_LEAST} digits.")
        self.again = PasswordField("The same once more")
        for field in (self.first, self.again):
            field.editor.setInputMethodHints(field.editor.inputMethodHints() | Qt.InputMethodHint.ImhDigitsOnly)
            field.edited.connect(self.changed)
            self.column.addWidget(field)
        self.first.submitted.connect(self.again.setFocus)
        self.again.submitted.connect(self.submitted)
        self._first = self.first

    @property
    def value(self) -> str:
        """The PIN."""
        return self.first.text

    def lack(self) -> str:
        if len(self.first.text) < _PIN_LEAST or not self.first.text.isdigit():
            return f"Type at least {_PIN_LEAST} digits, or skip this."
        return "" if self.first.text == self.again.text else "The two are not the same yet."


class YouStep(StepPart):
    """Who the assessor is."""

    sentence = "This stands on the sheets that you sign."

    def __init__(self) -> None:
        super().__init__()
        self.name = TextField("Your name", "As it should stand on signed sheets.")
        self.number = TextField("Assessor number", "From your centre or awarding organisation; may be left empty.")
        self.kind = Segmented(tuple((kind.name, kind.value) for kind in AssessorKind), "Where you assess")
        self.kind.set_choice(AssessorKind.PERIPATETIC.name)
        self.standing = Segmented(tuple((item.name, item.value) for item in Standing), "Your standing")
        self.standing.set_choice(Standing.QUALIFIED.name)
        self.column.addWidget(self.name)
        self.column.addWidget(self.number)
        for label, switch in (("Where you assess", self.kind), ("Your standing", self.standing)):
            group = QVBoxLayout()
            group.setSpacing(7)
            group.addWidget(Text(label, Role.SMALL_MEDIUM))
            group.addWidget(switch)
            self.column.addLayout(group)
        self.name.edited.connect(self.changed)
        self.name.editor.returnPressed.connect(self.number.setFocus)
        self.number.editor.returnPressed.connect(self.submitted)
        self._first = self.name

    @property
    def value(self) -> You:
        """What was given."""
        return You(
            name=self.name.text,
            number=self.number.text,
            kind=AssessorKind[self.kind.choice],
            standing=Standing[self.standing.choice],
        )

    def lack(self) -> str:
        return "" if self.name.text else "Your name is needed for the sheets."


class CentreStep(StepPart):
    """The centre."""

    sentence = "The centre that registers your candidates. You can change it later in Settings."

    def __init__(self) -> None:
        super().__init__()
        self.name = TextField("Centre name")
        self.number = TextField("Centre number")
        self.office = CheckBox(
            "This computer is the centre's own",
            "It takes in what assessors export and answers with receipts. Leave this open on an assessor's laptop.",
            carded=True,
        )
        self.column.addWidget(self.name)
        self.column.addWidget(self.number)
        self.column.addWidget(self.office)
        self.name.edited.connect(self.changed)
        self.name.editor.returnPressed.connect(self.number.setFocus)
        self.number.editor.returnPressed.connect(self.submitted)
        self._first = self.name

    @property
    def value(self) -> Centre:
        """What was given."""
        return Centre(name=self.name.text, number=self.number.text, is_office=self.office.isChecked())

    def lack(self) -> str:
        return "" if self.name.text else "The name of the centre is needed for the sheets."


class BackupStep(StepPart):
    """The folder for backups."""

    sentence = "An encrypted copy, opened and checked, goes there once a day. A memory stick is good."
    can_skip = True
    folder_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._folder = ""
        card = Card(padding=(16, 14, 16, 14))
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(IconView("folder-open", 20))
        self.shown = Text("No folder chosen", Role.BODY, Token.TEXT_2, elide=True)
        line.addWidget(self.shown, 1)
        choose = Button("Choose a folder", key="Ctrl+O", shows_key=False)
        choose.clicked.connect(self.folder_asked)
        line.addWidget(choose)
        card.body.addLayout(line)
        self.column.addWidget(card)
        self._first = choose

    @property
    def value(self) -> str:
        """The folder, or empty."""
        return self._folder

    def set_folder(self, folder: str) -> None:
        """Shows the folder chosen."""
        self._folder = folder
        self.shown.setText(folder or "No folder chosen")
        self.shown.set_colour(Token.TEXT if folder else Token.TEXT_2)
        self.changed.emit()

    def lack(self) -> str:
        return "" if self._folder else "Choose a folder, or skip this."


class DoneStep(StepPart):
    """The end, with sample data if wanted."""

    sentence = "Your vault is made and encrypted. Four units are here already; the first thing to add is a candidate."
    next_words = "Start"

    def __init__(self) -> None:
        super().__init__()
        self.sample = CheckBox(
            "Add sample data",
            "Made-up candidates with visits, to look around. One click in Settings removes it.",
            carded=True,
        )
        self.column.addWidget(self.sample)
        self._first = self.sample

    def set_office(self, is_office: bool) -> None:
        """At the centre there are no sample candidates."""
        self.sample.setChecked(self.sample.isChecked() and not is_office)
        self.sample.setVisible(not is_office)

    @property
    def wants_sample_data(self) -> bool:
        """Whether the box is ticked."""
        return self.sample.isChecked()
