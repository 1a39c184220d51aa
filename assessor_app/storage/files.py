"""Evidence files and sheets, each stored once under the SHA-256 of its content, encrypted with age.

Nothing is ever in clear on the disk: content is encrypted on its way in and decrypted in memory on its way out.
"""

import hashlib
import io
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, cast

import pyrage

from assessor_app.domain.errors import KnownError
from assessor_app.machine import sync_folder
from assessor_app.storage.durable import WRITING, discard


def new_identity() -> bytes:
    """A new age identity; it is kept in the vault."""
    return str(pyrage.x25519.Identity.generate()).encode()


def public_identity(identity: bytes) -> str:
    """The public key of an age identity: what others encrypt to. KnownError for a text that is none."""
    try:
        return str(pyrage.x25519.Identity.from_str(identity.decode()).to_public())
    except (pyrage.IdentityError, UnicodeDecodeError) as error:
        raise KnownError(
            "That is not an age key.", advice="A key is one line that begins AGE-SECRET-KEY-1.", code="age-key"
        ) from error


class EncryptedFiles:
    """The `files` folder of a vault."""

    def __init__(self, folder: Path, identity: bytes) -> None:
        self.folder = folder
        self._identity = pyrage.x25519.Identity.from_str(identity.decode())

    def keep(self, data: bytes) -> str:
        """Store `data`; returns its SHA-256. Storing the same content again keeps one file, and mends a damaged one."""
        return self.keep_stream(io.BytesIO(data))[0]

    def keep_stream(self, source: BinaryIO) -> tuple[str, int]:
        """Store what `source` yields, in flat memory; returns SHA-256 and size in bytes."""
        reader = _Hashing(source)
        temporary: Path | None = None
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self.folder, prefix=WRITING)
            temporary = Path(name)
            with os.fdopen(handle, "wb") as target:
                pyrage.encrypt_io(reader, target, [self._identity.to_public()])
                target.flush()
                os.fsync(target.fileno())
            digest = reader.digest.hexdigest()
            place = self.place(digest)
            place.parent.mkdir(exist_ok=True)
            temporary.replace(place)  # also over one that is there: it may be damaged, or its name not yet durable
            sync_folder(place.parent)
            sync_folder(self.folder)
        except (OSError, pyrage.EncryptError) as error:  # pyrage wraps what the disk says
            if temporary is not None:
                discard(temporary)
            raise KnownError(
                "The file could not be stored.",
                safe="Your records are safe; the file was not added.",
                advice="Check that there is room on the disk, then add it again.",
                code="file-not-stored",
            ) from error
        return digest, reader.size

    def read(self, sha256: str) -> bytes:
        """The content; KnownError where it is missing or not what its name says."""
        try:
            data: bytes = pyrage.decrypt(self.place(sha256).read_bytes(), [self._identity])
        except (OSError, pyrage.DecryptError) as error:
            raise _damaged(sha256) from error
        if hashlib.sha256(data).hexdigest() != sha256:
            raise _damaged(sha256)
        return data

    def copy_to(self, sha256: str, target: BinaryIO) -> None:
        """Push the content into `target`, in flat memory; whoever takes it checks the hash. KnownError as `read`."""
        try:
            with self.place(sha256).open("rb") as source:
                pyrage.decrypt_io(source, target, [self._identity])
        except (OSError, pyrage.DecryptError) as error:
            raise _damaged(sha256) from error

    def size(self, sha256: str) -> int:
        """The content's size in bytes, found by reading it. KnownError as `read`."""
        with _Counting() as counter:
            self.copy_to(sha256, cast(BinaryIO, counter))
            return counter.size

    def is_sound(self, sha256: str) -> bool:
        """Whether the content is there and is what its name says."""
        try:
            self.read(sha256)
        except KnownError:
            return False
        return True

    def remove(self, sha256: str) -> None:
        """Delete a file, for good; nothing where it is not there. OSError passes on."""
        place = self.place(sha256)
        place.unlink(missing_ok=True)
        if place.parent.is_dir():
            sync_folder(place.parent)

    def stored(self) -> frozenset[str]:
        """SHA-256 of every file that is kept."""
        return frozenset(path.stem for path in self.paths())

    def paths(self) -> Iterator[Path]:
        """Every file that is kept, as it is on the disk."""
        return self.folder.glob("??/*.age")

    def place(self, sha256: str) -> Path:
        """Where a file is or would be; KnownError for a name that is no SHA-256."""
        if len(sha256) != 64 or not set(sha256) <= set("0123456789abcdef"):
            raise _damaged(sha256)
        return self.folder / sha256[:2] / f"{sha256}.age"


class _Hashing(io.RawIOBase):
    """Hashes what is read through it."""

    def __init__(self, source: BinaryIO) -> None:
        super().__init__()
        self._source = source
        self.digest = hashlib.sha256()
        self.size = 0

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        data = self._source.read(size)
        self.digest.update(data)
        self.size += len(data)
        return data


class _Counting(io.RawIOBase):
    """Counts what is written to it."""

    def __init__(self) -> None:
        super().__init__()
        self.size = 0

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        count = memoryview(cast(bytes, data)).nbytes
        self.size += count
        return count


def _damaged(sha256: str) -> KnownError:
    return KnownError(
        f"A stored file ({sha256[:8]}) is missing or damaged.",
        safe="The other records were not touched.",
        advice="Run 'Check my data', and restore a backup if it says so.",
        code="file-damaged",
    )
