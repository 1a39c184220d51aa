"""Text set into lines of a given width. Nothing is ever cut: a word longer than the line is broken inside.

Sizes are points, widths and heights millimetres.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from assessor_app.documents.pdf import fonts
from assessor_app.documents.pdf.style import BODY, PT, Style

CHIP_PAD = 1.3
"""Space inside the outline of a boxed word, in millimetres."""


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one style. A boxed run is kept on one line and outlined (`round` or `square`)."""

    text: str
    style: Style = BODY
    box: str = ""


Rich = str | Run | Sequence[Run]


def width_mm(text: str, style: Style) -> float:
    """Width of a text in millimetres."""
    return fonts.width(text, style.face, style.size) * PT


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a line: its distance from the line's left end, and what stands there."""

    x: float
    text: str
    style: Style
    box: str = ""

    @property
    def width(self) -> float:
        """Width of the text alone."""
        return width_mm(self.text, self.style)


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of text ready to be placed; every line has the same height."""

    lines: tuple[tuple[Piece, ...], ...]
    leading: float
    size: float

    @property
    def height(self) -> float:
        """Height in millimetres."""
        return len(self.lines) * self.leading

    def baseline(self, line: int) -> float:
        """Distance of a line's baseline from the block's top, as browsers set it."""
        return self.leading * (line + 0.5) + 0.312 * self.size * PT

    @property
    def width(self) -> float:
        """Width of the longest line."""
        ends = (line[-1] for line in self.lines if line)
        return max(
            (e.x + width_mm(e.text.rstrip(" "), e.style) + (CHIP_PAD if e.box else 0) for e in ends), default=0.0
        )

    def cut(self, height: float) -> tuple["Block", "Block"]:
        """The lines that fit the height, and the rest; at least one line stays on each side that has any."""
        count = max(1, int(height / self.leading + 1e-6))
        return replace(self, lines=self.lines[:count]), replace(self, lines=self.lines[count:])

    @property
    def text(self) -> str:
        """The words of the block."""
        return "".join(piece.text for line in self.lines for piece in line)


def runs(text: Rich, style: Style = BODY) -> tuple[Run, ...]:
    """The same text as runs, cleaned for drawing."""
    if isinstance(text, str):
        text = (Run(text, style),)
    elif isinstance(text, Run):
        text = (text,)
    return tuple(replace(run, text=fonts.clean(run.text)) for run in text if run.text)


def set_text(text: Rich, width: float, style: Style = BODY) -> Block:
    """Set the text into lines no wider than `width`; `style` gives the leading, and the look of plain strings."""
    return _set(runs(text, style), round(width, 4), style)


def set_public_text(text: Rich, width: float, style: Style = BODY) -> Block:
    """The same for words of a unit's document, which are nobody's secret: they stay set for the next form."""
    return _set_public(runs(text, style), round(width, 4), style)


def forget() -> None:
    """Drop what was set for a person's form; nothing of a record stays in memory when its form is made."""
    _set.cache_clear()


@lru_cache(maxsize=4096)
def _set(parts: tuple[Run, ...], width: float, style: Style) -> Block:
    return _lines(parts, width, style)


@lru_cache(maxsize=4096)
def _set_public(parts: tuple[Run, ...], width: float, style: Style) -> Block:
    return _lines(parts, width, style)


def _lines(parts: tuple[Run, ...], width: float, style: Style) -> Block:
    lines: list[tuple[Piece, ...]] = []
    for paragraph in _paragraphs(parts):
        plain = _fill_plain(paragraph[0], width) if len(paragraph) == 1 and not paragraph[0].box else None
        lines += _fill(paragraph, width) if plain is None else plain
    return Block(lines=tuple(lines), leading=style.line, size=style.size)


_WORDS = re.compile(r" +|[^ ]+")


def _paragraphs(parts: Iterable[Run]) -> list[list[Run]]:
    paragraphs: list[list[Run]] = [[]]
    for run in parts:
        first, *others = run.text.split("\n")
        paragraphs[-1].append(replace(run, text=first))
        paragraphs += [[replace(run, text=other)] for other in others]
    return paragraphs


