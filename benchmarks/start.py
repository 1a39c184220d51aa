"""Process start to painted window: the unlock screen against a bare QWidget, in turn, median of each.

Both windows are of the same size, and both are timed to the turn of the event loop that follows their first paint: by
then every child is painted and the backing store is flushed. Both run from compiled modules, as an installed program
does, whatever PYTHONDONTWRITEBYTECODE says here; the first round of each only makes them and is not counted.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 15
SIZE = (1366, 768)
BARE = """
import sys
from PySide6.QtWidgets import QApplication, QWidget
from PySide6.QtCore import QTimer
app = QApplication([])
def done():
    print("painted", w.width(), w.height(), flush=True); app.quit()
class W(QWidget):
    def paintEvent(self, event):
        QTimer.singleShot(0, done)
w = W(); w.resize(int(sys.argv[1]), int(sys.argv[2])); w.show(); app.exec()
"""
_OURS = """
import sys
from assessor_app import __main__ as program
from assessor_app import bootstrap
def run_window(home):
    from assessor_app.gui import app
    from assessor_app.gui.pages.unlock.view import UnlockView
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication
    def done():
        window = QApplication.activeWindow()
        print("painted", window.width(), window.height(), flush=True); QApplication.quit()
    def painted(self, event):
        QTimer.singleShot(0, done)
    UnlockView.paintEvent = painted
    return run(home)
run, bootstrap.run_window = bootstrap.run_window, run_window
sys.argv[1:] = ["--home", sys.argv[1]]
program.main()
"""


def painted_ms(environment: dict[str, str], code: str, *arguments: str) -> float:
    begin = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-c", code, *arguments], stdout=subprocess.PIPE, text=True, env=environment
    )
    assert process.stdout is not None
    said = process.stdout.readline()
    spent = (time.perf_counter() - begin) * 1000
    process.communicate()
    assert said.split() == ["painted", *map(str, SIZE)], said
    return spent


def run() -> list[dict[str, object]]:
    """Both started in turn, so that a slow stretch of the machine touches both."""
    bare, ours = [], []
    with tempfile.TemporaryDirectory() as scratch:
        home = Path(scratch) / "home"
        (home / "vault").mkdir(parents=True)
        (home / "vault" / "keys.json").write_text("{}")  # the unlock screen is shown where there are a key file ...
        (home / "vault" / "vault.db").write_bytes(b"not empty")  # ... and a database
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": f"{scratch}/compiled"}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        for turn in range(ROUNDS + 1):
            (home / "preferences.json").write_text(json.dumps({"geometry": [0, 0, *SIZE]}))
            first = painted_ms(environment, BARE, *map(str, SIZE))
            second = painted_ms(environment, _OURS, str(home))
            if turn:
                bare.append(first)
                ours.append(second)
    ours_ms, floor_ms = statistics.median(ours), statistics.median(bare)
    return [
        {
            "name": "start to painted unlock window, against a bare QWidget",
            "ours_ms": ours_ms,
            "floor_ms": floor_ms,
            "ratio": ours_ms / floor_ms,
        }
    ]
