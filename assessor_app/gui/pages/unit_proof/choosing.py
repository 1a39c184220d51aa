"""The file dialog for unit documents, and what counts as one when it is dropped."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from assessor_app.gui.desk import GivenDocument

_KINDS = "*.pdf *.docx *.html *.htm *.md *.markdown *.txt *.toml"


def ask_for_documents(parent: QWidget) -> tuple[GivenDocument, ...]:
    """Those that the person chooses; none where they close the dialog."""
    names, _ = QFileDialog.getOpenFileNames(
        parent, "Read unit documents", "", f"Unit documents ({_KINDS});;All files (*)"
    )
    return given_documents(Path(name) for name in names)


def given_documents(paths: Iterable[Path]) -> tuple[GivenDocument, ...]:
    """Files as they were given."""
    return tuple(GivenDocument(name=path.name, path=path) for path in paths)
