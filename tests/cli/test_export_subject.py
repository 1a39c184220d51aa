"""`vault export-subject`: whose, where to, what comes out, and how it refuses."""

import json
from pathlib import Path

import pytest

from assessor_app.bootstrap import Bootstrap
from assessor_app.domain.errors import ExitCode
from assessor_app.settings import Paths
from assessor_app.storage.keys import TEST_COST
from assessor_app.usecases.read_log import read_log
from tests.cli.test_vault_commands import CREATE, add_people, call, home

__all__ = ["home"]


def test_copy_is_written_and_noted(home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(home, *CREATE) is ExitCode.GOOD
    add_people(home, "Tegwen Morris", "Bo Vance")
    capsys.readouterr()
    out = tmp_path / "for" / "tegwen"
    assert call(home, "vault", "export-subject", "tegwen  MORRIS", "--out", str(out)) is ExitCode.GOOD
    said = capsys.readouterr().out
    assert "The copy is in tegwen: 2 records, 0 files." in said
    assert "whoever has the folder can read it" in said
    assert sorted(p.name for p in out.iterdir()) == ["everything.json", "everything.pdf"]
    told = json.loads((out / "everything.json").read_text(encoding="utf-8"))
    assert told["records"]["candidate"][0]["body"]["name"] == "Tegwen Morris"
    assert "Bo Vance" not in (out / "everything.json").read_text(encoding="utf-8")
    vault = Bootstrap(Paths(home=home), TEST_COST).open_vault("four plain words here")
    try:
        line = read_log(vault.ports).lines[0]
        assert (line.what, line.touched) == ("Gave a copy of a candidate\u2019s data out of the vault", "1 candidate")
        assert vault.check() == ()
    finally:
        vault.close()


def test_json_names_the_folder(home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(home, *CREATE) is ExitCode.GOOD
    add_people(home, "Tegwen Morris")
    capsys.readouterr()
    out = str(tmp_path / "copy")
    assert call(home, "vault", "export-subject", "Tegwen Morris", "--out", out, "--json") is ExitCode.GOOD
    assert json.loads(capsys.readouterr().out) == {"folder": out, "records": 2, "files": 0, "missing": []}


def test_it_refuses_in_words(home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(home, *CREATE) is ExitCode.GOOD
    add_people(home, "Tegwen Morris", "Tegwen Morris")
    out = str(tmp_path / "copy")
    assert call(home, "vault", "export-subject", "Tegwen Morris", "--out", out) is ExitCode.REFUSED
    assert "Nothing was written" in capsys.readouterr().err
    assert call(home, "vault", "export-subject", "Nobody", "--out", out) is ExitCode.REFUSED
    assert "no such candidate" in capsys.readouterr().err
    assert call(home, "vault", "export-subject", "Nobody") is ExitCode.USAGE
    assert not (tmp_path / "copy").exists()


def test_a_folder_with_something_in_it_is_refused(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(home, *CREATE) is ExitCode.GOOD
    add_people(home, "Tegwen Morris")
    (tmp_path / "secret.txt").write_text("mine", encoding="utf-8")
    assert call(home, "vault", "export-subject", "Tegwen Morris", "--out", str(tmp_path)) is ExitCode.REFUSED
    assert "There is something at" in capsys.readouterr().err
    assert not (tmp_path / "everything.pdf").exists()
