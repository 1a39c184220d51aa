"""The rest of the sixth set's Word documents: templates filled in, a booklet of four units, points below criteria."""
# ruff: noqa: E501  the documents' own lines are long

from collections.abc import Iterator

from tests.unit_reader.specimens.telling import rows, told
from tests.unit_reader.specimens.truth import Specimen, Unit
from tests.unit_reader.specimens.word_forms import Word


def _made(name: str, shape: str, word: Word, *units: Unit) -> Specimen:
    return Specimen(name=name, data=word.save(), units=units, shape=shape)


def sixth_writing() -> Iterator[Specimen]:
    yield from _points()
    yield from _booklets()


def _points() -> Iterator[Specimen]:
    u, w = (
        told(
            "Conduct a fire risk assessment of small premises",
            """
            # Understand the principles of fire safety
            Explain the theory of combustion with reference to:
            - sources of ignition
            - fuel
            - oxygen
            Summarise the duties of the responsible person
            Explain how fire and smoke spread through a building that lacks compartments
            # Be able to assess premises
            Identify people at risk, including:
            - staff who work alone
            - visitors
            - people with impaired sight, hearing or movement
            Evaluate means of escape, detection, warning and first-aid fire fighting
            Judge the likelihood and the consequence of fire, in that order, and give reasons for each judgement which another competent person could follow, question and, where new facts come to light, revise without having to visit the premises again
            # Be able to report
            Prioritise actions with dates and owners
            Write a report in a form that the responsible person can use
            """,
            reference="D/504/4039",
            number="FS 4",
            level="4",
            credit="5",
            glh="35",
            tqt="50",
            expiry="2030-08-31",
        ),
        Word(),
    )
    w.line("FS 4", "Subtitle")
    w.line(u.title or "", "Title")
    w.table(
        ("Unit reference", "Level", "Credits", "GLH", "TQT", "Valid until"),
        (u.reference or "", "4", "5", "35", "50", "31 Aug 2030"),
    )
    w.line("What this unit is about", "Heading 2")
    w.line("Premises of up to 3 floors. Level 3 knowledge of fire safety is expected on entry.")
    w.line("Learning outcomes and assessment criteria", "Heading 2")
    table = w.table(("The learner will", "The learner can"))
    for o, (outcome, ts) in enumerate(u.outcomes, 1):
        cells = table.add_row().cells
        cells[0].text = f"{o} {outcome}"
        cells[1].text = ""
        for n, t in enumerate(ts, 1):
            paragraph = cells[1].paragraphs[0] if n == 1 else cells[1].add_paragraph()
            paragraph.text = f"{o}.{n}\t{t}"
            for point in u.points.get(f"{o}.{n}", ()):
                cells[1].add_paragraph(point, style="List Bullet")
    w.line("Amplification", "Heading 2")
    w.line("1.1 Electrical, arson, cooking, heating, smoking.")
    w.line("2.2 Travel distances of 18 m and 45 m.")
    yield _made(
        "fire-risk.docx", "bullets in cells below criteria; labels above values; amplification by number below", w, u
    )

    u, w = (
        told(
            "Develop a volunteer programme",
            """
            # Understand volunteering
            Discuss why people volunteer and why they stop
            Explain the difference in law between a volunteer and a worker
            Analyse trends in volunteering over ten years
            # Be able to design a programme
            Define roles that are worth doing
            Draw up a policy on expenses, insurance and safeguarding
            Plan induction that takes account of what volunteers bring with them
            # Be able to run a programme
            Recruit volunteers through channels that reach people who are under-represented
            Match volunteers to roles
            Recognise the work of volunteers in public and in private
            # Be able to evaluate a programme
            Measure what volunteers add
            Report to trustees on risks, costs, complaints and results
            Decide which roles to close, change or grow
            """,
            reference="M/602/7742",
            level="5",
            credit="6",
            glh="30",
            body="ILM",
        ),
        Word(),
    )
    table = w.table(
        ("Title:", u.title or ""),
        ("Level:", "5"),
        ("Credit value:", "6"),
        ("Unit guided learning hours", "30"),
        ("Learning outcomes (the learner will)", "Assessment criteria (the learner can)"),
    )
    form = w.numbered_list(("decimal", "%1."), ("decimal", "%1.%2"))
    for outcome, ts in u.outcomes:
        cells = table.add_row().cells
        cells[0].text = outcome
        w.number(cells[0].paragraphs[0], form, 0)
        cells[1].text = ts[0]
        w.number(cells[1].paragraphs[0], form, 1)
        for t in ts[1:]:
            w.number(cells[1].add_paragraph(t), form, 1)
    for label, value in (
        ("Additional information about the unit", ""),
        ("Unit purpose and aim(s)", "To help managers of volunteers."),
        ("Unit review date", "31/03/2027"),
        ("Unit reference", "M/602/7742"),
        ("Details of the relationship between the unit and relevant national occupational standards", "MV A1, A2, B3"),
        ("Equivalencies agreed for the unit", "None"),
        ("Name of the organisation submitting the unit", "ILM"),
        ("Availability for use", "Restricted"),
    ):
        cells = table.add_row().cells
        cells[0].text, cells[1].text = label, value
    yield _made(
        "volunteers.docx", "one table from title to availability; Word numbers in cells; further labels below", w, u
    )

    u, w = (
        told(
            "Prepare a sea-going kayak",
            """
            # Be able to check a kayak
            Inspect the hull, hatches, deck lines and skeg
            Test bulkheads for leaks
            Check that toggles, bungees and seat are secure
            Repair small holes with tape or gel
            # Be able to equip a kayak
            Pack so that weight is low and even
            Stow spare paddle, pump, flares and first aid kit within reach
            Fit a deck compass and set it true
            # Know about conditions
            Interpret a forecast and a tide table
            State the signs of hypothermia
            Explain how wind against tide affects the sea
            Describe how to raise help
            """,
            level="2",
            credit="2",
            glh="16",
        ),
        Word(),
    )
    w.line("Unit information sheet")
    w.line("Prepare a sea-going kayak", "Heading 1")
    w.line("LEVEL: 2")
    w.line("CREDIT VALUE: 2")
    w.line("GUIDED LEARNING HOURS: 16")
    bullets = w.numbered_list(("bullet", "–"))
    for outcome, ts in u.outcomes:
        w.line(outcome, "Heading 2")
        w.line("The learner can:")
        for t in ts:
            w.number(w.line(t), bullets)
    w.line("Kit list", "Heading 2")
    for item in ("buoyancy aid", "spray deck", "1.5 litres of water", "whistle"):
        w.number(w.line(item), bullets)
    yield _made("sea-kayak.docx", "no numbers: headings and dashes; a kit list in the same dashes below", w, u)


