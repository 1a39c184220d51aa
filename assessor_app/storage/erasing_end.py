"""The end of an erasure: files, and what a database and its log still hold of deleted rows. Done again after a crash.

A file that no record names any more goes too, unless it was written within a day: a form may be about to name it.
"""

import shutil
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

from assessor_app.domain.erasure import NOT_BEGUN
from assessor_app.domain.errors import KnownError
from assessor_app.domain.moments import Moment
from assessor_app.storage.check_schema import database_findings
from assessor_app.storage.erasing import LET_GO, UNFINISHED, all_files_named
from assessor_app.storage.files import EncryptedFiles
from assessor_app.storage.pages import EncryptedPages
from assessor_app.storage.secret_rows import notes, put_notes
from assessor_app.storage.vault import DATABASE, Vault

_BEFORE = "erasing"
_YOUNG = timedelta(days=1)


def begin_erasing(vault: Vault) -> None:
    """A sound copy of the database for as long as the erasure takes; KnownError where it cannot be made."""
    vault.copy_before(
        _BEFORE,
        KnownError(
            "Nobody was erased: the vault could not be copied first.",
            safe="Nothing was changed.",
            advice="Make room on the disk and run 'Check my data', then erase again.",
            code=NOT_BEGUN,
        ),
    )


def finish_erasing(vault: Vault, files: EncryptedFiles) -> int:
    """Delete the files of whoever was erased and write the database anew; the number of files. 0 where all is done.

    KnownError where it cannot be done now: it stays to be done.
    """
    with vault.reading() as records:
        waiting = notes(records.connection, UNFINISHED)
        named = all_files_named(records.connection) if waiting else frozenset[str]()
    before = vault.folder.with_name(f"{vault.folder.name}-before-{_BEFORE}")
    if not waiting:
        shutil.rmtree(before, ignore_errors=True)  # of a run that was cut before anything was erased
        return 0
    gone = (files.stored() & waiting.keys()) - named
    try:
        for sha256 in sorted(gone):
            files.remove(sha256)
    except OSError as error:
        raise _unfinished() from error
    vault.rewrite()
    with vault.reading() as records:
        damage = database_findings(records.connection, EncryptedPages(vault.folder / DATABASE, vault.key))
    if damage:
        raise _unsound(before)
    with vault.drafting() as records:
        records.put_secret(UNFINISHED, None)
    shutil.rmtree(before, ignore_errors=True)
    return len(gone)


def sweep_files(vault: Vault, files: EncryptedFiles, now: Moment) -> int:
    """Delete the files that nothing names, young ones apart; how many. One that cannot be deleted stays.

    None goes where a paper signature does not say which file is its scan, as earlier versions kept them.
    """
    young_ms = now.utc_ms - _YOUNG.total_seconds() * 1000
    stored = [path for path in files.paths() if path.stat().st_mtime * 1000 < young_ms]
    with vault.reading() as records:
        named = all_files_named(records.connection) if stored else frozenset[str]()
        has_unnamed_scans = any(s.paper_date and not s.scan_sha256 for s in records.signatures())
    if has_unnamed_scans:
        return 0
    gone = [path.stem for path in stored if path.stem not in named]
    for sha256 in gone:
        with suppress(OSError):
            files.remove(sha256)
    with vault.drafting() as records:
        let_go = notes(records.connection, LET_GO)
        kept = {sha256: whose for sha256, whose in let_go.items() if files.place(sha256).exists()}
        if kept != let_go:
            put_notes(records.connection, LET_GO, kept)
    return len(gone)


def _unfinished() -> KnownError:
    return KnownError(
        "Not every file could be deleted yet.",
        safe="The records are erased; what is left is encrypted and is tried again when you next unlock.",
        advice="Check that the disk may be written to.",
        code="erasure-unfinished",
    )


def _unsound(before: Path) -> KnownError:
    return KnownError(
        "The database did not hold after it was written anew.",
        safe=f"As it was before the erasure it is kept: {before}",
        advice="Run 'Check my data'. Restore a backup, then erase again.",
        code="erasure-unsound",
    )
