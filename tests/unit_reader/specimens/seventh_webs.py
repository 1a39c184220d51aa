"""Units as web pages, saved whole with what stands around them, and as Markdown that a converter made."""
# ruff: noqa: E501  the documents' own lines are long

from collections.abc import Iterator
from html import escape

from tests.unit_reader.specimens import seventh_office as o7
from tests.unit_reader.specimens import seventh_people as s
from tests.unit_reader.specimens.telling import rows
from tests.unit_reader.specimens.text_forms import specimen
from tests.unit_reader.specimens.truth import Specimen, Unit

MENU = '<header><a class="skip" href="#main">Skip to content</a><nav><ul><li><a href="/">Home</a></li><li><a href="/quals">Qualifications</a></li><li><a href="/units">Units</a></li><li><a href="/centres">Become a centre</a></li><li><a href="/contact">Contact us</a></li></ul></nav><form role="search"><label for="q">Search</label><input id="q"><button>Go</button></form></header>'
COOKIES = '<div class="cookie-banner" role="dialog"><p>We use cookies to improve your experience. You can change your settings at any time.</p><button>Accept all</button><button>Reject</button></div>'


def _page(title: str, main: str, foot: str) -> str:
    style = "<style>.c1{width:30%}.c2{width:70%} table{border-collapse:collapse}</style>"
    script = "<script>window.data={unit:'1.1',level:9};</script>"
    return f'<!DOCTYPE html>\n<html lang="en-GB"><head><meta charset="utf-8"><title>{escape(title)}</title>{style}{script}</head>\n<body>{COOKIES}{MENU}\n<main id="main">\n{main}\n</main>\n<footer>{foot}</footer></body></html>\n'


def _ruled(unit: Unit) -> str:
    """A table with a row to each criterion; the outcome's cell spans its rows."""
    made = []
    for o, (outcome, texts) in enumerate(unit.outcomes, 1):
        for n, x in enumerate(texts, 1):
            first = f'<td rowspan="{len(texts)}">{o}. {escape(outcome)}</td>' if n == 1 else ""
            made.append(f"<tr>{first}<td>{o}.{n}</td><td>{escape(x)}</td></tr>")
    return "\n".join(made)


def seventh_webs() -> Iterator[Specimen]:
    yield from _pages()
    yield from _marks()


