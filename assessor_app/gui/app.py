"""Start the window. Only Qt is imported before the first paint; the rest is loaded behind the unlock screen."""

from __future__ import annotations

import builtins
import logging
import sys
from typing import TYPE_CHECKING

_plain_import = builtins.__import__

from PySide6.QtCore import QRect, Qt  # noqa: E402
from PySide6.QtGui import QGuiApplication, QIcon  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

# PySide6 wraps the import function, which slows every later import by a third, for a feature unused here.
builtins.__import__ = _plain_import

from assessor_app.gui.collecting import BetweenEvents  # noqa: E402
from assessor_app.gui.jobs import Jobs  # noqa: E402
from assessor_app.gui.preferences import Preferences, read_preferences, write_preferences  # noqa: E402
from assessor_app.gui.theme.controller import ThemeController, install_look  # noqa: E402
from assessor_app.gui.window import MainWindow  # noqa: E402
from assessor_app.settings import Paths, shipped  # noqa: E402

if TYPE_CHECKING:
    from assessor_app.usecases.program import Program

SMALLEST = (1024, 700)
FIRST_SIZE = (1366, 768)


def run_app(program: Program, paths: Paths) -> int:
    """Run until the window is closed; returns the exit code."""
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr, format="%(levelname)s %(name)s: %(message)s")
    logging.getLogger("assessor_app").setLevel(logging.INFO)
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName("Assessor")
    app.setApplicationDisplayName("Assessor")
    app.setDesktopFileName("assessor-app")
    preferences = read_preferences(paths.preferences)
    look = install_look(app)
    look.choose(preferences.theme)
    look.set_scale(preferences.text_scale)
    icon = shipped("resources") / "icons" / "assessor.svg"
    if icon.exists():
        app.setWindowIcon(QIcon(str(icon)))
    window = MainWindow(program, paths, Jobs())
    place_window(window, preferences)
    window.first_painted.connect(lambda: _begin_work(window))
    window.show()
    code = app.exec()
    write_preferences(paths.preferences, present_preferences(window, look))
    return code


def _begin_work(window: MainWindow) -> None:
    """With the window on the screen: collect garbage again, but not in what start has made; load what comes next."""
    BetweenEvents(window).start()
    window.warm_up()


def place_window(window: MainWindow, preferences: Preferences) -> None:
    """Where it was, if that is still on a screen; else as large as fits."""
    window.setMinimumSize(*SMALLEST)
    screen = QGuiApplication.primaryScreen().availableGeometry()
    if preferences.geometry and any(
        s.availableGeometry().intersects(QRect(*preferences.geometry)) for s in QGuiApplication.screens()
    ):
        window.setGeometry(*preferences.geometry)
    else:
        window.resize(min(FIRST_SIZE[0], screen.width()), min(FIRST_SIZE[1], screen.height()))
        if screen.width() <= FIRST_SIZE[0] or screen.height() <= FIRST_SIZE[1]:
            window.setWindowState(Qt.WindowState.WindowMaximized)  # its frame would not fit beside it


def present_preferences(window: MainWindow, look: ThemeController) -> Preferences:
    """What is to be found again at the next start."""
    place = window.geometry()
    return Preferences(
        theme=look.choice,
        text_scale=look.scale,
        geometry=(place.x(), place.y(), place.width(), place.height()),
    )
