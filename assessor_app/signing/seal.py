"""Seal one signer's capture: fill one signature field of a sheet, as an increment, and change nothing else.

PAdES B-B with ECDSA P-256 and SHA-256. The first signature certifies the sheet (DocMDP 2: only filling in), which is
read from the file itself. The bytes that were shown stand unchanged at the start of the result.

This is the last line behind the application's gate (domain.md, section 4), so it refuses: a field that the sheet does
not have, one that is already signed, one that an earlier signature has locked, a statement about another field or
about other bytes than these, and an appearance of another size than the field's rectangle.

pyHanko runs `asyncio.run` inside: call from a worker thread, never from a running event loop.
"""

from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

from cryptography.hazmat.primitives import serialization
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.content import AnnotAppearances
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.layout import BoxConstraints
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.sign.fields import FieldMDPSpec, MDPPerm, SigSeedSubFilter, enumerate_sig_fields
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.sign.signers.constants import ESIC_EXTENSION_1
from pyhanko.sign.signers.pdf_signer import PdfSigningSession
from pyhanko.stamp import BaseStamp, BaseStampStyle

from assessor_app.domain.canonical import sha256_hex
from assessor_app.domain.errors import BugError, KnownError
from assessor_app.domain.seal_statement import SealStatement, SealStatementError
from assessor_app.signing.keys import DeviceKey
from assessor_app.signing.quiet import turn_down
from assessor_app.signing.signer import signer_of
from assessor_app.signing.statement_attribute import SealAttributes
from assessor_app.signing.structure import items

turn_down()

_SIZE_TOLERANCE_PT = 0.5
_CMS_OVERHEAD_BYTES = 1000  # signature, digests and wrapping; measured at 460 beside the issuer's name


def seal_field(
    pdf: bytes,
    *,
    field: str,
    appearance: bytes,
    attribute: bytes,
    key: DeviceKey,
    signed_at: datetime,
    signer_name: str,
    reason: str,
    location: str = "",
) -> bytes:
    """Return `pdf` with signature field `field` filled; the result starts with exactly `pdf`.

    `appearance` is a one-page PDF as large as the field's rectangle (points). `attribute` is
    `SealStatement.to_bytes()`, whose role, `base_sha256` and `base_length` must be this field's and this file's.
    `signed_at` is aware and becomes the signature's time. KnownError where the sheet cannot take this signature,
    BugError where the caller mixed something up.
    """
    if signed_at.tzinfo is None:
        raise BugError("a seal needs an aware time")
    _check_statement(pdf, field, attribute)
    try:
        writer = _SheetWriter(BytesIO(pdf), strict=True)
        is_first = _check_field(writer.prev, field)
        style = _SealStyle(page=_appearance_page(writer.prev, field, appearance), border_width=0)
        signer = _SealSigner(
            PdfSignatureMetadata(
                field_name=field,
                md_algorithm="sha256",
                subfilter=SigSeedSubFilter.PADES,
                certify=is_first,
                docmdp_permissions=MDPPerm.FILL_FORMS,
                name=signer_name,
                reason=reason,
                location=location or None,
            ),
            signer=_signer(key, attribute),
            stamp_style=style,
        )
        signer.signed_at = signed_at
        sealed: bytes = signer.sign_pdf(
            writer, existing_fields_only=True, bytes_reserved=_reserve(key, attribute)
        ).getvalue()
    except (PdfError, SigningError) as error:
        raise _refused(str(error)) from error
    if not sealed.startswith(pdf):
        raise BugError("sealing changed the bytes that were shown")
    return sealed


class _SheetWriter(IncrementalPdfFileWriter):
    """Leaves the sheet's metadata alone: XMP and Info must agree (PDF/A), and pyHanko would stamp the system clock."""

    def _update_meta(self) -> None:
        return


class _SealSigner(PdfSigner):
    """pyHanko's signer with the capture's time, and without moving the catalogue to PDF 2.0 for an ECDSA key."""

    signed_at: datetime

    def register_extensions(self, pdf_out: BasePdfFileWriter, *, md_algorithm: str) -> None:  # noqa: ARG002
        pdf_out.register_extension(ESIC_EXTENSION_1)

    def init_signing_session(self, pdf_out: BasePdfFileWriter, existing_fields_only: bool = False) -> PdfSigningSession:
        session = super().init_signing_session(pdf_out, existing_fields_only=existing_fields_only)
        session.system_time = self.signed_at
        return session


