"""Papers of the eighth set that hold no unit: what else lies in an assessor's folder."""
# ruff: noqa: E501  the documents' own lines are long

from collections.abc import Iterator

from tests.unit_reader.specimens.seventh_paper import Paper
from tests.unit_reader.specimens.truth import Specimen
from tests.unit_reader.specimens.word_forms import Word


def eighth_refusals() -> Iterator[Specimen]:
    yield from _printed()
    yield from _words()
    yield from _texts()


def _printed() -> Iterator[Specimen]:
    p = Paper(header="Brindle Lodge", footer="Review due 1 May 2025", points=9.5)
    p.title("Risk assessment: kitchen and servery")
    p.box(("Assessor", "K. Ansah"), ("Date", "1 May 2024"), ("Reference", "RA/2024/017"), ("Area", "Level 1"))
    p.table(
        [
            ("No.", "Hazard", "Who may be harmed", "Controls in place", "L x S", "Further action"),
            ("1", "Hot oil", "Cooks", "Fryer is drained cold. Lids are kept to hand.", "2 x 4", "None"),
            ("2", "Wet floors", "All", "Clean as you go. Signs are put out.", "3 x 2", "Replace mats by June"),
            ("3", "Knives", "Cooks, porters", "Knives are washed one at a time.", "2 x 3", "Train new starters"),
            ("4", "Lifting", "Porters", "Loads are split. Trolley is used.", "2 x 2", "Check wheels"),
        ],
        (0.7, 1.8, 1.8, 4, 1, 2.2),
    )
    p.text("Signed: K. Ansah        Manager: ....................")
    yield Specimen("risk-assessment-kitchen.pdf", p.save(), (), "a risk assessment in a ruled table")

    p = Paper(header="Tern Training CIC", footer="Policy QA-04, version 3, approved 9 January 2024", points=10.5)
    p.title("Conflict of interest policy")
    p.heading("1 Scope")
    p.text(
        "1.1 This policy applies to staff, associates and governors.",
        "1.2 It covers assessment, quality assurance, purchasing and recruitment.",
    )
    p.heading("2 Duties")
    p.text(
        "2.1 Declare any family or business tie with a learner before assessment begins.",
        "2.2 Complete form COI-1 and send it to the quality manager within 5 working days.",
        "2.3 Stand aside from the decision until the tie has been considered.",
    )
    p.heading("3 Records")
    p.text("3.1 The register is reviewed every 6 months.", "3.2 Breaches are reported to the awarding organisation.")
    yield Specimen("conflict-of-interest.pdf", p.save(), (), "a policy whose clauses begin with verbs, as criteria do")


def _words() -> Iterator[Specimen]:
    w = Word()
    w.line("Standardisation meeting: minutes", "Title")
    w.line("Held on 14 February 2024 by video. Present: R. Quill (chair), T. Osei, M. Brandt")
    w.line("1. Apologies", "Heading 2")
    w.line("1.1 Apologies were received from J. Hart.")
    w.line("2. Actions of the last meeting", "Heading 2")
    w.line("2.1 TO has updated the sampling plan.")
    w.line("2.2 MB to obtain the new specification for unit CC 205.")
    w.line("3. Decisions", "Heading 2")
    w.line("3.1 It was agreed that a photograph alone does not meet criterion 2.3.")
    w.line("3.2 Witnesses will be listed on form 7.")
    w.table(("Action", "Who", "By"), ("Share examples of judgements", "RQ", "1 March"), ("Book the next meeting", "TO", "8 March")).style = "Table Grid"  # fmt: skip
    yield Specimen("standardisation-minutes.docx", w.save(), (), "minutes with numbered items")

    w = Word()
    w.line("Assignment brief", "Title")
    w.table(
        ("Learner name", ""),
        ("Assessor", "P. Lowe"),
        ("Qualification", "Level 2 Certificate in Retail Skills"),
        ("Unit", "RS 19 Count and reconcile stock"),
        ("Issued", "4 March 2024"),
        ("Deadline", "25 March 2024"),
    ).style = "Table Grid"
    w.line("Scenario", "Heading 2")
    w.line("You have joined a shop that loses 3% of its stock each year. Your manager has asked for your help.")
    w.line("Task 1", "Heading 2")
    w.line("Write a leaflet of one page that tells new staff how stock goes missing.")
    w.line("Task 2", "Heading 2")
    w.line("Make a table of 10 lines of stock and show how you would count each of them.")
    w.line("What you must hand in", "Heading 2")
    w.line("Leaflet, 300 words", "List Bullet")
    w.line("Table with notes", "List Bullet")
    w.line("I declare that this is my own work. Signed: ..............  Date: ...........")
    yield Specimen("stock-assignment-brief.docx", w.save(), (), "an assignment brief that names a unit and lists tasks")


def _texts() -> Iterator[Specimen]:
    hours = ("9.00", "10.30", "11.00", "12.30", "13.15", "14.45")
    days = (
        ("Mon", "English", "Break", "Workshop 1", "Lunch", "Unit 3 theory", "Tutorial"),
        ("Tue", "Maths", "Break", "Workshop 2", "Lunch", "Unit 5 theory", "Gym"),
        ("Wed", "Placement", "", "", "", "", ""),
        ("Thu", "Digital", "Break", "Workshop 1", "Lunch", "Unit 7 theory", "Review"),
    )
    head = "".join(f"<th>{h}</th>" for h in ("", *hours))
    body = "".join("<tr>" + "".join(f"<td>{c}</td>" for c in row) + "</tr>" for row in days)
    text = f"<!doctype html><html><head><title>Timetable</title></head><body><nav><a>Home</a> <a>Courses</a></nav><h1>Timetable, Level 2 Group B</h1><p>Spring term, from 8 January. Room 2.14.</p><table><tr>{head}</tr>{body}</table><p>Changes are posted by 8.30 each day.</p><footer>© Tern Training CIC</footer></body></html>"
    yield Specimen(
        "group-b-timetable.html", text.encode(), (), "a timetable with times that look like numbers of criteria"
    )

    text = "TERN TRAINING CIC\nCLAIM FOR ASSESSMENT VISITS\n\nClaim no: 0231      Assessor: P. Lowe      Month: February 2024\n\nLine  Date        Learner     Unit      Hours   Rate    Amount\n1.1   02/02/2024  A. Moor     CC 205    2.0     24.00   48.00\n1.2   09/02/2024  A. Moor     CC 205    1.5     24.00   36.00\n2.1   14/02/2024  S. Ghani    RS 19     2.5     24.00   60.00\n2.2   21/02/2024  S. Ghani    RS 19     1.0     24.00   24.00\n\nHours 7.0                                       Total   168.00\nMileage 112 miles at 0.45                                50.40\nDue                                                     218.40\n\nPayment within 30 days. Signed: ....................\n"
    yield Specimen("visit-claim.txt", text.encode(), (), "a claim like an invoice, its lines numbered 1.1, 1.2")
