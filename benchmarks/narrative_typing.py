"""From key to paint in the narrative with 800 words and 60 chips, against a bare QTextEdit that holds the same words.

Both are timed in one run, in turn, because the machine is noisy. Budget: 95 of 100 keys within 8 ms (promises.md,
section 2). Not called typing.py, because that name would hide a standard module.
`python benchmarks/narrative_typing.py` prints it.
"""

import os
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from dataclasses import replace

from PySide6.QtCore import QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit

from assessor_app.domain.observations import Observation, Paragraph
from assessor_app.gui.theme.controller import install_look, look
from assessor_app.gui.theme.typography import Role
from tests.gui import observation_sample as sample

KEYS = "She kept the queue informed and checked each order twice before it left. "
ROUNDS = 6


def _visit() -> Observation:
    words = " ".join(p.text for p in sample.PARAGRAPHS).split()
    refs = sample.refs("R1.1 R1.2 R1.3 R2.1 R2.2 R2.3")
    paragraphs = tuple(
        Paragraph(time=f"1{n // 6}:{n % 6}5", text=" ".join((words * 2)[n * 7 : n * 7 + 80]), criteria=refs)
        for n in range(10)
    )
    return replace(sample.VISIT, paragraphs=paragraphs)


def _time_keys(app: QApplication, editor: QTextEdit) -> list[float]:
    taken = []
    for key in KEYS:
        start = time.perf_counter()
        QTest.keyClicks(editor, key)
        app.sendPostedEvents(editor.window(), QEvent.Type.UpdateRequest)
        taken.append((time.perf_counter() - start) * 1000)
    return taken


def _p95(values: list[float]) -> float:
    return sorted(values)[int(len(values) * 0.95)]


def run() -> list[dict[str, object]]:
    """One row: the 95th percentile of ours and of the bare editor, in milliseconds, and their ratio."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    install_look(app)
    visit = _visit()
    view = sample.observation()
    view.set_content(sample.observation_content(visit))
    view.resize(1282, 768)
    view.show()
    bare = QTextEdit()
    bare.setFont(look().font(Role.NARRATIVE))
    bare.setPlainText("\n".join(p.text for p in visit.paragraphs))
    bare.resize(view.narrative.size())
    bare.show()
    app.processEvents()
    ours: list[float] = []
    floor: list[float] = []
    for _ in range(ROUNDS):
        for editor, times in ((view.narrative, ours), (bare, floor)):
            editor.setFocus()
            editor.moveCursor(editor.textCursor().MoveOperation.End)
            times += _time_keys(app, editor)
            app.processEvents()
    return [
        {
            "name": "key to paint, 800 words and 60 chips (p95)",
            "ours_ms": round(_p95(ours), 2),
            "floor_ms": round(_p95(floor), 2),
            "ratio": round(_p95(ours) / _p95(floor), 2),
        }
    ]


if __name__ == "__main__":
    for row in run():
        print(row)
