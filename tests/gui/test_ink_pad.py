"""The pad: every point kept, only the new piece painted, what was drawn before comes back."""

import statistics
import time

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QMouseEvent, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from typing_extensions import override

from assessor_app.cli.synthetic_ink import synthetic_strokes
from assessor_app.domain.ink import Ink, Pointer, Stroke
from assessor_app.gui.theme.controller import ThemeChoice, ThemeController
from assessor_app.gui.widgets.ink_pad import InkPad

LEFT = Qt.MouseButton.LeftButton


class _CountingPad(InkPad):
    """Repaints at once what is asked for, and writes down how much that was."""

    def __init__(self) -> None:
        self.areas: list[int] = []
        super().__init__()

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        super().paintEvent(event)
        self.areas.append(event.rect().width() * event.rect().height())

    def update(self, *area: QRect) -> None:  # type: ignore[override]
        if area:
            self.repaint(*area)
        else:
            super().update()


def shown(qtbot: QtBot, pad: InkPad) -> InkPad:
    qtbot.addWidget(pad)
    pad.resize(820, 214)
    with qtbot.waitExposed(pad):
        pad.show()
    return pad


def move(pad: InkPad, kind: QEvent.Type, x: float, y: float, stamp: int) -> None:
    pressed = LEFT if kind != QEvent.Type.MouseButtonRelease else Qt.MouseButton.NoButton
    button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else LEFT
    at = QPointF(x, y)
    event = QMouseEvent(kind, at, pad.mapToGlobal(at), button, pressed, Qt.KeyboardModifier.NoModifier)
    event.setTimestamp(stamp)
    QApplication.sendEvent(pad, event)


def test_pad_when_drawn_on_with_the_mouse_gives_one_stroke_at_pen_up(qtbot: QtBot) -> None:
    pad = shown(qtbot, InkPad())
    with qtbot.waitSignal(pad.stroke_drawn) as heard:
        QTest.mousePress(pad, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(50, 60))
        for step in range(1, 20):
            QTest.mouseMove(pad, QPoint(50 + 4 * step, 60 + step % 5))
        QTest.mouseRelease(pad, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(130, 60))
    stroke = heard.args[0]
    assert isinstance(stroke, Stroke)
    assert (stroke.points[0].x, stroke.points[0].y, stroke.points[0].t) == (5000, 6000, 0)
    assert stroke.pointer is Pointer.MOUSE
    assert len(stroke.points) == 20


def test_pad_at_240_points_a_second_drops_none_and_paints_only_the_new_piece(qtbot: QtBot) -> None:
    pad = _CountingPad()
    shown(qtbot, pad)
    pad.repaint()
    pad.areas.clear()
    taken = []
    move(pad, QEvent.Type.MouseButtonPress, 40, 100, 1000)
    for number in range(1, 481):
        before = time.perf_counter()
        move(pad, QEvent.Type.MouseMove, 40 + number * 1.5, 100 + 30 * (number % 7) / 7, 1000 + number * 4)
        taken.append((time.perf_counter() - before) * 1000)
    move(pad, QEvent.Type.MouseButtonRelease, 760, 100, 3000)
    points = pad.strokes[0].points
    assert len(points) == 481
    assert [p.t for p in points] == [4 * n for n in range(481)]
    assert len(pad.areas) == 481
    assert max(pad.areas) < 820 * 214 / 50
    print(f"ink point to paint: median {statistics.median(taken):.3f} ms, p99 {sorted(taken)[-5]:.3f} ms")
    assert statistics.median(taken) < 4


def test_pad_when_stroke_is_undone_forgets_the_last_one_alone(qtbot: QtBot) -> None:
    pad = shown(qtbot, InkPad())
    strokes = tuple(synthetic_strokes("Gwyn Parry", "one"))
    pad.set_ink(Ink(strokes=strokes))
    assert pad.undo_last()
    assert pad.strokes == strokes[:1]
    assert pad.undo_last()
    assert not pad.undo_last()


def test_pad_when_time_goes_on_after_old_strokes_never_runs_backwards(qtbot: QtBot) -> None:
    pad = shown(qtbot, InkPad())
    old = tuple(synthetic_strokes("Gwyn Parry", "one"))
    pad.set_ink(Ink(strokes=old))
    move(pad, QEvent.Type.MouseButtonPress, 40, 100, 5)
    move(pad, QEvent.Type.MouseMove, 44, 100, 9)
    move(pad, QEvent.Type.MouseButtonRelease, 44, 100, 12)
    times = [p.t for s in pad.strokes for p in s.points]
    assert times == sorted(times)


def test_pad_in_every_theme_is_white_and_shows_old_ink(qtbot: QtBot, the_look: ThemeController) -> None:
    pad = shown(qtbot, InkPad())
    pad.set_ink(Ink(strokes=tuple(synthetic_strokes("Gwyn Parry", "one"))))
    for choice in (ThemeChoice.LIGHT, ThemeChoice.DARK, ThemeChoice.CONTRAST):
        the_look.choose(choice)
        image = pad.grab().toImage()
        assert image.pixelColor(700, 40).lightnessF() == 1.0
        drawn = sum(image.pixelColor(x, y).lightnessF() < 0.5 for x in range(30, 400, 2) for y in range(40, 130, 2))
        assert drawn > 50


def test_pad_while_it_does_not_accept_takes_no_ink(qtbot: QtBot) -> None:
    pad = shown(qtbot, InkPad())
    pad.set_accepting(False)
    with qtbot.assertNotEmitted(pad.stroke_drawn):
        QTest.mousePress(pad, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(50, 60))
        QTest.mouseRelease(pad, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(90, 60))
    assert pad.strokes == ()