def _pages() -> Iterator[Specimen]:
    u = s.FIRST_AID
    main = (
        f"<h1>{u.title}</h1><p class='lead'>A unit for nursery staff, childminders and nannies.</p>"
        "<dl><dt>Unit reference</dt><dd>F/650/2181</dd><dt>Level</dt><dd>3</dd><dt>Credit value</dt><dd>1</dd><dt>GLH</dt><dd>12</dd></dl>"
        "<h2>Content</h2><table><thead><tr><th>Learning outcomes<br>The learner will</th><th colspan='2'>Assessment criteria<br>The learner can</th></tr></thead><tbody>"
        f"{_ruled(u)}</tbody></table>"
        "<h2>Assessment guidance</h2><p>1.2 The answer should mention gloves and washing of hands.</p><p>3.2 At least 2 minutes of compressions at floor level.</p>"
        "<aside><h3>Related units</h3><ul><li><a>Managing paediatric illness (Level 3, 1 credit)</a></li><li><a>Emergency first aid at work (K/618/9143)</a></li></ul></aside>"
    )
    yield specimen(
        "paediatric-first-aid.html",
        "definition list of facts; table with spanning cells; related units beside it",
        _page(f"{u.title} | Qualsafe Awards", main, "<p>© Qualsafe Awards 2024. Registered in England.</p>"),
        u,
    )

    u = s.MINUTES
    parts = [
        f"<h1>{u.title}</h1><table class='meta'><tr><th>Unit number</th><td>BA 219</td><th>Ofqual code</th><td>K/506/6867</td></tr><tr><th>Level</th><td>2</td><th>Credit</th><td>4</td></tr><tr><th>Guided learning hours</th><td>27 hours</td><th>Unit end date</th><td>30/04/2029</td></tr></table>",
        "<h2>Unit Learning Outcomes</h2>",
    ]
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        items = "".join(
            f"<li><span class='no'>{o}.{n}</span> <span>{escape(x)}</span></li>" for n, x in enumerate(texts, 1)
        )
        parts.append(
            f"<div class='lo'><h3>{o}</h3><p>{escape(outcome)}</p><h4>Assessment Criteria</h4><ul>{items}</ul></div>"
        )
    parts.append(
        "<h2>Qualifications this unit appears in</h2><ul><li>Level 2 Certificate in Administration (600/3575/4)</li><li>Level 2 Award in Office Skills</li></ul>"
    )
    yield specimen(
        "minutes-and-meetings.html",
        "a block for each outcome, its number in a heading of its own; numbers of criteria in spans",
        _page("Unit BA 219", "".join(parts), "<p>Gateway Qualifications, Gateway House. Tel 01206 000000</p>"),
        u,
    )

    u = s.COUNSEL
    parts = [
        f"<h1>Unit 2: {u.title}</h1><p><strong>Level:</strong> 2<br><strong>Unit reference:</strong> L/650/2961<br><strong>Guided learning hours:</strong> 18<br><strong>Total qualification time:</strong> 34</p>",
        "<p>On completing this unit learners will have reflected on their own values.</p>",
    ]
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        parts.append(f"<h2>{o}. {escape(outcome)}</h2><ol>" + "".join(f"<li>{escape(x)}</li>" for x in texts) + "</ol>")
    parts.append("<h2>Evidence</h2><p>A learning journal of about 1,500 words and one recorded session.</p>")
    yield specimen(
        "counselling-skills-two.html",
        "headings and ordered lists whose numbers only the browser knows",
        _page("Counselling skills", "".join(parts), "<p>© Vale Counselling Awards</p>"),
        Unit(u.title, u.outcomes, reference=u.reference, number="2", level="2", glh="18", tqt="34", body=u.body),
    )

    u = s.BICYCLE
    body = "".join(
        f"<tr class='lo'><td colspan='2'><b>Outcome {o} &ndash; {escape(outcome)}</b></td></tr>"
        + "".join(f"<tr><td>{o}.{n}</td><td>{escape(x)}</td></tr>" for n, x in enumerate(texts, 1))
        for o, (outcome, texts) in enumerate(u.outcomes, 1)
    )
    main = (
        "<ol class='breadcrumb'><li>Units</li><li>Cycle mechanics</li><li>CT205</li></ol>"
        f"<h1>CT205 {u.title}</h1><ul class='facts'><li>Level: 2</li><li>Credit: 4</li><li>GLH: 32</li><li>Ofqual reference: F/504/8858</li><li>Awarding organisation: Spokes Awarding</li></ul>"
        f"<p>You will service the gears and brakes of 3 bicycles of different types.</p><table><tbody>{body}</tbody></table>"
        "<h2>Tools</h2><ul><li>chain checker, 0.5 and 0.75 %</li><li>torque wrench, 4 to 25 Nm</li></ul><p>Last updated 12 March 2024</p>"
    )
    yield specimen(
        "bicycle-service.html",
        "outcome rows across the table; crumbs above",
        _page(f"CT205 {u.title}", main, "<p>Privacy. Terms.</p>"),
        u,
    )

    u = s.MENTOR
    cells = "".join(
        f"<tr><td>{o} {escape(outcome)}</td><td>"
        + "<br/>".join(f"{o}.{n}&nbsp;{escape(x)}" for n, x in enumerate(texts, 1))
        + f"</td><td>{content}</td></tr>"
        for (o, (outcome, texts)), content in zip(
            enumerate(u.outcomes, 1),
            ("Definitions; models", "Contracts; 5 sessions", "Open questions; 2 to 1 ratio", "Reflection"),
            strict=True,
        )
    )
    main = (
        "<table border='1'><tr><td>Title:</td><td colspan='3'>Mentor a colleague in the workplace</td></tr><tr><td>Unit number:</td><td>8603-22</td><td>Level:</td><td>4</td></tr>"
        "<tr><td>Credit value:</td><td>5</td><td>Guided learning hours:</td><td>24</td></tr><tr><td>Unit reference:</td><td>J/503/9353</td><td>Start date:</td><td>01/09/2021</td></tr></table>"
        f"<p>This unit is one of the ILM Level 4 units in coaching and mentoring.</p><table border='1'><tr><th>Learning outcomes (The learner will)</th><th>Assessment criteria (The learner can)</th><th>Depth</th></tr>{cells}</table>"
        "<p>Additional information about this unit: relates to LM D9. Equivalencies: none.</p>"
    )
    yield specimen(
        "workplace-mentor.html",
        "facts in a table of four columns; three columns with breaks",
        _page("ILM unit", main, "<p>ILM, part of City &amp; Guilds</p>"),
        u,
    )


