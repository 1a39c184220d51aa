"""Preview: the kept bytes on the screen, checked, given out after a warning; drafts and ended versions say so."""

from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDialog, QFileDialog

from assessor_app.domain.errors import KnownError
from assessor_app.domain.sheets import Sheet
from assessor_app.domain.verification import SheetReport
from assessor_app.gui.desk import Desk, Goal, Page
from assessor_app.gui.pages.preview.content import draft_content, kept_content
from assessor_app.gui.pages.preview.dialogs import ClearCopyDialog
from assessor_app.gui.pages.preview.view import PreviewView
from assessor_app.gui.pdf_rendering import PdfFeed, page_pictures
from assessor_app.gui.sheet_words import form_name, short_document
from assessor_app.usecases.centre_report import received_sheet
from assessor_app.usecases.freeze_sheet import preview_observation, preview_unit
from assessor_app.usecases.hand_out import marked_copy, note_handed_out, save_copy

DRAFT_UNIT = "draft unit"
DRAFT_OBSERVATION = "draft observation"
RECEIVED = "received"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kept:
    sheet: Sheet
    replacement: Sheet | None
    signed: bytes
    report: SheetReport | None = None
    marked: bytes | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Draft:
    title: str
    second: str
    pdf: bytes


class PreviewPresenter:
    """`shown` are the bytes on the screen: those that are saved and printed."""

    def __init__(self, view: PreviewView, desk: Desk) -> None:
        self._view = view
        self._desk = desk
        self._goal: Goal | None = None
        self._kept: _Kept | None = None
        self._shows_marked = True
        self.shown = b""
        self._feed = PdfFeed(view.pages, desk.jobs, desk.trouble)
        view.back_asked.connect(desk.back)
        view.save_asked.connect(self._on_save)
        view.print_asked.connect(self._on_print)
        view.next_asked.connect(self._on_next)
        view.marked_chosen.connect(self._on_marked_chosen)

    def open(self, goal: Goal) -> None:
        """The kept sheet, one that the centre received (detail "received"), or what would be frozen now (drafts)."""
        self._goal = goal
        self._kept = None
        self._shows_marked = True
        self._feed.close()
        if goal.subject is None:
            return
        subject = goal.subject
        if goal.detail in (DRAFT_UNIT, DRAFT_OBSERVATION):
            is_unit = goal.detail == DRAFT_UNIT
            self._desk.jobs.run(
                lambda: self._draft(subject, is_unit=is_unit), lambda found: self._on_draft(found, goal)
            )
        elif goal.detail == RECEIVED:
            self._desk.jobs.run_slow(lambda: self._read_received(subject), lambda found: self._on_read(found, goal))
        else:
            self._desk.jobs.run(lambda: self._read(subject), lambda found: self._on_read(found, goal))

    def leave(self) -> None:
        """The pages are let go; nothing of the document stays on a page that is not shown."""
        self._goal = None
        self._feed.close()
        self.shown = b""

    # reading

    def _read(self, document: UUID) -> _Kept:
        ports = self._desk.ports
        with ports.store.reading() as records:
            sheet = records.sheet(document)
            replacement = records.sheet(sheet.replaced_by) if sheet.replaced_by else None
        return _Kept(sheet=sheet, replacement=replacement, signed=ports.files.read(sheet.pdf_sha256))

    def _read_received(self, document: UUID) -> _Kept:
        sheet, pdf, report = received_sheet(self._desk.ports, document)
        return _Kept(sheet=sheet, replacement=None, signed=pdf, report=report)

    def _draft(self, subject: UUID, *, is_unit: bool) -> _Draft:
        ports = self._desk.ports
        with ports.store.reading() as records:
            if is_unit:
                unit = records.enrolment(subject)
                person, name = records.candidate(unit.candidate).name, unit.unit.name
            else:
                visit = records.observation(subject)
                person, name = records.candidate(visit.candidate).name, visit.title
        pdf = preview_unit(ports, subject) if is_unit else preview_observation(ports, subject)
        title = "Draft of the unit's sheet" if is_unit else "Draft of the observation record"
        return _Draft(title=title, second=f"{person}  ·  {name}", pdf=pdf)

    def _on_draft(self, found: _Draft, goal: Goal) -> None:
        if goal is not self._goal:
            return
        self._view.set_content(draft_content(found.title, found.second))
        self._show(found.pdf)

    def _on_read(self, found: _Kept, goal: Goal) -> None:
        if goal is not self._goal:
            return
        self._kept = found
        sheet, ports = found.sheet, self._desk.ports
        self._refresh()
        if sheet.state.is_live:
            self._show(found.signed)
        else:
            self._desk.jobs.run_slow(
                lambda: marked_copy(ports, sheet, found.replacement, found.signed),
                lambda pdf: self._on_marked(pdf, goal),
                self._desk.trouble,
            )
        if sheet.signatures and found.report is None:
            self._desk.jobs.run(
                lambda: self._desk.vault.verify(found.signed, []), lambda report: self._on_report(report, goal)
            )

    def _on_marked(self, pdf: bytes, goal: Goal) -> None:
        if goal is self._goal and self._kept is not None:
            self._kept = replace(self._kept, marked=pdf)
            if self._shows_marked:
                self._show(pdf)

    def _on_report(self, report: SheetReport, goal: Goal) -> None:
        if goal is self._goal and self._kept is not None:
            self._kept = replace(self._kept, report=report)
            self._refresh()

    def _refresh(self) -> None:
        kept = self._kept
        if kept is not None:
            today = self._desk.ports.now().local_date
            content = kept_content(kept.sheet, kept.report, kept.replacement, today, shows_marked=self._shows_marked)
            if self._goal is not None and self._goal.detail == RECEIVED:
                content = replace(content, next_label="")  # nobody signs at the centre
            self._view.set_content(content)

    def _show(self, pdf: bytes) -> None:
        self.shown = pdf
        self._feed.show(pdf)
        self._view.pages.setFocus(Qt.FocusReason.MouseFocusReason)

    def _on_marked_chosen(self, marked: bool) -> None:
        kept = self._kept
        self._shows_marked = marked
        self._refresh()
        if kept is not None:
            wanted = kept.marked if marked else kept.signed
            if wanted is not None:
                self._show(wanted)

    def _on_next(self) -> None:
        kept = self._kept
        if kept is not None and kept.sheet.outstanding:
            role = kept.sheet.outstanding[0]
            self._desk.go(Goal(page=Page.HAND_OVER, subject=kept.sheet.document_id, detail=role.value))

    # giving out

    def _on_save(self) -> None:
        kept, pdf = self._kept, self.shown
        if kept is None or not pdf or not self._may_leave("Choose where to save it"):
            return
        sheet = kept.sheet
        word = "" if sheet.state.is_live or pdf is kept.signed else f"-{sheet.state.value}"
        name = f"{form_name(sheet.record.form)} {short_document(sheet)}{word}.pdf".replace(" ", "-").lower()
        chosen, _ = QFileDialog.getSaveFileName(self._view, "Save a copy", name, "PDF (*.pdf)")
        if not chosen:
            return
        path = Path(chosen) if chosen.lower().endswith(".pdf") else Path(f"{chosen}.pdf")
        self._desk.jobs.run(
            lambda: save_copy(self._desk.ports, sheet.document_id, pdf, path),
            lambda _: self._desk.say(f"Saved as {path.name}. The copy is not encrypted."),
            self._desk.trouble,
        )

    def _on_print(self) -> None:
        kept, pdf = self._kept, self.shown
        if kept is None or not pdf or not self._may_leave("Choose a printer"):
            return
        self._view.set_busy("Preparing the pages for the printer")
        self._desk.jobs.run_slow(
            lambda: page_pictures(pdf, 300),
            lambda pictures: self._on_pictures(pictures, kept.sheet.document_id),
            self._on_print_trouble,
        )

    def _on_pictures(self, pictures: tuple[QImage, ...], document: UUID) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        from assessor_app.gui.pages.preview.printing import DOTS_PER_INCH, print_pictures

        self._view.set_busy("")
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setResolution(DOTS_PER_INCH)
        dialog = QPrintDialog(printer, self._view)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        if not print_pictures(printer, pictures):
            self._desk.trouble(
                KnownError(
                    "The printer did not take the pages.",
                    safe="The sheet in the vault is unchanged.",
                    advice="Check the printer, or save a copy and print that.",
                    code="print",
                )
            )
            return
        self._desk.jobs.run(
            lambda: note_handed_out(self._desk.ports, document, "print sheet"),
            lambda _: self._desk.say("Sent to the printer."),
        )

    def _on_print_trouble(self, error: KnownError) -> None:
        self._view.set_busy("")
        self._desk.trouble(error)

    def _may_leave(self, action: str) -> bool:
        dialog = ClearCopyDialog(action, self._view)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return accepted
