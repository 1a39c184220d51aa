"""What the gate shows where a vault was begun and not finished, or has lost its key file: what it is, what is safe, and
the way to start again. Nothing is deleted that could hold a record."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assessor_app.domain.half_made import HalfMade
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.app_mark import AppMark
from assessor_app.gui.widgets.buttons import Button, Kind, Size
from assessor_app.gui.widgets.centred import CentredColumn
from assessor_app.gui.widgets.layouts import CENTRE
from assessor_app.gui.widgets.text import Text

_CUT = (
    "Its making was cut short before its recovery code was shown: a disk was taken away, was full, or the laptop went "
    "off."
)
_LOST = (
    "Without the file keys.json nothing can open it. Every backup has a copy: put the keys.json of the latest one into "
    "this folder and start Assessor again, or restore the backup: {folder}"
)


class HalfMadeView(QWidget):
    """`start_again_asked` takes it away; `leave_asked` goes on without; `go_on_asked` when it was taken away.

    `restore_asked` is offered where a whole vault may have stood.
    """

    start_again_asked = Signal()
    leave_asked = Signal()
    go_on_asked = Signal()
    restore_asked = Signal()

    def __init__(self, found: HalfMade, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Text("A vault was begun here and not finished", Role.DISPLAY, align=CENTRE, wrap=True)
        self._what = Text(_CUT, Role.BODY, align=CENTRE, wrap=True)
        self._safe = Text("", Role.BODY, Token.TEXT_2, align=CENTRE, wrap=True)
        self._is_away = False
        moves = found.holds_something
        self.start = Button(
            "Move it aside and start again" if moves else "Take it away and start again",
            Kind.SECONDARY if found.lost_keys else Kind.PRIMARY,
        )
        self.start.clicked.connect(self._on_start)
        self.leave = Button("Leave it for now", Kind.LINK, size=Size.LINK)
        self.restore = Button("Restore a backup", Kind.PRIMARY)
        self.restore.clicked.connect(self.restore_asked)
        self.restore.setVisible(found.lost_keys)
        self.leave.clicked.connect(self.leave_asked)
        self._safe.setText(
            "It should hold no records. It is moved aside all the same, not deleted."
            if moves
            else "It holds no records, and nothing else is touched."
        )
        if found.lost_keys:
            self._title.setText("The vault here has lost its key file")
            self._what.setText(_LOST.format(folder=found.folder))
            self._safe.setText("Nothing in it was changed. If you start again it is moved aside, not deleted.")
        self.setFocusProxy(self.restore if found.lost_keys else self.start)
        self._lay_out()

    def show_away(self, aside: str) -> None:
        """It was moved aside: say where to."""
        self._is_away = True
        self._title.setText("It was moved aside")
        self._what.setText(f"It is kept here: {aside}")
        self._safe.setText("Delete that folder when you are sure that you do not need it.")
        self.start.set_label("Go on")
        self.setFocusProxy(self.start)
        self.leave.hide()
        self.restore.hide()

    def _on_start(self) -> None:
        (self.go_on_asked if self._is_away else self.start_again_asked).emit()

    def _lay_out(self) -> None:
        scroll = CentredColumn()
        column = scroll.column
        column.addWidget(AppMark(60), 0, CENTRE)
        column.addSpacing(22)
        for words in (self._title, self._what, self._safe):
            column.addWidget(words)
            column.addSpacing(12)
        column.addSpacing(14)
        column.addWidget(self.restore)
        column.addSpacing(10)
        column.addWidget(self.start)
        column.addSpacing(14)
        column.addWidget(self.leave, 0, CENTRE)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
