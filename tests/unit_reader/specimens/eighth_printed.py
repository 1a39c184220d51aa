"""Units of the eighth set as bodies print them: ruled tables, headings, boxes of facts and the prose around them."""
# ruff: noqa: E501  the documents' own lines are long

from collections.abc import Iterator
from typing import Any

from reportlab.lib.pagesizes import A4, landscape

from tests.unit_reader.specimens import eighth_people as e
from tests.unit_reader.specimens import eighth_service as v
from tests.unit_reader.specimens import eighth_trades as t
from tests.unit_reader.specimens.seventh_paper import BLUE, GREEN, Paper
from tests.unit_reader.specimens.telling import lowered
from tests.unit_reader.specimens.truth import Specimen, Unit


def eighth_printed() -> Iterator[Specimen]:
    yield _memory()
    yield _colour()
    yield _tig()
    yield _bus()
    yield _breathing()
    yield _calls()
    yield _plaster()
    yield _tablets()


def _made(name: str, shape: str, paper: Paper, *units: Unit) -> Specimen:
    return Specimen(name=name, data=paper.save(), units=units, shape=shape)


def _memory() -> Specimen:
    u = e.MEMORY
    p = Paper(
        header="Level 2 Diploma in Support Work (603/5692/3)",
        footer="© Kestrel Care Awards 2023. Version 1.4 September 2023",
        points=10,
        page="{}",
        shade=BLUE,
    )
    p.title(f"{u.number} {u.title}", points=15)
    p.wide_box(
        ("Unit reference", "R/606/2080", "Unit level", "2"),
        ("Credit value", "4", "GLH", "31"),
        ("Mandatory/optional", "Optional group B", "Achievement", "Pass only"),
    )
    p.heading("Unit summary")
    p.text(
        "In this unit the learner will look at the ways in which memory loss is lived with, from a first doubt about a name to the last stages of an illness, and will learn to adapt how they speak, listen and arrange a room.",
        "Learners who work at night, or in a person's own home, can complete this unit if they support at least one individual who lives with memory loss.",
    )
    p.outcomes_beside(
        u, ("Learning outcomes\nThe learner will:", "Assessment criteria\nThe learner can:"), shares=(4, 8)
    )
    p.heading("Delivery and assessment guidance")
    p.text(
        "Learning outcomes 3 and 4 must be assessed in a real work environment, in ways that do not intrude on the care of an individual in a group home.",
        "1.1 Causes may be reversible.",
        "2.1 Life story: people, places, work, faith, music, pets and anything else that gives a life its shape.",
        "4.1 Features: patterned carpets, mirrors, glare, noise, doors of the same colour.",
        "An individual is the person who is supported by the learner. Key people are those who matter to the individual and may be friends, relatives, neighbours or a volunteer.",
    )
    p.heading("Relationship to National Occupational Standards")
    p.text("This unit links to SCDHSC 0224 and SCDHSC 0233.")
    return _made("memory-loss.pdf", "facts two in a row; a row to each outcome; guidance that repeats numbers", p, u)


def _colour() -> Specimen:
    u = e.COLOUR
    p = Paper(footer="Marchmont & Guilds Level 2 NVQ Diploma in Hairdressing (3902-22)", page="{}", points=10.5)
    p.title(f"Unit {u.number} {u.title}", points=15)
    p.table(
        [
            ("UAN:", "L/613/3129"),
            ("Level:", "Level 2"),
            ("Credit value:", "9"),
            ("GLH:", "84"),
            ("Expiry date:", "31 July 2027"),
            ("Relationship to NOS:", "This unit is linked to the Habia hairdressing standards GH9 and G7."),
            ("Assessment requirements:", "Simulation is not allowed for any part of this unit."),
            (
                "Aim:",
                "This unit is about using basic techniques to change hair colour with quasi-permanent and permanent products, and highlighting effects by pulled through and woven methods.",
            ),
        ],
        (3, 7),
        head=0,
        ruled=False,
    )
    ranges = (
        "Tests: skin (AC1.2), incompatibility, porosity, elasticity",
        "Products: quasi-permanent, permanent, lighteners, toners. Techniques: full head, re-growth, pulled through, woven. Maximum time for woven highlights 2.5 hours.",
        "Factors: temperature, existing colour, skin tone, length, percentage of white",
        "Strengths: 3%, 6%, 9% and 12%; 10, 20, 30 and 40 volume",
    )
    for (o, (outcome, texts)), scope in zip(enumerate(u.outcomes, 1), ranges, strict=True):
        p.heading(f"Learning outcome {o}")
        p.text("The learner will:", f"{o}. {outcome[0].lower() + outcome[1:]}")
        p.heading("Assessment criteria")
        p.text("The learner can:")
        p.table([(f"{o}.{n}", x) for n, x in enumerate(texts, 1)], (1, 11), head=0, ruled=False)
        p.heading("Range")
        p.text(scope)
    p.heading(f"Unit {u.number} {u.title}")
    p.heading("Evidence requirements")
    p.text("You must be observed on at least 5 occasions, of which 2 must be woven highlights.")
    return _made(
        "unit-214-colour.pdf",
        "outcomes under headings with a range after each; outcomes begin small; title again at the end",
        p,
        Unit(
            u.title,
            tuple((x[0].lower() + x[1:], ts) for x, ts in u.outcomes),
            reference=u.reference,
            number="214",
            level="2",
            credit="9",
            glh="84",
            expiry=u.expiry,
            body=u.body,
        ),
    )


