"""Files made to hurt: whatever the bytes are, the check comes back, soon, and never with GOOD."""

import time
import zlib
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from assessor_app.domain.verification import ProblemCode, Verdict
from assessor_app.signing.verify import verify_sheet
from tests.signing import attacks
from tests.signing.builders import base_sheet, enrolled_key, sign_all, signed_sheet

SOON_S = 10.0
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def pdf_of(*objects: bytes, trailer: bytes = b"") -> bytes:
    """A PDF whose objects, numbered from 1, are as given; the first is the catalogue."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for place in places:
        out += b"%010d 00000 n \n" % place
    out += b"trailer\n<< /Root 1 0 R /Size %d %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, start)
    return bytes(out)


def encrypted() -> bytes:
    buffer = BytesIO()
    canvas = Canvas(buffer, encrypt=StandardEncryption("secret", strength=128))
    canvas.drawString(10, 10, "x")
    canvas.save()
    return buffer.getvalue()


def bomb() -> bytes:
    data = zlib.compress(b"\0" * 300_000_000, 9)
    return pdf_of(
        b"<< /Type /Catalog /Pages 2 0 R /AF [3 0 R] >>",
        b"<< /Type /Pages /Kids [] /Count 0 >>",
        b"<< /Type /Filespec /F (record.json) /EF << /F 4 0 R >> >>",
        b"<< /Type /EmbeddedFile /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(data), data),
    )


PAGES = b"<< /Type /Pages /Kids [] /Count 0 >>"
HOSTILE = {
    "nested arrays": pdf_of(b"<< /Type /Catalog /Pages 2 0 R /AF " + b"[" * 50_000 + b"]" * 50_000 + b" >>", PAGES),
    "nested dictionaries": pdf_of(b"<< /A " * 20_000 + b">> " * 20_000, PAGES),
    "previous is itself": pdf_of(b"<< /Type /Catalog /Pages 2 0 R >>", PAGES, trailer=b"/Prev 9"),
    "form in a circle": pdf_of(
        b"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [3 0 R] >> >>",
        PAGES,
        b"<< /T (candidate) /Kids [4 0 R] >>",
        b"<< /T (manager) /Kids [3 0 R] /Parent 3 0 R >>",
    ),
    "names in a circle": pdf_of(
        b"<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles 3 0 R >> >>",
        PAGES,
        b"<< /Kids [4 0 R] >>",
        b"<< /Kids [3 0 R] >>",
    ),
    "object is itself": pdf_of(b"<< /Type /Catalog /Pages 2 0 R /AF 3 0 R >>", PAGES, b"3 0 R"),
    "very long name": pdf_of(b"<< /Type /Catalog /Pages 2 0 R /" + b"x" * 2_000_000 + b" 1 >>", PAGES),
    "many end marks": b"%PDF-1.7\n" + b"startxref\n1\n%%EOF\n" * 200_000,
    "many fields": pdf_of(
        b"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [" + b"3 0 R " * 50_000 + b"] >> >>",
        PAGES,
        b"<< /FT /Sig /T (candidate) /V << /Type /Sig >> >>",
    ),
    "bomb": bomb(),
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_verify_when_file_is_hostile_then_soon_and_not_good(name: str) -> None:
    started = time.monotonic()
    report = verify_sheet(HOSTILE[name])
    assert report.verdict is not Verdict.GOOD
    assert report.all_problems
    assert time.monotonic() - started < SOON_S


def test_verify_when_encrypted_then_unreadable_and_said_so() -> None:
    report = verify_sheet(encrypted())
    assert report.verdict is Verdict.UNREADABLE
    assert report.problems[0].code is ProblemCode.ENCRYPTED


def test_verify_when_there_are_forty_revisions_then_unreadable() -> None:
    pdf = signed_sheet()
    for _ in range(40):
        pdf = attacks.increment(pdf, attacks.replace_page)
    started = time.monotonic()
    assert verify_sheet(pdf).verdict is Verdict.UNREADABLE
    assert time.monotonic() - started < SOON_S


def many_objects(writer: IncrementalPdfFileWriter) -> None:
    references = [writer.add_object(generic.DictionaryObject()) for _ in range(51_000)]
    writer.root["/Extra"] = generic.ArrayObject(references)
    writer.update_root()


def test_verify_when_there_are_too_many_objects_then_unreadable() -> None:
    report = verify_sheet(attacks.increment(signed_sheet(), many_objects))
    assert report.verdict is Verdict.UNREADABLE
    assert report.problems[0].code is ProblemCode.TOO_LARGE


def test_verify_when_time_is_up_then_unreadable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assessor_app.signing.verify.TIME_LIMIT_S", -1.0)
    report = verify_sheet(signed_sheet())
    assert report.verdict is Verdict.UNREADABLE
    assert report.problems[0].code is ProblemCode.TAKES_TOO_LONG


def test_verify_when_record_carries_terminal_codes_then_sentences_do_not() -> None:
    pdf = sign_all(base_sheet(), ("candidate",), enrolled_key())
    forged = attacks.raw_sign(pdf, "a\x1b[31mred", enrolled_key(), None, new_field=True)
    for problem in verify_sheet(forged).all_problems:
        assert problem.sentence.isprintable()


@QUICK
@given(st.binary(max_size=4000), st.booleans())
def test_verify_when_bytes_are_random_then_unreadable(data: bytes, with_header: bool) -> None:
    assert verify_sheet(b"%PDF-1.7\n" + data if with_header else data).verdict is Verdict.UNREADABLE


@QUICK
@given(st.integers(min_value=0, max_value=len(signed_sheet()) - 1))
def test_verify_when_cut_anywhere_then_not_good(end: int) -> None:
    assert verify_sheet(signed_sheet()[:end]).verdict is not Verdict.GOOD


@QUICK
@given(st.data())
def test_verify_when_a_stretch_is_overwritten_then_not_good(data: st.DataObject) -> None:
    pdf = signed_sheet()
    start = data.draw(st.integers(min_value=0, max_value=len(pdf) - 1))
    junk = data.draw(st.binary(min_size=1, max_size=200))
    changed = pdf[:start] + junk + pdf[start + len(junk) :]
    if changed != pdf:
        assert verify_sheet(changed).verdict is not Verdict.GOOD


@QUICK
@given(st.data())
def test_verify_when_a_stretch_is_inserted_or_removed_then_not_good(data: st.DataObject) -> None:
    pdf = signed_sheet()
    start = data.draw(st.integers(min_value=0, max_value=len(pdf) - 1))
    length = data.draw(st.integers(min_value=1, max_value=400))
    removed = pdf[:start] + pdf[start + length :]
    inserted = pdf[:start] + data.draw(st.binary(min_size=1, max_size=200)) + pdf[start:]
    for changed in (removed, inserted):
        if changed != pdf:
            assert verify_sheet(changed).verdict is not Verdict.GOOD
