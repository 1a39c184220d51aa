"""The rest of the fifth set's PDF documents: logs, a matrix, a handbook, and a guide that holds no unit."""
# ruff: noqa: E501  the documents' own lines are long

from collections.abc import Iterator
from typing import Any

from reportlab.lib.pagesizes import A4, landscape
from reportlab.platypus import PageBreak, Spacer

from tests.unit_reader.specimens.drawing import Sheet
from tests.unit_reader.specimens.page_forms import HEAD, document, grid, p
from tests.unit_reader.specimens.telling import lowered, rows, told
from tests.unit_reader.specimens.truth import Specimen, Unit

BOLD = "Helvetica-Bold"


def _made(name: str, shape: str, data: bytes, *units: Unit) -> Specimen:
    return Specimen(name=name, data=data, units=units, shape=shape)


def fifth_books() -> Iterator[Specimen]:
    yield from _logs()
    yield from _handbooks()


def _logs() -> Iterator[Specimen]:
    u = told(
        "Operate a recording theodolite on site",
        """
        # Be able to set up the instrument
        Choose stable ground with a clear view of the points to be observed
        Level and centre the instrument over the station to within two millimetres
        Enter the station height, the target height, the temperature and the pressure, and check that the stored values match those written in the field book
        # Be able to observe
        Take face left and face right readings
        Close the round on the reference object and repeat it where the misclosure is too large
        # Be able to process observations
        Download data and keep a copy of the raw file
        Compute coordinates and state their quality
        Apply corrections for temperature, pressure and scale
        Produce a plan at a given scale
        """,
        reference="D/508/4895",
        level="3",
        credit="7",
    )
    s = Sheet(header="Operate a recording theodolite on site", footer="Surveying units   v2.0   D/508/4895")
    s.put((56, 80, "Unit title:"), (150, 300, u.title or ""))
    s.put((56, 80, "Reference:"), (150, 300, u.reference or ""))
    s.put((56, 80, "Level:"), (150, 60, "3"), (250, 80, "Credit value:"), (340, 60, "7"), after=12)
    s.line("Purpose of the unit", font=BOLD)
    s.line("The unit is for site engineers. It may be taken with unit 3.4 of the surveying programme.")
    for want in ("a theodolite that stores readings", "two tripods and two targets", "a field book"):
        s.line(f"• {want}")
    s.y = 190
    s.put((56, 150, "Learning outcomes"), (230, 300, "Assessment criteria"), font=BOLD)
    s.put((56, 150, "The learner will:"), (230, 300, "The learner can:"))
    s.y = 145  # so that the third criterion is cut
    for number, outcome, ac, t in rows(u):
        s.put(*([(56, 150, f"{number}. {outcome}")] if number else []), (230, 24, ac), (258, 280, t), after=9)
    s.line("Additional information", font=BOLD)
    s.line("At least 2 sites. Stations are named 1.1, 1.2 and 2.1 on the training plan.")
    yield _made(
        "theodolite.pdf",
        "unruled columns; a criterion cut by the page's end with header and footer between",
        s.save(),
        u,
    )

    u = told(
        "Prepare and serve cocktails without alcohol",
        """
        # Know the ingredients and the equipment
        List the syrups, juices and garnishes in common use
        Describe the use of shakers, strainers and blenders
        # Be able to prepare for service
        Chill glasses
        Cut garnishes and keep them fresh
        Fill ice wells and set out straws, napkins and menus
        # Be able to mix and serve
        Shake, stir, muddle and blend as the recipe asks
        Pour to the right level and garnish
        Tell customers about allergens
        Clean as work goes on
        """,
        level="1",
        credit="2",
        glh="14",
    )
    heads = [f"Outcome {o}<br/>{outcome}" for o, (outcome, _) in enumerate(u.outcomes, 1)]
    depth = max(len(ts) for _, ts in u.outcomes)
    body = [
        [f"{o}.{k + 1} {ts[k]}" if k < len(ts) else "" for o, (_, ts) in enumerate(u.outcomes, 1)] for k in range(depth)
    ]
    data = document(
        [
            p(f"Unit title: {u.title}", HEAD),
            p("Level 1 • 2 credits • 14 guided learning hours"),
            Spacer(1, 8),
            grid([heads, *body], [80, 80, 80]),
            p("A merit is not available for this unit."),
        ],
        size=landscape(A4),
    )
    yield _made("mocktails.pdf", "a matrix with outcomes as columns", data, u)


