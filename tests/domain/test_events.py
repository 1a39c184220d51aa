"""The chain shows deletion, edit, reordering and truncation at its place; the clock's steps are seen."""

from dataclasses import replace

import pytest

from assessor_app.domain.events import GENESIS, ClockFlag, Event, Touched, chain_faults, next_event
from assessor_app.domain.moments import Moment

HOUR = 3_600_000


def chain(length: int = 6) -> list[Event]:
    events: list[Event] = []
    for i in range(length):
        at = Moment(utc_ms=1_000_000 + i * 1000, boot_ms=i * 1000, boot_id="b")
        touched = (Touched(kind="candidate", id=str(i), sha256="0" * 64),)
        last = events[-1] if events else None
        events.append(next_event(last, 0, at=at, actor="a", verb="v", touched=touched))
    return events


def test_whole_chain_holds() -> None:
    events = chain()
    assert chain_faults(events) == ()
    assert events[0].previous == GENESIS


def test_deletion_is_named() -> None:
    events = chain()
    assert any("record 3" in fault for fault in chain_faults(events[:2] + events[3:]))


def test_edit_is_named() -> None:
    events = chain()
    events[2] = replace(events[2], verb="other")
    assert any("record 3 was changed" in fault for fault in chain_faults(events))


def test_edit_with_its_own_hash_made_good_breaks_the_next() -> None:
    events = chain()
    events[2] = replace(events[2], verb="other").sealed()
    assert any("record 4 does not follow" in fault for fault in chain_faults(events))


def test_reordering_is_named() -> None:
    events = chain()
    events[1], events[2] = events[2], events[1]
    assert chain_faults(events)


@pytest.mark.parametrize(
    ("wall", "boot", "same_boot", "flag"),
    [
        (1000, 1000, True, ClockFlag.STEADY),
        (8 * HOUR, 8 * HOUR, True, ClockFlag.STEADY),
        (-HOUR, 1000, True, ClockFlag.BACK),
        (HOUR, 1000, True, ClockFlag.FORWARD),
        (24 * HOUR, 500, False, ClockFlag.STEADY),
        (-24 * HOUR, 500, False, ClockFlag.BACK),
        (-56 * 365 * 24 * HOUR, 500, False, ClockFlag.BACK),
    ],
)
def test_clock_steps_are_flagged(wall: int, boot: int, same_boot: bool, flag: ClockFlag) -> None:
    start = 1_795_000_000_000
    first = next_event(None, 0, at=Moment(utc_ms=start, boot_ms=5000, boot_id="b1"), actor="a", verb="v", touched=())
    later = Moment(utc_ms=start + wall, boot_ms=5000 + boot if same_boot else boot, boot_id="b1" if same_boot else "b2")
    assert next_event(first, start, at=later, actor="a", verb="v", touched=()).clock is flag
