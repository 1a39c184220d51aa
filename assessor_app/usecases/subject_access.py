"""Give a candidate a copy of everything that is kept about them, in one step: to read, for a computer, and the files.

UK GDPR articles 15 and 20. The copy is in clear; that it was made is noted in the event log, without content.
"""

import hashlib
import io
import itertools
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, cast
from uuid import UUID

from assessor_app.domain.errors import KnownError
from assessor_app.domain.profile import VaultRole
from assessor_app.domain.subject_access import CopiedFile, CopyGiven, CopyPlan
from assessor_app.domain.watch import UNWATCHED, Tally, Watch
from assessor_app.usecases.clear_folder import ClearFolder, clear_folder
from assessor_app.usecases.held import named_elsewhere
from assessor_app.usecases.live_content import profile_of
from assessor_app.usecases.ports import Ports, Records
from assessor_app.usecases.program import OpenVault
from assessor_app.usecases.safe_names import Names
from assessor_app.usecases.subject_files import plan_files
from assessor_app.usecases.subject_json import everything_json
from assessor_app.usecases.subject_story import read_told, story_of

PDF, JSON = "everything.pdf", "everything.json"
_PAGES = 1_000_000  # what writing JSON and PDF counts as, in bytes of files


def look_at_copy(vault: OpenVault, candidate: UUID) -> CopyPlan:
    """What a copy would hold; nothing is written. KnownError in a centre's vault."""
    with vault.ports.store.reading() as records:
        _refuse_at_centre(records)
        name = records.candidate(candidate).name
        data = records.subject_data(candidate)
        elsewhere = named_elsewhere(records, candidate, name)
    files = plan_files(data, lambda sha256: _is_there(vault, sha256))
    number, size = vault.size_of_files(frozenset(file.sha256 for file in files))
    kinds = Counter(found.record.kind for found in data.records)
    return CopyPlan(
        name=name,
        records=tuple(kinds.items()),
        files=number,
        size=size,
        named_elsewhere=elsewhere,
    )


def free_folder(vault: OpenVault, within: Path, name: str) -> Path:
    """A new folder for the copy: `Data of Tegwen Morris, 2026-11-25`, with a number where that is there."""
    names = Names()
    wanted = f"Data of {name}, {vault.ports.now().local_date.isoformat()}"
    return next(path for path in (within / names.free(wanted) for _ in itertools.count()) if not path.exists())


def give_copy(vault: OpenVault, candidate: UUID, out: Path, watch: Watch = UNWATCHED) -> CopyGiven:
    """Write the copy into `out`, a new folder or an empty one.

    `watch` is told bytes. KnownError, also `stopped`, with nothing left at `out`. A file that is damaged or missing is
    named in the copy and keeps nothing else out of it.
    """
    ports, watch = vault.ports, vault.watched(watch)
    if out.absolute().resolve().is_relative_to(vault.folder.resolve()):
        raise KnownError(
            "That is inside the vault’s own folder.",
            safe="Nothing was written.",
            advice="Name a folder outside of it.",
            code="copy-place-taken",
        )
    with ports.store.reading() as records:
        _refuse_at_centre(records)
        told = read_told(records, candidate)
        data = records.subject_data(candidate)
    planned = plan_files(data, lambda sha256: _is_there(vault, sha256))
    size = vault.size_of_files(frozenset(file.sha256 for file in planned))[1]
    tally = Tally(watch=watch, total=size + _PAGES)
    with clear_folder(out) as folder:
        files = tuple(_copy(ports, folder, file, tally) for file in planned)
        made = ports.now()
        folder.write(JSON, everything_json(data, files, told.profile, made))
        tally.add(_PAGES // 10)
        folder.write(PDF, ports.renderer.personal_copy(story_of(told, data, files, made)))
        tally.add(_PAGES)
        with ports.store.writing("give copy of data") as records:
            records.mention_candidate(candidate)
    missing = tuple(file.what for file in files if file.missing)
    return CopyGiven(folder=out, records=len(data.records), files=len(files) - len(missing), missing=missing)


def _copy(ports: Ports, folder: ClearFolder, file: CopiedFile, tally: Tally) -> CopiedFile:
    """Decrypt one file into the folder; what was copied, or why it was not."""
    counted = _Counted(tally)

    def fill(target: BinaryIO) -> None:
        counted.target = target
        ports.files.copy_to(file.sha256, cast(BinaryIO, counted))
        if counted.digest.hexdigest() != file.sha256:
            raise _DamagedError

    try:
        folder.stream(file.name, fill)
    except (KnownError, _DamagedError):
        if counted.failed is not None:  # not the file: the place it goes to, or somebody who stopped it
            raise counted.failed from None
        return replace(file, name="", missing="missing or damaged where it was kept")
    return replace(file, size=counted.size)


class _DamagedError(Exception):
    """What was read is not what its name says."""


class _Counted(io.RawIOBase):
    """Hashes and counts on the way to `target`, and keeps what went wrong there: a cipher would call it its own."""

    def __init__(self, tally: Tally) -> None:
        super().__init__()
        self._tally = tally
        self.target: BinaryIO | None = None
        self.digest = hashlib.sha256()
        self.size = 0
        self.failed: OSError | KnownError | None = None

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        assert self.target is not None
        content = bytes(cast(bytes, data))
        try:
            self._tally.add(len(content))
            self.target.write(content)
        except (OSError, KnownError) as error:
            self.failed = error
            raise
        self.digest.update(content)
        self.size += len(content)
        return len(content)


def _is_there(vault: OpenVault, sha256: str) -> bool:
    return vault.size_of_files(frozenset({sha256}))[0] == 1


def _refuse_at_centre(records: Records) -> None:
    if profile_of(records).role is VaultRole.CENTRE:
        raise KnownError(
            "A centre’s vault cannot give a copy of one person’s data yet.",
            safe="Nothing was written.",
            advice="Make the copy on the laptop of the assessor, and answer for what else the centre holds.",
            code="copy-at-centre",
        )
