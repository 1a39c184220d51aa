"""Bytes in, verdict out: is this file a sheet that was signed by whom it had to be, in order, and is it still that?

Everything is decided from the file alone; nothing in it is believed before the stage that proves it. In this order:

1. the file: size, header, what stands after its end; its own SHA-256 against the one the caller knows, if any;
2. structure: pyHanko's strict reader, no encryption, bounded depth, size and time;
3. each signature, in the order of the revisions: its bytes and its mathematics (pyHanko), its container without slack,
   that it covers its whole revision, and that nothing came after it that its locks and pyHanko's difference policy do
   not allow;
4. the record: readable, its content hash true, and no other than in the first revision;
5. only for a signature that holds: its statement, against the bytes that were shown, the field, the record; the key,
   against the caller's anchors;
6. the sheet: required roles, order of revisions, sequence and printed dates, one ink for one person, one key for one
   visit, the last signature covering the file to its last byte.

GOOD needs every stage without a problem; trust decides only where anchors were given. UNREADABLE means that no sheet
could be found in the bytes, NOT GOOD that one was found and something is wrong with it; each problem says what.
A file cut back to an earlier revision is caught by the required roles; the loss of a countersigner or an IQA who was
not required can only be seen with `known_sha256`. Whoever holds a trusted key can make any sheet: that is what the
event log and the centre's records are for.
"""

import asyncio
import re
import time
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from io import BytesIO

from cryptography import x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import (
    CatalogModificationRule,
    FormUpdatingRule,
    ObjectStreamRule,
    SigFieldModificationRule,
    StandardDiffPolicy,
    SuspiciousModification,
    XrefStreamRule,
)
from pyhanko.sign.diff_analysis.constants import ACROFORM_EXEMPT_STRICT_COMPARISON, ROOT_EXEMPT_STRICT_COMPARISON
from pyhanko.sign.diff_analysis.policy_api import ModificationLevel
from pyhanko.sign.fields import MDPPerm, enumerate_sig_fields
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

from assessor_app.domain.canonical import sha256_hex
from assessor_app.domain.verification import Problem, ProblemCode, SheetReport, Verdict
from assessor_app.signing.finding import Finding, hostile_input
from assessor_app.signing.keys import read_certificates
from assessor_app.signing.quiet import turn_down
from assessor_app.signing.record import AttachedRecord, RecordError, read_record
from assessor_app.signing.sheet_rules import order_problems, required_problems, statement_problems
from assessor_app.signing.signature_check import (
    check_mathematics,
    check_statement,
    check_trust,
    shown_end_of,
)
from assessor_app.signing.structure import StructureError, attached_record

turn_down()

MAX_SHEET_BYTES = 32 * 1024 * 1024
TIME_LIMIT_S = 30.0
_MAX_SIGNATURES = 12  # five roles and some witnesses
_MAX_REVISIONS = 16
_MAX_OBJECTS = 50_000  # a long tagged sheet has a few thousand; the difference policy takes 0.03 ms an object and pair
_END_MARK = re.compile(rb"startxref[ \r\n]{1,4}([0-9]{1,12})[ \r\n]{1,4}%%EOF(?:\r\n|\r|\n)?")

# From the sheet as shown to the sheet with its first signature: that signature, its mark in the catalogue, no more.
_FIRST_SIGNATURE_POLICY = StandardDiffPolicy(
    global_rules=[
        CatalogModificationRule(  # type: ignore[no-untyped-call]
            ignored_keys=ROOT_EXEMPT_STRICT_COMPARISON | {"/Perms"}
        ),
        XrefStreamRule().as_qualified(ModificationLevel.LTA_UPDATES),
        ObjectStreamRule().as_qualified(ModificationLevel.LTA_UPDATES),
    ],
    form_rule=FormUpdatingRule(
        field_rules=[SigFieldModificationRule()],
        ignored_acroform_keys=ACROFORM_EXEMPT_STRICT_COMPARISON | {"/SigFlags"},
    ),
)


def verify_sheet(
    pdf: bytes,
    *,
    anchors: Sequence[bytes] = (),
    known_sha256: str | None = None,
    revoked_serials: Collection[int] = (),
) -> SheetReport:
    """The verdict on `pdf`; see the module's docstring for what is decided in which order.

    `anchors` are certificates (PEM, also several in one, or DER) that the caller trusts; `known_sha256` is the hex
    digest of the whole file from vault, manifest or receipt; `revoked_serials` are certificates' serial numbers.
    Whatever the bytes are, this returns; only unreadable `anchors` raise (KnownError). Runs its own event loop: call
    from a worker thread.
    """
    trusted = tuple(certificate for anchor in anchors for certificate in read_certificates(anchor))
    check = _Check(
        pdf=pdf,
        anchors=trusted,
        known_sha256=known_sha256,
        revoked_serials=revoked_serials,
        until=time.monotonic() + TIME_LIMIT_S,
    )
    return asyncio.run(check.run())


class _TimeUpError(Exception):
    """The file takes longer than any sheet does."""


