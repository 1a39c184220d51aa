"""Search on a real vault: real keys."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from assessor_app.gui.desk import Goal, Page
from assessor_app.gui.pages.search.model import pieces_of
from assessor_app.gui.pages.search.presenter import SearchPresenter
from assessor_app.gui.pages.search.view import SearchView
from tests.gui.checks import clipped, nameless
from tests.gui.sign_off_scenes import Office, open_office, settle


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with open_office(tmp_path) as opened:
        yield opened


def opened(qtbot: QtBot, office: Office) -> SearchView:
    view = SearchView()
    qtbot.addWidget(view)
    view.resize(1282, 768)
    view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    office_presenters.append(SearchPresenter(view, office.desk))
    office_presenters[-1].open(Goal(page=Page.SEARCH))
    return view


office_presenters: list[SearchPresenter] = []


def test_search_when_typed_at_finds_and_enter_opens(qtbot: QtBot, office: Office) -> None:
    view = opened(qtbot, office)
    qtbot.keyClicks(view.find_field.editor, "Tegwen")
    qtbot.waitUntil(lambda: not office.jobs.is_busy and view.model.rowCount() > 0)
    row = next(n for n in range(view.model.rowCount()) if view.model.at(n).kind == "Candidate")
    for _ in range(row):
        qtbot.keyClick(view.find_field.editor, Qt.Key.Key_Down)
    qtbot.keyClick(view.find_field.editor, Qt.Key.Key_Return)
    assert office.goals == [Goal(page=Page.CANDIDATE, subject=office.candidate)]


def test_search_when_a_visit_is_chosen_opens_it(qtbot: QtBot, office: Office) -> None:
    view = opened(qtbot, office)
    qtbot.keyClicks(view.find_field.editor, "customers")
    qtbot.waitUntil(lambda: not office.jobs.is_busy and view.model.rowCount() > 0)
    hit = next(view.model.at(n) for n in range(view.model.rowCount()) if view.model.at(n).kind == "Visit")
    assert any(matches for _, matches in hit.excerpt)
    view.opened.emit(hit.id)
    assert office.goals[0].page is Page.OBSERVATION


def test_search_when_nothing_matches_says_so(qtbot: QtBot, office: Office) -> None:
    view = opened(qtbot, office)
    qtbot.keyClicks(view.find_field.editor, "zzzz")
    qtbot.waitUntil(lambda: not office.jobs.is_busy)
    assert view.model.rowCount() == 0
    for size in ((1282, 768), (940, 700)):
        view.resize(*size)
        settle(view)
        assert clipped(view) == []
    assert nameless(view) == []


def test_excerpt_is_cut_at_its_marks() -> None:
    assert pieces_of("of «rain» and «wind» today") == (
        ("of ", False),
        ("rain", True),
        (" and ", False),
        ("wind", True),
        (" today", False),
    )
    assert pieces_of("") == ()
