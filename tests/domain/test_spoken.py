"""Ten words: the same for the same, others for others, forgiving how they are typed."""

from hypothesis import given
from hypothesis import strategies as st

from assessor_app.domain.spoken import LENGTH, WORDS, in_words, same_words


def test_words_are_256_and_no_two_are_one_letter_apart() -> None:
    assert len(set(WORDS)) == 256
    near: dict[str, str] = {}
    for word in WORDS:
        spellings = {word, *(f"{word[:i]}?{word[i + 1 :]}" for i in range(len(word)))}
        spellings |= {f"{word[:i]}?{word[i:]}" for i in range(len(word) + 1)}
        for spelling in spellings:
            assert near.setdefault(spelling, word) == word, f"{word} and {near[spelling]} are easily mistaken"


@given(st.binary(), st.binary())
def test_same_parts_sound_the_same_and_a_moved_boundary_does_not(one: bytes, other: bytes) -> None:
    assert in_words(one, other) == in_words(one, other)
    assert len(in_words(one, other).split()) == LENGTH
    if one:
        assert in_words(one, other) != in_words(one[:-1], one[-1:] + other)


def test_words_are_compared_without_case_commas_and_dashes() -> None:
    assert same_words("acorn almond  amber", "Acorn, ALMOND-amber")
    assert not same_words("acorn almond", "acorn amber")
    assert not same_words("", "")
