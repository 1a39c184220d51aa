"""The fifth set's Word documents: typed and automatic numbers, records with evidence columns, content controls, handbooks."""
# ruff: noqa: E501  the documents' own lines are long

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.unit_reader.specimens.telling import told
from tests.unit_reader.specimens.truth import Specimen, Unit
from tests.unit_reader.specimens.word_forms import Word


def _made(name: str, shape: str, word: Word, *units: Unit) -> Specimen:
    return Specimen(name=name, data=word.save(), units=units, shape=shape)


def _controlled(cell: Any) -> None:
    """Puts a cell's paragraphs into a content control, as fillable templates do."""
    control = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtPr><w:text/></w:sdtPr><w:sdtContent/></w:sdt>")
    content = control[1]
    for paragraph in list(cell._tc.p_lst):
        content.append(deepcopy(paragraph))
        cell._tc.remove(paragraph)
    cell._tc.append(control)
    cell._tc.append(parse_xml(f"<w:p {nsdecls('w')}/>"))


def fifth_words() -> Iterator[Specimen]:
    yield from _records()


def _records() -> Iterator[Specimen]:
    u, w = (
        told(
            "Administer medication in a school",
            """
            # Know the law and policy on medication in schools
            Summarise the duties of a school towards pupils with medical needs
            Outline the content of an individual healthcare plan
            Explain who may consent to medication for pupils under and over the age of sixteen, and what staff should do when consent is missing, out of date or withdrawn
            # Be able to administer medication
            Check the label, the dose, the time and the identity of the pupil before any medication is given
            Give medication in the way that the plan sets out
            Wash hands before and after
            Stay with the pupil until the medication has been taken
            Recognise and report adverse reactions
            # Be able to keep records and stores
            Enter each dose, refusal and error in the record at once
            Dispose of sharps and of medication that has passed its date
            Keep medication locked away, except inhalers and auto-injectors which pupils must be able to reach
            """,
            reference="D/602/0933",
            level="3",
            credit="3",
            glh="24",
        ),
        Word(),
    )
    w.document.sections[0].header.paragraphs[0].text = "Candidate assessment record"
    w.document.sections[0].footer.paragraphs[
        0
    ].text = "Level 3 Certificate for School Staff 601/9731/6   Version 4.0   Page 9"
    w.line(f"Unit 4: {u.title}", "Heading 1")
    w.table(
        ("Unit reference number:", u.reference or ""),
        ("Level:", "3"),
        ("Credit value:", "3"),
        ("Guided learning hours:", "24"),
    )
    w.line("This unit provides the knowledge and skill to give medication to pupils on behalf of a school.")
    outer = w.numbered_list(("decimal", "%1"), ("decimal", "%1.%2"))
    for outcome, ts in u.outcomes:
        table = w.table(("Learning outcome", "Assessment criteria", "Evidence Type*", "Portfolio reference", "Date"))
        for n, t in enumerate(ts):
            cells = table.add_row().cells
            if n == 0:
                cells[0].text = outcome
                w.number(cells[0].paragraphs[0], outer, 0)
            cells[1].text = t
            w.number(cells[1].paragraphs[0], outer, 1)
        table.cell(1, 0).merge(table.cell(len(ts), 0))
        w.line("")
    w.line("*O Observation  Q Questioning  P Product  W Witness")
    w.table(
        ("Learner name:", "", "Date:", ""),
        ("Assessor name:", "", "Signature:", ""),
        ("IQA name (if sampled):", "", "Signature:", ""),
    )
    yield _made(
        "medication.docx",
        "a record: one table an outcome, automatic numbers, evidence columns, signatures",
        w,
        replace(u, number="4"),
    )

    u, w = (
        told(
            "Produce a mood board for an interior",
            """
            # Understand a client brief
            Pick out the needs, tastes and limits stated in a brief
            Ask questions that fill gaps in a brief
            Restate the brief in own words and have it agreed
            # Be able to gather material
            Source samples of fabric, flooring and paint from three suppliers
            Estimate quantities and costs
            Sketch two ideas for the same room
            # Be able to assemble and present a mood board
            Arrange material to show colour, texture and scale
            Present the board to a client and note the reaction
            """,
            reference="J/507/3258",
            number="ID/L2/06",
            level="2",
            credit="3",
            glh="27",
            body="AIM Qualifications",
        ),
        Word(),
    )
    values = (
        ("Unit title", u.title),
        ("Awarding organisation", u.body),
        ("Unit code", u.number),
        ("Ofqual reference", u.reference),
        ("Level", "2"),
        ("Credit value", "3"),
        ("GLH", "27"),
    )
    table = w.table(*((k, v or "") for k, v in values))
    for row in table.rows:
        _controlled(row.cells[1])
    w.line("")
    table = w.table(("Learning outcomes\nThe learner will:", "Assessment criteria\nThe learner can:"))
    for o, (outcome, ts) in enumerate(u.outcomes, 1):
        cells = table.add_row().cells
        cells[0].text = f"{o}. {outcome}"
        cells[1].text = "\n".join(f"{o}.{n}. {t}" for n, t in enumerate(ts, 1))
    merged = table.add_row().cells
    merged[0].merge(
        merged[1]
    ).text = "Indicative content: client types, budgets of £1.5k to £5k, suppliers, colour wheels"
    yield _made("mood-board.docx", "values in content controls; content row at the foot of the criteria table", w, u)

    u, w = (
        told(
            "Helpu gyda'r bwyd / Help with food",
            """
            # Know how to stay clean when helping with food
            State when hands must be washed
            Identify clothing that keeps food safe
            # Be able to help with food
            Set out plates, cutlery and cups
            Serve food with the right tool
            Clear away and wipe tables
            """,
            number="FH10E3WA021",
            level="Entry 3",
            credit="1",
            body="Agored Cymru",
        ),
        Word(),
    )
    w.line("Agored Cymru", "Title")
    w.table(
        ("Teitl yr uned / Unit title:", u.title or ""),
        ("Lefel / Level:", "Entry 3"),
        ("Gwerth credyd / Credit value:", "1"),
        ("Unit code:", "FH10E3WA021"),
    )
    w.line("This unit has 2 learning outcomes.")
    table = w.table(("Learning Outcomes – The learner will", "Assessment Criteria – The learner can"))
    for o, (outcome, ts) in enumerate(u.outcomes, 1):
        for n, t in enumerate(ts, 1):
            cells = table.add_row().cells
            cells[0].text = f"{o}. {outcome}" if n == 1 else ""
            cells[1].text = f"{o}.{n} {t}"
    w.line("Assessment method: observation. Uned ar gael yn Gymraeg.")
    yield _made("help-with-food.docx", "Welsh and English labels beside each other", w, u)

    w = Word()
    w.line("Assignment brief", "Title")
    w.table(
        ("Programme", "Level 3 Diploma in Travel"),
        ("Unit(s)", "7 and 9"),
        ("Assessor", "T. Nowak"),
        ("Hand-out date", "12/01/2026"),
        ("Hand-in date", "13/02/2026"),
    )
    w.line("Scenario", "Heading 2")
    w.line("You work for a small tour operator that wants to sell short breaks to families.")
    for k, task in enumerate(
        (
            "Produce a leaflet on two destinations (7 AC 1.1, 1.2).",
            "Give a talk of 5 minutes to the group (7 AC 2.1; 9 AC 3.4).",
            "Write 500 words on what you would change (9 AC 4.2).",
        ),
        1,
    ):
        w.line(f"Task {k}", "Heading 3")
        w.line(task)
    w.line("I confirm that this is my own work. Signed: ____________ Date: ________")
    yield _made("assignment.docx", "no unit: an assignment brief that cites criteria of two units", w)
