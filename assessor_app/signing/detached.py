"""The signature over a container's manifest: CAdES B-B, detached, one signer, ECDSA P-256 with SHA-256.

The mathematics is pyHanko's. Added here: the CMS has one spelling. What was read is written again from the parts that
mean something, and must come out the same to the byte, so that nothing can hide in it or be changed unnoticed: no
further signers, unsigned attributes, revocation lists, other algorithms or encodings; the certificates beside the
signer's must be those that issued it. Refused with KnownError: all of that, and a signature that does not fit.

Whether the signer is somebody known is the caller's question: `is_trusted_by`. pyHanko runs on asyncio inside: call
from a worker thread, never from a running event loop.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from asn1crypto import cms  # type: ignore[import-untyped]
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature, encode_dss_signature
from pyhanko.sign.signers.pdf_cms import PdfCMSSignedAttributes
from pyhanko.sign.validation.generic_cms import async_validate_detached_cms
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko.sign.validation.status import StandardCMSSignatureStatus
from pyhanko_certvalidator import ValidationContext

from assessor_app.domain.errors import BugError, KnownError
from assessor_app.domain.verification import Trust
from assessor_app.signing.finding import hostile_input
from assessor_app.signing.keys import DeviceKey, read_certificates
from assessor_app.signing.quiet import turn_down
from assessor_app.signing.signer import signer_of
from assessor_app.signing.trust import trust_in

turn_down()

_DIGEST = "sha256"
_MECHANISM = "sha256_ecdsa"
_SIGNED_ATTRIBUTES = ["content_type", "message_digest", "signing_certificate_v2", "signing_time"]
_MAX_CERTIFICATES = 5
_MAX_LENGTH = 64 << 10
_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551  # of P-256
_LAST_YEAR = 2049  # the signing time is a UTCTime, which has two digits for the year


@dataclass(frozen=True, slots=True, kw_only=True)
class DetachedSigner:
    """Whose key made the signature: its certificate, those above it (nearest first), and when it says it signed."""

    certificate: x509.Certificate
    chain: tuple[x509.Certificate, ...]
    signed_at: datetime


def sign_manifest(data: bytes, key: DeviceKey, *, signed_at: datetime) -> bytes:
    """A detached signature (DER) over `data`. `signed_at` is aware; fractions of a second are dropped."""
    if signed_at.tzinfo is None:
        raise BugError("a signature needs an aware time")
    moment = signed_at.astimezone(UTC).replace(microsecond=0)
    if moment.year > _LAST_YEAR:
        raise KnownError(
            "This computer's clock is set to a year in which nothing can be signed.",
            advice="Set the date, then try again.",
            code="clock-too-late",
        )
    signing = signer_of(key).async_sign_general_data(
        data,
        _DIGEST,
        detached=True,
        use_cades=True,
        signed_attr_settings=PdfCMSSignedAttributes(signing_time=moment),
    )
    signed_data = asyncio.run(signing)["content"]
    (info,) = signed_data["signer_infos"]
    certificates = _certificates_in(signed_data)
    attributes = _attributes_of(info)
    return _spelt(_certificate_of(info, certificates), certificates, attributes, info["signature"].native)


def check_manifest(data: bytes, signature: bytes) -> DetachedSigner:
    """Who signed `data`; KnownError unless `signature` is one such signature over exactly these bytes."""
    if len(signature) > _MAX_LENGTH:
        raise _refused("it is too long", "detached-signature-not-exact")
    parts: _Parts | None = None
    with hostile_input():
        parts = _parts_of(signature)
    if parts is None:
        raise _refused("it is not made as signatures are made here", "detached-signature-not-exact")
    status: StandardCMSSignatureStatus | None = None
    with hostile_input():
        status = asyncio.run(_validated(data, parts.signed_data))
    if status is None or not status.valid:
        raise _refused("it is not a real one", "detached-signature-wrong")
    if not status.intact:
        raise _refused("what was signed has been changed since", "detached-signature-of-other-data")
    return parts.signer


def is_trusted_by(signer: DetachedSigner, anchors: Sequence[bytes]) -> bool:
    """One of `anchors` (certificates, PEM or DER) is the signer's, issued it, or is for the same key."""
    known = [certificate for anchor in anchors for certificate in read_certificates(anchor)]
    return trust_in(signer.certificate, known) in (Trust.TRUSTED, Trust.TRUSTED_BY_KEY)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Parts:
    signed_data: cms.SignedData
    signer: DetachedSigner


