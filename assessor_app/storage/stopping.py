"""SQL that takes long and can still be stopped: SQLite asks a watch every so many steps of its own."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError
from sqlcipher3 import dbapi2

from assessor_app.domain.watch import Watch, stopped

_STEPS = 20_000  # of SQLite's machine between two questions: a few milliseconds


@contextmanager
def stopping(connection: Connection | dbapi2.Connection, watch: Watch) -> Iterator[None]:
    """What runs on `connection` inside ends with KnownError `stopped` as soon as `watch` says so."""
    bare = connection.connection.dbapi_connection if isinstance(connection, Connection) else connection
    assert bare is not None  # it is checked out
    bare.set_progress_handler(lambda: int(watch.cancelled()), _STEPS)
    try:
        yield
    except (OperationalError, dbapi2.OperationalError) as error:
        if watch.cancelled():
            raise stopped() from error
        raise
    finally:
        bare.set_progress_handler(None, 0)
