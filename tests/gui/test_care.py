"""Backups, checks, the event log and the dialogs of restoring: over real vaults, in words, in every look."""

import dataclasses
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from assessor_app.domain.errors import KnownError
from assessor_app.domain.findings import FindingCode, finding
from assessor_app.domain.restore_preview import KindDifference, RestorePreview
from assessor_app.gui.desk import Goal, Page
from assessor_app.gui.dialogs import TroubleDialog
from assessor_app.gui.pages.event_log.model import LogContent, LogRow
from assessor_app.gui.pages.event_log.presenter import EventLogPresenter
from assessor_app.gui.pages.event_log.view import EventLogView
from assessor_app.gui.pages.settings.backups_presenter import backups_content
from assessor_app.gui.pages.settings.presenter import SettingsPresenter
from assessor_app.gui.pages.settings.view import SettingsView
from assessor_app.gui.restoring import restore_words
from assessor_app.gui.widgets.notice import NoticeKind
from assessor_app.usecases.sample_data import add_sample_data
from assessor_app.usecases.set_up import change_profile
from tests.bare_sql import bare_sql
from tests.gui import care_sample, sample
from tests.gui.sign_off_scenes import PROFILE, Office, open_office

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with open_office(tmp_path) as opened:
        yield opened


def shown(qtbot: QtBot, widget: QWidget) -> QWidget:
    qtbot.addWidget(widget)
    widget.show()
    sample.settle(widget)
    return widget


def rest(qtbot: QtBot, office: Office) -> None:
    qtbot.waitUntil(lambda: not office.jobs.is_busy, timeout=20_000)


