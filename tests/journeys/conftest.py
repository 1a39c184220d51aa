"""Every journey has the guards of the window tests: no file dialog that nobody answers."""

from tests.gui.conftest import no_unexpected_file_dialog

__all__ = ["no_unexpected_file_dialog"]
