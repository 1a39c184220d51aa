"""The sixth set's PDF documents with tables: ruled, cut by pages, turned, as a matrix, graded."""
# ruff: noqa: E501  the documents' own lines are long

import io
from collections.abc import Iterator
from typing import Any

from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Spacer

from tests.unit_reader.specimens.page_forms import HEAD, columns, document, grid, p
from tests.unit_reader.specimens.telling import rows, told
from tests.unit_reader.specimens.truth import Specimen, Unit

BOLD = "Helvetica-Bold"


def _made(name: str, shape: str, data: bytes, *units: Unit) -> Specimen:
    return Specimen(name=name, data=data, units=units, shape=shape)


def sixth_sheets() -> Iterator[Specimen]:
    yield from _ruled()
    yield from _cut()


def _numbered(unit: Unit, *, spare: int = 0) -> tuple[list[list[str]], list[Any]]:
    """Rows of outcome number, outcome, criterion number, criterion and empty cells; with the spans of the outcomes."""
    body, spans = [], []
    for no, outcome, ac, t in rows(unit):
        if no:
            depth = len(unit.outcomes[int(no) - 1][1])
            spans += [("SPAN", (k, len(body) + 1), (k, len(body) + depth)) for k in (0, 1)]
        body.append([no, outcome, ac, t, *[""] * spare])
    return body, spans


def _ruled() -> Iterator[Specimen]:
    u = told(
        "Clean and disinfect ambulances",
        """
        # Understand infection prevention and control
        Explain the chain of infection
        Distinguish cleaning, disinfection and sterilisation
        Describe colour coding of cloths, mops and buckets
        State when an ambulance is taken off the road for deep cleaning
        # Be able to clean an ambulance
        Select protective equipment for the level of contamination
        Remove linen, sharps and waste in line with local procedure
        Clean from high to low and from clean to dirty
        Dilute and apply disinfectant for the contact time stated by the maker
        Restock and seal compartments
        # Be able to record cleaning
        Complete the vehicle log and tag equipment as clean
        Report damage that makes surfaces impossible to clean
        Explain how audits of cleaning are carried out
        """,
        reference="R/507/2727",
        number="AMB 2",
        level="2",
        credit="2",
        glh="16",
    )
    body, spans = _numbered(u, spare=3)
    head = [
        "",
        "Learning outcome<br/>The learner will:",
        "",
        "Assessment criteria<br/>The learner can:",
        "Evidence type",
        "Portfolio reference",
        "Date",
    ]
    data = document(
        [
            p(f"Unit AMB 2: {u.title}", HEAD),
            grid(
                [
                    ["Unit reference number:", u.reference or "", "QCF level:", "2"],
                    ["Credit value:", "2", "Guided learning hours:", "16"],
                ],
                [42, 40, 45, 30],
            ),
            Spacer(1, 8),
            grid([head, *body], [8, 46, 12, 76, 18, 20, 16], spans=spans, repeat=1),
            Spacer(1, 8),
            p("Learner name: ______________________  Date: ____________"),
            p("Learner signature: ______________________  Date: ____________"),
            p("Assessor signature: ______________________  Date: ____________"),
            p("Internal verifier signature (if sampled): ______________________  Date: ____________"),
        ],
        footer="Level 2 Certificate in Patient Transport 603/6111/6",
    )
    yield _made(
        "ambulances.pdf", "outcome and criterion numbers in columns of their own, evidence columns, signatures", data, u
    )

    u = told(
        "Safe use of food thermometers",
        """
        # Understand why temperature is monitored
        State the range in which bacteria grow quickly
        Describe what may happen when food is held at the wrong temperature
        Explain the term core temperature
        List foods that carry the greatest risk
        # Know how to use a thermometer
        Outline how to calibrate a probe in ice and in boiling water
        Describe how to clean and disinfect a probe between foods
        State where a probe should be placed in meat, in liquids and in packs
        Describe how infra-red thermometers differ from probes
        # Know how to keep records
        Identify the details that are written on a temperature log
        Explain what is done when a reading is out of limits
        """,
        reference="L/650/4516",
        number="3",
        level="2",
        credit="1",
        glh="7",
    )
    cells = []
    notes = ({"1.1": "Range: between 8 °C and 63 °C"}, {"2.1": "Ice: -1 °C to 1 °C; boiling: 99 °C to 101 °C"}, {})
    for o, (outcome, ts) in enumerate(u.outcomes, 1):
        cell = "<br/>".join(f"{o}.{n} {t}" for n, t in enumerate(ts, 1))
        cell += "".join(
            f"<br/><br/><i>Assessment guidance</i><br/><i>{ac}: {words}</i>" for ac, words in notes[o - 1].items()
        )
        cells.append([f"{o} {outcome}", cell])
    data = document(
        [
            grid(
                [
                    ["Unit 3:", u.title or ""],
                    ["Unit number:", u.reference or ""],
                    ["Credit:", "1"],
                    ["GLH:", "7"],
                    ["Level:", "2"],
                ],
                [40, 120],
            ),
            Spacer(1, 10),
            grid(
                [["Learning Outcomes<br/>The learner will", "Assessment Criteria<br/>The learner can"], *cells],
                [50, 110],
                repeat=1,
            ),
            p("Unit 3 is assessed by a multiple-choice paper of 10 questions."),
        ],
        header="Level 2 Award in Temperature Control",
        footer="v1.1 June 2022",
    )
    yield _made("thermometers.pdf", "guidance in the criteria's own cells, in italics, that repeats a number", data, u)

    u = told(
        "Keep a reflective journal",
        """
        # Understand reflection
        Define reflection
        Compare two models of reflection
        Explain how reflection differs from evaluation
        # Be able to keep a journal
        Write entries that go beyond description
        Link entries to reading
        Identify patterns over time
        # Be able to act on reflection
        Set goals that follow from entries
        Review goals after a month
        Ask another person to comment on progress
        # Be able to share reflection
        Choose what to share and what to keep private
        Respond to the questions of others without defensiveness
        """,
        number="PD4",
        level="3",
        credit="3",
        glh="20",
    )
    head = [f"LO{o} {outcome}" for o, (outcome, _) in enumerate(u.outcomes, 1)]
    body = ["<br/>".join(f"{o}.{n} {t}" for n, t in enumerate(ts, 1)) for o, (_, ts) in enumerate(u.outcomes, 1)]
    data = document(
        [
            p(f"Unit PD4 {u.title}", HEAD),
            p("Level: 3    Credit value: 3    GLH: 20"),
            Spacer(1, 8),
            grid([head, body], [62, 62, 62, 62]),
            Spacer(1, 8),
            grid([["Evidence 1", "Evidence 2", "Evidence 3", "Evidence 4"], ["", "", "", ""]], [62, 62, 62, 62]),
        ],
        size=landscape(A4),
    )
    yield _made("journal.pdf", "outcomes as columns, all criteria of an outcome in one cell", data, u)


