"""Checking a sheet: good ones are good, and each attack is noticed and named; a control stands beside each detector."""

import logging
import random
import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from assessor_app.domain.canonical import canonical_json, content_hash, sha256_hex
from assessor_app.domain.errors import KnownError
from assessor_app.domain.seal_statement import Medium
from assessor_app.domain.verification import Integrity, ProblemCode, SheetReport, Trust, Verdict
from assessor_app.signing.keys import device_common_name, generate_device_key
from assessor_app.signing.verify import MAX_SHEET_BYTES, verify_sheet
from tests.signing import attacks
from tests.signing.builders import (
    MORNING_MS,
    NOW,
    ROLES,
    base_sheet,
    centre,
    enrolled_key,
    record_of,
    sign,
    sign_all,
    signed_sheet,
    statement_for,
    stranger_key,
    unenrolled_key,
)

DAY_MS = 86_400_000
FULL = ("candidate", "manager", "assessor")


def check(pdf: bytes) -> SheetReport:
    return verify_sheet(pdf, anchors=[centre().certificate_pem])


def codes_of(report: SheetReport, role: str) -> set[ProblemCode]:
    signature = report.signature(role)
    assert signature is not None
    return {problem.code for problem in signature.problems}


# -- good sheets ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("roles", [FULL, ("manager", "candidate", "assessor"), ROLES[:4], ROLES, (*FULL, "iqa")])
def test_verify_when_signed_in_order_then_good_and_trusted(roles: tuple[str, ...]) -> None:
    pdf = signed_sheet(roles)
    report = verify_sheet(pdf, anchors=[centre().certificate_pem], known_sha256=sha256_hex(pdf).upper())
    assert report.all_problems == ()
    assert report.verdict is Verdict.GOOD
    assert [signature.role for signature in report.signatures] == list(roles)
    assert {signature.trust for signature in report.signatures} == {Trust.TRUSTED}
    assert {signature.integrity for signature in report.signatures} == {Integrity.INTACT}
    assert report.form == "ERS"
    assert report.version == 1
    assert report.required_roles == FULL
    assert report.file_sha256 == sha256_hex(pdf)
    manager = report.signature("manager")
    assert manager is not None
    assert manager.signer_name == "Morgan Llŷr"
    assert manager.role_title == "line manager"
    assert manager.signed_at == NOW
    assert "witness seal" in manager.sealed_by


def test_verify_when_no_anchor_then_good_and_trust_not_checked() -> None:
    report = verify_sheet(signed_sheet())
    assert report.verdict is Verdict.GOOD
    assert {signature.trust for signature in report.signatures} == {Trust.NOT_CHECKED}


def test_verify_when_sealed_before_enrolment_then_trusted_by_key() -> None:
    pdf = sign_all(base_sheet(), FULL, unenrolled_key())
    device = enrolled_key().certificate_pem
    report = verify_sheet(pdf, anchors=[centre().certificate_pem, device])
    assert report.verdict is Verdict.GOOD
    assert {signature.trust for signature in report.signatures} == {Trust.TRUSTED_BY_KEY}
    assert check(pdf).codes == {ProblemCode.KEY_NOT_TRUSTED}


def test_verify_when_enrolled_between_two_signatures_then_good() -> None:
    pdf = sign(sign(base_sheet(), "candidate", unenrolled_key()), "manager", unenrolled_key())
    pdf = sign(pdf, "assessor", enrolled_key())
    report = verify_sheet(pdf, anchors=[centre().certificate_pem, enrolled_key().certificate_pem])
    assert report.all_problems == ()


def test_verify_when_self_signed_certificate_is_pinned_then_trusted() -> None:
    pdf = sign_all(base_sheet(), FULL, unenrolled_key())
    report = verify_sheet(pdf, anchors=[unenrolled_key().certificate_pem])
    assert {signature.trust for signature in report.signatures} == {Trust.TRUSTED}


def test_verify_when_several_anchors_in_one_file_then_each_counts() -> None:
    both = stranger_key().certificate_pem + centre().certificate_pem
    assert verify_sheet(signed_sheet(), anchors=[both]).verdict is Verdict.GOOD


