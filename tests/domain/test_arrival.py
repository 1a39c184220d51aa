"""What becomes of one arriving record, case by case, without a vault."""

import pytest

from assessor_app.domain.arrival import Arrived, Held, Lineage, gaps_in, judge_arrival
from assessor_app.domain.events import Event, Touched, next_event
from assessor_app.domain.exchange import RecordKey, Standing, StoredRecord
from assessor_app.domain.moments import Moment


def record(state: str, kind: str = "candidate") -> StoredRecord:
    return StoredRecord(kind=kind, id="c", parent="", sort="", revision=1, sha256=state, body="{}")


def key(state: str, kind: str = "candidate") -> RecordKey:
    return RecordKey(kind=kind, id="c", sha256=state)


def log(*states: str, kind: str = "candidate") -> Lineage:
    events: list[Event] = []
    for state in states:
        last = events[-1] if events else None
        touched = (Touched(kind=kind, id="c", sha256=state),)
        events.append(next_event(last, 0, at=Moment(utc_ms=1), actor="a", verb="v", touched=touched))
    return Lineage(events)


def judge(
    state: str,
    own: Lineage,
    *,
    live: tuple[tuple[str, Standing], ...] = (),
    others: tuple[Lineage, ...] = (),
    known: tuple[str, ...] = (),
    refusal: str = "",
    kind: str = "candidate",
) -> Arrived | None:
    held = tuple(Held(key=key(s, kind), standing=standing, device="d") for s, standing in live)
    arrivals = judge_arrival(
        [record(state, kind)],
        held={(kind, "c"): held},
        known=frozenset(key(s, kind) for s in known),
        log=own,
        logs_of=lambda _: others,
        refusals={key(state, kind): refusal} if refusal else {},
    )
    return arrivals.records[0] if arrivals.records else None


CURRENT, CONFLICT = Standing.CURRENT, Standing.CONFLICT


def standing(arrived: Arrived | None) -> Standing | None:
    return arrived.standing if arrived else None


def test_first_state_is_current() -> None:
    assert standing(judge("a", log("a"))) is CURRENT


def test_state_that_the_senders_log_does_not_name_is_held_back() -> None:
    assert standing(judge("a", log("b"))) is Standing.QUARANTINED


def test_refused_record_is_held_back_with_its_reason() -> None:
    arrived = judge("a", log("a"), refusal="The sheet does not hold.")
    assert arrived is not None
    assert (arrived.standing, arrived.reason) == (Standing.QUARANTINED, "The sheet does not hold.")


def test_later_state_takes_the_place_of_the_earlier() -> None:
    arrived = judge("b", log("a", "b"), live=(("a", CURRENT),))
    assert arrived is not None
    assert (arrived.standing, arrived.replaces) == (CURRENT, (key("a"),))


def test_earlier_state_that_comes_late_is_replaced_at_once() -> None:
    assert standing(judge("a", log("a", "b"), live=(("b", CURRENT),))) is Standing.REPLACED
    assert standing(judge("a", log("a"), live=(("b", CURRENT),), others=(log("a", "b"),))) is Standing.REPLACED


def test_states_of_two_copies_are_a_conflict() -> None:
    assert standing(judge("b", log("a", "b"), live=(("x", CURRENT),), others=(log("a", "x"),))) is CONFLICT


def test_side_of_a_conflict_that_goes_on_stays_a_side_and_replaces_its_own_past() -> None:
    arrived = judge("c", log("a", "b", "c"), live=(("x", CURRENT), ("b", CONFLICT)))
    assert arrived is not None
    assert (arrived.standing, arrived.replaces) == (CONFLICT, (key("b"),))


def test_current_side_that_goes_on_stays_current_while_the_conflict_lasts() -> None:
    arrived = judge("y", log("a", "x", "y"), live=(("x", CURRENT), ("b", CONFLICT)))
    assert arrived is not None
    assert (arrived.standing, arrived.replaces) == (CURRENT, (key("x"),))


def test_state_made_again_by_undo_becomes_current_again() -> None:
    assert standing(judge("a", log("a", "b", "a"), live=(("b", CURRENT),), known=("a", "b"))) is CURRENT


def test_state_that_is_there_is_repeated() -> None:
    assert judge("a", log("a"), live=(("a", CURRENT),), known=("a",)) is None
    assert judge("a", log("a", "b"), live=(("b", CURRENT),), known=("a",)) is None


def test_same_words_typed_on_two_copies_in_another_order_are_a_conflict_not_a_ping_pong() -> None:
    mine, theirs = log("x", "cerys", "bryn"), log("x", "bryn", "cerys")
    arrived = judge("bryn", mine, live=(("cerys", CURRENT),), others=(theirs,), known=("bryn", "cerys"))
    assert standing(arrived) is CONFLICT


@pytest.mark.parametrize("kind", ["sheet", "signature", "decision", "not_signed", "unit"])
def test_second_state_of_what_never_changes_is_held_back(kind: str) -> None:
    arrived = judge("b", log("a", "b", kind=kind), live=(("a", CURRENT),), kind=kind)
    assert standing(arrived) is Standing.QUARANTINED


def test_gaps_are_the_numbers_below_the_highest() -> None:
    assert gaps_in([]) == ()
    assert gaps_in([1, 2]) == ()
    assert gaps_in([5, 2, 3]) == (1, 4)
