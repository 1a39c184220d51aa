"""Reading without a window: no progress, no cancel; and the doubts of a sample that names no awarding body."""

from assessor_app.domain.reading import Reading, ReadUnit
from assessor_app.domain.units import Doubt
from assessor_app.unit_reader.missed import NO_BODY
from assessor_app.unit_reader.read import read_document


def read(data: bytes, name: str) -> Reading:
    """The reading of a document."""
    return read_document(data, name, progress=lambda done, total: None, cancelled=lambda: False)


def doubts_of(unit: ReadUnit) -> tuple[Doubt, ...]:
    """Its doubts but for the one that no awarding body was found: most samples name none."""
    return tuple(doubt for doubt in unit.doubts if doubt.reason != NO_BODY)
