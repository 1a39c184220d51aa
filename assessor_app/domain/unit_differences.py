"""What is not the same in two editions of a unit: fields, and criteria added, removed or with other words.

Criteria are matched by their number within the unit, as records name them. Refuses to say which edition is right.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assessor_app.domain.units import Outcome, Unit, number_key

_FIELDS = (
    ("title", "Title"),
    ("awarding_body", "Awarding body"),
    ("number", "Number"),
    ("reference", "Ofqual reference"),
    ("level", "Level"),
    ("credit", "Credit"),
    ("glh", "GLH"),
    ("tqt", "TQT"),
    ("expiry", "Expiry"),
    ("purpose", "Purpose"),
    ("owner", "Owner"),
    ("assessment_strategy", "Assessment strategy"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One thing that differs; `before` is empty where it is new, `after` where it is gone."""

    what: str
    before: str
    after: str


def same_unit(held: Sequence[Unit], unit: Unit) -> Unit | None:
    """The unit in `held` of which `unit` would be an edition: by reference, else by awarding body and title."""
    if unit.reference:
        for other in held:
            if other.reference == unit.reference:
                return other
    name = (unit.awarding_body.casefold(), unit.title.casefold())
    for other in held:
        apart = unit.reference and other.reference
        if not apart and (other.key == unit.key or (other.awarding_body.casefold(), other.title.casefold()) == name):
            return other
    return None


def as_edition_of(held: Unit, unit: Unit) -> Unit:
    """`unit` under the key of `held`, with what reading a document never gives kept from it."""
    kinds = {(o.number, o.text): o.kind for o in held.outcomes}
    outcomes = tuple(replace(o, kind=o.kind or kinds.get((o.number, o.text))) for o in unit.outcomes)
    return replace(
        unit,
        key=held.key,
        outcomes=outcomes,
        short_title=unit.short_title or held.short_title,
        letter=unit.letter or held.letter,
        owner=unit.owner or held.owner,
        assessment_strategy=unit.assessment_strategy or held.assessment_strategy,
        assessment=unit.assessment or held.assessment,
        evidence_requirements=unit.evidence_requirements or held.evidence_requirements,
        guidance=unit.guidance or held.guidance,
        nos=unit.nos or held.nos,
        functional_skills=unit.functional_skills or held.functional_skills,
        notes=unit.notes or held.notes,
    )


def differences(held: Unit, unit: Unit) -> tuple[Difference, ...]:
    """All of them: fields first, then outcomes, then criteria in the order of their numbers."""
    found = [_difference(label, getattr(held, name), getattr(unit, name)) for name, label in _FIELDS]
    found.append(_difference("How it is signed off", _regime(held), _regime(unit)))
    found += _numbered("Outcome", _texts(held.outcomes), _texts(unit.outcomes))
    before = {c.number: _full(c.text, c.sub_points) for c in held.criteria}
    after = {c.number: _full(c.text, c.sub_points) for c in unit.criteria}
    found += _numbered("Criterion", before, after)
    return tuple(d for d in found if d.before != d.after)


def _difference(what: str, before: object, after: object) -> Difference:
    return Difference(what=what, before=str(before or ""), after=str(after or ""))


def _numbered(word: str, before: dict[str, str], after: dict[str, str]) -> list[Difference]:
    numbers = sorted({*before, *after}, key=number_key)
    return [Difference(what=f"{word} {n}", before=before.get(n, ""), after=after.get(n, "")) for n in numbers]


def _texts(outcomes: tuple[Outcome, ...]) -> dict[str, str]:
    return {o.number: o.text for o in outcomes}


def _full(text: str, sub_points: tuple[str, ...]) -> str:
    return "\n".join((text, *sub_points))


def _regime(unit: Unit) -> str:
    regime = unit.regime
    if regime is None:
        return ""
    quality = f", {regime.quality_assurance.value}" if regime.quality_assurance else ""
    return f"{regime.record_form.value}{quality}; the manager signs: {regime.manager_signature.value}"
