"""The sixth set's Markdown: what converters and people make of units."""
# ruff: noqa: E501  the documents' own lines are long

from collections.abc import Iterator

from tests.unit_reader.specimens.telling import rows, told
from tests.unit_reader.specimens.text_forms import specimen
from tests.unit_reader.specimens.truth import Specimen


def sixth_marks() -> Iterator[Specimen]:
    yield from _converted()
    yield from _written()


def _converted() -> Iterator[Specimen]:
    u = told(
        "Plan and run a sensory garden session",
        """
        # Understand the use of sensory gardens
        Explain how gardens may benefit people with dementia, autism or a brain injury
        Describe plants that appeal to each of the five senses
        Explain which plants are best avoided
        # Be able to plan a session
        Assess the needs, wishes and abilities of each person who will take part
        Write a plan with aims, timings, materials and a wet-weather choice
        Assess risks from tools, ponds, bees, sun and plants
        # Be able to run a session
        Adapt tools and tasks so that everyone can take part
        Encourage choice
        Respond to tiredness, distress or a wish to leave
        # Be able to evaluate a session
        Compare what happened with the plan
        Suggest improvements from the point of view of those who took part
        """,
        reference="J/615/6862",
        number="12",
        level="3",
        credit="4",
        glh="30",
        expiry="2028-07-31",
    )
    parts = rows(u)
    text = f'<span id="page-14-0"></span># **Unit 12: {u.title}**\n\n|                        |            |\n|------------------------|------------|\n| Unit reference number: | J/615/6862 |\n| Level:                 | 3          |\n| Credit value:          | 4          |\n| Guided learning hours: | 30         |\n| Unit expires on:       | 31/07/2028 |\n\n## **Unit summary**\n\nThis unit is for gardeners, carers and volunteers. <sup>1</sup>\n\n'
    for k, chunk in enumerate((parts[:5], parts[5:])):
        text += "| Learning outcomes |  | Assessment criteria |  |\n|-----|------|------|------|\n"
        text += "".join(f"| {no} | {outcome} | {ac} | {t} |\n" for no, outcome, ac, t in chunk)
        text += (
            "\n![](_page_14_Picture_2.jpeg)\n\n*Specification – Horticultural Therapy – Issue 2 – © 2021* **21**\n\n"
            if k == 0
            else "\n"
        )
    text += "## **Information for tutors**\n\n### **Delivery**\n\n1. Visits to two gardens would help.\n2. AC 1.1 needs evidence for at least two conditions.\n\n### **Essential resources**\n\nA garden.\n\n<sup>1</sup> See Annexe B.\n"
    yield specimen(
        "sensory-garden.md",
        "a PDF converter's Markdown: a table in two pieces with a picture and a footer between",
        text,
        u,
    )

    u = told(
        "Carry out a stock count",
        """
        # Prepare for a stock count
        Agree the date, the areas and the cut-off for movements
        Brief counters and give out count sheets
        Freeze movements, and label goods that arrive late
        # Count stock
        Count each location twice where the value is high
        Tag locations that have been counted
        Note damaged and unlabelled stock
        Have a second person sign each sheet
        # Reconcile stock
        Compare the count with the book figure
        Trace differences above the limit and put forward adjustments with reasons
        """,
        level="2",
        credit="2",
        glh="15",
    )
    text = f"Unit title: {u.title}\n\nLevel: 2\n\nCredit value: 2\n\nGuided learning hours: 15\n\n"
    text += f"  {'-' * 28} {'-' * 70}\n  {'**Learning outcomes**':<28} **Assessment criteria**\n\n"
    for _no, outcome, ac, t in rows(u):
        number = ac.split(".")[0]
        text += f"  {f'{number}. {outcome}' if outcome else '':<28} {ac} {t}\n\n"
    text += f"  {'-' * 28} {'-' * 70}\n\n**Evidence**: a completed count.\n"
    yield specimen("stock-count.md", "a converter's table set with dashes and blanks", text, u)

    u = told(
        "Manage allergens in a kitchen",
        """
        # Understand allergens
        Identify the allergens that the law names
        Differentiate allergy, intolerance and coeliac disease
        Describe the course of a severe reaction
        Explain how cross-contact happens through air, oil, hands, steam, crumbs, utensils, packaging and the goodwill of staff who swap ingredients
        # Be able to control allergens
        Separate the storage and preparation of allergens
        Clean surfaces and equipment so that traces are removed
        Maintain a matrix of dishes and allergens
        # Be able to inform customers
        Answer questions truthfully, and say so when the answer is not known
        Label prepacked food
        Brief service staff before each shift
        """,
        reference="Y/651/2439",
        level="3",
        credit="4",
        glh="30",
        tqt="40",
    )
    text = f'# {u.title}\n\n<table border="1"><tbody><tr><td>Unit number</td><td>Y/651/2439</td><td>Level</td><td>3</td></tr><tr><td>Credit</td><td>4</td><td>GLH</td><td>30</td></tr><tr><td>TUT</td><td>40</td><td></td><td></td></tr></tbody></table>\n\n<table border="1"><thead><tr><td><b>Learning Outcomes</b><br/><i>The learner will</i></td><td><b>Assessment Criteria</b><br/><i>The learner can</i></td></tr></thead><tbody>\n'
    for o, (outcome, ts) in enumerate(u.outcomes, 1):
        text += f'<tr><td rowspan="{len(ts)}">{o}. {outcome}</td><td>{o}.1 {ts[0]}</td></tr>\n'
        text += "".join(f"<tr><td>{o}.{n} {t}</td></tr>\n" for n, t in enumerate(ts[1:], 2))
    text += "</tbody></table>\n\nAdditional assessment guidance\n\n- 1.1 The fourteen allergens in force in 2021.\n- 2.3 A matrix may be on paper or on a screen.\n"
    yield specimen(
        "allergens.md",
        "HTML tables in Markdown; an Ofqual reference under the label unit number; guidance by number",
        text,
        u,
    )


