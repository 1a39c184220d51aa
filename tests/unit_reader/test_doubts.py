"""What is wrong in a document must not be read in silence, and what is whole must not be doubted."""

import pytest

from assessor_app.domain.reading import ReadUnit
from tests.unit_reader.reading import doubts_of, read

HEAD = "Unit title: Saw wood\n\nLearning outcomes\nAssessment criteria\n\n"
WHOLE = """1 Know how timber is chosen and stored
1.1 Describe how timber is stacked so that air
reaches every board
1.2 Explain why green timber is not used for
work indoors
2 Be able to saw
2.1 Cut timber to the length that the list
calls for
2.2 Clean the bench
"""


def unit(text: str) -> ReadUnit:
    (found,) = read((HEAD + text).encode(), "a.txt").units
    return found


def reasons(text: str) -> str:
    return " ".join(f"{d.where}: {d.reason}" for d in doubts_of(unit(text)))


def test_whole_unit_carries_no_doubt() -> None:
    assert not doubts_of(unit(WHOLE))


@pytest.mark.parametrize(
    ("before", "after", "where"),
    [
        ("reaches every board", "Stores\nreaches every board", "criterion 1.1"),
        ("air\nreaches", "the\nPractical work\nair reaches every board of a stack", "criterion 1.1"),
        ("chosen and stored", "chosen and stored\nBench work", "outcome 1"),
        ("2.2 Clean", "AC Clean", "criterion 2.1"),
        ("1.2 Explain", "1.1 Explain", "criterion 1.1"),
        ("2.1 Cut", "21Cut", "outcome 2"),
    ],
)
def test_damage_is_doubted_where_it_stands(before: str, after: str, where: str) -> None:
    assert before in WHOLE
    found = unit(WHOLE.replace(before, after))
    near = where.partition(" ")[2][0]
    assert any(d.where == "unit" or d.where.partition(" ")[2][:1] == near for d in found.doubts)


@pytest.mark.parametrize(
    "text",
    [
        "Halt the saw and call for help",
        "Restrain an offcut",
        "Use the tools that the task calls for",
        "Report what went wrong at the bench and why",
        "Explain what each saw is used for",
        "Hand the saw over against signature",
    ],
)
def test_whole_sentence_of_an_unusual_kind_is_not_doubted(text: str) -> None:
    assert not doubts_of(unit(WHOLE.replace("Clean the bench", text)))


@pytest.mark.parametrize(
    "text",
    [
        "Explain how the bench is set up for",
        "Timber in the store",
        "Assessor signature",
        "Clean the bench Observation",
        "Clean the bench1",
    ],
)
def test_broken_sentence_or_foreign_line_is_doubted(text: str) -> None:
    assert "criterion 2.2" in reasons(WHOLE.replace("Clean the bench", text))


def test_marked_lines_before_the_first_outcome_are_doubted() -> None:
    lost = "1. Clean the saw\n2. Oil the saw\n3. Store the saw\n"
    kept = (
        "Outcome 1: Know timber\n1. State two woods\n2. List uses\nOutcome 2: Be able to cut\n1. Cut wood\n2. Sand it\n"
    )
    found = unit(lost + kept)
    assert len(found.criteria) == 4
    assert any("marked as criteria" in d.reason for d in found.doubts_about("unit"))


def test_table_without_headings_is_read_by_how_its_cells_begin() -> None:
    rows = "".join(
        f"<tr><td>The learner will {outcome}</td><td>1. {first}<br>2. {second}</td></tr>"
        for outcome, first, second in [
            ("understand timber", "State two woods", "List uses"),
            ("be able to cut", "Cut wood", "Sand it"),
        ]
    )
    (found,) = read(f"<html><h1>Saw wood</h1><table>{rows}</table></html>".encode(), "a.html").units
    assert [o.text for o in found.outcomes] == ["understand timber", "be able to cut"]
    assert [c.text for c in found.criteria] == ["State two woods", "List uses", "Cut wood", "Sand it"]


def test_boxes_to_tick_are_no_words() -> None:
    found = unit(WHOLE.replace("Clean the bench", "Clean the bench ☐ ☐"))
    assert found.outcomes[1].criteria[1].text == "Clean the bench"
    assert not doubts_of(found)
