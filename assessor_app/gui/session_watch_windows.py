"""Windows tells a window that the screen is locked or that the computer goes to sleep; Qt hands such messages on raw.

Written from Microsoft's description of the messages. It has not been run on Windows.
"""

import ctypes
import ctypes.wintypes

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

_WM_POWERBROADCAST, _PBT_APMSUSPEND = 0x0218, 0x0004
_WM_WTSSESSION_CHANGE, _WTS_SESSION_LOCK = 0x02B1, 0x0007
_THIS_SESSION = 0
_LEAVING = {(_WM_POWERBROADCAST, _PBT_APMSUSPEND), (_WM_WTSSESSION_CHANGE, _WTS_SESSION_LOCK)}


class _Messages(QAbstractNativeEventFilter):
    def __init__(self, watch: "WindowsWatch") -> None:
        super().__init__()
        self._watch = watch

    @override
    def nativeEventFilter(
        self, eventType: QByteArray | bytes | bytearray | memoryview, message: int, /
    ) -> tuple[bool, int]:
        if QByteArray(eventType) == QByteArray(b"windows_generic_MSG"):
            found = ctypes.wintypes.MSG.from_address(int(message))
            if (found.message, found.wParam) in _LEAVING:
                self._watch.left.emit()
        return False, 0


class WindowsWatch(QObject):
    """`left` comes when the session is locked or the computer is about to sleep."""

    left = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._messages = _Messages(self)
        application = QCoreApplication.instance()
        if application is not None:
            application.installNativeEventFilter(self._messages)
        ctypes.WinDLL("wtsapi32").WTSRegisterSessionNotification(  # type: ignore[attr-defined]  # only on Windows
            ctypes.wintypes.HWND(int(window.winId())), _THIS_SESSION
        )
