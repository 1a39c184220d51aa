"""Sealing: what it makes, and what it refuses behind the application's gate."""

import subprocess
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from io import BytesIO

import pytest
from pyhanko.pdf_utils.reader import PdfFileReader

from assessor_app.domain.errors import BugError, KnownError
from assessor_app.signing.seal import seal_field
from tests.signing import attacks
from tests.signing.builders import (
    NOW,
    ROLES,
    base_sheet,
    enrolled_key,
    ink,
    sign,
    sign_all,
    signed_sheet,
    statement_for,
)


def test_seal_when_all_sign_then_each_result_starts_with_the_bytes_before() -> None:
    pdf = base_sheet()
    for role in ROLES:
        sealed = sign(pdf, role, enrolled_key())
        assert sealed.startswith(pdf)
        assert len(sealed) > len(pdf)
        pdf = sealed
    reader = PdfFileReader(BytesIO(pdf))
    assert [signature.field_name for signature in reader.embedded_signatures] == list(ROLES)


def test_seal_when_first_then_certifies_and_later_ones_do_not() -> None:
    reader = PdfFileReader(BytesIO(signed_sheet()))
    kinds = [
        [str(reference["/TransformMethod"]) for reference in signature.sig_object["/Reference"]]
        for signature in reader.embedded_signatures
    ]
    assert kinds == [["/DocMDP", "/FieldMDP"], ["/FieldMDP"], ["/FieldMDP"]]


def test_seal_then_catalogue_version_and_metadata_stay() -> None:
    reader = PdfFileReader(BytesIO(signed_sheet()))
    assert "/Version" not in reader.root
    base = PdfFileReader(BytesIO(base_sheet()))
    assert dict(reader.trailer["/Info"]) == dict(base.trailer["/Info"])


def test_seal_then_signing_time_is_the_capture_not_the_clock() -> None:
    for signature in PdfFileReader(BytesIO(signed_sheet())).embedded_signatures:
        assert signature.self_reported_timestamp == NOW
        assert str(signature.sig_object["/Reason"]).startswith("Witnessed signature")
        assert str(signature.sig_object["/Location"]) == "Shop on the Corner"


def test_seal_when_clock_says_1970_or_2051_then_still_seals() -> None:
    for year in (1970, 2051):
        moment = datetime(year, 1, 1, 12, tzinfo=UTC)
        pdf = base_sheet()
        sealed = seal_field(
            pdf,
            field="candidate",
            appearance=ink("candidate"),
            attribute=statement_for(pdf, "candidate").to_bytes(),
            key=enrolled_key(),
            signed_at=moment,
            signer_name="Cari",
            reason="Witnessed",
        )
        assert PdfFileReader(BytesIO(sealed)).embedded_signatures[0].self_reported_timestamp == moment


def test_seal_when_statement_and_names_are_long_then_space_suffices() -> None:
    pdf = base_sheet()
    sealed = sign(pdf, "manager", enrolled_key(), statements=("x" * 20_000, "ŵ" * 5_000))
    assert len(PdfFileReader(BytesIO(sealed)).embedded_signatures) == 1


def test_seal_in_worker_threads_at_once_then_all_are_good() -> None:
    pdf = base_sheet()
    with ThreadPoolExecutor(4) as pool:
        results = list(pool.map(lambda _: sign(pdf, "candidate", enrolled_key()), range(8)))
    assert all(result.startswith(pdf) for result in results)


def test_seal_when_field_is_missing_then_bug() -> None:
    pdf = base_sheet(roles=("candidate", "assessor"))
    with pytest.raises(BugError, match="no signature field manager"):
        sign(pdf, "manager", enrolled_key())


def test_seal_when_already_signed_then_refused() -> None:
    pdf = sign(base_sheet(), "candidate", enrolled_key())
    with pytest.raises(KnownError) as caught:
        sign(pdf, "candidate", enrolled_key())
    assert caught.value.code == "field-already-signed"


@pytest.mark.parametrize("late", ["manager", "candidate"])
def test_seal_when_a_lock_forbids_it_then_refused(late: str) -> None:
    pdf = sign(base_sheet(), "assessor", enrolled_key())
    with pytest.raises(KnownError) as caught:
        sign(pdf, late, enrolled_key())
    assert caught.value.code == "field-locked"
    assert "assessor" in caught.value.what


def test_seal_when_iqa_has_signed_then_everything_is_refused() -> None:
    pdf = sign_all(base_sheet(), ("candidate", "manager", "assessor", "iqa"), enrolled_key())
    with pytest.raises(KnownError) as caught:
        sign(pdf, "countersigner", enrolled_key())
    assert caught.value.code == "field-locked"


def test_seal_when_there_are_no_locks_then_control_is_not_refused() -> None:
    pdf = sign(base_sheet(with_locks=False), "assessor", enrolled_key())
    assert sign(pdf, "manager", enrolled_key()).startswith(pdf)


def test_seal_when_statement_is_about_other_bytes_then_bug() -> None:
    with pytest.raises(BugError, match="other bytes"):
        sign(base_sheet(), "candidate", enrolled_key(), base_length=17)


def test_seal_when_statement_is_for_another_role_then_bug() -> None:
    pdf = base_sheet()
    with pytest.raises(BugError, match="cannot seal"):
        sign(pdf, "candidate", enrolled_key(), role="manager")


def test_seal_when_appearance_is_of_another_size_then_bug() -> None:
    pdf = base_sheet()
    with pytest.raises(BugError, match="not as large"):
        seal_field(
            pdf,
            field="candidate",
            appearance=ink("candidate", (100, 100)),
            attribute=statement_for(pdf, "candidate").to_bytes(),
            key=enrolled_key(),
            signed_at=NOW,
            signer_name="C",
            reason="R",
        )


def test_seal_when_time_is_naive_then_bug() -> None:
    pdf = base_sheet()
    with pytest.raises(BugError, match="aware"):
        seal_field(
            pdf,
            field="candidate",
            appearance=ink("candidate"),
            attribute=statement_for(pdf, "candidate").to_bytes(),
            key=enrolled_key(),
            signed_at=(NOW + timedelta(0)).replace(tzinfo=None),
            signer_name="C",
            reason="R",
        )


@pytest.mark.parametrize("damage", [b"", b"%PDF-1.7\nnothing", b"\0" * 100])
def test_seal_when_sheet_is_garbage_then_known_error(damage: bytes) -> None:
    with pytest.raises(KnownError) as caught:
        sign(damage or b"x", "candidate", enrolled_key())
    assert caught.value.code == "sheet-not-sealable"


def test_seal_then_pdfsig_agrees(tmp_path) -> None:  # type: ignore[no-untyped-def]
    program = attacks.pdfsig()
    if program is None:
        pytest.skip("pdfsig is NOT INSTALLED (Debian: poppler-utils): sealed sheets were not checked by a second tool")
    path = tmp_path / "sheet.pdf"
    path.write_bytes(sign_all(base_sheet(), ROLES, enrolled_key()))
    said = subprocess.run([program, str(path)], capture_output=True, text=True, check=False, timeout=60).stdout
    assert said.count("Signature is Valid") == len(ROLES)
    assert said.count("Total document signed") == 1
    changed = path.read_bytes().replace(b"startxref", b"startxreg", 1)
    path.write_bytes(changed)
    said = subprocess.run([program, str(path)], capture_output=True, text=True, check=False, timeout=60).stdout
    assert "Signature is Valid" not in said
