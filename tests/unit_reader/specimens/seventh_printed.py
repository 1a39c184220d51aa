"""Units as awarding bodies publish them, printed: ordinary documents with the furniture that real ones have."""
# ruff: noqa: E501  the documents' own lines are long

from collections.abc import Iterator

from reportlab.lib.pagesizes import A4, landscape

from tests.unit_reader.specimens import seventh_trades as t
from tests.unit_reader.specimens.seventh_paper import BLUE, GREEN, Paper
from tests.unit_reader.specimens.truth import Specimen, Unit


def seventh_printed() -> Iterator[Specimen]:
    def made(name: str, shape: str, paper: Paper, *units: Unit) -> Specimen:
        return Specimen(name=name, data=paper.save(), units=units, shape=shape)

    u = t.NIGHT
    p = Paper(header="Level 3 Diploma in Residential Care", footer="© Crestfield Awards 2024. Version 2.1", page="{}")
    p.title(u.title or "")
    p.box(
        ("Unit reference", "Y/507/2471"),
        ("Unit code", "NW 3120"),
        ("Level", "3"),
        ("Credit value", "4"),
        ("Guided learning hours", "26"),
    )
    p.heading("Unit aim")
    p.text(
        "The purpose of this unit is to give workers the knowledge and skills to support individuals during the night. It is for those who work shifts between 8 pm and 8 am in homes with 6 or more beds."
    )
    p.heading("Who this unit is for")
    p.text(
        "Learners should already have completed an induction, and must have access to at least 2 individuals whose care plans include support at night. Learners who work only during the day should choose unit NW 3121.",
        "The unit covers the whole of a shift: preparing individuals and the building for the night, checks and responses while individuals are in bed, and the handover in the morning.",
    )
    p.bullets("Mandatory for: night care workers", "Optional for: senior care workers, team leaders")
    p.outcomes_beside(u, ("Learning outcomes\nThe learner will:", "Assessment criteria\nThe learner can:"))
    p.heading("Assessment requirements")
    p.text(
        "Learning outcomes 2 and 3 must be assessed in a real work environment. Simulation is not permitted.",
        "AC 3.2 - the response must be observed on at least two occasions.",
    )
    p.heading("Additional information")
    p.bullets(
        "An individual is someone requiring care or support.",
        "Agreed checks may include checks at set times, by sound monitor or on request.",
    )
    p.heading("Links to National Occupational Standards")
    p.text("NWC 35, NWC 24")
    yield made("residential-nights.pdf", "box of facts; two ruled columns, a row to each outcome", p, u)

    u = t.LIFT_TRUCK
    p = Paper(
        header="Northgate Skills Level 2 Certificate in Warehousing Operations (603/2753/4)",
        footer="Version 1.3 | September 2023 | Copyright Northgate Skills",
        font="Times-Roman",
        points=11,
        page="Page {}",
        shade=BLUE,
    )
    p.wide_box(
        ("Unit number", "WL 2.14", "Level", "2"),
        ("Ofqual reference", "F/508/0791", "Credit value", "6"),
        ("Total unit time", "60 hours", "GLH", "40"),
        title=("Unit title", u.title or ""),
    )
    p.heading("About this unit")
    p.text(
        "This unit covers the operation of rider-operated counterbalance trucks of up to 5 tonnes capacity. It does not cover reach trucks, which are covered by unit WL 2.15 (T/508/0643)."
    )
    p.outcomes_above(u)
    p.heading("Range")
    p.bullets(
        "loads: palletised, non-palletised, unstable",
        "surfaces: concrete, ramps up to 1:10, vehicle beds",
        "checks: daily, weekly",
    )
    p.heading("Evidence requirements")
    p.text(
        "The candidate must be observed on 3 occasions. Each observation should last at least 20 minutes. Photographs alone are not sufficient for criteria 3.1 to 3.4.",
    )
    p.heading("Equipment")
    p.text("A counterbalance lift truck with a current certificate of thorough examination.")
    yield made("lift-truck.pdf", "facts two in a row; outcomes in shaded rows above their criteria", p, u)

    u = t.PAYROLL
    p = Paper(footer="City & Guilds Level 3 Diploma in Payroll (3519-03)", page="{}")
    p.title("Unit 305    " + (u.title or ""), points=14)
    p.box(
        ("UAN:", "A/503/8779"),
        ("Level:", "3"),
        ("Credit value:", "7"),
        ("GLH:", "52"),
        ("Expiry date:", "31 August 2027"),
    )
    p.heading("Relationship to NOS:")
    p.text("This unit is linked to FSP PR 4, 5 and 7.")
    p.heading("Aim:")
    p.text(
        "This unit is about the processing of payroll from gross pay to payslip. Learners will work with at least 20 employees over 3 pay periods."
    )
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        p.heading(f"Learning outcome {o}")
        p.text("The learner will:", f"{o}. {outcome}")
        p.heading("Assessment criteria")
        p.text("The learner can:")
        p.table([(f"{o}.{n}", x) for n, x in enumerate(texts, 1)], (1, 11), head=0, ruled=False)
    p.turn()
    p.heading("Unit 305 Supporting information")
    p.heading("Evidence requirements")
    p.text(
        "Evidence may come from the workplace or from a case study set by the centre. Where a case study is used, it must contain:",
    )
    p.bullets("one starter and one leaver", "one change of tax code", "one statutory payment")
    yield made("payroll-unit-305.pdf", "headings for each outcome, criteria in tables without rules", p, u)

    u = t.WINDOWS
    p = Paper(header="ProQual Level 2 NVQ Diploma in Fenestration Installation", footer="603/2119/2   V3", points=11)
    p.box(
        ("Title:", u.title or ""),
        ("Unit reference number:", "J/615/0950"),
        ("ProQual unit code:", "QCF 812v2"),
        ("Level:", "2"),
        ("Credit value:", "14"),
        ("Guided learning hours:", "47"),
    )
    p.outcomes_numbered(
        u,
        (
            "",
            "Learning outcome\nThe learner will:",
            "",
            "Assessment criterion\nThe learner can:",
            "Evidence ref",
            "Date",
        ),
        (0.5, 3, 0.9, 5.4, 1.9, 1.2),
    )
    p.heading("Assessment guidance")
    p.text(
        "Skills are assessed on site, in houses where people live. Evidence from a training rig may be used only for outcome 4.",
        "Learner signature: ............................ Date: ................",
        "Assessor signature: .......................... Date: ................",
        "IQA signature (if sampled): .................. Date: ................",
    )
    yield made("window-installation-log.pdf", "narrow number columns, merged outcomes, empty evidence columns", p, u)

    u = t.BEARD
    p = Paper(footer="© VTCT 2024    UBR 214 v2", shade=GREEN)
    p.title("UBR 214")
    p.title(u.title or "", points=20)
    p.table([("Level", "Credit value", "GLH", "URN"), ("2", "4", "30", "M/651/8313")], (1, 1, 1, 2))
    p.heading("Unit overview")
    p.text(
        "You will learn how to cut beards and moustaches into traditional and current shapes. You will develop your skills of consultation, cutting and finishing."
    )
    p.text("Observations: 3        External papers: 1")
    p.turn()
    p.heading("Achieving observations and range")
    p.text(
        "Your assessor will observe your performance on at least 3 occasions. From the range you must show that you have:"
    )
    p.bullets(
        "used all types of equipment: clippers, scissors, razor", "considered 4 of the 5 factors", "created 3 shapes"
    )
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        p.heading(f"Outcome {o}: {outcome}")
        p.table(
            [("You will be able to:", ""), *((f"{o}.{n}", x) for n, x in enumerate(texts, 1))],
            (1.6, 10),
            spans=(((0, 0), (1, 0)),),
        )
    p.heading("Knowledge in detail")
    p.bullets("Growth patterns: whorls, sparse areas, ingrowing hair", "Shapes: full beard, goatee, chinstrap")
    yield made("facial-hair-learner-book.pdf", "facts in a row of headings; a ruled table under each outcome", p, u)

    u = t.FIRE
    p = Paper(
        header="Harbour Examinations",
        footer="Level 1 Award in Fire Safety Principles, QN 600/5072/X",
        size=landscape(A4),
    )
    p.title(f"Unit 1: {u.title}", points=14)
    p.table(
        [("Unit number: L/505/0614", "Level: 1", "Credit: 1", "Guided learning: 7 hours", "Total unit time: 8 hours")],
        (3, 1.2, 1.2, 2, 2),
        head=0,
    )
    p.heading("Summary of learning outcomes")
    p.text("To achieve this unit a candidate must:")
    content = (
        "heat, fuel, oxygen; worn leads, heaters, hot work; soot and gases",
        "routes, doors, lighting, assembly points",
        "current fire safety law; drills, alarms",
        "raise the alarm; water, foam, powder, carbon dioxide",
    )
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        p.text(f"{o}. {outcome}, being able to:")
        p.bullets(*(f"{o}.{n} {x}" for n, x in enumerate(texts, 1)), mark="")
    p.heading("Indicative content")
    p.table([(str(o), c) for o, c in enumerate(content, 1)], (1, 12), head=0)
    p.text("Assessment: a multiple-choice paper of 15 questions in 30 minutes; the pass mark is 10.")
    yield made(
        "fire-principles-landscape.pdf",
        "landscape; facts in one row; outcomes as sentences that go on into their criteria; contents after them",
        p,
        Unit(
            u.title, u.outcomes, reference=u.reference, number="1", level="1", credit="1", glh="7", tqt="8", body=u.body
        ),
    )

    u = t.CLASSROOM
    p = Paper(
        header="NCFE CACHE Level 2 Certificate for Classroom Assistants",
        footer="Version 4.0   December 2023   Visit ncfe.org.uk",
        font="Times-Roman",
        points=11,
    )
    p.title(f"CL 2.10: {u.title}", points=15)
    p.wide_box(
        ("Unit reference", "L/503/7104", "Unit level", "2"),
        ("Credit value", "4", "GLH", "25"),
        ("Unit status", "Mandatory", "Unit type", "Skills"),
    )
    p.heading("Unit summary")
    p.text("This unit is for assistants in primary schools. It covers what is done before, during and after a lesson.")
    p.outcomes_beside(
        u, ("Learning outcomes (LOs)\nThe learner will:", "Assessment criteria (AC)\nThe learner can:"), dot=""
    )
    p.heading("Delivery and assessment")
    p.text(
        "LOs 2-5 must be assessed in the workplace.",
        "1.1 A lesson may be for one pupil, a table or the whole class.",
        "2.1 Short breaks may include songs, games and stretching.",
    )
    p.heading("Relationship to occupational standards")
    p.text("CSA1 Help with lessons")
    yield made("classroom-support.pdf", "full stops; delivery notes that repeat criteria numbers", p, u)

    u = t.TRACK
    p = Paper(
        header="RI-207", footer="Pennine Rail Skills Council, Rail Infrastructure Standards, issue 5", page="7 - {}"
    )
    p.title("UNIT RI-207: Inspect and maintain plain line railway track".upper(), points=13)
    p.text("Level: 2        Guided learning hours: 64")
    p.heading("Unit overview")
    p.text(
        "This standard is about inspection and light maintenance of plain line. It does not cover switches and crossings."
    )
    p.outcomes_beside(u, ("Learners must be able to", "Performance criteria"), shares=(3, 8))
    p.heading("Scope")
    p.text("Track: jointed, continuously welded. Sleepers: timber, concrete, steel.")
    p.heading("Knowledge requirements")
    p.text("K1 the limits of own authority", "K2 the effect of temperature on rails", "K3 the types of ballast")
    p.heading("Tools and equipment")
    p.bullets("track gauge and cross level", "keying hammer", "12 lb beater")
    yield made(
        "plain-line-track.pdf",
        "title in capitals; no reference or credit; knowledge that is not criteria",
        p,
        Unit((u.title or "").upper(), u.outcomes, number="RI-207", level="2", glh="64", body=u.body),
    )
