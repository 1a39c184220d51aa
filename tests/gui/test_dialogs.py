"""Every dialog of backups, erasing and copies: nothing cut, everything named, dark where it is dark."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from assessor_app.gui.theme.controller import ThemeChoice, ThemeController
from tests.gui import care_sample, copying_sample, erasing_sample
from tests.gui.checks import clipped, focusables, nameless, small_targets
from tests.gui.test_care import shown

DIALOGS: tuple[Callable[[], QWidget], ...] = (
    care_sample.restore_earlier,
    care_sample.restore_unknown,
    care_sample.trouble,
    *(make for _, make in erasing_sample.DIALOGS),
    *(make for _, make in copying_sample.DIALOGS),
)


@pytest.mark.parametrize("make", DIALOGS)
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_dialog_cuts_no_text_and_names_everything(
    qtbot: QtBot, the_look: ThemeController, make: Callable[[], QWidget], scale: float
) -> None:
    the_look.set_scale(scale)
    dialog = shown(qtbot, make())
    assert clipped(dialog) == []
    assert focusables(dialog)
    assert nameless(dialog) == []
    assert small_targets(dialog) == []


@pytest.mark.parametrize("make", DIALOGS)
def test_dialog_when_dark_is_dark(qtbot: QtBot, the_look: ThemeController, make: Callable[[], QWidget]) -> None:
    the_look.choose(ThemeChoice.DARK)
    picture = shown(qtbot, make()).grab().toImage()
    assert picture.pixelColor(6, 6).lightnessF() < 0.2
