"""A list without a frame on the ground of its page or card: a delegate paints the rows, it scrolls by the pixel."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QListView, QWidget

from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.style import RING_RADIUS


class PlainList(QListView):
    """`name` is what a screen reader calls it, `radius` the roundness of the focus ring in pixels."""

    def __init__(self, name: str, *, radius: int = 11, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(name)
        self.setProperty(RING_RADIUS, radius)
        look().changed.connect(self.doItemsLayout)
