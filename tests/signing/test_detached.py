"""The detached signature: made, checked by us and by openssl, and refused in any other spelling."""

import asyncio
import subprocess
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta, timezone
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from asn1crypto import cms
from asn1crypto import keys as asn1_keys
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature, encode_dss_signature
from pyhanko.sign.signers import SimpleSigner
from pyhanko.sign.signers.pdf_cms import PdfCMSSignedAttributes
from pyhanko_certvalidator.registry import SimpleCertificateStore

from assessor_app.domain.errors import BugError, KnownError
from assessor_app.signing.authority import create_authority, issue
from assessor_app.signing.detached import check_manifest, is_trusted_by, sign_manifest
from assessor_app.signing.keys import device_common_name, name_of
from assessor_app.signing.signer import signer_of
from tests.signing.builders import NOW, centre, enrolled_key, stranger_key, unenrolled_key

DATA = b"<manifest/>\n"
P256_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551


@cache
def good() -> bytes:
    return sign_manifest(DATA, enrolled_key(), signed_at=NOW)


def code_of(signature: bytes, data: bytes = DATA) -> str:
    with pytest.raises(KnownError) as caught:
        check_manifest(data, signature)
    return caught.value.code


@pytest.mark.parametrize("year", [1970, 2026, 2038, 2049])
def test_signature_when_checked_then_signer_chain_and_time(year: int) -> None:
    moment = datetime(year, 6, 3, 10, 30, 15, 999_999, tzinfo=timezone(timedelta(hours=1)))
    signer = check_manifest(DATA, sign_manifest(DATA, enrolled_key(), signed_at=moment))
    assert signer.certificate == enrolled_key().certificate
    assert signer.chain == enrolled_key().chain
    assert signer.signed_at == datetime(year, 6, 3, 9, 30, 15, tzinfo=UTC)


def test_signature_when_the_device_is_not_enrolled_then_no_chain() -> None:
    signer = check_manifest(DATA, sign_manifest(DATA, unenrolled_key(), signed_at=NOW))
    assert signer.certificate == unenrolled_key().certificate
    assert signer.chain == ()


def test_signature_when_made_and_checked_in_a_worker_thread_then_good() -> None:
    with ThreadPoolExecutor(1) as worker:
        made = worker.submit(sign_manifest, DATA, enrolled_key(), signed_at=NOW).result()
        assert worker.submit(check_manifest, DATA, made).result().signed_at == NOW


def test_signature_has_the_attributes_of_cades_b_b() -> None:
    signed_data = cms.ContentInfo.load(good())["content"]
    (info,) = signed_data["signer_infos"]
    types = {attribute["type"].native for attribute in info["signed_attrs"]}
    assert types == {"content_type", "message_digest", "signing_time", "signing_certificate_v2"}
    assert signed_data["encap_content_info"]["content"].native is None
    assert info["signature_algorithm"]["algorithm"].native == "sha256_ecdsa"
    assert {choice.chosen.dump() for choice in signed_data["certificates"]} == {
        certificate.public_bytes(serialization.Encoding.DER)
        for certificate in (enrolled_key().certificate, centre().certificate)
    }


def test_openssl_accepts_the_signature_and_refuses_it_for_other_data(tmp_path: Path) -> None:
    (tmp_path / "ASiCManifest.xml").write_bytes(DATA)
    (tmp_path / "other.xml").write_bytes(DATA + b" ")
    (tmp_path / "signature001.p7s").write_bytes(good())
    (tmp_path / "ca.pem").write_bytes(centre().certificate_pem)
    command = ["openssl", "cms", "-verify", "-cades", "-binary", "-inform", "DER", "-in", "signature001.p7s"]
    command += ["-CAfile", "ca.pem", "-attime", str(int(NOW.timestamp())), "-out", "out", "-content"]

    def verify(content: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*command, content], cwd=tmp_path, capture_output=True, text=True, check=False, timeout=60
        )

    try:
        done = verify("ASiCManifest.xml")
    except FileNotFoundError:
        pytest.skip("openssl is NOT INSTALLED: the signature was not checked by a second tool")
    assert done.returncode == 0, done.stderr
    assert "CAdES Verification successful" in done.stderr
    assert (tmp_path / "out").read_bytes() == DATA
    assert verify("other.xml").returncode != 0


def test_signature_when_data_is_other_then_refused() -> None:
    assert code_of(good(), DATA + b" ") == "detached-signature-of-other-data"
    assert code_of(good(), b"") == "detached-signature-of-other-data"


