"""One spelling for each value."""

from datetime import date
from enum import Enum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessor_app.domain.canonical import canonical_json, content_hash, short_hash

_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(st.characters(codec="ascii")), inner),
)


class Colour(Enum):
    RED = "red"


def test_keys_are_sorted_and_text_is_utf8() -> None:
    assert canonical_json({"b": "ŵ", "a": [1, True, None]}) == '{"a":[1,true,null],"b":"ŵ"}'.encode()
    assert canonical_json({"c": Colour.RED, "d": date(2026, 3, 1)}) == b'{"c":"red","d":"2026-03-01"}'


@pytest.mark.parametrize("value", [1.5, {"ŵ": 1}, {1: 2}, b"x", object()])
def test_what_has_no_one_spelling_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        canonical_json(value)


@given(_JSON, _JSON)
def test_different_values_have_different_hashes(one: object, other: object) -> None:
    same = canonical_json(one) == canonical_json(other)
    assert (content_hash(one) == content_hash(other)) is same


def test_short_hash_is_four_groups() -> None:
    assert short_hash("550caef9618a9261" + "0" * 48) == "550c aef9 618a 9261"
