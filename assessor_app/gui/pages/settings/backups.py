"""Backups: where they go, when the last good one was made, and every one there is, each with its way back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assessor_app.gui.pages.settings.model import BackupRow, BackupsContent
from assessor_app.gui.pages.settings.parts import UnderWay, setting_row
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.buttons import Button, Kind, Size
from assessor_app.gui.widgets.icon_view import IconView
from assessor_app.gui.widgets.layouts import LEFT, MIDDLE, column
from assessor_app.gui.widgets.notice import Notice, NoticeKind
from assessor_app.gui.widgets.rows import ListRow, RowsCard, row_layout
from assessor_app.gui.widgets.section import SectionHeading
from assessor_app.gui.widgets.text import Text

_FIRST = 5


class Backups(QWidget):
    """`restore_asked` gives the id of a backup in the list; `elsewhere_asked` wants another folder to be chosen."""

    folder_asked = Signal()
    backup_asked = Signal()
    restore_asked = Signal(str)
    elsewhere_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[BackupRow, ...] = ()
        self._shows_all = False
        self.warning = Notice()
        self.folder = Text("", Role.SMALL, Token.TEXT_2, wrap=True)
        self.last = Text("", Role.SMALL, Token.TEXT_2, wrap=True)
        self.automatic = Text("", Role.SMALL, Token.TEXT_2, wrap=True)
        self.choose = Button("Choose a folder")
        self.back_up = Button("Back up now", icon="save", key="Ctrl+B")
        self.elsewhere = Button("Restore from a folder", icon="folder-open")
        self.under_way = UnderWay("Backup", "Stop the backup")
        self._list = RowsCard()
        self._more = Button("Show all", Kind.LINK, size=Size.LINK)
        self._heading = SectionHeading("Backups in that folder")
        for button, signal in (
            (self.choose, self.folder_asked),
            (self.back_up, self.backup_asked),
            (self.elsewhere, self.elsewhere_asked),
        ):
            button.clicked.connect(signal)
        self._more.clicked.connect(self._on_more)
        self._lay_out()
        self.set_content(BackupsContent())

    def set_backing_up(self) -> None:
        """While a backup is made."""
        self.back_up.set_unavailable("A backup is being made.")
        self.under_way.begin()

    def set_content(self, content: BackupsContent) -> None:
        """Shows how backups stand, and that none is being made; no signal."""
        self.under_way.hide()
        self.warning.say(NoticeKind.WARNING, content.warning, content.warning_detail)
        self._warning_space.setVisible(bool(content.warning))
        self.folder.setText(content.folder or "No folder chosen")
        self.last.setText(content.last)
        self.last.set_colour(Token.NOTYET if content.warning else Token.TEXT_2)
        self.automatic.setText(content.automatic)
        self.back_up.set_unavailable("" if content.folder else "Choose a folder first.")
        self._rows = content.rows
        self._show_rows()

    def _lay_out(self) -> None:
        card = RowsCard()
        card.set_rows(
            [
                setting_row("Folder", self.folder, self.choose),
                setting_row("Last good backup", self.last, self.back_up),
                setting_row("Automatic backup", self.automatic),
                setting_row(
                    "Another backup", "From a stick or another folder. You see what would change first.", self.elsewhere
                ),
            ]
        )
        self._warning_space = QWidget()
        self._warning_space.setFixedHeight(12)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.warning)
        layout.addWidget(self._warning_space)
        layout.addWidget(card)
        layout.addWidget(self.under_way)
        self._below = QWidget()
        below = column(20, self._heading, self._list)
        below.addWidget(self._more, 0, LEFT)
        self._below.setLayout(below)
        layout.addWidget(self._below)

    def _show_rows(self) -> None:
        shown = self._rows if self._shows_all else self._rows[:_FIRST]
        self._below.setVisible(bool(shown))
        self._heading.set_count(len(self._rows))
        self._list.set_rows([self._row(row) for row in shown])
        hidden = len(self._rows) - len(shown)
        self._more.setVisible(hidden > 0)
        self._more.set_label(f"Show {hidden} more")

    def _row(self, backup: BackupRow) -> ListRow:
        line = row_layout(spacing=16)
        line.addWidget(IconView("save", 18, Token.TEXT_3), 0, MIDDLE)
        words = column(
            Text(backup.title, Role.MEDIUM, elide=True), Text(backup.detail, Role.SMALL, Token.TEXT_2, elide=True)
        )
        line.addLayout(words, 1)
        button = Button("Restore", icon="rotate-ccw", size=Size.SMALL, name=f"Restore the backup of {backup.title}")
        button.clicked.connect(lambda: self.restore_asked.emit(backup.id))
        line.addWidget(button, 0, MIDDLE)
        return ListRow(line, height=60)

    def _on_more(self) -> None:
        self._shows_all = True
        self._show_rows()
