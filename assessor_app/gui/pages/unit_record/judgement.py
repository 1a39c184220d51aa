"""What is written about the unit as a whole: judgement, VARCS, feedback, actions, and what is asked before sign-off."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assessor_app.domain.judging import (
    Action,
    ChecklistRecord,
    ChecklistRow,
    Competence,
    Judgement,
    RecordedReason,
)
from assessor_app.gui.pages.unit_record.model import UnitRecordContent
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.buttons import Button, IconButton, Kind
from assessor_app.gui.widgets.choice import CheckBox
from assessor_app.gui.widgets.combo_field import ComboField
from assessor_app.gui.widgets.layouts import column, host, row
from assessor_app.gui.widgets.segmented import Segmented
from assessor_app.gui.widgets.text import Text
from assessor_app.gui.widgets.text_area import TextArea
from assessor_app.gui.widgets.text_field import TextField
from assessor_app.gui.widgets.varcs_ticks import VarcsTicks

_COMPETENCE = {"open": None, "competent": Competence.COMPETENT, "not yet": Competence.NOT_YET}


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgementDraft:
    """The judgement as it stands in the form; reasons are words until they are recorded with name and time."""

    judgement: Judgement
    expiry: tuple[str, str] = ("", "")
    exception: tuple[str, str] = ("", "")


class _ActionRow(QWidget):
    edited = Signal()
    removed = Signal()

    def __init__(self, number: int, action: Action) -> None:
        super().__init__()
        self.text = TextField(f"Action {number}")
        self.who = TextField("Who", longest=60)
        self.by = TextField("By when", longest=40)
        remove = IconButton("trash-2", f"Take action {number} out", side=32, glyph=17)
        remove.clicked.connect(self.removed)
        for line, value in ((self.text, action.text), (self.who, action.who), (self.by, action.by)):
            line.set_text(value)
            line.edited.connect(self.edited)
        parts = row(self.text, self.who, self.by, column(30, remove, None), spacing=10)
        parts.setStretch(0, 3)
        parts.setStretch(1, 1)
        parts.setStretch(2, 1)
        self.setLayout(parts)

    @property
    def action(self) -> Action:
        return Action(text=self.text.text, who=self.who.text, by=self.by.text)


class _CheckRow(QWidget):
    edited = Signal()

    def __init__(self, number: str, text: str, kept: ChecklistRow) -> None:
        super().__init__()
        self._number = number
        self._found = TextField("Found at (page or file)")
        self._comment = TextField("Comment")
        self._candidate = CheckBox("Candidate")
        self._assessor = CheckBox("Assessor")
        self._found.editor.setAccessibleName(f"{number}, found at")
        self._comment.editor.setAccessibleName(f"{number}, comment")
        self._candidate.setAccessibleName(f"{number}, candidate's tick")
        self._assessor.setAccessibleName(f"{number}, assessor's tick")
        self._found.set_text(kept.found_at)
        self._comment.set_text(kept.comment)
        self._candidate.setChecked(kept.candidate_tick)
        self._assessor.setChecked(kept.assessor_tick)
        fields = row(self._found, self._comment, spacing=12)
        ticks = row(self._candidate, self._assessor, None, spacing=24)
        words = Text(f"{number}  {text}", Role.SMALL_MEDIUM, wrap=True)
        self.setLayout(column(words, 6, fields, 8, ticks, 6))
        self._found.edited.connect(self.edited)
        self._comment.edited.connect(self.edited)
        self._candidate.toggled.connect(self.edited)
        self._assessor.toggled.connect(self.edited)

    @property
    def value(self) -> ChecklistRow:
        return ChecklistRow(
            number=self._number,
            found_at=self._found.text,
            candidate_tick=self._candidate.isChecked(),
            assessor_tick=self._assessor.isChecked(),
            comment=self._comment.text,
        )


class JudgementForm(QWidget):
    """`edited` comes with each change by the person."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._setting = False
        self._actions: list[_ActionRow] = []
        self._checks: list[_CheckRow] = []
        self.competence = Segmented(
            (("open", "Not judged"), ("competent", "Competent"), ("not yet", "Not yet competent")), "Judgement"
        )
        self.text = TextArea("Why", "What the judgement rests on, in your words")
        self.varcs = VarcsTicks("All the evidence together")
        self.feedback = TextArea("Feedback to the candidate")
        self._action_rows = QVBoxLayout()
        self._action_rows.setSpacing(10)
        add = Button("Add an action", Kind.SECONDARY, icon="plus")
        add.clicked.connect(self._on_add_action)
        self.conflict_checked = CheckBox(
            "I asked about conflicts of interest",
            "Nobody who assesses or confirms is related to the candidate or gains by the result",
        )
        self.conflict = TextField("What was found", "Empty where there is none")
        self._expired = Text("", Role.SMALL, Token.NOTYET, wrap=True)
        self.expiry_reason = TextArea("Why it may still be signed off", lines=2)
        self.expiry_decision = TextField("Centre's decision")
        self._expiry_part = host(column(self._expired, self.expiry_reason, self.expiry_decision, spacing=12))
        self.exception_reason = TextArea(
            "The owner/manager is the candidate. Why is there no other signer?",
            "Nobody can confirm their own competence; only the centre can allow an exception, and it is printed",
            lines=2,
        )
        self.exception_decision = TextField("Centre's written decision")
        self._exception_part = host(column(self.exception_reason, self.exception_decision, spacing=12))
        self.record_used = ComboField("Record used")
        self.record_used.set_choices(tuple((r.name, r.value.capitalize()) for r in ChecklistRecord))
        self._check_rows = QVBoxLayout()
        self._check_rows.setSpacing(14)
        heading = Text("Checklist", Role.HEADING)
        self._checklist_part = host(column(heading, self.record_used, self._check_rows, spacing=14))
        choice = row(self.competence, None)
        self.setLayout(
            column(
                Text("Judgement", Role.HEADING), choice, self.text, self.varcs, self.feedback,
                Text("Next actions, agreed with the candidate", Role.SMALL_MEDIUM), self._action_rows, row(add, None),
                self.conflict_checked, self.conflict, self._expiry_part, self._exception_part, self._checklist_part,
                spacing=16,
            )
        )  # fmt: skip
        self._connect()

    def set_content(self, content: UnitRecordContent) -> None:
        """Shows the judgement as it is kept."""
        self._setting = True
        kept = content.judgement
        self.competence.set_choice(next(k for k, v in _COMPETENCE.items() if v is kept.competence))
        _put_words(self.text, kept.text)
        self.varcs.set_varcs(kept.varcs)
        _put_words(self.feedback, kept.feedback)
        self.conflict_checked.setChecked(kept.conflict_checked)
        _put_words(self.conflict, kept.conflict)
        for reason, words, decision in (
            (kept.expiry_reason, self.expiry_reason, self.expiry_decision),
            (kept.manager_exception, self.exception_reason, self.exception_decision),
        ):
            _put_words(words, reason.text if reason else "")
            _put_words(decision, reason.centre_decision if reason else "")
        self._expired.setText(content.expired)
        self._expiry_part.setVisible(bool(content.expired))
        self._exception_part.setVisible(content.owner_is_candidate)
        self._checklist_part.setVisible(content.is_checklist)
        self.record_used.set_choice(kept.record_used.name)
        self._set_actions(kept.actions)
        self._set_checks(content)
        self._setting = False

    @property
    def draft(self) -> JudgementDraft:
        """What stands in the form."""
        return JudgementDraft(
            judgement=Judgement(
                competence=_COMPETENCE[self.competence.choice or "open"],
                text=self.text.text.strip(),
                varcs=self.varcs.varcs,
                feedback=self.feedback.text.strip(),
                actions=tuple(r.action for r in self._actions if r.action.text),
                conflict_checked=self.conflict_checked.isChecked(),
                conflict=self.conflict.text,
                record_used=ChecklistRecord[self.record_used.choice],
                checklist=tuple(r.value for r in self._checks),
            ),
            expiry=(self.expiry_reason.text.strip(), self.expiry_decision.text),
            exception=(self.exception_reason.text.strip(), self.exception_decision.text),
        )

    def _connect(self) -> None:
        for area in (self.text, self.feedback, self.expiry_reason, self.exception_reason):
            area.edited.connect(self._on_edited)
        for line in (self.conflict, self.expiry_decision, self.exception_decision):
            line.edited.connect(self._on_edited)
        self.competence.chosen.connect(self._on_edited)
        self.varcs.changed.connect(self._on_edited)
        self.conflict_checked.toggled.connect(self._on_edited)
        self.record_used.chosen.connect(self._on_edited)

    def _set_actions(self, actions: tuple[Action, ...]) -> None:
        if tuple(r.action for r in self._actions if r.action.text) == actions and self._actions:
            return
        for kept in list(self._actions):
            self._drop(kept)
        for action in actions:
            self._put(action)

    def _set_checks(self, content: UnitRecordContent) -> None:
        wanted = [d.choice for d in content.criteria] if content.is_checklist else []
        if [c.value.number for c in self._checks] == [w.chip.number for w in wanted]:
            return
        for old in self._checks:
            self._check_rows.removeWidget(old)
            old.hide()
            old.deleteLater()
        kept = {r.number: r for r in content.judgement.checklist}
        self._checks = []
        for choice in wanted:
            number = choice.chip.number
            made = _CheckRow(number, choice.chip.text, kept.get(number, ChecklistRow(number=number)))
            made.edited.connect(self._on_edited)
            self._checks.append(made)
            self._check_rows.addWidget(made)

    def _put(self, action: Action) -> _ActionRow:
        made = _ActionRow(len(self._actions) + 1, action)
        made.edited.connect(self._on_edited)
        made.removed.connect(lambda: self._on_removed(made))
        self._actions.append(made)
        self._action_rows.addWidget(made)
        made.show()
        return made

    def _drop(self, kept: _ActionRow) -> None:
        self._actions.remove(kept)
        self._action_rows.removeWidget(kept)
        kept.hide()
        kept.deleteLater()

    def _on_add_action(self) -> None:
        self._put(Action(text="")).text.setFocus()

    def _on_removed(self, kept: _ActionRow) -> None:
        self._drop(kept)
        self._on_edited()

    def _on_edited(self) -> None:
        if not self._setting:
            self.edited.emit()


def _put_words(field: TextArea | TextField, words: str) -> None:
    """Leaves the caret alone where the words are there already."""
    if field.text.strip() != words:
        field.set_text(words)


def reason_words(reason: RecordedReason | None) -> tuple[str, str]:
    """The words of a recorded reason and of the centre's decision."""
    return (reason.text, reason.centre_decision) if reason else ("", "")
