"""Loads the three faces of Inter that are shipped; refuses to look for fonts anywhere else."""

from PySide6.QtGui import QFontDatabase

from assessor_app.settings import shipped

FACES = ("Inter-Regular.ttf", "Inter-Medium.ttf", "Inter-SemiBold.ttf")


class FontMissingError(Exception):
    """A shipped font file cannot be loaded: the installation is incomplete."""


def load_fonts() -> None:
    """Makes Inter known to Qt; needs a QGuiApplication. Raises `FontMissingError` if a face is not there."""
    if "Inter" in QFontDatabase.families() and len(QFontDatabase.styles("Inter")) >= len(FACES):
        return
    folder = shipped("resources") / "fonts"
    for face in FACES:
        if QFontDatabase.addApplicationFont(str(folder / face)) < 0:
            raise FontMissingError(face)
