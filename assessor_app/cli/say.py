"""What commands print: text for people, or one JSON document with `--json`.

Where nobody reads it any more (`| head`) a command ends quietly, as every program of the shell does.
"""

import errno
import json
import os
import sys
from dataclasses import dataclass
from typing import TextIO

from assessor_app.domain.canonical import to_plain

CUT_OFF = 128 + 13  # what a shell calls a program that SIGPIPE ended
_GONE = (errno.EPIPE, errno.EINVAL)  # the second is Windows' word for it


class ListenerGoneError(Exception):
    """Whoever read what is printed has stopped reading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Prints for a person or, with `as_json`, only the final document. ListenerGoneError where nobody reads it."""

    as_json: bool

    def line(self, text: str) -> None:
        """A line for a person."""
        if not self.as_json:
            _say(text, sys.stdout)

    def document(self, value: object) -> None:
        """The result for a program."""
        if self.as_json:
            _say(json.dumps(to_plain(value), ensure_ascii=False, indent=2, sort_keys=True), sys.stdout)

    def trouble(self, text: str) -> None:
        """Something went wrong."""
        _say(text, sys.stderr)


def finish(code: int) -> int:
    """Print what is still waiting; the exit code, which is another one where nobody reads it."""
    try:
        sys.stdout.flush()
    except OSError as error:
        if error.errno not in _GONE:
            raise
        return cut_off()
    return code


def cut_off() -> int:
    """Print nothing more, not even at the very end; the exit code that says so."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
    return CUT_OFF


def _say(text: str, stream: TextIO) -> None:
    try:
        print(text, file=stream, flush=True)
    except OSError as error:
        if error.errno not in _GONE:
            raise
        raise ListenerGoneError from error
