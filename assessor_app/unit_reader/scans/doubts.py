"""What was recognised on a picture is doubted: the unit as a whole, and whatever the recogniser itself is unsure of."""

from collections.abc import Sequence
from dataclasses import replace

from assessor_app.domain.reading import ReadUnit, SourcePage
from assessor_app.domain.units import Doubt

RECOGNISED = "This page is an image; its words were recognised and may be wrong."
_WHOLE = "It was read from an image of the page: compare each number and word with it."
_UNSURE = "The words on the image could not be made out for certain."


def with_doubts(units: Sequence[ReadUnit], pages: Sequence[SourcePage], unsure: frozenset[int]) -> tuple[ReadUnit, ...]:
    """The units; those from recognised pages doubted. `unsure` are pieces of which the recogniser is not sure."""
    recognised = {piece.id for page in pages if page.note == RECOGNISED for piece in page.pieces}
    return tuple(_doubted(unit, recognised, unsure) for unit in units) if recognised else tuple(units)


def _doubted(unit: ReadUnit, recognised: set[int], unsure: frozenset[int]) -> ReadUnit:
    parts = [
        *((field.name.value, field.pieces) for field in unit.fields if field.value is not None),
        *((outcome.where, outcome.pieces) for outcome in unit.outcomes),
        *((criterion.where, criterion.pieces) for outcome in unit.outcomes for criterion in outcome.criteria),
    ]
    if not any(recognised.intersection(pieces) for _, pieces in parts):
        return unit
    found = [Doubt(where="unit", reason=_WHOLE)]
    found += [Doubt(where=where, reason=_UNSURE) for where, pieces in parts if unsure.intersection(pieces)]
    return replace(unit, doubts=(*unit.doubts, *found))
