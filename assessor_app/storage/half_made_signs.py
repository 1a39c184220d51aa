"""Whether a folder holds what a cut making of a vault has left, by a look at names and sizes.

The gate looks before the first paint, so this loads nothing.
"""

from pathlib import Path

from assessor_app.domain.half_made import HalfMade
from assessor_app.storage.layout import BEING_MADE, DATABASE, FILES, KEYS, LOCK

_MARKED_LOCK = (b"o", b"c")  # by a process that had the vault open


def find_half_made(folder: Path) -> HalfMade | None:
    """What a cut making has left in `folder`, by a look at names and sizes; None for a vault, or for nothing."""
    has_keys, size = (folder / KEYS).exists(), _size(folder / DATABASE)
    has_log, has_files = _size(folder / f"{DATABASE}-wal") > 0, any((folder / FILES).glob("??/*.age"))
    holds_something = size > 0 or has_log or has_files
    if (folder / BEING_MADE).exists():
        return HalfMade(folder=folder, holds_something=holds_something)
    if has_keys and not holds_something and not _was_ever_open(folder):
        return HalfMade(folder=folder, holds_something=True)  # by the first programs, or a database that was lost
    if not has_keys and (folder / DATABASE).exists():
        return HalfMade(folder=folder, holds_something=holds_something, lost_keys=holds_something)
    return None


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _was_ever_open(folder: Path) -> bool:
    try:
        with (folder / LOCK).open("rb") as file:
            return file.read(1) in _MARKED_LOCK
    except OSError:
        return False
