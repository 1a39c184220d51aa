"""The record that a sheet carries about itself, read as what it is: bytes that anyone may have made up.

Refused: anything but one JSON object with the keys that the check relies on, in the types it expects, and a content
hash that is not the hash of the content beside it.
"""

import json
import re
from dataclasses import dataclass
from typing import Any

from assessor_app.domain.canonical import content_hash

FORMS = ("ERS", "CEC", "OBS")
_ROLE = re.compile(r"candidate|manager|assessor|countersigner|iqa|witness_[1-9][0-9]?")
_MAX_TEXT = 200


class RecordError(ValueError):
    """The record cannot be used; the text says why, for a person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachedRecord:
    """What the check needs of a sheet's record. `hash_fits` says whether `content_hash` is that of the content."""

    document_id: str
    form: str
    version: int
    required_roles: tuple[str, ...]
    has_manager_rule: bool
    content_hash: str
    hash_fits: bool


def is_role(name: str) -> bool:
    """A field name that a sheet may have."""
    return _ROLE.fullmatch(name) is not None


def read_record(data: bytes) -> AttachedRecord:
    """Read `record.json`; RecordError where it is not what the check relies on."""
    try:
        plain = json.loads(data.decode(), object_pairs_hook=_no_duplicates)
    except (ValueError, RecursionError) as error:
        raise RecordError("it is not JSON") from error
    if not isinstance(plain, dict):
        raise RecordError("it is not an object")
    stated = _text(plain, "content_hash")
    roles = plain.get("required_roles")
    if not isinstance(roles, list) or not roles or len(roles) > 32:
        raise RecordError("it does not say who has to sign")
    if not all(isinstance(role, str) and is_role(role) for role in roles) or len(set(roles)) != len(roles):
        raise RecordError("it names signers that no sheet has")
    if "assessor" not in roles:
        raise RecordError("it does not ask for the assessor's signature")
    version = plain.get("version")
    if type(version) is not int or not 1 <= version <= 1_000_000:
        raise RecordError("it has no version")
    rule = plain.get("manager_rule")
    if not isinstance(rule, bool):
        raise RecordError("it does not say whether the unit has the manager rule")
    form = _text(plain, "form")
    if form not in FORMS:
        raise RecordError("it is of no known form")
    if not isinstance(plain.get("content"), dict):
        raise RecordError("it has no content")
    try:
        actual = content_hash(plain["content"])
    except (TypeError, ValueError, RecursionError) as error:
        raise RecordError("its content cannot be hashed") from error
    return AttachedRecord(
        document_id=_text(plain, "document_id"),
        form=form,
        version=version,
        required_roles=tuple(roles),
        has_manager_rule=rule,
        content_hash=stated,
        hash_fits=actual == stated,
    )


def _no_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:  # Any: whatever JSON can hold
    result = dict(pairs)
    if len(result) != len(pairs):
        raise ValueError("a key twice")
    return result


def _text(plain: dict[str, Any], key: str) -> str:
    value = plain.get(key)
    if not isinstance(value, str) or not 0 < len(value) <= _MAX_TEXT or not value.isprintable():
        raise RecordError(f"it has no {key.replace('_', ' ')}")
    return value
