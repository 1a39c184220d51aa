"""One visit: criteria at the left, the text in the middle, what to ask and to see at the right.

Data come in by `set_content` and `set_board`; `visit()` gives back what stands on the page. Panels fold before text
does. Refuses to store, and to know where the data come from.
"""

from dataclasses import replace
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QKeySequence, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QFileDialog, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from assessor_app.domain.evidence import CriterionRef
from assessor_app.domain.judging import Verdict
from assessor_app.domain.observations import Observation
from assessor_app.gui.pages.observation.details import DetailsForm
from assessor_app.gui.pages.observation.header import VisitFacts, VisitHeader
from assessor_app.gui.pages.observation.model import AskCard, Board, EvidenceLine, ObservationContent
from assessor_app.gui.pages.observation.panels import FormPage, TreePanel
from assessor_app.gui.pages.observation.questions import QuestionsForm
from assessor_app.gui.pages.observation.side import STRIP, SidePanel, SideStrip
from assessor_app.gui.pages.observation.tools import ToolBar
from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.widgets.buttons import Button, Kind, Size
from assessor_app.gui.widgets.completer import CriterionPopup
from assessor_app.gui.widgets.evidence_form import EvidenceForm
from assessor_app.gui.widgets.layouts import column, host, row
from assessor_app.gui.widgets.narrative import NarrativeEdit
from assessor_app.gui.widgets.notice import Notice, NoticeKind
from assessor_app.gui.widgets.painted import pen_ready
from assessor_app.gui.words import long_day

_RAIL = 84
_FOLDS = 1240
_NARROWS = 1080
_WIDE = 1800
_ONE_PANEL = 1.5
_TEXT, _DETAILS, _QUESTIONS, _EVIDENCE = range(4)


