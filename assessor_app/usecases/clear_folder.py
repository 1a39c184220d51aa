"""A folder that leaves the vault in clear: whole or not at all.

It is written under a hidden name beside its place and renamed at the end, each file and the folders made durable before
that. What a power cut leaves has the hidden name, and the next writing to that place takes it away.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from assessor_app.domain.errors import KnownError
from assessor_app.machine import sync_folder


@dataclass(frozen=True, slots=True, kw_only=True)
class ClearFolder:
    """A folder under way. OSError passes on from every method; `clear_folder` puts it into words."""

    place: Path

    def write(self, name: str, data: bytes) -> None:
        """One file in the folder itself."""
        self.stream(name, lambda target: target.write(data))

    def stream(self, name: str, fill: Callable[[BinaryIO], object]) -> None:
        """One file that `fill` writes; `name` is a path of safe parts. What it failed half-way is not there."""
        path = self.place / name
        path.parent.mkdir(mode=0o700, exist_ok=True)
        try:
            with path.open("xb") as target:
                fill(cast(BinaryIO, target))
                target.flush()
                os.fsync(target.fileno())
        except BaseException:
            with suppress(OSError):
                path.unlink()
            raise


@contextmanager
def clear_folder(out: Path) -> Iterator[ClearFolder]:
    """Fill a new folder, or one that is empty, which becomes `out` when the block ends well.

    KnownError where there is something at `out` already, or it cannot be written; then nothing is left.
    """
    place = Path(os.path.abspath(out))  # noqa: PTH100 (which takes `..` away and follows no link)
    try:
        _refuse_what_is_there(place)
        place.parent.mkdir(parents=True, exist_ok=True)
        unfinished = place.with_name(f".{place.name}.unfinished")
        _take_away(unfinished)
        unfinished.mkdir(mode=0o700)
        try:
            yield ClearFolder(place=unfinished)
            for folder in (*(path for path in unfinished.iterdir() if path.is_dir()), unfinished):
                sync_folder(folder)
            with suppress(FileNotFoundError):
                place.rmdir()  # an empty one; Windows renames nothing over it
            unfinished.rename(place)
        except BaseException:
            with suppress(OSError):
                _take_away(unfinished)
            raise
        with suppress(OSError):  # it is there and whole; a power cut could bring its hidden name back
            sync_folder(place.parent)
    except OSError as error:
        raise KnownError(
            f"{place.name} could not be written.",
            safe="The vault is unchanged, and nothing half-made is left.",
            advice="Check that there is room and that the place may be written to, or choose another folder.",
            code="copy-write",
        ) from error


def _refuse_what_is_there(place: Path) -> None:
    if place.is_symlink() or (place.exists() and (not place.is_dir() or any(place.iterdir()))):
        raise KnownError(
            f"There is something at {place.name} already.",
            safe="It was not touched.",
            advice="Name a new folder, or an empty one.",
            code="copy-place-taken",
        )
    if os.path.ismount(place):
        raise KnownError(
            f"{place.name} is a whole disk or stick.",
            safe="Nothing was written.",
            advice="Name a new folder on it.",
            code="copy-place-disk",
        )


def _take_away(unfinished: Path) -> None:
    """What an earlier writing left, and nothing else; OSError where it cannot be deleted."""
    if unfinished.is_symlink() or unfinished.is_file():
        unfinished.unlink()
    elif unfinished.exists():
        shutil.rmtree(unfinished)
