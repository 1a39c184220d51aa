"""The centre's home: takes in what is dropped, writes receipts, enrols and revokes, settles conflicts."""

from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QDialog, QFileDialog

from assessor_app.domain.errors import KnownError
from assessor_app.domain.exchange import Peer, Shipment
from assessor_app.gui.backup_notice import BackupNoticePresenter
from assessor_app.gui.desk import Desk, Goal, Page
from assessor_app.gui.dialogs import ReasonDialog
from assessor_app.gui.pages.centre.content import centre_content, opened_row, refused_row, sides_of
from assessor_app.gui.pages.centre.dialogs import ChoiceDialog
from assessor_app.gui.pages.centre.model import CentreRow
from assessor_app.gui.pages.centre.view import CentreView
from assessor_app.gui.pages.preview.presenter import RECEIVED
from assessor_app.gui.pages.sync.dialogs import ask_words
from assessor_app.gui.watching import Watching
from assessor_app.usecases.centre_report import CentreReport, centre_report
from assessor_app.usecases.enrol import RequestSeen, enrol_device, own_party, revoke_device, words_of_centre
from assessor_app.usecases.import_bundle import ImportReport
from assessor_app.usecases.live_content import profile_of
from assessor_app.usecases.open_bundle import open_at_centre
from assessor_app.usecases.receipts import settle_conflict, write_receipt

_FILTER = "Files of Assessor (*.age *.asice);;All files (*)"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    report: CentreReport
    centre: str
    words: str


