"""What goes into a container and what its signed manifest says of it.

Sizes and hashes are known before the first byte is written, because the signature over them stands first. Nothing here
holds content: a member pushes its bytes when it is asked to.
"""

import hashlib
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """Something to be written.

    `size` is in bytes, `sha256` 64 lower-case hex digits. `write_to` pushes exactly `size` bytes, in flat memory, and
    may be called more than once: ZIP puts a CRC-32 before the bytes, so where `crc32` is not given the writer lets the
    member pass once more, beforehand, to find it.
    """

    name: str
    size: int
    sha256: str
    write_to: Callable[[BinaryIO], None]
    crc32: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A member as the signed manifest lists it: size in bytes, SHA-256 as 64 lower-case hex digits."""

    name: str
    size: int
    sha256: str


def member_of(name: str, content: bytes) -> Member:
    """A member whose bytes are at hand."""

    def write_to(target: BinaryIO) -> None:
        target.write(content)

    return Member(
        name=name,
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        write_to=write_to,
        crc32=zlib.crc32(content),
    )
