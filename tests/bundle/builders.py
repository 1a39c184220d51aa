"""Keys, members and calls with valid defaults."""

import hashlib
import io
from collections.abc import Sequence
from functools import cache
from typing import Any, BinaryIO

import pyrage

from assessor_app.bundle.members import Listed, Member, member_of
from assessor_app.bundle.reader import Opened, read_container
from assessor_app.bundle.refusal import BundleRefusedError, RefusalCode
from assessor_app.bundle.writer import Written, write_container
from assessor_app.domain.errors import KnownError
from assessor_app.signing.detached import DetachedSigner, check_manifest, is_trusted_by, sign_manifest
from assessor_app.signing.keys import DeviceKey
from tests.signing.builders import NOW, centre, enrolled_key

CONTENTS = {
    "manifest.json": b'{"kind":"sign-off"}',
    "records/0001.json": b'{"id":"0001","judgement":"competent"}',
    "records/0002.json": b'{"id":"0002","judgement":"competent"}',
    "sheets/unit-1.pdf": b"%PDF-1.7 a small sheet",
    "evidence/0a": bytes(range(256)) * 3,
}


@cache
def identity(name: str) -> str:
    """An age identity, the same for the same name."""
    del name
    return str(pyrage.x25519.Identity.generate())


def recipient(name: str) -> str:
    """Its public half."""
    return str(pyrage.x25519.Identity.from_str(identity(name)).to_public())


def sign(manifest: bytes, key: DeviceKey | None = None) -> bytes:
    """By the enrolled device."""
    return sign_manifest(manifest, key or enrolled_key(), signed_at=NOW)


def check(manifest: bytes, signature: bytes) -> DetachedSigner:
    """By somebody whom the centre enrolled."""
    signer = check_manifest(manifest, signature)
    if not is_trusted_by(signer, [centre().certificate_pem]):
        raise KnownError("It was signed by somebody who is not known here.", advice="Enrol them first.", code="unknown")
    return signer


def members(contents: dict[str, bytes] | None = None) -> list[Member]:
    """Members in order."""
    return [member_of(name, content) for name, content in (CONTENTS if contents is None else contents).items()]


def written(
    what: Sequence[Member] | None = None, *, recipients: Sequence[str] = (), **more: Any
) -> tuple[bytes, Written]:
    """The file and what the writer says of it."""
    target = io.BytesIO()
    told = write_container(
        target, members() if what is None else what, **{"sign": sign, "recipients": recipients, **more}
    )
    return target.getvalue(), told


def opened(data: bytes, **more: Any) -> tuple[dict[str, bytes], Opened[DetachedSigner]]:
    """What the reader handed out, and what it returned."""
    taken: dict[str, bytes] = {}

    def take(listed: Listed, stream: BinaryIO, signer: DetachedSigner) -> None:
        taken[listed.name] = stream.read()

    result = read_container(io.BytesIO(data), **{"check": check, "take": take, **more})
    return taken, result


def refusal_of(data: bytes, **more: Any) -> RefusalCode | None:
    """Why `data` is refused; None where it is accepted. Any other exception leaves."""
    try:
        opened(data, **more)
    except BundleRefusedError as error:
        return error.refusal
    return None


def generated(name: str, size: int, *, piece: int = 64 << 10) -> Member:
    """A member whose bytes are made while they are written, and never all there."""
    pattern = hashlib.sha256(name.encode()).digest() * (piece // 32)

    def pieces() -> Any:
        left = size
        while left:
            yield pattern[: min(left, piece)]
            left -= min(left, piece)

    digest = hashlib.sha256()
    for part in pieces():
        digest.update(part)

    def write_to(target: BinaryIO) -> None:
        for part in pieces():
            target.write(part)

    return Member(name=name, size=size, sha256=digest.hexdigest(), write_to=write_to)
