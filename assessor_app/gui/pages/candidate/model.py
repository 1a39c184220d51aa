"""What the page of one candidate shows, as frozen values with the words ready for the eye."""

from dataclasses import dataclass

from assessor_app.gui.widgets.facts import Fact
from assessor_app.gui.widgets.timeline import TimelineEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitCard:
    """A unit of the candidate; `signed` ("Signed 3 September") takes the place of the counts."""

    id: str
    unit: int
    letter: str
    body: str
    title: str
    met: int
    seen: int
    total: int
    signed: str = ""

    @property
    def words(self) -> str:
        """The counts in words."""
        return self.signed or f"{self.met} met, {self.seen} seen, {self.total - self.met - self.seen} open"


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceRow:
    """An item of evidence, or a signed sheet: icon (Lucide name), title, second line, date."""

    id: str
    icon: str
    title: str
    detail: str
    date: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidateContent:
    """Everything on the page. `resume` is not empty when an observation is open: its words on the primary button."""

    id: str
    name: str
    second_line: str
    units: tuple[UnitCard, ...] = ()
    visits: tuple[TimelineEntry, ...] = ()
    details: tuple[Fact, ...] = ()
    evidence: tuple[EvidenceRow, ...] = ()
    sheets: tuple[EvidenceRow, ...] = ()
    resume: str = ""
    tint: int | None = None
