"""What is not the same in two editions of a unit: fields, outcomes, criteria.

The same words under another number are a renumbering; else criteria are matched by number, as records name them.
Refuses to say which edition is right.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

from assessor_app.domain.units import Unit, number_key

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


class Sign(Enum):
    """What happened to it."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    RENUMBERED = "renumbered"
    SETTLED = "settled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One thing that differs; `before` is empty where it is new, `after` where it is gone."""

    what: str
    sign: Sign
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
    """All of them: fields first, then outcomes, then criteria in the order of their numbers, then settled doubts.

    A doubt that only `unit` has is no difference: whoever reads a document again has it again.
    """
    fields = [(label, str(getattr(held, name) or ""), str(getattr(unit, name) or "")) for name, label in _FIELDS]
    fields.append(("How it is signed off", _regime(held), _regime(unit)))
    found = [_difference(what, before, after) for what, before, after in fields if before != after]
    found += _numbered("Outcome", _outcomes(held), _outcomes(unit))
    found += _numbered("Criterion", _criteria(held), _criteria(unit))
    open_still = {doubt.where for doubt in unit.doubts}
    found += [
        Difference(what=f"Doubt about {doubt.where}", sign=Sign.SETTLED, before=doubt.reason, after="")
        for doubt in held.doubts
        if doubt.where not in open_still
    ]
    return tuple(found)


def _difference(what: str, before: str, after: str) -> Difference:
    sign = Sign.ADDED if not before else Sign.REMOVED if not after else Sign.CHANGED
    return Difference(what=what, sign=sign, before=before, after=after)


def _numbered(word: str, before: dict[str, str], after: dict[str, str]) -> list[Difference]:
    gone = {n: text for n, text in before.items() if after.get(n) != text}
    come = {n: text for n, text in after.items() if before.get(n) != text}
    found: list[tuple[tuple[int, ...], Difference]] = []
    for number, text in list(gone.items()):
        now = next((n for n, other in come.items() if other == text), None)
        if now is not None:
            what = f"{word} {number} is now {now}"
            found.append((number_key(number), Difference(what=what, sign=Sign.RENUMBERED, before=text, after=text)))
            del gone[number], come[now]
    for number in {*gone, *come}:
        found.append((number_key(number), _difference(f"{word} {number}", gone.get(number, ""), come.get(number, ""))))
    return [difference for _, difference in sorted(found, key=lambda pair: (pair[0], pair[1].what))]


def _outcomes(unit: Unit) -> dict[str, str]:
    return {o.number: o.text for o in unit.outcomes}


def _criteria(unit: Unit) -> dict[str, str]:
    return {c.number: _full(c.text, c.sub_points) for c in unit.criteria}


def _full(text: str, sub_points: tuple[str, ...]) -> str:
    return "\n".join((text, *sub_points))


def _regime(unit: Unit) -> str:
    regime = unit.regime
    if regime is None:
        return ""
    quality = f", {regime.quality_assurance.value}" if regime.quality_assurance else ""
    return f"{regime.record_form.value}{quality}; the manager signs: {regime.manager_signature.value}"
