"""Units of the eighth set as web pages that were saved whole, with what sites put around their text."""
# ruff: noqa: E501  the documents' own lines are long

from collections.abc import Callable, Iterator
from html import escape

from tests.unit_reader.specimens import eighth_more as m
from tests.unit_reader.specimens import eighth_people as e
from tests.unit_reader.specimens import eighth_service as v
from tests.unit_reader.specimens import eighth_trades as t
from tests.unit_reader.specimens.text_forms import specimen
from tests.unit_reader.specimens.truth import Specimen, Unit

COOKIES = '<div id="ccc" role="alertdialog" aria-label="Cookies"><h2>Your privacy</h2><p>This site uses cookies, some of which are necessary. Level of consent: 1 of 3.</p><button>Accept</button> <button>Settings</button></div>'
MENU = '<nav aria-label="Main"><ul><li><a href="/q">Qualifications</a><ul><li><a>Level 1</a></li><li><a>Level 2</a></li><li><a>Level 3</a></li></ul></li><li><a href="/c">Centres</a></li><li><a href="/l">Learners</a></li><li><a href="/log">Log in</a></li></ul></nav><form role="search"><label>Search <input name="q"></label><button>Go</button></form>'
LINKS = '<div class="foot-links"><h2>About</h2><ul><li>Contact us</li><li>Careers</li><li>Accessibility</li></ul><h2>Follow us</h2><ul><li>News</li></ul></div>'


def _page(title: str, main: str, foot: str = "") -> str:
    head = f'<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{escape(title)}</title><style>nav ul{{display:flex}} .ac::before{{content:counter(ac)}}</style></head>'
    return f'<!doctype html>\n<html lang="en">{head}\n<body class="unit-page">\n{COOKIES}\n<header>{MENU}</header>\n<main>\n{main}\n</main>\n<footer>{LINKS}<p>{foot}</p></footer>\n<script>dataLayer=[{{"lo":"1.1"}}];</script>\n</body></html>'


def _outcomes(unit: Unit, made: Callable[[int, str, tuple[str, ...]], str]) -> str:
    return "\n".join(made(o, escape(outcome), texts) for o, (outcome, texts) in enumerate(unit.outcomes, 1))


def eighth_webs() -> Iterator[Specimen]:
    yield from _plain()
    yield from _other()
    yield from _awkward()