def _words(paragraph: list[Run]) -> list[list[Run]]:
    """Words in order; a word is the runs that touch each other without a space."""
    words: list[list[Run]] = []
    glued = False
    for run in paragraph:
        if run.box:
            words.append([run])
            glued = False
            continue
        for token in _WORDS.findall(run.text):
            if token.isspace():
                glued = False
                continue
            if glued:
                words[-1].append(replace(run, text=token))
            else:
                words.append([replace(run, text=token)])
            glued = True
    return words


def _word_width(word: list[Run]) -> float:
    return sum(width_mm(r.text, r.style) + (2 * CHIP_PAD if r.box else 0) for r in word)


def _fill_plain(run: Run, width: float) -> list[tuple[Piece, ...]] | None:
    """The common case, one style and no long word, in a fraction of the time; None where it is not that."""
    style = run.style
    space = width_mm(" ", style)
    lines: list[tuple[Piece, ...]] = []
    line: list[str] = []
    x = 0.0
    for word in run.text.split(" "):
        if not word:
            continue
        taken = width_mm(word, style)
        if taken > width + 1e-6:
            return None
        if line and x + space + taken > width + 1e-6:
            lines.append((Piece(0.0, " ".join(line) + " ", style),))
            line, x = [], 0.0
        x += taken + (space if line else 0.0)
        line.append(word)
    lines.append((Piece(0.0, " ".join(line) + " ", style),) if line else ())
    return lines


def _fill(paragraph: list[Run], width: float) -> list[tuple[Piece, ...]]:
    lines: list[tuple[Piece, ...]] = []
    line: list[Piece] = []
    x = 0.0
    queue = _words(paragraph)[::-1]
    while queue:
        word = queue.pop()
        space = width_mm(" ", line[-1].style) if line else 0.0
        taken = _word_width(word)
        if line and x + space + taken > width + 1e-6:
            lines.append(_closed(line))
            line, x = [], 0.0
            queue.append(word)
            continue
        if taken > width + 1e-6 and _breakable(word):
            head, tail = _break(word, width)
            queue += [tail, head]
            continue
        if line:
            line[-1] = replace(line[-1], text=line[-1].text + " ")
            x += space
        for run in word:
            pad = CHIP_PAD if run.box else 0.0
            previous = line[-1] if line else None
            if previous and not run.box and not previous.box and previous.style == run.style:
                line[-1] = replace(previous, text=previous.text + run.text)
            else:
                line.append(Piece(x + pad, run.text, run.style, run.box))
            x += width_mm(run.text, run.style) + 2 * pad
    lines.append(_closed(line))
    return lines


def _closed(line: list[Piece]) -> tuple[Piece, ...]:
    """The line with a space at its end, so that words of two lines never run together for a reader."""
    if not line:
        return ()
    return (*line[:-1], replace(line[-1], text=line[-1].text.rstrip() + " "))


def _breakable(word: list[Run]) -> bool:
    return sum(len(run.text) for run in word) > 1 and not any(run.box for run in word)


def _break(word: list[Run], width: float) -> tuple[list[Run], list[Run]]:
    head: list[Run] = []
    x = 0.0
    for number, run in enumerate(word):
        for count, char in enumerate(run.text):
            x += width_mm(char, run.style)
            if x > width and (head or count):
                if count:
                    head.append(replace(run, text=run.text[:count]))
                return head, [replace(run, text=run.text[count:]), *word[number + 1 :]]
        head.append(run)
    first, rest = word[0], word[1:]
    return [replace(first, text=first.text[:1])], [replace(first, text=first.text[1:]), *rest]


def fit(text: str, width: float, styles: Sequence[Style], lines: int) -> Block:
    """Set in the first style that needs no more than `lines`; in the last one whatever it needs."""
    for style in styles:
        block = set_text(text, width, style)
        if len(block.lines) <= lines:
            return block
    return block
