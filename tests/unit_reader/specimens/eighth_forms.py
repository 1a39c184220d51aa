"""An eighth set, by another author who had not seen the reader: everyday documents of many bodies' manners, one in four
of them awkward, and six papers that hold no unit.
"""

from collections.abc import Iterator

from tests.unit_reader.specimens.eighth_books import eighth_books
from tests.unit_reader.specimens.eighth_marks import eighth_marks
from tests.unit_reader.specimens.eighth_printed import eighth_printed
from tests.unit_reader.specimens.eighth_records import eighth_records
from tests.unit_reader.specimens.eighth_refusals import eighth_refusals
from tests.unit_reader.specimens.eighth_sheets import eighth_sheets
from tests.unit_reader.specimens.eighth_texts import eighth_texts
from tests.unit_reader.specimens.eighth_webs import eighth_webs
from tests.unit_reader.specimens.eighth_words import eighth_words
from tests.unit_reader.specimens.truth import Specimen


def eighth_specimens() -> Iterator[Specimen]:
    yield from eighth_printed()
    yield from eighth_sheets()
    yield from eighth_records()
    yield from eighth_books()
    yield from eighth_words()
    yield from eighth_webs()
    yield from eighth_marks()
    yield from eighth_texts()
    yield from eighth_refusals()
