"""The last third: written when the reader was thought to be ready, and scored before it was touched again."""
# ruff: noqa: E501  the documents' own lines are long

import io
import textwrap
from collections.abc import Iterator
from dataclasses import replace
from html import escape

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import PageBreak, Spacer

from tests.unit_reader.specimens import content as c
from tests.unit_reader.specimens.page_forms import columns, document, grid, p
from tests.unit_reader.specimens.text_forms import on_one_line, says, specimen
from tests.unit_reader.specimens.truth import Specimen, Unit, parse
from tests.unit_reader.specimens.word_forms import Word

BIKES = Unit(
    "Service a bicycle",
    parse("""
    # Be able to check a bicycle before service
    Clean the frame, wheels and drive train
    Inspect the frame and fork for cracks and dents
    Measure chain wear with a gauge
    Check the headset and bottom bracket for play
    Check wheels for true and spoke tension
    Test both brakes and the condition of pads and cables
    Test the gears through their whole range
    Examine the tyres and state their pressures
    Estimate the cost of the service for the customer
    Agree the work with the customer before it starts
    Complete a job card
    Order parts that are not in stock
    # Know the materials used in bicycles
    Compare steel, aluminium and carbon frames
    State the torque settings of three common fixings
    """),
    reference="T/650/2215",
    number="CYC04",
    level="2",
    credit="5",
    glh="36",
    tqt="50",
    expiry="2027-09-01",
    body="Meridian Skills Board",
)
BAKERY = Unit(
    "Produce fermented dough by hand",
    parse("""
    # Prepare ingredients and the work area
    Obtain the recipe and confirm the batch size
    Weigh ingredients to the tolerances of the recipe
    Report ingredients that are out of date or below standard
    # Mix and develop dough
    Mix the dough to an even consistency
    Knead the dough until the gluten is developed
    Leave the dough to prove in suitable conditions
    # Understand fermentation
    Explain the part that yeast, salt and sugar play in fermentation
    Describe the effects of temperature on proving times
    Explain how faults in the finished loaf can be traced to mixing
    """),
    reference="M/650/0417",
    level="2",
    credit="4",
    glh="30",
    body="Calder Valley Examinations",
)
TOUR = Unit(
    "Lead a walking tour",
    parse("""
    # Be able to plan a walking tour
    Research the places of interest on the route
    Time the route and identify places to rest
    Assess the risks to a group on the route
    # Be able to lead a group
    Welcome the group and explain the route and timings
    Keep the group together and aware of traffic
    Adapt the commentary to the interests of the group
    # Be able to review a tour
    Gather feedback from the group
    Recommend improvements to the tour
    """),
    level="3",
    credit="4",
    glh="26",
)
SEWING = Unit(
    "Alter ready-made garments",
    parse("""
    # Know how garments are constructed
    Identify the seams and hems used in trousers and skirts
    Describe how the grain of a fabric affects its drape
    # Be able to take in and let out garments
    Pin and mark a garment on the customer
    Unpick seams without damage to the fabric
    Sew and press the new seam
    # Be able to shorten garments
    Mark the new hem parallel to the floor
    Finish the hem by hand or by machine as the fabric asks
    """),
    level="2",
    credit="3",
    glh="25",
)


def woven(unit: Unit, left: int, middle: int, right: dict[int, str] | None = None) -> list[str]:
    """Two or three columns as a bad converter prints them: line by line, with single blanks between."""
    lines = []
    for o, (outcome, texts) in enumerate(unit.outcomes, 1):
        a = textwrap.wrap(f"{o} {outcome}", left)
        b = [part for n, t in enumerate(texts, 1) for part in textwrap.wrap(f"{o}.{n} {t}", middle)]
        g = textwrap.wrap((right or {}).get(o, ""), 30)
        for k in range(max(len(a), len(b), len(g))):
            parts = [col[k] for col in (a, b, g) if k < len(col)]
            lines.append(" ".join(parts))
        lines.append("")
    return lines


def late_specimens() -> Iterator[Specimen]:
    yield from _texts()
    yield from _words()
    yield from _webs()
    yield from _pages()


