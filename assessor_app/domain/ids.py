"""Ids that sort by the time they were made (UUID version 7, RFC 9562), built from values that are passed in."""

from uuid import UUID


def uuid7(utc_ms: int, random_bytes: bytes) -> UUID:
    """A version 7 UUID from milliseconds since 1970 and ten random bytes."""
    if len(random_bytes) != 10:
        raise ValueError("ten random bytes are needed")
    value = (max(utc_ms, 0) & ((1 << 48) - 1)) << 80 | int.from_bytes(random_bytes, "big")
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    return UUID(int=value)
