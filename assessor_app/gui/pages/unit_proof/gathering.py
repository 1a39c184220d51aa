"""From what a person gave to readings: bytes off the disk, units out of documents; each refusal in words beside it.

Everything here runs on the slow worker. A document that is refused does not stop the others.
"""

import threading
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from assessor_app.domain.errors import KnownError
from assessor_app.domain.reading import Reading
from assessor_app.domain.units import Unit
from assessor_app.gui.desk import GivenDocument
from assessor_app.usecases.ports import UnitDocuments

LARGEST_FILE = 60_000_000  # bytes; the reader refuses more, so more is not read off the disk
UNIT_FILE = ".toml"
_STEPS = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """Documents that hold units, with their bytes; unit files by name; (name, reason) of those that were refused."""

    readings: tuple[tuple[Reading, bytes], ...] = ()
    files: tuple[tuple[str, Unit], ...] = ()
    refused: tuple[tuple[str, str], ...] = ()


class Watching(QObject):
    """`moved` gives the percentage, on the GUI thread, each time it is another one; `cancel` stops the reading."""

    moved = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stop = threading.Event()
        self._percent = -1

    def cancel(self) -> None:
        """Stop at the next step."""
        self._stop.set()

    def is_cancelled(self) -> bool:
        """Whether it is to stop."""
        return self._stop.is_set()

    def progress(self, done: int, total: int) -> None:
        """Called on the worker."""
        percent = done * 100 // total if total else 0
        if percent != self._percent:
            self._percent = percent
            self.moved.emit(percent)


def gather(documents: UnitDocuments, given: tuple[GivenDocument, ...], watching: Watching) -> Gathered:
    """Reads them one after the other; KnownError with the code `cancelled` where the person stopped it."""
    readings: list[tuple[Reading, bytes]] = []
    files: list[tuple[str, Unit]] = []
    refused: list[tuple[str, str]] = []
    for number, document in enumerate(given):

        def progress(done: int, total: int, number: int = number) -> None:
            share = _STEPS * done // total if total else 0
            watching.progress(_STEPS * number + share, _STEPS * len(given))

        try:
            if document.path is not None and document.path.suffix.casefold() == UNIT_FILE:
                files.append((document.name, documents.read_unit_file(document.path)))
                continue
            data = _bytes(document)
            reading = documents.read_document(data, document.name, progress=progress, cancelled=watching.is_cancelled)
        except KnownError as error:
            if error.code == "cancelled":
                raise
            refused.append((document.name, f"{error.what} {error.advice}"))
            continue
        if reading.units:
            readings.append((reading, data))
        else:
            refused.append((document.name, reading.refusal or "No unit was found in it."))
    return Gathered(readings=tuple(readings), files=tuple(files), refused=tuple(refused))


def _bytes(document: GivenDocument) -> bytes:
    if document.path is None:
        return document.text.encode()
    try:
        with document.path.open("rb") as file:
            return file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise KnownError(
            "The file cannot be read from the disk.", advice="Check that it is there and may be opened.", code="file"
        ) from error
