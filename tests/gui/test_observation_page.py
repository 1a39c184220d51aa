"""The page of a visit over a real vault: keys and clicks, drafts, decisions, files, and what is sealed."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from assessor_app.domain.errors import KnownError
from assessor_app.domain.evidence import CriterionRef
from assessor_app.domain.judging import Verdict
from assessor_app.domain.observations import Observation
from assessor_app.domain.roles import Role
from assessor_app.gui.desk import Goal, Page
from assessor_app.gui.pages.observation import presenter
from assessor_app.gui.pages.observation.presenter import ObservationPresenter
from assessor_app.gui.pages.observation.view import ObservationView
from assessor_app.gui.theme.controller import ThemeController
from assessor_app.usecases.freeze_sheet import freeze_observation
from assessor_app.usecases.observe import finish_observation, open_observation, start_observation
from tests.desk import OPERATIONS, RELIABLE, Desk, add_candidate, enrolment_of, sign
from tests.gui import observation_sample as sample
from tests.gui.checks import clipped, nameless, small_targets
from tests.gui.page_desk import PageDesk
from tests.gui.sample import settle


class Visit:
    """The page as a person uses it."""

    def __init__(self, qtbot: QtBot, opened: Desk) -> None:
        self.qtbot = qtbot
        self.opened = opened
        self.candidate = add_candidate(opened, RELIABLE, OPERATIONS)
        self.r = enrolment_of(opened, self.candidate, RELIABLE)
        self.o = enrolment_of(opened, self.candidate, OPERATIONS)
        self.id = start_observation(opened.ports, self.candidate, "Lunchtime").id
        self.show()

    def show(self) -> None:
        self.page = PageDesk(self.opened)
        self.view = ObservationView()
        self.qtbot.addWidget(self.view)
        self.presenter = ObservationPresenter(self.view, self.page.desk)
        self.view.resize(1282, 768)
        self.view.show()
        self.open()

    def open(self) -> None:
        self.presenter.open(Goal(page=Page.OBSERVATION, subject=self.id))
        self.qtbot.waitUntil(lambda: self.view.visit() is not None)
        self.view.activateWindow()
        self.view.narrative.setFocus()

    def type(self, words: str) -> None:
        self.qtbot.keyClicks(self.view.narrative, words)

    def key(self, key: Qt.Key, widget: QWidget | None = None, modifier: Qt.KeyboardModifier | None = None) -> None:
        self.qtbot.keyClick(widget or self.view.narrative, key, modifier or Qt.KeyboardModifier.NoModifier)

    def ref(self, word: str) -> CriterionRef:
        return CriterionRef(enrolment=(self.r if word[0] == "R" else self.o).id, number=word[1:])

    def stored(self) -> Observation:
        return open_observation(self.opened.ports, self.id)

    def kept(self) -> None:
        self.qtbot.waitUntil(lambda: self.view.saved.words.startswith("Saved ") and not self.page.jobs.is_busy)

    def decisions(self, enrolment: UUID) -> list[tuple[str, Verdict, str]]:
        with self.opened.ports.store.reading() as records:
            return [(d.criterion.number, d.verdict, d.reason) for d in records.decisions_of(enrolment)]


@pytest.fixture
def visit(qtbot: QtBot, desk: Desk, the_look: ThemeController) -> Iterator[Visit]:
    made = Visit(qtbot, desk)
    yield made
    made.presenter.leave()
    made.page.jobs.wait_and_stop()


def test_number_with_letter_when_typed_ties_the_paragraph_at_once(visit: Visit) -> None:
    visit.type("She greeted them #R2.3 and #O4.1 smiled")
    paragraph = visit.view.narrative.paragraphs()[0]
    assert paragraph.text.split() == ["She", "greeted", "them", "and", "smiled"]
    assert paragraph.criteria == (visit.ref("R2.3"), visit.ref("O4.1"))
    assert len(paragraph.time) == 5


def test_number_in_two_units_when_typed_asks_which(visit: Visit) -> None:
    visit.type("Seen #2.1 ")
    assert visit.view.completer.is_open
    visit.key(Qt.Key.Key_Down)
    visit.key(Qt.Key.Key_Return)
    assert visit.view.narrative.paragraphs()[0].criteria == (visit.ref("O2.1"),)
    assert not visit.view.completer.is_open


def test_completer_when_words_are_typed_filters_and_escape_leaves_the_text(visit: Visit) -> None:
    visit.type("x #repeated")
    assert [c.chip.number for c in visit.view.completer.shown] == ["2.6"]
    visit.key(Qt.Key.Key_Escape)
    assert not visit.view.completer.is_open
    assert visit.view.narrative.paragraphs()[0].text == "x #repeated"


def test_selected_paragraphs_when_criterion_key_is_used_are_all_tied(visit: Visit) -> None:
    visit.type("One")
    visit.key(Qt.Key.Key_Return)
    visit.type("Two")
    visit.key(Qt.Key.Key_A, modifier=Qt.KeyboardModifier.ControlModifier)
    visit.view.narrative.ask_criterion()
    visit.type("R1.1")
    visit.key(Qt.Key.Key_Return)
    assert [(p.text, p.criteria) for p in visit.view.narrative.paragraphs()] == [
        ("One", (visit.ref("R1.1"),)),
        ("Two", (visit.ref("R1.1"),)),
    ]


def test_chip_when_backspace_is_pressed_goes_like_a_letter_and_undo_brings_it_back(visit: Visit) -> None:
    visit.type("Seen #R2.3 ")
    visit.key(Qt.Key.Key_End)
    visit.key(Qt.Key.Key_Backspace)
    assert visit.view.narrative.paragraphs()[0].criteria == ()
    visit.key(Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    assert visit.view.narrative.paragraphs()[0].criteria == (visit.ref("R2.3"),)


def test_typing_after_chips_goes_before_them(visit: Visit) -> None:
    visit.type("Seen #R2.3 ")
    visit.key(Qt.Key.Key_End)
    visit.type("again")
    assert visit.view.narrative.paragraphs()[0].text == "Seen again"
    assert visit.view.narrative.document().firstBlock().text().endswith("\ufffc")


def test_two_paragraphs_when_joined_keep_every_chip_at_the_end(visit: Visit) -> None:
    visit.type("One #R1.1 ")
    visit.key(Qt.Key.Key_Return)
    visit.type("Two #R1.2 ")
    visit.key(Qt.Key.Key_Home)
    visit.key(Qt.Key.Key_Backspace)
    (paragraph,) = visit.view.narrative.paragraphs()
    assert paragraph.criteria == (visit.ref("R1.1"), visit.ref("R1.2"))
    assert visit.view.narrative.document().firstBlock().text().count("\ufffc") == 2
    assert visit.view.narrative.document().firstBlock().text().endswith("\ufffc\ufffc")


def test_paste_when_rich_comes_in_as_plain_paragraphs_with_times(visit: Visit) -> None:
    QApplication.clipboard().setText("First line\nSecond line")
    visit.view.narrative.paste()
    assert [p.text for p in visit.view.narrative.paragraphs()] == ["First line", "Second line"]
    assert all(p.time for p in visit.view.narrative.paragraphs())


def test_time_key_when_paragraph_has_one_lets_it_be_changed(visit: Visit) -> None:
    visit.type("Seen")
    visit.view.narrative.stamp_time()
    editor = visit.view.narrative._time_edit
    assert editor is not None
    visit.qtbot.keyClicks(editor, "9.05")
    visit.key(Qt.Key.Key_Return, editor)
    assert visit.view.narrative.paragraphs()[0].time == "09:05"


def test_typing_when_it_pauses_is_kept_and_survives_a_restart(visit: Visit, desk: Desk) -> None:
    visit.type("Nothing of this may be lost #R1.1 ")
    assert visit.view.saved.words == "Saving"
    visit.kept()
    visit.page.jobs.wait_and_stop()
    desk.restart()
    assert visit.stored().paragraphs[0].text == "Nothing of this may be lost"
    visit.show()
    assert visit.view.narrative.paragraphs()[0].criteria == (visit.ref("R1.1"),)


def test_typing_when_it_cannot_be_kept_says_so_and_is_tried_again(
    visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_ports: object, _visit: Observation) -> None:
        raise KnownError("The disk is full.", advice="Make room.", code="disk-full")

    with monkeypatch.context() as full:
        full.setattr(presenter, "keep_draft", refuse)
        full.setattr(presenter, "RETRY_MS", 10)
        visit.type("Still here")
        visit.qtbot.waitUntil(lambda: visit.view.saved.words == "Not saved")
        assert "still on this page" in visit.view.saved.accessibleName()
    visit.kept()
    assert visit.stored().paragraphs[0].text == "Still here"


def test_side_panel_when_its_key_is_pressed_starts_with_the_first_thing_to_do(qtbot: QtBot) -> None:
    view = sample.observation()
    qtbot.addWidget(view)
    view.resize(940, 700)
    view.show()
    view.activateWindow()
    settle(view)
    assert not view.side.isVisible()
    view.narrative.setFocus()
    qtbot.waitUntil(view.narrative.hasFocus)
    qtbot.keyClick(view.narrative, Qt.Key.Key_F6)
    focused = QApplication.focusWidget()
    assert view.side.isVisible()
    assert focused is not None
    assert focused.accessibleName().startswith("Ask now: Three people")
    qtbot.keyClick(focused, Qt.Key.Key_Escape)
    assert not view.side.isVisible()
    assert view.narrative.hasFocus()


def test_leaving_when_something_was_typed_makes_it_the_record(visit: Visit) -> None:
    visit.type("Seen #R1.1 ")
    visit.presenter.leave()
    visit.qtbot.waitUntil(lambda: not visit.page.jobs.is_busy)
    with visit.opened.ports.store.reading() as records:
        assert records.observation(visit.id).paragraphs[0].text == "Seen"
        assert records.evidence_of(visit.candidate)[0].ties[0].criterion == visit.ref("R1.1")


def test_details_when_edited_are_kept(visit: Visit) -> None:
    visit.view._on_tool("details")
    visit.qtbot.keyClicks(visit.view.details.others.editor, "Mr Feeney")
    visit.qtbot.keyClicks(visit.view.details.end.editor, "1305")
    visit.kept()
    assert (visit.stored().others_present, visit.stored().end) == ("Mr Feeney", "13:05")
    assert not visit.view.details.simulation.isVisible()


def test_mark_when_key_is_pressed_is_a_decision_and_undo_another(visit: Visit) -> None:
    tree = visit.view.panel.tree
    tree.setFocus()
    tree.highlight(visit.ref("R2.5"))
    visit.key(Qt.Key.Key_M, tree)
    visit.qtbot.waitUntil(lambda: bool(visit.page.said) and not visit.page.jobs.is_busy)
    text, undo = visit.page.said[-1]
    assert text == "met"
    assert undo is not None
    undo()
    visit.qtbot.waitUntil(lambda: not visit.page.jobs.is_busy)
    assert visit.decisions(visit.r.id) == [("2.5", Verdict.MET, ""), ("2.5", Verdict.OPEN, "")]


def test_ask_when_a_question_is_noted_can_be_asked_now_and_answered(visit: Visit) -> None:
    tree = visit.view.panel.tree
    tree.setFocus()
    tree.highlight(visit.ref("R2.7"))
    visit.key(Qt.Key.Key_A, tree)
    visit.qtbot.keyClicks(visit.view.panel.question.editor, "What did you change?")
    visit.key(Qt.Key.Key_Return, visit.view.panel.question.editor)
    visit.qtbot.waitUntil(lambda: bool(visit.view.side._shown and visit.view.side._shown.asks))
    assert visit.view.side._shown is not None
    card = visit.view.side._shown.asks[0]
    assert (card.question, card.refs) == ("What did you change?", (visit.ref("R2.7"),))
    visit.view.side.ask_now.emit(card)
    question = visit.view.questions._cards[0]
    visit.qtbot.keyClicks(question.answer.editor, "The rota")
    visit.qtbot.waitUntil(lambda: not visit.view.side._shown.asks)  # type: ignore[union-attr]
    question.result.set_choice("met")
    question._on_result("met")
    visit.qtbot.waitUntil(lambda: len(visit.decisions(visit.r.id)) == 2)
    assert visit.decisions(visit.r.id)[-1][1] is Verdict.MET
    visit.kept()
    stored = visit.stored().questions[0]
    assert (stored.question, stored.answer, stored.criteria) == ("What did you change?", "The rota", card.refs)


def test_tie_in_tree_when_enter_is_pressed_marks_the_paragraph_and_the_state(visit: Visit) -> None:
    visit.type("Seen")
    tree = visit.view.panel.tree
    tree.setFocus()
    tree.highlight(visit.ref("R2.5"))
    visit.key(Qt.Key.Key_Return, tree)
    visit.qtbot.waitUntil(lambda: visit.ref("R2.5") in tree.content.here)
    assert visit.view.narrative.paragraphs()[0].criteria == (visit.ref("R2.5"),)
    visit.key(Qt.Key.Key_Return, tree)
    assert visit.view.narrative.paragraphs()[0].criteria == ()


def test_picture_when_given_is_kept_without_what_was_written_about_it(visit: Visit, tmp_path: Path) -> None:
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    image.setText("GPS", "52.36 N 2.72 W")
    path = tmp_path / "counter.png"
    assert image.save(str(path))
    visit.view.files_given.emit([path])
    visit.qtbot.waitUntil(lambda: bool(visit.page.said) and not visit.page.jobs.is_busy)
    with visit.opened.ports.store.reading() as records:
        (item,) = records.evidence_of(visit.candidate)
    assert item.file is not None
    assert (item.title, item.file.media_type) == ("counter", "image/jpeg")
    kept = visit.opened.ports.files.read(item.file.sha256)
    assert b"52.36" not in kept
    assert b"52.36" in path.read_bytes()
    visit.qtbot.waitUntil(lambda: bool(visit.view.side._shown and visit.view.side._shown.evidence[0].picture))
    visit.view.evidence_asked.emit(item.id)
    visit.qtbot.keyClicks(visit.view.evidence.shows.editor, "Nobody")
    visit.view.show_text()
    visit.presenter.leave()
    visit.qtbot.waitUntil(lambda: not visit.page.jobs.is_busy)
    with visit.opened.ports.store.reading() as records:
        assert records.evidence_of(visit.candidate)[0].shows == "Nobody"


def test_file_that_is_no_picture_when_it_says_so_is_refused_in_words(visit: Visit, tmp_path: Path) -> None:
    path = tmp_path / "broken.jpg"
    path.write_bytes(b"not a picture")
    visit.view.files_given.emit([path])
    visit.qtbot.waitUntil(lambda: bool(visit.page.troubles))
    assert visit.page.troubles[0].code == "picture-unread"


def test_finish_when_something_is_written_goes_to_sign_off_and_stays_finished(visit: Visit) -> None:
    visit.type("Seen #R1.1 ")
    visit.view.header.finish.click()
    visit.qtbot.waitUntil(lambda: bool(visit.page.goals))
    assert visit.page.goals[-1] == Goal(page=Page.SIGN_OFF, subject=visit.id, detail="observation")
    visit.presenter.leave()
    visit.qtbot.waitUntil(lambda: not visit.page.jobs.is_busy)
    assert visit.stored().finished


def test_finish_when_nothing_is_written_says_so(visit: Visit) -> None:
    visit.view.header.finish.click()
    visit.qtbot.waitUntil(lambda: bool(visit.page.troubles))
    assert visit.page.troubles[0].code == "empty-visit"


def test_visit_when_sealed_is_read_only_with_the_reason(visit: Visit) -> None:
    visit.type("Seen #R1.1 ")
    visit.presenter.leave()
    visit.qtbot.waitUntil(lambda: not visit.page.jobs.is_busy)
    finish_observation(visit.opened.ports, visit.stored())
    sheet = freeze_observation(visit.opened.ports, visit.id)
    visit.open()
    visit.qtbot.waitUntil(lambda: visit.view.is_locked)
    assert visit.view._unlock.isVisible()
    sheet = sign(visit.opened, sheet, Role.CANDIDATE)
    sign(visit.opened, sheet, Role.ASSESSOR)
    visit.open()
    visit.qtbot.waitUntil(lambda: "was signed on" in visit.view._notice.text)
    assert not visit.view._unlock.isVisible()
    before = visit.view.narrative.paragraphs()
    visit.type("more")
    assert visit.view.narrative.paragraphs() == before
    visit.view._open_signed.click()
    assert visit.page.goals[-1] == Goal(page=Page.PREVIEW, subject=sheet.document_id)


@pytest.mark.parametrize(("width", "height"), [(1282, 768), (940, 700), (1836, 1080)])
@pytest.mark.parametrize("page", range(4))
def test_view_at_every_size_cuts_nothing_and_names_everything(qtbot: QtBot, width: int, height: int, page: int) -> None:
    view = sample.observation()
    qtbot.addWidget(view)
    view.resize(width, height)
    view.questions.ask("What did you change?", sample.refs("R2.7 O4.3"))
    view.show()
    view._show_page(page)
    settle(view)
    assert clipped(view) == []
    assert nameless(view) == []
    assert small_targets(view) == []


def test_view_at_double_text_size_cuts_nothing(qtbot: QtBot, the_look: ThemeController) -> None:
    view = sample.observation()
    qtbot.addWidget(view)
    view.resize(1302, 768)
    view.show()
    the_look.set_scale(2.0)
    qtbot.waitUntil(lambda: view.strip.isVisible())
    settle(view)
    assert clipped(view) == []


def test_typing_while_the_visit_is_still_being_read_stands_at_its_end(visit: Visit, desk: Desk) -> None:
    visit.type("First words.")
    visit.kept()
    visit.presenter.leave()
    visit.qtbot.waitUntil(lambda: not visit.page.jobs.is_busy)
    visit.presenter.open(Goal(page=Page.OBSERVATION, subject=visit.id))
    visit.type(" And more")
    assert "And more" not in visit.view.narrative.toPlainText()
    visit.qtbot.waitUntil(lambda: "And more" in visit.view.narrative.toPlainText())
    visit.kept()
    assert [p.text.strip() for p in visit.stored().paragraphs] == ["First words. And more"]


def test_typing_while_another_visit_is_being_read_never_goes_into_the_one_before(visit: Visit, desk: Desk) -> None:
    visit.type("Of the first.")
    visit.kept()
    first, other = visit.id, start_observation(desk.ports, visit.candidate, "Evening").id
    visit.id = other
    visit.presenter.open(Goal(page=Page.OBSERVATION, subject=other))
    visit.type("Of the second.")
    visit.qtbot.waitUntil(lambda: visit.view.narrative.toPlainText().strip() == "Of the second.")
    visit.kept()
    assert [p.text.strip() for p in visit.stored().paragraphs] == ["Of the second."]
    assert [p.text.strip() for p in open_observation(desk.ports, first).paragraphs] == ["Of the first."]
