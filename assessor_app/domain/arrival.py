"""What becomes of the records that a bundle brings, decided as a pure function before anything is stored.

Nothing is merged by clock. A state replaces another only where one event log names both, the newer after the older;
where no log knows of both, both are kept and a person picks. What is append-only (decisions, signatures, sheets) never
has two states under one id: a second one is kept in quarantine.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from assessor_app.domain.events import Event
from assessor_app.domain.exchange import RecordKey, Standing, StoredRecord

APPEND_ONLY = frozenset({"unit", "decision", "signature", "sheet", "not_signed"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived:
    """One record of the bundle with its standing. `replaces` are the states whose place it takes."""

    record: StoredRecord
    standing: Standing
    reason: str = ""
    replaces: tuple[RecordKey, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrivals:
    """All of a bundle. `repeated` were there already, to the letter."""

    records: tuple[Arrived, ...]
    repeated: int

    def count(self, standing: Standing) -> int:
        """How many came to stand so."""
        return sum(1 for a in self.records if a.standing is standing)


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A live state at the centre: the current one, or one side of a conflict. `device` sent it."""

    key: RecordKey
    standing: Standing
    device: str


class Lineage:
    """The order in which one event log made the states of each record; a state made twice counts where made last."""

    def __init__(self, events: Iterable[Event]) -> None:
        self._at: dict[RecordKey, int] = {}
        for event in events:
            for touched in event.touched:
                if touched.sha256:
                    self._at[RecordKey(kind=touched.kind, id=touched.id, sha256=touched.sha256)] = event.sequence

    def names(self, key: RecordKey) -> bool:
        """The log says that the record once had this state."""
        return key in self._at

    def is_later(self, one: RecordKey, other: RecordKey) -> bool:
        """The log names both, `one` after `other`."""
        return one in self._at and other in self._at and self._at[one] > self._at[other]


def judge_arrival(
    records: Sequence[StoredRecord],
    *,
    held: Mapping[tuple[str, str], Sequence[Held]],
    known: frozenset[RecordKey],
    log: Lineage,
    logs_of: Callable[[Held], Sequence[Lineage]],
    refusals: Mapping[RecordKey, str],
) -> Arrivals:
    """Give every record its standing.

    `held` are the live states that the centre has under (kind, id); `known` are the states of these records that it has
    seen before; `log` is the sender's event log, `logs_of` the other logs that
    made a state which is held; `refusals` are reasons found
    elsewhere (a sheet whose signatures do not hold).
    """
    arrived = []
    repeated = 0
    for record in records:
        live = held.get((record.kind, record.id), ())
        if record.key in known and not _came_back(record.key, live, log):
            repeated += 1
        else:
            arrived.append(_judge(record, live, log, logs_of, refusals.get(record.key, "")))
    return Arrivals(records=tuple(arrived), repeated=repeated)


def _came_back(key: RecordKey, live: Sequence[Held], log: Lineage) -> bool:
    """A state that was replaced once and made again, as by Undo: it must become current again."""
    return all(h.key != key for h in live) and any(log.is_later(key, h.key) for h in live)


def _judge(
    record: StoredRecord, live: Sequence[Held], log: Lineage, logs_of: Callable[[Held], Sequence[Lineage]], refusal: str
) -> Arrived:
    if refusal:
        return Arrived(record=record, standing=Standing.QUARANTINED, reason=refusal)
    if not log.names(record.key):
        return Arrived(record=record, standing=Standing.QUARANTINED, reason="The sender's event log does not name it.")
    if not live:
        return Arrived(record=record, standing=Standing.CURRENT)
    if record.kind in APPEND_ONLY:
        reason = "Another state is kept under the same id, and such a record never changes."
        return Arrived(record=record, standing=Standing.QUARANTINED, reason=reason)
    earlier = [h for h in live if log.is_later(record.key, h.key)]
    # The same words typed twice on two copies have one hash: then each log can hold the other's state for the older.
    disputed = {h.key for h in live if any(other.is_later(h.key, record.key) for other in logs_of(h))}
    replaces = tuple(h.key for h in earlier if h.key not in disputed)
    if any(h.standing is Standing.CURRENT and h.key in replaces for h in live):
        return Arrived(record=record, standing=Standing.CURRENT, replaces=replaces)
    if any(log.is_later(h.key, record.key) for h in live) or disputed - {h.key for h in earlier}:
        return Arrived(record=record, standing=Standing.REPLACED)
    reason = "Two copies of the vault changed it apart."
    return Arrived(record=record, standing=Standing.CONFLICT, reason=reason, replaces=replaces)


def gaps_in(numbers: Iterable[int]) -> tuple[int, ...]:
    """Numbers that are missing below the highest one."""
    seen = set(numbers)
    return tuple(n for n in range(1, max(seen, default=0)) if n not in seen)
