"""Check my data: everything in the vault that can be checked, each finding in plain words."""

from sqlalchemy import select, text

from assessor_app.domain.canonical import sha256_hex
from assessor_app.domain.errors import KnownError
from assessor_app.domain.events import chain_faults
from assessor_app.storage import schema
from assessor_app.storage.files import EncryptedFiles
from assessor_app.storage.vault import Vault

_TABLES = (
    schema.candidate,
    schema.enrolment,
    schema.unit,
    schema.observation,
    schema.evidence,
    schema.decision,
    schema.judgement,
    schema.sheet,
    schema.sheet_status,
    schema.signature,
    schema.not_signed,
    schema.profile,
    schema.peer,
    schema.shipment,
)


def check_vault(vault: Vault, files: EncryptedFiles) -> tuple[str, ...]:
    """What is wrong with the vault; empty where nothing is."""
    findings: list[str] = []
    with vault.reading() as records:
        db = records.connection
        for pragma, what in (("integrity_check", "The database"), ("cipher_integrity_check", "The encryption")):
            bad = [row[0] for row in db.execute(text(f"PRAGMA {pragma}")) if row[0] != "ok"]
            findings += [f"{what} is damaged: {reason}." for reason in bad]
        if findings:
            return tuple(findings)
        newest: dict[tuple[str, str], str] = {}
        events = records.events()
        findings += [f"The event log does not hold: {fault}." for fault in chain_faults(events)]
        for event in events:
            newest.update({(t.kind, t.id): t.sha256 for t in event.touched})
        for table in _TABLES:
            for key, sha256, body in db.execute(select(table.c.id, table.c.sha256, table.c.body)):
                if sha256_hex(body.encode()) != sha256:
                    findings.append(f"A {table.name} ({key[:13]}) was changed outside the program.")
                elif newest.pop((table.name, key), "") != sha256:
                    findings.append(f"A {table.name} ({key[:13]}) is not what the event log says it is.")
        findings += [
            f"A {kind} ({key[:13]}) that the event log names is missing."
            for (kind, key), sha256 in newest.items()
            if sha256 and kind not in ("observation", "evidence")
        ]
        for sheet in records.sheets():
            findings += _file_findings(files, sheet.pdf_sha256, f"sheet {sheet.document_id}")
        for candidate in records.candidates():
            for item in records.evidence_of(candidate.id):
                if item.file is not None:
                    findings += _file_findings(files, item.file.sha256, f"evidence {item.ref}")
    return tuple(findings)


def _file_findings(files: EncryptedFiles, sha256: str, what: str) -> list[str]:
    try:
        files.read(sha256)
    except KnownError:
        return [f"The file of {what} is missing or damaged."]
    return []
