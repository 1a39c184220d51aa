"""Qualification handbooks of several units: what stands before, between and after the units is not a unit."""
# ruff: noqa: E501  the documents' own lines are long

from collections.abc import Iterator

from tests.unit_reader.specimens import seventh_book_units as b
from tests.unit_reader.specimens.seventh_paper import GREEN, Paper
from tests.unit_reader.specimens.truth import Specimen, Unit
from tests.unit_reader.specimens.word_forms import Word


def seventh_books() -> Iterator[Specimen]:
    yield _glasshouse()
    yield _care()
    yield _marketing()


def _glasshouse() -> Specimen:
    units = (b.PLANT, b.IRRIGATE, b.PESTS)
    p = Paper(
        header="Level 2 Certificate in Glasshouse Production", footer="© Lowland Awards 2023  Version 1.2", shade=GREEN
    )
    p.title("Lowland Awards Level 2 Certificate in Glasshouse Production", points=20)
    p.text("Qualification handbook", "Qualification number: 600/7564/8", "First registration: 1 September 2023")
    p.turn()
    p.heading("Contents")
    for line, page in (("1 About this qualification", 3), ("2 Assessment", 3), ("3 Units", 4)):
        p.text(f"{line} {'.' * 60} {page}")
    for page, u in enumerate(units, 4):
        p.text(f"Unit {u.number} {u.title} {'.' * 20} {page}")
    p.turn()
    p.heading("1 About this qualification")
    p.text(
        "1.1 This qualification is for people who work in commercial glasshouses.",
        "1.2 Learners must be at least 16 years of age. No earlier qualification is required.",
        "1.3 Learners may progress to the Level 3 Diploma in Protected Cropping (603/2753/4).",
    )
    p.box(
        ("Level", "2"),
        ("Guided learning hours (GLH)", "76"),
        ("Total qualification time (TQT)", "100"),
        ("Credit", "10"),
    )
    p.text("To achieve the qualification learners must complete all 3 units:")
    p.table(
        [("Unit", "Reference", "Title", "Level", "Credit", "GLH")]
        + [
            (u.number or "", u.reference or "", u.title or "", u.level or "", u.credit or "", u.glh or "")
            for u in units
        ],
        (1.5, 2.2, 5, 1.1, 1.2, 1),
    )
    p.heading("2 Assessment")
    p.text(
        "2.1 Each unit is assessed by a portfolio of evidence.",
        "2.2 Assessors must hold, or be working towards, a recognised qualification for assessors.",
        "2.3 Appeals are made in writing within 20 working days.",
    )
    for u in units:
        p.turn()
        p.title(f"{u.number} {u.title}", points=14)
        p.wide_box(
            ("Unit number", u.number or "", "Level", u.level or ""),
            ("Unit reference", u.reference or "", "Credit", u.credit or ""),
            ("Type", "Mandatory", "GLH", u.glh or ""),
        )
        p.heading("Aim of the unit")
        p.text(f"This unit is about how to {(u.title or '').lower()} on a nursery that sells to the trade.")
        p.outcomes_beside(u, ("Learning outcomes\nThe learner will:", "Assessment criteria\nThe learner can:"))
        p.heading("Guidance for assessors")
        p.text("Evidence must come from at least 2 species grown in 1 season.")
    p.turn()
    p.heading("Appendix A: Glossary of command verbs")
    p.table(
        [("Verb", "Meaning"), ("Describe", "Give a detailed account"), ("State", "Give the main points briefly")],
        (2, 8),
    )
    return Specimen(
        "glasshouse-handbook.pdf", p.save(), units, "cover, contents, numbered front matter, three units, glossary"
    )


def _care() -> Specimen:
    units = (b.INDUCT, b.MOVING)
    w = Word()
    w.document.sections[0].header.paragraphs[0].text = "Mersey Care Awards Level 2 Award for Support Workers"
    w.document.sections[0].footer.paragraphs[0].text = "© Mersey Care Awards 2024"
    w.line("Level 2 Award for Support Workers", "Title")
    w.line("Qualification specification")
    w.table(("Qualification number", "610/5685/6"), ("TQT", "60"), ("GLH", "41"), ("Credits", "6"))
    w.line("Introduction", "Heading 1")
    w.line(
        "This award is for people who are new to support work. It has two mandatory units and may be completed in 3 months."
    )
    w.line("Structure", "Heading 1")
    w.table(
        ("Unit no.", "Unit title", "Unit reference", "Level", "Credit"),
        *((u.number or "", u.title or "", u.reference or "", u.level or "", u.credit or "") for u in units),
    )
    w.line("Recognition of prior learning", "Heading 1")
    w.line("Centres may recognise learning that is no more than 2 years old.")
    for u in units:
        w.document.add_page_break()
        w.line(f"{u.number}: {u.title}", "Heading 1")
        box = w.table(
            ("Unit reference", u.reference or "", "Level", u.level or ""),
            ("Credit value", u.credit or "", "GLH", u.glh or ""),
        )
        box.style = "Table Grid"
        w.line("Unit summary", "Heading 2")
        w.line("This unit prepares learners for work under supervision.")
        table = w.table(("Learning outcomes\nThe learner will:", "Assessment criteria\nThe learner can:"))
        table.style = "Table Grid"
        for o, (outcome, texts) in enumerate(u.outcomes, 1):
            cells = table.add_row().cells
            cells[0].text = f"{o}. {outcome}"
            cells[1].text = f"{o}.1 {texts[0]}"
            for n, x in enumerate(texts[1:], 2):
                cells[1].add_paragraph(f"{o}.{n} {x}")
        w.line("Assessment", "Heading 2")
        w.line("All outcomes that begin with \u2018Be able to\u2019 are assessed at work.")
    w.line("Document history", "Heading 1")
    w.table(("Version", "Change"), ("1.0", "First issue"), ("1.1", "Section 2 corrected"))
    return Specimen(
        "support-worker-specification.docx", w.save(), units, "two units behind the qualification's own numbers"
    )