def words_on(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def settings(qtbot: QtBot, office: Office, restored: list[Path]) -> tuple[SettingsView, SettingsPresenter]:
    view = SettingsView()
    qtbot.addWidget(view)
    view.resize(1366, 768)
    view.show()
    presenter = SettingsPresenter(view, office.desk, lock=lambda: None, restore=restored.append, salvage=lambda: None)
    presenter.open(Goal(page=Page.SETTINGS))
    rest(qtbot, office)
    return view, presenter


# dialogs


def test_trouble_dialog_when_asked_copies_and_stays(qtbot: QtBot) -> None:
    copied: list[bool] = []
    error = KnownError("The disk is full.", advice="Make room.", code="vault-disk")
    dialog = TroubleDialog(error, copy=lambda: copied.append(True))
    shown(qtbot, dialog)
    qtbot.mouseClick(dialog.cancel_button, LEFT)
    assert copied == [True]
    assert dialog.isVisible()
    assert dialog.cancel_button.label == "Copied"
    plain = TroubleDialog(error)
    shown(qtbot, plain)
    assert not plain.cancel_button.isVisible()


def preview(*kinds: KindDifference, earlier: bool = True) -> RestorePreview:
    return RestorePreview(
        kinds=kinds,
        vault_events=9,
        backup_events=4,
        vault_last=care_sample.NOW,
        backup_last=dataclasses.replace(care_sample.NOW, utc_ms=care_sample.NOW.utc_ms - 86_400_000),
        is_earlier_state=earlier,
    )


def test_restore_words_of_an_earlier_state_warn_with_its_time() -> None:
    kind = KindDifference(kind="observation", only_in_vault=3, only_in_backup=0, different=1)
    words = restore_words(preview(kind), care_sample.NOW)
    assert words.kind is NoticeKind.WARNING
    assert words.headline == "What was done here after yesterday at 13:02 would be set aside"
    assert "kept beside it" in words.detail
    assert words.changes == (("Visits", ("3 only here: would be set aside", "1 different: would be as in the backup")),)


def test_restore_words_of_another_vault_say_so() -> None:
    kind = KindDifference(kind="candidate", only_in_vault=1, only_in_backup=1, different=0)
    words = restore_words(preview(kind, earlier=False), care_sample.NOW)
    assert words.kind is NoticeKind.WARNING
    assert "not an earlier state" in words.detail


def test_restore_words_where_nothing_differs_or_only_comes_back_do_not_warn() -> None:
    assert restore_words(preview(), care_sample.NOW).headline == "Both hold the same records"
    kind = KindDifference(kind="candidate", only_in_vault=0, only_in_backup=1, different=0)
    assert restore_words(preview(kind, earlier=False), care_sample.NOW).kind is NoticeKind.INFO


# backups


@pytest.mark.parametrize(("days", "warns"), [((6.9,), False), ((7.1,), True), ((), True), ((0.1, 30), False)])
def test_backups_warn_when_the_last_good_one_is_older_than_a_week(days: tuple[float, ...], warns: bool) -> None:
    content = backups_content(care_sample.found(*days), care_sample.NOW, "")
    assert bool(content.warning) is warns


def test_backup_when_asked_for_is_made_and_listed_newest_first(qtbot: QtBot, office: Office, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    change_profile(office.vault.ports, dataclasses.replace(PROFILE, backup_folder=str(stick)))
    restored: list[Path] = []
    view, _presenter = settings(qtbot, office, restored)
    assert "There is no backup yet" in view.backups.warning.text
    qtbot.mouseClick(view.backups.back_up, LEFT)
    rest(qtbot, office)
    qtbot.waitUntil(lambda: view.backups.warning.text == "", timeout=20_000)
    made = office.vault.backups(stick)
    assert len(made) == 1
    assert "Today" in view.backups.last.text()
    assert str(stick) in words_on(view.backups)
    # A row that was just put in is shown when the event loop next turns.
    qtbot.waitUntil(lambda: f"{made[0].events} events" in words_on(view.backups), timeout=20_000)
    view.backups.restore_asked.emit(str(made[0].folder))
    assert restored == [made[0].folder]
    assert "Backed up and checked" in office.said[-1]


def test_backup_when_the_place_cannot_be_written_says_so_and_keeps_the_warning(
    qtbot: QtBot, office: Office, tmp_path: Path
) -> None:
    (tmp_path / "stick").write_text("not a folder")
    change_profile(office.vault.ports, dataclasses.replace(PROFILE, backup_folder=str(tmp_path / "stick")))
    view, _presenter = settings(qtbot, office, [])
    qtbot.mouseClick(view.backups.back_up, LEFT)
    rest(qtbot, office)
    qtbot.waitUntil(lambda: view.backups.back_up.is_available, timeout=20_000)
    assert [error.code for error in office.troubles] == ["backup-failed"]
    assert view.backups.warning.text


# check and diagnostics


@pytest.mark.parametrize("code", FindingCode)
def test_finding_names_a_button_in_the_window_and_a_command_on_the_command_line(code: FindingCode) -> None:
    found = finding(code, "Something is wrong.")
    without_a_button = "'assessor-app vault salvage'"  # for which the window has none
    assert "assessor-app" not in found.advice.replace(without_a_button, "")
    assert "press " not in found.command.lower()
    if "Restore" in found.advice:
        assert "'assessor-app vault restore BACKUP'" in found.command


def test_check_when_all_is_sound_says_so_and_diagnostics_repeat_it(qtbot: QtBot, office: Office) -> None:
    view, _presenter = settings(qtbot, office, [])
    assert view.health.verdict.text == ""
    qtbot.mouseClick(view.health.check, LEFT)
    assert not view.health.check.is_available
    rest(qtbot, office)
    assert view.health.verdict.text.startswith("Everything is sound Checked on ")
    assert view.health.mend.isHidden()
    qtbot.mouseClick(view.health.diagnostics, LEFT)
    rest(qtbot, office)
    text = QGuiApplication.clipboard().text()
    assert "Check my data: everything sound" in text
    assert "Rows in candidate: 1" in text
    assert PROFILE.assessor.name not in text
    assert "copied" in office.said[-1]


def test_check_when_a_record_was_changed_says_what_is_safe_and_offers_no_mending(qtbot: QtBot, office: Office) -> None:
    bare_sql(office.vault.vault, "UPDATE candidate SET body = replace(body, 'Tegwen', 'Tegan')")
    view, _presenter = settings(qtbot, office, [])
    qtbot.mouseClick(view.health.check, LEFT)
    rest(qtbot, office)
    words = words_on(view.health)
    assert "was changed outside the program" in words
    assert "press Restore beside the latest backup" in words
    assert office.desk.care.findings


# event log


def event_log(qtbot: QtBot, office: Office) -> EventLogView:
    view = EventLogView()
    shown(qtbot, view)
    view.presenter = EventLogPresenter(view, office.desk)  # type: ignore[attr-defined]  # lives as long as the view
    view.presenter.open(Goal(page=Page.EVENT_LOG))  # type: ignore[attr-defined]
    rest(qtbot, office)
    return view


def test_event_log_when_typed_at_shows_what_matches(qtbot: QtBot, office: Office) -> None:
    add_sample_data(office.vault.ports)
    view = event_log(qtbot, office)
    total = view.model.rowCount()
    assert view.verdict.text == f"The log holds from 1 to {total}"
    qtbot.keyClicks(view.find_field.editor, "evidence okonjo")
    assert 0 < view.model.rowCount() < total
    assert all("evidence" in f"{view.model.at(n).what} {view.model.at(n).detail}" for n in range(view.model.rowCount()))
    qtbot.keyClicks(view.find_field.editor, " zzz")
    assert view.model.rowCount() == 0
    assert "No line matches." in words_on(view)


def test_event_log_when_changed_outside_names_the_record(qtbot: QtBot, office: Office) -> None:
    bare_sql(office.vault.vault, "UPDATE event SET body = replace(body, 'device', 'house') WHERE sequence = 2")
    view = event_log(qtbot, office)
    assert view.verdict.text.startswith("The log does not hold Record 2 was changed.")


def test_event_log_leads_back_to_settings(qtbot: QtBot, office: Office) -> None:
    view = event_log(qtbot, office)
    view.back_asked.emit()
    assert office.goals == [Goal(page=Page.SETTINGS)]


def test_event_log_of_20_000_lines_touches_only_what_is_seen(qtbot: QtBot) -> None:
    class Counting(list[LogRow]):
        """Rows that count how often one is looked at."""

        looks = 0

        def __getitem__(self, place: int) -> LogRow:  # type: ignore[override]
            self.looks += 1
            return super().__getitem__(place)

    rows = Counting(
        LogRow(number=str(n), when="Today, 13:02", what="Signed a sheet", detail="R") for n in range(20_000)
    )
    view = EventLogView()
    qtbot.addWidget(view)
    view.resize(1200, 700)
    view.show()
    view.set_content(LogContent(rows=rows, total=len(rows), verdict="The log holds from 1 to 20,000"))
    sample.settle(view)
    view.grab()
    assert 0 < rows.looks < 200
    view.view.scrollToBottom()
    view.grab()
    assert rows.looks < 400


def test_a_week_is_the_limit() -> None:
    content = backups_content(care_sample.found(9), care_sample.NOW, "")
    assert content.warning == "The last good backup is 9 days old"
    assert content.rows[0].title == f"{(care_sample.NOW.utc - timedelta(days=9)).day} November at 13:02"
