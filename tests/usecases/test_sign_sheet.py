"""The manager-signature rule as a gate, against the tricks of domain.md section 4."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from assessor_app.domain.errors import KnownError
from assessor_app.domain.evidence import EvidenceItem
from assessor_app.domain.gate import Refusal
from assessor_app.domain.judging import Verdict
from assessor_app.domain.people import Standing
from assessor_app.domain.roles import Role
from assessor_app.domain.seal_statement import SealStatement
from assessor_app.domain.sheets import SheetState
from assessor_app.domain.signatures import Medium, PaperSignature
from assessor_app.storage.check import check_vault
from assessor_app.storage.files import EncryptedFiles
from assessor_app.usecases.freeze_sheet import freeze_unit
from assessor_app.usecases.judge import judge_unit, mark_criteria, recorded_reason
from assessor_app.usecases.keep_candidate import keep_candidate
from assessor_app.usecases.keep_evidence import add_evidence
from assessor_app.usecases.set_up import change_profile
from assessor_app.usecases.sign_on_paper import sign_on_paper
from assessor_app.usecases.sign_sheet import Signing, begin_capture, record_not_signed, undo_stroke, void_sheet
from tests.desk import (
    DEFAULT_PROFILE,
    ENVIRONMENT,
    OPERATIONS,
    RELIABLE,
    SIGNERS,
    Desk,
    add_candidate,
    draw,
    enrolment_of,
    frozen_sheet,
    make_ready,
    ready_judgement,
    sign,
)

DAY_MS = 24 * 3600 * 1000


def refused(found: Refusal) -> object:
    return pytest.raises(KnownError, match=found.value[:40].replace("(", r"\("))


@pytest.mark.parametrize("order", [(Role.CANDIDATE, Role.MANAGER), (Role.MANAGER, Role.CANDIDATE)])
def test_candidate_and_manager_sign_in_either_order_then_the_assessor(desk: Desk, order: tuple[Role, Role]) -> None:
    sheet = frozen_sheet(desk)
    for role in (*order, Role.ASSESSOR):
        sheet = sign(desk, sheet, role)
    assert sheet.state is SheetState.SEALED
    lines = desk.ports.files.read(sheet.pdf_sha256).decode().splitlines()[1:]
    assert [line.split()[1] for line in lines] == [r.value for r in (*order, Role.ASSESSOR)]


@pytest.mark.parametrize(
    ("first", "found"),
    [
        ((), Refusal.MANAGER_FIRST),
        ((Role.CANDIDATE,), Refusal.MANAGER_FIRST),
        ((Role.MANAGER,), Refusal.CANDIDATE_FIRST),
    ],
)
def test_assessor_is_refused_before_the_others(desk: Desk, first: tuple[Role, ...], found: Refusal) -> None:
    sheet = frozen_sheet(desk)
    for role in first:
        sheet = sign(desk, sheet, role)
    with refused(found):
        sign(desk, sheet, Role.ASSESSOR)


def test_one_box_unticked_is_no_signature(desk: Desk) -> None:
    sheet = frozen_sheet(desk)
    for ticks in ((True, False), (False, True), (), (True,)):
        with refused(Refusal.NOT_BOTH_TICKED):
            sign(desk, sheet, Role.MANAGER, ticks=ticks)


@pytest.mark.parametrize("name", ["Tegwen Morris", "tegwen  MORRIS", "Ruth Okonjo"])
def test_manager_is_never_the_candidate_or_the_assessor(desk: Desk, name: str) -> None:
    with refused(Refusal.SAME_PERSON):
        sign(desk, frozen_sheet(desk), Role.MANAGER, name=name)


def test_manager_chooses_a_role_and_says_how_identity_was_checked(desk: Desk) -> None:
    sheet = frozen_sheet(desk)
    with refused(Refusal.ROLE_NOT_CHOSEN):
        sign(desk, sheet, Role.MANAGER, role_title="")
    with refused(Refusal.NO_IDENTITY_CHECK):
        sign(desk, sheet, Role.MANAGER, identity_check=" ")


def test_edit_after_a_signature_ends_the_version_and_its_signatures(desk: Desk) -> None:
    sheet = sign(desk, frozen_sheet(desk), Role.MANAGER)
    with desk.ports.store.reading() as records:
        enrolment = records.enrolment(sheet.subject)
    judge_unit(desk.ports, enrolment, replace(ready_judgement(), text="Changed my mind."))
    with refused(Refusal.NOT_LIVE):
        sign(desk, sheet, Role.CANDIDATE)
    with desk.ports.store.reading() as records:
        ended = records.sheet(sheet.document_id)
    assert ended.state is SheetState.SUPERSEDED
    assert [s.role for s in ended.signatures] == [Role.MANAGER]
    again = freeze_unit(desk.ports, sheet.subject)
    assert again.record.version == 2
    assert not again.signatures


def test_edit_of_the_profile_between_freezing_and_signing_ends_the_version(desk: Desk) -> None:
    sheet = frozen_sheet(desk)
    workplace = replace(DEFAULT_PROFILE.assessor, standing=Standing.WORKPLACE)
    change_profile(desk.ports, replace(DEFAULT_PROFILE, assessor=workplace))
    with refused(Refusal.NOT_LIVE):
        sign(desk, sheet, Role.CANDIDATE)


def test_sealed_sheet_is_not_changed_by_an_edit_but_must_be_voided(desk: Desk) -> None:
    sheet = frozen_sheet(desk)
    for role in (Role.CANDIDATE, Role.MANAGER, Role.ASSESSOR):
        sheet = sign(desk, sheet, role)
    with desk.ports.store.reading() as records:
        enrolment = records.enrolment(sheet.subject)
    with pytest.raises(KnownError, match="sealed"):
        judge_unit(desk.ports, enrolment, replace(ready_judgement(), text="Better words."))
    voided = void_sheet(desk.ports, sheet.document_id, "E1 was dated wrongly")
    assert voided.state is SheetState.VOID
    assert voided.ended is not None
    assert voided.ended.text == "E1 was dated wrongly"
    judge_unit(desk.ports, enrolment, replace(ready_judgement(), text="Better words."))
    second = freeze_unit(desk.ports, sheet.subject)
    assert second.document_id != sheet.document_id
    with desk.ports.store.reading() as records:
        old = records.sheet(sheet.document_id)
    assert old.replaced_by == second.document_id
    assert len(old.signatures) == 3
    assert desk.ports.files.read(old.pdf_sha256)


def test_void_needs_a_reason(desk: Desk) -> None:
    sheet = frozen_sheet(desk)
    with pytest.raises(KnownError, match="reason"):
        void_sheet(desk.ports, sheet.document_id, "  ")


def test_clock_set_back_before_the_assessor_signs_is_refused_by_date(desk: Desk) -> None:
    sheet = sign(desk, sign(desk, frozen_sheet(desk), Role.CANDIDATE), Role.MANAGER)
    desk.clock.utc_ms -= 2 * DAY_MS
    with refused(Refusal.DATE_ORDER):
        sign(desk, sheet, Role.ASSESSOR)
    desk.clock.utc_ms += 2 * DAY_MS
    assert sign(desk, sheet, Role.ASSESSOR).state is SheetState.SEALED


def test_clock_set_back_an_hour_is_flagged_and_printed(desk: Desk) -> None:
    sheet = sign(desk, sign(desk, frozen_sheet(desk), Role.CANDIDATE), Role.MANAGER)
    desk.clock.utc_ms -= 3600 * 1000
    sheet = sign(desk, sheet, Role.ASSESSOR)
    assert "clock inconsistent" in sheet.signatures[-1].clock_warning
    statement = desk.ports.files.read(sheet.pdf_sha256).decode().splitlines()[-1].split(" ", 2)[2]
    assert "clock inconsistent" in SealStatement.from_bytes(statement.encode()).clock_warning


def test_restart_in_the_middle_keeps_the_order_and_the_strokes(desk: Desk) -> None:
    sheet = sign(desk, frozen_sheet(desk), Role.CANDIDATE)
    draw(desk, sheet, Role.MANAGER)
    desk.restart()
    capture, ink = begin_capture(desk.ports, sheet.document_id, Role.MANAGER)
    assert len(ink.strokes) == 1
    with refused(Refusal.MANAGER_FIRST):
        sign(desk, sheet, Role.ASSESSOR)
    sheet = sign(desk, sheet, Role.MANAGER)
    assert sign(desk, sheet, Role.ASSESSOR).state is SheetState.SEALED
    assert capture


def test_manager_away_is_recorded_and_lets_nobody_through(desk: Desk) -> None:
    sheet = sign(desk, frozen_sheet(desk), Role.CANDIDATE)
    sheet = record_not_signed(desk.ports, sheet.document_id, Role.MANAGER, "Gwyn Parry", "Away until Monday")
    with refused(Refusal.MANAGER_FIRST):
        sign(desk, sheet, Role.ASSESSOR)
    assert sheet.not_signed[0].reason.text == "Away until Monday"
    void_sheet(desk.ports, sheet.document_id, "New version after the manager's return")
    second = freeze_unit(desk.ports, sheet.subject)
    assert "Away until Monday" in second.record.content.absences[0].text  # type: ignore[union-attr]


def test_same_ink_is_never_accepted_twice(desk: Desk) -> None:
    sheet = frozen_sheet(desk)
    capture = draw(desk, sheet, Role.CANDIDATE)
    sheet = sign(desk, sheet, Role.CANDIDATE, capture=capture)
    with refused(Refusal.INK_USED_BEFORE):
        sign(desk, sheet, Role.MANAGER, capture=capture)


def test_undone_stroke_is_left_out_and_an_empty_pad_is_refused(desk: Desk) -> None:
    sheet = frozen_sheet(desk)
    capture = draw(desk, sheet, Role.CANDIDATE)
    undo_stroke(desk.ports, capture)
    with refused(Refusal.NO_INK):
        sign(desk, sheet, Role.CANDIDATE, capture=capture)


def test_typed_name_needs_a_witness_of_the_mark(desk: Desk) -> None:
    sheet = frozen_sheet(desk)
    with refused(Refusal.NO_INK):
        sign(desk, sheet, Role.CANDIDATE, capture=None)
    signed = sign(desk, sheet, Role.CANDIDATE, capture=None, mark_witness="Ruth Okonjo")
    assert signed.signatures[0].medium is Medium.TYPED


def test_paper_signature_dated_after_the_assessor_is_refused(desk: Desk) -> None:
    sheet = sign(desk, frozen_sheet(desk), Role.CANDIDATE)
    tomorrow = desk.clock.now().local_date + timedelta(days=1)
    scan = desk.ports.files.keep(b"scan")
    sheet = sign(desk, sheet, Role.MANAGER, paper=PaperSignature(date_written=tomorrow, scan_sha256=scan))
    assert sheet.signatures[-1].printed_date == tomorrow
    with refused(Refusal.DATE_ORDER):
        sign(desk, sheet, Role.ASSESSOR)


def test_owner_who_is_the_candidate_stops_but_for_the_centres_written_decision(desk: Desk) -> None:
    candidate = add_candidate(desk, RELIABLE, manager="Tegwen Morris")
    enrolment = enrolment_of(desk, candidate, RELIABLE)
    make_ready(desk, enrolment)
    with pytest.raises(KnownError, match="owner/manager is the candidate"):
        freeze_unit(desk.ports, enrolment.id)
    reason = recorded_reason(desk.ports, "Owner-run shop", "Decision 3/2026 of the centre")
    judge_unit(desk.ports, enrolment, replace(ready_judgement(), manager_exception=reason))
    sheet = freeze_unit(desk.ports, enrolment.id)
    assert Role.MANAGER not in sheet.record.required_roles
    with refused(Refusal.NOT_ON_FORM):
        sign(desk, sheet, Role.MANAGER)
    sheet = sign(desk, sign(desk, sheet, Role.CANDIDATE), Role.ASSESSOR)
    assert sheet.state is SheetState.SEALED


def test_workplace_assessor_and_units_without_the_rule_need_no_manager(desk: Desk) -> None:
    sheet = frozen_sheet(desk, ENVIRONMENT)
    assert sheet.record.required_roles == (Role.CANDIDATE, Role.ASSESSOR)
    workplace = replace(DEFAULT_PROFILE.assessor, standing=Standing.WORKPLACE)
    change_profile(desk.ports, replace(DEFAULT_PROFILE, assessor=workplace))
    candidate = add_candidate(desk, RELIABLE, name="Owen Pike")
    enrolment = enrolment_of(desk, candidate, RELIABLE)
    make_ready(desk, enrolment)
    assert Role.MANAGER not in freeze_unit(desk.ports, enrolment.id).record.required_roles


def test_assessor_in_training_needs_a_countersigner_after_them(desk: Desk) -> None:
    change_profile(desk.ports, replace(DEFAULT_PROFILE, assessor=replace(DEFAULT_PROFILE.assessor, qualified=False)))
    sheet = frozen_sheet(desk)
    with refused(Refusal.MANAGER_FIRST):
        sign(desk, sheet, Role.COUNTERSIGNER)
    for role in (Role.CANDIDATE, Role.MANAGER):
        sheet = sign(desk, sheet, role)
    with refused(Refusal.ASSESSOR_FIRST):
        sign(desk, sheet, Role.COUNTERSIGNER)
    sheet = sign(desk, sheet, Role.ASSESSOR)
    assert sheet.state is SheetState.FROZEN
    assert sign(desk, sheet, Role.COUNTERSIGNER).state is SheetState.SEALED


def test_unit_without_a_regime_cannot_be_frozen(desk: Desk) -> None:
    candidate = add_candidate(desk, OPERATIONS)
    enrolment = enrolment_of(desk, candidate, OPERATIONS)
    make_ready(desk, enrolment)
    with pytest.raises(KnownError, match="missing"):
        freeze_unit(desk.ports, enrolment.id)


def test_decision_taken_back_opens_the_gap_again(desk: Desk) -> None:
    sheet = frozen_sheet(desk)
    with desk.ports.store.reading() as records:
        enrolment = records.enrolment(sheet.subject)
        first = records.decisions_of(enrolment.id)
    mark_criteria(desk.ports, [first[0].criterion], Verdict.NOT_YET, "Not on a busy day")
    with desk.ports.store.reading() as records:
        assert records.decisions_of(enrolment.id)[: len(first)] == first
        assert records.sheet(sheet.document_id).state is SheetState.SUPERSEDED
    with pytest.raises(KnownError, match="missing"):
        freeze_unit(desk.ports, enrolment.id)


def test_printed_dates_compare_as_local_days() -> None:
    # 23:30 UTC in summer is 00:30 of the next day in London: the printed dates decide.
    from assessor_app.domain.moments import Moment

    summer = Moment(utc_ms=1_782_862_200_000, offset_min=60)
    assert summer.local_date == date(2026, 7, 1)
    assert summer.utc.date() == date(2026, 6, 30)


def test_event_that_comes_while_the_seal_is_made_is_followed_not_lost(desk: Desk) -> None:
    sheet = frozen_sheet(desk)
    seal = desk.ports.sealer.seal
    others = iter((True, False))

    def overtaken(pdf: bytes, **given: object) -> bytes:
        if next(others, False):
            change_profile(desk.ports, DEFAULT_PROFILE)
        return seal(pdf, **given)  # type: ignore[arg-type]

    desk.ports.sealer.seal = overtaken  # type: ignore[method-assign,assignment]
    signed = sign(desk, sheet, Role.CANDIDATE)
    with desk.ports.store.reading() as records:
        event = records.last_event()
    assert event is not None
    assert (event.verb, event.sequence) == ("sign sheet", signed.signatures[0].sequence)
    line = desk.ports.files.read(signed.pdf_sha256).decode().splitlines()[-1].split(" ", 2)[2]
    assert SealStatement.from_bytes(line.encode()).chain_hash == event.previous


def test_sealed_sheet_when_a_name_is_corrected_later_stands_and_blocks_nothing(desk: Desk) -> None:
    sheet = frozen_sheet(desk)
    for role in (Role.CANDIDATE, Role.MANAGER, Role.ASSESSOR):
        sheet = sign(desk, sheet, role)
    with desk.ports.store.reading() as records:
        candidate = records.candidate(sheet.record.content.candidate.id)
        units = [e.unit for e in records.enrolments_of(candidate.id)]
    keep_candidate(desk.ports, replace(candidate, name="Tegwen Hâf Morris"), units)
    add_evidence(
        desk.ports,
        EvidenceItem(id=desk.ports.new_id(), candidate=candidate.id, number=0, title="Later", dated=date(2026, 11, 20)),
    )
    with desk.ports.store.reading() as records:
        assert records.sheet(sheet.document_id).state is SheetState.SEALED


def test_scan_of_a_paper_signature_belongs_to_it(desk: Desk, tmp_path: Path) -> None:
    sheet = sign(desk, frozen_sheet(desk), Role.CANDIDATE)
    scan = tmp_path / "signed page.jpg"
    scan.write_bytes(b"a photograph of the signed page")
    row = next(s for s in sheet.record.signatories if s.role is Role.MANAGER)
    signing = Signing(
        document=sheet.document_id,
        signer=SIGNERS[Role.MANAGER],
        ticks=tuple(True for _ in row.declaration.statements),
    )
    signed = sign_on_paper(desk.ports, signing, desk.clock.now().local_date, scan)
    sha256 = signed.signatures[-1].scan_sha256
    assert desk.ports.files.read(sha256) == scan.read_bytes()
    with desk.vault.reading() as records:
        leaving = [i for i in records.exchange.leaving() if i.record.kind == "signature" and i.files]
    assert [f.sha256 for item in leaving for f in item.files] == [sha256]  # the centre gets it as well
    files = desk.ports.files
    assert isinstance(files, EncryptedFiles)
    assert check_vault(desk.vault, files) == ()
    files.remove(sha256)
    assert any("signature on paper" in what for what in check_vault(desk.vault, files))