def _marks() -> Iterator[Specimen]:
    u = o7.RECRUIT
    text = "\n".join(
        [
            "CIPD Level 3 Certificate in People Practice\n",
            f"# {u.title}\n",
            "| Unit code | HRM302 |\n|---|---|\n| Unit reference | A/615/0976 |\n| Level | 3 |\n| Credit value | 5 |\n| GLH | 30 |\n| TUT | 50 |\n",
            "## Purpose\n\nThis unit is for those who support managers through at least 2 recruitments a year.\n",
            "## Outcomes\n\n| Learning outcomes | | Assessment criteria | |\n|---|---|---|---|",
            *(f"| {o} | {outcome} | {n} | {x} |" for o, outcome, n, x in rows(u)),
            "\n## Indicative content\n\n- 1.1 vacancy, analysis, advertisement\n- 2.1 templates, inclusive language\n- 3.2 STAR, scoring from 1 to 5\n",
        ]
    )
    yield specimen("recruit-and-select.md", "pipe tables; content that repeats numbers", text, u)

    u = o7.GREENKEEP
    body = [
        f"**Unit title:** {u.title}  \n**Level:** 2  \n**Credit value:** 7  \n**GLH:** 52  \n**Unit reference:** T/615/3374\n"
    ]
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        body.append(f"### Learning outcome {o}\n\n**{outcome}**\n\nThe learner can:\n")
        body += [f"- **{o}.{n}** {x}" for n, x in enumerate(texts, 1)]
        body.append("")
    body.append("### Equipment\n\n1. Cylinder mower with 8 or 10 blades\n2. Hole cutter\n3. Hollow tines, 12 mm\n")
    yield specimen("golf-greens.md", "headings and lists with bold numbers", "\n".join(body), u)

    u = o7.BUDGET
    lines = "\n".join(
        f"| {o}. {outcome} | " + "<br>".join(f"{o}.{n} {x}" for n, x in enumerate(texts, 1)) + " |"
        for o, (outcome, texts) in enumerate(u.outcomes, 1)
    )
    yield specimen(
        "manage-a-budget.md",
        "breaks in cells of a pipe table, between page images",
        f"![](_page_0_Picture_0.jpeg)\n\n## M&L 31: {u.title}\n\n|                | |\n|----------------|--------|\n| Unit reference | A/600/8711 |\n| Level | 4 |\n| Credit value | 5 |\n| Guided learning hours | 28 |\n\n"
        f'<span id="page-1-0"></span>Unit aim: to control spending within 12 months of appointment.\n\n| Learning outcomes<br>The learner will: | Assessment criteria<br>The learner can: |\n|---|---|\n{lines}\n\n![](_page_1_Picture_2.jpeg)\n\n© Crestfield Awards 2022 Page 2 of 2\n',
        u,
    )
