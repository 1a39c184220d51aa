"""Check my data: everything in the vault that can be checked, each finding in plain words.

It reads only. The order is from the ground up: where the database itself is damaged, what stands on it is not judged.
"""

from sqlalchemy import text

from assessor_app.domain.errors import KnownError
from assessor_app.domain.findings import Finding, FindingCode, finding
from assessor_app.domain.watch import UNWATCHED, Tally, Watch
from assessor_app.storage.check_files import file_findings
from assessor_app.storage.check_records import record_findings
from assessor_app.storage.check_schema import database_findings, lost_pages, schema_findings
from assessor_app.storage.files import EncryptedFiles
from assessor_app.storage.keys import is_as_written
from assessor_app.storage.pages import EncryptedPages, pages_of
from assessor_app.storage.stopping import stopping
from assessor_app.storage.vault import DAMAGED, DATABASE, KEYS, Vault


def check_vault(vault: Vault, files: EncryptedFiles) -> tuple[str, ...]:
    """What is wrong with the vault, a sentence each; empty where nothing is."""
    return tuple(found.what for found in examine_vault(vault, files))


def examine_vault(vault: Vault, files: EncryptedFiles, watch: Watch = UNWATCHED) -> tuple[Finding, ...]:
    """What is wrong with the vault, with what is safe and what to do; empty where nothing is.

    `watch` is told pages of 4,096 bytes: those of the database twice, those of the files once. KnownError with the
    code `stopped` where it says so, or the vault is being closed.
    """
    watch = vault.uses.watched(watch)
    found: list[Finding] = []
    if vault.lost_last_writes:
        what = "The file 'vault.db-wal' was taken away after a crash; what was saved last may be missing."
        found.append(finding(FindingCode.LAST_WRITES, what))
    if not is_as_written(vault.folder / KEYS, vault.key):
        found.append(finding(FindingCode.KEYS, "The key file was damaged or changed outside the program."))
    try:
        found += _examined(vault, files, watch)
    except KnownError as error:
        if error.code != DAMAGED:
            raise
        found += lost_pages(EncryptedPages(vault.folder / DATABASE, vault.key)) or [
            finding(FindingCode.DATABASE, "A part of the database cannot be read.")
        ]
    return tuple(found)


def _examined(vault: Vault, files: EncryptedFiles, watch: Watch) -> list[Finding]:
    """KnownError with the code `vault-damaged` where SQLite itself meets damage."""
    found: list[Finding] = []
    vault.renew_connections()
    with vault.reading() as records, stopping(records.connection, watch):
        db = records.connection
        _ = records.head  # a first read fixes the state that is looked at
        database = int(db.execute(text("PRAGMA page_count")).scalar_one())
        tally = Tally(watch=watch, total=2 * database + sum(pages_of(path) for path in files.paths()))
        pages = EncryptedPages(vault.folder / DATABASE, vault.key, tally.add)
        damage = database_findings(db, pages)
        found += damage
        if any(f.code in (FindingCode.DATABASE, FindingCode.ENCRYPTION) for f in damage):
            return found
        tally.add(2 * database - tally.done)
        found += schema_findings(db)
        if any(f.code is FindingCode.TABLE for f in found):
            return found
        found += record_findings(db, watch)
        found += file_findings(db, files, tally)
    return found