def test_signature_when_any_byte_is_changed_then_refused() -> None:
    for place in range(len(good())):
        changed = bytearray(good())
        changed[place] ^= 1 << place % 8
        assert code_of(bytes(changed)).startswith("detached-signature"), place


def test_signature_when_cut_or_longer_then_refused() -> None:
    for spoilt in (b"", good()[:-1], good()[:100], good() + b"\0", good() + good(), good() + bytes(70_000)):
        assert code_of(spoilt) == "detached-signature-not-exact"


def _altered(change: Callable[[Any], None]) -> bytes:
    content = cms.ContentInfo.load(good()).copy()
    change(content["content"])
    altered: bytes = content.dump(force=True)
    return altered


def _certificate(other: x509.Certificate) -> asn1_x509.Certificate:
    return asn1_x509.Certificate.load(other.public_bytes(serialization.Encoding.DER))


def _certificates(*certificates: x509.Certificate) -> Callable[[Any], None]:
    def change(signed_data: Any) -> None:
        signed_data["certificates"] = [_certificate(certificate) for certificate in certificates]

    return change


def _unsigned(signed_data: Any) -> None:
    attribute = {"type": "1.2.3.4", "values": []}
    signed_data["signer_infos"][0]["unsigned_attrs"] = cms.CMSAttributes([cms.CMSAttribute(attribute)])


def _twice(signed_data: Any) -> None:
    signed_data["signer_infos"] = [signed_data["signer_infos"][0].copy() for _ in range(2)]


def _other_signer(signed_data: Any) -> None:
    other = cms.ContentInfo.load(sign_manifest(DATA, stranger_key(), signed_at=NOW))["content"]
    signed_data["signer_infos"] = [signed_data["signer_infos"][0].copy(), other["signer_infos"][0].copy()]
    signed_data["certificates"] = [*signed_data["certificates"], *other["certificates"]]


def _none(signed_data: Any) -> None:
    signed_data["signer_infos"] = []


def _embedded(signed_data: Any) -> None:
    signed_data["encap_content_info"] = {"content_type": "data", "content": DATA}


def _other_half(signed_data: Any) -> None:
    info = signed_data["signer_infos"][0]
    r, s = decode_dss_signature(info["signature"].native)
    info["signature"] = encode_dss_signature(r, P256_ORDER - s)


def _without(name: str) -> Callable[[Any], None]:
    def change(signed_data: Any) -> None:
        info = signed_data["signer_infos"][0]
        info["signed_attrs"] = cms.CMSAttributes(
            [attribute for attribute in info["signed_attrs"] if attribute["type"].native != name]
        )

    return change


OTHER_CENTRE = create_authority(centre="North Coast Training", now=NOW)
ALTERATIONS = {
    "unsigned attribute": _unsigned,
    "the same signer twice": _twice,
    "two signers": _other_signer,
    "no signer": _none,
    "content inside": _embedded,
    "the other half of the curve": _other_half,
    "no certificate": _certificates(),
    "only the centre's certificate": _certificates(centre().certificate),
    "a certificate too many": _certificates(
        enrolled_key().certificate, centre().certificate, stranger_key().certificate
    ),
    "the certificate of a centre of the same name": _certificates(enrolled_key().certificate, OTHER_CENTRE.certificate),
    "a certificate for the same key": _certificates(unenrolled_key().certificate),
    **{
        f"no {name}": _without(name)
        for name in ("content_type", "message_digest", "signing_time", "signing_certificate_v2")
    },
}


@pytest.mark.parametrize("change", ALTERATIONS.values(), ids=ALTERATIONS.keys())
def test_signature_when_altered_in_form_then_refused(change: Callable[[Any], None]) -> None:
    assert code_of(_altered(change)) == "detached-signature-not-exact"


def test_signature_when_only_written_again_then_good() -> None:
    """The control for the alterations: what they do besides their change does no harm."""
    assert _altered(lambda _: None) == good()


def _signed_with(private_key: Any, digest: str, certificate: x509.Certificate, **more: Any) -> bytes:
    store = SimpleCertificateStore()
    store.register(_certificate(centre().certificate))
    signer = SimpleSigner(
        signing_cert=_certificate(certificate),
        signing_key=asn1_keys.PrivateKeyInfo.load(
            private_key.private_bytes(
                serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
            )
        ),
        cert_registry=store,
    )
    settings = PdfCMSSignedAttributes(signing_time=NOW)
    signing = signer.async_sign_general_data(
        DATA, digest, **{"use_cades": True, "signed_attr_settings": settings, **more}
    )
    made: bytes = asyncio.run(signing).dump()
    return made


