"""`units read | add | export`: the contract of the JSON, files and folders, exit codes, unit files there and back."""

import json
from pathlib import Path
from typing import Any

import pytest

from assessor_app.bootstrap import Bootstrap
from assessor_app.cli.main import run
from assessor_app.cli.passphrase import VARIABLE
from assessor_app.domain.errors import ExitCode
from assessor_app.settings import Paths
from assessor_app.storage.keys import TEST_COST
from assessor_app.unit_reader.unit_files import read_unit_file
from tests.desk import OPERATIONS
from tests.unit_reader.specimens.collection import named

SEEDS = Path(__file__).parent.parent / "unit_reader" / "seeds"
LASER = SEEDS / "004_bf408d515cde197d.txt"
EXPECTATIONS = SEEDS / "002_bd7b34aefca69860.txt"
ENVIRONMENT = SEEDS / "000_557f702535234619.txt"
FIELDS = {"title", "reference", "level", "credit", "glh", "expiry", "awarding_body", "outcomes", "doubts"}


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    secret = tmp_path / "passphrase"
    secret.write_text("four plain words here\n", encoding="utf-8")
    monkeypatch.setenv(VARIABLE, str(secret))
    return tmp_path / "home"


def call(home: Path, *arguments: str) -> ExitCode:
    return run(["--home", str(home), *arguments], lambda h: Bootstrap(Paths(home=h or home), TEST_COST))


def specimen(tmp_path: Path, name: str) -> str:
    path = tmp_path / name
    path.write_bytes(named(name).data)
    return str(path)


def printed(capsys: pytest.CaptureFixture[str]) -> Any:
    return json.loads(capsys.readouterr().out)


