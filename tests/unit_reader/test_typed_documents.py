"""Short documents typed by hand for single traps that once went wrong, each with what must come out."""

import pytest

from assessor_app.domain.reading import FieldName, ReadUnit
from tests.unit_reader.reading import doubts_of, read


def units(text: str, name: str = "a.txt") -> tuple[ReadUnit, ...]:
    return read(text.encode(), name).units


def listed(unit: ReadUnit) -> list[str]:
    return [x for o in unit.outcomes for x in (f"{o.number} {o.text}", *(f"{c.number} {c.text}" for c in o.criteria))]


FORGE = """Unit title: Use a forge
Learning outcomes and assessment criteria
Outcome 1  Be able to light a forge
On completion the learner will be able to:
1.1 Prepare the hearth
1.2 Light the fire
Outcome 2  Be able to shape metal
2.1 Draw down a bar
2.2 Make a scroll to within
1.5 mm of the template
Evidence for outcome 2 must be a product.
"""
PEDICURE = """Unit Title: Provide pedicures
Learning Outcomes
The learner will:
1. Be able to prepare
for pedicure
2. Be able to provide
a pedicure
Assessment Criteria
The learner can:
1.1 Carry out a
consultation
2.1 Follow health and
safety working practices
Guidance
Use of 2 bowls is usual.
"""
STORE = """Unit title: Work in a store

Learning Outcomes

Assessment Criteria

1 Know how goods are stored

1.1 Identify storage equipment

1.2 State why stock is rotated

Candidates must know:
racking, bins and pallets of
1.2 tonnes

2 Know how goods leave

2.1 Outline picking
"""
DOTTED_WEAVE = """Unit title: Measure pulses
LEARNING OUTCOMES ASSESSMENT CRITERIA
1. Be able to prepare to take measurements 1.1. Explain to the individual what
measurements will be undertaken
1.2. Reassure the individual
"""


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            FORGE,
            [
                *("1 Be able to light a forge", "1.1 Prepare the hearth", "1.2 Light the fire"),
                *("2 Be able to shape metal", "2.1 Draw down a bar"),
                "2.2 Make a scroll to within 1.5 mm of the template",
            ],
        ),
        (
            PEDICURE,
            [
                *("1 Be able to prepare for pedicure", "1.1 Carry out a consultation"),
                *("2 Be able to provide a pedicure", "2.1 Follow health and safety working practices"),
            ],
        ),
        (
            STORE,
            [
                *("1 Know how goods are stored", "1.1 Identify storage equipment", "1.2 State why stock is rotated"),
                *("2 Know how goods leave", "2.1 Outline picking"),
            ],
        ),
    ],
    ids=["boilerplate and quantities", "outcomes listed first", "knowledge heading ends a criterion"],
)
def test_document_gives_these_lines_and_no_doubt(text: str, lines: list[str]) -> None:
    (unit,) = units(text)
    assert listed(unit) == lines
    assert doubts_of(unit) == ()


def test_weave_with_dots_behind_its_numbers_is_doubted() -> None:
    (unit,) = units(DOTTED_WEAVE)
    assert listed(unit)[:2] == [
        "1 Be able to prepare to take measurements",
        "1.1 Explain to the individual what measurements will be undertaken",
    ]
    assert unit.doubts_about("criterion 1.1")
    assert unit.doubts_about("outcome 1")


def test_line_that_may_be_something_else_is_doubted() -> None:
    (unit,) = units(FORGE.replace("Evidence for outcome 2 must be a product.", "Forging is hot work."))
    assert unit.doubts_about("criterion 2.2")


def test_units_under_bare_headings_with_a_repeated_header_are_kept_apart() -> None:
    header = "Level 2 Certificate in Retail Skills   Handbook version 3\n"
    text = "".join(
        f"{header}Unit {n}\n{title}\nLevel 2\nCredit value {n}\n1 Be able to do it\n1.1 Move stock\n1.2 Store stock\n"
        for n, title in ((3, "Serve customers"), (4, "Handle stock"))
    )
    found = units(text)
    assert [(u.value(FieldName.TITLE), u.value(FieldName.NUMBER), u.value(FieldName.CREDIT)) for u in found] == [
        ("Serve customers", "3", "3"),
        ("Handle stock", "4", "4"),
    ]


def test_comments_in_markdown_are_nothing() -> None:
    (unit,) = units("<!-- image -->\n\n## Saw wood\n\n1. Know saws\n\n1.1 Name saws\n\n1.2 Describe saws\n", "a.md")
    assert listed(unit) == ["1 Know saws", "1.1 Name saws", "1.2 Describe saws"]


def test_number_in_a_paragraph_of_its_own_in_an_outcome_cell_is_no_word() -> None:
    page = (
        "<table><tr><td>Learning outcome</td><td>Assessment criteria</td></tr><tr>"
        "<td rowspan=2><p>1</p><p>Know trains</p></td>"
        "<td><p>1.1</p><p>Read a timetable</p></td></tr><tr><td>1.2 Buy a ticket</td></tr></table>"
    )
    (unit,) = units(page, "a.html")
    assert listed(unit) == ["1 Know trains", "1.1 Read a timetable", "1.2 Buy a ticket"]


def test_guidance_that_repeats_the_numbers_makes_no_second_unit() -> None:
    text = "1 Know saws\n1.1 Name saws\n1.2 Describe saws\n\nDelivery guidance\n\n"
    text += "1.1 Explain to learners how.\n1.2 Describe a shop.\n"
    (unit,) = units(f"Unit title: Saws\n\nAssessment criteria\n\n{text}")
    assert [c.number for c in unit.criteria] == ["1.1", "1.2"]


def test_outcomes_that_start_again_keep_their_numbers_apart_and_are_doubted() -> None:
    part = "Learning outcome 1: Know saws\n1. Name saws\n2. Describe saws\n"
    (unit,) = units(f"Unit title: Saws\n\n{part}\n{part.replace('saws', 'files')}")
    assert [c.number for c in unit.criteria] == ["1.1", "1.2", "2.1", "2.2"]
    assert any("start again" in d.reason for d in unit.doubts_about("outcome 2"))
