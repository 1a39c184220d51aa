"""The measures that all forms share: sizes, weights, greys and rules (mockups/forms/README.md).

Lengths are millimetres, type and rules points. No style goes below 8 pt, and no colour exists: meaning is carried by
words, weight, shape and position.
"""

from dataclasses import dataclass, replace
from enum import Enum

PT = 25.4 / 72
"""Millimetres in a point."""

BLACK, SECOND, RULE, HAIR, CROSSING, WHITE = 0.0, 0x40 / 255, 0x6E / 255, 0x9C / 255, 0x8A / 255, 1.0

SMALLEST = 8.0


class Face(Enum):
    """The four faces; the value is the file's name in `resources/fonts`."""

    REGULAR = "AssessorSans-Regular"
    ITALIC = "AssessorSans-Italic"
    SEMIBOLD = "AssessorSans-SemiBold"
    BOLD = "AssessorSans-Bold"


@dataclass(frozen=True, slots=True)
class Style:
    """How a run of text looks. `leading` is a factor of the size."""

    face: Face = Face.REGULAR
    size: float = 9.0
    grey: float = BLACK
    leading: float = 1.22

    def __post_init__(self) -> None:
        """Refuse type that is too small to read."""
        if self.size < SMALLEST:
            raise ValueError(f"type of {self.size} pt is below {SMALLEST} pt")

    @property
    def line(self) -> float:
        """Height of a line in millimetres."""
        return self.size * self.leading * PT

    def at(self, size: float) -> "Style":
        """The same in another size."""
        return replace(self, size=size)

    def led(self, leading: float) -> "Style":
        """The same with another leading."""
        return replace(self, leading=leading)

    @property
    def bold(self) -> "Style":
        """The same in bold."""
        return replace(self, face=Face.BOLD)

    @property
    def semibold(self) -> "Style":
        """The same in semibold."""
        return replace(self, face=Face.SEMIBOLD)

    @property
    def black(self) -> "Style":
        """The same in black."""
        return replace(self, grey=BLACK)


TITLE = Style(Face.BOLD, 19, leading=1.0)
SECTION = Style(Face.BOLD, 11.5, leading=1.15)
HEAD3 = Style(Face.BOLD, 9.5, leading=1.15)
RUNHEAD = Style(Face.BOLD, 10.5, leading=1.24)
CANDIDATE = Style(Face.BOLD, 11.5, leading=1.18)
VALUE = Style(size=10, leading=1.18)
BODY = Style(size=9.5, leading=1.24)
NARRATIVE = Style(size=10, leading=1.3)
GRID = Style(size=9, leading=1.2)
NOTE = Style(size=8.5, grey=SECOND, leading=1.25)
LABEL = Style(Face.SEMIBOLD, 8, SECOND, 1.15)
TABLE_HEAD = Style(Face.SEMIBOLD, 8, leading=1.12)
FOOT = Style(size=8, leading=1.32)
UNSTATED = Style(Face.ITALIC, 10, SECOND, 1.18)
