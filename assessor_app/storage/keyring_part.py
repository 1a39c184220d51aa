"""The part of `keys.json` that the computer's keyring opens.

The keyring holds 256 random bits that wrap the vault key: never the passphrase, never the key itself. They are new each
time the person switches this on, so that what an old keyring or an old backup still holds opens nothing together.
"""

import os
from pathlib import Path
from typing import Protocol

from assessor_app.domain.errors import KnownError
from assessor_app.storage.keys import part_of, put_part, unwrapped_under, wrapped_under

NAME = "keyring"


class Keyring(Protocol):
    """The computer's own store of secrets. Each raises KnownError where it is missing, locked or refuses."""

    def keep(self, entry: str, secret: str) -> None: ...
    def read(self, entry: str) -> str | None: ...
    def forget(self, entry: str) -> None: ...


def let_keyring_open(path: Path, key: bytes, keyring: Keyring) -> None:
    """Put a fresh wrapping key into the keyring, and the vault key wrapped under it into the file."""
    take_from_keyring(path, key, keyring)
    entry, wrapping = os.urandom(16).hex(), os.urandom(32)
    keyring.keep(entry, wrapping.hex())
    try:
        put_part(path, key, NAME, wrapped_under(wrapping, key, entry=entry))
    except KnownError:
        keyring.forget(entry)
        raise


def take_from_keyring(path: Path, key: bytes, keyring: Keyring) -> None:
    """Take the part out of the file, then the entry out of the keyring; does nothing where there is none.

    KnownError where the keyring does not let go of its entry; that opens nothing any more.
    """
    part = part_of(path, NAME)
    if part is not None:
        put_part(path, key, NAME, None)
        keyring.forget(str(part.get("entry")))


def unlock_with_keyring(path: Path, keyring: Keyring) -> bytes:
    """The vault key by what the keyring holds; KnownError where it is lost or does not fit."""
    part = part_of(path, NAME)
    secret = keyring.read(str(part.get("entry"))) if part is not None else None
    if part is None or secret is None:
        raise _lost()
    try:
        return unwrapped_under(bytes.fromhex(secret), part)
    except (KnownError, ValueError) as error:
        raise _lost() from error


def _lost() -> KnownError:
    return KnownError(
        "This computer’s keyring no longer has what opens your vault.",
        safe="Your records are safe and still locked.",
        advice="Use your passphrase; in Settings you can switch the keyring off and on again.",
        code="keyring-lost",
    )