def _plain() -> Iterator[Specimen]:
    u = e.FOSTER
    main = (
        f"<p class='crumbs'><a>Home</a> &gt; <a>Units</a> &gt; FC14</p><h1>{u.title}</h1><dl class='summary'><dt>Unit number</dt><dd>FC14</dd><dt>Ofqual reference</dt><dd>R/652/6453</dd><dt>Level</dt><dd>3</dd><dt>Credit value</dt><dd>3</dd><dt>Guided learning hours</dt><dd>20</dd></dl>"
        "<h2>Overview</h2><p>For foster carers in their first 2 years. The child may be placed for a night or for good.</p>"
    )
    main += _outcomes(
        u,
        lambda o, outcome, texts: (
            f"<h2>Learning outcome {o}</h2><p>The learner will {outcome[0].lower() + outcome[1:]}</p><h3>Assessment criteria</h3><p>The learner can:</p><ul class='plain'>"
            + "".join(f"<li>{o}.{n} {escape(x)}</li>" for n, x in enumerate(texts, 1))
            + "</ul>"
        ),
    )
    main += (
        "<h2>Downloads</h2><ul><li><a>Unit FC14 (PDF, 112 KB)</a></li><li><a>Evidence log (DOCX, 40 KB)</a></li></ul>"
    )
    small = tuple((x[0].lower() + x[1:], ts) for x, ts in u.outcomes)
    yield specimen(
        "welcome-a-child.html",
        "list of facts; 'the learner will' runs into each outcome",
        _page(f"{u.title} - Homestead Qualifications", main, "&copy; Homestead Qualifications 2024. Charity 000000."),
        Unit(u.title, small, reference=u.reference, number="FC14", level="3", credit="3", glh="20", body=u.body),
    )

    u = e.PLAYTIME
    main = (
        f"<h1>{u.title}</h1><div class='pills'><span>Level 2</span> <span>Credit value: 3</span> <span>GLH: 22</span> <span>TQT: 30</span></div><p>Unit code: SSW-16<br>Unit reference: T/517/5624</p>"
        + _outcomes(
            u,
            lambda o, outcome, texts: (
                f"<details{' open' if o == 1 else ''}><summary>{o}. {outcome}</summary><table><thead><tr><th>Ref</th><th>The learner can</th></tr></thead><tbody>"
                + "".join(f"<tr><td>{o}.{n}</td><td>{escape(x)}</td></tr>" for n, x in enumerate(texts, 1))
                + "</tbody></table></details>"
            ),
        )
        + "<details><summary>Assessment requirements</summary><p>Outcomes 2, 3 and 4 must be observed in a school.</p></details><details><summary>FAQs</summary><p>Can I use video? Yes, with consent.</p></details>"
    )
    yield specimen(
        "playground-supervision.html",
        "accordions that each hold a table",
        _page(
            "Supervise pupils during playtimes and lunch breaks | Openfield Awards",
            main,
            "Openfield Awards, a company limited by guarantee",
        ),
        u,
    )

    u = t.HEDGE
    main = (
        f"<h1>{u.number} {u.title}</h1><table class='key'><tr><th scope='row'>Unit ref</th><td>T/601/6726</td></tr><tr><th scope='row'>Level</th><td>2</td></tr><tr><th scope='row'>Credit</th><td>6</td></tr><tr><th scope='row'>GLH</th><td>45</td></tr></table>"
        "<h2>Content of the unit</h2><table class='los'><tr><th>Learning outcome</th><th>Assessment criteria</th></tr>"
        + _outcomes(
            u,
            lambda o, outcome, texts: (
                f"<tr><td><p>{o}. {outcome}</p></td><td>"
                + "".join(f"<p>{o}.{n} {escape(x)}</p>" for n, x in enumerate(texts, 1))
                + "</td></tr>"
            ),
        )
        + "</table><h2>Notes</h2><p>Styles: Midland, Welsh border, South of England. Hedges of 20 m or more.</p>"
    )
    yield specimen(
        "lay-hedges.html",
        "two columns, a row to each outcome",
        _page("ECH 2.7", main, "© 2022 Fieldfare Land Skills"),
        u,
    )

    u = v.BREAD
    main = (
        f"<article><h1>{u.title}</h1><p><b>Code</b> FDP-118 &middot; <b>Ofqual reference</b> Y/617/8963 &middot; <b>Level</b> 2 &middot; <b>Credit</b> 6 &middot; <b>GLH</b> 48</p><p>Awarding organisation: Provender Awards</p><h2>Outcomes and criteria</h2><dl>"
        + _outcomes(
            u,
            lambda o, outcome, texts: (
                f"<dt>{o}. {outcome}</dt>" + "".join(f"<dd>{o}.{n}. {escape(x)}</dd>" for n, x in enumerate(texts, 1))
            ),
        )
        + "</dl></article><aside><h2>See also</h2><ul><li>FDP-119 Produce laminated pastry</li><li>FDP-204 Plan bakery production (K/617/6859)</li></ul></aside>"
    )
    yield specimen(
        "dough-by-hand.html",
        "outcomes and criteria as a definition list; facts in a row of bold labels",
        _page("FDP-118", main),
        u,
    )