def _written() -> Iterator[Specimen]:
    u = told(
        "Write a grant application",
        """
        # Understand funders
        Distinguish trusts, lotteries, companies and public bodies
        Analyse the priorities of one funder
        Explain why funders refuse applications
        # Be able to make a case
        State the need with evidence
        Set out outputs, outcomes and how they will be measured
        Build a budget that includes a fair share of overheads
        Show how risks will be managed
        Collect proof of support from those who will gain
        # Be able to submit and follow up
        Complete a form within its limits
        Respond to queries and to refusal
        """,
        number="VOL-08",
        level="3",
        credit="3",
        glh="24",
    )
    text = f"---\ntitle: {u.title}\nunit_number: VOL-08\nlevel: 3\ncredits: 3\nglh: 24\ntags: [voluntary, fundraising]\n---\n\n# {u.title}\n\n"
    for o, (outcome, ts) in enumerate(u.outcomes, 1):
        text += f"## LO{o}. {outcome}\n\n" + "".join(f"- **{o}.{n}** {t}\n" for n, t in enumerate(ts, 1)) + "\n"
    text += "## Notes\n\n- [ ] check 2.2 with the team\n"
    yield specimen("grant.md", "front matter holds the facts; bold numbers in bullets", text, u)

    u = told(
        "Coach a walking football session",
        """
        # Be able to plan a session
        Screen players for conditions that affect exercise
        Adapt rules, area and ball to the group
        # Be able to lead a session
        Warm up players with movements that suit older joints
        Coach technique through brief demonstrations and questions
        Enforce the no-running rule with good humour
        Stop play when a player is unwell
        # Be able to wind down
        Cool down players and check how they feel
        Thank players & invite comments
        """,
        reference="A/601/5173",
        level="2",
        credit="3",
        body="1st4sport",
    )
    text = f"**1st4sport** unit\n\n* Unit title: {u.title}\n* Unit reference: A/601/5173\n* Level: 2\n* Credit: 3\n\n"
    for o, (outcome, ts) in enumerate(u.outcomes, 1):
        text += (
            f"### Learning outcome {o}\n\n{outcome}\n\n"
            + "".join(f"#### {o}.{n} {t}\n\n" for n, t in enumerate(ts, 1))
            + "Evidence: observation\n\n"
        )
    yield specimen("walking-football.md", "criteria set as headings with evidence lines between", text, u)

    u = told(
        "Maintain hearing aids",
        """
        # Know the parts of a hearing aid
        Name the parts of a hearing aid that sits behind the ear
        State how long a battery should last
        Describe programmes, loop settings and wireless links
        # Be able to maintain a hearing aid
        Wash the mould and dry the tube
        Replace tubing at the interval advised
        Fit a battery, and switch on and test the aid
        # Be able to advise
        Show a user how to fit the aid
        Refer a user to audiology when wax, pain or whistling persists
        """,
        level="2",
        credit="2",
        glh="14",
    )
    text = f"Maintain hearing aids\n=====================\n\nUnit title | Level | Credit | GLH\n--- | --- | --- | ---\n{u.title} | 2 | 2 | 14\n\nLearning outcome | Assessment criterion | Method\n:-- | :-- | :-:\n"
    for o, (outcome, ts) in enumerate(u.outcomes, 1):
        text += "".join(f"{o} {outcome} | {o}.{n} {t} | {'Q' if o == 1 else 'O'}\n" for n, t in enumerate(ts, 1))
    yield specimen(
        "hearing-aids.md", "pipe rows without outer bars; the outcome in every row; a method column", text, u
    )
