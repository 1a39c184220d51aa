"""What repeats on every page of a form: head, foot, QR code, legend; and the pages put together into a file.

The first occurrence is tagged, every other one is an artifact. The page count is known before anything is drawn, since
pages are planned as drafts first.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import segno

from assessor_app.documents.pdf.fields import SignatureField
from assessor_app.documents.pdf.file import SheetFile
from assessor_app.documents.pdf.metadata import About
from assessor_app.documents.pdf.structure import Node
from assessor_app.documents.pdf.style import BODY, FOOT, HEAD3, PT, RUNHEAD, SECOND, TITLE, Style
from assessor_app.documents.pdf.surface import Surface
from assessor_app.documents.pdf.text import Block, Rich, Run, fit, forget, set_text, width_mm
from assessor_app.documents.wording import long_date
from assessor_app.domain.evidence import Method
from assessor_app.domain.record import FormApproval


@dataclass(frozen=True, slots=True, kw_only=True)
class Geometry:
    """Where things stand on a page, in millimetres from its top left."""

    width: float
    height: float
    top: float
    left: float
    right: float
    body_first: float
    body_first_end: float
    body: float
    body_end: float
    foot: float

    @property
    def inner(self) -> float:
        """Width between the margins."""
        return self.width - self.left - self.right

    @property
    def room(self) -> float:
        """Height of the body of any page but the first."""
        return self.body_end - self.body


LANDSCAPE = Geometry(
    width=297, height=210, top=13, left=12, right=12,
    body_first=24.5, body_first_end=185, body=22, body_end=182.5, foot=186.5,
)  # fmt: skip
PORTRAIT = Geometry(
    width=210, height=297, top=12, left=20, right=14,
    body_first=25, body_first_end=271, body=21, body_end=268.5, foot=273,
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """The words of head and foot. `qr_text` is upper case, so that the code stays small; empty where there is none."""

    title: str
    right: tuple[Rich, ...]
    middle: str
    candidate: str
    foot: tuple[tuple[Run, ...], ...]
    qr_text: str
    qr_alt: str


@dataclass(slots=True, kw_only=True)
class Draft:
    """One planned page: its part of the form, and what to draw in reading order."""

    part: str
    draws: list[Callable[[Surface], None]] = field(default_factory=list)
    heading: Node | None = None


def approval_runs(edition: str, approval: FormApproval | None, portrait: bool) -> tuple[Run, ...]:
    """Edition and approval of the form: a form made by a centre needs the awarding body's approval."""
    if approval is not None:
        state = Run(f"approved by {approval.approved_by}, {long_date(approval.on)}", FOOT.bold, "square")
        return (Run(f"Form {edition} · made by the centre · ", FOOT), state)
    state = Run("FORM NOT YET APPROVED", FOOT.bold, "square")
    tail = " approved by, date: none" if portrait else " by the awarding body: approved by, date: none"
    return (Run(f"Form {edition} · made by the centre · ", FOOT), state, Run(tail, FOOT))


@lru_cache(maxsize=64)
def qr_matrix(text: str) -> tuple[tuple[int, ...], ...]:
    """Modules of the QR code, error level M, without quiet zone."""
    code = segno.make_qr(text, error="m", boost_error=False)
    return tuple(tuple(row) for row in code.matrix)


