"""The event log as a person reads it: each line in words, and whether the chain holds from its beginning to its end.

It only reads. What cannot be read at all is a KnownError of the store and is not hidden.
"""

from dataclasses import dataclass

from assessor_app.domain.events import ClockFlag, Event, chain_faults
from assessor_app.domain.moments import Moment
from assessor_app.usecases.event_words import sentence_of, touched_words
from assessor_app.usecases.ports import Ports


@dataclass(frozen=True, slots=True, kw_only=True)
class LogLine:
    """One event in words."""

    sequence: int
    at: Moment
    who: str
    what: str
    touched: str
    clock: ClockFlag


@dataclass(frozen=True, slots=True, kw_only=True)
class LogRead:
    """Every line, newest first, and every place where the log does not hold (none where it does)."""

    lines: tuple[LogLine, ...]
    faults: tuple[str, ...]

    @property
    def verdict(self) -> str:
        """Whether the log holds, in one sentence."""
        if self.faults:
            return "The log does not hold"
        if not self.lines:
            return "The log is empty"
        return f"The log holds from {self.lines[-1].sequence:,} to {self.lines[0].sequence:,}"


def read_log(ports: Ports) -> LogRead:
    """Read and check the whole log."""
    with ports.store.reading() as records:
        events = records.events()
        profile = records.profile()
        went_to = records.log_went_to()
    number, name = (profile.assessor.number, profile.assessor.name) if profile else ("", "")
    faults = chain_faults(events)
    last = events[-1].sequence if events else 0
    if last < went_to:
        faults += (f"the end is cut off: the log went up to {went_to:,}, and ends at {last:,}",)
    return LogRead(lines=tuple(_line(event, number, name) for event in reversed(events)), faults=faults)


def _line(event: Event, number: str, name: str) -> LogLine:
    return LogLine(
        sequence=event.sequence,
        at=event.at,
        who=who_acted(event.actor, number, name),
        what=sentence_of(event.verb),
        touched=touched_words(event.touched),
        clock=event.clock,
    )


def who_acted(actor: str, number: str, name: str) -> str:
    """The actor of an event in words; `number` and `name` are of the assessor whose vault it is."""
    if actor == "nobody yet":
        return "Before anybody was named"
    if name and actor == (number or "assessor"):
        return name
    return "Assessor" if actor == "assessor" else f"Assessor {actor}"
