"""How each record stands between laptop and centre: not exported, exported, received, or waiting for a decision there.

An item is what a person knows by name: a signed form, a visit, an item of evidence. It stands as the worst of the rows
it is made of, so that nothing looks received of which a part is missing.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from uuid import UUID

from assessor_app.domain.errors import KnownError
from assessor_app.domain.evidence import Tie
from assessor_app.domain.exchange import (
    BundleKind,
    Direction,
    Leaving,
    Receipted,
    RecordKey,
    Shipment,
    Standing,
)
from assessor_app.domain.judging import Enrolment
from assessor_app.domain.people import Candidate
from assessor_app.domain.sheets import Sheet
from assessor_app.usecases.export_bundle import pending
from assessor_app.usecases.ports import Ports, Records


class Progress(IntEnum):
    """Where an item stands; a higher one is worse."""

    RECEIVED = 0
    EXPORTED = 1
    NOT_EXPORTED = 2
    TWO_VERSIONS = 3
    HELD_BACK = 4

    @property
    def words(self) -> str:
        """The state in words."""
        return {
            0: "Received by centre",
            1: "Exported",
            2: "Ready to export",
            3: "Two versions at the centre",
            4: "Held back by the centre",
        }[self.value]


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemState:
    """One line of the list: whose, what, of which day, how it stands, and why where the centre gave a reason."""

    candidate: UUID
    name: str
    letter: str
    position: int
    title: str
    day: date
    progress: Progress
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExchangeState:
    """All of a laptop's exchange at one look. `unanswered` are exports without a receipt, newest first."""

    items: tuple[ItemState, ...]
    shipments: tuple[Shipment, ...]
    unanswered: tuple[Shipment, ...]


def exchange_state(ports: Ports) -> ExchangeState:
    """Every signed form, finished visit and item of evidence with its state, newest first."""
    with ports.store.reading() as records:
        states = _Rows(records)
        items = sorted(_items(records, states), key=lambda i: i.day, reverse=True)
        shipments = tuple(sorted(records.exchange.shipments(), key=lambda s: s.at, reverse=True))
        unanswered = unanswered_exports(records)
    return ExchangeState(items=tuple(items), shipments=shipments, unanswered=unanswered)


def unanswered_exports(records: Records) -> tuple[Shipment, ...]:
    """Exports that were written and that no receipt has named, newest first."""
    found = [
        s
        for s in records.exchange.shipments()
        if s.kind is BundleKind.SIGN_OFF and s.direction is Direction.OUT and s.size and s.acknowledged is None
    ]
    return tuple(sorted(found, key=lambda s: s.at, reverse=True))


def archivable(ports: Ports) -> tuple[tuple[UUID, str, bool], ...]:
    """Candidates of whom everything is received: id, name, and whether they are archived already."""
    with ports.store.reading() as records:
        archived = records.exchange.archived()
        rows = _Rows(records)
        return tuple(
            (c.id, c.name, c.id in archived)
            for c in records.candidates()
            if c.id in archived or _is_received(records, c.id, rows)
        )


def archive_candidate(ports: Ports, candidate: UUID) -> None:
    """Take a candidate off the lists; the records stay. KnownError unless the centre has acknowledged all of them."""
    at = ports.now()
    with ports.store.writing("archive candidate") as records:
        name = records.candidate(candidate).name
        if not _is_received(records, candidate):
            raise KnownError(
                f"{name} cannot be archived yet: the centre has not acknowledged everything.",
                safe="Nothing was changed.",
                advice="Export, and open the centre's receipt; then archive.",
                code="archive-too-early",
            )
        records.exchange.archive(candidate, at.utc_ms)


def bring_back_candidate(ports: Ports, candidate: UUID) -> None:
    """Put an archived candidate back on the lists (undo)."""
    with ports.store.writing("bring candidate back") as records:
        records.exchange.bring_back(candidate)


