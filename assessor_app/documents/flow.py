"""Things stacked on pages. A row is never cut unless it is taller than a page, and a heading never stands alone."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assessor_app.documents.pdf.surface import Surface

Draw = Callable[[Surface, float], None]
"""Draws with its top at the given distance from the page's top, in millimetres."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """Something of a known height. `keep` holds it with the next; `repeat` stands again above it on a new page.

    With `wish` it goes to a new page if that much more does not fit here but would there.
    `cut` gives the part that fits a height and the rest, or None where nothing of it would fit.
    """

    height: float
    draw: Draw
    keep: bool = False
    repeat: "Item | None" = None
    cut: "Callable[[float], tuple[Item, Item] | None] | None" = None
    cut_freely: bool = False
    wish: float = 0.0


def total(items: Sequence[Item]) -> float:
    """Height of a stack."""
    return sum(item.height for item in items)


def draw_all(items: Sequence[Item], surface: Surface, y: float) -> float:
    """Draw a stack from `y` downwards; returns where it ends."""
    for item in items:
        item.draw(surface, y)
        y += item.height
    return y


def placed(items: Sequence[Item], y: float) -> Callable[[Surface], None]:
    """Draws the stack from `y` downwards when the page is drawn."""

    def draw(surface: Surface) -> None:
        draw_all(items, surface, y)

    return draw


def paginate(items: Sequence[Item], first: float, later: float) -> list[list[Item]]:
    """Deal the items onto pages with room `first`, then `later` on each. The first page may stay empty."""
    pages: list[list[Item]] = [[]]
    queue = list(items)[::-1]
    room = first
    while queue:
        group = _group(queue)
        page = pages[-1]
        head = group[0].repeat
        lead = [head] if head is not None and not page else []
        need = total(lead) + total(group)
        wished = need + group[0].wish - (group[1].height if group[0].wish and len(group) > 1 else 0.0)
        if page and group[0].wish and room < wished <= later:
            queue += group[::-1]
            pages.append([])
            room = later
            continue
        if need <= room + 1e-6:
            page += [*lead, *group]
            room -= need
            continue
        last = group[-1]
        before = [*lead, *group[:-1]]
        space = room - total(before)
        whole = later - total(before) - (total([last.repeat]) if last.repeat and not lead else 0)
        if last.cut is not None and (last.cut_freely or last.height > whole):
            parts = last.cut(space)
            if parts is not None:
                page += [*before, parts[0]]
                queue.append(parts[1])
                pages.append([])
                room = later
                continue
        if page or (len(pages) == 1 and first < later - 1e-6):
            queue += group[::-1]
            pages.append([])
            room = later
            continue
        page += [*lead, *group]
        room = 0
    return pages


def deal_with_block(
    items: Sequence[Item], tail: Sequence[Item], first: float, later: float, block: float
) -> list[list[Item]]:
    """As `paginate`, with room for a block of that height on the last page, which is never the first.

    As much of `tail` as fits goes with the block, so that signatures do not stand alone where words can stand above.
    """
    pages = paginate([*items, *tail], first, later)
    if len(pages) > 1 and total(pages[-1]) + block <= later:
        return pages
    for count in range(len(tail), -1, -1):
        moved = list(tail[len(tail) - count :])
        kept = [*items, *tail[: len(tail) - count]]
        if (kept and kept[-1].keep) or total(moved) + block > later:
            continue
        return [*paginate(kept, first, later), moved]
    return [*pages, []]


def _group(queue: list[Item]) -> list[Item]:
    group = [queue.pop()]
    while group[-1].keep and queue:
        group.append(queue.pop())
    return group
