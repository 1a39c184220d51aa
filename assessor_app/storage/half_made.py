"""The making of a vault leaves a mark until it is done, so that one that was cut short is known and can be taken away.

A disk that vanishes while a vault is made lets nothing be taken away at once. What is found later holds no records; it
is moved aside all the same where it could hold any, and deleted only where it cannot.
"""

import os
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from assessor_app.domain.errors import KnownError
from assessor_app.domain.half_made import HalfMade
from assessor_app.machine import sync_folder
from assessor_app.storage.durable import discard, sweep, write_durably
from assessor_app.storage.half_made_signs import find_half_made
from assessor_app.storage.layout import BEING_MADE, DATABASE, FILES, KEYS, TRIES
from assessor_app.storage.lock import VaultLock
from assessor_app.storage.placing import free_place


def not_made() -> KnownError:
    """A new vault's folder or files could not be written."""
    return KnownError(
        "The vault could not be made.",
        safe="Nothing is left behind.",
        advice="Check that the disk has room and may be written to, or choose another folder.",
        code="vault-not-made",
    )


def half_made() -> KnownError:
    """What is in the folder was begun and not finished."""
    return KnownError(
        "The making of a vault was cut short here, and what it left is in the way.",
        safe="It holds no records.",
        advice="Open Assessor again, which offers to take it away; on the command line add --start-again.",
        code="vault-half-made",
    )


def vault_exists() -> KnownError:
    """A vault is there, whole or not; nothing is made over it."""
    return KnownError(
        "There is a vault in that folder already.",
        safe="It was not touched.",
        advice="Open it, or choose another folder.",
        code="vault-exists",
    )


def begin_making(folder: Path) -> None:
    """Make the folder and leave the mark. KnownError where that fails, or a mark or a vault is there already."""
    if find_half_made(folder) is not None:
        raise half_made()
    if (folder / DATABASE).exists() or (folder / KEYS).exists():
        raise vault_exists()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if os.name != "nt":
            folder.chmod(0o700)
        write_durably(folder / BEING_MADE, b"")
        sync_folder(folder.parent)
    except OSError as error:
        with suppress(OSError):
            (folder / BEING_MADE).unlink()
        raise (not_made() if find_half_made(folder) is None else half_made()) from error


def finish_making(folder: Path) -> None:
    """Take the mark away: from now on it is a vault. KnownError where that fails; then it is none.

    A power cut may bring the mark back where the folder could not be synced; opening the vault takes it away again.
    """
    try:
        (folder / BEING_MADE).unlink()
    except OSError as error:
        raise not_made() from error
    with suppress(OSError):
        sync_folder(folder)


def note_opened(folder: Path) -> None:
    """A vault that opens with its passphrase is whole, whatever mark stands beside it."""
    discard(folder / BEING_MADE)


def undo_making(folder: Path) -> bool:
    """Take away what a making that failed has made; the folder stays. Returns whether nothing is left in the way.

    Only for whoever began the making: it deletes key file and database.
    """
    for path in (folder / KEYS, *folder.glob(f"{DATABASE}*")):
        with suppress(OSError):
            path.unlink()
    with suppress(OSError):
        (folder / FILES).rmdir()  # only where it is empty: files of an older vault stay
    if not (folder / KEYS).exists() and not (folder / DATABASE).exists():
        with suppress(OSError):
            (folder / BEING_MADE).unlink()
    return find_half_made(folder) is None


def take_away(found: HalfMade, now: datetime) -> Path | None:
    """Move it aside where it could hold something, and return where to; else delete it. KnownError where that fails."""
    folder = found.folder
    lock = VaultLock.take(folder)
    try:
        sweep(folder)
        if os.name == "nt":
            lock.release()  # Windows moves and deletes no open file
        if found.holds_something:
            aside = free_place(folder.with_name(f"{folder.name}-half-made-{now.astimezone(UTC):%Y%m%d-%H%M%S}"))
            folder.rename(aside)
            sync_folder(folder.parent)
            return aside
        for path in (*folder.glob(f"{DATABASE}*"), folder / KEYS, folder / TRIES, folder / BEING_MADE):
            path.unlink(missing_ok=True)
        with suppress(OSError):  # what else is there stays, and is not in the way
            (folder / FILES).rmdir()
        sync_folder(folder)
    except OSError as error:
        raise KnownError(
            "What the cut making left could not be taken away.",
            safe="It holds no records, and was not changed.",
            advice="Check that the disk is there and may be written to, then try again.",
            code="half-made-stays",
        ) from error
    finally:
        lock.release()
    return None
