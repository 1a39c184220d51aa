"""The form of a candidate over a real vault: nothing that was typed is lost, and Cancel lets go of it."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from assessor_app.domain.people import Candidate
from assessor_app.gui.desk import Goal, Page
from assessor_app.gui.pages.candidate.form import CandidateForm
from assessor_app.gui.pages.candidate.form_presenter import CandidateFormPresenter
from tests.desk import OPERATIONS, RELIABLE, Desk, add_candidate
from tests.gui.page_desk import PageDesk

LEFT = Qt.MouseButton.LeftButton


class Form:
    """The page as a person uses it."""

    def __init__(self, qtbot: QtBot, opened: Desk, candidate: UUID | None = None) -> None:
        self.qtbot = qtbot
        self.opened = opened
        self.page = PageDesk(opened)
        self.view = CandidateForm()
        qtbot.addWidget(self.view)
        self.presenter = CandidateFormPresenter(self.view, self.page.desk)
        self.view.resize(1282, 900)
        self.view.show()
        self.presenter.open(Goal(page=Page.CANDIDATE_FORM, subject=candidate))

    def rest(self) -> None:
        self.qtbot.waitUntil(lambda: not self.presenter._pending.waits and not self.page.jobs.is_busy)

    def write(self, field: str, words: str) -> None:
        self.qtbot.keyClicks(self.editor(field), words)

    def editor(self, field: str) -> QLineEdit:
        return self.view.fields[field].editor

    def people(self) -> list[Candidate]:
        with self.opened.ports.store.reading() as records:
            return list(records.candidates())

    def stop(self) -> None:
        self.page.jobs.wait_and_stop()


@pytest.fixture
def form(qtbot: QtBot, desk: Desk) -> Iterator[Form]:
    shown = Form(qtbot, desk)
    shown.rest()
    yield shown
    shown.stop()


def after_a_crash(form: Form, candidate: UUID | None = None) -> Form:
    form.rest()
    form.stop()
    form.opened.restart()
    again = Form(form.qtbot, form.opened, candidate)
    again.rest()
    return again


def test_words_and_ticks_not_sent_survive_a_crash(form: Form) -> None:
    form.write("name", "Ali Demir")
    form.write("site", "Market Hall")
    form.view.units.boxes[RELIABLE.key].toggle()
    again = after_a_crash(form)
    assert again.view.draft.name == "Ali Demir"
    assert again.view.draft.site == "Market Hall"
    assert again.view.draft.unit_ids == (RELIABLE.key,)
    assert again.people() == []
    again.qtbot.mouseClick(again.view.save, LEFT)
    again.rest()
    assert [p.name for p in again.people()] == ["Ali Demir"]
    empty = after_a_crash(again)
    assert empty.view.draft.name == ""
    empty.stop()


def test_words_typed_before_the_units_are_there_stay(qtbot: QtBot, desk: Desk) -> None:
    form = Form(qtbot, desk)
    form.write("name", "Early bird")
    form.rest()
    assert form.view.draft.name == "Early bird"
    assert form.view.units.isVisible()
    again = after_a_crash(form)
    assert again.view.draft.name == "Early bird"
    again.stop()


def test_look_elsewhere_leaves_the_form_as_it_is(form: Form) -> None:
    form.write("name", "Ali Demir")
    form.presenter.leave()
    form.presenter.open(Goal(page=Page.CANDIDATE_FORM))
    form.rest()
    assert form.view.draft.name == "Ali Demir"


def test_cancel_lets_go_and_undo_brings_it_back(form: Form) -> None:
    form.write("name", "Ali Demir")
    form.qtbot.mouseClick(form.view.back, LEFT)
    form.rest()
    assert form.page.backs == 1
    words, undo = form.page.said[-1]
    assert words == "Not added: Ali Demir"
    form.presenter.open(Goal(page=Page.CANDIDATE_FORM))
    form.rest()
    assert form.view.draft.name == ""
    assert undo is not None
    undo()
    form.rest()
    assert form.page.goals == [Goal(page=Page.CANDIDATE_FORM)]
    form.presenter.open(form.page.goals[0])
    form.rest()
    assert form.view.draft.name == "Ali Demir"


def test_cancel_of_an_untouched_form_says_nothing(form: Form) -> None:
    form.qtbot.mouseClick(form.view.back, LEFT)
    form.rest()
    assert form.page.said == []


def test_change_of_details_not_sent_survives_and_leaves_others_alone(qtbot: QtBot, desk: Desk) -> None:
    candidate = add_candidate(desk, OPERATIONS, name="Tegwen Morris")
    form = Form(qtbot, desk, candidate)
    form.rest()
    form.write("job_title", "Supervisor")
    again = after_a_crash(form, candidate)
    assert again.view.draft.name == "Tegwen Morris"
    assert again.view.draft.job_title.endswith("Supervisor")
    assert again.view.draft.unit_ids == (OPERATIONS.key,)
    again.presenter.open(Goal(page=Page.CANDIDATE_FORM))
    again.rest()
    assert again.view.draft.name == ""
    again.stop()
