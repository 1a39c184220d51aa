"""What a signature draws: everything known at signing, in its place, and nothing more."""

import io
from dataclasses import replace

import pikepdf
import pypdfium2  # type: ignore[import-untyped]  # it ships no types
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessor_app.documents.appearance import field_rect, render_appearance
from assessor_app.documents.pdf.style import PT
from assessor_app.documents.signature_rows import field_roles, rows_of
from assessor_app.domain.ink import Ink, InkPoint, Stroke
from assessor_app.domain.roles import Role
from assessor_app.domain.signatures import Medium
from tests.documents import records
from tests.documents.reading import shown, squeezed, text_of

ERS = records.ers_001()


@pytest.mark.parametrize("build", [records.ers_004, records.checklist_002, records.observation])
def test_page_is_exactly_the_field_with_embedded_fonts(build: object) -> None:
    record = build()  # type: ignore[operator]  # a builder
    for role in field_roles(record):
        pdf = render_appearance(record, records.capture(record, role))
        with pikepdf.open(io.BytesIO(pdf)) as opened:
            assert len(opened.pages) == 1
            box = [float(v) for v in opened.pages[0].mediabox]
            assert box[2:] == pytest.approx(field_rect(record, role), abs=0.01)
            for font in opened.pages[0].Resources.Font.values():
                assert "/FontFile2" in font.FontDescriptor


def test_details_and_seal_are_printed() -> None:
    text = text_of(render_appearance(ERS, records.capture(ERS, Role.CANDIDATE)))
    for words in (records.CANDIDATE.name, "Bookings clerk; candidate", "14 October 2026", "15:31 BST", "Known since"):
        assert words in text
    assert "Sealed as witnessed by the assessor’s device 0001: record 1479, 14 Oct 2026 15:31:22 +01:00" in text


def test_assessor_signs_with_their_own_key() -> None:
    text = text_of(render_appearance(ERS, records.capture(ERS, Role.ASSESSOR)))
    assert "Signed with the assessor’s own key, device 0001: record 1480" in text
    assert "witnessed" not in text


def test_clock_warning_comes_first_and_bold() -> None:
    capture = records.capture(ERS, Role.ASSESSOR, clock_warning="Device clock inconsistent; see record 1484")
    pdf = render_appearance(ERS, capture)
    text = text_of(pdf)
    assert text.index("Device clock inconsistent; see record 1484.") < text.index("Signed with the assessor")
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        names = {str(k): str(f.BaseFont) for k, f in opened.pages[0].Resources.Font.items()}
    assert any("Bold" in names[font] for font, _, _ in shown(pdf))


def test_paper_signature_says_declared_not_proven() -> None:
    capture = records.capture(ERS, Role.MANAGER, medium=Medium.PAPER, paper=records.PAPER, ink=None)
    text = text_of(render_appearance(ERS, capture))
    assert "Signed on paper. Order declared, not proven." in text
    assert "5c0e 77a1 94d2 be38" in text
    assert "12 October 2026" in text
    assert "not written" in text
    assert "Entered from paper" in text


def test_typed_name_says_who_witnessed_the_mark() -> None:
    capture = records.capture(ERS, Role.CANDIDATE, medium=Medium.TYPED, ink=None, mark_witness="Nia Rowlands")
    assert "mark witnessed by Nia Rowlands" in text_of(render_appearance(ERS, capture))


def drawn(pdf: bytes) -> list[tuple[float, float, float, float]]:
    """Bounds of the paths of the page."""
    document = pypdfium2.PdfDocument(pdf)
    boxes = [o.get_bounds() for o in document[0].get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH])]
    document.close()
    return boxes


def test_ticks_are_drawn_into_the_boxes_of_the_base_page() -> None:
    row = rows_of(ERS)[1]
    bare = records.capture(ERS, Role.MANAGER, ink=Ink(strokes=()))
    both, none = render_appearance(ERS, bare), render_appearance(ERS, replace(bare, ticks=(False, False)))
    assert drawn(none) == []
    boxes = drawn(both)
    assert len(boxes) == 2
    for (left, bottom, right, top), (x, y) in zip(boxes, row.boxes(), strict=True):
        assert left >= x / PT - 1
        assert right <= (x + 3.5 + 1.5) / PT
        assert top <= (row.height - y + 2) / PT
        assert bottom >= (row.height - y - 3.5) / PT - 1


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.lists(
            st.tuples(st.integers(-500000, 500000), st.integers(-500000, 500000), st.integers(0, 1000)), max_size=20
        ),
        max_size=4,
    ),
    st.sampled_from(["ers", "obs"]),
)
def test_ink_stays_in_its_place_and_is_not_stretched(strokes: list[list[tuple[int, int, int]]], which: str) -> None:
    record = ERS if which == "ers" else records.observation()
    ink = Ink(
        strokes=tuple(
            Stroke(points=tuple(InkPoint(x=x, y=y, t=n, pressure=p) for n, (x, y, p) in enumerate(points)))
            for points in strokes
        )
    )
    pdf = render_appearance(record, records.capture(record, Role.CANDIDATE, ink=ink))
    row = rows_of(record)[0]
    x, y, width, height = row.ink_place
    boxes = drawn(pdf)
    points = [p for s in ink.strokes for p in s.points]
    assert bool(boxes) == bool(points)
    for left, bottom, right, top in boxes:  # control points of a curve may swing out a little
        assert left >= (x - width / 3) / PT
        assert right <= (x + width * 4 / 3) / PT
        assert bottom >= (row.height - y - height * 4 / 3) / PT
        assert top <= (row.height - y + height / 3) / PT


@pytest.mark.parametrize("build", [records.ers_001, records.checklist_002, records.observation])
def test_very_long_details_are_whole_and_inside(build: object) -> None:
    record = build()  # type: ignore[operator]  # a builder
    for role in field_roles(record):
        capture = records.capture(record, role)
        signer = replace(
            capture.signer,
            name=records.LONG_NAME,
            job_title="Deputy regional manager for customer service operations (maternity cover)",
            organisation="The Worshipful Association of Independent Garden Centres of Ceredigion Limited, Aberporth",
            identity_check="Driving licence seen, number ending 4711, and the staff pass",
        )
        pdf = render_appearance(
            record, replace(capture, signer=signer, clock_warning="Device clock inconsistent; see record 9")
        )
        text = squeezed(text_of(pdf))
        for words in (signer.name, signer.job_title, signer.organisation, signer.identity_check):
            for word in words.split():  # a value may be parted beside and below its label
                assert word in text
        width, _ = field_rect(record, role)
        assert min(size for _, size, _ in shown(pdf)) >= 8
        document = pypdfium2.PdfDocument(pdf)
        for thing in document[0].get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT]):
            left, bottom, right, _ = thing.get_bounds()
            assert left >= 0
            assert right <= width + 1
            assert bottom >= -0.5
        document.close()


def test_same_capture_gives_same_bytes() -> None:
    capture = records.capture(ERS, Role.CANDIDATE)
    assert render_appearance(ERS, capture) == render_appearance(ERS, capture)
    assert render_appearance(ERS, capture) != render_appearance(ERS, replace(capture, sequence=1))
