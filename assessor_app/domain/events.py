"""The event log: one row for each committed use case, chained by hashes, so that no row can go or change unseen."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from assessor_app.domain.canonical import content_hash
from assessor_app.domain.moments import Moment, clock_step_ms

GENESIS = "0" * 64
TOLERATED_STEP_MS = 120_000  # a laptop's clock is set by minutes, not by seconds


class ClockFlag(Enum):
    """What the clock did since the row before."""

    STEADY = ""
    BACK = "clock went back"
    FORWARD = "clock went forward"


@dataclass(frozen=True, slots=True, kw_only=True)
class Touched:
    """A record that the event changed, with the hash of what it became."""

    kind: str
    id: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One row. `hash` covers everything else in it, the hash of the row before included."""

    sequence: int
    at: Moment
    actor: str
    verb: str
    touched: tuple[Touched, ...]
    clock: ClockFlag
    previous: str
    hash: str = ""

    def sealed(self) -> "Event":
        """The same event with its hash computed."""
        return Event(
            sequence=self.sequence,
            at=self.at,
            actor=self.actor,
            verb=self.verb,
            touched=self.touched,
            clock=self.clock,
            previous=self.previous,
            hash=_hash(self),
        )


def _hash(event: Event) -> str:
    return content_hash(
        {
            "sequence": event.sequence,
            "at": event.at,
            "actor": event.actor,
            "verb": event.verb,
            "touched": event.touched,
            "clock": event.clock,
            "previous": event.previous,
        }
    )


def next_event(
    last: Event | None, high_water_ms: int, *, at: Moment, actor: str, verb: str, touched: tuple[Touched, ...]
) -> Event:
    """The row that follows `last`; `high_water_ms` is the latest wall clock ever recorded."""
    return Event(
        sequence=last.sequence + 1 if last else 1,
        at=at,
        actor=actor,
        verb=verb,
        touched=touched,
        clock=clock_flag(last, high_water_ms, at),
        previous=last.hash if last else GENESIS,
    ).sealed()


def clock_flag(last: Event | None, high_water_ms: int, at: Moment) -> ClockFlag:
    """What the clock did between the last event and now."""
    if last is None:
        return ClockFlag.STEADY
    step = clock_step_ms(last.at, at)
    if step < -TOLERATED_STEP_MS or at.utc_ms < high_water_ms - TOLERATED_STEP_MS:
        return ClockFlag.BACK
    return ClockFlag.FORWARD if step > TOLERATED_STEP_MS else ClockFlag.STEADY


def chain_faults(events: Iterable[Event]) -> tuple[str, ...]:
    """Every place where the chain does not hold, in words with the position; empty where it does."""
    return _faults(events, 1, GENESIS)


def segment_faults(events: Sequence[Event]) -> tuple[str, ...]:
    """The same for a stretch of a log: it may begin anywhere, and must hold from there on."""
    if not events:
        return ()
    first = events[0]
    begins_well = (first.sequence == 1) == (first.previous == GENESIS) and first.sequence >= 1
    odd = () if begins_well else (f"record {first.sequence} does not begin as a log does",)
    return odd + _faults(events, first.sequence, first.previous)


def _faults(events: Iterable[Event], expected_sequence: int, previous: str) -> tuple[str, ...]:
    faults = []
    for event in events:
        if event.sequence != expected_sequence:
            faults.append(f"record {expected_sequence} is missing or out of order (found {event.sequence})")
        if event.previous != previous:
            faults.append(f"record {event.sequence} does not follow the record before it")
        if event.hash != _hash(event):
            faults.append(f"record {event.sequence} was changed")
        expected_sequence, previous = event.sequence + 1, event.hash
    return tuple(faults)
