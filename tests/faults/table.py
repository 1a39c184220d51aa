"""The figures of a run: each test of a promise adds its row, and the run prints them at its end."""

import json
import os
from pathlib import Path

FIGURES = "ASSESSOR_FIGURES"  # names the file that collects rows over all worker processes of one run


def note(promise: str, measured: str, *, seed: int | None = None) -> None:
    """Add a row: what was promised, what was measured here, and the seed that makes it again."""
    row = {"promise": promise, "measured": measured, "seed": "" if seed is None else str(seed)}
    named = os.environ.get(FIGURES)
    if named:
        with Path(named).open("a", encoding="utf-8") as file:
            file.write(json.dumps(row) + "\n")


def lines(path: Path) -> list[str]:
    """The rows as a table of text, in order of their promises; empty where nothing was noted."""
    rows = sorted(
        (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()),
        key=lambda row: str(row["promise"]),
    )
    width = max((len(row["promise"]) for row in rows), default=0)
    return [
        f"{row['promise']:{width}}  {row['measured']}" + (f"  (seed {row['seed']})" if row["seed"] else "")
        for row in rows
    ]