def _cut() -> Iterator[Specimen]:
    u = told(
        "Fell small trees by hand and with a chainsaw",
        """
        # Be able to plan felling
        Assess the tree for lean, decay, tension and dead wood
        Mark an escape route that is clear of brash
        Set out signs and a lookout where the public may pass
        # Be able to fell trees
        Cut a sink of the right depth and angle
        Make the felling cut and leave a hinge
        Use wedges or a lever to bring the tree over
        Bring down a hung-up tree with a winch or a turning strop, keeping all people, including the operator, out of the area in which it could fall, roll, slide or spring, and never by working beneath it
        # Be able to process trees
        Remove branches while standing on the far side of the stem
        Cross-cut to length with regard to tension and compression
        Stack produce so that it is stable
        Tidy brash so that paths, drains and fences are left clear
        # Know about machines
        Describe the safety features of a chainsaw
        Explain kickback
        State the protective clothing that an operator wears
        """,
        reference="H/503/4080",
        number="FT-31",
        level="2",
        credit="5",
        glh="40",
    )
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1)
    y = 0.0

    def box(top: float, bottom: float) -> None:
        for x in (50, 190, 225, 545):
            canvas.line(x, top, x, bottom)
        canvas.line(50, bottom, 545, bottom)

    def head(page: int) -> float:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(50, 812, "FT-31 Fell small trees by hand and with a chainsaw")
        canvas.drawString(50, 24, "Forestry operations   2.1.3.0F")
        canvas.drawRightString(545, 24, f"{page} of 2")
        low = columns(canvas, 790.0, [(54, 120, "Unit title"), (230, 300, u.title or "")]) - 2
        low = (
            columns(
                canvas,
                low,
                [
                    (54, 120, "Unit code"),
                    (120, 60, "FT-31"),
                    (230, 60, "Level 2"),
                    (300, 100, "Credit 5"),
                    (370, 100, "GLH 40"),
                ],
            )
            - 2
        )
        low = columns(canvas, low, [(54, 120, "Unit reference"), (230, 200, u.reference or "")]) - 10
        top = low + 12
        low = columns(canvas, low, [(54, 130, "Learning outcome"), (230, 300, "Assessment criteria")])
        canvas.line(50, top, 545, top)
        box(top, low)
        return low - 12

    y = head(1)
    for no, outcome, ac, t in rows(u):
        top = y + 12
        left = [(54, 130, f"{no}. {outcome}")] if no else []
        if ac == "2.4":
            words = t.split()
            y = columns(canvas, y, [*left, (195, 28, ac), (230, 305, " ".join(words[:22]))])
            box(top, y)
            canvas.showPage()
            y = head(2)
            top = y + 12
            y = columns(canvas, y, [(230, 305, " ".join(words[22:]))])
        else:
            y = columns(canvas, y, [*left, (195, 28, ac), (230, 305, t)])
        box(top, y)
        y -= 12
    columns(canvas, y - 10, [(54, 480, "Trees up to 380 mm at felling height. Evidence: 3 trees.")])
    canvas.save()
    yield _made(
        "felling.pdf",
        "facts and heading rows again on the second page; a boxed row of 40 words cut between them",
        buffer.getvalue(),
        u,
    )

    u = told(
        "Teach swimming to beginners",
        """
        # Understand how beginners learn to swim
        Explain how fear, age and body type affect learning
        Describe the stages from entry to first stroke
        Explain the use of aids and when they hinder
        # Be able to plan lessons
        Set aims that can be seen and measured
        Plan warm-up, main theme, contrast and close
        Plan for swimmers who learn faster or slower than most
        Check pool, equipment and lifeguard cover
        # Be able to teach lessons
        Place self so that all swimmers are in view
        Demonstrate on the poolside
        Correct one fault at a time
        Praise effort as well as result
        Adapt the lesson when a swimmer is cold, tired or upset
        # Be able to evaluate lessons
        Judge progress against aims
        Seek the view of swimmers and, for children, of their parents
        Decide what to change next time
        """,
        reference="R/505/6687",
        number="ST1",
        level="2",
        credit="8",
        glh="60",
    )
    body, spans = _numbered(u)
    data = document(
        [
            p("Before you start", HEAD),
            p("Teachers of swimming work in public pools, schools, clubs and hotels. Most begin as helpers."),
            p(
                "Entry: candidates are 16 or over and can swim four strokes. A rescue award is held, or gained within 3 months."
            ),
            p(
                "Delivery: 60 hours, of which 20 are on the poolside. Class sizes follow the guidance of the trade: 1 teacher to 12 beginners."
            ),
            p("Tutors hold a level 3 teaching award and have taught for two years."),
            p("Recognition of earlier learning: see the policy, clause 3.4."),
            p(
                "Candidates with disabilities: the centre agrees adjustments before registration. Standards are not lowered."
            ),
            p("Resources", HEAD),
            p("A pool with a shallow end of 0.9 metres, floats, woggles, sinking toys, a flip chart."),
            p("Reading: a current manual for teachers of swimming, and the code for safe supervision."),
            p("How to use the record", HEAD),
            p("Tick each criterion when it has been met. Keep the record for 3 years."),
            Spacer(1, 150),
            p("Unit title: Teach swimming to beginners"),
            p("Unit code: ST1"),
            p("Unit reference: R/505/6687"),
            p("Level: 2. Credit value: 8. GLH: 60."),
            grid([["LO", "The learner will:", "AC", "The learner can:"], *body], [10, 50, 14, 88], spans=[], repeat=1),
            p("Remission: learners who hold the helper award need not take outcome 1 again."),
        ],
        header="Aquatic units",
        footer="Page footer 4.2",
    )
    yield _made("swimming.pdf", "a ruled table that runs over pages, its heading row repeated", data, u)
    assert spans
