"""Copy diagnostics: put the text on the clipboard, and say so. The text itself names nobody (usecases/diagnostics)."""

from collections.abc import Sequence

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication

from assessor_app import __version__
from assessor_app.domain.measures import VaultMeasures
from assessor_app.gui.desk import Desk
from assessor_app.usecases.diagnostics import ProgramFacts, diagnostics_text


def copy_diagnostics(desk: Desk) -> None:
    """Measure the vault on the worker and copy; a vault that cannot be measured is said to be so in the text."""
    facts = _facts()
    findings, troubles = desk.care.findings, tuple(desk.care.troubles)

    def copy(measures: VaultMeasures | None) -> None:
        QGuiApplication.clipboard().setText(diagnostics_text(facts, measures, findings, troubles))
        desk.say("Diagnostics are copied. They hold versions, numbers and codes, and name nobody.")

    desk.jobs.run(desk.vault.measure, copy, lambda _: copy(None))


def copy_locked_diagnostics(troubles: Sequence[str]) -> None:
    """The same at the gate, where no vault is open: versions, and the codes of the last `troubles`."""
    QGuiApplication.clipboard().setText(diagnostics_text(_facts(), None, None, troubles))


def _facts() -> ProgramFacts:
    return ProgramFacts(version=__version__, toolkit=f"Qt {qVersion()}")
