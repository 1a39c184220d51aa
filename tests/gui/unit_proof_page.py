"""The proofing page over a real vault and the real reader, as a person works it: keys, clicks, what is said."""

from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

import docx
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from assessor_app.domain.reading import ReadUnit
from assessor_app.domain.units import Unit
from assessor_app.gui.desk import GivenDocument, Goal, Page
from assessor_app.gui.pages.unit_proof.model import ProofRow, RowKind, Spot
from assessor_app.gui.pages.unit_proof.presenter import UnitProofPresenter
from assessor_app.gui.pages.unit_proof.view import UnitProofView
from assessor_app.gui.widgets.notice import Notice
from tests.desk import Desk
from tests.gui.page_desk import PageDesk

SEEDS = Path(__file__).parents[1] / "unit_reader" / "seeds"
ENVIRONMENT_TEXT = next(SEEDS.glob("000*"))
RELIABLE_TEXT = next(SEEDS.glob("001*"))
EXPECTATIONS_TEXT = next(SEEDS.glob("002*"))
OPERATIONS_TEXT = next(SEEDS.glob("004*"))
NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier

BREAD = (
    (60, "Unit title: Bake bread for a small shop"),
    (80, "Awarding body: Calder Valley Awards"),
    (100, "Level: 2"),
    (140, "1 Be able to prepare dough"),
    (160, "1.1 Weigh flour, water and salt"),
    (180, "1.2 Mix and knead the dough"),
    (220, "2 Know how bread rises"),
    (240, "2.1 Describe what yeast needs"),
    (260, "2.2 Explain why dough rests"),
)


def bread_pdf() -> bytes:
    """A page with one unit."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4)
    for y, text in BREAD:
        canvas.drawString(70, A4[1] - y, text)
    canvas.save()
    return out.getvalue()


def bread_docx() -> bytes:
    """The same unit in a table of two columns."""
    made = docx.Document()
    made.add_paragraph("Unit title: Bake bread for a small shop")
    rows = (
        ("Learning outcomes", "Assessment criteria"),
        ("1 Be able to prepare dough", "1.1 Weigh flour, water and salt"),
        ("", "1.2 Mix and knead the dough"),
        ("2 Know how bread rises", "2.1 Describe what yeast needs"),
        ("", "2.2 Explain why dough rests"),
    )
    table = made.add_table(rows=len(rows), cols=2)
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    out = BytesIO()
    made.save(out)
    return out.getvalue()


@dataclass
class ProofPage:
    """`view` is shown and active; `idle` waits until nothing is under way."""

    qtbot: QtBot
    opened: Desk
    page_desk: PageDesk = field(init=False)
    view: UnitProofView = field(init=False)
    presenter: UnitProofPresenter = field(init=False)

    def __post_init__(self) -> None:
        self.page_desk = PageDesk(self.opened)
        self.view = UnitProofView()
        self.qtbot.addWidget(self.view)
        self.view.resize(1282, 768)
        self.view.show()
        self.view.activateWindow()
        self.qtbot.waitUntil(self.view.isActiveWindow)
        self.presenter = UnitProofPresenter(self.view, self.page_desk.desk)

    def idle(self) -> None:
        for _ in range(2):
            self.qtbot.wait(5)
            self.qtbot.waitUntil(lambda: not self.page_desk.jobs.is_busy, timeout=20_000)

    def read(self, *paths: Path) -> None:
        documents = tuple(GivenDocument(name=path.name, path=path) for path in paths)
        self.presenter.open(Goal(page=Page.UNIT_PROOF, documents=documents))
        self.idle()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        self.qtbot.keyClick(self.focused(), key, modifiers)
        self.idle()

    def write(self, words: str) -> None:
        self.qtbot.keyClicks(self.focused(), words)

    def focused(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def click_source(self, piece: int) -> None:
        source = self.view.proof.source.shown
        spot = source.spot_of(piece)
        assert spot is not None
        at = QPoint(round(spot.left() + 6), round(spot.top() + 6))
        assert source.viewport().rect().contains(at), "the piece is not in view"
        self.qtbot.mouseClick(source.viewport(), Qt.MouseButton.LeftButton, pos=at)

    def go_to(self, outcome: int, criterion: int) -> None:
        self.view.proof.rows.go_to(Spot(kind=RowKind.CRITERION, outcome=outcome, criterion=criterion))

    @property
    def unit(self) -> ReadUnit:
        opened = self.presenter._work.opened
        assert opened is not None
        return opened.history.now

    @property
    def current(self) -> ProofRow:
        row = self.view.proof.rows.current
        assert row is not None
        return row

    @property
    def numbers(self) -> list[str]:
        return [c.number for c in self.unit.criteria]

    @property
    def refusals(self) -> str:
        return " ".join(n.text for n in self.view.found.findChildren(Notice) if n.text)

    def units(self) -> tuple[Unit, ...]:
        with self.opened.ports.store.reading() as records:
            return records.units()

    def close(self) -> None:
        self.presenter.leave()
        self.page_desk.jobs.wait_and_stop()
