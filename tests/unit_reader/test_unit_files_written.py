"""A unit written as a unit file comes back as the same unit."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessor_app.domain.units import (
    Criterion,
    Doubt,
    FunctionalSkill,
    ManagerRule,
    NosReference,
    Outcome,
    OutcomeKind,
    QualityAssurance,
    RecordForm,
    Regime,
    Unit,
)
from assessor_app.unit_reader.unit_files import read_unit_file, write_unit_file
from tests.desk import UNITS

words = st.text(st.characters(exclude_categories=("Cs",)), max_size=30)
text = words.filter(lambda t: bool(t.strip()))
maybe = st.none() | words
several = st.lists(words, max_size=3).map(tuple)

regimes = st.builds(
    Regime,
    record_form=st.sampled_from(RecordForm),
    manager_signature=st.sampled_from(ManagerRule),
    internally_assessed=st.booleans(),
    quality_assurance=st.none() | st.sampled_from(QualityAssurance),
    source=words,
)


@st.composite
def outcomes(draw: st.DrawFn) -> tuple[Outcome, ...]:
    made = []
    for o in range(1, draw(st.integers(1, 3)) + 1):
        criteria = tuple(
            Criterion(
                number=f"{o}.{n}", text=draw(text), guidance=draw(words), sub_points=draw(several), mark=draw(words)
            )
            for n in range(1, draw(st.integers(1, 3)) + 1)
        )
        kind = draw(st.none() | st.sampled_from(OutcomeKind))
        made.append(Outcome(number=str(o), text=draw(words), criteria=criteria, kind=kind, guidance=draw(words)))
    return tuple(made)


units = st.builds(
    Unit,
    key=words,
    awarding_body=words,
    title=words,
    outcomes=outcomes(),
    title_source=words,
    number=maybe,
    level=maybe,
    expiry=st.none() | st.dates(),
    purpose=words,
    regime=st.none() | regimes,
    requires_workplace=st.booleans(),
    assessment=several,
    guidance=st.none() | several,
    nos=st.lists(st.builds(NosReference, code=words, title=words), max_size=2).map(tuple),
    functional_skills=st.lists(st.builds(FunctionalSkill, standard=words, skill=words), max_size=2).map(tuple),
    doubts=st.lists(st.builds(Doubt, where=words, reason=words), max_size=2).map(tuple),
)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(unit=units)
def test_unit_written_and_read_is_the_same(tmp_path: Path, unit: Unit) -> None:
    path = tmp_path / "unit.toml"
    path.write_text(write_unit_file(unit), encoding="utf-8", newline="\n")
    assert read_unit_file(path) == unit


@pytest.mark.parametrize("unit", UNITS, ids=lambda u: u.key)
def test_shipped_unit_written_and_read_is_the_same(tmp_path: Path, unit: Unit) -> None:
    path = tmp_path / "unit.toml"
    path.write_text(write_unit_file(unit), encoding="utf-8", newline="\n")
    assert read_unit_file(path) == unit
    assert read_unit_file(path).edition == unit.edition


def test_no_guidance_and_unknown_guidance_stay_apart() -> None:
    unit = UNITS[0]
    assert "guidance = []" in write_unit_file(replace(unit, guidance=())).split("[[outcomes]]")[0]
    assert "guidance" not in write_unit_file(replace(unit, guidance=None)).split("[[outcomes]]")[0]
