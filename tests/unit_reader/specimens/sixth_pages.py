"""The sixth set's PDF documents that flow: units with content, amplification or guidance that repeats their numbers."""
# ruff: noqa: E501  the documents' own lines are long

from collections.abc import Iterator
from dataclasses import replace

from reportlab.lib.pagesizes import A4

from tests.unit_reader.specimens.drawing import Sheet
from tests.unit_reader.specimens.telling import rows, told
from tests.unit_reader.specimens.truth import Specimen, Unit

BOLD, ROMAN, ROMAN_BOLD = "Helvetica-Bold", "Times-Roman", "Times-Bold"


def _made(name: str, shape: str, data: bytes, *units: Unit) -> Specimen:
    return Specimen(name=name, data=data, units=units, shape=shape)


def sixth_pages() -> Iterator[Specimen]:
    yield from _amplified()
    yield from _content()
    yield from _plain()


def _amplified() -> Iterator[Specimen]:
    u = told(
        "Principles of Working at Height",
        """
        # Understand legal duties for work at height
        Summarise the duties of employers, of the self-employed and of employees
        Explain the order of measures that the law sets for avoiding, preventing and mitigating falls
        Explain who is competent to inspect access equipment
        Identify when a notice to the regulator is needed
        # Know how to choose access equipment
        Compare ladders, towers, platforms and scaffolds for a given task
        Describe the checks made before equipment is used for the first time on a shift
        Explain why the lowest capital cost may not be the lowest cost over the whole life of a task, given the time taken, the number of people, the risk and the use to which equipment may be put afterwards
        # Understand rescue
        Explain why a plan for rescue must be made before work begins
        Describe suspension trauma
        Outline the equipment and training that a rescue team needs
        """,
        reference="D/617/8396",
        number="7",
        level="2",
        credit="3",
        glh="22",
    )
    s = Sheet(
        footer="Specification – Issue 3 – June 2021 © Castlegate Education 2021",
        header="UNIT 7: PRINCIPLES OF WORKING AT HEIGHT",
    )
    s.line(f"Unit 7: {u.title}", font=BOLD, size=18, after=14)
    for k, v in (
        ("Unit reference number:", u.reference),
        ("Level:", "2"),
        ("Credit value:", "3"),
        ("Guided learning hours:", "22"),
    ):
        s.put((56, 160, k), (230, 200, v or ""), after=6)
    s.line("Unit summary", font=BOLD, size=13)
    s.line("In this unit you will learn why falls happen and how they are prevented. It has 3 learning outcomes.")
    s.line("Learning outcomes and assessment criteria", font=BOLD, size=13)
    s.line(
        "A pass calls for every learning outcome of the unit to be met. What counts as meeting it is set out in the assessment criteria."
    )
    s.put((56, 180, "Learning outcomes"), (260, 270, "Assessment criteria"), font=BOLD)
    for no, outcome, ac, t in rows(u):
        s.room(40)
        s.rule(56 if no else 260, 540)
        s.put(*([(56, 18, no), (78, 165, outcome)] if no else []), (260, 28, ac), (290, 250, t), after=6)
    s.rule(56, 540)
    s.turn()
    s.line("Unit amplification", font=BOLD, size=13)
    for ac, words in (
        ("AC1.1", "Regulations: planning, supervision, weather, fragile surfaces, inspection"),
        ("AC1.2", "Order of measures: avoid; prevent by place or by equipment; mitigate distance and consequence"),
        ("AC2.1", "Tasks: short duration, light work; repeated access; work with both hands"),
        ("AC3.2", "Trauma: causes, signs, 10 to 15 minutes"),
    ):
        s.put((56, 40, f"{ac}:"), (110, 430, words))
    s.line("Information for tutors", font=BOLD, size=13)
    s.line("Suggested resources: 1. a ladder; 2. a tower; 3. film of a rescue.")
    yield _made(
        "work-at-height.pdf",
        "criteria with rules, then amplification that names AC1.1 again",
        s.save(),
        replace(u, body="Castlegate Education"),
    )

    u = told(
        "Leading teams through change",
        """
        # Understand the drivers of change
        Analyse internal and external drivers of change in an organisation
        Evaluate two models of change
        Distinguish planned from emergent change
        # Understand how people respond to change
        Examine reasons for resistance
        Discuss how trust, timing and involvement influence acceptance
        Analyse the part played by informal leaders
        # Know how to lead a team through change
        Develop a plan to communicate change
        Assess approaches to supporting those who lose by a change
        Recommend measures of whether change has lasted
        """,
        reference="T/616/7419",
        number="518",
        level="5",
        glh="23",
        tqt="45",
        body="CMI",
    )
    s = Sheet(header="CMI Level 5 Management and Leadership Syllabus | May 2022 | Version 4", numbered="Page | {}")
    s.line(f"CMI 518  {u.title}".upper(), font=BOLD, size=13, after=10)
    s.put((56, 100, "Unit title"), (160, 380, u.title or ""), after=2)
    s.put(
        (56, 100, "Unit number"), (160, 100, "518"), (300, 120, "Ofqual number"), (430, 100, u.reference or ""), after=2
    )
    s.put((56, 100, "Level"), (160, 100, "5"), (300, 120, "GLH"), (430, 100, "23"), after=2)
    s.put((56, 100, "TUT"), (160, 100, "45"), (300, 120, "Credit"), (430, 100, ""), after=10)
    s.line("Aims of unit", font=BOLD)
    s.line("Change that is announced and not led seldom lasts. Managers look at models and at their own experience.")
    s.line("Keywords: drivers, resistance, trust", font="Helvetica-Oblique")
    content = (
        (
            ("1.1", "Drivers may refer to technology, law, markets, owners, mergers."),
            ("1.2", "Models may refer to force fields, eight steps, transitions."),
        ),
        (
            ("2.1", "Reasons may refer to loss, fear, doubt about competence."),
            ("2.2", "Influences may refer to promises kept and broken."),
        ),
        (
            ("3.1", "Plans may refer to audience, channel, sequence."),
            ("3.3", "Measures may refer to use, output, staff turnover of 1.5% or less."),
        ),
    )
    for o, (outcome, ts) in enumerate(u.outcomes, 1):
        s.room(140)
        s.line(f"Learning Outcome {o}: {outcome}", font=BOLD, size=11)
        s.line("Assessment Criteria", font=BOLD)
        for n, t in enumerate(ts, 1):
            s.put((70, 28, f"{o}.{n}"), (100, 430, t))
        s.line("Indicative Content", font=BOLD)
        for ac, words in content[o - 1]:
            s.put((70, 28, ac), (100, 430, words), font="Helvetica-Oblique")
        s.y -= 6
    s.line("Suggested reading and web-based material: see ManagementDirect.")
    yield _made(
        "leading-change.pdf", "indicative content below each outcome repeats the numbers of its criteria", s.save(), u
    )


