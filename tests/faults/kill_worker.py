"""The program without its window, typing, drawing or signing as fast as it can until it is killed.

It says what was acknowledged, a line each. Started by `test_kill` and, with the recorder, by `test_power_loss`.
"""

import sys
from dataclasses import replace
from pathlib import Path
from uuid import UUID

from assessor_app.bootstrap import Bootstrap, UnlockedVault
from assessor_app.domain.ink import InkPoint, Stroke
from assessor_app.domain.observations import Paragraph
from assessor_app.domain.roles import Role
from assessor_app.settings import Paths
from assessor_app.storage import vault as vault_module
from assessor_app.storage.keys import TEST_COST
from assessor_app.usecases.observe import keep_draft, open_observation, record_observation
from assessor_app.usecases.sign_sheet import begin_capture, keep_stroke
from tests.desk import PASSPHRASE
from tests.stored.make import sign_all

_OFF = "PRAGMA synchronous = OFF"
_RECORD_EVERY = 7  # notes between two records of the whole visit


def type_and_draw(vault: UnlockedVault, visit: UUID, document: UUID, notes_wanted: int) -> None:
    """Autosave a note, keep a stroke, and so on; each is said once it is acknowledged."""
    ports = vault.ports
    observation = open_observation(ports, visit)
    capture, ink = begin_capture(ports, document, Role.CANDIDATE)
    notes = int(observation.paragraphs[-1].text.split()[-1]) if observation.paragraphs else 0
    strokes = len(ink.strokes)
    print("ready", flush=True)
    for _ in range(notes_wanted):
        notes += 1
        observation = replace(observation, paragraphs=(Paragraph(time="10:00", text=f"Seen and written {notes}"),))
        if notes % _RECORD_EVERY:
            keep_draft(ports, observation)
        else:
            record_observation(ports, observation)
        print(f"note {notes} .", flush=True)
        strokes += 1
        points = tuple(InkPoint(x=i, y=strokes, t=i) for i in range(20))
        keep_stroke(ports, capture, document, Role.CANDIDATE, Stroke(points=points))
        print(f"stroke {strokes} .", flush=True)


def sign(vault: UnlockedVault, document: UUID) -> None:
    """Sign in every role that is outstanding; each signature is said once it is acknowledged."""
    with vault.ports.store.reading() as records:
        sheet = records.sheet(document)
    print("ready", flush=True)
    for role in sheet.outstanding:
        sheet = sign_all(vault, sheet, only=role)
        print(f"signed {role.value} .", flush=True)


def be_careless() -> None:
    """The settings of a program that trusts the disk: the control of the power cuts."""
    careful = vault_module._PRAGMAS
    swaps = {"PRAGMA journal_mode = WAL": "PRAGMA journal_mode = DELETE", "PRAGMA synchronous = FULL": _OFF}
    vault_module._PRAGMAS = tuple(swaps.get(pragma, pragma) for pragma in careful)


def main() -> None:
    home, what, document = Path(sys.argv[1]), sys.argv[2], UUID(sys.argv[3])
    if "careless" in sys.argv:
        be_careless()
    vault = Bootstrap(Paths(home=home), TEST_COST).open_vault(PASSPHRASE)
    if what in ("type", "all"):
        type_and_draw(vault, UUID(sys.argv[4]), document, int(sys.argv[5]))
    if what in ("sign", "all"):
        sign(vault, document)
    if what == "all":
        vault.close()


if __name__ == "__main__":
    main()
