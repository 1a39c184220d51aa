"""Handbooks of the eighth set: several units each, with covers, contents, rules and appendices between."""
# ruff: noqa: E501  the documents' own lines are long

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from reportlab.lib.pagesizes import A4, landscape

from tests.unit_reader.specimens import eighth_book_units as m
from tests.unit_reader.specimens.seventh_paper import GREEN, Paper
from tests.unit_reader.specimens.truth import Specimen
from tests.unit_reader.specimens.word_forms import Word


def eighth_books() -> Iterator[Specimen]:
    yield _office()
    yield _hands()
    yield _hospitality()


def _office() -> Specimen:
    units = tuple(replace(u, body="Inkwell Awards") for u in (m.RECEPTION, m.POST, m.PHOTOCOPY, m.FILING))
    p = Paper(
        header="", footer="Inkwell Awards Level 1 Certificate in Office Practice (4471-01)", page="{}", font="Times-Roman", points=11
    )  # fmt: skip
    p.title("Level 1 Certificate in Office Practice (4471-01)", points=22)
    p.text("April 2023 Version 1.2", "Qualification handbook for centres", "600/6661/1")
    p.turn()
    p.heading("Contents")
    p.table(
        [
            ("1", "Introduction", "3"),
            ("2", "Centre requirements", "4"),
            ("3", "Assessment", "4"),
            ("4", "Units", "5"),
            *((f"Unit {u.number}", u.title or "", str(page)) for page, u in enumerate(units, 5)),
            ("Appendix 1", "Sources of general information", "9"),
        ],
        (2, 8, 1),
        head=0,
        ruled=False,
    )
    p.turn()
    p.heading("1 Introduction")
    p.text("This document tells you what you need to do to deliver the qualification:")
    p.table(
        [
            ("Area", "Description"),
            ("Who is the qualification for?", "Juniors and returners who support an office team."),
            ("What does the qualification cover?", "Front desk, mail, copies and records."),
            ("What opportunities for progression are there?", "Level 2 Diploma in Office Practice (4471-02)."),
        ],
        (4, 7),
    )
    p.heading("Structure")
    p.text("To achieve the certificate, learners must achieve 7 credits from the mandatory units below.")
    p.table(
        [
            ("UAN", "Unit", "Unit title", "Credit value", "GLH"),
            *((u.reference or "", u.number or "", u.title or "", u.credit or "", u.glh or "") for u in units),
        ],
        (2.4, 1, 5, 1.6, 1),
    )
    p.text("Total qualification time: GLH 45, TQT 70")
    p.turn()
    p.heading("2 Centre requirements")
    p.text(
        "2.1 Assessors should have worked in an office within the last 5 years.",
        "2.2 Internal quality assurers must hold a recognised award or work towards one.",
        "2.3 There is no age limit, but the qualification is not approved for those under 14.",
    )
    p.heading("3 Assessment")
    p.text("3.1 All units are assessed by portfolio.", "3.2 Records are kept for 3 years.")
    for u in units:
        p.turn()
        p.title(f"Unit {u.number}          {u.title}", points=14)
        p.table(
            [
                ("UAN:", u.reference or ""),
                ("Level:", "Level 1"),
                ("Credit value:", u.credit or ""),
                ("GLH:", u.glh or ""),
                ("Aim:", f"This unit is about how to {(u.title or '').lower()} in an office of any kind."),
            ],
            (3, 7),
            head=0,
        )
        for o, (outcome, texts) in enumerate(u.outcomes, 1):
            p.table(
                [
                    ("Learning outcome", ""),
                    (f"The learner will:\n{o}. {outcome}", ""),
                    ("Assessment criteria", ""),
                    ("The learner can:", ""),
                    *((f"{o}.{n}", x) for n, x in enumerate(texts, 1)),
                ],
                (1, 11),
                head=0,
                spans=tuple(((0, r), (1, r)) for r in range(4)),
                shaded=(((0, 0), (1, 0)), ((0, 2), (1, 2))),
            )
        p.heading("Guidance")
        p.text(f"Unit {u.number} may be assessed together with other units. Evidence from 2 weeks of work is usual.")
    p.turn()
    p.heading("Appendix 1    Sources of general information")
    p.text(
        "The following documents contain essential information for centres:",
        "Centre manual; Our quality assurance requirements; Access arrangements.",
    )
    return Specimen(
        "office-practice-handbook.pdf", p.save(), units, "handbook of four units: cover, contents, structure, rules, appendix"
    )  # fmt: skip


