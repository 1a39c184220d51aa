"""One unit of one candidate: evidence against criteria, the criterion under the highlight, and the judgement.

Data come in by `set_content`; the signals say what the person wants. Refuses to store.
"""

from uuid import UUID

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from assessor_app.domain.evidence import NEUTRAL_METHODS, CriterionRef
from assessor_app.domain.judging import Verdict
from assessor_app.domain.units import Regime
from assessor_app.gui.pages.unit_record.details import DetailPanel
from assessor_app.gui.pages.unit_record.judgement import JudgementForm
from assessor_app.gui.pages.unit_record.model import UnitRecordContent
from assessor_app.gui.pages.unit_record.regime import RegimeForm
from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.buttons import Button, Kind, Size
from assessor_app.gui.widgets.card import Card
from assessor_app.gui.widgets.evidence_form import EvidenceForm
from assessor_app.gui.widgets.evidence_grid import EvidenceGrid
from assessor_app.gui.widgets.layouts import column, host, row
from assessor_app.gui.widgets.notice import Notice, NoticeKind
from assessor_app.gui.widgets.page import ScrollColumn
from assessor_app.gui.widgets.painted import pen_ready
from assessor_app.gui.widgets.saved_state import SavedState
from assessor_app.gui.widgets.text import Text
from assessor_app.gui.widgets.work_header import WorkHeader

_MARGIN = 32
_SIDEWAYS = 820
_FORM = 760


