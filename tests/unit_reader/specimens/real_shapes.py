"""Shapes that documents on the public web showed and no specimen had; the wording is invented.

Each stands for a class of fault: lead-ins as bullets, text that is printed again behind the last criterion, glued
numbers, registers that print a number twice, notes that cite a number, grades in columns, columns over a page break.
"""

# ruff: noqa: E501  the documents' own lines are long

import io
from collections.abc import Iterator
from dataclasses import replace

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from tests.unit_reader.specimens.page_forms import columns
from tests.unit_reader.specimens.telling import told
from tests.unit_reader.specimens.text_forms import says, specimen
from tests.unit_reader.specimens.truth import Specimen

LADDERS = told(
    "Work from a stepladder",
    """
    # Know the hazards of stepladders
    State when a stepladder is the wrong choice
    List the parts that are checked before use
    # Be able to use a stepladder
    Set the ladder on firm and level ground
    Keep three points of contact while climbing
    Return the ladder and report damage
    """,
    reference="H/601/3840",
    level="1",
    credit="1",
    glh="8",
)
BEES = told(
    "Inspect a hive",
    """
    # Understand the colony in summer
    Explain the signs that a colony will swarm
    Describe how stores are judged by weight
    # Be able to inspect a hive
    Light a smoker and keep it burning
    Lift frames without crushing bees
    """,
    level="2",
)


def real_shapes() -> Iterator[Specimen]:
    yield from _web_texts()
    yield from _dumps()
    yield from _tables()
    yield _page()


def _web_texts() -> Iterator[Specimen]:
    u = LADDERS
    lines = ["Overview", "", "Framework:", "RQF", "Level:", "Level 1", "Unit No:", "H/601/3840", "Credits:", "1"]
    lines += [
        "Guided learning hours:",
        "8 hours",
        "",
        "Assessment Guidance",
        "",
        "N/A",
        "",
        "Unit Learning Outcomes",
        "",
    ]
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        lines += [
            f"{o}.",
            "",
            f"{outcome}.",
            "",
            "Ladders used",
            "",
            "  • wooden",
            "  • aluminium",
            "",
            "Assessment Criteria",
            "",
        ]
        for n, text in enumerate(texts, 1):
            lines += [f"  • {o}.{n}", f"    {text}."]
        lines.append("")
    full = replace(u, outcomes=tuple((f"{o}.", tuple(f"{t}." for t in ts)) for o, ts in u.outcomes))
    yield specimen(
        "unit-page.txt",
        "bullets above numbers, content between outcomes",
        "\n".join(lines),
        says(full, "reference", "level", "credit", "glh", title=False),
    )

    lines = ["Safe Working Course", "", "Share:", "Description", "", "Unit: Work from a stepladder", ""]
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        lines += [
            f"Learning Outcome {o}: {outcome}.",
            "",
            "  • Learners will be able to:",
            *(f"    • {t}." for t in texts),
            "",
        ]
    yield specimen("bulleted-lead-in.txt", "the lead-in is a bullet like its criteria", "\n".join(lines), says(full))

    u = BEES
    once = []
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        once += [
            "The learner will:",
            f"{o} - {outcome}",
            "The learner can:",
            *(f"{o}.{n} {t}" for n, t in enumerate(texts, 1)),
        ]
    summary = [f"{o} - {outcome}" for o, (outcome, _) in enumerate(u.outcomes, 1)]
    lines = ["Unit 14", f"{u.title} (K/505/2710)", "Summary", *summary, *summary, *once, *once[1:5]]
    yield specimen(
        "printed-again.txt",
        "a summary before and the unit once more behind",
        "\n".join(lines),
        says(replace(u, reference="K/505/2710", number="14"), "reference", "number"),
    )

    lines = [f"Unit title: {u.title}", "Level: 2", "LEARNING OUTCOMES AND ASSESSMENT CRITERIA"]
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        lines += [
            f"LO{o} {outcome}",
            *(f"{o}.{n} {t[0].lower()}{t[1:]}" for n, t in enumerate(texts, 1)),
            "© Northvale 2013",
        ]
    lines += ["GRADING OF THE UNIT", "A merit is not available.", "A pass is gained by all of the criteria."]
    lower = replace(u, outcomes=tuple((o, tuple(t[0].lower() + t[1:] for t in ts)) for o, ts in u.outcomes))
    yield specimen(
        "shouted-heading.txt",
        "a heading in capitals ends criteria without a gap",
        "\n".join(lines),
        says(lower, "level"),
    )


