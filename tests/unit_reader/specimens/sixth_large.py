"""The sixth set's long units: thirty criteria and more, over pages, in a record, on a web page."""
# ruff: noqa: E501  the documents' own lines are long

from collections.abc import Iterator
from html import escape

from tests.unit_reader.specimens.drawing import Sheet
from tests.unit_reader.specimens.telling import lowered, rows, told
from tests.unit_reader.specimens.text_forms import specimen
from tests.unit_reader.specimens.truth import Specimen
from tests.unit_reader.specimens.word_forms import Word

BOLD = "Helvetica-Bold"


def sixth_large() -> Iterator[Specimen]:
    yield _orchard()
    yield _escalators()
    yield _library()


def _orchard() -> Specimen:
    u = told(
        "Manage a community orchard",
        """
        # Understand the value of orchards
        Explain how traditional orchards support wildlife
        Describe the history of orchards in one region
        Analyse the benefits that people may gain from tending trees together
        # Be able to plan an orchard
        Survey the site for soil, drainage, frost, wind and shade
        Consult neighbours, schools and landowners
        Choose species, varieties and rootstocks which suit the site, the space, the skills of those who will look after them and the uses to which fruit will be put, and which will cross-pollinate
        Draw a plan to scale
        Estimate costs for five years
        # Be able to plant and establish trees
        Mark out planting positions
        Prepare holes and set trees at the right depth
        Stake, tie, guard and mulch
        Water and weed through the first two summers
        Replace trees that fail
        # Be able to prune and train
        Explain the difference between winter and summer pruning
        Select tools and keep them clean and sharp
        Prune young trees to form a framework
        Restore neglected trees over several years rather than in one
        Remove and dispose of diseased wood
        # Be able to harvest and use fruit
        Judge when fruit is ripe
        Pick and store fruit without bruising
        Press juice in line with food hygiene rules
        Share or sell the crop as the group has agreed
        # Be able to run the group
        Hold meetings at which decisions are made and written down
        Keep accounts that a member can follow
        Assess risks of tools, ladders and events
        Welcome newcomers and pass on skills
        Review the plan each year
        Settle disputes before they harden
        Insure the group's work
        """,
        reference="F/616/5642",
        number="HORT-C9",
        level="3",
        credit="10",
        glh="72",
        tqt="100",
        body="Gateway Qualifications",
    )
    s = Sheet(
        header="Gateway Qualifications   Unit content",
        footer="Level 3 Certificate in Community Growing 601/6780/4   Version 1.3 (May 2023)",
        numbered="Page {} of 2",
    )
    s.line(f"Title: {u.title}", font=BOLD, size=13, after=10)
    for a, b in (
        ("Unit code:", "HORT-C9"),
        ("Unit reference:", u.reference or ""),
        ("Level:", "3"),
        ("Credit value:", "10"),
        ("GLH:", "72"),
        ("Unit TQT:", "100"),
    ):
        s.put((56, 110, a), (180, 300, b), after=1)
    s.y -= 8
    s.line("This unit has 6 learning outcomes.", after=8)
    s.put((56, 160, "LEARNING OUTCOMES"), (236, 280, "ASSESSMENT CRITERIA"), font=BOLD)
    s.put((56, 160, "The learner will:"), (236, 280, "The learner can:"))

    for no, outcome, ac, t in rows(u):
        s.put(
            *([(56, 16, f"{no}."), (74, 150, f"{outcome}.")] if no else []),
            (236, 28, f"{ac}."),
            (266, 270, f"{t}."),
            after=10,
        )
    s.line("Assessment guidance", font=BOLD)
    s.line(
        "Evidence should span at least 2 seasons. 2.4 may be drawn by hand. A diary, photographs and minutes are all suitable."
    )
    return Specimen(
        name="orchard.pdf",
        data=s.save(),
        units=(u,),
        shape="a long unit in unruled columns over two pages with full stops",
    )


