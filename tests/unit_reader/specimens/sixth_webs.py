"""The sixth set's web pages: a page with a banner, a word processor's export, an old site's tables, lines set at places."""
# ruff: noqa: E501  the documents' own lines are long

from collections.abc import Iterator
from html import escape

from tests.unit_reader.specimens.telling import rows, told
from tests.unit_reader.specimens.text_forms import specimen
from tests.unit_reader.specimens.truth import Specimen


def sixth_webs() -> Iterator[Specimen]:
    yield from _sites()
    yield from _exports()


def _sites() -> Iterator[Specimen]:
    u = told(
        "Field methods in ecology",
        """
        # Be able to plan a field survey.
        Formulate a question that can be answered by sampling.
        Justify the choice of random, systematic or stratified sampling for the question.
        Identify ethical and legal limits on the survey.
        # Be able to collect data in the field.
        Use quadrats, transects and traps appropriately.
        Identify organisms to species level with a key.
        Record data so that another person could repeat the survey.
        # Be able to analyse and present data.
        Calculate a measure of diversity and explain what it does and does not show.
        Apply a statistical test and interpret the result with reference to the question, the size of the sample, the assumptions of the test and possible sources of error in the field.
        Present findings in a report that follows scientific conventions.
        """,
        level="3",
        credit="6",
        expiry="2027-07-31",
    )
    lis = ""
    for o, (outcome, ts) in enumerate(u.outcomes, 1):
        lis += f'<div class="card"><div class="card-head"><span class="num">{o}</span><p>{outcome}</p></div><div class="card-body"><h5>Assessment Criteria</h5><ul class="ac">'
        lis += (
            "".join(f"<li><strong>{o}.{n}</strong><div>{t}</div></li>" for n, t in enumerate(ts, 1))
            + "</ul></div></div>"
        )
    page = f"""<!doctype html><html><head><title>{u.title}</title><style>.num:before{{content:"LO"}}</style></head><body>
<div class="cookie">We use 3 kinds of cookies. <button>Accept</button></div><nav>Qualifications Units Events Vacancies</nav>
<div class="alert"><h4>This unit is expiring</h4><p>The expiry date of this unit is 31/07/2027.</p></div>
<h1>{u.title}</h1><div class="facts"><div><b>Sector:</b> Access to HE</div><div><b>Level:</b> Level 3</div><div><b>Unit No:</b> </div><div><b>Credits:</b> 6</div><div><b>Guided learning hours:</b> Not available</div></div>
<h3>Qualification Grading Type</h3><p>Graded</p><h3>Grade Descriptors</h3><ul><li>GD1-Understanding of the subject</li><li>GD2-Application of knowledge</li><li>GD7-Quality</li></ul>
<h3>Unit Learning Outcomes</h3>{lis}<footer><p>Registered charity 1.1 million learners helped</p></footer></body></html>"""
    yield specimen(
        "field-ecology.html",
        "a page with an expiry banner, empty number, hours not available, grade descriptors",
        page,
        u,
    )

    u = told(
        "Repair upholstered seating",
        """
        # Understand the construction of seating
        Describe frames, webbing, springs, fillings and covers
        Explain fire safety rules for fillings and covers
        Compare hair, foam, feather and polyester as fillings
        Identify the period of a chair from its frame and its fixings
        # Be able to strip a seat
        Photograph each stage before it is taken apart
        Keep old covers as patterns
        Remove tacks and staples without splitting the rails
        Repair loose joints before the seat is rebuilt
        # Be able to rebuild a seat
        Web and spring the seat to an even tension
        Build up fillings to the original line
        Cut, fit and fasten the cover with its pattern centred
        """,
        reference="J/507/5138",
        number="UPH23",
        level="2",
        credit="7",
        glh="55",
        body="ABC Awards",
    )
    body = "".join(
        f"<TR><TD WIDTH=30% VALIGN=top><FONT SIZE=2><B>{no}</B>&nbsp;&nbsp;{outcome}</FONT></TD><TD WIDTH=6%><FONT SIZE=2>{ac}</FONT></TD><TD><FONT SIZE=2>{t}</FONT></TD></TR>\n"
        for no, outcome, ac, t in rows(u)
    )
    page = f"""<HTML><HEAD><TITLE>UPH23</TITLE></HEAD><BODY BGCOLOR="#FFFFFF"><CENTER><FONT FACE="Arial" SIZE=5>ABC Awards</FONT></CENTER><BR>
<TABLE BORDER=1 WIDTH=100%><TR><TD><FONT SIZE=2><B>Unit Title</B></FONT></TD><TD COLSPAN=3><FONT SIZE=2>{u.title}</FONT></TD></TR>
<TR><TD><FONT SIZE=2><B>Level</B></FONT></TD><TD><FONT SIZE=2>Two</FONT></TD><TD><FONT SIZE=2><B>Credit Value</B></FONT></TD><TD><FONT SIZE=2>7</FONT></TD></TR>
<TR><TD><FONT SIZE=2><B>Unit Reference Number (URN)</B></FONT></TD><TD><FONT SIZE=2>J/507/5138</FONT></TD><TD><FONT SIZE=2><B>GLH</B></FONT></TD><TD><FONT SIZE=2>55</FONT></TD></TR>
<TR><TD><FONT SIZE=2><B>Unit Code</B></FONT></TD><TD><FONT SIZE=2>UPH23</FONT></TD><TD><FONT SIZE=2><B>Equivalent units</B></FONT></TD><TD><FONT SIZE=2>None</FONT></TD></TR></TABLE><P>
<FONT SIZE=2>This unit has 3 learning outcomes</FONT><P>
<TABLE BORDER=1><TR><TD><FONT SIZE=2><B>LEARNING OUTCOMES</B><BR>The learner will:</FONT></TD><TD COLSPAN=2><FONT SIZE=2><B>ASSESSMENT CRITERIA</B><BR>The learner can:</FONT></TD></TR>
{body}</TABLE><P><FONT SIZE=1>Best viewed at 800 x 600. Page last changed 2.4.2012</FONT></BODY></HTML>"""
    yield specimen("upholstery.html", "an old site's capital tags, fonts and tables", page, u)

    u = told(
        "Prepare for parenthood",
        """
        # Know about changes in pregnancy
        Outline physical changes in each third of a pregnancy
        Describe feelings that parents may have
        Name the people who look after a mother during and after birth
        # Know how to prepare a home
        List items that a new baby needs and those that can wait
        Identify dangers in a home for a crawling baby
        Compare the costs of disposable and washable nappies
        # Be able to care for a baby
        Demonstrate with a doll how to bath and change a baby
        Make up a feed safely
        Soothe a crying baby in two ways
        Say when a baby needs to see a doctor
        """,
        reference="J/504/1670",
        level="1",
        credit="3",
        glh="27",
    )
    page = f"<html><body><div id='breadcrumbs'>My courses / PSD / Parenthood / Criteria</div><h1>{u.title}</h1><p>J/504/1670 &middot; Level 1 &middot; 3 credits &middot; 27 GLH</p>"
    for o, (outcome, ts) in enumerate(u.outcomes, 1):
        page += (
            f"<h2>Topic {o}</h2><p><em>Learning outcome {o}:</em> {outcome}</p><p>"
            + "<br>".join(f"{o}.{n} {t}" for n, t in enumerate(ts, 1))
            + "</p><p><a>Worksheet</a> <a>Quiz (10 questions)</a> Not completed</p>"
        )
    page += "<div class='sidebar'><h3>Upcoming events</h3><p>Quiz 1.2 closes Friday</p></div></body></html>"
    yield specimen("parenthood.html", "a course site: topics, breaks between criteria, worksheets and quizzes", page, u)

    yield specimen(
        "assessor-blog.html",
        "no unit: a post that explains outcomes and criteria with an example",
        """<html><body><article><h1>What is the difference between an outcome and a criterion?</h1><p>Posted 3.2.2026 by Sam. 4 min read.</p>
<p>A learning outcome says what a learner will know or be able to do. An assessment criterion says how we can tell.</p>
<h2>1. Start from the verb</h2><p>Explain asks for reasons. Describe does not.</p><h2>2. Look for range</h2><p>A criterion may hide a list.</p>
<h2>3. Plan across units</h2><p>One visit can serve many criteria.</p><p>Comments (2)</p><p>Level 3 learner: thanks, this helped with unit 305.</p></article></body></html>""",
    )