@dataclass(frozen=True)
class _SealStyle(BaseStampStyle):
    page: PdfFileReader | None = None

    def create_stamp(
        self,
        writer: BasePdfFileWriter,
        box: BoxConstraints,
        text_params: dict[str, object],  # noqa: ARG002
    ) -> "_SealStamp":
        return _SealStamp(writer, self, box)


class _SealStamp(BaseStamp):
    """The page as it is, for an appearance: vector curves and the caller's own embedded fonts."""

    def as_appearances(self) -> AnnotAppearances:
        return AnnotAppearances(normal=self._ensure_writer.import_page_as_xobject(self.style.page))


def _check_statement(pdf: bytes, field: str, attribute: bytes) -> None:
    try:
        statement = SealStatement.from_bytes(attribute)
    except SealStatementError as error:
        raise BugError(f"not a seal statement: {error}") from error
    if statement.role != field:
        raise BugError(f"a statement of {statement.role} cannot seal {field}")
    if statement.base_length != len(pdf) or statement.base_sha256 != sha256_hex(pdf):
        raise BugError("the statement is about other bytes than these")


def _check_field(sheet: PdfFileReader, field: str) -> bool:
    """Whether `field` would be the first signature; raise where it may not be signed."""
    if sheet.encrypted:
        raise _refused("it is encrypted")
    signed = False
    target = None
    locks: list[str] = []
    for name, value, reference in enumerate_sig_fields(sheet):
        if name == field:
            target = reference
            if value is not None:
                raise KnownError(
                    "This signature is already on the sheet.",
                    advice="Make a new version of the sheet to have it signed again.",
                    code="field-already-signed",
                )
        elif value is not None:
            signed = True
            if any(spec.is_locked(field) for spec in _locks(reference.get_object(), value.get_object())):
                locks.append(name)
    if target is None:
        raise BugError(f"the sheet has no signature field {field}")
    if locks:
        raise KnownError(
            f"The sheet can no longer be signed here: the signature of the {locks[0]} closed this field.",
            advice="Make a new version of the sheet and have it signed in order.",
            code="field-locked",
        )
    return not signed


def _locks(sig_field: generic.DictionaryObject, signature: generic.DictionaryObject) -> list[FieldMDPSpec]:
    """What a filled field locks, by its own dictionary and by the signature's."""
    found = []
    if "/Lock" in sig_field:
        found.append(FieldMDPSpec.from_pdf_object(sig_field["/Lock"]))
    for reference in items(signature, "/Reference"):
        if isinstance(reference, generic.DictionaryObject) and reference["/TransformMethod"] == "/FieldMDP":
            found.append(FieldMDPSpec.from_pdf_object(reference["/TransformParams"]))
    return found


def _appearance_page(sheet: PdfFileReader, field: str, appearance: bytes) -> PdfFileReader:
    try:
        page = PdfFileReader(BytesIO(appearance), strict=True)
        box = [float(edge) for edge in page.root["/Pages"]["/Kids"][0]["/MediaBox"]]
    except (PdfError, KeyError, IndexError, TypeError, ValueError) as error:
        raise BugError("the appearance is not a one-page PDF") from error
    (_, _, reference) = next(enumerate_sig_fields(sheet, with_name=field))
    rectangle = [float(edge) for edge in reference.get_object()["/Rect"]]
    for low, high in ((0, 2), (1, 3)):
        if abs(abs(rectangle[high] - rectangle[low]) - (box[high] - box[low])) > _SIZE_TOLERANCE_PT:
            raise BugError(f"the appearance is not as large as the field: {box} for {rectangle}")
    return page


def _signer(key: DeviceKey, attribute: bytes) -> SimpleSigner:
    signer = signer_of(key)
    signer.signed_attr_prov_spec = SealAttributes(certificate=signer.signing_cert, statement=attribute)
    return signer


def _reserve(key: DeviceKey, attribute: bytes) -> int:
    """Hex digits to keep free for the signature: two for each byte of what goes in."""
    certificates = sum(
        len(certificate.public_bytes(serialization.Encoding.DER)) for certificate in (key.certificate, *key.chain)
    )
    issuer = len(key.certificate.issuer.public_bytes())
    return 2 * (certificates + issuer + len(attribute) + _CMS_OVERHEAD_BYTES)


def _refused(why: str) -> KnownError:
    return KnownError(
        f"The sheet could not be sealed: {why}.",
        safe="The sheet and its signatures are as they were.",
        advice="Make a new version of the sheet; if that fails too, check the vault.",
        code="sheet-not-sealable",
    )
