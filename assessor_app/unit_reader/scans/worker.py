"""Finds text and ruling lines on pictures of pages; a process of its own, started by `reader`.

Only here are the libraries of the extra `scans` loaded: they take some hundred MB, and what they print or break must
not reach the program. Pages come in on standard input and go out on standard output; nothing is written to a disk and
nothing is fetched: the models come with the package.

In: width and height (two little-endian 32-bit numbers), then width x height grey bytes. Out: a JSON line a page,
`{"lean": radians, "lines": [{"box": [x0, y0, x1, y1], "score": ..., "words": [[text, x0, x1], ...]}, ...],
"rules": [[x0, y0, x1, y1], ...]}`, in pixels, set straight.
"""

import importlib
import json
import math
import os
import statistics
import struct
import sys
from collections.abc import Sequence
from typing import Any, BinaryIO

HEADER = struct.Struct("<II")
_LONG = 8  # a line of text this many times wider than high tells how the page leans
_MOST_LEAN = 0.15  # radians; more is no leaning page but turned text
_AROUND, _DARKER = 31, 14  # a pixel is dark that is so much (of 255) darker than the mean of so many around it
_SHORTEST_ACROSS, _SHORTEST_DOWN = 100, 40  # pixels at some 150 dpi; no letter has so long a stroke
_THICKEST = 9

Points = Sequence[Sequence[float]]
Array = Any  # a picture as numpy has it; the libraries are loaded late and bring no types


class Page:
    """One picture: what the recogniser says of it, set straight."""

    def __init__(self, cv2: Any, picture: Array, boxes: Sequence[Points]) -> None:
        self._cv2 = cv2
        self._picture = picture
        self._height, self._width = picture.shape[:2]
        self.lean = lean_of(boxes)
        self._turn = cv2.getRotationMatrix2D((self._width / 2, self._height / 2), math.degrees(self.lean), 1.0)

    def straight(self, box: Points) -> tuple[float, float, float, float]:
        """The upright box around a leaning one."""
        (a, b, c), (d, e, f) = self._turn.tolist()
        points = [(a * x + b * y + c, d * x + e * y + f) for x, y in box]
        left = statistics.mean(sorted(x for x, _ in points)[:2])
        right = statistics.mean(sorted(x for x, _ in points)[2:])
        top = statistics.mean(sorted(y for _, y in points)[:2])
        bottom = statistics.mean(sorted(y for _, y in points)[2:])
        return left, top, right, bottom

    def words(self, found: Sequence[tuple[str, float, Points]]) -> list[tuple[str, float, float]]:
        """Each word of a line with its left and right edge."""
        edges = [(text, self.straight([[float(v) for v in point] for point in box])) for text, _, box in found]
        return [(text, x0, x1) for text, (x0, _, x1, _) in edges]

    def rules(self) -> list[tuple[float, float, float, float]]:
        """Long thin dark strokes, across and down."""
        cv2 = self._cv2
        straight = cv2.warpAffine(self._picture, self._turn, (self._width, self._height), borderValue=255)
        dark = cv2.adaptiveThreshold(straight, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, _AROUND, _DARKER)
        found = []
        for along, least, break_ in (((1, 0), _SHORTEST_ACROSS, 3), ((0, 1), _SHORTEST_DOWN, 5)):
            kept = dark
            for what, length in ((cv2.MORPH_CLOSE, break_), (cv2.MORPH_OPEN, least)):
                size = tuple(length if way else 1 for way in along)
                kept = cv2.morphologyEx(kept, what, cv2.getStructuringElement(cv2.MORPH_RECT, size))
            _, _, stats, _ = cv2.connectedComponentsWithStats(kept, connectivity=8)
            for x, y, width, height, _ in stats.tolist()[1:]:
                if along[0] and height <= _THICKEST:
                    found.append((x, y + height / 2, x + width, y + height / 2))
                elif along[1] and width <= _THICKEST:
                    found.append((x + width / 2, y, x + width / 2, y + height))
        return found


def lean_of(boxes: Sequence[Points]) -> float:
    """By how much the lines of a page go down to the right, in radians; 0 where too few say."""
    leans = []
    for (x0, y0), (x1, y1), _, (_, y3) in boxes:
        if x1 - x0 > _LONG * abs(y3 - y0):
            leans.append(math.atan2(y1 - y0, x1 - x0))
    lean = statistics.median(leans) if len(leans) >= 3 else 0.0
    return lean if abs(lean) < _MOST_LEAN else 0.0


def _serve(pages: BinaryIO, answers: BinaryIO) -> None:
    numpy, cv2 = importlib.import_module("numpy"), importlib.import_module("cv2")
    recognise = importlib.import_module("rapidocr").RapidOCR(
        params={"Global.log_level": "critical", "Global.use_cls": False}
    )
    answers.write(b"ready\n")
    answers.flush()
    while len(header := pages.read(HEADER.size)) == HEADER.size:
        width, height = HEADER.unpack(header)
        picture = numpy.frombuffer(pages.read(width * height), dtype=numpy.uint8).reshape(height, width)
        seen = recognise(cv2.cvtColor(picture, cv2.COLOR_GRAY2BGR), return_word_box=True)
        boxes = [] if seen.boxes is None else [[[float(v) for v in point] for point in box] for box in seen.boxes]
        page = Page(cv2, picture, boxes)
        lines = [
            {"box": page.straight(box), "score": float(score), "words": page.words(words)}
            for box, score, words in zip(boxes, seen.scores or (), seen.word_results or (), strict=True)
        ]
        answers.write(json.dumps({"lean": page.lean, "lines": lines, "rules": page.rules()}).encode() + b"\n")
        answers.flush()


def main() -> None:
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what the libraries print does not come between the answers
    _serve(sys.stdin.buffer, answers)


if __name__ == "__main__":
    main()
