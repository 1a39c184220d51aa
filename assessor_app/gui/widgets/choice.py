"""Check box and radio button, plain or as a card with a second line and a unit's letter.

The whole card is the target.
"""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy, QWidget
from typing_extensions import override

from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.paint import box
from assessor_app.gui.theme.style import RING_RADIUS
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.painted import note_focus, pen_ready
from assessor_app.gui.widgets.text import lay_out
from assessor_app.gui.widgets.unit_badge import paint_unit_badge

_MARK = 24
_PAD = 14
_BADGE = 24


def _paint_mark(painter: QPainter, x: float, y: float, *, checked: bool, is_round: bool) -> None:
    side = look().px(_MARK)
    area = QRectF(x, y, side, side)
    fill = look().colour(Token.ACCENT if checked and not is_round else Token.SURFACE)
    edge = look().colour(Token.ACCENT if checked else Token.BORDER)
    box(painter, area, side / 2 if is_round else 6, fill=fill, border=edge, width=2)
    if not checked:
        return
    if is_round:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look().colour(Token.ACCENT))
        painter.drawEllipse(area.center(), side / 4.4, side / 4.4)
        return
    pen = QPen(look().colour(Token.ON_ACCENT), 2.2)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    unit = side / 24
    points = [QPointF(6.5, 12.4), QPointF(10.3, 16), QPointF(17.5, 8.2)]
    painter.drawPolyline(QPolygonF([QPointF(x + p.x() * unit, y + p.y() * unit) for p in points]))


class _Face:
    """What all four share: measuring and painting of mark, badge, title and detail."""

    def __init__(
        self, title: str, detail: str, *, carded: bool, is_round: bool, unit: int | None = None, letter: str = ""
    ) -> None:
        self.title = title
        self.detail = detail
        self.carded = carded
        self.is_round = is_round
        self.unit = unit
        self.letter = letter

    def text_left(self) -> int:
        left = look().px(_MARK) + 12 + (_PAD if self.carded else 0)
        return left + (look().px(_BADGE) + 12 if self.unit is not None else 0)

    def title_role(self) -> Role:
        return Role.STRONG if self.carded else Role.BODY

    def height_for(self, width: int) -> int:
        room = max(40, width - self.text_left() - (_PAD if self.carded else 0))
        lines = len(lay_out(self.title, look().font(self.title_role()), room)) * look().line(self.title_role())
        if self.detail:
            lines += len(lay_out(self.detail, look().font(Role.SMALL), room)) * look().line(Role.SMALL)
        return max(look().px(_MARK), lines) + (2 * 12 if self.carded else 4)

    def hint(self) -> QSize:
        width = QFontMetricsF(look().font(self.title_role())).horizontalAdvance(self.title)
        if self.detail:
            width = max(width, QFontMetricsF(look().font(Role.SMALL)).horizontalAdvance(self.detail))
        full = round(width + 1) + self.text_left() + (_PAD if self.carded else 0)
        return QSize(full, self.height_for(full + 2))

    def least(self) -> QSize:
        width = self.text_left() + look().px(90) + (_PAD if self.carded else 0)
        return QSize(min(width, self.hint().width()), self.height_for(self.hint().width() + 2))

    def paint(self, widget: QAbstractButton) -> None:
        painter = pen_ready(widget)
        checked = widget.isChecked()
        if self.carded:
            fill = Token.ACCENT_TINT if checked else Token.HOVER if widget.underMouse() else Token.SURFACE
            edge = Token.ACCENT if checked else Token.BORDER
            box(painter, widget.rect(), 9, fill=look().colour(fill), border=look().colour(edge))
        left = _PAD if self.carded else 0
        top = 12 if self.carded else 2
        _paint_mark(painter, left, top, checked=checked, is_round=self.is_round)
        if self.unit is not None:
            side = look().px(_BADGE)
            spot = QRectF(left + look().px(_MARK) + 12, top, side, side).toRect()
            paint_unit_badge(painter, spot, self.unit, self.letter)
        room = max(40, widget.width() - self.text_left() - left)
        y = top + (max(0, look().px(_MARK) - look().line(self.title_role())) / 2 if not self.detail else 0.0)
        colour = Token.TEXT if widget.isEnabled() else Token.TEXT_3
        for text, role, ink in ((self.title, self.title_role(), colour), (self.detail, Role.SMALL, Token.TEXT_2)):
            if not text:
                continue
            font = look().font(role)
            metrics = QFontMetricsF(font)
            painter.setFont(font)
            painter.setPen(look().colour(ink))
            for line in lay_out(text, font, room):
                base = y + (look().line(role) - metrics.height()) / 2 + metrics.ascent()
                painter.drawText(QPointF(self.text_left(), base), line)
                y += look().line(role)


def _prepare(widget: QAbstractButton, face: _Face) -> None:
    widget.setText(face.title.replace("&", "&&"))
    widget.setAccessibleName(face.title)
    widget.setAccessibleDescription(face.detail)
    widget.setAttribute(Qt.WidgetAttribute.WA_Hover)
    widget.setCursor(Qt.CursorShape.PointingHandCursor)
    widget.setProperty(RING_RADIUS, 11 if face.carded else 8)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    widget.setSizePolicy(policy)


class CheckBox(QCheckBox):
    """A check box; with `carded` a card."""

    def __init__(
        self,
        title: str,
        detail: str = "",
        *,
        carded: bool = False,
        unit: int | None = None,
        letter: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._face = _Face(title, detail, carded=carded, is_round=False, unit=unit, letter=letter)
        _prepare(self, self._face)
        look().changed.connect(self._on_look_changed)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int, /) -> int:
        return self._face.height_for(width)

    @override
    def sizeHint(self) -> QSize:
        return self._face.hint()

    @override
    def minimumSizeHint(self) -> QSize:
        return self._face.least()

    @override
    def hitButton(self, pos: QPoint, /) -> bool:
        return self.rect().contains(pos)

    @override
    def focusInEvent(self, event: QFocusEvent, /) -> None:
        note_focus(self, event)
        super().focusInEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        self._face.paint(self)

    def _on_look_changed(self) -> None:
        self.updateGeometry()
        self.update()


class RadioButton(QRadioButton):
    """A radio button; with `carded` a card. Put those that exclude each other into one parent."""

    def __init__(self, title: str, detail: str = "", *, carded: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._face = _Face(title, detail, carded=carded, is_round=True)
        _prepare(self, self._face)
        look().changed.connect(self._on_look_changed)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int, /) -> int:
        return self._face.height_for(width)

    @override
    def sizeHint(self) -> QSize:
        return self._face.hint()

    @override
    def minimumSizeHint(self) -> QSize:
        return self._face.least()

    @override
    def hitButton(self, pos: QPoint, /) -> bool:
        return self.rect().contains(pos)

    @override
    def focusInEvent(self, event: QFocusEvent, /) -> None:
        note_focus(self, event)
        super().focusInEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        self._face.paint(self)

    def _on_look_changed(self) -> None:
        self.updateGeometry()
        self.update()