def _handbooks() -> Iterator[Specimen]:
    first = told(
        "Fit a tyre to a commercial vehicle",
        """
        # Be able to remove a wheel
        Chock the vehicle and support it on stands
        Slacken and remove nuts in sequence
        Roll and lift the wheel with equipment that suits its weight
        # Be able to change a tyre
        Deflate the tyre fully before the bead is broken
        Inspect the rim and replace the valve
        Inflate the tyre in a cage
        Check for leaks with solution
        Refit the wheel and tighten nuts to the torque in the maker's data, in the order that the data shows
        # Know the law on tyres
        State the least depth of tread for each class of vehicle
        Explain why tyres of unlike types are not mixed on an axle
        """,
        reference="L/507/8834",
        number="214",
        level="2",
        credit="4",
        glh="32",
        body="City & Guilds",
    )
    second = told(
        "Balance wheels",
        """
        # Know why wheels are balanced
        Describe the signs of a wheel out of balance
        Distinguish static from dynamic balance
        # Be able to balance wheels
        Calibrate the machine
        Remove old weights, stones and mud
        Place weights so that the reading is zero
        Torque the nuts and recheck after the stated distance
        """,
        reference="F/507/3355",
        number="215",
        level="2",
        credit="2",
        glh="15",
        body="City & Guilds",
    )
    story: list[Any] = [
        p("Level 2 Certificate in Tyre Fitting (4110-02)", HEAD),
        p("Qualification handbook for centres"),
        grid(
            [
                ["Subject area", "Automotive"],
                ["City & Guilds number", "4110"],
                ["Accreditation number", "601/9241/0"],
                ["GLH", "47"],
                ["TQT", "60"],
                ["Credits", "6"],
            ],
            [60, 90],
        ),
        PageBreak(),
        p("Contents", HEAD),
        *(
            p(x)
            for x in (
                "1 Introduction 4",
                "2 Centre requirements 5",
                "3 Units 7",
                "Unit 214 Fit a tyre to a commercial vehicle 8",
                "Unit 215 Balance wheels 10",
            )
        ),
        p("1.1 Structure"),
        grid(
            [
                ["Unit accreditation number", "City & Guilds unit number", "Unit title", "Credit value"],
                *[[x.reference or "", x.number or "", x.title or "", x.credit or ""] for x in (first, second)],
            ],
            [45, 40, 60, 20],
        ),
        p("2.1 Staff"),
        p("2.2 Resources: a bay of 4.5 metres"),
    ]
    for unit in (first, second):
        story += [
            PageBreak(),
            p(f"Unit {unit.number} {unit.title}", HEAD),
            grid(
                [
                    ["UAN:", unit.reference or ""],
                    ["Level:", "2"],
                    ["Credit value:", unit.credit or ""],
                    ["GLH:", unit.glh or ""],
                    ["Aim:", "The learner will work safely on wheels of vehicles above 3.5 tonnes."],
                ],
                [40, 110],
            ),
            Spacer(1, 8),
        ]
        for o, (outcome, ts) in enumerate(unit.outcomes, 1):
            story += [
                p("<b>Learning outcome</b>"),
                p("The learner will:"),
                p(f"{o}. {outcome[0].lower()}{outcome[1:]}"),
                p("<b>Assessment criteria</b>"),
                p("The learner can:"),
            ]
            story += [p(f"{o}.{n} {t}") for n, t in enumerate(ts, 1)]
            story += [p("<b>Range</b>"), p(f"<b>Vehicles</b> ({o}.1)"), p("Rigid, articulated, trailer")]
        story += [p("Evidence requirements"), p("One wheel on each of 2 vehicles.")]
    data = document(story, header="Level 2 Certificate in Tyre Fitting (4110-02)", footer="City & Guilds")
    yield _made(
        "tyres-handbook.pdf",
        "a handbook of two units with structure table, contents and range blocks that cite criteria",
        data,
        lowered(first),
        lowered(second),
    )

    data = document(
        [
            p("Guide to assessment for centres", HEAD),
            p("4 Assessing learners"),
            p("4.1 Plan assessment with the learner before it takes place."),
            p("4.2 Use the learning outcomes and assessment criteria of each unit."),
            p("4.3 Record feedback on the same day."),
            p("5 Verbs used in assessment criteria"),
            grid(
                [
                    ["Verb", "Level", "What the learner does"],
                    ["Identify", "1", "Names or points out"],
                    ["Describe", "2", "Gives details of features"],
                    ["Explain", "3", "Gives reasons"],
                    ["Evaluate", "4", "Judges with evidence"],
                ],
                [40, 20, 90],
            ),
            p("5.1 Verbs are not to be changed."),
            p("5.2 A learner who exceeds a criterion gains no extra credit."),
        ],
        footer="Version 7 Page",
    )
    yield _made("assessment-guide.pdf", "no unit: a guide to assessment with sections and a glossary of verbs", data)
