"""pyHanko's signer for a device's key, with the certificates above it beside its own."""

from asn1crypto import keys as asn1_keys  # type: ignore[import-untyped]
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from pyhanko.sign.signers import SimpleSigner
from pyhanko_certvalidator.registry import SimpleCertificateStore

from assessor_app.signing.keys import DeviceKey


def signer_of(key: DeviceKey) -> SimpleSigner:
    """ECDSA with the key itself; the private key leaves the DeviceKey only for this object."""
    store = SimpleCertificateStore()  # type: ignore[no-untyped-call]
    store.register_multiple([_asn1(above) for above in key.chain])
    private = key.private_key.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return SimpleSigner(
        signing_cert=_asn1(key.certificate), signing_key=asn1_keys.PrivateKeyInfo.load(private), cert_registry=store
    )


def _asn1(certificate: x509.Certificate) -> asn1_x509.Certificate:
    return asn1_x509.Certificate.load(certificate.public_bytes(serialization.Encoding.DER))
