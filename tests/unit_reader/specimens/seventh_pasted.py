"""Units as people copy them out of a viewer of documents: lines as long as the column was, feet of pages between."""
# ruff: noqa: E501  the documents' own lines are long

import textwrap
from collections.abc import Iterator
from itertools import zip_longest

from tests.unit_reader.specimens import seventh_office as o7
from tests.unit_reader.specimens.seventh_people import KENNEL
from tests.unit_reader.specimens.telling import rows
from tests.unit_reader.specimens.text_forms import specimen
from tests.unit_reader.specimens.truth import Specimen, Unit


def _wrapped(text: str, width: int) -> str:
    return "\n".join(textwrap.wrap(text, width))


def seventh_pasted() -> Iterator[Specimen]:
    yield from _ordinary()
    yield from _awkward()


def _ordinary() -> Iterator[Specimen]:
    u = o7.COMPLAINTS
    text = f"Unit title: {u.title}\nUnit reference number: Y/506/9179\nLevel: 3\nCredit value: 4\nGuided learning hours: 22\nUnit expiry date: 31 December 2026\nUnit summary\n"
    text += _wrapped(
        "This unit is about resolving complaints from customers who are inside or outside the organisation. It does not cover complaints that are made in law.",
        82,
    )
    text += "\nLearning outcomes Assessment criteria\nThe learner will: The learner can:\n"
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        text += _wrapped(f"{o} {outcome}", 34) + "\n"
        for n, x in enumerate(texts, 1):
            text += _wrapped(f"{o}.{n} {x}", 52) + "\n"
        if o == 1:
            text += "46\nPearson Level 3 Diploma in Customer Service – Specification – Issue 4 – June 2019\n© Pearson Education Limited 2019\nLearning outcomes Assessment criteria\n"
    text += "Information for tutors\nAssessment\nThis unit is assessed in the workplace by 1 or more observations, a review of records and questions.\n"
    text += "47\nPearson Level 3 Diploma in Customer Service – Specification – Issue 4 – June 2019\n© Pearson Education Limited 2019\n"
    yield specimen("complaints-copied.txt", "reading order; feet of pages and the repeated head between", text, u)

    u = o7.BRICK
    text = f"Unit 6705-14 {u.title}\nUAN: L/505/2945\nLevel: 2\nCredit value: 10\nGLH: 84\nRelationship to NOS: COSVR41\nEndorsement by a sector or regulatory body: This unit is endorsed by the sector body for construction.\n"
    text += (
        _wrapped(
            "Aim: The aim of this unit is to provide the learner with the skills to build walls that are one brick thick, to a height of 1.2 metres.",
            90,
        )
        + "\n"
    )
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        text += f"Learning outcome\nThe learner will:\n{o}. {outcome[0].lower() + outcome[1:]}\nAssessment criteria\nThe learner can:\n"
        text += "".join(_wrapped(f"{o}.{n} {x}", 90) + "\n" for n, x in enumerate(texts, 1))
        text += (
            "Range\n"
            + (
                "Bonds: English, Flemish, English garden wall\n",
                "Profiles: timber, metal\n",
                "Joint finish: half round, flush, weather struck\n",
            )[o - 1]
        )
        if o == 2:
            text += "City & Guilds Level 2 Diploma in Bricklaying (6705-23) 61\n"
    yield specimen(
        "brick-walling-copied.txt",
        "labels before each outcome, range after it",
        text,
        Unit(
            u.title,
            tuple((x[0].lower() + x[1:], ts) for x, ts in u.outcomes),
            reference=u.reference,
            number=u.number,
            level="2",
            credit="10",
            glh="84",
            body=u.body,
        ),
    )

    u = o7.LOGISTICS
    text = "Unit title\tPlan routes and schedules for road vehicles\nUnit code\tLO 3.07\nOfqual unit reference\tH/507/1596\nLevel\t3\tCredit value\t6\nGLH\t44\tTUT\t60\n\nLearning outcomes\t\tAssessment criteria\t\n"
    text += "\n".join(f"{o + '.' if o else ''}\t{outcome}\t{n}\t{x}" for o, outcome, n, x in rows(u))
    text += "\n\nAssessment guidance\nRoutes must cover at least 6 drops on 2 days. Tachograph rules: 4.5 hours of driving, then a break of 45 minutes.\n"
    yield specimen("route-planning.txt", "cells parted by tabs", text, u)

    u = KENNEL
    text = (
        f"LBAC 18 {u.title}\n\nLevel 2    Credit value 6    GLH 45\n\n"
        + _wrapped(
            "Lantra has developed this unit with employers in the pet industry. It applies to kennels that hold a licence for 10 dogs or more.",
            76,
        )
        + "\n\n"
    )
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        text += (
            f"Outcome {o}: {outcome}\nLearners must:\n"
            + "".join(_wrapped(f"{o}.{n}  {x}", 76) + "\n" for n, x in enumerate(texts, 1))
            + "\n"
        )
    text += "Learners must know and understand\n• the Animal Welfare Act 2006 and local licence conditions\n• the incubation of kennel cough, which is 5 to 7 days\n• how to lift a dog\n\nLBAC 18 v3 © Lantra 2021                1 of 1\n"
    yield specimen(
        "boarding-kennels-copied.txt", "outcomes as headings; knowledge as bullets after the criteria", text, u
    )

    u = o7.SAFEGUARD
    text = f"Unit Title: {u.title}\nUnit Number: YW3\nUnit Reference: F/503/9528\nUnit Level: Level 2\nCredit Value: 3\nGLH: 24\n\nThis unit has {len(u.outcomes)} learning outcomes.\n\n"
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        text += f"Learning outcome {o}\nThe learner will: {outcome}\nThe learner can:\n"
        text += "".join(_wrapped(f"{o}.{n} {x}", 70) + "\n" for n, x in enumerate(texts, 1))
        text += "Page 1 of 2    ABC Awards Level 2 Certificate in Youth Work Practice\n" if o == 2 else ""
    text += "Evidence requirements\nKnowledge may be assessed by an assignment of 800 words or by questions. 75% of the answers must be correct.\n"
    yield specimen("safeguarding-copied.txt", "count of outcomes given; long criteria wrapped", text, u)


