"""A seventh set, by an author who had not seen the reader: what lies on an assessor's desk on an ordinary day. Three
documents in four are well made; the rest are awkward in ways that real ones are.
"""

from collections.abc import Iterator

from tests.unit_reader.specimens.seventh_books import refusals, seventh_books
from tests.unit_reader.specimens.seventh_pasted import seventh_pasted
from tests.unit_reader.specimens.seventh_printed import seventh_printed
from tests.unit_reader.specimens.seventh_sheets import seventh_sheets
from tests.unit_reader.specimens.seventh_webs import seventh_webs
from tests.unit_reader.specimens.seventh_words import seventh_words
from tests.unit_reader.specimens.truth import Specimen


def seventh_specimens() -> Iterator[Specimen]:
    yield from seventh_printed()
    yield from seventh_sheets()
    yield from seventh_words()
    yield from seventh_webs()
    yield from seventh_pasted()
    yield from seventh_books()
    yield from refusals()
