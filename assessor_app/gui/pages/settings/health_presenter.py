"""Check my data, stop that, mend what can be mended, and lead to the event log and to diagnostics."""

from collections.abc import Callable

from assessor_app.domain.errors import KnownError
from assessor_app.domain.findings import CAN_BE_MENDED, PAGES_ARE_LOST, Finding
from assessor_app.domain.moments import Moment
from assessor_app.domain.watch import STOPPED
from assessor_app.gui.desk import Desk, Goal, Page
from assessor_app.gui.diagnostics import copy_diagnostics
from assessor_app.gui.pages.settings.health import Health
from assessor_app.gui.pages.settings.model import CheckContent, FindingRow
from assessor_app.gui.watching import Watching
from assessor_app.gui.words import clock, count, day


class HealthPresenter:
    """The check only reads, so it runs beside the database worker: what is typed meanwhile is kept as always."""

    def __init__(self, view: Health, desk: Desk, salvage: Callable[[], None]) -> None:
        self._view = view
        self._desk = desk
        self._check: Watching | None = None
        view.check_asked.connect(self._on_check)
        view.under_way.stop_asked.connect(self._on_stop)
        view.mend_asked.connect(self._on_mend)
        view.salvage_asked.connect(salvage)
        view.log_asked.connect(lambda: desk.go(Goal(page=Page.EVENT_LOG)))
        view.diagnostics_asked.connect(lambda: copy_diagnostics(desk))

    def _on_check(self) -> None:
        if self._check is not None:
            return
        self._check = check = Watching(self._view)
        check.moved.connect(self._view.under_way.bar.set_percent)
        self._view.set_checking()
        self._desk.jobs.run_long(lambda: self._desk.vault.examine(check.watch), self._on_checked, self._on_not_checked)

    def _on_stop(self) -> None:
        if self._check is not None:
            self._check.cancel()

    def _on_checked(self, findings: tuple[Finding, ...]) -> None:
        self._check = None
        self._desk.care.findings = tuple(f.code for f in findings)
        self._view.set_result(check_content(findings, self._desk.ports.now()))

    def _on_not_checked(self, error: KnownError) -> None:
        self._check = None
        if error.code == STOPPED:
            self._view.set_result(
                CheckContent(
                    verdict="The check was stopped",
                    detail="Nothing was changed, and nothing is said about your data. Check again when you have time.",
                )
            )
            return
        self._view.set_result(
            CheckContent(
                verdict="The check could not be finished",
                detail=error.what,
                pages_are_lost=error.code == "vault-damaged",
            )
        )
        self._desk.trouble(error)

    def _on_mend(self) -> None:
        self._view.mend.hide()
        self._desk.jobs.run(self._desk.vault.mend, lambda _: self._on_check(), self._desk.trouble)


def check_content(findings: tuple[Finding, ...], at: Moment) -> CheckContent:
    """What a check at `at` found, in words."""
    when = f"Checked on {day(at.local_date)} at {clock(at)}."
    if not findings:
        return CheckContent(
            verdict="Everything is sound",
            detail=f"{when} Database, encryption, event log, records and files.",
            is_sound=True,
        )
    return CheckContent(
        verdict=count(len(findings), "thing is not as it should be", "things are not as they should be"),
        detail=f"{when} What is not named here is sound.",
        findings=tuple(FindingRow(what=f.what, safe=f.safe, advice=f.advice) for f in findings),
        can_be_mended=any(f.code in CAN_BE_MENDED for f in findings),
        pages_are_lost=any(f.code in PAGES_ARE_LOST for f in findings),
    )
