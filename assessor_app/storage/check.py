"""Check my data: everything in the vault that can be checked, each finding in plain words.

It reads only. The order is from the ground up: where the database itself is damaged, what stands on it is not judged.
"""

from assessor_app.domain.findings import Finding, FindingCode, finding
from assessor_app.storage.check_files import file_findings
from assessor_app.storage.check_records import record_findings
from assessor_app.storage.check_schema import database_findings, schema_findings
from assessor_app.storage.files import EncryptedFiles
from assessor_app.storage.keys import is_as_written
from assessor_app.storage.pages import EncryptedPages
from assessor_app.storage.vault import DATABASE, KEYS, Vault


def check_vault(vault: Vault, files: EncryptedFiles) -> tuple[str, ...]:
    """What is wrong with the vault, a sentence each; empty where nothing is."""
    return tuple(found.what for found in examine_vault(vault, files))


def examine_vault(vault: Vault, files: EncryptedFiles) -> tuple[Finding, ...]:
    """What is wrong with the vault, with what is safe and what to do; empty where nothing is."""
    found: list[Finding] = []
    if vault.lost_last_writes:
        what = "The file 'vault.db-wal' was taken away after a crash; what was saved last may be missing."
        found.append(finding(FindingCode.LAST_WRITES, what))
    if not is_as_written(vault.folder / KEYS, vault.key):
        found.append(finding(FindingCode.KEYS, "The key file was damaged or changed outside the program."))
    with vault.reading() as records:
        db = records.connection
        _ = records.head  # a first read fixes the state that is looked at
        damage = database_findings(db, EncryptedPages(vault.folder / DATABASE, vault.key))
        found += damage
        if any(f.code in (FindingCode.DATABASE, FindingCode.ENCRYPTION) for f in damage):
            return tuple(found)
        found += schema_findings(db)
        if any(f.code is FindingCode.TABLE for f in found):
            return tuple(found)
        found += record_findings(db)
        found += file_findings(db, files)
    return tuple(found)