def test_json_of_one_file_is_exactly_the_contract(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(home, "units", "read", str(LASER), "--json") is ExitCode.GOOD
    document = printed(capsys)
    assert set(document) == {"file", "units"}
    assert document["file"] == str(LASER)
    (unit,) = document["units"]
    assert set(unit) == FIELDS
    assert {k: unit[k] for k in FIELDS - {"outcomes", "doubts"}} == {
        "title": "Customer Service Operations",
        "reference": "J/507/1557",
        "level": "4",
        "credit": "9",
        "glh": "42",
        "expiry": None,
        "awarding_body": "LASER",
    }
    assert [set(o) for o in unit["outcomes"]] == [{"number", "text", "criteria"}] * 4
    assert [(c["number"], c["text"]) for o in unit["outcomes"] for c in o["criteria"]] == [
        (c.number, c.text) for c in OPERATIONS.criteria
    ]
    assert all(set(d) == {"where", "reason"} for d in unit["doubts"])


def test_expiry_is_an_iso_date(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(home, "units", "read", str(EXPECTATIONS), "--json") is ExitCode.GOOD
    assert printed(capsys)["units"][0]["expiry"] == "2017-12-31"


def test_folder_gives_a_list_and_a_file_each(home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out"
    assert call(home, "units", "read", str(SEEDS), "--out", str(out), "--json") is ExitCode.GOOD
    documents = printed(capsys)
    assert len(documents) == 4
    assert sum(len(o["criteria"]) for d in documents for u in d["units"] for o in u["outcomes"]) == 72
    assert sorted(p.stem for p in out.iterdir()) == sorted(p.stem for p in SEEDS.glob("*.txt"))
    written = json.loads((out / f"{LASER.stem}.json").read_text(encoding="utf-8"))
    assert written == next(d for d in documents if d["file"] == str(LASER))


def test_two_inputs_of_one_stem_are_refused_before_anything_is_written(home: Path, tmp_path: Path) -> None:
    (tmp_path / f"{LASER.stem}.md").write_bytes(LASER.read_bytes())
    out = tmp_path / "out"
    assert (
        call(home, "units", "read", str(LASER), str(tmp_path / f"{LASER.stem}.md"), "--out", str(out))
        is ExitCode.REFUSED
    )
    assert not out.exists()


def test_one_unreadable_file_does_not_stop_the_others(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7 nothing")
    arguments = ("units", "read", str(broken), str(LASER), str(tmp_path / "missing.txt"), "--json")
    assert call(home, *arguments) is ExitCode.UNREADABLE
    output = capsys.readouterr()
    documents = json.loads(output.out)
    assert [len(d["units"]) for d in documents] == [0, 1, 0]
    assert "damaged" in documents[0]["refusal"]
    assert "missing.txt" in output.err


def test_document_without_a_unit_is_told_and_not_good(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(home, "units", "read", specimen(tmp_path, "minutes.txt"), str(LASER), "--json") is ExitCode.NOT_GOOD
    output = capsys.readouterr()
    assert json.loads(output.out)[0]["units"] == []
    assert "No unit was found" in output.err


def test_folder_without_documents_is_refused(home: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert call(home, "units", "read", str(tmp_path / "empty")) is ExitCode.REFUSED


def test_text_shows_criteria_and_doubts(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(home, "units", "read", str(ENVIRONMENT)) is ExitCode.GOOD
    shown = capsys.readouterr().out
    assert "Describe techniques used to identify service failures" in shown
    assert "criterion 1.5: The number is printed as “15”" in shown


def make_vault(home: Path) -> None:
    assert call(home, "vault", "create", "--assessor", "Ruth Okonjo", "--centre", "Wye") is ExitCode.GOOD


def test_document_is_added_to_the_vault_with_its_doubts(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make_vault(home)
    path = specimen(tmp_path, "graded-marks.txt")
    assert call(home, "units", "add", path) is ExitCode.GOOD
    assert "Live sound set-up for small venues (Quayside Arts Awards), 8 criteria" in capsys.readouterr().out
    out = tmp_path / "unit.toml"
    assert call(home, "units", "export", "live sound set-up for small venues", "--out", str(out)) is ExitCode.GOOD
    unit = read_unit_file(out)
    assert [c.mark for c in unit.outcomes[0].criteria] == ["P1", "P2"]
    assert unit.source_document == "graded-marks.txt"


def test_added_unit_file_can_be_added_again_unchanged(home: Path, tmp_path: Path) -> None:
    make_vault(home)
    out = tmp_path / "laser.toml"
    assert call(home, "units", "export", "WJE863", "--out", str(out)) is ExitCode.GOOD
    assert read_unit_file(out) == OPERATIONS
    assert call(home, "units", "add", str(out)) is ExitCode.GOOD


def test_document_without_a_title_asks_for_one(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make_vault(home)
    assert call(home, "units", "add", str(ENVIRONMENT)) is ExitCode.REFUSED
    assert "no title" in capsys.readouterr().err
    assert call(home, "units", "add", str(ENVIRONMENT), "--title", "The service environment") is ExitCode.GOOD
    assert "criterion 1.5" in capsys.readouterr().out


def test_document_that_names_no_body_asks_for_one(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make_vault(home)
    path = specimen(tmp_path, "letters.txt")
    assert call(home, "units", "add", path) is ExitCode.REFUSED
    assert "no awarding body" in capsys.readouterr().err
    assert call(home, "units", "add", path, "--awarding-body", "Bridgewater") is ExitCode.GOOD


def test_handbook_adds_all_its_units(home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make_vault(home)
    path = specimen(tmp_path, "handbook.docx")
    assert call(home, "units", "add", path, "--awarding-body", "Linden", "--title", "x") is ExitCode.REFUSED
    capsys.readouterr()
    assert call(home, "units", "add", path, "--awarding-body", "Linden", "--json") is ExitCode.GOOD
    assert len(printed(capsys)) == 3


def test_document_without_a_unit_is_not_added(home: Path, tmp_path: Path) -> None:
    make_vault(home)
    assert call(home, "units", "add", specimen(tmp_path, "minutes.txt")) is ExitCode.REFUSED
