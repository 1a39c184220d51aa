"""Lines joined to sentences: hyphens at line ends, broken words, list items below a stem."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from assessor_app.unit_reader.layout import squeeze
from assessor_app.unit_reader.words import is_open

BULLET = re.compile(r"(?:[•▪●◦○■►▸‣⁃∙·*]|[-–—](?=\s)|o(?=\s+[a-zA-Z]))\s*")
SUB_MARK = re.compile(r"(?:\(?[a-z][.)]|\(?(?:i{1,3}|iv|v|vi{1,3}|ix|x)[.)])\s+")
_INLINE_BULLET = re.compile(r"\s[•▪●◦■►·]\s*")
_BOXES = re.compile(r"(?:\s*[☐☑☒□▢✓✔✗✘])+\s*$")  # to tick
_NARROW = 24  # characters of a column in which long words leave room at the ends of lines
_ROOM = 0.66
_SPLIT_WORD = re.compile(r"(\w{2,})- (?!and\b|or\b|to\b|&)(\w{3,})")


@dataclass(slots=True)
class Passage:
    """A criterion's words as they come in, line by line."""

    text: str = ""
    points: list[str] = field(default_factory=list)
    pieces: list[int] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    wrapped: bool = False  # its lines end where the page or the column does
    lines: list[str] = field(default_factory=list)

    def begins_anew(self, line: str) -> bool:
        """Whether a line that is to be added looks like the beginning of something else."""
        if not self.text or self.points or self.text.endswith(":") or is_open(self.text):
            return False
        return re.match(r"[A-Z][a-z]|\(", line) is not None

    def add(self, line: str, pieces: Sequence[int], *, gap: bool) -> None:
        """The next line; list items become points as soon as there is a stem."""
        self.pieces += pieces
        line = line.strip()
        self.lines.append(line)
        mark = BULLET.match(line) or SUB_MARK.match(line)
        if mark and self.text and line[mark.end() :].strip():
            self.points.append(line[mark.end() :].strip())
            return
        if self.points:
            if gap and line[:1].isupper() and not is_open(self.points[-1]):
                self.points.append(line)
            else:
                self.points[-1] = join(self.points[-1], line)
            return
        if gap and self.text.endswith(":") and line:
            self.points.append(line)
            return
        self.text = join(self.text, line)

    def finish(self) -> tuple[str, tuple[str, ...]]:
        """Stem and points; a doubt where a hyphen had to be judged."""
        parts = [p.strip(" ;") for p in _INLINE_BULLET.split(self.text)]
        if len(parts) > 1 and parts[0]:
            self.text, self.points = parts[0], [p for p in parts[1:] if p] + self.points
        self.text = _BOXES.sub("", self.text)
        mended = _SPLIT_WORD.sub(r"\1-\2", self.text)
        if mended != self.text:
            self.doubts.append("A word was printed with a blank behind its hyphen; it was read as one word.")
        if self.wrapped and not self.points and has_short_line(self.lines):
            self.doubts.append("A line in the middle of it is short; something else may stand there.")
        return squeeze(mended), tuple(squeeze(p) for p in self.points)


def has_short_line(lines: Sequence[str]) -> bool:
    """Whether a line in the middle of a wrapped sentence ended although the next word had room on it."""
    width = max(map(len, lines), default=0)
    inner = pairwise(lines[1:])
    return width >= _NARROW and any(len(a) + 1 + len(b.partition(" ")[0]) <= _ROOM * width for a, b in inner)


def join(before: str, line: str) -> str:
    """Two lines of one sentence; a soft hyphen of the line end stays as a hyphen where it cannot be judged."""
    if not before:
        return line
    if before.endswith("-") and line[:1].islower() and not before.endswith(" -"):
        return before + line
    return f"{before} {line}"


def paragraphs(lines: Sequence[str]) -> str:
    """Lines as a column broke them, put together again; what begins afresh stays a line of its own."""
    whole: list[str] = []
    for line in lines:
        begins = BULLET.match(line) or SUB_MARK.match(line)
        if whole and not begins and (line[:1].islower() or is_open(whole[-1])):
            whole[-1] = join(whole[-1], line)
        elif line:
            whole.append(line)
    return "\n".join(whole)
