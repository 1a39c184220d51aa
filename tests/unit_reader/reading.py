"""Reading without a window: no progress, no cancel."""

from assessor_app.domain.reading import Reading
from assessor_app.unit_reader.read import read_document


def read(data: bytes, name: str) -> Reading:
    """The reading of a document."""
    return read_document(data, name, progress=lambda done, total: None, cancelled=lambda: False)