def _parts_of(signature: bytes) -> _Parts | None:
    """The parts of a signature in our spelling; None, or any exception, where it is in another."""
    signed_data = cms.ContentInfo.load(signature, strict=True)["content"]
    (info,) = signed_data["signer_infos"]
    attributes = _attributes_of(info)
    if sorted(attribute["type"].native for attribute in attributes) != _SIGNED_ATTRIBUTES:
        return None
    if any(len(attribute["values"]) != 1 for attribute in attributes):
        return None
    certificates = _certificates_in(signed_data)
    if len(certificates) > _MAX_CERTIFICATES:
        return None
    own = _certificate_of(info, certificates)
    if _spelt(own, certificates, attributes, info["signature"].native) != signature:
        return None
    certificate = x509.load_der_x509_certificate(own.dump())
    public_key = certificate.public_key()
    if not isinstance(public_key, ec.EllipticCurvePublicKey) or not isinstance(public_key.curve, ec.SECP256R1):
        return None
    above = [x509.load_der_x509_certificate(other.dump()) for other in certificates if other is not own]
    (signed_at,) = (a["values"][0].native for a in attributes if a["type"].native == "signing_time")
    signer = DetachedSigner(certificate=certificate, chain=_chain(certificate, above), signed_at=signed_at)
    certificate.subject.rfc4514_string()
    return _Parts(signed_data=signed_data, signer=signer)


def _certificates_in(signed_data: cms.SignedData) -> list[asn1_x509.Certificate]:
    return [choice.chosen for choice in signed_data["certificates"]]


def _attributes_of(info: cms.SignerInfo) -> cms.CMSAttributes:
    return cms.CMSAttributes.load(info["signed_attrs"].untag().dump(), strict=True)


def _certificate_of(info: cms.SignerInfo, certificates: Sequence[asn1_x509.Certificate]) -> asn1_x509.Certificate:
    """The one certificate that the signer names, in the same bytes."""
    named = info["sid"].chosen
    (own,) = (
        certificate
        for certificate in certificates
        if certificate.serial_number == named["serial_number"].native
        and certificate.issuer.dump() == named["issuer"].dump()
    )
    return own


def _spelt(
    own: asn1_x509.Certificate,
    certificates: Sequence[asn1_x509.Certificate],
    attributes: cms.CMSAttributes,
    value: bytes,
) -> bytes:
    """The one spelling of a signature by `own`.

    `value` is (r, s); (r, n - s) holds as well, so the smaller of the two is the one that is written.
    """
    r, s = decode_dss_signature(value)
    digest = cms.DigestAlgorithm({"algorithm": _DIGEST})
    info = cms.SignerInfo(
        {
            "version": "v1",
            "sid": cms.SignerIdentifier(
                {
                    "issuer_and_serial_number": cms.IssuerAndSerialNumber(
                        {"issuer": own.issuer, "serial_number": own.serial_number}
                    )
                }
            ),
            "digest_algorithm": digest,
            "signed_attrs": attributes,
            "signature_algorithm": {"algorithm": _MECHANISM},
            "signature": encode_dss_signature(r, min(s, _ORDER - s)),
        }
    )
    signed_data = cms.SignedData(
        {
            "version": "v1",
            "digest_algorithms": cms.DigestAlgorithms((digest,)),
            "encap_content_info": {"content_type": "data"},
            "certificates": certificates,
            "signer_infos": [info],
        }
    )
    spelt: bytes = cms.ContentInfo({"content_type": "signed_data", "content": signed_data}).dump()
    return spelt


def _chain(certificate: x509.Certificate, above: list[x509.Certificate]) -> tuple[x509.Certificate, ...]:
    """`above` in order, each of which issued the one before it, the last one itself; an exception otherwise.

    The signature does not cover them, so nothing else would notice a changed one.
    """
    chain: list[x509.Certificate] = []
    current = certificate
    while above:
        issuer = next(other for other in above if other.subject == current.issuer)
        current.verify_directly_issued_by(issuer)
        above.remove(issuer)
        chain.append(issuer)
        current = issuer
    if chain:  # the signer's own certificate is bound by the signature itself
        current.verify_directly_issued_by(current)
    return tuple(chain)


async def _validated(data: bytes, signed_data: cms.SignedData) -> StandardCMSSignatureStatus:
    # No roots: whom to trust is the caller's question, without the clock of this laptop.
    return await async_validate_detached_cms(
        data,
        signed_data,
        signer_validation_context=ValidationContext(trust_roots=[], allow_fetching=False),
        key_usage_settings=KeyUsageConstraints(key_usage=set()),
    )


def _refused(why: str, code: str) -> KnownError:
    return KnownError(
        f"The signature was refused: {why}.",
        advice="Ask the sender to make the file again, and copy it from the original medium.",
        code=code,
    )