def _booklets() -> Iterator[Specimen]:
    units = (
        told(
            "Prepare a printing press",
            "# Be able to set up a press\nMount plates and blankets\nSet pressure between cylinders\nMix inks to a reference\n# Know press safety\nExplain the purpose of guards and emergency stops\nState who may override an interlock",
            reference="D/503/5874",
            number="1",
            level="2",
            credit="5",
            glh="35",
        ),
        told(
            "Run a printing press",
            "# Be able to print a run\nBring the press to colour within the waste allowance\nTake sheets for checking at set intervals\nMaintain register and density through the run\n# Be able to solve faults\nTrace the cause of set-off, scumming and hickeys\nKeep a log of faults and cures",
            reference="A/503/8684",
            number="2",
            level="2",
            credit="6",
            glh="45",
        ),
        told(
            "Finish printed sheets",
            "# Be able to fold and trim\nSet a folder for the imposition\nTrim to size within half a millimetre\n# Be able to bind\nStitch booklets so that wires are centred on the spine\nPack and label for dispatch\n# Know paper\nExplain how grain direction affects folding",
            reference="L/503/0475",
            number="3",
            level="2",
            credit="4",
            glh="30",
        ),
        told(
            "Care for a print workshop",
            "# Be able to store materials\nStore paper so that it stays flat and dry\nStore solvents in a fire-resisting cabinet\n# Be able to cut waste\nSort waste for recycling\nMeasure waste and suggest ways to lower it",
            reference="M/503/7628",
            number="4",
            level="1",
            credit="2",
            glh="15",
        ),
    )
    w = Word()
    w.document.sections[0].header.paragraphs[0].text = "Level 2 Diploma in Print Production"
    w.line("Level 2 Diploma in Print Production", "Title")
    w.line(
        "Unit booklet. Qualification number 610/7997/2. Total qualification time: 190 hours. Guided learning: 125 hours."
    )
    w.table(
        ("Unit", "Title", "Reference", "Level", "Credit", "GLH"),
        *(
            (x.number or "", x.title or "", x.reference or "", x.level or "", x.credit or "", x.glh or "")
            for x in units
        ),
    )
    w.line(
        "Rules of combination: 17 credits, all from these 4 units. Last registration: 31 December 2027. Last certification: 31 December 2029."
    )
    for unit in units:
        w.document.add_page_break()
        table = w.table(
            (f"Unit {unit.number}", unit.title or "", "", ""),
            ("Reference", unit.reference or "", "Level", unit.level or ""),
            ("Credit", unit.credit or "", "GLH", unit.glh or ""),
        )
        table.cell(0, 1).merge(table.cell(0, 3))
        w.line("")
        table = w.table(("Outcome", "No.", "Criterion", "Evidence"))
        for no, outcome, ac, t in rows(unit):
            cells = table.add_row().cells
            cells[0].text = f"{no} {outcome}" if no else ""
            cells[1].text, cells[2].text = ac, t
        w.line("Assessor's comments:")
    yield _made("print-booklet.docx", "a booklet of four units with a table of units first", w, *units)

    u, w = (
        told(
            "Serve at a wedding breakfast",
            """
            # Be able to lay up for a wedding
            Polish and lay cutlery, glasses and linen to the plan
            Place name cards and favours as the list shows
            Check chairs for stains and splinters
            # Be able to serve
            Serve the top table first unless told otherwise
            Pour for toasts before speeches begin
            Respond to guests with special diets
            Work to the signal of the head waiter
            # Be able to clear
            Clear courses together and without noise
            Keep the cake and gifts safe
            """,
            reference="H/503/2569",
            number="FB2.18",
            level="2",
            credit="3",
            glh="22",
            body="Highfield Qualifications",
        ),
        Word(),
    )
    w.line("Highfield Qualifications", "Heading 3")
    w.line(f"Unit FB2.18: {u.title}", "Heading 1")
    w.table(("Unit number:", "H/503/2569"), ("Credit:", "3"), ("GLH:", "22"), ("Level:", "2"))
    w.line("")
    table = w.table(("Learning Outcomes", "Assessment Criteria"), ("The learner will", "The learner can"))
    for o, (outcome, ts) in enumerate(u.outcomes, 1):
        for n, t in enumerate(ts, 1):
            cells = table.add_row().cells
            cells[0].text = f"{o}.\u00a0{outcome}" if n == 1 else ""
            cells[1].text = f"{o}.{n}\u00a0\u00a0{t}"
    w.line("Assessment guidance")
    w.line("The learner must be observed at 2 weddings.")
    yield _made("wedding.docx", "hard spaces after numbers; two heading rows; Ofqual reference under unit number", w, u)
