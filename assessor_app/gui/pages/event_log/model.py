"""The lines of the event log. They come ready; filtering is done outside."""

from collections.abc import Sequence
from dataclasses import dataclass

from assessor_app.gui.widgets.sequence_model import SequenceModel


@dataclass(frozen=True, slots=True, kw_only=True)
class LogRow:
    """One event: `number` in the log, `when`, `what`, `detail` (who, and which records), `clock` where it stepped."""

    number: str
    when: str
    what: str
    detail: str
    clock: str = ""

    @property
    def shown(self) -> str:
        """What typing ahead looks for."""
        return self.what

    @property
    def spoken(self) -> str:
        """The line in words."""
        return ", ".join(part for part in (self.what, self.detail, self.when, self.clock) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class LogContent:
    """The rows that match, how many there are in all, and whether the log holds: a headline and each fault."""

    rows: Sequence[LogRow] = ()
    total: int = 0
    verdict: str = ""
    faults: tuple[str, ...] = ()


class LogModel(SequenceModel[LogRow]):
    """The event log."""
