"""The first run: one thing a screen, in one narrow column; Back is always there once the vault exists.

The view asks and shows; making the vault, the code and the folder is done outside, which then moves it on by
`set_content`. It refuses to go on with a passphrase that was not typed twice the same.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assessor_app.gui.pages.first_run.model import Centre, FirstRunContent, Step, Strength, You
from assessor_app.gui.pages.first_run.steps import (
    BackupStep,
    CentreStep,
    DoneStep,
    PassphraseStep,
    PinStep,
    RecoveryStep,
    StepPart,
    YouStep,
)
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.app_mark import AppMark
from assessor_app.gui.widgets.buttons import Button, Kind, Size
from assessor_app.gui.widgets.centred import CentredColumn
from assessor_app.gui.widgets.notice import Notice, NoticeKind
from assessor_app.gui.widgets.pages import Pages
from assessor_app.gui.widgets.text import Text

_WIDTH = 440


class FirstRunView(QWidget):
    """Each signal says that a step is complete; an empty PIN or folder means that it was skipped."""

    passphrase_typed = Signal(str)
    passphrase_chosen = Signal(str)
    print_code_asked = Signal()
    save_code_asked = Signal()
    code_confirmed = Signal()
    pin_chosen = Signal(str)
    you_given = Signal(You)
    centre_given = Signal(Centre)
    folder_asked = Signal()
    backup_chosen = Signal(str)
    finished = Signal(bool)
    back_asked = Signal()
    restore_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._step = Step.PASSPHRASE
        self._place = Text("", Role.SMALL_MEDIUM, Token.TEXT_3)
        self._title = Text("", Role.DISPLAY, wrap=True)
        self._sentence = Text("", Role.BODY, Token.TEXT_2, wrap=True)
        self._notice = Notice()
        self.passphrase = PassphraseStep()
        self.recovery = RecoveryStep()
        self.pin = PinStep()
        self.you = YouStep()
        self.centre = CentreStep()
        self.backup = BackupStep()
        self.done = DoneStep()
        self._parts: dict[Step, StepPart] = {
            Step.PASSPHRASE: self.passphrase,
            Step.RECOVERY: self.recovery,
            Step.PIN: self.pin,
            Step.YOU: self.you,
            Step.CENTRE: self.centre,
            Step.BACKUP: self.backup,
            Step.DONE: self.done,
        }
        self._pages = Pages()
        for part in self._parts.values():
            self._pages.add_page(part)
            part.changed.connect(self._on_part_changed)
            part.submitted.connect(self._on_next)
        self.next_button = Button("Next", Kind.PRIMARY, size=Size.FIELD)
        self.skip_button = Button("Skip for now", Kind.LINK, size=Size.LINK, key="Alt+S", shows_key=False)
        self.restore_button = Button(
            "Restore a backup instead", Kind.LINK, size=Size.LINK, key="Ctrl+R", shows_key=False
        )
        self.back_button = Button(
            "Back", Kind.QUIET, icon="arrow-left", size=Size.NORMAL, key="Alt+Left", shows_key=False
        )
        self._lay_out()
        self.next_button.clicked.connect(self._on_next)
        self.skip_button.clicked.connect(self._on_skip)
        self.back_button.clicked.connect(self.back_asked)
        self.restore_button.clicked.connect(self.restore_asked)
        self.passphrase.typed.connect(self.passphrase_typed)
        self.recovery.print_asked.connect(self.print_code_asked)
        self.recovery.save_asked.connect(self.save_code_asked)
        self.backup.folder_asked.connect(self.folder_asked)
        self.set_content(FirstRunContent())

    def set_content(self, content: FirstRunContent) -> None:
        """Shows a step."""
        moved = content.step is not self._step
        self._step = content.step
        steps = list(Step)
        number = steps.index(content.step)
        self._place.setText(f"Step {number + 1} of {len(steps)}")
        self._title.setText(content.step.value)
        part = self._parts[content.step]
        self._sentence.setText(part.sentence)
        self._pages.show_page(number)
        self._notice.say(NoticeKind.ERROR, content.message)
        self.recovery.set_code(content.recovery_code)
        self.backup.set_folder(content.backup_folder)
        self.done.set_office(content.is_office)
        self.skip_button.setVisible(part.can_skip)
        first = content.step is Step.PASSPHRASE
        self.back_button.setVisible(content.can_give_up if first else content.step is not Step.RECOVERY)
        self.restore_button.setVisible(first and not content.can_give_up and not content.is_busy)
        self.next_button.set_label("Making your vault" if content.is_busy else part.next_words)
        self._show_lack("This takes about a second." if content.is_busy else part.lack())
        if moved:
            part.take_focus()

    def take_focus(self) -> None:
        """Puts the caret into the first field of the step; needed where the page is shown after its content was set."""
        self._parts[self._step].take_focus()

    def set_strength(self, strength: Strength) -> None:
        """Shows what is thought of the passphrase."""
        self.passphrase.set_strength(strength)

    def _lay_out(self) -> None:
        centred = CentredColumn(width=_WIDTH, above=10, below=14)
        column = centred.column
        top = QHBoxLayout()
        top.setSpacing(14)
        top.addWidget(AppMark(34))
        top.addWidget(self._place)
        top.addStretch(1)
        top.addWidget(self.back_button)
        column.addLayout(top)
        column.addSpacing(20)
        column.addWidget(self._title)
        column.addSpacing(6)
        column.addWidget(self._sentence)
        column.addSpacing(24)
        column.addWidget(self._notice)
        column.addWidget(self._pages)
        column.addSpacing(24)
        column.addWidget(self.next_button)
        column.addSpacing(8)
        self._lack = Text("", Role.SMALL, Token.TEXT_2, wrap=True)
        column.addWidget(self._lack)
        column.addSpacing(4)
        skip = QHBoxLayout()
        skip.addStretch(1)
        skip.addWidget(self.skip_button)
        skip.addWidget(self.restore_button)
        skip.addStretch(1)
        column.addLayout(skip)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(centred)

    def _show_lack(self, lack: str) -> None:
        self.next_button.set_unavailable(lack)
        self._lack.setText(lack)
        self._lack.setVisible(bool(lack))

    def _on_part_changed(self) -> None:
        self._show_lack(self._parts[self._step].lack())

    def _on_next(self) -> None:
        if not self.next_button.is_available:
            return
        if self._step is Step.PASSPHRASE:
            self.passphrase_chosen.emit(self.passphrase.value)
        elif self._step is Step.RECOVERY:
            self.code_confirmed.emit()
        elif self._step is Step.PIN:
            self.pin_chosen.emit(self.pin.value)
        elif self._step is Step.YOU:
            self.you_given.emit(self.you.value)
        elif self._step is Step.CENTRE:
            self.centre_given.emit(self.centre.value)
        elif self._step is Step.BACKUP:
            self.backup_chosen.emit(self.backup.value)
        else:
            self.finished.emit(self.done.wants_sample_data)

    def _on_skip(self) -> None:
        if self._step is Step.PIN:
            self.pin_chosen.emit("")
        elif self._step is Step.BACKUP:
            self.backup_chosen.emit("")