def _other() -> Iterator[Specimen]:
    u = v.WASHROOM
    blocks = _outcomes(
        u,
        lambda o, outcome, texts: (
            f"<tr><td colspan=2 style='background:#D9D9D9'><p class=MsoNormal><b>{o}<span style='mso-tab-count:1'>      </span>{outcome}</b><o:p></o:p></p></td></tr>"
            + "".join(
                f"<tr><td width=60><p class=MsoNormal>{o}.{n}<o:p></o:p></p></td><td><p class=MsoNormal><span lang=EN-GB>{escape(x)}</span><o:p></o:p></p></td></tr>"
                for n, x in enumerate(texts, 1)
            )
        ),
    )
    text = f"<html xmlns:o='urn:schemas-microsoft-com:office:office'><head><meta charset=utf-8><title>CL7</title><!--[if gte mso 9]><xml><o:Pages>2</o:Pages></xml><![endif]--></head><body lang=EN-GB><p class=MsoTitle>Unit CL7: {u.title}</p><table class=MsoTableGrid><tr><td><p class=MsoNormal>Level</p></td><td><p class=MsoNormal>1</p></td><td><p class=MsoNormal>Credit</p></td><td><p class=MsoNormal>4</p></td></tr><tr><td><p class=MsoNormal>GLH</p></td><td><p class=MsoNormal>25</p></td><td><p class=MsoNormal>Ref</p></td><td><p class=MsoNormal>J/604/2425</p></td></tr></table><p class=MsoNormal>&nbsp;</p><table class=MsoTableGrid>{blocks}</table><p class=MsoNormal>This unit is awarded by Skilful First to cleaners of public buildings. Contact time: 5 minutes.</p></body></html>"
    yield specimen("washrooms-saved-from-word.html", "a page that a word processor saved; the body in prose", text, u)

    u = v.SERVERS
    main = (
        f"<h1>{u.title}</h1><ul class='list-inline'><li>Unit IT/4/22</li><li>Level 4</li><li>8 credits</li><li>50 GLH</li><li>Y/604/8567</li></ul>"
        + _outcomes(
            u,
            lambda o, outcome, texts: (
                f"<div class='card'><div class='card-header'>LO{o}</div><div class='card-body'><h4 class='card-title'>{outcome}</h4><div class='row'>"
                + "".join(
                    f"<div class='col-1'>{o}.{n}</div><div class='col-11'>{escape(x)}</div>"
                    for n, x in enumerate(texts, 1)
                )
                + "</div></div></div>"
            ),
        )
        + "<h3>Equipment</h3><p>2 hosts with 64 GB each; hypervisor of release 7.0 or later</p>"
    )
    yield specimen(
        "virtual-servers.html",
        "cards; values before their words in a list without labels",
        _page("IT/4/22 – Gatehouse Qualifications", main, "© Gatehouse Qualifications"),
        u,
    )

    u = v.DIARY
    main = (
        f"<h1>{u.title}</h1><p>Unit number BA 2.06. Ofqual reference F/513/0217. Level 2. Credit value 2. Guided learning hours 12.</p><h2>Learning outcomes</h2><ol class='lo'>"
        + _outcomes(
            u,
            lambda o, outcome, texts: (
                f"<li>{outcome}<ol class='ac'>" + "".join(f"<li>{escape(x)}</li>" for x in texts) + "</ol></li>"
            ),
        )
        + "</ol><h2>Assessment</h2><p>Evidence over 4 weeks.</p>"
    )
    yield specimen(
        "diary-systems.html",
        "a list within a list; no number is in the text",
        _page("BA 2.06", main, "&copy; Laurel Awards"),
        u,
    )

    u = e.CHAPEL
    points = u.points
    main = (
        f"<h1>{u.title}</h1><div role='table'><div role='row'><span role='rowheader'>Unit code</span><span role='cell'>FO 2.03</span></div><div role='row'><span role='rowheader'>Reference</span><span role='cell'>R/604/2038</span></div><div role='row'><span role='rowheader'>Level</span><span role='cell'>2</span></div><div role='row'><span role='rowheader'>Credit</span><span role='cell'>5</span></div><div role='row'><span role='rowheader'>GLH</span><span role='cell'>29</span></div></div>"
        + _outcomes(
            u,
            lambda o, outcome, texts: (
                f"<section><h2>{o} {outcome}</h2>"
                + "".join(
                    f"<p>{o}.{n} {escape(x)}</p>"
                    + (
                        "<ul>" + "".join(f"<li>{p}</li>" for p in points[f"{o}.{n}"]) + "</ul>"
                        if f"{o}.{n}" in points
                        else ""
                    )
                    for n, x in enumerate(texts, 1)
                )
                + "</section>"
            ),
        )
        + "<h2>Range</h2><p>Places: home, hospital, care home, roadside</p>"
    )
    yield specimen(
        "removal-of-the-deceased.html",
        "facts in a grid of blocks; sub-points as lists",
        _page("FO 2.03 Lych Gate Awards", main, "Lych Gate Awards &ndash; serving the funeral profession since 1988"),
        u,
    )


