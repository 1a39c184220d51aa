"""`read_document`: any awarding body's document as bytes -> a `Reading`. The one door of the unit reader.

Everything from outside is hostile: size, pages, nesting and memory are bounded, and whatever is broken ends in a
`KnownError` with a plain sentence. A document that is whole but holds no unit is a `Reading` with a refusal.
"""

import re
from collections.abc import Callable
from pathlib import Path, PurePath

from assessor_app.domain.reading import Reading
from assessor_app.unit_reader.engine import find_units
from assessor_app.unit_reader.front_docx import read_docx
from assessor_app.unit_reader.front_html import read_html
from assessor_app.unit_reader.front_markdown import read_markdown
from assessor_app.unit_reader.front_pdf import read_pdf
from assessor_app.unit_reader.front_text import read_text
from assessor_app.unit_reader.grid_tables import has_grid_table
from assessor_app.unit_reader.layout import Layout
from assessor_app.unit_reader.limits import LARGEST_FILE, LARGEST_TEXT, Watch, refuse
from assessor_app.unit_reader.scans.doubts import with_doubts
from assessor_app.unit_reader.scans.reader import ScanReader, can_read_scans

NO_UNIT = "No unit was found in this document: nowhere do numbered criteria stand below a learning outcome."
NO_TEXT = "The pages of this document are images without text, so nothing can be read from them."
HOW_TO_READ_THEM = "Images can be read where the extra 'scans' of Assessor is installed."

_RULE_SIGNS = frozenset("|-: ")  # what stands below the heading row of a Markdown table
_HEADING = re.compile(r"^#{1,6} {1,4}\S", re.MULTILINE)
_TAG = re.compile(r"<(?:p|td|table|tr|li|ul|ol|h[1-6]|div|br)[\s>/]", re.IGNORECASE)


def read_document(
    data: bytes, name: str, *, progress: Callable[[int, int], None], cancelled: Callable[[], bool]
) -> Reading:
    """What the document `name` holds. `progress(done, total)` counts pages, then parts; total 0: not known.

    KnownError where the document is refused, and with the code `cancelled` as soon as `cancelled()` says so.
    """
    if not data.strip():
        raise refuse("The file is empty.")
    if len(data) > LARGEST_FILE:
        raise refuse(f"The file is larger than {LARGEST_FILE // 1_000_000} MB.")
    watch = Watch(progress=progress, cancelled=cancelled)
    layout = _layout(data, PurePath(name).suffix.casefold(), watch)
    units = with_doubts(find_units(layout, watch), layout.pages, layout.unsure)
    refusal = None
    if not units:
        refusal = NO_TEXT if layout.empty_pages and not layout.rows else NO_UNIT
        if layout.empty_pages and layout.rows:
            pages = ", ".join(str(p) for p in layout.empty_pages[:20])
            refusal = f"{NO_UNIT} Page {pages} has no text; it is an image."
        if layout.empty_pages and not can_read_scans():
            refusal = f"{refusal} {HOW_TO_READ_THEM}"
    return Reading(file=PurePath(name).name, kind=layout.kind, pages=layout.pages, units=units, refusal=refusal)


def read_document_file(path: Path, *, progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> Reading:
    """As `read_document`; the size is looked at before the file is read."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise refuse(f"The file is larger than {LARGEST_FILE // 1_000_000} MB.")
        data = path.read_bytes()
    except OSError as error:
        raise refuse(f"The file {path.name} cannot be opened.", "Check its name and place.") from error
    return read_document(data, path.name, progress=progress, cancelled=cancelled)


def _layout(data: bytes, suffix: str, watch: Watch) -> Layout:
    if data.lstrip()[:5] == b"%PDF-" or suffix == ".pdf":
        scans = ScanReader(watch.go_on) if can_read_scans() else None
        try:
            return read_pdf(data, watch, scans)
        finally:
            if scans is not None:
                scans.close()
    if data[:4] == b"PK\x03\x04" or suffix in (".docx", ".docm", ".dotx"):
        return read_docx(data, watch)
    if data[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        raise refuse("This is an old Word file (.doc).", "Open it in a word processor and save it as .docx or PDF.")
    text = _decoded(data)
    if suffix in (".html", ".htm", ".xhtml") or re.match(
        r"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html)\b", text[:2000], re.IGNORECASE
    ):
        return read_html(text, watch)
    if suffix in (".md", ".markdown") or _is_markdown(text):
        return read_markdown(text, watch)
    return read_text(text, watch)


def _is_markdown(text: str) -> bool:
    lines = (line.strip() for line in text.splitlines() if "|" in line and "--" in line)
    tables = any(set(line) <= _RULE_SIGNS for line in lines)
    return tables or has_grid_table(text) or len(_TAG.findall(text)) > 3 or len(_HEADING.findall(text)) > 1


def _decoded(data: bytes) -> str:
    """The text; KnownError where it is none."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        text = data.decode("utf-16", errors="replace")
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("cp1252", errors="replace")
    if text.count("\x00") or sum(1 for c in text[:4000] if ord(c) < 32 and c not in "\t\n\r\f\x0b") > 20:
        raise refuse("This is not a text, a PDF, a Word document or a web page.")
    if len(text) > LARGEST_TEXT:
        raise refuse(f"The document has more than {LARGEST_TEXT // 1_000_000} million characters.")
    return text
