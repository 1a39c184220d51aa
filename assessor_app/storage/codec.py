"""Domain values to canonical JSON and back. What comes back is checked as if a stranger had written it."""

from typing import TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import CoreConfig, SchemaValidator

from assessor_app.domain.canonical import canonical_json
from assessor_app.domain.errors import KnownError

T = TypeVar("T")


def encode(value: object) -> str:
    """Canonical JSON text."""
    return canonical_json(value).decode()


def decode(kind: type[T], text: str | bytes) -> T:
    """The value of `kind` that `text` spells; KnownError where it does not."""
    try:
        value: T = _validator(kind).validate_json(text)
        return value
    except ValidationError as error:
        raise KnownError(
            f"A stored {kind.__name__} cannot be read.",
            safe="The other records were not touched.",
            advice="Run 'Check my data' and restore a backup if it says so.",
            code="record-unreadable",
        ) from error


# One validator a type: pydantic compiles it, which takes longer than a thousand uses.
_validators: dict[type, SchemaValidator] = {}


def _validator(kind: type) -> SchemaValidator:
    """Remembers the names of fields, and no value: pydantic would keep short strings for good, names of people too."""
    if kind not in _validators:
        _validators[kind] = SchemaValidator(TypeAdapter(kind).core_schema, CoreConfig(cache_strings="keys"))
    return _validators[kind]
