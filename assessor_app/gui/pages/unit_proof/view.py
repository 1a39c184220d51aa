"""The proofing page: reading, the units found, the proof, the review; one of them at a time."""

from enum import Enum

from PySide6.QtWidgets import QStackedLayout, QWidget

from assessor_app.gui.pages.unit_proof.found_view import FoundView
from assessor_app.gui.pages.unit_proof.proof_view import ProofView
from assessor_app.gui.pages.unit_proof.reading_view import ReadingView
from assessor_app.gui.pages.unit_proof.review_view import ReviewView


class Part(Enum):
    """What the page shows."""

    READING = "reading"
    FOUND = "found"
    PROOF = "proof"
    REVIEW = "review"


class UnitProofView(QWidget):
    """Four views on each other's place; `show_part` gives the keyboard to the one that is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reading = ReadingView()
        self.found = FoundView()
        self.proof = ProofView()
        self.review = ReviewView()
        self._parts: dict[Part, QWidget] = {
            Part.READING: self.reading,
            Part.FOUND: self.found,
            Part.PROOF: self.proof,
            Part.REVIEW: self.review,
        }
        self._stack = QStackedLayout(self)
        for part in self._parts.values():
            self._stack.addWidget(part)

    @property
    def part(self) -> Part:
        """What is shown."""
        return next(part for part, widget in self._parts.items() if widget is self._stack.currentWidget())

    def show_part(self, part: Part) -> None:
        """Shows another part."""
        self._stack.setCurrentWidget(self._parts[part])
        proxy = self._parts[part].focusProxy() or self._parts[part]
        self.setFocusProxy(proxy)
        proxy.setFocus()
