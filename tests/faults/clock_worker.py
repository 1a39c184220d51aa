"""Runs under libfaketime: signs a sheet, role by role, the clock being set in between; prints what came of it as JSON.

The steps come as JSON: what to do (`sign` a role, `write` a note, `wait` for a UTC time, `set` the clock to one) and
how far, in seconds, the wall clock is off by then; None leaves it alone. Started by `test_wrong_clock`.
"""

import json
import os
import sys
import time
from dataclasses import replace
from pathlib import Path
from uuid import UUID

from assessor_app.bootstrap import Bootstrap, UnlockedVault
from assessor_app.domain.errors import KnownError
from assessor_app.domain.observations import Paragraph
from assessor_app.domain.roles import Role
from assessor_app.settings import Paths
from assessor_app.storage.keys import TEST_COST
from assessor_app.usecases.observe import open_observation, record_observation
from tests.desk import PASSPHRASE
from tests.stored.make import sign_all

CLOCK = "FAKETIME_TIMESTAMP_FILE"


def set_clock(offset_s: int) -> None:
    Path(os.environ[CLOCK]).write_text(f"{offset_s:+d}\n", encoding="ascii")


def take(vault: UnlockedVault, visit: UUID, document: UUID, what: str) -> str:
    """Do one step; how the program took it."""
    try:
        if what == "write":
            seen = open_observation(vault.ports, visit)
            text = f"{len(seen.paragraphs)} written"
            paragraphs = (*seen.paragraphs, Paragraph(time="10:00", text=text))
            record_observation(vault.ports, replace(seen, paragraphs=paragraphs))
        elif what.startswith("set "):
            set_clock(round(float(what.removeprefix("set ")) - time.time()))
        elif what.startswith("wait "):
            while time.time() < float(what.removeprefix("wait ")):
                pass
        else:
            with vault.ports.store.reading() as records:
                sheet = records.sheet(document)
            sign_all(vault, sheet, only=Role(what))
    except KnownError as error:
        return error.code
    return "done"


def main() -> None:
    home, visit, document = Path(sys.argv[1]), UUID(sys.argv[2]), UUID(sys.argv[3])
    steps: list[tuple[str, int | None]] = json.loads(sys.argv[4])
    set_clock(steps[0][1] or 0)
    vault = Bootstrap(Paths(home=home), TEST_COST).open_vault(PASSPHRASE)
    took = []
    for what, offset_s in steps:
        if offset_s is not None:
            set_clock(offset_s)
        took.append(take(vault, visit, document, what))
    with vault.ports.store.reading() as records:
        sheet, events = records.sheet(document), records.events()
    report = vault.verify(vault.ports.files.read(sheet.pdf_sha256))
    told = {
        "took": took,
        "state": sheet.state.value,
        "warnings": {s.role.value: s.clock_warning for s in sheet.signatures},
        "dates": {s.role.value: s.printed_date.isoformat() for s in sheet.signatures},
        "zones": {s.role.value: s.at.zone_name for s in sheet.signatures},
        "flags": [e.clock.value for e in events],
        "verdict": report.verdict.name,
        "notes": [n for s in report.signatures for n in s.notes],
        "findings": [f.what for f in vault.examine()],
    }
    vault.close()
    print(json.dumps(told))


if __name__ == "__main__":
    main()
