"""One spelling for each value, so that a hash means the same everywhere.

The spelling is RFC 8785 (JSON Canonicalization Scheme) for the subset used here: ASCII keys, strings, integers,
booleans, null, lists and objects. Floats are refused, because their spelling is where implementations differ.
"""

import dataclasses
import hashlib
import json
from collections.abc import Mapping, Sequence, Set
from datetime import date, datetime
from enum import Enum
from uuid import UUID

Plain = None | bool | int | str | list["Plain"] | dict[str, "Plain"]


def to_plain(value: object) -> Plain:
    """Turn frozen dataclasses, enums, dates, ids and containers into JSON values; refuse anything else."""
    if value is None or (isinstance(value, bool | str) and not isinstance(value, Enum)):
        return value
    if isinstance(value, Enum):
        return to_plain(value.value)
    if isinstance(value, int):
        return value
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, datetime | date):
        return value.isoformat()
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: to_plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return {_key(k): to_plain(v) for k, v in value.items()}
    if isinstance(value, Set):
        return sorted((to_plain(v) for v in value), key=lambda v: json.dumps(v))
    if isinstance(value, Sequence) and not isinstance(value, bytes):
        return [to_plain(v) for v in value]
    raise TypeError(f"not a value that can be hashed: {type(value).__name__}")


def _key(key: object) -> str:
    text = to_plain(key)
    if not isinstance(text, str) or not text.isascii():
        raise TypeError(f"not a key that can be hashed: {key!r}")
    return text


def canonical_json(value: object) -> bytes:
    """The one UTF-8 spelling of `value`."""
    return json.dumps(to_plain(value), sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


def respelled(text: str | bytes) -> str:
    """JSON from elsewhere in its one spelling; ValueError for what is no JSON or has a number with a point."""
    content = json.loads(text, parse_float=_refuse, parse_constant=_refuse)
    return json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def _refuse(text: str) -> None:
    raise ValueError(f"not a number that can be hashed: {text[:20]}")


def sha256_hex(data: bytes) -> str:
    """SHA-256 of `data` as 64 lower-case hex digits."""
    return hashlib.sha256(data).hexdigest()


def content_hash(value: object) -> str:
    """SHA-256 of the canonical spelling of `value`."""
    return sha256_hex(canonical_json(value))


def short_hash(full: str) -> str:
    """The first 64 bits in four groups, as printed on forms: `550c aef9 618a 9261`."""
    return " ".join(full[i : i + 4] for i in range(0, 16, 4))
