"""Metadata in the many wordings of documents, each above the same small unit; what is not said stays None."""

import pytest

from assessor_app.domain.reading import FieldName, ReadUnit
from tests.unit_reader.reading import doubts_of, read

BODY = """

Learning outcomes
Assessment criteria

1 Know tools
1.1 Identify two tools
1.2 Describe a saw
2 Be able to saw
2.1 Cut wood
2.2 Clean up
"""
TITLE = "Unit title: Saw wood\n"


def unit(head: str) -> ReadUnit:
    (read_unit,) = read((head + BODY).encode(), "a.txt").units
    assert len(read_unit.criteria) == 4
    return read_unit


SIZES = {"title": "Saw wood", "level": "2", "credit": "4", "glh": "30"}
TIMES = {"title": "Saw wood", "glh": "30", "tqt": "50"}


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ("Level/Credit/GLH: 2/4/30", SIZES),
        ("Level | Credit | GLH\n2 | 4 | 30", SIZES),
        ("Level / Credit / GLH\n2 / 4 / 30", SIZES),
        ("Level 2 - 4 credits - 30 GLH", SIZES),
        ("L2, 4cr, 30glh", SIZES),
        ("Level 2\n4 credits\n30 guided learning hours", SIZES),
        ("2\nLevel\n4\nCredits\n30\nGLH", SIZES),
        ("Level and credit: 2 and 4\nGLH: 30", SIZES),
        ("4 credits at level 2\nGLH: 30", SIZES),
        ("GLH (TQT): 30 (50)", TIMES),
        ("TQT (GLH): 50 (30)", TIMES),
        ("TQT/GLH: 50 hours / 30 hours", TIMES),
        ("GLH: 30/50 TQT", TIMES),
        ("TQT: 50 (of which GLH: 30)", TIMES),
        ("Total Unit Time: 50 hours, of which 30 are guided learning hours", TIMES),
        ("Level/Credit: Entry 3/2", {"title": "Saw wood", "level": "Entry 3", "credit": "2"}),
        (
            "Unit reference / level: J/650/2215 / 2",
            {"title": "Saw wood", "level": "2", "reference": "J/650/2215"},
        ),
    ],
)
def test_facts_that_share_a_line_or_a_label_are_told_apart(facts: str, said: dict[str, str]) -> None:
    read_unit = unit(f"{TITLE}{facts}\n")
    assert {f.name.value: f.value for f in read_unit.fields} == said
    assert not doubts_of(read_unit)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Unit number BA 2.06. Ofqual reference J/650/2215. Level 2.", {"number": "BA 2.06", "level": "2"}),
        ("Code FDP-118 · Ofqual reference J/650/2215 · Level 2", {"number": "FDP-118", "level": "2"}),
        ("Unit: TX 1.04\nUnit URN: J/650/2215", {"number": "TX 1.04"}),
        ("Code: VCA 07\nRef: J6502215", {"number": "VCA 07"}),
        ("Leve1: 2\nUnit ref: J/650/2215", {"level": "2"}),
        ("Level (RQF): 2\nUnit ref: J/650/2215", {"level": "2"}),
        ("Recommended GLH: 30\nUnit ref: J/650/2215", {"glh": "30"}),
        ("Number of credits: 4\nUnit ref: J/650/2215", {"credit": "4"}),
    ],
)
def test_other_wordings_and_codes_are_read(line: str, said: dict[str, str]) -> None:
    found = {f.name.value: f.value for f in unit(f"{TITLE}{line}\n").fields}
    assert found == {"title": "Saw wood", "reference": "J/650/2215"} | said


def test_of_two_dates_in_a_sentence_the_one_behind_the_word_is_the_expiry() -> None:
    text = "The last date for registration on this unit is 31 October 2027; the unit expires on 31 March 2028."
    assert unit(TITLE + text).value(FieldName.EXPIRY) == "2028-03-31"


def test_values_of_the_qualification_are_not_the_units() -> None:
    text = "This qualification is at level 3 and has 37 credits with 250 guided learning hours.\n\n"
    found = {f.name.value for f in unit(text + "Unit 4: Saw wood\nCredit: 4\n").fields}
    assert found == {"title", "number", "credit"}


def test_facts_of_another_number_of_values_are_doubted() -> None:
    read_unit = unit(TITLE + "Level/Credit/GLH: 2/4")
    assert {f.name.value for f in read_unit.fields} == {"title"}
    assert {"credit", "glh"} <= {d.where for d in read_unit.doubts}


