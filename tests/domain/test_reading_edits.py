"""What a person can change in a reading, as pure values: nothing lost, numbers and doubts follow."""

from dataclasses import replace
from datetime import date

import pytest

from assessor_app.domain import reading_edits as edits
from assessor_app.domain.reading import (
    FieldName,
    ReadCriterion,
    ReadField,
    ReadOutcome,
    ReadUnit,
    to_unit,
    unit_key,
    with_doubt,
)
from assessor_app.domain.units import Doubt, OutcomeKind

UNIT = ReadUnit(
    fields=(
        ReadField(name=FieldName.TITLE, value="Bake bread", pieces=(1,)),
        ReadField(name=FieldName.EXPIRY, value="2027-08-31", pieces=(2,)),
        ReadField(name=FieldName.AWARDING_BODY, value="Calder Valley"),
    ),
    outcomes=(
        ReadOutcome(
            number="1",
            text="Be able to mix dough",
            kind=OutcomeKind.COMPETENCE,
            guidance="by hand",
            criteria=(
                ReadCriterion(number="1.1", text="Weigh flour and water", pieces=(5,)),
                ReadCriterion(number="1.2", text="Mix the dough", guidance="use a bowl", pieces=(6,)),
                ReadCriterion(number="1.3", text="Clean down", pieces=(7,)),
            ),
        ),
        ReadOutcome(number="2", text="Know yeast", criteria=(ReadCriterion(number="2.1", text="Describe yeast"),)),
    ),
    doubts=(
        Doubt(where="criterion 1.3", reason="far away"),
        Doubt(where="title", reason="from a heading"),
        Doubt(where="outcome 2", reason="breaks off"),
    ),
)


def listed(unit: ReadUnit) -> list[str]:
    return [f"{c.number} {c.text}" for c in unit.criteria]


def test_split_moves_the_numbers_and_the_doubts_behind() -> None:
    changed = edits.split_criterion(UNIT, 0, 0, len("Weigh flour "))
    assert listed(changed)[:4] == ["1.1 Weigh flour", "1.2 and water", "1.3 Mix the dough", "1.4 Clean down"]
    assert changed.doubts_about("criterion 1.4")
    assert not changed.doubts_about("criterion 1.3")
    assert listed(UNIT)[0] == "1.1 Weigh flour and water"


def test_split_without_words_on_one_side_is_refused() -> None:
    with pytest.raises(ValueError, match="words"):
        edits.split_criterion(UNIT, 0, 0, 0)


def test_join_keeps_words_guidance_and_pieces() -> None:
    changed = edits.join_with_next(UNIT, 0, 0)
    assert listed(changed)[:2] == ["1.1 Weigh flour and water Mix the dough", "1.2 Clean down"]
    assert changed.outcomes[0].criteria[0].guidance == "use a bowl"
    assert changed.outcomes[0].criteria[0].pieces == (5, 6)
    assert changed.doubts_about("criterion 1.2")
    assert edits.join_with_previous(UNIT, 0, 1) == changed


def test_join_at_the_edges_is_refused() -> None:
    with pytest.raises(ValueError, match="behind"):
        edits.join_with_next(UNIT, 0, 2)
    with pytest.raises(ValueError, match="before"):
        edits.join_with_previous(UNIT, 0, 0)


def test_join_undoes_split() -> None:
    split = edits.split_criterion(UNIT, 0, 0, len("Weigh flour "))
    assert listed(edits.join_with_next(split, 0, 0)) == listed(UNIT)


def test_renumbered_outcome_takes_its_criteria_and_doubts_along() -> None:
    changed = edits.renumber_outcome(UNIT, 0, "4")
    assert [c.number for c in changed.outcomes[0].criteria] == ["4.1", "4.2", "4.3"]
    assert changed.doubts_about("criterion 4.3")


def test_renumbered_criterion_keeps_its_doubt() -> None:
    changed = edits.renumber_criterion(UNIT, 0, 2, "1.5")
    assert changed.doubts_about("criterion 1.5")
    assert not changed.doubts_about("criterion 1.3")


