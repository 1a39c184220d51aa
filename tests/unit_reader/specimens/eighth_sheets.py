"""Printed units of the eighth set whose pages are harder: columns without rules, columns of the page, letters, grids."""
# ruff: noqa: E501  the documents' own lines are long

import io
from collections.abc import Iterator
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

from tests.unit_reader.specimens import eighth_more as m
from tests.unit_reader.specimens import eighth_people as e
from tests.unit_reader.specimens import eighth_service as v
from tests.unit_reader.specimens import eighth_trades as t
from tests.unit_reader.specimens.drawing import Sheet
from tests.unit_reader.specimens.seventh_paper import BLUE, Paper
from tests.unit_reader.specimens.truth import Specimen, Unit


def eighth_sheets() -> Iterator[Specimen]:
    yield _window()
    yield _craft()
    yield _games()
    yield _shellfish()
    yield _lash()
    yield _brakes()
    yield _damp()


def _made(name: str, shape: str, data: bytes, *units: Unit) -> Specimen:
    return Specimen(name=name, data=data, units=units, shape=shape)


def _window() -> Specimen:
    u = v.WINDOWDRESS
    s = Sheet(footer="© Royal Crescent Examinations 2020                Unit 7 (9/20)", numbered="{}")
    for label, value in (
        ("Unit title:", u.title or ""),
        ("Unit number:", "7"),
        ("Level:", "2"),
        ("Credit value:", "3"),
        ("Guided learning hours:", "21"),
        ("Unit reference number:", "L/605/3524"),
        ("Unit expiry date:", "31/12/2026"),
    ):
        s.put((56, 140, label), (200, 300, value), after=2)
    s.line("")
    s.line("Unit purpose and aim", font="Helvetica-Bold")
    s.line(
        "This unit helps learners to understand what a window is for and to build one from a brief. Learners can work alone or in pairs, with real merchandise or with samples.",
        after=12,
    )
    s.put(
        (56, 130, "Learning Outcomes"),
        (196, 160, "Assessment Criteria"),
        (370, 170, "Knowledge, understanding"),
        font="Helvetica-Bold",
        after=0,
    )
    s.put((370, 170, "and skills"), font="Helvetica-Bold")
    s.put((56, 130, "The Learner will:"), (196, 160, "The Learner can:"), (370, 170, "Learners must know:"))
    knowledge = (
        ("effects: attention, interest, desire, action", "seasons and campaigns, e.g. back to school, 2 for 1", "prices: unit prices, inclusive of tax"),
        ("props: mannequins, plinths of 0.5 m and 1 m, fabric", "pyramids, repetition, steps", "checks: plugs, glass, fixings"),
        ("people: peers, manager, passers-by", "figures: units, value, margin"),
    )  # fmt: skip
    for (o, (outcome, texts)), known in zip(enumerate(u.outcomes, 1), knowledge, strict=True):
        for n, (x, k) in enumerate(zip(texts, known, strict=True), 1):
            head = [(56, 12, str(o)), (70, 112, outcome)] if n == 1 else []
            s.put(*head, (196, 24, f"{o}.{n}"), (220, 138, x), (370, 8, "•"), (380, 160, k), after=5)
        s.line("", after=2)
    s.line("Assessment", font="Helvetica-Bold")
    s.line("This unit is centre assessed and externally verified. Photographs should show the whole window.")
    return _made("window-display.pdf", "three columns without rules; the third holds knowledge", s.save(), u)


class _Boxed(Sheet):
    """Sheets with the unit's box of facts at the top of each page."""

    def _begin(self) -> None:
        super()._begin()
        top = self.y + 12
        for label, value in (
            ("Unit Title:", "Plan a craft workshop for adults"),
            ("Unit Level:", "Level 3"),
            ("Unit Credit Value:", "3"),
            ("GLH:", "21"),
            ("LANTERN Unit Code:", "CRF302"),
            ("Ofqual Unit Code:", "H/615/1538"),
        ):
            self.canvas.setFont("Helvetica-Bold", 10)
            self.canvas.drawString(60, self.y, label)
            self.canvas.setFont("Helvetica", 10)
            self.canvas.drawString(200, self.y, value)
            self.y -= 15
        self.canvas.rect(54, self.y + 9, 480, top - self.y - 9)
        self.y -= 16


def _craft() -> Specimen:
    u = m.NIGHTCLASS
    s = _Boxed(footer="Lantern Access Network", numbered="Page {} of 2")
    s.line("This unit has 3 learning outcomes.", after=10)
    s.put((60, 200, "LEARNING OUTCOMES"), (260, 260, "ASSESSMENT CRITERIA"), font="Helvetica-Bold")
    s.put((60, 200, "The learner will:"), (260, 260, "The learner can:"))
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        if o == 3:
            s.turn()
        s.rule(54, 534)
        for n, x in enumerate(texts, 1):
            head = [(60, 16, f"{o}."), (80, 160, outcome)] if n == 1 else []
            s.put(*head, (260, 24, f"{o}.{n}"), (288, 240, x), after=8)
    s.rule(54, 534)
    s.line("Assessment Guidance:", font="Helvetica-Bold")
    s.line("NA")
    s.line("Additional Information:", font="Helvetica-Bold")
    s.line("NA")
    return _made("craft-workshop.pdf", "box of facts again on the second page", s.save(), u)


