"""The fifth set's web pages and Markdown: an awarding body's unit page, Word's own HTML, a register, converters' tables."""
# ruff: noqa: E501  the documents' own lines are long

import textwrap
from collections.abc import Iterator
from html import escape

from tests.unit_reader.specimens.telling import rows, told
from tests.unit_reader.specimens.text_forms import specimen
from tests.unit_reader.specimens.truth import Specimen, Unit


def fifth_webs() -> Iterator[Specimen]:
    yield from _pages()
    yield from _markdown()


def _pages() -> Iterator[Specimen]:
    u = told(
        "Planning a day out",
        """
        # Know about places to visit
        Identify three places that can be visited in a day
        Obtain opening times and prices for one of them
        # Be able to plan a day out
        Agree with others where to go and what to do
        Work out the cost of the day including:
        - travel
        - entry
        - food
        Choose what to take, thinking about the weather
        # Be able to review a day out
        Say what went well and what did not
        """,
        reference="K/618/4847",
        level="Entry 3",
        credit="2",
        glh="20",
    )
    items = ""
    for o, (outcome, ts) in enumerate(u.outcomes, 1):
        lis = ""
        for n, t in enumerate(ts, 1):
            sub = "".join(f"<li>{p}</li>" for p in u.points.get(f"{o}.{n}", ()))
            lis += f'<li><div class="ac-no">{o}.{n}</div><div class="ac-text"><p>{t}</p>{f"<ul>{sub}</ul>" if sub else ""}</div></li>'
        items += f'<section class="lo"><div class="lo-no">{o}</div><h3>{outcome}</h3><h4>Assessment Criteria</h4><ul>{lis}</ul></section>'
    page = f"""<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>{u.title} - Units</title>
<script>window.dataLayer=[{{"unit":"1.1"}}];</script></head><body><a class="skip" href="#c">Skip to content</a>
<nav><ul><li>Qualifications</li><li>Units</li><li>Centres</li><li>News</li></ul></nav>
<aside><h2>Filter by sector</h2><ul><li>Employability and Enterprise</li><li>Hair &amp; Beauty</li><li>Essential Digital Skills</li></ul></aside>
<main id="c"><h1>{u.title}</h1><h2>Overview</h2><dl><dt>Framework:</dt><dd>RQF</dd><dt>Level:</dt><dd>Entry Level 3</dd><dt>Unit No:</dt><dd>K/618/4847</dd>
<dt>Credits:</dt><dd>2</dd><dt>Guided learning hours:</dt><dd>20 hours</dd></dl><h2>Assessment Guidance</h2><p>N/A</p><h2>Unit Learning Outcomes</h2>{items}
<h2>Qualifications that use this unit</h2><ul><li>Entry Level Award in Living Skills (Entry 3) 603/6111/6</li><li>Entry Level Certificate in Living Skills (Entry 3) 601/0962/2</li></ul></main>
<footer><p>Sign up for our newsletter</p><p>&copy; 2025</p></footer></body></html>"""
    yield specimen(
        "day-out.html", "an awarding body's unit page with definition lists, menus and related qualifications", page, u
    )

    u = told(
        "Service a domestic gas fire",
        """
        # Understand how domestic gas fires work
        Explain the difference between radiant, convector and decorative fires
        Describe how a flame supervision device operates
        Explain the need for a permanent supply of air and how its size is worked out from the heat input of the appliance
        Outline the classes of flue that may serve a gas fire
        # Be able to service a domestic gas fire
        Check that the appliance, flue and ventilation suit each other
        Clean the burner, injector and radiants without causing damage
        Measure the working pressure and the gas rate and compare them with the data plate
        Carry out a spillage test and record the result
        Check the safety controls
        Label and make safe an appliance that is at risk, following the unsafe situations procedure of the industry and telling the responsible person in writing
        # Be able to complete the work
        Show the customer how to use the fire safely
        Fill in the service record and hand over a copy
        """,
        reference="H/616/3219",
        number="GAS-F2",
        level="3",
        credit="4",
        glh="28",
        body="EAL",
    )
    body = ""
    for o, (outcome, ts) in enumerate(u.outcomes, 1):
        body += f"<tr style='mso-yfti-irow:{o}'><td width=204 valign=top><p class=MsoNormal style='margin-left:14.2pt;text-indent:-14.2pt'><![if !supportLists]><b><span style='mso-list:Ignore'>{o}.<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span></span></b><![endif]>{outcome}<o:p></o:p></p></td><td width=397 valign=top>"
        body += "".join(
            f"<p class=MsoListParagraph style='text-indent:-28.4pt'><![if !supportLists]><span style='mso-list:Ignore'>{o}.{n}<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]><span lang=EN-GB>{escape(t)}<o:p></o:p></span></p>"
            for n, t in enumerate(ts, 1)
        )
        body += "</td></tr>\n"
    head = "".join(
        f"<tr><td width=204><p class=MsoNormal><b>{k}<o:p></o:p></b></p></td><td width=397><p class=MsoNormal>{v}<o:p></o:p></p></td></tr>"
        for k, v in (
            ("Unit Title:", u.title),
            ("EAL Unit Code:", u.number),
            ("Unit Reference:", u.reference),
            ("Level:", "3"),
            ("Credit Value:", "4"),
            ("GLH:", "28"),
        )
    )
    page = f"""<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta http-equiv=Content-Type content="text/html; charset=windows-1252"><meta name=Generator content="Microsoft Word 15"><title>GAS-F2</title>
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Print</w:View></w:WordDocument></xml><![endif]--><style><!-- p.MsoNormal {{margin:0cm;}} @page WordSection1 {{size:595.3pt 841.9pt;}} --></style></head>
<body lang=EN-GB><div class=WordSection1><table class=MsoTableGrid border=1>{head}</table><p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoNormal><b>Unit purpose</b><o:p></o:p></p><p class=MsoNormal>For operatives who hold, or are working towards, registration.<o:p></o:p></p>
<table class=MsoTableGrid border=1><tr><td><p class=MsoNormal><b>Learning outcomes<o:p></o:p></b></p><p class=MsoNormal><i>The learner will:</i></p></td><td><p class=MsoNormal><b>Assessment criteria<o:p></o:p></b></p><p class=MsoNormal><i>The learner can:</i></p></td></tr>{body}</table>
<p class=MsoNormal><b>Assessment requirements</b></p><p class=MsoNormal>Outcome 2 must be assessed in the workplace, on 2 makes of fire.</p></div></body></html>"""
    yield specimen(
        "gas-fire.html", "Word's own HTML with list marks in conditional comments", page, u, encoding="cp1252"
    )

    u = told(
        "Understand the sale of age-restricted products",
        """
        # Understand the law on age-restricted products
        Identify products that may not be sold to people below a given age
        State the penalties for a seller who breaks the law
        State the age limits for alcohol, tobacco, knives, fireworks, lottery tickets and solvents
        # Understand how to check age
        Describe forms of identification that can be accepted
        Explain what is meant by due diligence
        Explain how a sale can be refused without causing conflict
        # Know how to keep records
        State why refusals are written down
        List the details of a refusal that are recorded
        """,
        reference="L/600/4937",
        level="2",
        credit="1",
        glh="8",
        body="BIIAB",
    )
    table = "".join(
        (
            f'<tr><td rowspan="{len(u.outcomes[int(no) - 1][1])}">{no}</td><td rowspan="{len(u.outcomes[int(no) - 1][1])}">{outcome}</td>'
            if no
            else "<tr>"
        )
        + f"<td>{ac}</td><td>{t}</td></tr>"
        for no, outcome, ac, t in rows(u)
    )
    page = f"""<html><head><title>Register of units</title></head><body><div id="nav">Home | Search | Basket | Help</div><h1>Unit details</h1>
<table class="details"><tr><th>Title</th><td>{u.title}</td></tr><tr><th>Unit reference number</th><td>{u.reference}</td></tr><tr><th>Level</th><td>Level 2</td></tr>
<tr><th>Sub level</th><td></td></tr><tr><th>Credit value</th><td>1</td></tr><tr><th>GLH</th><td>8</td></tr><tr><th>Unit owner</th><td>BIIAB</td></tr><tr><th>Awarding organisation</th><td>BIIAB</td></tr><tr><th>SSA</th><td>7.1 Retailing and Wholesaling</td></tr>
<tr><th>Unit grading structure</th><td>Pass</td></tr><tr><th>Assessment guidance</th><td></td></tr><tr><th>Review date</th><td>31/12/2026</td></tr></table>
<h2>Learning outcomes and assessment criteria</h2><table><thead><tr><th colspan="2">The learner will:</th><th colspan="2">The learner can:</th></tr></thead><tbody>{table}</tbody></table>
<p>Print this page | Close window</p></body></html>"""
    yield specimen(
        "age-restricted.html", "a register's page: rows that span, review date beside an empty sub level", page, u
    )

    u = told(
        "Present a podcast",
        """
        # Plan an episode
        Research a topic and check facts with two sources
        Write a running order with timings
        Obtain consent from guests
        Test equipment and have a spare for anything that might fail
        # Record an episode
        Set levels so that speech is clear and does not distort
        Keep to time while responding to guests
        # Publish an episode
        Edit out mistakes, long pauses and unwanted noise
        Write show notes that credit contributors
        """,
        number="MED-112",
        level="2",
        credit="4",
        glh="32",
    )
    page = f"<html><body><header><img alt='logo'><a>Log in</a></header><article><h1>Unit MED-112: {u.title}</h1><p class='meta'><span>Level 2</span> <span>4 credits</span> <span>32 GLH</span></p><p>Share this: Facebook, Post, Email</p><h2>Why take this unit?</h2><p>In 2024 one adult in 5 listened to podcasts each week.</p><h2>What you will learn</h2>"
    for o, (outcome, ts) in enumerate(u.outcomes, 1):
        page += (
            f"<details open><summary>Learning outcome {o}: {outcome}</summary><p>You will be able to:</p><ul>"
            + "".join(f"<li>{t}</li>" for t in ts)
            + "</ul></details>"
        )
    page += "<h2>How you will be assessed</h2><ul><li>One finished episode</li><li>A production file</li></ul><h2>You may also like</h2><ul><li>MED-113: Film an interview</li></ul></article></body></html>"
    yield specimen("podcast.html", "folding sections with bullets; sales talk around", page, u)

    yield specimen(
        "qualification-page.html",
        "no unit: a qualification's page that lists units with references and credits",
        """<html><body><nav>Home</nav><h1>Level 3 Diploma in Event Support</h1><table><tr><th>Qualification number</th><td>610/6891/3</td></tr><tr><th>Level</th><td>3</td></tr><tr><th>Credits</th><td>37</td></tr>
<tr><th>GLH</th><td>255</td></tr><tr><th>TQT</th><td>370</td></tr></table><h2>Structure</h2><table><tr><th>Unit</th><th>Reference</th><th>Level</th><th>Credit</th></tr>
<tr><td>1 Understand the events industry</td><td>M/617/5812</td><td>3</td><td>6</td></tr><tr><td>2 Work with venues</td><td>T/617/8596</td><td>3</td><td>8</td></tr><tr><td>3 Manage visitors at events</td><td>H/617/4110</td><td>3</td><td>9</td></tr></table>
<h2>How is it assessed?</h2><p>Each unit has learning outcomes and assessment criteria. Learners must meet all of them.</p><ol><li>Register</li><li>Build a portfolio</li><li>Claim</li></ol></body></html>""",
    )


