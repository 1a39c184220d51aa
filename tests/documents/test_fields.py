"""Signature fields: made up front, in signing order, with locks that carry the order rule."""

import io

import pikepdf
import pytest

from assessor_app.documents.appearance import field_rect
from assessor_app.documents.pdf.fields import locked_by
from assessor_app.documents.render import render
from assessor_app.documents.signature_rows import field_roles, rows_of
from assessor_app.domain.record import BaseRecord
from assessor_app.domain.roles import Role
from tests.documents import records
from tests.documents.reading import fields_of

C, M, A, S, Q = Role.CANDIDATE, Role.MANAGER, Role.ASSESSOR, Role.COUNTERSIGNER, Role.IQA

EXPECTED = {
    "001": (records.ers_001, {C: [C], M: [M], A: [C, M, A], Q: None}),
    "004": (records.ers_004, {C: [C], M: [M], A: [C, M, A], S: [C, M, A, S], Q: None}),
    "000": (records.ers_000, {C: [C], A: [C, A], Q: None}),
    "exception": (records.ers_exception, {C: [C], A: [C, A], Q: None}),
    "checklist": (records.checklist_002, {C: [C], A: [C, A], Q: None}),
    "observation": (records.observation, {C: [C], A: [C, A]}),
}


@pytest.mark.parametrize(("build", "locks"), EXPECTED.values(), ids=EXPECTED.keys())
def test_fields_and_locks_are_exact(build: object, locks: dict[Role, list[Role] | None]) -> None:
    record: BaseRecord = build()  # type: ignore[operator]  # a builder
    with fields_of(render(record)) as fields:
        assert [str(f.T) for f in fields] == [role.value for role in locks]
        assert tuple(locks) == field_roles(record)
        for field, expected in zip(fields, locks.values(), strict=True):
            if expected is None:
                assert str(field.Lock.Action) == "/All"
                assert "/Fields" not in field.Lock
            else:
                assert str(field.Lock.Action) == "/Include"
                assert [str(name) for name in field.Lock.Fields] == [role.value for role in expected]
            assert int(field.F) == 132
            assert str(field.FT) == "/Sig"
            assert "/V" not in field
            assert "/N" in field.AP


def test_tab_order_is_signing_order() -> None:
    with pikepdf.open(io.BytesIO(render(records.ers_004()))) as opened:
        annotations = list(opened.pages[-1].Annots)
        assert [str(a.T) for a in annotations] == [r.value for r in (C, M, A, S, Q)]
        tops = [float(a.Rect[3]) for a in annotations]
        assert tops == sorted(tops, reverse=True)
        assert all("/Annots" not in page for page in opened.pages[:-1])


def test_each_widget_stands_in_a_form_element() -> None:
    with pikepdf.open(io.BytesIO(render(records.ers_001()))) as opened:
        numbers = list(opened.Root.StructTreeRoot.ParentTree.Nums)
        tree = {int(numbers[n]): numbers[n + 1] for n in range(0, len(numbers), 2)}
        for field in opened.Root.AcroForm.Fields:
            owner = tree[int(field.StructParent)]
            assert str(owner.S) == "/Form"
            assert owner.K.Obj.objgen == field.objgen


def test_spoken_text_gives_role_and_statements() -> None:
    with fields_of(render(records.ers_001())) as fields:
        assert str(fields[1].TU) == (
            "Signature of the line manager or owner/manager. Statements: I was involved in this assessment; "
            "The candidate is competent in this unit."
        )


def test_not_sampled_yet_is_appearance_and_not_base_text() -> None:
    with pikepdf.open(io.BytesIO(render(records.ers_001()))) as opened:
        last = opened.pages[-1]
        drawn = [f for f in opened.Root.AcroForm.Fields if f.AP.N.read_bytes()]
        assert [str(f.T) for f in drawn] == ["iqa"]
        fonts = {str(k) for k in last.Resources.Font}
        assert {str(k) for k in drawn[0].AP.N.Resources.Font} <= fonts


def test_field_rect_is_the_widget_and_ers_rows_have_their_measures() -> None:
    record = records.ers_004()
    heights = []
    with fields_of(render(record)) as fields:
        for field, role in zip(fields, field_roles(record), strict=True):
            width, height = field_rect(record, role)
            left, bottom, right, top = (float(v) for v in field.Rect)
            assert right - left == pytest.approx(width, abs=0.02)
            assert top - bottom == pytest.approx(height, abs=0.02)
            heights.append(round(height * 25.4 / 72, 1))
            assert round(width * 25.4 / 72, 1) == 233.0
    assert heights == [28.2, 28.2, 28.2, 28.2, 25.5]


def test_boxes_stand_inside_their_field() -> None:
    for row in rows_of(records.ers_001()):
        for x, y in row.boxes():
            assert 0 < x < row.columns.declaration
            assert 0 < y < row.height - 3.5


def test_field_that_is_not_on_the_form_is_refused() -> None:
    with pytest.raises(ValueError, match="countersigner"):
        locked_by(Role.COUNTERSIGNER, [Role.CANDIDATE, Role.ASSESSOR])
    with pytest.raises(KeyError):
        field_rect(records.ers_exception(), Role.MANAGER)