def _games() -> Specimen:
    u = m.GAMES
    p = Paper(
        footer="Pearlman Education Level 3 Nationals in Computing – Specification – Issue 6 – © Pearlman Education 2023",
        page="{}",
        points=9.5,
        shade=BLUE,
    )
    p.title(f"Unit {u.number}: {u.title}", points=16)
    p.text("Level: 3", "Unit type: Internal", "Guided learning hours: 60")
    p.heading("Unit in brief")
    p.text("Learners study how levels guide those who play them, then design, build and test one.")
    p.heading("Learning aims")
    p.text("In this unit you will:")
    for letter, (outcome, _) in zip("ABC", u.outcomes, strict=True):
        p.text(f"{letter}  {outcome}")
    p.heading("Content")
    p.text("A1 Guiding the player")
    p.bullets("Light, contrast and landmarks", "Sound: warning, reward", "Space: funnels, gates, vistas")
    p.text("B1 Plans and maps")
    p.bullets("Grids of 1 m and 2 m", "Mood boards")
    p.text("C1 Testing")
    p.bullets("White box, black box; 2 or more players")
    p.turn()
    p.heading("Assessment criteria")
    grid = (
        (("P1", "P2"), ("M1",), ("D1",)),
        (("P3", "P4"), ("M2",), ()),
        (("P5", "P6"), ("M3",), ("D2",)),
    )
    rows: list[list[Any]] = [["Pass", "Merit", "Distinction"]]
    spans: list[tuple[Any, ...]] = []
    for (letter, (outcome, texts)), marks in zip(zip("ABC", u.outcomes, strict=True), grid, strict=True):
        line = len(rows)
        rows.append([p.cell(f"Learning aim {letter}: {outcome}", bold=True), "", ""])
        spans.append(((0, line), (2, line)))
        left = iter(texts)
        rows.append([[p.cell(f"{mark} {next(left)}.") for mark in column] for column in marks])
    p.table(rows, (4, 4, 4), spans=spans, shaded=spans)
    p.heading("Essential information for assignments")
    p.text("The recommended structure of assessment is 2 assignments: A and B together (P1 to P4, M1, M2, D1), and C.")
    return _made("game-levels-grid.pdf", "grid of pass, merit and distinction; content lists before it", p.save(), u)


def _shellfish() -> Specimen:
    u = m.SHELLFISH
    p = Paper(header="National Unit specification", footer="© Caledonian Awarding Authority 2021", page="{}", points=11)
    p.title("National Unit specification", points=12)
    p.title(u.title or "")
    p.text("Unit code: H4NB 04", "Superclass: SH", "Level: SCQF level 5", "Credit value: 1", "Source: own")
    p.heading("Unit purpose")
    p.text("This Unit is for learners who work on sites that grow mussels, oysters or scallops.")
    p.heading("Outcomes")
    p.text("On successful completion of the Unit the learner will be able to:")
    for o, (outcome, _) in enumerate(u.outcomes, 1):
        p.text(f"{o}  {outcome}")
    p.heading("Recommended entry")
    p.text("Entry is at the discretion of the centre.")
    p.turn()
    p.title("Statement of standards", points=13)
    p.text("Acceptable performance in this Unit will be the satisfactory achievement of the standards set out below.")
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        p.heading(f"Outcome {o}")
        p.text(f"{outcome}.")
        p.heading("Performance criteria")
        for letter, x in zip("abcdef", texts, strict=False):
            p.text(f"({letter})  {x}.")
    p.heading("Evidence requirements for this Unit")
    p.text("Evidence is required that all Outcomes and Performance Criteria were met on one site over 4 weeks:")
    p.bullets("a log that covers Outcomes 1 and 2", "an observation checklist for Outcome 3, criteria (a) and (b)")
    return _made("shellfish-standards.pdf", "outcomes listed first, then again with lettered criteria", p.save(), u)


def _lash() -> Specimen:
    u = e.LASH
    p = Paper(footer="UB28Q4 v3   © Verity Beauty Trust 2022", page="{}", shade=BLUE)
    p.title("UB28Q4", points=12)
    p.title(u.title or "", points=18)
    p.table([("Level", "Credit value", "GLH", "Reference"), ("2", "5", "46", "F/652/7260")], (1, 1, 1, 2))
    p.heading("On completion of this unit you will:")
    for o, (outcome, _) in enumerate(u.outcomes, 1):
        p.text(f"{o}. {outcome}")
    p.text("Observations: 4      External papers: 0")
    p.turn()
    p.title("Observations", points=13)
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        p.heading(f"Outcome {o}")
        p.text(outcome)
        width = 1 if o == 3 else 4
        head = ["You can:", "", "Portfolio reference"] if o == 3 else ["You can:", "", "1", "2", "3", "4"]
        shares = (0.8, 8, 2.5) if o == 3 else (0.8, 8, 0.7, 0.7, 0.7, 0.7)
        rows: list[list[Any]] = [head]
        rows += [[f"{letter}.", x, *[""] * width] for letter, x in zip("abcdef", texts, strict=False)]
        rows += [] if o == 3 else [["", "Date achieved", *[""] * width], ["", "Learner signature", *[""] * width]]
        p.table(rows, shares, spans=(((0, 0), (1, 0)),))
    p.heading("Range")
    p.text("Treatments: strip lash, individual lash, tint, brow shape. All 4 must be seen.")
    return _made(
        "lash-and-brow-book.pdf", "lettered criteria; ticks of four observations; outcomes listed first", p.save(), u
    )


