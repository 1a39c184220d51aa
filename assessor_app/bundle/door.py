"""The vault's door for bundles: packages out as files, files in as checked contents with their evidence staged.

Going out: written beside its place, read again and verified, and only then moved there. Coming in: who signed is known
before any payload is looked at; the JSON is held, sheets and evidence go encrypted into a staging folder; nothing is
handed on before the whole file has been read and found good. Refused: whatever the container, its manifest or its
contents refuse.
"""

import hashlib
import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Protocol

from assessor_app.bundle import contents
from assessor_app.bundle.limits import MiB
from assessor_app.bundle.members import Listed, Member
from assessor_app.bundle.reader import read_container
from assessor_app.bundle.writer import Written, write_container
from assessor_app.domain.errors import BugError, KnownError
from assessor_app.domain.events import Event
from assessor_app.domain.exchange import (
    BundleSigner,
    EnrolmentAnswer,
    ListedFile,
    Manifest,
    Package,
    Receipt,
    StoredRecord,
)
from assessor_app.machine import sync_folder

LARGEST_JSON = 512 * MiB  # all JSON of one bundle together; 50,000 observations are some 250 MiB

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]


class Staging(Protocol):
    """Files that came in and do not count yet, encrypted as the vault's own are."""

    def keep_stream(self, source: BinaryIO) -> tuple[str, int]: ...
    def read(self, sha256: str) -> bytes: ...
    def adopt(self) -> None: ...
    def withdraw(self) -> None: ...
    def discard(self) -> None: ...


class FileSource(Protocol):
    """The vault's files, as the door needs them."""

    def copy_to(self, sha256: str, target: BinaryIO) -> None: ...
    def staging(self) -> Staging: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadBundle:
    """A bundle that is good in itself. What it says is believed or not by whoever asked for it."""

    manifest: Manifest
    signer: BundleSigner
    records: tuple[StoredRecord, ...]
    events: tuple[Event, ...]
    answer: EnrolmentAnswer | None
    receipt: Receipt | None
    sha256: str
    size: int
    staging: Staging

    def read_file(self, sha256: str) -> bytes:
        """A staged file in memory."""
        return self.staging.read(sha256)

    def adopt(self) -> None:
        """Move the staged files into the vault."""
        self.staging.adopt()

    def withdraw(self) -> None:
        """Take out of the vault again what `adopt` brought in new."""
        self.staging.withdraw()


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleDoor:
    """Bundles of one vault. `identity` is its age secret, `recipient` the public key of that."""

    identity: str
    recipient: str
    files: FileSource
    sign: Callable[[bytes], bytes]
    check: Callable[[bytes, bytes], BundleSigner]

    def write(
        self,
        path: Path,
        package: Package,
        *,
        recipients: Sequence[str],
        progress: Progress,
        cancelled: Cancelled,
    ) -> Written:
        """Write `package` to `path`; KnownError where that fails or is stopped, and then `path` is as it was."""
        members = (*contents.members_of(package), *(self._file(file) for file in package.manifest.files))
        unfinished = f".writing-{hashlib.sha256(self.recipient.encode()).hexdigest()[:8]}-"
        for left in path.parent.glob(f"{unfinished}*.partial"):
            _discard(left)  # of a writing by this vault that was cut short; those of others may be under way
        try:
            handle, name = tempfile.mkstemp(dir=path.parent, prefix=unfinished, suffix=".partial")
        except OSError as error:
            raise _not_written(path) from error
        temporary = Path(name)
        try:
            with os.fdopen(handle, "w+b") as target:
                written = write_container(
                    target,
                    members,
                    sign=self.sign,
                    recipients=recipients,
                    progress=lambda done, total: progress(done, 2 * total),
                    cancelled=cancelled,
                )
                target.flush()
                os.fsync(target.fileno())
                target.seek(0)
                self._read_again(target, written, recipients, progress, cancelled)
            temporary.replace(path)
            sync_folder(path.parent)
        except OSError as error:
            raise _not_written(path) from error
        finally:
            _discard(temporary)
        return written

    @contextmanager
    def open(
        self, path: Path, *, recognise: Callable[[BundleSigner], None], progress: Progress, cancelled: Cancelled
    ) -> Iterator[ReadBundle]:
        """Read `path` whole. `recognise` is asked about the signer before any content is looked at."""
        try:
            source = path.open("rb")
        except OSError as error:
            raise KnownError(
                f"{path.name} cannot be read.",
                safe="Nothing from it was taken into your records.",
                advice="Check that the file is still there and that the medium is plugged in.",
                code="bundle-unreadable",
            ) from error
        staging = self.files.staging()
        try:
            with source:
                intake = _Intake(staging, recognise)
                opened = read_container(
                    source,
                    identities=(self.identity,),
                    check=self.check,
                    take=intake.take,
                    progress=progress,
                    cancelled=cancelled,
                )
            yield intake.finished(opened.signer, opened.members, opened.sha256, opened.size)
        finally:
            staging.discard()

    def _file(self, file: ListedFile) -> Member:
        return Member(
            name=file.name,
            size=file.size,
            sha256=file.sha256,
            write_to=lambda target: self.files.copy_to(file.sha256, target),
        )

    def _read_again(
        self, target: BinaryIO, written: Written, recipients: Sequence[str], progress: Progress, cancelled: Cancelled
    ) -> None:
        own = not recipients or self.recipient in recipients
        if not own:
            raise BugError("a bundle that its sender cannot read cannot be checked")
        opened = read_container(
            target,
            identities=(self.identity,),
            check=self.check,
            take=_drain,
            progress=lambda done, total: progress(total + done, 2 * total),
            cancelled=cancelled,
        )
        if (opened.sha256, opened.size) != (written.sha256, written.size):
            raise KnownError(
                "What was written is not what can be read back.",
                safe="Nothing counts as sent.",
                advice="Use another medium: this one does not keep what is written to it.",
                code="bundle-read-back",
            )