class Sheet:
    """Drafts on their way to a file."""

    def __init__(self, geometry: Geometry, furniture: Furniture) -> None:
        """Start an empty form."""
        self.geometry = geometry
        self.furniture = furniture
        self.file = SheetFile(geometry.width, geometry.height)
        self.root = self.file.root
        self.drafts: list[Draft] = []
        self.fields: list[SignatureField] = []
        self._colophon = Node("Sect", parent=self.root, title="About this form")
        self._title_node = self.root.add("H1")

    def page(self, part: str, heading: Node | None = None) -> Draft:
        """A new page at the end."""
        draft = Draft(part=part, heading=heading)
        self.drafts.append(draft)
        return draft

    def draw(self) -> None:
        """Draw all drafts; the file can be saved afterwards."""
        surface = self.file.surface
        count = len(self.drafts)
        for index, draft in enumerate(self.drafts):
            if index:
                surface.next_page()
                self._running_head(surface, draft)
            else:
                self._masthead(surface)
            for action in draft.draws:
                action(surface)
            self._foot(surface, index, count)
        self.root.kids.append(self._colophon)

    def save(self, about: About, *, record: bytes | None = None, seed: bytes = b"") -> bytes:
        """Draw and finish the file."""
        try:
            self.draw()
            return self.file.save(about, fields=self.fields, record=record, extra_seed=seed)
        finally:
            forget()

    # -- head --------------------------------------------------------------------------------------------------

    def _masthead(self, surface: Surface) -> None:
        g, words = self.geometry, self.furniture
        rule_y = g.body_first - 2.9
        title = set_text(words.title, 150, TITLE)
        with surface.tag(self._title_node):
            surface.block(title, g.left, rule_y - 2.2 - title.height)
        y = rule_y - 1.9
        for text in reversed(words.right):
            block = set_text(text, g.inner - title.width - 8, Style(size=9, leading=1.25))
            y -= block.height
            with surface.tag(self.root.add("P")):
                surface.block(block, g.left + title.width + 8, y, align="right", width=g.inner - title.width - 8)
        surface.rule(g.left, rule_y, g.left + g.inner, rule_y, 2.25)

    def _running_head(self, surface: Surface, draft: Draft) -> None:
        g, words = self.geometry, self.furniture
        rule_y = g.body - 3.3
        foot = rule_y - 1.1
        part = fit(draft.part, g.inner * 0.45, (RUNHEAD, RUNHEAD.at(9.5)), 1)
        style = Style(size=9, leading=1.24)
        if words.candidate:
            for size, share in ((9, 0.38), (8.5, 0.38), (8, 0.38), (8, 0.6)):
                small = style.at(size)
                name = (Run("Candidate ", small), Run(words.candidate, small.bold))
                person = set_text(name, g.inner * min(share, 0.93 - part.width / g.inner), small)
                if len(person.lines) <= 3:
                    break
        else:
            person = set_text(Run("Candidate", style), 20, style)
        taken = person.width if words.candidate else g.inner * 0.28
        middle_width = g.inner - part.width - taken - 12
        middle = fit(words.middle, max(middle_width, 20), (style, style.at(8.5), style.at(8)), 2)
        if len(middle.lines) > 3:  # the whole of it stands on page 1
            middle = middle.cut(3 * middle.leading)[0]
        if middle_width < 20:
            middle = set_text("", 20, style)
        with surface.tag(draft.heading):
            surface.block(part, g.left, foot - part.height)
        with surface.tag(None):
            surface.block(
                middle, g.left + part.width + 6, foot - middle.height - 0.1, align="centre", width=middle_width
            )
            x = g.left + g.inner - taken
            surface.block(person, x, foot - person.height - 0.1)
            if not words.candidate:
                surface.rule(x + person.width + 0.5, foot - 0.6, g.left + g.inner, foot - 0.6, 0.75)
        surface.rule(g.left, rule_y, g.left + g.inner, rule_y, 1.5)

    # -- foot --------------------------------------------------------------------------------------------------

    def _foot(self, surface: Surface, index: int, count: int) -> None:
        g, words = self.geometry, self.furniture
        first = index == 0
        surface.rule(g.left, g.foot, g.left + g.inner, g.foot, 0.75)
        right = g.left + g.inner
        code = 15 + 5 if words.qr_text else 0
        width = g.inner - code - 19 - 4
        y = g.foot + 1.3
        for line in words.foot:
            block = _one_line(line, width)
            with surface.tag(self._colophon.add("P") if first else None):
                surface.block(block, g.left, y)
            y += block.height
        page_style = Style(size=9, leading=1.32)
        number = (
            Run("Page ", page_style),
            Run(str(index + 1), page_style.bold.at(10)),
            Run(" of ", page_style),
            Run(str(count), page_style.bold.at(10)),
        )
        with surface.tag(None):
            surface.paragraph(number, right - code - 30, g.foot + 1.3, 30, page_style, align="right")
        if not words.qr_text:
            return
        matrix = qr_matrix(words.qr_text)
        side = 15 / (len(matrix) + 4)
        figure = self._colophon.add("Figure", alt=words.qr_alt) if first else None
        with surface.figure(figure):
            surface.squares(right - 15 + 2 * side, g.foot + 1.3 + 2 * side, side, matrix)


