"""Checks of identifiers against the real ones of domain.md section 3."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessor_app.domain.identifiers import qan_warning, uln_warning, unit_reference_warning


@pytest.mark.parametrize("reference", ["R/504/6242", "J/507/1557", " r/504/6242 ", ""])
def test_real_unit_references_fit(reference: str) -> None:
    assert unit_reference_warning(reference) == ""


@pytest.mark.parametrize("qan", ["601/6721/X", "601/6720/8", "500/9466/X", "603/5204/8", "100/4915/0"])
def test_real_qualification_numbers_fit(qan: str) -> None:
    assert qan_warning(qan) == ""


def test_valid_uln_fits_and_the_placeholder_is_said_to_be_one() -> None:
    assert uln_warning("9276308686") == ""
    assert uln_warning("92763 08686") == ""
    assert "not yet known" in uln_warning("9999999999")
    assert uln_warning("0276308686")
    assert uln_warning("927630868")


@given(st.integers(0, 9), st.integers(0, 9))
def test_one_mistyped_digit_of_a_uln_is_noticed(place: int, digit: int) -> None:
    right = "9276308686"
    typed = right[:place] + str(digit) + right[place + 1 :]
    assert (uln_warning(typed) == "") == (typed == right)


@given(st.text(max_size=20))
def test_no_text_makes_a_check_raise(text: str) -> None:
    for check in (uln_warning, qan_warning, unit_reference_warning):
        assert isinstance(check(text), str)