def _discard(unfinished: Path) -> None:
    """Where even this fails it stays, encrypted, until this vault writes there again."""
    with suppress(OSError):
        unfinished.unlink(missing_ok=True)


class _Intake:
    """Takes member after member: JSON is held, files are staged."""

    def __init__(self, staging: Staging, recognise: Callable[[BundleSigner], None]) -> None:
        self._staging = staging
        self._recognise = recognise
        self._manifest: Manifest | None = None
        self._texts: dict[str, bytes] = {}
        self._held = 0

    def take(self, listed: Listed, stream: BinaryIO, signer: BundleSigner) -> None:
        if self._manifest is None:
            self._recognise(signer)
            self._manifest = contents.read_manifest(stream.read())
        elif listed.name.endswith(".json"):
            self._held += listed.size
            if self._held > LARGEST_JSON:
                raise KnownError(
                    "The file holds more records than one bundle may.",
                    safe="Nothing from it was taken into your records.",
                    advice="Ask the sender to export fewer candidates at a time.",
                    code="bundle-too-many-records",
                )
            self._texts[listed.name] = stream.read()
        else:
            contents.listed_file(self._manifest, listed.name)
            self._staging.keep_stream(stream)

    def finished(self, signer: BundleSigner, members: tuple[Listed, ...], sha256: str, size: int) -> ReadBundle:
        """Everything together, now that the container was read to its end."""
        manifest = self._manifest
        if manifest is None:
            raise BugError("a container without a manifest was let in")
        contents.check_names(manifest, tuple(m.name for m in members))
        sizes = {m.name: (m.size, m.sha256) for m in members}
        if any(sizes[f.name] != (f.size, f.sha256) for f in manifest.files):
            raise KnownError(
                "The file does not hold together: a file in it is not what its manifest lists.",
                safe="Nothing from it was taken into your records.",
                advice="Ask the sender to make it again.",
                code="bundle-contents",
            )
        message = self._texts.get(contents.MESSAGE, b"")
        return ReadBundle(
            manifest=manifest,
            signer=signer,
            records=contents.read_records(manifest, self._texts),
            events=contents.read_events(self._texts[contents.EVENTS]) if manifest.events else (),
            answer=contents.read_answer(manifest, message),
            receipt=contents.read_receipt(manifest, message),
            sha256=sha256,
            size=size,
            staging=self._staging,
        )


def _drain(listed: Listed, stream: BinaryIO, signer: BundleSigner) -> None:
    """Reading again is only about the container's own checks."""
    del listed, stream, signer


def _not_written(path: Path) -> KnownError:
    return KnownError(
        f"{path.name} could not be written.",
        safe="Your records are safe; nothing counts as sent.",
        advice="Check that the folder is there and has room, or choose another one.",
        code="bundle-not-written",
    )
