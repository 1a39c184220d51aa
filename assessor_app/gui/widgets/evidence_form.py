"""What is asked about one item of evidence: what it is, what and whom it shows, where it is, what it proves, VARCS.

Refuses to name a method for the person: a tie without one is asked about.
"""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from assessor_app.domain.evidence import NEUTRAL_METHODS, CriterionRef, EvidenceItem, HeldInWorkplace, Tie, Varcs
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.buttons import Button, Kind
from assessor_app.gui.widgets.choice import CheckBox
from assessor_app.gui.widgets.combo_field import ComboField
from assessor_app.gui.widgets.completer import CriterionChoice
from assessor_app.gui.widgets.criteria_field import CriteriaField
from assessor_app.gui.widgets.full_date_field import FullDateField
from assessor_app.gui.widgets.layouts import column, host, row
from assessor_app.gui.widgets.text import Text
from assessor_app.gui.widgets.text_area import TextArea
from assessor_app.gui.widgets.text_field import TextField
from assessor_app.gui.widgets.varcs_ticks import VarcsTicks

_METHODS = tuple((m.code, f"{m.code}, {m.name}") for m in NEUTRAL_METHODS)


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceDraft:
    """An item as it stands in the form."""

    title: str = ""
    dated: date
    method: str = "P"
    shows: str = ""
    location: str = ""
    held: HeldInWorkplace | None = None
    confidential: bool = False
    criteria: tuple[CriterionRef, ...] = ()
    varcs: Varcs = Varcs()

    @classmethod
    def of(cls, item: EvidenceItem, method: str = "P") -> "EvidenceDraft":
        """The form of an item that is there already."""
        return cls(
            title=item.title,
            dated=item.dated,
            method=item.ties[0].method if item.ties else method,
            shows=item.shows,
            location=item.location,
            held=item.held,
            confidential=item.confidential,
            criteria=tuple(dict.fromkeys(t.criterion for t in item.ties)),
            varcs=item.varcs,
        )

    def on(self, item: EvidenceItem) -> EvidenceItem:
        """`item` with what the form says; ties that had another method keep it.

        A visit says itself what it is and what it proves: of it only VARCS and confidentiality are taken.
        """
        if item.observation is not None:
            return replace(item, confidential=self.confidential, varcs=self.varcs)
        kept = tuple(t for t in item.ties if t.criterion in self.criteria)
        tied = {t.criterion for t in kept}
        new = tuple(Tie(criterion=c, method=self.method) for c in self.criteria if c not in tied)
        first = item.ties[0].method if item.ties else self.method
        if first != self.method:
            kept = tuple(replace(t, method=self.method) if t.method == first else t for t in kept)
        return replace(
            item,
            title=self.title or item.title,
            dated=self.dated,
            shows=self.shows,
            location=self.location,
            held=self.held,
            confidential=self.confidential,
            varcs=self.varcs,
            ties=(*kept, *new),
        )


