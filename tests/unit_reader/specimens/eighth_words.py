"""Units of the eighth set in Word files: tables, merged cells, lists that only Word numbers, forms to fill in."""

from collections.abc import Iterator
from typing import Any

from tests.unit_reader.specimens import eighth_large_units as large
from tests.unit_reader.specimens import eighth_more as m
from tests.unit_reader.specimens import eighth_people as e
from tests.unit_reader.specimens import eighth_service as v
from tests.unit_reader.specimens import eighth_trades as t
from tests.unit_reader.specimens.eighth_last import WINCH
from tests.unit_reader.specimens.truth import Specimen, Unit
from tests.unit_reader.specimens.word_forms import Word


def _gridded(w: Word, *rows: tuple[str, ...]) -> Any:
    table = w.table(*rows)
    table.style = "Table Grid"
    return table


def _row(table: Any, *texts: str) -> Any:
    cells = table.add_row().cells
    for cell, text in zip(cells, texts, strict=False):
        cell.text = text
    return cells


def _across(table: Any, text: str) -> None:
    """A row of one cell over the whole width."""
    cells = table.add_row().cells
    cells[0].merge(cells[-1]).text = text


def _made(name: str, shape: str, w: Word, *units: Unit) -> Specimen:
    return Specimen(name=name, data=w.save(), units=units, shape=shape)


def eighth_words() -> Iterator[Specimen]:
    yield from _plain()
    yield from _lists()
    yield from _odd()
    yield _seam()


def _plain() -> Iterator[Specimen]:
    u, w = e.VOLUNTEER, Word()
    w.document.sections[0].header.paragraphs[0].text = "Commonweal Awards Level 3 Certificate in Volunteer Management"
    w.document.sections[0].footer.paragraphs[0].text = "VM 301 v1.0\tPage 1"
    w.line(f"VM 301: {u.title}", "Heading 1")
    _gridded(
        w,
        ("Unit reference number", "R/651/7686"),
        ("Level", "3"),
        ("Credit", "3"),
        ("Guided learning hours", "18"),
        ("Assessment", "Portfolio, or an assignment of 1,500 words"),
    )
    w.line("Unit aim(s)", "Heading 2")
    w.line("To enable learners to bring volunteers into an organisation and keep them there.")
    table = _gridded(w, ("Learning outcomes", "Assessment criteria"), ("The learner will:", "The learner can:"))
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        cells = _row(table, f"{o}. {outcome}", f"{o}.1 {texts[0]}")
        for n, x in enumerate(texts[1:], 2):
            cells[1].add_paragraph(f"{o}.{n} {x}")
    w.line("Teaching and learning", "Heading 2")
    w.line("Visits to 2 organisations would be of use.")
    w.line("Suggested reading", "Heading 2")
    w.line("A manual for volunteer managers, 4th edition, chapters 1.1 and 1.2", "List Bullet")
    yield _made("volunteer-induction.docx", "a row to each outcome; typed numbers; reading list", w, u)

    u, w = m.COURIER, Word()
    w.line("Evidence log", "Title")
    _gridded(
        w,
        ("Unit title", u.title or ""),
        ("Unit ref", "M/511/5549"),
        ("SF unit code", "LGX21"),
        ("Level", "2"),
        ("Credit", "3"),
        ("GLH", "17"),
    )
    w.line("Candidate:                                   Employer:")
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        table = _gridded(w, ("", "Assessment criteria", "Evidence", "Assessor", "IQA"))
        _across(table, f"Learning outcome {o}: {outcome}")
        for n, x in enumerate(texts, 1):
            _row(table, f"{o}.{n}", x)
        w.line("")
    _gridded(
        w,
        ("Candidate signature", "", "Date", ""),
        ("Assessor signature", "", "Date", ""),
        ("IQA signature", "", "Date", ""),
    )
    w.document.sections[0].footer.paragraphs[0].text = "© Skilful First 2020. Level 2 Award in Parcel Delivery"
    yield _made("parcel-courier-log.docx", "table to each outcome, its row below the heads; signatures", w, u)

    u, w = v.DOORS, Word()
    w.document.sections[0].header.paragraphs[0].text = "Beacon Justice Awards"
    table = _gridded(w, ("Unit title", u.title or "", "", ""))
    table.cell(0, 1).merge(table.cell(0, 3))
    _row(table, "Unit no.", "SEC 2/4", "Level", "2")
    _row(table, "Unit reference", "D/502/6012", "Credit value", "2")
    _row(table, "Sector", "Security", "GLH", "18")
    _across(
        table, "Purpose of the unit: to prepare door supervisors to control entry, within the law and with good humour."
    )
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        cells = table.add_row().cells
        cells[0].text = f"Learning outcome {o}"
        cells[1].merge(cells[3]).text = outcome
        _across(table, "Assessment criteria. The learner can:")
        for n, x in enumerate(texts, 1):
            cells = table.add_row().cells
            cells[0].text = f"{o}.{n}"
            cells[1].merge(cells[3]).text = x
    _across(table, "Assessment guidance: role play is acceptable for 3.1. Conduct of searches is by the same sex.")
    yield _made("door-entry-one-table.docx", "facts, outcomes, criteria and notes in one table of merged cells", w, u)

    u, w = v.FISHMONGER, Word()
    w.line("Provender Awards", "Subtitle")
    w.line(u.title or "", "Heading 1")
    w.line("Unit number: FM-06\tReference: R/617/1316\nLevel: 2\tCredit: 5\tGLH: 34")
    w.line("Overview", "Heading 2")
    w.line("This unit covers at least 8 species: 4 round, 2 flat and 2 shellfish.")
    w.line("What you must do and know", "Heading 2")
    table = _gridded(w, ("Learning outcomes", "No.", "Assessment criteria", "How to assess"))
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        start = len(table.rows)
        for n, x in enumerate(texts, 1):
            _row(table, "", f"{o}.{n}", x, "Questions" if o == 3 else "Observation")
        table.cell(start, 0).merge(table.cell(len(table.rows) - 1, 0)).text = f"{o}. {outcome}"
    w.line("Definitions", "Heading 2")
    w.line("Ready-to-eat: smoked fish, cooked prawns, dressed crab")
    yield _made("fishmonger-unit.docx", "merged outcomes; a method beside each criterion; facts with tabs", w, u)