class _BulkError(Exception):
    """The file has more parts than any sheet."""


class _WatchedBytes(BytesIO):
    """A file in memory that stops answering after a while: hostile files make readers go round in circles."""

    def __init__(self, data: bytes, *, until: float) -> None:
        super().__init__(data)
        self._until = until

    def seek(self, offset: int, whence: int = 0, /) -> int:
        if time.monotonic() > self._until:
            raise _TimeUpError
        return super().seek(offset, whence)


@dataclass(slots=True, kw_only=True)
class _Check:
    """The stages over one file."""

    pdf: bytes
    anchors: tuple[x509.Certificate, ...]
    known_sha256: str | None
    revoked_serials: Collection[int]
    until: float
    reader: PdfFileReader | None = None
    record: AttachedRecord | None = None
    findings: list[Finding] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    async def run(self) -> SheetReport:
        if self.known_sha256 is not None and sha256_hex(self.pdf) != self.known_sha256.lower():
            self._add(
                ProblemCode.FILE_HASH_DIFFERS, "The file is not, byte for byte, the one that was kept when it was made."
            )
        refusal = self._file_refusal() or self._open()
        if refusal is not None:
            self.problems.insert(0, refusal)
            return self._report(Verdict.UNREADABLE)
        assert self.reader is not None
        for index, finding in enumerate(self.findings):
            if time.monotonic() > self.until:
                self.problems.insert(
                    0, _problem(ProblemCode.TAKES_TOO_LONG, "The file takes longer than any sheet does.")
                )
                return self._report(Verdict.UNREADABLE)
            await check_mathematics(finding, pdf=self.pdf, reader=self.reader, is_first=index == 0)
        self._read_record(self.reader)
        if self.record is None and not self.findings:
            self.problems.insert(0, _problem(ProblemCode.NOT_A_SHEET, "This PDF is not a sheet of this program."))
            return self._report(Verdict.UNREADABLE)
        self._check_statements(self.reader)
        self._check_revisions(self.reader)
        self._check_together()
        good = not self.problems and all(finding.report().is_good for finding in self.findings)
        return self._report(Verdict.GOOD if good else Verdict.NOT_GOOD)

    def _add(self, code: ProblemCode, sentence: str) -> None:
        self.problems.append(_problem(code, sentence))

    def _file_refusal(self) -> Problem | None:
        """Stage 1."""
        if len(self.pdf) > MAX_SHEET_BYTES:
            return _problem(ProblemCode.TOO_LARGE, "The file is far larger than any sheet.")
        if not self.pdf.startswith(b"%PDF-1."):
            return _problem(ProblemCode.NOT_A_PDF, "The file is not a PDF as this program makes them.")
        return None

    def _open(self) -> Problem | None:
        """Stage 2: the reader, and the filled signature fields in the order of their revisions."""
        readable = self.pdf
        end = max((mark.end() for mark in _END_MARK.finditer(self.pdf)), default=len(self.pdf))
        if end < len(self.pdf):
            # What was appended is named at the end; what stands before it can still be read and told about.
            readable = self.pdf[:end]
        encrypted = False
        with hostile_input() as raised:
            stream = _WatchedBytes(readable, until=self.until)
            reader = PdfFileReader(stream, strict=True)
            encrypted = reader.encrypted
            if not encrypted:
                _refuse_bulk(reader)
                self.findings = _filled_fields(reader)
                self.reader = reader
        if encrypted:
            return _problem(ProblemCode.ENCRYPTED, "The file is locked with a password, which no sheet is.")
        if raised and isinstance(raised[0], _TimeUpError):
            return _problem(ProblemCode.TAKES_TOO_LONG, "The file takes longer than any sheet does.")
        if raised and isinstance(raised[0], _BulkError):
            return _problem(ProblemCode.TOO_LARGE, "The file has far more in it than any sheet.")
        if raised:
            return _problem(ProblemCode.DAMAGED, "The file is damaged or cut off and cannot be read as a PDF.")
        return None

    def _read_record(self, reader: PdfFileReader) -> None:
        """Stage 4: the record in the file as it is now must be the one of the first revision."""
        data: bytes | None = None
        original: bytes | None = None
        with hostile_input() as raised:
            data = attached_record(reader.root)
            original = attached_record(reader.get_historical_root(0))
        if raised:
            why = f" ({raised[0]})" if isinstance(raised[0], StructureError) else ""
            self._add(ProblemCode.RECORD_UNREADABLE, f"The record attached to the sheet cannot be read{why}.")
            return
        if original != data:
            self._add(ProblemCode.RECORD_REPLACED, "The record attached to the sheet was replaced.")
        data = original if original is not None else data
        if data is None:
            self._add(ProblemCode.RECORD_MISSING, "The sheet does not carry its record, so it does not say who signs.")
            return
        try:
            self.record = read_record(data)
        except RecordError as error:
            self._add(ProblemCode.RECORD_UNREADABLE, f"The record attached to the sheet cannot be used: {error}.")
            return
        if not self.record.hash_fits:
            self._add(
                ProblemCode.RECORD_HASH_DIFFERS,
                "The content of the attached record is not the one its hash stands for.",
            )
        if self.record.has_manager_rule and "manager" not in self.record.required_roles:
            self.notes.append("The unit has the manager rule, and this sheet records an exception from it.")

    def _check_statements(self, reader: PdfFileReader) -> None:
        """Stage 5."""
        shown_end: int | None = None
        with hostile_input():
            shown_end = _end_of_first_revision(self.pdf, reader, self.findings)
        if self.findings and shown_end is None:
            self._add(ProblemCode.REVISIONS_DO_NOT_ADD_UP, "It cannot be told what the first signer was shown.")
        for finding in self.findings:
            check_statement(finding, pdf=self.pdf, shown_end=shown_end, record=self.record)
            check_trust(finding, anchors=self.anchors, revoked_serials=self.revoked_serials)
            shown_end = shown_end_of(finding)

    def _check_revisions(self, reader: PdfFileReader) -> None:
        """Stage 6: one revision for the sheet, one for each signature, and nothing else, to the last byte."""
        last_end = shown_end_of(self.findings[-1]) if self.findings else None
        if last_end is not None and last_end != len(self.pdf):
            self._add(
                ProblemCode.CHANGED_AFTER_LAST_SIGNATURE,
                "Something was added to the file after the last signature was made.",
            )
        fits = False
        with hostile_input():
            revisions = [
                finding.signature.signed_revision for finding in self.findings if finding.signature is not None
            ]
            fits = reader.xrefs.total_revisions == len(self.findings) + 1 and revisions == list(
                range(1, len(self.findings) + 1)
            )
        if not fits:
            self._add(
                ProblemCode.REVISIONS_DO_NOT_ADD_UP, "The file has changes in it that nobody signed as one who signs."
            )
        elif self.findings:
            is_fair = False
            with hostile_input():
                is_fair = _first_signature_changed_nothing_else(reader)
            if not is_fair:
                self._add(
                    ProblemCode.BASE_CHANGED_WHILE_SIGNING,
                    "The sheet was changed between being shown to the first signer and being sealed.",
                )

    def _check_together(self) -> None:
        if self.record is not None:
            self.problems += required_problems(self.findings, self.record.required_roles)
        self.problems += order_problems(self.findings)
        self.problems += statement_problems(self.findings)

    def _report(self, verdict: Verdict) -> SheetReport:
        record = self.record
        return SheetReport(
            verdict=verdict,
            file_sha256=sha256_hex(self.pdf),
            document_id=record.document_id if record is not None else "",
            form=record.form if record is not None else "",
            version=record.version if record is not None else 0,
            content_hash=record.content_hash if record is not None else "",
            required_roles=record.required_roles if record is not None else (),
            signatures=tuple(finding.report() for finding in self.findings),
            problems=tuple(self.problems),
            notes=tuple(self.notes),
        )


