"""What the window says in numbers, lists and doubts."""

import pytest

from assessor_app.domain.units import Doubt
from assessor_app.gui.words import doubts_in_words, listed, matches


@pytest.mark.parametrize(
    ("words", "said"),
    [([], ""), (["1.1"], "1.1"), (["1.1", "1.2"], "1.1 and 1.2"), (["1.1", "1.2", "2.1"], "1.1, 1.2 and 2.1")],
)
def test_list_of_any_length_is_said_in_words(words: list[str], said: str) -> None:
    assert listed(words) == said


def test_doubts_with_one_reason_are_said_once() -> None:
    doubts = (
        Doubt(where="title", reason="It may be a heading."),
        Doubt(where="criterion 1.2", reason="Woven."),
        Doubt(where="outcome 2", reason="Woven."),
        Doubt(where="criterion 2.1", reason="Woven."),
        Doubt(where="awarding_body", reason="Two are named."),
        Doubt(where="unit", reason="A page has no text."),
    )
    assert doubts_in_words(doubts) == (
        "Title: It may be a heading.",
        "Criteria 1.2 and 2.1: Woven.",
        "Outcome 2: Woven.",
        "Awarding body: Two are named.",
        "A page has no text.",
    )


def test_every_typed_word_must_be_found_and_case_does_not_matter() -> None:
    assert matches("", "anything")
    assert matches("serv CUST", "Customer service")
    assert not matches("serv x", "Customer service")
