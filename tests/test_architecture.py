"""The map is a test: layers as `pyproject.toml` draws them, no clutter in names, nothing of a machine in the texts."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted((ROOT / "assessor_app").rglob("*.py"))


def test_imports_point_down() -> None:
    code = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_every_module_says_why_it_exists() -> None:
    silent = [p for p in SOURCES if p.read_text(encoding="utf-8").strip() and not _docstring(p)]
    assert [str(p.relative_to(ROOT)) for p in silent] == []


@pytest.mark.parametrize("word", ["utils", "helpers", "common_", "misc"])
def test_no_room_is_a_cupboard(word: str) -> None:
    assert [p.name for p in SOURCES if word in p.stem] == []


def test_window_never_pumps_events_itself() -> None:
    assert [p.name for p in SOURCES if "processEvents(" in p.read_text(encoding="utf-8")] == []


def test_lock_file_names_no_index() -> None:
    lock = (ROOT / "packaging" / "requirements.lock").read_text(encoding="utf-8")
    assert not re.search(r"https?://|--index-url|--extra-index", lock)
    assert "pyside6-essentials==6.11.3" in lock


def _docstring(path: Path) -> bool:
    return path.read_text(encoding="utf-8").lstrip().startswith('"""')