def _marketing() -> Specimen:
    units = (b.MARKET, b.DIGITAL, b.BRAND, b.SALES)
    p = Paper(
        footer="Wessex Business Awards   Level 3 Diploma in Marketing and Sales   603/2119/2",
        font="Times-Roman",
        points=11,
    )
    p.title("Level 3 Diploma in Marketing and Sales")
    p.text("Syllabus for centres and learners", "Total qualification time: 200 hours. Guided learning hours: 151.")
    p.heading("Rules of combination")
    p.text("Learners must achieve 20 credits: all of group A and at least 10 credits from group B.")
    p.table(
        [("Group A", "", "", ""), ("1", "Principles of marketing", "M/600/5627", "5 credits")]
        + [("Group B", "", "", "")]
        + [(u.number or "", u.title or "", u.reference or "", f"{u.credit} credits") for u in units[1:]],
        (1.6, 5, 2.4, 2),
        spans=(((0, 0), (3, 0)), ((0, 2), (3, 2))),
    )
    for u in units:
        p.turn()
        p.title(f"Unit {u.number}: {u.title}", points=15)
        p.box(
            ("Unit reference number", u.reference or ""),
            ("Level", u.level or ""),
            ("Credit", u.credit or ""),
            ("Guided learning hours", u.glh or ""),
            ("Total unit time", u.tqt or ""),
        )
        p.heading("Aim")
        p.text("The aim of this unit is to prepare learners for a role in a department of 2 to 10 people.")
        p.outcomes_above(u, "LO{}. {}")
        p.heading("Suggested reading")
        p.text("Centres will find a list of 12 titles on the website.")
        p.heading("Assessment")
        p.text(f"One assignment of 2,000 words that meets every criterion of unit {u.number}.")
    return Specimen(
        "marketing-diploma-syllabus.pdf", p.save(), units, "four units with their times below the qualification's"
    )


def refusals() -> Iterator[Specimen]:
    """Papers that lie in the same folder and hold no unit."""
    none: tuple[Unit, ...] = ()
    p = Paper(header="Riverside Training Ltd", footer="Policy owner: Quality Manager   Review date: 31/08/2025")
    p.title("Appeals and complaints policy")
    for o, (head, clauses) in enumerate(
        (
            (
                "Purpose",
                (
                    "This policy sets out how a learner may appeal against an assessment decision.",
                    "It applies to all learners and to all staff.",
                ),
            ),
            (
                "Stages of an appeal",
                (
                    "The learner speaks to the assessor within 5 working days of the decision.",
                    "The internal quality assurer reviews the evidence and replies in writing within 10 working days.",
                    "The centre manager convenes a panel of three.",
                ),
            ),
            (
                "Records",
                (
                    "Records of appeals are kept for 3 years.",
                    "The awarding organisation may ask to see them at any time.",
                ),
            ),
        ),
        1,
    ):
        p.heading(f"{o}. {head}")
        p.text(*(f"{o}.{n} {c}" for n, c in enumerate(clauses, 1)))
    yield Specimen("appeals-policy.pdf", p.save(), none, "a policy whose clauses are numbered as criteria are")
    w = Word()
    w.line("Visit plan: autumn term", "Title")
    table = w.table(("Date", "Learner", "Employer", "Unit", "Activity"))
    table.style = "Table Grid"
    for row in (
        ("3 October", "J. Doyle", "Fernhill Lodge", "NW 3120", "Observation, 10.30 to 12.00"),
        ("9 October", "P. Achebe", "Fernhill Lodge", "HC 47B", "Professional discussion"),
        ("16 October", "M. Larsen", "Acorn House", "NW 3120", "Review of progress"),
    ):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    w.line("Mileage is claimed at 45p a mile. Bring evidence sheets 1.1 to 3.4 to each visit.")
    yield Specimen("visit-plan-autumn.docx", w.save(), none, "a plan of visits that names units and criteria")
