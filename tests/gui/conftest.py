"""Every GUI test has the look installed, light and at 100 %, and no motion.

A view that a test leaves behind is deleted here, before the look goes back: otherwise the collector may take it while
Qt lays it out for the new text size, and the process dies. For the same reason the collector rests while a test runs:
it may come between the end of the test and this, in the middle of a change of focus.
"""

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from assessor_app.gui.theme.controller import ThemeChoice, ThemeController, install_look


@pytest.fixture(autouse=True)
def no_unexpected_file_dialog(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dialog of its own loop that no test answers would stand for ever: pytest's timeout does not reach it."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a file dialog that this test does not expect")

    for name in ("getOpenFileName", "getOpenFileNames", "getSaveFileName", "getExistingDirectory"):
        monkeypatch.setattr(QFileDialog, name, refuse)


@pytest.fixture(autouse=True)
def the_look(qapp: QApplication) -> Iterator[ThemeController]:
    look = install_look(qapp)
    look.motion = False
    look.choose(ThemeChoice.LIGHT)
    look.set_scale(1.0)
    gc.disable()
    yield look
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    gc.enable()
    look.choose(ThemeChoice.LIGHT)
    look.set_scale(1.0)
