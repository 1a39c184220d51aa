"""Units of the eighth set in Markdown, as people write it and as converters make it."""
# ruff: noqa: E501  the documents' own lines are long

from collections.abc import Iterator

from tests.unit_reader.specimens import eighth_more as m
from tests.unit_reader.specimens import eighth_people as e
from tests.unit_reader.specimens import eighth_service as v
from tests.unit_reader.specimens import eighth_trades as t
from tests.unit_reader.specimens.telling import rows
from tests.unit_reader.specimens.text_forms import specimen
from tests.unit_reader.specimens.truth import Specimen


def eighth_marks() -> Iterator[Specimen]:
    u = e.POOLSIDE
    text = f"# {u.number} {u.title}\n\n| | |\n|---|---|\n| **Unit reference** | J/508/5023 |\n| **Level** | 2 |\n| **Credit value** | 5 |\n| **Guided learning hours** | 38 |\n\n*First Lane Awarding, unit specification, version 2*\n\n## Aim\n\nTo teach groups of up to 12 beginners.\n\n| Learning outcome | AC | Assessment criteria |\n|:--|:-:|:--|\n"
    text += "\n".join(f"| {f'{o}. {outcome}' if o else ''} | {n} | {x} |" for o, outcome, n, x in rows(u))
    text += "\n\n## Assessment\n\n- 6 hours of teaching, logged\n- 2 observed lessons\n"
    yield specimen("teach-swimming.md", "pipe table of three columns with empty cells", text, u)

    u = m.CASES
    text = f"# Unit {u.number}: {u.title}\n\nLevel: 2  \nCredit: 2  \nGLH: 15  \nReference: T/616/9882  \nAwarding body: Commonweal Awards\n\n"
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        text += (
            f"## {o}. {outcome}\n\nThe learner can:\n\n"
            + "".join(f"* {o}.{n} {x}\n" for n, x in enumerate(texts, 1))
            + "\n"
        )
    text += "## Resources\n\n1. A sample file of 10 pages\n2. The list of abbreviations\n"
    yield specimen("casework-records.md", "headings and bullets with numbers; a list of resources", text, u)

    u = e.BOXING
    text = f"![img-0.jpeg](img-0.jpeg)\n\nCorner Post Sport\n\n# {(u.title or '').upper()}\n\n# Unit NCB2\n\nGLH: 26\n\nLevel: 2\n\nCredit: 4\n\nURN: K/619/0759\n\n"
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        text += f"## LEARNING OUTCOME {o}\n\n{outcome}\n\n## ASSESSMENT CRITERIA\n\n" + "".join(
            f"{o}\\.{n} {x}\n\n" for n, x in enumerate(texts, 1)
        )
        text += "<!-- Page 1 end -->\n\n" if o == 1 else ""
    text += "Corner Post Sport, Level 2 Award in Boxing for Fitness\n"
    from_title = (u.title or "").upper()
    yield specimen(
        "boxing-converted.md",
        "a converter's file: every heading of the page a heading, full stops escaped, title in capitals",
        text,
        type(u)(
            from_title, u.outcomes, reference=u.reference, number="NCB2", level="2", credit="4", glh="26", body=u.body
        ),
    )

    u = m.GAMES
    text = "# Assessment grid\n\n**Pearlman Education** — Unit 14: Designing a level for a computer game (Level 3, 60 GLH)\n\n"
    marks = iter(("P1", "P2", "M1", "D1", "P3", "P4", "M2", "P5", "P6", "M3", "D2"))
    for letter, (outcome, texts) in zip("ABC", u.outcomes, strict=True):
        text += (
            f"### Learning aim {letter}: {outcome}\n\n" + "".join(f"- **{next(marks)}** {x}\n" for x in texts) + "\n"
        )
    text += "Pass: all P. Merit: all P and M. Distinction: all.\n"
    yield specimen("grades-by-aim.md", "P, M and D marks that run through the unit; facts within one sentence", text, u)

    u = v.LAUNDER
    text = f"Spindle Awards\n\n**{u.title}**\n\n- Unit: TX 1.04\n- Ofqual reference: R/651/1421\n- Level: 1\n- Credit value: 3\n- GLH: 20\n\n"
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        text += f"**Outcome {o}: {outcome}**\n\n" + "".join(f"{n}. {x}\n" for n, x in enumerate(texts, 1)) + "\n"
    text += "Temperatures: 65 °C for 10 minutes, 71 °C for 3 minutes.\n"
    yield specimen("linen-sorting.md", "lists that begin again under each outcome", text, u)

    u = t.LATHE
    cells = "\n".join(
        f"<tr><td>{outcome}</td><td>" + "<br>".join(f"{'PK'[o]}{n} {x}" for n, x in enumerate(texts, 1)) + "</td></tr>"
        for o, (outcome, texts) in enumerate(u.outcomes)
    )
    text = f"## {u.number} - {u.title}\n\n<table><tr><td>Unit reference:</td><td>A/505/5565</td><td>Level:</td><td>2</td></tr><tr><td>Credit value:</td><td>14</td><td>GLH:</td><td>90</td></tr></table>\n\n<table>\n{cells}\n</table>\n\nCopyright Excellence in Engineering Learning\n"
    yield specimen("centre-lathe.md", "a table of HTML in Markdown; P and K marks; outcomes without numbers", text, u)