def _tig() -> Specimen:
    u = t.TIG
    p = Paper(
        header="",
        footer="Pearlman Education Level 3 NVQ Diploma in Fabrication – Specification – Issue 3 – © Pearlman Education 2022",
        page="{}",
        points=9,
    )
    p.title(f"Unit {u.number}: {u.title}")
    p.table(
        [
            ("Unit reference number:", "T/656/6704"),
            ("QCF level:", "3"),
            ("Credit value:", "63"),
            ("Guided learning hours:", "133"),
        ],
        (3, 7),
        head=0,
        ruled=False,
    )
    p.heading("Unit summary")
    p.text(
        "This unit covers the skills and knowledge needed to prove the competences required to weld by hand with a tungsten electrode in an inert gas. The learner will work to a welding procedure specification and will check joints visually against BS EN ISO 5817."
    )
    p.heading("Unit assessment requirements/evidence requirements")
    p.text(
        "This unit must be assessed in a workplace environment, in accordance with the Common Requirements for National Vocational Qualifications published by the sector body, appendix 2."
    )
    p.heading("Learning outcomes and assessment criteria")
    rows: list[list[Any]] = [
        ["Learning outcomes", "", "Assessment criteria", "", "Evidence type", "Portfolio reference", "Date"]
    ]
    spans: list[tuple[Any, ...]] = [((0, 0), (1, 0)), ((2, 0), (3, 0))]
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        for n, x in enumerate(texts, 1):
            rows.append([str(o) if n == 1 else "", outcome if n == 1 else "", f"{o}.{n}", x, "", "", ""])
    p.table(rows, (0.5, 2.6, 0.8, 5.2, 1.4, 1.5, 0.9), spans=spans)
    p.table(
        [
            ("Learner name:", "", "Date:", ""),
            ("Learner signature:", "", "Date:", ""),
            ("Assessor signature:", "", "Date:", ""),
            ("Internal verifier signature:\n(if sampled)", "", "Date:", ""),
        ],
        (3, 4, 1, 2),
        head=0,
        ruled=False,
    )
    return _made("tig-nvq-log.pdf", "seven narrow columns, three of them empty; signatures below", p, u)


def _bus() -> Specimen:
    u = t.BUS
    p = Paper(
        header="Highmoor Qualifications Level 2 Certificate in Passenger Vehicle Driving",
        footer="Version 2.0  |  April 2024  |  Highmoor Qualifications",
        font="Times-Roman",
        points=11,
        shade=GREEN,
    )
    p.title(f"Unit {u.number}: {u.title}", points=15)
    p.table(
        [
            ("Unit number:", "L/558/4180"),
            ("Credit:", "7"),
            ("GLH:", "45"),
            ("TUT:", "70 hours"),
            ("Level:", "2"),
        ],
        (3, 7),
        head=0,
    )
    content = (
        "First use check: lights, tyres, wheel nuts, glass, seats, fluids, body. Card: nil defect and defect.",
        "Timing points: 1 minute early at most. Kerbs: raised kerbs at 160 mm and 180 mm.",
        "Ramp: electric, manual. Passes: older person's, disabled person's, child's.",
        "Contacts: control room, emergency services, depot engineer.",
    )
    rows: list[list[Any]] = [["Learning Outcomes\nThe learner will", "", "Assessment Criteria\nThe learner can"]]
    spans: list[tuple[Any, ...]] = []
    shaded: list[tuple[Any, ...]] = []
    for (o, (outcome, texts)), more in zip(enumerate(u.outcomes, 1), content, strict=True):
        start = len(rows)
        for n, x in enumerate(texts, 1):
            rows.append([f"{o}. {outcome}" if n == 1 else "", f"{o}.{n}", x])
        spans.append(((0, start), (0, len(rows) - 1)))
        line = len(rows)
        rows.append([[p.cell("Amplification and indicative content", bold=True), p.cell(more)], "", ""])
        spans.append(((0, line), (2, line)))
        shaded.append(((0, line), (2, line)))
    p.table(rows, (4, 0.9, 7), spans=spans, shaded=shaded)
    p.heading("Assessment method")
    p.text("Portfolio of evidence and 3 observed journeys of not less than 40 minutes each.")
    return _made("bus-driving.pdf", "a row of content across the table after each outcome", p, u)


