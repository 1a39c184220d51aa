"""The sixth set's odd PDF documents: graded, turned by a quarter, dark heads, a price list."""

import io
from collections.abc import Iterator

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Table, TableStyle

from tests.unit_reader.specimens.drawing import Sheet
from tests.unit_reader.specimens.page_forms import HEAD, columns, document, grid, p
from tests.unit_reader.specimens.telling import rows, told
from tests.unit_reader.specimens.truth import Specimen, Unit

BOLD = "Helvetica-Bold"


def _made(name: str, shape: str, data: bytes, *units: Unit) -> Specimen:
    return Specimen(name=name, data=data, units=units, shape=shape)


def sixth_odd() -> Iterator[Specimen]:
    graded = (
        (
            "A",
            "Explore the properties of timber",
            (
                ("A.P1", "Describe four timbers and their uses."),
                ("A.P2", "Carry out a test of hardness."),
                ("A.M1", "Compare timbers by test results."),
                ("A.D1", "Evaluate the choice of timber for a given product."),
            ),
        ),
        (
            "B",
            "Make a small cabinet",
            (
                ("B.P3", "Prepare a cutting list."),
                ("B.P4", "Make a cabinet with two types of joint."),
                ("B.M2", "Make a cabinet with accurate joints."),
                ("B.D2", "Make a cabinet to a commercial standard."),
            ),
        ),
    )
    table: list[list[str]] = [["Pass", "Merit", "Distinction"]]
    for letter, outcome, marks in graded:
        table.append([f"Learning aim {letter}: {outcome}", "", ""])
        table.append(
            ["<br/>".join(f"{m} {t}" for m, t in marks if m[2] == "P"), *(f"{m} {t}" for m, t in marks if m[2] in "MD")]
        )
    spans = [("SPAN", (0, k), (-1, k)) for k in (1, 3)]
    u = Unit(
        "Cabinet making",
        tuple((outcome, tuple(t for _, t in marks)) for _, outcome, marks in graded),
        number="9",
        level="2",
        glh="30",
    )
    data = document(
        [
            p("Unit 9: Cabinet making", HEAD),
            p("Level: 2"),
            p("Guided learning hours: 30"),
            p("Assessment criteria"),
            grid(table, [55, 55, 55], spans=spans, repeat=1),
        ],
        header="Furniture units",
    )
    yield _made("cabinet.pdf", "pass, merit and distinction in columns below a row for each learning aim", data, u)

    u = told(
        "Load a bulk tanker with milk",
        """
        # Know the rules for milk collection
        State the temperature at which milk is refused
        Describe the tests that are made on the farm
        Explain why samples are kept cold
        # Be able to load milk
        Agitate the tank for the time required
        Take a sample and label it
        Connect hoses so that no dirt enters
        Record volume, temperature and time
        # Be able to leave the farm clean
        Rinse down the dairy and drain hoses
        Leave the docket where the farmer expects it
        """,
        reference="H/505/4085",
        level="2",
        credit="2",
    )
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(A4[1], A4[0]), invariant=1)
    canvas.setPageRotation(90)  # the sheet is then written upright, 595 by 842 points
    canvas.translate(A4[0], 0)
    canvas.rotate(90)
    y = columns(canvas, 540, [(50, 400, f"Unit title: {u.title}")]) - 2
    y = (
        columns(
            canvas,
            y,
            [(50, 200, f"Unit reference: {u.reference}"), (260, 80, "Level: 2"), (360, 100, "Credit value: 2")],
        )
        - 14
    )
    y = (
        columns(canvas, y, [(50, 200, "Learning outcomes"), (260, 300, "Assessment criteria"), (620, 150, "Evidence")])
        - 6
    )
    for no, outcome, ac, t in rows(u):
        y = (
            columns(
                canvas,
                y,
                [*([(50, 180, f"{no}. {outcome}")] if no else []), (260, 330, f"{ac} {t}"), (620, 150, "Observation")],
            )
            - 8
        )
    canvas.save()
    yield _made("milk.pdf", "a page stored upright and turned by a quarter", buffer.getvalue(), u)

    u = told(
        "Operate a car park barrier system",
        """
        # Understand the system
        Outline how tickets, tokens and number plates are read
        Explain the legal basis of charges
        Describe rules on cameras and personal data
        # Be able to operate the system
        Start, stop and reset barriers
        Assist drivers by intercom
        Refund or waive charges within limits
        Raise the barrier in an emergency and log the event
        # Be able to carry out first-line maintenance
        Clear ticket jams
        Replace paper rolls, clean camera lenses and check loops
        """,
        reference="M/506/2075",
        number="CP3",
        level="2",
        credit="2",
        glh="14",
    )
    style = TableStyle(
        [
            ("GRID", (0, 0), (-1, -1), 0.4, colors.grey),
            ("BACKGROUND", (0, 0), (-1, 0), colors.darkblue),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ]
    )
    body = [
        [
            p('<font color="white">Outcome</font>'),
            p('<font color="white">Criteria</font>'),
            p('<font color="white">Met</font>'),
        ]
    ]
    for no, outcome, ac, t in rows(u):
        body.append([p(f"{no} {outcome}" if no else ""), p(f"{ac} {t}"), p("[ ]")])
    table_2 = Table(body, colWidths=[52 * mm, 96 * mm, 14 * mm], repeatRows=1)
    table_2.setStyle(style)
    data = document(
        [
            p("CP3"),
            p(u.title or "", HEAD),
            p("Unit ref. M/506/2075 | Level 2 | 2 credits | 14 GLH"),
            table_2,
            p("Centres may print 1 copy for each learner."),
        ],
        footer="Parking units",
    )
    yield _made("barrier.pdf", "white heads on a dark row, boxes to tick, facts with strokes on one line", data, u)

    s = Sheet(header="Fees 2026", footer="Subject to change")
    s.line("Fees and charges", font=BOLD, size=16)
    for a, b in (
        ("1.1 Registration, Award", "28.50"),
        ("1.2 Registration, Certificate", "54.00"),
        ("1.3 Registration, Diploma", "96.00"),
        ("2.1 Unit certificate", "9.00"),
        ("2.2 Replacement", "25.00"),
        ("3.1 Additional visit (half day)", "180.00"),
    ):
        s.put((56, 300, a), (420, 80, b))
    s.line("Units have a level, a credit value and learning outcomes. Fees do not depend on them.")
    yield _made("fees-2026.pdf", "no unit: a price list in two columns", s.save())
