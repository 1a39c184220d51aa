"""The dialogs of giving a copy: nothing cut, everything named, the warning said, and a way to stop."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from assessor_app.gui.copying import CopyDialog, CopyingDialog
from assessor_app.gui.theme.controller import ThemeController
from assessor_app.gui.widgets.notice import Notice
from assessor_app.gui.widgets.text import Text
from tests.gui import copying_sample
from tests.gui.checks import clipped, focusables, nameless, small_targets

MAKERS = tuple(make for _, make in copying_sample.DIALOGS)


@pytest.mark.parametrize("make", MAKERS)
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_dialog_cuts_no_text_and_names_everything(
    qtbot: QtBot, the_look: ThemeController, make: Callable[[], QWidget], scale: float
) -> None:
    the_look.set_scale(scale)
    dialog = make()
    qtbot.addWidget(dialog)
    dialog.show()
    assert clipped(dialog) == []
    assert focusables(dialog)
    assert nameless(dialog) == []
    assert small_targets(dialog) == []


def test_what_it_holds_and_that_it_is_in_clear_is_said(qtbot: QtBot) -> None:
    dialog = CopyDialog(copying_sample.PLAN)
    qtbot.addWidget(dialog)
    dialog.show()
    (notice,) = dialog.findChildren(Notice)
    assert "whoever has the folder can read it" in notice.text
    said = " ".join(text.text() for text in dialog.findChildren(Text))
    assert "46 decisions on criteria" in said
    assert "14 files, 6.4 MB" in said
    assert "3 records of other candidates" in said


def test_closing_it_while_it_is_under_way_stops_it(qtbot: QtBot) -> None:
    for close in (
        lambda d: qtbot.mouseClick(d.cancel_button, Qt.MouseButton.LeftButton),
        lambda d: qtbot.keyClick(d, Qt.Key.Key_Escape),
        CopyingDialog.close,
    ):
        dialog = CopyingDialog()
        qtbot.addWidget(dialog)
        dialog.show()
        with qtbot.waitSignal(dialog.rejected):
            close(dialog)
        assert not dialog.isVisible()
