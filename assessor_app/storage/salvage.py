"""A new vault from what a damaged one still gives: rows page by page, encrypted files one by one, the same keys.

The damaged vault is only read. Rows keep their hashes and the event log keeps its gap: nothing is made to look whole.
What has lost its counterpart gets a stand-in that says so, because a record that nothing leads to is as good as lost.
"""

import re
import shutil
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from uuid import UUID

from sqlalchemy import Integer, Table, select

from assessor_app.domain.canonical import sha256_hex
from assessor_app.domain.errors import KnownError
from assessor_app.domain.events import GENESIS, ClockFlag, Event
from assessor_app.domain.moments import Moment
from assessor_app.domain.salvaged import Salvaged, SalvagedTable
from assessor_app.domain.sheets import Signature
from assessor_app.domain.units import Unit
from assessor_app.storage import schema
from assessor_app.storage.check_records import RECORD_TABLES
from assessor_app.storage.codec import decode
from assessor_app.storage.files import EncryptedFiles
from assessor_app.storage.keys import kept_identity
from assessor_app.storage.lock import IN_USE, VaultLock
from assessor_app.storage.pages import BrokenPageError, EncryptedPages, FoundRow, Value
from assessor_app.storage.placing import put_in_place
from assessor_app.storage.records import LOG_END, SqlRecords
from assessor_app.storage.salvage_filling import fill
from assessor_app.storage.salvage_mending import mend
from assessor_app.storage.vault import DATABASE, FILES, KEYS, SCHEMA_VERSION, Vault, newer_vault

_DERIVED = ("progress",)  # counted anew
_SEARCH = "search_content"
_VERSION = "alembic_version"
_RECORDS = frozenset(t.name for t in RECORD_TABLES)

_Values = tuple[Value, ...]


@dataclass(slots=True)
class _Haul:
    """Rows by table and primary key, in the order of the table's columns."""

    tables: dict[str, dict[object, _Values]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)  # of candidates, from the search index
    version: str | None = None  # of the damaged vault's format
    broken: int = 0
    unplaced: int = 0

    def add(self, table: Table, values: _Values, rowid: int) -> None:
        columns = list(table.columns)[: len(values)]  # an older format may have had fewer; the rest take their defaults
        row = list(values[: len(columns)])
        for i, column in enumerate(columns):
            if row[i] is None and column.primary_key and isinstance(column.type, Integer):
                row[i] = rowid  # the column that is the rowid itself
        key = tuple(row[i] for i, column in enumerate(columns) if column.primary_key)
        self.tables.setdefault(table.name, {})[key] = tuple(row)


def salvage_vault(
    folder: Path,
    key: bytes,
    home: Path,
    *,
    units: Sequence[Unit],
    now: Callable[[], Moment],
    new_id: Callable[[], UUID],
) -> Salvaged:
    """Make `home`/vault from the damaged vault in `folder`; KnownError where `home` is taken or nothing can be read."""
    if home.exists() and any(home.iterdir()):
        raise KnownError("The folder is not empty.", advice="Choose a new folder.", code="salvage-folder")
    lock = _lock(folder)  # to the end: nobody restores over the damaged vault while its files are copied
    try:
        return _salvage(folder, key, home / "vault", units, now, new_id)
    finally:
        if lock is not None:
            lock.release()


def take_the_place(home: Path, folder: Path, aside: Path) -> Path:
    """The salvaged vault in `home` becomes the vault in `folder`; the damaged one is kept as `aside`, and returned.

    KnownError where that fails; then both are where they were.
    """
    lock = _lock(folder)
    try:
        put_in_place(home / "vault", folder, aside, lock)
        home.rmdir()
    except OSError as error:
        raise KnownError(
            "What was saved could not be put in the vault's place.",
            safe=f"The damaged vault is as it was, and what was saved is a vault of its own: {home}",
            advice="Open that one from the unlock page, with Open another vault.",
            code="salvage-not-placed",
        ) from error
    finally:
        if lock is not None:
            lock.release()
    return aside


