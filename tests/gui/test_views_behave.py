"""What each view does when it is clicked and typed at: real clicks and keys, typed answers."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from assessor_app.gui.pages.candidate.form import CandidateForm, FieldCheck
from assessor_app.gui.pages.candidates.view import CandidatesView
from assessor_app.gui.pages.first_run.model import FirstRunContent, Step, Strength, You
from assessor_app.gui.pages.first_run.view import FirstRunView
from assessor_app.gui.pages.settings.model import YouContent
from assessor_app.gui.pages.unlock.view import Secret, UnlockContent, UnlockView
from assessor_app.gui.shell.main_shell import MainShell
from assessor_app.gui.shell.palette_rows import runs_of
from assessor_app.gui.theme.controller import ThemeChoice
from assessor_app.gui.widgets.buttons import Button
from tests.gui import sample

Made = TypeVar("Made", bound=QWidget)
LEFT = Qt.MouseButton.LeftButton


def shown(qtbot: QtBot, view: Made) -> Made:
    qtbot.addWidget(view)
    view.resize(1366, 768)
    view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    sample.settle(view)
    return view


def button(view: QWidget, label: str) -> Button:
    found = [item for item in view.findChildren(Button) if item.label == label and item.isVisibleTo(view)]
    assert len(found) == 1, f"{len(found)} buttons {label!r}"
    return found[0]


def test_unlock_when_passphrase_is_typed_and_enter_pressed_gives_it(qtbot: QtBot) -> None:
    view = shown(qtbot, UnlockView())
    qtbot.keyClicks(view.passphrase.editor, "open sesame")
    with qtbot.waitSignal(view.passphrase_given) as heard:
        qtbot.keyClick(view.passphrase.editor, Qt.Key.Key_Return)
    assert heard.args == ["open sesame"]


def test_unlock_when_busy_takes_nothing_and_says_why(qtbot: QtBot) -> None:
    view = shown(qtbot, UnlockView())
    view.passphrase.set_text("open sesame")
    view.set_content(UnlockContent(is_busy=True))
    with qtbot.assertNotEmitted(view.passphrase_given):
        qtbot.mouseClick(view.unlock, LEFT)
        qtbot.keyClick(view.unlock, Qt.Key.Key_Space)
    assert "second" in view.unlock.accessibleDescription()


def test_unlock_when_recovery_code_is_asked_for_takes_the_code(qtbot: QtBot) -> None:
    view = shown(qtbot, UnlockView())
    qtbot.mouseClick(view.other_way, LEFT)
    qtbot.keyClicks(view.code.editor, "K7QF")
    with qtbot.waitSignal(view.recovery_code_given) as heard:
        qtbot.mouseClick(view.unlock, LEFT)
    assert heard.args == ["K7QF"]
    view.set_content(UnlockContent(secret=Secret.PASSPHRASE, message="That is not it."))
    assert view.passphrase.editor.accessibleDescription() == "That is not it."


def test_eye_when_pressed_shows_and_hides_the_passphrase(qtbot: QtBot) -> None:
    view = shown(qtbot, UnlockView())
    qtbot.mouseClick(view.passphrase.eye, LEFT)
    assert view.passphrase.editor.echoMode() == QLineEdit.EchoMode.Normal
    assert view.passphrase.eye.accessibleName() == "Hide passphrase"
    qtbot.mouseClick(view.passphrase.eye, LEFT)
    assert view.passphrase.editor.echoMode() == QLineEdit.EchoMode.Password


def test_first_run_when_passphrases_differ_refuses_to_go_on(qtbot: QtBot) -> None:
    view = shown(qtbot, FirstRunView())
    qtbot.keyClicks(view.passphrase.first.editor, "four words make it")
    view.set_strength(Strength(level=3, words="Strong"))
    qtbot.keyClicks(view.passphrase.again.editor, "four words make i")
    with qtbot.assertNotEmitted(view.passphrase_chosen):
        qtbot.mouseClick(view.next_button, LEFT)
    with qtbot.waitSignal(view.passphrase_chosen) as heard:
        qtbot.keyClicks(view.passphrase.again.editor, "t")
        qtbot.keyClick(view.passphrase.again.editor, Qt.Key.Key_Return)
    assert heard.args == ["four words make it"]


def test_first_run_steps_when_filled_give_their_values(qtbot: QtBot) -> None:
    view = shown(qtbot, FirstRunView())
    view.set_content(FirstRunContent(step=Step.RECOVERY, recovery_code="AAAA-BBBB"))
    with qtbot.assertNotEmitted(view.code_confirmed):
        qtbot.mouseClick(view.next_button, LEFT)
    with qtbot.waitSignal(view.code_confirmed):
        qtbot.mouseClick(view.recovery.confirm, LEFT)
        qtbot.mouseClick(view.next_button, LEFT)
    view.set_content(FirstRunContent(step=Step.PIN))
    with qtbot.waitSignal(view.pin_chosen) as pin:
        qtbot.mouseClick(view.skip_button, LEFT)
    assert pin.args == [""]
    view.set_content(FirstRunContent(step=Step.YOU))
    qtbot.keyClicks(view.you.name.editor, "Hannah Morris")
    with qtbot.waitSignal(view.you_given) as you:
        qtbot.mouseClick(view.next_button, LEFT)
    assert isinstance(you.args[0], You)
    assert you.args[0].name == "Hannah Morris"


def test_today_when_its_actions_are_clicked_gives_their_ids(qtbot: QtBot) -> None:
    view = shown(qtbot, sample.today())
    with qtbot.waitSignal(view.visit_acted) as visit:
        qtbot.mouseClick(button(view, "Resume"), LEFT)
    with qtbot.waitSignal(view.waiting_acted) as waiting:
        qtbot.mouseClick(button(view, "Hand over"), LEFT)
    assert (visit.args, waiting.args) == (["v2"], ["w1"])


def test_today_before_the_first_candidate_offers_one_first_action(qtbot: QtBot) -> None:
    view = shown(qtbot, sample.today_empty())
    with qtbot.waitSignal(view.add_candidate_asked):
        qtbot.mouseClick(button(view, "Add a candidate"), LEFT)
    with qtbot.waitSignal(view.sample_data_asked):
        qtbot.mouseClick(button(view, "Look around with sample data"), LEFT)


def test_candidates_when_typed_at_asks_and_enter_opens_the_first(qtbot: QtBot) -> None:
    view = shown(qtbot, sample.candidates())
    with qtbot.waitSignal(view.find_changed) as asked:
        qtbot.keyClicks(view.find_field.editor, "p")
    with qtbot.waitSignal(view.opened) as opened:
        qtbot.keyClick(view.find_field.editor, Qt.Key.Key_Return)
    assert (asked.args, opened.args) == (["p"], ["c0"])


def test_candidates_with_100_000_rows_paints_only_what_is_seen(qtbot: QtBot) -> None:
    view = CandidatesView()
    view.set_content(sample.candidates_content(100_000))
    shown(qtbot, view)
    assert view.model.rowCount() == 100_000
    view.view.scrollToBottom()
    view.grab()


def test_candidate_when_units_visits_and_tabs_are_used_says_which(qtbot: QtBot) -> None:
    view = shown(qtbot, sample.candidate())
    with qtbot.waitSignal(view.visit_acted) as acted:
        qtbot.mouseClick(button(view, "Resume"), LEFT)
    with qtbot.waitSignal(view.visit_opened) as opened:
        qtbot.mouseClick(button(view, "Opening up"), LEFT)
    with qtbot.waitSignal(view.observation_asked):
        qtbot.mouseClick(button(view, "Start observation"), LEFT)
    assert (acted.args, opened.args) == (["t2"], ["t4"])


def test_form_when_edited_gives_the_draft_and_shows_warnings(qtbot: QtBot) -> None:
    view = shown(qtbot, CandidateForm())
    view.set_content(sample.form_content(is_new=True))
    view.fields["name"].editor.clear()
    qtbot.keyClicks(view.fields["name"].editor, "Gwen")
    view.set_uln_check(FieldCheck(warning="The check digit does not fit."))
    assert view.fields["uln"].editor.accessibleDescription() == "The check digit does not fit."
    with qtbot.waitSignal(view.submitted) as sent:
        qtbot.mouseClick(view.save, LEFT)
    assert sent.args[0].name == "Gwen"
    assert sent.args[0].unit_ids == ("r", "o")


def test_units_when_the_list_is_moved_in_asks_for_that_unit(qtbot: QtBot) -> None:
    view = shown(qtbot, sample.units())
    with qtbot.waitSignal(view.opened) as opened:
        qtbot.keyClick(view.view, Qt.Key.Key_Down)
    assert opened.args == ["o"]


def test_settings_when_changed_says_what(qtbot: QtBot) -> None:
    view = shown(qtbot, sample.settings())
    with qtbot.waitSignal(view.theme_chosen) as theme:
        qtbot.mouseClick(view.theme._segments["dark"], LEFT)
    assert theme.args == [ThemeChoice.DARK]
    with qtbot.waitSignal(view.you_changed) as you:
        view.name.editor.setFocus()
        qtbot.keyClicks(view.name.editor, "!")
        qtbot.keyClick(view.name.editor, Qt.Key.Key_Return)
    assert isinstance(you.args[0], YouContent)
    assert you.args[0].name == "Hannah Morris!"


def test_licences_are_folded_away_until_asked_for(qtbot: QtBot) -> None:
    view = shown(qtbot, sample.settings())
    assert "OFL" not in view.licences.text()
    for expected in (True, False):
        view.show_licences.click()
        assert ("OFL" in view.licences.text()) is expected


def test_rail_when_alt_and_a_number_are_pressed_asks_for_the_place(qtbot: QtBot) -> None:
    shell = shown(qtbot, MainShell())
    with qtbot.waitSignal(shell.place_asked) as asked:
        qtbot.keyClick(shell, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert asked.args == ["candidates"]


def test_palette_when_used_with_keys_chooses_and_gives_the_focus_back(qtbot: QtBot) -> None:
    shell = MainShell()
    shell.set_page("today", sample.today())
    shell.show_page("today")
    shell.set_commands(sample.commands)
    shown(qtbot, shell)
    place = shell.rail.button("today")
    place.setFocus()
    qtbot.keyClick(place, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert shell.palette_sheet.isVisible()
    qtbot.keyClicks(shell.palette_sheet.editor, "sign")
    qtbot.keyClick(shell.palette_sheet.editor, Qt.Key.Key_Down)
    with qtbot.waitSignal(shell.command_chosen) as chosen:
        qtbot.keyClick(shell.palette_sheet.editor, Qt.Key.Key_Return)
    assert chosen.args == ["a2"]
    assert not shell.palette_sheet.isVisible()
    qtbot.keyClick(place, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(shell.palette_sheet.editor, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is place


def test_toast_when_undo_is_pressed_undoes_once_and_goes(qtbot: QtBot) -> None:
    shell = shown(qtbot, MainShell())
    undone: list[int] = []
    shell.show_toast("Removed", on_undo=lambda: undone.append(1))
    undo = shell.toast.undo_button
    assert undo is not None
    assert QAccessible.queryAccessibleInterface(undo).role() == QAccessible.Role.Button
    qtbot.mouseClick(undo, LEFT)
    assert undone == [1]
    assert not shell.toast.isVisible()


def test_runs_when_words_match_marks_just_these_letters() -> None:
    assert runs_of("was signed", "sign") == [("was ", False), ("sign", True), ("ed", False)]
    assert runs_of("Llŷr", "") == [("Llŷr", False)]


def test_toast_that_follows_another_is_as_wide_as_its_words_and_button(qtbot: QtBot) -> None:
    shell = MainShell()
    qtbot.addWidget(shell)
    shell.resize(1000, 600)
    shell.show()
    shell.show_toast("Done")
    shell.show_toast("Something else was removed", on_undo=lambda: None)
    undo = shell.toast.undo_button
    assert undo is not None
    assert undo.width() >= undo.sizeHint().width()
    assert shell.toast.width() > undo.width() + 100
