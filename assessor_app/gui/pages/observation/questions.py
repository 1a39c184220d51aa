"""Questions put on the visit and what was answered, each tied to criteria, oral or written, and judged."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assessor_app.domain.evidence import CriterionRef
from assessor_app.domain.observations import Asked, Question
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.buttons import Button, IconButton, Kind
from assessor_app.gui.widgets.card import Card
from assessor_app.gui.widgets.completer import CriterionChoice
from assessor_app.gui.widgets.criteria_field import CriteriaField
from assessor_app.gui.widgets.layouts import column, row
from assessor_app.gui.widgets.segmented import Segmented
from assessor_app.gui.widgets.text import Text
from assessor_app.gui.widgets.text_area import TextArea

_RESULTS: dict[str, bool | None] = {"open": None, "met": True, "not yet": False}


class QuestionCard(Card):
    """One question. `judged` gives the criteria and whether the answer met them."""

    edited = Signal()
    removed = Signal()
    judged = Signal(tuple, bool)

    def __init__(self, number: int, question: Question, choices: tuple[CriterionChoice, ...]) -> None:
        super().__init__(padding=(18, 14, 18, 16))
        self.question = TextArea(f"Question {number}", lines=2)
        self.question.set_text(question.question)
        self.answer = TextArea("Answer", "In the candidate's own words", lines=3)
        self.answer.set_text(question.answer)
        self.criteria = CriteriaField("Criteria it is about")
        self.criteria.set_choices(choices)
        self.criteria.set_refs(question.criteria)
        self.asked = Segmented((("oral", "Oral"), ("written", "Written")), f"How question {number} was put")
        self.asked.set_choice(question.asked.value)
        self.result = Segmented(
            (("open", "Not judged"), ("met", "Met"), ("not yet", "Not yet")), f"Result of question {number}"
        )
        self.result.set_choice(next(k for k, v in _RESULTS.items() if v is question.result))
        self._remove = IconButton("trash-2", f"Take question {number} out", side=32, glyph=17)
        foot = row(self.asked, self.result, None, self._remove, spacing=12)
        self.body.addLayout(column(self.question, self.answer, self.criteria, foot, spacing=14))
        for area in (self.question, self.answer):
            area.edited.connect(self.edited)
        self.criteria.changed.connect(self.edited)
        self.asked.chosen.connect(self.edited)
        self.result.chosen.connect(self._on_result)
        self._remove.clicked.connect(self.removed)

    @property
    def value(self) -> Question:
        """What the card says."""
        return Question(
            question=self.question.text,
            answer=self.answer.text,
            criteria=self.criteria.refs,
            asked=Asked(self.asked.choice or "oral"),
            result=_RESULTS[self.result.choice or "open"],
        )

    def _on_result(self, choice: str) -> None:
        self.edited.emit()
        verdict = _RESULTS[choice]
        if verdict is not None and self.criteria.refs:
            self.judged.emit(self.criteria.refs, verdict)


class QuestionsForm(QWidget):
    """`edited` comes with each change."""

    edited = Signal()
    judged = Signal(tuple, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: tuple[CriterionChoice, ...] = ()
        self._cards: list[QuestionCard] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(14)
        self._nothing = Text("No question was put yet.", Role.BODY, Token.TEXT_2, wrap=True)
        self._add = Button("Another question", Kind.SECONDARY, icon="plus")
        self._add.clicked.connect(lambda: self.ask("", ()))
        foot = row(self._add, None)
        self.setLayout(
            column(Text("Questions and answers", Role.TITLE), self._nothing, self._rows, foot, None, spacing=16)
        )

    @property
    def questions(self) -> tuple[Question, ...]:
        """What was asked; cards without question and answer are left out."""
        return tuple(c.value for c in self._cards if c.value.question.strip() or c.value.answer.strip())

    def set_choices(self, choices: tuple[CriterionChoice, ...]) -> None:
        """What a question can be about."""
        self._choices = choices
        for card in self._cards:
            card.criteria.set_choices(choices)

    def set_questions(self, questions: tuple[Question, ...]) -> None:
        """Shows these instead of what was there."""
        for card in self._cards:
            self._drop(card)
        self._cards = []
        for question in questions:
            self._put(question)
        self._nothing.setVisible(not self._cards)

    def ask(self, question: str, refs: tuple[CriterionRef, ...]) -> None:
        """A new question; where one with the same words is there already, that one is shown."""
        card = next((c for c in self._cards if question and c.question.text == question), None)
        if card is None and not question:
            card = next((c for c in self._cards if not c.question.text and not c.answer.text), None)
        if card is None:
            card = self._put(Question(question=question, criteria=refs))
            self._nothing.hide()
            if question:
                self.edited.emit()
        (card.answer if question else card.question).setFocus()

    def _put(self, question: Question) -> QuestionCard:
        card = QuestionCard(len(self._cards) + 1, question, self._choices)
        card.edited.connect(self.edited)
        card.judged.connect(self.judged)
        card.removed.connect(lambda: self._on_removed(card))
        self._cards.append(card)
        self._rows.addWidget(card)
        card.show()
        return card

    def _on_removed(self, card: QuestionCard) -> None:
        self._cards.remove(card)
        self._drop(card)
        self._nothing.setVisible(not self._cards)
        self.edited.emit()

    def _drop(self, card: QuestionCard) -> None:
        self._rows.removeWidget(card)
        card.hide()
        card.deleteLater()
