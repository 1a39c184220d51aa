"""The bytes of the ZIP: for a name, a size and a CRC there is exactly one spelling, which the writer writes and the
reader expects.

Stored members only, no flags, one fixed time, no extra fields, no comments, no attributes. A number of 2 GiB or more
stands in the ZIP64 extra field instead, and nowhere else (FORMAT.md, section 3).
"""

import struct
from collections.abc import Sequence
from dataclasses import dataclass

MIMETYPE = b"application/vnd.etsi.asic-e+zip"
MIMETYPE_NAME = "mimetype"
ASIC_MANIFEST_NAME = "META-INF/ASiCManifest.xml"
SIGNATURE_NAME = "META-INF/signature001.p7s"
FIRST_PAYLOAD_NAME = "manifest.json"

PAYLOAD_FROM = 3  # after mimetype, manifest and signature
ZIP64_FROM = 1 << 31
LOCAL_MARK = b"PK\x03\x04"
DIRECTORY_MARK = b"PK\x01\x02"
END_MARK = b"PK\x05\x06"
END64_MARK = b"PK\x06\x06"
LOCATOR64_MARK = b"PK\x06\x07"
LOCAL = struct.Struct("<4sHHHHHIIIHH")
DIRECTORY = struct.Struct("<4sHHHHHHIIIHHHHHII")
END = struct.Struct("<4sHHHHIIH")
END64 = struct.Struct("<4sQHHIIQQQQ")
LOCATOR64 = struct.Struct("<4sIQI")

_VERSION = 20
_VERSION_64 = 45
_ELSEWHERE = 0xFFFFFFFF
_TIME = 0
_DATE = 0x0021  # 1 January 1980: the container says nothing about when; the signature does


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A member as the directory names it; `offset` is where its local header begins."""

    name: str
    size: int
    crc32: int
    offset: int


def local_header(name: str, *, size: int, crc32: int) -> bytes:
    """What stands before a member's bytes."""
    number, extra = _sizes(size)
    version = _VERSION_64 if extra else _VERSION
    fixed = LOCAL.pack(LOCAL_MARK, version, 0, 0, _TIME, _DATE, crc32, number, number, len(name), len(extra))
    return fixed + name.encode("ascii") + extra


def directory_entry(entry: Entry) -> bytes:
    """What the directory says of a member."""
    number, extra = _sizes(entry.size)
    offset = entry.offset
    if offset >= ZIP64_FROM:
        extra = _zip64([*([entry.size] * 2 if extra else []), offset])
        offset = _ELSEWHERE
    version = _VERSION_64 if extra else _VERSION
    fixed = DIRECTORY.pack(
        DIRECTORY_MARK, version, version, 0, 0, _TIME, _DATE, entry.crc32, number, number,
        len(entry.name), len(extra), 0, 0, 0, 0, offset,
    )  # fmt: skip
    return fixed + entry.name.encode("ascii") + extra


def end_of_archive(entries: Sequence[Entry], *, offset: int) -> bytes:
    """The records after the directory, which begins at `offset`."""
    count = len(entries)
    size = sum(len(directory_entry(entry)) for entry in entries)
    records = b""
    if offset >= ZIP64_FROM:
        records += END64.pack(
            END64_MARK, END64.size - 12, _VERSION_64, _VERSION_64, 0, 0, count, count, size, offset
        ) + LOCATOR64.pack(LOCATOR64_MARK, 0, offset + size, 1)
        offset = _ELSEWHERE
    return records + END.pack(END_MARK, 0, 0, count, count, size, offset, 0)


def _sizes(size: int) -> tuple[int, bytes]:
    """The number for the header, and the extra field where the number does not stand in the header."""
    return (_ELSEWHERE, _zip64([size, size])) if size >= ZIP64_FROM else (size, b"")


def _zip64(numbers: Sequence[int]) -> bytes:
    return struct.pack(f"<HH{len(numbers)}Q", 0x0001, 8 * len(numbers), *numbers)
