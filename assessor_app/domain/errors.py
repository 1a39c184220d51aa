"""The two kinds of failure: the world's (the person gets advice) and ours (a defect)."""

from enum import IntEnum


class ExitCode(IntEnum):
    """Exit codes of the command line, one list for every command."""

    GOOD = 0
    NOT_GOOD = 1
    UNREADABLE = 2
    USAGE = 64
    REFUSED = 65
    DEFECT = 70


class KnownError(Exception):
    """Something in the world is not as needed.

    `what` says what happened, `safe` what is safe, `advice` what to do; each is a sentence for the person.
    `code` is a stable name without personal data, for logs and diagnostics.
    """

    def __init__(self, what: str, *, advice: str, safe: str = "Nothing was changed.", code: str = "known") -> None:
        super().__init__(f"{what} {safe} {advice}".strip())
        self.what = what
        self.safe = safe
        self.advice = advice
        self.code = code


class BugError(Exception):
    """A state that the program itself should never reach."""
