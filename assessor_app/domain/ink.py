"""Ink as it was drawn. Strokes are kept at pen-up and drawn as vectors; no reusable picture is ever stored."""

from dataclasses import dataclass
from enum import Enum

from assessor_app.domain.canonical import content_hash


class Pointer(Enum):
    """What drew the stroke."""

    PEN = "pen"
    FINGER = "finger"
    MOUSE = "mouse"


@dataclass(frozen=True, slots=True, kw_only=True)
class InkPoint:
    """Position in hundredths of a logical pixel, time in ms since the first point of the capture, pressure 0-1000."""

    x: int
    y: int
    t: int
    pressure: int = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Stroke:
    """One pen-down to pen-up."""

    points: tuple[InkPoint, ...]
    pointer: Pointer = Pointer.MOUSE


@dataclass(frozen=True, slots=True, kw_only=True)
class Ink:
    """All strokes of one signature. Its hash leaves out nothing, so the same ink is recognised when it comes again."""

    strokes: tuple[Stroke, ...]

    @property
    def digest(self) -> str:
        """SHA-256 of the canonical strokes."""
        return content_hash(self)

    @property
    def point_count(self) -> int:
        """Number of points over all strokes."""
        return sum(len(stroke.points) for stroke in self.strokes)
