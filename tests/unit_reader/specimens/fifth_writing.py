"""The rest of the fifth set's Word documents: flowing text, Word's own numbers, a handbook."""
# ruff: noqa: E501  the documents' own lines are long

from collections.abc import Iterator

from tests.unit_reader.specimens.telling import lowered, rows, told
from tests.unit_reader.specimens.truth import Specimen, Unit
from tests.unit_reader.specimens.word_forms import Word


def _made(name: str, shape: str, word: Word, *units: Unit) -> Specimen:
    return Specimen(name=name, data=word.save(), units=units, shape=shape)


def fifth_writing() -> Iterator[Specimen]:
    yield from _flowing()
    yield from _handbooks()


def _flowing() -> Iterator[Specimen]:
    u, w = (
        told(
            "Carry out pest control in food premises",
            """
            # Be able to survey food premises for pests
            Inspect premises inside and out for signs of pests
            Identify the pest from droppings, damage, tracks and sightings
            Judge the extent of an infestation
            Write a report for the client that sets out what was found, where it was found, how serious it is, and what will be done about it and by whom
            # Be able to treat premises
            Choose a treatment which suits the pest, the premises and the people who use them
            Protect food, surfaces, pets and people
            Apply the treatment as its label directs
            Record the product, the dose and the places treated
            Return to check that the treatment has worked
            # Understand prevention
            Explain how to proof a building against:
            - rodents
            - flying insects
            - birds
            Advise occupiers on storage, waste and cleaning
            """,
            reference="L/618/0600",
            number="PC 204",
            level="2",
            credit="5",
            glh="38",
        ),
        Word(),
    )
    w.line("Unit PC 204", "Heading 1")
    w.line(u.title or "", "Heading 1")
    w.line("Unit reference:\tL/618/0600")
    w.line("Level:\t2")
    w.line("Credit value:\t5")
    w.line("GLH:\t38")
    w.line("Unit overview", "Heading 2")
    w.line("Technicians learn to find, treat and keep out pests. Pests are dealt with under 3 headings.")
    for o, (outcome, ts) in enumerate(u.outcomes, 1):
        w.line(f"Learning outcome {o} – {outcome}", "Heading 2")
        w.line("The learner can:")
        for n, t in enumerate(ts, 1):
            w.line(f"{o}.{n}\t{t}")
            for point in u.points.get(f"{o}.{n}", ()):
                w.line(point, "List Bullet")
        w.line("Delivery advice", "Heading 3")
        w.line(f"It would help learners to visit {o + 1} premises. In 1.1 and 1.2, torches and mirrors should be used.")
    w.line("Suggested reading", "Heading 2")
    w.line("1. Field guides to insects")
    w.line("2. The association's code of practice")
    yield _made("pest-control.docx", "headings and tabs with delivery advice below each outcome", w, u)

    u, w = (
        told(
            "Contribute to a running repair on a railway vehicle",
            """
            # be able to prepare for a running repair
            obtain the job card and confirm the vehicle and the fault
            follow isolation and protection procedures before work begins
            collect parts and tooling and confirm they are fit for use
            agree with the shift leader how long the vehicle can be held
            # be able to carry out a running repair
            remove covers and panels without damage
            replace the faulty part in the sequence that the instruction gives
            restore services and test the function
            deal with faults that come to light during the work, within own authority
            # know how to complete a running repair
            state the records that must be made for:
            - safety-critical parts
            - parts with a serial number
            describe how to return the vehicle to service
            """,
            reference="F/600/4322",
            number="RV2-11",
            level="2",
            credit="7",
            glh="52",
            body="EAL",
        ),
        Word(),
    )
    w.table(
        ("EAL", "RV2-11", u.title or ""),
        ("Level: 2", "Credit value: 7", "GLH: 52"),
        ("Unit reference: F/600/4322", "", ""),
    )
    w.line("This unit is mandatory in the Level 2 Diploma in Rail Engineering.")
    numbers = w.numbered_list(("decimal", "%1."), ("decimal", "%1.%2"), ("lowerLetter", "%3."))
    for o, (outcome, ts) in enumerate(u.outcomes, 1):
        w.number(w.line(outcome), numbers, 0)
        for n, t in enumerate(ts, 1):
            w.number(w.line(t), numbers, 1)
            for point in u.points.get(f"{o}.{n}", ()):
                w.number(w.line(point), numbers, 2)
    w.line("Evidence must be from real work over at least 2 shifts.")
    yield _made("running-repair.docx", "labels and values in the same cells; Word numbering on three levels", w, u)