def _texts() -> Iterator[Specimen]:
    u = c.MENTOR
    lines = [
        f"Unit title: {u.title}",
        "Level: 4",
        "",
        "This unit is about being a mentor, agreeing a mentoring relationship and reviewing progress with a colleague.",
        "",
        "Learning outcomes Assessment criteria",
        "",
        *woven(u, 24, 44),
    ]
    yield specimen("woven-two.txt", "two columns woven line by line", "\n".join(lines), says(u, "level"))
    u = BAKERY
    lines = [
        f"Unit title: {u.title}",
        "",
        "Learning Outcomes Assessment Criteria Additional Guidance",
        "",
        *woven(
            u, 22, 36, {1: "Tolerances are those of the bakery", 3: "Faults include a flying top and a dense crumb"}
        ),
    ]
    yield specimen("woven-three.txt", "three columns woven line by line", "\n".join(lines), says(u))
    u = c.SOUND
    lines = [u.title or "", f"Ofqual reference no. {u.reference}", "", "Learning outcomes", ""]
    lines += [x for o, (outcome, _) in enumerate(u.outcomes, 1) for x in (f"{o}. {outcome}", "")]
    lines += ["Assessment criteria", ""]
    lines += [f"{n}  {t}" for n, t in u.criteria]
    lines += ["", "Knowledge", "", "Signal flow includes the desk, amplifiers and 1.5 m of cable."]
    yield specimen(
        "reading-order.txt",
        "three columns in reading order, one column after the other",
        "\n".join(lines),
        replace(says(u, "reference"), title=None),
    )
    u = BIKES
    text = f"AWARDING ORGANISATION: Meridian Skills Board\nUNIT TITLE: {u.title}\nOUR REFERENCE: CYC04\nUNIT ACCREDITATION NUMBER: {u.reference}\nLEVEL: Two\nCREDIT VALUE: 5\nGUIDED LEARNING HOURS: 36 hours\nTOTAL UNIT TIME: 50 hours\nLAST REGISTRATION DATE: 31/08/2026\nUNIT EXPIRY DATE: 1st September 2027\n\n"
    yield specimen(
        "long-numbers.txt",
        "1.10 to 1.12; own reference beside the Ofqual one; registration date beside expiry",
        text + on_one_line(u),
        says(u, "body", "number", "reference", "level", "credit", "glh", "tqt", "expiry"),
        encoding="utf-16",
    )
    u = TOUR
    body = " ".join(
        f"Learning outcome {o}: {outcome}. " + " ".join(f"{o}.{n} {t};" for n, t in enumerate(ts, 1))
        for o, (outcome, ts) in enumerate(u.outcomes, 1)
    )
    tour = replace(u, outcomes=tuple((o + ".", tuple(t + ";" for t in ts)) for o, ts in u.outcomes))
    yield specimen(
        "one-line-named.txt",
        "the whole document on one line with named outcomes",
        f"Lead a walking tour. This is a level 3 unit worth 4 credits with 26 guided learning hours. {body}",
        replace(says(tour, title=False), level="3", credit="4", glh="26"),
    )
    u = SEWING
    lines = [f"Unit title: {u.title}", "Level: 2", "", "LEARNING OUTCOMES AND CRITERIA", ""]
    for o, (outcome, ts) in enumerate(u.outcomes, 1):
        lines += [f"Outcome {o}", outcome, ""] + [f"{n}{t}" for n, t in enumerate(ts, 1)] + [""]
    yield specimen("glued-local.txt", "1Enter: local numbers glued to their texts", "\n".join(lines), says(u, "level"))
    u = c.CLEANING
    lines = [
        f"Unit title: {u.title}",
        "Level: 2",
        "",
        "Outcome 1 covers 3 tasks, outcome 2 covers 4. See section 2.1 of the site file and clause 3.2 of the contract.",
        "7.1 Retailing is the sector.",
        "",
    ]
    for n, t in u.criteria:
        o, k = n.split(".")
        if k == "1":
            lines.append(f"{o} {u.outcomes[int(o) - 1][0]}")
        lines.append(f"{n} {t}")
    lines += ["", "Evidence record", "1.1 seen on 3 May", "1.2 seen on 3 May", "2.1 product", "3.1 oral question"]
    yield specimen(
        "evidence-log.txt",
        "an evidence log repeats the numbers; sector codes; clauses",
        "\n".join(lines),
        says(u, "level"),
    )
    first, second = c.DIGITAL, c.ENERGY
    text = "".join(
        f"Unit title: {x.title}\nUnit reference: {x.reference}\nLevel: {x.level}\nCredit value: {x.credit}\n\nLearning outcomes\nAssessment criteria\n\n{on_one_line(x)}\n\nAssessment\nBy portfolio.\n\n"
        for x in (first, second)
    )
    yield specimen(
        "two-units.txt",
        "two units in one text",
        text,
        says(first, "reference", "level", "credit"),
        says(second, "reference", "level", "credit"),
    )
    u = c.HAIR
    text = (
        f"Unit title: {u.title}\nGLH: 48\nTQT: 44\nUnit reference: L/600/8536\n\nThis unit has 4 learning outcomes.\n\n"
        + on_one_line(u).replace("1.4 Keep", "1.4. Keep")
    )
    yield specimen(
        "odd-values.txt",
        "GLH above TQT; check letter wrong; fewer outcomes than it says",
        text,
        replace(says(u), glh="48", tqt="44", reference="L/600/8536"),
    )


