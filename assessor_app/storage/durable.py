"""Writing files so that a crash leaves the old one or the new one, never half of either."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from assessor_app.machine import sync_folder

WRITING = ".writing-"  # how the names of unfinished files begin


def discard(path: Path) -> None:
    """Remove an unfinished file; where even that fails it stays, encrypted, and harms nothing."""
    with suppress(OSError):
        path.unlink(missing_ok=True)


def sweep(folder: Path) -> None:
    """Take away what writings that were cut short have left; for whoever holds the vault's lock."""
    for path in folder.glob(f"{WRITING}*"):
        discard(path)


def write_durably(path: Path, data: bytes) -> None:
    """Replace `path` by `data`: temporary file beside it, fsync, rename, fsync of the folder. OSError passes on."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=WRITING)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        discard(temporary)
        raise
    sync_folder(path.parent)
