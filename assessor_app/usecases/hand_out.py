"""Give a sheet out of the vault, in clear: the exact bytes, or the marked copy of a version that ended.

Each time leaves an event without content, so that it is known that a copy went out. Refuses nothing: the warning that
the copy is no longer encrypted is the window's to give.
"""

from pathlib import Path
from uuid import UUID

from assessor_app.domain.errors import KnownError
from assessor_app.domain.sheets import Sheet, SheetState
from assessor_app.usecases.ports import EndState, Ports


def marked_lines(sheet: Sheet, replacement: Sheet | None) -> tuple[str, str]:
    """The two lines of the band over an ended version: what ended it, and what replaces it."""
    ended = sheet.ended
    left = f"Version {sheet.record.version}"
    if ended is not None:
        when = f"{ended.at.local_date:%d/%m/%Y}, {ended.at.local:%H:%M} {ended.at.zone_name}"
        left = f"{left}, {sheet.state.value} on {when} by {ended.by}: {ended.text}"
    if replacement is None:
        return left, "No new version yet"
    return left, f"Replaced by version {replacement.record.version}, {str(replacement.document_id)[:13].upper()}"


def marked_copy(ports: Ports, sheet: Sheet, replacement: Sheet | None, pdf: bytes) -> bytes:
    """A copy of an ended version that cannot be taken for a live one; the signed file stays as it was."""
    left, right = marked_lines(sheet, replacement)
    state: EndState = "void" if sheet.state is SheetState.VOID else "superseded"
    return ports.renderer.marked_copy(pdf, state=state, left=left, right=right)


def save_copy(ports: Ports, document: UUID, pdf: bytes, path: Path) -> None:
    """Write `pdf` to `path` and note it; KnownError where the place cannot be written."""
    try:
        path.write_bytes(pdf)
    except OSError as error:
        raise KnownError(
            f"The copy could not be written to {path.name}.",
            safe="The sheet in the vault is unchanged.",
            advice="Choose another folder, or make room there.",
            code="copy-write",
        ) from error
    note_handed_out(ports, document, "save copy of sheet")


def note_handed_out(ports: Ports, document: UUID, verb: str) -> None:
    """Leave an event: a sheet went out in clear. Raises KeyError for a document that is neither kept nor received."""
    with ports.store.writing(verb) as records:
        if not records.exchange.received("sheet", key=str(document)):
            records.sheet(document)
