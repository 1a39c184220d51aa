"""What came back from a damaged vault and what did not."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class SalvagedTable:
    """One kind of record: how many came back; how many the event log names that did not."""

    name: str
    read: int
    lost: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Salvaged:
    """The report. `home` holds the new vault; `log_gaps` are first and last number of each stretch of lost events."""

    home: Path
    pages: int
    broken_pages: int
    tables: tuple[SalvagedTable, ...]
    broken_rows: int
    unplaced_rows: int
    log_gaps: tuple[tuple[int, int], ...]
    files: int
    files_lost: int
    notes: tuple[str, ...]

    @property
    def is_complete(self) -> bool:
        """Nothing that is known to have been there is missing."""
        lost = any(t.lost for t in self.tables) or self.broken_pages or self.broken_rows or self.files_lost
        return not (lost or self.unplaced_rows or self.log_gaps)

    @property
    def lines(self) -> tuple[str, ...]:
        """The report for a person, a line for each thing."""
        lines = [f"Pages of the database: {self.pages}, destroyed: {self.broken_pages}."]
        lines += [f"{t.name.replace('_', ' ')}: {t.read} came back, {t.lost} known to be lost." for t in self.tables]
        lines += [f"The event log has a gap: records {first} to {last} are lost." for first, last in self.log_gaps]
        if self.broken_rows or self.unplaced_rows:
            lines.append(f"Rows cut by a destroyed page: {self.broken_rows}; of no known kind: {self.unplaced_rows}.")
        lines.append(f"Encrypted files: {self.files} came over, {self.files_lost} are damaged.")
        return (*lines, *self.notes)
