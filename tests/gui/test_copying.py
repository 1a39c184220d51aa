"""The dialogs of giving a copy: the warning said, and a way to stop."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from assessor_app.gui.copying import CopyDialog, CopyingDialog
from assessor_app.gui.widgets.notice import Notice
from assessor_app.gui.widgets.text import Text
from tests.gui import copying_sample


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