@pytest.mark.parametrize(
    ("head", "said"),
    [
        (TITLE + "Unit expiry: 31 August 2026", {"title": "Saw wood", "expiry": "2026-08-31"}),
        (TITLE + "This unit expired on 31/12/2017.", {"title": "Saw wood", "expiry": "2017-12-31"}),
        (TITLE + "Expires 31-Aug-2026", {"title": "Saw wood", "expiry": "2026-08-31"}),
        (TITLE + "Unit end date: 31 Jan 2028", {"title": "Saw wood", "expiry": "2028-01-31"}),
        (TITLE + "Operational end date: 2026-08-31", {"title": "Saw wood", "expiry": "2026-08-31"}),
        (TITLE + "Withdrawal date: 30.06.27", {"title": "Saw wood", "expiry": "2027-06-30"}),
        (TITLE + "Last registration date: 31/12/2026\nLast date for certification: 31/12/2028", {"title": "Saw wood"}),
        (TITLE + "Unit no: 4\nLevel: Level Two", {"title": "Saw wood", "number": "4", "level": "2"}),
        ("UNIT TITLE Saw wood\nLEVEL – 3\nCREDITS – 4", {"title": "Saw wood", "level": "3", "credit": "4"}),
        (TITLE + "Credits (value): 3 (three)\nGLH – 24", {"title": "Saw wood", "credit": "3", "glh": "24"}),
        (TITLE + "GLH: 24 hours (10 of them practical)", {"title": "Saw wood", "glh": "24"}),
        (TITLE + "Qualification number: 601/6721/X", {"title": "Saw wood"}),
        (TITLE + "Unit Reference No.: T/650/2215", {"title": "Saw wood", "reference": "T/650/2215"}),
        (TITLE + "Level: Entry Level 2", {"title": "Saw wood", "level": "Entry 2"}),
        (TITLE + "Level: NA\nCredit value: -\nGLH:", {"title": "Saw wood"}),
        ("Unit 7 - Saw wood", {"title": "Saw wood", "number": "7"}),
        ("Unit: 7 Saw wood", {"title": "Saw wood", "number": "7"}),
        ("Saw wood (T/650/2215)", {"title": "Saw wood", "reference": "T/650/2215"}),
        (
            "Unit title:\nSaw wood and timber\nproducts\nLevel:\n2",
            {"title": "Saw wood and timber products", "level": "2"},
        ),
        ("Level 2 Diploma in Wood\n" + TITLE, {"title": "Saw wood"}),
        (TITLE + "See also unit T/650/2215 of another body.", {"title": "Saw wood"}),
        (TITLE + "Visit www.ocr.org.uk or mail wood@ncfe.org.uk", {"title": "Saw wood"}),
        (TITLE + "Awarding organisation: NCFE", {"title": "Saw wood", "awarding_body": "NCFE"}),
        (TITLE + "VTCT unit code: UV2", {"title": "Saw wood", "number": "UV2", "awarding_body": "VTCT"}),
        (
            "Title: Saw wood Level: 2 Credit: 3 GLH: 24 TQT: 30 Expiry: 01/09/2027 Ref: T/650/2215",
            {
                "title": "Saw wood",
                "level": "2",
                "credit": "3",
                "glh": "24",
                "tqt": "30",
                "expiry": "2027-09-01",
                "reference": "T/650/2215",
            },
        ),
        (
            "This unit (T/650/2215) is worth 3 credits at level 2 and takes 24 guided learning hours.",
            {"reference": "T/650/2215", "credit": "3", "level": "2", "glh": "24"},
        ),
    ],
    ids=lambda v: v.replace("\n", " ")[-40:] if isinstance(v, str) else "",
)
def test_metadata_is_read_as_it_is_said(head: str, said: dict[str, str]) -> None:
    read_unit = unit(head)
    found = {f.name.value: f.value for f in read_unit.fields if f.name is not FieldName.PURPOSE}
    assert found == said


def test_value_that_cannot_be_read_is_doubted_and_left_out() -> None:
    read_unit = unit(TITLE + "Valid to: August 2027")
    assert read_unit.value(FieldName.EXPIRY) is None
    assert any("August 2027" in d.reason for d in read_unit.doubts_about("expiry"))


def test_two_values_of_one_field_are_both_named() -> None:
    read_unit = unit(TITLE + "Level: 2\nCredit value: 3\nUnit level: 3")
    assert read_unit.value(FieldName.LEVEL) == "2"
    assert any("3" in d.reason for d in read_unit.doubts_about("level"))


def test_value_from_a_sentence_is_doubted() -> None:
    assert unit(TITLE + "This unit is worth 3 credits.").doubts_about("credit")


@pytest.mark.parametrize(
    ("reference", "glh", "tqt", "where"),
    [("R/504/6243", "10", "20", "reference"), ("R/504/6242", "30", "20", "glh")],
)
def test_identifiers_that_do_not_add_up_are_doubted(reference: str, glh: str, tqt: str, where: str) -> None:
    read_unit = unit(f"{TITLE}Unit reference: {reference}\nGLH: {glh}\nTQT: {tqt}")
    assert {d.where for d in doubts_of(read_unit)} == {where}