def _salvage(
    folder: Path,
    key: bytes,
    target: Path,
    units: Sequence[Unit],
    now: Callable[[], Moment],
    new_id: Callable[[], UUID],
) -> Salvaged:
    try:
        pages = EncryptedPages(folder / DATABASE, key)
        broken = pages.broken if pages.is_verified else frozenset({1})
        haul = _haul(pages)
    except OSError as error:
        raise KnownError(
            "The damaged vault cannot be read at all.",
            safe="It was not changed.",
            advice="Copy its folder to another disk and try again, or restore a backup.",
            code="salvage-unreadable",
        ) from error
    if haul.version is not None and haul.version > SCHEMA_VERSION:
        raise newer_vault(haul.version)
    if not haul.tables.get("event") and not haul.tables.get("secret"):
        raise KnownError(
            "Nothing in the damaged vault can be read.",
            safe="It was not changed.",
            advice="Restore a backup.",
            code="salvage-nothing",
        )
    try:
        target.mkdir(parents=True, mode=0o700)
        shutil.copy2(folder / KEYS, target / KEYS)
        (target / FILES).mkdir()
        (target / DATABASE).touch(mode=0o600)
        report = _build(folder, target, key, haul, (pages.count, len(broken)), units, now, new_id)
    except BaseException as error:
        shutil.rmtree(target, ignore_errors=True)
        if not isinstance(error, OSError):
            raise
        raise KnownError(
            "The new vault could not be written.",
            safe="The damaged vault was not changed.",
            advice="Choose a folder on a disk with room.",
            code="salvage-unwritable",
        ) from error
    if pages.is_verified:
        return report
    what = "The first page is destroyed, so pages could not be authenticated: records were taken by their own hash."
    return replace(report, notes=(*report.notes, what))


def _build(
    folder: Path,
    target: Path,
    key: bytes,
    haul: _Haul,
    pages: tuple[int, int],
    units: Sequence[Unit],
    now: Callable[[], Moment],
    new_id: Callable[[], UUID],
) -> Salvaged:
    fill(target / DATABASE, key, haul.version or "head", {name: rows.values() for name, rows in haul.tables.items()})
    vault = Vault.open(target, key, now=now, new_id=new_id)
    try:
        with vault.drafting() as records:
            identity = records.secret("age identity") or kept_identity(target / KEYS, key)
            records.put_secret("age identity", identity)
            events = _events(haul)
            end = _continue_log(records, events, now())
        files, lost = _copy_files(folder / FILES, target / FILES, identity)
        notes = mend(vault, haul.names, units)
        with vault.reading() as records:
            tables = tuple(_tables(haul, events, end))
            present = records.connection.execute(select(schema.event.c.sequence)).scalars().all()
    finally:
        vault.close()
    if haul.version is None:
        notes = (*notes, "The vault's format could not be read; it was taken for the present one.")
    if identity is None and files:
        notes = (*notes, "The key of the evidence files was on a destroyed page: a backup's vault opens them.")
    return Salvaged(
        home=target.parent,
        pages=pages[0],
        broken_pages=pages[1],
        tables=tables,
        broken_rows=haul.broken,
        unplaced_rows=haul.unplaced,
        log_gaps=_gaps(sorted(present)),
        files=files,
        files_lost=lost,
        notes=notes,
    )


def _haul(pages: EncryptedPages) -> _Haul:
    """Every row that can be read, placed by the page it stands on, by its shape, or by what the event log says."""
    haul = _Haul()
    place: dict[int, str] = {}
    rows: list[FoundRow] = []
    roots: dict[str, int] = {}
    for row in pages.rows():
        if isinstance(row, BrokenPageError):
            haul.broken += 1
            continue
        rows.append(row)
        if len(row.values) == 5 and row.values[0] == "table" and isinstance(row.values[3], int):
            roots[str(row.values[1])] = row.values[3]
    for table, root in roots.items():
        place.update(dict.fromkeys(pages.leaves(root), table))
    strays: list[FoundRow] = []
    for row in rows:
        name = place.get(row.page) or _by_shape(row.values)
        if name == _SEARCH:
            if len(row.values) == 6 and row.values[1] == "candidate":
                haul.names[str(row.values[2])] = str(row.values[4])
        elif name == _VERSION and re.fullmatch("[0-9]{4}", str(row.values[0])):
            haul.version = str(row.values[0])
        elif name is not None and name in schema.metadata.tables and name not in _DERIVED:
            if pages.is_verified or name not in _RECORDS or _is_record(row.values):
                haul.add(schema.metadata.tables[name], row.values, row.rowid)
        elif name is None and _is_record(row.values):
            strays.append(row)
    known = {(t.id, t.sha256): t.kind for event in _events(haul) for t in event.touched}
    for row in strays:
        kind = known.get((str(row.values[0]), str(row.values[5])))
        if kind is not None and kind in schema.metadata.tables:
            haul.add(schema.metadata.tables[kind], row.values, row.rowid)
        else:
            haul.unplaced += 1
    return haul


