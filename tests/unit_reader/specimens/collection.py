"""All specimens: the first were written while the reader was built, the last when it was thought to be ready."""

from functools import cache

from tests.unit_reader.specimens.fourth_forms import fourth_specimens
from tests.unit_reader.specimens.late_forms import late_specimens
from tests.unit_reader.specimens.more_forms import more_specimens
from tests.unit_reader.specimens.page_forms import page_specimens
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
    """The specimens that were written last."""
    return tuple(late_specimens())


@cache
def more() -> tuple[Specimen, ...]:
    """The third set, written after the last."""
    return tuple(more_specimens())


@cache
def fourth() -> tuple[Specimen, ...]:
    """The fourth set."""
    return tuple(fourth_specimens())