def _content() -> Iterator[Specimen]:
    u = told(
        "Plan circuit training for older adults",
        """
        # Understand ageing and exercise
        Describe the effects of ageing on the heart, lungs, muscles, bones and balance
        Identify conditions that call for medical clearance
        Explain how medicines may alter response to exercise
        # Be able to plan circuit training
        Collect information about participants with consent
        Select stations that work all major muscle groups and train balance
        Set work and rest times that fit the group
        Plan routes between stations that avoid trips and collisions
        Offer a seated version of each station
        # Be able to review a plan
        Use feedback and heart rate data to change a plan
        Judge own plan against good practice
        """,
        reference="F/600/5437",
        level="3",
        credit="4",
        glh="28",
    )
    s = Sheet(header="Unit 5  F/600/5437", footer="Version AIQ2 – not for resale", left=48)
    s.put((48, 90, "Unit 5"), (150, 350, u.title or ""), font=BOLD, size=12)
    s.put(
        (48, 60, "Unit accreditation number"),
        (150, 120, u.reference or ""),
        (330, 60, "Level: 3"),
        (400, 90, "Credit value: 4"),
        (490, 70, "GLH: 28"),
        after=10,
    )
    s.line("This unit covers the planning of circuits for people aged fifty and above.")
    s.put((48, 150, "Learning outcomes"), (300, 200, "Assessment criteria"), font=BOLD)
    s.put((48, 150, "The learner will:"), (300, 200, "The learner can:"))
    taught = ("loss of muscle, bone density, reaction time", "screening, stations, intensity, music and its volume", "")
    for o, (outcome, ts) in enumerate(u.outcomes, 1):
        top = s.y
        s.put((48, 220, f"{o}. {outcome}"), font=BOLD)
        left = s.y
        s.y = top
        for n, t in enumerate(ts, 1):
            s.put((300, 24, f"{o}.{n}"), (326, 220, t))
        s.y = min(s.y, left) - 2
        if taught[o - 1]:
            s.put((48, 480, "Taught content to include:"), font="Helvetica-Oblique", size=9, after=1)
            s.put((60, 480, f"• {taught[o - 1]}"), size=9, after=8)
    s.line("Assessment", font=BOLD)
    s.line("Worksheet. Case study. The case study must be of 1 real group.")
    yield _made(
        "older-adults.pdf",
        "two unruled columns with taught content over the whole width below each outcome",
        s.save(),
        replace(u, number="5"),
    )

    u = told(
        "Restore a dry stone wall",
        """
        # Be able to survey a length of wall
        Measure the length, the height and the batter
        Record features that must be kept, such as:
        - stiles
        - smoots
        - badger gates
        # Be able to strip out and rebuild
        Sort stone by type while it is taken down
        Lay foundations on firm subsoil
        Build up courses with hearting packed tight and joints crossed
        Place throughs at even spacing
        Finish with copes set tight and to a line
        # Know the value of walls
        Describe the wildlife that lives in walls
        Explain how walls shaped the landscape of the uplands
        State when a permit is needed before a wall is moved or breached
        """,
        number="C14",
        level="2",
        credit="5",
        glh="42",
    )
    s = Sheet(header="Restore a dry stone wall", numbered="- {} -", left=70)
    s.line("Unit C14", font=ROMAN_BOLD, size=16)
    s.line(u.title or "", font=ROMAN_BOLD, size=16, after=12)
    s.line("Level 2          Credit value 5          GLH 42", font=ROMAN, size=11, after=12)
    for o, (outcome, ts) in enumerate(u.outcomes, 1):
        s.line(f"{o}   {outcome}", font=ROMAN_BOLD, size=12)
        for n, t in enumerate(ts, 1):
            s.put((84, 30, f"{o}.{n}"), (116, 380, t), font=ROMAN, size=11, after=2)
            for point in u.points.get(f"{o}.{n}", ()):
                s.put((128, 12, "•"), (140, 350, point), font=ROMAN, size=11, after=1)
        s.y -= 8
    s.line("Further notes", font=ROMAN_BOLD, size=12)
    s.line(
        "Evidence should cover a gap of at least 2 metres. A wall of 1.5 metres is usual in the county.",
        font=ROMAN,
        size=11,
    )
    yield _made(
        "stone-wall.pdf",
        "roman type, bullets below a criterion, title over two lines and as running title",
        s.save(),
        u,
    )


