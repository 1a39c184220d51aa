"""Files that came in with a bundle and do not count yet: encrypted as the vault's own, in a folder beside them.

Adopting moves them among the vault's files; what is left in the folder, after a crash too, is thrown away.
"""

import shutil
from pathlib import Path
from typing import BinaryIO

from assessor_app.machine import sync_folder
from assessor_app.storage.files import EncryptedFiles

FOLDER = "staging"


class StagedFiles:
    """One bundle's files. `files` is where adopted ones go."""

    def __init__(self, folder: Path, files: EncryptedFiles, identity: bytes) -> None:
        self._folder = folder
        self._files = files
        self._staged = EncryptedFiles(folder, identity)
        self._new: list[str] = []

    def keep_stream(self, source: BinaryIO) -> tuple[str, int]:
        """Stage what `source` yields, in flat memory; returns SHA-256 and size in bytes."""
        return self._staged.keep_stream(source)

    def read(self, sha256: str) -> bytes:
        """A staged file; KnownError where there is none."""
        return self._staged.read(sha256)

    def adopt(self) -> None:
        """Move every staged file among the vault's; one that is there already stays as it is."""
        for sha256 in sorted(self._staged.stored()):
            place = self._files.place(sha256)
            if not place.exists():
                place.parent.mkdir(parents=True, exist_ok=True)
                self._staged.place(sha256).replace(place)
                sync_folder(place.parent)
                self._new.append(sha256)
        sync_folder(self._files.folder)

    def withdraw(self) -> None:
        """Remove what `adopt` brought in new: the records that name it were not kept."""
        for sha256 in self._new:
            self._files.place(sha256).unlink(missing_ok=True)
        self._new.clear()

    def discard(self) -> None:
        """Throw the staging folder away."""
        shutil.rmtree(self._folder, ignore_errors=True)


def sweep(vault_folder: Path) -> None:
    """Throw away what a crash left in staging."""
    shutil.rmtree(vault_folder / FOLDER, ignore_errors=True)
