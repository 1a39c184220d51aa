"""Every view in every theme: nothing cut, everything named, targets large enough; the control proves the detector."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from assessor_app.gui.theme.controller import ThemeChoice, ThemeController
from assessor_app.gui.widgets.buttons import Button
from assessor_app.gui.widgets.text import Text
from tests.gui import gallery, sample
from tests.gui.checks import StrayWindows, clipped, focusables, nameless, small_targets

NAMES = sorted(gallery.SCENES)


def shown(qtbot: QtBot, name: str, width: int = 1366, height: int = 768) -> QWidget:
    view = gallery.SCENES[name]()
    qtbot.addWidget(view)
    view.resize(width, height)
    view.show()
    sample.settle(view)
    return view


@pytest.mark.parametrize("name", NAMES)
def test_view_at_1366_by_768_cuts_no_text(qtbot: QtBot, name: str) -> None:
    assert clipped(shown(qtbot, name)) == []


@pytest.mark.parametrize("name", NAMES)
def test_view_at_1024_by_700_cuts_no_text(qtbot: QtBot, name: str) -> None:
    assert clipped(shown(qtbot, name, 1024, 700)) == []


@pytest.mark.parametrize("name", NAMES)
def test_view_at_double_text_size_cuts_no_text(qtbot: QtBot, the_look: ThemeController, name: str) -> None:
    the_look.set_scale(2.0)
    assert clipped(shown(qtbot, name)) == []


@pytest.mark.parametrize("name", NAMES)
def test_view_names_everything_the_keyboard_reaches(qtbot: QtBot, name: str) -> None:
    view = shown(qtbot, name)
    assert focusables(view)
    assert nameless(view) == []
    assert small_targets(view) == []


@pytest.mark.parametrize("name", NAMES)
def test_view_being_made_shows_no_part_of_it_as_a_window(qtbot: QtBot, name: str) -> None:
    with StrayWindows() as stray:
        view = gallery.SCENES[name]()
    qtbot.addWidget(view)
    assert [name for name in stray.found if name != type(view).__name__] == []


@pytest.mark.parametrize("choice", [ThemeChoice.DARK, ThemeChoice.CONTRAST])
@pytest.mark.parametrize("name", NAMES)
def test_view_when_theme_changes_paints_without_complaint(
    qtbot: QtBot, the_look: ThemeController, name: str, choice: ThemeChoice
) -> None:
    view = shown(qtbot, name)
    the_look.choose(choice)
    sample.settle(view)
    picture = view.grab().toImage()
    assert picture.pixelColor(picture.width() // 2, picture.height() - 4).lightnessF() < 0.2


def test_the_detectors_find_what_is_wrong(qtbot: QtBot) -> None:
    with StrayWindows() as stray:
        part = Text("A part without a parent")
        part.setVisible(True)
    qtbot.addWidget(part)
    assert stray.found == ["Text"]
    view = QWidget()
    qtbot.addWidget(view)
    text = Text("This sentence is far too long for its place", parent=view)
    text.setGeometry(0, 0, 40, 21)
    button = Button("Also too long", parent=view)
    button.setGeometry(0, 40, 30, 20)
    button.setAccessibleName("")
    button.setText("")
    view.resize(300, 200)
    view.show()
    assert len(clipped(view)) == 2
    assert nameless(view)
    assert small_targets(view)
