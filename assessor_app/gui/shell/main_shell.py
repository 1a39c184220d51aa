"""The main window's content: rail, page stack, toast, palette.

It shows pages it is given and says where the person wants to go; which page that is and what is in it is decided
elsewhere. Refuses to build a page.
"""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget
from typing_extensions import override

from assessor_app.gui.shell.command import SearchCommands
from assessor_app.gui.shell.palette import Palette
from assessor_app.gui.shell.rail import Place, Rail
from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.widgets.chip import ChipData
from assessor_app.gui.widgets.painted import pen_ready
from assessor_app.gui.widgets.toast import Toast

PLACES = (
    Place(id="today", label="Today", icon="sun", shortcut="Alt+1"),
    Place(id="candidates", label="Candidates", icon="users", shortcut="Alt+2"),
    Place(id="sign-off", label="Sign-off", icon="signature", shortcut="Alt+3"),
    Place(id="search", label="Search", icon="search", shortcut="Alt+4"),
    Place(id="sync", label="Sync", icon="refresh-cw", shortcut="Alt+5"),
    Place(id="units", label="Units", icon="library", shortcut="Alt+6", below=True),
    Place(id="quality", label="Quality", icon="shield-check", shortcut="Alt+7", below=True),
    Place(id="settings", label="Settings", icon="settings", shortcut="Alt+8", below=True),
)


class MainShell(QWidget):
    """`place_asked` gives a place's id, `command_chosen` a command's id; `palette_asked` comes before it opens."""

    place_asked = Signal(str)
    command_chosen = Signal(str)
    palette_asked = Signal()

    def __init__(self, places: tuple[Place, ...] = PLACES, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: dict[str, QWidget] = {}
        self.rail = Rail(places)
        self.stack = QStackedWidget()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.rail)
        layout.addWidget(self.stack, 1)
        self.toast = Toast(self)
        self.palette_sheet = Palette(self)
        self.rail.asked.connect(self._on_place_asked)
        self.palette_sheet.chosen.connect(self.command_chosen)
        self._palette_key = QShortcut(QKeySequence("Ctrl+K"), self)
        self._palette_key.activated.connect(self.open_palette)
        look().changed.connect(self._on_look_changed)

    def set_page(self, page_id: str, widget: QWidget) -> None:
        """Gives the page for `page_id`; a page that was there is deleted."""
        old = self._pages.pop(page_id, None)
        if old is not None and old is not widget:
            self.stack.removeWidget(old)
            old.deleteLater()
        self._pages[page_id] = widget
        self.stack.addWidget(widget)

    def has_page(self, page_id: str) -> bool:
        """Whether a page was given for `page_id`."""
        return page_id in self._pages

    def show_page(self, page_id: str, place_id: str | None = None) -> None:
        """Shows a page; the rail marks `place_id`, or the place of the same id. Raises KeyError for an unknown page."""
        self.stack.setCurrentWidget(self._pages[page_id])
        self.rail.set_open(place_id if place_id is not None else page_id)

    def set_rail_visible(self, visible: bool) -> None:
        """The rail is away while the laptop is handed over."""
        self.rail.setVisible(visible)

    def set_keys_enabled(self, enabled: bool) -> None:
        """The palette's key and the rail's, off while the laptop is handed over; a toast or open palette goes too."""
        self._palette_key.setEnabled(enabled)
        for shortcut in self.rail.findChildren(QShortcut):
            shortcut.setEnabled(enabled)
        if not enabled:
            self.toast.hide()
            self.palette_sheet.hide()

    def set_count(self, place_id: str, count: int) -> None:
        """The badge of a place."""
        self.rail.set_count(place_id, count)

    def set_commands(self, search: SearchCommands) -> None:
        """What the palette finds."""
        self.palette_sheet.set_search(search)

    def open_palette(self) -> None:
        """Shows the palette."""
        self.palette_asked.emit()
        self.palette_sheet.open_palette()

    def show_toast(
        self,
        text: str,
        undo_label: str | None = None,
        on_undo: Callable[[], None] | None = None,
        chips: tuple[ChipData, ...] = (),
    ) -> None:
        """Says what happened; with `on_undo` there is a button, "Undo" unless `undo_label` says otherwise."""
        self.toast.say(text, undo_label, on_undo, chips)
        self._place_toast(rises=True)

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self.palette_sheet.follow_window()
        if self.toast.isVisible():
            self._place_toast(rises=False)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        pen_ready(self).fillRect(self.rect(), look().colour(Token.WINDOW))

    def _place_toast(self, *, rises: bool) -> None:
        left = self.rail.width() if self.rail.isVisibleTo(self) else 0
        self.toast.place(left, self.width() - left, self.height(), rises=rises)

    def _on_place_asked(self, place_id: str) -> None:
        self.place_asked.emit(place_id)

    def _on_look_changed(self) -> None:
        self.update()
        if self.toast.isVisible():
            self._place_toast(rises=False)
