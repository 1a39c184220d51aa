"""What differs between two editions, and of which unit a new one would be an edition."""

from dataclasses import replace

from assessor_app.domain.unit_differences import Difference, Sign, as_edition_of, differences, same_unit
from assessor_app.domain.units import Criterion, Doubt, Unit
from tests.desk import ENVIRONMENT, OPERATIONS, RELIABLE, UNITS


def with_criteria(unit: Unit, *criteria: tuple[str, str]) -> Unit:
    """The unit with other criteria in its first outcome."""
    first = replace(unit.outcomes[0], criteria=tuple(Criterion(number=n, text=t) for n, t in criteria))
    return replace(unit, outcomes=(first, *unit.outcomes[1:]))


def signs(held: Unit, unit: Unit) -> list[tuple[str, Sign]]:
    return [(d.what, d.sign) for d in differences(held, unit)]


DOUBT = Doubt(where="criterion 1.1", reason="The sentence breaks off.")


def test_same_unit_has_no_differences_whatever_new_doubts_it_has() -> None:
    for unit in UNITS:
        assert differences(unit, replace(unit, doubts=(*unit.doubts, DOUBT), source_document="another.pdf")) == ()


def test_doubt_that_is_gone_is_a_difference_of_its_own() -> None:
    held = replace(OPERATIONS, doubts=(DOUBT,))
    (difference,) = differences(held, replace(held, doubts=()))
    assert difference == Difference(
        what="Doubt about criterion 1.1", sign=Sign.SETTLED, before="The sentence breaks off.", after=""
    )
    assert differences(held, held) == ()


def test_criteria_changed_added_and_removed_are_told_apart() -> None:
    held = with_criteria(OPERATIONS, ("1.1", "a"), ("1.2", "b"), ("1.3", "c"))
    assert signs(held, with_criteria(OPERATIONS, ("1.1", "a"), ("1.2", "bb"), ("1.3", "c"))) == [
        ("Criterion 1.2", Sign.CHANGED)
    ]
    assert signs(held, with_criteria(OPERATIONS, ("1.1", "a"), ("1.2", "b"))) == [("Criterion 1.3", Sign.REMOVED)]
    assert signs(held, with_criteria(OPERATIONS, ("1.1", "a"), ("1.2", "b"), ("1.3", "c"), ("1.4", "d"))) == [
        ("Criterion 1.4", Sign.ADDED)
    ]


def test_criterion_gone_from_the_middle_shows_the_others_as_renumbered() -> None:
    held = with_criteria(OPERATIONS, ("1.1", "a"), ("1.2", "b"), ("1.3", "c"))
    assert signs(held, with_criteria(OPERATIONS, ("1.1", "a"), ("1.2", "c"))) == [
        ("Criterion 1.2", Sign.REMOVED),
        ("Criterion 1.3 is now 1.2", Sign.RENUMBERED),
    ]


def test_fields_and_regime_that_differ_are_named() -> None:
    changed = replace(RELIABLE, level="2", regime=None)
    assert signs(RELIABLE, changed) == [("Level", Sign.ADDED), ("How it is signed off", Sign.REMOVED)]


def test_unit_is_known_by_reference_or_by_body_and_title() -> None:
    other_title = replace(OPERATIONS, key="x", title="Another title")
    assert same_unit(UNITS, other_title) is OPERATIONS
    no_reference = replace(OPERATIONS, key="x", reference=None, title=OPERATIONS.title.upper())
    assert same_unit(UNITS, no_reference) is OPERATIONS
    another = replace(OPERATIONS, key="x", reference="R/504/6243")
    assert same_unit(UNITS, another) is None
    assert same_unit(UNITS, replace(ENVIRONMENT, key="x", awarding_body="Another")) is None


def test_edition_keeps_key_and_what_no_reading_gives() -> None:
    read = Unit(key="read", awarding_body="OCR", title="T", outcomes=RELIABLE.outcomes[:1])
    edition = as_edition_of(RELIABLE, read)
    assert (edition.key, edition.letter, edition.nos) == (RELIABLE.key, RELIABLE.letter, RELIABLE.nos)
    assert edition.outcomes[0].kind is RELIABLE.outcomes[0].kind
    assert edition.title == "T"
