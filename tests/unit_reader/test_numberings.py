"""Numbers as documents print them, over the same unit: counted as 1.1, 1.2 ..., their own marks kept."""

import io

import pytest
from reportlab.pdfgen.canvas import Canvas

from assessor_app.domain.reading import ReadUnit
from tests.unit_reader.reading import read

ROMAN = ("i", "ii", "iii")
OUTCOMES = (
    (
        "Understand how a store is kept",
        (
            "Explain why gangways are kept clear",
            "Describe how stock is labelled",
            "State who to tell about spilt goods",
        ),
    ),
    (
        "Be able to put stock away",
        ("Check goods against the delivery note", "Place goods on the shelf", "Record where the goods were put"),
    ),
    (
        "Be able to close the store",
        ("Carry out the closing checks", "Report faults to the supervisor", "Lock the doors and set the alarm"),
    ),
)
FORMS = [  # how an outcome begins, how a criterion begins
    ("{o}. ", "{r} "),
    ("{o}. ", "({r}) "),
    ("{R}. ", "{r}. "),
    ("{R}. ", "{n}. "),
    ("{R}. ", "{R}.{n} "),
    ("{R} ", "{R}.{r} "),
    ("Outcome {R}: ", "{l}) "),
    ("Outcome {R}\n", "{n}. "),
    ("Learning outcome {w}: ", "{o}.{n} "),
    ("LO{o} ", "LO{o} AC{n} "),
    ("LO{o}: ", "LO{o}/AC{n}: "),
    ("{o} ", "{o}/{n} "),
    ("{o}. ", "{o}-{n} "),
    ("{o} ", "{o}:{n} "),
    ("{o} ", "{o}{l} "),
    ("{o}. ", "{o}({l}) "),
    ("{o}. ", "{o}.{r} "),
    ("{L}. ", "{L}({n}) "),
    ("A{o}: ", "A{o}.{n} "),
    ("{o}. ", "[{o}.{n}] "),
    ("{o}. ", "Criterion {o}.{n}: "),
    ("LO{o}: ", "Criterion {n}: "),
    ("{o}.0 ", "{o}.{n} "),
    ("", "{n}. "),
]


def mark(form: str, o: int, n: int) -> str:
    return form.format(
        **{"o": o, "n": n, "R": ROMAN[o - 1].upper(), "r": ROMAN[n - 1], "L": chr(64 + o), "l": chr(96 + n)},
        w=("One", "Two", "Three")[o - 1],
    )


def as_text(outcome: str, criterion: str) -> bytes:
    lines = ["Unit title: Keep a store", "", "Learning outcomes and assessment criteria", ""]
    for o, (text, criteria) in enumerate(OUTCOMES, 1):
        lines.append(f"{mark(outcome, o, 1)}{text}")
        lines += [f"{mark(criterion, o, n)}{c}" for n, c in enumerate(criteria, 1)]
        lines.append("")
    return "\n".join(lines).encode()


def as_table(outcome: str, criterion: str) -> bytes:
    """A column for the outcomes, one for the numbers and one for the words."""
    rows = "<tr><th>Learning outcomes</th><th>No.</th><th>Assessment criteria</th></tr>"
    for o, (text, criteria) in enumerate(OUTCOMES, 1):
        cell = f"<td rowspan=3>{mark(outcome, o, 1)}{text}</td>"
        for n, words in enumerate(criteria, 1):
            rows += f"<tr>{cell if n == 1 else ''}<td>{mark(criterion, o, n).strip()}</td><td>{words}</td></tr>"
    return f"<html><h1>Keep a store</h1><table>{rows}</table></html>".encode()


def unit(data: bytes, name: str) -> ReadUnit:
    (found,) = read(data, name).units
    assert [(o.text, tuple(c.text for c in o.criteria)) for o in found.outcomes] == list(OUTCOMES)
    assert [c.number for c in found.criteria] == [f"{o}.{n}" for o in (1, 2, 3) for n in (1, 2, 3)]
    assert not [d for d in found.doubts if d.where[0] in "oc" or d.where == "unit"]
    return found


@pytest.mark.parametrize(("outcome", "criterion"), FORMS, ids=lambda f: f.strip())
def test_numbers_in_lines_are_counted_and_their_marks_kept(outcome: str, criterion: str) -> None:
    found = unit(as_text(outcome, criterion), "a.txt")
    printed = [mark(criterion, o, n).strip(" .:()[]").removeprefix("Criterion ") for o in (1, 2, 3) for n in (1, 2, 3)]
    kept = [(c.mark or c.number).strip("()[]").removeprefix("Criterion ") for c in found.criteria]
    assert [k.replace("(", "").replace(")", "") for k in kept] == [p.replace("(", "").replace(")", "") for p in printed]


@pytest.mark.parametrize(("outcome", "criterion"), FORMS, ids=lambda f: f.strip())
def test_numbers_in_a_column_of_their_own_are_counted(outcome: str, criterion: str) -> None:
    unit(as_table(outcome, criterion), "a.html")


@pytest.mark.parametrize(("outcome", "criterion"), FORMS, ids=lambda f: f.strip())
def test_numbers_that_stand_apart_on_a_page_are_counted(outcome: str, criterion: str) -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=1)
    canvas.drawString(50, 800, "Unit title: Keep a store")
    canvas.drawString(50, 770, "Learning outcomes and assessment criteria")
    y = 740
    for o, (text, criteria) in enumerate(OUTCOMES, 1):
        canvas.drawString(50, y, f"{mark(outcome, o, 1)}{text}".replace("\n", " "))
        for n, words in enumerate(criteria, 1):
            canvas.drawString(60, y - 18 * n, mark(criterion, o, n).strip())
            canvas.drawString(130, y - 18 * n, words)
        y -= 90
    canvas.save()
    unit(buffer.getvalue(), "a.pdf")


def test_dates_ranges_and_sizes_are_no_numbers_of_criteria() -> None:
    lines = ["Unit title: Keep a store", "Learning outcomes and assessment criteria", "1 Know stock", "1.1 State sizes"]
    lines += ["1.2 List stock", "2 Be able to move stock", "2.1 Move stock", "2.2 Count stock"]
    lines += [
        "Notes",
        "1/1 Check the scale of the drawing",
        "1/2 Use half steps",
        "2/1 Mix two to one",
        "2/2 Mix evenly",
    ]
    (found,) = read("\n".join(lines).encode(), "a.txt").units
    assert [c.number for c in found.criteria] == ["1.1", "1.2", "2.1", "2.2"]
    assert found.outcomes[1].criteria[1].text == "Count stock"


def test_letters_run_on_past_the_letter_that_is_a_numeral() -> None:
    verbs = ("Check", "Clean", "Count", "Cut", "Dry", "Fold", "Hang", "Iron", "Label", "Pack")
    lines = ["Outcome 1: Be able to do laundry", *(f"{chr(97 + k)}) {v} the sheets" for k, v in enumerate(verbs))]
    (found,) = read("\n".join(lines).encode(), "a.txt").units
    assert [c.mark for c in found.criteria] == list("abcdefghij")
