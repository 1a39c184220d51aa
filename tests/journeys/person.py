"""A person at the window: types where the focus is, clicks what they can read, draws on the pad."""

import math
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from assessor_app.gui.window import MainWindow

W = TypeVar("W", bound=QWidget)
PATIENCE_MS = 20_000


class Person:
    """Sees only what is visible and enabled; waits for the program to come to rest after each act."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot = qtbot
        self.window = window

    def rest(self) -> None:
        """Wait until no job is under way and stays so for a moment of the event loop."""
        for _ in range(2):
            self.qtbot.wait(30)
            self.qtbot.waitUntil(lambda: not self.window._jobs.is_busy, timeout=PATIENCE_MS)

    def focused(self) -> QWidget:
        """Where typing goes. Without a window manager no window may be the active one, though each has its focus."""
        on_top = QApplication.activeModalWidget() or self.window
        widget = QApplication.focusWidget() or on_top.focusWidget()
        assert widget is not None, "nothing has the focus"
        return widget

    def write(self, words: str) -> None:
        """Type into the focus."""
        self.qtbot.keyClicks(self.focused(), words)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """One key where the focus is."""
        self.qtbot.keyClick(self.focused(), key, modifier)
        self.rest()

    def see(self, condition: Callable[[], bool]) -> None:
        """Wait until something is so."""
        self.qtbot.waitUntil(condition, timeout=PATIENCE_MS)

    def find(self, kind: type[W], words: str) -> W:
        """The first visible widget of `kind` whose name begins with `words`."""
        found: list[W] = []

        def look() -> bool:
            found[:] = [
                w
                for top in QApplication.topLevelWidgets()
                for w in (*top.findChildren(kind), *([top] if isinstance(top, kind) else []))
                if w.isVisible() and name_of(w).startswith(words)
            ]
            return bool(found)

        self.qtbot.waitUntil(look, timeout=PATIENCE_MS)
        return found[0]

    def click(self, words: str) -> None:
        """Press the button that says `words`."""
        self.rest()
        button = self.find(QAbstractButton, words)
        assert button.isEnabled(), f"{words} cannot be pressed"
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        self.rest()

    def fill(self, label: str, words: str) -> None:
        """Click into the field `label` and type; what was there is replaced."""
        self.rest()
        editor = self.find(QWidget, label) if not label else self._editor(label)
        self.qtbot.mouseClick(editor, Qt.MouseButton.LeftButton)
        editor.setFocus()
        self.qtbot.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.qtbot.keyClicks(editor, words)

    def _editor(self, label: str) -> QWidget:
        found: list[QWidget] = []

        def look() -> bool:
            found[:] = [
                w
                for top in QApplication.topLevelWidgets()
                for kind in (QLineEdit, QPlainTextEdit)
                for w in top.findChildren(kind)
                if w.isVisible() and name_of(w).startswith(label)
            ]
            return bool(found)

        self.qtbot.waitUntil(look, timeout=PATIENCE_MS)
        return found[0]

    def draw(self, pad: QWidget, turn: float) -> None:
        """Two strokes of loops, different for each `turn`."""
        button = Qt.MouseButton.LeftButton
        for stroke in range(2):
            points = [
                QPoint(
                    round(80 + stroke * 150 + 6 * i),
                    round(pad.height() / 2 + 30 * math.sin(i / 3 + turn + stroke)),
                )
                for i in range(20)
            ]
            self.qtbot.mousePress(pad, button, pos=points[0])
            for point in points[1:]:
                self.qtbot.mouseMove(pad, point)
            self.qtbot.mouseRelease(pad, button, pos=points[-1])
            self.rest()


def name_of(widget: QWidget) -> str:
    """What a person reads or hears of a widget."""
    name = widget.accessibleName()
    if not name and isinstance(widget, QAbstractButton):
        name = widget.text()
    return name
