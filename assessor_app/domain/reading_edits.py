"""What a person can change in a unit that was read. Every edit gives a new value; keeping the old one is undo.

Outcomes and criteria are named by their position (from 0), because a damaged document may number two of them alike.
A position that is not there raises IndexError; an edit that makes no sense raises ValueError with the reason.
"""

from collections.abc import Callable
from dataclasses import replace

from assessor_app.domain.reading import FieldName, ReadCriterion, ReadOutcome, ReadUnit
from assessor_app.domain.units import Doubt, number_key


def edit_field(unit: ReadUnit, name: FieldName, value: str | None) -> ReadUnit:
    """The field with another value, and without the doubts about it: the person has decided."""
    kept = tuple(f for f in unit.fields if f.name is not name)
    field = replace(unit.field(name), value=(value or "").strip() or None)
    return without_doubts(replace(unit, fields=(*kept, field)), name.value)


def settle_doubt(unit: ReadUnit, doubt: Doubt) -> ReadUnit:
    """The unit without that doubt."""
    return replace(unit, doubts=tuple(d for d in unit.doubts if d != doubt))


def retype_outcome(unit: ReadUnit, outcome: int, text: str) -> ReadUnit:
    """The outcome with other words."""
    return with_outcome(unit, outcome, lambda o: replace(o, text=_words(text)))


def retype_criterion(unit: ReadUnit, outcome: int, criterion: int, text: str) -> ReadUnit:
    """The criterion with other words."""
    return _with_criterion(unit, outcome, criterion, lambda c: (replace(c, text=_words(text)),))


def renumber_outcome(unit: ReadUnit, outcome: int, number: str) -> ReadUnit:
    """The outcome under another number; its criteria follow (`2.3` becomes `4.3`)."""
    old = unit.outcomes[outcome]
    criteria = tuple(replace(c, number=f"{number}.{c.number.rpartition('.')[2]}") for c in old.criteria)
    names = {o.where: f"outcome {number}" for o in (old,)}
    names |= {c.where: n.where for c, n in zip(old.criteria, criteria, strict=True)}
    return _renamed(with_outcome(unit, outcome, lambda o: replace(o, number=number, criteria=criteria)), names)


def renumber_criterion(unit: ReadUnit, outcome: int, criterion: int, number: str) -> ReadUnit:
    """The criterion under another number."""
    old = unit.outcomes[outcome].criteria[criterion]
    changed = _with_criterion(unit, outcome, criterion, lambda c: (replace(c, number=number.strip()),))
    return _renamed(changed, {old.where: f"criterion {number.strip()}"})


def renumber_all(unit: ReadUnit) -> ReadUnit:
    """Outcomes 1, 2, 3 ... and their criteria 1.1, 1.2 ... in the order they stand."""
    names: dict[str, str] = {}
    outcomes = []
    for i, outcome in enumerate(unit.outcomes, 1):
        names[outcome.where] = f"outcome {i}"
        criteria = []
        for n, criterion in enumerate(outcome.criteria, 1):
            names[criterion.where] = f"criterion {i}.{n}"
            criteria.append(replace(criterion, number=f"{i}.{n}"))
        outcomes.append(replace(outcome, number=str(i), criteria=tuple(criteria)))
    return _renamed(replace(unit, outcomes=tuple(outcomes)), names)


def split_criterion(unit: ReadUnit, outcome: int, criterion: int, at: int) -> ReadUnit:
    """Two criteria from one, cut before character `at`; the second has the next number and those behind move up."""
    text = unit.outcomes[outcome].criteria[criterion].text
    first, second = text[:at].strip(), text[at:].strip()
    if not first or not second:
        raise ValueError("Both halves need words.")

    def cut(c: ReadCriterion) -> tuple[ReadCriterion, ...]:
        return replace(c, text=first, sub_points=()), replace(c, text=second, mark="", guidance="")

    return numbered_from(_with_criterion(unit, outcome, criterion, cut), outcome, criterion + 1)


def join_with_next(unit: ReadUnit, outcome: int, criterion: int) -> ReadUnit:
    """One criterion from this and the next of the same outcome; those behind move down."""
    criteria = unit.outcomes[outcome].criteria
    if criterion + 1 >= len(criteria):
        raise ValueError("There is no criterion behind this one in its outcome.")
    a, b = criteria[criterion], criteria[criterion + 1]
    joined = replace(
        a,
        text=f"{a.text} {b.text}",
        sub_points=a.sub_points + b.sub_points,
        guidance="\n".join(filter(None, (a.guidance, b.guidance))),
        pieces=a.pieces + b.pieces,
    )
    rest = (*criteria[:criterion], joined, *criteria[criterion + 2 :])
    gone = without_doubts(unit, b.where)
    changed = with_outcome(gone, outcome, lambda o: replace(o, criteria=rest))
    return numbered_from(changed, outcome, criterion + 1)


def join_with_previous(unit: ReadUnit, outcome: int, criterion: int) -> ReadUnit:
    """One criterion from the one before and this."""
    if criterion < 1:
        raise ValueError("There is no criterion before this one in its outcome.")
    return join_with_next(unit, outcome, criterion - 1)


