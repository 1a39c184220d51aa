"""From the state of a sign-off to the words of its page: pure functions."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from assessor_app.domain.gaps import Gap, GapKind, criterion_states, progress
from assessor_app.domain.gate import Refusal
from assessor_app.domain.record import Signatory, UnitContent
from assessor_app.domain.roles import Role
from assessor_app.domain.sheets import Sheet, SheetState
from assessor_app.gui.pages.sign_off.model import (
    GapRow,
    SignerRow,
    SignerState,
    SignOffContent,
    Stop,
    VersionRow,
)
from assessor_app.gui.sheet_words import (
    SHORT_ROLE,
    STATE_WORDS,
    form_name,
    hand_over_words,
    short_content,
    short_document,
    signed_words,
    signer_name,
)
from assessor_app.gui.signers import expected, order_refusal
from assessor_app.gui.widgets.chip import ChipData
from assessor_app.gui.widgets.step_bar import Step, StepState
from assessor_app.gui.words import clock, count, day
from assessor_app.usecases.sign_off_state import SignOffState

_ORDER = frozenset({Refusal.MANAGER_FIRST, Refusal.CANDIDATE_FIRST, Refusal.ASSESSOR_FIRST})
_WHY = (
    "You are a visiting assessor. For this unit the line manager or owner confirms involvement and competence on or "
    "before your own signature."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mend:
    """What the button of a gap says, and what of the unit record it opens; `here` are mended on this page."""

    action: str
    detail: str = ""
    icon: str = ""
    words: str = ""
    here: bool = False


_MENDS = {
    GapKind.NO_EVIDENCE: Mend(action="Tie evidence"),
    GapKind.NOT_JUDGED: Mend(action="Judge"),
    GapKind.NOT_YET_MET: Mend(action="Judge"),
    GapKind.TO_ASK: Mend(action="Ask now"),
    GapKind.CHECKLIST: Mend(action="Tick", detail="checklist"),
    GapKind.VARCS: Mend(action="Answer", icon="file-text"),
    GapKind.JUDGEMENT: Mend(
        action="Write", detail="judgement", icon="pen-line", words="Competent or not yet competent, with your reasons"
    ),
    GapKind.NOT_COMPETENT: Mend(
        action="Decide",
        detail="judgement",
        icon="pen-line",
        words="A sheet is signed once the unit is judged competent",
    ),
    GapKind.UNIT_VARCS: Mend(action="Answer", detail="judgement", icon="list-checks"),
    GapKind.EXPIRED: Mend(action="Give the reason", icon="calendar-days", here=True),
    GapKind.CONFLICT: Mend(
        action="Answer", detail="conflict", icon="users", words="Say whether you have any other tie to the candidate"
    ),
    GapKind.REGIME: Mend(
        action="Decide",
        detail="regime",
        icon="book-open",
        words="The unit's document does not say; the centre decides it once",
    ),
}


def mend_of(gap: Gap) -> Mend:
    """How a gap is mended; `detail` names the criterion or the item where it belongs to one."""
    found = _MENDS[gap.kind]
    if gap.item is not None:
        return Mend(action=found.action, detail=str(gap.item.id), icon=found.icon)
    if gap.criterion and not found.detail:
        return Mend(action=found.action, detail=gap.criterion)
    return found


def content_of(state: SignOffState, today: date) -> SignOffContent:
    """The whole page."""
    unit, visit, live = state.enrolment, state.observation, state.live
    if unit is not None:
        title, open_label = unit.unit.name, "Open unit record"
    else:
        title, open_label = (visit.title if visit else ""), "Open the visit"
    ended = [s for s in state.versions if not s.state.is_live]
    return SignOffContent(
        title=title,
        second=f"{state.candidate.name}  ·  Sign-off" if unit else f"{state.candidate.name}  ·  Observation record",
        unit=unit.position if unit else 0,
        letter=unit.letter if unit else "",
        open_label=open_label,
        steps=_steps(state),
        gaps=tuple(_gap_row(str(n), gap, state) for n, gap in enumerate(state.gaps)),
        in_order=_in_order(state, today),
        why_manager=_WHY if state.asks_manager and not state.owner_stops else "",
        stop=_stop(state),
        notice=_ended_notice(ended[-1]) if ended and live is None else ("", ""),
        sheet=str(live.document_id) if live else "",
        is_sealed=bool(live and live.state is SheetState.SEALED),
        freeze_label="Freeze and show the sheet" if not ended else f"Make version {ended[-1].record.version + 1}",
        freeze_reason=_freeze_reason(state),
        ready_words=_ready_words(state),
        signers=tuple(_signer(state, live, row, today) for row in live.record.signatories) if live else (),
        about=_about(live) if live else (),
        versions=tuple(_version(s) for s in reversed(state.versions)),
    )


def _freeze_reason(state: SignOffState) -> str:
    if state.gaps:
        number = len(state.gaps)
        words = "one is" if number == 1 else f"{number} are"
        return f"Opens when the {words} answered"
    if not state.is_finished:
        return "Opens when the visit is finished"
    return "Opens when the centre has decided" if state.owner_stops else ""


def _ready_words(state: SignOffState) -> str:
    if not state.is_finished:
        return "The visit is still open. Finish it first; then its record can be frozen and signed."
    if state.owner_stops:
        return "All is answered but one thing: nobody can sign as manager. See beside this."
    return "Nothing is missing. Freeze the sheet, and it can be signed."


def _steps(state: SignOffState) -> tuple[Step, ...]:
    live = state.live
    missing = len(state.gaps) + (0 if state.is_finished else 1)
    ready = live is not None or not (missing or state.owner_stops)
    complete = StepState.DONE if ready else StepState.NOW
    words = "nothing missing" if not missing else count(missing, "thing") + " missing"
    frozen = StepState.DONE if live else StepState.NOW if ready else StepState.TO_COME
    steps = [
        Step(id="complete", title="Complete", second=words, state=complete),
        Step(
            id="freeze",
            title="Freeze",
            second=f"version {live.record.version}" if live else "one fixed sheet",
            state=frozen,
        ),
    ]
    needed = [s.role for s in state.signatories if s.required]
    both = Role.CANDIDATE in needed and Role.MANAGER in needed
    for role in needed:
        name = "you" if role is Role.ASSESSOR else expected(state.content, role).name or "to be named"
        reached = StepState.TO_COME
        if live is not None:
            name = "signed" if role in live.signed_roles else name
            reached = StepState.DONE if role in live.signed_roles else reached
            if role in _next_roles(live):
                reached = StepState.NOW
        frame = both and role in (Role.CANDIDATE, Role.MANAGER)
        steps.append(Step(id=role.value, title=SHORT_ROLE[role], second=name, state=reached, in_frame=frame))
    sealed = live is not None and live.state is SheetState.SEALED
    steps.append(
        Step(
            id="sealed",
            title="Sealed",
            second="ready to export",
            state=StepState.DONE if sealed else StepState.TO_COME,
        )
    )
    return tuple(steps)


def _next_roles(sheet: Sheet) -> tuple[Role, ...]:
    rank = min((r.rank for r in sheet.outstanding), default=-1)
    return tuple(r for r in sheet.outstanding if r.rank == rank)


def _gap_row(key: str, gap: Gap, state: SignOffState) -> GapRow:
    mend = mend_of(gap)
    unit = state.enrolment
    if gap.criterion and unit is not None:
        text = unit.unit.criterion(gap.criterion).text
        chip = ChipData(unit=unit.position, letter=unit.letter, number=gap.criterion, text=text)
        return GapRow(id=key, title=gap.kind.value, detail=text, action=mend.action, chip=chip)
    title, detail = gap.kind.value, mend.words
    if gap.item is not None:
        title = f"{gap.item.ref} {gap.item.title}: VARCS is not complete"
        detail = f"Not answered yet: {gap.detail}"
    elif gap.kind is GapKind.UNIT_VARCS:
        detail = f"Not answered yet: {gap.detail}"
    elif gap.kind is GapKind.EXPIRED:
        title, detail = f"The unit expired {gap.detail}", "Say why it may still be signed off, and on whose word"
    return GapRow(id=key, title=title, detail=detail, action=mend.action, icon=mend.icon)


def _in_order(state: SignOffState, today: date) -> tuple[str, ...]:
    content = state.content
    if not isinstance(content, UnitContent):
        return ("The visit is finished",) if state.is_finished else ()
    unit, judgement = content.enrolment, content.judgement
    kinds = {gap.kind for gap in state.gaps}
    done = progress(criterion_states(unit, content.evidence, content.decisions))
    lines = [f"{done.met} of {done.total} criteria met on accepted evidence"] if done.met else []
    complete = sum(i.varcs.complete for i in content.evidence)
    if complete:
        other = "other " if GapKind.VARCS in kinds else ""
        lines.append(f"VARCS complete for the {other}{count(complete, 'item')}")
    if not {GapKind.JUDGEMENT, GapKind.NOT_COMPETENT} & kinds:
        lines.append("Judged competent, with your reasons")
    if GapKind.CONFLICT not in kinds:
        lines.append(
            f"Conflict of interest recorded: {judgement.conflict}"
            if judgement.conflict.strip()
            else "No conflict of interest declared"
        )
    if unit.unit.expiry is None:
        lines.append("No expiry date given for this unit")
    elif not unit.unit.has_expired(today):
        lines.append(f"The unit is valid until {unit.unit.expiry:%d/%m/%Y}")
    elif judgement.expiry_reason is not None:
        lines.append(f"Expired {unit.unit.expiry:%d/%m/%Y}; reason recorded: {judgement.expiry_reason.text}")
    exception = judgement.manager_exception
    if exception is not None and exception.centre_decision:
        lines.append(f"Exception by the centre's written decision: {exception.centre_decision}")
    return tuple(lines)


def _stop(state: SignOffState) -> Stop | None:
    if not state.owner_stops:
        return None
    return Stop(
        title="Nobody can sign as manager",
        detail=f"{state.candidate.name} is the owner/manager and cannot confirm their own competence. Ask the centre: "
        "only its written decision, printed on the sheet, allows sign-off without that signature.",
        action="Record the centre's decision",
    )


def _ended_notice(sheet: Sheet) -> tuple[str, str]:
    ended = sheet.ended
    head = f"Version {sheet.record.version} is {sheet.state.value}"
    if ended is None:
        return head, ""
    when = f"{day(ended.at.local_date)}, {clock(ended.at)}, by {ended.by}"
    signed = count(len(sheet.signatures), "signature")
    kept = f" Its {signed} stay visible with it and do not count for a new version." if sheet.signatures else ""
    return head, f"{ended.text.rstrip('.')}. {when}.{kept}"


def _signer(state: SignOffState, sheet: Sheet, row: Signatory, today: date) -> SignerRow:
    role = row.role
    who = signer_name(sheet, role)
    declares = " ".join(row.declaration.statements)
    notes = tuple(
        f"{r.name or 'Not named'} did not sign: {r.reason.text} ({day(r.reason.at.local_date)}, {clock(r.reason.at)})"
        for r in sheet.not_signed
        if r.role is role
    )
    if role in sheet.signed_roles:
        words = f"Signed {signed_words(sheet, role)}"
        return SignerRow(
            role=role.value,
            title=role.title,
            who=who,
            declares=declares,
            state=SignerState.SIGNED,
            words=words,
            notes=notes,
        )
    if not row.required:
        words = row.note if role is Role.MANAGER else "Signs at the centre, where the unit is sampled"
        return SignerRow(
            role=role.value, title=role.title, who=who, declares=declares, state=SignerState.WAITING, words=words
        )
    found = order_refusal(sheet, expected(state.content, role), today)
    is_next = found is None
    nexts = _next_roles(sheet)
    words = "Can sign now" if is_next else "Waits for its turn" if found in _ORDER else "Cannot sign as recorded"
    return SignerRow(
        role=role.value,
        title=role.title,
        who=who,
        declares=declares,
        state=SignerState.NEXT if is_next else SignerState.WAITING,
        words=words,
        action=hand_over_words(sheet, role),
        is_primary=is_next and bool(nexts) and role is nexts[0],
        refusal=found.value if found else "",
        notes=notes,
        may_record=role is not Role.ASSESSOR,
    )


def _about(sheet: Sheet) -> tuple[str, ...]:
    frozen = sheet.record.frozen_at
    lines = [
        f"{form_name(sheet.record.form)}, version {sheet.record.version}",
        f"Frozen {day(frozen.local_date)}, {clock(frozen)}. Every signature is on this one version.",
        f"Document {short_document(sheet)}",
        f"Content {short_content(sheet.record.content_hash)}",
    ]
    if sheet.state is SheetState.SEALED:
        lines.append("Signed by all and sealed. To change what it says, void it and make a new version.")
    return tuple(lines)


def _version(sheet: Sheet) -> VersionRow:
    ended = f": {sheet.ended.text}" if sheet.ended else ""
    return VersionRow(
        id=str(sheet.document_id),
        title=f"Version {sheet.record.version}, {day(sheet.record.frozen_at.local_date)}",
        detail=f"{STATE_WORDS[sheet.state].capitalize()}{ended}",
    )


def subject_of(key: str) -> UUID | None:
    """The id in a signal; None where it is empty."""
    return UUID(key) if key else None
