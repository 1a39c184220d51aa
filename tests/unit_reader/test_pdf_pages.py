"""PDF pages as they are shown: turned pages, ruled cells, places of the text, headers that are not content."""

import io

import pikepdf
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from assessor_app.domain.reading import FieldName
from assessor_app.unit_reader.pdf_tables import Rule, find_grids
from tests.unit_reader.reading import read
from tests.unit_reader.specimens import content
from tests.unit_reader.specimens.collection import named
from tests.unit_reader.specimens.page_forms import columns

UNIT = content.RETAIL


def turned(rotation: int) -> bytes:
    """A ruled unit on a page that is stored turned and shown upright."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1)
    wide, high = A4
    if rotation:
        canvas.translate(*{90: (wide, 0), 180: (wide, high), 270: (0, high)}[rotation])
        canvas.rotate(rotation)
    y = (wide if rotation in (90, 270) else high) - 40
    y = columns(canvas, y, [(40, 400, f"Unit title: {UNIT.title}")]) - 10
    for o, (outcome, texts) in enumerate(UNIT.outcomes, 1):
        for n, text in enumerate(texts, 1):
            top = y + 10
            left = [(45.0, 140.0, f"{o}. {outcome}")] if n == 1 else []
            y = columns(canvas, y, [*left, (205, 200, f"{o}.{n} {text}")])
            for level in (top, y + 8):
                canvas.line(40, level, 420, level)
            for x in (40, 200, 420):
                canvas.line(x, top, x, y + 8)
            y -= 4
    canvas.save()
    with pikepdf.open(io.BytesIO(buffer.getvalue())) as pdf:
        pdf.pages[0].Rotate = rotation  # ReportLab would change the page's size as well
        shown = io.BytesIO()
        pdf.save(shown)
    return shown.getvalue()


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_turned_page_is_read_as_it_is_shown(rotation: int) -> None:
    reading = read(turned(rotation), "a.pdf")
    (unit,) = reading.units
    assert [(c.number, c.text) for c in unit.criteria] == UNIT.criteria
    assert unit.value(FieldName.TITLE) == UNIT.title
    (page,) = reading.pages
    assert (page.width > page.height) == (rotation in (90, 270))
    title = reading.pieces(unit.field(FieldName.TITLE).pieces)[0]
    assert title.x == pytest.approx(40, abs=1)
    assert title.y == pytest.approx(31.6, abs=2)


def test_pieces_lie_on_their_pages() -> None:
    for name in ("handbook.pdf", "unruled-columns.pdf", "landscape-lines.pdf"):
        for page in read(named(name).data, name).pages:
            for piece in page.pieces:
                assert 0 <= piece.x <= piece.x + piece.width <= page.width + 1
                assert 0 <= piece.y <= piece.y + piece.height <= page.height + 1


def test_cells_without_a_wall_between_them_are_one() -> None:
    level = [Rule(0, y, 200, y) for y in (0, 20, 60)] + [Rule(100, 40, 200, 40)]
    upright = [Rule(x, 0, x, 60) for x in (0, 200)] + [Rule(100, 20, 100, 60)]
    (grid,) = find_grids([*level, *upright])
    boxes = {(b.row, b.column): (b.x0, b.y0, b.x1, b.y1) for b in grid.boxes}
    assert boxes == {
        (0, 0): (0, 0, 200, 20),
        (1, 0): (0, 20, 100, 60),
        (1, 1): (100, 20, 200, 40),
        (2, 1): (100, 40, 200, 60),
    }


def test_lines_that_make_no_table_give_none() -> None:
    assert find_grids([Rule(0, 10, 200, 10), Rule(0, 20, 200, 20)]) == []
    assert find_grids([Rule(0, 0, 100, 0), Rule(0, 50, 100, 50), Rule(0, 0, 0, 50), Rule(100, 0, 100, 50)]) == []


def page_of_lines(lines: list[tuple[int, int, str]]) -> bytes:
    """A page with each text at its x and its y from the top."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1)
    canvas.setFont("Helvetica", 9)
    for x, y, text in lines:
        canvas.drawString(x, A4[1] - y, text)
    canvas.save()
    return buffer.getvalue()


def test_page_in_two_flows_is_read_down_one_and_then_the_other() -> None:
    left = [(50, 60, "Unit title: Repair brakes"), (50, 90, "1. Understand brakes"), (50, 105, "1.1")]
    left += [(75, 105, "Explain the layout of a brake"), (75, 117, "system"), (50, 132, "1.2")]
    left += [(75, 132, "Describe the compressor,"), (75, 144, "governor and valves"), (50, 165, "2. Be able to test")]
    left += [(50, 180, "2.1"), (75, 180, "Measure system pressure")]
    right = [(316, 60, "2.2"), (340, 60, "Interpret fault codes"), (316, 80, "3. Be able to repair"), (316, 97, "3.1")]
    right += [
        (340, 97, "Replace parts with ones that"),
        (340, 109, "conform"),
        (316, 124, "3.2"),
        (340, 124, "Secure pipes"),
    ]
    (unit,) = read(page_of_lines(left + right), "a.pdf").units
    assert [(o.text, [c.text for c in o.criteria]) for o in unit.outcomes] == [
        ("Understand brakes", ["Explain the layout of a brake system", "Describe the compressor, governor and valves"]),
        ("Be able to test", ["Measure system pressure", "Interpret fault codes"]),
        ("Be able to repair", ["Replace parts with ones that conform", "Secure pipes"]),
    ]


def test_foot_of_a_single_page_is_no_part_of_the_columns() -> None:
    lines = [(50, 60, "Unit title: Repair brakes"), (50, 90, "Learning outcomes"), (250, 90, "Assessment criteria")]
    for k, (outcome, first, second) in enumerate(
        [("1. Know brakes", "State two faults", "List tools"), ("2. Be able to test", "Measure pressure", "Note it")]
    ):
        y = 110 + 40 * k
        lines += [(50, y, outcome), (250, y, f"{k + 1}.1"), (280, y, first)]
        lines += [(250, y + 15, f"{k + 1}.2"), (280, y + 15, second)]
    (unit,) = read(page_of_lines([*lines, (50, 810, "Northvale Awards")]), "a.pdf").units
    assert [o.text for o in unit.outcomes] == ["Know brakes", "Be able to test"]
    assert unit.value(FieldName.AWARDING_BODY) == "Northvale Awards"
    assert unit.doubts_about("awarding_body")
