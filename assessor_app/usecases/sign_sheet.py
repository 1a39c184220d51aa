"""Take signatures: keep ink stroke by stroke, ask the gate, seal, commit; and record when somebody does not sign."""

from contextlib import suppress
from dataclasses import dataclass, replace
from uuid import UUID

from assessor_app.domain.canonical import sha256_hex
from assessor_app.domain.errors import KnownError
from assessor_app.domain.events import ClockFlag, clock_flag
from assessor_app.domain.gate import Attempt, Refusal, refusal
from assessor_app.domain.ink import Ink, Stroke
from assessor_app.domain.judging import RecordedReason
from assessor_app.domain.moments import Moment
from assessor_app.domain.roles import Role
from assessor_app.domain.seal_statement import SealStatement
from assessor_app.domain.sheets import Refused, Sheet, SheetState, Signature
from assessor_app.domain.signatures import Capture, Medium, PaperSignature, Signer
from assessor_app.usecases.live_content import profile_of, still_says
from assessor_app.usecases.ports import Ports, Records

_TRIES = 3


class _OvertakenError(Exception):
    """Another event came first; what was sealed is not used."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signing:
    """What a signer gave on the hand-over screen."""

    document: UUID
    signer: Signer
    ticks: tuple[bool, ...] = ()
    capture: UUID | None = None
    mark_witness: str = ""
    paper: PaperSignature | None = None

    @property
    def medium(self) -> Medium:
        """Paper, ink, or the typed name with a witnessed mark."""
        if self.paper is not None:
            return Medium.PAPER
        return Medium.INK if self.capture is not None else Medium.TYPED


def begin_capture(ports: Ports, document: UUID, role: Role) -> tuple[UUID, Ink]:
    """The pad's capture, with the strokes that an interrupted one already holds."""
    with ports.store.reading() as records:
        capture = records.open_capture(document, role)
        return (capture, records.ink(capture)) if capture else (ports.new_id(), Ink(strokes=()))


def keep_stroke(ports: Ports, capture: UUID, document: UUID, role: Role, stroke: Stroke) -> None:
    """Commit one stroke at pen-up."""
    with ports.store.drafting() as records:
        records.add_stroke(capture, document, role, stroke)


def undo_stroke(ports: Ports, capture: UUID) -> None:
    """Leave the last stroke out of the signature; it stays in the vault."""
    with ports.store.drafting() as records:
        records.undo_stroke(capture)


def why_not(ports: Ports, document: UUID, attempt: Attempt) -> Refusal | None:
    """What the gate says to an attempt on a sheet, before anything is drawn."""
    with ports.store.reading() as records:
        return refusal(records.sheet(document), attempt, records.used_ink())


def sign_sheet(ports: Ports, signing: Signing) -> Sheet:
    """Take one signature: gate, appearance, seal, one commit. KnownError with the gate's words where it refuses.

    The seal names the event that it becomes. Where another event came first while it was made, it is made again.
    """
    for _ in range(_TRIES):
        signed = _sign_once(ports, signing)
        if signed is not None:
            return signed
    raise KnownError(
        "The record kept changing while the signature was being sealed.",
        safe="The ink is kept; nothing was signed.",
        advice="Press Sign again.",
        code="changed-meanwhile",
    )


def _sign_once(ports: Ports, signing: Signing) -> Sheet | None:
    with ports.store.reading() as records:
        sheet = records.sheet(signing.document)
        ink = records.ink(signing.capture) if signing.capture else None
        used = records.used_ink()
        unchanged = still_says(records, sheet)
        sequence, chain = records.head
        warning = _clock_warning(records, ports.now())
        witness = profile_of(records).assessor.name
    if not unchanged and sheet.state.is_live:
        with ports.store.writing("supersede sheet") as records:
            reason = RecordedReason(text="The content was changed after it was frozen.", by=witness, at=ports.now())
            records.put_sheet_status(replace(sheet, state=SheetState.SUPERSEDED, ended=reason))
        raise _refused(Refusal.NOT_LIVE)
    at = ports.now()
    ink_hash = ink.digest if ink and ink.strokes else ""
    attempt = Attempt(
        signer=signing.signer,
        ticks=signing.ticks,
        medium=signing.medium,
        local_date=signing.paper.date_written if signing.paper else at.local_date,
        ink_hash=ink_hash,
        mark_witness=signing.mark_witness,
    )
    found = refusal(sheet, attempt, used)
    if found is not None:
        raise _refused(found)
    capture = Capture(
        signer=signing.signer,
        ticks=signing.ticks,
        medium=signing.medium,
        at=at,
        sequence=sequence + 1,
        device=sheet.record.device,
        ink=ink if ink_hash else None,
        mark_witness=signing.mark_witness,
        clock_warning=warning,
        paper=signing.paper,
    )
    before = ports.files.read(sheet.pdf_sha256)
    sealed = ports.sealer.seal(
        before,
        field=signing.signer.role.value,
        appearance=ports.renderer.appearance(sheet.record, capture),
        attribute=_statement(sheet, capture, witness, before, ink_hash, chain).to_bytes(),
        signed_at=at.utc,
        signer_name=signing.signer.name,
        reason=_reason(signing.signer.role, sheet.record.device),
        location=sheet.record.content.candidate.workplace,
    )
    sha256 = ports.files.keep(sealed)
    signature = Signature(
        id=ports.new_id(),
        document_id=sheet.document_id,
        signer=signing.signer,
        ticks=signing.ticks,
        medium=signing.medium,
        at=at,
        sequence=sequence + 1,
        content_hash=sheet.record.content_hash,
        ink_hash=ink_hash,
        clock_warning=warning,
        paper_date=signing.paper.date_written if signing.paper else None,
        pdf_sha256=sha256,
        scan_sha256=signing.paper.scan_sha256 if signing.paper else "",
    )
    with suppress(_OvertakenError), ports.store.writing("sign sheet") as records:
        if records.head != (sequence, chain):
            raise _OvertakenError
        records.add_signature(signature)
        if signing.capture:
            records.close_capture(signing.capture)
        signed = replace(sheet, pdf_sha256=sha256, signatures=(*sheet.signatures, signature))
        state = SheetState.SEALED if signed.is_complete else signed.state
        signed = replace(signed, state=state)
        records.put_sheet_status(signed)
        return signed
    return None