def test_verify_when_anchor_is_unreadable_then_known_error() -> None:
    with pytest.raises(KnownError):
        verify_sheet(signed_sheet(), anchors=[b"no certificate"])


def test_verify_when_typed_twice_then_no_ink_is_no_same_ink() -> None:
    pdf = base_sheet()
    for role in FULL:
        pdf = sign(pdf, role, enrolled_key(), medium=Medium.TYPED, ink_hash="", ink_points=0)
    assert check(pdf).verdict is Verdict.GOOD


def test_verify_when_paper_and_clock_warning_then_noted_and_good() -> None:
    pdf = sign(base_sheet(), "candidate", enrolled_key())
    pdf = sign(pdf, "manager", enrolled_key(), medium=Medium.PAPER, clock_warning="back by 3 hours")
    report = check(sign(pdf, "assessor", enrolled_key()))
    manager = report.signature("manager")
    assert report.verdict is Verdict.GOOD
    assert manager is not None
    assert len(manager.notes) == 2


def test_verify_when_observation_record_then_candidate_and_assessor_suffice() -> None:
    record = record_of(("candidate", "assessor"), manager_rule=False, form="OBS")
    pdf = base_sheet(record=canonical_json(record), roles=("candidate", "assessor"))
    report = check(sign_all(pdf, ("candidate", "assessor"), enrolled_key()))
    assert report.verdict is Verdict.GOOD
    assert report.form == "OBS"


# -- order and required roles -----------------------------------------------------------------------------------------


def late(role: str, *, with_locks: bool = True) -> bytes:
    """`role` signs after the assessor, past the gate and past the sealer."""
    early = [other for other in FULL if other != role]
    pdf = sign_all(base_sheet(with_locks=with_locks), early, enrolled_key())
    return attacks.raw_sign(pdf, role, enrolled_key(), statement_for(pdf, role).to_bytes())


@pytest.mark.parametrize(
    ("role", "code"),
    [("manager", ProblemCode.MANAGER_AFTER_ASSESSOR), ("candidate", ProblemCode.CANDIDATE_AFTER_ASSESSOR)],
)
def test_verify_when_late_signature_then_assessors_is_invalid_and_named(role: str, code: ProblemCode) -> None:
    report = check(late(role))
    assert report.verdict is Verdict.NOT_GOOD
    assert code in report.codes
    assert ProblemCode.LOCKED_FIELD_CHANGED in codes_of(report, "assessor")
    assessor = report.signature("assessor")
    assert assessor is not None
    assert assessor.integrity is Integrity.CHANGED_SINCE
    sentences = [problem.sentence for problem in report.all_problems]
    assert any("after the assessor's. The order rule" in sentence for sentence in sentences)


def test_verify_when_late_and_no_locks_then_order_is_still_named() -> None:
    report = check(late("manager", with_locks=False))
    assert {ProblemCode.MANAGER_AFTER_ASSESSOR, ProblemCode.LOCK_MISSING} <= report.codes
    assessor = report.signature("assessor")
    assert assessor is not None
    assert assessor.integrity is Integrity.INTACT  # the control: without a lock nothing else notices


@pytest.mark.parametrize("missing", FULL)
def test_verify_when_required_signature_is_missing_then_not_good(missing: str) -> None:
    pdf = sign_all(base_sheet(), [role for role in FULL if role != missing], enrolled_key())
    report = check(pdf)
    assert report.verdict is Verdict.NOT_GOOD
    assert report.codes == {ProblemCode.REQUIRED_SIGNATURE_MISSING}


def test_verify_when_unsigned_then_not_good_and_three_are_missing() -> None:
    report = check(base_sheet())
    assert report.verdict is Verdict.NOT_GOOD
    assert [problem.code for problem in report.problems] == [ProblemCode.REQUIRED_SIGNATURE_MISSING] * 3


def test_verify_when_countersigner_is_required_and_missing_then_not_good() -> None:
    base = base_sheet(ROLES[:4])
    assert check(sign_all(base, FULL, enrolled_key())).codes == {ProblemCode.REQUIRED_SIGNATURE_MISSING}
    assert check(sign_all(base, ROLES[:4], enrolled_key())).verdict is Verdict.GOOD


