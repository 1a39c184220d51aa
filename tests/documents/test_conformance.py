"""What outside checkers say of every form. A full validator is not to be had; this is what was checked, and no more."""

import io
import shutil
import subprocess
from pathlib import Path

import pikepdf
import pikepdf.pdfa
import pytest

from assessor_app.documents.blank import render_blank
from assessor_app.documents.render import render
from assessor_app.domain.canonical import canonical_json
from assessor_app.domain.record import BaseRecord
from tests.documents import records
from tests.documents.reading import operations

RECORDS = {
    "001 with manager rule": records.ers_001(),
    "000 with gaps": records.ers_000(),
    "004 countersigned": records.ers_004(),
    "exception": records.ers_exception(),
    "checklist": records.checklist_002(),
    "observation": records.observation(),
    "long names": records.long_names(),
}

# Findings of pikepdf's checker that are accepted, each with its reason. Any other finding fails.
ACCEPTED = {
    "pikepdf:schema-Catalog": "it does not know signature fields (/AcroForm)",
    "pikepdf:embedded-file": "it does not know associated files; the attachment has a test of its own below",
    "ISO_19005_3:6.6.2.3.1-1": "it does not read the extension schema that declares pdfuaid",
    "ISO_19005_3:6.6.4-3": "it knows level B only; the file says A",
}


@pytest.fixture(params=list(RECORDS.values()), ids=list(RECORDS))
def record(request: pytest.FixtureRequest) -> BaseRecord:
    """Each kind of form."""
    found: BaseRecord = request.param
    return found


