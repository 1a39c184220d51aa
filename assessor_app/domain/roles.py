"""Who signs, in which order, under which words (domain.md sections 4 and 5)."""

from dataclasses import dataclass
from enum import Enum


class Role(Enum):
    """A signer's role; the value is also the name of the signature field in the PDF."""

    CANDIDATE = "candidate"
    MANAGER = "manager"
    ASSESSOR = "assessor"
    COUNTERSIGNER = "countersigner"
    IQA = "iqa"

    @property
    def rank(self) -> int:
        """Place in the order: candidate and manager share the first."""
        return {"candidate": 0, "manager": 0, "assessor": 1, "countersigner": 2, "iqa": 3}[self.value]

    @property
    def title(self) -> str:
        """The role as forms print it."""
        return {
            "candidate": "Candidate",
            "manager": "Line manager or owner/manager",
            "assessor": "Assessor",
            "countersigner": "Countersigner",
            "iqa": "Internal quality assurer",
        }[self.value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Declaration:
    """What a signer declares. With `ticked`, each statement has a box of its own and all must be ticked."""

    statements: tuple[str, ...]
    ticked: bool = False
    choose_one: bool = False
    version: int = 1


UNIT_DECLARATIONS: dict[Role, Declaration] = {
    Role.CANDIDATE: Declaration(
        statements=(
            "The evidence is my own work.",
            "I had feedback on it.",
            "I know how to appeal against the decision.",
        )
    ),
    Role.MANAGER: Declaration(
        statements=("I was involved in this assessment.", "The candidate is competent in this unit."), ticked=True
    ),
    Role.ASSESSOR: Declaration(
        statements=(
            "Every criterion is met by valid, authentic, reliable, current and sufficient evidence.",
            "The conditions of the unit were met.",
        )
    ),
    Role.COUNTERSIGNER: Declaration(statements=("I reviewed the decision and agree with it.",)),
    Role.IQA: Declaration(
        statements=(
            "Sampled: decision confirmed.",
            "Sampled: action required, as written in the sampling report.",
        ),
        ticked=True,
        choose_one=True,
    ),
}

OBSERVATION_DECLARATIONS: dict[Role, Declaration] = {
    Role.CANDIDATE: Declaration(
        statements=("This is a fair record of what I did and said.", "I had feedback on it and could comment.")
    ),
    Role.ASSESSOR: Declaration(
        statements=("I saw and heard what is written here, on the day and at the place stated.",)
    ),
}