def test_verify_when_countersigner_before_assessor_then_named() -> None:
    pdf = sign_all(base_sheet(), ("candidate", "manager", "countersigner"), enrolled_key())
    pdf = attacks.raw_sign(pdf, "assessor", enrolled_key(), statement_for(pdf, "assessor").to_bytes())
    assert ProblemCode.COUNTERSIGNER_BEFORE_ASSESSOR in check(pdf).codes


def test_verify_when_iqa_is_not_last_then_named() -> None:
    pdf = sign_all(base_sheet(), (*FULL, "iqa"), enrolled_key())
    pdf = attacks.raw_sign(pdf, "countersigner", enrolled_key(), statement_for(pdf, "countersigner").to_bytes())
    report = check(pdf)
    assert ProblemCode.IQA_NOT_LAST in report.codes
    assert ProblemCode.LOCKED_FIELD_CHANGED in codes_of(report, "iqa")


def managers_day(shift_ms: int, offset: int = 60) -> SheetReport:
    pdf = sign(base_sheet(), "candidate", enrolled_key())
    pdf = sign(pdf, "manager", enrolled_key(), captured_utc_ms=MORNING_MS + shift_ms, captured_offset_min=offset)
    return check(sign(pdf, "assessor", enrolled_key()))


def test_verify_when_managers_date_is_later_then_named() -> None:
    assert managers_day(DAY_MS).codes == {ProblemCode.MANAGER_DATE_AFTER_ASSESSOR}


def test_verify_when_manager_is_later_on_the_same_day_or_earlier_then_good() -> None:
    assert managers_day(3_600_000).verdict is Verdict.GOOD
    assert managers_day(-DAY_MS).verdict is Verdict.GOOD


def test_verify_when_only_the_local_date_is_later_then_named() -> None:
    late_evening = 13 * 3_600_000 + 45 * 60_000  # 09:30 UTC + 13:45 = 23:15 UTC, which is the next day in summer time
    assert managers_day(late_evening, offset=60).codes == {ProblemCode.MANAGER_DATE_AFTER_ASSESSOR}
    assert managers_day(late_evening, offset=0).verdict is Verdict.GOOD


def test_verify_when_sequence_runs_back_then_named() -> None:
    pdf = sign(base_sheet(), "candidate", enrolled_key(), sequence=500)
    pdf = sign(pdf, "manager", enrolled_key(), sequence=499)
    assert ProblemCode.SEQUENCE_OUT_OF_ORDER in check(sign(pdf, "assessor", enrolled_key(), sequence=501)).codes


def test_verify_when_one_ink_in_two_roles_then_named() -> None:
    pdf = sign(base_sheet(), "candidate", enrolled_key(), ink_hash="ab" * 32)
    pdf = sign(pdf, "manager", enrolled_key(), ink_hash="ab" * 32)
    report = check(sign(pdf, "assessor", enrolled_key()))
    assert report.codes == {ProblemCode.SAME_INK}
    assert "candidate and the line manager" in report.problems[0].sentence


@pytest.mark.parametrize("ticks", [(True, False), (False, True), (True,), ()])
def test_verify_when_manager_ticked_one_of_two_then_named(ticks: tuple[bool, ...]) -> None:
    pdf = sign(base_sheet(), "candidate", enrolled_key())
    pdf = sign(pdf, "manager", enrolled_key(), ticks=ticks)
    assert check(sign(pdf, "assessor", enrolled_key())).codes == {ProblemCode.TICKS_INCOMPLETE}


def test_verify_when_others_have_no_boxes_or_choose_one_then_good() -> None:
    pdf = sign(base_sheet(), "candidate", enrolled_key(), ticks=())
    pdf = sign(sign(pdf, "manager", enrolled_key()), "assessor", enrolled_key(), ticks=())
    assert check(sign(pdf, "iqa", enrolled_key(), ticks=(True, False))).verdict is Verdict.GOOD
    miscounted = sign(base_sheet(), "candidate", enrolled_key(), ticks=(True,))
    assert ProblemCode.TICKS_INCOMPLETE in check(miscounted).codes


