"""Files and pictures given to a visit: read and cleaned off the GUI thread, kept, listed, refined, taken out again."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from assessor_app.domain.evidence import EvidenceItem
from assessor_app.domain.observations import Observation
from assessor_app.gui.desk import Desk
from assessor_app.gui.pending import Pending
from assessor_app.gui.pictures import FileGiven, encoded, read_given
from assessor_app.gui.widgets.completer import CriterionChoice
from assessor_app.gui.widgets.evidence_form import EvidenceDraft, EvidenceForm
from assessor_app.gui.words import day
from assessor_app.usecases.begun_forms import drop_evidence_form, evidence_form, keep_evidence_form
from assessor_app.usecases.keep_evidence import (
    add_evidence,
    change_evidence,
    remove_evidence,
    restore_evidence,
    store_file,
)


class Attaching(QObject):
    """Between an evidence form and the vault; `changed` is called when the list of evidence is another.

    A new item is kept as a begun form while it is typed, under the visit or candidate that it is about.
    """

    def __init__(
        self,
        form: EvidenceForm,
        desk: Desk,
        changed: Callable[[], None],
        shown: Callable[[], None],
        closed: Callable[[], None],
    ) -> None:
        super().__init__(form)
        self._form = form
        self._desk = desk
        self._changed = changed
        self._shown = shown
        self._closed = closed
        self._item: EvidenceItem | None = None
        self._about = UUID(int=0)
        self._given: FileGiven | None = None
        self._pending = Pending(self._keep, self)
        form.edited.connect(self._on_edited)
        form.submitted.connect(self._on_submitted)
        form.closed.connect(self._on_closed)
        form.removed.connect(self._on_removed)
        form.file_given.connect(self._on_file_given)

    def flush(self) -> None:
        """Keeps what was typed about an item."""
        self._pending.flush()

    def attach(self, visit: Observation, files: list[Path]) -> None:
        """Keeps each file as an item of this visit's day and asks what it shows."""
        for path in files:
            self._desk.jobs.run_slow(
                lambda path=path: read_given(path),  # type: ignore[misc]
                lambda given: self._keep_file(visit, given),
                self._desk.trouble,
            )

    def attach_picture(self, visit: Observation, image: QImage) -> None:
        """The same for a picture that was pasted or dropped."""
        name = f"Picture {self._desk.ports.now().local:%H-%M-%S}"
        self._desk.jobs.run_slow(
            lambda: encoded(name, image), lambda given: self._keep_file(visit, given), self._desk.trouble
        )

    def begin(self, candidate: UUID, visit: Observation | None, choices: tuple[CriterionChoice, ...]) -> None:
        """The form of an item without a file, as it was left if it was begun before."""
        dated = visit.day if visit else self._desk.ports.now().local_date
        self.flush()
        self._given = None
        self._about = about = visit.id if visit else candidate
        empty = EvidenceItem(id=self._desk.ports.new_id(), candidate=candidate, number=0, title="", dated=dated)

        def show(begun: EvidenceItem | None) -> None:
            self._show_new(empty if begun is None else replace(begun, id=empty.id), choices)

        self._desk.jobs.run(lambda: evidence_form(self._desk.ports, about), show, self._desk.trouble)

    def _show_new(self, item: EvidenceItem, choices: tuple[CriterionChoice, ...]) -> None:
        self._item = item
        self._form.show_item(EvidenceDraft.of(item), choices, heading="Add evidence", is_new=True)
        self._form.show_as_visit(False)
        self._shown()

    def open(self, item: EvidenceItem, choices: tuple[CriterionChoice, ...]) -> None:
        """The form of an item that is kept already."""
        self.flush()
        self._item = item
        file = f"{item.file.name}, {max(1, item.file.size // 1024)} KB" if item.file else ""
        self._form.show_item(
            EvidenceDraft.of(item), choices, heading=f"{item.ref}  {item.title}", file=file, is_new=False
        )
        self._form.show_as_visit(item.observation is not None)
        self._shown()

    def _keep_file(self, visit: Observation, given: FileGiven) -> None:
        ports = self._desk.ports
        item = EvidenceItem(
            id=ports.new_id(),
            candidate=visit.candidate,
            number=0,
            title=Path(given.name).stem.replace("_", " "),
            dated=visit.day,
            location=f"File {given.name}",
        )

        def keep() -> EvidenceItem:
            stored = store_file(ports, given.name, given.media_type, given.data)
            return add_evidence(ports, replace(item, file=stored))

        self._desk.jobs.run(keep, self._on_kept, self._desk.trouble)

    def _on_kept(self, item: EvidenceItem) -> None:
        self._changed()
        self._say_added(item)

    def _say_added(self, item: EvidenceItem) -> None:
        self._desk.say(f"{item.ref} added: {item.title}, {day(item.dated)}", lambda: self._take_out(item.id))

    def _on_edited(self) -> None:
        if self._item is not None:
            self._pending.touch()

    def _keep(self) -> None:
        item = self._item
        if item is None:
            return
        changed = self._form.draft.on(item)
        if changed == item:
            return
        self._item = changed
        if not item.number:
            about = self._about
            self._desk.jobs.run(lambda: keep_evidence_form(self._desk.ports, about, changed), None, self._desk.trouble)
            return
        self._desk.jobs.run(
            lambda: change_evidence(self._desk.ports, changed), lambda _: self._changed(), self._desk.trouble
        )

    def _on_closed(self) -> None:
        """Done with an item that is kept; a new one is given up, and comes back with undo."""
        self._pending.flush()
        item, about = self._item, self._about
        if item is None or item.number:
            return
        self._item = None

        def put_back() -> None:
            self._desk.jobs.run(lambda: keep_evidence_form(self._desk.ports, about, item), None, self._desk.trouble)

        if item.title or item.shows or item.ties:
            self._desk.say("Evidence not added", put_back)
        self._desk.jobs.run(lambda: drop_evidence_form(self._desk.ports, about), None, self._desk.trouble)

    def _on_submitted(self) -> None:
        item, about = self._item, self._about
        if item is None or item.number:
            return
        self._pending.forget()
        new, given = self._form.draft.on(item), self._given

        def done(kept: EvidenceItem) -> None:
            self._item = None
            self._given = None
            self._changed()
            self._closed()
            self._say_added(kept)

        def keep() -> EvidenceItem:
            file = store_file(self._desk.ports, given.name, given.media_type, given.data) if given else None
            kept = add_evidence(self._desk.ports, replace(new, file=file))
            drop_evidence_form(self._desk.ports, about)
            return kept

        self._desk.jobs.run(keep, done, self._desk.trouble)

    def _on_file_given(self, path: Path) -> None:
        item = self._item
        if item is not None:
            self._desk.jobs.run_slow(
                lambda: read_given(path), lambda given: self._on_file_read(item, given), self._desk.trouble
            )

    def _on_file_read(self, item: EvidenceItem, given: FileGiven) -> None:
        if self._item is None or self._item.id != item.id:
            return
        self._form.show_file(f"{given.name}, {max(1, len(given.data) // 1024)} KB")
        if not item.number:
            self._given = given
            return
        current = self._form.draft.on(self._item)
        ports = self._desk.ports

        def keep() -> EvidenceItem:
            stored = store_file(ports, given.name, given.media_type, given.data)
            kept = replace(current, file=stored)
            change_evidence(ports, kept)
            return kept

        def done(kept: EvidenceItem) -> None:
            if self._item is not None and self._item.id == kept.id:
                self._item = kept
            self._changed()

        self._desk.jobs.run(keep, done, self._desk.trouble)

    def _on_removed(self) -> None:
        item = self._item
        if item is None:
            return
        self._pending.forget()
        self._item = None
        self._closed()
        self._take_out(item.id)

    def _take_out(self, item: UUID) -> None:
        def done(taken: EvidenceItem) -> None:
            self._changed()
            self._desk.say(f"{taken.ref} taken out: {taken.title}", lambda: self._put_back(taken))

        self._desk.jobs.run(lambda: remove_evidence(self._desk.ports, item), done, self._desk.trouble)

    def _put_back(self, item: EvidenceItem) -> None:
        self._desk.jobs.run(
            lambda: restore_evidence(self._desk.ports, item), lambda _: self._changed(), self._desk.trouble
        )
