"""Taking out, putting in and moving what was read. As in `reading_edits`, every edit gives a new value.

Numbers stay with their places: what comes to a place takes its number, and those behind are numbered on.
"""

from dataclasses import replace

from assessor_app.domain.reading import ReadCriterion, ReadOutcome, ReadUnit
from assessor_app.domain.reading_edits import numbered_from, renumber_all, with_outcome, without_doubts


def remove_criterion(unit: ReadUnit, outcome: int, criterion: int) -> ReadUnit:
    """The unit without the criterion and its doubts; those behind move up."""
    held = unit.outcomes[outcome].criteria
    gone = without_doubts(unit, held[criterion].where)
    rest = (*held[:criterion], *held[criterion + 1 :])
    changed = with_outcome(gone, outcome, lambda o: replace(o, criteria=rest))
    return numbered_from(changed, outcome, criterion)


def remove_outcome(unit: ReadUnit, outcome: int) -> ReadUnit:
    """The unit without the outcome, its criteria and their doubts; outcomes behind are numbered afresh."""
    held = unit.outcomes[outcome]
    gone = without_doubts(unit, held.where)
    for criterion in held.criteria:
        gone = without_doubts(gone, criterion.where)
    return renumber_all(replace(gone, outcomes=(*unit.outcomes[:outcome], *unit.outcomes[outcome + 1 :])))


def remove_guidance(unit: ReadUnit, outcome: int, criterion: int | None) -> ReadUnit:
    """The criterion (or with None the outcome) without its guidance."""
    if criterion is None:
        return with_outcome(unit, outcome, lambda o: replace(o, guidance=""))
    return set_guidance(unit, outcome, criterion, "")


def set_guidance(unit: ReadUnit, outcome: int, criterion: int | None, text: str) -> ReadUnit:
    """The criterion (or with None the outcome) with other guidance."""
    if criterion is None:
        return with_outcome(unit, outcome, lambda o: replace(o, guidance=text.strip()))
    held = list(unit.outcomes[outcome].criteria)
    held[criterion] = replace(held[criterion], guidance=text.strip())
    return with_outcome(unit, outcome, lambda o: replace(o, criteria=tuple(held)))


def insert_criterion(unit: ReadUnit, outcome: int, place: int, text: str) -> ReadUnit:
    """A criterion that the document's reading missed, at position `place`; those behind move on."""
    held = unit.outcomes[outcome]
    fresh = ReadCriterion(number=f"{held.number}.0", text=" ".join(text.split()))
    criteria = (*held.criteria[:place], fresh, *held.criteria[place:])
    return numbered_from(with_outcome(unit, outcome, lambda o: replace(o, criteria=criteria)), outcome, place)


def insert_outcome(unit: ReadUnit, place: int, text: str) -> ReadUnit:
    """An outcome that was missed, at position `place`; everything is numbered afresh."""
    fresh = ReadOutcome(number="", text=" ".join(text.split()))
    return renumber_all(replace(unit, outcomes=(*unit.outcomes[:place], fresh, *unit.outcomes[place:])))


def move_up(unit: ReadUnit, outcome: int, criterion: int) -> tuple[ReadUnit, int, int]:
    """The criterion one place up, at the head of an outcome to the end of the one before; and where it now is."""
    if criterion:
        return _swapped(unit, outcome, criterion - 1), outcome, criterion - 1
    if outcome == 0:
        raise ValueError("This is the first criterion.")
    place = len(unit.outcomes[outcome - 1].criteria)
    return _carried(unit, outcome, criterion, outcome - 1, place), outcome - 1, place


def move_down(unit: ReadUnit, outcome: int, criterion: int) -> tuple[ReadUnit, int, int]:
    """The criterion one place down, at the end of an outcome to the head of the next; and where it now is."""
    if criterion + 1 < len(unit.outcomes[outcome].criteria):
        return _swapped(unit, outcome, criterion), outcome, criterion + 1
    if outcome + 1 >= len(unit.outcomes):
        raise ValueError("This is the last criterion.")
    return _carried(unit, outcome, criterion, outcome + 1, 0), outcome + 1, 0


def _swapped(unit: ReadUnit, outcome: int, first: int) -> ReadUnit:
    """The criterion at `first` and the next in each other's place; their doubts go with them."""
    held = list(unit.outcomes[outcome].criteria)
    a, b = held[first], held[first + 1]
    held[first], held[first + 1] = replace(b, number=a.number), replace(a, number=b.number)
    names = {a.where: b.where, b.where: a.where}
    doubts = tuple(replace(d, where=names.get(d.where, d.where)) for d in unit.doubts)
    return with_outcome(replace(unit, doubts=doubts), outcome, lambda o: replace(o, criteria=tuple(held)))


def _carried(unit: ReadUnit, outcome: int, criterion: int, to: int, place: int) -> ReadUnit:
    """The criterion in outcome `to` at `place`; both outcomes are numbered on, and doubts go with what they name."""
    moved = unit.outcomes[outcome].criteria[criterion]
    aside = f"{moved.number}*"
    doubts = tuple(replace(d, where=f"criterion {aside}") if d.where == moved.where else d for d in unit.doubts)
    source = unit.outcomes[outcome].criteria
    rest = (*source[:criterion], *source[criterion + 1 :])
    unit = with_outcome(replace(unit, doubts=doubts), outcome, lambda o: replace(o, criteria=rest))
    unit = numbered_from(unit, outcome, criterion)
    target = unit.outcomes[to].criteria
    placed = (*target[:place], replace(moved, number=aside), *target[place:])
    return numbered_from(with_outcome(unit, to, lambda o: replace(o, criteria=placed)), to, place)
