"""The sixth set's PDF books: a specification of four units, a log of two, and a purpose statement that holds none."""
# ruff: noqa: E501  the documents' own lines are long

from collections.abc import Iterator
from typing import Any

from reportlab.platypus import PageBreak, Spacer

from tests.unit_reader.specimens.drawing import Sheet
from tests.unit_reader.specimens.page_forms import HEAD, document, grid, p
from tests.unit_reader.specimens.telling import told
from tests.unit_reader.specimens.truth import Specimen, Unit

BOLD = "Helvetica-Bold"


def _made(name: str, shape: str, data: bytes, *units: Unit) -> Specimen:
    return Specimen(name=name, data=data, units=units, shape=shape)


def sixth_books() -> Iterator[Specimen]:
    yield from _specification()
    yield from _log()


def _specification() -> Iterator[Specimen]:
    units = (
        told(
            "Understand how to support bereaved people",
            "# Understand grief\nDescribe how grief may be felt in body and mind\nCompare two theories of grief\nExplain how culture and belief shape mourning\n# Know how to support bereaved people\nDescribe what helps and what hinders in the first days\nExplain when grief calls for specialist help\nList sources of help for:\n- children\n- people bereaved by suicide",
            reference="H/504/7685",
            number="SB1",
            level="2",
            credit="2",
            glh="16",
            body="TQUK",
        ),
        told(
            "Conduct a simple funeral",
            "# Be able to meet a family\nTake instructions with patience and accuracy\nExplain costs in writing before anything is agreed\n# Be able to conduct a funeral\nLead the procession at a fitting pace\nDirect bearers by quiet signs\nAttend to the family before, during and after the service\n# Be able to close matters\nReturn personal effects against signature\nInvite comments on the service",
            reference="L/504/6238",
            number="SB2",
            level="3",
            credit="5",
            glh="34",
            body="TQUK",
        ),
        told(
            "Care for the deceased",
            "# Be able to receive the deceased\nCheck identity with two independent items\nRecord property and its condition\n# Be able to care for the deceased\nTreat the deceased with respect at all times\nWash and dress the deceased as the family wishes\nFollow precautions against infection\n# Know the law\nState the documents needed before cremation and before burial",
            reference="F/504/8908",
            number="SB3",
            level="3",
            credit="4",
            glh="28",
            body="TQUK",
        ),
        told(
            "Drive a hearse",
            "# Be able to prepare a hearse\nClean and inspect the hearse inside and out\nSecure the coffin and the flowers\n# Be able to drive a hearse\nKeep a cortege together through traffic\nBrake and turn so that nothing shifts\nPark with room for the bearers",
            reference="Y/504/9403",
            number="SB4",
            level="2",
            credit="2",
            glh="15",
            body="TQUK",
        ),
    )
    story: list[Any] = [
        p("Qualification Specification", HEAD),
        p("TQUK Level 3 Certificate in Funeral Service"),
        p("Qualification Number: 610/4489/1"),
        PageBreak(),
        p("Contents", HEAD),
        *(
            p(f"{k}. {name} {'.' * 40} {page}")
            for k, (name, page) in enumerate(
                (("Introduction", 3), ("Qualification details", 4), ("Rules of combination", 5), ("Units", 6)), 1
            )
        ),
        *(p(f"Unit {u.number} {u.title} {'.' * 30} {k}") for k, u in enumerate(units, 6)),
        PageBreak(),
        p("1. Introduction"),
        p("1.1 This specification is for centres and learners."),
        p("2. Qualification details"),
        grid(
            [
                ["Level", "3"],
                ["Credit value", "13"],
                ["Guided Learning Hours (GLH)", "93"],
                ["Total Qualification Time (TQT)", "130"],
                ["Review date", "31/08/2027"],
            ],
            [70, 60],
        ),
        p("3. Rules of combination"),
        p("Learners must achieve 13 credits from the four mandatory units."),
        grid(
            [
                ["Title", "Unit ref.", "Level", "GLH", "Credit value"],
                *[[u.title or "", u.reference or "", u.level or "", u.glh or "", u.credit or ""] for u in units],
            ],
            [70, 30, 15, 15, 25],
        ),
    ]
    for u in units:
        body = [["<b>Learning Outcomes</b><br/>The learner will:", "<b>Assessment Criteria</b><br/>The learner can:"]]
        for o, (outcome, ts) in enumerate(u.outcomes, 1):
            cell = "<br/>".join(
                f"{o}.{n} {t}"
                + "".join(
                    f"<br/>&nbsp;&nbsp;{'abcd'[k]}) {point}" for k, point in enumerate(u.points.get(f"{o}.{n}", ()))
                )
                for n, t in enumerate(ts, 1)
            ).replace("&nbsp;", " ")
            body.append([f"{o}. {outcome}", cell])
        story += [
            PageBreak(),
            p(f"Title: {u.title}"),
            grid(
                [
                    ["Unit code:", u.number or "", "Unit reference:", u.reference or ""],
                    ["Level:", u.level or "", "Credit value:", u.credit or ""],
                    ["GLH:", u.glh or "", "", ""],
                ],
                [35, 35, 40, 50],
            ),
            Spacer(1, 8),
            grid(body, [60, 100], repeat=1),
            p("<b>Assessment requirements or guidance specified by a sector or regulatory body</b>"),
            p("Outcomes that begin with Be able to must be assessed in the workplace, on at least 2 occasions."),
            p("<b>Delivery guidance</b>"),
            p("1.1 and 1.2 may be taught together."),
        ]
    story += [
        PageBreak(),
        p("Glossary", HEAD),
        grid(
            [
                ["Describe", "Give an account in words"],
                ["Compare", "Show likeness and difference"],
                ["Explain", "Give reasons"],
            ],
            [50, 100],
        ),
    ]
    data = document(story, header="TQUK Level 3 Certificate in Funeral Service", footer="Version 2.1 © TQUK")
    yield _made(
        "funeral-service.pdf",
        "a specification of four units with contents, combination table, guidance by number, glossary",
        data,
        *units,
    )


