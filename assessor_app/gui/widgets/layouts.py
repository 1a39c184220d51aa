"""Rows and columns without the four lines that Qt asks for each; nothing but layout."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

Item = QWidget | QLayout | int | None
TOP = Qt.AlignmentFlag.AlignTop
MIDDLE = Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft
CENTRE = Qt.AlignmentFlag.AlignHCenter


def _fill(layout: QBoxLayout, items: tuple[Item, ...], spacing: int, margins: tuple[int, int, int, int]) -> None:
    layout.setSpacing(spacing)
    layout.setContentsMargins(*margins)
    for item in items:
        if item is None:
            layout.addStretch(1)
        elif isinstance(item, int):
            layout.addSpacing(item)
        elif isinstance(item, QWidget):
            layout.addWidget(item)
        else:
            layout.addLayout(item)


def row(*items: Item, spacing: int = 0, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> QHBoxLayout:
    """A row: widgets, layouts, a number for a fixed space, None for a stretch."""
    layout = QHBoxLayout()
    _fill(layout, items, spacing, margins)
    return layout


def column(*items: Item, spacing: int = 0, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> QVBoxLayout:
    """A column, with the same items as `row`."""
    layout = QVBoxLayout()
    _fill(layout, items, spacing, margins)
    return layout


def host(layout: QLayout, parent: QWidget | None = None) -> QWidget:
    """A plain widget that carries `layout`."""
    widget = QWidget(parent)
    widget.setLayout(layout)
    return widget


def clear(layout: QLayout) -> None:
    """Empties `layout`; what was in it is deleted when control returns to the event loop."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        inner = item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)
