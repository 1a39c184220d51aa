"""Garbage that holds widgets is freed on the GUI thread, also while a worker allocates."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from assessor_app.gui import collecting
from assessor_app.gui.collecting import BetweenEvents
from assessor_app.gui.jobs import Jobs


class _Page(QWidget):
    """Holds itself, as a page and its presenter do: only the collector frees it."""

    def __init__(self, freed: list[threading.Thread]) -> None:
        super().__init__()
        self.presenter = {"view": self}
        weakref.finalize(self, lambda: freed.append(threading.current_thread()))


def _allocate() -> int:
    return len([[number] for number in range(50_000)])


def _leave_a_page_and_work(qtbot: QtBot, jobs: Jobs) -> list[threading.Thread]:
    freed: list[threading.Thread] = []
    _Page(freed)
    with qtbot.waitCallback() as done:
        jobs.run_slow(_allocate, done)
    return freed


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    working = Jobs()
    gc.collect()
    yield working
    working.wait_and_stop()
    gc.unfreeze()


def test_page_left_behind_is_freed_on_the_gui_thread(qtbot: QtBot, jobs: Jobs, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(collecting, "ROUND_MS", 20)
    monkeypatch.setattr(collecting, "FULL_MS", 20)
    between = BetweenEvents()
    between.start()
    try:
        freed = _leave_a_page_and_work(qtbot, jobs)
        qtbot.waitUntil(lambda: bool(freed))
        assert freed == [threading.main_thread()]
    finally:
        between.stop()


def test_collector_left_to_itself_frees_it_on_the_worker(qtbot: QtBot, jobs: Jobs) -> None:
    """The control: this is what the other test guards against."""
    gc.enable()
    freed = _leave_a_page_and_work(qtbot, jobs)
    assert freed
    assert freed[0] is not threading.main_thread()
