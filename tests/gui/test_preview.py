"""The preview on a real vault, renderer and sealer: the kept bytes, checked, given out after a warning."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from assessor_app.domain.roles import Role
from assessor_app.domain.sheets import Sheet
from assessor_app.gui.desk import Goal, Page
from assessor_app.gui.pages.preview import presenter as preview_presenter
from assessor_app.gui.pages.preview.presenter import PreviewPresenter
from assessor_app.gui.pages.preview.printing import print_pictures
from assessor_app.gui.pages.preview.view import PreviewView
from assessor_app.gui.pdf_rendering import page_pictures
from assessor_app.gui.widgets.text import Text
from assessor_app.usecases.freeze_sheet import freeze_unit
from assessor_app.usecases.sign_sheet import void_sheet
from tests.gui.checks import clipped, nameless, small_targets
from tests.gui.sign_off_scenes import Office, open_office, settle

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with open_office(tmp_path) as opened:
        opened.judge()
        yield opened


class Preview:
    """The page as a person works it."""

    def __init__(self, qtbot: QtBot, office: Office, goal: Goal) -> None:
        self.qtbot, self.office = qtbot, office
        self.view = PreviewView()
        qtbot.addWidget(self.view)
        self.view.resize(1282, 768)
        self.view.show()
        self.view.activateWindow()
        qtbot.waitUntil(self.view.isActiveWindow)
        self.presenter = PreviewPresenter(self.view, office.desk)
        self.presenter.open(goal)
        self.idle()

    def idle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.office.jobs.is_busy, timeout=20_000)
        settle(self.view)
        self.qtbot.waitUntil(lambda: not self.office.jobs.is_busy, timeout=20_000)

    @property
    def words(self) -> list[str]:
        return [t.text() for t in self.view.side.findChildren(Text) if t.isVisible()]


def frozen(office: Office) -> Sheet:
    return freeze_unit(office.vault.ports, office.enrolments()["R"].id)


def kept(sheet: Sheet) -> Goal:
    return Goal(page=Page.PREVIEW, subject=sheet.document_id)


def test_preview_shows_the_kept_bytes_and_checks_each_signature(qtbot: QtBot, office: Office) -> None:
    sheet = office.sign(office.sign(frozen(office), Role.CANDIDATE), Role.MANAGER)
    page = Preview(qtbot, office, kept(sheet))
    assert page.presenter.shown == office.vault.ports.files.read(sheet.pdf_sha256)
    assert page.view.pages.page_count > 1
    assert page.words.count("Valid") == 2
    assert page.words.count("Waiting") == 1
    assert "This is the exact document" in page.words
    page.view.side.next_asked.emit()
    assert office.goals == [Goal(page=Page.HAND_OVER, subject=sheet.document_id, detail="assessor")]


def test_preview_draws_only_the_pages_that_are_seen(qtbot: QtBot, office: Office) -> None:
    page = Preview(qtbot, office, kept(frozen(office)))
    asked: list[int] = []
    page.view.pages.wanted.connect(lambda number, _: asked.append(number))
    before = page.view.pages.percent
    qtbot.keyClick(page.view.pages, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    page.idle()
    assert page.view.pages.percent > before
    assert page.view.pages.page_count - 1 not in asked
    qtbot.keyClick(page.view.pages, Qt.Key.Key_PageDown)
    page.idle()
    assert page.view.pages.page == 1
    qtbot.keyClick(page.view.pages, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    page.idle()
    assert page.view.pages.percent == before


def test_void_sheet_shows_the_marked_copy_and_on_request_the_signed_file(qtbot: QtBot, office: Office) -> None:
    sheet = office.sign(frozen(office), Role.CANDIDATE)
    void_sheet(office.vault.ports, sheet.document_id, "Wrong edition")
    signed = office.vault.ports.files.read(sheet.pdf_sha256)
    page = Preview(qtbot, office, kept(sheet))
    assert page.presenter.shown not in (b"", signed)
    assert "Wrong edition" in page.view.banner.text
    page.view.which.set_choice("marked")
    with qtbot.waitSignal(page.view.marked_chosen):
        page.view.which.chosen.emit("signed")
    page.idle()
    assert page.presenter.shown == signed
    assert page.words.count("Valid") == 1


def test_draft_says_so_and_cannot_be_given_out(qtbot: QtBot, office: Office) -> None:
    goal = Goal(page=Page.PREVIEW, subject=office.enrolments()["R"].id, detail="draft unit")
    page = Preview(qtbot, office, goal)
    assert "Draft, not signed" in page.view.banner.text
    assert page.view.pages.page_count > 0
    assert not page.view.print.is_available
    assert not page.view.save.is_available
    visit = Goal(page=Page.PREVIEW, subject=office.visit(), detail="draft observation")
    page.presenter.open(visit)
    page.idle()
    assert page.view.pages.page_count > 0


def test_save_after_the_warning_writes_the_exact_bytes_and_leaves_an_event(
    qtbot: QtBot, office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = frozen(office)
    page = Preview(qtbot, office, kept(sheet))
    target = tmp_path / "copy.pdf"
    warned: list[str] = []

    class Agree(QDialog):
        def __init__(self, action: str, parent: object) -> None:
            super().__init__()
            warned.append(action)

        def exec(self) -> int:
            return QDialog.DialogCode.Accepted

    monkeypatch.setattr(preview_presenter, "ClearCopyDialog", Agree)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    qtbot.mouseClick(page.view.save, LEFT)
    page.idle()
    assert warned
    assert target.read_bytes() == office.vault.ports.files.read(sheet.pdf_sha256)
    with office.vault.ports.store.reading() as records:
        event = records.last_event()
    assert event is not None
    assert event.verb == "save copy of sheet"


def test_printing_puts_every_page_on_paper(qtbot: QtBot, office: Office, tmp_path: Path) -> None:
    pdf = office.vault.ports.files.read(frozen(office).pdf_sha256)
    pictures = page_pictures(pdf, 100)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    assert print_pictures(printer, pictures)
    assert len(page_pictures((tmp_path / "printed.pdf").read_bytes(), 20)) == len(pictures)


def test_preview_when_left_keeps_nothing_of_the_document(qtbot: QtBot, office: Office) -> None:
    page = Preview(qtbot, office, kept(frozen(office)))
    page.presenter.leave()
    page.idle()
    assert page.presenter.shown == b""
    assert page.view.pages.page_count == 0


@pytest.mark.parametrize("size", [(1282, 768), (940, 700)])
def test_preview_cuts_nothing_and_names_everything(qtbot: QtBot, office: Office, size: tuple[int, int]) -> None:
    sheet = office.sign(frozen(office), Role.CANDIDATE)
    void_sheet(office.vault.ports, sheet.document_id, "Wrong edition")
    page = Preview(qtbot, office, kept(sheet))
    page.view.resize(*size)
    settle(page.view)
    if not page.view.side.isVisible():
        qtbot.mouseClick(page.view.details, LEFT)
        settle(page.view)
    assert page.view.side.isVisible()
    assert clipped(page.view) == []
    assert nameless(page.view) == []
    assert small_targets(page.view) == []
    page.idle()
