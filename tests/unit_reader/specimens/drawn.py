"""What layouts that are drawn by lot have in common: the pool of units, their metadata, the words of labels."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tests.unit_reader.specimens.truth import Specimen, Unit

LABELS = {
    "title": ("Unit title", "Title", "Unit name", "Title of unit"),
    "reference": ("Unit reference", "Unit reference number", "Ofqual unit reference", "URN", "Ref no."),
    "level": ("Level", "Unit level", "QCF level", "Level of unit"),
    "credit": ("Credit value", "Credit", "Credits", "Unit credit value", "Credit points"),
    "glh": ("GLH", "Guided learning hours", "Guided learning hours (GLH)", "Unit GLH"),
}


@dataclass(frozen=True, slots=True)
class Drawn:
    """A unit as its document will say it, with the label and the value of everything that it says."""

    unit: Unit
    labelled: tuple[tuple[str, str], ...]


def pool(specimens: Sequence[Specimen]) -> list[Unit]:
    """The units that can be set in any layout: titled, without sub-points or odd numbers."""
    kept: dict[str, Unit] = {}
    for unit in (u for s in specimens for u in s.units):
        texts = [t for _, ts in unit.outcomes for t in ts]
        plain = not unit.points and not unit.printed and all(o and ts for o, ts in unit.outcomes)
        if unit.title and plain and len(unit.outcomes) < 6 and all(len(t) > 8 and t[-1] != ":" for t in texts):
            kept.setdefault(unit.title, unit)
    return list(kept.values())


def drawn(unit: Unit, lot: random.Random) -> Drawn:
    """The unit with some of its fields, and its criteria in small letters now and then."""
    fields = {k: getattr(unit, k) for k in ("reference", "level", "credit", "glh")}
    fields = {k: v for k, v in fields.items() if v and lot.random() < 0.8}
    outcomes = unit.outcomes
    if lot.random() < 0.2:
        outcomes = tuple((o, tuple(t[0].lower() + t[1:] for t in ts)) for o, ts in outcomes)
    own = Unit(unit.title, outcomes, **fields)
    labelled = [(lot.choice(LABELS["title"]), unit.title or "")]
    for name, value in fields.items():
        words = f"Level {value}" if name == "level" and value.isdigit() and lot.random() < 0.5 else value
        labelled.append((lot.choice(LABELS[name]), words))
    return Drawn(own, tuple(labelled))


def numbered(unit: Unit, style: str) -> list[tuple[str, list[str]]]:
    """Each outcome with its criteria in the style: {o}, {n}, {a}, {r} are outcome, number, letter, running number."""
    running = 0
    made = []
    for o, (outcome, texts) in enumerate(unit.outcomes, 1):
        lines = []
        for n, text in enumerate(texts, 1):
            running += 1
            lines.append(style.format(o=o, n=n, a=chr(96 + n), r=running, t=text))
        made.append((outcome, lines))
    return made


def with_number(unit: Unit, number: str) -> Unit:
    """The unit where its heading gives a number."""
    return replace(unit, number=number)
