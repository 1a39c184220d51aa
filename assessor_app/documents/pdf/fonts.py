"""The embedded fonts: loaded once, every glyph checked before it is drawn.

A character that the form's face lacks is drawn from the fallback face; one that both lack is printed as its code point,
`[U+4E2D]`. The .notdef box is never drawn, because a signer cannot read it.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Any, Final

from reportlab.pdfbase.ttfonts import TTFont

from assessor_app.documents.pdf.style import Face
from assessor_app.settings import shipped

FALLBACK: Final = {
    Face.REGULAR: "Inter-Regular",
    Face.ITALIC: "Inter-Regular",
    Face.SEMIBOLD: "Inter-SemiBold",
    Face.BOLD: "Inter-SemiBold",
}
_DROPPED = re.compile("[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


@cache
def font(name: str) -> TTFont:
    """The font of that file name, parsed once a process."""
    return TTFont(name, str(shipped("resources") / "fonts" / f"{name}.ttf"), asciiReadable=False, shapable=False)


@cache
def _glyphs(name: str) -> frozenset[str]:
    return frozenset(chr(code) for code in font(name).face.charToGlyph if code >= 32)


class _Widths(dict[str, float]):
    """Widths of characters in thousandths of the size, filled as they are met."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face

    def __missing__(self, char: str) -> float:
        name = font_for(char, self._face)
        code = 32 if char == "\u00a0" else ord(char)
        face: Any = font(name).face  # Any: the stubs give its methods no types
        self[char] = found = float(face.getCharWidth(code))
        return found


@cache
def _widths(face: Face) -> _Widths:
    return _Widths(face)


def font_for(char: str, face: Face) -> str:
    """Name of the font that draws the character in that face."""
    return face.value if char in _glyphs(face.value) else FALLBACK[face]


@cache
def _drawable(char: str) -> bool:
    return all(char in _glyphs(face.value) or char in _glyphs(FALLBACK[face]) for face in Face)


def clean(text: str) -> str:
    """The text as it can be drawn: composed, without control and direction marks, unknown characters spelt out.

    Line breaks stay, tabs become spaces.
    """
    if text.isascii() and text.isprintable():
        return text
    text = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    text = _DROPPED.sub("", text.replace("\u2028", "\n").replace("\u2029", "\n"))
    return "".join(c if c == "\n" or _drawable(c) else f"[U+{ord(c):04X}]" for c in text)


def width(text: str, face: Face, size: float) -> float:
    """Width of cleaned text in points."""
    return sum(map(_widths(face).__getitem__, text)) * size / 1000


def pieces(text: str, face: Face) -> Iterator[tuple[str, str]]:
    """Cleaned text cut into (font name, text) wherever the font changes."""
    own = _glyphs(face.value)
    if own.issuperset(text):
        yield face.value, text
        return
    start, name = 0, font_for(text[0], face)
    for position, char in enumerate(text):
        found = font_for(char, face)
        if found != name:
            yield name, text[start:position]
            start, name = position, found
    yield name, text[start:]
