"""Copies of the stored vaults to work on."""

import json
import shutil
from pathlib import Path

from assessor_app.bootstrap import Bootstrap
from assessor_app.settings import Paths
from assessor_app.storage.keys import TEST_COST

STORED = Path(__file__).parent.parent / "stored"
FORMATS = sorted(p.name for p in STORED.iterdir() if (p / "vault.db").exists())


def stored_home(home: Path, format_: str = FORMATS[-1]) -> Bootstrap:
    """A home with a copy of a stored vault, and the program on it."""
    shutil.copytree(STORED / format_, home / "vault", ignore=shutil.ignore_patterns("found.json"))
    return Bootstrap(Paths(home=home), TEST_COST)


def what_is_found(format_: str = FORMATS[-1]) -> dict[str, str]:
    """What the vault's maker says is in it."""
    found: dict[str, str] = json.loads((STORED / format_ / "found.json").read_text(encoding="utf-8"))
    return found


def folder_state(folder: Path) -> dict[str, bytes]:
    """Every file's content by its name, without the lock, the count of tries, what a vanished disk left half-written,
    and the files that SQLite keeps beside a database."""
    return {
        str(p.relative_to(folder)): p.read_bytes()
        for p in sorted(folder.rglob("*"))
        if p.is_file()
        and not p.name.endswith(("-wal", "-shm", ".lock", ".tries"))
        and not p.name.startswith(".writing-")
    }
