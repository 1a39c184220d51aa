"""A caseload of 1,000 candidates with two units each: from process start to the painted list, and the vault's part.

Key derivation takes its time on purpose and is left out: the vault is one of the tests', with the cheap key.
"""

import json
import os
import statistics
import tempfile
import time
from pathlib import Path

from assessor_app.domain.gaps import Progress
from assessor_app.domain.judging import Enrolment
from assessor_app.domain.people import Candidate
from assessor_app.storage.keys import unlock_with_passphrase
from assessor_app.storage.vault import KEYS, Vault
from benchmarks.start import BARE, SIZE, painted_ms
from tests.desk import OPERATIONS, PASSPHRASE, RELIABLE, Desk, open_desk

CANDIDATES = 1000
ROUNDS = 5
_OURS = """
import sys
from assessor_app import __main__ as program
from assessor_app import bootstrap
passphrase = sys.argv[2]
def run_window(home):
    from assessor_app.gui import app
    from assessor_app.gui.pages.unlock.view import UnlockView
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication
    from assessor_app.storage.keys import TEST_COST
    make = bootstrap.Bootstrap
    bootstrap.Bootstrap = lambda paths: make(paths, TEST_COST)
    begun = []
    def painted(self, event):
        if not begun:
            begun.append(self)
            QTimer.singleShot(0, lambda: unlock(self))
    def unlock(view):
        from assessor_app.gui.pages.candidates.presenter import CandidatesPresenter
        from assessor_app.gui.session import Session
        show = CandidatesPresenter._show
        def shown(self, caseload):
            show(self, caseload)
            self._view.view.viewport().repaint()
            window = self._view.window()
            print("painted", window.width(), window.height(), flush=True)
            QTimer.singleShot(0, window.close)
        CandidatesPresenter._show = shown
        begin = Session.begin
        def began(self):
            from assessor_app.gui.desk import Goal, Page
            begin(self)
            self.go(Goal(page=Page.CANDIDATES))
        Session.begin = began
        view.passphrase_given.emit(passphrase)
    UnlockView.paintEvent = painted
    return run(home)
run, bootstrap.run_window = bootstrap.run_window, run_window
sys.argv[1:] = ["--home", sys.argv[1]]
program.main()
"""


def run() -> list[dict[str, object]]:
    """The whole start against a bare QWidget, and the vault's part against reading the same rows as text."""
    with tempfile.TemporaryDirectory() as scratch:
        home = Path(scratch) / "home"
        home.mkdir()
        with open_desk(home / "vault") as desk:
            _fill(desk)
            clock = desk.clock
        key = unlock_with_passphrase(home / "vault" / KEYS, PASSPHRASE, allow_test_cost=True)
        begin = time.perf_counter()
        vault = Vault.open(home / "vault", key, now=clock.now, new_id=clock.new_id)
        with vault.reading() as records:
            rows = records.caseload()
        ours = (time.perf_counter() - begin) * 1000
        assert len(rows) == CANDIDATES
        begin = time.perf_counter()
        with vault.reading() as records:
            for table in ("candidate", "enrolment", "progress"):
                records.connection.exec_driver_sql(f"SELECT * FROM {table}").fetchall()
        floor = (time.perf_counter() - begin) * 1000
        vault.close()
        started, bare = _started(home, scratch)
    return [
        _row("start to a painted caseload of 1,000, against a bare QWidget", started, bare),
        _row("open and list 1,000 candidates, against plain rows", ours, floor),
    ]


def _started(home: Path, scratch: str) -> tuple[float, float]:
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": f"{scratch}/compiled"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    bare, ours = [], []
    for turn in range(ROUNDS + 1):
        (home / "preferences.json").write_text(json.dumps({"geometry": [0, 0, *SIZE]}))
        first = painted_ms(environment, BARE, *map(str, SIZE))
        second = painted_ms(environment, _OURS, str(home), PASSPHRASE)
        if turn:
            bare.append(first)
            ours.append(second)
    return statistics.median(ours), statistics.median(bare)


def _fill(desk: Desk) -> None:
    with desk.vault.writing("fill") as records:
        for n in range(CANDIDATES):
            candidate = Candidate(id=desk.clock.new_id(), name=f"Candidate {n:04}", employer="Shop", site="Town")
            records.put_candidate(candidate)
            for position, unit in enumerate((RELIABLE, OPERATIONS)):
                enrolment = Enrolment(
                    id=desk.clock.new_id(), candidate=candidate.id, unit=unit, position=position, letter=unit.letter
                )
                records.put_enrolment(enrolment)
                records.put_progress(enrolment, Progress(met=5, seen=3, total=23))


def _row(name: str, ours: float, floor: float) -> dict[str, object]:
    return {"name": name, "ours_ms": ours, "floor_ms": floor, "ratio": ours / floor}
