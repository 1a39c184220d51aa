"""Numbered documents that are no unit are refused or doubted as a whole, and marks that look alike are not mistaken."""

import pytest

from assessor_app.domain.reading import FieldName
from tests.unit_reader.reading import read

DUTIES = """Terms of service
1. Services
1.1 Provide assessment at the premises of the client
1.2 Submit records within ten days
2. Fees
2.1 Pay invoices within thirty days
2.2 Reimburse travel at the agreed rate
"""
RULES = DUTIES.replace("Terms of service", "Rules of the stores unit")
LETTERED = """Unit title: Bake bread
A Know flour
A1 Describe strong flour
A2 State the use of rye
B Be able to bake
B1 Mix dough by hand
B2 Bake loaves until done
"""
GRADES = """Unit title: Bake bread
Learning outcome 1: Know flour
P1 Describe strong flour
D1 Evaluate the use of rye
Learning outcome 2: Be able to bake
P2 Mix dough by hand
D2 Justify the time in the oven
"""
EXPORT = """"Title","Bake bread","",""
"1","Know flour","1.1","Describe strong, white flour"
"","","1.2","State the use of rye"
"2","Be able to bake","2.1","Mix dough by hand"
"""


def numbers(text: str) -> list[tuple[str, str]]:
    (unit,) = read(text.encode(), "a.txt").units
    return [(c.number, c.mark) for c in unit.criteria]


def test_numbered_clauses_without_a_word_of_a_unit_are_refused() -> None:
    assert read(DUTIES.encode(), "a.txt").refusal


def test_numbered_clauses_that_name_a_unit_are_doubted_as_a_whole() -> None:
    (unit,) = read(RULES.encode(), "a.txt").units
    assert any("another document" in d.reason for d in unit.doubts_about("unit"))


def test_same_clauses_below_a_heading_of_criteria_are_not_doubted_as_a_whole() -> None:
    (unit,) = read(RULES.replace("1. Services", "Assessment criteria\n1. Services").encode(), "a.txt").units
    assert not any("another document" in d.reason for d in unit.doubts_about("unit"))


def test_letters_with_numbers_are_counted_and_kept_as_marks() -> None:
    assert numbers(LETTERED) == [("1.1", "A1"), ("1.2", "A2"), ("2.1", "B1"), ("2.2", "B2")]


def test_grade_that_looks_like_a_letter_is_no_outcome() -> None:
    assert numbers(GRADES) == [("1.1", "P1"), ("1.2", "D1"), ("2.1", "P2"), ("2.2", "D2")]


def test_comma_inside_a_quoted_cell_is_part_of_its_text() -> None:
    (unit,) = read(EXPORT.encode(), "a.csv").units
    assert unit.criteria[0].text == "Describe strong, white flour"
    assert unit.value(FieldName.TITLE) == "Bake bread"


@pytest.mark.parametrize("sign", ["> ", ">> "])
def test_quoted_letter_reads_as_the_text_without_its_marks(sign: str) -> None:
    quoted = "".join(f"{sign}{line}\n" for line in GRADES.splitlines())
    assert numbers(quoted) == numbers(GRADES)


@pytest.mark.parametrize(
    "text",
    [
        "Bread\n1. Mix\na. Weigh the flour\nb. Add water\n2. Bake\na. Heat the oven\nb. Bake for 30 minutes\n",
        "Hire\n1. Payment\n1(a) Pay the deposit\n1(b) Return the slip\n2. Use\n2(a) Lock the van\n2(b) Check the oil\n",
    ],
)
def test_steps_of_which_no_word_speaks_of_a_unit_are_doubted_as_a_whole(text: str) -> None:
    assert all(unit.doubts_about("unit") for unit in read(text.encode(), "a.txt").units)
