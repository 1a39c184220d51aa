"""Runs over `disk.so`: does one thing again and again, and each time another call to the disk fails.

Prints a JSON line for each try: which call failed, how the program took it, and whether the vault was whole and at work
afterwards. Started by `test_disk_errors`.
"""

import ctypes
import errno
import json
import shutil
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from uuid import UUID

from assessor_app.bootstrap import Bootstrap, UnlockedVault
from assessor_app.domain.erasure import EraseReason
from assessor_app.domain.errors import KnownError
from assessor_app.domain.evidence import EvidenceItem
from assessor_app.domain.observations import Paragraph
from assessor_app.domain.people import Assessor, Centre
from assessor_app.domain.profile import Profile, VaultRole
from assessor_app.settings import Paths
from assessor_app.storage import vault as vault_module
from assessor_app.storage.keys import TEST_COST
from assessor_app.usecases.enrol import accept_enrolment, enrol_device, read_enrolment, read_request, write_request
from assessor_app.usecases.erase import erase_candidate
from assessor_app.usecases.export_bundle import plan_export, write_export
from assessor_app.usecases.keep_evidence import add_evidence, store_file
from assessor_app.usecases.observe import open_observation, record_observation
from assessor_app.usecases.sample_data import add_story
from assessor_app.usecases.sample_people import STORIES
from assessor_app.usecases.subject_access import JSON, PDF, give_copy
from tests.desk import PASSPHRASE
from tests.faults.stored import folder_state
from tests.stored.make import sign_all

LATER = "9998"
STICK = "stick"


def save(vault: UnlockedVault, home: Path, visit: UUID, _: UUID) -> None:
    seen = open_observation(vault.ports, visit)
    text = f"{len(seen.paragraphs)} written while the disk fails"
    record_observation(vault.ports, replace(seen, paragraphs=(*seen.paragraphs, Paragraph(time="10:00", text=text))))


def attach(vault: UnlockedVault, home: Path, visit: UUID, _: UUID) -> None:
    store_file(vault.ports, "scan.txt", "text/plain", b"a scan of the rota " * 4_000)


def seal(vault: UnlockedVault, home: Path, visit: UUID, document: UUID) -> None:
    with vault.ports.store.reading() as records:
        sheet = records.sheet(document)
    sign_all(vault, sheet, only=sheet.outstanding[0])


def back_up(vault: UnlockedVault, home: Path, visit: UUID, _: UUID) -> None:
    vault.back_up(home / STICK)


def export(vault: UnlockedVault, home: Path, visit: UUID, _: UUID) -> None:
    folder = home / STICK
    write_export(vault.ports, plan_export(vault.ports), folder / f"{len(list(folder.iterdir()))}.asice.age")


def enrolled(begin: Path, scratch: Path) -> Path:
    """A copy of the home whose vault is enrolled with a centre and has something to export."""
    home = scratch / "enrolled"
    shutil.copytree(begin, home)
    (home / STICK).mkdir()
    office, _ = Bootstrap(Paths(home=scratch / "office"), TEST_COST).create_vault(
        PASSPHRASE, Profile(assessor=Assessor(name="Office"), centre=Centre(name="Wye"), role=VaultRole.CENTRE)
    )
    vault = Bootstrap(Paths(home=home), TEST_COST).open_vault(PASSPHRASE)
    write_request(vault.ports, scratch / "request.asice")
    enrol_device(office.ports, read_request(office.ports, scratch / "request.asice"), scratch / "answer.asice.age")
    accept_enrolment(vault.ports, read_enrolment(vault.ports, scratch / "answer.asice.age"))
    add_story(vault.ports, STORIES[1], is_sample=False)
    vault.close()
    office.close()
    return home


def change_passphrase(vault: UnlockedVault, home: Path, visit: UUID, _: UUID) -> None:
    vault.change_passphrase(PASSPHRASE)


def backed_up(begin: Path, scratch: Path) -> Path:
    """A copy of the home with a backup in which the candidate is, and a photo that only they have."""
    home = scratch / "backed up"
    shutil.copytree(begin, home)
    vault = Bootstrap(Paths(home=home), TEST_COST).open_vault(PASSPHRASE)
    with vault.ports.store.reading() as records:
        candidate = records.candidates()[0].id
    photo = store_file(vault.ports, "photo.txt", "text/plain", b"a photo of the counter " * 2_000)
    today = vault.ports.now().local_date
    item = EvidenceItem(id=vault.ports.new_id(), candidate=candidate, number=0, title="P", dated=today, file=photo)
    add_evidence(vault.ports, item)
    vault.back_up(home / STICK)
    vault.close()
    return home


def erase(vault: UnlockedVault, home: Path, visit: UUID, _: UUID) -> None:
    """Erase the only candidate; where that is begun already, finish it."""
    with vault.ports.store.reading() as records:
        left = records.candidates()
    if left:
        erase_candidate(vault, left[0].id, EraseReason.ASKED)
    else:
        vault.finish_erasing()


def give_away(vault: UnlockedVault, home: Path, visit: UUID, _: UUID) -> None:
    with vault.ports.store.reading() as records:
        candidate = records.candidates()[0].id
    give_copy(vault, candidate, home / STICK / "copy")


def create(vault: UnlockedVault, home: Path, visit: UUID, _: UUID) -> None:
    profile = Profile(assessor=Assessor(name="Second"), centre=Centre(name="Wye"))
    program = Bootstrap(Paths(home=home / "second"), TEST_COST)
    if program.half_made() is not None:  # by the try before; the gate asks for this
        program.take_half_made_away()
    program.create_vault(PASSPHRASE, profile)[0].close()


