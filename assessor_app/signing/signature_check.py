"""One signature: does it hold, does it cover its revision, was anything changed after it, and what does it state?

The mathematics and the difference policy are pyHanko's. Added here: the container must be exact (`structure`), the
locks that carry the order rule must be in the signature itself, the statement must fit the field, the record and the
bytes that were shown, and a change that pyHanko only refuses gets a name.
"""

from collections.abc import Collection, Sequence

from cryptography import x509
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import SuspiciousModification
from pyhanko.sign.fields import FieldMDPAction, MDPPerm
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature, async_validate_pdf_signature
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko.sign.validation.status import PdfSignatureStatus, SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from assessor_app.domain.canonical import sha256_hex
from assessor_app.domain.seal_statement import Medium, SealStatement, SealStatementError
from assessor_app.domain.verification import Integrity, ProblemCode, Trust
from assessor_app.signing.finding import Finding, hostile_input, title_of
from assessor_app.signing.record import AttachedRecord
from assessor_app.signing.statement_attribute import statement_in
from assessor_app.signing.structure import container_is_exact, covered_end, form_fields, items, snapshot_of
from assessor_app.signing.trust import is_revoked, is_within_validity, trust_in

_STRONG_DIGESTS = frozenset({"sha256", "sha384", "sha512"})
_STRONG_MECHANISMS = frozenset(f"{digest}_{kind}" for digest in _STRONG_DIGESTS for kind in ("ecdsa", "rsa")) | {
    "rsassa_pss"
}
_LOCKED_BY = {
    "candidate": ("candidate",),
    "manager": ("manager",),
    "assessor": ("candidate", "manager", "assessor"),
    "countersigner": ("candidate", "manager", "assessor", "countersigner"),
    "iqa": ("candidate", "manager", "assessor", "countersigner", "iqa"),
}


async def check_mathematics(finding: Finding, *, pdf: bytes, reader: PdfFileReader, is_first: bool) -> None:
    """Stage 3: sets `integrity`, `signed_at`, and, where the signature holds, `certificate`."""
    signature = finding.signature
    if signature is None:
        finding.add(ProblemCode.SIGNATURE_UNREADABLE, f"The signature of the {finding.title} cannot be read.")
        return
    status: PdfSignatureStatus | None = None
    is_exact = False
    with hostile_input():
        # No roots: whom to trust is decided in `trust`, without the clock of this laptop.
        context = ValidationContext(trust_roots=[], allow_fetching=False)
        status = await async_validate_pdf_signature(
            signature, context, key_usage_settings=KeyUsageConstraints(key_usage=set())
        )
        finding.certificate = x509.load_der_x509_certificate(signature.signer_cert.dump())
        finding.certificate.subject.rfc4514_string()
        is_exact = container_is_exact(pdf, signature) and _companions_belong(signature, finding.certificate)
    if status is None:
        finding.add(ProblemCode.SIGNATURE_UNREADABLE, f"The signature of the {finding.title} cannot be read.")
        return
    finding.signed_at = status.signer_reported_dt
    if finding.signed_at is not None and finding.signed_at.tzinfo is None:
        finding.signed_at = None
    if not status.intact:
        finding.add(ProblemCode.SIGNED_BYTES_CHANGED, f"What the {finding.title} signed has been changed since.")
        return
    if not status.valid:
        finding.add(ProblemCode.SIGNATURE_WRONG, f"The signature of the {finding.title} is not a real one.")
        return
    if status.md_algorithm not in _STRONG_DIGESTS or status.pkcs7_signature_mechanism not in _STRONG_MECHANISMS:
        finding.add(
            ProblemCode.WEAK_ALGORITHM, f"The signature of the {finding.title} was made in a way that is not safe."
        )
        return
    if not is_exact:
        finding.add(
            ProblemCode.CONTAINER_ALTERED, f"Data around the signature of the {finding.title} has been altered."
        )
        return
    if status.coverage < SignatureCoverageLevel.ENTIRE_REVISION:
        finding.add(
            ProblemCode.COVERAGE_INCOMPLETE,
            f"The signature of the {finding.title} leaves out parts of what was there when it was made.",
        )
        return
    if not status.docmdp_ok or not status.seed_value_ok or isinstance(status.diff_result, SuspiciousModification):
        finding.integrity = Integrity.CHANGED_SINCE
        _name_changes(finding, signature, reader)
    else:
        finding.integrity = Integrity.INTACT
    _check_rules_within(finding, signature, reader, is_first=is_first)


