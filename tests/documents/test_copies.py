"""Marked copies and blank forms."""

import io

import pikepdf
import pytest

from assessor_app.documents.appearance import render_appearance
from assessor_app.documents.blank import render_blank
from assessor_app.documents.render import render
from assessor_app.documents.void_copy import render_marked_copy
from assessor_app.domain.roles import Role
from tests.documents import records
from tests.documents.reading import page_texts, text_of

LEFT = "Version 3 ended 14 October 2026, 16:05 BST, by Marit Solheim: item E4 was dated wrongly."
RIGHT = "Replaced by version 4"


def with_appearances() -> bytes:
    """A sheet whose fields show signatures; not sealed, since only the look matters here."""
    record = records.ers_001()
    with pikepdf.open(io.BytesIO(render(record))) as pdf:
        for field in pdf.Root.AcroForm.Fields:
            if str(field.T) == Role.IQA.value:
                continue
            drawn = pikepdf.open(io.BytesIO(render_appearance(record, records.capture(record, Role(str(field.T))))))
            field.AP.N = pdf.copy_foreign(drawn.pages[0].as_form_xobject())
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue()


@pytest.mark.parametrize("state", ["void", "superseded"])
def test_copy_keeps_content_and_signatures_and_is_marked_on_every_page(state: str) -> None:
    signed = with_appearances()
    copy = render_marked_copy(signed, state=state, line_left=LEFT, line_right=RIGHT)  # type: ignore[arg-type]
    texts = page_texts(copy)
    assert len(texts) == len(page_texts(signed))
    for text in texts:
        assert state.upper() in text
        assert "item E4 was dated wrongly" in text
        assert RIGHT in text
        assert f"{state.capitalize()} copy, printed from the vault" in text
    assert "Sealed as witnessed by the assessor’s device 0001" in texts[-1]
    assert "Not sampled yet" in texts[-1]
    assert "plan, prepare and organise" in texts[0]


def test_copy_has_no_fields_and_no_record() -> None:
    copy = render_marked_copy(with_appearances(), state="void", line_left=LEFT, line_right=RIGHT)
    with pikepdf.open(io.BytesIO(copy)) as opened:
        assert "/AcroForm" not in opened.Root
        assert not list(opened.attachments)
        assert all(not list(page.get("/Annots", [])) for page in opened.pages)


def test_only_a_void_copy_is_crossed() -> None:
    signed = with_appearances()
    sizes = {}
    for state in ("void", "superseded"):
        copy = render_marked_copy(signed, state=state, line_left=LEFT, line_right=RIGHT)
        with pikepdf.open(io.BytesIO(copy)) as opened:
            forms = opened.pages[-1].Resources.XObject.values()
            sizes[state] = any(b" 62 Tf" in form.read_bytes() for form in forms)
    assert sizes == {"void": True, "superseded": False}


def test_blank_sheet_has_every_criterion_and_no_fields() -> None:
    pdf = render_blank(records.UNIT_001)
    text = text_of(pdf)
    assert "Blank form, to be filled in by hand" in text
    for criterion in records.UNIT_001.criteria:
        assert criterion.text in text
    assert "Line manager or owner/manager" in text
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert "/AcroForm" not in opened.Root
        assert not list(opened.attachments)


def test_blank_checklist_has_empty_boxes_and_the_centre() -> None:
    text = text_of(render_blank(records.UNIT_002, records.CENTRE))
    assert "Candidate Evidence Checklist" in text
    assert "Aeron Valley Assessment, 00731" in text
    assert "Centre-made stand-in." in text


def test_blank_form_gives_same_bytes() -> None:
    assert render_blank(records.UNIT_004) == render_blank(records.UNIT_004)
