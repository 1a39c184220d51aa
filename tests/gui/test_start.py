"""What may not be loaded before the first paint, and what PySide6 must not do to the interpreter."""

import json
import subprocess
import sys
from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

_HEAVY = ("sqlalchemy", "sqlcipher3", "alembic", "reportlab", "pyhanko", "cryptography", "pydantic", "pypdfium2", "PIL")
_START = """
import builtins, json, sys
before = builtins.__import__
from pathlib import Path
from assessor_app import bootstrap
from assessor_app.gui.app import install_look, Jobs, MainWindow, Paths
from PySide6.QtWidgets import QApplication
app = QApplication([])
install_look(app)
paths = Paths(home=Path(sys.argv[1]))
window = MainWindow(bootstrap.Bootstrap(paths), paths, Jobs())
window.resize(1366, 768)
window.show()
window.grab()
print(json.dumps({"modules": sorted(m.partition(".")[0] for m in sys.modules),
                  "unlock": window.gate.unlock is not None,
                  "domain": [m for m in sys.modules if m.startswith("assessor_app.domain.record")],
                  "import_is_plain": builtins.__import__ is before}))
"""


def test_first_paint_loads_nothing_but_qt(tmp_path: Path) -> None:
    (tmp_path / "vault").mkdir()
    (tmp_path / "vault" / "keys.json").write_text("{}", encoding="utf-8")
    (tmp_path / "vault" / "vault.db").write_bytes(b"not empty")  # else the gate shows what to do about that
    done = subprocess.run([sys.executable, "-c", _START, str(tmp_path)], capture_output=True, text=True, check=True)
    found = json.loads(done.stdout.splitlines()[-1])
    assert not set(_HEAVY) & set(found["modules"])
    assert found["domain"] == []
    assert found["unlock"]
    assert found["import_is_plain"]


def test_a_thousand_void_qt_calls_leave_none_alone(qtbot: QtBot) -> None:
    # A release of PySide6 lost a reference to None with each void call, and the process died after some thousand.
    widget = QWidget()
    qtbot.addWidget(widget)
    before = sys.getrefcount(None)
    for _ in range(1000):
        widget.update()
    assert abs(sys.getrefcount(None) - before) < 100