class EvidenceForm(QWidget):
    """`edited` comes with each change; `submitted` when a new item is to be added, `closed` when the person is done."""

    edited = Signal()
    submitted = Signal()
    closed = Signal()
    removed = Signal()
    file_given = Signal(Path)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._setting = False
        self._held_before: HeldInWorkplace | None = None
        self._heading = Text("Add evidence", Role.TITLE)
        self._file = Text("", Role.SMALL, Token.TEXT_2, wrap=True)
        self._attach = Button("Attach a file", Kind.LINK, icon="paperclip", flush=True, left=True)
        self._attach.clicked.connect(self._on_attach)
        self.title = TextField("What it is")
        self.shows = TextArea("What and whom it shows", "Say who can be seen, or that nobody can", lines=2)
        self.method = ComboField("Method")
        self.method.set_choices(_METHODS, "P")
        self.dated = FullDateField("Date")
        self.criteria = CriteriaField("Criteria it proves", "Type a number such as 2.3, or words of the criterion")
        self.location = TextField("Page or place in the portfolio")
        self.is_held = CheckBox("It stays in the workplace", "No copy is taken")
        self.where = TextField("Where it is held")
        self.holder = TextField("Who holds it")
        self.seen_on = FullDateField("Seen there on")
        self._held_part = host(column(self.where, self.holder, self.seen_on, spacing=14))
        self.confidential = CheckBox("Confidential")
        self.varcs = VarcsTicks("Is it enough? Answer each for yourself")
        self.add = Button("Add evidence", Kind.PRIMARY)
        self.done = Button("Done")
        self._remove = Button("Take it out", Kind.QUIET, icon="trash-2")
        foot = row(self.add, self.done, None, self._remove, spacing=10)
        texts = (
            self._heading,
            self._file,
            row(self._attach, None),
            self.title,
            self.shows,
            self.method,
            self.dated,
            self.criteria,
        )
        rest = (self.location, self.is_held, self._held_part, self.confidential, self.varcs, foot, None)
        self.setLayout(column(*texts, *rest, spacing=16))
        self._connect()

    def show_item(
        self, draft: EvidenceDraft, choices: tuple[CriterionChoice, ...], *, heading: str, file: str = "", is_new: bool
    ) -> None:
        """Shows an item, or the empty form of a new one."""
        self._setting = True
        self._heading.setText(heading)
        self.show_file(file)
        self.title.set_text(draft.title)
        self.title.set_error("")
        self.shows.set_text(draft.shows)
        self.method.set_choice(draft.method)
        self.dated.set_value(draft.dated)
        self.criteria.set_choices(choices)
        self.criteria.set_refs(draft.criteria)
        self.location.set_text(draft.location)
        self.is_held.setChecked(draft.held is not None)
        held = draft.held or HeldInWorkplace(where="", holder="", seen_on=draft.dated)
        self.where.set_text(held.where)
        self.holder.set_text(held.holder)
        self.seen_on.set_value(held.seen_on)
        self._held_part.setVisible(draft.held is not None)
        self.confidential.setChecked(draft.confidential)
        self.varcs.set_varcs(draft.varcs)
        self.add.setVisible(is_new)
        self.done.set_label("Cancel" if is_new else "Done")
        self._remove.setVisible(not is_new)
        self._setting = False

    def show_as_visit(self, is_visit: bool) -> None:
        """Leaves out what a visit says itself. Called after `show_item`."""
        for part in (self.title, self.shows, self.method, self.dated, self.criteria, self.location, self.is_held):
            part.setVisible(not is_visit)
        if is_visit:
            self._held_part.hide()
            self._attach.hide()
            self._remove.hide()

    def show_file(self, words: str) -> None:
        """Says which file belongs to the item."""
        self._file.setText(words)
        self._file.setVisible(bool(words))
        self._attach.setVisible(not words)

    @property
    def draft(self) -> EvidenceDraft:
        """What stands in the form."""
        held = HeldInWorkplace(where=self.where.text, holder=self.holder.text, seen_on=self.seen_on.value)
        return EvidenceDraft(
            title=self.title.text,
            dated=self.dated.value,
            method=self.method.choice,
            shows=self.shows.text.strip(),
            location=self.location.text,
            held=held if self.is_held.isChecked() else None,
            confidential=self.confidential.isChecked(),
            criteria=self.criteria.refs,
            varcs=self.varcs.varcs,
        )

    def set_read_only(self, read_only: bool) -> None:
        """Nothing can be changed."""
        fields = (self.title, self.shows, self.method, self.dated, self.criteria, self.location)
        others = (self.is_held, self._held_part, self.confidential, self.varcs, self._remove, self._attach)
        for part in (*fields, *others):
            part.setEnabled(not read_only)

    def _connect(self) -> None:
        for text in (self.title, self.location, self.where, self.holder):
            text.edited.connect(self._on_edited)
        self.shows.edited.connect(self._on_edited)
        self.method.chosen.connect(self._on_edited)
        self.dated.changed.connect(self._on_edited)
        self.seen_on.changed.connect(self._on_edited)
        self.criteria.changed.connect(self._on_edited)
        self.confidential.toggled.connect(self._on_edited)
        self.varcs.changed.connect(self._on_edited)
        self.is_held.toggled.connect(self._on_held)
        self.add.clicked.connect(self._on_add)
        self.done.clicked.connect(self.closed)
        self._remove.clicked.connect(self.removed)

    def _on_edited(self) -> None:
        if not self._setting:
            self.title.set_error("")
            self.edited.emit()

    def _on_attach(self) -> None:
        dialog = QFileDialog(self, "Attach a file")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._on_file_selected)
        dialog.open()

    def _on_file_selected(self, name: str) -> None:
        self.file_given.emit(Path(name))

    def _on_held(self, held: bool) -> None:
        self._held_part.setVisible(held)
        self._on_edited()

    def _on_add(self) -> None:
        if not self.title.text:
            self.title.set_error("Say what it is, in a few words.")
            self.title.setFocus()
            return
        self.submitted.emit()
