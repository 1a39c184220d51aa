"""What one seal says about one signer: the values that travel inside the signature itself.

The candidate and the manager hold no key. The assessor's device seals each capture, and this statement, which is
signed with it, says who signed, as what, what they were shown and ticked, when, on which device, and the digest and
length of the exact bytes they were shown. It is bytes that anyone may have made up, so reading it refuses everything
but the one canonical spelling of exactly these fields, with exactly these types.
"""

import dataclasses
import json
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from assessor_app.domain.canonical import canonical_json
from assessor_app.domain.moments import Moment

MAX_STATEMENT_BYTES = 64 * 1024
_MAX_MS = 253_402_300_799_000  # the end of the year 9999
_MAX_OFFSET_MIN = 900  # no place on earth is further from UTC
_HASH = re.compile(r"[0-9a-f]{64}")


class SealStatementError(ValueError):
    """The bytes are no seal statement."""


class Medium(StrEnum):
    """How the signer signed."""

    INK = "ink"
    TYPED = "typed"
    PAPER = "paper"


@dataclass(frozen=True, slots=True, kw_only=True)
class SealStatement:
    """One signer, as sealed.

    `role` is the field's name (`manager`), `role_title` the words (`owner/manager`). `ticks` answer `statements` one
    by one. `ink_hash` is the SHA-256 of the strokes (hex, empty where there is no ink). `base_sha256` and
    `base_length` (bytes) are of the file as it was shown. `chain_hash` is the hash of the event before (hex, empty
    for the first), `clock_warning` is empty where the clock gave no cause for one.
    """

    role: str
    role_title: str
    name: str
    job_title: str
    organisation: str
    relationship: str
    identity_check: str
    statements: tuple[str, ...]
    ticks: tuple[bool, ...]
    declaration_version: str
    medium: Medium
    ink_hash: str
    ink_points: int
    witness: str
    device_id: str
    document_id: str
    version: int
    content_hash: str
    base_sha256: str
    base_length: int
    captured_utc_ms: int
    captured_offset_min: int
    clock_warning: str
    sequence: int
    chain_hash: str

    @property
    def captured(self) -> Moment:
        """When the signer signed, in the local time that is printed."""
        return Moment(utc_ms=self.captured_utc_ms, offset_min=self.captured_offset_min)

    def to_bytes(self) -> bytes:
        """The canonical spelling that is signed."""
        return canonical_json(self)

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """Read a statement; raise SealStatementError for anything but the canonical spelling of one."""
        if len(data) > MAX_STATEMENT_BYTES:
            raise SealStatementError(f"longer than {MAX_STATEMENT_BYTES} bytes")
        try:
            plain = json.loads(data.decode())
        except (ValueError, RecursionError) as error:
            raise SealStatementError("not JSON in UTF-8") from error
        if not isinstance(plain, dict):
            raise SealStatementError("not an object")
        names = {field.name for field in dataclasses.fields(cls)}
        if plain.keys() != names:
            odd = sorted(str(name)[:40] for name in plain.keys() ^ names)
            raise SealStatementError(f"fields missing or unknown: {', '.join(odd[:5])}")
        for name in names:
            plain[name] = _checked(name, plain[name])
        statement = cls(**plain)
        try:
            spelling = statement.to_bytes()
        except UnicodeEncodeError as error:
            raise SealStatementError("text that is not Unicode") from error
        if spelling != data:
            raise SealStatementError("not in the canonical spelling")
        return statement


_INTEGERS = {
    "ink_points": (0, 10_000_000),
    "version": (1, 1_000_000),
    "base_length": (1, 1 << 40),
    "captured_utc_ms": (0, _MAX_MS),
    "captured_offset_min": (-_MAX_OFFSET_MIN, _MAX_OFFSET_MIN),
    "sequence": (0, 1 << 53),
}
_HASHES = {"content_hash", "base_sha256"}
_HASHES_OR_EMPTY = {"ink_hash", "chain_hash"}


def _checked(name: str, value: object) -> object:
    if name in _INTEGERS:
        low, high = _INTEGERS[name]
        if type(value) is not int or not low <= value <= high:
            raise SealStatementError(f"{name} is not a whole number in range")
        return value
    if name == "statements":
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise SealStatementError("statements is not a list of texts")
        return tuple(value)
    if name == "ticks":
        if not isinstance(value, list) or not all(isinstance(item, bool) for item in value):
            raise SealStatementError("ticks is not a list of yes and no")
        return tuple(value)
    if not isinstance(value, str):
        raise SealStatementError(f"{name} is not a text")
    if name == "medium":
        try:
            return Medium(value)
        except ValueError as error:
            raise SealStatementError("medium is none of ink, typed, paper") from error
    if (name in _HASHES or (name in _HASHES_OR_EMPTY and value)) and not _HASH.fullmatch(value):
        raise SealStatementError(f"{name} is not a SHA-256 in lower-case hex")
    return value
