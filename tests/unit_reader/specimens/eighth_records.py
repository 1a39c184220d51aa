"""Printed records and long units of the eighth set: checklists, and tables that run over several pages."""
# ruff: noqa: E501  the documents' own lines are long

from collections.abc import Iterator
from typing import Any

from tests.unit_reader.specimens import eighth_large_units as large
from tests.unit_reader.specimens import eighth_more as m
from tests.unit_reader.specimens.seventh_paper import BLUE, Paper
from tests.unit_reader.specimens.truth import Specimen, Unit


def eighth_records() -> Iterator[Specimen]:
    yield _porter()
    yield _oral()
    yield _literacy()
    yield _patrol()


def _made(name: str, shape: str, data: bytes, *units: Unit) -> Specimen:
    return Specimen(name=name, data=data, units=units, shape=shape)


def _porter() -> Specimen:
    u = m.PORTER
    p = Paper(header="Focal Awards", footer="Observation checklist HP 06, version 1", points=10)
    p.title("Observation checklist", points=14)
    p.box(("Unit", f"HP 06 {u.title}"), ("Reference", "T/605/0794"), ("Level", "2"), ("Credit", "3"), ("GLH", "20"))
    p.table([("Candidate", "", "Ward or department", ""), ("Date", "", "Start and finish", "")], (2, 3, 2.6, 3), head=0)
    rows: list[list[Any]] = [["", "What the assessor must see", "Yes", "No", "N/A", "Comment"]]
    spans: list[tuple[Any, ...]] = []
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        line = len(rows)
        rows.append([p.cell(f"{o} {outcome}", bold=True), *[""] * 5])
        spans.append(((0, line), (5, line)))
        rows += [[f"{o}.{n}", x, "", "", "", ""] for n, x in enumerate(texts, 1)]
    p.table(rows, (0.9, 6, 0.8, 0.8, 0.9, 3), spans=spans, shaded=spans)
    p.heading("Questions asked")
    p.table([("1", ""), ("2", ""), ("3", "")], (1, 11), head=0)
    p.text("Result: pass / refer", "Signed (assessor): .................    Signed (candidate): .................")
    return _made("porter-checklist.pdf", "checklist with yes and no; number and title in one cell", p.save(), u)


def _oral() -> Specimen:
    u = m.ORAL
    p = Paper(footer="Bridgend Cymwysterau   Tudalen / Page", page="{}", points=11)
    p.table(
        [
            ("Title:", u.title or "", "", ""),
            ("Level:", "Two", "Credit Value:", "2"),
            ("Unit Code:", "EY/2/33", "GLH:", "16"),
            ("Ofqual Unit Reference:", "D/506/8793", "Sector:", "1.5"),
        ],
        (2.4, 4, 2, 1.6),
        head=0,
        spans=(((1, 0), (3, 0)),),
    )
    rows: list[list[Any]] = [["LEARNING OUTCOMES", "ASSESSMENT CRITERIA"], ["The learner will", "The learner can"]]
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        rows.append(
            [p.marked(f"{o}.", outcome, indent=16), [p.marked(f"{o}.{n}", f"{x}.") for n, x in enumerate(texts, 1)]]
        )
    p.table(rows, (4, 7), head=2)
    p.table(
        [
            ("Assessment information",),
            ("There is no set form of assessment. 1.3 must take account of national advice.",),
        ],
        (1,),
    )
    return _made("oral-health-nurseries.pdf", "level as a word; two rows of heads; notes in a table", p.save(), u)


def _literacy() -> Specimen:
    u = large.LITERACY
    p = Paper(
        header="Openfield Awards Level 3 Diploma in Learning Support   |   Unit TLS 22",
        footer="TLS 22 Support reading and writing in small groups   v2.3   March 2023",
        points=11,
        page="Page {} of 2",
    )
    p.title(f"Unit {u.number}", points=13)
    p.title(u.title or "", points=17)
    p.wide_box(
        ("Unit reference", "H/611/3677", "Level", "3"),
        ("Credit value", "6", "GLH", "42"),
        ("Assessed by", "Portfolio", "Graded", "No"),
    )
    p.heading("Unit purpose")
    p.text(
        "This unit is for those who work with groups of 2 to 6 pupils of any age. Before they begin it, learners should have worked in a school for at least one term, so that they know its policies, its pupils and the teacher with whom they will plan."
    )
    p.outcomes_numbered(
        u,
        ("", "Learning outcomes\nThe learner will:", "", "Assessment criteria\nThe learner can:", "Evidence\nnumber"),
        (0.6, 3.0, 1.0, 6.1, 2.0),
    )
    p.heading("Assessment of this unit")
    p.text(
        "Outcomes 2 to 5 are assessed in the workplace. At least 3 sessions must be observed, of which 1 is for reading and 1 for writing. Records of pupils stay in the school: the assessor notes where they were seen.",
        "Criterion 4.4 may be met by professional discussion where no pupil has such a need.",
    )
    p.table([("Learner", "", "Date", ""), ("Assessor", "", "Date", "")], (2, 5, 1, 2), head=0)
    return _made(
        "literacy-groups.pdf", "twenty long criteria; a table over two pages with its head on each", p.save(), u
    )


def _patrol() -> Specimen:
    u = large.PATROL
    p = Paper(
        footer="Sentinel Awards    GS 2.10    Issue 1    Uncontrolled when printed", page="{}", points=9.5, shade=BLUE
    )
    p.box(
        ("Unit title", u.title or ""),
        ("Unit code", "GS 2.10"),
        ("Ofqual unit reference", "D/617/7300"),
        ("Unit level", "2"),
        ("Credit", "5"),
        ("Guided learning hours", "36"),
        ("Links to NOS", "SLP 4; SLP 6"),
    )
    notes = (
        ("deter, detect, protect, report", "patterns that can be watched", "who to call: supervisor, client, control"),
        ("seal, count, condition", "entries in the last 24 hours or more", "every 60 minutes for lone officers"),
        (
            "clock, tag, barcode",
            "plant: boilers, pumps, fridges at -18 to 4",
            "name, pass, purpose, host",
            "locks, alarms, lights",
        ),
        ("1 intruder or many; weapons", "999 or 112", "roll call at 2 points", "log of entry"),
        ("the 24-hour clock", "keys, visitors, faults"),
    )
    rows: list[list[Any]] = [["Learning outcome", "AC", "Assessment criteria", "Notes for assessors"]]
    spans: list[tuple[Any, ...]] = []
    for (o, (outcome, texts)), beside in zip(enumerate(u.outcomes, 1), notes, strict=True):
        spans.append(((0, len(rows)), (0, len(rows) + len(texts) - 1)))
        for n, (x, note) in enumerate(zip(texts, beside, strict=True), 1):
            rows.append([f"{o}. {outcome}" if n == 1 else "", f"{o}.{n}", x, note])
    p.table(rows, (3, 0.9, 5.4, 3), spans=spans)
    p.heading("Conditions of assessment")
    p.bullets(
        "Two patrols, one of them in the dark", "Outcome 4: simulation is allowed if no incident occurs in 8 weeks"
    )
    return _made("site-patrol.pdf", "a note beside each criterion; two pages", p.save(), u)
