"""PDF: ruled and unruled tables, pages with headers, pictures of pages, handbooks."""

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from PIL import Image
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from tests.unit_reader.specimens import content as c
from tests.unit_reader.specimens.text_forms import says
from tests.unit_reader.specimens.truth import Specimen, Unit

STYLE = getSampleStyleSheet()
BODY, HEAD = STYLE["BodyText"], STYLE["Heading1"]
GRID = TableStyle([("GRID", (0, 0), (-1, -1), 0.6, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP")])


def p(text: str, style: Any = BODY) -> Paragraph:
    return Paragraph(text.replace("&", "&amp;"), style)


def grid(rows: list[list[str]], widths: list[float], *, spans: list[Any] | None = None, repeat: int = 0) -> Table:
    table = Table(
        [[p(x) if x else "" for x in row] for row in rows], colWidths=[w * mm for w in widths], repeatRows=repeat
    )
    table.setStyle(GRID)
    table.setStyle(TableStyle(spans or []))
    return table


def document(story: list[Any], *, header: str = "", footer: str = "", size: tuple[float, float] = A4) -> bytes:
    buffer = io.BytesIO()

    def edge(canvas: Canvas, doc: Any) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(20 * mm, size[1] - 12 * mm, header)
        canvas.drawString(20 * mm, 10 * mm, footer)
        canvas.drawRightString(size[0] - 20 * mm, 10 * mm, f"Page {doc.page}")

    SimpleDocTemplate(buffer, pagesize=size, invariant=1, topMargin=22 * mm, bottomMargin=20 * mm).build(
        story, onFirstPage=edge, onLaterPages=edge
    )
    return buffer.getvalue()


def unit_rows(unit: Unit) -> tuple[list[list[str]], list[Any]]:
    rows, spans = [["Learning outcomes<br/>The learner will:", "Assessment criteria<br/>The learner can:"]], []
    for o, (outcome, texts) in enumerate(unit.outcomes, 1):
        spans.append(("SPAN", (0, len(rows)), (0, len(rows) + len(texts) - 1)))
        rows += [[f"{o}. {outcome}" if n == 1 else "", f"{o}.{n} {t}"] for n, t in enumerate(texts, 1)]
    return rows, spans


def columns(canvas: Canvas, y: float, cells: list[tuple[float, float, str]], size: float = 9) -> float:
    """Draws texts side by side, each wrapped in its width; the y below the longest."""
    canvas.setFont("Helvetica", size)
    lowest = y
    for x, width, text in cells:
        line, at = "", y
        for word in text.split():
            if stringWidth(f"{line} {word}", "Helvetica", size) > width and line:
                canvas.drawString(x, at, line)
                line, at = word, at - size * 1.25
            else:
                line = f"{line} {word}".strip()
        if line:
            canvas.drawString(x, at, line)
            at -= size * 1.25
        lowest = min(lowest, at)
    return lowest


def page_specimens() -> Iterator[Specimen]:
    def made(name: str, shape: str, data: bytes, *units: Unit) -> Specimen:
        return Specimen(name=name, data=data, units=units, shape=shape)

    u = c.CARE
    rows, spans = unit_rows(u)
    box = grid(
        [
            ["Unit title", u.title or ""],
            ["Unit reference", u.reference or ""],
            ["Level", "2"],
            ["Credit value", "2"],
            ["GLH", "15"],
        ],
        [50, 100],
    )
    data = document(
        [
            box,
            Spacer(1, 12),
            grid(rows, [60, 100], spans=spans, repeat=1),
            p("Assessment guidance", HEAD),
            p("Evidence from real work."),
        ],
        header="Care units",
        footer="Northvale Awards 2.1.3.0L",
    )
    yield made(
        "ruled.pdf",
        "ruled table with a spanning outcome cell",
        data,
        replace(says(u, "reference", "level", "credit", "glh"), body="Northvale Awards"),
    )
    u = c.WAREHOUSE
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1)
    y = 780.0
    for label, value in (
        ("Unit title:", u.title),
        ("Level:", u.level),
        ("Credit value:", u.credit),
        ("GLH:", u.glh),
        ("Ofqual reference:", u.reference),
    ):
        y = columns(canvas, y, [(50, 120, label), (180, 300, value or "")]) - 2
    y -= 16
    y = (
        columns(
            canvas, y, [(50, 140, "Learning outcomes"), (210, 200, "Assessment criteria"), (430, 120, "Guidance")], 10
        )
        - 8
    )
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        top = y
        for n, t in enumerate(texts, 1):
            canvas.setFont("Helvetica", 9)
            canvas.drawString(210, y, f"{o}.{n}")
            y = (
                columns(
                    canvas, y, [(236, 170, t), *([(430, 110, "Evidence may come from any site.")] if n == 2 else [])]
                )
                - 4
            )
        columns(canvas, top, [(50, 12, str(o)), (64, 120, outcome)])
        y -= 8
    canvas.showPage()
    canvas.save()
    yield made(
        "unruled-columns.pdf",
        "three columns without lines, guidance beside",
        buffer.getvalue(),
        says(u, "level", "credit", "glh", "reference"),
    )
    picked = (c.GARAGE, c.RETAIL, c.HAIR, c.GARDEN)
    story: list[Any] = [p("Qualification handbook", HEAD), p("Contents")]
    story += [p(f"Unit {k} {unit.title} . . . . . . . . {k + 4}") for k, unit in enumerate(picked, 1)]
    story += [
        PageBreak(),
        p("1 Introduction"),
        p("1.1 About this qualification"),
        p("1.2 Who it is for"),
        p("2 Delivery"),
        p("2.1 Resources"),
        p("2.2 Staff"),
    ]
    truths = []
    for k, unit in enumerate(picked, 1):
        rows, spans = unit_rows(unit)
        story += [PageBreak(), p(f"Unit {k} {unit.title}", HEAD)]
        story += [
            grid(
                [
                    ["Unit reference:", unit.reference or "", "Level:", unit.level or ""],
                    ["Credit value:", unit.credit or "", "GLH:", unit.glh or ""],
                ],
                [35, 45, 35, 45],
            ),
            Spacer(1, 10),
        ]
        story += [
            grid(rows, [60, 100], spans=spans, repeat=1),
            Spacer(1, 10),
            p("Relationship to other units: none."),
            p("Assessment"),
            p("Units may be assessed in any order."),
        ]
        truths.append(replace(says(unit, "reference", "level", "credit", "glh"), number=str(k)))
    yield made(
        "handbook.pdf",
        "several units, contents list, section numbers, repeated headers",
        document(story, header="Level 2 Diploma in Trades", footer="Version 1.2 May 2024"),
        *truths,
    )
    picture = Image.new("RGB", (600, 800), "white")
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1)
    for _ in range(2):
        canvas.drawImage(ImageReader(picture), 0, 0, A4[0], A4[1])
        canvas.showPage()
    canvas.save()
    yield made("image-only.pdf", "no unit: pages that are images", buffer.getvalue())
    u = c.KITCHEN
    story = [p(u.title or "", HEAD), p(f"Unit reference {u.reference}"), p("Level 2"), p("Credit value 4")]
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        story += [Spacer(1, 8), p(f"<b>Outcome {o} {outcome}</b>")]
        story += [p(f"{o}.{n} {t}") for n, t in enumerate(texts, 1)]
        story += [p("Unit content: holding at 1.5 litre or less, and 63 degrees or more.")] if o == 2 else []
    story += [p("Evidence requirements"), p("AC3.1 - The probe must be calibrated.")]
    yield made(
        "flowing-text.pdf",
        "flowing text; title as a heading; a note between outcomes",
        document(story),
        says(u, "reference", "level", "credit"),
    )
    u = c.DIGITAL
    head = [f"LO{o} {outcome}" for o, (outcome, _) in enumerate(u.outcomes, 1)]
    depth = max(len(t) for _, t in u.outcomes)
    rows = [head] + [
        [f"{o}.{n + 1} {t[n]}" if n < len(t) else "" for o, (_, t) in enumerate(u.outcomes, 1)] for n in range(depth)
    ]
    data = document(
        [p(f"Unit title: {u.title}"), p("Level: 1"), Spacer(1, 8), grid(rows, [75, 75, 75])], size=landscape(A4)
    )
    yield made("matrix.pdf", "a matrix whose columns are outcomes", data, says(u, "level"))
    u = c.CHILD
    story = [p(f"Unit title: {u.title}"), p(f"Unit number: {u.number}"), p("Level: 3"), p("TQT: 30"), p("GLH: 20")]
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        story += [Spacer(1, 8), p(f"Learning outcome {o}: {outcome}")]
        story += [
            grid(
                [["Assessment criteria", "Evidence", "Page", "Assessor initials"]]
                + [[f"{o}.{n} {t}", "", "", ""] for n, t in enumerate(texts, 1)],
                [100, 25, 15, 25],
            )
        ]
    yield made(
        "outcome-above.pdf",
        "outcome above its table; evidence columns",
        document(story),
        says(u, "number", "level", "tqt", "glh"),
    )
    u = c.LEAD
    rows = [["Learning outcome", "Assessment criteria"]]
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        rows.append([f"{o}. {outcome}", "<br/>".join(f"{n}. {t}" for n, t in enumerate(texts, 1))])
    data = document(
        [p(f"Unit title: {u.title}"), p("Unit reference number: H/602/3185"), Spacer(1, 8), grid(rows, [60, 100])]
    )
    yield made("local-in-cells.pdf", "criteria numbered afresh in each cell", data, says(u, "reference"))
    u = c.SECURITY
    rows, spans = unit_rows(u)
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1)
    parts = [(1, 0, 2), (2, 2, 4)]
    for page, low, high in parts:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(50, 815, "Conflict management within the private security industry")
        canvas.drawString(50, 20, f"Pennine Awarding Organisation | {page}")
        y = 780.0
        canvas.setFont("Helvetica", 10)
        if page == 1:
            y = columns(canvas, y, [(50, 90, "Level:"), (150, 60, "2"), (250, 60, "Credit:"), (330, 60, "1")]) - 10
        y = columns(canvas, y, [(50, 170, "Learning outcomes"), (240, 300, "Assessment criteria")]) - 6
        for o, (outcome, texts) in list(enumerate(u.outcomes, 1))[low:high]:
            for n, t in enumerate(texts, 1):
                y = (
                    columns(
                        canvas, y, [*([(50, 165, f"{o}. {outcome}")] if n == 1 else []), (240, 290, f"{o}.{n} {t}")]
                    )
                    - 3
                )
            y -= 6
        canvas.showPage()
    canvas.save()
    yield made(
        "title-in-header.pdf",
        "title only as running header, two columns over two pages",
        buffer.getvalue(),
        says(u, "level", "credit", "body"),
    )
    data = document(
        [
            p("Fees and charges", HEAD),
            p("1.1 Registration: 45 pounds"),
            p("1.2 Replacement certificates: 20 pounds"),
            p("2.1 Late entries"),
            p("2.2 Refunds"),
        ]
    )
    yield made("fees.pdf", "no unit: a price list", data)
