"""The awarding body where no label names it: taken with a doubt where a word tells it, else left out and shown."""

import pytest

from assessor_app.domain.reading import FieldName, ReadUnit
from tests.unit_reader.reading import read

CRITERIA = """<table><tr><th>Learning outcomes</th><th>Assessment criteria</th></tr>
<tr><td>1 Know tools</td><td>1.1 Identify two tools<br>1.2 Describe a saw</td></tr>
<tr><td>2 Be able to saw</td><td>2.1 Cut wood<br>2.2 Clean up</td></tr></table>"""
LINES = """Learning outcomes

1 Know tools
1.1 Identify tools
1.2 Describe a saw
2 Be able to saw
2.1 Cut wood
2.2 Clean up"""


def page(head: str = "", top: str = "", foot: str = "") -> ReadUnit:
    text = f"<html><head>{head}</head><body>{top}<h1>Saw wood</h1>{CRITERIA}{foot}</body></html>"
    (unit,) = read(text.encode(), "a.html").units
    return unit


def text(above: str, below: str = "") -> ReadUnit:
    (unit,) = read(f"{above}\nUnit title: Saw wood\nLevel: 2\n\n{LINES}\n\n{below}\n".encode(), "a.txt").units
    return unit


def told(unit: ReadUnit) -> str | None:
    """The body, which must carry a doubt."""
    assert unit.doubts_about("awarding_body")
    return unit.value(FieldName.AWARDING_BODY)


@pytest.mark.parametrize(
    "unit",
    [
        lambda: page(foot="<footer><p>Copyright © 2024 Northvale Awards Ltd. All rights reserved.</p></footer>"),
        lambda: page(foot="<footer><small>Northvale Awards © 2024</small></footer>"),
        lambda: page(foot="<footer><p>Northvale Awards, 12 Mill Lane, Leeds</p></footer>"),
        lambda: page(foot="<footer><p>Published by Northvale Awards, March 2024</p></footer>"),
        lambda: page(head="<title>Saw wood | Northvale Awards</title>"),
        lambda: page(head='<meta name="author" content="Northvale Awards">'),
        lambda: page(top='<header><img src="x" alt="Northvale Awards logo"></header>'),
        lambda: text("", "Unit 12 | Northvale Awards | Version 2"),
        lambda: text("", "Northvale Awards    Page 1 of 1"),
        lambda: text("Level 2 Certificate in Carpentry (Northvale Awards)"),
        lambda: text("This unit is awarded by Northvale Awards."),
        lambda: text("Northvale Awards is recognised by Ofqual."),
    ],
)
def test_body_at_the_edge_of_a_document_is_taken_and_doubted(unit: object) -> None:
    assert callable(unit)
    assert told(unit()) == "Northvale Awards"


@pytest.mark.parametrize(
    ("above", "below", "body"),
    [
        ("", "Marchmont & Guilds Level 2 Diploma in Carpentry (0351-20) 77", "Marchmont & Guilds"),
        ("", "SkillBuild Trust, copyright 2021", "SkillBuild Trust"),
        ("", "UB28Q4 v3 © Verity Beauty Trust 2022", "Verity Beauty Trust"),
        ("Institute of Garage Trades", "", "Institute of Garage Trades"),
        ("LANTERN Unit Code: CRF302", "Lantern Access Network", "Lantern Access Network"),
        ("SF unit code: LGX21", "© Skilful First 2020", "Skilful First"),
    ],
)
def test_name_without_a_word_of_its_kind_is_taken_from_its_place(above: str, below: str, body: str) -> None:
    assert told(text(above, below)) == body


@pytest.mark.parametrize(
    "foot",
    ["© Thornfield Training Ltd 2024", "© Weston College 2024", "We teach for Pearson, NCFE and City &amp; Guilds."],
)
def test_sender_who_may_be_no_awarding_body_is_shown_and_not_taken(foot: str) -> None:
    unit = page(foot=f"<footer><p>{foot}</p></footer>")
    assert unit.value(FieldName.AWARDING_BODY) is None
    assert "Pearson" in foot or told(unit) is None


def test_body_of_another_unit_or_word_of_the_trade_is_no_awarding_body() -> None:
    assert text("This unit replaces the City & Guilds unit 204.").value(FieldName.AWARDING_BODY) is None
    assert text("Plan for EDI and EAL learners in delivery.").value(FieldName.AWARDING_BODY) is None
    assert text("Regulated by Ofqual").value(FieldName.AWARDING_BODY) is None


def test_name_among_the_criteria_is_doubted_and_not_taken() -> None:
    words = LINES.replace("Describe a saw", "Describe how NCFE and others certificate work with a saw")
    (unit,) = read(f"Unit title: Saw wood\n\n{words}".encode(), "a.txt").units
    assert told(unit) is None


@pytest.mark.parametrize("label", ["Certificating body", "Certified by", "Awarding organisation (AO)", "Exam board"])
def test_label_of_another_wording_names_the_body(label: str) -> None:
    unit = text(f"{label}: Northvale Trades")
    assert unit.value(FieldName.AWARDING_BODY) == "Northvale Trades"
    assert not unit.doubts_about("awarding_body")
