"""Wrong tries at the passphrase, counted in a file beside the keys, each one answered later than the one before.

This slows whoever sits at the laptop, over restarts too. It does nothing against somebody who copies the key file or
deletes the count: against them stands the cost of Argon2id alone (docs/threat-model.md).
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from assessor_app.domain.errors import KnownError
from assessor_app.storage.durable import write_durably

TRIES = "vault.tries"
FREE = 3  # typing errors that cost no time
LONGEST_S = 60.0

T = TypeVar("T")


def delay_s(wrong: int) -> float:
    """How long the next try waits after `wrong` wrong ones, in seconds."""
    return min(LONGEST_S, 2.0 ** min(wrong - FREE, 16)) if wrong >= FREE else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Tries:
    """The count of one vault's folder; `sleep` takes seconds."""

    folder: Path
    sleep: Callable[[float], None]

    @property
    def wrong(self) -> int:
        """Wrong tries since the last right one; an unreadable count is none."""
        try:
            return max(0, int((self.folder / TRIES).read_text(encoding="ascii")[:12]))
        except (OSError, ValueError):
            return 0

    def attempt(self, unlock: Callable[[], T]) -> T:
        """Wait as long as is due, then try. The try counts before it is made, so that ending the program saves none."""
        wrong = self.wrong
        delay = delay_s(wrong)
        if delay:
            self.sleep(delay)
        self._keep(wrong + 1)
        try:
            result = unlock()
        except KnownError as error:
            if error.code != "vault-locked":
                self._keep(wrong)  # not a wrong passphrase: the file could not be read
            raise
        self._keep(0)
        return result

    def _keep(self, wrong: int) -> None:
        with suppress(OSError):  # on a read-only disk nothing can be counted
            if wrong:
                write_durably(self.folder / TRIES, str(wrong).encode())
            else:
                (self.folder / TRIES).unlink(missing_ok=True)
