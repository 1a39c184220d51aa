"""Unit files (`data/units/*.toml`, one a unit) -> domain units, and back.

A file is checked before it is believed: unknown keys, missing keys, wrong types, numbers that repeat or belong to
another outcome are refused with the file, the key and the reason.
"""

import dataclasses
import json
import tomllib
from collections.abc import Iterator
from datetime import date
from enum import Enum
from pathlib import Path
from types import UnionType
from typing import Union, get_args, get_origin, get_type_hints

from pydantic import TypeAdapter, ValidationError

from assessor_app.domain.errors import KnownError
from assessor_app.domain.units import Unit

LARGEST_FILE = 1_000_000  # bytes; the largest real unit is some 20 kB

_UNIT = TypeAdapter(Unit)


def _refuse(path: Path, key: str, reason: str) -> KnownError:
    return KnownError(
        f"The unit file {path.name} cannot be used: {key}: {reason}.",
        advice="Correct the file, or ask whoever gave it to you for a correct one.",
        code="unit-file",
    )


def read_unit_file(path: Path) -> Unit:
    """The unit in `path`; KnownError naming file, key and reason where it is not a valid unit file."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise _refuse(path, "file", f"larger than {LARGEST_FILE} bytes")
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise _refuse(path, "file", str(error)) from error
    unknown = next(_unknown_keys(content, Unit, ""), None)
    if unknown is not None:
        raise _refuse(path, unknown, "unknown key")
    try:
        unit = _UNIT.validate_python(content)
    except ValidationError as error:
        first = error.errors()[0]
        raise _refuse(path, ".".join(str(part) for part in first["loc"]), first["msg"]) from error
    _check_numbers(path, unit)
    return unit


def read_unit_folder(folder: Path) -> tuple[Unit, ...]:
    """All units of a folder in the order of their keys; a key that two files share is refused."""
    units: dict[str, Unit] = {}
    for path in sorted(folder.glob("*.toml")):
        unit = read_unit_file(path)
        if unit.key in units:
            raise _refuse(path, "key", f"{unit.key!r} is used by another file")
        units[unit.key] = unit
    return tuple(units[key] for key in sorted(units))


def write_unit_file(unit: Unit) -> str:
    """The unit as the text of a unit file, which `read_unit_file` turns into the same unit again."""
    plain, regime = [], ""
    for field in dataclasses.fields(unit):
        value = getattr(unit, field.name)
        if field.name == "outcomes" or (field.default is not dataclasses.MISSING and value == field.default):
            continue
        if field.name == "regime":
            regime = "\n[regime]\n" + "".join(f"{k} = {v}\n" for k, v in _pairs(value))
        else:
            plain.append(f"{field.name} = {_toml(value)}\n")
    outcomes = ["\n[[outcomes]]\n" + "".join(f"{k} = {v}\n" for k, v in _pairs(outcome)) for outcome in unit.outcomes]
    return "".join(plain) + regime + "".join(outcomes)


def _pairs(value: object) -> Iterator[tuple[str, str]]:
    """The fields of a value that are not as they are by default."""
    assert dataclasses.is_dataclass(value)
    for field in dataclasses.fields(value):
        own = getattr(value, field.name)
        if field.default is dataclasses.MISSING or own != field.default:
            yield field.name, _toml(own)


def _toml(value: object) -> str:
    """A value as TOML; texts are escaped as in JSON, of which TOML's basic strings are a superset but for DEL."""
    if isinstance(value, Enum):
        return _toml(value.value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        if any(dataclasses.is_dataclass(v) for v in value):
            return "[\n" + "".join(f"    {_toml(v)},\n" for v in value) + "]"
        return "[" + ", ".join(_toml(v) for v in value) + "]"
    return "{ " + ", ".join(f"{k} = {v}" for k, v in _pairs(value)) + " }"


def unit_file_schema() -> dict[str, object]:
    """JSON schema of a unit file."""
    return _UNIT.json_schema()


def _unknown_keys(value: object, kind: object, where: str):  # type: ignore[no-untyped-def]  # recursive generator of str
    if get_origin(kind) in (Union, UnionType):
        kind = next((k for k in get_args(kind) if dataclasses.is_dataclass(k) or get_origin(k) is tuple), None)
    if get_origin(kind) is tuple and isinstance(value, list):
        for i, part in enumerate(value):
            yield from _unknown_keys(part, get_args(kind)[0], f"{where}[{i + 1}]")
    if isinstance(kind, type) and dataclasses.is_dataclass(kind) and isinstance(value, dict):
        hints = get_type_hints(kind)
        for name, part in value.items():
            path = f"{where}.{name}" if where else name
            if name not in hints:
                yield path
            else:
                yield from _unknown_keys(part, hints[name], path)


def _check_numbers(path: Path, unit: Unit) -> None:
    seen: set[str] = set()
    if not unit.outcomes:
        raise _refuse(path, "outcomes", "a unit has at least one learning outcome")
    for i, outcome in enumerate(unit.outcomes, 1):
        if not outcome.criteria:
            raise _refuse(path, f"outcomes[{i}].criteria", "an outcome has at least one criterion")
        for criterion in outcome.criteria:
            where = f"outcomes[{i}].criteria {criterion.number!r}"
            if criterion.number in seen:
                raise _refuse(path, where, "the number is used twice")
            if criterion.number.partition(".")[0] != outcome.number:
                raise _refuse(path, where, f"the number does not belong to outcome {outcome.number}")
            if not criterion.text.strip():
                raise _refuse(path, where, "the text is empty")
            seen.add(criterion.number)
