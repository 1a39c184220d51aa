"""Headings and running text as things that stack: a heading stays with what follows, a text may be cut."""

from collections.abc import Callable

from assessor_app.documents.flow import Item
from assessor_app.documents.pdf.structure import Node
from assessor_app.documents.pdf.style import BODY, NOTE, SECTION, Style
from assessor_app.documents.pdf.surface import Surface
from assessor_app.documents.pdf.text import Block, Run, set_text
from assessor_app.documents.sheet import PORTRAIT


def heading_item(text: str, root: Node, section: Node, x: float, width: float) -> Item:
    """A section's heading, kept with what follows; hangs the section into the tree when it is drawn."""

    def draw(surface: Surface, y: float) -> None:
        root.kids.append(section)
        with surface.tag(section.add("H2")):
            surface.paragraph(text, x, y + 2.6, width, SECTION)

    return Item(height=2.6 + SECTION.line + 1.4, draw=draw, keep=True)


def text_items(text: tuple[Run, ...] | str, section: Node, x: float, width: float, style: Style = BODY) -> list[Item]:
    """A text that may be cut between lines."""
    return block_items(set_text(text, width, style), [], section, x)


def block_items(block: Block, node: list[Node], section: Node, x: float) -> list[Item]:
    """Lines that may be cut between pages; `node` holds the paragraph they belong to, once it is made."""

    def item(part: Block) -> Item:
        def draw(surface: Surface, y: float) -> None:
            if not node:
                node.append(section.add("P"))
            with surface.tag(node[0]):
                surface.block(part, x, y)

        def cut(height: float) -> tuple[Item, Item] | None:
            if height < part.leading * 2 or len(part.lines) < 3:
                return None
            top, rest = part.cut(height - 0.1)
            return (item(top), item(rest)) if rest.lines else None

        return Item(height=part.height + 1.2, draw=draw, cut=cut, cut_freely=True)

    return [item(block)]


def noted(y: float, note: str) -> Callable[[Surface], None]:
    """A line under what stands on this page, saying where it goes on; an artifact."""

    def draw(surface: Surface) -> None:
        with surface.tag(None):
            surface.paragraph(note, PORTRAIT.left, y + 0.8, PORTRAIT.inner, NOTE)

    return draw
