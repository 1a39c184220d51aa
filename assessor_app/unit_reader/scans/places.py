"""Where the letters of recognised words stand: the recogniser gives a box for a word, not for each letter."""

import math
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from assessor_app.domain.reading import SourcePiece
from assessor_app.unit_reader.scans.reader import SeenLine

_SURE = 0.9
_NARROW, _WIDE = frozenset(" .,:;'!|ijltfIr()[]-"), frozenset("mwMW@%")
_AS_HIGH = 0.18  # of the usual height: a difference that comes from letters with and without tails
_LETTER = 0.8  # of a box's height is letter, the rest is air
_GAP = 0.25  # of a letter's size, the least room between two words
_END = ("", math.inf, math.inf)
_BASE = 0.36  # of a letter's size the base stands below the middle of the box

Letter = tuple[str, float, float, float, float]
"""Text, left, right, base and size, in points."""


def letters_of(lines: Sequence[SeenLine]) -> Iterator[Letter]:
    """Each letter of each word, spread over the word's box by how wide such letters are."""
    if not lines:
        return
    usual = statistics.median(line.y1 - line.y0 for line in lines)
    for line in lines:
        height = line.y1 - line.y0
        size = _LETTER * (usual if abs(height - usual) < _AS_HIGH * usual else height)
        base = (line.y0 + line.y1) / 2 + _BASE * size
        for number, ((word, left, right), (_, following, _)) in enumerate(pairwise((*line.words, _END))):
            left = left if number else line.x0  # a line's own edge is surer than its first word's
            yield from _spread(word, left, min(right, following - _GAP * size), base, size)


def _spread(word: str, left: float, right: float, base: float, size: float) -> Iterator[Letter]:
    widths = [0.5 if c in _NARROW else 1.4 if c in _WIDE else 1.0 for c in word]
    unit = max(right - left, 1.0) / sum(widths)
    for letter, width in zip(word, widths, strict=True):
        yield letter, left, left + width * unit, base, size
        left += width * unit


def unsure_pieces(lines: Sequence[SeenLine], pieces: Sequence[SourcePiece]) -> frozenset[int]:
    """Ids of the pieces that stand where the recogniser was not sure."""
    unsure = [line for line in lines if line.score < _SURE]
    return frozenset(piece.id for piece in pieces for line in unsure if _overlap(piece, line))


def leaning_again(pieces: Sequence[SourcePiece], lean: float, width: float, height: float) -> tuple[SourcePiece, ...]:
    """The pieces where they stand on the page as it is shown, which was set straight to be read."""
    turned = []
    for piece in pieces:
        x, y = piece.x + piece.width / 2 - width / 2, piece.y + piece.height / 2 - height / 2
        left = x * math.cos(lean) - y * math.sin(lean) + width / 2 - piece.width / 2
        top = x * math.sin(lean) + y * math.cos(lean) + height / 2 - piece.height / 2
        turned.append(replace(piece, x=left, y=top))
    return tuple(turned)


def _overlap(piece: SourcePiece, line: SeenLine) -> bool:
    middle = piece.y + piece.height / 2
    return line.y0 <= middle <= line.y1 and piece.x < line.x1 and line.x0 < piece.x + piece.width
