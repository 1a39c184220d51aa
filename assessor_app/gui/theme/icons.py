"""Lucide icons in any colour and size, read from the shipped SVG files when first asked for.

Nothing is loaded at start; a tinted pixmap is kept for each (name, colour, size, device ratio). Refuses names that are
not shipped: a missing icon is a defect and must not pass as an empty place.
"""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from assessor_app.settings import shipped

STROKE = "1.75"


@lru_cache(maxsize=256)
def _source(name: str) -> str:
    text = (shipped("resources") / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    return text.replace('stroke-width="2"', f'stroke-width="{STROKE}"')


@lru_cache(maxsize=512)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour).encode()))


@lru_cache(maxsize=1024)
def icon_pixmap(name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
    """The icon `name`, `size` logical pixels square, in `colour` (`#RRGGBB`), for a screen of `ratio`."""
    pixmap = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _renderer(name, colour).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap


def paint_icon(painter: QPainter, name: str, colour: QColor | str, x: float, y: float, size: int) -> None:
    """Paints the icon with its top left corner at (x, y)."""
    hexed = colour if isinstance(colour, str) else colour.name()
    device = painter.device()
    painter.drawPixmap(QPointF(x, y), icon_pixmap(name, hexed, size, device.devicePixelRatioF()))


def make_icon(name: str, colour: str, size: int = 18) -> QIcon:
    """A QIcon for menus and actions, good for screens of 1x and 2x."""
    icon = QIcon(icon_pixmap(name, colour, size, 1.0))
    icon.addPixmap(icon_pixmap(name, colour, size, 2.0))
    return icon
