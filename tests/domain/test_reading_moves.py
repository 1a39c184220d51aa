"""Moving, adding and removing what was read: numbers stay with their places, doubts go with what they are about."""

import pytest

from assessor_app.domain.reading import ReadCriterion, ReadOutcome, ReadUnit
from assessor_app.domain.reading_moves import (
    insert_criterion,
    insert_outcome,
    move_down,
    move_up,
    remove_criterion,
    remove_guidance,
    remove_outcome,
    set_guidance,
)
from assessor_app.domain.units import Doubt


def unit() -> ReadUnit:
    """Two outcomes, `a b c` and `d e`; `b` and `d` are doubted."""
    outcomes = tuple(
        ReadOutcome(
            number=str(n),
            text=f"outcome {n}",
            criteria=tuple(ReadCriterion(number=f"{n}.{i}", text=text) for i, text in enumerate(texts, 1)),
        )
        for n, texts in ((1, "abc"), (2, "de"))
    )
    doubts = (Doubt(where="criterion 1.2", reason="b?"), Doubt(where="criterion 2.1", reason="d?"))
    return ReadUnit(outcomes=outcomes, doubts=doubts)


def texts(read: ReadUnit) -> list[str]:
    return [f"{c.number}{c.text}" for c in read.criteria]


def doubted(read: ReadUnit) -> list[str]:
    return sorted(f"{c.text}: {d.reason}" for c in read.criteria for d in read.doubts_about(c.where))


def test_criterion_moved_up_takes_the_number_of_its_place_and_keeps_its_doubt() -> None:
    moved, outcome, criterion = move_up(unit(), 0, 1)
    assert (outcome, criterion) == (0, 0)
    assert texts(moved) == ["1.1b", "1.2a", "1.3c", "2.1d", "2.2e"]
    assert doubted(moved) == ["b: b?", "d: d?"]


def test_first_criterion_moved_up_goes_to_the_end_of_the_outcome_before() -> None:
    moved, outcome, criterion = move_up(unit(), 1, 0)
    assert (outcome, criterion) == (0, 3)
    assert texts(moved) == ["1.1a", "1.2b", "1.3c", "1.4d", "2.1e"]
    assert doubted(moved) == ["b: b?", "d: d?"]


def test_last_criterion_moved_down_goes_to_the_head_of_the_next_outcome() -> None:
    moved, outcome, criterion = move_down(unit(), 0, 2)
    assert (outcome, criterion) == (1, 0)
    assert texts(moved) == ["1.1a", "1.2b", "2.1c", "2.2d", "2.3e"]
    assert doubted(moved) == ["b: b?", "d: d?"]


def test_move_and_move_back_give_the_same_unit() -> None:
    for outcome, criterion in ((0, 0), (0, 1), (0, 2), (1, 0)):
        moved, o, c = move_down(unit(), outcome, criterion)
        back = move_up(moved, o, c)[0]
        assert texts(back) == texts(unit())
        assert doubted(back) == doubted(unit())


def test_move_beyond_the_ends_is_refused() -> None:
    with pytest.raises(ValueError, match="first"):
        move_up(unit(), 0, 0)
    with pytest.raises(ValueError, match="last"):
        move_down(unit(), 1, 1)


def test_removed_criterion_takes_its_doubt_along_and_those_behind_move_up() -> None:
    left = remove_criterion(unit(), 0, 1)
    assert texts(left) == ["1.1a", "1.2c", "2.1d", "2.2e"]
    assert doubted(left) == ["d: d?"]


def test_removed_outcome_takes_its_criteria_along() -> None:
    left = remove_outcome(unit(), 0)
    assert texts(left) == ["1.1d", "1.2e"]
    assert doubted(left) == ["d: d?"]


def test_inserted_criterion_takes_the_number_of_its_place() -> None:
    more = insert_criterion(unit(), 0, 1, " new  words ")
    assert texts(more) == ["1.1a", "1.2new words", "1.3b", "1.4c", "2.1d", "2.2e"]
    assert doubted(more) == ["b: b?", "d: d?"]


def test_inserted_outcome_is_numbered_with_the_rest() -> None:
    more = insert_outcome(unit(), 1, "between")
    assert [(o.number, o.text) for o in more.outcomes] == [("1", "outcome 1"), ("2", "between"), ("3", "outcome 2")]
    assert doubted(more) == ["b: b?", "d: d?"]


def test_guidance_is_set_and_removed_on_criterion_and_outcome() -> None:
    read = set_guidance(set_guidance(unit(), 0, 1, "see x"), 1, None, "see y")
    assert read.outcomes[0].criteria[1].guidance == "see x"
    assert read.outcomes[1].guidance == "see y"
    assert remove_guidance(remove_guidance(read, 0, 1), 1, None) == unit()
