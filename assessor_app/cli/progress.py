"""A progress bar for long work, where there is a terminal to draw it on."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from assessor_app.cli.say import Voice
from assessor_app.usecases.exchange_ports import Watch

_WIDTH = 40


@contextmanager
def watching(voice: Voice, what: str) -> Iterator[Watch]:
    """A watch that draws `what` as a bar on standard error; the line is wiped at the end."""
    if voice.as_json or not sys.stderr.isatty():
        yield Watch()
        return
    shown = -1

    def draw(done: int, total: int) -> None:
        nonlocal shown
        full = _WIDTH * done // total if total else _WIDTH
        if full != shown:
            shown = full
            sys.stderr.write(f"\r{what} [{'#' * full}{' ' * (_WIDTH - full)}]")
            sys.stderr.flush()

    try:
        yield Watch(progress=draw)
    finally:
        sys.stderr.write(f"\r{' ' * (len(what) + _WIDTH + 3)}\r")
        sys.stderr.flush()
