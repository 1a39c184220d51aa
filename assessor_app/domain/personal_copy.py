"""A copy of personal data as a person reads it: parts with headings, facts, paragraphs and tables.

Dates and moments stay values; whoever prints them puts them into words.
"""

from dataclasses import dataclass
from datetime import date

from assessor_app.domain.moments import Moment

Said = str | date | Moment


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A label and what stands under it."""

    label: str
    value: Said


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Running text; with `title`, under a small heading of its own."""

    text: str
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table. `columns` are headings with their shares of the width."""

    columns: tuple[tuple[str, int], ...]
    rows: tuple[tuple[Said, ...], ...]


Block = Fact | Paragraph | Grid


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A heading, what stands under it, and the parts within."""

    title: str
    blocks: tuple[Block, ...] = ()
    parts: tuple["Part", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonalCopy:
    """Everything about one person. `holder` is who keeps it."""

    name: str
    holder: str
    made: Moment
    identifier: str
    parts: tuple[Part, ...]
