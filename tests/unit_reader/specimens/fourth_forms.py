"""A fourth set: sub-points, awkward metadata, nested tables, rows cut by pages. Scored first as it was written."""

# ruff: noqa: E501  the documents' own lines are long

import io
from collections.abc import Iterator
from dataclasses import replace

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from tests.unit_reader.specimens import content as c
from tests.unit_reader.specimens.late_forms import BAKERY, BIKES, SEWING, TOUR, woven
from tests.unit_reader.specimens.page_forms import columns
from tests.unit_reader.specimens.text_forms import on_one_line, says, specimen
from tests.unit_reader.specimens.truth import Specimen, Unit, parse
from tests.unit_reader.specimens.word_forms import Word

FLOWERS = Unit(
    "Make hand-tied bouquets",
    parse("""
    # Understand the materials of floristry
    Describe the conditioning of:
    Explain how colour is used in design
    # Be able to make a hand-tied bouquet
    Select flowers and foliage for the order, including:
    Spiral the stems to a single binding point
    Wrap and label the bouquet for delivery
    """),
    level="Entry 3",
    credit="2",
    glh="18",
    points={"1.1": ("soft stems", "woody stems", "bulbs"), "2.1": ("focal flowers", "fillers")},
)


def fourth_specimens() -> Iterator[Specimen]:
    u = FLOWERS
    text = "Unit title: Make hand-tied bouquets\nUnit level: Entry Level 3\nCredit: two\nGuided learning hours (GLH): 18\nCertification end date: 31/12/2027\n\n"
    for o, (outcome, ts) in enumerate(u.outcomes, 1):
        text += f"{o}. {outcome}\n\n"
        for n, t in enumerate(ts, 1):
            text += f"{o}.{n} {t}\n"
            marks = iter("abc") if o == 1 else iter("•••")
            for point in u.points.get(f"{o}.{n}", ()):
                mark = next(marks)
                text += f"    {mark if mark == '•' else f'{mark})'} {point}\n"
        text += "\n"
    yield specimen(
        "sub-points.txt",
        "lettered and bulleted sub-points; entry level; an end of certification",
        text,
        says(u, "level", "credit", "glh"),
    )

    u = c.KITCHEN
    lines = [
        "",
        f" Unit title: {u.title}",
        "",
        "OCR unit number 14",
        f"Unit reference number {u.reference}",
        "Level 2",
        "Credit value 4",
        "Guided learning hours 33",
        "Unit expiry date 31/08/2026",
        "",
        "Unit purpose and aim",
        "",
        "This unit helps learners to prepare and cook poultry for a professional kitchen.",
        "",
        "Learning Outcomes Assessment Criteria Knowledge, understanding and skills",
        "",
    ]
    lines += woven(
        u, 26, 40, {1: "Tools may be knives and poultry shears", 2: "Quality points include smell and colour"}
    )
    lines += ["Assessment", "", "This unit is internally assessed and externally moderated by OCR Moderators."]
    yield specimen(
        "woven-published.txt",
        "three columns woven in a published layout",
        "\n".join(lines),
        says(replace(u, number="14", body="OCR"), "number", "reference", "level", "credit", "glh", "expiry", "body"),
    )

    u = c.GARAGE
    lines = [
        "Remove and replace light vehicle braking components",
        "Level 3 | Credits 5 | GLH 35",
        "Awarding body: City & Guilds",
        "",
    ]
    for o, (outcome, ts) in enumerate(u.outcomes, 1):
        lines += [f"Outcome {o}", outcome, "Assessment criteria"]
        lines += [f"({n}) {t}" for n, t in enumerate(ts, 1)] + [""]
    yield specimen(
        "bracketed.txt",
        "numbers in brackets under named outcomes",
        "\n".join(lines),
        replace(says(u, "level", "credit", "glh", title=False), body="City & Guilds"),
    )

    u = c.CHILD
    html = f"<html><body><table><tr><td><table><tr><td>Unit title:</td><td>{u.title}</td></tr><tr><td>Level:</td><td>3</td></tr></table></td></tr><tr><td><table>"
    for o, (outcome, ts) in enumerate(u.outcomes, 1):
        html += (
            f"<tr><td>{o}. {outcome}</td><td>"
            + "".join(f"<div>{o}.{n} {t}</div>" for n, t in enumerate(ts, 1))
            + "</td></tr>"
        )
    yield specimen(
        "layout-tables.html",
        "tables inside a table for layout",
        html + "</table></td></tr></table></body></html>",
        says(u, "level"),
    )

    u, w = c.WAREHOUSE, Word()
    outer = w.document.add_table(rows=1, cols=1).rows[0].cells[0]
    inner = outer.add_table(rows=0, cols=2)
    for label, value in (("Unit title", u.title), ("Credit value", "4"), ("Level", "2")):
        cells = inner.add_row().cells
        cells[0].text, cells[1].text = label, value or ""
    w.line("")
    table = w.table(("Outcome", "Criteria", "Range"))
    for o, (outcome, ts) in enumerate(u.outcomes, 1):
        for n, t in enumerate(ts, 1):
            cells = table.add_row().cells
            cells[0].text = f"{o} {outcome}" if n == 1 else ""
            cells[1].text = f"{o}.{n} {t}"
            cells[2].text = "1.5 tonne pallets" if n == 2 else ""
    yield Specimen(
        name="nested-tables.docx",
        data=w.save(),
        units=(says(u, "level", "credit"),),
        shape="metadata in a table inside a table; range column that begins with a number",
    )

    u = c.HAIR
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1)
    y = columns(canvas, 800, [(50, 300, f"Unit title: {u.title}")]) - 10

    def box(top: float, bottom: float) -> None:
        for x in (50, 200, 520):
            canvas.line(x, top, x, bottom)
        canvas.line(50, top, 520, top)
        canvas.line(50, bottom, 520, bottom)

    canvas.setFont("Helvetica", 9)
    for o, (outcome, ts) in enumerate(u.outcomes, 1):
        for n, t in enumerate(ts, 1):
            top = y + 12
            if (o, n) == (2, 2):
                words = t.split()
                y = columns(canvas, y, [(205, 300, f"{o}.{n} {' '.join(words[:6])}")])
                box(top, y)
                canvas.setFont("Helvetica", 7)
                canvas.drawString(50, 20, "Linden & Rowe                Page 1")
                canvas.showPage()
                y = 800.0
                top = y + 12
                y = columns(canvas, y, [(205, 300, " ".join(words[6:]))])
            else:
                y = columns(
                    canvas, y, [*([(55, 140, f"{o}. {outcome}")] if n == 1 else []), (205, 300, f"{o}.{n} {t}")]
                )
            box(top, y)
            y -= 12
    canvas.setFont("Helvetica", 7)
    canvas.drawString(50, 20, "Linden & Rowe                Page 2")
    canvas.save()
    yield Specimen(
        name="row-cut-by-page.pdf", data=buffer.getvalue(), units=(says(u),), shape="a ruled row cut by the page"
    )

    u = BIKES
    lines = [
        f"{u.title} (CYC04)",
        "",
        "Unit reference: T/650/2215",
        "Level: 2",
        "Number of learning outcomes: 2",
        "",
        "Criteria are numbered 1.1 to 2.2.",
        "",
    ]
    for o, (outcome, ts) in enumerate(u.outcomes, 1):
        lines += [f"Learning outcome {o}", "", f"The learner will {outcome[0].lower()}{outcome[1:]}", ""]
        lines += [f"{o}.{n} The learner can {t[0].lower()}{t[1:]}" for n, t in enumerate(ts, 1)] + [""]
    truth = replace(
        u,
        outcomes=tuple(
            (f"The learner will {o[0].lower()}{o[1:]}", tuple(f"The learner can {t[0].lower()}{t[1:]}" for t in ts))
            for o, ts in u.outcomes
        ),
    )
    yield specimen(
        "learner-can.txt",
        "each criterion begins with `The learner can`",
        "\n".join(lines),
        replace(says(truth, "reference", "level", title=False)),
    )

    u = SEWING
    lines = ["Unit title:\tAlter ready-made garments", "Level:\t2", "Learning outcomes\tAssessment criteria"]
    for o, (outcome, ts) in enumerate(u.outcomes, 1):
        half = outcome.split()
        rows = [f"{o}. {' '.join(half[:3])}\t{o}.1 {ts[0]}", f"{' '.join(half[3:])}\t{o}.2 {ts[1]}"]
        rows += [f"\t{o}.{n} {t}" for n, t in enumerate(ts[2:], 3)]
        lines += rows
    yield specimen(
        "outcome-over-rows.txt",
        "an outcome's words spread over the rows of its criteria",
        "\n".join(lines),
        says(u, "level"),
    )

    u = c.DRIVE
    text = 'Lift truck units\n\nLT2 Operate a counterbalance lift truck\n\nThis unit, "Operate a counterbalance lift truck", is a level 2 unit with a credit value of 6 and 40 hours of guided learning. The unit is valid until 31.12.2028. The last registration date is 31.08.2027.\n\nLearning outcomes and assessment criteria\n\n'
    yield specimen(
        "title-in-prose.txt",
        "title, level, credit, hours and expiry in prose",
        text + on_one_line(u),
        replace(says(u, "level", "credit", "glh"), expiry="2028-12-31", number="LT2"),
    )

    u = TOUR
    text = "Title: Lead a walking tour\nLevel: 3\n\nLearning outcomes\n\n1 Be able to plan a walking tour\n2 Be able to lead a group\n3 Be able to review a tour\n\nAssessment criteria\n\nLearning outcome 1\n"
    for o, (_, ts) in enumerate(u.outcomes, 1):
        text += (
            (f"\nLearning outcome {o}\n" if o > 1 else "")
            + "\n".join(f"{o}.{n} {t}" for n, t in enumerate(ts, 1))
            + "\n"
        )
    yield specimen(
        "outcomes-listed-first.txt", "outcomes listed first, criteria under bare labels", text, says(u, "level")
    )

    u = BAKERY
    text = (
        "Produce fermented dough by hand\n\nUnit title: Produce fermented dough by hand\nLevel: 2\n\n"
        + on_one_line(u).replace("2.2 Knead", "2.1 Knead")
        + "\n"
    )
    yield specimen("repeated-number.txt", "a number printed twice", text, says(u, "level"))

    u = c.SOUND
    text = "Title: Live sound set-up for small venues\nLevel: 2\n\n" + on_one_line(u).replace(
        "2.2 Connect", "2.3 Connect"
    ).replace("2.3 Carry", "2.4 Carry")
    yield specimen(
        "gap-in-numbers.txt",
        "a number left out: 2.1, 2.3, 2.4",
        text,
        says(replace(u, printed={"2.2": "2.3", "2.3": "2.4"}), "level"),
    )
