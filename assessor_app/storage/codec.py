"""Domain values to canonical JSON and back. What comes back is checked as if a stranger had written it."""

from functools import cache
from typing import TypeVar

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
        return _adapter(kind).validate_json(text)
    except ValidationError as error:
        raise KnownError(
            f"A stored {kind.__name__} cannot be read.",
            safe="The other records were not touched.",
            advice="Run 'Check my data' and restore a backup if it says so.",
            code="record-unreadable",
        ) from error


@cache
def _adapter(kind: type[T]) -> TypeAdapter[T]:
    return TypeAdapter(kind)