def _escalators() -> Specimen:
    u = told(
        "Maintain escalators and moving walks",
        """
        # Be able to work safely on escalators
        isolate the drive, lock off and prove dead
        set barriers at both landings and keep the public away
        wear clothing that cannot be drawn into moving parts
        follow the procedure for lone working
        # Be able to inspect escalators
        measure gaps between steps and skirts, between steps, and at the combs
        check handrails for speed, tension, cuts and joints
        test every stop switch, key switch and safety contact
        examine the step chain and the drive chain for stretch
        check lighting, signs and demarcation lines
        inspect the pit for water, rubbish and oil
        # Be able to service escalators
        lubricate chains, tracks and bearings as the chart shows
        replace comb segments, rollers and brushes
        adjust the brake so that the stopping distance lies within the limits for the load
        clean trusses and drip trays
        refit covers and steps in the right order
        # Be able to return escalators to service
        run the unit in both directions under inspection control
        confirm that all persons and tools are clear
        complete the log and tell the duty holder of any restriction
        # Understand escalators
        explain how an escalator is driven, guided and braked
        describe the purpose of:
        - skirt deflectors
        - missing-step devices
        - handrail-speed monitors
        - anti-climb devices
        explain why an emergency stop may itself cause injury
        summarise duties under the law for the thorough examination of escalators, the keeping of reports, and the action that is taken when a defect could become a danger before the next visit
        """,
        reference="J/651/2646",
        number="E4",
        level="3",
        credit="12",
        glh="85",
        body="EAL",
    )
    w = Word()
    w.document.sections[0].footer.paragraphs[
        0
    ].text = "EAL Level 3 Diploma for Lift and Escalator Technicians   603/3392/8   Issue B"
    w.line("Unit E4", "Heading 1")
    w.table(
        ("Unit title:", u.title or ""),
        ("Unit number:", "E4"),
        ("Unit reference:", u.reference or ""),
        ("Level:", "3"),
        ("Credit value:", "12"),
        ("GLH:", "85"),
    )
    w.line("Learning outcomes and assessment criteria", "Heading 2")
    form = w.numbered_list(("decimal", "%1."), ("decimal", "%1.%2"), ("lowerRoman", "%3."))
    for o, (outcome, ts) in enumerate(u.outcomes, 1):
        table = w.table(("The learner will:", "The learner can:", "Ref"))
        cells = table.add_row().cells
        cells[0].text = outcome
        w.number(cells[0].paragraphs[0], form, 0)
        for n, t in enumerate(ts, 1):
            paragraph = cells[1].paragraphs[0] if n == 1 else cells[1].add_paragraph()
            paragraph.text = t
            w.number(paragraph, form, 1)
            for point in u.points.get(f"{o}.{n}", ()):
                w.number(cells[1].add_paragraph(point), form, 2)
        w.line("")
    w.line("Evidence requirements", "Heading 2")
    w.line("Outcomes 1 to 4: on at least 3 units, one a moving walk. Outcome 5: questions.")
    return Specimen(
        name="escalators.docx",
        data=w.save(),
        units=(u,),
        shape="a table for each of five outcomes, Word numbers running through them, roman points",
    )


def _library() -> Specimen:
    u = told(
        "Coordinate a mobile library",
        """
        # Understand the service
        Outline the duty of councils to provide libraries
        Explain who uses mobile libraries and what would be lost without them
        Evaluate ways to measure the worth of a stop
        # Be able to plan routes
        Map demand from data and from visits
        Time routes so that stops can be kept in all but the worst weather
        Negotiate parking with landowners
        Consult users before a stop is changed
        Publish timetables in print, in large type and on line
        # Be able to manage stock
        Exchange stock with branches at set intervals
        Meet requests
        Withdraw items that are worn or out of date
        Promote reading to children, to people new to English and to people who cannot leave home
        # Be able to manage the vehicle
        Schedule tests, services and cleaning
        Check the lift, the steps and the heating each day
        Keep a record of defects
        # Be able to lead staff
        Draw up rotas that meet the rules on drivers’ hours
        Support staff who work alone, with particular attention to what they should do when the vehicle breaks down, when a user is taken ill, or when a user’s conduct causes alarm
        Appraise staff
        """,
        reference="F/651/7926",
        level="4",
        credit="8",
        glh="54",
        expiry="2029-12-31",
    )
    page = f"""<!doctype html><html><head><meta charset="utf-8"><title>Unit F/651/7926</title></head><body>
<header><a href="/">Home</a><form><input placeholder="Search 12,000 units"></form></header><main><h1>{u.title}</h1>
<table class="kv"><tbody><tr><th scope="row">Unit reference</th><td>F/651/7926</td><th scope="row">Level</th><td>4</td></tr><tr><th scope="row">Credit</th><td>8</td><th scope="row">GLH</th><td>54</td></tr>
<tr><th scope="row">Start date</th><td>01/09/2023</td><th scope="row">End date</th><td>31/12/2029</td></tr></tbody></table><div class="tabs"><button>Overview</button><button>Criteria</button><button>Documents (3)</button></div>"""
    for o, (outcome, ts) in enumerate(u.outcomes, 1):
        page += f"<h2>{outcome[0].lower()}{outcome[1:]}</h2><table><thead><tr><th>No.</th><th>The learner can</th></tr></thead><tbody>"
        page += (
            "".join(f"<tr><td>{o}.{n}</td><td>{escape(t)}</td></tr>" for n, t in enumerate(ts, 1)) + "</tbody></table>"
        )
    page += "<h2>Documents</h2><ol><li>Specification, 1.2 MB</li><li>Record sheet</li><li>Rationale</li></ol></main><footer>Help 2.1.0</footer></body></html>"
    return specimen(
        "mobile-library.html",
        "a long unit on a web page: outcomes as headings without numbers, a start and an end date",
        page,
        lowered(u),
    )
