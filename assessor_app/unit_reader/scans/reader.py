"""Text of a page's picture, from the worker process. Every answer is checked as if a stranger had written it."""

import importlib.util
import json
import queue
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from assessor_app.unit_reader.scans.worker import HEADER

LONGEST_SIDE = 2_000  # pixels of a page's picture: A4 at some 170 dpi
LARGEST_SCALE = 150 / 72  # pixels a point, where a page is small
MOST_PAGES = 60  # pictures that are read of one document
_READY_S, _PAGE_S = 60, 120
_MOST_LINES = 2_000
_LONGEST = 200  # characters of a word
_LOOK_S = 0.1  # between two looks whether to go on


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenLine:
    """Words on a line, each with its left and right edge; all in points from the top left corner.

    `score` from 0 to 1 is how sure the recogniser is.
    """

    words: tuple[tuple[str, float, float], ...]
    x0: float
    y0: float
    x1: float
    y1: float
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenPage:
    """What is on a picture, set straight: words, and ruling lines as x0, y0, x1, y1. It leaned by `lean` radians."""

    lean: float
    lines: tuple[SeenLine, ...]
    rules: tuple[tuple[float, float, float, float], ...]


def can_read_scans() -> bool:
    """Whether the extra is installed; loads nothing of it."""
    return all(importlib.util.find_spec(name) is not None for name in ("rapidocr", "onnxruntime", "cv2"))


class ScanReader:
    """The worker process, started with the first picture; `close` ends it, whatever it is doing."""

    def __init__(self, go_on: Callable[[], None]) -> None:
        """`go_on` is called while a picture is read, and raises where the person stopped it."""
        self._go_on = go_on
        self._process: subprocess.Popen[bytes] | None = None
        self._answers: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        self._left = MOST_PAGES
        self._is_broken = False

    def read(self, picture: bytes, width: int, height: int, scale: float) -> SeenPage | None:
        """The page of so many grey pixels, `scale` to a point.

        None where it is too large, takes too long or breaks the worker: it counts as not read then.
        """
        is_whole = max(width, height) <= LONGEST_SIDE + 1 and len(picture) == width * height
        if self._is_broken or self._left <= 0 or not is_whole:
            return None
        self._left -= 1
        try:
            process = self._process or self._start()
            message = HEADER.pack(width, height) + picture
            threading.Thread(target=_send, args=(process, message), name="scans-out", daemon=True).start()
            return _checked(self._answer(_PAGE_S), height, scale)
        except (OSError, ValueError, TypeError, KeyError, TimeoutError):
            self._is_broken = True
            self.close()
            return None

    def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            for stream in (process.stdin, process.stdout):
                if stream is not None:
                    with suppress(OSError):
                        stream.close()
            process.wait()

    def _start(self) -> "subprocess.Popen[bytes]":
        self._process = process = subprocess.Popen(
            [sys.executable, "-m", "assessor_app.unit_reader.scans.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        threading.Thread(target=self._listen, args=(process,), name="scans", daemon=True).start()
        if self._answer(_READY_S) != b"ready\n":
            raise ValueError("the worker did not begin")
        return process

    def _listen(self, process: "subprocess.Popen[bytes]") -> None:
        assert process.stdout is not None
        with suppress(OSError, ValueError):  # closed while it was waited for
            for line in process.stdout:
                self._answers.put(line)
        self._answers.put(b"")

    def _answer(self, within_s: float) -> bytes:
        for _ in range(round(within_s / _LOOK_S)):
            self._go_on()
            try:
                return self._answers.get(timeout=_LOOK_S)
            except queue.Empty:
                continue
        raise TimeoutError


def _send(process: "subprocess.Popen[bytes]", message: bytes) -> None:
    """Apart from whoever waits for the answer: a worker that does not listen would hold them up."""
    assert process.stdin is not None
    with suppress(OSError, ValueError):  # the worker has ended
        process.stdin.write(message)
        process.stdin.flush()


def _checked(answer: bytes, height: int, scale: float) -> SeenPage:
    """ValueError where it is not what a worker says."""
    content = json.loads(answer)
    if not isinstance(content, dict):
        raise ValueError("not an answer")
    lines, rules = content.get("lines"), content.get("rules")
    if not isinstance(lines, list) or not isinstance(rules, list):
        raise ValueError("not an answer")
    seen = [_line(line, scale) for line in lines[:_MOST_LINES]]
    strokes = []
    for rule in rules[: 4 * _MOST_LINES]:
        left, top, right, bottom = (float(n) / scale for n in rule)
        strokes.append((left, top, right, bottom))
    lines_there = tuple(line for line in seen if line.words and -9 <= line.y0 < line.y1 <= height / scale + 9)
    lean = float(content["lean"])
    if not abs(lean) < 1:
        raise ValueError("no page leans so much")
    return SeenPage(lean=lean, lines=lines_there, rules=tuple(strokes))


def _line(content: object, scale: float) -> SeenLine:
    if not isinstance(content, dict):
        raise ValueError("not a line")
    x0, y0, x1, y1 = (float(n) / scale for n in content["box"])
    words = []
    for text, left, right in content["words"]:
        if isinstance(text, str) and text.strip() and float(left) < float(right):
            words.append((text.strip()[:_LONGEST], float(left) / scale, float(right) / scale))
    return SeenLine(
        words=tuple(sorted(words, key=lambda word: word[1])), x0=x0, y0=y0, x1=x1, y1=y1, score=float(content["score"])
    )