def _one_line(line: tuple[Run, ...], width: float) -> Block:
    return set_text(line, width, FOOT)


# -- legend ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Legend:
    """The awarding body's method codes, laid out for a width."""

    lines: tuple[tuple[tuple[float, Run, Run], ...], ...]
    style: Style

    @property
    def height(self) -> float:
        """Height of the codes alone."""
        return len(self.lines) * self.style.line

    def draw(self, surface: Surface, x: float, y: float, parent: Node | None) -> None:
        """Draw the codes; as a list in `parent`, or as an artifact."""
        items = parent.add("L") if parent is not None else None
        for count, line in enumerate(self.lines):
            baseline = y + self.style.line * (count + 0.5) + 0.312 * self.style.size * PT
            for at, code, name in line:
                entry = items.add("LI") if items is not None else None
                with surface.tag(entry.add("Lbl") if entry is not None else None):
                    surface.text(x + at, baseline, code.text + " ", code.style)
                with surface.tag(entry.add("LBody") if entry is not None else None):
                    shift = width_mm(code.text, code.style) + 0.9
                    surface.text(x + at + shift, baseline, name.text + " ", name.style)


def legend(methods: Sequence[Method], width: float, *, small: bool) -> Legend:
    """Lay the codes out; no code is parted from its name."""
    style = Style(size=8, leading=1.3) if small else Style(size=8.5, leading=1.3)
    gap = 2.6 if small else 4.0
    lines: list[list[tuple[float, Run, Run]]] = [[]]
    x = 0.0
    for method in methods:
        code, name = Run(method.code, style.bold), Run(method.name, style)
        wide = width_mm(code.text, code.style) + 0.9 + width_mm(name.text, name.style)
        if x and x + wide > width:
            lines.append([])
            x = 0.0
        lines[-1].append((x, code, name))
        x += wide + gap
    return Legend(lines=tuple(tuple(line) for line in lines), style=style)


def draw_legend_foot(sheet: Sheet, methods: Sequence[Method], draft: Draft, end: float, parent: Node | None) -> float:
    """The legend with its heading above the foot of a first page; returns its top."""
    g = sheet.geometry
    portrait = g is PORTRAIT
    indent = 0.0 if portrait else 27.0
    codes = legend(methods, g.inner - indent, small=False)
    head = HEAD3.line if portrait else 0.0
    top = end - codes.height - head - 1.2

    def draw(surface: Surface) -> None:
        surface.rule(g.left, top, g.left + g.inner, top, 0.75)
        node = parent.add("Sect", title="Method codes") if parent is not None else None
        with surface.tag(node.add("H3") if node is not None else None):
            surface.paragraph("Method codes", g.left, top + 1, 40, HEAD3)
        codes.draw(surface, g.left + indent, top + 1 + head, node)

    draft.draws.append(draw)
    return top


def draw_bar(
    surface: Surface,
    text: Rich,
    x: float,
    y: float,
    width: float,
    node: Node | None,
    style: Style = BODY,
) -> float:
    """What must not be missed: text behind a 3 pt bar. Returns the height taken."""
    block = set_text(text, width - 3.5, style)
    with surface.tag(node):
        surface.block(block, x + 3.5, y + 0.5)
    surface.bar(x, y, 1.06, block.height + 1)
    return block.height + 1


def bar_height(text: Rich, width: float, style: Style = BODY) -> float:
    """Height of such a bar."""
    return set_text(text, width - 3.5, style).height + 1


SMALL_NOTE = Style(size=8, grey=SECOND, leading=1.25)
