"""Python's collector, on the GUI thread and between events only.

Left to itself it runs wherever something is allocated: on a worker that reads a long document, or in the middle of a
change of focus. A widget that it frees there is destroyed on the wrong thread or under Qt's hands, and the process may
die. Refuses nothing: from `start` to `stop` Python does not collect by itself, and a timer does.
"""

import gc

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

ROUND_MS = 1_000
FULL_MS = 60_000  # a round over the whole heap takes tens of milliseconds


class BetweenEvents(QObject):
    """Collects what is young by Python's own thresholds, and the whole heap once a minute."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._since_full = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(ROUND_MS)
        self._timer.timeout.connect(self._round)

    def start(self) -> None:
        """What is there now is left out of every round: the program's own modules are no garbage."""
        gc.disable()
        gc.freeze()
        self._since_full.start()
        self._timer.start()

    def stop(self) -> None:
        """Python collects by itself again."""
        self._timer.stop()
        gc.enable()

    def _round(self) -> None:
        young, middle, _ = (count > limit for count, limit in zip(gc.get_count(), gc.get_threshold(), strict=True))
        if self._since_full.hasExpired(FULL_MS):
            gc.collect()
            self._since_full.start()
        elif young or middle:
            gc.collect(1 if middle else 0)
