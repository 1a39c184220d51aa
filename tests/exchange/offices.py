"""A centre and laptops at it, enrolled, on real vaults at test cost."""

import shutil
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from assessor_app.domain.exchange import Peer
from assessor_app.domain.people import Assessor, Centre
from assessor_app.domain.profile import Profile, VaultRole
from assessor_app.storage.keys import unlock_with_passphrase
from assessor_app.storage.vault import KEYS, Vault
from assessor_app.usecases.enrol import accept_enrolment, enrol_device, read_enrolment, read_request, write_request
from assessor_app.usecases.ports import Ports
from tests.desk import PASSPHRASE, Desk, SetClock, make_ports, open_desk

CENTRE = Centre(name="Wye Assessment", number="00417")
OFFICE = Profile(assessor=Assessor(name="Assessment office"), centre=CENTRE, role=VaultRole.CENTRE)


def found(ports: Ports) -> None:
    """Give the centre its authority."""
    ports.exchange.found_authority(CENTRE.name)


def enrol(laptop: Ports, centre: Ports, folder: Path) -> Peer:
    """Both sides of an enrolment, the words being equal."""
    request, answer = folder / "request.asice", folder / "answer.asice.age"
    words = write_request(laptop, request)
    seen = read_request(centre, request)
    assert seen.words == words
    peer = enrol_device(centre, seen, answer)
    accept_enrolment(laptop, read_enrolment(laptop, answer))
    return peer


@contextmanager
def open_office(folder: Path) -> Iterator[Desk]:
    """A centre's vault."""
    with open_desk(folder, OFFICE) as desk:
        found(desk.ports)
        yield desk


@contextmanager
def copy_of(desk: Desk, folder: Path) -> Iterator[Desk]:
    """A second vault that is byte for byte the first, as after restoring a backup on another laptop."""
    desk.vault.close()
    shutil.copytree(desk.folder, folder)
    desk.restart()
    clock = SetClock(utc_ms=desk.clock.utc_ms, boot_ms=desk.clock.boot_ms, boot_id=f"copy of {desk.clock.boot_id}")
    clock.salt = zlib.crc32(folder.name.encode())
    key = unlock_with_passphrase(folder / KEYS, PASSPHRASE, allow_test_cost=True)
    vault = Vault.open(folder, key, now=clock.now, new_id=clock.new_id)
    copy = Desk(folder, vault, make_ports(vault, clock), clock, strokes=1_000_000)
    try:
        yield copy
    finally:
        copy.vault.close()
