"""Process start to painted window: the unlock screen against a bare QWidget, in turn, median of each."""

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 9
_BARE = """
import sys
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication([])
class W(QWidget):
    def paintEvent(self, event):
        print("painted", flush=True); app.quit()
w = W(); w.resize(1366, 768); w.show(); app.exec()
"""
_OURS = """
import sys
from pathlib import Path
from assessor_app import bootstrap
from assessor_app.gui import window
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Paint and watched.objectName() == "first-painted":
            print("painted", flush=True)
            QApplication.instance().quit()
        return False
watch = Watch()
def place(self):
    self.gate.currentWidget().setObjectName("first-painted")
    self.gate.currentWidget().installEventFilter(watch)
window.MainWindow.warm_up = lambda self: None
show = window.MainWindow.show
window.MainWindow.show = lambda self: (place(self), show(self))
bootstrap.run_window(Path(sys.argv[1]))
"""


def _painted_ms(code: str, *arguments: str) -> float:
    begin = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-c", code, *arguments], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    process.stdout.readline()
    spent = (time.perf_counter() - begin) * 1000
    process.communicate()
    return spent


def run() -> list[dict[str, object]]:
    """Both started in turn, so that a slow stretch of the machine touches both."""
    bare, ours = [], []
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home) / "vault"
        folder.mkdir()
        (folder / "keys.json").write_text("{}")  # the unlock screen is shown where there is a key file
        for _ in range(ROUNDS):
            bare.append(_painted_ms(_BARE))
            ours.append(_painted_ms(_OURS, home))
    ours_ms, floor_ms = statistics.median(ours), statistics.median(bare)
    return [
        {
            "name": "start to painted unlock window, against a bare QWidget",
            "ours_ms": ours_ms,
            "floor_ms": floor_ms,
            "ratio": ours_ms / floor_ms,
        }
    ]
