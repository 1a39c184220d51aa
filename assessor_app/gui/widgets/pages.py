"""Pages in one place that take only the height of the one that is shown, so that a short page does not scroll."""

from PySide6.QtWidgets import QVBoxLayout, QWidget


class Pages(QWidget):
    """Like a QStackedWidget, but as tall as its present page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: list[QWidget] = []
        self._index = 0
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    @property
    def index(self) -> int:
        """The number of the page that is shown."""
        return self._index

    def add_page(self, page: QWidget) -> None:
        """Adds a page; the first one is shown."""
        self._pages.append(page)
        self._layout.addWidget(page)
        page.setVisible(len(self._pages) - 1 == self._index)

    def show_page(self, index: int) -> None:
        """Shows another page."""
        self._index = index
        for number, page in enumerate(self._pages):
            page.setVisible(number == index)
