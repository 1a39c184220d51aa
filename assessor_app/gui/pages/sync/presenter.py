"""Sync: reads the state of the exchange, writes exports, opens what the centre sends."""

from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QDialog, QFileDialog

from assessor_app.domain.errors import KnownError
from assessor_app.domain.exchange import BundleKind, Receipt, Shipment
from assessor_app.gui.desk import Desk, Goal
from assessor_app.gui.pages.sync.content import leaving_rows, sync_content
from assessor_app.gui.pages.sync.dialogs import LeavingDialog, ask_words
from assessor_app.gui.pages.sync.view import SyncView
from assessor_app.gui.watching import Watching
from assessor_app.usecases.enrol import (
    AnswerSeen,
    accept_enrolment,
    centre_of,
    own_party,
    words_of_device,
    write_request,
)
from assessor_app.usecases.exchange_state import (
    ExchangeState,
    archivable,
    archive_candidate,
    bring_back_candidate,
    exchange_state,
)
from assessor_app.usecases.export_bundle import ExportPlan, export_name, plan_export, write_export
from assessor_app.usecases.export_fields import STAYS, fields_that_leave
from assessor_app.usecases.live_content import profile_of
from assessor_app.usecases.open_bundle import open_on_laptop

_FILTER = "Files of Assessor (*.age *.asice);;All files (*)"
_REQUEST = "enrolment-request.asice"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    state: ExchangeState
    plan: ExportPlan | None
    words: str
    archive: tuple[tuple[UUID, str, bool], ...]
    name: str


class SyncPresenter:
    """Everything that touches files runs on the slow worker, so that typing elsewhere is kept meanwhile."""

    def __init__(self, view: SyncView, desk: Desk) -> None:
        self._view = view
        self._desk = desk
        self._found: _Found | None = None
        self._watching: Watching | None = None
        view.request_asked.connect(self._on_request)
        view.export_asked.connect(self._on_export)
        view.fields_asked.connect(self._on_fields)
        view.cancel_asked.connect(self._on_cancel)
        view.choose_asked.connect(self._on_choose)
        view.files_given.connect(self.open_files)
        view.archive_asked.connect(self._on_archive)

    def open(self, goal: Goal) -> None:
        """Show how everything stands."""
        self._read()

    def leave(self) -> None:
        """An export that is being written goes on."""

    def open_files(self, files: list[Path]) -> None:
        """Open files from the centre, one after the other."""
        for path in files:
            self._desk.jobs.run_slow(
                lambda path=path: open_on_laptop(self._desk.ports, path),  # type: ignore[misc]
                self._on_opened,
                self._desk.trouble,
            )

    # reading

    def _read(self) -> None:
        self._desk.jobs.run(self._find, self._show)

    def _find(self) -> _Found:
        ports = self._desk.ports
        with ports.store.reading() as records:
            centre, profile = centre_of(records), profile_of(records)
        state = exchange_state(ports)
        asked = any(s.kind is BundleKind.ENROLMENT_REQUEST for s in state.shipments)
        return _Found(
            state=state,
            plan=plan_export(ports) if centre else None,
            words=words_of_device(own_party(ports, profile)) if asked and not centre else "",
            archive=archivable(ports),
            name=export_name(ports),
        )

    def _show(self, found: _Found) -> None:
        self._found = found
        today = self._desk.ports.now().local_date
        self._view.set_content(sync_content(found.state, found.plan, found.words, found.archive, today))

    # enrolment

    def _on_request(self) -> None:
        path = self._save_as("Write the enrolment request", _REQUEST)
        if path is not None:
            self._desk.jobs.run_slow(
                lambda: write_request(self._desk.ports, path), lambda _: self._on_requested(path), self._desk.trouble
            )

    def _on_requested(self, path: Path) -> None:
        self._desk.say(f"{path.name} is written. Give it to the centre and read out the words.")
        self._read()

    def _on_opened(self, opened: AnswerSeen | Receipt) -> None:
        if isinstance(opened, Receipt):
            accepted = sum(1 for r in opened.records if r.standing.is_accepted)
            self._desk.say(f"Receipt opened: the centre has {accepted} records and files of this laptop.")
            self._read()
            return
        same = ask_words(
            f"Enrol with {opened.party.centre.name}?",
            "The centre must see the same ten words on its screen.",
            opened.words,
            self._view,
        )
        if same:
            self._desk.jobs.run_slow(
                lambda: accept_enrolment(self._desk.ports, opened),
                lambda peer: self._on_enrolled(peer.party.centre.name),
                self._desk.trouble,
            )

    def _on_enrolled(self, centre: str) -> None:
        self._desk.say(f"This laptop is enrolled with {centre}.")
        self._read()

    def _on_choose(self) -> None:
        chosen, _ = QFileDialog.getOpenFileNames(self._view, "Open files from the centre", "", _FILTER)
        self.open_files([Path(name) for name in chosen])

    # export

    def _on_export(self) -> None:
        if self._found is not None and self._found.plan is not None:
            self._write(self._found.plan)

    def _on_fields(self) -> None:
        if self._found is None or self._found.plan is None:
            return
        plan = self._found.plan
        dialog = LeavingDialog(leaving_rows(plan), fields_that_leave(), STAYS, self._view)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        chosen = dialog.chosen
        dialog.deleteLater()
        if not accepted:
            return
        if len(chosen) == len(plan.candidates):
            self._write(plan)
            return
        only = frozenset(UUID(key) for key in chosen)
        self._desk.jobs.run(lambda: plan_export(self._desk.ports, only), self._write, self._desk.trouble)

    def _write(self, plan: ExportPlan) -> None:
        if self._watching is not None or self._found is None:
            return
        path = self._save_as("Write the export file", self._found.name)
        if path is None:
            return
        watching = Watching(self._view)
        watching.moved.connect(self._view.set_writing)
        self._watching = watching
        self._view.set_writing(0)
        self._desk.jobs.run_slow(
            lambda: write_export(self._desk.ports, plan, path, watching.watch),
            lambda sent: self._on_written(sent, path),
            self._on_not_written,
        )

    def _on_written(self, sent: Shipment, path: Path) -> None:
        self._end_writing()
        self._desk.say(f"Export {sent.number} is written and checked: {path.name}. Send it to the centre.")
        self._read()

    def _on_not_written(self, error: KnownError) -> None:
        self._end_writing()
        if error.code == "exchange-cancelled":
            self._desk.say("Stopped. Nothing was exported.")
        else:
            self._desk.trouble(error)
        self._read()

    def _end_writing(self) -> None:
        if self._watching is not None:
            self._watching.deleteLater()
            self._watching = None
        self._view.set_writing(None)

    def _on_cancel(self) -> None:
        if self._watching is not None:
            self._watching.cancel()

    # archive

    def _on_archive(self, key: str, away: bool) -> None:
        ports, candidate = self._desk.ports, UUID(key)
        name = next((n for c, n, _ in self._found.archive if c == candidate), "") if self._found else ""

        def archived(_: None) -> None:
            self._read()
            if away:
                self._desk.say(f"{name} is archived.", lambda: self._on_archive(key, False))
            else:
                self._desk.say(f"{name} is back on your lists.")

        work = archive_candidate if away else bring_back_candidate
        self._desk.jobs.run(lambda: work(ports, candidate), archived, self._desk.trouble)

    def _save_as(self, title: str, name: str) -> Path | None:
        chosen, _ = QFileDialog.getSaveFileName(self._view, title, name, _FILTER)
        return Path(chosen) if chosen else None
