"""The dialogs of erasing a candidate, with made-up data."""

from datetime import UTC, date, datetime

from PySide6.QtWidgets import QWidget

from assessor_app.domain.erasure import Erasable, Erased, UnreachedCopy
from assessor_app.gui.erasing import ErasedDialog, EraseDialog, ErasingDialog

AWAY = (
    UnreachedCopy(
        where="/media/hannah/OLD STICK",
        made=datetime(2026, 9, 3, 17, 40, tzinfo=UTC),
        why="its folder is not there now",
    ),
    UnreachedCopy(
        where="/home/hannah/backups/assessor-backup-20260812-101500",
        made=datetime(2026, 8, 12, 10, 15, tzinfo=UTC),
        why="it is damaged",
    ),
)
PLAN = Erasable(
    name="Tegwen Morris",
    records=(
        ("candidate", 1),
        ("enrolment", 2),
        ("observation", 4),
        ("evidence", 11),
        ("decision", 46),
        ("judgement", 2),
        ("sheet", 3),
        ("sheet_status", 3),
        ("signature", 8),
    ),
    files=14,
    size=6_400_000,
    sealed_on=date(2026, 11, 12),
    bodies=("OCR", "LASER"),
    not_received=23,
    was_exported=True,
    named_elsewhere=1,
    copies=9,
    unreached=AWAY,
)
SIMPLE = Erasable(
    name="Bo Vance",
    records=(("candidate", 1), ("enrolment", 1)),
    files=0,
    size=0,
    sealed_on=None,
    bodies=(),
    not_received=0,
    was_exported=False,
    named_elsewhere=0,
    copies=0,
    unreached=(),
)


def asked() -> QWidget:
    """Much speaks against it."""
    return EraseDialog(PLAN)


def asked_simple() -> QWidget:
    """Nothing speaks against it."""
    return EraseDialog(SIMPLE)


def under_way() -> QWidget:
    """Half of the backups are done."""
    dialog = ErasingDialog()
    dialog.bar.set_percent(44)
    return dialog


def not_everywhere() -> QWidget:
    """Two copies could not be reached."""
    return ErasedDialog(Erased(records=77, files=14, copies=9, unreached=AWAY))


DIALOGS = (("erase", asked), ("erase-simple", asked_simple), ("erasing", under_way), ("erased", not_everywhere))
