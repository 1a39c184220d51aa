"""One process for a vault at a time. The lock goes with the process, however it ends."""

import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from assessor_app.domain.errors import KnownError
from assessor_app.storage.layout import LOCK

_OPEN, _CLOSED = b"o", b"c"
IN_USE = "vault-in-use"


def _in_use() -> KnownError:
    return KnownError(
        "This vault is open in another window.",
        safe="Your records are safe.",
        advice="Use that window, or close it first.",
        code=IN_USE,
    )


def _unwritable() -> KnownError:
    return KnownError(
        "The vault's folder cannot be written to.",
        safe="Nothing in it was changed.",
        advice="Check that the disk is there, has room and is not write-protected.",
        code="vault-unwritable",
    )


@dataclass(slots=True)
class VaultLock:
    """A held lock on a vault's folder."""

    _handle: int

    @property
    def was_left_open(self) -> bool:
        """Whether the last process that held it ended without closing the vault."""
        return self._read() == _OPEN

    @property
    def was_ever_open(self) -> bool:
        """Whether a database was ever open behind it."""
        return self._read() in (_OPEN, _CLOSED)

    def _read(self) -> bytes:
        os.lseek(self._handle, 0, os.SEEK_SET)
        return os.read(self._handle, 1)

    def mark(self, *, is_open: bool) -> None:
        """Say in the file whether a database is open behind the lock; only a hint, so a full disk may swallow it."""
        if self._handle >= 0:
            with suppress(OSError):
                os.lseek(self._handle, 0, os.SEEK_SET)
                os.write(self._handle, _OPEN if is_open else _CLOSED)

    @classmethod
    def take(cls, folder: Path) -> "VaultLock":
        """Lock the folder or raise KnownError at once."""
        try:
            handle = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise _unwritable() from error
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
