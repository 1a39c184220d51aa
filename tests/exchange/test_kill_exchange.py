"""`kill -9` in the middle of an export or an import leaves nothing or all (promises.md section 1, rows 3 and 7)."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from assessor_app.bootstrap import Bootstrap, UnlockedVault
from assessor_app.domain.exchange import BundleKind, Direction
from assessor_app.domain.people import Assessor, Centre
from assessor_app.domain.profile import Profile, VaultRole
from assessor_app.settings import Paths
from assessor_app.storage.keys import TEST_COST
from assessor_app.usecases.enrol import accept_enrolment, enrol_device, read_enrolment, read_request, write_request
from assessor_app.usecases.export_bundle import plan_export, write_export
from assessor_app.usecases.import_bundle import KINDS, import_bundle
from assessor_app.usecases.keep_evidence import add_evidence, store_file
from assessor_app.usecases.sample_data import add_story
from assessor_app.usecases.sample_people import STORIES
from tests.desk import PASSPHRASE
from tests.exchange.work import EvidenceItem, date

ROOT = Path(__file__).resolve().parents[2]
CENTRE = Centre(name="Wye Assessment", number="00417")
SEED = 20261125


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A laptop with something to export (3 MB of evidence), its centre, and a finished export."""
    folder = tmp_path_factory.mktemp("template")
    laptop = _create(folder / "laptop", Profile(assessor=Assessor(name="Ruth Okonjo", number="A-1"), centre=CENTRE))
    office = _create(folder / "office", Profile(assessor=Assessor(name="Office"), centre=CENTRE, role=VaultRole.CENTRE))
    write_request(laptop.ports, folder / "r.asice")
    enrol_device(office.ports, read_request(office.ports, folder / "r.asice"), folder / "a.asice.age")
    accept_enrolment(laptop.ports, read_enrolment(laptop.ports, folder / "a.asice.age"))
    candidate = add_story(laptop.ports, STORIES[1], is_sample=False)
    content = random.Random(SEED).randbytes(3_000_000)
    item = EvidenceItem(
        id=laptop.ports.new_id(),
        candidate=candidate,
        number=0,
        title="Film of the rota",
        dated=date(2026, 11, 20),
        file=store_file(laptop.ports, "rota.mp4", "video/mp4", content),
    )
    add_evidence(laptop.ports, item)
    laptop.close()
    shutil.copytree(folder / "laptop", folder / "sender")
    sender = _open(folder / "sender")
    write_export(sender.ports, plan_export(sender.ports), folder / "export.asice.age")
    sender.close()
    office.close()
    return folder


def _create(home: Path, profile: Profile) -> UnlockedVault:
    return Bootstrap(Paths(home=home), TEST_COST).create_vault(PASSPHRASE, profile)[0]


def _open(home: Path) -> UnlockedVault:
    return Bootstrap(Paths(home=home), TEST_COST).open_vault(PASSPHRASE)


def _run(kind: str, home: Path, file: Path, after: float | None) -> bool:
    """Start the worker, kill it `after` seconds (None: let it finish); returns whether it had said that it was done."""
    worker = subprocess.Popen(
        [sys.executable, "-m", "tests.exchange.kill_worker", kind, str(home), str(file)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert worker.stdin is not None
    assert worker.stdout is not None
    with worker.stdin, worker.stdout:
        assert worker.stdout.readline() == "ready\n"
        if after is None:
            assert worker.stdout.readline() == "done\n"
        else:
            time.sleep(after)
        os.kill(worker.pid, signal.SIGKILL)
        rest = worker.stdout.read()
        worker.wait()
    return after is None or "done" in rest


def _duration(kind: str, home: Path, file: Path) -> float:
    begin = time.perf_counter()
    _run(kind, home, file, None)
    return time.perf_counter() - begin


def _moments(count: int, longest: float) -> list[float]:
    chance = random.Random(SEED)
    return [chance.uniform(0, longest) for _ in range(count)]


def _check_export(template: Path, folder: Path, moments: list[float]) -> None:
    print(f"seed {SEED}")
    finished = 0
    for number, moment in enumerate(moments):
        home, file = folder / f"laptop-{number}", folder / f"export-{number}.asice.age"
        shutil.copytree(template / "laptop", home)
        said = _run("export", home, file, moment)
        vault = _open(home)
        try:
            assert vault.check() == ()
            with vault.ports.store.reading() as records:
                carried = records.exchange.carried()
                sent = [
                    s
                    for s in records.exchange.shipments()
                    if s.kind is BundleKind.SIGN_OFF and s.direction is Direction.OUT and s.size
                ]
            assert bool(carried) == bool(sent)
            assert not said or sent, "an export that was reported is not noted"
            if sent:
                finished += 1
                assert file.exists(), "an export is noted and its file is not there"
            if file.exists():
                assert vault.inspect_bundle(file).problems == (), "a file under its final name is not whole"
            write_export(vault.ports, plan_export(vault.ports), folder / "again.asice.age")
        finally:
            vault.close()
        shutil.rmtree(home)
    print(f"{len(moments)} kills, {finished} exports were noted before")


def _check_import(template: Path, folder: Path, moments: list[float]) -> None:
    print(f"seed {SEED}")
    finished = 0
    for number, moment in enumerate(moments):
        home = folder / f"office-{number}"
        shutil.copytree(template / "office", home)
        said = _run("import", home, template / "export.asice.age", moment)
        vault = _open(home)
        try:
            assert vault.check() == ()
            assert not (vault.folder / "staging").exists(), "something stayed in staging"
            with vault.ports.store.reading() as records:
                rows = [r for kind in KINDS for r in records.exchange.received(kind)]
                taken = [s for s in records.exchange.shipments() if s.kind is BundleKind.SIGN_OFF]
            assert bool(rows) == bool(taken), "half of a bundle was taken in"
            assert not said or taken
            finished += bool(taken)
            report = import_bundle(vault.ports, template / "export.asice.age")
            assert report.was_known == bool(taken)
            assert report.quarantined == ()
            with vault.ports.store.reading() as records:
                for row in records.exchange.received("evidence"):
                    for file in records.exchange.files_of(row.record):
                        assert vault.ports.files.read(file.sha256)
        finally:
            vault.close()
        shutil.rmtree(home)
    print(f"{len(moments)} kills, {finished} imports were whole before")


def test_export_when_killed_leaves_nothing_or_all(template: Path, tmp_path: Path) -> None:
    shutil.copytree(template / "laptop", tmp_path / "timed")
    longest = 0.7 * _duration("export", tmp_path / "timed", tmp_path / "timed.asice.age")
    _check_export(template, tmp_path, _moments(6, longest))


def test_import_when_killed_leaves_nothing_or_all(template: Path, tmp_path: Path) -> None:
    shutil.copytree(template / "office", tmp_path / "timed")
    longest = 0.7 * _duration("import", tmp_path / "timed", template / "export.asice.age")
    _check_import(template, tmp_path, _moments(6, longest))


@pytest.mark.soak
def test_export_and_import_when_killed_many_times(template: Path, tmp_path: Path) -> None:
    _check_export(template, tmp_path, _moments(150, 1.2))
    _check_import(template, tmp_path, _moments(150, 1.2))
