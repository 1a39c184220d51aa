"""Truths written as lines, for the specimens whose author has never seen the reader."""

from dataclasses import replace

from tests.unit_reader.specimens.truth import Unit


def told(title: str | None, text: str, **fields: str) -> Unit:
    """A unit from lines: `# outcome`, its criteria below it, and `- sub-point` below a criterion."""
    outcomes: list[tuple[str, list[str]]] = []
    points: dict[str, tuple[str, ...]] = {}
    for line in (raw.strip() for raw in text.strip().splitlines()):
        if line.startswith("# "):
            outcomes.append((line[2:], []))
        elif line.startswith("- "):
            where = f"{len(outcomes)}.{len(outcomes[-1][1])}"
            points[where] = (*points.get(where, ()), line[2:])
        elif line:
            outcomes[-1][1].append(line)
    return Unit(
        title,
        tuple((o, tuple(c)) for o, c in outcomes),
        points=points,
        **fields,  # type: ignore[arg-type]
    )


def rows(unit: Unit) -> list[tuple[str, str, str, str]]:
    """Outcome number, outcome, criterion number, criterion; the first two are empty below an outcome's first row."""
    return [
        (str(o) if n == 1 else "", outcome if n == 1 else "", f"{o}.{n}", text)
        for o, (outcome, texts) in enumerate(unit.outcomes, 1)
        for n, text in enumerate(texts, 1)
    ]


def lowered(unit: Unit) -> Unit:
    """The unit where a document begins each outcome with a small letter."""
    return replace(unit, outcomes=tuple((o[0].lower() + o[1:], ts) for o, ts in unit.outcomes))
