"""The details of a visit: when, where, in what setting, who else was there, and what was said at its end."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from assessor_app.domain.observations import Observation
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.choice import CheckBox
from assessor_app.gui.widgets.full_date_field import FullDateField
from assessor_app.gui.widgets.layouts import column, row
from assessor_app.gui.widgets.narrative_time import time_of_day
from assessor_app.gui.widgets.text import Text
from assessor_app.gui.widgets.text_area import TextArea
from assessor_app.gui.widgets.text_field import TextField

_NO_TIME = "A time of day, such as 11:40."


class DetailsForm(QWidget):
    """`edited` comes with each change; `on(visit)` gives the visit with what the form says."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._setting = False
        self._simulation_offered = True
        self.day = FullDateField("Date")
        self.start = TextField("From", longest=5)
        self.end = TextField("Until", "Empty while the visit goes on", longest=5)
        self.place = TextField("Place", icon="map-pin")
        self.context = TextArea("Context", "What was going on", lines=2)
        self.planned = CheckBox("The visit was planned")
        self.plan_ref = TextField("Plan it belongs to")
        self.others = TextField("Who else was present")
        self.simulation = CheckBox("Simulated, not real work")
        self.simulation_reason = TextArea("Why it was simulated", lines=2)
        self._no_simulation = Text("", Role.SMALL, Token.TEXT_2, wrap=True)
        self.products = TextArea("Products seen", "What, and where it is kept; nothing is copied", lines=2)
        self.feedback = TextArea("Feedback to the candidate")
        self.comments = TextArea("Candidate's comments", "In the candidate's own words", lines=3)
        self.next_steps = TextArea("Next steps", "What was agreed, by when", lines=3)
        times = row(self.day, self.start, self.end, spacing=16)
        times.setStretch(0, 2)
        times.setStretch(1, 1)
        times.setStretch(2, 1)
        self.setLayout(
            column(
                Text("Details of the visit", Role.TITLE), times, self.place, self.context, self.planned, self.plan_ref,
                self.others, self._no_simulation, self.simulation, self.simulation_reason, self.products, self.feedback,
                self.comments, self.next_steps, None, spacing=18,
            )
        )  # fmt: skip
        self._areas = (
            self.context, self.simulation_reason, self.products, self.feedback, self.comments, self.next_steps,
        )  # fmt: skip
        for line in (self.start, self.end, self.place, self.plan_ref, self.others):
            line.edited.connect(self._on_edited)
        for area in self._areas:
            area.edited.connect(self._on_edited)
        for box in (self.planned, self.simulation):
            box.toggled.connect(self._on_edited)
        self.day.changed.connect(self._on_edited)

    def set_visit(self, visit: Observation, no_simulation: str) -> None:
        """Shows the visit's details; `no_simulation` says why that is not offered."""
        self._setting = True
        self.day.set_value(visit.day)
        for line, text in (
            (self.start, visit.start),
            (self.end, visit.end),
            (self.place, visit.place),
            (self.plan_ref, visit.plan_ref),
            (self.others, visit.others_present),
        ):
            line.set_text(text)
            line.set_error("")
        texts = (
            visit.context, visit.simulation_reason, visit.products_seen, visit.feedback, visit.candidate_comments,
            visit.next_steps,
        )  # fmt: skip
        for area, text in zip(self._areas, texts, strict=True):
            area.set_text(text)
        self.planned.setChecked(visit.planned)
        self._simulation_offered = not no_simulation or visit.simulation
        self.simulation.setChecked(visit.simulation)
        self._no_simulation.setText(no_simulation)
        self._no_simulation.setVisible(bool(no_simulation))
        self._fold()
        self._setting = False

    def on(self, visit: Observation) -> Observation:
        """`visit` with what stands here; a time that is none leaves the one before."""
        return replace(
            visit,
            day=self.day.value,
            start=time_of_day(self.start.text) or visit.start,
            end=time_of_day(self.end.text) if self.end.text else "",
            place=self.place.text,
            context=self.context.text,
            planned=self.planned.isChecked(),
            plan_ref=self.plan_ref.text,
            others_present=self.others.text,
            simulation=self.simulation.isChecked(),
            simulation_reason=self.simulation_reason.text,
            products_seen=self.products.text,
            feedback=self.feedback.text,
            candidate_comments=self.comments.text,
            next_steps=self.next_steps.text,
        )

    def _on_edited(self) -> None:
        if self._setting:
            return
        for line in (self.start, self.end):
            line.set_error("" if not line.text or time_of_day(line.text) or len(line.text) < 4 else _NO_TIME)
        self._fold()
        self.edited.emit()

    def _fold(self) -> None:
        self.plan_ref.setVisible(self.planned.isChecked())
        self.simulation.setVisible(self._simulation_offered)
        self.simulation_reason.setVisible(self._simulation_offered and self.simulation.isChecked())
