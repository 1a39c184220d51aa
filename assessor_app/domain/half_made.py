"""A vault whose making was cut short, or that lost its key file: nothing opens it, and a new one cannot stand there."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class HalfMade:
    """`holds_something` says that it is moved aside rather than deleted, because it could hold data.

    `lost_keys` says that it was perhaps whole once: its database is there and its key file is not.
    """

    folder: Path
    holds_something: bool
    lost_keys: bool = False
