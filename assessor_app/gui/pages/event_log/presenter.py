"""The event log: read and checked on the worker, filtered for each key."""

from dataclasses import dataclass
from datetime import date

from assessor_app.gui.desk import Desk, Goal, Page
from assessor_app.gui.pages.event_log.model import LogContent, LogRow
from assessor_app.gui.pages.event_log.view import EventLogView
from assessor_app.gui.words import clock, near_day
from assessor_app.usecases.read_log import LogLine, read_log


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    rows: tuple[LogRow, ...] = ()
    keys: tuple[str, ...] = ()
    verdict: str = ""
    faults: tuple[str, ...] = ()


class EventLogPresenter:
    """Keeps the rows of one reading."""

    def __init__(self, view: EventLogView, desk: Desk) -> None:
        self._view = view
        self._desk = desk
        self._found = _Found()
        view.find_changed.connect(self._on_find)
        view.back_asked.connect(lambda: desk.go(Goal(page=Page.SETTINGS)))

    def open(self, goal: Goal) -> None:
        """Read and check the log."""
        self._desk.jobs.run(self._read, self._show, self._desk.trouble)

    def leave(self) -> None:
        """Nothing can be typed here that would be lost."""

    def _read(self) -> _Found:
        log = read_log(self._desk.ports)
        today = self._desk.ports.now().local_date
        rows = tuple(_row(line, today) for line in log.lines)
        keys = tuple(f"{r.what} {r.detail} {r.when} {r.clock} {r.number}".casefold() for r in rows)
        return _Found(rows=rows, keys=keys, verdict=log.verdict, faults=log.faults)

    def _show(self, found: _Found) -> None:
        self._found = found
        self._on_find(self._view.find_field.text)

    def _on_find(self, words: str) -> None:
        wanted = words.casefold().split()
        found = self._found
        rows = found.rows
        if wanted:
            rows = tuple(r for r, key in zip(rows, found.keys, strict=True) if all(w in key for w in wanted))
        self._view.set_content(LogContent(rows=rows, total=len(found.rows), verdict=found.verdict, faults=found.faults))


def _row(line: LogLine, today: date) -> LogRow:
    return LogRow(
        number=f"{line.sequence:,}",
        when=f"{near_day(line.at.local_date, today)}, {clock(line.at)}",
        what=line.what,
        detail=" · ".join(part for part in (line.who, line.touched) if part),
        clock=line.clock.value.capitalize(),
    )