# -- the statement against the file -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"role": "assessor"}, ProblemCode.STATEMENT_ROLE_DIFFERS),
        ({"document_id": "another"}, ProblemCode.STATEMENT_DOCUMENT_DIFFERS),
        ({"version": 2}, ProblemCode.STATEMENT_DOCUMENT_DIFFERS),
        ({"content_hash": "0" * 64}, ProblemCode.STATEMENT_CONTENT_DIFFERS),
        ({"base_sha256": "0" * 64}, ProblemCode.BASE_DIFFERS),
        ({"base_length": 10}, ProblemCode.BASE_DIFFERS),
    ],
)
def test_verify_when_statement_does_not_fit_then_named(changes: dict[str, object], code: ProblemCode) -> None:
    pdf = sign(base_sheet(), "candidate", enrolled_key())
    statement = replace(statement_for(pdf, "manager"), **changes)  # type: ignore[arg-type]
    pdf = attacks.raw_sign(pdf, "manager", enrolled_key(), statement.to_bytes())
    report = check(sign(pdf, "assessor", enrolled_key()))
    assert code in codes_of(report, "manager")
    assert codes_of(report, "candidate") == set()


def test_verify_when_shorter_prefix_with_true_digest_then_base_differs() -> None:
    pdf = sign(base_sheet(), "candidate", enrolled_key())
    base = base_sheet()
    statement = replace(statement_for(pdf, "manager"), base_length=len(base), base_sha256=sha256_hex(base))
    pdf = attacks.raw_sign(pdf, "manager", enrolled_key(), statement.to_bytes())
    assert codes_of(check(pdf), "manager") == {ProblemCode.BASE_DIFFERS}


def test_verify_when_never_had_a_statement_then_named() -> None:
    pdf = attacks.raw_sign(base_sheet(), "candidate", enrolled_key(), None)
    assert codes_of(check(pdf), "candidate") == {ProblemCode.STATEMENT_MISSING}


def test_verify_when_statement_was_cut_out_then_signature_is_wrong() -> None:
    pdf = attacks.without_statement(signed_sheet(), "manager")
    report = check(pdf)
    assert codes_of(report, "manager") & {ProblemCode.SIGNATURE_WRONG, ProblemCode.CONTAINER_ALTERED}
    assert report.verdict is Verdict.NOT_GOOD


def test_verify_when_statement_is_no_statement_then_named() -> None:
    pdf = attacks.raw_sign(base_sheet(), "candidate", enrolled_key(), b'{"role":"candidate"}')
    assert codes_of(check(pdf), "candidate") == {ProblemCode.STATEMENT_UNREADABLE}


# -- keys -------------------------------------------------------------------------------------------------------------


def test_verify_when_signed_by_a_stranger_then_not_trusted() -> None:
    pdf = sign_all(base_sheet(), FULL, stranger_key())
    report = check(pdf)
    assert report.verdict is Verdict.NOT_GOOD
    assert report.codes == {ProblemCode.KEY_NOT_TRUSTED}
    assert verify_sheet(pdf).verdict is Verdict.GOOD  # the control: without an anchor nobody can tell


def test_verify_when_one_signature_is_by_another_key_then_named_even_without_anchor() -> None:
    pdf = sign(sign(base_sheet(), "candidate", enrolled_key()), "manager", stranger_key())
    report = verify_sheet(sign(pdf, "assessor", enrolled_key()))
    assert report.codes == {ProblemCode.SEALED_BY_DIFFERENT_KEYS}


def test_verify_when_iqa_uses_their_own_device_then_good() -> None:
    pdf = sign(signed_sheet(), "iqa", stranger_key(), device_id="0099", sequence=1)
    assert verify_sheet(pdf).verdict is Verdict.GOOD


