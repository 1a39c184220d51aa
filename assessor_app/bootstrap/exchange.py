"""The vault's end of the exchange: its door for bundles with the device's key behind it, and a centre's authority."""

from __future__ import annotations

import os
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assessor_app.domain.errors import BugError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from assessor_app.bootstrap.program import DeviceSealer
    from assessor_app.bundle.door import BundleDoor
    from assessor_app.domain.exchange import BundleSigner, Package
    from assessor_app.domain.verification import SheetReport, Trust
    from assessor_app.domain.watch import Watch
    from assessor_app.signing.authority import CentreAuthority
    from assessor_app.storage.escrow import Escrowed, Request
    from assessor_app.storage.files import EncryptedFiles
    from assessor_app.storage.staging import StagedFiles
    from assessor_app.storage.vault import Vault
    from assessor_app.usecases.exchange_ports import Incoming, WrittenBundle

_IDENTITY = "exchange identity"
_AUTHORITY = "centre authority"
_AUTHORITY_PASSPHRASE = "centre authority passphrase"


@dataclass(slots=True)
class VaultExchange:
    """One vault's exchange. Keys are read from the vault when they are first needed.

    Writing and reading a bundle stop when the vault is closed, which waits for them.
    """

    vault: Vault
    files: EncryptedFiles
    file_identity: bytes
    sealer: DeviceSealer
    _secret: str = ""

    # who this vault is

    @property
    def key(self) -> str:
        from assessor_app.signing.keys import key_id

        return key_id(self.sealer.key.certificate)

    @property
    def recipient(self) -> str:
        from assessor_app.storage.files import public_identity

        return public_identity(self._identity.encode())

    @property
    def certificate_pem(self) -> bytes:
        return self.sealer.key.certificate_pem

    @property
    def _identity(self) -> str:
        if not self._secret:
            from assessor_app.storage.files import new_identity

            with self.vault.drafting() as records:
                kept = records.secret(_IDENTITY)
                if kept is None:
                    kept = new_identity()
                    records.put_secret(_IDENTITY, kept)
            self._secret = kept.decode()
        return self._secret

    def open_escrow(self, request: Request) -> tuple[Escrowed, ...]:
        """What was entrusted to this vault, of what a laptop's request holds."""
        from assessor_app.storage.escrow import open_parts

        return open_parts(request, self._identity)

    # bundles

    def write(self, path: Path, package: Package, *, recipients: Sequence[str], watch: Watch) -> WrittenBundle:
        from assessor_app.usecases.exchange_ports import WrittenBundle

        watch = self.vault.uses.watched(watch)
        with self.vault.uses.one():
            written = self._door().write(
                path, package, recipients=recipients, progress=watch.progress, cancelled=watch.cancelled
            )
        return WrittenBundle(sha256=written.sha256, size=written.size)

    @contextmanager
    def open(self, path: Path, *, recognise: Callable[[BundleSigner], None], watch: Watch) -> Iterator[Incoming]:
        watch = self.vault.uses.watched(watch)
        with (
            self.vault.uses.one(),
            self._door().open(
                path, recognise=recognise, progress=watch.progress, cancelled=watch.cancelled
            ) as incoming,
        ):
            yield incoming

    def staging(self) -> StagedFiles:
        from assessor_app.storage.staging import FOLDER, StagedFiles

        return StagedFiles(self.vault.folder / FOLDER / os.urandom(8).hex(), self.files, self.file_identity)

    def copy_to(self, sha256: str, target: object) -> None:
        self.files.copy_to(sha256, target)  # type: ignore[arg-type]

    def file_size(self, sha256: str) -> int:
        return self.files.size(sha256)

    def examine_sheet(self, pdf: bytes, sha256: str, anchors: Sequence[bytes]) -> SheetReport:
        from assessor_app.signing.verify import verify_sheet

        return verify_sheet(pdf, anchors=anchors, known_sha256=sha256)

    def _door(self) -> BundleDoor:
        from assessor_app.bundle.door import BundleDoor

        return BundleDoor(
            identity=self._identity, recipient=self.recipient, files=self, sign=self._sign, check=checked_signer
        )

    def _sign(self, data: bytes) -> bytes:
        from assessor_app import machine
        from assessor_app.signing.detached import sign_manifest

        return sign_manifest(data, self.sealer.key, signed_at=machine.now().utc)

    # certificates

    def trust(self, certificate: bytes, anchors: Sequence[bytes]) -> Trust:
        return trust_of(certificate, anchors)

    def is_issued_by(self, certificate: bytes, authority: bytes) -> bool:
        from assessor_app.signing.keys import is_issued_by, read_certificate

        return is_issued_by(read_certificate(certificate), read_certificate(authority))

    def take_certificate(self, certificate: bytes, chain: Sequence[bytes]) -> None:
        from assessor_app.signing.keys import enrol_device_key

        self.sealer.replace(enrol_device_key(self.sealer.key, certificate=certificate, chain=chain))

    def has_authority(self) -> bool:
        with self.vault.reading() as records:
            return records.secret(_AUTHORITY) is not None

    def found_authority(self, centre: str) -> None:
        """Make the centre's authority, once, and have it certify the key that seals the centre's own bundles."""
        from assessor_app import machine
        from assessor_app.signing.authority import authority_to_pkcs12, create_authority, issue

        authority = create_authority(centre=centre, now=machine.now().utc)
        passphrase = os.urandom(32).hex().encode()
        with self.vault.writing("found authority") as records:
            if records.secret(_AUTHORITY) is not None:
                raise BugError("the centre has an authority already")
            records.put_secret(_AUTHORITY, authority_to_pkcs12(authority, passphrase))
            records.put_secret(_AUTHORITY_PASSPHRASE, passphrase)
        own = issue(
            authority,
            self.sealer.key.public_key_pem,
            common_name=f"{centre[:40]}, exchange seal",
            organisation=centre,
            now=machine.now().utc,
        )
        self.take_certificate(own, (authority.certificate_pem,))

    def authority_pem(self) -> bytes:
        return self._authority().certificate_pem

    def certify(self, certificate: bytes, *, device: str, centre: str) -> bytes:
        from assessor_app import machine
        from assessor_app.signing.authority import issue
        from assessor_app.signing.keys import device_common_name, public_key_pem, read_certificate

        return issue(
            self._authority(),
            public_key_pem(read_certificate(certificate)),
            common_name=device_common_name(device),
            organisation=centre,
            now=machine.now().utc,
        )

    def revocation_list(self, revoked: Sequence[tuple[bytes, int]]) -> bytes:
        from assessor_app import machine
        from assessor_app.signing.authority import revocation_list

        return revocation_list(self._authority(), revoked, now=machine.now().utc)

    def _authority(self) -> CentreAuthority:
        from assessor_app.signing.authority import authority_from_pkcs12

        with self.vault.reading() as records:
            container, passphrase = records.secret(_AUTHORITY), records.secret(_AUTHORITY_PASSPHRASE)
        if container is None or passphrase is None:
            raise BugError("only a centre's vault has an authority")
        return authority_from_pkcs12(container, passphrase)


def trust_of(certificate: bytes, anchors: Sequence[bytes]) -> Trust:
    """How a certificate (PEM) is known to one who trusts `anchors`."""
    from assessor_app.signing.keys import read_certificate, read_certificates
    from assessor_app.signing.trust import trust_in

    return trust_in(read_certificate(certificate), [c for anchor in anchors for c in read_certificates(anchor)])


def checked_signer(manifest: bytes, signature: bytes) -> BundleSigner:
    """Whose signature it is, if it is good; KnownError otherwise."""
    from cryptography.hazmat.primitives.serialization import Encoding

    from assessor_app.domain.exchange import BundleSigner
    from assessor_app.signing.detached import check_manifest
    from assessor_app.signing.finding import shown
    from assessor_app.signing.keys import key_id

    signer = check_manifest(manifest, signature)
    return BundleSigner(
        key=key_id(signer.certificate),
        subject=shown(signer.certificate.subject.rfc4514_string()),
        certificate_pem=signer.certificate.public_bytes(Encoding.PEM),
        signed_ms=int(signer.signed_at.timestamp() * 1000),
    )
