"""Table cells from the ruling lines of a PDF page: a grid of lines that touch, cells joined where no wall stands."""

from collections.abc import Sequence
from dataclasses import dataclass

_CLOSE = 2.5  # points within which two lines are the same one
_TOUCH = 4.0  # points within which two lines meet
_MOST_LINES = 1_500  # of a page; more are a drawing


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal (`y0 == y1`) or vertical line, in points from the top left corner."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def is_level(self) -> bool:
        return self.y0 == self.y1


@dataclass(frozen=True, slots=True)
class Box:
    """A cell: its first row and column in the grid, and its place."""

    row: int
    column: int
    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with at least two columns."""

    boxes: tuple[Box, ...]
    y0: float
    y1: float


def find_grids(rules: Sequence[Rule]) -> list[Grid]:
    """The tables of a page from top to bottom."""
    if not rules or len(rules) > _MOST_LINES:
        return []
    grids = [g for group in _touching(rules) if (g := _grid(group)) is not None]
    return sorted(grids, key=lambda g: g.y0)


def _touching(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Lines grouped so that each touches another of its group."""
    owner = list(range(len(rules)))

    def root(i: int) -> int:
        while owner[i] != i:
            owner[i] = owner[owner[i]]
            i = owner[i]
        return i

    order = sorted(range(len(rules)), key=lambda i: rules[i].y0)
    active: list[int] = []
    for i in order:
        a = rules[i]
        active = [j for j in active if rules[j].y1 >= a.y0 - _TOUCH]
        for j in active:
            b = rules[j]
            if a.x0 - _TOUCH <= b.x1 and b.x0 <= a.x1 + _TOUCH and b.y0 <= a.y1 + _TOUCH:
                owner[root(i)] = root(j)
        active.append(i)
    groups: dict[int, list[Rule]] = {}
    for i, rule in enumerate(rules):
        groups.setdefault(root(i), []).append(rule)
    return list(groups.values())


def _levels(values: Sequence[float]) -> list[float]:
    levels: list[float] = []
    for value in sorted(values):
        if not levels or value - levels[-1] > _CLOSE:
            levels.append(value)
    return levels


def _grid(rules: Sequence[Rule]) -> Grid | None:
    level = [r for r in rules if r.is_level]
    upright = [r for r in rules if not r.is_level]
    if not level or not upright:
        return None
    xs = _levels([r.x0 for r in upright] + [x for r in level for x in (r.x0, r.x1)])
    ys = _levels([r.y0 for r in level] + [y for r in upright for y in (r.y0, r.y1)])
    if len(xs) < 3 or len(ys) < 2 or len(xs) > 80 or len(ys) > 400:
        return None
    rows, columns = len(ys) - 1, len(xs) - 1
    owner = {(i, j): (i, j) for i in range(rows) for j in range(columns)}

    def root(slot: tuple[int, int]) -> tuple[int, int]:
        while owner[slot] != slot:
            slot = owner[slot]
        return slot

    walls_right = _walls(upright, xs, ys)
    floors = _floors(level, xs, ys)
    for i in range(rows):
        for j in range(columns):
            if j + 1 < columns and (i, j + 1) not in walls_right:
                owner[root((i, j + 1))] = root((i, j))
            if i + 1 < rows and (i + 1, j) not in floors:
                owner[root((i + 1, j))] = root((i, j))
    cells: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for slot in owner:
        cells.setdefault(root(slot), []).append(slot)
    boxes = []
    for slots in cells.values():
        top, left = min(s[0] for s in slots), min(s[1] for s in slots)
        bottom, right = max(s[0] for s in slots) + 1, max(s[1] for s in slots) + 1
        boxes.append(Box(top, left, xs[left], ys[top], xs[right], ys[bottom]))
    if len({b.column for b in boxes}) < 2:
        return None
    return Grid(tuple(sorted(boxes, key=lambda b: (b.row, b.column))), ys[0], ys[-1])


def _walls(upright: Sequence[Rule], xs: Sequence[float], ys: Sequence[float]) -> set[tuple[int, int]]:
    """Slots (row, column) with a wall at their left."""
    walls = set()
    for rule in upright:
        column = min(range(len(xs)), key=lambda k: abs(xs[k] - rule.x0))
        for i in range(len(ys) - 1):
            if rule.y0 - _CLOSE <= (ys[i] + ys[i + 1]) / 2 <= rule.y1 + _CLOSE:
                walls.add((i, column))
    return walls


def _floors(level: Sequence[Rule], xs: Sequence[float], ys: Sequence[float]) -> set[tuple[int, int]]:
    """Slots (row, column) with a line above them."""
    floors = set()
    for rule in level:
        row = min(range(len(ys)), key=lambda k: abs(ys[k] - rule.y0))
        for j in range(len(xs) - 1):
            if rule.x0 - _CLOSE <= (xs[j] + xs[j + 1]) / 2 <= rule.x1 + _CLOSE:
                floors.add((row, j))
    return floors
