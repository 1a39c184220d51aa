"""Drafts as text. A draft that cannot be read is never thrown away: the record beneath it is shown, the draft stays."""

import json
from dataclasses import replace
from datetime import date
from uuid import UUID

from assessor_app.domain.canonical import canonical_json
from assessor_app.domain.evidence import CriterionRef
from assessor_app.domain.observations import Asked, Observation, Paragraph, Question


def write_observation_draft(observation: Observation) -> str:
    """Canonical JSON of the whole visit."""
    return canonical_json(observation).decode()


def read_observation_draft(body: str, record: Observation) -> Observation:
    """The visit that `body` spells, with the ids of `record`."""
    plain = json.loads(body)
    fields = {
        name: plain[name]
        for name in (
            "title", "start", "end", "place", "context", "planned", "plan_ref", "others_present", "simulation",
            "simulation_reason", "products_seen", "feedback", "candidate_comments", "next_steps", "finished",
        )
        if name in plain
    }  # fmt: skip
    return replace(
        record,
        day=date.fromisoformat(plain["day"]),
        paragraphs=tuple(
            Paragraph(time=p["time"], text=p["text"], criteria=_refs(p["criteria"])) for p in plain["paragraphs"]
        ),
        questions=tuple(
            Question(
                question=q["question"],
                answer=q["answer"],
                criteria=_refs(q["criteria"]),
                asked=Asked(q["asked"]),
                result=q["result"],
            )
            for q in plain["questions"]
        ),
        **fields,
    )


def _refs(plain: list[dict[str, str]]) -> tuple[CriterionRef, ...]:
    return tuple(CriterionRef(enrolment=UUID(c["enrolment"]), number=c["number"]) for c in plain)
