"""The statement: one spelling, and nothing else is read."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessor_app.domain.canonical import canonical_json, to_plain
from assessor_app.domain.seal_statement import MAX_STATEMENT_BYTES, SealStatement, SealStatementError
from tests.signing.builders import statement_for

GOOD = statement_for(b"%PDF-1.7", "manager")


def test_statement_round_trip() -> None:
    assert SealStatement.from_bytes(GOOD.to_bytes()) == GOOD


@given(st.text(), st.lists(st.tuples(st.text(), st.booleans()), max_size=4))
def test_statement_round_trip_whatever_was_typed(name: str, answers: list[tuple[str, bool]]) -> None:
    statement = statement_for(
        b"x",
        "manager",
        name=name.encode("utf-8", "replace").decode(),
        statements=tuple(text.encode("utf-8", "replace").decode() for text, _ in answers),
        ticks=tuple(tick for _, tick in answers),
    )
    assert SealStatement.from_bytes(statement.to_bytes()) == statement


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("version", True),
        ("version", 0),
        ("version", "1"),
        ("version", 1.0),
        ("ticks", [1, 0]),
        ("ticks", "yes"),
        ("statements", [None]),
        ("name", None),
        ("medium", "stamp"),
        ("base_sha256", "AB" * 32),
        ("base_sha256", ""),
        ("ink_hash", "short"),
        ("captured_utc_ms", 10**18),
        ("captured_offset_min", 1440),
        ("sequence", -1),
    ],
)
def test_statement_when_a_value_is_wrong_then_refused(field: str, value: object) -> None:
    plain = to_plain(GOOD)
    assert isinstance(plain, dict)
    plain[field] = value  # type: ignore[assignment]
    data = json.dumps(plain, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()
    with pytest.raises(SealStatementError, match=field):
        SealStatement.from_bytes(data)


def test_statement_when_spelled_otherwise_then_refused() -> None:
    plain = to_plain(GOOD)
    assert isinstance(plain, dict)
    twice = GOOD.to_bytes().replace(b'{"base_length"', b'{"base_length":1,"base_length"')
    for data in (json.dumps(plain).encode(), GOOD.to_bytes() + b"\n", twice):
        with pytest.raises(SealStatementError, match="spelling"):
            SealStatement.from_bytes(data)


def test_statement_when_fields_are_missing_or_unknown_then_refused() -> None:
    plain = to_plain(GOOD)
    assert isinstance(plain, dict)
    with pytest.raises(SealStatementError, match="extra"):
        SealStatement.from_bytes(canonical_json(plain | {"extra": 1}))
    with pytest.raises(SealStatementError, match="witness"):
        SealStatement.from_bytes(canonical_json({key: plain[key] for key in plain if key != "witness"}))


@pytest.mark.parametrize(
    "data",
    [b"", b"[]", b"null", b"\xff", b"[" * 50_000, b" " * (MAX_STATEMENT_BYTES + 1), b'{"a":' + b"9" * 9000 + b"}"],
)
def test_statement_when_bytes_are_anything_else_then_refused(data: bytes) -> None:
    with pytest.raises(SealStatementError):
        SealStatement.from_bytes(data)


def test_statement_when_text_is_no_unicode_then_refused() -> None:
    data = GOOD.to_bytes().replace(b'"witness":"A. Assessor"', b'"witness":"\\ud800"')
    with pytest.raises(SealStatementError):
        SealStatement.from_bytes(data)


@given(st.binary(max_size=300))
def test_statement_when_bytes_are_random_then_refused(data: bytes) -> None:
    with pytest.raises(SealStatementError):
        SealStatement.from_bytes(data)
