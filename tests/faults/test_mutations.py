"""Mutated settings, key files, vault files: none accepted as good, none uncaught; each changed byte of a sheet seen."""

import json
import random
import shutil
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from uuid import UUID

import pytest

from assessor_app.bootstrap import Bootstrap
from assessor_app.domain.canonical import sha256_hex
from assessor_app.domain.errors import KnownError
from assessor_app.domain.verification import Verdict
from assessor_app.gui.preferences import Preferences, read_preferences, write_preferences
from assessor_app.gui.theme.controller import ThemeChoice
from assessor_app.settings import Paths
from assessor_app.storage.keys import TEST_COST, Cost, is_as_written, replace_passphrase, unlock_with_passphrase
from assessor_app.storage.vault import DATABASE, KEYS
from tests.desk import PASSPHRASE
from tests.faults.mutations import mutated, mutated_json
from tests.faults.stored import stored_home, what_is_found
from tests.faults.table import note

QUICK = {"settings": 300, "key files": 120, "vault files": 40}
SOAK = {"settings": 4000, "key files": 3000, "vault files": 3000}


def _note(kind: str, count: int, slowest: float, seed: int, told: str) -> None:
    words = f"{count} mutated: 0 accepted as good, 0 uncaught; {told}; slowest {slowest:.2f} s{_peak()}"
    note(f"Mutations: {kind}", words, seed=seed)


def _peak() -> str:
    if sys.platform == "win32":
        return ""
    import resource

    return f", process peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB"


def _mutate_settings(tmp_path: Path, count: int, seed: int) -> None:
    chance, slowest = random.Random(seed), 0.0
    path = tmp_path / "preferences.json"
    write_preferences(path, Preferences(theme=ThemeChoice.DARK, text_scale=1.5, geometry=(10, 10, 1200, 800)))
    whole = path.read_bytes()
    for _ in range(count):
        path.write_bytes(mutated_json(whole, chance))
        begin = time.perf_counter()
        found = read_preferences(path)
        slowest = max(slowest, time.perf_counter() - begin)
        assert isinstance(found.theme, ThemeChoice)
        assert 1.0 <= found.text_scale <= 2.0
        assert found.geometry is None or all(isinstance(n, int) and abs(n) < 2**31 for n in found.geometry)
    _note("settings", count, slowest, seed, "usable values each time")


def _mutate_keys(tmp_path: Path, count: int, seed: int) -> None:
    chance, slowest, refused = random.Random(seed), 0.0, 0
    stored_home(tmp_path)
    path = tmp_path / "vault" / KEYS
    key = unlock_with_passphrase(path, PASSPHRASE, allow_test_cost=True)
    replace_passphrase(path, key, PASSPHRASE, TEST_COST)
    whole = path.read_bytes()
    for number in range(count):
        path.write_bytes(mutated_json(whole, chance))
        begin = time.perf_counter()
        try:
            assert unlock_with_passphrase(path, PASSPHRASE, allow_test_cost=True) == key
        except KnownError:
            refused += 1
        else:
            assert is_as_written(path, key) is _says_the_same(path.read_bytes(), whole), f"{number} of seed {seed}"
        slowest = max(slowest, time.perf_counter() - begin)
    assert refused > count // 10
    _note(
        "key files", count, slowest, seed, f"{refused} refused, the rest opens with the same key and the check names it"
    )


def _says_the_same(one: bytes, other: bytes) -> bool:
    """Whether the two are the same JSON: spaces between values mean nothing."""
    return json.dumps(json.loads(one), sort_keys=True) == json.dumps(json.loads(other), sort_keys=True)


def _mutate_vaults(tmp_path: Path, count: int, seed: int) -> None:
    chance, slowest, refused, named = random.Random(seed), 0.0, 0, 0
    stored_home(tmp_path / "whole").open_vault(PASSPHRASE).close()
    whole = tmp_path / "whole" / "vault"
    sound = _content(tmp_path / "whole")
    targets = [DATABASE, DATABASE, *(str(p.relative_to(whole)) for p in sorted(whole.glob("files/*/*.age")))]
    for number in range(count):
        home = tmp_path / "home"
        shutil.rmtree(home, ignore_errors=True)
        shutil.copytree(whole, home / "vault")
        target = home / "vault" / chance.choice(targets)
        target.write_bytes(mutated(target.read_bytes(), chance))
        begin = time.perf_counter()
        try:
            vault = Bootstrap(Paths(home=home), TEST_COST).open_vault(PASSPHRASE)
        except KnownError:
            refused += 1
            continue
        finally:
            slowest = max(slowest, time.perf_counter() - begin)
        try:
            found = bool(vault.examine())
        except KnownError:
            found = True
        finally:
            vault.close()
        slowest = max(slowest, time.perf_counter() - begin)
        named += found
        if not found:  # accepted: then what was changed says nothing, for example bytes after the last page
            assert _content(home) == sound, f"mutation {number} of seed {seed}, {target.name}"
    assert refused + named > count * 0.8
    _note("vault files", count, slowest, seed, f"{refused} refused, {named} named by the check")


