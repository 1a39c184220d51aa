"""From a kept sheet and the answer of its verification to the words of the preview: pure functions."""

from datetime import date

from assessor_app.domain.roles import Role
from assessor_app.domain.sheets import Sheet, SheetState
from assessor_app.domain.verification import ProblemCode, SheetReport
from assessor_app.gui.pages.preview.model import PreviewContent, SignatureRow, SignatureState
from assessor_app.gui.sheet_words import (
    SHORT_ROLE,
    STATE_WORDS,
    form_name,
    hand_over_words,
    short_content,
    short_document,
    signed_words,
    signer_name,
    subject_name,
)
from assessor_app.gui.words import clock, near_day
from assessor_app.usecases.hand_out import marked_lines

_EXACT = "What you see is the file that was signed, byte for byte. Printing uses the same file."
_FROZEN = "What you see is the file that will be signed, byte for byte. Nothing in it changes with a signature."


def kept_content(
    sheet: Sheet, report: SheetReport | None, replacement: Sheet | None, today: date, *, shows_marked: bool
) -> PreviewContent:
    """A kept sheet; `report` is None while it is being checked."""
    problems = _problems(sheet, report)
    rows = tuple(_row(sheet, role, report) for role in _roles(sheet))
    broken = bool(problems) or any(r.state is SignatureState.BROKEN for r in rows)
    ended = not sheet.state.is_live
    if ended and shows_marked:
        head, words = f"This version is {sheet.state.value}", "What you see, save and print is a marked copy."
    elif broken:
        head, words = "This document does not hold", "It is not what was signed. Do not rely on it; see why below."
    else:
        head, words = "This is the exact document", _EXACT if sheet.signatures else _FROZEN
    frozen = sheet.record.frozen_at
    when = near_day(frozen.local_date, today)
    when = when[0].lower() + when[1:] if when in ("Today", "Yesterday") else when
    return PreviewContent(
        title=form_name(sheet.record.form),
        second=f"{sheet.record.content.candidate.name}  ·  {subject_name(sheet)}  ·  version {sheet.record.version}",
        head=head,
        words=words,
        is_good=not broken and not ended,
        signatures=rows,
        problems=problems,
        identity=(
            f"Document {short_document(sheet)}",
            f"Content {short_content(sheet.record.content_hash)}",
            f"Frozen {when} at {clock(frozen)}",
            f"State: {STATE_WORDS[sheet.state]}",
        ),
        next_label=hand_over_words(sheet, sheet.outstanding[0])
        if sheet.state is SheetState.FROZEN and sheet.outstanding
        else "",
        banner=_banner(sheet, replacement) if ended else ("", ""),
        ended_as=("marked" if shows_marked else "signed") if ended else "",
    )


def draft_content(title: str, second: str) -> PreviewContent:
    """A form as it would look now."""
    return PreviewContent(
        title=title,
        second=second,
        head="A draft",
        words="It shows what the form would say now. It is not kept and nobody can sign it.",
        is_good=False,
        banner=("Draft, not signed", "Freeze the sheet on the sign-off page; only that version can be signed."),
        is_draft=True,
    )


def _banner(sheet: Sheet, replacement: Sheet | None) -> tuple[str, str]:
    left, right = marked_lines(sheet, replacement)
    return f"This version is {sheet.state.value} and does not count", f"{left}. {right}."


def _roles(sheet: Sheet) -> list[Role]:
    asked = [s.role for s in sheet.record.signatories if s.required or s.role in sheet.signed_roles]
    return sorted(asked, key=lambda role: role.rank)


def _row(sheet: Sheet, role: Role, report: SheetReport | None) -> SignatureRow:
    who = signer_name(sheet, role) or "Not named yet"
    title = SHORT_ROLE[role]
    signed = next((s for s in sheet.signatures if s.role is role), None)
    if signed is None:
        last = bool(sheet.outstanding) and role is sheet.outstanding[-1]
        missed = not sheet.state.is_live
        words = "did not sign" if missed else "last to sign" if last else "still to sign"
        return SignatureRow(who=who, detail=f"{title}, {words}", state=SignatureState.WAITING)
    if role is Role.MANAGER and signed.signer.role_title:
        title = signed.signer.role_title.capitalize()
    detail = f"{title}, {signed_words(sheet, role)}"
    if signed.clock_warning:
        detail = f"{detail}. {signed.clock_warning}"
    if report is None:
        return SignatureRow(who=who, detail=detail, state=SignatureState.CHECKING)
    found = report.signature(role.value)
    if found is not None and found.is_good:
        return SignatureRow(who=who, detail=detail, state=SignatureState.VALID)
    why = " ".join(p.sentence for p in found.problems) if found else "The file does not hold this signature."
    return SignatureRow(who=who, detail=detail, state=SignatureState.BROKEN, why=why)


def _problems(sheet: Sheet, report: SheetReport | None) -> tuple[str, ...]:
    if report is None:
        return ()
    expected = {ProblemCode.REQUIRED_SIGNATURE_MISSING} if sheet.outstanding else set()
    return tuple(p.sentence for p in report.problems if p.code not in expected)