def _handbooks() -> Iterator[Specimen]:
    units = (
        told(
            "Understand how to plan an event",
            """
            # Understand the purpose of events
            Explain why organisations hold events
            Describe three types of event
            # Know how to plan
            Describe how a budget is drawn up
            Explain how to choose a venue
            Describe how a plan B is made for bad weather
            """,
            reference="R/601/1081",
            number="301",
            level="3",
            credit="4",
            glh="30",
        ),
        told(
            "Work with event suppliers",
            """
            # Understand contracts with suppliers
            Explain the parts of a contract
            # Be able to select suppliers
            Obtain three quotations on like terms
            Weigh cost against quality and record the reasons for the choice
            # Be able to manage suppliers on site
            Brief suppliers on access, timings and safety
            Sign off work only when it has been checked
            """,
            reference="L/601/5078",
            number="302",
            level="3",
            credit="5",
            glh="35",
        ),
        told(
            "Close down an event",
            """
            # Be able to close an event
            Clear the site in the agreed order
            Return hired items clean and counted
            # Be able to evaluate an event
            Collect views from visitors, staff and suppliers
            Report on income and spending against the budget
            """,
            reference="A/601/5822",
            number="303",
            level="2",
            credit="3",
            glh="20",
        ),
    )
    w = Word()
    w.line("Level 3 Certificate in Events", "Title")
    w.line("Qualification handbook for centres")
    w.table(
        ("Subject area", "Events"),
        ("Qualification number", "610/4830/6"),
        ("GLH", "85"),
        ("TQT", "120"),
        ("Level", "3"),
    )
    w.line("Contents")
    for k, unit in enumerate(units):
        w.line(f"Unit {unit.number}\t{unit.title}\t{12 + 3 * k}")
    w.line("1 Introduction", "Heading 1")
    w.line("1.1 Structure", "Heading 2")
    w.table(
        ("UAN", "Unit", "Unit title", "Credit value"),
        *((x.reference or "", x.number or "", x.title or "", x.credit or "") for x in units),
    )
    w.line("1.2 Entry requirements", "Heading 2")
    w.line("There are none.")
    form = w.numbered_list(("decimal", "%1"), ("decimal", "%1.%2"))
    for k, unit in enumerate(units):
        w.document.add_page_break()
        w.line(f"Unit {unit.number}\t{unit.title}", "Heading 1")
        w.table(
            ("UAN:", unit.reference or ""),
            ("Level:", unit.level or ""),
            ("Credit value:", unit.credit or ""),
            ("GLH:", unit.glh or ""),
            ("Aim:", "To prepare learners for work at events."),
        )
        own = form if k == 0 else w.restarted(form)
        for outcome, ts in unit.outcomes:
            w.line("Learning outcome")
            w.line("The learner will:")
            w.number(w.line(outcome[0].lower() + outcome[1:]), own, 0)
            w.line("Assessment criteria")
            w.line("The learner can:")
            for t in ts:
                w.number(w.line(t), own, 1)
        w.line("Supporting information", "Heading 2")
        w.line("Learners should have access to a venue.")
    yield _made(
        "events-handbook.docx",
        "a handbook of three units with a structure table and Word numbering that restarts",
        w,
        *(lowered(x) for x in units),
    )

    u, w = (
        told(
            "Handle and restrain small mammals",
            """
            # Know how to approach small mammals
            Describe how rabbits, guinea pigs and rats show fear
            State why sudden noise should be avoided
            # Be able to handle small mammals
            Wash and dry hands before handling
            Lift and hold an animal so that its weight is supported
            Return the animal to its housing calmly
            # Be able to restrain small mammals
            Restrain an animal for a health check
            Stop when an animal shows signs of distress
            Use a towel where an animal may scratch or bite
            """,
            level="1",
            credit="2",
        ),
        Word(),
    )
    w.line(u.title or "", "Title")
    table = w.table(("Level", "Credit"), ("1", "2"))
    w.line("")
    table = w.table(("Ref", "Learning outcome / Assessment criterion", "Met?", "How was it met?", "Initials"))
    for number, outcome, ac, t in rows(u):
        if number:
            cells = table.add_row().cells
            cells[0].text, cells[1].text = f"LO{number}", outcome
        cells = table.add_row().cells
        cells[0].text, cells[1].text, cells[2].text = ac, t, "Y / N"
    yield _made("small-mammals.docx", "outcomes and criteria in one column with a reference column", w, u)
