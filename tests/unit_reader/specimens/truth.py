"""What a specimen document truly says. The units are invented; bodies, titles and wordings belong to nobody."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as its document gives it; None: the document does not say."""

    title: str | None
    outcomes: tuple[tuple[str, tuple[str, ...]], ...]
    reference: str | None = None
    number: str | None = None
    level: str | None = None
    credit: str | None = None
    glh: str | None = None
    tqt: str | None = None
    expiry: str | None = None
    body: str | None = None
    points: dict[str, tuple[str, ...]] = field(default_factory=dict)
    printed: dict[str, str] = field(default_factory=dict)  # numbers that are not the running ones

    @property
    def criteria(self) -> list[tuple[str, str]]:
        """Number and text of every criterion."""
        plain = [(f"{o}.{n}", t) for o, (_, ts) in enumerate(self.outcomes, 1) for n, t in enumerate(ts, 1)]
        return [(self.printed.get(number, number), text) for number, text in plain]


@dataclass(frozen=True, slots=True)
class Specimen:
    """A document and what it says; no units: it must be refused."""

    name: str
    data: bytes
    units: tuple[Unit, ...]
    shape: str


def parse(text: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Outcomes from lines: `# outcome`, and its criteria below it."""
    outcomes: list[tuple[str, list[str]]] = []
    for line in (raw.strip() for raw in text.strip().splitlines()):
        if line.startswith("# "):
            outcomes.append((line[2:], []))
        elif line:
            outcomes[-1][1].append(line)
    return tuple((o, tuple(c)) for o, c in outcomes)
