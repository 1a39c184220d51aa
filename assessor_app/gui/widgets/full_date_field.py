"""A date field whose text takes the whole width: the style gives a spin box without buttons an edit of one pixel."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from assessor_app.gui.widgets.date_field import DateField


class FullDateField(DateField):
    """A DateField that keeps its line as wide as its frame."""

    def __init__(self, label: str, help_text: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(label, help_text, parent=parent)
        self.editor.lineEdit().installEventFilter(self)
        self.editor.setAccessibleName(label)

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        line = self.editor.lineEdit()
        if watched is line and event.type() == QEvent.Type.Resize and line.width() < self.editor.width() - 2:
            line.setGeometry(self.editor.rect())
        return super().eventFilter(watched, event)