def _log() -> Iterator[Specimen]:
    first = told(
        "Paint line markings on a sports pitch",
        """
        # Be able to mark out
        Find the base line and set right angles with a tape
        String lines before any paint is applied
        # Be able to mark lines
        Mix and strain paint
        Walk at an even pace so that lines are of even weight
        Correct errors before paint dries
        # Be able to maintain equipment
        Flush the marker until the water runs clear
        Store paint so that it does not freeze
        """,
        reference="D/505/0214",
        number="G7",
        level="2",
        credit="1",
    )
    second = told(
        "Aerate turf",
        """
        # Know why turf is aerated
        Explain how compaction harms roots and drainage
        Describe solid, hollow and slit tines
        State when aeration does harm
        # Be able to aerate turf
        Choose depth and spacing for the soil and the season
        Sweep up cores
        Top dress and brush in
        """,
        reference="Y/505/3550",
        number="G8",
        level="2",
        credit="2",
    )
    s = Sheet(header="Groundstaff log book", footer="Name: ....................   Number: ....................")
    for u in (first, second):
        s.line(f"{u.number}   {u.title}   ({u.reference})", font=BOLD, size=12)
        s.line(f"Level {u.level}   Credit {u.credit}", after=8)
        for o, (outcome, ts) in enumerate(u.outcomes, 1):
            s.put((56, 300, f"Outcome {o}: {outcome}"), (400, 60, "Date"), (470, 60, "Initials"), font=BOLD)
            for n, t in enumerate(ts, 1):
                s.put((60, 24, f"{o}.{n}"), (86, 290, t), (400, 60, "........"), (470, 60, "........"))
        s.line("Comments ........................................................", after=24)
    yield _made("groundstaff.pdf", "a log with two units on one page", s.save(), first, second)

    s = Sheet(header="Qualification purpose", footer="610/5205/X")
    s.line("Purpose statement", font=BOLD, size=16)
    s.line("Level 2 Diploma in Hospitality Support (610/5205/X)", font=BOLD)
    for head, words in (
        ("1. Who is it for?", "People aged 16 and over who work, or would like to work, in hotels."),
        ("2. What does it cover?", "Learners take 4 mandatory units and choose 2 more."),
        (
            "2.1 Mandatory",
            "Clean rooms (3 credits); Serve breakfast (4 credits); Work in a team (2 credits); Keep safe (2 credits)",
        ),
        ("2.2 Optional", "Use a till (3 credits); Greet guests (3 credits); Set up meetings (4 credits)"),
        ("3. What could it lead to?", "3.1 Further study at level 3. 3.2 A job as a supervisor."),
        ("4. Who supports it?", "Two employers with more than 250 staff."),
    ):
        s.line(head, font=BOLD)
        s.line(words)
    s.line("Total qualification time 180 hours. Guided learning 140 hours. Assessment: portfolio.")
    yield _made("purpose.pdf", "no unit: a qualification's purpose statement with numbered questions", s.save())
