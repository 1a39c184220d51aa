"""The observation record, A4 portrait: the narrative in paragraphs, each with the criteria it proves.

It is cut between paragraphs; one longer than half a page may be cut, and its time and criteria stand again with
"continued". The candidate's own comments are always a part of it, even when there are none.
"""

from assessor_app.documents import common
from assessor_app.documents.flow import Item, deal_with_block, placed, total
from assessor_app.documents.identity import Cell, Identity
from assessor_app.documents.pdf.structure import Node
from assessor_app.documents.pdf.style import BODY, HAIR, HEAD3, NARRATIVE, NOTE, SECTION, TABLE_HEAD, Face, Style
from assessor_app.documents.pdf.surface import Surface
from assessor_app.documents.pdf.text import Block, Rich, Run, set_text, width_mm
from assessor_app.documents.questions import result_word
from assessor_app.documents.sheet import PORTRAIT, Sheet, bar_height, draw_bar, draw_legend_foot
from assessor_app.documents.signature_rows import block_height, rows_of
from assessor_app.documents.signatures import place_block
from assessor_app.documents.stacking import block_items, noted
from assessor_app.documents.wording import DAYS, assessor_line, long_date, long_moment, sentence, stated
from assessor_app.domain.canonical import canonical_json
from assessor_app.domain.evidence import CriterionRef
from assessor_app.domain.judging import Enrolment
from assessor_app.domain.observations import Asked, Paragraph, Question
from assessor_app.domain.record import BaseRecord, ObservationContent

G = PORTRAIT
TIME, SPACE, CHIPS = 12.0, 3.5, 33.0
TEXT = G.inner - TIME - CHIPS - 2 * SPACE
CHIP = Style(Face.BOLD, 8.5, leading=1.2)
CHIP_HEIGHT, CHIP_GAP = 4.5, 1.0
HALF_PAGE = 115.0


def render_observation(record: BaseRecord) -> bytes:
    """The record of one visit as a tagged PDF with fields; the same record gives the same bytes."""
    content = record.content
    if not isinstance(content, ObservationContent):
        raise TypeError("an observation record is made of an observation's content")
    seen = content.observation
    right: tuple[Rich, ...] = (
        (Run(seen.ref, Style(Face.BOLD, 10.5)), Run(f", version {record.version}", Style())),
        Run(f"frozen {long_moment(record.frozen_at)}", Style()),
    )
    sheet = Sheet(G, common.furniture(record, middle=f"{seen.ref}, {long_date(seen.day)}", right=right))
    writer = _Writer(sheet, record, content)
    writer.lay_out()
    return sheet.save(common.about(record, seen.ref), record=canonical_json(record))


class Chips:
    """Criteria as chips: the unit's letter and the number. Unit A is outlined, B black, any other doubly outlined."""

    def __init__(self, criteria: tuple[CriterionRef, ...], enrolments: tuple[Enrolment, ...], width: float) -> None:
        """Lay out within a width."""
        order = {e.id: count for count, e in enumerate(enrolments)}
        letters = {e.id: e.letter or chr(65 + order[e.id]) for e in enrolments}
        self._lines: list[list[tuple[float, float, str, int]]] = [[]]
        x = 0.0
        for ref in criteria:
            text = f"{letters.get(ref.enrolment, '?')} {ref.number}"
            wide = width_mm(text, CHIP) + 2.6
            if x and x + wide > width:
                self._lines.append([])
                x = 0.0
            self._lines[-1].append((x, wide, text, order.get(ref.enrolment, 2)))
            x += wide + CHIP_GAP
        self.end = x
        self.spoken = ", ".join(text for line in self._lines for _, _, text, _ in line)

    @property
    def height(self) -> float:
        """Height of all lines; nothing where there are no chips."""
        return len(self._lines) * (CHIP_HEIGHT + CHIP_GAP) - CHIP_GAP if self.spoken else 0.0

    def draw(self, surface: Surface, x: float, y: float, parent: Node | None) -> None:
        """Draw as one list, or as an artifact."""
        if not self.spoken:
            return
        body = parent.add("L").add("LI").add("LBody", actual=self.spoken) if parent is not None else None
        for count, line in enumerate(self._lines):
            for left, wide, text, order in line:
                draw_chip(surface, x + left, y + count * (CHIP_HEIGHT + CHIP_GAP), wide, text, order, body)


