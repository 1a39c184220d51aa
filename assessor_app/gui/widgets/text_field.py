"""One line of text with its label."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from assessor_app.gui.widgets.field import FIELD_HEIGHT, Field, InputFrame, LineEdit
from assessor_app.gui.widgets.icon_view import IconView


class TextField(Field):
    """`edited` comes with each change by the person, `committed` when they leave the field or press Enter."""

    edited = Signal(str)
    committed = Signal(str)

    def __init__(
        self,
        label: str,
        help_text: str = "",
        *,
        icon: str = "",
        height: int = FIELD_HEIGHT,
        longest: int = 200,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label, help_text, parent=parent)
        frame = InputFrame(height=height)
        self.editor = LineEdit()
        self.editor.setMaxLength(longest)
        if icon:
            frame.row.addWidget(IconView(icon, 17))
        frame.row.addWidget(self.editor, 1)
        self.put(self.editor, frame)
        self.editor.focus_moved.connect(frame.set_focused)
        self.editor.textEdited.connect(self.edited)
        self.editor.editingFinished.connect(self._on_finished)

    @property
    def text(self) -> str:
        """What stands in the field, without spaces at its ends."""
        return self.editor.text().strip()

    def set_text(self, text: str) -> None:
        """Puts `text` in; no signal."""
        self.editor.setText(text)

    def _on_finished(self) -> None:
        self.committed.emit(self.text)


class FindField(TextField):
    """Find as you type: the label is spoken but not drawn, because the icon and the help inside say it."""

    def __init__(self, label: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(label, icon="search", parent=parent)
        self._label.hide()
        self._layout.takeAt(1)
        self.editor.setPlaceholderText(hint)
        self.editor.setClearButtonEnabled(False)
