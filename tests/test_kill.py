"""`kill -9` at random moments while typing and signing: what was acknowledged is there afterwards."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import text

from assessor_app import machine
from assessor_app.domain.events import chain_faults
from assessor_app.domain.roles import Role
from assessor_app.storage.keys import unlock_with_passphrase
from assessor_app.storage.vault import KEYS, Vault
from assessor_app.usecases.freeze_sheet import freeze_unit
from assessor_app.usecases.observe import open_observation, start_observation
from assessor_app.usecases.sign_sheet import begin_capture
from tests.desk import PASSPHRASE, RELIABLE, SetClock, add_candidate, enrolment_of, make_ports, make_ready, open_desk

KILLS = 50
SEED = 20261122


def _kill_run(folder: Path, kills: int, seed: int) -> tuple[int, int]:
    """Kill the worker `kills` times; returns how many notes and strokes were acknowledged in all."""
    chance = random.Random(seed)
    with open_desk(folder) as desk:
        candidate = add_candidate(desk, RELIABLE)
        enrolment = enrolment_of(desk, candidate, RELIABLE)
        make_ready(desk, enrolment)
        sheet = freeze_unit(desk.ports, enrolment.id)
        visit = start_observation(desk.ports, candidate, "Kill me")
    key = unlock_with_passphrase(folder / KEYS, PASSPHRASE, allow_test_cost=True)
    notes, strokes = 0, 0
    for round_ in range(kills):
        worker = subprocess.Popen(
            [sys.executable, "-m", "tests.kill_worker", str(folder), str(visit.id), str(sheet.document_id)],
            stdout=subprocess.PIPE,
            text=True,
        )
        assert worker.stdout is not None
        first = [worker.stdout.readline(), worker.stdout.readline()]  # ready, and the first acknowledged note
        time.sleep(chance.uniform(0.0, 0.05))
        os.kill(worker.pid, signal.SIGKILL)
        said = [*"".join(first).splitlines(), *worker.stdout.read().splitlines()]
        worker.stdout.close()
        worker.wait()
        complete = [line.split() for line in said if line.endswith(".")]
        notes = max([notes, *(int(n) for kind, n, _ in complete if kind == "note")])
        strokes = max([strokes, *(int(n) for kind, n, _ in complete if kind == "stroke")])
        vault = Vault.open(folder, key, now=machine.now, new_id=machine.new_id)
        try:
            ports = make_ports(vault, SetClock())
            found = open_observation(ports, visit.id)
            last = int(found.paragraphs[-1].text.split()[-1]) if found.paragraphs else 0
            _, ink = begin_capture(ports, sheet.document_id, Role.CANDIDATE)
            assert last >= notes, f"kill {round_} of seed {seed}: note {notes} was lost, {last} is there"
            assert len(ink.strokes) >= strokes, f"kill {round_} of seed {seed}: stroke {strokes} was lost"
            with vault.reading() as records:
                assert [r[0] for r in records.connection.execute(text("PRAGMA integrity_check"))] == ["ok"]
                assert list(records.connection.execute(text("PRAGMA cipher_integrity_check"))) == []
                assert chain_faults(records.events()) == ()
        finally:
            vault.close()
    return notes, strokes


def test_no_acknowledged_note_or_stroke_is_lost_by_fifty_kills(tmp_path: Path) -> None:
    notes, strokes = _kill_run(tmp_path / "vault", KILLS, SEED)
    assert notes > KILLS  # else the kills came before anything was acknowledged, and the test shows nothing
    assert strokes > KILLS


@pytest.mark.soak
def test_no_acknowledged_note_or_stroke_is_lost_by_a_thousand_kills(tmp_path: Path) -> None:
    seed = random.SystemRandom().randrange(10**9)
    print(f"seed {seed}: {_kill_run(tmp_path / 'vault', 1000, seed)} notes and strokes acknowledged")
