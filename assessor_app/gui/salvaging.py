"""A new vault from what a damaged one still gives: what that means, the passphrase, and then what came back.

Refuses to begin without the passphrase, and to call anything complete that is not: what is lost is counted and named.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from assessor_app.domain.errors import KnownError
from assessor_app.domain.salvaged import Salvaged
from assessor_app.gui.dialogs import SecretDialog, Sheet
from assessor_app.gui.jobs import Jobs
from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.layouts import column
from assessor_app.gui.widgets.notice import Notice, NoticeKind
from assessor_app.gui.widgets.page import ScrollColumn
from assessor_app.gui.widgets.text import Text
from assessor_app.usecases.event_words import NAMED_KINDS, plural_of
from assessor_app.usecases.program import Program

_WORDS = (
    "A new vault is made from every record and file that can still be read. The damaged one is only read, and kept "
    "beside it. If you have a good backup, restore that instead: it is whole."
)


def ask_salvage(
    program: Program,
    jobs: Jobs,
    done: Callable[[Path], None],
    trouble: Callable[[KnownError], None],
    parent: QWidget,
) -> None:
    """Ask for the passphrase, save what can be saved, show what that was, and call `done` with where the old one is."""
    saved: list[tuple[Salvaged, Path]] = []

    def check(secret: str, answer: Callable[[bool], None]) -> None:
        def on_saved(found: tuple[Salvaged, Path]) -> None:
            saved[:] = [found]
            answer(True)

        def on_error(error: KnownError) -> None:
            if error.code == "vault-locked":
                answer(False)
                return
            asking.reject()
            trouble(error)

        jobs.run(lambda: program.salvage_here(secret), on_saved, on_error)

    def show() -> None:
        report, aside = saved[0]
        dialog = SalvagedDialog(report, parent)
        dialog.finished.connect(lambda _: done(aside))
        dialog.finished.connect(asking.deleteLater)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    asking = SecretDialog("Save what can be saved", _WORDS, "Passphrase of the damaged vault", check, parent)
    asking.accepted.connect(show)
    asking.rejected.connect(asking.deleteLater)
    asking.open()


def words_of(report: Salvaged) -> tuple[str, ...]:
    """Kind by kind what came back and what is lost; then the pages, the log's gaps, the files and what else is said."""
    kinds = [
        f"{plural_of(t.name).capitalize()}: {t.read:,} came back" + (f", {t.lost:,} lost" if t.lost else "")
        for t in report.tables
        if t.name in NAMED_KINDS and (t.read or t.lost)
    ]
    files = f"Files: {report.files:,} came over" + (f", {report.files_lost:,} damaged" if report.files_lost else "")
    gaps = [f"Event log: {first:,} to {last:,} are lost" for first, last in report.log_gaps]
    pages = f"Pages of the database: {report.broken_pages:,} of {report.pages:,} destroyed"
    return (*kinds, files, *gaps, pages, *report.notes)


class SalvagedDialog(Sheet):
    """What came back, kind by kind, and what did not."""

    def __init__(self, report: Salvaged, parent: QWidget | None = None) -> None:
        super().__init__("What came back", "", "Go to unlock", parent)
        self.setMinimumWidth(look().px(560))
        self.cancel_button.hide()
        notice = Notice()
        self.body.addWidget(notice)
        if report.is_complete:
            notice.say(NoticeKind.GOOD, "Everything came back", "Nothing that is known to have been there is missing.")
        else:
            notice.say(
                NoticeKind.WARNING,
                "Not everything came back",
                "What is missing is named below. The event log keeps its gap, and what came back keeps its history.",
            )
        inner = column(*(Text(line, Role.SMALL, Token.TEXT, wrap=True) for line in words_of(report)), spacing=6)
        inner.addStretch(1)
        scroll = ScrollColumn()
        scroll.setAccessibleName("What came back")
        scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the arrow keys scroll it
        scroll.content.setLayout(inner)
        scroll.setMinimumHeight(look().px(260))
        self.body.addWidget(scroll)