def record_not_signed(ports: Ports, document: UUID, role: Role, name: str, reason: str) -> Sheet:
    """Somebody refuses, is away, or signs elsewhere: a recorded state that never opens the gate."""
    if not reason.strip():
        raise KnownError("The reason is missing.", advice="Say in a few words why.", code="no-reason")
    at = ports.now()
    with ports.store.writing("record not signed") as records:
        by = profile_of(records).assessor.name
        refused = Refused(role=role, name=name, reason=RecordedReason(text=reason, by=by, at=at))
        records.add_not_signed(document, refused)
        return records.sheet(document)


def void_sheet(ports: Ports, document: UUID, reason: str) -> Sheet:
    """End a version for good; it stays readable as void."""
    if not reason.strip():
        raise KnownError("The reason is missing.", advice="A void sheet prints why it was voided.", code="no-reason")
    at = ports.now()
    with ports.store.writing("void sheet") as records:
        sheet = records.sheet(document)
        if not sheet.state.is_live:
            raise _refused(Refusal.NOT_LIVE)
        by = profile_of(records).assessor.name
        ended = replace(sheet, state=SheetState.VOID, ended=RecordedReason(text=reason, by=by, at=at))
        records.put_sheet_status(ended)
    return ended


def _refused(found: Refusal) -> KnownError:
    return KnownError(
        found.value, safe="Nothing was signed; any ink is kept.", advice="", code=f"gate-{found.name.lower()}"
    )


def _clock_warning(records: Records, at: Moment) -> str:
    """What the row of the form must say of the device's clock: a step in the log lately, or one just now."""
    events = records.last_event()
    if clock_flag(events, records.high_water_ms(), at) is not ClockFlag.STEADY:
        return f"Device clock inconsistent; see record {records.head[0] + 1}"
    return records.clock_warning()


def _reason(role: Role, device: str) -> str:
    if role in (Role.ASSESSOR, Role.COUNTERSIGNER, Role.IQA):
        return f"{role.title}: signed with the assessor's own key, device {device}"
    return f"{role.title}: sealed as witnessed by the assessor's device {device}; the signer holds no key"


def _statement(sheet: Sheet, capture: Capture, witness: str, before: bytes, ink_hash: str, chain: str) -> SealStatement:
    record = sheet.record
    row = next(s for s in record.signatories if s.role is capture.signer.role)
    return SealStatement(
        role=capture.signer.role.value,
        role_title=capture.signer.role_title or capture.signer.role.title,
        name=capture.signer.name,
        job_title=capture.signer.job_title,
        organisation=capture.signer.organisation,
        relationship=capture.signer.relationship,
        identity_check=capture.signer.identity_check,
        statements=row.declaration.statements,
        ticks=capture.ticks,
        declaration_version=str(row.declaration.version),
        medium=capture.medium,
        ink_hash=ink_hash,
        ink_points=capture.ink.point_count if capture.ink else 0,
        witness=witness,
        device_id=record.device,
        document_id=str(record.document_id),
        version=record.version,
        content_hash=record.content_hash,
        base_sha256=sha256_hex(before),
        base_length=len(before),
        captured_utc_ms=capture.at.utc_ms,
        captured_offset_min=capture.at.offset_min,
        clock_warning=capture.clock_warning,
        sequence=capture.sequence,
        chain_hash=chain,
    )