class UnitRecordView(QWidget):
    """`tied` gives item, criterion and method code; `marked` a verdict with its words."""

    back_asked = Signal()
    preview_asked = Signal()
    sign_off_asked = Signal()
    add_asked = Signal()
    tied = Signal(UUID, CriterionRef, str)
    untied = Signal(UUID, CriterionRef)
    item_opened = Signal(UUID)
    varcs_asked = Signal(UUID)
    marked = Signal(CriterionRef, Verdict, str)
    judged = Signal()
    regime_decided = Signal(Regime, str)
    unlock_asked = Signal()
    document_asked = Signal()
    focus_moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content: UnitRecordContent | None = None
        self.saved = SavedState()
        self._add = Button("Add evidence", icon="plus", key="Ctrl+E", shows_key=False)
        self._add.clicked.connect(self.add_asked)
        preview = Button("Preview", Kind.QUIET, icon="eye", key="Ctrl+P", shows_key=False)
        preview.clicked.connect(self.preview_asked)
        sign = Button("Go to sign-off", Kind.PRIMARY, icon="signature", key="Ctrl+Return", shows_key=False)
        sign.clicked.connect(self.sign_off_asked)
        self._actions = (preview, self._add)
        self._head = WorkHeader(right=_MARGIN, actions=(self.saved, preview, self._add, sign))
        self._head.back_asked.connect(self.back_asked)
        self.grid = EvidenceGrid()
        self.detail = DetailPanel()
        self.judgement = JudgementForm()
        self.regime = RegimeForm()
        self.evidence = EvidenceForm()
        self._card = Card(padding=(1, 8, 5, 6))
        self._card.body.addWidget(self.grid)
        self._legend = Text("", Role.SMALL, Token.TEXT_2, wrap=True)
        self._notice = Notice()
        self._open_signed = Button("Open signed record", size=Size.SMALL)
        self._open_signed.clicked.connect(self.document_asked)
        self._unlock = Button("Change it all the same", size=Size.SMALL)
        self._unlock.clicked.connect(self.unlock_asked)
        self._locked = host(column(self._notice, 10, row(self._open_signed, self._unlock, None, spacing=10), 14))
        self._locked.hide()
        self._no_rows = Text(
            "No evidence yet. A visit, or Add evidence, makes the first row.", Role.SMALL, Token.TEXT_2, wrap=True
        )
        self._menu = QMenu("Method", self)
        self._scroll = self._body()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head)
        layout.addWidget(self._scroll, 1)
        self._connect()

    def set_content(self, content: UnitRecordContent) -> None:
        """Shows a unit, or the same one as it now stands; what is being typed is left alone."""
        is_other = self._content is None or self._content.title != content.title
        before = self._content
        self._content = content
        self._head.set_title(content.title, content.second, unit=content.position, letter=content.letter)
        self.grid.set_content(content.grid)
        used = {code for r in content.grid.rows for cell in r.codes for code in cell.split("+")}
        self._legend.setText("\u2003".join(f"{m.code}\u2002{m.name}" for m in NEUTRAL_METHODS if m.code in used))
        self._no_rows.setVisible(not content.grid.rows)
        if is_other or before is None or _form_of(before) != _form_of(content):
            self.judgement.set_content(content)
        self.regime.setVisible(content.asks_regime)
        self._lock(content)
        self._show_detail()
        self._size()

    @property
    def is_locked(self) -> bool:
        """Whether nothing can be changed."""
        return self._content is None or bool(self._content.locked)

    def forget(self) -> None:
        """Another unit comes: nothing that stands here belongs to it."""
        self._content = None
        self.show_grid()

    def show_evidence(self) -> None:
        """Opens the form of an item."""
        self._form.show()
        self._main.hide()
        self.evidence.title.setFocus()

    def show_grid(self) -> None:
        """Back to the grid."""
        self._form.hide()
        self._main.show()
        self.grid.setFocus()

    def ask_method(self, item: UUID, ref: CriterionRef) -> None:
        """A small menu: by which method the item proves the criterion."""
        self._menu.clear()
        for method in NEUTRAL_METHODS:
            action = self._menu.addAction(f"{method.code}\u2002{method.name}")
            action.triggered.connect(lambda _=False, code=method.code: self.tied.emit(item, ref, code))
        spot = self.grid.visualRect(self.grid.currentIndex()).bottomLeft()
        self._menu.popup(self.grid.viewport().mapToGlobal(spot + QPoint(0, 4)))
        self._menu.setActiveAction(self._menu.actions()[1])

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._size()

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        pen_ready(self).fillRect(self.rect(), look().colour(Token.WINDOW))

    def _body(self) -> ScrollColumn:
        scroll = ScrollColumn()
        forms = column(self.regime, 18, self.judgement, margins=(18, 0, 0, 0))
        self._forms = host(forms)
        self._main = host(
            column(
                self._locked,
                self._card,
                self._no_rows,
                10,
                row(self._legend, margins=(18, 0, 18, 0)),
                self.detail,
                30,
                self._forms,
                None,
            )
        )
        beside = row(self.evidence, None, margins=(18, 0, 0, 0))
        beside.setStretch(0, 100)
        self._form = host(beside)
        self._form.hide()
        for part in (self._forms, self.evidence):
            part.setMaximumWidth(look().px(_FORM))
        outer = QHBoxLayout(scroll.content)
        outer.setContentsMargins(_MARGIN, 0, _MARGIN, 32)
        outer.addWidget(self._main, 1)
        outer.addWidget(self._form, 1)
        return scroll

    def _connect(self) -> None:
        self.grid.tied.connect(self._on_tied)
        self.grid.untied.connect(self._on_untied)
        self.grid.opened.connect(self.item_opened)
        self.grid.varcs_asked.connect(self.varcs_asked)
        self.grid.marked.connect(self._on_marked)
        self.grid.moved.connect(self._show_detail)
        self.grid.widened.connect(self._size)
        self.detail.marked.connect(self._on_marked)
        self.judgement.edited.connect(self.judged)
        self.regime.decided.connect(self.regime_decided)
        self.evidence.closed.connect(self.show_grid)
        QShortcut(QKeySequence("F6"), self).activated.connect(self._on_next_part)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)
        look().changed.connect(self._on_look_changed)

    def _lock(self, content: UnitRecordContent) -> None:
        self._notice.say(NoticeKind.INFO, content.locked)
        self._locked.setVisible(bool(content.locked))
        self._open_signed.setVisible(content.document is not None)
        self._open_signed.set_label("Open the frozen record" if content.can_unlock else "Open signed record")
        self._unlock.setVisible(content.can_unlock)
        locked = bool(content.locked)
        self.judgement.setEnabled(not locked)
        self._add.set_unavailable("The record is frozen." if locked else "")
        self.detail.set_unavailable("The record is frozen." if locked else "")
        if locked:
            self.saved.show_read_only("Read only")

    def _size(self) -> None:
        most = max(look().px(260), self.height() - look().px(150))
        self.grid.setFixedHeight(min(self.grid.natural_height, most))
        self.detail.set_sideways(self.width() >= look().px(_SIDEWAYS))
        self._actions[0].setVisible(self.width() >= look().px(_SIDEWAYS))

    def _show_detail(self) -> None:
        ref = self.grid.current_ref
        if self._content is not None:
            found = next((d for d in self._content.criteria if d.choice.ref == ref), None)
            self.detail.set_detail(found)

    def _on_tied(self, item: UUID, ref: CriterionRef) -> None:
        if not self.is_locked:
            self.tied.emit(item, ref, "")

    def _on_untied(self, item: UUID, ref: CriterionRef) -> None:
        if not self.is_locked:
            self.untied.emit(item, ref)

    def _on_marked(self, ref: CriterionRef, verdict: Verdict) -> None:
        if not self.is_locked:
            self.marked.emit(ref, verdict, "")

    def show_part(self, wanted: str) -> None:
        """Brings a criterion (its number) or the written part of the page under the caret."""
        for place, criterion in enumerate(self.grid.content.content.columns):
            if criterion.number == wanted:
                row = max(0, self.grid.currentIndex().row())
                self.grid.setCurrentIndex(self.grid.content.index(row, place))
                self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        part = self.regime.word if self.regime.isVisibleTo(self) and wanted == "regime" else self.judgement.text
        part.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_next_part(self) -> None:
        if self.grid.hasFocus():
            self.judgement.competence.setFocus()
            first = self.judgement.text
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.show_grid()

    def _on_focus_changed(self, old: QWidget | None, _new: QWidget | None) -> None:
        if old is not None and self.isVisible() and self.isAncestorOf(old):
            self.focus_moved.emit()

    def _on_look_changed(self) -> None:
        for part in (self._forms, self.evidence):
            part.setMaximumWidth(look().px(_FORM))
        self._size()
        self.update()


def _form_of(content: UnitRecordContent) -> tuple[object, ...]:
    """What the form of the judgement depends on."""
    return content.judgement, content.is_checklist, content.expired, content.owner_is_candidate, content.locked
