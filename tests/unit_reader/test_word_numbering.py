"""Word's counters: levels, restarts, overrides, formats."""

import pytest
from lxml import etree

from assessor_app.unit_reader.word_numbering import Numbering, read_numbering

NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def numbering(levels: str, nums: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>') -> Numbering:
    return read_numbering(
        etree.fromstring(
            f'<w:numbering {NS}><w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>{nums}</w:numbering>'
        )
    )


def level(i: int, form: str, text: str, start: int = 1, more: str = "") -> str:
    inner = f'<w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{i}">{inner}</w:lvl>'


TWO = level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2")


def test_deeper_level_starts_again_when_the_higher_one_moves() -> None:
    lists = numbering(TWO)
    assert [lists.label("1", n) for n in (0, 1, 1, 0, 1)] == ["1.", "1.1", "1.2", "2.", "2.1"]


def test_deeper_level_without_its_higher_one_counts_from_the_start() -> None:
    lists = numbering(TWO)
    assert [lists.label("1", 1), lists.label("1", 1)] == ["1.1", "1.2"]


def test_override_starts_again_once() -> None:
    nums = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    lists = numbering(TWO, nums)
    assert [lists.label(k, 0) for k in ("1", "1", "2", "2")] == ["1.", "2.", "1.", "2."]


def test_lists_of_one_definition_count_on() -> None:
    nums = "".join(f'<w:num w:numId="{k}"><w:abstractNumId w:val="0"/></w:num>' for k in (1, 2))
    lists = numbering(TWO, nums)
    assert [lists.label("1", 0), lists.label("2", 0)] == ["1.", "2."]


def test_restart_can_be_switched_off() -> None:
    lists = numbering(level(0, "decimal", "%1") + level(1, "decimal", "%2", more='<w:lvlRestart w:val="0"/>'))
    assert [lists.label("1", n) for n in (0, 1, 0, 1)] == ["1", "1", "2", "2"]


@pytest.mark.parametrize(
    ("form", "start", "shown"),
    [
        ("lowerLetter", 1, "a"),
        ("upperLetter", 27, "AA"),
        ("lowerRoman", 9, "ix"),
        ("upperRoman", 14, "XIV"),
        ("decimalZero", 3, "03"),
        ("bullet", 1, "•"),
        ("none", 1, ""),
        ("decimal", 5, "5"),
    ],
)
def test_formats(form: str, start: int, shown: str) -> None:
    assert numbering(level(0, form, "%1", start)).label("1", 0) == shown


def test_unknown_list_gives_no_number() -> None:
    assert numbering(TWO).label("77", 0) == ""
    assert read_numbering(None).label("1", 0) == ""