class ObservationView(QWidget):
    """`edited` comes with each change; `focus_moved` when the focus goes elsewhere, so that what was typed is kept."""

    back_asked = Signal()
    preview_asked = Signal()
    finish_asked = Signal()
    edited = Signal()
    ties_moved = Signal()
    focus_moved = Signal()
    marked = Signal(CriterionRef, Verdict, str)
    judged = Signal(tuple, bool)
    files_given = Signal(list)
    image_given = Signal(QImage)
    evidence_asked = Signal(UUID)
    evidence_add_asked = Signal()
    unlock_asked = Signal()
    document_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content: ObservationContent | None = None
        self._side_open = False
        self._shows_side = False
        self.header = VisitHeader(self)
        self.saved = self.header.saved
        self.panel = TreePanel(self)
        self.narrative = NarrativeEdit()
        self.details = DetailsForm()
        self.questions = QuestionsForm()
        self.evidence = EvidenceForm()
        self.tools = ToolBar()
        self._notice = Notice()
        self._write = self._middle()
        self.side = SidePanel(self)
        self.strip = SideStrip(self)
        self.completer = CriterionPopup(self)
        self.narrative.set_completer(self.completer)
        self._connect()
        for key, step in (("F6", self._on_side_key), ("F7", self._on_tree_key)):
            QShortcut(QKeySequence(key), self).activated.connect(step)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._arrange)
        look().changed.connect(self._on_look_changed)

    def set_content(self, content: ObservationContent) -> None:
        """Shows a visit instead of what was there."""
        self._content = content
        visit = content.visit
        self.set_board(content.board)
        self.header.set_words(visit.title, "")
        self.details.set_visit(visit, content.no_simulation)
        self.narrative.set_paragraphs(visit.paragraphs)
        self.questions.set_questions(visit.questions)
        self._show_page(_QUESTIONS if visit.questions and not visit.paragraphs else _TEXT)
        self.tools.set_questions(len(visit.questions))
        self._lock(content)
        self._say_where()
        self.panel.tree.content.set_here(frozenset(self.narrative.here()))

    def set_board(self, board: Board) -> None:
        """What stands beside the text, as it is now."""
        choices = board.choices
        self.narrative.set_choices(choices)
        self.completer.set_choices(choices)
        self.questions.set_choices(choices)
        self.panel.set_units(board.units)
        self.side.set_board(board)
        self.strip.set_board(board)

    def take(self, visit: Observation) -> None:
        """The visit was changed elsewhere (it was finished): what is typed stays."""
        if self._content is not None:
            self._content = replace(self._content, visit=visit)
            self.details.set_visit(visit, self._content.no_simulation)
            self._lock(self._content)

    def visit(self) -> Observation | None:
        """The visit with all that stands on the page."""
        if self._content is None or self._content.locked:
            return self._content.visit if self._content else None
        base = replace(
            self._content.visit,
            title=self.header.title.text().strip() or self._content.visit.title,
            paragraphs=self.narrative.paragraphs(),
            questions=self.questions.questions,
        )
        return self.details.on(base)

    @property
    def is_locked(self) -> bool:
        """Whether nothing can be changed."""
        return self._content is None or bool(self._content.locked)

    def wait(self) -> None:
        """A visit is on its way: what is shown cannot be changed, and what is typed into the text waits for it."""
        self.narrative.hold()
        self.header.title.setReadOnly(True)
        for form in (self.details, self.questions):
            form.setEnabled(False)

    def begin(self) -> None:
        """The keyboard goes to where the work is: the text, or the questions of a visit that has nothing else."""
        if self._pages.currentIndex() == _TEXT:
            self.narrative.setFocus()
        self.narrative.release()

    def show_evidence(self) -> None:
        """Opens the form of an item of evidence."""
        self._show_page(_EVIDENCE)
        self.evidence.title.setFocus()

    def show_text(self) -> None:
        """Back to the narrative."""
        self._show_page(_TEXT)
        self.narrative.setFocus()

    def tie(self, ref: CriterionRef) -> None:
        """Ties the present paragraph, or unties it where it is tied."""
        if self.is_locked:
            return
        if ref in self.narrative.here():
            self.narrative.untie(ref)
        else:
            self.narrative.tie((ref,))

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._side_open = False
            self._arrange()
            self.show_text()
            return
        super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        pen_ready(self).fillRect(self.rect(), look().colour(Token.WINDOW))

    def _middle(self) -> QWidget:
        self._pages = QStackedWidget()
        self.facts = VisitFacts()
        self._pages.addWidget(host(column(self.facts, self.narrative)))
        for form in (self.details, self.questions, self.evidence):
            page = FormPage(form)
            page.left.connect(self.show_text)
            self._pages.addWidget(page)
        self._open_signed = Button("Open signed record", Kind.SECONDARY, size=Size.SMALL)
        self._open_signed.clicked.connect(self.document_asked)
        self._unlock = Button("Change it all the same", Kind.SECONDARY, size=Size.SMALL)
        self._unlock.clicked.connect(self.unlock_asked)
        self._locked_part = QWidget()
        buttons = row(self._open_signed, self._unlock, None, spacing=10)
        inside = QVBoxLayout(self._locked_part)
        inside.setContentsMargins(24, 14, 24, 4)
        inside.setSpacing(10)
        inside.addWidget(self._notice)
        inside.addLayout(buttons)
        self._locked_part.hide()
        middle = _Paper(self)
        layout = QVBoxLayout(middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._locked_part)
        layout.addWidget(self._pages, 1)
        layout.addWidget(self.tools)
        return middle

    def _connect(self) -> None:
        self.header.back_asked.connect(self.back_asked)
        self.header.preview_asked.connect(self.preview_asked)
        self.header.finish_asked.connect(self.finish_asked)
        self.header.titled.connect(self.edited)
        self.details.edited.connect(self._on_details_edited)
        self.questions.edited.connect(self._on_questions_edited)
        self.questions.judged.connect(self.judged)
        self.narrative.edited.connect(self.edited)
        self.narrative.ties_moved.connect(self._on_ties_moved)
        self.narrative.files_given.connect(self.files_given)
        self.narrative.image_given.connect(self.image_given)
        self.panel.tied.connect(self._on_tied)
        self.panel.marked.connect(self._on_marked)
        self.side.ask_now.connect(self._on_ask_now)
        self.side.chosen.connect(self._on_chosen)
        self.side.opened.connect(self._on_evidence_opened)
        self.side.add_asked.connect(self.evidence_add_asked)
        self.strip.clicked.connect(self._on_side_key)
        self.tools.asked.connect(self._on_tool)
        self.tools.snippet.connect(self._on_snippet)
        self.evidence.closed.connect(self.show_text)

    def _lock(self, content: ObservationContent) -> None:
        locked = bool(content.locked)
        self._notice.say(NoticeKind.INFO, content.locked)
        self._locked_part.setVisible(locked)
        self._open_signed.setVisible(content.document is not None)
        self._open_signed.set_label("Open the frozen record" if content.can_unlock else "Open signed record")
        self._unlock.setVisible(content.can_unlock)
        self.narrative.setReadOnly(locked)
        self.header.title.setReadOnly(locked)
        for form in (self.details, self.questions):
            form.setEnabled(not locked)
        self.tools.set_unavailable("The record is frozen." if locked else "")
        finished = content.visit.finished
        self.header.finish.set_label("Go to sign-off" if finished else "Finish visit")
        if locked:
            self.saved.show_read_only("Read only")

    def _say_where(self) -> None:
        visit = self.details.on(self._content.visit) if self._content else None
        if visit is None or self._content is None:
            return
        until = f"{visit.start} to {visit.end}" if visit.end else f"from {visit.start}"
        parts = (self._content.candidate, visit.place, f"{long_day(visit.day)}, {until}")
        self.facts.set_visit(visit)
        self.header.set_words(self.header.title.text(), "\u2002·\u2002".join(p for p in parts if p))

    def _show_page(self, page: int) -> None:
        self._pages.setCurrentIndex(page)

    def _arrange(self) -> None:
        width, height = self.width(), self.height()
        head = self.header.height()
        window = width + _RAIL
        scale = look().scale
        self.header.fit(width)
        self.header.setGeometry(0, 0, width, head)
        one = scale >= _ONE_PANEL
        tree = 384 if window >= _WIDE else 280 if window < _NARROWS else 342
        side = 372 if window >= _WIDE else 304
        folds = window < _FOLDS or one
        if one:
            tree = side = min(look().px(300), round(width * 0.42))
        strip = look().px(STRIP) if folds else 0
        over = folds and self._side_open
        shows_tree = not (one and over)
        left = tree if shows_tree else 0
        right = strip if folds and not (one and over) else side
        body = height - head
        self.panel.setVisible(shows_tree)
        self.panel.setGeometry(0, head, tree, body)
        self._write.setGeometry(left, head, max(1, width - left - right), body)
        self.tools.fit(width - left - right)
        self.facts.fit(width - left - right)
        self.strip.setVisible(folds and not (one and over))
        self.strip.setGeometry(width - strip, head, strip, body)
        self.side.setVisible(not folds or over)
        if over and not one:
            self.side.setGeometry(width - strip - side, head, side, body)
        else:
            self.side.setGeometry(width - side, head, side, body)
        self.side.raise_()
        self.completer.raise_()

    def _on_look_changed(self) -> None:
        self._soon.start(0)

    def _on_side_key(self) -> None:
        if self.strip.isVisible() or self._side_open:
            self._side_open = not self._side_open
            self._arrange()
            if not self._side_open:
                self.show_text()
                return
        self.side.focus_first()

    def _on_tree_key(self) -> None:
        if self.panel.tree.hasFocus():
            self.show_text()
            return
        self._side_open = False
        self._arrange()
        self.panel.tree.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_focus_changed(self, old: QWidget | None, _new: QWidget | None) -> None:
        if old is not None and self.isVisible() and self.isAncestorOf(old):
            self.focus_moved.emit()

    def _on_details_edited(self) -> None:
        self._say_where()
        self.edited.emit()
        self.ties_moved.emit()

    def _on_questions_edited(self) -> None:
        self.tools.set_questions(len(self.questions.questions))
        self.edited.emit()
        self.ties_moved.emit()

    def _on_ties_moved(self) -> None:
        self.panel.tree.content.set_here(frozenset(self.narrative.here()))
        self.ties_moved.emit()

    def _on_tied(self, ref: CriterionRef) -> None:
        self._show_page(_TEXT)
        self.tie(ref)

    def _on_marked(self, ref: CriterionRef, verdict: Verdict, question: str) -> None:
        self.marked.emit(ref, verdict, question)

    def _on_ask_now(self, card: AskCard) -> None:
        if self.is_locked:
            return
        self._show_page(_QUESTIONS)
        self._side_open = False
        self._arrange()
        self.questions.ask(card.question, card.refs)

    def _on_chosen(self, ref: CriterionRef) -> None:
        self._on_tree_key()
        self.panel.tree.highlight(ref)

    def _on_evidence_opened(self, line: EvidenceLine) -> None:
        self.evidence_asked.emit(line.id)

    def _on_snippet(self, words: str) -> None:
        self._show_page(_TEXT)
        self.narrative.insert_words(words)

    def _on_tool(self, tool: str) -> None:
        if tool == "criterion":
            self.show_text()
            self.narrative.ask_criterion()
        elif tool == "time":
            self.show_text()
            self.narrative.stamp_time()
        elif tool == "question":
            self._show_page(_QUESTIONS)
            self.questions.ask("", ())
        elif tool == "attach":
            self._choose_files()
        elif self._pages.currentIndex() == _DETAILS:
            self.show_text()
        else:
            self._show_page(_DETAILS)
            self.details.place.setFocus()

    def _choose_files(self) -> None:
        dialog = QFileDialog(self, "Attach to this visit")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(self._on_files_selected)
        dialog.open()

    def _on_files_selected(self, names: list[str]) -> None:
        self.files_given.emit([Path(name) for name in names])


class _Paper(QWidget):
    """White under the text."""

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        pen_ready(self).fillRect(self.rect(), look().colour(Token.SURFACE))