def _brakes() -> Specimen:
    u = t.BRAKES
    body = ParagraphStyle("b", fontName="Helvetica", fontSize=9.5, leading=12, spaceAfter=4)
    head = ParagraphStyle("h", parent=body, fontName="Helvetica-Bold", fontSize=10.5, spaceBefore=7)
    hung = ParagraphStyle("n", parent=body, leftIndent=24, bulletFontName="Helvetica", bulletFontSize=9.5)
    story: list[Any] = [
        Paragraph(escape(f"{u.number}: {u.title}"), head),
        Paragraph("<b>Unit reference:</b> F/613/0583", body),
        Paragraph("<b>Level:</b> 3", body),
        Paragraph("<b>Credit value:</b> 8", body),
        Paragraph("<b>GLH:</b> 60", body),
        Paragraph("Rationale", head),
        Paragraph(
            "This unit enables the learner to show that they can find the cause of a fault in the air brakes of trucks, buses and trailers, put it right and prove the repair.",
            body,
        ),
        Paragraph("Learning outcomes and assessment criteria", head),
    ]
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        story.append(Paragraph(escape(f"{o}. {outcome}"), head))
        story.append(Paragraph("The learner can:", body))
        story += [Paragraph(escape(x), hung, bulletText=f"{o}.{n}") for n, x in enumerate(texts, 1)]
    story.append(Paragraph("Content", head))
    for line in (
        "Circuits: service, secondary, park",
        "Pressures: 8 to 10.5 bar; low warning at 5 bar",
        "Electronic control: wheel speed, load, trailer",
        "Tests: leakage over 10 minutes, build-up from 0 to 6.5 bar",
        "Faults: oil carried over, frozen valves, seized levers, worn linings",
        "Efficiency: 50% service, 25% secondary, 16% park",
    ):
        story.append(Paragraph("&bull; " + escape(line), body))

    def furnish(canvas: Any, document: Any) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(45, 812, "Institute of Garage Trades")
        canvas.drawString(45, 28, f"HV08K Issue 2          {document.page}")

    buffer = io.BytesIO()
    made = BaseDocTemplate(buffer, pagesize=A4, invariant=1)
    frames = [Frame(45, 395, 240, 400, id="left"), Frame(310, 395, 240, 400, id="right")]
    made.addPageTemplates([PageTemplate(id="two", frames=frames, onPage=furnish)])
    made.build(story)
    return _made(
        "air-brakes-two-columns.pdf",
        "the page is set in two columns that are read one after the other",
        buffer.getvalue(),
        u,
    )


def _damp() -> Specimen:
    u = m.DAMP
    s = Sheet(header="Awarding Body for Old Buildings", footer="HB3-05 v1", numbered="{}")
    s.line(u.title or "", font="Times-Bold", size=15, after=10)
    s.put((56, 90, "Unit Number"), (150, 90, "HB3-05"), (290, 90, "Level"), (390, 90, "3"), font="Times-Roman")
    s.put((56, 90, "URN"), (150, 90, "D/653/6063"), (290, 90, "Credit Value"), (390, 90, "5"), font="Times-Roman")
    s.put((290, 90, "GLH"), (390, 90, "36"), font="Times-Roman", after=10)
    s.line(
        "This unit is for surveyors, builders and conservation officers who advise the owners of buildings with solid walls, that is, most of those put up before 1919. It deals with causes and remedies, and with the honest limits of a survey.",
        font="Times-Roman",
        size=11,
    )
    s.line(
        "Learners survey three buildings of different materials, at least one of them occupied, and in at least two seasons. Where an owner asks for it the address is left out of the portfolio and a code is used in place of it.",
        font="Times-Roman",
        size=11,
    )
    s.y = 250
    s.put((56, 170, "LEARNING OUTCOMES"), (240, 290, "ASSESSMENT CRITERIA"), font="Times-Bold")
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        for n, x in enumerate(texts, 1):
            left = [(56, 165, f"LO{o} {outcome}")] if n == 1 else []
            s.put(*left, (240, 26, f"{o}.{n}"), (268, 230, x), font="Times-Roman", size=12, after=7)
    s.line(
        "Indicative content: capillarity, dew point, vapour, salts, lime, breathability, 15 to 20 % readings", size=9
    )
    return _made(
        "damp-survey.pdf", "columns without rules, cut by the page; LO before the outcomes' numbers", s.save(), u
    )
