"""The copy of personal data as a PDF: tagged, archivable, nothing cut, whoever it is of on every page."""

import io
import itertools
import re
from pathlib import Path

import pikepdf
import pypdfium2  # type: ignore[import-untyped]  # it ships no types
import pytest

from assessor_app.documents.personal_copy import render_personal_copy
from assessor_app.domain.moments import Moment
from assessor_app.domain.personal_copy import Block, Fact, Grid, Paragraph, Part, PersonalCopy
from tests.documents.reading import operations, page_texts, squeezed, text_of
from tests.documents.test_conformance import deep_findings, stripped, unexpected

MADE = Moment(utc_ms=1_795_600_000_000)
LONG = " ".join(f"sentence{n:04d}." for n in range(1_500))  # more than a page
ROWS = tuple((f"{n}", MADE, f"row{n:03d} did something that takes a few words to say") for n in range(120))


def copy_of(*blocks: Block, name: str = "Tegwen H\u00e2f Morris") -> PersonalCopy:
    inner = Part(title="A part within", blocks=(Fact(label="Day", value=MADE.local_date), *blocks))
    parts = (
        Part(title="You", blocks=(Fact(label="Name", value=name), Paragraph(text="Some words."))),
        Part(title="Records", parts=(inner,), blocks=(Paragraph(title="A right", text="You can ask."),)),
    )
    return PersonalCopy(name=name, holder="Wye & Teme Assessment", made=MADE, identifier="urn:uuid:1", parts=parts)


FULL = copy_of(
    Fact(label="Narrative", value=LONG),
    Grid(columns=(("No.", 10), ("When", 30), ("What", 60)), rows=ROWS),
    Paragraph(text=LONG.replace("sentence", "further")),
)


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return render_personal_copy(FULL)


def test_conforms_to_pdfa_as_the_forms_do(pdf: bytes) -> None:
    assert unexpected(pdf) == []
    assert deep_findings(stripped(pdf)) == []


def test_all_content_is_tagged_and_in_the_parent_tree(pdf: bytes) -> None:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        numbers = list(opened.Root.StructTreeRoot.ParentTree.Nums)
        tree = {int(numbers[n]): numbers[n + 1] for n in range(0, len(numbers), 2)}
        for page in opened.pages:
            depth = 0
            for _, name in operations(page):
                depth += {"BDC": 1, "BMC": 1, "EMC": -1}.get(name, 0)
                if name in ("Tj", "S", "f", "B"):
                    assert depth == 1
            marks = {int(operands[1]["/MCID"]) for operands, name in operations(page) if name == "BDC"}
            assert marks == set(range(len(list(tree[int(page.StructParents)]))))
        assert "/AcroForm" not in opened.Root
        assert not list(opened.attachments)
        assert str(opened.Root.Lang) == "en-GB"
        assert "Tegwen H\u00e2f Morris" in str(opened.docinfo.Title)


def tags(pdf: bytes) -> list[str]:
    """Names of the structure elements in reading order."""

    def walk(node: pikepdf.Object) -> list[str]:
        if not isinstance(node, pikepdf.Dictionary) or "/S" not in node:
            return []
        kids = node.get("/K", [])
        listed = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
        return [str(node.S), *(tag for kid in listed for tag in walk(kid))]

    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return walk(opened.Root.StructTreeRoot.K)


def test_headings_step_down_one_level_at_a_time(pdf: bytes) -> None:
    levels = [int(tag[2]) for tag in tags(pdf) if re.fullmatch(r"/H\d", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert {2, 3} <= set(levels)
    assert all(later <= earlier + 1 for earlier, later in itertools.pairwise(levels))
    assert tags(pdf).count("/TR") == len(ROWS) + 1
    assert tags(pdf).count("/TH") == 3


def test_every_page_says_whose_it_is_and_which_page(pdf: bytes) -> None:
    pages = page_texts(pdf)
    assert len(pages) > 4
    for number, text in enumerate(pages, 1):
        assert "Tegwen H\u00e2f Morris" in text
        assert f"Page {number} of {len(pages)}" in text
        assert "Not encrypted" in text
        assert "Wye & Teme Assessment" in text


def test_long_texts_and_tables_go_on_without_losing_a_word(pdf: bytes) -> None:
    text = squeezed(text_of(pdf))
    assert [n for n in range(1_500) if f"sentence{n:04d}." not in text or f"further{n:04d}." not in text] == []
    assert [n for n in range(120) if f"row{n:03d}" not in text] == []
    heads = [page for page in page_texts(pdf) if "row" in page and "No. When What" in page]
    assert len(heads) == sum("row" in page for page in page_texts(pdf))  # the head stands on each of them
    assert any("continued" in page for page in page_texts(pdf))


def test_nothing_stands_outside_the_margins_or_over_the_foot(pdf: bytes) -> None:
    document = pypdfium2.PdfDocument(pdf)
    for page in document:
        width, height = page.get_size()
        assert (round(width), round(height)) == (595, 842)
        text_page = page.get_textpage()
        for n in range(text_page.count_rects()):
            left, bottom, right, top = text_page.get_rect(n)
            assert left >= 56 - 1
            assert right <= width - 39 + 3  # a line ends in a space
            assert bottom > 20
            assert top < height - 20
            assert top < 69 or bottom > 72  # in the foot, or clear of it
        text_page.close()
    document.close()


def test_page_is_not_left_half_empty_by_a_long_text(pdf: bytes) -> None:
    counts = [len(text) for text in page_texts(pdf)]
    assert min(counts[:-1]) > 0.25 * max(counts)


def test_same_copy_gives_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    first = render_personal_copy(FULL)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1234567890")
    assert render_personal_copy(FULL) == first


@pytest.mark.parametrize(
    "name", ["", "x" * 300, "A\x00B\x1bC", "\u202eevil", "\u4e2d\u6587", "Ang\u0301ele <&> (\\) %", "\U0001f600 Smith"]
)
def test_any_name_and_text_can_be_printed(name: str) -> None:
    made = render_personal_copy(
        copy_of(Fact(label=name, value=name), Grid(columns=((name, 1),), rows=((name,),)), name=name)
    )
    assert unexpected(made) == []
    assert text_of(made)


def test_copy_without_anything_is_a_page(tmp_path: Path) -> None:
    empty = PersonalCopy(name="Bo Vance", holder="Wye", made=MADE, identifier="urn:uuid:2", parts=())
    assert len(page_texts(render_personal_copy(empty))) == 1
