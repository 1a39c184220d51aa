"""Every hostile container is refused for the reason that it was made for, plain and inside age."""

import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pyrage
import pytest

from assessor_app.bundle.limits import Limits
from assessor_app.bundle.refusal import RefusalCode
from tests.bundle.builders import CONTENTS, identity, opened, recipient, refusal_of, written
from tests.bundle.corpus import Hostile, corpus
from tests.bundle.forge import good_zip
from tests.bundle.permissive import accepts

CORPUS = list(corpus())


def encrypted(data: bytes) -> bytes:
    """Inside age, for the centre."""
    sealed: bytes = pyrage.encrypt(data, [pyrage.x25519.Recipient.from_str(recipient("centre"))])
    return sealed


def test_forged_container_when_nothing_is_spoilt_then_it_is_the_writers_own() -> None:
    """Otherwise the corpus would be refused for a fault of its maker."""
    assert opened(good_zip().to_bytes())[0] == CONTENTS
    assert good_zip(signed=lambda _: b"same").to_bytes() == written(sign=lambda _: b"same")[0]


@pytest.mark.parametrize("hostile", CORPUS, ids=lambda hostile: hostile.title)
def test_hostile_container_when_read_then_refused_by_name(hostile: Hostile) -> None:
    assert refusal_of(hostile.data) is hostile.code


@pytest.mark.parametrize("hostile", CORPUS[::7], ids=lambda hostile: hostile.title)
def test_hostile_container_when_inside_age_then_refused_by_the_same_name(hostile: Hostile) -> None:
    assert refusal_of(encrypted(hostile.data), identities=[identity("centre")]) is hostile.code


def test_corpus_reaches_every_refusal() -> None:
    elsewhere = {  # tested beside what they are about: tests/bundle/test_age.py, tests/bundle/test_reader.py
        RefusalCode.NOT_FOR_THIS_VAULT,
        RefusalCode.AGE_HEADER_TOO_LONG,
        RefusalCode.DAMAGED,
        RefusalCode.SOURCE_UNREADABLE,
    }
    assert {hostile.code for hostile in CORPUS} == set(RefusalCode) - elsewhere


def test_corpus_when_read_by_a_permissive_reader_then_much_of_it_passes() -> None:
    """The control: a reader that believes the directory, checks signature and hashes, and looks no further."""
    passed = {hostile.title for hostile in CORPUS if accepts(hostile.data)}
    assert passed >= {
        "around: data before",
        "around: data between",
        "around: a second container after",
        "end: comment",
        "directory: symbolic link",
        "directory: comment of a member",
        "field: compressed",
        "field: data descriptor",
        "field: date",
        "members: not in the directory, and not listed",
        "members: signature at the end",
        "members: unlisted at the end",
        "name: slip",
        "name: case collision",
        "replay: two members in each other's place",
    }
    assert len(passed) > len(CORPUS) // 6


def test_corpus_when_read_then_memory_stays_small() -> None:
    tracemalloc.start()
    try:
        for hostile in [each for each in CORPUS if each.title.startswith("bomb")] + CORPUS[::9]:
            before, _ = tracemalloc.get_traced_memory()
            tracemalloc.reset_peak()
            refusal_of(hostile.data)
            _, peak = tracemalloc.get_traced_memory()
            assert peak - before < 40 << 20, hostile.title
    finally:
        tracemalloc.stop()


def test_signature_when_it_is_not_good_then_no_member_is_handed_out(tmp_path: Path) -> None:
    taken: list[str] = []
    for hostile in CORPUS:
        if hostile.code is RefusalCode.SIGNATURE_NOT_GOOD:
            assert refusal_of(hostile.data, take=_noting(taken)) is RefusalCode.SIGNATURE_NOT_GOOD
    assert taken == []


def _noting(taken: list[str]) -> Callable[..., None]:
    return lambda listed, stream, signer: taken.append(listed.name)


def test_limits_when_tightened_then_refused() -> None:
    data = good_zip().to_bytes()
    assert refusal_of(data) is None
    assert refusal_of(data, limits=Limits(members=4)) is RefusalCode.TOO_MANY_MEMBERS
    assert refusal_of(data, limits=Limits(member=700)) is RefusalCode.MEMBER_TOO_LARGE
    assert refusal_of(data, limits=Limits(total=700)) is RefusalCode.TOTAL_TOO_LARGE
    assert refusal_of(data, limits=Limits(held=10)) is RefusalCode.MEMBER_TOO_LARGE
    assert refusal_of(data, limits=Limits(asic_manifest=100)) is RefusalCode.MANIFEST_TOO_LONG
    assert refusal_of(data, limits=Limits(signature=100)) is RefusalCode.SIGNATURE_TOO_LONG
