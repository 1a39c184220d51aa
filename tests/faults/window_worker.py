"""The real window, without a screen: types into a visit key by key, and says what stood there when it said "Saved".

Runs until it is killed. Started by `test_kill_window`.
"""

import re
import sys
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from assessor_app.bootstrap import Bootstrap
from assessor_app.domain.profile import VaultRole
from assessor_app.gui.desk import Goal, Page
from assessor_app.gui.jobs import Jobs
from assessor_app.gui.pages.observation.view import ObservationView
from assessor_app.gui.theme.controller import install_look
from assessor_app.gui.widgets.saved_state import SavedState
from assessor_app.gui.window import MainWindow
from assessor_app.settings import Paths
from assessor_app.storage.keys import TEST_COST
from tests.desk import PASSPHRASE

_WORD = re.compile(r"word(\d+)\b")
TYPING_MS = 40
BURST, PAUSE = 12, 20  # words that are typed in one go, and how long the pause is after them, in words


def main() -> None:
    home, visit = Path(sys.argv[1]), UUID(sys.argv[2])
    app = QApplication(sys.argv[:1])
    install_look(app).motion = False
    program, paths = Bootstrap(Paths(home=home), TEST_COST), Paths(home=home)
    window = MainWindow(program, paths, Jobs())
    window.resize(1366, 768)
    window.show()
    window.open_session(program.open_vault(PASSPHRASE), VaultRole.ASSESSOR)
    session = window.session
    assert session is not None
    session.go(Goal(page=Page.OBSERVATION, subject=visit))
    words = beats = 0
    plain = SavedState.show_saved

    def show_saved(state: SavedState, time: str) -> None:
        plain(state, time)
        stands = [
            n for view in window.findChildren(ObservationView) for n in _WORD.findall(view.narrative.toPlainText())
        ]
        print(f"saved {','.join(stands) or 'nothing'} .", flush=True)

    SavedState.show_saved = show_saved  # type: ignore[method-assign]

    def write() -> None:
        nonlocal words, beats
        beats += 1
        if beats % (BURST + PAUSE) >= BURST:
            return
        for view in window.findChildren(ObservationView):
            if view.isVisible() and view.narrative.isEnabled():
                words += 1
                view.narrative.setFocus()
                QTest.keyClicks(view.narrative, f"word{words} ")

    timer = QTimer()
    timer.timeout.connect(write)
    timer.start(TYPING_MS)
    app.exec()


if __name__ == "__main__":
    main()