def check_statement(finding: Finding, *, pdf: bytes, shown_end: int | None, record: AttachedRecord | None) -> None:
    """Stage 5, only for signatures that hold: the statement against field, record and the bytes that were shown.

    `shown_end` is where the file ended when it was shown, None where that cannot be told because the signature before
    is broken.
    """
    signature = finding.signature
    if signature is None or finding.integrity is Integrity.BROKEN:
        return
    data: bytes | None = None
    statement: SealStatement | None = None
    with hostile_input() as raised:
        data = statement_in(signature.signer_info)
        if data is not None:
            statement = SealStatement.from_bytes(data)
    if statement is None:
        if data is None and not raised:
            finding.add(
                ProblemCode.STATEMENT_MISSING,
                f"The signature of the {finding.title} does not say who signed and what they were shown.",
            )
        else:
            why = f" ({raised[0]})" if raised and isinstance(raised[0], SealStatementError) else ""
            finding.add(
                ProblemCode.STATEMENT_UNREADABLE,
                f"What the signature of the {finding.title} states cannot be read{why}.",
            )
        return
    finding.statement = statement
    if statement.role != finding.role:
        finding.add(
            ProblemCode.STATEMENT_ROLE_DIFFERS,
            f"A signature made as {title_of(statement.role)} stands where the {title_of(finding.role)} signs.",
        )
    shown = pdf[: statement.base_length]
    is_other_length = shown_end is not None and statement.base_length != shown_end
    if is_other_length or sha256_hex(shown) != statement.base_sha256:
        finding.add(
            ProblemCode.BASE_DIFFERS, f"The {finding.title} was shown another document than the one that is signed."
        )
    if record is not None:
        if (statement.document_id, statement.version) != (record.document_id, record.version):
            finding.add(
                ProblemCode.STATEMENT_DOCUMENT_DIFFERS,
                f"The signature of the {finding.title} was made for another sheet or another version of it.",
            )
        if statement.content_hash != record.content_hash:
            finding.add(
                ProblemCode.STATEMENT_CONTENT_DIFFERS,
                f"The {finding.title} signed another content than the one recorded in this sheet.",
            )
    _check_ticks(finding, statement, record)
    if statement.clock_warning:
        finding.notes.append("The clock of the laptop was noted as inconsistent when this was signed.")
    if statement.medium is Medium.PAPER:
        finding.notes.append("Signed on paper: the order is declared, not proven.")


def check_trust(finding: Finding, *, anchors: Sequence[x509.Certificate], revoked_serials: Collection[int]) -> None:
    """Stage 5 for the key; nothing is said about the key of a signature that does not hold."""
    if finding.certificate is None or finding.integrity is Integrity.BROKEN:
        return
    with hostile_input() as raised:
        finding.trust = trust_in(finding.certificate, anchors)
        if is_revoked(finding.certificate, anchors, revoked_serials):
            finding.trust = Trust.NOT_TRUSTED
            finding.add(
                ProblemCode.KEY_REVOKED, f"The key that sealed the signature of the {finding.title} was withdrawn."
            )
        elif finding.trust is Trust.NOT_TRUSTED:
            finding.add(
                ProblemCode.KEY_NOT_TRUSTED,
                f"The key that sealed the signature of the {finding.title} is not one that the centre vouches for.",
            )
        if finding.signed_at is not None and not is_within_validity(finding.certificate, finding.signed_at):
            finding.notes.append("The time of signing lies outside the time for which the certificate was issued.")
    if raised:
        finding.trust = Trust.NOT_TRUSTED
        finding.add(
            ProblemCode.KEY_NOT_TRUSTED, f"The certificate behind the signature of the {finding.title} cannot be used."
        )


def _companions_belong(signature: EmbeddedPdfSignature, certificate: x509.Certificate) -> bool:
    """Each further certificate in the container issued the one before it, the last one itself.

    The signature does not cover them, so nothing else would notice a changed name in the authority's certificate.
    """
    waiting = [x509.load_der_x509_certificate(other.dump()) for other in signature.other_embedded_certs]
    current = certificate
    while waiting:
        above = next((other for other in waiting if other.subject == current.issuer), None)
        if above is None:
            return False
        current.verify_directly_issued_by(above)
        waiting.remove(above)
        current = above
    if current is not certificate:  # the signer's own certificate is bound by the signature itself
        current.verify_directly_issued_by(current)
    return len(signature.signed_data["certificates"]) == len(signature.other_embedded_certs) + 1