def _hands() -> Specimen:
    units = (m.HOIST, m.FEEDING, m.PRESSURE)
    p = Paper(
        header="Units for moving and handling   |   Kestrel Care Awards", footer="Issued to centres, January 2024", size=landscape(A4), points=10, shade=GREEN, page="Page {}"
    )  # fmt: skip
    p.title("Unit pack: moving, feeding and skin", points=20)
    p.text("This pack holds 3 units. They may be taken singly or as part of a larger qualification.")
    p.table(
        [
            ("Code", "Title", "Ref.", "Level", "Credit", "GLH", "Page"),
            *(
                (u.number or "", u.title or "", u.reference or "", u.level or "", u.credit or "", u.glh or "", str(i))
                for i, u in zip((2, 3, 3), units, strict=True)
            ),
        ],
        (1.2, 6, 1.8, 1, 1, 1, 1),
    )
    for i, u in enumerate(units):
        if i != 2:
            p.turn()
        p.wide_box(
            ("Code", u.number or "", "Level", u.level or ""),
            ("Ref.", u.reference or "", "Credit value", u.credit or ""),
            ("Status", "Optional", "GLH", u.glh or ""),
            title=("Title", u.title or ""),
        )
        rows: list[list[Any]] = [
            ["Learning outcomes\nThe learner will:", "Assessment criteria\nThe learner can:", "Exemplification"]
        ]
        for o, (outcome, texts) in enumerate(u.outcomes, 1):
            cells = [p.marked(f"{o}.{n}", x) for n, x in enumerate(texts, 1)]
            rows.append(
                [
                    f"{o}. {outcome}",
                    cells,
                    ("Law: 3 Acts; maker's guidance", "At least 2 occasions", "Entry in the daily log")[o - 1],
                ]
            )
        p.table(rows, (4, 8, 4))
    return Specimen(
        "unit-pack-landscape.pdf", p.save(), units, "landscape pack of three units; the third begins below the second"
    )  # fmt: skip


def _hospitality() -> Specimen:
    units = (m.ROOMS, m.BAR, m.KITCHENPORTER)
    w = Word()
    w.document.sections[0].header.paragraphs[0].text = "Hearth Hospitality Awards"
    w.document.sections[0].footer.paragraphs[0].text = "Units for hotels and inns, version 3, May 2022"
    w.line("Units for hotels and inns", "Title")
    w.line("1. How to use this document", "Heading 1")
    w.line("1.1 Give learners the units that they have chosen.")
    w.line("1.2 Read the assessment strategy, which allows simulation only for 2 criteria.")
    w.line("2. Units", "Heading 1")
    w.table(
        ("Unit", "Title", "Ofqual ref", "Level", "Credit"),
        *((u.number or "", u.title or "", u.reference or "", u.level or "", u.credit or "") for u in units),
    ).style = "Table Grid"
    for u in units:
        w.document.add_page_break()
        w.line(f"{u.number} {u.title}", "Heading 1")
        box = w.table(
            ("Ofqual ref:", u.reference or "", "Level:", u.level or ""),
            ("Credit value:", u.credit or "", "GLH:", u.glh or ""),
        )
        box.style = "Table Grid"
        w.line("Unit overview", "Heading 2")
        w.line("For those who work in hotels, inns and hostels of more than 5 rooms.")
        table = w.table(("", "Learning outcomes and assessment criteria"))
        table.style = "Table Grid"
        for o, (outcome, texts) in enumerate(u.outcomes, 1):
            cells = table.add_row().cells
            cells[0].text, cells[1].text = f"LO{o}", outcome
            cells[1].paragraphs[0].runs[0].bold = True
            for n, x in enumerate(texts, 1):
                cells = table.add_row().cells
                cells[0].text, cells[1].text = f"AC{o}.{n}", x
        w.line("Evidence", "Heading 2")
        w.line("Observation on 3 shifts. What you must cover: busy and quiet times.", "List Bullet")
    w.document.add_page_break()
    w.line("Appendix: forms", "Heading 1")
    w.table(("Form", "Use"), ("E1", "Evidence record"), ("E2", "Witness testimony"))
    return Specimen("hotel-units.docx", w.save(), units, "three units in a Word file; LO1 and AC1.1 in a narrow column")
