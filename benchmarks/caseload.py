"""A caseload of 1,000 candidates with two units each: vault opened (without key derivation) and the list read."""

import tempfile
import time
from pathlib import Path

from assessor_app.domain.gaps import Progress
from assessor_app.domain.judging import Enrolment
from assessor_app.domain.people import Candidate
from assessor_app.storage.keys import unlock_with_passphrase
from assessor_app.storage.vault import KEYS, Vault
from tests.desk import OPERATIONS, PASSPHRASE, RELIABLE, open_desk

CANDIDATES = 1000


def run() -> list[dict[str, object]]:
    """The floor is reading the same rows as text, without making values of them."""
    with tempfile.TemporaryDirectory() as folder:
        vault_folder = Path(folder) / "vault"
        with open_desk(vault_folder) as desk:
            with desk.vault.writing("fill") as records:
                for n in range(CANDIDATES):
                    candidate = Candidate(
                        id=desk.clock.new_id(), name=f"Candidate {n:04}", employer="Shop", site="Town"
                    )
                    records.put_candidate(candidate)
                    for position, unit in enumerate((RELIABLE, OPERATIONS)):
                        enrolment = Enrolment(
                            id=desk.clock.new_id(),
                            candidate=candidate.id,
                            unit=unit,
                            position=position,
                            letter=unit.letter,
                        )
                        records.put_enrolment(enrolment)
                        records.put_progress(enrolment, Progress(met=5, seen=3, total=23))
            clock = desk.clock
        key = unlock_with_passphrase(vault_folder / KEYS, PASSPHRASE, allow_test_cost=True)
        begin = time.perf_counter()
        vault = Vault.open(vault_folder, key, now=clock.now, new_id=clock.new_id)
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
    return [
        {
            "name": "open and list 1,000 candidates, against plain rows",
            "ours_ms": ours,
            "floor_ms": floor,
            "ratio": ours / floor,
        }
    ]
