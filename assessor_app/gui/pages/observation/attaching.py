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
from assessor_app.usecases.keep_evidence import (
    add_evidence,
    change_evidence,
    remove_evidence,
    restore_evidence,
    store_file,
)


class Attaching(QObject):
    """Between an evidence form and the vault; `changed` is called when the list of evidence is another."""

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
        self._given: FileGiven | None = None
        self._pending = Pending(self._keep, self)
        form.edited.connect(self._on_edited)
        form.submitted.connect(self._on_submitted)
        form.closed.connect(self._pending.flush)
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
        """The empty form of an item without a file."""
        dated = visit.day if visit else self._desk.ports.now().local_date
        self.flush()
        self._given = None
        self._item = EvidenceItem(id=self._desk.ports.new_id(), candidate=candidate, number=0, title="", dated=dated)
        self._form.show_item(EvidenceDraft.of(self._item), choices, heading="Add evidence", is_new=True)
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
        if self._item is not None and self._item.number:
            self._pending.touch()

    def _keep(self) -> None:
        item = self._item
        if item is None:
            return
        changed = self._form.draft.on(item)
        if changed == item:
            return
        self._item = changed
        self._desk.jobs.run(
            lambda: change_evidence(self._desk.ports, changed), lambda _: self._changed(), self._desk.trouble
        )

    def _on_submitted(self) -> None:
        item = self._item
        if item is None or item.number:
            return
        new, given = self._form.draft.on(item), self._given

        def done(kept: EvidenceItem) -> None:
            self._item = None
            self._given = None
            self._changed()
            self._closed()
            self._say_added(kept)

        def keep() -> EvidenceItem:
            file = store_file(self._desk.ports, given.name, given.media_type, given.data) if given else None
            return add_evidence(self._desk.ports, replace(new, file=file))

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
