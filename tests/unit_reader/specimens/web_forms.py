"""Web pages and Markdown."""
# ruff: noqa: E501  the documents' own lines are long

from collections.abc import Iterator
from dataclasses import replace
from html import escape

from tests.unit_reader.specimens import content as c
from tests.unit_reader.specimens.text_forms import says, specimen
from tests.unit_reader.specimens.truth import Specimen


def web_specimens() -> Iterator[Specimen]:
    u = c.CARE
    rows = ""
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        for n, t in enumerate(texts, 1):
            head = f'<td rowspan="{len(texts)}"><b>{o}.</b> {escape(outcome)}</td>' if n == 1 else ""
            rows += f"<tr>{head}<td>{o}.{n}</td><td>{escape(t)}</td></tr>"
    page = (
        "<!doctype html><html><head><title>Units | Northvale</title><style>td{color:red}</style></head><body><nav><a>Home</a> <a>1.1 Courses</a></nav>"
        f"<div class=cookie><button>Accept 2.1 cookies</button></div><main><h1>{u.title}</h1><table><tr><th>Unit reference</th><td>{u.reference}</td></tr>"
        f"<tr><th>Level</th><td>Level {u.level}</td></tr><tr><th>Credits</th><td>{u.credit}</td></tr><tr><th>Guided learning hours</th><td>{u.glh} hours</td></tr></table>"
        f"<table><thead><tr><th>Learning outcome</th><th colspan=2>Assessment criteria</th></tr></thead><tbody>{rows}</tbody></table></main><footer>www.ocr.org.uk 4.1 Contact</footer></body></html>"
    )
    yield specimen(
        "rowspan.html",
        "rowspan and a number column; web furniture; a body only in a web address",
        page,
        says(u, "reference", "level", "credit", "glh"),
    )
    u = c.KITCHEN
    page = f"<html><body><h1>Unit specification</h1><p><strong>Unit title:</strong> {u.title}<br><strong>Level:</strong> 2<br>Expiry date: 31/08/2026</p>"
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        page += (
            f"<h3>Learning outcome {o}</h3><p>{escape(outcome)}</p><h4>Assessment criteria</h4><ol>"
            + "".join(f"<li>{escape(t)}</li>" for t in texts)
            + "</ol>"
        )
    yield specimen(
        "ordered-lists.html",
        "ordered lists under headings",
        page + "<h3>Further information</h3><p>See the guide.</p></body></html>",
        says(u, "level", "expiry"),
    )
    u = c.OFFICE
    page = f"<html><body><dl><dt>Unit title</dt><dd>{u.title}</dd><dt>Unit number</dt><dd>{u.number}</dd><dt>Unit level</dt><dd>3</dd><dt>TQT</dt><dd>40</dd><dt>GLH</dt><dd>21</dd></dl>"
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        page += (
            f"<table><tr><td colspan=2>{o}. {escape(outcome)}</td></tr>"
            + "".join(f"<tr><td>{o}.{n}</td><td>{escape(t)}</td></tr>" for n, t in enumerate(texts, 1))
            + "</table>"
        )
    yield specimen(
        "outcome-above.html",
        "outcome row above its criteria, one table an outcome",
        page + "</body></html>",
        says(u, "number", "level", "tqt", "glh"),
    )
    u = c.CLEANING
    rows = ""
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        cells = "".join(f"<p>{o}.{n}&nbsp;{escape(t)}</p>" for n, t in enumerate(texts, 1))
        rows += f"<tr><td><p>{o}&nbsp;{escape(outcome)}</p></td><td>{cells}</td><td><ul><li>at least 1.5 litres</li><li>section 4.2.1</li></ul></td></tr>"
    page = f"<html><body><h2>Unit HG7 {u.title}</h2><table><tr><th>LO</th><th>AC</th><th>Knowledge, range</th></tr>{rows}</table><p>© 2024 Harrow Gate Awarding. All rights reserved.</p></body></html>"
    page = page.replace("manufacturer's", "manufacturerâ€™s").replace("identified", "identiﬁed")
    cleaning = replace(
        u,
        number="HG7",
        outcomes=tuple((o, tuple(t.replace("manufacturer's", "manufacturer’s") for t in ts)) for o, ts in u.outcomes),
    )
    yield specimen(
        "damaged-characters.html",
        "broken characters; quantities in a knowledge column; a copyright line",
        page,
        says(cleaning, "number", "body"),
    )
    yield specimen(
        "course-page.html",
        "no unit: a course page",
        "<html><body><h1>Diploma in Care</h1><p>Level 2. 46 credits.</p><ul><li>1.1 How to apply</li><li>1.2 Fees</li></ul></body></html>",
    )
    u = c.DRIVE
    text = f"| | |\n|---|---|\n| Unit title | {u.title} |\n| Unit ref. no. | {u.reference} |\n| Level | 2 |\n| Credit value | 6 |\n| GLH | 40 |\n\n| Learning outcomes | Assessment criteria | Guidance |\n|---|---|---|\n"
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        for n, t in enumerate(texts, 1):
            text += f"| {f'{o} {outcome}' if n == 1 else ''} | {o}.{n} {t} | {'See the operator manual' if n == 2 else ''} |\n"
    yield specimen("pipe-table.md", "Markdown pipe table", text, says(u, "reference", "level", "credit", "glh"))
    u = c.LEAD
    text = f"# {u.title}\n\n**Level:** 5  \n**Credit value:** 7  \n**Guided learning hours:** 46\n\n"
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        text += (
            f"## Learning outcome {o}: {outcome}\n\n### Assessment criteria\n\n"
            + "".join(f"{n}. {t}\n" for n, t in enumerate(texts, 1))
            + "\n"
        )
    yield specimen(
        "headings-and-lists.md", "Markdown headings and numbered lists", text, says(u, "level", "credit", "glh")
    )
    u = c.FIRST_AID
    text = f"Unit Title: {u.title}\n\nOfqual unit reference: {u.reference}\n\n<table><tr><th>Learning outcomes</th><th>Assessment criteria</th></tr>\n"
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        text += (
            f"<tr><td>The learner will:<br>{o}. {escape(outcome)}</td><td>The learner can:<br>"
            + "<br>".join(f"{o}.{n} {escape(t)}" for n, t in enumerate(texts, 1))
            + "</td></tr>\n"
        )
    yield specimen(
        "html-in-markdown.md",
        "HTML table in Markdown",
        text + "</table>\n\nAdditional information\n\nNone.\n",
        says(u, "reference"),
    )
    u = c.MENTOR
    text = f"# Unit 7 – {u.title}\n\nAwarding organisation: {u.body}\n\n"
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        text += f"## {o}. {outcome}\n\n" + "".join(f"- {t}\n" for t in texts) + "\n"
    yield specimen(
        "bullets.md",
        "no numbers on criteria, bullets under numbered outcomes",
        text,
        replace(says(u, "body"), number="7"),
    )
    yield specimen(
        "read-me.md",
        "no unit: a read-me file",
        "# Setup\n\n1. Install it\n2. Run it\n\n## 1.1 Options\n\n- fast\n- slow\n",
    )
