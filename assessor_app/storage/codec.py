"""Domain values to canonical JSON and back. What comes back is checked as if a stranger had written it."""

from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from assessor_app.domain.canonical import canonical_json
from assessor_app.domain.errors import KnownError

T = TypeVar("T")


def encode(value: object) -> str:
    """Canonical JSON text."""
    return canonical_json(value).decode()


def decode(kind: type[T], text: str | bytes) -> T:
    """The value of `kind` that `text` spells; KnownError where it does not."""
    try:
        value: T = _adapter(kind).validate_json(text)
        return value
    except ValidationError as error:
        raise KnownError(
            f"A stored {kind.__name__} cannot be read.",
            safe="The other records were not touched.",
            advice="Run 'Check my data' and restore a backup if it says so.",
            code="record-unreadable",
        ) from error


# One adapter a type: pydantic compiles it, which takes longer than a thousand uses. `Any`: each serves its own type.
_adapters: dict[type, TypeAdapter[Any]] = {}


def _adapter(kind: type[T]) -> TypeAdapter[Any]:
    if kind not in _adapters:
        _adapters[kind] = TypeAdapter(kind)
    return _adapters[kind]