def _awkward() -> Iterator[Specimen]:
    u = o7.BARISTA
    text = f"{u.title}\nReference K/615/3078\nLevel 2\nCredit value 3\nGLH 18\nLearning outcomes Assessment criteria\nThe learner will: The learner can:\n"
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        left = textwrap.wrap(f"{o} {outcome}", 26)
        right = [line for n, x in enumerate(texts, 1) for line in textwrap.wrap(f"{o}.{n} {x}", 46)]
        text += "".join(f"{a} {b}".strip() + "\n" for a, b in zip_longest(left, right, fillvalue=""))
    text += "Assessment guidance\nAt least 4 different drinks must be observed. BIIAB Level 2 Award in Barista Skills, page 12\n"
    yield specimen("barista-woven.txt", "two columns woven line by line", text, u)

    u = o7.CLEANING
    text = f"Unit title\n{u.title}\nUnit code\nC212\nURN\nJ/601/1028\nLevel\n2\nCredit\n4\nGLH\n18\n\nUnit overview\nThis unit is about cleaning that is done less often than every day, for example every 3 or 6 months.\n\n"
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        text += f"Learning outcome {o}\n{outcome}\nAssessment criteria\n"
        text += "".join(f"{n}.\n{_wrapped(x, 64)}\n" for n, x in enumerate(texts, 1))
    text += "Additional information\nAgents: alkaline, acid, solvent, enzyme\n"
    yield specimen(
        "deep-clean-copied.txt", "each fact on two lines; numbers begun again, on lines of their own", text, u
    )

    u = o7.LAUNDRY
    text = f"Textile Care Awards\nLevel 1 Certificate in Laundry Operations\n\nUnit: {u.title}\nUnit reference: H/600/9593\nLevel: 1\nCredit value: 3\nGuided learning hours: 21\n\n"
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        text += f"{o} {outcome}\n" + "".join(f"   {m}) {x}\n" for m, x in zip("abc", texts, strict=True)) + "\n"
    text += "Notes for the assessor\nTemperatures: 65 degrees for 10 minutes or 71 degrees for 3 minutes.\n"
    yield specimen("healthcare-laundry.txt", "lettered criteria", text, u)