def test_verify_when_revoked_then_named() -> None:
    serial = enrolled_key().certificate.serial_number
    report = verify_sheet(signed_sheet(), anchors=[centre().certificate_pem], revoked_serials={serial})
    assert report.codes == {ProblemCode.KEY_REVOKED}
    assert verify_sheet(signed_sheet(), revoked_serials={serial + 1}).verdict is Verdict.GOOD


def test_verify_when_another_devices_certificate_is_the_only_anchor_then_not_trusted() -> None:
    other = generate_device_key(device=device_common_name("2"), centre="X", now=NOW)
    assert verify_sheet(signed_sheet(), anchors=[other.certificate_pem]).codes == {ProblemCode.KEY_NOT_TRUSTED}


# -- changes after signing --------------------------------------------------------------------------------------------

OTHER_RECORD = canonical_json(record_of(("assessor",), content={"judgement": "competent beyond doubt"}))


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (attacks.replace_page, ProblemCode.PAGE_CHANGED),
        (attacks.swap_ink("manager"), ProblemCode.APPEARANCE_CHANGED),
        (attacks.swap_ink("assessor"), ProblemCode.APPEARANCE_CHANGED),
        (attacks.replace_record(OTHER_RECORD), ProblemCode.RECORD_REPLACED),
        (attacks.add_field("manager_2"), ProblemCode.FIELD_ADDED),
        (attacks.empty_field("manager"), ProblemCode.CHANGED_AFTER_LAST_SIGNATURE),
    ],
)
def test_verify_when_an_increment_changes_something_then_named(change: attacks.Change, code: ProblemCode) -> None:
    pdf = attacks.increment(signed_sheet(), change)
    assert pdf.startswith(signed_sheet())
    report = check(pdf)
    assert report.verdict is Verdict.NOT_GOOD
    assert {code, ProblemCode.CHANGED_AFTER_LAST_SIGNATURE} <= report.codes


@pytest.mark.parametrize("change", [attacks.replace_page, attacks.swap_ink("candidate")])
def test_verify_when_change_is_hidden_in_the_next_signature_then_named(change: attacks.Change) -> None:
    pdf = sign_all(base_sheet(), ("candidate", "manager"), enrolled_key())
    pdf = attacks.raw_sign(pdf, "assessor", enrolled_key(), statement_for(pdf, "assessor").to_bytes(), change=change)
    report = check(pdf)
    candidate = report.signature("candidate")
    assert report.verdict is Verdict.NOT_GOOD
    assert candidate is not None
    assert candidate.integrity is Integrity.CHANGED_SINCE


def test_verify_when_change_is_hidden_in_the_first_signature_then_named() -> None:
    pdf = base_sheet()
    statement = statement_for(pdf, "candidate").to_bytes()
    changed = attacks.raw_sign(pdf, "candidate", enrolled_key(), statement, change=attacks.replace_page)
    assert ProblemCode.BASE_CHANGED_WHILE_SIGNING in check(changed).codes
    plain = sign(pdf, "candidate", enrolled_key())
    assert ProblemCode.BASE_CHANGED_WHILE_SIGNING not in check(plain).codes


def test_verify_when_an_increment_precedes_the_first_signature_then_named() -> None:
    pdf = attacks.increment(base_sheet(), attacks.replace_page)
    report = check(sign_all(pdf, FULL, enrolled_key()))
    assert ProblemCode.REVISIONS_DO_NOT_ADD_UP in report.codes


def test_verify_when_first_signature_does_not_certify_then_named() -> None:
    pdf = base_sheet()
    pdf = attacks.raw_sign(pdf, "candidate", enrolled_key(), statement_for(pdf, "candidate").to_bytes(), certify=False)
    assert codes_of(check(pdf), "candidate") == {ProblemCode.NOT_CERTIFYING}


def test_verify_when_an_extra_signature_was_added_then_named() -> None:
    pdf = signed_sheet()
    statement = statement_for(pdf, "boss").to_bytes()
    for new_field in (False, True):
        change = None if new_field else attacks.add_field("boss")
        forged = attacks.raw_sign(pdf, "boss", enrolled_key(), statement, change=change, new_field=new_field)
        assert ProblemCode.UNKNOWN_SIGNATURE in check(forged).codes


