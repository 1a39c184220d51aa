"""The fifth set's PDF documents: specifications, handbooks, record books and logs as awarding bodies print them."""
# ruff: noqa: E501  the documents' own lines are long

from collections.abc import Iterator
from dataclasses import replace

from reportlab.lib.pagesizes import A4, landscape

from tests.unit_reader.specimens.drawing import Sheet
from tests.unit_reader.specimens.page_forms import document, grid, p, unit_rows
from tests.unit_reader.specimens.telling import rows, told
from tests.unit_reader.specimens.truth import Specimen, Unit

BOLD = "Helvetica-Bold"


def _made(name: str, shape: str, data: bytes, *units: Unit) -> Specimen:
    return Specimen(name=name, data=data, units=units, shape=shape)


def fifth_pages() -> Iterator[Specimen]:
    yield from _flowing()
    yield from _tables()


def _flowing() -> Iterator[Specimen]:
    u = told(
        "Support people who hoard",
        """
        # Understand hoarding
        Describe how hoarding differs from collecting
        Explain how loss, illness and isolation may lead to hoarding
        Outline the risks of hoarding to the person and to neighbours, including fire, infestation and eviction
        # Be able to work with a person who hoards
        Build trust before any item is moved
        Agree small goals together with the person
        Sort items with the person into those to keep, give away, recycle and throw out
        Respect decisions that seem unwise, while making clear the limits that the law sets
        # Be able to work with others
        Share information with fire, housing and health services with the person's consent
        Explain when information may be shared without consent
        Take part in meetings about the person
        Challenge language that belittles the person
        # Be able to look after own wellbeing
        Use supervision to talk about the effect of the work on self
        Set boundaries and keep to them when working alone in a home that is unsafe, unhygienic or distressing
        """,
        reference="T/617/8596",
        number="06",
        level="3",
        credit="4",
        glh="30",
        body="NCFE",
    )
    s = Sheet(
        header="NCFE Level 3 Certificate in Housing Support",
        footer="QN 603/0521/6   Issue 2   November 2021",
        numbered="{}",
    )
    head = f"Unit 06 {u.title} (T/617/8596)"
    s.line(head, font=BOLD, size=14, after=10)
    s.put(
        (56, 110, "Unit summary"),
        (180, 360, "Learners will find out how to help people who hoard and those who live near them."),
    )
    for k, v in (
        ("Credit value", "4"),
        ("Guided learning hours", "30"),
        ("Level", "3"),
        ("Mandatory/optional", "Optional"),
    ):
        s.put((56, 120, k), (180, 300, v))
    for o, (outcome, ts) in enumerate(u.outcomes, 1):
        if o == 3:
            s.turn()
            s.line(f"{head} (cont'd)", font=BOLD, size=14, after=10)
        s.line(f"Learning outcome {o}", font=BOLD, size=11, after=6)
        s.line("The learner will:")
        s.put((56, 20, str(o)), (84, 440, outcome), after=8)
        s.line("The learner can:")
        for n, t in enumerate(ts, 1):
            s.put((56, 24, f"{o}.{n}"), (84, 440, t))
        s.y -= 8
    s.line("Delivery and assessment", font=BOLD, size=11)
    s.line("2.1 Evidence for this criterion should show contact over at least 3 visits.")
    s.line("3.2 Learners could refer to a case that has been in the news.")
    s.line("Types of evidence: reflective account; professional discussion; witness testimony.")
    yield _made(
        "hoarding.pdf", "hanging numbers, a heading that goes on over the page, guidance by number", s.save(), u
    )

    u = told(
        "Groom a long-coated dog",
        """
        # Be able to prepare a dog for grooming
        Complete a record card with the owner
        Check skin, ears, eyes, teeth and nails
        Brush out tangles without pulling the skin
        Refuse a dog that is unfit to be groomed and advise the owner to see a vet
        # Be able to bath and dry a dog
        Test the temperature of the water
        Keep shampoo out of the eyes and ears
        Dry the coat in the direction that it lies
        Watch the dog for signs of overheating
        # Be able to finish a dog
        Trim feet, hygiene areas and face
        Comb through so that the coat is free of knots
        Discuss aftercare with the owner
        """,
        number="UG20455",
        level="2",
        credit="6",
        glh="54",
        body="VTCT",
    )
    s = Sheet(header="", footer="UG20455_v3", numbered="{}")
    s.line("UG20455", font=BOLD, size=20, after=18)
    s.line(u.title or "", font=BOLD, size=20, after=18)
    s.line(
        "The aim of this unit is to develop your skills in washing, drying and finishing dogs with long coats. You will work on several breeds."
    )
    s.put((56, 90, "Level"), (160, 90, "Credit value"), (264, 90, "GLH"), (368, 90, "Observation(s)"), font=BOLD)
    s.put((56, 90, "2"), (160, 90, "6"), (264, 90, "54"), (368, 90, "3"), after=14)
    s.line("VTCT 2019. All rights reserved.", size=7)
    s.turn()
    s.line("Learning outcomes", font=BOLD, size=13)
    s.line("On completion of this unit you will:")
    for o, (outcome, _) in enumerate(u.outcomes, 1):
        s.put((56, 20, f"{o}."), (76, 400, outcome))
    s.line("Evidence requirements", font=BOLD, size=13)
    s.line("1. Environment: evidence must be gathered in a salon.")
    s.line("2. Simulation is not allowed.")
    for o, (outcome, ts) in enumerate(u.outcomes, 1):
        s.turn()
        s.line(f"Outcome {o}", font=BOLD, size=13)
        s.line(outcome, font=BOLD, size=13)
        s.line("You can:")
        for n, t in enumerate(ts):
            s.put((70, 20, f"{'abcdef'[n]}."), (92, 420, t))
        s.put((56, 100, "Observation"), (200, 40, "1"), (260, 40, "2"), (320, 40, "3"))
        s.line("Date achieved")
        s.line("Criteria questioned orally")
        s.line("Learner signature")
        s.line("Assessor initials")
    yield _made(
        "long-coat.pdf",
        "record book: outcomes listed, then a page each with letters and observation boxes",
        s.save(),
        u,
    )


