"""Which criteria stand in which block of columns, and which rows on which page.

Blocks are cut between outcomes wherever that is possible; no row is parted from its own height, and the closing rows
stand with at least two items wherever there are two.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from assessor_app.domain.units import Criterion, Outcome

FULL_COLUMNS, MOST_COLUMNS, LATER_COLUMNS = 23, 25, 37
"""Columns beside the full row; at most beside it, if that makes one block of it; in every later block."""


@dataclass(frozen=True, slots=True)
class Group:
    """Criteria of one outcome that stand together in a block; `whole` unless the block cuts the outcome."""

    outcome: Outcome
    criteria: tuple[Criterion, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GridBlock:
    """One block of criterion columns."""

    number: int
    count: int
    groups: tuple[Group, ...]

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """Criteria in column order."""
        return tuple(c for group in self.groups for c in group.criteria)

    @property
    def heading(self) -> str:
        """`Criteria, block 2 of 2: outcomes 4 to 7`; empty where there is one block only."""
        if self.count == 1:
            return ""
        first, last = self.groups[0].outcome.number, self.groups[-1].outcome.number
        which = f"outcome {first}" if first == last else f"outcomes {first} to {last}"
        return f"Criteria, block {self.number} of {self.count}: {which}"


def divide(outcomes: Sequence[Outcome]) -> tuple[GridBlock, ...]:
    """Deal the outcomes into blocks, between outcomes wherever that is possible."""
    filled = [o for o in outcomes if o.criteria]
    if sum(len(o.criteria) for o in filled) <= MOST_COLUMNS:
        return (GridBlock(number=1, count=1, groups=tuple(Group(o, o.criteria) for o in filled)),)
    blocks: list[list[Group]] = [[]]
    room = FULL_COLUMNS
    for outcome in filled:
        rest = outcome.criteria
        while rest:
            used = sum(len(g.criteria) for g in blocks[-1])
            free = room - used
            if len(rest) <= free or (used == 0 and free > 0):
                blocks[-1].append(Group(outcome, rest[:free]))
                rest = rest[free:]
            else:
                blocks.append([])
                room = LATER_COLUMNS
    return tuple(GridBlock(number=n, count=len(blocks), groups=tuple(b)) for n, b in enumerate(blocks, start=1))


@dataclass(frozen=True, slots=True)
class Span:
    """Rows `first` to `last` (exclusive) of a block on one page; `closing` with counts beneath."""

    first: int
    last: int
    closing: bool


def deal_rows(heights: Sequence[float], room: float, closing: float) -> list[Span]:
    """Deal rows onto pages so that the closing part stands with at least two rows, wherever there are two."""
    spans: list[Span] = []
    start, used = 0, 0.0
    for index, height in enumerate(heights):
        if index > start and used + height > room + 1e-6:
            spans.append(Span(start, index, False))
            start, used = index, 0.0
        used += height
    last_first = start
    count = len(heights)
    if used + closing > room + 1e-6 and count - last_first > 1:
        cut = max(last_first + 1, count - 2) if sum(heights[-2:]) + closing <= room else count - 1
        spans.append(Span(last_first, cut, False))
        last_first = cut
    elif used + closing > room + 1e-6 and count:
        spans.append(Span(last_first, count, False))
        last_first = count
    spans.append(Span(last_first, count, True))
    if (
        len(spans) > 1
        and count - spans[-1].first == 1
        and spans[-2].last - spans[-2].first > 1
        and sum(heights[-2:]) + closing <= room
    ):
        spans[-2] = Span(spans[-2].first, spans[-2].last - 1, False)
        spans[-1] = Span(spans[-1].first - 1, count, True)
    return spans


def item_range(refs: Sequence[str]) -> str:
    """`E8 and E9`, `E8 to E12`."""
    if len(refs) <= 2:
        return " and ".join(refs)
    return f"{refs[0]} to {refs[-1]}"
