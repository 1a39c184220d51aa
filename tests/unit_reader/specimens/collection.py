"""All specimens. The first were written while the reader was built; the other sets when it was thought to be ready, and
each was scored once before the reader was touched again: those scores stand in docs/unit-reader.md.
"""

from functools import cache

from tests.unit_reader.specimens.eighth_forms import eighth_specimens
from tests.unit_reader.specimens.fifth_forms import fifth_specimens
from tests.unit_reader.specimens.fourth_forms import fourth_specimens
from tests.unit_reader.specimens.late_forms import late_specimens
from tests.unit_reader.specimens.more_forms import more_specimens
from tests.unit_reader.specimens.page_forms import page_specimens
from tests.unit_reader.specimens.real_shapes import real_shapes
from tests.unit_reader.specimens.seventh_forms import seventh_specimens
from tests.unit_reader.specimens.sixth_forms import sixth_specimens
from tests.unit_reader.specimens.text_forms import text_specimens
from tests.unit_reader.specimens.truth import Specimen
from tests.unit_reader.specimens.web_forms import web_specimens
from tests.unit_reader.specimens.word_forms import word_specimens


@cache
def first() -> tuple[Specimen, ...]:
    """The specimens that the reader was built with."""
    return (*text_specimens(), *word_specimens(), *web_specimens(), *page_specimens())


@cache
def last() -> tuple[Specimen, ...]:
    """The last third of the collection as it was planned."""
    return tuple(late_specimens())


@cache
def more() -> tuple[Specimen, ...]:
    """A third set, nearer to what converters make."""
    return tuple(more_specimens())


@cache
def fourth() -> tuple[Specimen, ...]:
    """A fourth set."""
    return tuple(fourth_specimens())


@cache
def fifth() -> tuple[Specimen, ...]:
    """A fifth set, by an author who had not seen the reader."""
    return tuple(fifth_specimens())


@cache
def sixth() -> tuple[Specimen, ...]:
    """A sixth set by the same author, held back until the reader was thought to be ready again."""
    return tuple(sixth_specimens())


@cache
def seventh() -> tuple[Specimen, ...]:
    """A seventh set, by a third author: what an assessor would really drop on the program."""
    return tuple(seventh_specimens())


@cache
def eighth() -> tuple[Specimen, ...]:
    """An eighth set, by an author who had not seen the reader: many bodies' manners, papers without a unit."""
    return tuple(eighth_specimens())


@cache
def real() -> tuple[Specimen, ...]:
    """Shapes of documents on the public web, written while they were mended."""
    return tuple(real_shapes())


def everything() -> tuple[Specimen, ...]:
    """All of them."""
    return (*first(), *last(), *more(), *fourth(), *fifth(), *sixth(), *seventh(), *eighth(), *real())


def named(name: str) -> Specimen:
    """The specimen of that name."""
    return next(s for s in everything() if s.name == name)
