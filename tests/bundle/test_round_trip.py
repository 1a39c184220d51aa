"""What goes in comes out: any names, sizes and contents, plain and encrypted, for each recipient and for no other."""

import hashlib
import io
import tempfile
import zipfile
from typing import BinaryIO

import pyrage
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessor_app.bundle import layout
from assessor_app.bundle.members import Listed
from assessor_app.bundle.names import fault_among
from assessor_app.bundle.reader import read_container
from assessor_app.bundle.refusal import RefusalCode
from assessor_app.bundle.writer import write_container
from assessor_app.signing.detached import DetachedSigner
from tests.bundle.builders import (
    CONTENTS,
    check,
    generated,
    identity,
    members,
    opened,
    recipient,
    refusal_of,
    sign,
    written,
)
from tests.signing.builders import NOW, enrolled_key

SEGMENT = st.from_regex(r"[A-Za-z0-9_-]{1,12}(\.[A-Za-z0-9_-]{1,6}){0,2}", fullmatch=True)
NAME = st.lists(SEGMENT, min_size=1, max_size=3).map("/".join)
CONTENT = st.one_of(st.binary(max_size=40), st.integers(0, 70_000).map(lambda size: b"\x5a" * size))
QUICK = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)


@given(
    about=CONTENT,
    others=st.dictionaries(NAME, CONTENT, max_size=6),
    is_encrypted=st.booleans(),
    piece=st.integers(1, 5000),
)
@QUICK
def test_container_when_written_and_read_then_the_same(
    about: bytes, others: dict[str, bytes], is_encrypted: bool, piece: int
) -> None:
    contents = {"manifest.json": about}
    for name, content in others.items():
        if fault_among([*contents, name]) is None:
            contents[name] = content
    data, told = written(members(contents), recipients=[recipient("centre")] if is_encrypted else [])
    taken: dict[str, bytes] = {}

    def take(listed: Listed, stream: BinaryIO, signer: DetachedSigner) -> None:
        parts = []
        while part := stream.read(piece):
            parts.append(part)
        taken[listed.name] = b"".join(parts)
        assert (listed.size, listed.sha256) == (len(taken[listed.name]), hashlib.sha256(taken[listed.name]).hexdigest())

    result = read_container(io.BytesIO(data), identities=[identity("centre")], check=check, take=take)
    assert list(taken.items()) == list(contents.items())
    assert result.encrypted is is_encrypted
    assert (result.sha256, result.size) == (told.sha256, told.size) == (hashlib.sha256(data).hexdigest(), len(data))
    assert [member.name for member in result.members] == list(contents)


def test_container_when_read_then_the_signer_is_told() -> None:
    _, result = opened(written()[0])
    assert result.signer.certificate == enrolled_key().certificate
    assert result.signer.signed_at == NOW


def test_container_when_written_plain_then_other_programs_read_it() -> None:
    with zipfile.ZipFile(io.BytesIO(written()[0])) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == [
            layout.MIMETYPE_NAME,
            layout.ASIC_MANIFEST_NAME,
            layout.SIGNATURE_NAME,
            *CONTENTS,
        ]
        assert archive.read("mimetype") == layout.MIMETYPE
        assert {name: archive.read(name) for name in CONTENTS} == CONTENTS
        assert all(info.flag_bits == 0 and info.extra == b"" for info in archive.infolist())


def test_container_when_made_twice_with_one_signature_then_the_same_bytes() -> None:
    assert written(sign=lambda _: b"same")[0] == written(sign=lambda _: b"same")[0]


def test_encrypted_container_when_decrypted_by_age_then_each_recipient_gets_it_and_nobody_else() -> None:
    names = ("centre", "assessor")
    data, _ = written(recipients=[recipient(name) for name in names])
    inner = {pyrage.decrypt(data, [pyrage.x25519.Identity.from_str(identity(name))]) for name in names}
    assert len(inner) == 1
    assert opened(inner.pop())[0] == CONTENTS
    for name in names:
        assert opened(data, identities=[identity(name)])[0] == CONTENTS
    assert refusal_of(data, identities=[identity("other"), identity("assessor")]) is None
    with pytest.raises(pyrage.DecryptError):
        pyrage.decrypt(data, [pyrage.x25519.Identity.from_str(identity("other"))])
    assert refusal_of(data, identities=[identity("other")]) is RefusalCode.NOT_FOR_THIS_VAULT
    assert refusal_of(data, identities=[]) is RefusalCode.NOT_FOR_THIS_VAULT


def test_encrypted_container_then_nothing_of_it_is_in_clear() -> None:
    data, _ = written(recipients=[recipient("centre")])
    assert not any(word in data for word in (b"PK\x03\x04", b"mimetype", b"manifest", b"competent", b"records"))


def test_large_members_when_streamed_then_the_same() -> None:
    """Above `Limits.held`, and without a CRC-32 that is known beforehand."""
    large = generated("evidence/film", (17 << 20) + 3)
    data, _ = written([*members(), large], recipients=[recipient("centre")])
    sizes: dict[str, int] = {}

    def take(listed: Listed, stream: BinaryIO, signer: DetachedSigner) -> None:
        digest = hashlib.sha256()
        size = 0
        while part := stream.read(100_001):
            digest.update(part)
            size += len(part)
        assert digest.hexdigest() == listed.sha256
        sizes[listed.name] = size

    read_container(io.BytesIO(data), identities=[identity("centre")], check=check, take=take)
    assert sizes["evidence/film"] == large.size


@pytest.mark.parametrize("threshold", [1, 20, 700, 5000])
def test_zip64_when_numbers_are_large_then_other_programs_read_it(
    threshold: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The threshold is lowered, so that every number that can be large is so once; the soak has real gigabytes."""
    contents = {**CONTENTS, "evidence/0b": bytes(6000), "evidence/0c": b"after"}
    monkeypatch.setattr(layout, "ZIP64_FROM", threshold)
    data, _ = written(members(contents))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in contents} == contents
    assert layout.END64_MARK in data
    if threshold == 5000:  # the members at the front are never that large: the reader's limits are below two gigabytes
        assert opened(data)[0] == contents
        lie = data.replace(b"evidence/0b\x01\0\x10\0\x70", b"evidence/0b\x01\0\x10\0\x71", 1)
        assert lie != data
        assert refusal_of(lie) is RefusalCode.EXTRA_FIELD


def test_zip64_when_numbers_are_small_then_it_is_not_used() -> None:
    data, _ = written()
    assert b"PK\x06\x06" not in data
    assert b"PK\x06\x07" not in data


@pytest.mark.soak
def test_zip64_when_a_member_has_three_gigabytes_and_another_follows_then_read() -> None:
    large = generated("evidence/film", (3 << 30) + 5, piece=1 << 20)
    with tempfile.TemporaryFile() as target:
        write_container(target, [*members(), large, generated("evidence/after", 1 << 20)], sign=sign)
        target.seek(0)
        seen: list[str] = []
        read_container(target, check=check, take=lambda listed, stream, signer: seen.append(listed.name))
        assert seen == [*CONTENTS, "evidence/film", "evidence/after"]
        with zipfile.ZipFile(target) as archive:
            assert archive.getinfo("evidence/film").file_size == large.size
            assert len(archive.read("evidence/after")) == 1 << 20
