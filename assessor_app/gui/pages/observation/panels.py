"""The left panel (criteria and the line in which a question is noted) and the pages in the middle that scroll."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from assessor_app.domain.evidence import CriterionRef
from assessor_app.domain.judging import Verdict
from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.widgets.buttons import Button, Kind
from assessor_app.gui.widgets.criteria_rows import UnitBlock
from assessor_app.gui.widgets.criteria_tree import CriteriaTree
from assessor_app.gui.widgets.layouts import column, row
from assessor_app.gui.widgets.page import ScrollColumn
from assessor_app.gui.widgets.painted import pen_ready
from assessor_app.gui.widgets.segmented import Segmented
from assessor_app.gui.widgets.text_field import TextField

_VISIT, _ALL = "visit", "all"
_WIDEST = 664


class TreePanel(QWidget):
    """`tied` and `marked` as the tree gives them; `marked` has the question where it is to be asked."""

    tied = Signal(CriterionRef)
    marked = Signal(CriterionRef, Verdict, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tree = CriteriaTree()
        self.tree.tied.connect(self.tied)
        self.tree.marked.connect(self._on_marked)
        self._switch = _Switch()
        self._switch.chosen.connect(lambda choice: self.tree.set_everything(choice == _ALL))
        self._asked: CriterionRef | None = None
        self.question = TextField("Question to ask", "Enter notes it, Esc leaves it")
        self.question.editor.returnPressed.connect(self._on_question_given)
        self._ask_part = QWidget()
        self._ask_part.setLayout(column(self.question, margins=(18, 10, 18, 12)))
        self._ask_part.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 14, 1, 0)
        layout.setSpacing(4)
        layout.addWidget(self._switch)
        layout.addWidget(self.tree, 1)
        layout.addWidget(self._ask_part)
        look().changed.connect(self.update)

    def set_units(self, units: tuple[UnitBlock, ...]) -> None:
        """Shows these units and counts them."""
        everything = sum(len(o.criteria) for u in units for o in u.outcomes)
        visit = sum(len(o.criteria) for u in units for o in u.outcomes if o.in_visit)
        self._switch.set_counts(visit, everything)
        self.tree.set_units(units)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape and self._ask_part.isVisible():
            self._close_question()
            return
        super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = pen_ready(self)
        painter.fillRect(self.rect(), look().colour(Token.WINDOW))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), look().colour(Token.HAIRLINE))

    def _on_marked(self, ref: CriterionRef, verdict: Verdict) -> None:
        if verdict is not Verdict.ASK:
            self.marked.emit(ref, verdict, "")
            return
        self._asked = ref
        self.question.set_text("")
        self._ask_part.show()
        self.question.setFocus()

    def _on_question_given(self) -> None:
        ref, words = self._asked, self.question.text
        self._close_question()
        if ref is not None:
            self.marked.emit(ref, Verdict.ASK, words)

    def _close_question(self) -> None:
        self._asked = None
        self.tree.setFocus()
        self._ask_part.hide()


class _Switch(QWidget):
    """This visit or all criteria, each with its count; as wide as the panel."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._counts = (-1, -1)
        self._choice = _VISIT
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(18, 0, 18, 0)
        self._switch: Segmented | None = None
        self.set_counts(0, 0)

    def set_counts(self, visit: int, everything: int) -> None:
        if (visit, everything) == self._counts:
            return
        self._counts = (visit, everything)
        has_focus = self._switch is not None and self._switch.isAncestorOf(self.focusWidget() or self)
        if self._switch is not None:
            self._layout.removeWidget(self._switch)
            self._switch.hide()
            self._switch.deleteLater()
        self._switch = Segmented(
            ((_VISIT, f"This visit\u2002{visit}"), (_ALL, f"All criteria\u2002{everything}")), "Criteria shown"
        )
        policy = self._switch.sizePolicy()
        policy.setHorizontalPolicy(policy.Policy.Expanding)
        self._switch.setSizePolicy(policy)
        self._switch.set_choice(self._choice)
        self._switch.chosen.connect(self._on_chosen)
        self._layout.addWidget(self._switch)
        if has_focus:
            self._switch.setFocus()

    def _on_chosen(self, choice: str) -> None:
        self._choice = choice
        self.chosen.emit(choice)


class FormPage(QWidget):
    """A form in the middle panel, as wide as the narrative; `left` comes when the person goes back to the text."""

    left = Signal()

    def __init__(self, form: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        scroll = ScrollColumn()
        self._frame = QWidget()
        back = Button("Back to the text", Kind.LINK, icon="arrow-left", flush=True, left=True)
        back.clicked.connect(self.left)
        self._frame.setLayout(column(row(back, None), form, None, spacing=8))
        middle = QHBoxLayout(scroll.content)
        middle.setContentsMargins(32, 14, 32, 32)
        middle.addStretch(1)
        middle.addWidget(self._frame, 100)
        middle.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)
        self._on_look_changed()
        look().changed.connect(self._on_look_changed)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _on_look_changed(self) -> None:
        self._frame.setMaximumWidth(look().px(_WIDEST))
