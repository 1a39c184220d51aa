"""A progress bar on standard error, for work over a second, where that is a terminal."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from assessor_app.cli.say import Voice
from assessor_app.domain.watch import Watch

_WIDTH = 30
_PAUSE = 0.1  # seconds between two pictures of the bar


@dataclass(slots=True)
class ProgressBar:
    """Shows `done` of `total`; without a known total it only shows that work goes on."""

    label: str
    _is_shown: bool = False
    _last: float = field(default_factory=time.monotonic)

    def __call__(self, done: int, total: int) -> None:
        """Draws the bar, at most ten times a second."""
        if not sys.stderr.isatty() or time.monotonic() - self._last < _PAUSE:
            return
        self._last = time.monotonic()
        self._is_shown = True
        if total > 0:
            filled = min(_WIDTH, _WIDTH * done // total)
            shown = f"[{'#' * filled}{' ' * (_WIDTH - filled)}] {done} of {total}"
        else:
            shown = f"... {done}"
        print(f"\r{self.label}: {shown}\x1b[K", end="", file=sys.stderr, flush=True)

    def clear(self) -> None:
        """Takes the bar away."""
        if self._is_shown:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)


@contextmanager
def watching(voice: Voice, what: str) -> Iterator[Watch]:
    """A watch that draws `what` as a bar; the line is wiped at the end."""
    bar = ProgressBar(what)
    try:
        yield Watch() if voice.as_json else Watch(progress=bar)
    finally:
        bar.clear()
