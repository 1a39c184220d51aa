"""Pages onto paper: each picture fills one sheet, in its own orientation, without scaling beyond the printable area."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrinter

DOTS_PER_INCH = 300


def print_pictures(printer: QPrinter, pictures: Sequence[QImage]) -> bool:
    """Print the pictures, one a page; False where the printer does not take them."""
    if not pictures:
        return False
    _turn(printer, pictures[0])
    painter = QPainter()
    if not painter.begin(printer):
        return False
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for number, picture in enumerate(pictures):
        if number:
            _turn(printer, picture)
            printer.newPage()
        room = QRectF(printer.pageLayout().paintRectPixels(printer.resolution()))
        room.moveTo(0, 0)
        size = picture.size().toSizeF().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        target = QRectF(room.center().x() - size.width() / 2, 0, size.width(), size.height())
        painter.drawImage(target, picture)
    return painter.end()


def _turn(printer: QPrinter, picture: QImage) -> None:
    is_wide = picture.width() > picture.height()
    printer.setPageOrientation(QPageLayout.Orientation.Landscape if is_wide else QPageLayout.Orientation.Portrait)
