"""Palette, style sheet and proxy style: how Qt's own widgets get the look, and where the focus ring is drawn.

The ring (2 px, 2 px outside the control) is a QFocusFrame that follows the keyboard focus, so that no layout has to
leave room for it. Widgets that show focus themselves (inputs by their border, lists by their row) set the property
`ownFocus`. The base is Fusion; its own focus rectangle is refused.
"""

from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QApplication,
    QFocusFrame,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QWidget,
)

from assessor_app.gui.overriding import override
from assessor_app.gui.theme.tokens import Theme

OWN_FOCUS = "ownFocus"
RING_RADIUS = "ringRadius"
BY_MOUSE = "focusByMouse"
_RING_WIDTH = 2
_RING_GAP = 2
_BULLET = 0x2022


class AssessorStyle(QProxyStyle):
    """Fusion without its own focus rectangle.

    Qt asks a style for metrics and hints thousands of times; overriding these costs a call of Python each and makes
    PySide load every kind of QStyleOption. So the ring has its own style, and the dots of a secret are in the sheet.
    """

    def __init__(self) -> None:
        super().__init__("Fusion")

    @override
    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if element == QStyle.PrimitiveElement.PE_FrameFocusRect:
            return
        super().drawPrimitive(element, option, painter, widget)


class RingStyle(QProxyStyle):
    """The style of the focus ring alone: a smooth line above the control, 2 px outside it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("Fusion")
        self.theme = theme

    @override
    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        if metric in (QStyle.PixelMetric.PM_FocusFrameHMargin, QStyle.PixelMetric.PM_FocusFrameVMargin):
            return _RING_WIDTH + _RING_GAP
        return super().pixelMetric(metric, option, widget)

    @override
    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,
    ) -> int:
        if hint == QStyle.StyleHint.SH_FocusFrame_AboveWidget:
            return 1
        return super().styleHint(hint, option, widget, returnData)

    @override
    def drawControl(
        self,
        element: QStyle.ControlElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if element == QStyle.ControlElement.CE_FocusFrame:
            target = widget.widget() if isinstance(widget, QFocusFrame) else None
            asked = target.property(RING_RADIUS) if target is not None else None
            radius = float(asked) if asked is not None else 9.0
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self.theme.focus), _RING_WIDTH))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), radius, radius)
            painter.restore()
            return
        super().drawControl(element, option, painter, widget)


class FocusFollower(QObject):
    """Keeps the ring around the widget that has the keyboard focus."""

    def __init__(self, app: QApplication, theme: Theme) -> None:
        super().__init__(app)
        self._theme = theme
        self._style: RingStyle | None = None
        self._frame: QFocusFrame | None = None
        app.focusChanged.connect(self._on_focus_changed)

    def set_theme(self, theme: Theme) -> None:
        """Draws the ring in the colour of another theme."""
        self._theme = theme
        if self._style is not None:
            self._style.theme = theme

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._frame is not None:
            self._frame.setWidget(None)  # type: ignore[arg-type]
        if new is None or new.property(OWN_FOCUS) or new.property(BY_MOUSE):
            return
        if self._frame is None:
            if self._style is None:
                self._style = RingStyle(self._theme)
            self._frame = QFocusFrame()
            self._frame.setStyle(self._style)
            self._frame.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._frame.destroyed.connect(self._on_frame_destroyed)
        self._frame.setWidget(new)

    def _on_frame_destroyed(self) -> None:
        self._frame = None


def palette_of(theme: Theme) -> QPalette:
    """The QPalette that Qt's own widgets and dialogs use."""
    roles = QPalette.ColorRole
    palette = QPalette()
    pairs = {
        roles.Window: theme.window,
        roles.WindowText: theme.text,
        roles.Base: theme.surface,
        roles.AlternateBase: theme.sunken,
        roles.Text: theme.text,
        roles.Button: theme.surface,
        roles.ButtonText: theme.text,
        roles.BrightText: theme.danger,
        roles.Highlight: theme.accent,
        roles.HighlightedText: theme.on_accent,
        roles.Link: theme.accent,
        roles.LinkVisited: theme.accent,
        roles.ToolTipBase: theme.raised,
        roles.ToolTipText: theme.text,
        roles.PlaceholderText: theme.text_3,
        roles.Light: theme.hairline,
        roles.Midlight: theme.hairline,
        roles.Mid: theme.border,
        roles.Dark: theme.border,
        roles.Shadow: theme.border,
        roles.Accent: theme.accent,
    }
    for role, colour in pairs.items():
        palette.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.text_3))
    return palette


_SHEET = """
QToolTip {{ background: {raised}; color: {text}; border: 1px solid {border}; padding: 5px 8px; }}
QScrollArea, QScrollArea > QWidget > QWidget#page {{ background: transparent; border: none; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: {border}; border-radius: 3px; margin: 3px; min-height: 28px; min-width: 28px; }}
QScrollBar::handle:hover {{ background: {text_3}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QLineEdit {{ lineedit-password-character: {bullet}; }}
QLineEdit, QPlainTextEdit, QAbstractSpinBox {{ background: transparent; border: none; padding: 0; }}
QMenu {{ background: {raised}; color: {text}; border: 1px solid {border}; padding: 6px 0; }}
QMenu::item {{ padding: {menu}px 22px {menu}px 16px; }}
QMenu::item:selected {{ background: {selected}; color: {text}; }}
QMenu::separator {{ height: 1px; background: {hairline}; margin: 6px 0; }}
QComboBox QAbstractItemView {{ background: {raised}; color: {text}; border: 1px solid {border}; outline: 0;
  selection-background-color: {selected}; selection-color: {text}; padding: 4px 0; }}
QComboBox QAbstractItemView::item {{ min-height: {item}px; padding: 0 10px; }}
QCalendarWidget QAbstractItemView {{ background: {surface}; selection-background-color: {accent};
  selection-color: {on_accent}; outline: 0; }}
"""


def style_sheet(theme: Theme, scale: float) -> str:
    """The one style sheet, for the parts of Qt's widgets that only a style sheet reaches."""
    values = {name: getattr(theme, name) for name in Theme.__slots__}
    return _SHEET.format(**values, menu=round(6 * scale), item=round(30 * scale), bullet=_BULLET)