def _words() -> Iterator[Specimen]:
    def made(name: str, shape: str, word: Word, *units: Unit) -> Specimen:
        return Specimen(name=name, data=word.save(), units=units, shape=shape)

    u, w = BIKES, Word()
    w.table(("Unit title", "Level", "Credit value", "GLH"), (u.title or "", "2", "5", "36"))
    w.line("")
    table = w.table(("Assessment criteria", "Evidence reference", "Date"))
    outer = w.numbered_list(("decimal", "LO%1"), ("decimal", "%1.%2"))
    for outcome, ts in u.outcomes:
        row = table.add_row().cells
        merged = row[0].merge(row[2])
        merged.text = outcome
        w.number(merged.paragraphs[0], outer, 0)
        for t in ts:
            cell = table.add_row().cells[0]
            cell.text = t
            w.number(cell.paragraphs[0], outer, 1)
    yield made(
        "banner-outcomes.docx",
        "outcome as a banner row over its criteria; labels above values",
        w,
        says(u, "level", "credit", "glh"),
    )
    u, w = BAKERY, Word()
    w.line(f"Unit 12 – {u.title}", "Heading 1")
    w.table(("Level", ""), ("Credit value", ""), ("GLH", ""), ("Unit expiry date", ""))
    table = w.table(("Learning outcomes", "Assessment criteria"))
    for outcome, ts in u.outcomes:
        cells = table.add_row().cells
        cells[0].text = outcome
        cells[1].text = "\n".join(ts)
    yield made(
        "no-numbers.docx",
        "no numbers on outcomes or criteria; labels with nothing behind",
        w,
        replace(says(u), number="12"),
    )
    u, w = SEWING, Word()
    w.line(f"Title of unit: {u.title}")
    w.line("Credit rating: 3 credits")
    w.line("This unit will be withdrawn on 30 June 2028.")
    graded = (
        (
            "Know how garments are constructed",
            (
                ("P1", "Identify the seams used in trousers"),
                ("P2", "Describe the grain of a fabric"),
                ("M1", "Compare two kinds of hem"),
            ),
        ),
        (
            "Be able to alter garments",
            (
                ("P3", "Pin and mark a garment"),
                ("P4", "Sew and press the new seam"),
                ("D1", "Evaluate the finish of the garment"),
            ),
        ),
    )
    table = w.table(("Learning outcome", "Pass", "Merit", "Distinction"))
    for o, (outcome, marks) in enumerate(graded, 1):
        cells = table.add_row().cells
        cells[0].text = f"LO{o} {outcome}"
        for k, letter in enumerate("PMD", 1):
            cells[k].text = "\n".join(f"{m} {t}" for m, t in marks if m[0] == letter)
    truth = Unit(u.title, tuple((o, tuple(t for _, t in ms)) for o, ms in graded), credit="3", expiry="2028-06-30")
    yield made("graded-columns.docx", "pass, merit and distinction in columns", w, truth)
    u, w = TOUR, Word()
    w.line(f"Unit title: {u.title}")
    paragraph = w.line("Level: 3")
    paragraph._p.append(
        parse_xml(f'<w:del {nsdecls("w")} w:id="1" w:author="x"><w:r><w:delText>4</w:delText></w:r></w:del>')
    )
    for o, (outcome, ts) in enumerate(u.outcomes, 1):
        w.line(f"{o}. {outcome}", "Heading 3")
        for n, t in enumerate(ts, 1):
            w.line(f"{o}.{n}\t{t}")
        w.line("Indicative content:", "Heading 4")
        w.line("routes of 1.5 miles or more, and weather")
    yield made(
        "content-between.docx", "content under headings between outcomes; tabs; deleted text", w, says(u, "level")
    )
    w = Word()
    picked = (c.FIRST_AID, c.HORSE)
    for unit in picked:
        w.line(unit.title or "", "Heading 1")
        w.line(f"{unit.reference}   Level {unit.level}")
        numbers = w.numbered_list(("decimal", "%1"), ("decimal", "%1.%2"))
        for outcome, ts in unit.outcomes:
            w.number(w.line(outcome, "Heading 2"), numbers, 0)
            for t in ts:
                w.number(w.line(t), numbers, 1)
    yield made(
        "two-units.docx", "two units under headings without labels", w, *(says(x, "reference", "level") for x in picked)
    )


