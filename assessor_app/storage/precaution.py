"""A copy of the database before its format changes or somebody is erased. Without a sound copy that does not begin.

The copy stands beside the vault's folder and has no files: no change of format touches them.
"""

import shutil
from pathlib import Path

from sqlalchemy import Connection, text
from sqlalchemy.exc import DatabaseError
from sqlcipher3 import dbapi2

from assessor_app.domain.errors import KnownError
from assessor_app.domain.watch import UNWATCHED, Watch
from assessor_app.machine import sync_folder
from assessor_app.storage.stopping import stopping


def back_up_before(
    what: str, connection: Connection, folder: Path, names: tuple[str, str], key: bytes, refusal: KnownError
) -> Path:
    """Copy database and keys (their file `names` in `folder`) to `<folder>-before-<what>`; returns that folder.

    `refusal` where the copy cannot be made or is not sound: then the vault is as it was.
    """
    database, keys = names
    target = folder.with_name(f"{folder.name}-before-{what}")
    partial = folder.with_name(f".{target.name}.partial")
    try:
        shutil.rmtree(partial, ignore_errors=True)
        partial.mkdir(mode=0o700)
        connection.execute(text("VACUUM INTO :copy"), {"copy": str(partial / database)})
        shutil.copy2(folder / keys, partial / keys)
        count_sound_events(partial / database, key)
        shutil.rmtree(target, ignore_errors=True)  # of an earlier try that was cut short
        partial.rename(target)
        sync_folder(folder.parent)
    except (OSError, DatabaseError, dbapi2.DatabaseError) as error:
        shutil.rmtree(partial, ignore_errors=True)
        raise refusal from error
    return target


def count_sound_events(database: Path, key: bytes, watch: Watch = UNWATCHED) -> int:
    """Number of events in a copy that opens and is sound; dbapi2.DatabaseError where it is not."""
    copy = dbapi2.connect(str(database))
    try:
        with stopping(copy, watch):
            return _count_sound_events(copy, key)
    finally:
        copy.close()


def _count_sound_events(copy: dbapi2.Connection, key: bytes) -> int:
    copy.execute("PRAGMA cipher_log_level = NONE")
    copy.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    copy.execute("PRAGMA journal_mode = DELETE")
    problems = [row[0] for row in copy.execute("PRAGMA integrity_check")]
    problems += [row[0] for row in copy.execute("PRAGMA cipher_integrity_check")]
    if problems != ["ok"]:
        raise dbapi2.DatabaseError("the copy is damaged")
    return int(copy.execute("SELECT count(*) FROM event").fetchone()[0])


def last_event_of(database: Path, key: bytes) -> str:
    """The hash of the last event in a copy; empty where it has none."""
    copy = dbapi2.connect(str(database))
    try:
        copy.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        found = copy.execute("SELECT hash FROM event ORDER BY sequence DESC LIMIT 1").fetchone()
        return str(found[0]) if found else ""
    finally:
        copy.close()
