"""Words that every form shares: dates as printed, values that are not there, places and names.

Months are spelt here and not by the machine's locale, so that one record prints alike everywhere.
"""

from datetime import date

from assessor_app.documents.pdf.style import UNSTATED, VALUE, Style
from assessor_app.documents.pdf.text import Run
from assessor_app.domain.judging import RecordedReason
from assessor_app.domain.moments import Moment
from assessor_app.domain.people import Assessor, Standing

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def long_date(day: date) -> str:
    """`14 October 2026`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def short_date(day: date) -> str:
    """`14 Oct 2026`."""
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def clock(moment: Moment) -> str:
    """`14:52 BST`."""
    return f"{moment.local:%H:%M} {moment.zone_name}"


def long_moment(moment: Moment) -> str:
    """`14 October 2026, 14:52 BST`."""
    return f"{long_date(moment.local_date)}, {clock(moment)}"


def exact_moment(moment: Moment) -> str:
    """`14 Oct 2026 15:31:22 +01:00`."""
    offset = f"{moment.local:%z}"
    return f"{short_date(moment.local_date)} {moment.local:%H:%M:%S} {offset[:3]}:{offset[3:5]}"


def stated(value: str | None, style: Style = VALUE, absent: str = "not stated") -> Run:
    """A value, or in italics that the unit text or the record does not give it."""
    return Run(value, style) if value and value.strip() else Run(absent, UNSTATED.at(style.size))


def assessor_line(assessor: Assessor) -> str:
    """`Name, peripatetic`."""
    return f"{assessor.name}, {assessor.standing.value}" + ("" if assessor.qualified else ", in training")


def is_external(assessor: Assessor) -> bool:
    """True for an assessor who visits."""
    return assessor.standing is Standing.EXTERNAL


def recorded(reason: RecordedReason) -> str:
    """Who recorded a reason, when, on which decision of the centre."""
    decision = f"; centre\u2019s decision {reason.centre_decision}" if reason.centre_decision else ""
    return f"Recorded by {reason.by}, {long_moment(reason.at)}{decision}."


def sentence(text: str) -> str:
    """The text with a full stop, if it has no closing mark."""
    text = text.strip()
    return text if not text or text[-1] in ".!?\u2026" else f"{text}."
