"""The event log in words over a real vault: sound, changed, cut off, with a clock that stepped; no verb is bare."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import assessor_app
from assessor_app.domain.erasure import ERASED_FROM_COPY, EraseReason
from assessor_app.domain.events import ClockFlag, Touched
from assessor_app.storage.check_records import RECORD_TABLES
from assessor_app.usecases.event_words import NAMED_KINDS, NAMED_VERBS, counted, sentence_of, touched_words
from assessor_app.usecases.read_log import read_log
from tests.bare_sql import bare_sql
from tests.desk import RELIABLE, Desk, add_candidate, frozen_sheet, open_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk(tmp_path / "vault") as opened:
        yield opened


def test_log_when_it_is_whole_reads_newest_first_in_ordinary_words(desk: Desk) -> None:
    frozen_sheet(desk)
    log = read_log(desk.ports)
    assert log.faults == ()
    assert log.verdict == f"The log holds from 1 to {len(log.lines)}"
    assert [line.sequence for line in log.lines] == list(range(len(log.lines), 0, -1))
    newest, oldest = log.lines[0], log.lines[-1]
    assert (newest.what, newest.who) == ("Made a sheet ready to sign", "Ruth Okonjo")
    assert "1 sheet" in newest.touched
    assert oldest.what == "Set up the vault"


def test_log_when_a_record_is_changed_names_it(desk: Desk) -> None:
    add_candidate(desk, RELIABLE)
    bare_sql(desk.vault, "UPDATE event SET body = replace(body, 'keep candidate', 'keep candidates')")
    log = read_log(desk.ports)
    changed = next(line.sequence for line in log.lines if line.what == "Keep candidates")
    assert log.verdict == "The log does not hold"
    assert f"record {changed} was changed" in log.faults


def test_log_when_its_end_is_cut_off_says_so(desk: Desk) -> None:
    add_candidate(desk, RELIABLE)
    last = read_log(desk.ports).lines[0].sequence
    bare_sql(desk.vault, f"DELETE FROM event WHERE sequence = {last}")
    assert any("cut off" in fault and str(last) in fault for fault in read_log(desk.ports).faults)


def test_log_when_the_clock_went_back_flags_the_line(desk: Desk) -> None:
    desk.clock.utc_ms -= 3_600_000
    add_candidate(desk, RELIABLE)
    assert read_log(desk.ports).lines[0].clock is ClockFlag.BACK


def test_verb_without_a_sentence_is_shown_as_it_is_stored() -> None:
    assert sentence_of("polish brass") == "Polish brass"
    assert counted("brass_plate", 2) == "2 brass plate"


def test_touched_records_are_counted_by_kind() -> None:
    touched = [Touched(kind=k, id=str(n), sha256="") for n, k in enumerate(("decision", "decision", "observation"))]
    assert touched_words(touched) == "2 decisions on criteria, 1 visit"
    assert touched_words(()) == ""


def verbs_written() -> set[str]:
    """Every verb that stands in the source as a text: of `writing`, and of whoever passes one on."""
    found = set()
    for path in Path(assessor_app.__file__).parent.rglob("*.py"):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(call, ast.Call):
                continue
            name = getattr(call.func, "attr", getattr(call.func, "id", ""))
            place = {"writing": 0, "note_handed_out": 2}.get(name)
            texts = [k.value for k in call.keywords if k.arg == "verb"]
            texts += call.args[place : place + 1] if place is not None else []
            found |= {t.value for t in texts if isinstance(t, ast.Constant) and isinstance(t.value, str)}
    return found


def test_every_verb_that_the_program_writes_has_a_sentence() -> None:
    written = verbs_written()
    assert {"sign sheet", "print sheet", "the end of the log was lost"} <= written  # the search finds what is there
    assert written | {ERASED_FROM_COPY, *(reason.verb for reason in EraseReason)} == NAMED_VERBS


def test_every_kind_of_record_has_words() -> None:
    assert {table.name for table in RECORD_TABLES} == NAMED_KINDS