def criterion_to_guidance(unit: ReadUnit, outcome: int, criterion: int) -> ReadUnit:
    """The criterion was guidance: its words go to the criterion before it, or to the outcome."""
    criteria = list(unit.outcomes[outcome].criteria)
    moved = criteria.pop(criterion)
    words = "\n".join((moved.text, *moved.sub_points))
    unit = without_doubts(unit, moved.where)
    if criterion:
        before = criteria[criterion - 1]
        criteria[criterion - 1] = replace(
            before, guidance="\n".join(filter(None, (before.guidance, words))), pieces=before.pieces + moved.pieces
        )
        unit = with_outcome(unit, outcome, lambda o: replace(o, criteria=tuple(criteria)))
    else:
        unit = with_outcome(
            unit,
            outcome,
            lambda o: replace(
                o,
                criteria=tuple(criteria),
                guidance="\n".join(filter(None, (o.guidance, words))),
                pieces=o.pieces + moved.pieces,
            ),
        )
    return numbered_from(unit, outcome, criterion)


def guidance_to_criterion(unit: ReadUnit, outcome: int, criterion: int | None) -> ReadUnit:
    """Guidance was a criterion: it becomes the one behind `criterion`, or the outcome's first where that is None."""
    held = unit.outcomes[outcome]
    text = held.guidance if criterion is None else held.criteria[criterion].guidance
    if not text:
        raise ValueError("There is no guidance here.")
    criteria = list(held.criteria)
    place = 0 if criterion is None else criterion + 1
    pieces = held.pieces if criterion is None else criteria[criterion].pieces
    if criterion is None:
        held = replace(held, guidance="")
    else:
        criteria[criterion] = replace(criteria[criterion], guidance="")
    criteria.insert(place, ReadCriterion(number=f"{held.number}.{place + 1}", text=_words(text), pieces=pieces))
    changed = with_outcome(unit, outcome, lambda _: replace(held, criteria=tuple(criteria)))
    return numbered_from(changed, outcome, place)


def criterion_to_outcome(unit: ReadUnit, outcome: int, criterion: int) -> ReadUnit:
    """The criterion was an outcome: it begins one, with the criteria behind it; everything is numbered afresh."""
    held = unit.outcomes[outcome]
    head = held.criteria[criterion]
    fresh = ReadOutcome(number="", text=head.text, criteria=held.criteria[criterion + 1 :], pieces=head.pieces)
    kept = replace(held, criteria=held.criteria[:criterion])
    outcomes = (*unit.outcomes[:outcome], kept, fresh, *unit.outcomes[outcome + 1 :])
    return renumber_all(replace(without_doubts(unit, head.where), outcomes=outcomes))


def outcome_to_criterion(unit: ReadUnit, outcome: int) -> ReadUnit:
    """The outcome was a criterion of the outcome before it; its own criteria follow there, numbered afresh."""
    if outcome < 1:
        raise ValueError("There is no outcome before this one.")
    before, held = unit.outcomes[outcome - 1 : outcome + 1]
    lead = ReadCriterion(number=f"{held.number}.0", text=held.text, guidance=held.guidance, pieces=held.pieces)
    joined = replace(before, criteria=(*before.criteria, lead, *held.criteria))
    outcomes = (*unit.outcomes[: outcome - 1], joined, *unit.outcomes[outcome + 1 :])
    return renumber_all(replace(without_doubts(unit, held.where), outcomes=outcomes))


def move_criterion(unit: ReadUnit, outcome: int, criterion: int, to_outcome: int) -> ReadUnit:
    """The criterion at the end of another outcome; both outcomes are numbered on."""
    if outcome == to_outcome:
        raise ValueError("The criterion is in this outcome already.")
    moved = unit.outcomes[outcome].criteria[criterion]
    unit = _with_criterion(unit, outcome, criterion, lambda _: ())
    unit = with_outcome(unit, to_outcome, lambda o: replace(o, criteria=(*o.criteria, moved)))
    place = len(unit.outcomes[to_outcome].criteria) - 1
    return numbered_from(numbered_from(unit, to_outcome, place), outcome, criterion)


def _words(text: str) -> str:
    return " ".join(text.split())


def with_outcome(unit: ReadUnit, at: int, change: Callable[[ReadOutcome], ReadOutcome]) -> ReadUnit:
    """The unit with what `change` makes of the outcome at `at`."""
    outcomes = list(unit.outcomes)
    outcomes[at] = change(outcomes[at])
    return replace(unit, outcomes=tuple(outcomes))


def _with_criterion(
    unit: ReadUnit, outcome: int, at: int, change: Callable[[ReadCriterion], tuple[ReadCriterion, ...]]
) -> ReadUnit:
    criteria = unit.outcomes[outcome].criteria
    changed = (*criteria[:at], *change(criteria[at]), *criteria[at + 1 :])
    return with_outcome(unit, outcome, lambda o: replace(o, criteria=changed))


def numbered_from(unit: ReadUnit, outcome: int, start: int) -> ReadUnit:
    """Criteria from position `start` get the numbers that follow the one before."""
    held = unit.outcomes[outcome]
    criteria = list(held.criteria)
    names = {}
    for i in range(start, len(criteria)):
        before = number_key(criteria[i - 1].number)[-1] if i else 0
        number = f"{held.number}.{before + 1}"
        names[criteria[i].where] = f"criterion {number}"
        criteria[i] = replace(criteria[i], number=number)
    return _renamed(with_outcome(unit, outcome, lambda o: replace(o, criteria=tuple(criteria))), names)


def _renamed(unit: ReadUnit, names: dict[str, str]) -> ReadUnit:
    """The doubts follow what they are about."""
    doubts = tuple(replace(d, where=names.get(d.where, d.where)) for d in unit.doubts)
    return replace(unit, doubts=doubts)


def without_doubts(unit: ReadUnit, where: str) -> ReadUnit:
    """The unit without the doubts that name `where`."""
    return replace(unit, doubts=tuple(d for d in unit.doubts if d.where != where))
