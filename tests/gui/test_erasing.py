"""The dialogs of erasing: no way to erase without typing the name, and what speaks against it is said."""

import dataclasses

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from assessor_app.domain.erasure import EraseReason
from assessor_app.gui.erasing import EraseDialog, ErasingDialog
from assessor_app.gui.widgets.text import Text
from tests.gui import erasing_sample


def test_erase_waits_for_the_name(qtbot: QtBot) -> None:
    dialog = EraseDialog(erasing_sample.PLAN)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    qtbot.keyClicks(dialog.field.editor, "Tegwen")
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    dialog.field.editor.clear()
    qtbot.keyClicks(dialog.field.editor, " Tegwen  Morris ")
    qtbot.mouseClick(dialog.reasons[EraseReason.MISTAKE], Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(dialog.accepted):
        qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    assert dialog.reason is EraseReason.MISTAKE


@pytest.mark.parametrize("typed", ["Tegwen Hâf Morris", "tegwen haf morris"])
def test_name_may_be_typed_without_accents_and_capitals(qtbot: QtBot, typed: str) -> None:
    dialog = EraseDialog(dataclasses.replace(erasing_sample.PLAN, name="Tegwen Hâf Morris"))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.field.set_text(typed[:-1])
    qtbot.keyClicks(dialog.field.editor, typed[-1])
    assert dialog.accept_button.is_available


def test_enter_in_the_field_does_not_erase_by_itself(qtbot: QtBot) -> None:
    dialog = EraseDialog(erasing_sample.PLAN)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClicks(dialog.field.editor, "Tegwen Morris")
    with qtbot.assertNotEmitted(dialog.accepted):
        qtbot.keyClick(dialog.field.editor, Qt.Key.Key_Return)


def test_what_speaks_against_it_is_said(qtbot: QtBot) -> None:
    dialog = EraseDialog(erasing_sample.PLAN)
    qtbot.addWidget(dialog)
    said = " ".join(text.text() for text in dialog.findChildren(Text)) + " ".join(
        child.accessibleName() for child in dialog.findChildren(QWidget)
    )
    assert "23 records have not been received by a centre" in said
    assert "until 12 November 2029 at least" in said
    assert "Ask LASER how long" in said
    assert "OLD STICK" in said


def test_dialog_of_erasing_when_closed_leaves_the_backups_for_later(qtbot: QtBot) -> None:
    dialog = ErasingDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    with qtbot.waitSignal(dialog.rejected):
        qtbot.mouseClick(dialog.cancel_button, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
