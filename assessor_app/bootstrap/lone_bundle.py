"""A bundle and a key, without a vault: the file is read into a temporary folder, encrypted there under a key that is
thrown away with it.
"""

from __future__ import annotations

import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from assessor_app.bootstrap.exchange import checked_signer, trust_of
from assessor_app.domain.errors import BugError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import BinaryIO

    from assessor_app.domain.bundle_report import BundleReport
    from assessor_app.domain.exchange import BundleSigner
    from assessor_app.domain.verification import SheetReport, Trust
    from assessor_app.domain.watch import Watch
    from assessor_app.storage.staging import StagedFiles
    from assessor_app.usecases.exchange_ports import Incoming


class LoneDoor:
    """Opens bundles with one age identity (text, empty for bundles that are not encrypted) and keeps nothing."""

    def __init__(self, identity: str, folder: Path) -> None:
        from assessor_app.storage.files import EncryptedFiles, new_identity

        self._identity = identity
        self._own = new_identity()
        self._folder = folder
        self._files = EncryptedFiles(folder / "files", self._own)

    @contextmanager
    def open(self, path: Path, *, recognise: Callable[[BundleSigner], None], watch: Watch) -> Iterator[Incoming]:
        from assessor_app.bundle.door import BundleDoor

        door = BundleDoor(identity=self._identity, recipient="", files=self, sign=_no_key, check=checked_signer)
        with door.open(path, recognise=recognise, progress=watch.progress, cancelled=watch.cancelled) as incoming:
            yield incoming

    def staging(self) -> StagedFiles:
        from assessor_app.storage.staging import StagedFiles

        return StagedFiles(self._folder / "staging", self._files, self._own)

    def copy_to(self, sha256: str, target: BinaryIO) -> None:
        self._files.copy_to(sha256, target)

    def examine_sheet(self, pdf: bytes, sha256: str, anchors: Sequence[bytes]) -> SheetReport:
        from assessor_app.signing.verify import verify_sheet

        return verify_sheet(pdf, anchors=anchors, known_sha256=sha256)

    def trust(self, certificate: bytes, anchors: Sequence[bytes]) -> Trust:
        return trust_of(certificate, anchors)


def inspect_with_key(path: Path, identity: str, anchors: Sequence[bytes]) -> BundleReport:
    """What the bundle is found to be; KnownError where it cannot be opened with that key."""
    from assessor_app.storage.exchange_records import SqlExchange
    from assessor_app.storage.files import public_identity
    from assessor_app.usecases.inspect_bundle import inspect_bundle

    if identity:
        public_identity(identity.encode())
    with tempfile.TemporaryDirectory(prefix="assessor-inspect-") as folder:
        return inspect_bundle(LoneDoor(identity, Path(folder)), path, SqlExchange.as_sheet, anchors)


def _no_key(_: bytes) -> bytes:
    raise BugError("a bundle that is only looked at is not signed")
