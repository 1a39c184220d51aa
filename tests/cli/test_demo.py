"""The demo's sheets, looked at from outside: by this program's verify, by pyHanko, by poppler and by flipping bytes."""

import json
import random
import shutil
import subprocess
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from assessor_app.bootstrap import Bootstrap
from assessor_app.cli.demo import run_demo
from assessor_app.cli.main import run
from assessor_app.cli.say import Voice
from assessor_app.domain.errors import ExitCode
from assessor_app.domain.verification import Verdict
from assessor_app.settings import Paths
from assessor_app.signing.authority import create_authority
from assessor_app.storage.keys import TEST_COST

MANAGED = "ers-ocr-reliable-customer-service.pdf"


def program(home: Path | None) -> Bootstrap:
    assert home is not None
    return Bootstrap(Paths(home=home), TEST_COST)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("demo")
    assert run_demo(program, out, Voice(as_json=False)) is ExitCode.GOOD
    return out


def verify(path: Path, ca: Path, tmp_path: Path) -> ExitCode:
    return run(["--home", str(tmp_path), "verify", str(path), "--ca", str(ca)], program)  # type: ignore[arg-type]


def sheets(out: Path) -> Sequence[Path]:
    return sorted((out / "sheets").glob("*.pdf"))


def test_sheets_of_all_four_units_and_their_visits_verify_and_are_trusted(
    demo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = [p.name for p in sheets(demo)]
    assert len([n for n in names if n.startswith("ers-")]) == 3
    assert len([n for n in names if n.startswith("cec-")]) == 1
    assert len([n for n in names if n.startswith("observation-")]) == 4
    for path in sheets(demo):
        assert verify(path, demo / "centre-ca.pem", tmp_path) is ExitCode.GOOD
    said = capsys.readouterr().out
    assert said.count("intact, trusted") == 2 * 8 + 2
    assert "problem" not in said


def test_managers_revision_comes_before_the_assessors(demo: Path) -> None:
    from pyhanko.pdf_utils.reader import PdfFileReader

    with (demo / "sheets" / MANAGED).open("rb") as file:
        order = [s.field_name for s in PdfFileReader(file).embedded_signatures]
    assert order == ["candidate", "manager", "assessor"]


@pytest.mark.skipif(shutil.which("pdfsig") is None, reason="poppler-utils is not installed")
@pytest.mark.skipif(shutil.which("certutil") is None, reason="libnss3-tools is not installed")
def test_poppler_calls_each_signature_valid_and_trusted(demo: Path, tmp_path: Path) -> None:
    # Poppler 22.12 asks for the outcome in a thread-wide error slot, where a second signature by one certificate leaves
    # a stale "issuer and serial used before"; with that certificate known beforehand (and not trusted) it does not.
    from cryptography.hazmat.primitives.serialization import Encoding
    from pyhanko.pdf_utils.reader import PdfFileReader

    from assessor_app.signing.keys import read_certificate

    database = f"sql:{tmp_path}"
    subprocess.run(["certutil", "-N", "-d", database, "--empty-password"], check=True)
    add = ["certutil", "-A", "-d", database]
    subprocess.run([*add, "-n", "centre", "-t", "C,C,C", "-i", str(demo / "centre-ca.pem")], check=True)
    with (demo / "sheets" / MANAGED).open("rb") as file:
        signer = PdfFileReader(file).embedded_signatures[0].signer_cert.dump()
    device = tmp_path / "device.pem"
    device.write_bytes(read_certificate(signer).public_bytes(Encoding.PEM))
    subprocess.run([*add, "-n", "device", "-t", ",,", "-i", str(device)], check=True)
    for path in sheets(demo):
        said = subprocess.run(
            ["pdfsig", "-nssdir", database, str(path)], capture_output=True, text=True, check=False
        ).stdout
        signed = said.count("Signature is Valid.")
        assert signed >= 2, path.name
        assert said.count("Certificate is Trusted.") == signed, path.name


@pytest.mark.skipif(shutil.which("pdfsig") is None, reason="poppler-utils is not installed")
@pytest.mark.skipif(shutil.which("certutil") is None, reason="libnss3-tools is not installed")
def test_poppler_does_not_trust_without_the_centre(demo: Path, tmp_path: Path) -> None:
    subprocess.run(["certutil", "-N", "-d", f"sql:{tmp_path}", "--empty-password"], check=True)
    said = subprocess.run(
        ["pdfsig", "-nssdir", f"sql:{tmp_path}", str(demo / "sheets" / MANAGED)],
        capture_output=True,
        text=True,
        check=False,
    ).stdout
    assert "Certificate is Trusted." not in said


def test_sheet_signed_by_a_stranger_is_not_trusted(demo: Path, tmp_path: Path) -> None:
    other = create_authority(centre="Another centre", now=datetime(2026, 11, 22, tzinfo=UTC))
    (tmp_path / "other.pem").write_bytes(other.certificate_pem)
    assert verify(demo / "sheets" / MANAGED, tmp_path / "other.pem", tmp_path) is ExitCode.NOT_GOOD


def test_changed_bytes_of_a_signed_sheet_are_reported(demo: Path) -> None:
    pdf = (demo / "sheets" / MANAGED).read_bytes()
    ca = (demo / "centre-ca.pem").read_bytes()
    chance = random.Random(20261122)
    missed = 0
    for _ in range(25):
        changed = bytearray(pdf)
        changed[chance.randrange(len(pdf))] ^= 1 << chance.randrange(8)
        report = program(Path()).verify(bytes(changed), [ca])
        missed += report.verdict is Verdict.GOOD
        assert report.verdict is Verdict.GOOD or report.problems or any(s.problems for s in report.signatures)
    assert missed == 0


def test_truncation_to_before_the_assessor_is_not_good(demo: Path, tmp_path: Path) -> None:
    pdf = (demo / "sheets" / MANAGED).read_bytes()
    ends = [i + 6 for i in range(len(pdf)) if pdf.startswith(b"%%EOF\n", i)]
    cut = tmp_path / "cut.pdf"
    for end in ends[:-1]:
        cut.write_bytes(pdf[:end])
        assert verify(cut, demo / "centre-ca.pem", tmp_path) is ExitCode.NOT_GOOD


def test_verify_says_unreadable_for_what_is_no_sheet(tmp_path: Path) -> None:
    rubbish = tmp_path / "rubbish.pdf"
    rubbish.write_bytes(b"%PDF-1.7 but no more")
    assert run(["--home", str(tmp_path), "verify", str(rubbish)], program) is ExitCode.UNREADABLE  # type: ignore[arg-type]
    missing = str(tmp_path / "missing.pdf")
    assert run(["--home", str(tmp_path), "verify", missing], program) is ExitCode.UNREADABLE  # type: ignore[arg-type]


def test_json_is_one_document(demo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = str(demo / "sheets" / MANAGED)
    code = run(["--home", str(tmp_path), "verify", path, "--ca", str(demo / "centre-ca.pem"), "--json"], program)  # type: ignore[arg-type]
    document = json.loads(capsys.readouterr().out)
    assert code is ExitCode.GOOD
    assert document[0]["report"]["verdict"] == Verdict.GOOD.value
    assert [s["role"] for s in document[0]["report"]["signatures"]] == ["candidate", "manager", "assessor"]


def test_module_starts_as_a_program(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "assessor_app", "--home", str(tmp_path), "units", "list"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert len(done.stdout.splitlines()) == 4


def test_signed_sheets_still_conform_to_pdf_a(demo: Path) -> None:
    from tests.documents.test_conformance import unexpected

    for path in sheets(demo):
        assert unexpected(path.read_bytes()) == [], path.name


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")
def test_qpdf_finds_no_fault_in_signed_sheets(demo: Path) -> None:
    for path in sheets(demo):
        done = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr


def test_demo_leaves_the_export_and_the_receipt_that_answered_it(demo: Path) -> None:
    (bundle,) = demo.glob("A-2207-*.asice.age")
    assert bundle.read_bytes().startswith(b"age-encryption.org/v1")
    assert (demo / "receipt-0001.asice.age").read_bytes().startswith(b"age-encryption.org/v1")
    for name in ("Morris", "Haddad", "Ferreira", "Rota"):
        assert name.encode() not in bundle.read_bytes()
