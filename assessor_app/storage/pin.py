"""The hand-over PIN, kept as an Argon2id hash inside the encrypted vault. Tries are counted by the caller."""

import hmac
import os

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from assessor_app.domain.errors import KnownError

SHORTEST = 4


def new_pin(pin: str) -> bytes:
    """Salt and hash of a PIN of at least four digits; KnownError for anything else."""
    if not pin.isdigit() or len(pin) < SHORTEST or len(pin) > 12:
        raise KnownError(
            "A PIN has 4 to 12 digits.", advice="Choose another, or leave it out and use the passphrase.", code="pin"
        )
    salt = os.urandom(16)
    return salt + _hash(pin, salt)


def is_pin(pin: str, stored: bytes) -> bool:
    """True where `pin` is the one that `stored` was made from."""
    return hmac.compare_digest(_hash(pin, stored[:16]), stored[16:])


def _hash(pin: str, salt: bytes) -> bytes:
    # A PIN has few values and the vault around it is the protection; this only keeps it from being read off.
    return Argon2id(salt=salt, length=32, iterations=2, lanes=1, memory_cost=19 * 1024).derive(pin.encode())
