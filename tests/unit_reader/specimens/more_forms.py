"""A third set, nearer to what converters make of published documents; scored first as it was written, like the last."""

# ruff: noqa: E501  the documents' own lines are long

import textwrap
from collections.abc import Iterator
from dataclasses import replace

from tests.unit_reader.specimens import content as c
from tests.unit_reader.specimens.late_forms import BAKERY, BIKES, SEWING, TOUR, woven
from tests.unit_reader.specimens.text_forms import on_one_line, says, specimen
from tests.unit_reader.specimens.truth import Specimen, Unit


def more_specimens() -> Iterator[Specimen]:
    u = c.RETAIL
    lines = [
        f"Unit 202 {u.title}",
        "",
        f"UAN: {u.reference}",
        "Level: 2",
        "Credit value: 3",
        "GLH: 12",
        "Relationship to NOS: This unit is linked to retail standards.",
        "Assessment requirements specified by a sector or regulatory body: None",
        "Aim: The aim of this unit is to enable learners to take payments.",
        "",
    ]
    for o, (outcome, ts) in enumerate(u.outcomes, 1):
        lines += [
            "Learning outcome",
            "The learner will:",
            f"{o}. {outcome[0].lower()}{outcome[1:]}",
            "Assessment criteria",
            "The learner can:",
        ]
        lines += [f"{o}.{n} {t[0].lower()}{t[1:]}" for n, t in enumerate(ts, 1)]
        lines += ["", "Range", "Payments: cash, card, voucher", ""]
    low = replace(
        u,
        number="202",
        outcomes=tuple((o[0].lower() + o[1:], tuple(t[0].lower() + t[1:] for t in ts)) for o, ts in u.outcomes),
    )
    yield specimen(
        "range-blocks.txt",
        "outcome by outcome with range below, small letters",
        "\n".join(lines),
        says(low, "number", "reference", "level", "credit", "glh"),
    )

    u = c.SECURITY
    text = f"Unit 01 {u.title} ({u.reference})\n\nUnit summary\nLearners will understand how conflict is managed.\n\nLevel: 2\nCredit value: 1\nGuided learning hours: 9\n\nLearning outcomes and assessment criteria\n\n{on_one_line(u)}\n\nDelivery and assessment guidance\n\n1.1 Learners could write a leaflet on communication at the door.\n1.2 Policies may be those of any employer.\n2.1 Learners should refer to at least two models.\n\nTypes of evidence: report, professional discussion\n"
    yield specimen(
        "guidance-by-number.txt",
        "guidance for each number below the unit",
        text,
        replace(says(u, "reference", "level", "credit", "glh"), number="01"),
    )

    u = c.HORSE
    lines = [
        f"Title {u.title}",
        "Level 1",
        "Credit 5",
        "",
        "Learning outcomes\tAssessment criteria\tEvidence type\tPortfolio reference\tDate",
    ]
    for o, (outcome, ts) in enumerate(u.outcomes, 1):
        lines += [f"{o} {outcome}\t{o}.{n} {t}\t\t\t" for n, t in enumerate(ts, 1)]
    lines += ["", "Learner name: ____________ Date: ________", "Assessor signature: ____________"]
    yield specimen(
        "outcome-each-row.txt",
        "the outcome repeated in each row; evidence columns; signature lines",
        "\n".join(lines),
        says(u, "level", "credit"),
    )

    u = c.ENERGY
    lines = [
        u.title or "",
        "",
        f"Unit reference\t{u.reference}",
        "Level\t2",
        "GLH\t22",
        "Unit expiry\t30 Sept 2029",
        "",
    ]
    lines += ["Learning outcomes", ""]
    for o, (outcome, _) in enumerate(u.outcomes, 1):
        lines += [f"{o}", outcome, ""]
    lines += ["Assessment criteria", "", *[n for n, _ in u.criteria], "", *[x for _, t in u.criteria for x in (t, "")]]
    yield specimen(
        "numbers-then-texts.txt",
        "all numbers, then all texts",
        "\n".join(lines),
        replace(says(u, "reference", "level", "glh", title=False), expiry="2029-09-30"),
    )

    u = c.DIGITAL
    one = " ".join(
        f"{o}. {outcome} " + " ".join(f"{o}.{n} {t}" for n, t in enumerate(ts, 1))
        for o, (outcome, ts) in enumerate(u.outcomes, 1)
    )
    text = f"Page 1 of 1 Linden & Rowe Unit specification Unit title: {u.title} Unit number: DG7 Level: 1 Credit value: 2 Guided learning hours: 15 Learning outcomes The learner will: Assessment criteria The learner can: {one} Assessment guidance Evidence may come from any system."
    yield specimen(
        "one-line-with-headings.txt",
        "one line with headings and furniture",
        text,
        says(replace(u, number="DG7"), "number", "level", "credit", "glh"),
    )

    u = TOUR
    lines = [
        "Unit title: Lead a walking tour",
        "Level: 3",
        "",
        "Learning Outcomes Assessment Criteria",
        "",
        *[x for x in woven(u, 20, 40) if x],
    ]
    yield specimen("woven-close.txt", "two columns woven without blank lines", "\n".join(lines), says(u, "level"))

    u = c.PLUMB
    text = f"# Unit 205: {u.title}\n\n| Level | Credit value | GLH | Unit reference |\n|---|---|---|---|\n| 2 | 8 | 69 | {u.reference} |\n\n"
    for o, (outcome, ts) in enumerate(u.outcomes, 1):
        text += (
            f"| Outcome {o} | {outcome} |\n|---|---|\n"
            + "".join(f"| {o}.{n} | {t} |\n" for n, t in enumerate(ts, 1))
            + "\n"
        )
    yield specimen(
        "outcome-tables.md",
        "one table an outcome with the outcome as its heading",
        text,
        says(u, "number", "level", "credit", "glh", "reference"),
    )

    u = c.FIRST_AID
    text = f"| **Unit title** | {u.title} |\n|:--|:--|\n| **Level** | 3 |\n| **Ofqual reference** | {u.reference} |\n\n"
    text += "| Learning outcomes<br>The learner will: | Assessment criteria<br>The learner can: |\n|---|---|\n"
    for o, (outcome, ts) in enumerate(u.outcomes, 1):
        text += f"| {o}. {outcome} | " + "<br>".join(f"{o}.{n}. {t}" for n, t in enumerate(ts, 1)) + " |\n"
    yield specimen("breaks-in-cells.md", "line breaks in pipe cells, bold labels", text, says(u, "level", "reference"))

    u = c.OFFICE
    lines = [
        "PENNINE AWARDING ORGANISATION",
        "",
        f"Unit BA 40: {u.title}",
        "",
        "Unit Level: 3",
        "Unit Credit Value: 4",
        "Unit Guided Learning Hours: 21",
        "Unit TQT: 40",
        "",
    ]
    for o, (outcome, ts) in enumerate(u.outcomes, 1):
        lines += [f"LO{o}: {outcome}", ""]
        for n, t in enumerate(ts, 1):
            lines += [f"AC{o}.{n}:", textwrap.fill(t, 50), ""]
    lines += ["Assessment notes", "AC1.2 may be met by a flow chart.", "The 2 outcomes can be assessed together."]
    yield specimen(
        "marked-numbers.txt",
        "AC1.1: alone above its text",
        "\n".join(lines),
        says(u, "number", "level", "credit", "glh", "tqt"),
    )

    u = SEWING
    lines = [
        "Alter ready-made garments 1",
        "Unit title: Alter ready-made garments",
        "Level: 2",
        "",
        "1. Know how garments are constructed",
        "",
    ]
    for o, (outcome, ts) in enumerate(u.outcomes, 1):
        if o > 1:
            lines += ["", f"{o}. {outcome}", ""]
        lines += [f"• {t}" for t in ts]
    yield specimen("bulleted.txt", "bullets under numbered outcomes", "\n".join(lines), says(u, "level"))

    u = c.GARDEN
    page = [f"Unit title: {u.title}", f"Unit reference: {u.reference}", "Level: 1", "Credit value: 4", ""]
    lines = list(page)
    for o, (outcome, ts) in enumerate(u.outcomes, 1):
        lines += [
            f"{o} {outcome}",
            *[f"{o}.{n} {t}" for n, t in enumerate(ts, 1)],
            "",
            f"Harrow Gate 2.1.3.0L            {o}",
            "\f" + page[0],
            *page[1:],
        ]
    yield specimen(
        "box-on-each-page.txt",
        "metadata box on each page, footers, form feeds",
        "\n".join(lines[:-5]),
        says(u, "reference", "level", "credit"),
    )

    u = BAKERY
    lines = [
        "Produce fermented dough by hand",
        "M/650/0417",
        "",
        "Level 2",
        "",
        "LO1\tLO2\tLO3",
        "\t".join(o for o, _ in u.outcomes),
    ]
    lines += ["\t".join(f"{o}.{n} {u.outcomes[o - 1][1][n - 1]}" for o in (1, 2, 3)) for n in (1, 2, 3)]
    yield specimen(
        "matrix.txt",
        "a matrix whose columns are outcomes, with tabs",
        "\n".join(lines),
        replace(says(u, "reference", "level", title=False)),
    )

    u = BIKES
    cut = replace(u, outcomes=((u.outcomes[0][0], u.outcomes[0][1][:4]), u.outcomes[1]))
    text = "Unit title: Service a bicycle\nUnit expiry date: n/a\nLevel: 2\n\n" + on_one_line(cut).replace(
        "Inspect the frame", "Ins pect the frame"
    ).replace("1.3 Measure chain", "1.3Measurechain")
    yield specimen(
        "split-and-glued.txt",
        "split and glued words",
        text,
        says(
            replace(
                cut,
                outcomes=tuple(
                    (o, tuple(t.replace("Inspect", "Ins pect").replace("Measure chain", "Measurechain") for t in ts))
                    for o, ts in cut.outcomes
                ),
            ),
            "level",
        ),
    )

    u = c.MENTOR
    html = "<html><body><header>Login</header><div class='breadcrumb'>Home > Units > Mentor</div><h1>Mentor a colleague in the workplace</h1><p>Reference: F/503/7763 | Level: 4 | Credits: 4 | GLH: 28 | TQT: 40</p><div class='accordion'>"
    for o, (outcome, ts) in enumerate(u.outcomes, 1):
        html += (
            f"<div><h3>Learning outcome {o}: {outcome}</h3><table><tr><th>Ref</th><th>Assessment criterion</th></tr>"
            + "".join(f"<tr><td>{o}.{n}</td><td>{t}</td></tr>" for n, t in enumerate(ts, 1))
            + "</table></div>"
        )
    yield specimen(
        "accordion.html",
        "headings over small tables; pairs with bars",
        html + "</div><p>Related: 2.1 Lead a team</p></body></html>",
        says(u, "reference", "level", "credit", "glh", "tqt"),
    )

    u = c.CARE
    lines = [
        "Title: Support individuals to eat and drink",
        "Level: 2",
        "Credit value: 2",
        "GLH: 15",
        "Learning outcomes: Assessment criteria:",
        "The learner will: The learner can:",
    ]
    for o, (outcome, ts) in enumerate(u.outcomes, 1):
        lines.append(f"{o}. {outcome} {o}.1 {ts[0]}")
        lines += [f"{o}.{n} {t}" for n, t in enumerate(ts[1:], 2)]
    yield specimen(
        "same-line-outcome.txt",
        "outcome and first criterion on one line",
        "\n".join(lines),
        says(u, "level", "credit", "glh"),
    )

    both = []
    text = "Handbook\n\nContents\nUnit 1 Using email and calendars at work 3\nUnit 2 Lead a walking tour 5\n\n1.1 Introduction\n1.2 Entry\n\n"
    for k, unit in enumerate((c.DIGITAL, TOUR), 1):
        text += (
            f"Unit {k}\n{unit.title}\n\nLevel: {unit.level}\nCredit value: {unit.credit}\n\n"
            + on_one_line(unit)
            + "\n\nUnit guidance\n\nEvidence may be oral.\n\n"
        )
        both.append(replace(says(unit, "level", "credit"), number=str(k)))
    yield specimen("two-bare-headings.txt", "two units under bare headings, contents list", text, *both)

    wear = (
        "Wear the right protective clothing",
        "Check the saw before use",
        "Cut timber to length",
        "Leave the saw isolated",
    )
    know = ("how guards are set", "why blades must be sharp", "the hazards of dust")
    text = (
        "Unit title: Use a cross-cut saw\nLevel: 2\n\nLearning outcome 1\nBe able to use a cross-cut saw\n\nYou must be able to:\n"
        + "\n".join(f"P{n}{t}" for n, t in enumerate(wear, 1))
        + "\n\nLearning outcome 2\nKnow about cross-cut saws\n\nYou must know and understand:\n"
        + "\n".join(f"K{n} {t}" for n, t in enumerate(know, 1))
        + "\n"
    )
    yield specimen(
        "performance-knowledge.txt",
        "P and K marks",
        text,
        Unit(
            "Use a cross-cut saw",
            (("Be able to use a cross-cut saw", wear), ("Know about cross-cut saws", know)),
            level="2",
        ),
    )

    u = c.LEAD
    text = f"Unit title\n\n{u.title}\n\nUnit reference number\n\nH/602/3185\n\nLevel\n\n5\n\nCredit value\n\n7\n\nGuided learning hours\n\n46\n\nLearning outcome\n\nAssessment criteria\n\nOn completion of this unit the learner will:\n\nThe learner can:\n\n"
    for o, (outcome, ts) in enumerate(u.outcomes, 1):
        text += f"{o}. {outcome}\n\n" + "".join(f"{o}.{n}\n\n{t}\n\n" for n, t in enumerate(ts, 1))
    yield specimen(
        "every-line-apart.txt",
        "every label, number and text in its own paragraph",
        text,
        says(u, "reference", "level", "credit", "glh"),
    )
