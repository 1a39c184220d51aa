"""A unit as its awarding body's document gives it. What the document does not say is None or empty, never invented."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from assessor_app.domain.canonical import content_hash


class OutcomeKind(Enum):
    """Whether the criteria of an outcome are about knowing or about doing."""

    KNOWLEDGE = "knowledge"
    COMPETENCE = "competence"


class ManagerRule(Enum):
    """When the line manager or owner/manager must sign the unit's record."""

    NEVER = "never"
    WHEN_EXTERNAL = "when the assessor is external"
    ALWAYS = "always"


class QualityAssurance(Enum):
    """How the awarding body checks the centre's assessment of the unit."""

    VERIFIED = "externally verified"
    MODERATED = "externally moderated"


class RecordForm(Enum):
    """The form on which the unit is signed off."""

    ERS = "evidence record sheet"
    CHECKLIST = "candidate evidence checklist"


@dataclass(frozen=True, slots=True, kw_only=True)
class Regime:
    """What signing off the unit asks for. `source` says which words of which document it rests on."""

    record_form: RecordForm
    manager_signature: ManagerRule
    internally_assessed: bool = True
    quality_assurance: QualityAssurance | None = None
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """One assessment criterion. `sub_points` and `mark` keep the document's own list and label."""

    number: str
    text: str
    guidance: str = ""
    sub_points: tuple[str, ...] = ()
    mark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One learning outcome with its criteria in document order (`1.10` comes after `1.9`)."""

    number: str
    text: str
    criteria: tuple[Criterion, ...]
    kind: OutcomeKind | None = None
    guidance: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NosReference:
    """A reference to the national occupational standards, carried for information."""

    code: str
    title: str = ""
    suite: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FunctionalSkill:
    """A functional-skills signpost of the unit, as ticked in its document."""

    standard: str
    skill: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """Where the source is not certain, and why. A person sees it until they settle it."""

    where: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One edition of a unit. `key` names the unit across editions; `edition` is the hash of all else."""

    key: str
    awarding_body: str
    title: str
    outcomes: tuple[Outcome, ...]
    title_source: str = ""
    short_title: str = ""
    letter: str = ""
    number: str | None = None
    reference: str | None = None
    level: str | None = None
    credit: str | None = None
    glh: str | None = None
    tqt: str | None = None
    expiry: date | None = None
    purpose: str = ""
    regime: Regime | None = None
    requires_workplace: bool = False
    owner: str | None = None
    assessment_strategy: str | None = None
    assessment: tuple[str, ...] = ()
    evidence_requirements: tuple[str, ...] = ()
    guidance: tuple[str, ...] | None = None
    nos: tuple[NosReference, ...] = ()
    functional_skills: tuple[FunctionalSkill, ...] = ()
    notes: tuple[str, ...] = ()
    source_document: str = ""
    doubts: tuple[Doubt, ...] = ()

    @property
    def edition(self) -> str:
        """The hash that records are tied to, so that a later edition never changes what was judged."""
        return content_hash(self)

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """All criteria in document order."""
        return tuple(c for outcome in self.outcomes for c in outcome.criteria)

    @property
    def name(self) -> str:
        """What lists call the unit."""
        return self.short_title or self.title

    @property
    def badge(self) -> str:
        """The letter that stands for the unit where no candidate gave it one: its own, else its name's first."""
        return self.letter or next((c.upper() for c in self.name if c.isalpha()), "?")

    def criterion(self, number: str) -> Criterion:
        """The criterion with that number; KeyError if the unit has none."""
        for criterion in self.criteria:
            if criterion.number == number:
                return criterion
        raise KeyError(number)

    def has_expired(self, on: date) -> bool:
        """True after the unit's expiry date; a unit without one never expires."""
        return self.expiry is not None and on > self.expiry


def number_key(number: str) -> tuple[int, ...]:
    """Sort key of a criterion number: `1.10` after `1.9`."""
    return tuple(int(part) if part.isdigit() else 0 for part in number.split("."))
