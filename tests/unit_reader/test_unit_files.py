"""The four shipped units word for word, and bad unit files refused by file, key and reason."""

import json
from datetime import date
from pathlib import Path

import pytest

from assessor_app.domain.canonical import sha256_hex
from assessor_app.domain.errors import KnownError
from assessor_app.domain.identifiers import unit_reference_warning
from assessor_app.domain.units import ManagerRule, OutcomeKind, QualityAssurance, RecordForm
from assessor_app.settings import shipped
from assessor_app.unit_reader.unit_files import read_unit_file, read_unit_folder, unit_file_schema
from tests.desk import ENVIRONMENT, EXPECTATIONS, OPERATIONS, RELIABLE, UNITS


def counts(unit: object) -> list[int]:
    return [len(o.criteria) for o in unit.outcomes]  # type: ignore[attr-defined]


def test_seventy_two_criteria_in_fourteen_outcomes() -> None:
    assert counts(ENVIRONMENT) == [5, 3, 6, 2]
    assert counts(RELIABLE) == [3, 8, 4, 8]
    assert counts(EXPECTATIONS) == [5, 5]
    assert counts(OPERATIONS) == [7, 6, 6, 4]
    assert sum(len(u.criteria) for u in UNITS) == 72
    assert sum(len(u.outcomes) for u in UNITS) == 14


@pytest.mark.parametrize(
    ("unit", "digest"),
    [
        (ENVIRONMENT, "ef05eb33cfacb0cc"),
        (RELIABLE, "fa05863184ee1f18"),
        (EXPECTATIONS, "4e123595519ad03e"),
        (OPERATIONS, "a2235ebd1362dd12"),
    ],
    ids=["environment", "reliable", "expectations", "operations"],
)
def test_no_word_of_outcomes_and_criteria_changes_unnoticed(unit: object, digest: str) -> None:
    # The digests were taken when the wording had been compared with the awarding bodies' documents line by line.
    lines = [line for o in unit.outcomes for line in (o.text, *(f"{c.number} {c.text}" for c in o.criteria))]  # type: ignore[attr-defined]
    assert sha256_hex("\n".join(lines).encode())[:16] == digest


def test_settled_order_of_the_scrambled_unit() -> None:
    assert ENVIRONMENT.criterion("1.5").text.startswith("Describe methods of measuring organisational effectiveness")
    assert ENVIRONMENT.criterion("1.2").text.startswith("Explain the process of mapping the customer journey")
    assert "Public or Third sectors" in ENVIRONMENT.criterion("1.4").guidance
    assert any("1.5" in d.where for d in ENVIRONMENT.doubts)


def test_metadata_is_what_the_documents_give_and_nothing_else() -> None:
    assert (EXPECTATIONS.number, EXPECTATIONS.reference, EXPECTATIONS.level) == ("1", "R/504/6242", "1")
    assert (EXPECTATIONS.credit, EXPECTATIONS.glh, EXPECTATIONS.expiry) == ("2", "15", date(2017, 12, 31))
    assert (OPERATIONS.number, OPERATIONS.reference, OPERATIONS.level) == ("WJE863", "J/507/1557", "4")
    assert (OPERATIONS.credit, OPERATIONS.glh, OPERATIONS.regime) == ("9", "42", None)
    assert OPERATIONS.guidance == ()
    assert RELIABLE.evidence_requirements
    for unit in (ENVIRONMENT, RELIABLE):
        assert (unit.number, unit.reference, unit.level, unit.credit, unit.glh, unit.expiry) == (None,) * 6
        assert unit.title_source
    assert all(unit_reference_warning(u.reference or "") == "" for u in UNITS)


def test_regimes() -> None:
    assert RELIABLE.regime is not None
    assert RELIABLE.regime.manager_signature is ManagerRule.WHEN_EXTERNAL
    assert RELIABLE.regime.record_form is RecordForm.ERS
    assert EXPECTATIONS.regime is not None
    assert EXPECTATIONS.regime.record_form is RecordForm.CHECKLIST
    assert EXPECTATIONS.regime.quality_assurance is QualityAssurance.MODERATED
    assert RELIABLE.requires_workplace
    assert RELIABLE.outcomes[3].kind is OutcomeKind.KNOWLEDGE
    assert [o.kind for o in OPERATIONS.outcomes].count(OutcomeKind.KNOWLEDGE) == 3


GOOD = """
key = "k"
awarding_body = "A"
title = "T"
[[outcomes]]
number = "1"
text = "o"
criteria = [{ number = "1.1", text = "c" }]
"""


@pytest.mark.parametrize(
    ("content", "names"),
    [
        (GOOD.replace('title = "T"', ""), "title"),
        (GOOD.replace('title = "T"', 'title = "T"\ncolour = "red"'), "colour"),
        (GOOD.replace('text = "c"', 'text = "c", extra = 1'), "extra"),
        (GOOD.replace('"1.1"', '"2.1"'), "outcome 1"),
        (GOOD.replace('criteria = [{ number = "1.1", text = "c" }]', "criteria = []"), "at least one criterion"),
        (GOOD.replace('text = "c"', 'text = " "'), "empty"),
        (GOOD + '[[outcomes]]\nnumber = "1"\ntext = "p"\ncriteria = [{ number = "1.1", text = "d" }]', "twice"),
        ("not toml [", "file"),
        (GOOD.split("[[outcomes]]")[0], "outcomes"),
    ],
)
def test_bad_unit_file_is_refused_with_its_reason(tmp_path: Path, content: str, names: str) -> None:
    path = tmp_path / "bad.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(KnownError) as caught:
        read_unit_file(path)
    assert "bad.toml" in caught.value.what
    assert names in caught.value.what


def test_key_of_two_files_is_refused(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.toml").write_text(GOOD, encoding="utf-8")
    with pytest.raises(KnownError, match="another file"):
        read_unit_folder(tmp_path)


def test_schema_beside_the_units_is_the_one_that_is_checked() -> None:
    kept = json.loads((shipped("units") / "unit.schema.json").read_text(encoding="utf-8"))
    assert kept == unit_file_schema()