def _exports() -> Iterator[Specimen]:
    u = told(
        "Take part in a community choir",
        """
        # Know how to look after the voice
        Give three ways to keep the voice healthy
        Show a warm-up exercise
        Name the four main types of voice
        # Be able to take part in rehearsals
        Arrive on time and ready to sing
        Follow the signs of the conductor
        Learn a part by ear or from notation
        # Be able to perform
        Sing own part in a performance
        Behave in a way that helps the choir to do well
        """,
        number="PA1/03",
        level="1",
        credit="2",
    )
    page = f'<html><head><style>ol.lst-a{{list-style-type:none}}.lst-a-0>li{{counter-increment:lst-a-0}}.lst-a-0>li:before{{content:"" counter(lst-a-0,decimal) ". "}}.lst-a-1>li:before{{content:"" counter(lst-a-0,decimal) "." counter(lst-a-1,decimal) " "}}</style></head><body class="c7"><p class="c1 title"><span class="c4">{u.title}</span></p>'
    page += "".join(
        f'<p class="c1"><span class="c5">{k}: </span><span class="c2">{v}</span></p>'
        for k, v in (("Unit title", u.title), ("Unit code", "PA1/03"), ("Level", "1"), ("Credit value", "2"))
    )
    for o, (outcome, ts) in enumerate(u.outcomes, 1):
        page += (
            f'<ol class="c0 lst-a-0" start="{o}"><li class="c1"><span class="c2">{outcome}</span></li></ol><ol class="c0 lst-a-1 start" start="1">'
            + "".join(f'<li class="c3"><span class="c2">{t}</span></li>' for t in ts)
            + "</ol>"
        )
    page += '<p class="c1"><span class="c6">[a] Ask Meena whether 2.3 may be done at home</span></p></body></html>'
    yield specimen("choir.html", "an on-line editor's export: numbers only in list counters; a comment below", page, u)

    u = told(
        "Patrol a shopping centre",
        """
        # Understand the purpose of patrols
        Explain how patrols deter crime and reassure the public
        Describe the powers of a security officer and those of any citizen
        Explain why patrols must be logged even when nothing has happened
        # Be able to patrol
        Vary routes and times so that patrols cannot be predicted
        Check doors, plant rooms and service yards
        Look for hazards, suspect items and people who may be vulnerable
        Challenge behaviour that breaks the rules of the centre, starting with the mildest step that is likely to work and keeping a way out for both sides
        # Be able to communicate
        Use the radio with call signs and plain speech
        Write notes that could be used in court
        Hand over to the next officer
        """,
        reference="K/506/7288",
        level="2",
        credit="3",
        glh="25",
    )
    top = 60
    divs = []

    def at(left: int, text: str, step: int = 0) -> None:
        nonlocal top
        top += step
        divs.append(f'<div style="position:absolute;left:{left}px;top:{top}px;white-space:nowrap">{escape(text)}</div>')

    at(60, f"Unit title: {u.title}")
    at(60, "Unit reference: K/506/7288", 20)
    at(60, "Level: 2", 20)
    at(60, "Credit value: 3", 20)
    at(60, "GLH: 25", 20)
    at(60, "Learning outcomes", 40)
    at(300, "Assessment criteria")
    for no, outcome, ac, t in rows(u):
        if no:
            at(60, f"{no}. {outcome}", 30)
            at(300, f"{ac} {t}")
        else:
            at(300, f"{ac} {t}", 20)
    at(60, "Assessment guidance", 40)
    at(60, "Learners should carry out at least 5 patrols.", 20)
    page = f'<!DOCTYPE html><html><head><meta name="generator" content="pdf converter"></head><body><div class="page" style="width:892px;height:1263px">{"".join(divs)}</div></body></html>'
    yield specimen("patrol.html", "a converter's page of lines set at places", page, u)

    u = told(
        "Care for people with dysphagia",
        """
        # Understand dysphagia
        Define dysphagia
        Explain how stroke, dementia and cancer may lead to difficulty in swallowing
        Describe the levels used to describe the texture of food and the thickness of drinks
        # Understand risk
        Explain why aspiration may have no outward sign
        Identify people and times at which risk is raised, such as when a person is tired, drowsy, rushed, talking, lying down or has a cold
        Explain the risks of giving food of the wrong texture, and the duty to report when this has happened
        # Be able to support a person at meals
        Prepare food and drinks to the texture in the person’s plan
        Position the person upright and stay with them
        Offer small amounts at a pace the person sets
        Observe for coughing, a wet voice, or a change of colour
        Record intake & report concerns
        """,
        reference="D/508/5917",
        number="DYS/3",
        level="3",
        credit="3",
        glh="22",
        body="NCFE",
    )
    body = "".join(
        f'<tr><td colspan="2" class="lo">Learning outcome {o}: {escape(outcome)}</td></tr><tr><th>Assessment criteria: the learner can</th><th>Delivery guidance</th></tr>'
        + "".join(
            f"<tr><td>{o}.{n}&#160;{escape(t).replace('’', '&rsquo;')}</td><td>{'Use the national framework; see table 1.3' if n == 2 else ''}</td></tr>"
            for n, t in enumerate(ts, 1)
        )
        for o, (outcome, ts) in enumerate(u.outcomes, 1)
    )
    page = f"<html><body><table><tr><td><table><tr><td><b>Unit</b></td><td>DYS/3 {u.title}</td></tr><tr><td><b>Unit reference</b></td><td>D/508/5917</td></tr><tr><td><b>Level</b></td><td>3</td></tr><tr><td><b>Credit</b></td><td>3</td></tr><tr><td><b>GLH</b></td><td>22</td></tr></table></td></tr><tr><td><p>Aim: to make mealtimes safe.</p></td></tr><tr><td><table>{body}</table></td></tr></table><p>NCFE 2023 &#169; Version 1.1</p></body></html>"
    yield specimen("dysphagia.html", "tables within a table; the outcome as a row over two columns; entities", page, u)

    u = told(
        "Run a repair café",
        """
        # Plan a repair café
        Find a venue and agree its use
        Recruit menders and hosts
        Draw up terms that visitors sign
        # Host a session
        Welcome visitors and log their items
        Match items with menders
        See that electrical items are tested before they leave
        Show visitors how to mend an item themselves
        # Learn from a session
        Count items mended, part-mended and beyond repair
        Tell others about the results
        """,
        level="2",
        credit="3",
        glh="20",
        body="Open Awards",
    )
    page = "<html><body><h2>Unit specification</h2><dl><dt>Title</dt><dd>Run a repair caf&eacute;</dd><dt>Awarding organisation</dt><dd>Open Awards</dd><dt>Level</dt><dd>2</dd><dt>Credit value</dt><dd>3</dd><dt>GLH</dt><dd>20</dd></dl><h2>Learning outcomes and assessment criteria</h2><dl>"
    for o, (outcome, ts) in enumerate(u.outcomes, 1):
        page += f"<dt>{o}. {outcome}</dt>" + "".join(f"<dd>{o}.{n}. {t}</dd>" for n, t in enumerate(ts, 1))
    yield specimen("repair-cafe.html", "outcomes and criteria as a definition list", page + "</dl></body></html>", u)
