"""Is every file that a record names there, and is it what its name says?"""

import json
from collections.abc import Iterator

from sqlalchemy import Connection, select

from assessor_app.domain.errors import KnownError
from assessor_app.domain.findings import Finding, FindingCode, finding
from assessor_app.domain.watch import Tally
from assessor_app.storage import schema
from assessor_app.storage.files import EncryptedFiles
from assessor_app.storage.pages import pages_of


def file_findings(db: Connection, files: EncryptedFiles, tally: Tally) -> Iterator[Finding]:
    """A finding for each file that is missing or is not what was stored."""
    stored = files.stored()
    for sha256, what in _named(db).items():
        tally.watch.go_on()
        if sha256 not in stored:
            yield finding(FindingCode.FILE_MISSING, f"The file of {what} is missing or damaged.")
            continue
        try:
            files.read(sha256)
        except KnownError:
            what = f"The file of {what} is damaged: it is not what was stored."
            yield finding(FindingCode.FILE_CHANGED, what)
        tally.add(pages_of(files.place(sha256)))


def _named(db: Connection) -> dict[str, str]:
    """Every file's hash with what it belongs to: each step of a signed sheet is kept, and each attached file."""
    named: dict[str, str] = {}
    for table, field, what in (
        (schema.sheet, "base_sha256", "sheet"),
        (schema.signature, "pdf_sha256", "signature"),
        (schema.signature, "scan_sha256", "signature on paper"),
        (schema.sheet_status, "pdf_sha256", "sheet"),
    ):
        for key, body in db.execute(select(table.c.id, table.c.body)):
            sha256 = _object(body).get(field)
            if isinstance(sha256, str) and sha256:
                named[sha256] = f"{what} {key}"
    received = select(schema.received.c.sha256).where(schema.received.c.kind == "file")
    named.update((sha256, f"a received record ({sha256[:8]})") for sha256 in db.execute(received).scalars())
    for body in db.execute(select(schema.evidence.c.body)).scalars():
        content = _object(body)
        file = content.get("file")
        if isinstance(file, dict):
            named[str(file.get("sha256"))] = f"evidence E{content.get('number')}"
    return named


def _object(body: str) -> dict[str, object]:
    try:
        content = json.loads(body)
    except ValueError:
        return {}  # named by the check of the records
    return content if isinstance(content, dict) else {}
