"""From the first run to a signed, previewed sheet: the real window, the real vault, the real PDF, by keys and mouse."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from assessor_app.bootstrap import Bootstrap
from assessor_app.domain.gaps import CriterionState, criterion_states
from assessor_app.domain.roles import Role
from assessor_app.domain.sheets import SheetState
from assessor_app.domain.verification import Verdict
from assessor_app.gui.jobs import Jobs
from assessor_app.gui.pages.candidates.view import CandidatesView
from assessor_app.gui.pages.hand_over.view import HandOverView
from assessor_app.gui.pages.preview.view import PreviewView
from assessor_app.gui.session import Session
from assessor_app.gui.widgets.ink_pad import InkPad
from assessor_app.gui.window import MainWindow
from assessor_app.settings import Paths
from assessor_app.storage.keys import TEST_COST
from tests.desk import RELIABLE
from tests.gui.conftest import the_look
from tests.journeys.person import Person

PASSPHRASE = "four plain words here"
PIN = "4711"
__all__ = ["the_look"]


@pytest.fixture
def person(qtbot: QtBot, tmp_path: Path, the_look: object) -> Iterator[Person]:
    paths = Paths(home=tmp_path)
    window = MainWindow(Bootstrap(paths, TEST_COST), paths, Jobs())
    window.showFullScreen = lambda: None  # type: ignore[method-assign]  # an offscreen screen is smaller than a laptop's
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    yield Person(qtbot, window)
    window.close()


def session_of(person: Person) -> Session:
    session = person.window.session
    assert isinstance(session, Session)
    return session


def first_run(person: Person) -> None:
    person.rest()
    person.fill("Passphrase", PASSPHRASE)
    person.fill("The same once more", PASSPHRASE)
    person.press(Qt.Key.Key_Return)
    person.click("I have the code")
    person.click("Next")
    person.fill("PIN", PIN)
    person.fill("The same once more", PIN)
    person.press(Qt.Key.Key_Return)
    person.fill("Your name", "Ruth Okonjo")
    person.fill("Assessor number", "A-2207")
    person.press(Qt.Key.Key_Return)
    person.fill("Centre name", "Wye and Teme Assessment")
    person.fill("Centre number", "00417")
    person.press(Qt.Key.Key_Return)
    person.click("Next")
    person.click("Start")
    person.see(lambda: person.window.session is not None)
    person.rest()


def add_candidate(person: Person) -> None:
    person.click("Add a candidate")
    person.fill("Full name", "Tegwen Morris")
    person.fill("Employer", "Garden Supplies")
    person.fill("Line manager", "Gwyn Parry")
    person.click("Deliver and maintain excellent")
    person.click("Add candidate")


def observe(person: Person) -> None:
    person.click("Start observation")
    person.rest()
    for number in (c.number for c in RELIABLE.criteria):
        person.write(f"Seen how it is done {number} #{number} ")
        person.qtbot.keyClick(person.focused(), Qt.Key.Key_Return)
    person.rest()
    person.click("Finish visit")


def sign_as(person: Person, role: Role, turn: float) -> None:
    if role is not Role.ASSESSOR:
        person.click("Hand over to")
        person.click("Known to me")
        person.click("Hand over to")
    else:
        person.click("Sign as assessor")
    if role is Role.MANAGER:
        person.click("I was involved")
        sign = person.find(HandOverView, "").foot.sign
        assert not sign.is_available  # one box alone is no signature
        person.click("Tegwen Morris is competent")
        person.click("Line manager")
    person.draw(person.find(InkPad, ""), turn)
    person.click("Sign")
    if role is Role.ASSESSOR:
        give_secret(person)
    else:
        person.click("Give back")
        give_secret(person)
    person.rest()


def give_secret(person: Person) -> None:
    person.fill("PIN", PIN)
    person.click("Go on")
    person.rest()


def test_first_run_to_a_signed_and_previewed_sheet(person: Person) -> None:
    first_run(person)
    add_candidate(person)
    observe(person)
    ports = session_of(person).desk.ports
    with ports.store.reading() as records:
        (candidate,) = records.candidates()
        (visit,) = records.observations_of(candidate.id)
        (enrolment,) = records.enrolments_of(candidate.id)
        (item,) = records.evidence_of(candidate.id)
    assert visit.finished
    assert {t.criterion.number for t in item.ties} == {c.number for c in RELIABLE.criteria}

    person.click("Freeze")
    sign_as(person, Role.CANDIDATE, 0.1)
    sign_as(person, Role.ASSESSOR, 0.2)
    with ports.store.reading() as records:
        (record,) = records.sheets_of(visit.id)
    assert record.state is SheetState.SEALED

    judge(person)
    with ports.store.reading() as records:
        states = criterion_states(enrolment, records.evidence_of(candidate.id), records.decisions_of(enrolment.id))
    assert set(states.values()) == {CriterionState.MET}
    person.click("Go to sign-off")
    person.click("Answer")
    tick_varcs(person)
    person.click("Done")
    person.click("Go to sign-off")
    person.click("Freeze")
    for turn, role in enumerate((Role.CANDIDATE, Role.MANAGER, Role.ASSESSOR)):
        sign_as(person, role, 1.0 + turn)
    with ports.store.reading() as records:
        (sheet,) = records.sheets_of(enrolment.id)
    assert [s.role for s in sheet.signatures] == [Role.CANDIDATE, Role.MANAGER, Role.ASSESSOR]
    assert sheet.state is SheetState.SEALED

    preview = person.find(PreviewView, "")
    person.see(lambda: [t.text() for t in preview.findChildren(QLabel) if t.isVisible()].count("Valid") == 3)
    pdf = ports.files.read(sheet.pdf_sha256)
    report = Bootstrap(Paths(home=Path())).verify(pdf)
    assert report.verdict is Verdict.GOOD, report
    assert session_of(person).desk.vault.check() == ()


def judge(person: Person) -> None:
    """Every criterion by its key in the grid, VARCS of the visit, then the judgement in words."""
    person.click("Candidates")
    person.find(CandidatesView, "").view.setFocus()
    person.press(Qt.Key.Key_Down)
    person.press(Qt.Key.Key_Return)
    person.click("Reliable customer service")
    for _ in RELIABLE.criteria:
        person.press(Qt.Key.Key_M)
        person.press(Qt.Key.Key_Right)
    person.click("Competent")
    person.fill("Why", "Seen throughout, on a quiet and a busy day")
    tick_varcs(person)
    person.fill("Feedback to the candidate", "Clear and calm")
    person.click("I asked about conflicts")
    person.rest()


def tick_varcs(person: Person) -> None:
    for word in ("Valid", "Authentic", "Reliable", "Current", "Sufficient"):
        person.click(word)