def _webs() -> Iterator[Specimen]:
    u = SEWING
    page = f"<html><body><h2>Unit overview</h2><table><tr><th>Unit title</th><th>Level</th><th>Credits</th></tr><tr><td>{u.title}</td><td>2</td><td>3</td></tr></table>"
    for o, (outcome, ts) in enumerate(u.outcomes, 1):
        page += (
            f"<section><h3>{o}. {escape(outcome)}</h3><p>The learner can:</p><ul>"
            + "".join(f"<li>{'abc'[n]}. {escape(t)}</li>" for n, t in enumerate(ts))
            + "</ul></section>"
        )
    yield specimen(
        "lettered-lists.html",
        "letters in a bulleted list; a table of labels above values",
        page + "<h3>Related units</h3><ul><li>Make garments</li></ul></body></html>",
        says(u, "level", "credit"),
    )
    u = TOUR
    rows = "".join(
        f"<tr><td>{f'LO{o}' if n == 1 else ''}</td><td>{escape(outcome) if n == 1 else ''}</td><td>AC {o}.{n}</td><td>{escape(t)}</td></tr>"
        for o, (outcome, ts) in enumerate(u.outcomes, 1)
        for n, t in enumerate(ts, 1)
    )
    page = f"<html><body><div><b>Unit</b>: {u.title}</div><div>GLH 26 | Level 3 | 4 credits</div><table>{rows}</table></body></html>"
    yield specimen(
        "four-columns.html",
        "labels and texts in four columns without headings",
        page,
        says(u, "glh", "level", "credit"),
    )
    u = BAKERY
    text = f"# {u.title}\n\nUnit reference: M/650/0417 | Level: 2 | Credit: 4\n\n"
    for o, (outcome, ts) in enumerate(u.outcomes, 1):
        text += (
            f"**Learning outcome {o}** {outcome}\n\n"
            + "".join(f"{o}.{n} {t}\n\n" for n, t in enumerate(ts, 1))
            + "*Guidance:* at least 2 batches, see 4.2.1.\n\n"
        )
    yield specimen(
        "bold-outcomes.md",
        "outcomes in bold, criteria as paragraphs, guidance between",
        text,
        says(u, "reference", "level", "credit"),
    )


