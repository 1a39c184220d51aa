"""The two questions of the sign-off page: why somebody does not sign now, and what was signed on paper."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog, QVBoxLayout, QWidget

from assessor_app.domain.record import Signatory
from assessor_app.domain.roles import Role as SignerRole
from assessor_app.domain.signatures import Signer
from assessor_app.gui.dialogs import ReasonDialog
from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.buttons import Button, Kind
from assessor_app.gui.widgets.choice import CheckBox, RadioButton
from assessor_app.gui.widgets.date_field import DateField
from assessor_app.gui.widgets.layouts import column, row
from assessor_app.gui.widgets.page import ScrollColumn
from assessor_app.gui.widgets.text import Text
from assessor_app.gui.widgets.text_field import TextField

_WHYS = ("Away", "Does not want to sign", "Signs on paper elsewhere")
_TITLES = ("line manager", "owner/manager")


class NotSignedDialog(ReasonDialog):
    """Away, refusing, or signing elsewhere; with a few words."""

    def __init__(self, who: str, parent: QWidget | None = None) -> None:
        super().__init__(
            f"{who} does not sign now",
            "It is recorded with your name and the time. It never takes the place of a signature.",
            "In a few words",
            "Record it",
            parent,
        )
        self.choices = [RadioButton(why) for why in _WHYS]
        self.choices[0].setChecked(True)
        for number, choice in enumerate(self.choices):
            self.body.insertWidget(number, choice)

    @property
    def reason(self) -> str:
        """The kind of reason, and the words."""
        words = self.area.text.strip()
        chosen = next(w for w, c in zip(_WHYS, self.choices, strict=True) if c.isChecked())
        return f"{chosen}. {words}" if words else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperAnswer:
    """What stands on the paper."""

    signer: Signer
    ticks: tuple[bool, ...]
    date_written: date
    scan: Path


class PaperDialog(QDialog):
    """`answer` holds what was given when accepted."""

    def __init__(self, row_: Signatory, expected: Signer, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Signed on paper")
        self.setModal(True)
        self.setMinimumWidth(look().px(520))
        self._row = row_
        self._expected = expected
        self.answer: PaperAnswer | None = None
        self._scan: Path | None = None
        self.name = TextField("Name as printed")
        self.name.set_text(expected.name)
        self.job = TextField("Job title")
        self.job.set_text(expected.job_title)
        self.titles = [RadioButton(words.capitalize()) for words in _TITLES]
        for choice, words in zip(self.titles, _TITLES, strict=True):
            choice.setChecked(expected.role_title == words)
        self.identity = TextField("How do you know who signed?", "For example: staff badge seen, known to me")
        self.written = DateField("Date as written on the paper")
        self.written.set_value(today)
        needs_ticks = row_.declaration.ticked
        self.ticks = [CheckBox(s, "Ticked on the paper") for s in row_.declaration.statements] if needs_ticks else []
        self._scan_name = Text("No file chosen yet", Role.SMALL, Token.TEXT_2, elide=True)
        self.choose = Button("Attach the scan", icon="paperclip")
        self.choose.clicked.connect(self._on_choose)
        self._trouble = Text("", Role.SMALL, Token.DANGER, wrap=True)
        self._trouble.hide()
        self.keep = Button("Record the paper signature", Kind.PRIMARY)
        self.keep.clicked.connect(self.accept)
        cancel = Button("Cancel")
        cancel.clicked.connect(self.reject)
        self._lay_out(cancel)

    def set_scan(self, path: Path) -> None:
        """Takes the file that holds the scan."""
        self._scan = path
        self._scan_name.setText(path.name)

    def accept(self) -> None:
        """Close only where everything that the form prints is there."""
        missing = []
        if not self.name.text:
            missing.append("the name")
        if self._row.role is SignerRole.MANAGER and not any(c.isChecked() for c in self.titles):
            missing.append("line manager or owner/manager")
        if not self.identity.text:
            missing.append("how you know who signed")
        if not all(t.isChecked() for t in self.ticks):
            missing.append("both ticks")
        if self._scan is None:
            missing.append("the scan")
        if missing or self._scan is None:
            self._trouble.setText(f"Still missing: {', '.join(missing)}.")
            self._trouble.show()
            return
        title = next((w for w, c in zip(_TITLES, self.titles, strict=True) if c.isChecked()), "")
        is_manager = self._row.role is SignerRole.MANAGER
        self.answer = PaperAnswer(
            signer=Signer(
                role=self._row.role,
                name=self.name.text,
                role_title=title if is_manager else self._expected.role_title,
                job_title=self.job.text,
                organisation=self._expected.organisation,
                relationship=self._expected.relationship,
                identity_check=self.identity.text,
            ),
            ticks=tuple(t.isChecked() for t in self.ticks),
            date_written=self.written.value,
            scan=self._scan,
        )
        super().accept()

    def _lay_out(self, cancel: Button) -> None:
        scroll = ScrollColumn()
        words = "The form will say that the order of this signature is declared, not proven."
        inner = column(
            Text("Signed on paper", Role.TITLE, wrap=True), 6, Text(words, Role.BODY, Token.TEXT_2, wrap=True), 16
        )
        inner.setContentsMargins(28, 24, 28, 8)
        for item in (self.name, self.job):
            inner.addWidget(item)
            inner.addSpacing(14)
        if self._row.role is SignerRole.MANAGER:
            inner.addLayout(row(*self.titles, spacing=20))
            inner.addSpacing(14)
        for field in (self.identity, self.written, *self.ticks):
            inner.addWidget(field)
            inner.addSpacing(14)
        scan = row(self.choose, spacing=12)
        scan.addWidget(self._scan_name, 1)
        inner.addLayout(scan)
        inner.addSpacing(10)
        inner.addWidget(self._trouble)
        inner.addStretch(1)
        scroll.content.setLayout(inner)
        scroll.setMinimumHeight(look().px(440))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll, 1)
        layout.addLayout(row(None, cancel, self.keep, spacing=10, margins=(28, 10, 28, 20)))

    def _on_choose(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self, "Attach the scan", "", "Scans and photographs (*.pdf *.png *.jpg *.jpeg *.tif *.tiff)"
        )
        if chosen:
            self.set_scan(Path(chosen))
