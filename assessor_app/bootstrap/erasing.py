"""Erasing in an open vault and in every copy of it that can be reached, put together from the storage adapters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assessor_app import machine
from assessor_app.domain.erasure import Copies, Erased, UnreachedCopy
from assessor_app.domain.watch import UNWATCHED
from assessor_app.storage.backup import list_backups
from assessor_app.storage.erasing import COPIES_DUE, UNFINISHED, erased_here
from assessor_app.storage.erasing_copies import copies_beside, erase_in_copies, holding, mend_swaps
from assessor_app.storage.erasing_end import finish_erasing
from assessor_app.storage.known_backups import known_backups, last_backup, note_backups, places

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from assessor_app.domain.watch import Watch
    from assessor_app.storage.files import EncryptedFiles
    from assessor_app.storage.vault import Vault

_NOT_THERE, _NOT_WRITTEN = "its folder is not there now", "it cannot be written to"


def copies_holding(vault: Vault, place: Path, candidate: UUID) -> Copies:
    """Copies that hold the candidate; `place` is where this vault's backups go."""
    copies, away = _copies(vault, place)
    found, unread = holding(copies, vault.key, frozenset({str(candidate)}))
    return Copies(number=len(found), unreached=(*away, *unread))


def finish(vault: Vault, files: EncryptedFiles, place: Path, watch: Watch | None = None) -> Erased:
    """What is left to do after the rows are gone: files, the emptied database, the copies."""
    number = finish_erasing(vault, files)
    copies, unreached = _erase_in_copies(vault, place, watch or UNWATCHED)
    return Erased(records=0, files=number, copies=copies, unreached=unreached)


def finish_old(vault: Vault, files: EncryptedFiles, place: Path) -> None:
    """What an erasure that was cut short has left to do, if one was."""
    with vault.reading() as records:
        is_due = any(records.secret(note) is not None for note in (UNFINISHED, COPIES_DUE))
    finish_erasing(vault, files)
    if is_due:
        _erase_in_copies(vault, place, UNWATCHED)


def after_backup(vault: Vault, place: Path) -> None:
    """Remember which backups there are, and erase in those that an erasure did not reach when it was done."""
    _erase_in_copies(vault, place, UNWATCHED)


def _erase_in_copies(vault: Vault, place: Path, watch: Watch) -> tuple[int, tuple[UnreachedCopy, ...]]:
    with vault.reading() as records:
        people = erased_here(records.connection)
    rewritten = 0
    unreached: tuple[UnreachedCopy, ...] = ()
    if people:
        copies, away = _copies(vault, place)
        rewritten, unwritten = erase_in_copies(
            copies, vault.key, people, now=machine.now, new_id=machine.new_id, watch=vault.uses.watched(watch)
        )
        unreached = (*away, *unwritten)
    with vault.drafting() as records:
        records.put_secret(COPIES_DUE, None)
        if place.is_dir():
            note_backups(records, place, list_backups(place, vault.key))
    return rewritten, unreached


def _copies(vault: Vault, place: Path) -> tuple[tuple[Path, ...], tuple[UnreachedCopy, ...]]:
    """Every copy that is there, and those that are known and whose folder is not."""
    with vault.reading() as records:
        known = known_backups(records)
        last = last_backup(records)
    there = [folder for folder in dict.fromkeys((place.absolute(), *places(known))) if folder.is_dir()]
    untidied = tuple(folder for folder in (vault.folder.parent, *there) if not _is_tidied(folder))
    backups = [b.folder for folder in there for b in list_backups(folder, vault.key) if b.is_own]
    away = tuple(
        UnreachedCopy(where=str(b.folder.parent), made=b.made, why=_NOT_THERE)
        for b in known
        if b.folder.parent not in there
    )
    if last is not None and not known and not backups:  # made by an earlier version, which noted only when
        away = (UnreachedCopy(where="", made=last, why=_NOT_THERE),)
    away += tuple(UnreachedCopy(where=str(folder), made=None, why=_NOT_WRITTEN) for folder in untidied)
    return (*backups, *copies_beside(vault.folder)), away


def _is_tidied(folder: Path) -> bool:
    """What a run that was cut has left there is put right; False where the disk refuses that."""
    try:
        mend_swaps(folder)
    except OSError:
        return False
    return True