@pytest.mark.parametrize("tail", [b"\0", b"\n", b"hello", b"%PDF-1.7 other\n%%EOF\n", b"startxref\n0\n%%EOF\n"])
def test_verify_when_bytes_are_appended_then_named(tail: bytes) -> None:
    report = check(signed_sheet() + tail)
    assert report.verdict in (Verdict.NOT_GOOD, Verdict.UNREADABLE)
    assert report.codes & {ProblemCode.CHANGED_AFTER_LAST_SIGNATURE, ProblemCode.DAMAGED}


def test_verify_when_cut_to_each_earlier_revision_then_named() -> None:
    pdf = signed_sheet()
    ends = attacks.revision_ends(pdf)
    assert len(ends) == 4
    for end in ends[:-1]:
        report = check(pdf[:end])
        assert report.verdict is Verdict.NOT_GOOD
        assert report.codes == {ProblemCode.REQUIRED_SIGNATURE_MISSING}
    assert check(pdf[: ends[-1]]).verdict is Verdict.GOOD


def test_verify_when_cut_before_the_iqa_then_only_the_known_hash_tells() -> None:
    pdf = signed_sheet((*FULL, "iqa"))
    cut = pdf[: attacks.revision_ends(pdf)[-2]]
    assert check(cut).verdict is Verdict.GOOD  # signing.md: this is why vault, manifest and receipt hold the hash
    assert verify_sheet(cut, known_sha256=sha256_hex(pdf)).codes == {ProblemCode.FILE_HASH_DIFFERS}


# -- the record -------------------------------------------------------------------------------------------------------


def with_record(**changes: object) -> SheetReport:
    record = record_of(FULL, **changes)  # type: ignore[arg-type]
    return check(sign_all(base_sheet(record=canonical_json(record)), FULL, enrolled_key()))


def test_verify_when_records_hash_is_not_its_contents_then_named() -> None:
    report = with_record(content={"judgement": "another"}, content_hash=content_hash({"unit": 1}))
    assert {ProblemCode.RECORD_HASH_DIFFERS, ProblemCode.STATEMENT_CONTENT_DIFFERS} <= report.codes


@pytest.mark.parametrize(
    "changes",
    [
        {"required_roles": []},
        {"required_roles": ["candidate"]},
        {"required_roles": ["assessor", "assessor"]},
        {"required_roles": ["assessor", "king"]},
        {"required_roles": "assessor"},
        {"version": True},
        {"version": -1},
        {"form": "XXX"},
        {"manager_rule": "no"},
        {"document_id": ""},
        {"document_id": "\x1b[2J"},
        {"content": []},
    ],
)
def test_verify_when_record_is_malformed_then_not_good(changes: dict[str, object]) -> None:
    report = with_record(**changes)
    assert report.verdict is Verdict.NOT_GOOD
    assert ProblemCode.RECORD_UNREADABLE in report.codes


@pytest.mark.parametrize("data", [b"", b"{", b"[" * 100_000, b'{"a":1,"a":2}', b"\xff", b'{"content":{"x":1.5}}'])
def test_verify_when_record_is_no_record_then_not_good(data: bytes) -> None:
    report = check(sign_all(base_sheet(record=data), FULL, enrolled_key()))
    assert report.verdict is Verdict.NOT_GOOD
    assert ProblemCode.RECORD_UNREADABLE in report.codes


def test_verify_when_record_is_missing_then_not_good() -> None:
    report = check(sign_all(base_sheet(with_record=False), FULL, enrolled_key()))
    assert report.verdict is Verdict.NOT_GOOD
    assert report.codes == {ProblemCode.RECORD_MISSING}


def test_verify_when_the_rule_has_an_exception_then_noted() -> None:
    record = record_of(("candidate", "assessor"))
    report = check(sign_all(base_sheet(record=canonical_json(record)), ("candidate", "assessor"), enrolled_key()))
    assert report.verdict is Verdict.GOOD
    assert len(report.notes) == 1


# -- changed bytes ----------------------------------------------------------------------------------------------------


