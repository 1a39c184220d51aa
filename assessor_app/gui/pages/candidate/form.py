"""The form of a candidate's details.

Checks of ULN and QAN come from outside as words; an odd number is kept all the same.
"""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from assessor_app.gui.pages.candidate.unit_choices import UnitChoice, UnitChoices
from assessor_app.gui.widgets.buttons import Button, Kind
from assessor_app.gui.widgets.card import Card
from assessor_app.gui.widgets.page import Page
from assessor_app.gui.widgets.section import SectionHeading
from assessor_app.gui.widgets.text_field import TextField


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidateDraft:
    """What stands in the form; texts as typed, without spaces at their ends. `unit_ids` in the order of the choices."""

    name: str = ""
    registration_number: str = ""
    uln: str = ""
    employer: str = ""
    site: str = ""
    job_title: str = ""
    manager_name: str = ""
    manager_job: str = ""
    qualification_title: str = ""
    qan: str = ""
    unit_ids: tuple[str, ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        """The names of the fields that are typed."""
        return tuple(key for _, keys in _GROUPS for key in keys)


@dataclass(frozen=True, slots=True, kw_only=True)
class FormContent:
    """The draft and the units to choose from; `is_new` decides the words of title and button.

    `is_begun`: it was typed before and not sent yet. `units` is None while they are read.
    """

    draft: CandidateDraft
    units: tuple[UnitChoice, ...] | None
    is_new: bool
    is_begun: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldCheck:
    """The result of a check: a warning, or good words, or neither."""

    warning: str = ""
    good: str = ""


_FIELDS = (
    ("name", "Full name", "As it stands on the registration."),
    ("registration_number", "Registration number", "From the centre; may come later."),
    ("uln", "Unique Learner Number", "Ten digits; may come later."),
    ("job_title", "Job title", ""),
    ("employer", "Employer", ""),
    ("site", "Site", "Where you visit."),
    ("manager_name", "Line manager", "Signs the witness part of the sheets."),
    ("manager_job", "Line manager’s job title", ""),
    ("qualification_title", "Qualification", ""),
    ("qan", "Qualification number (QAN)", "Such as 601/3457/X."),
)
_GROUPS = (
    ("Candidate", ("name", "registration_number", "uln", "job_title")),
    ("Workplace", ("employer", "site", "manager_name", "manager_job")),
    ("Qualification", ("qualification_title", "qan")),
)


class CandidateForm(QWidget):
    """`draft_changed` with each change, `submitted` on the button or Ctrl+Enter, `cancelled` on Esc."""

    draft_changed = Signal(CandidateDraft)
    submitted = Signal(CandidateDraft)
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._setting = False
        self.back = Button("Cancel", Kind.QUIET, key="Esc", shows_key=False)
        self.save = Button("Add candidate", Kind.PRIMARY, key="Ctrl+Return", shows_key=False)
        self.back.clicked.connect(self.cancelled)
        self.save.clicked.connect(self._on_save)
        self._page = Page("Add a candidate", " ", actions=(self.back, self.save), side_width=400, gap=40)
        self.fields = {key: TextField(label, help_text) for key, label, help_text in _FIELDS}
        for title, keys in _GROUPS:
            if self._page.main.count():
                self._page.main.addSpacing(28)
            self._page.main.addWidget(SectionHeading(title))
            self._page.main.addWidget(self._group(keys))
        self._page.main.addStretch(1)
        self.units = UnitChoices()
        self.units.changed.connect(self._on_edited)
        self._page.side.addWidget(self.units)
        self._page.side.addStretch(1)
        for field in self.fields.values():
            field.edited.connect(self._on_edited)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._page)

    def set_content(self, content: FormContent) -> None:
        """Fills the form; no signal."""
        self._setting = True
        draft = content.draft
        second = "Only the name is needed to begin." if content.is_new else draft.name
        if content.is_begun:
            second = "As you left it. Cancel lets go of it."
        self._page.set_title("Add a candidate" if content.is_new else "Change details", second)
        self.save.set_label("Add candidate" if content.is_new else "Done")
        for key, field in self.fields.items():
            field.set_text(getattr(draft, key))
        self.units.setVisible(content.units is not None)
        self.units.set_units(content.units or (), draft.unit_ids)
        self._setting = False
        self._show_state()

    @property
    def draft(self) -> CandidateDraft:
        """What stands in the form now."""
        texts = {key: field.text for key, field in self.fields.items()}
        return CandidateDraft(
            name=texts["name"],
            registration_number=texts["registration_number"],
            uln=texts["uln"],
            employer=texts["employer"],
            site=texts["site"],
            job_title=texts["job_title"],
            manager_name=texts["manager_name"],
            manager_job=texts["manager_job"],
            qualification_title=texts["qualification_title"],
            qan=texts["qan"],
            unit_ids=self.units.chosen,
        )

    def set_uln_check(self, check: FieldCheck) -> None:
        """Shows what is thought of the ULN."""
        _show_check(self.fields["uln"], check)

    def set_qan_check(self, check: FieldCheck) -> None:
        """Shows what is thought of the QAN."""
        _show_check(self.fields["qan"], check)

    def take_focus(self) -> None:
        """Puts the caret into the name."""
        self.fields["name"].setFocus()

    def _group(self, keys: tuple[str, ...]) -> Card:
        card = Card(padding=(20, 18, 20, 20))
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(16)
        for number, key in enumerate(keys):
            grid.addWidget(self.fields[key], number // 2, number % 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        card.body.addLayout(grid)
        return card

    def _show_state(self) -> None:
        self.save.set_unavailable("" if self.fields["name"].text else "A name is needed first.")

    def _on_edited(self) -> None:
        if self._setting:
            return
        self._show_state()
        self.draft_changed.emit(self.draft)

    def _on_save(self) -> None:
        self.submitted.emit(self.draft)


def _show_check(field: TextField, check: FieldCheck) -> None:
    if check.good:
        field.set_good(check.good)
    else:
        field.set_warning(check.warning)