class CentrePresenter:
    """Files are read one after the other on the slow worker."""

    def __init__(self, view: CentreView, desk: Desk) -> None:
        self._view = view
        self._desk = desk
        self._report: CentreReport | None = None
        self._opened: list[CentreRow] = []
        self._waiting: list[Path] = []
        self._watching: Watching | None = None
        view.files_given.connect(self.open_files)
        view.choose_asked.connect(self._on_choose)
        view.cancel_asked.connect(self._on_cancel)
        self._backups = BackupNoticePresenter(view.backup_notice, desk)
        view.receipts_asked.connect(self._on_receipts)
        view.receipt_asked.connect(self._on_receipt)
        view.revoke_asked.connect(self._on_revoke)
        view.settle_asked.connect(self._on_settle)
        view.sheet_asked.connect(lambda key: desk.go(Goal(page=Page.PREVIEW, subject=UUID(key), detail=RECEIVED)))

    def open(self, goal: Goal) -> None:
        """Show what the centre holds."""
        self._read()
        self._backups.look()

    def leave(self) -> None:
        """What is being read goes on."""

    # reading

    def _read(self) -> None:
        self._desk.jobs.run(self._find, self._show)

    def _find(self) -> _Found:
        ports = self._desk.ports
        with ports.store.reading() as records:
            profile = profile_of(records)
        words = words_of_centre(own_party(ports, profile), ports.exchange.authority_pem().decode())
        return _Found(report=centre_report(ports), centre=profile.centre.name, words=words)

    def _show(self, found: _Found) -> None:
        self._report = found.report
        today = self._desk.ports.now().local_date
        self._view.set_content(centre_content(found.report, found.centre, found.words, today))

    # files

    def open_files(self, files: list[Path]) -> None:
        """Take in files from laptops, one after the other."""
        self._waiting += files
        if self._watching is None:
            self._next()

    def _next(self) -> None:
        if not self._waiting:
            self._read()
            return
        path = self._waiting.pop(0)
        watching = Watching(self._view)
        watching.moved.connect(lambda percent: self._view.set_reading(path.name, percent))
        self._watching = watching
        self._view.set_reading(path.name, 0)
        self._desk.jobs.run_slow(
            lambda: open_at_centre(self._desk.ports, path, watching.watch),
            lambda opened: self._on_opened(path, opened),
            lambda error: self._on_refused(path, error),
        )

    def _on_opened(self, path: Path, opened: RequestSeen | ImportReport) -> None:
        self._end_reading()
        if isinstance(opened, ImportReport):
            self._note(opened_row(path.name, opened))
        else:
            self._answer(path, opened)
        self._next()

    def _on_refused(self, path: Path, error: KnownError) -> None:
        self._end_reading()
        if error.code != "exchange-cancelled":
            self._note(refused_row(path.name, error.what, error.advice))
        self._next()

    def _note(self, row: CentreRow) -> None:
        self._opened.insert(0, row)
        self._view.set_opened(self._opened)

    def _end_reading(self) -> None:
        if self._watching is not None:
            self._watching.deleteLater()
            self._watching = None
        self._view.set_reading("", None)

    def _on_choose(self) -> None:
        chosen, _ = QFileDialog.getOpenFileNames(self._view, "Open files from laptops", "", _FILTER)
        self.open_files([Path(name) for name in chosen])

    def _on_cancel(self) -> None:
        self._waiting.clear()
        if self._watching is not None:
            self._watching.cancel()

    # enrolment

    def _answer(self, path: Path, request: RequestSeen) -> None:
        same = ask_words(
            f"Enrol {request.party.title}?",
            "The assessor must see the same ten words on the laptop that wrote this request.",
            request.words,
            self._view,
        )
        if not same:
            return
        chosen, _ = QFileDialog.getSaveFileName(
            self._view, "Write the answer for the laptop", str(path.with_name("enrolment.asice.age")), _FILTER
        )
        if chosen:
            self._desk.jobs.run_slow(
                lambda: enrol_device(self._desk.ports, request, Path(chosen)),
                lambda peer: self._on_enrolled(peer, Path(chosen)),
                self._desk.trouble,
            )

    def _on_enrolled(self, peer: Peer, path: Path) -> None:
        self._desk.say(f"{peer.party.title} is device {peer.party.device}. Give the laptop {path.name}.")
        self._read()

    def _on_revoke(self, device: str) -> None:
        dialog = ReasonDialog(
            f"Revoke device {device}?",
            "The centre believes nothing more from this laptop. What it sent before stays. This cannot be undone.",
            "Why (lost, stolen, left the centre)",
            "Revoke",
            self._view,
        )
        accepted, reason = dialog.exec() == QDialog.DialogCode.Accepted, dialog.reason
        dialog.deleteLater()
        if accepted:
            self._desk.jobs.run(
                lambda: revoke_device(self._desk.ports, device, reason), lambda _: self._read(), self._desk.trouble
            )

    # receipts and conflicts

    def _on_receipts(self) -> None:
        if self._report is None:
            return
        due = [d.peer for d in self._report.devices if d.receipt_due]
        chosen = QFileDialog.getExistingDirectory(self._view, "Where the receipts go")
        if chosen:
            for peer in due:
                self._write(peer, Path(chosen) / f"receipt-{peer.party.device}.asice.age")

    def _on_receipt(self, device: str) -> None:
        peer = (
            next((d.peer for d in self._report.devices if d.peer.party.device == device), None)
            if self._report
            else None
        )
        if peer is None:
            return
        chosen, _ = QFileDialog.getSaveFileName(self._view, "Write the receipt", f"receipt-{device}.asice.age", _FILTER)
        if chosen:
            self._write(peer, Path(chosen))

    def _write(self, peer: Peer, path: Path) -> None:
        self._desk.jobs.run_slow(
            lambda: write_receipt(self._desk.ports, peer, path),
            lambda sent: self._on_receipt_written(peer, sent),
            self._desk.trouble,
        )

    def _on_receipt_written(self, peer: Peer, sent: Shipment) -> None:
        self._desk.say(f"{sent.file_name} is written. Give it to {peer.party.title}.")
        self._read()

    def _on_settle(self, key: str) -> None:
        if self._report is None:
            return
        choice = next((c for c in self._report.choices if f"{c.kind} {c.id}" == key), None)
        if choice is None:
            return
        names = {d.peer.party.key: f"{d.peer.party.title}, device {d.peer.party.device}" for d in self._report.devices}
        dialog = ChoiceDialog(f"{choice.candidate or choice.title}: two versions", sides_of(choice, names), self._view)
        accepted, chosen = dialog.exec() == QDialog.DialogCode.Accepted, dialog.chosen
        dialog.deleteLater()
        if accepted and chosen:
            self._desk.jobs.run(
                lambda: settle_conflict(self._desk.ports, choice.kind, choice.id, chosen),
                lambda _: self._on_settled(),
                self._desk.trouble,
            )

    def _on_settled(self) -> None:
        self._desk.say("Chosen. The other version is kept, set aside; the next receipt says so.")
        self._read()
