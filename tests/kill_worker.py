"""Types and draws as fast as it can, saying what was acknowledged, until it is killed. Started by `test_kill`."""

import sys
from dataclasses import replace
from pathlib import Path
from uuid import UUID

from assessor_app import machine
from assessor_app.domain.ink import InkPoint, Stroke
from assessor_app.domain.observations import Paragraph
from assessor_app.domain.roles import Role
from assessor_app.storage.keys import unlock_with_passphrase
from assessor_app.storage.vault import KEYS, Vault
from assessor_app.usecases.observe import keep_draft, open_observation, record_observation
from assessor_app.usecases.sign_sheet import begin_capture, keep_stroke
from tests.desk import PASSPHRASE, SetClock, make_ports

_RECORD_EVERY = 7  # notes between two records of the whole visit


def main() -> None:
    """Never ends by itself."""
    folder, visit, document = Path(sys.argv[1]), UUID(sys.argv[2]), UUID(sys.argv[3])
    key = unlock_with_passphrase(folder / KEYS, PASSPHRASE, allow_test_cost=True)
    vault = Vault.open(folder, key, now=machine.now, new_id=machine.new_id)
    clock = SetClock()
    ports = replace(make_ports(vault, clock), now=machine.now, new_id=machine.new_id)
    observation = open_observation(ports, visit)
    capture, ink = begin_capture(ports, document, Role.CANDIDATE)
    notes = int(observation.paragraphs[-1].text.split()[-1]) if observation.paragraphs else 0
    strokes = len(ink.strokes)
    print("ready", flush=True)
    while True:
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


if __name__ == "__main__":
    main()
