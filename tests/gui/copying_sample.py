"""The dialogs of giving a copy of somebody's data, with made-up data."""

from PySide6.QtWidgets import QWidget

from assessor_app.domain.subject_access import CopyPlan
from assessor_app.gui.copying import CopyDialog, CopyingDialog
from tests.gui import erasing_sample

PLAN = CopyPlan(
    name="Tegwen Morris",
    records=erasing_sample.PLAN.records,
    files=14,
    size=6_400_000,
    named_elsewhere=3,
)
SIMPLE = CopyPlan(name="Bo Vance", records=(("candidate", 1), ("enrolment", 1)), files=0, size=0)


def asked() -> QWidget:
    """Much is held."""
    return CopyDialog(PLAN)


def asked_simple() -> QWidget:
    """Little is held."""
    return CopyDialog(SIMPLE)


def under_way() -> QWidget:
    """Half of it is written."""
    dialog = CopyingDialog()
    dialog.bar.set_percent(44)
    return dialog


DIALOGS = (("copy", asked), ("copy-simple", asked_simple), ("copying", under_way))
