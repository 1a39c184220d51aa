"""Evidence items, what they prove, and how they were come by."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class CriterionRef:
    """One criterion of one unit that a candidate takes: the enrolment and the number in its unit."""

    enrolment: UUID
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """A code of the legend and what it stands for. Codes differ between awarding bodies, so they are data."""

    code: str
    name: str


NEUTRAL_METHODS: tuple[Method, ...] = tuple(
    Method(code=code, name=name)
    for code, name in (
        ("O", "observation"),
        ("P", "product"),
        ("OQ", "oral question"),
        ("WQ", "written question"),
        ("PD", "professional discussion"),
        ("WT", "witness testimony"),
        ("EW", "expert witness"),
        ("RA", "reflective account"),
        ("CS", "case study"),
        ("S", "simulation"),
        ("A", "assignment"),
        ("RPL", "recognition of prior learning"),
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Varcs:
    """Valid, authentic, reliable, current, sufficient: the five questions put to every item of evidence."""

    valid: bool = False
    authentic: bool = False
    reliable: bool = False
    current: bool = False
    sufficient: bool = False

    @property
    def complete(self) -> bool:
        """All five are answered with yes."""
        return not self.missing

    @property
    def missing(self) -> tuple[str, ...]:
        """The words not ticked, in the order of the five."""
        return tuple(name for name in VARCS_WORDS if not getattr(self, name))


VARCS_WORDS = ("valid", "authentic", "reliable", "current", "sufficient")
ALL_VARCS = Varcs(valid=True, authentic=True, reliable=True, current=True, sufficient=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldInWorkplace:
    """Evidence that stays where it is: where, with whom, and when the assessor saw it there."""

    where: str
    holder: str
    seen_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredFile:
    """A file kept encrypted in the vault under the SHA-256 of its content."""

    sha256: str
    name: str
    media_type: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """The item proves the criterion by the method whose code is given."""

    criterion: CriterionRef
    method: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceItem:
    """One item of the evidence index; it may serve many criteria over several units under the same reference."""

    id: UUID
    candidate: UUID
    number: int
    title: str
    dated: date
    ties: tuple[Tie, ...] = ()
    location: str = ""
    held: HeldInWorkplace | None = None
    confidential: bool = False
    varcs: Varcs = Varcs()
    assessor_initials: str = ""
    shows: str = ""
    observation: UUID | None = None
    file: StoredFile | None = None

    @property
    def ref(self) -> str:
        """`E4`: the reference that every form prints."""
        return f"E{self.number}"

    def codes(self, criterion: CriterionRef) -> tuple[str, ...]:
        """Method codes by which the item proves the criterion, in the order they were tied."""
        return tuple(tie.method for tie in self.ties if tie.criterion == criterion)
