"""Erasing again in what copies of a vault there are: backups, and older vaults that were set aside beside it.

A copy that holds one of the erased is written anew beside itself, checked, and only then takes the old one's place. It
keeps its date. What cannot be rewritten is named with the reason, so that a person can see to it.
"""

import json
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote
from uuid import UUID

from sqlalchemy.exc import DatabaseError
from sqlcipher3 import dbapi2

from assessor_app.domain.erasure import ERASED_FROM_COPY, VERB_STEM, UnreachedCopy, erased_candidates
from assessor_app.domain.errors import KnownError
from assessor_app.domain.events import Event
from assessor_app.domain.moments import Moment
from assessor_app.domain.watch import UNWATCHED, Tally, Watch
from assessor_app.machine import sync_folder
from assessor_app.storage.backup import NOTE, PREFIX
from assessor_app.storage.codec import decode
from assessor_app.storage.durable import write_durably
from assessor_app.storage.erasing import COPIES_DUE, UNFINISHED, all_files_named, erase_rows, erased_here
from assessor_app.storage.precaution import count_sound_events
from assessor_app.storage.vault import DATABASE, FILES, KEYS, Vault, connect

_ASIDE = ("before", "damaged", "half-made")  # what follows a vault's name where it was set aside
_OLD, _NEW, _WORK = "old", "new", "work"


def copies_beside(vault_folder: Path) -> tuple[Path, ...]:
    """Older states of this vault that a restore, a migration or a salvage has put beside it."""
    found = (path for word in _ASIDE for path in vault_folder.parent.glob(f"{vault_folder.name}-{word}-*"))
    return tuple(sorted(path for path in found if (path / DATABASE).exists() and path.name[:1] != "."))


def mend_swaps(folder: Path) -> None:
    """Put right what a cut run has left in `folder`: a copy is there again, whole, old or new. OSError passes on."""
    for old in (path for path in folder.glob(f".*.{_OLD}") if _is_copys(path)):
        name = folder / old.name[1 : -len(_OLD) - 1]
        if name.exists():
            shutil.rmtree(old)
        else:
            old.rename(name)
    for word in (_NEW, _WORK):
        for left in (path for path in folder.glob(f".*.{word}*") if _is_copys(path)):
            shutil.rmtree(left)


def erase_in_copies(
    copies: Sequence[Path],
    key: bytes,
    people: frozenset[str],
    *,
    now: Callable[[], Moment],
    new_id: Callable[[], UUID],
    watch: Watch = UNWATCHED,
) -> tuple[int, tuple[UnreachedCopy, ...]]:
    """Rewrite those of `copies` that hold one of `people`; how many were, and which could not be.

    KnownError with the code `stopped` where `watch` says so: a copy is then whole, old or new.
    """
    tally = Tally(watch=watch, total=len(copies))
    rewritten, unreached = 0, []
    for copy in copies:
        try:
            rewritten += _erase_in_copy(copy, key, people, now, new_id)
        except (OSError, DatabaseError, dbapi2.DatabaseError) as error:
            unreached.append(
                _unreached(copy, "it cannot be written to" if isinstance(error, OSError) else "it is damaged")
            )
        except KnownError as error:
            unreached.append(_unreached(copy, error.what.rstrip(".").lower()))
        tally.add()
    return rewritten, tuple(unreached)


def holding(
    copies: Sequence[Path], key: bytes, people: frozenset[str]
) -> tuple[tuple[Path, ...], tuple[UnreachedCopy, ...]]:
    """Which of `copies` hold one of `people`, and which cannot be read."""
    found, unread = [], []
    for copy in copies:
        try:
            if _may_hold(copy, key, people):
                found.append(copy)
        except (OSError, dbapi2.DatabaseError):
            unread.append(_unreached(copy, "it cannot be opened"))
    return tuple(found), tuple(unread)


def erase_in_open_vault(vault: Vault, people: frozenset[str]) -> int:
    """Erase in a vault that came back from a copy those who were erased before; how many records."""
    with vault.reading() as records:
        left = people - erased_here(records.connection)
    if not left:
        return 0
    with vault.writing(ERASED_FROM_COPY) as records:
        return erase_rows(records.connection, records.touched, sorted(left))


def erase_before_return(
    copy: Path, place: Path, key: bytes, *, now: Callable[[], Moment], new_id: Callable[[], UUID]
) -> None:
    """Erase in `copy`, which is about to take the place of the vault in `place`, whoever was erased from that one.

    Nothing where that vault is another one's, or cannot be read.
    """
    people = frozenset[str]()
    with suppress(OSError, dbapi2.DatabaseError, KnownError):
        people = _erased_in(place / DATABASE, key)
    if not people:
        return
    vault = Vault.open(copy, key, now=now, new_id=new_id)
    try:
        erase_in_open_vault(vault, people)
    finally:
        vault.close()


