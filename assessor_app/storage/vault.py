"""The vault: an encrypted SQLite database, its wrapped keys and its encrypted files, in one folder.

It fails closed: without SQLCipher, with a wrong key, in a vault from a newer program or in one that another process
holds, nothing is opened and nothing is written.
"""

import os
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

from sqlalchemy import Connection, Engine, Pool, QueuePool, create_engine, event, text
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlcipher3 import dbapi2

from assessor_app.domain.errors import BugError, KnownError
from assessor_app.domain.events import next_event
from assessor_app.domain.moments import Moment
from assessor_app.domain.units import Unit
from assessor_app.storage.durable import sweep
from assessor_app.storage.half_made import not_made, undo_making, vault_exists
from assessor_app.storage.keys import Cost, create_keys, new_recovery_code
from assessor_app.storage.layout import DATABASE as DATABASE
from assessor_app.storage.layout import FILES as FILES
from assessor_app.storage.layout import KEYS as KEYS
from assessor_app.storage.lock import VaultLock
from assessor_app.storage.precaution import back_up_before
from assessor_app.storage.records import LOG_END, SqlRecords
from assessor_app.storage.uses import Uses

SCHEMA_VERSION = "0002"
MIGRATIONS = Path(__file__).parent / "migrations"
BUSY_MS = 10_000
CLOSING_WAIT_S = 4.0  # less than the 5 s that systemd-logind gives before it lets the computer sleep

_PRAGMAS = (
    "PRAGMA cipher_log_level = NONE",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA cell_size_check = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA secure_delete = ON",
    "PRAGMA temp_store = MEMORY",
    f"PRAGMA busy_timeout = {BUSY_MS}",
)


_TOUCH = "SELECT count(*) FROM sqlite_master"  # opens the database and its log
DAMAGED = "vault-damaged"  # the code of what SQLite itself calls damaged


def not_a_vault(reason: str) -> KnownError:
    """The database cannot be opened with this key."""
    return KnownError(
        f"The vault cannot be opened: {reason}.",
        safe="Nothing in it was changed.",
        advice="Restore a backup, or save what can be saved.",
        code="vault-unopened",
    )


def newer_vault(version: str) -> KnownError:
    """The vault was last opened by a newer program."""
    return KnownError(
        f"This vault was last used by a newer version of Assessor (its format is {version}).",
        safe="It was not touched.",
        advice="Install the newer version and open it there.",
        code="vault-newer",
    )


def connect(database: Path, key: bytes) -> dbapi2.Connection:
    """A keyed connection with every setting of the promises; sqlcipher3's own errors pass through."""
    connection = dbapi2.connect(str(database), timeout=BUSY_MS / 1000, isolation_level=None, check_same_thread=False)
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    if not connection.execute("PRAGMA cipher_version").fetchone():
        connection.close()
        raise BugError("this build of SQLite does not encrypt")
    for pragma in _PRAGMAS:
        connection.execute(pragma)
    return connection


