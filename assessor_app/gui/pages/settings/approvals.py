"""Who approved each printed form, and when.

The forms ship unapproved and say so until the centre has looked at them.
"""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assessor_app.gui.pages.settings.model import FormApproval
from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.card import Card, Hairline
from assessor_app.gui.widgets.date_field import DateField
from assessor_app.gui.widgets.layouts import clear
from assessor_app.gui.widgets.text import Text
from assessor_app.gui.widgets.text_field import TextField


class _Row(QWidget):
    changed = Signal(FormApproval)

    def __init__(self, form: FormApproval) -> None:
        super().__init__()
        self._form = form
        self.by = TextField("Approved by")
        self.by.editor.setAccessibleName(f"{form.title}: approved by")
        self.by.set_text(form.approved_by)
        self.on = DateField("On")
        self.on.editor.setAccessibleName(f"{form.title}: approved on")
        self.on.opener.setAccessibleName(f"{form.title}: calendar")
        self.on.setMaximumWidth(look().px(220))
        if form.approved_on is not None:
            self.on.set_value(form.approved_on)
        if form.approved_on is None and not form.approved_by:
            self.on.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 14, 0, 16)
        layout.setSpacing(8)
        layout.addWidget(Text(form.title, Role.MEDIUM, wrap=True))
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addWidget(self.by, 1)
        line.addWidget(self.on, 1)
        layout.addLayout(line)
        self.by.edited.connect(self._on_edited)
        self.by.committed.connect(self._on_committed)
        self.on.changed.connect(self._on_committed)

    def _on_edited(self, text: str) -> None:
        self.on.setVisible(bool(text.strip()))

    def _on_committed(self) -> None:
        by = self.by.text
        now = replace(self._form, approved_by=by, approved_on=self.on.value if by else None)
        if now != self._form:
            self._form = now
            self.changed.emit(now)


class Approvals(Card):
    """`changed` gives the form with its new approval."""

    changed = Signal(FormApproval)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padding=(20, 4, 20, 4), parent=parent)

    def set_forms(self, forms: tuple[FormApproval, ...], today: date) -> None:
        """Shows these forms; `today` stands in the date field until another date is given."""
        clear(self.body)
        if not forms:
            self.body.addSpacing(12)
            self.body.addWidget(Text("No forms are loaded.", Role.BODY, Token.TEXT_2))
            self.body.addSpacing(12)
        for number, form in enumerate(forms):
            if number:
                self.body.addWidget(Hairline())
            line = _Row(form)
            if form.approved_on is None:
                line.on.set_value(today)
            line.changed.connect(self.changed)
            self.body.addWidget(line)