def draw_chip(surface: Surface, x: float, y: float, wide: float, text: str, order: int, node: Node | None) -> None:
    """One chip; the shape tells the unit apart in any copy, the letter says which."""
    black = order == 1
    if black:
        surface.bar(x, y, wide, CHIP_HEIGHT)
    else:
        surface.box(x, y, wide, CHIP_HEIGHT, weight=0.8, radius=2.2)
        if order > 1:
            surface.box(x + 0.6, y + 0.6, wide - 1.2, CHIP_HEIGHT - 1.2, weight=0.4, radius=1.6)
    style = Style(CHIP.face, CHIP.size, 1.0 if black else 0.0)
    with surface.tag(node):
        surface.text(x + (wide - width_mm(text, style)) / 2, y + 3.25, text, style)


class _Writer:
    """Plans the pages of one record."""

    def __init__(self, sheet: Sheet, record: BaseRecord, content: ObservationContent) -> None:
        self._sheet, self._record, self._content = sheet, record, content
        self._seen = content.observation
        self._root = sheet.root
        self._narrative = Node("Sect", parent=self._root, title="What I saw and heard")

    def lay_out(self) -> None:
        """Page 1 with the block, then everything in order, signatures last."""
        first = self._sheet.page("Observation record")
        top = self._top()
        legend_node = Node("Sect", parent=self._root, title="Method codes")
        legend_top = draw_legend_foot(self._sheet, self._content.methods, first, G.body_first_end, legend_node)
        legend_draw = first.draws.pop()
        items = [*self._paragraphs(), *self._questions()]
        rows = rows_of(self._record)
        start = G.body_first + total(top)
        key = self._key_strip()
        room = G.room - key.height - 4
        pages = deal_with_block(items, self._remarks(), legend_top - start - 6, room, block_height(rows))
        first.draws.append(placed(top, G.body_first))
        for number, page in enumerate(pages):
            if number == 0:
                draft, y = first, start
            else:
                draft, y = self._sheet.page("Observation record"), G.body - 1 + key.height
                draft.draws.append(placed([key], G.body - 1))
            draft.draws.append(placed(page, y))
            if number < len(pages) - 1:
                foot, note = y + total(page), f"The record goes on, on page {number + 2}."
                draft.draws.append(noted(foot, note))
        aside = Run("The line manager\u2019s signature belongs on the unit\u2019s own sheet.", NOTE)
        place_block(self._sheet, self._sheet.drafts[-1], rows, self._root, aside=aside)
        first.draws.append(lambda _: self._root.kids.append(legend_node))
        first.draws.append(legend_draw)

    # -- top ---------------------------------------------------------------------------------------------------

    def _top(self) -> list[Item]:
        content, seen = self._content, self._seen
        c = content.candidate
        centre = ", ".join(p for p in (content.centre.name, content.centre.number) if p)
        day = f"{DAYS[seen.day.weekday()]} {long_date(seen.day)}"
        frozen = self._record.frozen_at
        zone = f" {frozen.zone_name}" if frozen.local_date == seen.day else ""  # of another day it is not known
        times = f"{seen.start} to {seen.end}{zone}" if seen.end else f"from {seen.start}{zone}"
        plan = f", plan {seen.plan_ref}" if seen.plan_ref else ""
        simulation = f"Yes: {seen.simulation_reason}" if seen.simulation else "No"
        cells = [
            [
                Cell("Candidate", c.name, 9, big=True),
                Cell("Registration number", stated(c.registration, absent="not entered"), 7),
                Cell("ULN", stated(c.uln, absent="not entered"), 8),
            ],
            [
                Cell("Assessor", assessor_line(content.assessor), 9),
                Cell("Centre, number", stated(centre, absent="not entered"), 15),
            ],
            [Cell("Date", day, 9), Cell("Start to end", times, 7), Cell("Evidence reference", content.evidence_ref, 8)],
            [
                Cell("Place", stated(seen.place, absent="not entered"), 16),
                Cell("Planned", f"Yes{plan}" if seen.planned else "No, opportunistic", 8),
            ],
            [
                Cell("Context", stated(seen.context, absent="not entered"), 9),
                Cell("Others present", stated(seen.others_present, absent="nobody recorded"), 7),
                Cell("Simulation", simulation, 8),
            ],
        ]
        identity = Identity(cells, G.inner)
        items = [Item(height=identity.height, draw=lambda s, y: identity.draw(s, G.left, y, self._root))]
        if content.clock_note:
            text = (Run(sentence(content.clock_note), BODY.bold),)
            items.append(
                Item(
                    height=bar_height(text, G.inner) + 2,
                    draw=lambda s, y: self._bar(s, text, y + 2),
                )
            )
        items += [self._key_full(), self._narrative_head()]
        return items

    def _bar(self, surface: Surface, text: tuple[Run, ...], y: float) -> None:
        draw_bar(surface, text, G.left, y, G.inner, self._root.add("P"))

    def _letters(self) -> list[tuple[str, int, Enrolment]]:
        return [(e.letter or chr(65 + n), n, e) for n, e in enumerate(self._content.enrolments)]

    def _key_full(self) -> Item:
        """The units of the chips, two side by side."""
        style = Style(size=9, leading=1.25)
        width = (G.inner - 6) / 2
        entries = []
        for letter, order, enrolment in self._letters():
            unit = enrolment.unit
            level = f"level {unit.level}" if unit.level else ""
            known = ", ".join(p for p in (unit.number, unit.reference, level) if p)
            words: tuple[Run, ...] = (Run(f"{unit.awarding_body}{f' {known}' if known else ''}: {unit.title}", style),)
            if unit.title_source:
                words = (*words, Run(f" ({common.title_source_words(unit)})", Style(Face.ITALIC, 8.5, NOTE.grey)))
            entries.append((letter, order, set_text(words, width - 7, style)))
        lines = [entries[n : n + 2] for n in range(0, len(entries), 2)]
        heights = [max(6.0, max(b.height for _, _, b in line) + 1.2) for line in lines]

        def draw(surface: Surface, y: float) -> None:
            listed = self._root.add("Sect", title="Units").add("L")
            y += 2.2
            for line, height in zip(lines, heights, strict=True):
                for column, (letter, order, block) in enumerate(line):
                    x = G.left + column * (width + 6)
                    entry = listed.add("LI")
                    draw_chip(surface, x, y, 4.9, letter, order, entry.add("Lbl"))
                    with surface.tag(entry.add("LBody")):
                        surface.block(block, x + 7, y)
                y += height

        return Item(height=sum(heights) + 3.0, draw=draw)

    def _key_strip(self) -> Item:
        """The key again, short, on later pages."""
        style = Style(size=8.5, leading=1.25)
        placed = []
        x, line = 0.0, 0
        for letter, order, enrolment in self._letters():
            unit = enrolment.unit
            head = f"{unit.awarding_body} {unit.number}" if unit.number else unit.awarding_body
            block = set_text(f"{head}, {unit.name}", G.inner - 7, style)
            wide = 7 + block.width + 6
            if x and x + wide > G.inner:
                x, line = 0.0, line + 1
            placed.append((x, line, letter, order, block))
            x += wide

        def draw(surface: Surface, y: float) -> None:
            for left, row, letter, order, block in placed:
                top = y + 1 + row * 5.5
                draw_chip(surface, G.left + left, top, 4.9, letter, order, None)
                with surface.tag(None):
                    surface.block(block, G.left + left + 7, top + 0.4)

        tall = max((row + 1) * 5.5 + (len(b.lines) - 1) * b.leading for _, row, _, _, b in placed) if placed else 0.0
        return Item(height=tall + 2.6, draw=draw)

    def _narrative_head(self) -> Item:
        def draw(surface: Surface, y: float) -> None:
            self._root.kids.append(self._narrative)
            surface.rule(G.left, y, G.left + G.inner, y, 1.0)
            heads = (("Time", 0.0), ("What I saw and heard", TIME + SPACE), ("Criteria it proves", G.inner - CHIPS))
            for text, x in heads:
                with surface.tag(self._narrative.add("H2") if x == TIME + SPACE else None):
                    surface.paragraph(text, G.left + x, y + 1.4, 80, TABLE_HEAD.at(8.5))

        return Item(height=6.4, draw=draw)

    # -- narrative ---------------------------------------------------------------------------------------------

    def _paragraphs(self) -> list[Item]:
        found = [self._paragraph(p) for p in self._seen.paragraphs]
        if not found:
            found = [self._paragraph(Paragraph(time="", text="Nothing is written yet."))]
        return found

    def _paragraph(self, paragraph: Paragraph) -> Item:
        block = set_text(paragraph.text, TEXT, NARRATIVE)
        chips = Chips(paragraph.criteria, self._content.enrolments, CHIPS)
        return self._piece(paragraph, block, chips, [], again=False)

    def _piece(self, paragraph: Paragraph, block: Block, chips: Chips, node: list[Node], *, again: bool) -> Item:
        below = 4.2 if again else 0.0
        height = max(block.height, chips.height + below, TABLE_HEAD.line) + 3.1

        def draw(surface: Surface, y: float) -> None:
            surface.rule(G.left, y, G.left + G.inner, y, 0.4, HAIR)
            y += 1.5
            if not again:
                with surface.tag(self._narrative.add("P")):
                    surface.paragraph(paragraph.time, G.left, y, TIME + 3, Style(Face.SEMIBOLD, 9, leading=1.3))
                node.append(self._narrative.add("P"))
            else:
                with surface.tag(None):
                    surface.paragraph(paragraph.time, G.left, y, TIME + 3, Style(Face.SEMIBOLD, 9, leading=1.3))
                    surface.paragraph("continued", G.left + G.inner - CHIPS, y, CHIPS, NOTE)
            with surface.tag(node[0]):
                surface.block(block, G.left + TIME + SPACE, y)
            chips.draw(surface, G.left + G.inner - CHIPS, y + 0.2 + below, None if again else self._narrative)

        def cut(room: float) -> tuple[Item, Item] | None:
            least = max(3 * block.leading, chips.height + below)
            if room < least + 3.1 or len(block.lines) < 6:
                return None
            top, rest = block.cut(room - 3.1)
            if not rest.lines:
                return None
            return (
                self._piece(paragraph, top, chips, node, again=again),
                self._piece(paragraph, rest, chips, node, again=True),
            )

        return Item(height=height, draw=draw, cut=cut, cut_freely=block.height > HALF_PAGE)

    # -- questions and remarks ---------------------------------------------------------------------------------

    def _heading(self, text: str, section: Node) -> Item:
        def draw(surface: Surface, y: float) -> None:
            self._root.kids.append(section)
            surface.rule(G.left, y + 0.4, G.left + G.inner, y + 0.4, 1.25)
            with surface.tag(section.add("H2")):
                surface.paragraph(text, G.left, y + 1.8, G.inner, SECTION)

        return Item(height=1.8 + SECTION.line + 1.2, draw=draw, keep=True)

    def _questions(self) -> list[Item]:
        if not self._seen.questions:
            return []
        section = Node("Sect", parent=self._root, title="Questions and answers")
        return [
            self._heading("Questions and answers", section),
            *(item for q in self._seen.questions for item in self._question(q, section)),
        ]

    def _question(self, question: Question, section: Node) -> list[Item]:
        """Question and answer; a very long answer goes on as text that may be cut."""
        width = G.inner - CHIPS - SPACE
        style = Style(size=9.5, leading=1.3)
        answer = f"\u201c{question.answer}\u201d" if question.answer else "No answer recorded."
        asked = set_text(question.question, width, Style(Face.SEMIBOLD, 9.5, leading=1.3))
        whole = set_text(answer, width, style)
        given, rest = whole.cut(HALF_PAGE) if whole.height > HALF_PAGE else (whole, None)
        answered: list[Node] = []
        chips = Chips(question.criteria, self._content.enrolments, CHIPS)
        how = "Oral" if question.asked is Asked.ORAL else "Written"
        result = set_text(f"{how}. {result_word(question.result)}", CHIPS, NOTE)
        beside = chips.end + result.width <= CHIPS and chips.height <= CHIP_HEIGHT
        side = chips.height + (0 if beside else result.height + 0.6)
        height = max(asked.height + given.height, side) + 2.1

        def draw(surface: Surface, y: float) -> None:
            surface.rule(G.left, y, G.left + G.inner, y, 0.4, HAIR)
            y += 1
            with surface.tag(section.add("P")):
                surface.block(asked, G.left, y)
            answered.append(section.add("P"))
            with surface.tag(answered[0]):
                surface.block(given, G.left, y + asked.height)
            x = G.left + G.inner - CHIPS
            chips.draw(surface, x, y + 0.2, section)
            with surface.tag(section.add("P")):
                if beside:
                    surface.block(result, x + chips.end, y + 0.4)
                else:
                    surface.block(result, x, y + chips.height + 0.6)

        items = [Item(height=height, draw=draw)]
        if rest is not None:
            items += block_items(rest, answered, section, G.left)
        return items

    def _remarks(self) -> list[Item]:
        seen = self._seen
        rows = [
            ("Products seen, in place", seen.products_seen or "None recorded."),
            ("Feedback to the candidate", seen.feedback or "None recorded."),
            ("Candidate\u2019s comments", seen.candidate_comments or "No comment was made."),
            ("Next actions", seen.next_steps or "None agreed."),
        ]
        if self._content.attachments:
            rows.append(("Attached", "\n".join(self._content.attachments)))
        return [self._remark(title, text, heavy=n == 0) for n, (title, text) in enumerate(rows)]

    def _remark(self, title: str, text: str, *, heavy: bool = False) -> Item:
        block = set_text(text, G.inner - 47.5, Style(size=9.5, leading=1.3))
        return self._remark_piece(title, block, [], heavy=heavy)

    def _remark_piece(self, title: str, block: Block, node: list[Node], *, heavy: bool) -> Item:
        def draw(surface: Surface, y: float) -> None:
            surface.rule(G.left, y, G.left + G.inner, y, 0.75 if heavy else 0.4, 0.0 if heavy else HAIR)
            heading: Node | None = None
            if not node:
                section = self._root.add("Sect", title=title)
                heading = section.add("H2")
                node.append(section.add("P"))
            with surface.tag(heading):
                surface.paragraph(title, G.left, y + 1.5, 44, HEAD3)
            with surface.tag(node[0]):
                surface.block(block, G.left + 47.5, y + 1.5)

        def cut(room: float) -> tuple[Item, Item] | None:
            if room < 4 * block.leading or len(block.lines) < 6:
                return None
            top, rest = block.cut(room - 3.1)
            if not rest.lines:
                return None
            return self._remark_piece(title, top, node, heavy=heavy), self._remark_piece(title, rest, node, heavy=False)

        return Item(height=max(block.height, HEAD3.line) + 3.1, draw=draw, cut=cut, cut_freely=block.height > HALF_PAGE)
