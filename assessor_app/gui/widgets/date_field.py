"""Date and time inputs: typed, with arrows, or from a calendar. Dates are plain `date` and `time` values."""

from datetime import date, time

from PySide6.QtCore import QDate, QPoint, Qt, QTime, Signal
from PySide6.QtGui import QFocusEvent, QTextCharFormat, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QCalendarWidget, QDateEdit, QTimeEdit, QWidget
from typing_extensions import override

from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.style import OWN_FOCUS
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.buttons import IconButton
from assessor_app.gui.widgets.field import Field, InputFrame, clear_base


class _DateEdit(QDateEdit):
    focus_moved = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setDisplayFormat("d MMMM yyyy")

    @override
    def focusInEvent(self, event: QFocusEvent, /) -> None:
        super().focusInEvent(event)
        self.focus_moved.emit(True)

    @override
    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        super().focusOutEvent(event)
        self.focus_moved.emit(False)

    @override
    def wheelEvent(self, event: QWheelEvent, /) -> None:
        event.ignore()


class _TimeEdit(QTimeEdit):
    focus_moved = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setDisplayFormat("HH:mm")

    @override
    def focusInEvent(self, event: QFocusEvent, /) -> None:
        super().focusInEvent(event)
        self.focus_moved.emit(True)

    @override
    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        super().focusOutEvent(event)
        self.focus_moved.emit(False)

    @override
    def wheelEvent(self, event: QWheelEvent, /) -> None:
        event.ignore()


def _dress(editor: QDateEdit | QTimeEdit) -> None:
    editor.setFrame(False)
    editor.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
    editor.setProperty(OWN_FOCUS, True)
    editor.setFont(look().font(Role.BODY, tabular=True))
    clear_base(editor)
    clear_base(editor.lineEdit())


class DateField(Field):
    """`changed` gives the date the person set."""

    changed = Signal(date)

    def __init__(self, label: str, help_text: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(label, help_text, parent=parent)
        frame = InputFrame()
        frame.row.setContentsMargins(12, 2, 6, 2)
        self.editor = _DateEdit()
        _dress(self.editor)
        self.opener = IconButton("calendar-days", f"Calendar for {label.lower()}", side=32)
        frame.row.addWidget(self.editor, 1)
        frame.row.addWidget(self.opener)
        self.put(self.editor, frame)
        self._setting = False
        self.editor.focus_moved.connect(frame.set_focused)
        self.editor.dateChanged.connect(self._on_date_changed)
        self.opener.clicked.connect(self._on_opener_clicked)
        look().changed.connect(self._on_look_changed)

    @property
    def value(self) -> date:
        """The date shown."""
        shown = self.editor.date()
        return date(shown.year(), shown.month(), shown.day())

    def set_value(self, value: date) -> None:
        """Shows another date; no signal."""
        self._setting = True
        self.editor.setDate(QDate(value.year, value.month, value.day))
        self._setting = False

    def _on_date_changed(self) -> None:
        if not self._setting:
            self.changed.emit(self.value)

    def _on_opener_clicked(self) -> None:
        calendar = QCalendarWidget(self)
        calendar.setWindowFlag(Qt.WindowType.Popup)
        calendar.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        plain = QTextCharFormat()
        plain.setForeground(look().colour(Token.TEXT))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(day, plain)
        calendar.setSelectedDate(self.editor.date())
        calendar.clicked.connect(self.editor.setDate)
        calendar.activated.connect(self.editor.setDate)
        calendar.clicked.connect(calendar.close)
        calendar.activated.connect(calendar.close)
        calendar.move(self.editor.mapToGlobal(QPoint(-12, self.editor.height() + 10)))
        calendar.show()
        calendar.setFocus()

    def _on_look_changed(self) -> None:
        self.editor.setFont(look().font(Role.BODY, tabular=True))


class TimeField(Field):
    """`changed` gives the time the person set."""

    changed = Signal(time)

    def __init__(self, label: str, help_text: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(label, help_text, parent=parent)
        frame = InputFrame()
        self.editor = _TimeEdit()
        _dress(self.editor)
        frame.row.addWidget(self.editor, 1)
        self.put(self.editor, frame)
        self._setting = False
        self.editor.focus_moved.connect(frame.set_focused)
        self.editor.timeChanged.connect(self._on_time_changed)
        look().changed.connect(self._on_look_changed)

    @property
    def value(self) -> time:
        """The time shown."""
        shown = self.editor.time()
        return time(shown.hour(), shown.minute())

    def set_value(self, value: time) -> None:
        """Shows another time; no signal."""
        self._setting = True
        self.editor.setTime(QTime(value.hour, value.minute))
        self._setting = False

    def _on_time_changed(self) -> None:
        if not self._setting:
            self.changed.emit(self.value)

    def _on_look_changed(self) -> None:
        self.editor.setFont(look().font(Role.BODY, tabular=True))
