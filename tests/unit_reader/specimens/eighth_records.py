"""Printed records and long units of the eighth set: checklists, and tables that run over several pages."""

from collections.abc import Iterator
from typing import Any

from tests.unit_reader.specimens import eighth_more as m
from tests.unit_reader.specimens.seventh_paper import Paper
from tests.unit_reader.specimens.truth import Specimen, Unit


def eighth_records() -> Iterator[Specimen]:
    yield _porter()
    yield _oral()


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
