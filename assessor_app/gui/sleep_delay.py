"""Asks systemd-logind to wait with sleeping until the vault is locked: a delay lock, held by an open file descriptor.

logind waits until the descriptor is closed, five seconds at most by its own setting. The kernel closes it with the
process, so a program that hangs or dies keeps no computer awake. Without logind nothing is asked for and nothing
breaks: the sign that the computer goes to sleep then comes late or not at all.
"""

import logging
import os

from PySide6.QtCore import QObject
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher, QDBusUnixFileDescriptor

LOGIND = "org.freedesktop.login1"
PATH = "/org/freedesktop/login1"
_REQUEST = ["sleep", "Assessor", "The vault is locked first", "delay"]
_log = logging.getLogger(__name__)


class SleepDelay(QObject):
    """`hold` asks for the delay, `release` lets the computer sleep; either may be called twice."""

    def __init__(self, system: QDBusConnection, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._system = system
        self._is_wanted = False
        self._descriptor: int | None = None

    @property
    def is_held(self) -> bool:
        """Whether logind waits for us."""
        return self._descriptor is not None

    def hold(self) -> None:
        """Ask for the delay; it is held when logind has answered."""
        if self._is_wanted or not self._system.isConnected():
            return
        self._is_wanted = True
        call = QDBusMessage.createMethodCall(LOGIND, PATH, f"{LOGIND}.Manager", "Inhibit")
        call.setArguments(_REQUEST)
        QDBusPendingCallWatcher(self._system.asyncCall(call), self).finished.connect(self._on_answer)

    def release(self) -> None:
        """Let go; what logind answers later is let go at once."""
        self._is_wanted = False
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def _on_answer(self, answered: QDBusPendingCallWatcher) -> None:
        reply = answered.reply()
        answered.deleteLater()
        given = reply.arguments()[0] if reply.arguments() else None
        if not isinstance(given, QDBusUnixFileDescriptor) or not given.isValid():
            self._is_wanted = False
            _log.info("no delay of sleep: %s", reply.errorName() or "no descriptor")
            return
        descriptor = given.takeFileDescriptor()
        if self._is_wanted and self._descriptor is None:
            self._descriptor = descriptor
        else:
            os.close(descriptor)
