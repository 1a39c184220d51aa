"""One vault's folder put in the place of another's, which is kept beside it."""

import os
from pathlib import Path

from assessor_app.machine import sync_folder
from assessor_app.storage.lock import VaultLock


def put_in_place(new: Path, place: Path, aside: Path, lock: VaultLock | None) -> Path | None:
    """`new` becomes `place`; what was there becomes `aside`, which is returned. OSError with everything as it was.

    `lock` is of the vault that was there: nobody moves its folder under somebody who is at work in it.
    """
    moved = place.exists()
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
