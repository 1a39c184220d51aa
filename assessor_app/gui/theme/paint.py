"""Small paint calls that many widgets share: rounded boxes, dashed boxes, and the soft shadow of what floats.

The shadow is a nine-patch drawn once for each theme; QGraphicsEffect and blur are refused.
"""

from functools import lru_cache

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

SHADOW_SPREAD = 28
_SHADOW_DROP = 8
_SHADOW_LAYERS = 16


def box(
    painter: QPainter,
    rect: QRectF | QRect,
    radius: float,
    *,
    fill: str | QColor | None = None,
    border: str | QColor | None = None,
    width: float = 1.0,
    dashed: bool = False,
) -> None:
    """A rounded rectangle; the border lies inside `rect`, so that neighbours do not overlap."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(fill) if fill is not None else Qt.BrushStyle.NoBrush)
    area = QRectF(rect)
    if border is None:
        painter.setPen(Qt.PenStyle.NoPen)
    else:
        pen = QPen(QColor(border), width)
        if dashed:
            pen.setDashPattern([3.0, 2.5])
        painter.setPen(pen)
        inset = width / 2
        area.adjust(inset, inset, -inset, -inset)
    painter.drawRoundedRect(area, radius, radius)
    painter.restore()


@lru_cache(maxsize=8)
def _shadow_patch(colour: str, radius: int, ratio: float) -> QPixmap:
    side = 2 * (SHADOW_SPREAD + radius) + 8
    pixmap = QPixmap(round(side * ratio), round(side * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    tone = QColor(colour)
    tone.setAlpha(max(1, tone.alpha() // 8))
    painter.setBrush(tone)
    for layer in range(_SHADOW_LAYERS, 0, -1):
        step = SHADOW_SPREAD * (layer / _SHADOW_LAYERS) ** 1.7
        inset = SHADOW_SPREAD - step
        painter.drawRoundedRect(QRectF(inset, inset, side - 2 * inset, side - 2 * inset), radius + step, radius + step)
    painter.end()
    return pixmap


def shadow(painter: QPainter, rect: QRect, radius: int, colour: str, *, sharp: bool = False) -> None:
    """The shadow under `rect`; reaches `SHADOW_SPREAD` beyond it. `sharp` (high contrast) draws an edge instead."""
    if sharp:
        box(painter, rect.adjusted(-2, -2, 2, 2), radius + 2, border=colour, width=2)
        return
    ratio = painter.device().devicePixelRatioF()
    patch = _shadow_patch(colour, radius, ratio)
    corner = SHADOW_SPREAD + radius
    side = round(patch.width() / ratio)
    outer = rect.adjusted(-SHADOW_SPREAD, -SHADOW_SPREAD, SHADOW_SPREAD, SHADOW_SPREAD).translated(0, _SHADOW_DROP)
    middle = side - 2 * corner
    columns = (
        (outer.left(), corner, 0, corner),
        (outer.left() + corner, outer.width() - 2 * corner, corner, middle),
        (outer.left() + outer.width() - corner, corner, corner + middle, corner),
    )
    rows = (
        (outer.top(), corner, 0, corner),
        (outer.top() + corner, outer.height() - 2 * corner, corner, middle),
        (outer.top() + outer.height() - corner, corner, corner + middle, corner),
    )
    for y, height, source_y, source_height in rows:
        for x, width, source_x, source_width in columns:
            source = QRectF(source_x * ratio, source_y * ratio, source_width * ratio, source_height * ratio)
            painter.drawPixmap(QRectF(x, y, width, height), patch, source)