class Vault:
    """An open vault. Its records are reached through transactions; closing drops the key."""

    def __init__(
        self, folder: Path, key: bytes, lock: VaultLock, *, now: Callable[[], Moment], new_id: Callable[[], UUID]
    ) -> None:
        self.folder = folder
        self._key = key
        self._lock = lock
        self._now = now
        self._new_id = new_id
        self._units: dict[str, Unit] = {}
        self.uses = Uses()
        # An orderly end of the process without `close` also closes the database, and so counts as closed.
        self._mark_closed = weakref.finalize(self, lock.mark, is_open=False)
        self.lost_last_writes = lock.was_left_open and not (folder / f"{DATABASE}-wal").exists()
        self._engine = self._make_engine()

    @classmethod
    def create(
        cls, folder: Path, passphrase: str, *, cost: Cost, now: Callable[[], Moment], new_id: Callable[[], UUID]
    ) -> tuple["Vault", str]:
        """Make a vault in an empty or missing folder; returns it open, with its recovery code."""
        if (folder / DATABASE).exists() or (folder / KEYS).exists():
            raise vault_exists()
        try:
            folder.mkdir(parents=True, exist_ok=True)
            if os.name != "nt":
                folder.chmod(0o700)
        except OSError as error:
            raise not_made() from error
        lock = VaultLock.take(folder)
        sweep(folder)
        code = new_recovery_code()
        vault: Vault | None = None
        try:
            key = create_keys(folder / KEYS, passphrase, code, cost)
            (folder / FILES).mkdir(exist_ok=True)
            vault = cls(folder, key, lock, now=now, new_id=new_id)
            vault._bring_forward()
            lock.mark(is_open=True)
        except BaseException as error:
            if vault is not None:
                vault._engine.dispose()
            lock.release()
            undo_making(folder)
            if isinstance(error, OSError):
                raise not_made() from error
            raise
        return vault, code

    @classmethod
    def open(cls, folder: Path, key: bytes, *, now: Callable[[], Moment], new_id: Callable[[], UUID]) -> "Vault":
        """Open an existing vault with its unwrapped key."""
        if not (folder / DATABASE).exists():
            raise not_a_vault("its database is missing")
        lock = VaultLock.take(folder)
        sweep(folder)
        sweep(folder / FILES)
        vault: Vault | None = None
        try:
            was_filled = lock.was_ever_open or any((folder / FILES).glob("??/*.age"))
            if was_filled and (folder / DATABASE).stat().st_size == 0:
                raise not_a_vault("its database is empty")  # else SQLite would begin a new one in its place
            vault = cls(folder, key, lock, now=now, new_id=new_id)
            vault._bring_forward()
            lock.mark(is_open=True)
        except BaseException:
            if vault is not None:
                vault._engine.dispose()
            lock.release()
            raise
        return vault

    @property
    def key(self) -> bytes:
        """The vault key, for wrapping it anew and for checking backups."""
        return self._key

    def close(self) -> None:
        """Stop what is under way, close every connection and let go of key and lock.

        Work that has not stopped after `CLOSING_WAIT_S` seconds keeps its own connection and the lock until it ends.
        """
        pool = self._engine.pool
        self.uses.close(CLOSING_WAIT_S, lambda: self._end(pool))
        pool.dispose()
        self._key = b""
        self._units.clear()

    def _end(self, pool: Pool) -> None:
        self._mark_closed()
        pool.dispose()
        self._lock.release()

    # transactions

    @contextmanager
    def reading(self) -> Iterator[SqlRecords]:
        """A view that sees one state of the vault."""
        with self._begin("BEGIN") as connection:
            yield self._records(connection, self._now())

    @contextmanager
    def writing(self, verb: str) -> Iterator[SqlRecords]:
        """A transaction that becomes one event of the log, or nothing."""
        with self._begin("BEGIN IMMEDIATE") as connection:
            at = self._now()
            records = self._records(connection, at)
            yield records
            profile = records.profile()
            entry = next_event(
                records.last_event(),
                records.high_water_ms(),
                at=at,
                actor=profile.assessor.number or "assessor" if profile else "nobody yet",
                verb=verb,
                touched=tuple(dict.fromkeys(records.touched)),
            )
            records.add_event(entry)
            records.put_secret(LOG_END, f"{entry.sequence} {entry.hash}".encode())  # shows a log that is cut off

    @contextmanager
    def drafting(self) -> Iterator[SqlRecords]:
        """A transaction for drafts and strokes; it adds no event."""
        with self._begin("BEGIN IMMEDIATE") as connection:
            yield self._records(connection, self._now())

    def _records(self, connection: Connection, at: Moment) -> SqlRecords:
        return SqlRecords(connection, device="0001", utc_ms=at.utc_ms, units=self._units)

    @contextmanager
    def _begin(self, statement: str) -> Iterator[Connection]:
        try:
            with self.uses.one(), self._engine.connect() as connection:
                connection.exec_driver_sql(statement)
                try:
                    yield connection
                except BaseException:
                    connection.exec_driver_sql("ROLLBACK")
                    raise
                connection.exec_driver_sql("COMMIT")
        except OperationalError as error:
            raise _disk_trouble(error) from error
        except DatabaseError as error:
            if type(error) is not DatabaseError:
                raise  # a constraint, which is the program's own fault
            raise _damaged() from error

    def renew_connections(self) -> None:
        """Let go of the connections that wait: one made anew remembers nothing of a search index made anew since.

        SQLite's check of a full-text index goes by what its connection has cached, and calls a new index damaged. There
        is a connection at every moment: with the last one SQLite takes the write-ahead log away, and a process killed
        just then would look like one whose log was stolen.
        """
        with self._begin("BEGIN") as before:
            before.exec_driver_sql(_TOUCH)
            before.detach()  # closed at the end, not kept
            self._engine.dispose()
            with self._begin("BEGIN") as after:
                after.exec_driver_sql(_TOUCH)

    def rewrite(self) -> None:
        """Write the whole database anew, so that nothing of what was deleted is left in it or in its log.

        KnownError where the disk is full or somebody is at work in it: then it is as it was, and can be done later.
        """
        self.renew_connections()
        try:
            with self.uses.one(), self._engine.connect() as connection:
                connection.exec_driver_sql("VACUUM")
                is_busy = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").scalar_one()
        except DatabaseError as error:
            if not isinstance(error, OperationalError):
                raise _damaged() from error
            raise _disk_trouble(error) from error
        if is_busy:
            raise KnownError(
                "Somebody else is at work in the vault.",
                safe="What was saved before is safe.",
                advice="Wait a moment and try again.",
                code="vault-busy",
            )

    def copy_to(self, database: Path) -> None:
        """Write the database as it is now into a new file, without a write-ahead log. DatabaseError passes on."""
        with self.uses.one(), self._engine.connect() as connection:
            connection.exec_driver_sql("VACUUM INTO ?", (str(database),))

    def copy_before(self, what: str, refusal: KnownError) -> Path:
        """A sound copy of the database beside the vault's folder, before something that cannot be undone."""
        with self.uses.one(), self._engine.connect() as connection:
            return self._copy_before(what, connection, refusal)

    def _copy_before(self, what: str, connection: Connection, refusal: KnownError) -> Path:
        return back_up_before(what, connection, self.folder, (DATABASE, KEYS), self._key, refusal)

    # opening

    def _make_engine(self) -> Engine:
        path = self.folder / DATABASE
        engine = create_engine(
            "sqlite://",
            creator=lambda: connect(path, self._key),  # not the key itself: closing drops it
            module=dbapi2,
            poolclass=QueuePool,
            pool_size=2,
            hide_parameters=True,
            isolation_level="AUTOCOMMIT",
        )

        @event.listens_for(engine, "begin")
        def _no_begin(_: Connection) -> None:
            """Transactions are begun by hand, so that writers can begin immediately."""

        return engine

    def _bring_forward(self) -> None:
        try:
            with self._engine.connect() as connection:
                version = _schema_version(connection)
                if version is not None and version > SCHEMA_VERSION:
                    raise newer_vault(version)
                if version is not None and version != SCHEMA_VERSION:
                    self._copy_before(SCHEMA_VERSION, connection, _not_copied_before_migration())
                if version != SCHEMA_VERSION:
                    migrate(connection)
        except OperationalError as error:
            raise _disk_trouble(error) from error
        except (DatabaseError, dbapi2.DatabaseError) as error:
            raise not_a_vault("the key does not fit or the file is damaged") from error