def _erased_in(database: Path, key: bytes) -> frozenset[str]:
    if not database.exists():
        return frozenset()
    db = connect(database, key)
    try:
        rows = db.execute("SELECT body FROM event WHERE instr(body, ?)", (VERB_STEM,)).fetchall()
    finally:
        db.close()
    return erased_candidates(decode(Event, body) for (body,) in rows)


def _is_copys(path: Path) -> bool:
    """Whether a hidden folder has the name that is given to what is made of a copy."""
    return path.is_dir() and (path.name.startswith(f".{PREFIX}") or any(f"-{word}-" in path.name for word in _ASIDE))


def _erase_in_copy(
    copy: Path, key: bytes, people: frozenset[str], now: Callable[[], Moment], new_id: Callable[[], UUID]
) -> int:
    if not _may_hold(copy, key, people):
        return 0
    work, new, old = (copy.with_name(f".{copy.name}.{word}") for word in (_WORK, _NEW, _OLD))
    try:
        work.mkdir(mode=0o700)
        for path in (*copy.glob(f"{DATABASE}*"), copy / KEYS):
            shutil.copy2(path, work / path.name)
        new.mkdir(mode=0o700)
        named = _erased_database(work, new / DATABASE, key, people, now, new_id)
        events = count_sound_events(new / DATABASE, key)
        for path in _to_keep(copy, named):
            (new / path.relative_to(copy)).parent.mkdir(parents=True, exist_ok=True)
            _link(path, new / path.relative_to(copy))
        if (copy / NOTE).exists():
            note = json.loads((copy / NOTE).read_text(encoding="utf-8"))
            write_durably(new / NOTE, json.dumps(note | {"events": events}).encode())
        for folder in (new, *(path for path in new.rglob("*") if path.is_dir())):
            sync_folder(folder)
        copy.rename(old)
        new.rename(copy)
        sync_folder(copy.parent)
        shutil.rmtree(old)
        sync_folder(copy.parent)
    finally:
        with suppress(OSError):
            if old.exists() and not copy.exists():
                old.rename(copy)
        for left in (work, new, *work.parent.glob(f"{work.name}-*")):
            shutil.rmtree(left, ignore_errors=True)
    return 1


def _erased_database(
    work: Path, target: Path, key: bytes, people: frozenset[str], now: Callable[[], Moment], new_id: Callable[[], UUID]
) -> frozenset[str]:
    """Erase in the copy's copy and write that to `target`; the files that it still names."""
    vault = Vault.open(work, key, now=now, new_id=new_id)  # brings an old format forward
    try:
        erase_in_open_vault(vault, people)
        with vault.drafting() as records:
            for note in (UNFINISHED, COPIES_DUE):
                records.put_secret(note, None)
        with vault.reading() as records:
            named = all_files_named(records.connection)
        vault.copy_to(target)
    finally:
        vault.close()
    return named


def _may_hold(copy: Path, key: bytes, people: frozenset[str]) -> bool:
    """By a look that writes nothing; true also where a write-ahead log stands beside it, which the look does not see.

    DatabaseError where the key does not open it.
    """
    if not (copy / DATABASE).exists():
        raise FileNotFoundError(copy.name)
    log = copy / f"{DATABASE}-wal"
    db = dbapi2.connect(f"file:{quote(str((copy / DATABASE).resolve()))}?mode=ro&immutable=1", uri=True)
    try:
        db.execute("PRAGMA cipher_log_level = NONE")
        db.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        tables = {row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if log.exists() and log.stat().st_size:
            return True
        return any(_mentions(db, tables, person) for person in people)
    finally:
        db.close()


def _mentions(db: dbapi2.Connection, tables: set[str], person: str) -> bool:
    queries = (
        ("candidate", "SELECT 1 FROM candidate WHERE id = ?"),
        ("enrolment", "SELECT 1 FROM enrolment WHERE parent = ?"),
        ("observation", "SELECT 1 FROM observation WHERE parent = ?"),
        ("evidence", "SELECT 1 FROM evidence WHERE parent = ?"),
        ("draft", "SELECT 1 FROM draft WHERE instr(body, ?) OR id = ?1"),
    )
    return any(db.execute(query, (person,)).fetchone() for table, query in queries if table in tables)


def _to_keep(copy: Path, named: frozenset[str]) -> Iterator[Path]:
    yield copy / KEYS
    for path in (copy / FILES).glob("??/*.age"):
        if path.stem in named:
            yield path


def _link(source: Path, target: Path) -> None:
    """A second name for a file that nobody changes in place; a copy where the disk knows no such thing."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def _unreached(copy: Path, why: str) -> UnreachedCopy:
    return UnreachedCopy(where=str(copy), made=made_of(copy), why=why)


def made_of(copy: Path) -> datetime | None:
    """When a backup was made; for another copy, when its database was last written. None where that cannot be read."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        return datetime.fromisoformat(json.loads((copy / NOTE).read_text(encoding="utf-8"))["made"])
    with suppress(OSError):
        return datetime.fromtimestamp((copy / DATABASE).stat().st_mtime, UTC)
    return None
