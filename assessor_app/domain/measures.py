"""What a vault is like from outside: formats, numbers, sizes. Nothing here can name a person, a place or a file."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class VaultMeasures:
    """`records` gives each table with the number of its rows; sizes are in bytes."""

    schema: str
    sqlite: str
    cipher: str
    records: tuple[tuple[str, int], ...]
    database_bytes: int
    unmerged_bytes: int
    files: int
    files_bytes: int
