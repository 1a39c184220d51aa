"""The exchange from the command line: enrolment by words, export, import, receipts, inspection, revocation."""

import io
import json
import shutil
import subprocess
import zipfile
from pathlib import Path

import pyrage
import pytest

from assessor_app.bootstrap import Bootstrap
from assessor_app.cli.demo import sign_all
from assessor_app.cli.main import run
from assessor_app.cli.passphrase import VARIABLE
from assessor_app.domain.errors import ExitCode
from assessor_app.domain.people import Candidate
from assessor_app.settings import Paths
from assessor_app.storage.files import public_identity
from assessor_app.storage.keys import TEST_COST
from assessor_app.usecases.freeze_sheet import freeze_unit
from assessor_app.usecases.keep_candidate import keep_candidate
from assessor_app.usecases.sample_data import add_story, judge_story
from assessor_app.usecases.sample_people import STORIES
from tests.desk import PASSPHRASE


class Office:
    """A laptop and a centre in two homes, driven by commands."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.laptop = folder / "laptop"
        self.centre = folder / "centre"
        self.capsys = capsys

    def run(self, home: Path, *arguments: str) -> ExitCode:
        return run(["--home", str(home), *arguments], lambda h: Bootstrap(Paths(home=h or home), TEST_COST))

    def json(self, home: Path, *arguments: str, expect: ExitCode = ExitCode.GOOD) -> object:
        self.capsys.readouterr()
        assert self.run(home, "--json", *arguments) is expect
        return json.loads(self.capsys.readouterr().out)

    def path(self, name: str) -> str:
        return str(self.folder / name)

    def secret(self, home: Path, name: str) -> bytes:
        vault = Bootstrap(Paths(home=home), TEST_COST).open_vault(PASSPHRASE)
        try:
            with vault.vault.reading() as records:
                value = records.secret(name)
            assert value is not None
            return value
        finally:
            vault.close()


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Office:
    secret = tmp_path / "passphrase"
    secret.write_text(f"{PASSPHRASE}\n", encoding="utf-8")
    monkeypatch.setenv(VARIABLE, str(secret))
    office = Office(tmp_path, capsys)
    create = ("vault", "create", "--assessor", "Ruth Okonjo", "--assessor-number", "A-2207", "--centre", "Wye")
    assert office.run(office.laptop, *create) is ExitCode.GOOD
    assert (
        office.run(office.centre, "centre", "init", "--name", "Wye", "--ca-out", office.path("ca.pem")) is ExitCode.GOOD
    )
    return office


@pytest.fixture
def enrolled(office: Office) -> Office:
    enrol(office)
    return office


def enrol(office: Office) -> None:
    """Both sides of an enrolment, the words being read out."""
    asked = office.json(office.laptop, "vault", "enrol-request", "--out", office.path("request.asice"))
    assert isinstance(asked, dict)
    answer = ("--out", office.path("answer.asice.age"), "--words", asked["words"])
    answered = office.json(office.centre, "centre", "enrol", office.path("request.asice"), *answer)
    assert isinstance(answered, dict)
    assert answered["device"] == "0001"
    accept = ("vault", "enrol", office.path("answer.asice.age"), "--words", answered["words"].upper())
    assert office.run(office.laptop, *accept) is ExitCode.GOOD


def work(office: Office) -> None:
    """A candidate with two visits on the laptop."""
    vault = Bootstrap(Paths(home=office.laptop), TEST_COST).open_vault(PASSPHRASE)
    try:
        add_story(vault.ports, STORIES[0], is_sample=False)
    finally:
        vault.close()


def test_words_that_differ_enrol_nothing(office: Office) -> None:
    office.run(office.laptop, "vault", "enrol-request", "--out", office.path("request.asice"))
    wrong = ("centre", "enrol", office.path("request.asice"), "--words", "acorn " * 10, "--out", office.path("a"))
    assert office.run(office.centre, *wrong) is ExitCode.REFUSED
    assert not (office.folder / "a").exists()


def test_export_import_receipt_and_back(enrolled: Office) -> None:
    work(enrolled)
    sent = enrolled.json(enrolled.laptop, "bundle", "export", "--out", enrolled.path("e.asice.age"))
    assert isinstance(sent, dict)
    assert sent["number"] == 1
    taken = enrolled.json(enrolled.centre, "centre", "import", enrolled.path("e.asice.age"))
    assert isinstance(taken, list)
    assert taken[0]["report"]["quarantined"] == []
    again = enrolled.json(enrolled.centre, "centre", "import", enrolled.path("e.asice.age"))
    assert isinstance(again, list)
    assert again[0]["report"]["was_known"] is True
    report = enrolled.json(enrolled.centre, "centre", "report")
    assert isinstance(report, dict)
    assert report["devices"][0]["receipt_due"] is True
    enrolled.json(enrolled.centre, "centre", "receipt", "--out", enrolled.path("receipts"))
    receipt = enrolled.path("receipts/receipt-0001.asice.age")
    assert enrolled.run(enrolled.laptop, "bundle", "import", receipt) is ExitCode.GOOD
    assert enrolled.run(enrolled.laptop, "bundle", "export", "--out", enrolled.path("x")) is ExitCode.REFUSED
    assert enrolled.run(enrolled.laptop, "vault", "check") is ExitCode.GOOD
    assert enrolled.run(enrolled.centre, "vault", "check") is ExitCode.GOOD


def test_bundle_opens_with_the_centres_key_and_the_senders_and_no_other(enrolled: Office) -> None:
    work(enrolled)
    enrolled.run(enrolled.laptop, "bundle", "export", "--out", enrolled.path("e.asice.age"))
    data = Path(enrolled.path("e.asice.age")).read_bytes()
    for home in (enrolled.laptop, enrolled.centre):
        identity = pyrage.x25519.Identity.from_str(enrolled.secret(home, "exchange identity").decode())
        assert pyrage.decrypt(data, [identity])[:4] == b"PK\x03\x04"
        other = pyrage.x25519.Identity.from_str(enrolled.secret(home, "age identity").decode())
        with pytest.raises(pyrage.DecryptError):
            pyrage.decrypt(data, [other])
    with pytest.raises(pyrage.DecryptError):
        pyrage.decrypt(data, [pyrage.x25519.Identity.generate()])


@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not installed")
def test_openssl_accepts_the_signature_over_the_manifest(enrolled: Office, tmp_path: Path) -> None:

    work(enrolled)
    enrolled.run(enrolled.laptop, "bundle", "export", "--out", enrolled.path("e.asice.age"))
    identity = pyrage.x25519.Identity.from_str(enrolled.secret(enrolled.centre, "exchange identity").decode())
    inner = zipfile.ZipFile(io.BytesIO(pyrage.decrypt(Path(enrolled.path("e.asice.age")).read_bytes(), [identity])))
    for name in ("META-INF/ASiCManifest.xml", "META-INF/signature001.p7s"):
        (tmp_path / Path(name).name).write_bytes(inner.read(name))
    command = ["openssl", "cms", "-verify", "-cades", "-binary", "-inform", "DER"]
    command += ["-in", "signature001.p7s", "-content", "ASiCManifest.xml"]
    trust = ["-CAfile", enrolled.path("ca.pem"), "-purpose", "any", "-out", "/dev/null"]
    done = subprocess.run([*command, *trust], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (tmp_path / "ASiCManifest.xml").write_bytes(inner.read("META-INF/ASiCManifest.xml") + b" ")
    assert subprocess.run([*command, *trust], cwd=tmp_path, capture_output=True, check=False).returncode != 0


def test_inspect_explains_a_bundle_to_who_has_only_the_file_and_a_key(enrolled: Office) -> None:
    vault = Bootstrap(Paths(home=enrolled.laptop), TEST_COST).open_vault(PASSPHRASE)
    try:
        candidate = add_story(vault.ports, STORIES[1], is_sample=False)
        for enrolment in judge_story(vault.ports, candidate, STORIES[1]):
            freeze_unit(vault.ports, enrolment.id)
    finally:
        vault.close()
    enrolled.run(enrolled.laptop, "bundle", "export", "--out", enrolled.path("e.asice.age"))
    key = Path(enrolled.path("key.txt"))
    key.write_bytes(b"# the centre's key\n" + enrolled.secret(enrolled.centre, "exchange identity") + b"\n")
    arguments = (
        "bundle",
        "inspect",
        enrolled.path("e.asice.age"),
        "--identity",
        str(key),
        "--ca",
        enrolled.path("ca.pem"),
    )
    report = enrolled.json(enrolled.folder / "nobody", *arguments)
    assert isinstance(report, dict)
    assert report["kind"] == "sign-off"
    assert report["trust"] == "trusted"
    assert dict(report["counts"])["observation"] == 1
    assert report["problems"] == []
    assert report["recipient"] == public_identity(enrolled.secret(enrolled.centre, "exchange identity"))
    verify = ("verify", enrolled.path("e.asice.age"), "--identity", str(key), "--ca", enrolled.path("ca.pem"))
    assert enrolled.run(enrolled.folder / "nobody", *verify) is ExitCode.GOOD
    key.write_text("not a key", encoding="utf-8")
    assert enrolled.run(enrolled.folder / "nobody", *arguments) is ExitCode.REFUSED


def test_inspect_of_another_centres_bundle_says_that_it_is_not_trusted(enrolled: Office) -> None:
    work(enrolled)
    enrolled.run(enrolled.laptop, "bundle", "export", "--out", enrolled.path("e.asice.age"))
    other = enrolled.folder / "other"
    enrolled.run(other, "centre", "init", "--name", "Usk", "--ca-out", enrolled.path("usk.pem"))
    key = Path(enrolled.path("key.txt"))
    key.write_bytes(enrolled.secret(enrolled.centre, "exchange identity"))
    arguments = ("bundle", "inspect", enrolled.path("e.asice.age"), "--identity", str(key))
    assert enrolled.run(other, *arguments, "--ca", enrolled.path("usk.pem")) is ExitCode.NOT_GOOD


def test_sheet_is_verified_against_the_receipt_that_names_it(enrolled: Office) -> None:
    vault = Bootstrap(Paths(home=enrolled.laptop), TEST_COST).open_vault(PASSPHRASE)
    try:
        candidate = add_story(vault.ports, STORIES[1], is_sample=False)
        (enrolment,) = judge_story(vault.ports, candidate, STORIES[1])

        sheet = sign_all(vault.ports, freeze_unit(vault.ports, enrolment.id), STORIES[1])
        Path(enrolled.path("sheet.pdf")).write_bytes(vault.ports.files.read(sheet.pdf_sha256))
    finally:
        vault.close()
    enrolled.run(enrolled.laptop, "bundle", "export", "--out", enrolled.path("e.asice.age"))
    enrolled.run(enrolled.centre, "centre", "import", enrolled.path("e.asice.age"))
    enrolled.run(enrolled.centre, "centre", "receipt", "--out", enrolled.path("receipts"))
    receipt = enrolled.path("receipts/receipt-0001.asice.age")
    against = ("--against", receipt, "--ca", enrolled.path("ca.pem"))
    assert enrolled.run(enrolled.laptop, "verify", enrolled.path("sheet.pdf"), *against) is ExitCode.GOOD
    changed = Path(enrolled.path("changed.pdf"))
    changed.write_bytes(Path(enrolled.path("sheet.pdf")).read_bytes() + b"\n")
    assert enrolled.run(enrolled.laptop, "verify", str(changed), *against) is ExitCode.NOT_GOOD


def test_sheet_sealed_before_enrolment_is_trusted_by_its_key_afterwards(office: Office) -> None:
    vault = Bootstrap(Paths(home=office.laptop), TEST_COST).open_vault(PASSPHRASE)
    try:
        candidate = add_story(vault.ports, STORIES[1], is_sample=False)
        (enrolment,) = judge_story(vault.ports, candidate, STORIES[1])
        sheet = sign_all(vault.ports, freeze_unit(vault.ports, enrolment.id), STORIES[1])
    finally:
        vault.close()
    enrol(office)
    office.run(office.laptop, "bundle", "export", "--out", office.path("e.asice.age"))
    taken = office.json(office.centre, "centre", "import", office.path("e.asice.age"))
    assert isinstance(taken, list)
    assert taken[0]["report"]["quarantined"] == []
    report = office.json(office.centre, "centre", "report")
    assert isinstance(report, dict)
    assert [s["document"] for s in report["sheets"]] == [str(sheet.document_id)]


def test_revoked_device_is_refused_and_the_list_says_so(enrolled: Office) -> None:
    work(enrolled)
    enrolled.run(enrolled.laptop, "bundle", "export", "--out", enrolled.path("e.asice.age"))
    revoke = ("centre", "revoke", "0001", "--reason", "stolen", "--crl-out", enrolled.path("crl.pem"))
    assert enrolled.run(enrolled.centre, *revoke) is ExitCode.GOOD
    assert Path(enrolled.path("crl.pem")).read_text().startswith("-----BEGIN X509 CRL-----")
    taken = enrolled.json(enrolled.centre, "centre", "import", enrolled.path("e.asice.age"), expect=ExitCode.NOT_GOOD)
    assert isinstance(taken, list)
    assert taken[0]["refused"] == "device-not-enrolled"
    assert not (enrolled.centre / "vault" / "staging").exists() or not any(
        (enrolled.centre / "vault" / "staging").iterdir()
    )


def test_centre_commands_refuse_an_assessors_vault(office: Office) -> None:
    assert office.run(office.laptop, "centre", "report") is ExitCode.REFUSED
    assert office.run(office.centre, "vault", "enrol-request", "--out", office.path("r")) is ExitCode.REFUSED


def test_one_refused_file_does_not_stop_the_others(enrolled: Office) -> None:
    work(enrolled)
    enrolled.run(enrolled.laptop, "bundle", "export", "--out", enrolled.path("e.asice.age"))
    Path(enrolled.path("rubbish")).write_bytes(b"rubbish")
    files = (enrolled.path("rubbish"), enrolled.path("missing"), enrolled.path("e.asice.age"))
    taken = enrolled.json(enrolled.centre, "centre", "import", *files, expect=ExitCode.NOT_GOOD)
    assert isinstance(taken, list)
    assert ["refused" in item for item in taken] == [True, True, False]


def test_candidate_names_stay_out_of_file_names(enrolled: Office) -> None:
    vault = Bootstrap(Paths(home=enrolled.laptop), TEST_COST).open_vault(PASSPHRASE)
    try:
        keep_candidate(vault.ports, Candidate(id=vault.ports.new_id(), name="Zephyrine Canary"), ())
    finally:
        vault.close()
    sent = enrolled.json(enrolled.laptop, "bundle", "export", "--out", str(enrolled.folder))
    assert isinstance(sent, dict)
    assert Path(sent["file"]).name.startswith("A-2207-")
    assert b"Zephyrine" not in Path(sent["file"]).read_bytes()
