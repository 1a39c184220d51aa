"""A centre's small certificate authority: it vouches for the devices of its assessors, and for nothing else.

One level only (path length 0): the authority issues device certificates and cannot make another authority. It issues
for a public key that it is sent and never sees a private one. Refused: any key but EC P-256.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from assessor_app.domain.errors import KnownError
from assessor_app.signing.keys import (
    VALIDITY,
    DeviceKey,
    key_from_pkcs12,
    key_to_pkcs12,
    name_of,
    seal_certificate,
)

_AUTHORITY_VALIDITY = 2 * VALIDITY  # a device enrolled in the authority's last year still gets its full time


@dataclass(frozen=True, slots=True, kw_only=True)
class CentreAuthority:
    """The centre's private key and its own certificate."""

    private_key: ec.EllipticCurvePrivateKey
    certificate: x509.Certificate

    @property
    def certificate_pem(self) -> bytes:
        """What the centre gives out: the anchor that sheets are checked against."""
        return self.certificate.public_bytes(serialization.Encoding.PEM)


def create_authority(*, centre: str, now: datetime) -> CentreAuthority:
    """A new authority for `centre`. `now` is aware."""
    private_key = ec.generate_private_key(ec.SECP256R1())
    public_key = private_key.public_key()
    name = name_of(f"{centre[:40]}, assessment records", centre)
    usage = x509.KeyUsage(
        digital_signature=False,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=True,
        crl_sign=True,
        encipher_only=False,
        decipher_only=False,
    )
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(public_key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + _AUTHORITY_VALIDITY)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public_key), critical=False)
        .sign(private_key, hashes.SHA256())
    )
    return CentreAuthority(private_key=private_key, certificate=certificate)


def issue(
    authority: CentreAuthority, device_public_key: bytes, *, common_name: str, organisation: str, now: datetime
) -> bytes:
    """A certificate (PEM) for a device's own public key (PEM, SubjectPublicKeyInfo).

    `common_name` is usually `keys.device_common_name(...)`; refused with KnownError unless the key is EC P-256.
    """
    try:
        public_key = serialization.load_pem_public_key(device_public_key)
    except ValueError as error:
        raise _refused("it could not be read") from error
    if not isinstance(public_key, ec.EllipticCurvePublicKey) or not isinstance(public_key.curve, ec.SECP256R1):
        raise _refused("it is of a kind that this program does not use")
    issuer = authority.certificate.subject
    builder = seal_certificate(
        subject=name_of(common_name, organisation), issuer=issuer, public_key=public_key, now=now
    ).add_extension(
        x509.AuthorityKeyIdentifier.from_issuer_public_key(authority.private_key.public_key()), critical=False
    )
    return builder.sign(authority.private_key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)


def revocation_list(authority: CentreAuthority, revoked: Sequence[tuple[bytes, int]], *, now: datetime) -> bytes:
    """The centre's list (CRL, PEM) of certificates (PEM) that count no more, each with the time in UTC milliseconds."""
    builder = (
        x509.CertificateRevocationListBuilder()
        .issuer_name(authority.certificate.subject)
        .last_update(now)
        .next_update(now + VALIDITY)
    )
    for certificate, utc_ms in revoked:
        entry = (
            x509.RevokedCertificateBuilder()
            .serial_number(x509.load_pem_x509_certificate(certificate).serial_number)
            .revocation_date(datetime.fromtimestamp(utc_ms / 1000, UTC))
            .build()
        )
        builder = builder.add_revoked_certificate(entry)
    return builder.sign(authority.private_key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)


def authority_to_pkcs12(authority: CentreAuthority, passphrase: bytes) -> bytes:
    """Encrypted PKCS#12 for the centre's vault."""
    return key_to_pkcs12(DeviceKey(private_key=authority.private_key, certificate=authority.certificate), passphrase)


def authority_from_pkcs12(data: bytes, passphrase: bytes) -> CentreAuthority:
    """Read what `authority_to_pkcs12` wrote; KnownError when it does not open or holds something else."""
    key = key_from_pkcs12(data, passphrase)
    return CentreAuthority(private_key=key.private_key, certificate=key.certificate)


def _refused(why: str) -> KnownError:
    return KnownError(
        f"The device's key was refused: {why}.",
        advice="Ask the assessor to send the enrolment request again.",
        code="device-key-refused",
    )
