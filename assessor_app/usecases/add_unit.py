"""Add units to the vault: from an awarding body's document, confirmed by a person, or from a unit file.

An edition that is there already is left alone. What a unit must have before it can be worked with is asked for first.
"""

from collections.abc import Sequence
from dataclasses import replace

from assessor_app.domain.errors import KnownError
from assessor_app.domain.units import Unit
from assessor_app.usecases.ports import Ports


def add_units(ports: Ports, units: Sequence[Unit]) -> tuple[Unit, ...]:
    """Stores the units as editions and gives them as stored; KnownError, with nothing stored, where one is unfit."""
    for unit in units:
        _check(unit)
    with ports.store.writing("add units") as records:
        held = {unit.key: unit for unit in records.units()}
        stored = []
        for unit in units:
            unit = _with_own_key(unit, held)
            records.put_unit(unit)
            held[unit.key] = unit
            stored.append(unit)
    return tuple(stored)


def _check(unit: Unit) -> None:
    missing = [
        what
        for what, there in (
            ("a title", unit.title.strip()),
            ("an awarding body", unit.awarding_body.strip()),
            ("a learning outcome with criteria", unit.outcomes and all(o.criteria for o in unit.outcomes)),
        )
        if not there
    ]
    numbers = [c.number for c in unit.criteria]
    twice = sorted({n for n in numbers if numbers.count(n) > 1})
    if missing:
        raise KnownError(
            f"The unit {unit.title or unit.reference or unit.key} cannot be added: its document gives no "
            f"{' and no '.join(m.split(' ', 1)[1] for m in missing)}.",
            advice="Give what is missing; nothing is made up.",
            code="unit-incomplete",
        )
    if twice:
        raise KnownError(
            f"The unit {unit.title} cannot be added: it has several criteria numbered {', '.join(twice)}.",
            advice="Renumber them first.",
            code="unit-numbers",
        )


def _with_own_key(unit: Unit, held: dict[str, Unit]) -> Unit:
    """Another unit of the same body and title, told apart by its reference, gets a key of its own."""
    same = held.get(unit.key)
    if same is None or not unit.reference or not same.reference or same.reference == unit.reference:
        return unit
    return replace(unit, key=f"{unit.key}-{unit.reference.replace('/', '').casefold()}")