def _pages() -> Iterator[Specimen]:
    def made(name: str, shape: str, data: bytes, *units: Unit) -> Specimen:
        return Specimen(name=name, data=data, units=units, shape=shape)

    u = BIKES
    rows = [["LO", "Assessment criteria", "Type", "Ref", "Initials", "Date"]]
    for o, (outcome, ts) in enumerate(u.outcomes, 1):
        rows.append([f"{o}. {outcome}", "", "", "", "", ""])
        rows += [["", f"{o}.{n} {t}", "", "", "", ""] for n, t in enumerate(ts, 1)]
    filler = [p(f"Page of notes {k}") for k in range(30)]
    spans = [("SPAN", (0, k), (-1, k)) for k, r in enumerate(rows) if r[0] and k]
    data = document(
        [
            *filler,
            grid(
                [["Unit title", u.title or "", "Level", "2"], ["Unit no.", "CYC04", "Ofqual ref.", u.reference or ""]],
                [25, 60, 25, 50],
            ),
            Spacer(1, 8),
            grid(rows, [12, 90, 14, 14, 16, 16], spans=spans, repeat=1),
        ],
        header="Cycle units",
        footer="Meridian Skills Board",
    )
    yield made(
        "long-table.pdf",
        "a ruled table over pages with spanning outcome rows and evidence columns",
        data,
        replace(says(u, "level", "number", "reference"), body="Meridian Skills Board"),
    )
    u = BAKERY
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1)
    picture = ImageReader(Image.new("RGB", (100, 100), "white"))
    canvas.drawImage(picture, 0, 0, A4[0], A4[1])
    canvas.showPage()
    y = 790.0
    canvas.setFont("Helvetica", 10)
    for text in (f"Unit title: {u.title}", "Level: 2", "Credits: 4"):
        y = columns(canvas, y, [(60, 400, text)])
    for o, (outcome, ts) in enumerate(u.outcomes, 1):
        y = columns(canvas, y - 8, [(60, 450, f"Learning outcome {o} - {outcome}")], 12)
        for n, t in enumerate(ts, 1):
            canvas.drawString(70, y, f"{o}.{n}")
            y = columns(canvas, y, [(100, 120, t)])
    canvas.setFont("Helvetica-Oblique", 8)
    canvas.drawString(60, 30, "© Calder Valley Examinations 2023. Issue 3.")
    canvas.save()
    yield made(
        "image-first.pdf",
        "first page an image; narrow wrapped criteria",
        buffer.getvalue(),
        says(u, "level", "credit", "body"),
    )
    u = TOUR
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(A4[1], A4[0]), invariant=1)
    y = columns(canvas, 560.0, [(40, 200, f"Unit title: {u.title}"), (420, 200, "Level: 3")], 11) - 12
    for o, (outcome, ts) in enumerate(u.outcomes, 1):
        for n, t in enumerate(ts, 1):
            low = columns(
                canvas,
                y,
                [
                    *([(40, 180, f"{o} {outcome}")] if n == 1 else []),
                    (240, 260, f"{o}.{n} {t}"),
                    (540, 200, "Observation or witness statement"),
                ],
                11,
            )
            canvas.line(40, low + 8, 780, low + 8)
            y = low - 6
    canvas.save()
    yield made(
        "landscape-lines.pdf",
        "landscape, columns with only level lines, an evidence column",
        buffer.getvalue(),
        says(u, "level"),
    )
    story = []
    picked = (c.DIGITAL, c.ENERGY, SEWING)
    for k, unit in enumerate(picked):
        box = [["Title:", unit.title or ""], ["Level:", unit.level or ""], ["Credit value:", unit.credit or ""]]
        story += [PageBreak()] * (k > 0) + [grid(box, [40, 120]), Spacer(1, 8)]
        rows = [["Learning outcomes", "Assessment criteria", "Exemplification"]]
        for o, (outcome, ts) in enumerate(unit.outcomes, 1):
            rows.append(
                [
                    f"{o}. {outcome}",
                    "<br/>".join(f"{o}.{n} {t}" for n, t in enumerate(ts, 1)),
                    "Examples are given in the guide, section 1.1" if o == 1 else "",
                ]
            )
        story += [grid(rows, [45, 80, 40])]
    yield made(
        "three-units.pdf",
        "several units, each with its box and three ruled columns",
        document(story, footer="Units of the Pennine Awarding Organisation"),
        *(replace(says(x, "level", "credit"), body="Pennine Awarding Organisation") for x in picked),
    )
    u = c.PLUMB
    story = [p("Unit 205"), p(u.title or ""), p("Level 2 Credit value 8 GLH 69"), Spacer(1, 8)]
    for o, (outcome, ts) in enumerate(u.outcomes, 1):
        story += [p(f"Outcome {o} {outcome}"), p("The learner can:")]
        story += [p(f"{o}.{n}. {t}") for n, t in enumerate(ts, 1)]
        story += [p("Range"), p("(1.1) Water Supply Regulations; (2.3) 90 degrees and offset")]
    yield made(
        "range-below.pdf",
        "range statements that repeat numbers below each outcome",
        document(story, header="Plumbing units"),
        replace(says(u, "level", "credit", "glh"), number="205"),
    )
    yield made(
        "letter.pdf",
        "no unit: a letter",
        document(
            [
                p("Dear centre,"),
                p("Learning outcomes are reviewed every year. Please return form 2.1 by 1.5.2026."),
                p("Yours faithfully"),
            ]
        ),
    )
