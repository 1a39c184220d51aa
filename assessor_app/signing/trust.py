"""Whether a sealing key is one that the caller knows.

An anchor is a certificate that the caller trusts for reasons of its own: the centre's authority, a device's own
certificate, or another certificate for the same key (a sheet sealed before the centre had enrolled the device).
Certificates' times are reported and do not decide: a laptop's clock in 1970 flags, it does not block (design.md,
section 6). Refused: a revoked serial number, and any chain longer than authority to device.
"""

from collections.abc import Collection, Sequence
from datetime import datetime

from cryptography import x509
from cryptography.hazmat.primitives import serialization

from assessor_app.domain.verification import Trust
from assessor_app.signing.keys import is_issued_by


def trust_in(certificate: x509.Certificate, anchors: Sequence[x509.Certificate]) -> Trust:
    """How `certificate` is known to one who trusts `anchors`."""
    if not anchors:
        return Trust.NOT_CHECKED
    if certificate in anchors or any(
        is_issued_by(certificate, anchor) and is_a_seal_certificate(certificate) for anchor in anchors
    ):
        return Trust.TRUSTED
    if any(key_bytes(anchor) == key_bytes(certificate) for anchor in anchors):
        return Trust.TRUSTED_BY_KEY
    return Trust.NOT_TRUSTED


def is_revoked(
    certificate: x509.Certificate, anchors: Sequence[x509.Certificate], revoked_serials: Collection[int]
) -> bool:
    """The certificate, or one of the anchors for the same key, is on the caller's list."""
    same_key = [anchor for anchor in anchors if key_bytes(anchor) == key_bytes(certificate)]
    return any(known.serial_number in revoked_serials for known in (certificate, *same_key))


def is_a_seal_certificate(certificate: x509.Certificate) -> bool:
    """No authority, and meant for signatures that cannot be denied."""
    try:
        constraints = certificate.extensions.get_extension_for_class(x509.BasicConstraints).value
        usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    except (ValueError, x509.ExtensionNotFound, x509.DuplicateExtension, x509.UnsupportedGeneralNameType):
        return False
    return not constraints.ca and usage.digital_signature and usage.content_commitment


def is_within_validity(certificate: x509.Certificate, moment: datetime) -> bool:
    """The certificate's own time span holds `moment` (aware)."""
    return certificate.not_valid_before_utc <= moment <= certificate.not_valid_after_utc


def key_bytes(certificate: x509.Certificate) -> bytes:
    """The public key in one spelling, to compare by."""
    return certificate.public_key().public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )
