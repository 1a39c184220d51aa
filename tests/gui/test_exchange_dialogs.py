"""The dialogs of the exchange cut nothing: ten words of which two are hidden would be compared in vain."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from assessor_app.gui.pages.centre.dialogs import ChoiceDialog
from assessor_app.gui.pages.centre.model import Side
from assessor_app.gui.pages.sync.dialogs import LeavingDialog, WordsDialog
from assessor_app.gui.pages.sync.model import LeavingRow
from assessor_app.gui.theme.controller import ThemeController
from assessor_app.usecases.export_fields import STAYS, fields_that_leave
from tests.gui.checks import clipped, nameless

WORDS = "elephant cucumber chimney juniper cupboard cherry squirrel hammock harbour umbrella"


def words() -> QDialog:
    return WordsDialog("Enrol with Severn Vale Training and Assessment?", "The centre must see the same.", WORDS)


def leaving() -> QDialog:
    rows = tuple(LeavingRow(id=str(n), name=f"Candidate {n}", detail="1 sheet, 2 visits") for n in range(30))
    return LeavingDialog(rows, fields_that_leave(), STAYS)


def choice() -> QDialog:
    lines = ("name: Amelia Osei", "site: " + "a long way off " * 12)
    sides = tuple(Side(key=k, title=f"Version {k}, from Ruth Okonjo, device 0001", lines=lines) for k in "12")
    return ChoiceDialog("Amelia Osei: two versions", sides)


@pytest.mark.parametrize("make", [words, leaving, choice])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_dialog_cuts_nothing_and_names_everything(
    qtbot: QtBot, the_look: ThemeController, make: Callable[[], QDialog], scale: float
) -> None:
    the_look.set_scale(scale)
    dialog = make()
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    qtbot.wait(50)
    assert clipped(dialog) == []
    assert nameless(dialog) == []


def test_leaving_dialog_when_nobody_is_ticked_cannot_be_accepted(qtbot: QtBot) -> None:
    dialog = leaving()
    qtbot.addWidget(dialog)
    assert isinstance(dialog, LeavingDialog)
    for box in dialog.boxes.values():
        box.setChecked(False)
    assert dialog.chosen == frozenset()
    assert not dialog.accept_button.is_available