ACTIONS: dict[str, Callable[[UnlockedVault, Path, UUID, UUID], None]] = {
    "save": save,
    "attach": attach,
    "seal": seal,
    "back up": back_up,
    "export": export,
    "change passphrase": change_passphrase,
    "create a vault": create,
    "erase": erase,
    "give a copy": give_away,
}


class Trial:
    """One action on copies of one vault, the n-th call failing."""

    def __init__(self, library: str, begin: Path, scratch: Path, action: str, visit: UUID, document: UUID) -> None:
        self._disk = ctypes.CDLL(library)  # loaded already, as LD_PRELOAD: the same counters
        self._begin, self._scratch, self._action = begin, scratch, action
        self._visit, self._document = visit, document

    def run(self, number: int, error: int, from_then_on: bool) -> dict[str, object]:
        """Fail call `number` (0: none) and say what came of it."""
        home = self._scratch / "home"
        shutil.rmtree(home, ignore_errors=True)
        shutil.copytree(self._begin, home)
        self._disk.disk_watch(str(home).encode())
        told = self._migrating(home, number, error, from_then_on) if self._action == "migrate" else None
        if told is None:
            told = self._acting(home, number, error, from_then_on)
        return {"call": number, "error": errno.errorcode.get(error, ""), **told}

    def _acting(self, home: Path, number: int, error: int, sticky: bool) -> dict[str, object]:
        act = ACTIONS[self._action]
        vault = self._program(home).open_vault(PASSPHRASE)
        with vault.ports.store.reading() as records:
            before = records.head[0]
        self._disk.disk_arm(number, error, int(sticky))
        took = _taken(lambda: act(vault, home, self._visit, self._document))
        seen = self._seen()
        again = "done" if took == "done" else _taken(lambda: act(vault, home, self._visit, self._document))
        vault.close()
        backups = list((home / STICK).glob("assessor-backup-*"))
        whole = self._whole(home, before)
        partial = [p.name for p in home.rglob("*") if ".writing-" in p.name or ".partial" in p.name]
        if self._action == "back up" and took == "done":
            whole = whole and len(backups) == 1
        if self._action == "erase":
            whole = whole and len(backups) == 1 and self._is_erased(home, backups[0])
            partial += [p.name for p in (*home.glob(".*"), *home.glob("vault-*"), *(home / STICK).glob(".*"))]
        if self._action == "give a copy":
            whole = whole and {p.name for p in (home / STICK / "copy").iterdir()} == {PDF, JSON, "files"}
            partial += [p.name for p in (home / STICK).iterdir() if p.name != "copy" and p not in backups]
        return {"took": took, "again": again, "whole": whole, "seen": seen, "left": partial}

    def _migrating(self, home: Path, number: int, error: int, sticky: bool) -> dict[str, object]:
        before = folder_state(home / "vault")
        present = vault_module.SCHEMA_VERSION
        vault_module.SCHEMA_VERSION = LATER
        try:
            self._disk.disk_arm(number, error, int(sticky))
            took = _taken(lambda: self._program(home).open_vault(PASSPHRASE).close())
            seen = self._seen()
            same = took == "done" or folder_state(home / "vault") == before
            again = _taken(lambda: self._program(home).open_vault(PASSPHRASE).close())
        finally:
            vault_module.SCHEMA_VERSION = present
        return {"took": took, "again": again, "whole": same and self._whole(home, 0), "seen": seen, "left": []}

    def _seen(self) -> int:
        seen = int(self._disk.disk_seen())
        self._disk.disk_arm(0, 0, 0)
        return seen

    def _program(self, home: Path) -> Bootstrap:
        return Bootstrap(Paths(home=home), TEST_COST)

    def _is_erased(self, home: Path, backup: Path) -> bool:
        """Nobody is left in vault and backup, and no file that was theirs."""
        program = self._program(home)
        vault = program.open_vault(PASSPHRASE)
        preview = vault.preview_restore(backup, PASSPHRASE)
        vault.close()
        files = [*(home / "vault" / "files").rglob("*.age"), *(backup / "files").rglob("*.age")]
        return not files and not preview.stay_erased and not any(k.kind == "candidate" for k in preview.kinds)

    def _whole(self, home: Path, before: int) -> bool:
        vault = self._program(home).open_vault(PASSPHRASE)
        try:
            with vault.ports.store.reading() as records:
                after = records.head[0]
            return vault.examine() == () and after >= before
        finally:
            vault.close()


def _taken(act: Callable[[], object]) -> str:
    """How the program took it: done, a known error by its code and words, or a defect."""
    try:
        act()
    except KnownError as error:
        return f"{error.code}: {error.what}"
    except Exception as error:  # noqa: BLE001 (what is reported here fails the test)
        return f"DEFECT {type(error).__name__}: {error}"
    return "done"


def main() -> None:
    library, begin, scratch, action, visit, document, most = sys.argv[1:8]
    prepare = {"export": enrolled, "erase": backed_up, "give a copy": backed_up}.get(action, lambda begin, _: begin)
    home = prepare(Path(begin), Path(scratch))
    trial = Trial(library, home, Path(scratch), action, UUID(visit), UUID(document))
    trial.run(0, 0, False)  # once without: what is loaded late is loaded now
    calls = int(str(trial.run(0, 0, False)["seen"]))
    step = max(1, -(-calls // int(most)))
    for number in range(1, calls + 1, step):
        for error, sticky in ((errno.EIO, False), (errno.EIO, True), (errno.ENOSPC, True)):
            print(json.dumps({**trial.run(number, error, sticky), "calls": calls}), flush=True)


if __name__ == "__main__":
    main()