def _tables() -> Iterator[Specimen]:
    u = told(
        "Maintain ditches and culverts",
        """
        # Be able to inspect ditches and culverts
        Walk the length of the ditch and mark blockages on a map
        Estimate the depth of silt at set points
        Look for signs of protected species and stop work where any are found
        # Be able to clear ditches and culverts
        Remove silt and plants while leaving the banks stable
        Spread or cart away what is removed, as agreed with the owner of the land
        Free blocked culverts with rods or jets
        # Understand drainage
        Explain how ditches, field drains and culverts work together
        Explain how the height of an outfall limits the depth of a drain
        Describe the powers of drainage boards
        Explain why work is timed to miss the breeding season
        """,
        reference="K/650/8931",
        number="LEU2.14",
        level="2",
        credit="5",
        glh="40",
        expiry="2029-08-31",
        body="Lantra",
    )
    table, spans = unit_rows(u)
    extra = [
        ["Title", u.title or ""],
        ["Level", "2"],
        ["Credit value", "5"],
        ["Unit code", "LEU2.14"],
        ["Unit reference", u.reference or ""],
    ]
    after = [
        ["Unit purpose and aim(s)", "For staff of farms, estates and boards who look after open drainage."],
        ["Unit expiry date", "31 August 2029"],
        ["Details of the relationship between the unit and relevant standards", "LANLE31, elements 1.1 to 2.3"],
        ["Location of the unit within the subject/sector classification system", "3.1 Agriculture"],
        ["Name of the organisation submitting the unit", "Lantra"],
        ["Availability for use", "Shared"],
        ["Unit guided learning hours", "40"],
    ]
    data = document(
        [
            grid(extra, [60, 105]),
            grid(table, [60, 105], spans=spans, repeat=1),
            p("<b>Additional information about the unit</b>"),
            grid(after, [60, 105]),
        ],
        footer="LEU2.14 v1.1",
    )
    yield _made("ditches.pdf", "a register form: further labels, with hours and expiry, below the criteria", data, u)

    u = told(
        "Understand the principles of lean working",
        """
        # Understand waste
        Define seven forms of waste in a process
        Explain why overproduction is often held to be the worst of them
        Give an example of each form from own workplace
        # Understand the tools of lean working
        Explain the five steps of workplace organisation
        Compare a push system with a pull system
        Explain how visual management shows the state of a process
        Explain how error-proofing prevents defects rather than finding them
        # Understand how change is sustained
        Discuss why improvements fade
        Explain how standard work keeps an improvement in place
        """,
        reference="D/506/1178",
        level="2",
        credit="3",
        glh="20",
    )
    content = (
        "This includes:<br/>• transport<br/>• waiting<br/>• over-production<br/>• rework, e.g. 1.5 hours lost a shift",
        "Tools may be:<br/>• boards and shadow marks<br/>• cards<br/>• charts of takt time: see section 2.3 of the workbook",
        "• audits each week<br/>• coaching by line managers<br/>• 5 reasons why",
    )
    table = [["Learning Outcomes", "Assessment Criteria", "Knowledge, understanding and skills"]]
    for o, (outcome, ts) in enumerate(u.outcomes, 1):
        table.append(
            [
                f"The Learner will:<br/>{o} {outcome}" if o == 1 else f"{o} {outcome}",
                ("The Learner can:<br/>" if o == 1 else "") + "<br/>".join(f"{o}.{n} {t}" for n, t in enumerate(ts, 1)),
                content[o - 1],
            ]
        )
    head = [
        ["Unit Title:", u.title or ""],
        ["Level:", "2"],
        ["Credit value:", "3"],
        ["Guided learning hours:", "20"],
        ["Unit reference number:", u.reference or ""],
    ]
    data = document(
        [
            grid(head, [45, 120]),
            p("<b>Unit purpose and aim</b>"),
            p("Learners will understand how waste is found and removed."),
            grid(table, [45, 65, 55], repeat=1),
            p("<b>Assessment</b>"),
            p(
                "Units may be taken in whatever order suits the centre. The Admin Guide (A850), section 6.1, tells how to claim them."
            ),
            p("<b>Functional skills signposting</b>"),
            grid([["English", "Reading", "Mathematics", "Analysing"], ["", "X", "", "X"]], [40, 40, 40, 40]),
        ],
        footer="© Ashgrove Examinations 2020",
    )
    yield _made(
        "lean.pdf", "three ruled columns with bullets in the third", data, replace(u, body="Ashgrove Examinations")
    )

    u = told(
        "Read and use engineering drawings",
        """
        # Know the content of drawings
        Identify first and third angle projection
        Describe how revisions are shown and why superseded copies must be withdrawn from the shop floor
        State the meaning of symbols for surface finish, welds and tolerances
        # Be able to use drawings
        Extract sizes needed to make a part
        Work out sizes that are not stated, using scale, symmetry or simple geometry
        Mark up a drawing to show a change and have it approved
        Question any detail that is missing or wrong
        """,
        reference="J/616/1950",
        number="ENG-015",
        level="2",
        credit="3",
        glh="26",
        tqt="30",
    )
    s = Sheet(header="Unit record", footer="Form ENG-015 issue D", size=landscape(A4), left=40)
    s.put(
        (40, 300, f"Unit title: {u.title}"),
        (400, 120, "Unit no: ENG-015"),
        (560, 200, f"Ofqual no: {u.reference}"),
        font=BOLD,
    )
    s.put(
        (40, 120, "Level: 2"),
        (160, 120, "Credits: 3"),
        (280, 120, "GLH: 26"),
        (400, 160, "Total unit time: 30 hours"),
        after=12,
    )
    s.put(
        (40, 170, "Learning outcome"),
        (240, 240, "Assessment criteria"),
        (520, 60, "Evidence type"),
        (600, 60, "Reference"),
        (680, 50, "Date"),
        (740, 60, "Initials"),
        font=BOLD,
        size=9,
    )
    for number, outcome, ac, t in rows(u):
        s.rule(40, 800)
        s.put(
            *([(40, 16, number), (56, 160, outcome)] if number else []),
            (240, 24, ac),
            (266, 230, t),
            (520, 60, "O / P / Q"),
            size=9,
            after=8,
        )
    s.rule(40, 800)
    s.put(
        (40, 200, "Learner signature: ............"),
        (300, 200, "Assessor signature: ............"),
        (560, 200, "IQA signature: ............"),
    )
    yield _made("drawings.pdf", "landscape record with evidence columns and level lines; total unit time", s.save(), u)
