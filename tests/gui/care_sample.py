"""Settings with findings and old backups, the event log sound and broken, the dialogs of restoring: made-up data."""

from datetime import timedelta
from pathlib import Path

from PySide6.QtWidgets import QWidget

from assessor_app.domain.errors import KnownError
from assessor_app.domain.findings import FindingCode, finding
from assessor_app.domain.moments import Moment
from assessor_app.domain.restore_preview import KindDifference, RestorePreview
from assessor_app.gui.backup_words import BackupsFound
from assessor_app.gui.dialogs import TroubleDialog
from assessor_app.gui.pages.event_log.model import LogContent, LogRow
from assessor_app.gui.pages.event_log.view import EventLogView
from assessor_app.gui.pages.settings.backups_presenter import backups_content
from assessor_app.gui.pages.settings.health_presenter import check_content
from assessor_app.gui.restoring import RestoreDialog, restore_words, words_without_preview
from assessor_app.usecases.program import BackupMade
from tests.gui import sample

NOW = Moment(utc_ms=1_794_488_520_000)  # 12 November 2026, 13:02
_DAYS_MS = 86_400_000
FOLDER = Path("/media/hannah/BACKUP")


def backups(*days_ago: float) -> tuple[BackupMade, ...]:
    """Backups made so many days ago, newest first."""
    return tuple(
        BackupMade(folder=FOLDER / f"assessor-backup-{n}", made=NOW.utc - timedelta(days=days), events=482 - 17 * n)
        for n, days in enumerate(days_ago)
    )


def found(*days_ago: float) -> BackupsFound:
    """The folder with those backups in it."""
    return BackupsFound(folder=str(FOLDER), is_there=True, made=backups(*days_ago))


def settings_with_backups() -> QWidget:
    """Backups of the last days, and a check that found nothing."""
    view = sample.settings()
    automatic = "It was not due when you unlocked: the last backup was less than a day old."
    view.backups.set_content(backups_content(found(0.4, 1.3, 2.2, 9, 30, 61, 92), NOW, automatic))
    view.health.set_result(check_content((), NOW))
    return view


def settings_in_trouble() -> QWidget:
    """The last backup is old, and a check found three things."""
    view = sample.settings()
    automatic = "It did not work when you unlocked. The backup could not be made. Check that the disk is plugged in."
    view.backups.set_content(backups_content(found(9, 30), NOW, automatic))
    findings = (
        finding(FindingCode.SEARCH, "The search index does not say what the records say (1 rows differ)."),
        finding(FindingCode.FILE_MISSING, "A file of an evidence item (5e1f0c2a-77b1) is missing."),
        finding(FindingCode.LOG, "The event log does not hold: record 212 was changed."),
    )
    view.health.set_result(check_content(findings, NOW))
    return view


def settings_checking() -> QWidget:
    """No backup yet, and a check under way."""
    view = sample.settings()
    view.backups.set_content(backups_content(BackupsFound(folder=""), NOW, ""))
    view.health.set_checking()
    return view


_LINES = (
    ("Today, 13:02", "Signed a sheet", "Hannah Morris  ·  1 signature, 1 state of a sheet", ""),
    ("Today, 12:40", "Made a sheet ready to sign", "Hannah Morris  ·  1 sheet", "Clock went back"),
    ("Yesterday, 17:20", "Judged criteria", "Hannah Morris  ·  14 decisions on criteria", ""),
    ("29 October, 10:05", "Tied evidence to criteria", "Hannah Morris  ·  1 piece of evidence", "Clock went forward"),
    ("30 September 2025, 23:59", "Set up the vault", "Before anybody was named  ·  1 settings record", ""),
)


def _rows() -> tuple[LogRow, ...]:
    return tuple(
        LogRow(number=f"{482 - n}", when=when, what=what, detail=detail, clock=step)
        for n, (when, what, detail, step) in enumerate(_LINES * 6)
    )


def event_log() -> QWidget:
    """A log that holds."""
    view = EventLogView()
    view.set_content(LogContent(rows=_rows(), total=len(_rows()), verdict="The log holds from 1 to 482"))
    return view


def event_log_broken() -> QWidget:
    """A log that does not, with a search in it."""
    view = EventLogView()
    view.find_field.set_text("sheet")
    faults = (
        "record 212 was changed",
        "record 300 is missing or out of order (found 301)",
        "record 301 does not follow the record before it",
        "the end is cut off: the log went up to 490, and ends at 482",
    )
    rows = tuple(r for r in _rows() if "sheet" in r.what)
    view.set_content(LogContent(rows=rows, total=482, verdict="The log does not hold", faults=faults))
    return view


def restore_earlier() -> QWidget:
    """A backup that is older than the vault."""
    return RestoreDialog(
        restore_words(
            RestorePreview(
                kinds=(
                    KindDifference(kind="candidate", only_in_vault=2, only_in_backup=0, different=1),
                    KindDifference(kind="observation", only_in_vault=5, only_in_backup=0, different=2),
                    KindDifference(kind="evidence", only_in_vault=11, only_in_backup=1, different=0),
                    KindDifference(kind="decision", only_in_vault=64, only_in_backup=0, different=0),
                ),
                vault_events=482,
                backup_events=310,
                vault_last=NOW,
                backup_last=Moment(utc_ms=NOW.utc_ms - 9 * _DAYS_MS),
                is_earlier_state=True,
            ),
            NOW,
        )
    )


def restore_unknown() -> QWidget:
    """A vault that is too damaged to be compared."""
    error = KnownError("A part of the vault's database is damaged.", advice="", code="vault-damaged")
    return RestoreDialog(words_without_preview(error), copy=lambda: None)


def trouble() -> QWidget:
    """An error in words, with diagnostics to copy."""
    error = KnownError("The disk is full.", safe="What was saved is safe.", advice="Make room.", code="vault-disk")
    return TroubleDialog(error, copy=lambda: None)


PAGES = (
    ("settings-backups", settings_with_backups),
    ("settings-trouble", settings_in_trouble),
    ("settings-checking", settings_checking),
    ("event-log", event_log),
    ("event-log-broken", event_log_broken),
)
