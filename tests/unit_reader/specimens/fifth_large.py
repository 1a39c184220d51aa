"""The fifth set's long units: competence units of five and six outcomes, over pages and in a record."""
# ruff: noqa: E501  the documents' own lines are long

from collections.abc import Iterator

from reportlab.platypus import Spacer

from tests.unit_reader.specimens.page_forms import document, grid, p, unit_rows
from tests.unit_reader.specimens.telling import told
from tests.unit_reader.specimens.truth import Specimen
from tests.unit_reader.specimens.word_forms import Word


def fifth_large() -> Iterator[Specimen]:
    u = told(
        "Work with others on a scaffold",
        """
        # Talk and listen on site
        Speak to the foreman, to workmates and to the client's people so that each knows what is being built and when
        Describe the signs, calls and radio words in use on a site
        State what is done when a message has not been understood
        # Plan the order of lifts and ties
        Draw from the drawing, the method statement and the programme what is needed to set the order of work
        Set out labour, boards and fittings so that bricklayers and roofers are not held up
        Describe how tube and fittings are called off, racked and sent back to the yard
        Describe how the order changes with wind, late wagons or a new programme
        State ways in which energy is saved on site
        # Keep the paperwork straight
        Fill in the tag and the register before a scaffold is handed over
        Explain who sees handover certificates, inspection registers, timesheets, delivery notes, accident books and the foreman's diary, how long each is kept, where it is kept, and what may follow when one of them is missing or has been filled in after the event
        Explain why a register that cannot be read is no register
        # Get on with others
        Keep pace with the gang without cutting corners
        Treat each member of the gang fairly, whatever their age, sex, faith or tongue
        Describe what helps and what harms relations with:
        - the foreman
        - the client's people
        - neighbours of the site
        - other trades
        Explain why bad news is given early
        # Grow in the trade
        Go through own gaps with the foreman twice a year
        Take part in at least one toolbox talk each month
        Describe the cards and schemes by which scaffolders show competence
        """,
        reference="K/505/2614",
        number="QCF641",
        level="2",
        credit="3",
        glh="30",
        body="ProQual",
    )
    table, spans = unit_rows(u)
    for k, row in enumerate(table):
        number = row[1].split(" ")[0]
        row[1] += "".join(f"<br/>• {x}" for x in u.points.get(number, ()))
        if k == 0:
            row.append("Evidence<br/>number")
        else:
            row.append("")
    head = [
        ["Unit", u.title or "", "Level", "2"],
        ["Awarding body reference", "QCF641", "Credit value", "3"],
        ["Ofqual unit number", u.reference or "", "GLH", "30"],
        ["Awarding body", "ProQual", "", ""],
    ]
    data = document(
        [
            grid(head, [42, 78, 26, 14]),
            Spacer(1, 8),
            p("Assess this unit on a live site. The strategy for the trade, section 1.4, says who may do so."),
            p("Practice frames in a yard do not count as a site."),
            grid(table, [52, 92, 18], spans=spans, repeat=1),
            Spacer(1, 8),
            grid(
                [
                    ["Candidate signature", "", "Date", ""],
                    ["Assessor signature", "", "Date", ""],
                    ["IQA signature (if sampled)", "", "Date", ""],
                ],
                [45, 60, 20, 35],
            ),
        ],
        header="Level 2 NVQ Diploma in Access Operations - candidate workbook",
        footer="603/6910/3   Version 4.0",
    )
    yield Specimen(
        name="scaffold-practices.pdf",
        data=data,
        units=(u,),
        shape="a long unit over pages, outcome cells that span rows, points in cells, evidence numbers",
    )

    u, w = (
        told(
            "Supervise a reprographics room",
            """
            # Be able to plan the work of a reprographics room
            Estimate the time and material each job will take
            Rank jobs by deadline, by customer and by the machine that they need
            Agree changes to deadlines before they are missed
            Keep spare capacity for urgent work
            # Be able to allocate work
            Match operators to jobs, allowing for the development of those who are less experienced
            Brief operators on colour, stock, finishing and any copyright limits
            Check that operators have understood
            # Be able to monitor quality
            Inspect first copies against the order
            Sample long runs at intervals
            Stop a run that drifts out of limits and find the cause
            Decide whether spoiled work is re-run, discounted or delivered as it is, in talks with the customer
            # Be able to maintain equipment
            Keep a calendar of services and of consumables
            Log faults with the supplier and chase overdue calls
            Carry out calibration each week
            # Understand the law on copying
            Explain fair dealing
            Describe licences held by the organisation
            Explain the duty to keep personal data safe when it is printed, stored, waiting for collection or thrown away, and what must be done if it is lost
            # Understand how to manage cost
            Calculate the cost of a page in colour and in mono
            Evaluate whether work should be sent outside
            """,
            reference="F/600/9603",
            number="ADM 3.22",
            level="3",
            credit="7",
            glh="48",
        ),
        Word(),
    )
    w.document.sections[0].header.paragraphs[0].text = "Business support: unit record"
    w.line(f"ADM 3.22 {u.title}", "Heading 1")
    w.table(
        ("Unit title", u.title or ""),
        ("Unit code", "ADM 3.22"),
        ("Unit reference number", u.reference or ""),
        ("Level", "3"),
        ("Credit value", "7"),
        ("Guided learning hours", "48"),
    )
    w.line("Evidence is likely to come from the workplace over 3 months. Each criterion is signed off once.")
    table = w.table(
        ("Learning outcomes\nThe learner will:", "Assessment criteria\nThe learner can:", "Evidence", "Date", "Sign")
    )
    for o, (outcome, ts) in enumerate(u.outcomes, 1):
        for n, t in enumerate(ts, 1):
            cells = table.add_row().cells
            cells[0].text = f"{o}. {outcome}" if n == 1 else ""
            cells[1].text = f"{o}.{n} {t}"
    w.line("Feedback to learner")
    w.line("1. Strengths")
    w.line("2. Action points")
    yield Specimen(
        name="reprographics.docx",
        data=w.save(),
        units=(u,),
        shape="a long record of six outcomes with empty evidence columns and feedback headings",
    )
