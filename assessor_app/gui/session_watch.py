"""Tells when the person leaves: the computer goes to sleep, or its screen is locked.

On Linux the system says so on D-Bus (systemd-logind, and the desktop's screen saver), and sleep waits until whoever
listens to `left` is done; where there is no bus, or nobody on it, nothing is told and nothing breaks: the idle lock
remains. On Windows it comes as a window message. On macOS it
would take NSWorkspace and the distributed notifications, which Qt does not pass on: there only the idle lock works.
"""

import os
import sys
from typing import Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance, Slot
from PySide6.QtDBus import QDBusConnection
from PySide6.QtWidgets import QWidget

from assessor_app.gui.sleep_delay import LOGIND, SleepDelay

SCREEN_SAVERS = (
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
)


class Watch(Protocol):
    """Something whose `left` is a signal without arguments."""

    @property
    def left(self) -> SignalInstance: ...


class BusWatch(QObject):
    """`left` comes with each sign on D-Bus. A signal counts only from whoever owns the service's name.

    What is connected to `left` in this thread is done before the computer sleeps.
    """

    left = Signal()

    def __init__(self, system: QDBusConnection, session: QDBusConnection, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.delay = SleepDelay(system, self)
        self._listen(
            system, LOGIND, "/org/freedesktop/login1", f"{LOGIND}.Manager", "PrepareForSleep", "_on_sleep(bool)"
        )
        self._listen(system, LOGIND, own_session_path(), f"{LOGIND}.Session", "Lock", "_on_told()")
        for name in SCREEN_SAVERS:
            self._listen(session, name, "", name, "ActiveChanged", "_on_begun(bool)")
        self.delay.hold()

    def _listen(self, bus: QDBusConnection, service: str, path: str, interface: str, signal: str, slot: str) -> None:
        if bus.isConnected():
            # The slot has to be text; PySide6's own stub says bytes, which it refuses.
            bus.connect(service, path, interface, signal, self, f"1{slot}")  # type: ignore[call-overload]

    @Slot(bool)
    def _on_sleep(self, begins: bool) -> None:
        if not begins:
            self.delay.hold()  # awake again: for the next time
            return
        try:
            self.left.emit()
        finally:
            self.delay.release()

    @Slot(bool)
    def _on_begun(self, begins: bool) -> None:
        if begins:
            self.left.emit()

    @Slot()
    def _on_told(self) -> None:
        self.left.emit()


def own_session_path() -> str:
    """Where logind speaks of this login; empty (any login's word counts) where the desktop does not say which it is."""
    name = os.environ.get("XDG_SESSION_ID", "")
    if not name:
        return ""
    plain = (
        c if c.isascii() and (c.isalpha() or (c.isdigit() and place)) else f"_{ord(c):02x}"
        for place, c in enumerate(name)
    )
    return "/org/freedesktop/login1/session/" + "".join(plain)


def watch_session(window: QWidget) -> "Watch | None":
    """The watch of this system, which lives as long as `window`; None where there is none."""
    if sys.platform == "win32":
        from assessor_app.gui.session_watch_windows import WindowsWatch

        return WindowsWatch(window)
    if sys.platform == "darwin":
        return None
    return BusWatch(QDBusConnection.systemBus(), QDBusConnection.sessionBus(), window)