def unexpected(pdf: bytes) -> list[str]:
    """Findings that are not on the list."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        report = pikepdf.pdfa.check(opened, "3b")
        return [str(f) for f in report.findings if not any(f"] {known} " in str(f) for known in ACCEPTED)]


def test_pdfa_check_finds_nothing_but_what_is_accepted(record: BaseRecord) -> None:
    assert unexpected(render(record)) == []


def test_blank_forms_conform() -> None:
    assert unexpected(render_blank(records.UNIT_001)) == []
    assert unexpected(render_blank(records.UNIT_002, records.CENTRE)) == []


def stripped(pdf: bytes) -> pikepdf.Pdf:
    """The form without what the checker does not know, since it looks no deeper once it has met that."""
    opened = pikepdf.open(io.BytesIO(pdf))
    for key in ("/AcroForm", "/AF", "/Names"):
        if key in opened.Root:
            del opened.Root[key]
    for page in opened.pages:
        if "/Annots" in page:
            del page["/Annots"]
    packet = opened.Root.Metadata.read_bytes().replace(b"conformance>A<", b"conformance>B<")
    start, end = packet.index(b'<rdf:Description rdf:about="" xmlns:pdfuaid'), packet.index(b"</rdf:RDF>")
    opened.Root.Metadata = pikepdf.Stream(opened, packet[:start] + packet[end:])
    opened.Root.Metadata.Type, opened.Root.Metadata.Subtype = pikepdf.Name.Metadata, pikepdf.Name.XML
    return opened


def deep_findings(opened: pikepdf.Pdf) -> list[str]:
    """All findings, none accepted."""
    return [str(finding) for finding in pikepdf.pdfa.check(opened, "3b").findings]


def test_without_fields_and_attachment_the_check_finds_nothing_at_all(record: BaseRecord) -> None:
    assert deep_findings(stripped(render(record))) == []


def test_that_check_would_notice_an_unembedded_font() -> None:
    opened = stripped(render(RECORDS["observation"]))
    font = next(iter(opened.pages[0].Resources.Font.values()))
    del font.FontDescriptor["/FontFile2"]
    assert any("not embedded" in finding for finding in deep_findings(opened))


def test_that_check_would_notice_a_missing_colour_profile() -> None:
    opened = stripped(render(RECORDS["observation"]))
    del opened.Root["/OutputIntents"]
    assert any("OutputIntent" in finding for finding in deep_findings(opened))


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")
def test_qpdf_finds_no_fault(record: BaseRecord, tmp_path: Path) -> None:
    (tmp_path / "form.pdf").write_bytes(render(record))
    done = subprocess.run(["qpdf", "--check", str(tmp_path / "form.pdf")], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.skipif(shutil.which("pdfinfo") is None, reason="poppler is not installed")
def test_screen_reader_order_follows_the_form(tmp_path: Path) -> None:
    (tmp_path / "form.pdf").write_bytes(render(RECORDS["001 with manager rule"]))
    done = subprocess.run(
        ["pdfinfo", "-struct-text", str(tmp_path / "form.pdf")], capture_output=True, text=True, check=True
    )
    marks = [
        '"Unit Evidence Record Sheet "',
        '"Identity"',
        '"The criteria',
        '"plan, prepare and organise everything',
        '"explain the legal and regulatory requirements',
        '"Signatures this sheet requires "',
        '"Evidence and criteria "',
        '"E1 "',
        '"E9 "',
        '"Gaps: none.',
        '"Knowledge by questioning "',
        '"Judgement "',
        '"Feedback to the candidate "',
        '"Action plan "',
        '"Signatures, in the order of signing "',
    ]
    places = [done.stdout.find(mark) for mark in marks]
    assert all(place >= 0 for place in places), dict(zip(marks, places, strict=False))
    assert places == sorted(places)
    assert done.stderr == ""


def test_every_page_content_is_tagged_or_artifact(record: BaseRecord) -> None:
    with pikepdf.open(io.BytesIO(render(record))) as opened:
        for page in opened.pages:
            depth = 0
            for _, name in operations(page):
                depth += {"BDC": 1, "BMC": 1, "EMC": -1}.get(name, 0)
                assert depth in (0, 1)
                if name in ("Tj", "S", "f", "B"):
                    assert depth == 1, f"{name} outside of any mark"


def test_every_mark_is_in_the_parent_tree(record: BaseRecord) -> None:
    with pikepdf.open(io.BytesIO(render(record))) as opened:
        numbers = list(opened.Root.StructTreeRoot.ParentTree.Nums)
        tree = {int(numbers[n]): numbers[n + 1] for n in range(0, len(numbers), 2)}
        for page in opened.pages:
            marks = {int(operands[1]["/MCID"]) for operands, name in operations(page) if name == "BDC"}
            owners = list(tree[int(page.StructParents)])
            assert marks == set(range(len(owners)))
            for number, owner in enumerate(owners):
                kids = owner.K if isinstance(owner.K, pikepdf.Array) else [owner.K]
                held = [k for k in kids if isinstance(k, int) or "/MCID" in k]
                assert number in [k if isinstance(k, int) else int(k["/MCID"]) for k in held]


def test_record_travels_inside_as_canonical_json(record: BaseRecord) -> None:
    with pikepdf.open(io.BytesIO(render(record))) as opened:
        assert list(opened.attachments) == ["record.json"]
        assert opened.attachments["record.json"].get_file().read_bytes() == canonical_json(record)
        associated = list(opened.Root.AF)
        assert [str(spec.AFRelationship) for spec in associated] == ["/Data"]


def test_same_record_gives_same_bytes(record: BaseRecord, monkeypatch: pytest.MonkeyPatch) -> None:
    first = render(record)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1234567890")
    assert render(record) == first


def test_language_title_and_claims_are_stated(record: BaseRecord) -> None:
    with pikepdf.open(io.BytesIO(render(record))) as opened:
        root = opened.Root
        assert str(root.Lang) == "en-GB"
        assert bool(root.MarkInfo.Marked)
        assert bool(root.ViewerPreferences.DisplayDocTitle)
        assert record.content.candidate.name in str(opened.docinfo.Title)
        metadata = root.Metadata.read_bytes().decode()
        assert "<pdfaid:part>3<" in metadata
        assert "<pdfuaid:part>1<" in metadata
        assert all(str(page.Tabs) == "/S" for page in opened.pages)
