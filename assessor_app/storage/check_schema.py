"""Is the database sound, and built as the migrations build it? Compared with one that is made anew in memory."""

from sqlalchemy import Connection, StaticPool, create_engine, text
from sqlcipher3 import dbapi2

from assessor_app.domain.findings import Finding, FindingCode, finding
from assessor_app.storage.pages import EncryptedPages
from assessor_app.storage.vault import migrate

_MISSING = {"table": FindingCode.TABLE, "index": FindingCode.INDEX, "trigger": FindingCode.TRIGGER}
_WORDS = {"table": "table", "index": "index", "trigger": "guard against changes", "view": "view"}

_Objects = dict[tuple[str, str], str]


def database_findings(db: Connection, pages: EncryptedPages) -> list[Finding]:
    """What each page and SQLite say of the database.

    Not `cipher_integrity_check`: it looks past the write-ahead log, and after a power cut calls torn what is not.
    """
    lost = lost_pages(pages)
    if lost:
        return lost
    plain = [row[0] for row in db.execute(text("PRAGMA integrity_check")) if row[0] != "ok"]
    index = [reason for reason in plain if "missing from index" in reason or "entries in index" in reason]
    if plain and index == plain:
        return [finding(FindingCode.INDEX, f"An index does not hold: {plain[0]}.")]
    return [
        finding(FindingCode.SEARCH, "The search index is damaged.")
        if "fts5" in reason.lower()
        else finding(FindingCode.DATABASE, f"The database is damaged: {reason}.")
        for reason in plain
    ]


def lost_pages(pages: EncryptedPages) -> list[Finding]:
    """The pages that do not hold, read past SQLite; empty where all do."""
    broken = sorted(pages.broken)
    what = (
        f"The encryption is damaged: {len(broken)} pages do not hold, the first is page {broken[0] if broken else 0}."
    )
    return [finding(FindingCode.ENCRYPTION, what)] if broken else []


def schema_findings(db: Connection) -> list[Finding]:
    """Tables, indexes and triggers that are missing, changed or added."""
    present, expected = _objects(db), _expected()
    found = []
    for (kind, name), sql in expected.items():
        if (kind, name) not in present:
            found.append(finding(_MISSING[kind], f"The {_WORDS[kind]} {name} is missing."))
        elif present[kind, name] != sql:
            found.append(finding(FindingCode.SCHEMA, f"The {_WORDS[kind]} {name} is not as the program made it."))
    added = [
        f"The {_WORDS[kind]} {name} is not the program's." for kind, name in present if (kind, name) not in expected
    ]
    return found + [finding(FindingCode.SCHEMA_ADDED, what) for what in added]


def _objects(db: Connection) -> _Objects:
    rows = db.execute(text("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL"))
    # sqlite_stat and sqlite_sequence are SQLite's own; it makes them when it likes.
    return {(kind, name): sql for kind, name, sql in rows if not name.startswith("sqlite_")}


def _expected() -> _Objects:
    engine = create_engine("sqlite://", module=dbapi2, poolclass=StaticPool, isolation_level="AUTOCOMMIT")
    try:
        with engine.connect() as connection:
            migrate(connection)
            return _objects(connection)
    finally:
        engine.dispose()