def _by_shape(values: _Values) -> str | None:
    """The table of a row whose page nothing leads to any more; None where its shape fits none or several."""
    match values:
        case (None, int(), str(), str() as body) if body.startswith("{"):
            return "event"
        case (str(), str(), int(), str()):
            return "draft"
        case (str(), int(), str(), str(), int(), str()):
            return "stroke"
        case (str(), bytes()):
            return "secret"
        case (None, str(), str(), str(), str(), str()):
            return _SEARCH
    return None


def _is_record(values: _Values) -> bool:
    match values:
        case (str(), str(), str(), int(), str(), str() as sha256, str() as body):
            return sha256_hex(body.encode()) == sha256
    return False


def _events(haul: _Haul) -> list[Event]:
    """The events that can be read, in order."""
    found = []
    for values in haul.tables.get("event", {}).values():
        try:
            found.append(decode(Event, str(values[3])))
        except KnownError:
            haul.broken += 1
    return sorted(found, key=lambda e: e.sequence)


def _lock(folder: Path) -> VaultLock | None:
    """The vault's lock; None on a disk that cannot be written to, where nobody else writes either."""
    try:
        return VaultLock.take(folder)
    except KnownError as error:
        if error.code == IN_USE:
            raise
        return None


def _continue_log(records: SqlRecords, events: Sequence[Event], at: Moment) -> int:
    """Where the end of the log is lost, number on from where it was, so that no number is used twice.

    Returns the last number that the log is known to have had.
    """
    last = events[-1] if events else None
    end, previous = last.sequence if last else 0, last.hash if last else GENESIS
    kept = (records.secret(LOG_END) or b"0 ").decode(errors="replace").split(" ", 1)
    if kept[0].isdigit() and int(kept[0]) > end:
        end, previous = int(kept[0]), kept[1]
    bodies = records.connection.execute(select(schema.signature.c.body)).scalars().all()
    end = max([end, *(decode(Signature, body).sequence for body in bodies)])
    if end > (last.sequence if last else 0):
        entry = Event(
            sequence=end + 1,
            at=at,
            actor="salvage",
            verb="the end of the log was lost",
            touched=(),
            clock=ClockFlag.STEADY,
            previous=previous,
        )
        records.add_event(entry.sealed())
    return end


def _tables(haul: _Haul, events: Iterable[Event], end: int) -> Iterable[SalvagedTable]:
    newest: dict[tuple[str, str], str] = {}
    for event in events:
        newest.update({(t.kind, t.id): t.sha256 for t in event.touched})
    kept = haul.tables
    yield SalvagedTable(name="event", read=len(kept.get("event", {})), lost=end - len(kept.get("event", {})))
    for table in RECORD_TABLES:
        present = {str(key[0]) for key in kept.get(table.name, {}) if isinstance(key, tuple)}
        named = {key for (kind, key), sha256 in newest.items() if kind == table.name and sha256}
        yield SalvagedTable(name=table.name, read=len(present), lost=len(named - present))
    for name in ("draft", "stroke", "secret"):
        yield SalvagedTable(name=name, read=len(kept.get(name, {})), lost=0)


def _gaps(present: Sequence[int]) -> tuple[tuple[int, int], ...]:
    gaps, expected = [], 1
    for sequence in present:
        if sequence > expected:
            gaps.append((expected, sequence - 1))
        expected = sequence + 1
    return tuple(gaps)


def _copy_files(source: Path, target: Path, identity: bytes | None) -> tuple[int, int]:
    """Copy every encrypted file that can be read; returns how many came over and how many did not."""
    copied = lost = 0
    files = EncryptedFiles(source, identity) if identity else None
    for path in sorted(source.glob("??/*.age")):
        if files is not None and not files.is_sound(path.stem):
            lost += 1
            continue
        (target / path.parent.name).mkdir(exist_ok=True)
        shutil.copy2(path, target / path.parent.name / path.name)
        copied += 1
    return copied, lost