def _problem(code: ProblemCode, sentence: str) -> Problem:
    return Problem(code=code, sentence=sentence)


def _refuse_bulk(reader: PdfFileReader) -> None:
    revisions = reader.xrefs.total_revisions
    if revisions > _MAX_REVISIONS:
        raise _BulkError
    if sum(len(reader.xrefs.explicit_refs_in_revision(revision)) for revision in range(revisions)) > _MAX_OBJECTS:
        raise _BulkError


def _filled_fields(reader: PdfFileReader) -> list[Finding]:
    """The filled signature fields; those whose signature cannot even be taken apart come last."""
    findings = []
    for name, value, reference in enumerate_sig_fields(reader):
        if value is None:
            continue
        finding = Finding(role=str(name))
        with hostile_input():
            finding.signature = EmbeddedPdfSignature(reader, reference, name)
        findings.append(finding)
        if len(findings) > _MAX_SIGNATURES:
            raise _BulkError
    return sorted(
        findings,
        key=lambda found: found.signature.signed_revision if found.signature is not None else _MAX_REVISIONS + 1,
    )


def _end_of_first_revision(pdf: bytes, reader: PdfFileReader, findings: Sequence[Finding]) -> int | None:
    """Where the unsigned sheet ended: the end mark that belongs to the first revision's cross-reference table."""
    expected = reader.xrefs.get_startxref_for_revision(0)
    limit = len(pdf)
    if findings and findings[0].signature is not None:
        limit = int(findings[0].signature.byte_range[1])
    for end in _END_MARK.finditer(pdf, 0, limit):
        if int(end[1]) == expected:
            return end.end()
    return None


def _first_signature_changed_nothing_else(reader: PdfFileReader) -> bool:
    """What was shown to the first signer differs from what was sealed by that signature alone."""
    try:
        _FIRST_SIGNATURE_POLICY.apply(
            old=reader.get_historical_resolver(0),
            new=reader.get_historical_resolver(1),
            field_mdp_spec=None,
            doc_mdp=MDPPerm.FILL_FORMS,
        )
    except SuspiciousModification:
        return False
    return True
