"""Bounds for documents from outside: size, pages, lines, nesting. What is over them is refused with a plain message."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assessor_app.domain.errors import KnownError

LARGEST_FILE = 60_000_000  # bytes; a handbook with pictures has some 10 MB
LARGEST_TEXT = 6_000_000  # characters of text in all
MOST_PAGES = 1_500
MOST_LINES = 150_000
LONGEST_LINE = 200_000
MOST_CELLS = 200_000
DEEPEST = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """Tells how far the work is and stops it where the person asked for that."""

    progress: Callable[[int, int], None]
    cancelled: Callable[[], bool]

    def step(self, done: int, total: int) -> None:
        """Reports; KnownError with the code `cancelled` where the person stopped it."""
        self.progress(done, total)
        self.go_on()

    def go_on(self) -> None:
        """KnownError with the code `cancelled` where the person stopped it."""
        if self.cancelled():
            raise KnownError("Reading was stopped.", advice="Start it again when you like.", code="cancelled")


def refuse(reason: str, advice: str = "Ask for another copy of it, or take another kind of file.") -> KnownError:
    """The error for a document that is not read: `reason` is a whole sentence."""
    return KnownError(reason, advice=advice, code="document")


def check_lines(lines: Sequence[str]) -> None:
    """KnownError where there are too many lines, or one is too long."""
    if len(lines) > MOST_LINES:
        raise refuse(f"The document has more than {MOST_LINES} lines.")
    if any(len(line) > LONGEST_LINE for line in lines):
        raise refuse(f"The document has a line of more than {LONGEST_LINE} characters.")
