"""A centre takes in bundles of fifty observations each, first and again; the floor is the same rows by executemany."""

import tempfile
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

from sqlcipher3 import dbapi2

from assessor_app.bootstrap import Bootstrap, UnlockedVault
from assessor_app.cli.demo import LAPTOP, OFFICE
from assessor_app.domain.observations import Observation, Paragraph
from assessor_app.domain.people import Candidate
from assessor_app.settings import Paths
from assessor_app.storage.keys import TEST_COST
from assessor_app.usecases.enrol import accept_enrolment, enrol_device, read_enrolment, read_request, write_request
from assessor_app.usecases.export_bundle import plan_export, write_export
from assessor_app.usecases.import_bundle import KINDS, import_bundle
from assessor_app.usecases.keep_candidate import keep_candidate
from assessor_app.usecases.ports import Ports

BUNDLES = 40
EACH = 50
WORDS = "She asked what had gone wrong, listened, said what would happen next and when, and wrote it down. " * 4


def run() -> list[dict[str, object]]:
    """First import, repeated import, and the floor, in milliseconds for all bundles together."""
    with tempfile.TemporaryDirectory(prefix="assessor-bench-") as folder:
        files, office = _prepare(Path(folder))
        begin = time.perf_counter()
        for file in files:
            import_bundle(office.ports, file)
        first = time.perf_counter() - begin
        begin = time.perf_counter()
        for file in files:
            import_bundle(office.ports, file)
        again = time.perf_counter() - begin
        floor = _floor(office, Path(folder) / "floor.db")
        office.close()
    name = f"centre: {BUNDLES} bundles, {BUNDLES * EACH} observations"
    return [
        _row(f"{name}, first", first, floor),
        _row(f"{name}, repeated", again, floor),
    ]


def _row(name: str, ours: float, floor: float) -> dict[str, object]:
    return {"name": name, "ours_ms": ours * 1000, "floor_ms": floor * 1000, "ratio": ours / floor}


def _prepare(folder: Path) -> tuple[list[Path], UnlockedVault]:
    laptop = Bootstrap(Paths(home=folder / "laptop"), TEST_COST).create_vault("four plain words here", LAPTOP)[0]
    office = Bootstrap(Paths(home=folder / "office"), TEST_COST).create_vault("four plain words here", OFFICE)[0]
    write_request(laptop.ports, folder / "r")
    enrol_device(office.ports, read_request(office.ports, folder / "r"), folder / "a")
    accept_enrolment(laptop.ports, read_enrolment(laptop.ports, folder / "a"))
    files = []
    for number in range(BUNDLES):
        candidate = _candidate(laptop.ports, number)
        plan = plan_export(laptop.ports, frozenset({candidate.id}))
        files.append(folder / f"{number}.asice.age")
        write_export(laptop.ports, plan, files[-1])
    laptop.close()
    return files, office


def _candidate(ports: Ports, number: int) -> Candidate:
    candidate = Candidate(id=ports.new_id(), name=f"Candidate {number}")
    keep_candidate(ports, candidate, ())
    visit = Observation(
        id=ports.new_id(),
        candidate=candidate.id,
        number=1,
        title="Visit",
        day=date(2026, 11, 18),
        start="10:00",
        paragraphs=(Paragraph(time="10:05", text=WORDS),),
        finished=True,
    )
    with ports.store.writing("visits") as records:
        for n in range(EACH):
            records.put_observation(replace(visit, id=ports.new_id(), number=n + 1, title=f"Visit {n + 1}"))
    return candidate


def _floor(office: UnlockedVault, path: Path) -> float:
    with office.ports.store.reading() as records:
        rows = [
            (r.record.kind, r.record.id, r.record.sha256, r.record.parent, r.record.sort, r.record.body)
            for kind in KINDS
            for r in records.exchange.received(kind)
        ]
    each = max(1, len(rows) // BUNDLES)
    connection = dbapi2.connect(str(path), isolation_level=None)
    connection.execute("PRAGMA key = \"x'" + "00" * 32 + "'\"")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE r (kind, id, sha256, parent, sort, body, PRIMARY KEY (kind, id, sha256))")
    begin = time.perf_counter()
    for start in range(0, len(rows), each):
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany("INSERT INTO r VALUES (?, ?, ?, ?, ?, ?)", rows[start : start + each])
        connection.execute("COMMIT")
    taken = time.perf_counter() - begin
    connection.close()
    return taken
