"""The computer goes to sleep or its screen is locked: the window locks, and what was typed or drawn is kept.

The signs come over a real D-Bus daemon of the test's own, from a stand-in that owns the services' names on it.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.qtbot import QtBot

from assessor_app.bootstrap import Bootstrap
from assessor_app.domain.roles import Role
from assessor_app.gui import session_watch
from assessor_app.gui.desk import Goal, Page
from assessor_app.gui.dialogs import ReasonDialog
from assessor_app.gui.jobs import Jobs
from assessor_app.gui.pages.hand_over.view import HandOverView
from assessor_app.gui.pages.observation.view import ObservationView
from assessor_app.gui.session_watch import LOGIND, SCREEN_SAVERS, BusWatch
from assessor_app.gui.window import MainWindow
from assessor_app.settings import Paths
from assessor_app.storage.keys import TEST_COST
from assessor_app.usecases.freeze_sheet import freeze_unit
from assessor_app.usecases.observe import open_observation, start_observation
from assessor_app.usecases.sign_sheet import begin_capture
from tests.gui.sign_off_scenes import PASSPHRASE, open_office
from tests.journeys.person import Person

pytestmark = pytest.mark.skipif(
    shutil.which("dbus-daemon") is None, reason="dbus-daemon is missing: nothing can tell of sleep and locked screens"
)
MANAGER = ("/org/freedesktop/login1", f"{LOGIND}.Manager", "PrepareForSleep")
OWN, OTHER = "/org/freedesktop/login1/session/_32", "/org/freedesktop/login1/session/_37"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bus:
    """A bus: the end the program listens at, and the end that owns the names of logind and the screen savers."""

    here: QDBusConnection
    system: QDBusConnection
    stranger: QDBusConnection

    def tell(
        self, path: str, interface: str, signal: str, *arguments: object, by: QDBusConnection | None = None
    ) -> None:
        message = QDBusMessage.createSignal(path, interface, signal)
        message.setArguments(list(arguments))
        assert (by or self.system).send(message)


@pytest.fixture(scope="module")
def bus() -> Iterator[Bus]:
    command = ("dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address")
    daemon = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        assert daemon.stdout is not None
        address = daemon.stdout.readline().strip()
        here, system, stranger = (QDBusConnection.connectToBus(address, n) for n in ("here", "system", "stranger"))
        assert here.isConnected()
        for name in (LOGIND, *SCREEN_SAVERS):
            assert system.registerService(name)
        yield Bus(here=here, system=system, stranger=stranger)
    finally:
        for name in ("here", "system", "stranger"):
            QDBusConnection.disconnectFromBus(name)
        daemon.terminate()
        daemon.communicate()


@pytest.fixture
def watch(bus: Bus, monkeypatch: pytest.MonkeyPatch) -> BusWatch:
    monkeypatch.setenv("XDG_SESSION_ID", "2")
    return BusWatch(bus.here, bus.here)


@pytest.mark.parametrize(
    "sign",
    [(*MANAGER, True), (OWN, f"{LOGIND}.Session", "Lock")]
    + [("/" + name.replace(".", "/"), name, "ActiveChanged", True) for name in SCREEN_SAVERS],
    ids=lambda sign: f"{sign[1]}.{sign[2]}",
)
def test_sign_of_leaving_is_told(qtbot: QtBot, bus: Bus, watch: BusWatch, sign: tuple[str, str, str]) -> None:
    with qtbot.waitSignal(watch.left, timeout=5000):
        bus.tell(*sign)


def test_signs_of_something_else_are_not_told(qtbot: QtBot, bus: Bus, watch: BusWatch) -> None:
    told: list[str] = []
    watch.left.connect(lambda: told.append("left"))
    bus.tell(*MANAGER, False)  # awake again
    bus.tell("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", False)
    bus.tell(OTHER, f"{LOGIND}.Session", "Lock")  # somebody else's login
    bus.tell(OWN, f"{LOGIND}.Session", "Unlock")
    bus.tell(*MANAGER, True, by=bus.stranger)  # not by logind
    with qtbot.waitSignal(watch.left, timeout=5000):
        bus.tell(OWN, f"{LOGIND}.Session", "Lock")  # the bus keeps order: what came before has arrived
    assert told == ["left"]


def test_absent_bus_breaks_nothing_and_says_nothing(tmp_path: Path) -> None:
    script = (
        "from PySide6.QtWidgets import QApplication, QWidget\n"
        "app = QApplication([])\n"
        "from assessor_app.gui.session_watch import watch_session\n"
        "print(watch_session(QWidget()) is not None)"
    )
    nowhere = f"unix:path={tmp_path}/nothing"
    env = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "DBUS_SESSION_BUS_ADDRESS": nowhere,
        "DBUS_SYSTEM_BUS_ADDRESS": nowhere,
    }
    done = subprocess.run([sys.executable, "-c", script], env=env, capture_output=True, text=True, check=True)
    assert (done.stdout.strip(), done.stderr) == ("True", "")


@pytest.fixture
def person(
    qtbot: QtBot, bus: Bus, tmp_path: Path, the_look: object, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Person]:
    monkeypatch.setattr(session_watch, "watch_session", lambda window: BusWatch(bus.here, bus.here, window))
    with open_office(tmp_path) as office:
        office.judge()
        freeze_unit(office.vault.ports, office.enrolments()["R"].id)
    paths = Paths(home=tmp_path)
    window = MainWindow(Bootstrap(paths, TEST_COST), paths, Jobs())
    window.showFullScreen = lambda: None  # type: ignore[method-assign]  # an offscreen screen is smaller than a laptop's
    window.resize(1366, 768)
    window.show()
    window.gate._on_passphrase(PASSPHRASE)
    qtbot.waitUntil(lambda: window.session is not None, timeout=20_000)
    person = Person(qtbot, window)
    person.rest()
    yield person
    window.close()


def gone(person: Person, bus: Bus) -> None:
    """The computer goes to sleep; afterwards the vault is closed and no name is left."""
    assert person.window.session is not None
    vault = person.window.session._vault
    bus.tell(*MANAGER, True)
    person.see(lambda: person.window.session is None)
    person.rest()
    assert vault.vault.key == b""  # type: ignore[attr-defined]  # the real vault behind the port
    said = [label.text() for label in person.window.findChildren(QLabel)]
    assert not any("Okonjo" in text for text in said)
    assert person.window.currentWidget() is person.window.gate


def test_suspend_while_typing_keeps_what_was_typed(person: Person, bus: Bus, tmp_path: Path) -> None:
    session = person.window.session
    assert session is not None
    ports = session.desk.ports
    with ports.store.reading() as records:
        candidate = records.candidates()[0].id
    visit = start_observation(ports, candidate, "Lunchtime")
    session.go(Goal(page=Page.OBSERVATION, subject=visit.id))
    person.rest()
    view = session.findChildren(ObservationView)[0]
    person.qtbot.keyClicks(view.narrative, "He lifted it safely")
    gone(person, bus)
    vault = Bootstrap(Paths(home=tmp_path), TEST_COST).open_vault(PASSPHRASE)
    try:
        kept = open_observation(vault.ports, visit.id)
    finally:
        vault.close()
    assert "He lifted it safely" in repr(kept)


def test_suspend_while_handed_over_locks_and_keeps_the_ink(person: Person, bus: Bus, tmp_path: Path) -> None:
    session = person.window.session
    assert session is not None
    with session.desk.ports.store.reading() as records:
        document = records.sheets()[0].document_id
    session.go(Goal(page=Page.HAND_OVER, subject=document, detail=Role.CANDIDATE.value))
    person.rest()
    view = session.findChildren(HandOverView)[0]
    person.qtbot.mouseClick(view.prepare.ways[1], Qt.MouseButton.LeftButton)
    person.qtbot.mouseClick(view.prepare.go_on, Qt.MouseButton.LeftButton)
    person.draw(view.panel.pad, 0.3)
    gone(person, bus)
    vault = Bootstrap(Paths(home=tmp_path), TEST_COST).open_vault(PASSPHRASE)
    try:
        _, ink = begin_capture(vault.ports, document, Role.CANDIDATE)
    finally:
        vault.close()
    assert len(ink.strokes) == 2


def test_suspend_closes_a_question_that_is_open(person: Person, bus: Bus) -> None:
    session = person.window.session
    assert session is not None
    answers: list[int] = []

    def ask() -> None:
        answers.append(ReasonDialog("Void this sheet?", "It stays in the vault.", "Reason", "Void", session).exec())

    QTimer.singleShot(0, ask)  # its loop runs inside the wait of `gone`, and ends before that does
    gone(person, bus)
    assert answers == [QDialog.DialogCode.Rejected]