def test_criterion_becomes_guidance_of_the_one_before() -> None:
    changed = edits.criterion_to_guidance(UNIT, 0, 1)
    assert listed(changed)[:2] == ["1.1 Weigh flour and water", "1.2 Clean down"]
    assert changed.outcomes[0].criteria[0].guidance == "Mix the dough"
    assert changed.doubts_about("criterion 1.2")


def test_first_criterion_becomes_guidance_of_the_outcome() -> None:
    changed = edits.criterion_to_guidance(UNIT, 0, 0)
    assert changed.outcomes[0].guidance == "by hand\nWeigh flour and water"
    assert listed(changed)[0] == "1.1 Mix the dough"


def test_guidance_becomes_a_criterion() -> None:
    changed = edits.guidance_to_criterion(UNIT, 0, 1)
    assert listed(changed)[:4] == ["1.1 Weigh flour and water", "1.2 Mix the dough", "1.3 use a bowl", "1.4 Clean down"]
    assert changed.outcomes[0].criteria[1].guidance == ""
    first = edits.guidance_to_criterion(UNIT, 0, None)
    assert listed(first)[0] == "1.1 by hand"
    with pytest.raises(ValueError, match="no guidance"):
        edits.guidance_to_criterion(UNIT, 1, 0)


def test_criterion_becomes_an_outcome_and_back() -> None:
    changed = edits.criterion_to_outcome(UNIT, 0, 1)
    assert [(o.number, o.text) for o in changed.outcomes] == [
        ("1", "Be able to mix dough"),
        ("2", "Mix the dough"),
        ("3", "Know yeast"),
    ]
    assert listed(changed)[1] == "2.1 Clean down"
    assert changed.doubts_about("criterion 2.1")
    assert changed.doubts_about("outcome 3")
    assert listed(edits.outcome_to_criterion(changed, 1)) == listed(UNIT)


def test_criterion_moves_to_the_end_of_another_outcome() -> None:
    changed = edits.move_criterion(UNIT, 0, 0, 1)
    assert listed(changed) == ["1.1 Mix the dough", "1.2 Clean down", "2.1 Describe yeast", "2.2 Weigh flour and water"]
    assert changed.doubts_about("criterion 1.2")
    with pytest.raises(ValueError, match="already"):
        edits.move_criterion(UNIT, 0, 0, 0)


def test_edited_field_loses_its_doubts_and_keeps_its_pieces() -> None:
    changed = edits.edit_field(UNIT, FieldName.TITLE, " Bake good bread ")
    assert changed.field(FieldName.TITLE) == ReadField(name=FieldName.TITLE, value="Bake good bread", pieces=(1,))
    assert not changed.doubts_about("title")
    assert edits.edit_field(changed, FieldName.TITLE, "").value(FieldName.TITLE) is None


def test_settled_doubt_is_gone_and_the_others_stay() -> None:
    changed = edits.settle_doubt(UNIT, UNIT.doubts[0])
    assert changed.doubts == UNIT.doubts[1:]


def test_retyped_words_are_squeezed() -> None:
    assert edits.retype_criterion(UNIT, 0, 0, " Weigh\n all ").criteria[0].text == "Weigh all"
    assert edits.retype_outcome(UNIT, 1, "Know  yeast well").outcomes[1].text == "Know yeast well"


def test_domain_unit_carries_what_was_read() -> None:
    unit = to_unit(UNIT, source_document="bread.pdf")
    assert unit.key == "calder-valley-bake-bread"
    assert unit.expiry == date(2027, 8, 31)
    assert unit.level is None
    assert unit.doubts == UNIT.doubts
    assert unit.criterion("1.2").guidance == "use a bowl"


def test_key_falls_back_to_the_reference() -> None:
    bare = replace(UNIT, fields=(ReadField(name=FieldName.REFERENCE, value="R/504/6242"),))
    assert unit_key(bare) == "r-504-6242"
    assert unit_key(replace(UNIT, fields=())) == "unit"


def test_same_doubt_is_kept_once() -> None:
    once = with_doubt(UNIT, "glh", "odd")
    assert with_doubt(once, "glh", "odd") == once
