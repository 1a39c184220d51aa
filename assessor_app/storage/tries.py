"""Wrong tries at the passphrase, counted in a file beside the keys, each one answered later than the one before.

This slows whoever sits at the laptop, over restarts too. It does nothing against somebody who copies the key file or
deletes the count: against them stands the cost of Argon2id alone (docs/threat-model.md).
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from assessor_app.domain.errors import BugError, KnownError
from assessor_app.storage.durable import write_durably
from assessor_app.storage.layout import TRIES

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

    @property
    def due_s(self) -> float:
        """How long the next try waits, in seconds."""
        return delay_s(self.wrong)

    def attempt(self, unlock: Callable[[], T]) -> T:
        """Wait as long as is due, then try. The try counts before it is made, so that ending the program saves none."""
        return attempt_any((self,), lambda _: unlock())

    def keep(self, wrong: int) -> None:
        """Set the count."""
        with suppress(OSError):  # on a read-only disk nothing can be counted
            if wrong:
                write_durably(self.folder / TRIES, str(wrong).encode())
            else:
                (self.folder / TRIES).unlink(missing_ok=True)


def attempt_any(several: Sequence[Tries], unlock: Callable[[Path], T]) -> T:
    """Try one secret at several folders; the one it opens has its count taken away, else it counts once at each.

    Whoever has the fewest wrong tries is asked first, so that nobody waits for what was guessed at somebody else's.
    """
    waited = 0.0
    before: list[tuple[Tries, int]] = []
    refused: KnownError | None = None
    for tries, wrong in sorted(((t, t.wrong) for t in several), key=lambda pair: pair[1]):
        delay = delay_s(wrong)
        if delay > waited:
            tries.sleep(delay - waited)
            waited = delay
        tries.keep(wrong + 1)
        before.append((tries, wrong))
        try:
            result = unlock(tries.folder)
        except KnownError as error:
            if error.code != "vault-locked":
                tries.keep(wrong)  # not a wrong passphrase: the file could not be read
            if refused is None or error.code == "vault-locked":
                refused = error
            continue
        for other, count in before[:-1]:
            other.keep(count)
        tries.keep(0)
        return result
    if refused is None:
        raise BugError("no vault to try at")
    raise refused
