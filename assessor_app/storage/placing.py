"""One vault's folder put in the place of another's, which is kept beside it."""

import itertools
import os
from pathlib import Path

from assessor_app.machine import sync_folder
from assessor_app.storage.lock import VaultLock


def free_place(wanted: Path) -> Path:
    """`wanted`, or where something is there already the same name with the first number that is free.

    Names hold the second in which a thing was made: two within one second, or a clock set back, must not cost the
    first of them.
    """
    numbered = (wanted.with_name(f"{wanted.name}-{n}") for n in itertools.count(2))
    return next(path for path in itertools.chain((wanted,), numbered) if not path.exists())


def put_in_place(new: Path, place: Path, aside: Path, lock: VaultLock | None) -> Path | None:
    """`new` becomes `place`; what was there goes to `aside`, or the next free name, which is returned.

    OSError with everything as it was.

    `lock` is of the vault that was there: nobody moves its folder under somebody who is at work in it.
    """
    moved = place.exists()
    aside = free_place(aside)
    if lock is not None and os.name == "nt":
        lock.release()  # Windows moves no folder with an open file in it
    try:
        if moved:
            place.rename(aside)
        new.rename(place)
        sync_folder(place.parent)
    except OSError:
        if moved and not place.exists() and aside.exists():
            aside.rename(place)
        raise
    return aside if moved else None
