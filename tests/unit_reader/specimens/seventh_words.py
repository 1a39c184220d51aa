"""Units in Word files: tables, numbers typed and numbers that only Word knows, signature boxes and notes."""
# ruff: noqa: E501  the documents' own lines are long

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from docx.enum.section import WD_ORIENT

from tests.unit_reader.specimens import seventh_people as s
from tests.unit_reader.specimens.seventh_office import COACH
from tests.unit_reader.specimens.truth import Specimen, Unit
from tests.unit_reader.specimens.word_forms import Word


def _gridded(w: Word, *rows: tuple[str, ...]) -> Any:
    table = w.table(*rows)
    table.style = "Table Grid"
    return table


def _filled(table: Any, *texts: str) -> Any:
    cells = table.add_row().cells
    for cell, text in zip(cells, texts, strict=False):
        cell.text = text
    return cells


def seventh_words() -> Iterator[Specimen]:
    def made(name: str, shape: str, w: Word, *units: Unit) -> Specimen:
        return Specimen(name=name, data=w.save(), units=units, shape=shape)

    u, w = s.TENANCY, Word()
    w.document.sections[0].footer.paragraphs[0].text = "Chartwell Housing Awards | HOU 07 | v1.1 | Page 1 of 2"
    w.line(u.title or "", "Heading 1")
    _gridded(
        w,
        ("Unit code", "HOU 07"),
        ("Unit reference number", "Y/502/9264"),
        ("Level", "3"),
        ("Credit value", "5"),
        ("Guided learning hours (GLH)", "35"),
    )
    w.line("Unit aim", "Heading 2")
    w.line("This unit aims to develop the knowledge and skills of housing officers who let homes for social landlords.")
    table = _gridded(w, ("Learning outcomes\nThe learner will:", "Assessment criteria\nThe learner can:"))
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        cells = _filled(table, f"{o}. {outcome}", f"{o}.1 {texts[0]}")
        for n, x in enumerate(texts[1:], 2):
            cells[1].add_paragraph(f"{o}.{n} {x}")
    w.line("Assessment requirements", "Heading 2")
    w.line("Evidence of at least 2 lettings is needed. Observation is the preferred method for outcome 2.")
    w.line("Relationship to occupational standards", "Heading 2")
    w.line("AH 307, AH 312", "List Bullet")
    w.line("Links to other units", "Heading 2")
    _gridded(
        w,
        ("Unit", "Title", "Reference"),
        ("HOU 08", "Support tenants in arrears", "L/616/1271"),
        ("HOU 11", "Manage empty homes", "K/618/9143"),
    )
    w.line("Resources", "Heading 2")
    w.line("Centres should provide the agreement and policies of 2 landlords of different kinds.")
    yield made("housing-tenancy-unit.docx", "typed numbers; a row to each outcome", w, u)

    u, w = s.PICKING, Word()
    w.document.sections[0].header.paragraphs[0].text = "Skills for Storage Level 2 Diploma in Warehousing"
    box = _gridded(
        w,
        ("Title:", u.title or "", "", ""),
        ("Unit no:", "WS12", "Level:", "2"),
        ("Ofqual ref:", "K/503/3657", "Credit:", "3"),
        ("GLH:", "20", "TUT:", "30"),
    )
    box.cell(0, 1).merge(box.cell(0, 3))
    w.line("Unit overview", "Heading 2")
    w.line("This unit is for those who pick goods by hand or with equipment. It covers single orders and batches.")
    numbers = w.numbered_list(("decimal", "%1."), ("decimal", "%1.%2"))
    table = _gridded(w, ("Learning outcomes", "Assessment criteria", "Guidance"))
    _filled(table, "The learner will:", "The learner can:", "")
    notes = (
        "Devices: scanner, voice, paper",
        "Damage: wet, crushed, torn, leaking",
        "Documents: note, label, manifest",
    )
    for (outcome, texts), note in zip(u.outcomes, notes, strict=True):
        cells = _filled(table, outcome, texts[0], note)
        w.number(cells[0].paragraphs[0], numbers, 0)
        w.number(cells[1].paragraphs[0], numbers, 1)
        for x in texts[1:]:
            w.number(cells[1].add_paragraph(x), numbers, 1)
    w.line("Evidence requirements", "Heading 2")
    w.line("All criteria must be met on 2 occasions.")
    yield made("pick-goods.docx", "numbering by Word in cells of three columns", w, replace(u, tqt="30"))

    u, w = s.DISPENSING, Word()
    w.line(u.title or "", "Title")
    _gridded(
        w,
        ("Unit code:", "PHARM 08"),
        ("Unit reference number:", "R/616/9551"),
        ("QCF level:", "3"),
        ("Credit value:", "10"),
        ("Guided learning hours:", "63"),
    )
    w.line("Unit summary", "Heading 2")
    w.line("In this unit you will assemble medicines for individual patients under the supervision of a pharmacist.")
    w.line("Assessment outcomes and criteria", "Heading 2")
    table = _gridded(
        w, ("Learning outcomes", "", "Assessment criteria", "", "Evidence type", "Portfolio reference", "Date")
    )
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        start = len(table.rows)
        for n, x in enumerate(texts, 1):
            _filled(table, "", "", f"{o}.{n}", x)
        for c, text in ((0, str(o)), (1, outcome)):
            table.cell(start, c).merge(table.cell(len(table.rows) - 1, c)).text = text
    _gridded(
        w,
        ("Learner name:", "", "Date:", ""),
        ("Learner signature:", "", "Date:", ""),
        ("Assessor signature:", "", "Date:", ""),
    )
    w.document.sections[0].footer.paragraphs[
        0
    ].text = "Pearson Level 3 NVQ Diploma in Pharmacy Service Skills – Issue 2 – © Pearson Education Limited 2019"
    yield made("pharmacy-evidence-table.docx", "merged outcome cells, seven columns, signatures", w, u)

    u, w = s.CCTV, Word()
    w.document.sections[0].header.paragraphs[0].text = "Aegis Qualifications"
    w.line(u.title or "", "Title")
    w.line("Reference: L/502/9455    Level: 2    Credit: 2    GLH: 22")
    w.line("Introduction", "Heading 1")
    w.line(
        "This unit leads to a licence for public space surveillance. Delivery must include 4 hours in a working control room."
    )
    numbers = w.numbered_list(("decimal", "Outcome %1"), ("decimal", "%1.%2"))
    for outcome, texts in u.outcomes:
        w.number(w.line(outcome, "Heading 2"), numbers, 0)
        for x in texts:
            w.number(w.line(x), numbers, 1)
    w.line("Indicative content", "Heading 1")
    for x in (
        "operational requirement, passport to compliance",
        "phonetic alphabet, call signs",
        "evidence bags, audit trail",
    ):
        w.line(x, "List Bullet")
    yield made("cctv-control-room.docx", "headings and criteria numbered by Word", w, u)

    u, w = s.NAILS, Word()
    _gridded(
        w,
        ("Unit title", u.title or ""),
        ("SBA code", "BN 2044"),
        ("URN", "A/615/6499"),
        ("Level", "2"),
        ("Credit", "5"),
        ("GLH", "42"),
    )
    w.document.sections[0].footer.paragraphs[0].text = "© Solent Beauty Awards"
    count = 0
    table = _gridded(w, ("Outcome", "Performance criteria", "Obs 1", "Obs 2", "Obs 3"))
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        lines = []
        for x in texts:
            count += 1
            lines.append(f"P{count} {x}")
        _filled(table, f"{o} {outcome}", "\n".join(lines))
    w.line("Range: hands, feet; colours: plain, French, glitter. Maximum time 45 minutes.")
    yield made("gel-polish-observations.docx", "P marks that run through the unit", w, u)

    u, w = s.FUNERAL, Word()
    w.line("Harrow Vale Awards", "Heading 1")
    w.line("Unit specification")
    _gridded(
        w,
        ("Unit title", u.title or ""),
        ("Unit number", "FAD 03"),
        ("Ofqual unit reference", "F/502/3622"),
        ("Level", "3"),
        ("Credit value", "6"),
        ("Guided learning", "34 hours"),
    )
    w.line("Purpose of the unit", "Heading 2")
    w.line(
        "For funeral arrangers who meet families in person. Arrangements made only by telephone are covered by FAD 04."
    )
    table = _gridded(w, ("The learner will", "The learner can"))
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        cells = _filled(table, f"{o}. {outcome}")
        first = True
        for n, x in enumerate(texts, 1):
            paragraph = cells[1].paragraphs[0] if first else cells[1].add_paragraph()
            paragraph.text, first = f"{o}.{n} {x}", False
            for point in u.points.get(f"{o}.{n}", ()):
                cells[1].add_paragraph(point, style="List Bullet")
    w.line("Evidence must cover one burial and one cremation.")
    yield made("funeral-arranging.docx", "sub-points as bullets in cells", w, u)

    u, w = s.EVENTS, Word()
    section = w.document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    w.line("Assessment record", "Heading 1")
    _gridded(
        w,
        ("Learner:", "", "Centre:", ""),
        ("Unit:", "EVT/3/11 Coordinate the live delivery of events", "URN:", "R/502/9120"),
        ("Level:", "3", "Credit / GLH:", "8 / 50"),
    )
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        table = _gridded(
            w,
            (f"{o}. {outcome}", "", "", "", ""),
            ("AC", "Criterion", "Evidence no.", "Method", "Assessor initials and date"),
        )
        table.cell(0, 0).merge(table.cell(0, 4))
        for n, x in enumerate(texts, 1):
            _filled(table, f"{o}.{n}", x)
        w.line("")
    w.line("Assessor's comments:")
    w.line("I confirm that the evidence is authentic. Signed: ................ Date: ............")
    yield made(
        "live-events-record.docx", "a table for each outcome, with boxes to fill in; two facts behind one label", w, u
    )

    u, w = COACH, Word()
    w.line(u.title or "", "Title")
    _gridded(
        w,
        ("Active Vale unit number", "Regulated unit number", "Level", "Credit", "GLH"),
        ("FIT 27", "T/508/5146", "2", "6", "36"),
    )
    w.line("What you will learn", "Heading 1")
    w.line("In this unit you will plan, lead and review sessions for groups of 6 to 20 people.")
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        w.line(f"Learning outcome {o}", "Heading 2")
        w.line(outcome)
        w.line("You can:")
        own = w.numbered_list(("decimal", f"{o}.%1"))
        for x in texts:
            w.number(w.line(x), own)
    w.line("Assessment", "Heading 1")
    w.line("A session of no less than 30 minutes is observed. © Active Vale 2022.")
    yield made("circuit-training.docx", "facts under a row of labels; a Word list for each outcome", w, u)
