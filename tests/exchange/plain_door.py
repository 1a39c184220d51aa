"""A door for bundles without ciphers and certificates: the same contents in one JSON file, signed by saying so.

It stands in for the real one where the order of many exchanges is at stake; `test_doors.py` runs one suite on both.
"""

import base64
import io
import json
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from assessor_app.bundle import contents
from assessor_app.bundle.door import ReadBundle
from assessor_app.domain.canonical import sha256_hex
from assessor_app.domain.errors import KnownError
from assessor_app.domain.exchange import BundleSigner, Package
from assessor_app.domain.verification import Problem, ProblemCode, SheetReport, Trust, Verdict
from assessor_app.domain.watch import Watch
from assessor_app.storage.files import EncryptedFiles
from assessor_app.storage.staging import FOLDER, StagedFiles
from assessor_app.storage.vault import Vault
from assessor_app.usecases.exchange_ports import Incoming, WrittenBundle


class PlainDoor:
    """The exchange of one test vault. Its key is kept in the vault, so that a copy of the vault has the same one."""

    def __init__(self, vault: Vault, files: EncryptedFiles, identity: bytes) -> None:
        self._vault = vault
        self._files = files
        self._identity = identity

    @property
    def key(self) -> str:
        return sha256_hex(self._secret("plain key"))

    @property
    def recipient(self) -> str:
        return f"age1{self.key[:20]}"

    @property
    def certificate_pem(self) -> bytes:
        return self._secret("plain certificate", f"CERTIFICATE {self.key} by itself".encode())

    def write(self, path: Path, package: Package, *, recipients: Sequence[str], watch: Watch) -> WrittenBundle:
        members = {}
        for member in contents.members_of(package):
            target = io.BytesIO()
            member.write_to(target)
            members[member.name] = base64.b64encode(target.getvalue()).decode()
        for file in package.manifest.files:
            members[file.name] = base64.b64encode(self._files.read(file.sha256)).decode()
        if watch.cancelled():
            raise KnownError("Stopped.", advice="", code="exchange-cancelled")
        watch.progress(1, 1)
        text = json.dumps(
            {"signer": self.key, "pem": self.certificate_pem.decode(), "to": list(recipients), "members": members}
        ).encode()
        try:
            path.write_bytes(text)
        except OSError as error:
            raise KnownError("Not written.", advice="", code="bundle-not-written") from error
        return WrittenBundle(sha256=sha256_hex(text), size=len(text))

    @contextmanager
    def open(self, path: Path, *, recognise: Callable[[BundleSigner], None], watch: Watch) -> Iterator[Incoming]:
        try:
            text = path.read_bytes()
            content = json.loads(text)
            members = {name: base64.b64decode(data) for name, data in content["members"].items()}
            signer = BundleSigner(
                key=content["signer"], subject="plain", certificate_pem=content["pem"].encode(), signed_ms=0
            )
        except OSError as error:
            raise KnownError("It cannot be read.", advice="", code="bundle-unreadable") from error
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise KnownError("It is no bundle.", advice="", code="not-a-container") from error
        if content["to"] and self.recipient not in content["to"]:
            raise KnownError("It is not for this vault.", advice="", code="not-for-this-vault")
        staging = StagedFiles(self._vault.folder / FOLDER / os.urandom(4).hex(), self._files, self._identity)
        try:
            recognise(signer)
            manifest = contents.read_manifest(members[contents.MANIFEST])
            contents.check_names(manifest, tuple(members))
            for file in manifest.files:
                if sha256_hex(members[file.name]) != file.sha256:
                    raise KnownError("A file differs.", advice="", code="hash-differs")
                staging.keep_stream(io.BytesIO(members[file.name]))
            message = members.get(contents.MESSAGE, b"")
            yield ReadBundle(
                manifest=manifest,
                signer=signer,
                records=contents.read_records(manifest, members),
                events=contents.read_events(members[contents.EVENTS]) if manifest.events else (),
                answer=contents.read_answer(manifest, message),
                receipt=contents.read_receipt(manifest, message),
                sha256=sha256_hex(text),
                size=len(text),
                staging=staging,
            )
        finally:
            staging.discard()

    def file_size(self, sha256: str) -> int:
        return self._files.size(sha256)

    def copy_to(self, sha256: str, target: BinaryIO) -> None:
        self._files.copy_to(sha256, target)

    def examine_sheet(self, pdf: bytes, sha256: str, anchors: Sequence[bytes]) -> SheetReport:
        """Reads the marks of `tests.desk.MarkingSealer`: every role once, the assessor after all others."""
        lines = pdf.decode().splitlines()
        words = lines[0].split() if lines else []
        roles = [line.split()[1] for line in lines[1:] if line.startswith("SEAL ")]
        problems = []
        if sha256_hex(pdf) != sha256:
            problems.append(Problem(code=ProblemCode.FILE_HASH_DIFFERS, sentence="It is another file."))
        if "assessor" in roles and "manager" in roles[roles.index("assessor") :]:
            problems.append(Problem(code=ProblemCode.MANAGER_AFTER_ASSESSOR, sentence="The manager signed last."))
        if "assessor" not in roles:
            problems.append(Problem(code=ProblemCode.REQUIRED_SIGNATURE_MISSING, sentence="The assessor is missing."))
        return SheetReport(
            verdict=Verdict.NOT_GOOD if problems else Verdict.GOOD,
            file_sha256=sha256_hex(pdf),
            document_id=words[1] if len(words) > 2 else "",
            content_hash=words[2] if len(words) > 2 else "",
            problems=tuple(problems),
        )

    def trust(self, certificate: bytes, anchors: Sequence[bytes]) -> Trust:
        return Trust.TRUSTED if anchors and self.is_issued_by(certificate, anchors[0]) else Trust.NOT_TRUSTED

    def is_issued_by(self, certificate: bytes, authority: bytes) -> bool:
        return certificate.split()[-1] == authority.split()[1]

    def take_certificate(self, certificate: bytes, chain: Sequence[bytes]) -> None:
        if certificate.split()[1].decode() != self.key:
            raise KnownError("It is for another key.", advice="", code="certificate-for-another-key")
        with self._vault.drafting() as records:
            records.put_secret("plain certificate", certificate)

    def has_authority(self) -> bool:
        with self._vault.reading() as records:
            return records.secret("plain authority") is not None

    def found_authority(self, centre: str) -> None:
        authority = f"CERTIFICATE {os.urandom(8).hex()} by itself".encode()
        with self._vault.drafting() as records:
            records.put_secret("plain authority", authority)
        self.take_certificate(self.certify(self.certificate_pem, device="", centre=centre), ())

    def authority_pem(self) -> bytes:
        return self._secret("plain authority")

    def certify(self, certificate: bytes, *, device: str, centre: str) -> bytes:
        return b" ".join((b"CERTIFICATE", certificate.split()[1], b"by", self.authority_pem().split()[1]))

    def revocation_list(self, revoked: Sequence[tuple[bytes, int]]) -> bytes:
        return b"\n".join(certificate for certificate, _ in revoked)

    def _secret(self, name: str, otherwise: bytes | None = None) -> bytes:
        with self._vault.drafting() as records:
            kept = records.secret(name)
            if kept is None:
                kept = otherwise if otherwise is not None else os.urandom(16)
                records.put_secret(name, kept)
        return cast(bytes, kept)
