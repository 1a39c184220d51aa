"""Names of files that leave the vault: harmless whatever they were called, and no two alike."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessor_app.usecases.safe_names import Names, safe_name


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("rota.pdf", "rota.pdf"),
        ("../../etc/passwd", "-..-etc-passwd"),
        ("C:\\Windows\\evil.txt", "C--Windows-evil.txt"),
        ("con", "_con"),
        ("LPT1.txt", "_LPT1.txt"),
        ("console.txt", "console.txt"),
        (".profile", "profile"),
        ("photo \u202egpj.exe", "photo gpj.exe"),
        ("a\x00b\nc\td.txt", "ab c d.txt"),
        ("Dŵr a glas.docx", "Dŵr a glas.docx"),
        ("", "file"),
        ("...", "file"),
        ("///", "file"),
        ("tab.tar.gz", "tab.tar.gz"),
    ],
)
def test_name_is_harmless_and_still_readable(name: str, safe: str) -> None:
    assert safe_name(name) == safe


def test_long_name_keeps_its_ending() -> None:
    assert safe_name("é" * 300 + ".jpeg").endswith("é.jpeg")
    assert len(safe_name("é" * 300 + ".jpeg").encode()) <= 150
    assert len(safe_name("x." + "y" * 300).encode()) <= 150
    assert safe_name("x" * 148 + ". no ending here") == "x" * 148


def test_names_that_collide_get_a_number_before_the_ending() -> None:
    names = Names()
    given = [names.free(name) for name in ("a.txt", "A.TXT", "a.txt", "a", "a", "a (2).txt", "ﬁ.txt", "fi.txt")]
    assert given == ["a.txt", "A (2).TXT", "a (3).txt", "a", "a (2)", "a (2) (2).txt", "ﬁ.txt", "fi (2).txt"]


@given(st.lists(st.text(max_size=400), max_size=12))
def test_any_names_are_single_harmless_parts_and_differ(wanted: list[str]) -> None:
    names = Names()
    given_out = [names.free(name) for name in wanted]
    assert len({unicodedata.normalize("NFKC", n).casefold() for n in given_out}) == len(wanted)
    for name in given_out:
        assert name
        assert not set(name) & set('<>:"/\\|?*')
        assert not any(unicodedata.category(c)[0] == "C" for c in name)
        assert name == name.strip()
        assert not name.startswith(".")
        assert not name.endswith(".")
        assert len(name.encode()) <= 150
