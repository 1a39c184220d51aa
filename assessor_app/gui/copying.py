"""Give a candidate a copy of their data: what it holds and that it is in clear, where to, and how far it has come."""

from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QFileDialog, QWidget

from assessor_app.domain.errors import KnownError
from assessor_app.domain.subject_access import CopyGiven, CopyPlan
from assessor_app.domain.watch import STOPPED
from assessor_app.gui.desk import Desk
from assessor_app.gui.dialogs import Sheet
from assessor_app.gui.theme.controller import look
from assessor_app.gui.under_way import UnderWayDialog, run_under
from assessor_app.gui.widgets.facts import Fact, Facts
from assessor_app.gui.widgets.notice import Notice, NoticeKind
from assessor_app.usecases.subject_access import free_folder, give_copy, look_at_copy
from assessor_app.usecases.subject_words import IN_CLEAR, facts_of_plan

_WIDTH = 560
_LONGEST = 70  # characters of a folder's name in a toast


def ask_copy(candidate: UUID, desk: Desk, parent: QWidget) -> None:
    """Show what a copy would hold; where the person goes on, ask where to, write it, and say where it is.

    The dialogs are children of `parent`, which ends with the session: none outlives it.
    """

    def show(plan: CopyPlan) -> None:
        dialog = CopyDialog(plan, parent)
        dialog.accepted.connect(lambda: _choose(candidate, plan, desk, parent))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    desk.jobs.run(lambda: look_at_copy(desk.vault, candidate), show, desk.trouble)


def _choose(candidate: UUID, plan: CopyPlan, desk: Desk, parent: QWidget) -> None:
    chosen = QFileDialog.getExistingDirectory(parent, "Where the folder with the copy goes")
    if chosen:
        _give(candidate, free_folder(desk.vault, Path(chosen), plan.name), desk, parent)


def _give(candidate: UUID, out: Path, desk: Desk, parent: QWidget) -> None:
    def on_given(given: CopyGiven) -> None:
        if given.missing:
            desk.trouble(_incomplete(given))
        else:
            desk.say(f"The copy is in “{_short(given.folder.name)}”. It is not encrypted.")

    def on_error(error: KnownError) -> None:
        if error.code == STOPPED:
            desk.say("Stopped. Nothing was given out.")
        else:
            desk.trouble(error)

    run_under(
        CopyingDialog(parent),
        desk.jobs,
        lambda watch: give_copy(desk.vault, candidate, out, watch),
        on_given,
        on_error,
    )


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"


def _incomplete(given: CopyGiven) -> KnownError:
    return KnownError(
        f"The copy is in {given.folder.name}, but not everything could be copied: {'; '.join(given.missing)}.",
        safe="Everything else is in it, and it says itself what is missing.",
        advice="Run 'Check my data' and restore a backup if it says so; then give a new copy.",
        code="copy-incomplete",
    )


class CopyDialog(Sheet):
    """What the copy holds, and the warning that it leaves the vault in clear."""

    def __init__(self, plan: CopyPlan, parent: QWidget | None = None) -> None:
        super().__init__(
            f"Give a copy of the data of {plan.name}",
            "Everything that is kept about them here, in one folder. They have a right to it.",
            "Choose a folder…",
            parent,
        )
        self.setMinimumWidth(look().px(_WIDTH))
        facts = Facts()
        facts.set_facts(tuple(Fact(label=label, value=words) for label, words in facts_of_plan(plan)))
        self.body.addWidget(facts)
        notice = Notice()
        notice.say(NoticeKind.WARNING, "It will not be encrypted", IN_CLEAR)
        self.body.addWidget(notice)


class CopyingDialog(UnderWayDialog):
    """A copy is under way. Closing it stops that, and nothing is left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Making the copy", "Files first, then the pages.", "Stop", parent)
