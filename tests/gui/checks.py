"""What any view must keep: nothing is cut, everything focusable has a name and a role, targets are large enough."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QFontMetricsF
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLabel, QLineEdit, QPushButton, QScrollArea, QWidget

from assessor_app.gui.widgets.buttons import Button
from assessor_app.gui.widgets.text import Text, lay_out

LEAST_TARGET = 24
NO_ROLE = (QAccessible.Role.NoRole, QAccessible.Role.Client)


def visible_children(view: QWidget) -> list[QWidget]:
    """All visible widgets inside `view`."""
    return [widget for widget in view.findChildren(QWidget) if widget.isVisibleTo(view)]


def clipped(view: QWidget) -> list[str]:
    """Texts that do not fit their widget, in words; the view must be shown and laid out."""
    faults = []
    for widget in visible_children(view):
        if isinstance(widget, Text) and widget.text():
            faults += _text_faults(widget)
        elif isinstance(widget, Button):
            need = widget.needed_size()
            if widget.width() < need.width() or widget.height() < need.height():
                faults.append(f"button {widget.label!r}: {widget.size()} is less than {need}")
        elif isinstance(widget, QLabel) and not isinstance(widget, Text) and widget.width() < widget.sizeHint().width():
            faults.append(f"label {widget.text()!r}: {widget.width()} < {widget.sizeHint().width()}")
    return faults + _outside(view)


def _text_faults(widget: Text) -> list[str]:
    metrics = QFontMetricsF(widget.font())
    name = widget.text()[:50]
    if widget.is_wrapping:
        need = widget.heightForWidth(widget.width())
        if widget.height() < need:
            return [f"text {name!r}: {widget.height()} high, needs {need} for {widget.width()} wide"]
        if any(
            metrics.horizontalAdvance(line) > widget.width() + 1
            for line in lay_out(widget.text(), widget.font(), widget.width())
        ):
            return [f"text {name!r}: a line is wider than {widget.width()}"]
        return []
    if widget.height() < metrics.height() - 1:
        return [f"text {name!r}: {widget.height()} high, font is {metrics.height():.0f}"]
    if widget.is_eliding:
        cut = metrics.horizontalAdvance(widget.text()) > widget.width()
        return [f"text {name!r} is elided without a tooltip"] if cut and not widget.toolTip() else []
    if metrics.horizontalAdvance(widget.text()) > widget.width() + 0.5:
        return [f"text {name!r}: {widget.width()} wide, needs {metrics.horizontalAdvance(widget.text()):.0f}"]
    return []


def _outside(view: QWidget) -> list[str]:
    """Widgets that reach beyond their view sideways (up and down a page may scroll)."""
    faults = []
    for widget in visible_children(view):
        if not isinstance(widget, Text | Button | QLineEdit):
            continue
        area: QWidget = view
        walk = widget.parentWidget()
        while walk is not None and walk is not view:
            if isinstance(walk, QScrollArea):
                area = walk.viewport()
                break
            walk = walk.parentWidget()
        place = QRect(widget.mapTo(area, QPoint(0, 0)), widget.size())
        if place.left() < -1 or place.right() > area.width() + 1:
            name = f"{type(widget).__name__} {widget.accessibleName()!r}"
            faults.append(f"{name} reaches from {place.left()} to {place.right()} of {area.width()}")
    return faults


def focusables(view: QWidget) -> list[QWidget]:
    """What the keyboard can reach."""
    return [
        widget
        for widget in visible_children(view)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isEnabled()
        and widget.focusProxy() is None
        and widget.objectName() not in ("qt_scrollarea_viewport", "qt_spinbox_lineedit")
        and not (isinstance(widget, QAbstractScrollArea) and isinstance(widget.parentWidget(), QAbstractScrollArea))
    ]


def nameless(view: QWidget) -> list[str]:
    """Focusable widgets that a screen reader could not name or whose role it does not know."""
    faults = []
    for widget in focusables(view):
        interface = QAccessible.queryAccessibleInterface(widget)
        if interface is None or not (widget.accessibleName() or interface.text(QAccessible.Text.Name)):
            faults.append(f"{type(widget).__name__} has no name")
        elif not isinstance(widget, QScrollArea) and interface.role() in (
            QAccessible.Role.NoRole,
            QAccessible.Role.Client,
        ):
            faults.append(f"{type(widget).__name__} {widget.accessibleName()!r} has no role")
    return faults


def small_targets(view: QWidget) -> list[str]:
    """Things to press that are smaller than they may be."""
    return [
        f"{type(widget).__name__} {widget.accessibleName()!r}: {widget.width()} x {widget.height()}"
        for widget in visible_children(view)
        if isinstance(widget, QPushButton) and (widget.width() < LEAST_TARGET or widget.height() < LEAST_TARGET)
    ]


class StrayWindows(QObject):
    """Between `with`: widgets that were shown as a window of their own and are not meant to be one."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def __enter__(self) -> "StrayWindows":
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]
        return self

    def __exit__(self, *_: object) -> None:
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            meant = watched.windowFlags() & Qt.WindowType.WindowType_Mask
            if meant in (Qt.WindowType.Window, Qt.WindowType.Widget):
                self.found.append(f"{type(watched).__name__} {watched.accessibleName()}".strip())
        return False