def _plain() -> Iterator[Specimen]:
    skills = (
        (
            "Practical skills",
            "The candidate will be able to:",
            (
                "check the order and the tools",
                "mark out with templates",
                "cut within two millimetres of the line",
                "sweep up and bag offcuts",
            ),
        ),
        (
            "Underpinning knowledge",
            "The candidate will be able to:",
            ("state why carpet is laid to run one way", "describe how seams are hidden"),
        ),
    )
    more = (
        (
            "Practical skills",
            "The candidate will be able to:",
            ("stretch the carpet onto grippers", "trim and tuck edges", "fit door bars"),
        ),
        (
            "Underpinning knowledge",
            "The candidate will be able to:",
            ("explain how heat and damp affect underlay", "list faults caused by poor stretching"),
        ),
    )
    outcomes = ("Prepare and cut carpet", "Fit carpet")
    u = Unit(
        "Lay fitted carpet",
        tuple((o, tuple(t for _, _, ts in part for t in ts)) for o, part in zip(outcomes, (skills, more), strict=True)),
        reference="F/602/0374",
        number="017",
        level="2",
        credit="7",
    )
    s = Sheet(footer="Floor covering   Issue 2")
    s.line("Unit 017     Lay fitted carpet", font=BOLD, size=15)
    s.put((56, 60, "Level:"), (130, 60, "2"), after=1)
    s.put((56, 60, "Credit:"), (130, 60, "7"), after=1)
    s.put((56, 60, "UAN:"), (130, 160, "F/602/0374"), after=10)
    s.line("Outcomes", font=BOLD)
    s.line("This unit has two outcomes. The candidate will be able to:")
    s.line("• prepare and cut carpet")
    s.line("• fit carpet", after=12)
    for o, (outcome, part) in enumerate(zip(outcomes, (skills, more), strict=True), 1):
        s.room(120)
        s.line(f"Outcome {o}     {outcome}", font=BOLD, size=12)
        k = 0
        for head, lead, ts in part:
            s.line(head, font=BOLD)
            s.line(lead)
            for t in ts:
                k += 1
                s.put((70, 16, str(k)), (90, 420, t), after=1)
        s.y -= 8
    yield _made(
        "carpet.pdf",
        "practical skills then underpinning knowledge, numbers running on within each outcome",
        s.save(),
        u,
    )

    u = told(
        "Handle wild birds for ringing",
        """
        # Know the law on ringing
        State who may issue a permit
        Explain why nets must never be left unattended
        List birds that may not be ringed without a further permit
        # Be able to extract and carry birds
        Free a bird from a net without harm
        Carry birds in clean bags, one to a bag
        Decide which birds to release at once
        Hold birds in a grip that suits their size
        # Be able to ring and measure birds
        Choose a ring of the right size and close it
        Age and sex birds by plumage
        Measure wing and mass to the precision required
        Release birds where they can recover
        """,
        reference="A/506/2273",
        level="3",
        credit="6",
    )
    width = A4[0]
    s = Sheet(left=50, numbered="")
    s.line("Handle wild birds for ringing", font=BOLD, size=16, after=2)
    s.line("A unit at level 3 worth 6 credits. Unit reference A/506/2273", after=14)
    top = s.y
    for half, x in ((u.outcomes[:2], 50), (u.outcomes[2:], width / 2 + 12)):
        s.y = top
        for o, (outcome, ts) in enumerate(half, 1 if x == 50 else 3):
            s.put((x, 230, f"{o}. {outcome}"), font=BOLD, size=11)
            for n, t in enumerate(ts, 1):
                s.put((x + 4, 24, f"{o}.{n}"), (x + 28, 204, t))
            s.y -= 6
    yield _made("bird-ringing.pdf", "a leaflet in two newspaper columns", s.save(), u)
