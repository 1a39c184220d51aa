"""Printed units that are less tidy: three columns, numbers begun again, letters, rows that a page cuts."""
# ruff: noqa: E501  the documents' own lines are long

from collections.abc import Iterator

from tests.unit_reader.specimens import seventh_trades as t
from tests.unit_reader.specimens.drawing import Sheet
from tests.unit_reader.specimens.seventh_large_units import MEDICATION, WELD
from tests.unit_reader.specimens.seventh_paper import BLUE, Paper
from tests.unit_reader.specimens.truth import Specimen, Unit


def seventh_sheets() -> Iterator[Specimen]:
    def made(name: str, shape: str, data: bytes, *units: Unit) -> Specimen:
        return Specimen(name=name, data=data, units=units, shape=shape)

    u = t.DENTAL
    p = Paper(header="Dental Nursing: unit handbook", points=9, shade=BLUE)
    p.box(
        ("Unit title:", u.title or ""),
        ("Unit number:", "DN 09"),
        ("Unit reference number:", "K/503/5991"),
        ("Level:", "3"),
        ("Credit value:", "5"),
        ("Guided learning hours:", "38"),
        ("Unit expiry date:", "31/07/2028"),
    )
    p.heading("Unit purpose and aim")
    p.text(
        "This unit is for dental nurses who support the operator while teeth are restored, both permanently and temporarily."
    )
    content = (
        [
            "Amalgam: alloy, mercury, setting time",
            "Composite: shades, light curing of 20 to 40 seconds",
            "Control of substances hazardous to health",
        ],
        ["Hand instruments, matrix systems, wedges", "Protective eyewear for patient and operator"],
        ["Moisture control: cotton rolls, rubber dam", "Distress: colour, breathing, movement"],
        ["Waste streams and colours of bags", "Washer disinfectors; 134 degrees for 3 minutes"],
    )
    column = [[p.marked("\u2022", c, indent=10) for c in cs] for cs in content]
    p.outcomes_beside(
        u,
        ("Learning outcomes\nThe learner will", "Assessment criteria\nThe learner can", "Indicative content"),
        column,
        shares=(3, 5, 4),
    )
    p.heading("Assessment")
    p.text("This unit is assessed by a portfolio of evidence and 2 direct observations.")
    p.heading("Opportunities for functional skills")
    p.table(
        [("Skill", "Level 1", "Level 2"), ("English: speaking", "yes", "yes"), ("Mathematics: using ratio", "yes", "")],
        (5, 2, 2),
    )
    p.heading("Resources")
    p.text("Textbook of Dental Nursing, 3rd edition, chapters 7 and 8", "Manufacturers' safety data sheets")
    yield made("restorative-three-columns.pdf", "three ruled columns, the third with bullets of content", p.save(), u)

    u = t.HELPDESK
    p = Paper(footer="© Gateway Qualifications    Unit IT 331    Issue 2", page="Page {} of 2")
    p.title(u.title or "", points=15)
    p.wide_box(
        ("Unit code", "IT 331", "Level", "3"),
        ("Ofqual unit no", "M/508/1144", "Credits", "8"),
        ("Sector", "6.1 ICT practitioners", "GLH", "60"),
    )
    p.heading("Purpose")
    p.text("To develop the skills needed by technicians who resolve faults without a visit to the user.")
    rows: list[list[object]] = [["Learning outcome", "Assessment criteria"]]
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        rows.append([f"LO{o} {outcome}", [p.marked(f"{n}.", x, indent=18) for n, x in enumerate(texts, 1)]])
    p.table(rows, (3, 7))
    p.turn()
    p.heading("Delivery guidance")
    p.text("It is recommended that learners take part in at least 10 calls. The following may be used:")
    p.bullets("recorded calls", "role play", "a ticketing system", mark="\u2013")
    yield made("remote-it-support.pdf", "criteria numbered afresh under each outcome", p.save(), u)

    u = t.ALLERGENS
    p = Paper(
        header="Highfield Qualifications",
        footer="Level 2 Award in Allergen Control  |  Version 1.0  |  May 2022",
        font="Times-Roman",
        points=11,
    )
    p.title(f"Unit: {u.title}", points=14)
    p.text("Unit number: FS2A", "Unit reference: L/505/1486", "Credit: 2", "GLH: 14", "Level: 2")
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        p.heading(f"Outcome {o}: {outcome}")
        p.text("The learner is able to:")
        for mark, x in zip("abcdefgh", texts, strict=False):
            p.text(f"{mark}) {x}")
    p.heading("Amplification")
    p.text(
        "The 14 allergens listed in the regulations must be covered. Symptoms: a) itching, b) swelling, c) difficulty in breathing."
    )
    yield made(
        "allergen-control-letters.pdf",
        "lettered criteria under headings; letters again in the amplification",
        p.save(),
        u,
    )

    u = t.SOLAR
    s = Sheet(header="EAL Level 3 Award in Microgeneration - PV 03", footer="EAL/PV03/v2.2", numbered="{}")
    s.line(u.title or "", font="Helvetica-Bold", size=14, after=8)
    for label, value in (
        ("Unit reference:", "F/601/6955"),
        ("EAL unit code:", "PV 03"),
        ("Level:", "3"),
        ("Credit value:", "9"),
        ("GLH:", "70"),
        ("TQT:", "92"),
    ):
        s.put((56, 120, label), (180, 300, value))
    s.line("Summary", font="Helvetica-Bold")
    s.line(
        "This unit covers systems of up to 16 amps per phase on pitched roofs of dwellings. It does not cover ground mounted arrays, systems that feed only a battery, or work on the supply side of the meter. Learners must already hold the qualification that allows them to work on the fixed installation.",
        after=8,
    )
    s.line("Delivery and resources", font="Helvetica-Bold")
    s.line(
        "Centres need a roof rig with at least 4 modules, two makes of inverter and a set of test instruments with current certificates of calibration. Rigs must be indoors or fitted with edge protection. A ratio of no more than 8 learners to each tutor is required while the rig is in use, and 6 where work at height is assessed.",
        after=8,
    )
    s.line("Evidence", font="Helvetica-Bold")
    s.line(
        "Evidence of one complete installation is required. It may be supported by photographs, witness testimony, copies of certificates and professional discussion. Knowledge is assessed by a paper of 20 questions, of which 14 must be answered correctly; a paper that is failed may be sat again after 7 days.",
        after=22,
    )
    s.put((56, 150, "Learning outcomes"), (220, 320, "Assessment criteria"), font="Helvetica-Bold")
    s.put((56, 150, "The learner will:"), (220, 320, "The learner can:"))
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        s.rule(50, 545)
        for n, x in enumerate(texts, 1):
            head = [(56, 14, f"{o}."), (72, 130, outcome)] if n == 1 else []
            s.put(*head, (220, 24, f"{o}.{n}"), (246, 290, x), size=11)
    s.rule(50, 545)
    s.line("Assessment: criteria 2.2 and 3.1 must be assessed by direct observation.")
    yield made("solar-cut-by-page.pdf", "drawn page; a criterion goes on over the page", s.save(), u)

    u = t.SHOPPING
    p = Paper(footer="Open Awards, Skills for Independent Living, Entry 3", points=13, page="{}")
    p.title(u.title or "")
    p.text("Unit code: LL/E3/06", "Level: Entry 3")
    p.table(
        [("What I will learn", "What I can do", "Evidence", "Done")]
        + [
            (f"{o} {outcome}", "\n".join(f"{o}.{n} {x}" for n, x in enumerate(texts, 1)), "", "")
            for o, (outcome, texts) in enumerate(u.outcomes, 1)
        ],
        (3, 6, 2, 1.3),
    )
    p.text("My name: ..........................", "Date: ..............")
    yield made("shopping-entry-three.pdf", "statements of the learner; columns to fill in; few facts", p.save(), u)

    u = MEDICATION
    p = Paper(
        header="Mersey Care Awards Level 3 Diploma in Adult Care (610/4662/0)", footer="HC 47B  Version 5", points=11
    )
    p.title("HC 47B", points=12)
    p.title(u.title or "")
    p.box(
        ("Unit reference", "Y/601/6850"),
        ("Level", "3"),
        ("Credit value", "5"),
        ("GLH", "30"),
        (
            "Unit aim",
            "This unit is for home care workers who give medicines and watch for their effects.",
        ),
    )
    p.outcomes_numbered(u, ("No.", "Learning outcomes", "No.", "Assessment criteria"), (0.9, 4, 1, 7))
    p.heading("Delivery advice")
    p.text(
        "It is good practice to deliver this unit after HC 02 and before HC 50. About 12 of the 30 hours should be practical."
    )
    p.heading("Definitions")
    p.bullets(
        "Readings: pulse, blood pressure, blood sugar",
        "Routes: by mouth, under the tongue, on the skin, inhaled",
        "Chart: see AC 4.2; the sheet on which each dose is signed for",
    )
    p.heading("Assessment")
    p.text(
        "Learning outcomes 5 and 6 must be assessed in the workplace. This unit must be assessed as the assessment principles of the sector require."
    )
    yield made("medicines-at-home.pdf", "six outcomes over three pages, the table's head on each", p.save(), u)

    u = WELD
    p = Paper(header="Level 2 Diploma in Fabrication and Welding", footer="© EAL 2023", points=9)
    p.box(
        ("Unit title", u.title or ""),
        ("EAL unit code", "FW2-10"),
        ("Ofqual code", "A/504/5604"),
        ("Unit level", "Level Two"),
        ("Credits", "20"),
        ("GLH", "91"),
    )
    p.heading("Unit summary")
    p.text(
        "This unit is for people who weld in a fabrication shop. Candidates make at least 6 joints from: butt, fillet, corner, pipe to plate, in 2 of 5 positions."
    )
    p.heading("Specific unit assessment requirements")
    p.text(
        "The unit must be assessed in a workplace environment; see section 3.2 of the Engineering Assessment Strategy."
    )
    p.outcomes_beside(
        u, ("Learning outcomes:\nThe learner will", "Assessment criteria:\nThe learner can"), shares=(3, 8)
    )
    p.heading("Scope")
    p.text("1. Do all of the following while welding:")
    p.bullets(
        "wear mask, gauntlets and apron",
        "check cables, hoses and the earth return",
        "keep the work area clean and tidy",
    )
    p.text("2. Weld joints in two of the following:")
    p.bullets("carbon steel", "stainless steel", "aluminium", mark="\u2022")
    yield made(
        "mig-plate-and-sections.pdf",
        "a scope with numbers of its own after the criteria",
        p.save(),
        u,
    )
