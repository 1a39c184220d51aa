"""One process for a vault at a time. The lock goes with the process, however it ends."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from assessor_app.domain.errors import KnownError


def _in_use() -> KnownError:
    return KnownError(
        "This vault is open in another window.",
        safe="Your records are safe.",
        advice="Use that window, or close it first.",
        code="vault-in-use",
    )


@dataclass(slots=True)
class VaultLock:
    """A held lock on a vault's folder."""

    _handle: int

    @classmethod
    def take(cls, folder: Path) -> "VaultLock":
        """Lock the folder or raise KnownError at once."""
        handle = os.open(folder / "vault.lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            if sys.platform == "win32":
                import msvcrt

                msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
            else:
                import fcntl

                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            os.close(handle)
            raise _in_use() from error
        return cls(handle)

    def release(self) -> None:
        """Let go; a second call does nothing."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1
