"""Make, check, back up and restore a vault from the command line; units; usage and exit codes."""

import json
from pathlib import Path

import pytest

from assessor_app.bootstrap import Bootstrap
from assessor_app.cli.main import run
from assessor_app.cli.passphrase import VARIABLE
from assessor_app.domain.errors import ExitCode
from assessor_app.domain.people import Candidate
from assessor_app.settings import Paths
from assessor_app.storage.keys import TEST_COST
from assessor_app.storage.vault import DATABASE
from assessor_app.usecases.keep_candidate import keep_candidate
from tests.desk import RELIABLE


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    secret = tmp_path / "passphrase"
    secret.write_text("four plain words here\n", encoding="utf-8")
    monkeypatch.setenv(VARIABLE, str(secret))
    return tmp_path / "home"


def call(home: Path, *arguments: str) -> ExitCode:
    return run(["--home", str(home), *arguments], lambda h: Bootstrap(Paths(home=h or home), TEST_COST))


CREATE = ("vault", "create", "--assessor", "Ruth Okonjo", "--centre", "Wye Assessment", "--centre-number", "00417")


def test_vault_from_creation_to_restore(home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(home, *CREATE, "--json") is ExitCode.GOOD
    code = json.loads(capsys.readouterr().out)["recovery_code"]
    assert len(code) == 39
    assert call(home, "vault", "check") is ExitCode.GOOD
    assert call(home, "vault", "backup", str(tmp_path / "stick")) is ExitCode.GOOD
    (backup,) = (tmp_path / "stick").iterdir()
    assert call(home, "vault", "restore", str(backup)) is ExitCode.GOOD
    assert call(home, "vault", "check") is ExitCode.GOOD
    assert len(list(home.glob("vault-before-restore-*"))) == 1


def test_backup_of_another_vault_is_restored_only_when_that_is_said(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(home, *CREATE) is ExitCode.GOOD
    assert call(tmp_path / "hers", *CREATE) is ExitCode.GOOD
    assert call(tmp_path / "hers", "vault", "backup", str(tmp_path / "stick")) is ExitCode.GOOD
    (backup,) = (tmp_path / "stick").iterdir()
    keys = (home / "vault" / "keys.json").read_bytes()
    assert call(home, "vault", "restore", str(backup)) is ExitCode.REFUSED
    assert "not of the vault that is here" in capsys.readouterr().err
    assert (home / "vault" / "keys.json").read_bytes() == keys
    assert call(tmp_path / "new", "vault", "restore", str(backup)) is ExitCode.GOOD  # where there is none yet
    assert call(home, "vault", "restore", str(backup), "--anyway") is ExitCode.GOOD
    (aside,) = home.glob("vault-before-restore-*")
    assert (aside / "keys.json").read_bytes() == keys


def test_second_vault_in_the_same_place_is_refused(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(home, *CREATE) is ExitCode.GOOD
    assert call(home, *CREATE) is ExitCode.REFUSED
    assert "already" in capsys.readouterr().err


def test_wrong_passphrase_is_refused_in_words(home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(home, *CREATE) is ExitCode.GOOD
    (tmp_path / "passphrase").write_text("not the right one", encoding="utf-8")
    assert call(home, "vault", "check") is ExitCode.REFUSED
    assert "still locked" in capsys.readouterr().err


def test_damaged_vault_does_not_open(home: Path) -> None:
    assert call(home, *CREATE) is ExitCode.GOOD
    database = home / "vault" / DATABASE
    content = bytearray(database.read_bytes())
    content[100] ^= 1
    database.write_bytes(content)
    assert call(home, "vault", "check") is ExitCode.REFUSED


def test_units_are_listed_and_shown(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(home, "units", "list", "--json") is ExitCode.GOOD
    listed = json.loads(capsys.readouterr().out)
    assert sum(u["criteria"] for u in listed) == 72
    for reference in ("WJE863", "j/507/1557", "laser-customer-service-operations"):
        assert call(home, "units", "show", reference) is ExitCode.GOOD
    assert "post-transaction" in capsys.readouterr().out
    assert call(home, "units", "show", "nothing") is ExitCode.REFUSED


@pytest.mark.parametrize("reference", ["R/504/6242", "ocr-reliable-customer-service"])
def test_blank_form_is_written(home: Path, tmp_path: Path, reference: str) -> None:
    out = tmp_path / "blank.pdf"
    assert call(home, "sheet", "blank", reference, "--out", str(out)) is ExitCode.GOOD
    assert out.read_bytes().startswith(b"%PDF-1.7")


def test_unknown_command_is_a_usage_error(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(home, "nonsense") is ExitCode.USAGE
    assert call(home, "verify") is ExitCode.USAGE
    assert call(home) is ExitCode.USAGE
    assert "usage" in capsys.readouterr().err


def test_every_changed_byte_of_a_sheet_that_the_vault_knows_is_reported(home: Path) -> None:
    import random

    from assessor_app.cli.demo import ASSESSOR, sign_with_synthetic_ink
    from assessor_app.domain.people import Centre
    from assessor_app.domain.profile import Profile
    from assessor_app.domain.roles import Role
    from assessor_app.domain.signatures import Signer
    from assessor_app.domain.verification import Verdict
    from assessor_app.usecases.freeze_sheet import freeze_observation
    from assessor_app.usecases.sample_data import add_sample_data

    vault, _ = Bootstrap(Paths(home=home), TEST_COST).create_vault(
        "four plain words here", Profile(assessor=ASSESSOR, centre=Centre(name="Wye"))
    )
    try:
        add_sample_data(vault.ports)
        with vault.ports.store.reading() as records:
            visit = records.recent_observations(1)[0]
            name = records.candidate(visit.candidate).name
        sheet = freeze_observation(vault.ports, visit.id)
        for role, signer in ((Role.CANDIDATE, name), (Role.ASSESSOR, ASSESSOR.name)):
            who = Signer(role=role, name=signer, identity_check="Known")
            sheet = sign_with_synthetic_ink(vault.ports, sheet, who)
        pdf = vault.ports.files.read(sheet.pdf_sha256)
        assert vault.verify(pdf).verdict is Verdict.GOOD
        chance = random.Random(7)
        for _ in range(40):
            changed = bytearray(pdf)
            changed[chance.randrange(len(pdf))] ^= 1 << chance.randrange(8)
            assert vault.verify(bytes(changed)).verdict is not Verdict.GOOD
        assert vault.verify(pdf + b"\n").verdict is not Verdict.GOOD
        (home / "sheet.pdf").write_bytes(pdf)
    finally:
        vault.close()
    sheet_file = str(home / "sheet.pdf")
    assert call(home, "verify", sheet_file, "--with-vault") is ExitCode.GOOD
    (home / "sheet.pdf").write_bytes(pdf[: pdf.rindex(b"%%EOF", 0, -10) + 6])
    assert call(home, "verify", sheet_file, "--with-vault") is ExitCode.NOT_GOOD


def add_people(home: Path, *names: str) -> None:
    vault = Bootstrap(Paths(home=home), TEST_COST).open_vault("four plain words here")
    for name in names:
        keep_candidate(vault.ports, Candidate(id=vault.ports.new_id(), name=name), [RELIABLE])
    vault.close()


def people(home: Path) -> list[str]:
    vault = Bootstrap(Paths(home=home), TEST_COST).open_vault("four plain words here")
    with vault.ports.store.reading() as records:
        found = [c.name for c in records.candidates()]
    vault.close()
    return found


def test_erase_takes_one_candidate_out_of_vault_and_backup(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(home, *CREATE) is ExitCode.GOOD
    add_people(home, "Tegwen Morris", "Bo Vance")
    assert call(home, "vault", "backup", str(tmp_path / "stick")) is ExitCode.GOOD
    assert call(home, "vault", "erase", "tegwen morris") is ExitCode.REFUSED
    assert "--yes" in capsys.readouterr().err
    assert people(home) == ["Bo Vance", "Tegwen Morris"]
    assert call(home, "vault", "erase", "Tegwen", "--yes") is ExitCode.REFUSED
    assert "no such candidate" in capsys.readouterr().err
    assert call(home, "vault", "erase", "tegwen morris", "--yes", "--reason", "mistake") is ExitCode.GOOD
    assert "Erased: 2 records, 0 files, and from 1 backup or older copy." in capsys.readouterr().out
    assert people(home) == ["Bo Vance"]
    (backup,) = (tmp_path / "stick").iterdir()
    assert call(tmp_path / "other", "vault", "restore", str(backup)) is ExitCode.GOOD
    assert people(tmp_path / "other") == ["Bo Vance"]


def test_erase_names_what_is_out_of_reach_and_ends_with_one(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(home, *CREATE) is ExitCode.GOOD
    add_people(home, "Tegwen Morris")
    assert call(home, "vault", "backup", str(tmp_path / "stick")) is ExitCode.GOOD
    (tmp_path / "stick").rename(tmp_path / "drawer")
    capsys.readouterr()
    assert call(home, "vault", "erase", "Tegwen Morris", "--yes", "--json") is ExitCode.NOT_GOOD
    told = json.loads(capsys.readouterr().out)
    assert [copy["where"] for copy in told["unreached"]] == [str(tmp_path / "stick")]
    assert people(home) == []


def test_erase_asks_for_more_where_two_have_one_name(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(home, *CREATE) is ExitCode.GOOD
    add_people(home, "Tegwen Morris", "Tegwen Morris")
    assert call(home, "vault", "erase", "Tegwen Morris", "--yes") is ExitCode.REFUSED
    assert "several candidates" in capsys.readouterr().err
    assert len(people(home)) == 2
