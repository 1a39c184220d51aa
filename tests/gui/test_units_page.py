"""The list of units: documents in by drop and button, readings that were begun, a unit out as a file."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from assessor_app.domain.reading import ReadUnit
from assessor_app.gui.desk import GivenDocument, Goal, Page
from assessor_app.gui.pages.units.presenter import UnitsPresenter
from assessor_app.gui.pages.units.view import UnitsView
from assessor_app.unit_reader.unit_files import read_unit_file
from assessor_app.usecases.add_unit import add_units
from assessor_app.usecases.proof_unit import EditedUnit, begin_proof, keep_proof, proofs
from tests.desk import OPERATIONS, Desk
from tests.gui.page_desk import PageDesk

LEFT, NONE, COPY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction


class Units:
    """The page over a real vault."""

    def __init__(self, qtbot: QtBot, desk: Desk) -> None:
        self.qtbot = qtbot
        self.page_desk = PageDesk(desk)
        self.view = UnitsView()
        qtbot.addWidget(self.view)
        self.view.resize(1282, 768)
        self.view.show()
        self.presenter = UnitsPresenter(self.view, self.page_desk.desk)
        self.open()

    def open(self) -> None:
        self.presenter.open(Goal(page=Page.UNITS, detail=OPERATIONS.key))
        self.idle()

    def idle(self) -> None:
        self.qtbot.wait(10)
        self.qtbot.waitUntil(lambda: not self.page_desk.jobs.is_busy, timeout=20_000)
        self.qtbot.wait(10)

    def click(self, button: object) -> None:
        self.qtbot.mouseClick(button, LEFT)
        self.idle()


@pytest.fixture
def units(qtbot: QtBot, desk: Desk) -> Iterator[Units]:
    opened = Units(qtbot, desk)
    yield opened
    opened.page_desk.jobs.wait_and_stop()


def given(*paths: Path) -> Goal:
    return Goal(page=Page.UNIT_PROOF, documents=tuple(GivenDocument(name=p.name, path=p) for p in paths))


def test_dropped_files_go_to_be_read_together(units: Units, tmp_path: Path) -> None:
    paths = [tmp_path / "a.pdf", tmp_path / "b.docx"]
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(p)) for p in paths])
    units.view.dragEnterEvent(QDragEnterEvent(QPoint(50, 50), COPY, mime, LEFT, NONE))
    assert units.view._veil.isVisible()
    units.view.dragLeaveEvent(QDragLeaveEvent())
    assert not units.view._veil.isVisible()
    units.view.dropEvent(QDropEvent(QPointF(50, 50), COPY, mime, LEFT, NONE))
    assert units.page_desk.goals == [given(*paths)]


def test_button_asks_for_files_and_nothing_happens_where_none_is_chosen(
    units: Units, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen: list[str] = []
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (chosen, ""))
    units.click(units.view.read)
    assert units.page_desk.goals == []
    chosen.append(str(tmp_path / "a.pdf"))
    units.click(units.view.read)
    assert units.page_desk.goals == [given(tmp_path / "a.pdf")]


def test_begun_reading_goes_on_or_is_discarded_with_undo(units: Units, desk: Desk) -> None:
    proof = begin_proof(desk.ports, [("bread.pdf", b"%PDF"), ("rolls.pdf", b"%PDF-")])
    units.open()
    (go_on,) = units.view.begun.buttons
    assert go_on.accessibleName() == "Go on proofing: bread.pdf and 1 more"
    units.click(go_on)
    assert units.page_desk.goals == [Goal(page=Page.UNIT_PROOF, subject=proof.id)]
    units.view.discard_asked.emit(proof.id)
    units.idle()
    assert proofs(desk.ports) == ()
    assert not units.view.begun.isVisible()
    words, undo = units.page_desk.said[-1]
    assert words == "No longer proofing bread.pdf"
    assert undo is not None
    undo()
    units.idle()
    assert proofs(desk.ports) == (proof,)
    assert units.view.begun.isVisible()


def test_unit_whose_document_is_kept_can_be_shown_beside_it(units: Units, desk: Desk) -> None:
    assert units.view.reading.source is None
    proof = begin_proof(desk.ports, [("operations.pdf", b"%PDF")])
    added = EditedUnit(document=0, unit=0, value=ReadUnit(), is_added=True, key=OPERATIONS.key)
    keep_proof(desk.ports, replace(proof.with_unit(added), is_finished=True))
    units.open()
    assert not units.view.begun.isVisible()
    button = units.view.reading.source
    assert button is not None
    assert button.label == "Settle doubts beside the source"
    units.click(button)
    assert units.page_desk.goals == [Goal(page=Page.UNIT_PROOF, subject=proof.id, detail=OPERATIONS.key)]


def test_many_units_are_found_by_title_body_or_reference(units: Units, desk: Desk) -> None:
    assert not units.view.find_field.isVisible()
    more = [replace(OPERATIONS, key=f"unit-{n}", title=f"Unit {n}", reference=f"K/601/{n:04}") for n in range(20)]
    add_units(desk.ports, more)
    units.open()
    assert units.view.model.rowCount() == 24
    units.qtbot.keyClicks(units.view.find_field.editor, "k/601/0013")
    assert [row.title for row in units.view.model.rows] == ["Unit 13"]
    shown = units.view.model.at(0)
    units.view.find_field.editor.clear()
    units.qtbot.keyClicks(units.view.find_field.editor, "nothing")
    assert units.view.model.rowCount() == 0
    units.view.find_field.editor.clear()
    units.view.find_field.edited.emit("")
    assert shown in units.view.model.rows


def test_exported_unit_is_read_back_as_the_same_edition(
    units: Units, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "unit.toml"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    units.view.export_asked.emit()
    units.idle()
    assert read_unit_file(path) == OPERATIONS
    assert units.page_desk.said[-1][0] == "Exported: unit.toml"


def test_export_into_a_folder_that_is_gone_says_so(
    units: Units, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "gone" / "u.toml"), ""))
    units.view.export_asked.emit()
    units.idle()
    assert units.page_desk.troubles[0].code == "unit-file-write"