def _lists() -> Iterator[Specimen]:
    u, w = v.SPREADSHEET, Word()
    w.document.sections[0].footer.paragraphs[
        0
    ].text = "© Gatehouse Qualifications   ITU 27   Level 1 Award for IT Users"
    w.line(u.title or "", "Heading 1")
    _gridded(
        w,
        ("Unit number:", "ITU 27"),
        ("Ofqual ref no:", "T/614/5727"),
        ("Level:", "1"),
        ("Credit value:", "3"),
        ("GLH:", "20"),
    )
    w.line("This unit is one of 12 that make up the award.")
    numbers = w.numbered_list(("decimal", "%1"), ("decimal", "%1.%2"))
    table = _gridded(w, ("The learner will:", "The learner can:"))
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        cells = _row(table, outcome)
        w.number(cells[0].paragraphs[0], numbers, 0)
        for n, x in enumerate(texts, 1):
            paragraph = cells[1].paragraphs[0] if n == 1 else cells[1].add_paragraph()
            paragraph.text = x
            w.number(paragraph, numbers, 1)
            for point in u.points.get(f"{o}.{n}", ()):
                cells[1].add_paragraph(point, style="List Bullet")
    w.line("Guidance: a sheet of about 3 columns and 20 rows is enough at this level.")
    yield _made("spreadsheets-user.docx", "numbers of Word's own in cells; bullets as sub-points", w, u)

    u, w = v.LEAD, Word()
    w.line(f"{u.number} {u.title}", "Title")
    for line in ("Level: 4", "Credit value: 6", "Guided learning hours: 32", "Unit reference: H/605/6445"):
        w.line(line)
    w.line("Purpose", "Heading 2")
    w.line("The unit prepares team leaders to guide up to 10 people through one change at work.")
    numbers = w.numbered_list(("decimal", "LO%1"), ("decimal", "AC%1.%2"))
    for outcome, texts in u.outcomes:
        w.number(w.line(outcome, "Heading 3"), numbers, 0)
        for x in texts:
            w.number(w.line(x), numbers, 1)
    w.line("Assessment task", "Heading 2")
    task = w.numbered_list(("decimal", "%1."))
    for x in ("Write a report of 2,000 words.", "Present it to your manager.", "Attach a witness testimony."):
        w.number(w.line(x), task)
    w.document.sections[0].footer.paragraphs[0].text = "Copyright © Atheling Awards 2021"
    yield _made("lead-change.docx", "LO1 and AC1.1 made by Word; a numbered task after them", w, u)

    u, w = m.BEES, Word()
    w.document.sections[0].header.paragraphs[0].text = "Fieldfare Land Skills"
    w.line("APL 2", "Heading 2")
    w.line(u.title or "", "Heading 1")
    _gridded(
        w, ("Level", "2", "Credit", "4", "GLH", "30"), ("Ofqual", "T/619/4507", "Status", "Optional", "Type", "Skills")
    )
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        w.line(f"Learning outcome {o}: {outcome}", "Heading 3")
        w.line("Assessment criteria:")
        for x in texts:
            w.line(x, "List Bullet")
    w.line("Equipment", "Heading 3")
    w.line("hive tool, smoker, suit and gloves; 5 frames or more")
    yield _made("bee-keeping.docx", "criteria are bullets without numbers", w, u)

    u, w = t.ALPACA, Word()
    w.line("Unit LAC 41", "Heading 2")
    w.line(u.title or "", "Heading 1")
    w.line("Level 2 | Credit value 4 | GLH 30 | Unit reference D/608/8696")
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        w.line(f"{o}. {outcome}", "Heading 3")
        own = w.numbered_list(("lowerLetter", "%1)"))
        for x in texts:
            w.number(w.line(x), own)
    w.line("Glossary", "Heading 3")
    w.line("cria: a young camelid; condition score: 1 to 5")
    w.document.sections[0].footer.paragraphs[0].text = "Awarding organisation: Fieldfare Land Skills"
    yield _made("alpaca-care.docx", "letters of Word's own begin again under each outcome", w, u)


