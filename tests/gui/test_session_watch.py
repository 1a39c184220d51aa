"""The computer goes to sleep or its screen is locked: the window locks, and what was typed or drawn is kept.

The signs come over a real D-Bus daemon of the test's own, from a stand-in that owns the services' names on it. The
stand-in for logind gives out real file descriptors for its delay lock, and sees when they are closed.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusUnixFileDescriptor, QDBusVirtualObject
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
from assessor_app.gui.session_watch import SCREEN_SAVERS, BusWatch
from assessor_app.gui.sleep_delay import LOGIND, PATH, SleepDelay
from assessor_app.gui.window import MainWindow
from assessor_app.settings import Paths
from assessor_app.storage.keys import TEST_COST
from assessor_app.usecases.freeze_sheet import freeze_unit
from assessor_app.usecases.observe import open_observation, start_observation
from assessor_app.usecases.program import OpenVault
from assessor_app.usecases.sign_sheet import begin_capture
from tests.gui.sign_off_scenes import PASSPHRASE, open_office
from tests.journeys.person import Person

pytestmark = pytest.mark.skipif(
    shutil.which("dbus-daemon") is None, reason="dbus-daemon is missing: nothing can tell of sleep and locked screens"
)
MANAGER = ("/org/freedesktop/login1", f"{LOGIND}.Manager", "PrepareForSleep")
OWN, OTHER = "/org/freedesktop/login1/session/_32", "/org/freedesktop/login1/session/_37"


class Logind(QDBusVirtualObject):
    """Answers Inhibit with a descriptor, as logind does; `refuses` as where a policy forbids it."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[list[object]] = []
        self.ends: list[int] = []  # our end of each lock
        self.refuses = False

    def introspect(self, path: str, /) -> str:
        return ""

    def handleMessage(self, message: QDBusMessage, connection: QDBusConnection, /) -> bool:
        if message.member() != "Inhibit":
            return False
        self.asked.append(list(message.arguments()))
        if self.refuses:
            return bool(connection.send(message.createErrorReply("org.freedesktop.DBus.Error.AccessDenied", "no")))
        here, there = os.pipe()
        os.set_blocking(here, False)
        self.ends.append(here)
        reply = message.createReply()
        reply.setArguments([QDBusUnixFileDescriptor(there)])
        os.close(there)  # the reply has its own copy
        return bool(connection.send(reply))

    def is_held(self, number: int) -> bool:
        """Whether anybody still holds a lock that was given out."""
        try:
            return os.read(self.ends[number], 1) != b""
        except BlockingIOError:
            return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Bus:
    """A bus: the end the program listens at, and the end that owns the names of logind and the screen savers."""

    here: QDBusConnection
    system: QDBusConnection
    stranger: QDBusConnection
    logind: Logind

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
        logind = Logind()
        assert system.registerVirtualObject(PATH, logind)
        yield Bus(here=here, system=system, stranger=stranger, logind=logind)
        for end in logind.ends:
            os.close(end)
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


def test_sleep_waits_until_everything_that_follows_leaving_is_done(qtbot: QtBot, bus: Bus, watch: BusWatch) -> None:
    qtbot.waitUntil(lambda: watch.delay.is_held, timeout=5000)
    assert bus.logind.asked[-1] == ["sleep", "Assessor", "The vault is locked first", "delay"]
    lock = len(bus.logind.ends) - 1
    assert bus.logind.is_held(lock)  # the control: it is open until the sign comes
    held_while_leaving: list[bool] = []
    watch.left.connect(lambda: held_while_leaving.append(bus.logind.is_held(lock)))
    with qtbot.waitSignal(watch.left, timeout=5000):
        bus.tell(*MANAGER, True)
    assert held_while_leaving == [True]
    assert not bus.logind.is_held(lock)
    bus.tell(*MANAGER, False)  # awake again: a new one is taken
    qtbot.waitUntil(lambda: watch.delay.is_held, timeout=5000)
    assert len(bus.logind.ends) == lock + 2
    watch.delay.release()
    assert not bus.logind.is_held(lock + 1)


def test_locked_screen_does_not_let_go_of_the_delay(qtbot: QtBot, bus: Bus, watch: BusWatch) -> None:
    qtbot.waitUntil(lambda: watch.delay.is_held, timeout=5000)
    with qtbot.waitSignal(watch.left, timeout=5000):
        bus.tell(OWN, f"{LOGIND}.Session", "Lock")
    assert bus.logind.is_held(len(bus.logind.ends) - 1)
    watch.delay.release()


def test_delay_that_comes_too_late_is_let_go_at_once(qtbot: QtBot, bus: Bus) -> None:
    delay = SleepDelay(bus.here)
    before = len(bus.logind.ends)
    delay.hold()
    delay.release()
    qtbot.waitUntil(lambda: len(bus.logind.ends) == before + 1, timeout=5000)
    qtbot.waitUntil(lambda: not bus.logind.is_held(before), timeout=5000)
    assert not delay.is_held


def test_delay_that_is_refused_breaks_nothing_and_can_be_asked_for_again(qtbot: QtBot, bus: Bus) -> None:
    bus.logind.refuses = True
    try:
        delay = SleepDelay(bus.here)
        before = len(bus.logind.asked)
        delay.hold()
        qtbot.waitUntil(lambda: len(bus.logind.asked) == before + 1, timeout=5000)
        qtbot.wait(50)
        assert not delay.is_held
    finally:
        bus.logind.refuses = False
    delay.hold()
    qtbot.waitUntil(lambda: delay.is_held, timeout=5000)
    delay.release()


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


class Closing:
    """A vault whose closing is watched."""

    def __init__(self, vault: OpenVault, close: Callable[[], None]) -> None:
        self._vault, self.close = vault, close

    def __getattr__(self, name: str) -> object:
        return getattr(self._vault, name)


def gone(person: Person, bus: Bus) -> None:
    """The computer goes to sleep; afterwards the vault is closed and no name is left."""
    assert person.window.session is not None
    vault = person.window.session._vault
    watch = person.window._watch
    assert isinstance(watch, BusWatch)
    person.see(lambda: watch.delay.is_held)
    lock = len(bus.logind.ends) - 1
    held_when_closed: list[bool] = []
    close = vault.close

    def closing() -> None:
        close()
        held_when_closed.append(bus.logind.is_held(lock))

    person.window.session._vault = Closing(vault, closing)  # type: ignore[assignment]
    bus.tell(*MANAGER, True)
    person.see(lambda: person.window.session is None)
    person.rest()
    assert held_when_closed == [True]  # the computer still waited when the vault was closed
    assert not bus.logind.is_held(lock)
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
