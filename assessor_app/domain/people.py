"""The people of an assessment and the organisation they do it for (domain.md section 1)."""

from dataclasses import dataclass
from datetime import date
from enum import Enum
from uuid import UUID


class Standing(Enum):
    """Whether the assessor visits (external, peripatetic) or works for the same employer."""

    EXTERNAL = "peripatetic"
    WORKPLACE = "workplace"


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessor:
    """Whoever judges the evidence. One in training needs a qualified countersigner."""

    name: str
    number: str = ""
    standing: Standing = Standing.EXTERNAL
    qualified: bool = True

    @property
    def initials(self) -> str:
        """`P. R.` for Priya Ramanathan."""
        return " ".join(f"{part[0]}." for part in self.name.split() if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Centre:
    """The approved organisation. Its number is text: leading zeros count."""

    name: str
    number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineManager:
    """The candidate's line manager, or the owner/manager of the business."""

    name: str = ""
    job_title: str = ""
    is_owner: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """The person being assessed, in their own workplace."""

    id: UUID
    name: str
    registration: str = ""
    uln: str = ""
    job_title: str = ""
    employer: str = ""
    site: str = ""
    manager: LineManager = LineManager()
    qualification: str = ""
    qan: str = ""
    registered_on: date | None = None
    is_sample: bool = False

    @property
    def workplace(self) -> str:
        """Employer and site in one line."""
        return ", ".join(part for part in (self.employer, self.site) if part)


def same_person(one: str, other: str) -> bool:
    """True where two recorded names are the same but for case and spacing.

    "Wrong person" can only ever mean the recorded identity (domain.md section 4, rule 10).
    """
    return " ".join(one.casefold().split()) == " ".join(other.casefold().split()) != ""