def _content(home: Path) -> dict[str, object]:
    """Every record and every file, as the program reads them."""
    vault = Bootstrap(Paths(home=home), TEST_COST).open_vault(PASSPHRASE)
    try:
        with vault.ports.store.reading() as records:
            sheets = records.sheets()
            return {
                "events": records.events(),
                "caseload": records.caseload(),
                "observations": records.recent_observations(1000),
                "sheets": sheets,
                "files": [sha256_hex(vault.ports.files.read(s.pdf_sha256)) for s in sheets],
            }
    finally:
        vault.close()


_RUNS = {"settings": _mutate_settings, "key files": _mutate_keys, "vault files": _mutate_vaults}


@pytest.mark.parametrize("kind", _RUNS)
def test_mutated_files_are_never_taken_for_good(tmp_path: Path, kind: str) -> None:
    _RUNS[kind](tmp_path, QUICK[kind], 12)


@pytest.mark.soak
@pytest.mark.parametrize("kind", _RUNS)
def test_ten_thousand_mutated_files_are_never_taken_for_good(tmp_path: Path, kind: str) -> None:
    seed = random.SystemRandom().randrange(10**9)
    print(f"seed {seed}")
    _RUNS[kind](tmp_path, SOAK[kind], seed)


def test_key_file_that_asks_for_minutes_of_work_is_refused() -> None:
    with pytest.raises(KnownError, match="key file"):
        Cost(memory_kib=1024 * 1024, iterations=64).check()
    Cost(memory_kib=64 * 1024, iterations=64).check()


def _sheet_changes(tmp_path: Path, step: int, samples: int) -> None:
    vault = stored_home(tmp_path).open_vault(PASSPHRASE)
    try:
        with vault.ports.store.reading() as records:
            sheet = records.sheet(UUID(what_is_found()["sealed"]))
        pdf = vault.ports.files.read(sheet.pdf_sha256)
        hashed = _unnoticed(pdf, sheet.pdf_sha256, range(0, len(pdf), step))
        chance = random.Random(13)
        for _ in range(samples):
            at = chance.randrange(len(pdf))
            changed = pdf[:at] + bytes([pdf[at] ^ 1 << chance.randrange(8)]) + pdf[at + 1 :]
            assert vault.verify(changed).verdict is not Verdict.GOOD, f"byte {at}"
        place = tmp_path / "vault" / "files" / sheet.pdf_sha256[:2] / f"{sheet.pdf_sha256}.age"
        stored = place.read_bytes()
        for at in range(0, len(stored), step * 7):
            place.write_bytes(stored[:at] + bytes([stored[at] ^ 1]) + stored[at + 1 :])
            with pytest.raises(KnownError):
                vault.ports.files.read(sheet.pdf_sha256)
    finally:
        vault.close()
    assert hashed == 0
    words = (
        f"{len(range(0, len(pdf), step))} of {len(pdf)} bytes changed one by one: all noticed by the hash; "
        f"{samples} by full validation; {len(range(0, len(stored), step * 7))} of the stored file refused"
    )
    note("Every changed byte of a stored sheet", words)


def _unnoticed(pdf: bytes, sha256: str, places: Iterable[int]) -> int:
    content = bytearray(pdf)
    unnoticed = 0
    for at in places:
        content[at] ^= 1
        unnoticed += sha256_hex(content) == sha256
        content[at] ^= 1
    assert sha256_hex(content) == sha256  # the control: unchanged it is the one
    return unnoticed


def test_changed_bytes_of_a_sheet_are_noticed(tmp_path: Path) -> None:
    _sheet_changes(tmp_path, 211, 15)


@pytest.mark.soak
def test_every_changed_byte_of_a_sheet_is_noticed(tmp_path: Path) -> None:
    _sheet_changes(tmp_path, 1, 500)