def _dumps() -> Iterator[Specimen]:
    u = BEES
    text = f"Unit title: {u.title}\nLevel: 2\nLearning OutcomesThe learner will:Assessment CriteriaThe learner can:\n"
    text += f"1. {u.outcomes[0][0]} 1.1 {u.outcomes[0][1][0]}1.2 Describe how\nstores are judged by weight2. {u.outcomes[1][0]}2.1\n"
    text += f"{u.outcomes[1][1][0]}2.2 {u.outcomes[1][1][1]}\n"
    yield specimen("glued-numbers.txt", "numbers glued to the words before them", text, says(u, "level"))

    text = f"Unit title: {u.title}\nLevel: 2\nLearning outcomes\nAssessment criteria\n1. {u.outcomes[0][0]}\n"
    text += " ".join(f"1.{n} {t}" for n, t in enumerate(u.outcomes[0][1], 1)) + f"\n2. {u.outcomes[1][0]}\n"
    text += " ".join(f"2.{n} {t}" for n, t in enumerate(u.outcomes[1][1], 1))
    text += "\nAC1.1 (signs) to include: queen cells, idle bees\nStructure:\nLearners take one unit of the award.\n"
    yield specimen(
        "cited-number.txt", "a note on a number and a label behind the last criterion", text, says(u, "level")
    )

    rows = []
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        rows += [
            f"| {o} | {o} {outcome} | {o}.1 | .1 {texts[0]} |",
            *(f"| {o}.{n} | .{n} {t} |" for n, t in enumerate(texts[1:], 2)),
        ]
    yield specimen(
        "number-twice.txt", "a register's rows with each number twice", "\n".join(rows), says(u, title=False)
    )

    lines = ["View Unit : Inspect a hive", "", "Unit", "Unit Reference Number", "K/505/2710", "Title", u.title or ""]
    lines += [
        "Unit Level",
        "Entry Level",
        "Unit Sub Level",
        "Entry 3",
        "Guided Learning Hours",
        "12",
        "Unit Credit Value",
        "2",
    ]
    lines += ["Date of Withdrawal", "SSAs", "3.2 Horticulture", "", "Learning Outcomes and Assessment Criteria"]
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        lines += [str(o), "", f"{outcome}.", ""]
        for n, t in enumerate(texts, 1):
            lines += [f"{o}.{n}", "", f"{t}.", ""]
    lines += ["Equivalent Units", "There are no equivalences to display."]
    full = replace(u, outcomes=tuple((f"{o}.", tuple(f"{t}." for t in ts)) for o, ts in u.outcomes))
    register = replace(full, reference="K/505/2710", level="Entry 3", credit="2", glh="12")
    yield specimen(
        "register-view.txt",
        "a register's page with a sub level",
        "\n".join(lines),
        says(register, "reference", "level", "credit", "glh"),
    )


def _tables() -> Iterator[Specimen]:
    graded = told(
        "Run a bee tour",
        """
        # Investigate visitors to apiaries
        Explain what visitors expect
        Compare tours of two apiaries
        Evaluate one tour
        # Carry out a tour
        Guide visitors past the hives
        Justify the route that was taken
        """,
        level="3",
        number="9",
    )
    (first, (a, b, c)), (second, (d, e)) = graded.outcomes
    html = f"<html><body><h1>Unit 9: {graded.title}</h1><p>Level: 3</p><h2>Assessment criteria</h2><table>"
    html += "<tr><th>Pass</th><th>Merit</th><th>Distinction</th></tr>"
    html += f"<tr><td colspan=2>Learning aim A: {first}</td><td rowspan=2>A.D1 {c}</td></tr>"
    html += f"<tr><td>A.P1 {a}</td><td>A.M1 {b}</td></tr>"
    html += f"<tr><td colspan=3>Learning aim B: {second}</td></tr><tr><td>B.P2 {d}</td><td>B.M2 {e}</td><td></td></tr>"
    yield specimen(
        "graded-aims.html",
        "grades in columns below learning aims",
        html + "</table></body></html>",
        says(graded, "level", "number"),
    )

    u = LADDERS
    html = (
        f"<html><body><h1>Unit 3 {u.title}</h1><table><tr><th>Assessment criteria</th><th>Indicative content</th></tr>"
    )
    for outcome, texts in u.outcomes:
        html += f"<tr><td colspan=2>{outcome}</td></tr>"
        html += "".join(f"<tr><td>{chr(97 + n)}) {t}</td><td>steps of 1.5 m</td></tr>" for n, t in enumerate(texts))
    yield specimen(
        "banner-rows.html",
        "outcomes in rows of their own above lettered criteria",
        html + "</table></body></html>",
        says(replace(u, number="3"), "number"),
    )

    html = f"<html><body><h1>{u.title}</h1><table><tr><th>The learner will</th><th>The learner can</th></tr>"
    for outcome, texts in u.outcomes:
        for n, t in enumerate(texts, 1):
            html += f"<tr><td>{outcome}</td><td>P{n} {t}</td></tr>"
    yield specimen(
        "outcome-each-row.html",
        "the outcome repeated in each row, headings without their names",
        html + "</table></body></html>",
        says(u),
    )


def _page() -> Specimen:
    u = replace(LADDERS, outcomes=tuple(LADDERS.outcomes))
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    canvas.setFont("Helvetica", 9)
    canvas.drawString(60, 790, f"Unit title: {u.title}")
    y = columns(canvas, 760, [(60, 180, "Learning outcomes"), (260, 260, "Assessment criteria")])
    y = columns(canvas, y - 6, [(60, 180, f"1 {u.outcomes[0][0]}"), (260, 260, f"a) {u.outcomes[0][1][0]}")])
    y = columns(canvas, y - 6, [(260, 260, f"b) {u.outcomes[0][1][1]}")])
    y = columns(canvas, y - 6, [(60, 180, f"2 {u.outcomes[1][0]}"), (260, 260, f"a) {u.outcomes[1][1][0]}")])
    canvas.drawString(60, 30, "Northvale Awards")
    canvas.showPage()
    canvas.setFont("Helvetica", 9)
    y = columns(canvas, 790, [(260, 260, f"b) {u.outcomes[1][1][1]}")])
    columns(canvas, y - 6, [(260, 260, f"c) {u.outcomes[1][1][2]}")])
    canvas.drawString(60, 30, "Northvale Awards")
    canvas.showPage()
    canvas.save()
    return Specimen(
        "alone-on-page.pdf",
        out.getvalue(),
        (replace(says(u), body="Northvale Awards"),),
        "criteria alone at the top of the second page",
    )