def _breathing() -> Specimen:
    u = t.BREATHING
    p = Paper(
        header="Beacon Justice Awards",
        footer="FR 2-09 Work in breathing apparatus at fires   V3   Level 3 Diploma in Emergency Fire Services",
        size=landscape(A4),
        points=9.5,
    )
    p.title("Unit achievement log", points=13)
    p.table(
        [
            ("Title:", u.title or "", "Level:", "3"),
            ("Unit number:", "FR 2-09", "Credit value:", "6"),
            ("Unit reference number:", "F/553/7499", "GLH:", "40"),
        ],
        (2, 6, 1.5, 1.5),
        head=0,
    )
    p.text("Candidate name: ______________________    ULN: ______________________    Centre: ______________________")
    p.outcomes_numbered(
        u,
        (
            "",
            "Learning outcome\nThe learner will",
            "",
            "Assessment criteria\nThe learner can",
            "Evidence reference",
            "Assessment method*",
            "Assessor initials",
            "Date",
        ),
        (0.4, 3, 0.7, 6, 1.6, 1.7, 1.4, 1.2),
    )
    p.text("* O = observation   PD = professional discussion   WT = witness testimony   S = simulation")
    p.heading("Additional information about this unit")
    p.text(
        "A whistle sounds at 55 bar. Simulation is permitted for outcomes 1 to 3 in a facility that the service has approved; see section 5.2 of the assessment strategy."
    )
    p.text("Assessor signature: ....................    IQA signature: ....................    Date: ..............")
    return _made("breathing-apparatus-log.pdf", "landscape; eight columns; merged outcomes; a legend", p, u)


def _calls() -> Specimen:
    u = v.CALLS
    p = Paper(
        header="Level 2 Certificate in Contact Centre Skills",
        footer="Trent Qualifications UK                     www.trentqual.example",
        points=10,
    )
    p.title(u.title or "", points=14)
    p.table([("Level:", "2", "Credit:", "4", "GLH:", "28")], (1, 1, 1, 1, 1, 1), head=0)
    p.box(("Unit reference", "H/519/9644"), ("TRQ code", "CC 205"), ("Unit type", "Optional"))
    p.text("Learners will take live calls. This unit does not cover chat or e-mail.")
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        p.table(
            [("Learning Outcome - The learner will:", ""), (f"{o}", outcome)],
            (0.7, 11),
            spans=(((0, 0), (1, 0)),),
        )
        p.table(
            [
                ("Assessment Criterion - The learner can:", ""),
                *((f"{o}.{n}", x) for n, x in enumerate(texts, 1)),
            ],
            (0.9, 11),
            spans=(((0, 0), (1, 0)),),
        )
    p.heading("Evidence required")
    p.bullets("5 recorded calls, of which 1 is difficult", "1 completed quality form", mark="-")
    return _made("contact-centre-calls.pdf", "two small tables to each outcome", p, u)


def _plaster() -> Specimen:
    u = t.PLASTER
    p = Paper(
        header="SkillBuild Trust Level 2 NVQ Diploma in Plastering (Construction)",
        footer="QCF 336v3        SkillBuild Trust, copyright 2021",
        points=9.5,
    )
    p.box(
        ("Title", u.title or ""),
        ("Ofqual unit reference", "J/607/5005"),
        ("Unit no.", "QCF 336v3"),
        ("Level", "2"),
        ("Credit", "15"),
        ("Guided learning hours", "50"),
    )
    rows: list[list[Any]] = [["Learning outcomes\nThe learner will:", "Assessment criteria\nThe learner can:"]]
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        cells: list[Any] = []
        for n, x in enumerate(texts, 1):
            cells.append(p.marked(f"{o}.{n}", x))
            cells += [p.marked("–", point, indent=36) for point in u.points.get(f"{o}.{n}", ())]
        rows.append([f"{o}. {outcome}.", cells])
    p.table(rows, (3.4, 8))
    p.heading("Additional information about this unit")
    p.text(
        "This unit must be assessed in a work environment and in accordance with the Consolidated Assessment Strategy of the sector. Workplace evidence of skills cannot be simulated.",
        "Mix ratios such as 1:1:6 and thicknesses such as 8 mm and 3 mm are taken from the specification.",
    )
    return _made("plastering-nvq.pdf", "dashes as sub-points in the cells of criteria", p, u)


def _tablets() -> Specimen:
    u = lowered(e.TABLETS)
    p = Paper(header="Kestrel Care Awards", footer="CH 3.11 v2", points=11, page="Page {} of 1")
    p.title(f"Unit {u.number}: {u.title}", points=14)
    p.text("Unit reference: A/507/4021        Level: 3        Credit value: 5        GLH: 40")
    p.heading("Purpose and aim")
    p.text(
        "The purpose of this unit is to assess the competence of workers who give tablets, liquids, creams and patches in a care home of any size. It is not for those who only prompt."
    )
    p.outcomes_above(u, label="Learning outcome {}: The learner will {}")
    p.heading("Assessor's declaration")
    p.text("All criteria were met by valid, authentic, reliable, current and sufficient evidence.")
    return _made("medication-care-home.pdf", "'the learner will' before each outcome in a row across the table", p, u)
