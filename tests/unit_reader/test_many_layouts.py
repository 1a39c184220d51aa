"""The score over layouts that nobody chose: a fault of a whole class shows in many of them."""

import random
from collections.abc import Callable, Sequence

import pytest

from tests.unit_reader.reading import read
from tests.unit_reader.scoring import Score, score
from tests.unit_reader.specimens.collection import everything
from tests.unit_reader.specimens.drawn import pool
from tests.unit_reader.specimens.drawn_files import drawn_file
from tests.unit_reader.specimens.drawn_texts import drawn_text
from tests.unit_reader.specimens.drawn_webs import drawn_web
from tests.unit_reader.specimens.truth import Specimen, Unit

LEAST_F1 = 0.99
MOST_SILENT = 0.005
Drawing = Callable[[Sequence[Unit], int], Specimen]


def one_text(units: Sequence[Unit], seed: int) -> Specimen:
    return drawn_text(random.Random(seed).choice(units), seed)


def one_web(units: Sequence[Unit], seed: int) -> Specimen:
    return drawn_web(random.Random(seed).choice(units), seed)


def total(draw: Drawing, seeds: range) -> Score:
    units = pool(everything())
    result = Score()
    for seed in seeds:
        specimen = draw(units, seed)
        own = score(specimen, read(specimen.data, specimen.name))
        own.silent = [s for s in own.silent if s != "body"]  # footers name a body that the truth leaves out
        result.add(own)
    print(f"\n{draw.__name__}: F1 {result.f1:.4f} over {result.true} criteria, silent {result.silent_share:.2%}")
    return result


@pytest.mark.parametrize("draw", [one_text, one_web, drawn_file])
def test_layouts_drawn_by_lot_keep_the_limits(draw: Drawing) -> None:
    result = total(draw, range(120))
    assert result.f1 >= LEAST_F1, result.wrong
    assert result.silent_share < MOST_SILENT, result.silent


@pytest.mark.soak
@pytest.mark.parametrize("draw", [one_text, one_web, drawn_file])
def test_many_layouts_drawn_by_lot_keep_the_limits(draw: Drawing) -> None:
    result = total(draw, range(1_000, 6_000))
    assert result.f1 >= LEAST_F1, result.wrong[:50]
    assert result.silent_share < MOST_SILENT, result.silent[:50]


def test_score_of_drawn_layouts_falls_where_the_truth_is_another() -> None:
    units = pool(everything())
    right, other = drawn_text(units[0], 1), drawn_text(units[1], 2)
    mixed = Specimen(name=right.name, data=right.data, units=other.units, shape="control")
    assert score(mixed, read(right.data, right.name)).f1 < 0.2