def _check_rules_within(
    finding: Finding, signature: EmbeddedPdfSignature, reader: PdfFileReader, *, is_first: bool
) -> None:
    """The first signature certifies, and each carries the locks that the order rule needs."""
    certifies = False
    is_locked = False
    with hostile_input():
        names = {name for name, _ in form_fields(reader.root)}
        for reference in items(signature.sig_object, "/Reference"):
            if isinstance(reference, generic.DictionaryObject) and reference["/TransformMethod"] == "/DocMDP":
                certifies = signature.docmdp_level in (MDPPerm.NO_CHANGES, MDPPerm.FILL_FORMS)
        needed = [name for name in _LOCKED_BY.get(finding.role, (finding.role,)) if name in names]
        lock = signature.fieldmdp
        if lock is not None:
            is_locked = all(lock.is_locked(name) for name in needed)
            if finding.role == "iqa" and lock.action is not FieldMDPAction.ALL:
                is_locked = all(lock.is_locked(name) for name in names)
    if is_first and not certifies:
        finding.add(
            ProblemCode.NOT_CERTIFYING, "The first signature does not forbid changes to the pages of the sheet."
        )
    if not is_locked:
        finding.add(
            ProblemCode.LOCK_MISSING,
            f"The signature of the {finding.title} does not close the fields that have to be signed before it.",
        )


def _check_ticks(finding: Finding, statement: SealStatement, record: AttachedRecord | None) -> None:
    """The manager ticks both statements: involved, and competent; one alone is no signature (domain.md, 4.3).

    Other roles may have no boxes to tick, or boxes of which one is chosen (IQA).
    """
    has_boxes = bool(statement.ticks) or finding.role == "manager"
    if has_boxes and len(statement.ticks) != len(statement.statements):
        finding.add(
            ProblemCode.TICKS_INCOMPLETE,
            f"It is not recorded which of the statements the {finding.title} ticked.",
        )
    elif finding.role == "manager":
        needed = 2 if record is not None and record.has_manager_rule else 1
        if not all(statement.ticks) or len(statement.ticks) < needed:
            finding.add(
                ProblemCode.TICKS_INCOMPLETE,
                f"The {finding.title} did not confirm both their involvement and the candidate's competence.",
            )


def _name_changes(finding: Finding, signature: EmbeddedPdfSignature, reader: PdfFileReader) -> None:
    """Say what a later revision changed, as far as it can be told; that something changed is certain."""
    before = len(finding.problems)
    title = finding.title
    with hostile_input():
        revision = signature.signed_revision
        then_root = reader.get_historical_root(revision)
        lock = signature.fieldmdp
        then_fields = {name: "/V" in field for name, field in form_fields(then_root)}
        for name, field in form_fields(reader.root):
            if name not in then_fields:
                finding.add(
                    ProblemCode.FIELD_ADDED,
                    f"A field that the sheet did not have was added after the signature of the {title}.",
                )
            elif "/V" in field and not then_fields[name] and lock is not None and lock.is_locked(name):
                finding.add(
                    ProblemCode.LOCKED_FIELD_CHANGED,
                    f"The {title_of(name)} signed after the {title} had signed, in a field that was closed by then.",
                )
        then = snapshot_of(then_root)
        now = snapshot_of(reader.root)
        if then.pages != now.pages:
            finding.add(ProblemCode.PAGE_CHANGED, f"A page was changed after the signature of the {title}.")
        if then.record != now.record:
            finding.add(
                ProblemCode.RECORD_REPLACED, f"The attached record was replaced after the signature of the {title}."
            )
        for name, look in then.appearances.items():
            if then_fields.get(name) and now.appearances.get(name) != look:
                finding.add(
                    ProblemCode.APPEARANCE_CHANGED,
                    f"The ink shown for the {title_of(name)} was swapped after the signature of the {title}.",
                )
    if len(finding.problems) == before:
        finding.add(
            ProblemCode.CHANGED_AFTER_SIGNING,
            f"Something that may not change was changed after the signature of the {title}.",
        )


def shown_end_of(finding: Finding | None) -> int | None:
    """Where the file ended once `finding` was made: what the next signer was shown."""
    if finding is None or finding.signature is None or finding.integrity is Integrity.BROKEN:
        return None
    return covered_end(finding.signature)
