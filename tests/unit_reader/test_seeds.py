"""The four documents that the project began with, read from their texts and compared with the hand-made unit files."""

from pathlib import Path

import pytest

from assessor_app.domain.reading import FieldName, ReadUnit, to_unit
from assessor_app.domain.units import ManagerRule, QualityAssurance, RecordForm, Unit
from tests.desk import ENVIRONMENT, EXPECTATIONS, OPERATIONS, RELIABLE
from tests.unit_reader.reading import read

SEEDS = Path(__file__).parent / "seeds"
NAMES = {
    "000": ("000_557f702535234619.txt", ENVIRONMENT),
    "001": ("001_68b0a6013f64a692.txt", RELIABLE),
    "002": ("002_bd7b34aefca69860.txt", EXPECTATIONS),
    "004": ("004_bf408d515cde197d.txt", OPERATIONS),
}


def seed(number: str) -> ReadUnit:
    name, _ = NAMES[number]
    (unit,) = read((SEEDS / name).read_bytes(), name).units
    return unit


@pytest.mark.parametrize("number", NAMES)
def test_seed_gives_every_criterion_and_outcome_word_for_word(number: str) -> None:
    truth: Unit = NAMES[number][1]
    read_unit = seed(number)
    assert [(o.number, o.text) for o in read_unit.outcomes] == [(o.number, o.text) for o in truth.outcomes]
    assert [(c.number, c.text) for c in read_unit.criteria] == [(c.number, c.text) for c in truth.criteria]


@pytest.mark.parametrize("number", NAMES)
def test_seed_gives_its_metadata_and_invents_nothing(number: str) -> None:
    truth: Unit = NAMES[number][1]
    read_unit = seed(number)
    for name, value in (
        (FieldName.TITLE, None if truth.title_source else truth.title),
        (FieldName.NUMBER, truth.number),
        (FieldName.REFERENCE, truth.reference),
        (FieldName.LEVEL, truth.level),
        (FieldName.CREDIT, truth.credit),
        (FieldName.GLH, truth.glh),
        (FieldName.TQT, truth.tqt),
        (FieldName.EXPIRY, truth.expiry.isoformat() if truth.expiry else None),
        (FieldName.AWARDING_BODY, truth.awarding_body),
        (FieldName.PURPOSE, truth.purpose or None),
    ):
        assert read_unit.value(name) == value, name


def test_seed_000_doubts_every_number_that_was_repaired() -> None:
    unit = seed("000")
    for number in ("1.2", "1.3", "1.5", "2.2", "2.3", "4.1", "4.2", "3.1"):
        assert unit.doubts_about(f"criterion {number}"), number
    assert any("15" in d.reason for d in unit.doubts_about("criterion 1.5"))
    assert not unit.doubts_about("criterion 1.1")
    assert not unit.doubts_about("criterion 3.2")


def test_seed_001_doubts_where_columns_were_woven() -> None:
    unit = seed("001")
    assert {d.where for d in unit.doubts if d.where.startswith("criterion")} == {
        "criterion 1.1",
        "criterion 2.1",
        "criterion 3.1",
        "criterion 4.1",
    }


def test_seeds_prefill_the_regime_that_they_state_and_no_other() -> None:
    assert seed("000").regime is None
    assert seed("004").regime is None
    reliable, expectations = seed("001").regime, seed("002").regime
    assert reliable is not None
    assert reliable.record_form is RecordForm.ERS
    assert reliable.manager_signature is ManagerRule.WHEN_EXTERNAL
    assert seed("001").requires_workplace
    assert expectations is not None
    assert expectations.record_form is RecordForm.CHECKLIST
    assert expectations.manager_signature is ManagerRule.NEVER
    assert expectations.quality_assurance is QualityAssurance.MODERATED
    assert not seed("002").requires_workplace


def test_seed_becomes_a_domain_unit() -> None:
    unit = to_unit(seed("004"), source_document="the seed")
    assert unit.key == "laser-customer-service-operations"
    assert [o.kind for o in unit.outcomes] == [o.kind for o in OPERATIONS.outcomes]
    assert unit.source_document == "the seed"
    assert unit.doubts == seed("004").doubts
