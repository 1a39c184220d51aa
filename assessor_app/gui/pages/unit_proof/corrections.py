"""The corrections a person can make on a row: each with its key, its words, and what it does to the unit.

Pure: a unit and a place in, another unit and the place to go to out. What makes no sense raises ValueError in words.
"""

from dataclasses import replace
from datetime import UTC, date, datetime
from enum import Enum

from assessor_app.domain.reading import FieldName, ReadUnit
from assessor_app.domain.reading_edits import (
    criterion_to_guidance,
    criterion_to_outcome,
    edit_field,
    guidance_to_criterion,
    join_with_next,
    outcome_to_criterion,
    renumber_criterion,
    renumber_outcome,
    retype_criterion,
    retype_outcome,
    settle_doubt,
    split_criterion,
    with_outcome,
)
from assessor_app.domain.reading_moves import (
    insert_criterion,
    insert_outcome,
    move_down,
    move_up,
    remove_criterion,
    remove_guidance,
    remove_outcome,
    set_guidance,
)
from assessor_app.gui.pages.unit_proof.content import doubts_at
from assessor_app.gui.pages.unit_proof.model import RowKind, Spot

Corrected = tuple[ReadUnit, Spot]


class Correction(Enum):
    """The value: the key as it is shown, the word on its button, and what undo calls it."""

    EDIT = ("Enter", "Edit", "the edit")
    SPLIT = ("S", "Split", "the split")
    JOIN = ("J", "Join next", "the joining")
    RENUMBER = ("R", "Number", "the number")
    UP = ("Alt+Up", "Up", "the move")
    DOWN = ("Alt+Down", "Down", "the move")
    OUTCOME = ("1", "Outcome", "making it an outcome")
    CRITERION = ("2", "Criterion", "making it a criterion")
    GUIDANCE = ("3", "Guidance", "making it guidance")
    ADD = ("Ins", "Add", "the new criterion")
    REMOVE = ("Del", "Remove", "the removal")
    SETTLE = ("D", "Settle doubt", "the settled doubt")

    @property
    def key(self) -> str:
        """As it is shown."""
        return self.value[0]

    @property
    def word(self) -> str:
        """On its button."""
        return self.value[1]

    @property
    def undo_word(self) -> str:
        """After "Undo"."""
        return self.value[2]


def correct(unit: ReadUnit, spot: Spot, correction: Correction, text: str = "", at: int = 0) -> Corrected:
    """The unit corrected at `spot`; `text` is the new text or number, `at` the character where a split cuts."""
    match correction:
        case Correction.EDIT:
            return _edited(unit, spot, text), spot
        case Correction.SPLIT:
            outcome, criterion = _criterion(spot, "Only a criterion can be split.")
            return split_criterion(unit, outcome, criterion, at), replace(spot, criterion=criterion + 1)
        case Correction.JOIN:
            outcome, criterion = _criterion(spot, "Only a criterion can be joined with the next.")
            return join_with_next(unit, outcome, criterion), spot
        case Correction.RENUMBER:
            return _renumbered(unit, spot, text.strip()), spot
        case Correction.UP | Correction.DOWN:
            outcome, criterion = _criterion(spot, "Only a criterion can be moved.")
            move = move_up if correction is Correction.UP else move_down
            moved, outcome, criterion = move(unit, outcome, criterion)
            return moved, Spot(kind=RowKind.CRITERION, outcome=outcome, criterion=criterion)
        case Correction.OUTCOME | Correction.CRITERION | Correction.GUIDANCE:
            return _made(unit, spot, correction)
        case Correction.ADD:
            return _added(unit, spot)
        case Correction.REMOVE:
            return _removed(unit, spot)
        case Correction.SETTLE:
            found = doubts_at(unit, spot)
            if not found:
                raise ValueError("There is no doubt on this row.")
            return settle_doubt(unit, unit.doubts[found[0]]), spot


def as_iso(text: str) -> str:
    """A date as it is typed, in ISO form; ValueError in words where it is none."""
    for shape in ("%d/%m/%Y", "%Y-%m-%d", "%d %B %Y"):
        try:
            return datetime.strptime(text.strip(), shape).replace(tzinfo=UTC).date().isoformat()
        except ValueError:
            continue
    raise ValueError(f"{text.strip()} is not a date. Write it as {date(2017, 12, 31):%d/%m/%Y}.")


def _criterion(spot: Spot, refusal: str) -> tuple[int, int]:
    if spot.kind is not RowKind.CRITERION or spot.criterion is None:
        raise ValueError(refusal)
    return spot.outcome, spot.criterion


