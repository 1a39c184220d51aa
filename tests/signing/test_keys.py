"""Keys, certificates, the centre's authority."""

import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import NameOID

from assessor_app.domain.errors import BugError, KnownError
from assessor_app.signing.authority import authority_from_pkcs12, authority_to_pkcs12, create_authority, issue
from assessor_app.signing.keys import (
    enrol_device_key,
    generate_device_key,
    is_issued_by,
    key_from_pkcs12,
    key_to_pkcs12,
)
from tests.signing.builders import NOW, centre, enrolled_key, stranger_key, unenrolled_key


def test_device_certificate_says_what_the_key_is_for() -> None:
    certificate = unenrolled_key().certificate
    assert certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)[0].value == (
        "Assessor device 0001, witness seal"
    )
    assert certificate.subject.get_attributes_for_oid(NameOID.ORGANIZATION_NAME)[0].value == "North Coast Training"
    usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    assert usage.digital_signature
    assert usage.content_commitment
    assert not usage.key_cert_sign
    assert not certificate.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    with pytest.raises(x509.ExtensionNotFound):
        certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName)


@pytest.mark.parametrize("year", [1970, 2026, 2038])
def test_certificates_last_ten_years_whatever_the_clock_says(year: int) -> None:
    now = datetime(year, 1, 19, tzinfo=UTC)
    certificate = generate_device_key(device="1", centre="C", now=now).certificate
    assert certificate.not_valid_before_utc < now
    assert certificate.not_valid_after_utc > now + timedelta(days=3660)


def test_authority_issues_for_the_same_key_and_one_level_only() -> None:
    key = enrolled_key()
    assert key.certificate.public_key() == unenrolled_key().private_key.public_key()
    assert is_issued_by(key.certificate, centre().certificate)
    constraints = centre().certificate.extensions.get_extension_for_class(x509.BasicConstraints).value
    assert constraints.ca
    assert constraints.path_length == 0
    assert key.certificate.not_valid_after_utc < centre().certificate.not_valid_after_utc


def test_issued_by_when_issuer_is_no_authority_then_false() -> None:
    assert not is_issued_by(unenrolled_key().certificate, unenrolled_key().certificate)
    assert not is_issued_by(stranger_key().certificate, centre().certificate)


def test_openssl_accepts_the_chain(tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "ca.pem").write_bytes(centre().certificate_pem)
    (tmp_path / "device.pem").write_bytes(enrolled_key().certificate_pem)
    command = ["openssl", "verify", "-x509_strict", "-attime", str(int(NOW.timestamp())), "-CAfile"]
    try:
        done = subprocess.run(
            [*command, str(tmp_path / "ca.pem"), str(tmp_path / "device.pem")],
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
    except FileNotFoundError:
        pytest.skip("openssl is NOT INSTALLED: the chain was not checked by a second tool")
    assert done.returncode == 0, done.stderr


def test_pkcs12_round_trip_keeps_key_certificate_and_chain() -> None:
    data = key_to_pkcs12(enrolled_key(), b"vault key")
    again = key_from_pkcs12(data, b"vault key")
    assert again.certificate == enrolled_key().certificate
    assert again.chain == enrolled_key().chain
    assert again.private_key.private_numbers() == enrolled_key().private_key.private_numbers()


def test_pkcs12_when_wrong_passphrase_or_garbage_then_known_error() -> None:
    data = key_to_pkcs12(enrolled_key(), b"vault key")
    for stored, passphrase in ((data, b"other"), (b"garbage", b"vault key")):
        with pytest.raises(KnownError) as caught:
            key_from_pkcs12(stored, passphrase)
        assert caught.value.code == "key-not-opened"


def test_pkcs12_when_no_passphrase_then_bug() -> None:
    with pytest.raises(BugError):
        key_to_pkcs12(enrolled_key(), b"")


def test_authority_round_trip() -> None:
    again = authority_from_pkcs12(authority_to_pkcs12(centre(), b"p"), b"p")
    assert again.certificate == centre().certificate


def test_issue_when_key_is_of_another_kind_then_refused() -> None:
    for public in (
        rsa.generate_private_key(public_exponent=65537, key_size=2048).public_key(),
        ec.generate_private_key(ec.SECP384R1()).public_key(),
    ):
        pem = public.public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
        with pytest.raises(KnownError):
            issue(centre(), pem, common_name="x", organisation="y", now=NOW)
    with pytest.raises(KnownError):
        issue(centre(), b"garbage", common_name="x", organisation="y", now=NOW)


def test_enrol_when_certificate_is_for_another_key_then_refused() -> None:
    with pytest.raises(KnownError) as caught:
        enrol_device_key(stranger_key(), certificate=enrolled_key().certificate_pem, chain=[centre().certificate_pem])
    assert caught.value.code == "certificate-for-another-key"


def test_enrol_when_chain_is_of_another_centre_then_refused() -> None:
    other = create_authority(centre="North Coast Training", now=NOW)
    with pytest.raises(KnownError) as caught:
        enrol_device_key(unenrolled_key(), certificate=enrolled_key().certificate_pem, chain=[other.certificate_pem])
    assert caught.value.code == "certificate-of-another-issuer"


def test_importing_the_package_then_pyhanko_is_not_imported() -> None:
    code = "import sys, assessor_app.signing, assessor_app.signing.keys, assessor_app.signing.authority;"
    code += "sys.exit(any(name.startswith('pyhanko') for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=60).returncode == 0
