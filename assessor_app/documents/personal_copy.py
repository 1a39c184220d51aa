"""A copy of somebody's personal data to read, A4 portrait: headings, labels with their values, tables.

It is cut anywhere between lines; a heading stays with what follows, and a table's head stands again on each page.
"""

from dataclasses import dataclass, replace
from datetime import date

from assessor_app.documents.flow import Item, paginate, placed
from assessor_app.documents.pdf import fonts
from assessor_app.documents.pdf.metadata import About
from assessor_app.documents.pdf.structure import Node
from assessor_app.documents.pdf.style import BODY, FOOT, HAIR, HEAD3, NOTE, SECTION, Face, Style
from assessor_app.documents.pdf.surface import Surface
from assessor_app.documents.pdf.text import Block, Run, set_text
from assessor_app.documents.sheet import PORTRAIT, Furniture, Sheet
from assessor_app.documents.stacking import text_items
from assessor_app.documents.table import Column, TableItems
from assessor_app.documents.wording import clock, long_date, long_moment, short_date
from assessor_app.domain.moments import Moment
from assessor_app.domain.personal_copy import Fact, Grid, Paragraph, Part, PersonalCopy, Said

G = PORTRAIT
TITLE = "Copy of personal data"
LABELS, GAP = 46.0, 4.0
VALUES = G.inner - LABELS - GAP
PART = HEAD3.at(10.5)
LABEL = Style(Face.SEMIBOLD, 9, leading=1.24 * 9.5 / 9)  # the lines of label and value stand level


def render_personal_copy(copy: PersonalCopy) -> bytes:
    """The copy as a tagged PDF; the same copy gives the same bytes."""
    name = fonts.clean(copy.name)
    made = long_moment(copy.made)
    sheet = Sheet(
        G,
        Furniture(
            title=TITLE,
            right=((Run(name, Style(Face.BOLD, 10.5)),), (Run(f"made {made}", Style()),)),
            middle=f"made {long_date(copy.made.local_date)}",
            candidate=name,
            foot=(
                (Run(f"Given out by {copy.holder} · UK GDPR, article 15", FOOT),),
                (Run("Not encrypted: whoever has this file can read it.", FOOT),),
            ),
            qr_text="",
            qr_alt="",
        ),
    )
    items = [item for part in copy.parts for item in _part(part, sheet.root, 2, is_first=part is copy.parts[0])]
    for number, page in enumerate(paginate(items, G.body_first_end - G.body_first, G.room)):
        draft = sheet.page(TITLE)
        draft.draws.append(placed(page, G.body if number else G.body_first))
    about = About(
        title=f"{TITLE}: {name}",
        author=fonts.clean(copy.holder),
        subject=f"Everything kept about one person, {made}",
        created=copy.made.local.replace(microsecond=0),
        identifier=copy.identifier,
    )
    return sheet.save(about)


def _part(part: Part, parent: Node, level: int, *, is_first: bool = False) -> list[Item]:
    section = Node("Sect", parent=parent)
    items = [_heading(part.title, parent, section, level, is_ruled=level == 2 and not is_first)]
    facts = _Facts(section)
    for block in part.blocks:
        match block:
            case Fact():
                items.append(facts.item(block))
                continue
            case Paragraph():
                items += [*([_space(1.6)] if facts.has_any else []), *_paragraph(block, section, level)]
            case Grid():
                items += _grid(block, section)
        facts = _Facts(section)
    for inner in part.parts:
        items += _part(inner, section, level + 1)
    return items


def _heading(text: str, parent: Node, section: Node, level: int, *, is_ruled: bool = False) -> Item:
    style, above, below = (SECTION.at(13), 5.0, 2.4) if level == 2 else (PART, 3.4, 1.2)
    block = set_text(text, G.inner, style)

    def draw(surface: Surface, y: float) -> None:
        parent.kids.append(section)
        if is_ruled:
            surface.rule(G.left, y + above - 1.6, G.left + G.inner, y + above - 1.6, 0.75)
        with surface.tag(section.add(f"H{level}")):
            surface.block(block, G.left, y + above)

    return Item(height=above + block.height + below, draw=draw, keep=True)


def _paragraph(paragraph: Paragraph, section: Node, level: int) -> list[Item]:
    items = text_items(paragraph.text, section, G.left, G.inner, BODY)
    if not paragraph.title:
        return [*items, _space(0.8)]
    inner = Node("Sect", parent=section)
    return [
        _heading(paragraph.title, section, inner, level + 1),
        *text_items(paragraph.text, inner, G.left, G.inner, BODY),
    ]


def _grid(grid: Grid, section: Node) -> list[Item]:
    shares = sum(share for _, share in grid.columns)
    columns = tuple(Column(heading, G.inner * share / shares) for heading, share in grid.columns)
    table = TableItems(columns, G.left, section)
    last = len(grid.rows) - 1
    rows = [table.row([_cell(value) for value in row], last=n == last) for n, row in enumerate(grid.rows)]
    return [replace(_space(2.0), keep=True), table.head(), *rows]


def _space(height: float) -> Item:
    return Item(height=height, draw=lambda _surface, _y: None)


@dataclass(slots=True)
class _Facts:
    """Labels with their values, one list for those that follow each other."""

    section: Node
    node: Node | None = None
    has_any: bool = False

    def item(self, fact: Fact) -> Item:
        self.has_any = True
        label = set_text(fact.label, LABELS, LABEL)
        return self._item(label, set_text(_value(fact.value), VALUES, BODY), [], is_first=True)

    def _item(self, label: Block, value: Block, nodes: list[Node], *, is_first: bool) -> Item:
        height = max(label.height, value.height) + 1.5

        def draw(surface: Surface, y: float) -> None:
            surface.rule(G.left, y, G.left + G.inner, y, 0.4, HAIR)
            if is_first:
                self.node = self.node or self.section.add("L")
                entry = self.node.add("LI")
                with surface.tag(entry.add("Lbl")):
                    surface.block(label, G.left, y + 0.6)
                nodes.append(entry.add("LBody"))
            else:
                with surface.tag(None):
                    surface.block(label, G.left, y + 0.6)
            with surface.tag(nodes[0]):
                surface.block(value, G.left + LABELS + GAP, y + 0.6)

        def cut(room: float) -> tuple[Item, Item] | None:
            if len(value.lines) < 4 or room < 1.5 + max(label.height, 2 * value.leading):
                return None
            top, rest = value.cut(min(room - 1.5, value.height - 2 * value.leading))
            again = set_text("continued", LABELS, NOTE)
            return (
                self._item(label, top, nodes, is_first=is_first),
                self._item(again, rest, nodes, is_first=False),
            )

        return Item(height=height, draw=draw, cut=cut, cut_freely=True)


def _value(value: Said) -> str:
    if isinstance(value, Moment):
        return long_moment(value)
    return long_date(value) if isinstance(value, date) else value


def _cell(value: Said) -> str:
    if isinstance(value, Moment):
        return f"{short_date(value.local_date)}, {clock(value)}"
    return short_date(value) if isinstance(value, date) else value
