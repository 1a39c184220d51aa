"""Choosing among hundreds of units: find one by its words, and never lose sight of what is ticked."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from assessor_app.gui.pages.candidate.unit_choices import UnitChoice, UnitChoices
from assessor_app.gui.widgets.text import Text

MANY = tuple(
    UnitChoice(id=f"u{n}", letter="U", title=f"Unit number {n}", detail="OCR", words=f"Unit number {n} K/601/{n:04}")
    for n in range(300)
)


@pytest.fixture
def choices(qtbot: QtBot) -> UnitChoices:
    view = UnitChoices()
    qtbot.addWidget(view)
    view.set_units(MANY, ("u250",))
    view.resize(400, 900)
    view.show()
    return view


def test_ticked_unit_is_shown_whatever_is_looked_for(choices: UnitChoices, qtbot: QtBot) -> None:
    assert "u250" in choices.boxes
    qtbot.keyClicks(choices.find_field.editor, "k/601/0017")
    assert list(choices.boxes) == ["u17", "u250"]
    qtbot.mouseClick(choices.boxes["u17"], Qt.MouseButton.LeftButton)
    assert choices.chosen == ("u17", "u250")
    choices.find_field.editor.clear()
    qtbot.keyClicks(choices.find_field.editor, "nothing like it")
    assert list(choices.boxes) == ["u17", "u250"]
    assert any(text.text() == "No other unit matches." for text in choices.findChildren(Text))


def test_long_list_says_how_many_are_not_shown(choices: UnitChoices) -> None:
    assert len(choices.boxes) == 21
    assert any(text.text().startswith("279 units more.") for text in choices.findChildren(Text))


def test_change_is_told_once_for_each_tick_and_not_for_setting(choices: UnitChoices, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(choices.changed):
        choices.set_units(MANY[:5], ("u1",))
    assert not choices.find_field.isVisible()
    with qtbot.waitSignal(choices.changed):
        choices.boxes["u1"].toggle()
    assert choices.chosen == ()