def flips(count: int, choose: Callable[[random.Random], int]) -> list[bytes]:
    pdf = signed_sheet()
    source = random.Random(20260603)
    result = []
    for _ in range(count):
        position = choose(source)
        changed = bytearray(pdf)
        changed[position] ^= 1 << source.randrange(8)
        result.append(bytes(changed))
    return result


def test_verify_when_any_bit_flips_and_the_hash_is_known_then_always_noticed() -> None:
    pdf = signed_sheet()
    known = sha256_hex(pdf)
    for changed in flips(50, lambda source: source.randrange(len(pdf))):
        report = verify_sheet(changed, known_sha256=known)
        assert report.verdict is not Verdict.GOOD
        assert ProblemCode.FILE_HASH_DIFFERS in report.codes
    assert verify_sheet(pdf, known_sha256=known).verdict is Verdict.GOOD


def test_verify_when_any_bit_flips_in_a_lone_file_then_noticed(record_property: Callable[[str, object], None]) -> None:
    pdf = signed_sheet()
    missed = [
        changed
        for changed in flips(150, lambda source: source.randrange(len(pdf)))
        if verify_sheet(changed).verdict is Verdict.GOOD
    ]
    record_property("noticed_without_hash", 1 - len(missed) / 150)
    assert missed == []


def test_verify_when_a_bit_flips_inside_a_signature_container_then_noticed() -> None:
    pdf = signed_sheet()
    start, end = attacks.container(pdf, "assessor")
    for changed in flips(60, lambda source: source.randrange(start - 1, end + 1)):
        assert verify_sheet(changed).verdict is not Verdict.GOOD


def test_verify_when_a_name_in_any_embedded_certificate_changes_then_noticed() -> None:
    pdf = signed_sheet()
    start, end = attacks.container(pdf, "assessor")
    name = b"North Coast".hex().upper().encode()
    places = [match.start() for match in re.finditer(name, pdf[start:end])]
    assert len(places) >= 6  # device and centre, issuer and subject, and the signer's identifier
    for place in places:
        at = start + place + len(name) - 2
        changed = pdf[:at] + b"5" + pdf[at + 1 :]  # the same letter in upper case
        assert pdf[at : at + 1] == b"7"
        assert verify_sheet(changed).verdict is not Verdict.GOOD


def test_verify_when_hex_case_or_padding_changes_then_noticed() -> None:
    pdf = signed_sheet()
    start, end = attacks.container(pdf, "assessor")
    lower = pdf[:start] + pdf[start:end].lower() + pdf[end:]
    padded = pdf[: end - 2] + b"01" + pdf[end:]
    for changed in (lower, padded):
        assert codes_of(check(changed), "assessor") == {ProblemCode.CONTAINER_ALTERED}


# -- hostile files ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", ProblemCode.NOT_A_PDF),
        (b"PK\x03\x04", ProblemCode.NOT_A_PDF),
        (b"%PDF-1.7\n", ProblemCode.DAMAGED),
        (b"%PDF-1.7\n" + b"\0" * MAX_SHEET_BYTES, ProblemCode.TOO_LARGE),
        (base_sheet()[:2000], ProblemCode.DAMAGED),
        (base_sheet(with_record=False, roles=()), ProblemCode.NOT_A_SHEET),
    ],
)
def test_verify_when_no_sheet_then_unreadable_with_a_reason(data: bytes, code: ProblemCode) -> None:
    report = verify_sheet(data)
    assert report.verdict is Verdict.UNREADABLE
    assert report.problems[0].code is code
    assert report.problems[0].sentence


def test_verify_when_no_sheet_and_hash_known_then_both_are_named() -> None:
    assert ProblemCode.FILE_HASH_DIFFERS in verify_sheet(b"x", known_sha256="0" * 64).codes


def test_verify_then_pyhanko_is_silent_but_can_be_heard(caplog: pytest.LogCaptureFixture) -> None:
    forged = attacks.increment(signed_sheet(), attacks.replace_page)
    verify_sheet(forged)
    assert caplog.records == []
    with caplog.at_level(logging.WARNING, logger="pyhanko"):
        verify_sheet(forged)
    assert caplog.records != []
