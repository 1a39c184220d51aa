"""Ink for the demo and the selftest, drawn by a formula. It resembles nobody's hand and is marked as synthetic."""

import hashlib
import math
from collections.abc import Iterator

from assessor_app.domain.ink import InkPoint, Pointer, Stroke

_STEP = 9.0  # logical pixels a letter's loop advances
_RATE_MS = 8


def synthetic_strokes(name: str, seed: str) -> Iterator[Stroke]:
    """One stroke of loops for each word of `name`, different for each `seed`."""
    x, t = 40.0, 0
    for word in name.split():
        noise = hashlib.sha256(f"{seed} {word}".encode()).digest()
        points = []
        for i in range(len(word) * 12):
            lean = noise[i % 32] / 255
            angle = i / 12 * 2 * math.pi
            px = x + i * _STEP / 4 + 7 * math.cos(angle) + lean * 2
            py = 90 - (14 + 10 * lean) * math.sin(angle) - (22 if i < 12 else 0) * max(math.sin(angle / 2), 0)
            pressure = 350 + int(500 * abs(math.sin(angle / 2)))
            points.append(InkPoint(x=round(px * 100), y=round(py * 100), t=t, pressure=min(pressure, 1000)))
            t += _RATE_MS
        yield Stroke(points=tuple(points), pointer=Pointer.PEN)
        x += len(word) * 12 * _STEP / 4 + 26
        t += 180