def _grid(unit: Unit, left: int, right: int) -> str:
    """A grid table as a converter writes it."""
    edge = f"+{'-' * (left + 2)}+{'-' * (right + 2)}+\n"

    def row(a: list[str], b: list[str]) -> str:
        height = max(len(a), len(b))
        a, b = a + [""] * (height - len(a)), b + [""] * (height - len(b))
        return "".join(f"| {x:<{left}} | {y:<{right}} |\n" for x, y in zip(a, b, strict=True))

    text = (
        edge
        + row(["**Learning outcomes**", "", "The learner will:"], ["**Assessment criteria**", "", "The learner can:"])
        + edge.replace("-", "=")
    )
    for o, (outcome, ts) in enumerate(unit.outcomes, 1):
        cell: list[str] = []
        for n, t in enumerate(ts, 1):
            cell += ([""] if cell else []) + textwrap.wrap(f"{o}.{n} {t}", right)
        text += row(textwrap.wrap(f"{o}. {outcome}", left), cell) + edge
    return text


def _markdown() -> Iterator[Specimen]:
    u = told(
        "Install solar panels on a pitched roof",
        """
        # Understand the site
        Assess the roof for strength, pitch, orientation and shading
        Explain why the customer's electricity supply must be examined first
        Calculate the expected output from orientation, tilt and shading factors
        Identify when permission is needed
        # Be able to fix panels
        Locate rafters and mark out the positions of the brackets
        Fix brackets and rails and keep the roof weathertight
        Lift panels to the roof without risk to people below
        Clamp panels to the torque stated by the manufacturer
        Route cables so that they do not rub or strain
        # Be able to hand over
        Label the installation and leave the documents with the customer
        Demonstrate shut-down to the customer
        """,
        reference="Y/650/2428",
        level="3",
        credit="6",
        glh="48",
        tqt="60",
    )
    text = f'**Unit title:** {u.title}\n\n**Unit reference:** Y/650/2428\n\n**Level:** 3\n\n**Credit value:** 6\n\n**GLH:** 48\n\n**TQT:** 60\n\n[]{{#_Toc1234 .anchor}}**Purpose**\n\nFor roofers and electricians who install panels in pairs.\n\n{_grid(u, 26, 44)}\n**Assessment**\n\n-   Direct observation of at least one installation\n\n-   Oral questions\n\n![](media/image1.png){{width="1.2in"}}\n'
    yield specimen("solar.md", "a converter's grid table with wrapped cells", text, u)

    u = told(
        "Support a child to settle at nursery",
        """
        # Understand how children react to change
        Describe how children of different ages may react when they part from a parent
        Explain the part of a key person
        Explain why a child's own comforters matter
        Outline theories of attachment and what they imply for the first weeks at nursery
        # Be able to help a child to settle
        Plan the first days together with the parent
        Comfort a child in a way that suits that child
        Keep the parent informed about how the child is doing
        Adapt the plan when a child remains distressed
        # Be able to reflect on own practice
        Review how well the child has settled, using notes and the views of the parent
        """,
        reference="A/618/5582",
        number="EY 9",
        level="2",
        credit="3",
        glh="21",
        body="CACHE",
    )
    text = f"CACHE\n\n# EY 9 {u.title}\n\n| Unit reference | A/618/5582 |\n|---|---|\n| Unit number | EY 9 |\n| Level | 2 |\n| Credit value | 3 |\n| GLH | 21 |\n| Unit aim | This unit helps staff to settle children between 8 months and 4 years. |\n\n| Learning outcomes<br>The learner will: | Assessment criteria<br>The learner can: | Guidance and/or amplification |\n|---|---|---|\n"
    notes = (
        "Change: a new room, a new sibling, a move.",
        "A settling-in plan is a planned assessment task for 2.1.",
        "",
    )
    for o, (outcome, ts) in enumerate(u.outcomes, 1):
        text += (
            f"| {o}. {outcome}. | "
            + " <br> ".join(f"{o}.{n}. {t}." for n, t in enumerate(ts, 1))
            + f" | {notes[o - 1]} |\n"
        )
    text += "\n## Assessment task for EY 9\n\nTask 1 links to learning outcome 1, assessment criteria 1.1 and 1.2.\n\n1. Write a leaflet for new parents.\n2. Keep a diary for one week.\n"
    yield specimen(
        "settling-in.md", "pipe table with breaks in cells and an assessment task below that cites criteria", text, u
    )

    u = told(
        "Restore cast iron garden furniture",
        """
        # Assess the condition of a piece
        Distinguish cast iron from wrought iron and steel
        Find cracks, missing parts and earlier repairs
        # Remove rust and old paint
        Protect skin, eyes and lungs against dust and lead
        Take off loose rust with hand tools before any chemical is used
        Neutralise and rinse after chemical stripping
        Bag and label waste
        # Finish a piece
        Prime within four hours of cleaning
        Apply two coats and let each dry
        """,
        level="2",
    )
    text = f"# {u.title}\n\n*Level 2 unit, blended delivery*\n\n"
    for o, (outcome, ts) in enumerate(u.outcomes, 1):
        text += f"{o}.  {outcome}\n\n" + "".join(f"    {n}.  {t}\n" for n, t in enumerate(ts, 1)) + "\n"
    text += "## Resources\n\n-   wire brushes\n-   respirator\n"
    yield specimen("garden-furniture.md", "nested Markdown lists that number afresh", text, u)

    u = told(
        "Use interpreters in meetings",
        """
        # Know when an interpreter is needed
        Identify situations that call for an interpreter
        Distinguish interpreting from translation
        # Be able to work with an interpreter
        Brief the interpreter before the meeting
        Speak to the person and not to the interpreter
        Allow time for each statement to be interpreted
        Check that messages have been understood
        """,
        reference="J/505/6380",
        level="3",
        credit="2",
        glh="15",
        expiry="2028-01-31",
    )
    text = f"Unit Title: {u.title}\n\nUnit reference no: J/505/6380\n\nLevel: Three\n\nCredit Value: 2\n\nGuided Learning Hours: 15\n\nUnit Expiry Date: 31st January 2028\n\n"
    for o, (outcome, ts) in enumerate(u.outcomes, 1):
        text += (
            f"> **LO{o}** {outcome}\n>\n" + "".join(f"> {o}\\.{n} {t}\n>\n" for n, t in enumerate(ts, 1)) + "\n---\n\n"
        )
    text += "\\* This unit replaces unit *Working with interpreters*.\n"
    yield specimen("interpreters.md", "quoted blocks with escaped dots in the numbers", text, u)