class _Rows:
    """The state of single rows, looked up once for a whole list."""

    def __init__(self, records: Records) -> None:
        self.leaving = records.exchange.leaving()
        self._pending = {item.record.key for item in pending(records)}
        self._carried = records.exchange.carried()
        self._receipted: Mapping[RecordKey, Receipted] = records.exchange.receipted()
        self.by_parent: dict[str, list[Leaving]] = defaultdict(list)
        for item in self.leaving:
            self.by_parent[item.record.parent].append(item)

    def of(self, items: Iterable[Leaving]) -> tuple[Progress, str]:
        """The worst state among rows and their files, and the first reason given."""
        worst, reason = Progress.RECEIVED, ""
        for item in items:
            for key in (item.record.key, *(f.key for f in item.files)):
                state, why = self._one(key, is_file=key != item.record.key)
                worst, reason = max(worst, state), reason or why
        return worst, reason

    def _one(self, key: RecordKey, *, is_file: bool) -> tuple[Progress, str]:
        found = self._receipted.get(key)
        if found is not None and found.standing is Standing.CONFLICT:
            return Progress.TWO_VERSIONS, found.reason
        if found is not None and found.standing is Standing.QUARANTINED:
            return Progress.HELD_BACK, found.reason
        waits = found is None if is_file else key in self._pending
        if not waits:
            return Progress.RECEIVED, ""
        return (Progress.EXPORTED if key in self._carried else Progress.NOT_EXPORTED), ""


def _is_received(records: Records, candidate: UUID, rows: _Rows | None = None) -> bool:
    rows = rows or _Rows(records)
    own = [item for item in rows.leaving if item.candidate == str(candidate)]
    unfinished = any(not o.finished for o in records.observations_of(candidate))
    return bool(own) and not unfinished and rows.of(own)[0] is Progress.RECEIVED


def _items(records: Records, rows: _Rows) -> Iterable[ItemState]:
    by_id: dict[str, list[Leaving]] = defaultdict(list)
    for item in rows.leaving:
        by_id[item.record.id].append(item)
    for candidate in records.candidates():
        if str(candidate.id) in by_id:
            yield from _items_of(records, rows, by_id, candidate)


def _items_of(
    records: Records, rows: _Rows, by_id: Mapping[str, list[Leaving]], candidate: Candidate
) -> Iterable[ItemState]:
    enrolments = {e.id: e for e in records.enrolments_of(candidate.id)}
    for observation in records.observations_of(candidate.id):
        if observation.finished:
            signed = [s for s in records.sheets_of(observation.id) if s.state.is_live]
            parts = [*by_id.get(str(observation.id), ()), *(i for s in signed for i in _of_sheet(rows, by_id, s))]
            unit = _unit(enrolments, observation.ties)
            yield _line(candidate, unit, f"Observation, {observation.title}", observation.day, rows.of(parts))
    for enrolment in enrolments.values():
        for sheet in records.sheets_of(enrolment.id):
            ended = "" if sheet.state.is_live else f" ({sheet.state.value})"
            title = f"{sheet.record.form.title}, version {sheet.record.version}{ended}"
            state = rows.of(_of_sheet(rows, by_id, sheet))
            yield _line(candidate, enrolment, title, sheet.record.frozen_at.local_date, state)
    for evidence in records.evidence_of(candidate.id):
        if evidence.observation is None:
            unit = _unit(enrolments, evidence.ties)
            state = rows.of(by_id.get(str(evidence.id), ()))
            yield _line(candidate, unit, f"{evidence.ref}, {evidence.title}", evidence.dated, state)


def _unit(enrolments: Mapping[UUID, Enrolment], ties: tuple[Tie, ...]) -> Enrolment | None:
    """The unit that an item serves first, else the candidate's first."""
    tied = next((t.criterion.enrolment for t in ties), None)
    return (enrolments.get(tied) if tied else None) or next(iter(enrolments.values()), None)


def _line(
    candidate: Candidate, unit: Enrolment | None, title: str, day: date, state: tuple[Progress, str]
) -> ItemState:
    return ItemState(
        candidate=candidate.id,
        name=candidate.name,
        letter=unit.letter if unit else "",
        position=unit.position if unit else 1,
        title=title,
        day=day,
        progress=state[0],
        reason=state[1],
    )


def _of_sheet(rows: _Rows, by_id: Mapping[str, list[Leaving]], sheet: Sheet) -> list[Leaving]:
    document = str(sheet.document_id)
    return [*by_id.get(document, ()), *rows.by_parent.get(document, ())]
