"""Run every benchmark, print one table, write it as JSON."""

import importlib
import importlib.util
import json
import sys
from pathlib import Path

MODULES = ("start", "caseload", "sheet_render", "sheet_signing", "narrative_typing", "bundle", "centre", "unit_reading")


def main() -> int:
    """All of them, or those named as arguments. Never fails for being slow: figures are for reading."""
    chosen = [m for m in MODULES if not sys.argv[1:] or m in sys.argv[1:]]
    rows = []
    for module in chosen:
        if importlib.util.find_spec(f"benchmarks.{module}") is None:
            continue
        for row in importlib.import_module(f"benchmarks.{module}").run():
            rows.append({"module": module, **row})
            ratio = f"{row['ratio']:.2f}" if row.get("ratio") is not None else "-"
            floor = f"{row['floor_ms']:.1f}" if row.get("floor_ms") is not None else "-"
            print(f"{row['name']:58} {row['ours_ms']:9.1f} ms  floor {floor:>8} ms  ratio {ratio:>6}", flush=True)
    target = Path(__file__).parent / "results"
    target.mkdir(exist_ok=True)
    (target / "latest.json").write_text(json.dumps(rows, indent=1), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
