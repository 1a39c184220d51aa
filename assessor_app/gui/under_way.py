"""Long work in front of everything else: how far it has come, and one button that stops it."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from assessor_app.domain.errors import KnownError
from assessor_app.domain.watch import Watch
from assessor_app.gui.dialogs import Sheet
from assessor_app.gui.jobs import Jobs
from assessor_app.gui.watching import Watching
from assessor_app.gui.widgets.progress_bar import ProgressBar

T = TypeVar("T")


class UnderWayDialog(Sheet):
    """Closing it, by whatever way, stops the work; what that leaves is the work's own business."""

    def __init__(self, title: str, sentence: str, stop_words: str, parent: QWidget | None) -> None:
        super().__init__(title, sentence, "", parent)
        self.accept_button.hide()
        self.cancel_button.set_label(stop_words)
        self.bar = ProgressBar(title)
        self.body.addWidget(self.bar)


def run_under(
    dialog: UnderWayDialog,
    jobs: Jobs,
    work: Callable[[Watch], T],
    done: Callable[[T], None],
    on_error: Callable[[KnownError], None],
) -> None:
    """Do `work` on the long worker under the dialog, which goes before `done` or `on_error` is called."""
    watching = Watching(dialog)
    watching.moved.connect(dialog.bar.set_percent)
    dialog.rejected.connect(watching.cancel)

    def finish() -> None:
        dialog.accept()
        dialog.deleteLater()

    def on_done(result: T) -> None:
        finish()
        done(result)

    def on_failed(error: KnownError) -> None:
        finish()
        on_error(error)

    dialog.open()
    jobs.run_long(lambda: work(watching.watch), on_done, on_failed)
