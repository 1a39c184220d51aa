"""The units: a list at the left, the whole text at the right. Documents can be dropped, pasted or chosen."""

from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QItemSelectionModel, QMimeData, QModelIndex, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QKeySequence,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QHBoxLayout, QListView, QVBoxLayout, QWidget
from typing_extensions import override

from assessor_app.gui.pages.units.begun import BegunReadings, DropVeil
from assessor_app.gui.pages.units.list import UnitDelegate
from assessor_app.gui.pages.units.model import UnitsContent, UnitsModel
from assessor_app.gui.pages.units.reading import ReadingPane
from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.paint import box
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.buttons import Button
from assessor_app.gui.widgets.layouts import column
from assessor_app.gui.widgets.painted import pen_ready
from assessor_app.gui.widgets.plain_list import PlainList
from assessor_app.gui.widgets.text import Text
from assessor_app.gui.widgets.text_field import FindField

_LIST = 342
_FEW = 8  # so many are seen at once


class _Side(QWidget):
    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = pen_ready(self)
        edge = self.rect().adjusted(self.width() - 1, 0, 0, 0)
        box(painter, edge, 0, fill=look().colour(Token.HAIRLINE))


class UnitsView(QWidget):
    """`opened` gives the id of the unit the person wants to read; `files_given` paths that were dropped or pasted."""

    opened = Signal(str)
    find_changed = Signal(str)
    choose_asked = Signal()
    files_given = Signal(list)
    text_pasted = Signal(str)
    go_on_asked = Signal(UUID)
    discard_asked = Signal(UUID)
    export_asked = Signal()
    source_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = UnitsModel(self)
        self.view = PlainList("Units", radius=9)
        self.view.setModel(self.model)
        self.view.setItemDelegate(UnitDelegate(self.view))
        self.view.setResizeMode(QListView.ResizeMode.Adjust)
        self._side = _Side()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(20, 34, 12, 16)
        side.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(12, 0, 8, 0)
        head.addWidget(Text("Units", Role.DISPLAY), 1)
        side.addLayout(head)
        side.addSpacing(12)
        self.read = Button("Read a document", icon="file-down", key="Ctrl+O")
        self.read.clicked.connect(self.choose_asked)
        self.begun = BegunReadings()
        self.begun.go_on_asked.connect(self.go_on_asked)
        self.begun.discard_asked.connect(self.discard_asked)
        actions = QHBoxLayout()
        actions.setContentsMargins(12, 0, 8, 0)
        actions.addWidget(self.read)
        actions.addStretch(1)
        side.addLayout(actions)
        side.addWidget(self.begun)
        side.addSpacing(14)
        self.find_field = FindField("Find a unit", "Title, body or reference")
        self.find_field.edited.connect(self.find_changed)
        self.find_field.editor.returnPressed.connect(self.view.setFocus)
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self._on_find)
        self._nothing = Text("No unit matches.", Role.BODY, Token.TEXT_2, wrap=True)
        side.addLayout(column(self.find_field, margins=(12, 0, 8, 0)))
        side.addWidget(self._nothing)
        side.addSpacing(8)
        side.addWidget(self.view, 1)
        self.reading = ReadingPane()
        self.reading.export_asked.connect(self.export_asked)
        self.reading.source_asked.connect(self.source_asked)
        self.setAcceptDrops(True)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self).activated.connect(self._on_paste)
        self._veil = DropVeil(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._side)
        layout.addWidget(self.reading, 1)
        self._setting = False
        self.view.selectionModel().currentChanged.connect(self._on_current_changed)
        look().changed.connect(self._on_look_changed)
        self._size()

    def set_content(self, content: UnitsContent) -> None:
        """Shows the list and the open unit; the list keeps its place."""
        self._setting = True
        if self.model.rows != content.units:
            self.model.set_rows(content.units)
        self.find_field.setVisible(content.total > _FEW)
        self._nothing.setVisible(bool(content.total) and not content.units)
        opened = content.open_unit
        place = next((n for n, unit in enumerate(content.units) if opened is not None and unit.id == opened.id), -1)
        if place >= 0:
            self.view.selectionModel().setCurrentIndex(
                self.model.index(place), QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
        self.begun.set_rows(content.begun)
        self.reading.set_unit(opened)
        self._setting = False

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._veil.setGeometry(self.rect())
        self._size()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent, /) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()
            self._veil.raise_()
            self._veil.show()

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent, /) -> None:
        self._veil.hide()
        super().dragLeaveEvent(event)

    @override
    def dropEvent(self, event: QDropEvent, /) -> None:
        self._veil.hide()
        event.acceptProposedAction()
        self._take(event.mimeData())

    def _on_paste(self) -> None:
        self._take(QGuiApplication.clipboard().mimeData())

    def _take(self, given: QMimeData) -> None:
        files = [Path(url.toLocalFile()) for url in given.urls() if url.isLocalFile()]
        if files:
            self.files_given.emit(files)
        elif given.hasText() and given.text().strip():
            self.text_pasted.emit(given.text())

    def _on_find(self) -> None:
        if self.find_field.isVisible():
            self.find_field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.find_field.editor.selectAll()

    def _size(self) -> None:
        self._side.setFixedWidth(min(look().px(_LIST), max(240, self.width() * 2 // 5)))

    def _on_current_changed(self, current: QModelIndex) -> None:
        if current.isValid() and not self._setting:
            self.opened.emit(self.model.at(current.row()).id)

    def _on_look_changed(self) -> None:
        self._size()
        self.view.doItemsLayout()