def _odd() -> Iterator[Specimen]:
    u, w = t.SCAFFOLD, Word()
    w.document.sections[0].header.paragraphs[0].text = "SkillBuild Trust"
    w.line(f"{u.number}  {u.title}", "Heading 1")
    _gridded(w, ("URN: T/601/5236", "Level: 2", "Credit: 20", "GLH: 67"))
    for roman, (outcome, texts) in zip(("I", "II", "III"), u.outcomes, strict=True):
        w.line(f"{roman}. {outcome}", "Heading 2")
        for mark, x in zip(("i", "ii", "iii", "iv"), texts, strict=False):
            w.line(f"({mark}) {x}")
    w.line("Evidence: work to at least three lifts.")
    yield _made("scaffold-roman.docx", "Roman numbers for outcomes and criteria", w, u)

    u, w = e.INTERPRET, Word()
    w.document.sections[0].footer.paragraphs[0].text = "© Commonweal Awards"
    w.line(u.title or "", "Heading 1")
    _gridded(w, ("Unit ref: H/657/2546", "Unit no: AG 17"), ("Level: 3", "Credit / GLH: 2 / 14"))
    table = _gridded(w, ("Criteria", "Evidence", "Met"))
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        _across(table, f"LO{o}: {outcome}")
        for n, x in enumerate(texts, 1):
            _row(table, f"LO{o} AC{n} {x}")
    w.line("Comments:")
    yield _made("interpreters-lo-ac.docx", "numbers such as LO1 AC1; two facts behind one label", w, u)

    u, w = v.STOCKTAKE, Word()
    w.line("Aldgate Retail Board", "Subtitle")
    w.line(f"RS 19: {u.title}", "Heading 1")
    w.line("Reference J/517/6048 - Level 2 - 3 credits - 19 GLH")
    table = _gridded(w, ("Ref", "Assessment criteria", "Portfolio page"))
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        _row(table, str(o), outcome)
        for n, x in enumerate(texts, 1):
            _row(table, f"{o}/{n}", x)
    w.line("Signed: ...................   Date: ...../...../.....")
    yield _made("stocktake-slashes.docx", "numbers such as 1/1; values before their words", w, u)

    u, w = WINCH, Word()
    w.document.sections[0].header.paragraphs[0].text = "Fieldfare Land Skills   FM 3.06"
    w.line(u.title or "", "Heading 1")
    w.line("Unit code: FM 3.06\tLevel: 3\tCredits: 6\tGLH: 40\tURN: F/618/4918")
    table = _gridded(w, ("Learning outcome", "Skills: the learner can", "Knowledge: the learner can"))
    for (o, (outcome, texts)), skills in zip(enumerate(u.outcomes, 1), (3, 3, 2), strict=True):
        marked = [f"{o}.{n} {x}" for n, x in enumerate(texts, 1)]
        _row(table, f"{o} {outcome}", "\n".join(marked[:skills]), "\n".join(marked[skills:]))
    w.line("A second person must be on site throughout.")
    yield _made("forest-winch.docx", "skills and knowledge in columns beside each other", w, u)


def _seam() -> Specimen:
    u, w = large.SEAM, Word()
    w.document.sections[0].header.paragraphs[0].text = "Selvedge Skills\tUnit specification"
    w.document.sections[0].footer.paragraphs[0].text = "GM204 / issue 5 / November 2022"
    w.line(u.title or "", "Title")
    box = _gridded(w, ("Unit code:", "GM204", "Ofqual unit ref:", "A/613/4650"), ("Level:", "2", "Credit value:", "9"))
    _row(box, "GLH:", "70", "TUT:", "90")
    w.line("Who this unit is for", "Heading 2")
    w.line("Operators who sew on a line. Sample machinists should take GM305 (M/602/4761) in its place.")
    notes = (
        "The assessor sees at least 2 types of machine. A written test of safety does not replace 1.3.",
        "All four seams are to be seen. Samples are kept for the internal quality assurer.",
        "A garment of no fewer than 8 operations.",
        "Figures of output come from the line, and are signed by the supervisor.",
        "Oral questions are preferred.",
    )
    table = _gridded(w, ("No.", "Assessment criteria"))
    for (o, (outcome, texts)), note in zip(enumerate(u.outcomes, 1), notes, strict=True):
        _across(table, f"{o}. {outcome}")
        for n, x in enumerate(texts, 1):
            _row(table, f"{o}.{n}", x)
        _across(table, f"Guidance: {note}")
    w.line("Health and safety", "Heading 2")
    w.line("Tie back hair. Switch off before the needle is changed.", "List Bullet")
    return _made("garment-assembly.docx", "outcomes and guidance in rows across one long table", w, u)
