"""The key of one assessor on one laptop: it seals what is signed in front of it, and nothing else.

Its certificate says so ("Assessor device 0001, witness seal"), so that nobody reads a sheet as if the manager had held
a key. It is self-signed until the centre has enrolled the device, and then exchanged for a certificate for the same
key. Refused here: another kind of key than EC P-256, a certificate for another key, and a container that does not open.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID

from assessor_app.domain.canonical import sha256_hex
from assessor_app.domain.errors import BugError, KnownError

VALIDITY = timedelta(days=15 * 366)  # certificates outlast the keeping of what they seal (design.md, section 6)
_UNUSABLE_CERTIFICATE = (
    ValueError,
    TypeError,
    InvalidSignature,
    UnsupportedAlgorithm,
    x509.ExtensionNotFound,
    x509.DuplicateExtension,
    x509.UnsupportedGeneralNameType,
)
_EARLIER = timedelta(days=1)  # laptops' clocks differ by a little; a certificate is not refused for that


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceKey:
    """A private key, the certificate that names it, and the certificates above that (nearest first)."""

    private_key: ec.EllipticCurvePrivateKey
    certificate: x509.Certificate
    chain: tuple[x509.Certificate, ...] = ()

    @property
    def public_key_pem(self) -> bytes:
        """What the centre needs to issue a certificate."""
        return self.private_key.public_key().public_bytes(
            serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
        )

    @property
    def certificate_pem(self) -> bytes:
        """The certificate, as an anchor or an enrolment request carries it."""
        return self.certificate.public_bytes(serialization.Encoding.PEM)


def name_of(common_name: str, organisation: str) -> x509.Name:
    """A distinguished name; X.509 allows 64 characters in either part, longer ones are cut."""
    parts = [x509.NameAttribute(NameOID.COMMON_NAME, common_name[:64])]
    if organisation:
        parts.insert(0, x509.NameAttribute(NameOID.ORGANIZATION_NAME, organisation[:64]))
    return x509.Name(parts)


def device_common_name(device: str) -> str:
    """The subject of a device: says what the key is for."""
    return f"Assessor device {device}, witness seal"


def generate_device_key(*, device: str, centre: str, now: datetime) -> DeviceKey:
    """A new EC P-256 key with a self-signed certificate. `now` is aware."""
    private_key = ec.generate_private_key(ec.SECP256R1())
    name = name_of(device_common_name(device), centre)
    builder = seal_certificate(subject=name, issuer=name, public_key=private_key.public_key(), now=now)
    return DeviceKey(private_key=private_key, certificate=builder.sign(private_key, hashes.SHA256()))


def seal_certificate(
    *, subject: x509.Name, issuer: x509.Name, public_key: ec.EllipticCurvePublicKey, now: datetime
) -> x509.CertificateBuilder:
    """The one shape of certificates that seal sheets: no authority, digitalSignature and nonRepudiation only."""
    if now.tzinfo is None:
        raise BugError("a certificate needs an aware time")
    usage = x509.KeyUsage(
        digital_signature=True,
        content_commitment=True,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(public_key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _EARLIER)
        .not_valid_after(now + VALIDITY)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public_key), critical=False)
    )


def enrol_device_key(key: DeviceKey, *, certificate: bytes, chain: Sequence[bytes]) -> DeviceKey:
    """The same key under the centre's certificate (PEM), with the certificates above it (PEM, nearest first).

    A certificate for another key, or one that the first of `chain` did not issue, is refused.
    """
    enrolled = read_certificate(certificate)
    above = tuple(read_certificate(pem) for pem in chain)
    if enrolled.public_key() != key.private_key.public_key():
        raise KnownError(
            "The centre's certificate is for another device.",
            advice="Send the enrolment request of this laptop to the centre again.",
            code="certificate-for-another-key",
        )
    if above and not is_issued_by(enrolled, above[0]):
        raise KnownError(
            "The device's certificate was not issued by the centre that sent it.",
            advice="Ask the centre for a new enrolment file.",
            code="certificate-of-another-issuer",
        )
    return replace(key, certificate=enrolled, chain=above)


def public_key_pem(certificate: x509.Certificate) -> bytes:
    """The public key of a certificate (SubjectPublicKeyInfo, PEM)."""
    return certificate.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )


def key_id(certificate: x509.Certificate) -> str:
    """SHA-256 of the public key (SubjectPublicKeyInfo, DER) in hex: it stays when the certificate is exchanged."""
    public = certificate.public_key().public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    return sha256_hex(public)


def key_to_pkcs12(key: DeviceKey, passphrase: bytes) -> bytes:
    """Encrypted PKCS#12 for the vault."""
    return pkcs12.serialize_key_and_certificates(
        b"assessor device", key.private_key, key.certificate, key.chain, _encryption(passphrase)
    )


def key_from_pkcs12(data: bytes, passphrase: bytes) -> DeviceKey:
    """Read what `key_to_pkcs12` wrote; KnownError when it does not open or holds something else."""
    try:
        private_key, certificate, chain = pkcs12.load_key_and_certificates(data, passphrase)
    except ValueError as error:
        raise KnownError(
            "The signing key could not be opened.",
            safe="Signed sheets are not affected.",
            advice="Check the passphrase; otherwise restore a backup of the vault.",
            code="key-not-opened",
        ) from error
    if not isinstance(private_key, ec.EllipticCurvePrivateKey) or not isinstance(private_key.curve, ec.SECP256R1):
        raise _not_a_key("no EC P-256 key")
    if certificate is None or certificate.public_key() != private_key.public_key():
        raise _not_a_key("no certificate for its key")
    return DeviceKey(private_key=private_key, certificate=certificate, chain=tuple(chain))


def read_certificate(data: bytes) -> x509.Certificate:
    """One certificate, PEM or DER; KnownError when it is neither."""
    return read_certificates(data)[0]


def read_certificates(data: bytes) -> tuple[x509.Certificate, ...]:
    """All certificates of a PEM file, or the one of a DER file; KnownError when there is none."""
    try:
        if b"-----BEGIN" in data:
            return tuple(x509.load_pem_x509_certificates(data))
        return (x509.load_der_x509_certificate(data),)
    except ValueError as error:
        raise KnownError(
            "The file with the centre's certificate could not be read.",
            advice="Use the certificate file that the centre gave out.",
            code="certificate-unreadable",
        ) from error


def is_issued_by(certificate: x509.Certificate, authority: x509.Certificate) -> bool:
    """`authority` may issue certificates and signed this one. Times are not looked at: laptop clocks may be wrong."""
    try:
        constraints = authority.extensions.get_extension_for_class(x509.BasicConstraints).value
        usage = authority.extensions.get_extension_for_class(x509.KeyUsage).value
        if not constraints.ca or not usage.key_cert_sign:
            return False
        certificate.verify_directly_issued_by(authority)
    except _UNUSABLE_CERTIFICATE:
        return False
    return True


def _encryption(passphrase: bytes) -> serialization.KeySerializationEncryption:
    if not passphrase:
        raise BugError("a signing key is never written in clear")
    return serialization.BestAvailableEncryption(passphrase)


def _not_a_key(why: str) -> KnownError:
    return KnownError(
        f"The stored signing key is not usable: {why}.",
        safe="Signed sheets are not affected.",
        advice="Restore a backup of the vault, or enrol the device again.",
        code="key-not-usable",
    )
