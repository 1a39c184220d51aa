"""Proofing a unit that was read: choosing, doubts, corrections by key, source and result, review, adding."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QFileDialog, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from assessor_app.domain.errors import KnownError
from assessor_app.domain.reading import FieldName, Reading
from assessor_app.domain.units import ManagerRule, RecordForm
from assessor_app.gui.desk import GivenDocument, Goal, Page
from assessor_app.gui.pages.unit_proof.marks import paint_mark, paper
from assessor_app.gui.pages.unit_proof.model import Mark, RowKind, Spot
from assessor_app.gui.pages.unit_proof.view import Part, UnitProofView
from assessor_app.gui.pages.unit_proof.work import TYPED_BODY
from assessor_app.gui.theme.tokens import Token
from assessor_app.usecases.proof_unit import proofs
from tests.desk import OPERATIONS, Desk, Documents, add_candidate, enrolment_of
from tests.gui.test_theme import PART, TEXT, THEMES, contrast
from tests.gui.unit_proof_page import (
    ALT,
    CTRL,
    ENVIRONMENT_TEXT,
    EXPECTATIONS_TEXT,
    OPERATIONS_TEXT,
    RELIABLE_TEXT,
    SHIFT,
    ProofPage,
    bread_docx,
    bread_pdf,
)

Key = Qt.Key


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> Iterator[ProofPage]:
    opened = ProofPage(qtbot, desk)
    yield opened
    opened.close()


# reading and choosing


def test_document_with_one_unit_goes_straight_to_its_proof(page: ProofPage) -> None:
    page.read(ENVIRONMENT_TEXT)
    assert page.view.part is Part.PROOF
    assert len(page.numbers) == 16
    assert page.view.proof.doubts.text() == f"{len(page.unit.doubts)} open doubts"
    assert page.view.proof.rows.hasFocus()


def test_several_documents_give_a_list_with_refusals_in_words(page: ProofPage, tmp_path: Path) -> None:
    letter, broken = tmp_path / "letter.txt", tmp_path / "broken.pdf"
    letter.write_text("Dear all, the meeting is at noon.")
    broken.write_bytes(b"%PDF-1.7 and nothing more")
    page.read(EXPECTATIONS_TEXT, letter, broken, OPERATIONS_TEXT)
    assert page.view.part is Part.FOUND
    assert "letter.txt gave no unit No unit was found" in page.refusals
    assert "broken.pdf gave no unit The PDF is damaged" in page.refusals
    assert [b.accessibleName() for b in page.view.found.buttons] == [
        "Proof: Customer expectations of customer service",
        "Proof: Customer Service Operations",
    ]
    page.press(Key.Key_Return)
    assert page.view.part is Part.PROOF
    assert page.unit.value(FieldName.REFERENCE) == "R/504/6242"


def test_missing_and_oversized_files_are_refused_in_words(page: ProofPage, tmp_path: Path) -> None:
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        file.truncate(60_000_001)
    page.read(tmp_path / "gone.txt", large)
    assert "cannot be read from the disk" in page.refusals
    assert "larger than 60 MB" in page.refusals
    assert proofs(page.opened.ports) == ()


class _Waits(Documents):
    """A reader that reports and waits until it is told to stop."""

    def __init__(self) -> None:
        self.begun = threading.Event()

    def read_document(
        self, data: bytes, name: str, *, progress: Callable[[int, int], None], cancelled: Callable[[], bool]
    ) -> Reading:
        progress(3, 10)
        self.begun.set()
        while not cancelled():
            threading.Event().wait(0.005)
        raise KnownError("Reading was stopped.", advice="Start it again.", code="cancelled")


def slow_page(page: ProofPage) -> _Waits:
    reader = _Waits()
    object.__setattr__(page.opened.ports, "documents", reader)
    return reader


def test_cancel_while_reading_stops_it_and_adds_nothing(page: ProofPage, qtbot: QtBot) -> None:
    reader = slow_page(page)
    document = GivenDocument(name="a.txt", path=ENVIRONMENT_TEXT)
    page.presenter.open(Goal(page=Page.UNIT_PROOF, documents=(document,)))
    assert page.view.part is Part.READING
    assert not page.view.reading.cancel.isVisible()
    qtbot.waitUntil(page.view.reading.cancel.isVisible)
    assert reader.begun.is_set()
    qtbot.waitUntil(lambda: page.view.reading.bar.percent == 30)
    page.press(Key.Key_Escape)
    assert page.page_desk.goals == [Goal(page=Page.UNITS)]
    assert "stopped" in page.page_desk.said[0][0]
    assert proofs(page.opened.ports) == ()


def test_leaving_while_reading_stops_it_and_goes_nowhere_by_itself(page: ProofPage) -> None:
    reader = slow_page(page)
    page.presenter.open(Goal(page=Page.UNIT_PROOF, documents=(GivenDocument(name="a.txt", path=ENVIRONMENT_TEXT),)))
    page.qtbot.waitUntil(reader.begun.is_set)
    page.presenter.leave()
    page.idle()
    assert page.page_desk.goals == []
    assert page.page_desk.said == []


# doubts


def test_f8_goes_from_doubt_to_doubt_and_round(page: ProofPage) -> None:
    page.read(ENVIRONMENT_TEXT)
    labels = []
    doubted = [r.label for r in page.view.proof.rows.content.rows if r.doubts]
    assert page.current.label == doubted[0] == "Title"  # it has none, and the first step leads on
    for _ in doubted:
        page.press(Key.Key_F8)
        labels.append(page.current.label)
    assert labels == [*doubted[1:], doubted[0]]
    page.press(Key.Key_F8)
    assert page.current.label == labels[0]
    page.press(Key.Key_F8, SHIFT)
    assert page.current.label == labels[-1]


def test_f8_while_a_text_is_edited_keeps_it_and_goes_on(page: ProofPage) -> None:
    page.read(ENVIRONMENT_TEXT)
    page.go_to(0, 0)
    page.press(Key.Key_Return)
    page.write(" and so on")
    page.press(Key.Key_F8)
    assert page.view.proof.rows.editor is None
    assert page.unit.criteria[0].text.endswith("tool and so on")
    assert page.current.label == "1.2"


def test_settled_doubts_are_counted_down_to_none_and_come_back_with_undo(page: ProofPage) -> None:
    page.read(OPERATIONS_TEXT)
    count = len(page.unit.doubts)
    assert count
    for left in range(count - 1, -1, -1):
        page.press(Key.Key_F8)
        page.press(Key.Key_D)
        assert len(page.unit.doubts) == left
    assert page.view.proof.doubts.text() == "No doubt"
    assert not page.view.proof.next.is_available
    for _ in range(count):
        page.press(Key.Key_Z, CTRL)
    assert len(page.unit.doubts) == count


# source and result


def test_moving_in_the_result_shows_the_place_in_the_source(page: ProofPage) -> None:
    page.read(ENVIRONMENT_TEXT)
    source = page.view.proof.source.lines
    for _ in range(30):
        page.press(Key.Key_Down)
        pieces = page.current.pieces
        if pieces:
            spots = [source.spot_of(p) for p in pieces]
            tops = [s.top() for s in spots if s is not None]
            assert any(0 <= top < source.viewport().height() for top in tops), page.current.label
    assert source.verticalScrollBar().value() > 0


def test_click_in_the_source_selects_what_came_from_there(page: ProofPage) -> None:
    page.read(ENVIRONMENT_TEXT)
    page.go_to(0, 3)
    wanted = page.current
    page.go_to(0, 0)
    page.press(Key.Key_F6)
    page.click_source(wanted.pieces[0])
    assert page.current == wanted
    assert page.view.proof.rows.hasFocus()
    unused = next(
        p
        for p in page.presenter._work.readings[0][0].pages[0].pieces
        if p.id not in {i for r in page.view.proof.rows.content.rows for i in r.pieces}
        and (spot := page.view.proof.source.lines.spot_of(p.id)) is not None
        and 0 < spot.top() < 500
    )
    page.click_source(unused.id)
    assert page.current == wanted
    assert "Nothing of the unit" in page.view.proof.hint.text()


def test_pdf_is_shown_as_its_page_and_answers_clicks(page: ProofPage, tmp_path: Path) -> None:
    path = tmp_path / "bread.pdf"
    path.write_bytes(bread_pdf())
    page.read(path)
    assert page.numbers == ["1.1", "1.2", "2.1", "2.2"]
    source = page.view.proof.source.pages
    assert source.page_count == 1
    page.go_to(1, 0)
    wanted = page.current
    page.go_to(0, 0)
    page.click_source(wanted.pieces[0])
    assert page.current.label == "2.1"
    spot = source.spot_of(wanted.pieces[0])
    assert spot is not None
    page.idle()
    picture = source.viewport().grab().toImage()
    above = picture.pixelColor(round(spot.left() + 20), round(spot.top() - 3))
    assert above.blue() - above.red() > 60, "the frame of the current piece is not drawn"


def test_word_document_is_shown_as_its_tables_with_the_cells_marked(page: ProofPage, tmp_path: Path) -> None:
    path = tmp_path / "bread.docx"
    path.write_bytes(bread_docx())
    page.read(path)
    assert page.numbers == ["1.1", "1.2", "2.1", "2.2"]
    page.go_to(1, 1)
    wanted = page.current
    page.go_to(0, 0)
    page.click_source(wanted.pieces[0])
    assert page.current.text == "Explain why dough rests"
    source = page.view.proof.source.lines
    outcome = source.spot_of(page.unit.outcomes[0].pieces[0])
    criterion = source.spot_of(page.unit.criteria[0].pieces[0])
    assert outcome is not None
    assert criterion is not None
    assert outcome.right() <= criterion.left(), "the columns of the table run into each other"


def test_narrow_page_shows_one_side_and_f6_and_clicks_change_it(page: ProofPage) -> None:
    page.read(ENVIRONMENT_TEXT)
    page.view.resize(760, 700)
    proof = page.view.proof
    assert proof.rows.isVisible()
    assert not proof.source.isVisible()
    page.go_to(0, 3)
    wanted = page.current
    page.press(Key.Key_F6)
    assert proof.source.isVisible()
    assert not proof.rows.isVisible()
    page.click_source(wanted.pieces[0])
    assert proof.rows.isVisible()
    assert page.current == wanted


def test_f6_changes_between_source_and_result(page: ProofPage) -> None:
    page.read(ENVIRONMENT_TEXT)
    page.press(Key.Key_F6)
    assert page.view.proof.source.lines.hasFocus()
    page.press(Key.Key_F6)
    assert page.view.proof.rows.hasFocus()


# corrections


def test_every_correction_by_key_and_undo_back_to_what_was_read(page: ProofPage) -> None:
    page.read(OPERATIONS_TEXT)
    read = page.unit
    first = [c.text for c in read.outcomes[0].criteria]
    page.go_to(0, 0)
    page.press(Key.Key_J)
    assert page.unit.criteria[0].text == f"{first[0]} {first[1]}"
    assert len(page.numbers) == len(read.criteria) - 1
    page.press(Key.Key_S)
    page.press(Key.Key_Home, CTRL)
    for _ in range(len(first[0]) + 1):
        page.qtbot.keyClick(page.focused(), Key.Key_Right)
    page.press(Key.Key_Return)
    assert [c.text for c in page.unit.outcomes[0].criteria] == first
    assert page.current.label == "1.2"
    page.press(Key.Key_Up, ALT)
    assert [c.text for c in page.unit.outcomes[0].criteria][:2] == [first[1], first[0]]
    page.press(Key.Key_Down, ALT)
    assert [c.text for c in page.unit.outcomes[0].criteria] == first
    page.press(Key.Key_R)
    page.write("1.20")
    page.press(Key.Key_Return)
    assert page.numbers[1] == "1.20"
    page.press(Key.Key_3)
    assert page.unit.criteria[0].guidance == first[1]
    assert page.current.spot.kind is RowKind.GUIDANCE
    page.press(Key.Key_2)
    assert page.unit.criteria[1].text == first[1]
    page.press(Key.Key_1)
    assert [o.text for o in page.unit.outcomes][1] == first[1]
    page.press(Key.Key_2)
    assert page.unit.outcomes[0].criteria[1].text == first[1]
    page.press(Key.Key_Delete)
    assert first[1] not in [c.text for c in page.unit.criteria]
    page.press(Key.Key_Insert)
    page.write("Say what was missed")
    page.press(Key.Key_Return)
    assert page.current.text == "Say what was missed"
    page.press(Key.Key_Return)
    page.write(", in words")
    page.press(Key.Key_Return)
    assert page.current.text == "Say what was missed, in words"
    edited = page.unit
    steps = 0
    while page.view.proof.undo.isEnabled():
        page.press(Key.Key_Z, CTRL)
        steps += 1
    assert page.unit == read
    for _ in range(steps):
        page.press(Key.Key_Y, CTRL)
    assert page.unit == edited


def test_escape_leaves_a_text_as_it_was_and_an_empty_new_criterion_goes(page: ProofPage) -> None:
    page.read(OPERATIONS_TEXT)
    read = page.unit
    page.go_to(0, 0)
    page.press(Key.Key_Return)
    page.write("xyz")
    page.press(Key.Key_Escape)
    assert page.unit == read
    page.press(Key.Key_Insert)
    assert isinstance(page.focused(), QPlainTextEdit)
    page.press(Key.Key_Escape)
    assert page.unit == read
    page.press(Key.Key_Insert)
    page.press(Key.Key_Return)
    assert page.unit == read
    assert page.view.proof.rows.hasFocus()


def test_key_that_makes_no_sense_says_why_and_changes_nothing(page: ProofPage) -> None:
    page.read(OPERATIONS_TEXT)
    read = page.unit
    page.view.proof.rows.go_to(Spot(kind=RowKind.FIELD, field=FieldName.TITLE))
    for key, words in (
        (Key.Key_S, "Only a criterion can be split"),
        (Key.Key_J, "Only a criterion can be joined"),
        (Key.Key_R, "have numbers"),
        (Key.Key_D, "no doubt on this row"),
        (Key.Key_Insert, "Go to the outcome"),
    ):
        page.press(key)
        assert words in page.view.proof.hint.text()
    page.go_to(0, len(read.outcomes[0].criteria) - 1)
    page.press(Key.Key_J)
    assert "no criterion behind" in page.view.proof.hint.text()
    assert page.unit == read


def test_expiry_that_is_no_date_is_refused_in_words(page: ProofPage) -> None:
    page.read(OPERATIONS_TEXT)
    page.view.proof.rows.go_to(Spot(kind=RowKind.FIELD, field=FieldName.EXPIRY))
    for typed, kept in (("soon", None), ("31/12/2029", "2029-12-31")):
        page.press(Key.Key_Return)
        page.press(Key.Key_A, CTRL)
        page.write(typed)
        page.press(Key.Key_Return)
        assert page.unit.value(FieldName.EXPIRY) == kept
        assert ("is not a date" in page.view.proof.hint.text()) is (kept is None)
    assert page.current.text == "31/12/2029"


# keeping


def test_proofing_survives_leaving_and_a_restart(qtbot: QtBot, desk: Desk) -> None:
    first = ProofPage(qtbot, desk)
    first.read(ENVIRONMENT_TEXT)
    first.go_to(0, 0)
    first.press(Key.Key_J)
    first.press(Key.Key_Return)
    first.write(" and more")
    first.close()
    assert first.unit.criteria[0].text.endswith("and more")
    desk.restart()
    again = ProofPage(qtbot, desk)
    (proof,) = proofs(desk.ports)
    again.presenter.open(Goal(page=Page.UNIT_PROOF, subject=proof.id))
    again.idle()
    assert again.view.part is Part.PROOF
    assert again.unit == first.unit
    again.close()


def again_after_a_crash(page: ProofPage) -> ProofPage:
    """The page of a program that was started again; the one before kept nothing more."""
    page.qtbot.waitUntil(lambda: not page.presenter._pending.waits)
    page.idle()
    page.presenter.leave = lambda: None  # type: ignore[method-assign]
    page.close()
    page.opened.restart()
    again = ProofPage(page.qtbot, page.opened)
    (proof,) = proofs(page.opened.ports)
    again.presenter.open(Goal(page=Page.UNIT_PROOF, subject=proof.id))
    again.idle()
    return again


def test_words_not_yet_entered_survive_a_crash(qtbot: QtBot, desk: Desk) -> None:
    first = ProofPage(qtbot, desk)
    first.read(ENVIRONMENT_TEXT)
    first.go_to(0, 0)
    before = first.unit.criteria[0].text
    first.press(Key.Key_Return)
    first.write(" and this too")
    again = again_after_a_crash(first)
    assert again.unit.criteria[0].text == f"{before} and this too"
    again.close()


def test_words_given_up_with_escape_do_not_come_back(qtbot: QtBot, desk: Desk) -> None:
    first = ProofPage(qtbot, desk)
    first.read(ENVIRONMENT_TEXT)
    first.go_to(0, 0)
    before = first.unit
    first.press(Key.Key_Return)
    first.write(" and this too")
    qtbot.waitUntil(lambda: not first.presenter._pending.waits)
    first.press(Key.Key_Escape)
    again = again_after_a_crash(first)
    assert again.unit == before
    again.close()


def test_refused_text_stays_in_its_editor(page: ProofPage) -> None:
    page.read(ENVIRONMENT_TEXT)
    page.go_to(0, 0)
    page.press(Key.Key_R)
    page.write("1.x")
    page.press(Key.Key_Return)
    assert "looks like" in page.view.proof.hint.text()
    assert isinstance(page.focused(), QPlainTextEdit)
    assert page.focused().toPlainText() == "1.x"  # type: ignore[attr-defined]
    page.press(Key.Key_Escape)
    assert page.numbers[0] == "1.1"


def test_back_on_a_page_that_read_documents_reads_nothing_twice(page: ProofPage) -> None:
    goal = Goal(page=Page.UNIT_PROOF, documents=(GivenDocument(name="a.txt", path=ENVIRONMENT_TEXT),))
    page.presenter.open(goal)
    page.idle()
    page.go_to(0, 0)
    page.press(Key.Key_J)
    edited = page.unit
    page.presenter.leave()
    page.presenter.open(goal)
    page.idle()
    assert page.unit == edited
    assert page.view.proof.undo.isEnabled()
    assert len(proofs(page.opened.ports)) == 1


def test_same_file_given_again_is_read_again(page: ProofPage, tmp_path: Path) -> None:
    path = tmp_path / "unit.txt"
    path.write_bytes(OPERATIONS_TEXT.read_bytes())
    page.read(path)
    assert len(page.numbers) == 23
    path.write_bytes(EXPECTATIONS_TEXT.read_bytes())
    page.read(path)
    assert len(page.numbers) == 10
    assert len(proofs(page.opened.ports)) == 2


# review and adding


def give(page: ProofPage, name: FieldName, words: str) -> None:
    page.view.proof.rows.go_to(Spot(kind=RowKind.FIELD, field=name))
    page.view.proof.rows.setFocus()
    page.press(Key.Key_Return)
    page.write(words)
    page.press(Key.Key_Return)


def test_unit_without_a_title_cannot_be_added_until_one_is_given(page: ProofPage) -> None:
    page.read(ENVIRONMENT_TEXT)
    doubts = tuple(doubt for doubt in page.unit.doubts if doubt.where != "title")  # that one goes with the title
    page.press(Key.Key_Return, CTRL)
    assert page.view.part is Part.REVIEW
    assert page.view.review.add.toolTip().startswith("The unit has no title.")
    before = page.units()
    page.press(Key.Key_Return, CTRL)
    assert page.units() == before
    page.press(Key.Key_Escape)
    assert page.current.label == "Title"
    give(page, FieldName.TITLE, "The customer service environment, again")
    page.press(Key.Key_Return, CTRL)
    assert page.view.review.add.label == f"Add the unit, {len(doubts)} doubts stay"
    page.press(Key.Key_Return, CTRL)
    (added,) = set(page.units()) - set(before)
    assert added.title == "The customer service environment, again"
    assert added.title_source == "typed when the unit was added"
    assert added.doubts == doubts
    assert added.regime is None
    assert [proof.is_finished for proof in proofs(page.opened.ports)] == [True]
    assert page.page_desk.goals == [Goal(page=Page.UNITS, detail=added.key)]


def test_doubts_taken_along_are_settled_beside_the_source_later(page: ProofPage) -> None:
    page.read(ENVIRONMENT_TEXT)
    give(page, FieldName.TITLE, "The customer service environment, again")
    page.press(Key.Key_Return, CTRL)
    page.press(Key.Key_Return, CTRL)
    added = next(u for u in page.units() if u.title == "The customer service environment, again")
    assert added.doubts
    (proof,) = proofs(page.opened.ports)
    page.presenter.open(Goal(page=Page.UNIT_PROOF, subject=proof.id, detail=added.key))
    page.idle()
    assert page.view.part is Part.PROOF
    for _ in added.doubts:
        page.press(Key.Key_F8)
        page.press(Key.Key_D)
    page.press(Key.Key_Return, CTRL)
    assert page.view.review.add.label == "Make the new edition"
    page.press(Key.Key_Return, CTRL)
    settled = next(u for u in page.units() if u.key == added.key)
    assert settled.doubts == ()
    assert settled.criteria == added.criteria
    assert [p.is_finished for p in proofs(page.opened.ports)] == [True]


def test_regime_that_the_document_states_is_there_with_its_words_and_can_be_undone(page: ProofPage) -> None:
    page.read(RELIABLE_TEXT)
    page.press(Key.Key_Return, CTRL)
    review = page.view.review
    assert (review.form.choice, review.manager.choice) == ("ERS", "WHEN_EXTERNAL")
    assert review.quality.choice == "VERIFIED"
    assert "line manager or the owner/manager to sign and date" in review._source.text()
    stated = page.unit.regime
    review.form.set_choice("")
    review.form.chosen.emit("")
    assert page.unit.regime is None
    assert not review.manager.isVisible()
    review.form.set_choice("ERS")
    review.manager.set_choice("WHEN_EXTERNAL")
    review.quality.set_choice("VERIFIED")
    review.form.chosen.emit("ERS")
    assert page.unit.regime == stated
    review.manager.set_choice("ALWAYS")
    review.manager.chosen.emit("ALWAYS")
    chosen = page.unit.regime
    assert chosen is not None
    assert (chosen.record_form, chosen.manager_signature) == (RecordForm.ERS, ManagerRule.ALWAYS)
    assert chosen.source == "decided when the unit was added"


def test_known_unit_shows_what_differs_and_records_stay_with_their_edition(page: ProofPage) -> None:
    candidate = add_candidate(page.opened, OPERATIONS)
    page.read(OPERATIONS_TEXT)
    page.press(Key.Key_Return, CTRL)
    assert "Nothing differs" in page.view.review.add.toolTip()
    page.press(Key.Key_Escape)
    page.go_to(0, 1)
    page.press(Key.Key_Delete)
    page.press(Key.Key_Return, CTRL)
    assert page.view.review.add.label.startswith("Make the new edition")
    before = page.units()
    page.press(Key.Key_Return, CTRL)
    after = page.units()
    assert len(after) == len(before)
    edition = next(u for u in after if u.key == OPERATIONS.key)
    assert len(edition.criteria) == len(OPERATIONS.criteria) - 1
    assert enrolment_of(page.opened, candidate, OPERATIONS).unit == OPERATIONS


def test_several_units_are_added_one_by_one_and_the_list_says_which(page: ProofPage, tmp_path: Path) -> None:
    path = tmp_path / "bread.pdf"
    path.write_bytes(bread_pdf())
    page.read(path, EXPECTATIONS_TEXT)
    assert page.view.part is Part.FOUND
    page.press(Key.Key_Return)
    if page.unit.value(FieldName.AWARDING_BODY) is None:
        give(page, FieldName.AWARDING_BODY, "Calder Valley Awards")
    page.press(Key.Key_Return, CTRL)
    page.press(Key.Key_Return, CTRL)
    assert page.view.part is Part.FOUND
    assert [b.label for b in page.view.found.buttons] == ["Look again", "Proof"]
    assert any(u.title == "Bake bread for a small shop" for u in page.units())
    assert len(proofs(page.opened.ports)) == 1
    page.view.found.buttons[1].setFocus()
    page.press(Key.Key_Return)
    assert page.unit.value(FieldName.REFERENCE) == "R/504/6242"


def test_awarding_body_typed_once_is_there_with_a_doubt_in_the_next_unit(page: ProofPage, tmp_path: Path) -> None:
    path = tmp_path / "handbook.txt"
    path.write_text(
        "Unit title: Bake bread\nLevel: 2\nCredit value: 3\n\n"
        "1 Be able to prepare dough\n1.1 Weigh flour, water and salt\n1.2 Mix and knead the dough\n"
        "2 Know how bread rises\n2.1 Describe what yeast needs\n2.2 Explain why dough rests\n\n"
        "Unit title: Sell bread\nLevel: 1\nCredit value: 2\n\n"
        "1 Be able to serve at a counter\n1.1 Greet each person who comes in\n1.2 Wrap and hand over the loaf\n"
        "2 Know what is for sale\n2.1 Name the loaves on the shelf\n2.2 State the price of each loaf\n",
        encoding="utf-8",
    )
    page.read(path)
    assert page.view.part is Part.FOUND
    page.press(Key.Key_Return)
    assert page.unit.value(FieldName.AWARDING_BODY) is None
    give(page, FieldName.AWARDING_BODY, "Calder Valley Awards")
    page.press(Key.Key_Return, CTRL)
    page.press(Key.Key_Return, CTRL)
    page.view.found.buttons[1].setFocus()
    page.press(Key.Key_Return)
    assert page.unit.value(FieldName.AWARDING_BODY) == "Calder Valley Awards"
    assert [d.reason for d in page.unit.doubts_about("awarding_body")] == [TYPED_BODY]


# unit files


def test_unit_file_goes_to_the_review_and_is_added_as_it_is(page: ProofPage, tmp_path: Path) -> None:
    changed = page.opened.ports.documents.unit_file_text(OPERATIONS).replace("WJE863", "WJE864")
    path = tmp_path / "unit.toml"
    path.write_text(changed, encoding="utf-8")
    page.read(path)
    assert page.view.part is Part.REVIEW
    assert not page.view.review.form.isEnabled()
    page.press(Key.Key_Return, CTRL)
    edition = next(u for u in page.units() if u.key == OPERATIONS.key)
    assert edition.number == "WJE864"
    assert edition.notes == OPERATIONS.notes


def test_damaged_unit_file_is_refused_with_key_and_reason(page: ProofPage, tmp_path: Path) -> None:
    path = tmp_path / "unit.toml"
    path.write_text('key = "x"\nsurprise = 1\n', encoding="utf-8")
    page.read(path)
    assert page.view.part is Part.FOUND
    assert "surprise: unknown key" in page.refusals


def unit_files(page: ProofPage, folder: Path) -> tuple[Path, Path]:
    text = page.opened.ports.documents.unit_file_text(OPERATIONS)
    changed, other = folder / "changed.toml", folder / "other.toml"
    changed.write_text(text.replace("WJE863", "WJE864"), encoding="utf-8")
    title = f'"{OPERATIONS.title}"'
    assert title in text
    text = text.replace(f'key = "{OPERATIONS.key}"', 'key = "other"').replace(title, '"Another unit"')
    other.write_text(text.replace(f'reference = "{OPERATIONS.reference}"', ""), encoding="utf-8")
    return changed, other


def test_several_unit_files_are_listed_and_each_is_reviewed_before_it_is_added(page: ProofPage, tmp_path: Path) -> None:
    before = page.units()
    page.read(*unit_files(page, tmp_path))
    assert page.view.part is Part.FOUND
    assert [b.label for b in page.view.found.buttons] == ["Review", "Review"]
    assert page.units() == before
    page.press(Key.Key_Return)
    assert page.view.part is Part.REVIEW
    assert page.view.review.add.label == "Make the new edition, 1 doubt stays"
    page.press(Key.Key_Escape)
    assert page.view.part is Part.FOUND
    assert page.units() == before
    page.press(Key.Key_Return)
    page.press(Key.Key_Return, CTRL)
    assert page.view.part is Part.FOUND
    assert [b.label for b in page.view.found.buttons] == ["Look again", "Review"]
    assert next(u for u in page.units() if u.key == OPERATIONS.key).number == "WJE864"
    page.view.found.buttons[1].setFocus()
    page.press(Key.Key_Return)
    page.press(Key.Key_Return, CTRL)
    assert any(u.title == "Another unit" for u in page.units())
    assert page.page_desk.goals[-1].page is Page.UNITS


def test_unit_files_among_documents_wait_in_the_list_with_them(page: ProofPage, tmp_path: Path) -> None:
    before = page.units()
    page.read(unit_files(page, tmp_path)[0], EXPECTATIONS_TEXT)
    assert page.view.part is Part.FOUND
    assert [b.label for b in page.view.found.buttons] == ["Proof", "Review"]
    assert page.units() == before


# the look


def test_marks_and_doubts_stand_out_from_their_ground() -> None:
    for token in (Token.ASK, Token.ACCENT, Token.MET, Token.U3, Token.NOTYET):
        assert contrast(paper(token).name(), paper(Token.PAPER).name()) >= PART
    for ground in (Token.PAPER, Token.NOTYET_TINT, Token.ACCENT_TINT):
        assert contrast(paper(Token.TEXT).name(), paper(ground).name()) >= TEXT
    for theme in THEMES:
        for ground in (Token.WINDOW, Token.SELECTED, Token.HOVER):
            assert contrast(theme.of(Token.NOTYET), theme.of(ground)) >= TEXT


def test_each_kind_of_mark_has_its_own_shape(qtbot: QtBot) -> None:
    shapes = set()
    for mark in (
        Mark(kind=RowKind.FIELD),
        Mark(kind=RowKind.OUTCOME),
        Mark(kind=RowKind.CRITERION),
        Mark(kind=RowKind.GUIDANCE),
    ):
        picture = QImage(120, 40, QImage.Format.Format_RGB32)
        picture.fill(0xFFFFFFFF)
        painter = QPainter(picture)
        paint_mark(painter, QRectF(20, 10, 80, 18), mark, is_current=False)
        painter.end()
        shapes.add(tuple(picture.pixelColor(x, y).lightness() < 200 for x in range(0, 120, 2) for y in range(40)))
    assert len(shapes) == 4, "two kinds differ in colour alone"


# the window


def test_bare_goal_asks_for_documents(page: ProofPage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(OPERATIONS_TEXT)], ""))
    page.presenter.open(Goal(page=Page.UNIT_PROOF))
    page.qtbot.waitUntil(lambda: bool(page.page_desk.goals))
    assert page.page_desk.goals[0].documents == (GivenDocument(name=OPERATIONS_TEXT.name, path=OPERATIONS_TEXT),)


def test_page_when_made_opens_no_window_of_its_own(qtbot: QtBot, qapp: QApplication) -> None:
    shown: list[str] = []

    class Watcher(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
                shown.append(type(watched).__name__)
            return False

    watcher = Watcher()
    qapp.installEventFilter(watcher)
    view = UnitProofView()
    assert shown == []
    qtbot.addWidget(view)
    view.show()
    assert shown == ["UnitProofView"]
    qapp.removeEventFilter(watcher)
