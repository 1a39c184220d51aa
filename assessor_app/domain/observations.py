"""What was seen and heard on a visit, tied to criteria while it was written."""

from dataclasses import dataclass
from datetime import date
from enum import Enum
from uuid import UUID

from assessor_app.domain.evidence import CriterionRef, Tie


class Asked(Enum):
    """How a question was put."""

    ORAL = "oral"
    WRITTEN = "written"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One stretch of the narrative with its local time (`11:42`) and the criteria it proves."""

    time: str
    text: str
    criteria: tuple[CriterionRef, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question and its answer. `result` is None until it is judged."""

    question: str
    answer: str = ""
    criteria: tuple[CriterionRef, ...] = ()
    asked: Asked = Asked.ORAL
    result: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """One visit. Times are local, `HH:MM`; an empty end means that the visit goes on."""

    id: UUID
    candidate: UUID
    number: int
    title: str
    day: date
    start: str
    end: str = ""
    place: str = ""
    context: str = ""
    planned: bool = False
    plan_ref: str = ""
    others_present: str = ""
    simulation: bool = False
    simulation_reason: str = ""
    paragraphs: tuple[Paragraph, ...] = ()
    questions: tuple[Question, ...] = ()
    products_seen: str = ""
    feedback: str = ""
    candidate_comments: str = ""
    next_steps: str = ""
    finished: bool = False

    @property
    def ref(self) -> str:
        """`OBS-02`: the reference that forms print."""
        return f"OBS-{self.number:02d}"

    @property
    def ties(self) -> tuple[Tie, ...]:
        """What the visit proves: paragraphs by observation (O; S where simulated), answered questions by OQ or WQ."""
        seen = "S" if self.simulation else "O"
        found = [Tie(criterion=c, method=seen) for p in self.paragraphs for c in p.criteria if p.text.strip()]
        for question in self.questions:
            code = "OQ" if question.asked is Asked.ORAL else "WQ"
            found += [Tie(criterion=c, method=code) for c in question.criteria if question.answer.strip()]
        return tuple(dict.fromkeys(found))

    @property
    def narrative(self) -> str:
        """The plain text of all paragraphs, for search."""
        return "\n".join(p.text for p in self.paragraphs)