def _edited(unit: ReadUnit, spot: Spot, text: str) -> ReadUnit:
    if spot.kind is RowKind.FIELD and spot.field is not None:
        value = as_iso(text) if text.strip() and spot.field is FieldName.EXPIRY else " ".join(text.split())
        return edit_field(unit, spot.field, value)
    if spot.kind is RowKind.GUIDANCE:
        return set_guidance(unit, spot.outcome, spot.criterion, text)
    if not text.strip():
        raise ValueError("It needs words. To take it out, press Delete.")
    if spot.kind is RowKind.OUTCOME:
        return retype_outcome(unit, spot.outcome, text)
    outcome, criterion = _criterion(spot, "Here is nothing to edit.")
    first, *rest = [line for line in text.splitlines() if line.strip()]
    points = tuple(" ".join(line.split()) for line in rest)
    held = list(unit.outcomes[outcome].criteria)
    held[criterion] = replace(held[criterion], sub_points=points)
    changed = with_outcome(unit, outcome, lambda o: replace(o, criteria=tuple(held)))
    return retype_criterion(changed, outcome, criterion, first)


def _renumbered(unit: ReadUnit, spot: Spot, number: str) -> ReadUnit:
    if not number or not all(part.isdigit() for part in number.split(".")):
        raise ValueError("A number looks like 2 or 2.3.")
    if spot.kind is RowKind.OUTCOME:
        return renumber_outcome(unit, spot.outcome, number)
    outcome, criterion = _criterion(spot, "Only outcomes and criteria have numbers.")
    return renumber_criterion(unit, outcome, criterion, number)


def _made(unit: ReadUnit, spot: Spot, wanted: Correction) -> Corrected:
    kind = {
        Correction.OUTCOME: RowKind.OUTCOME,
        Correction.CRITERION: RowKind.CRITERION,
        Correction.GUIDANCE: RowKind.GUIDANCE,
    }[wanted]
    if spot.kind is kind:
        raise ValueError(f"It is {'' if kind is RowKind.GUIDANCE else 'an ' if kind is RowKind.OUTCOME else 'a '}"
                         f"{kind.value} already.")  # fmt: skip
    o, c = spot.outcome, spot.criterion
    if spot.kind is RowKind.CRITERION and c is not None:
        if kind is RowKind.OUTCOME:
            return criterion_to_outcome(unit, o, c), Spot(kind=kind, outcome=o + 1)
        changed = criterion_to_guidance(unit, o, c)
        return changed, Spot(kind=kind, outcome=o, criterion=c - 1 if c else None)
    if spot.kind is RowKind.OUTCOME and kind is RowKind.CRITERION:
        place = len(unit.outcomes[o - 1].criteria) if o else 0
        return outcome_to_criterion(unit, o), Spot(kind=kind, outcome=o - 1, criterion=place)
    if spot.kind is RowKind.GUIDANCE and kind is RowKind.CRITERION:
        place = 0 if c is None else c + 1
        return guidance_to_criterion(unit, o, c), Spot(kind=kind, outcome=o, criterion=place)
    raise ValueError("Make it a criterion first.")


def _added(unit: ReadUnit, spot: Spot) -> Corrected:
    if spot.outcome < 0:
        if unit.outcomes:
            raise ValueError("Go to the outcome or criterion behind which it belongs.")
        return insert_outcome(unit, 0, ""), Spot(kind=RowKind.OUTCOME, outcome=0)
    place = 0 if spot.criterion is None else spot.criterion + 1
    added = insert_criterion(unit, spot.outcome, place, "")
    return added, Spot(kind=RowKind.CRITERION, outcome=spot.outcome, criterion=place)


def _removed(unit: ReadUnit, spot: Spot) -> Corrected:
    if spot.kind is RowKind.FIELD and spot.field is not None:
        return edit_field(unit, spot.field, None), spot
    if spot.kind is RowKind.OUTCOME:
        return remove_outcome(unit, spot.outcome), Spot(kind=RowKind.OUTCOME, outcome=max(0, spot.outcome - 1))
    if spot.kind is RowKind.GUIDANCE:
        kind = RowKind.OUTCOME if spot.criterion is None else RowKind.CRITERION
        return remove_guidance(unit, spot.outcome, spot.criterion), replace(spot, kind=kind)
    outcome, criterion = _criterion(spot, "This cannot be removed.")
    left = len(unit.outcomes[outcome].criteria) - 1
    after = min(criterion, left - 1)
    place = Spot(kind=RowKind.CRITERION, outcome=outcome, criterion=after) if left else Spot(
        kind=RowKind.OUTCOME, outcome=outcome
    )  # fmt: skip
    return remove_criterion(unit, outcome, criterion), place