def _awkward() -> Iterator[Specimen]:
    u = t.ISOLATE
    rows = _outcomes(
        u,
        lambda o, outcome, texts: (
            f"<tr><td rowspan={len(texts)}>{o}<td rowspan={len(texts)}>{outcome}"
            + "<tr>".join(f"<td>{o}.{n}<td>{escape(x)}" for n, x in enumerate(texts, 1))
        ),
    )
    text = f"<html><body bgcolor=white><center><font size=5>{u.title}</font></center><table border=1><tr><td>EEL code<td>ELD3-04<td>Level<td>3<tr><td>Unit ref<td>K/605/8973<td>Credit<td>6<tr><td>GLH<td>44<td>Issue<td>2</table><p>Excellence in Electrical Learning<p>The learner must work on circuits that are not in use.<table border=1><tr><th colspan=2>Learning outcome<th colspan=2>Assessment criteria{rows}</table><p>Last changed 4.2.2019</body></html>"
    yield specimen("isolation-old-page.html", "an old page: tags never closed, cells that span rows", text, u)

    u = t.SLING
    main = (
        f"<h1>PL 07: {u.title}</h1><p>Level: 2 / Credit: 5 / GLH: 35 / Unit reference: K/617/6859</p>"
        + _outcomes(
            u,
            lambda o, outcome, texts: (
                f"<h3>Outcome {o}: {outcome}</h3><ol type='a'>"
                + "".join(f"<li>{escape(x)}</li>" for x in texts)
                + "</ol>"
            ),
        )
        + "<h3>Accessories</h3><ol><li>chain slings, 2 and 4 legs</li><li>shackles</li><li>eyebolts</li></ol>"
    )
    yield specimen(
        "slinger-signaller.html",
        "lettered lists whose letters only the browser knows; a list of things after them",
        _page("PL 07", main, "© 2023 Hoist and Haul Awards"),
        u,
    )

    u = m.TREES
    main = (
        "<ul class='tabs'><li>Summary</li><li>Structure</li><li>Documents</li></ul><h1>Unit finder</h1><p>Results 1 to 1 of 1 for “plant trees”</p>"
        f"<h2>{u.title}</h2><p>ARB 204 (D/659/5405)</p><table><tr><td>Level</td><td>Credit</td><td>GLH</td></tr><tr><td>2</td><td>4</td><td>28</td></tr></table><h3>Learning outcomes and criteria</h3>"
        + _outcomes(
            u,
            lambda o, outcome, texts: (
                f"<p><strong>{o}. {outcome}</strong><br>"
                + "<br>".join(f"{o}.{n} {escape(x)}" for n, x in enumerate(texts, 1))
                + "</p>"
            ),
        )
        + "<h3>Used in</h3><ul><li>601/2786/7 Level 2 Diploma in Tree Work</li><li>600/4890/6 Level 2 Award in Urban Forestry</li></ul><p>Was this page of help? Yes / No</p>"
    )
    yield specimen(
        "unit-finder-trees.html",
        "result page of a finder; code and reference in one line; qualifications after it",
        _page("Unit finder | Fieldfare Land Skills", main, "© Fieldfare Land Skills"),
        u,
    )