def _issued(public_key: Any) -> x509.Certificate:
    """By the centre, for a key of a kind that it would never sign."""
    return (
        x509.CertificateBuilder()
        .subject_name(name_of(device_common_name("0001"), "North Coast Training"))
        .issuer_name(centre().certificate.subject)
        .public_key(public_key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(NOW)
        .not_valid_after(NOW + timedelta(days=900))
        .sign(centre().private_key, hashes.SHA256())
    )


def test_signature_when_made_with_another_algorithm_then_refused() -> None:
    own = enrolled_key()
    for digest in ("sha1", "sha512"):
        assert code_of(_signed_with(own.private_key, digest, own.certificate)) == "detached-signature-not-exact"
    for private_key in (
        rsa.generate_private_key(public_exponent=65537, key_size=2048),
        ec.generate_private_key(ec.SECP384R1()),
    ):
        made = _signed_with(private_key, "sha256", _issued(private_key.public_key()))
        assert code_of(made) == "detached-signature-not-exact"


def test_signature_when_it_is_cms_but_not_cades_then_refused() -> None:
    own = enrolled_key()
    made = _signed_with(own.private_key, "sha256", own.certificate, use_cades=False)
    assert code_of(made) == "detached-signature-not-exact"


def test_signature_when_it_is_of_another_key_than_its_certificate_then_refused() -> None:
    forged = _signed_with(stranger_key().private_key, "sha256", enrolled_key().certificate)
    content = cms.ContentInfo.load(forged)
    info = content["content"]["signer_infos"][0]
    r, s = decode_dss_signature(info["signature"].native)
    info["signature"] = encode_dss_signature(r, min(s, P256_ORDER - s))
    assert code_of(content.dump(force=True)) == "detached-signature-wrong"


def test_trust_then_by_the_centre_by_the_key_or_not_at_all() -> None:
    enrolled = check_manifest(DATA, good())
    unenrolled = check_manifest(DATA, sign_manifest(DATA, unenrolled_key(), signed_at=NOW))
    stranger = check_manifest(DATA, sign_manifest(DATA, stranger_key(), signed_at=NOW))
    anchors = [centre().certificate_pem]
    assert is_trusted_by(enrolled, anchors)
    assert is_trusted_by(enrolled, [OTHER_CENTRE.certificate_pem, *anchors])
    assert is_trusted_by(unenrolled, [*anchors, enrolled_key().certificate_pem])
    for signer, known in (
        (enrolled, []),
        (enrolled, [OTHER_CENTRE.certificate_pem]),
        (unenrolled, anchors),
        (stranger, anchors),
        (stranger, [enrolled_key().certificate_pem]),
    ):
        assert not is_trusted_by(signer, known)
    with pytest.raises(KnownError):
        is_trusted_by(enrolled, [b"garbage"])


def test_trust_when_a_device_issued_for_another_device_then_not_trusted() -> None:
    """A device's certificate is no authority, though its key could sign one."""
    device = enrolled_key()
    pretended = type(centre())(private_key=device.private_key, certificate=device.certificate)
    issued = issue(
        pretended, stranger_key().public_key_pem, common_name="x", organisation="North Coast Training", now=NOW
    )
    key = type(device)(
        private_key=stranger_key().private_key,
        certificate=x509.load_pem_x509_certificate(issued),
        chain=(device.certificate, centre().certificate),
    )
    signer = check_manifest(DATA, sign_manifest(DATA, key, signed_at=NOW))
    assert not is_trusted_by(signer, [centre().certificate_pem])


def test_signing_when_time_is_naive_or_beyond_the_century_then_refused() -> None:
    with pytest.raises(BugError):
        sign_manifest(DATA, enrolled_key(), signed_at=NOW.replace(tzinfo=None))
    with pytest.raises(KnownError) as caught:
        sign_manifest(DATA, enrolled_key(), signed_at=NOW.replace(year=2050))
    assert caught.value.code == "clock-too-late"


def test_signer_is_also_what_seals_sheets() -> None:
    assert signer_of(enrolled_key()).signing_cert.dump() == enrolled_key().certificate.public_bytes(
        serialization.Encoding.DER
    )