def _schema_version(connection: Connection) -> str | None:
    found = connection.execute(text("SELECT name FROM sqlite_master WHERE name = 'alembic_version'")).first()
    if found is None:
        return None
    version = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return str(version) if version else None


def migrate(connection: Connection, to: str = "head") -> None:
    """Bring a database to the newest format, or to the one given, in one transaction."""
    # Alembic is imported only where a vault is new or old: it is no part of an ordinary start.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    connection.exec_driver_sql("BEGIN IMMEDIATE")
    try:
        command.upgrade(config, to)
    except BaseException:
        connection.exec_driver_sql("ROLLBACK")
        raise
    connection.exec_driver_sql("COMMIT")


def _not_copied_before_migration() -> KnownError:
    return KnownError(
        "This vault comes from an earlier version and could not be copied before it is brought up to date.",
        safe="It was not changed.",
        advice="Make room on the disk, then open it again.",
        code="no-precaution",
    )


def _damaged() -> KnownError:
    return KnownError(
        "A part of the vault's database is damaged.",
        safe="What was saved before is as it was; nothing more was written.",
        advice="Keep the folder. Restore the latest backup or save what can be saved: in Settings under Your data, "
        "where you unlock, or by 'assessor-app vault restore' and 'vault salvage'.",
        code=DAMAGED,
    )


def _disk_trouble(error: OperationalError) -> KnownError:
    reason = str(error.orig).lower()
    if "full" in reason:
        what, advice = "The disk is full.", "Make room on the disk; what you typed is still on the screen."
    elif "readonly" in reason or "read-only" in reason:
        what, advice = "The vault's folder cannot be written to.", "Check the disk and its permissions."
    elif "locked" in reason or "busy" in reason:
        what, advice = "Another program holds the vault.", "Close it and try again."
    else:
        what, advice = "The disk reported an error.", "Copy the vault's folder elsewhere, then run 'Check my data'."
    return KnownError(what, safe="What was saved before is safe.", advice=advice, code="vault-disk")
