"""Judgement, feedback and action plan: side by side where they are short, in one stack where they are not."""

from assessor_app.documents.flow import Item
from assessor_app.documents.pdf.structure import Node
from assessor_app.documents.pdf.style import BODY, NOTE, SECTION, Face, Style
from assessor_app.documents.pdf.surface import Surface
from assessor_app.documents.pdf.text import Block, Run, set_text
from assessor_app.documents.stacking import heading_item, text_items
from assessor_app.documents.table import Column, TableItems
from assessor_app.documents.wording import long_moment, sentence
from assessor_app.domain.evidence import VARCS_WORDS
from assessor_app.domain.judging import Competence
from assessor_app.domain.record import UnitContent

LEFT, MIDDLE, RIGHT, SPACE = 94.0, 90.0, 74.0, 7.5
MOST = 41.0
"""Where the three together are taller than this, they take the page before the signatures."""

MEANINGS = {
    "valid": "fits what the criterion asks for",
    "authentic": "the candidate\u2019s own work",
    "reliable": "would be judged alike by others",
    "current": "true of the candidate\u2019s work today",
    "sufficient": "enough for every criterion",
}
SHORT_PITCH = 4.8
TICKED = Style(Face.SEMIBOLD, 10, leading=1.2)


class JudgementPart:
    """The three texts, measured for both ways of standing."""

    def __init__(self, root: Node, content: UnitContent, x: float, width: float) -> None:
        """Measure; nothing is drawn yet."""
        self._root = root
        self._content = content
        self._judgement = content.judgement
        self._x, self._width = x, width
        feedback = self._judgement.feedback or "No feedback recorded."
        self._feedback = set_text(feedback, MIDDLE, BODY.led(1.28))
        self._text = set_text(self._judgement.text, LEFT, BODY.led(1.2)) if self._judgement.text else None
        self._decided = set_text(self._decided_words(), LEFT, NOTE)
        rest = SECTION.line + 7.2 + self._decided.height
        self._pitch = min(5.0, max(4.2, (MOST - rest) / 5))

    def _decided_words(self) -> str:
        judgement, content = self._judgement, self._content
        when = f", {long_moment(judgement.at)}" if judgement.at is not None else ""
        parts = [f"Decided by {content.assessor.name}{when}."]
        own = [d.criterion.number for d in content.decisions]
        again = [n for n in dict.fromkeys(own) if own.count(n) > 1]
        if again:
            parts.append(f"Decided more than once: {', '.join(again)}; earlier decisions are kept.")
        if judgement.conflict:
            parts.append(f"Conflict of interest: {sentence(judgement.conflict)}")
        elif judgement.conflict_checked:
            parts.append("No conflict of interest.")
        return " ".join(parts)

    # -- side by side ------------------------------------------------------------------------------------------

    @property
    def height(self) -> float:
        """Height of the three side by side; more than any page where they must be stacked."""
        tallest = max(
            self._left_height,
            SECTION.line + 1.8 + self._feedback.height,
            SECTION.line + 1.2 + sum(item.height for item in self._actions(Node("Sect"), RIGHT, 0)),
        )
        return tallest + 0.4 if tallest <= MOST else 1000.0

    @property
    def _left_height(self) -> float:
        if self._text is None:
            return self._tall_height
        return SECTION.line + 1.4 + 5.8 + 2 * SHORT_PITCH + self._text.height + 0.8 + self._decided.height

    @property
    def _tall_height(self) -> float:
        return SECTION.line + 1.4 + 5.8 + 5 * self._pitch + self._decided.height

    def draw(self, surface: Surface, y: float) -> None:
        """Draw the three side by side."""
        y += 0.2
        self._draw_left(surface, self._x, y, text=self._text)
        section = self._section("Feedback to the candidate")
        x = self._x + LEFT + SPACE
        self._heading(surface, section, "Feedback to the candidate", x, y)
        with surface.tag(section.add("P")):
            surface.block(self._feedback, x, y + SECTION.line + 1.8)
        section = self._section("Action plan")
        x += MIDDLE + SPACE
        self._heading(surface, section, "Action plan", x, y)
        at = y + SECTION.line + 1.2
        for item in self._actions(section, RIGHT, x):
            item.draw(surface, at)
            at += item.height

    def _section(self, title: str) -> Node:
        return self._root.add("Sect", title=title)

    def _heading(self, surface: Surface, section: Node, text: str, x: float, y: float) -> None:
        with surface.tag(section.add("H2")):
            surface.paragraph(text, x, y, LEFT, SECTION)

    def _draw_left(self, surface: Surface, x: float, y: float, *, text: Block | None) -> None:
        """With a text the five words stand in two short rows, so that there is room for it."""
        section = self._section("Judgement")
        self._heading(surface, section, "Judgement", x, y)
        y += SECTION.line + 1.4
        chosen = section.add("L")
        at = x
        for competence, words in ((Competence.COMPETENT, "Competent"), (Competence.NOT_YET, "Not yet competent")):
            self._ticked(surface, chosen, at, y, words, self._judgement.competence is competence, TICKED)
            at += 28
        y += 5.8
        words_of = section.add("L")
        for count, word in enumerate(VARCS_WORDS):
            answered = bool(getattr(self._judgement.varcs, word))
            at = x + (count % 3) * 28 if text is not None else x
            body = self._ticked(surface, words_of, at, y, word.capitalize(), answered, TICKED.at(9.5), shift=6)
            if text is None:
                with surface.tag(body):
                    surface.paragraph(MEANINGS[word], x + 24, y + 0.1, LEFT - 24, NOTE.at(9))
                y += self._pitch
            elif count in (2, 4):
                y += SHORT_PITCH
        if text is not None:
            with surface.tag(section.add("P")):
                surface.block(text, x, y + 0.4)
            y += text.height + 0.8
        with surface.tag(section.add("P")):
            surface.block(self._decided, x, y)

    def _ticked(
        self,
        surface: Surface,
        parent: Node,
        x: float,
        y: float,
        words: str,
        ticked: bool,
        style: Style,
        shift: float = 5,
    ) -> Node:
        entry = parent.add("LI")
        with surface.figure(entry.add("Lbl").add("Span", actual="ticked: " if ticked else "not ticked: ")):
            surface.tick_box(x, y + 0.3, ticked=ticked)
        body = entry.add("LBody")
        with surface.tag(body):
            surface.paragraph(words, x + shift, y, 60, style)
        return body

    def _actions(self, section: Node, width: float, x: float) -> list[Item]:
        table = TableItems((Column("Action", width - 33), Column("Who", 18), Column("By", 15)), x, section)
        rows = [(a.text, a.who, a.by) for a in self._judgement.actions] or [("None agreed", "", "")]
        return [table.head(), *(table.row(row, last=n == len(rows) - 1) for n, row in enumerate(rows))]

    # -- stacked -----------------------------------------------------------------------------------------------

    def items(self) -> list[Item]:
        """The three as a stack that may be cut between lines and rows."""

        def left(surface: Surface, y: float) -> None:
            self._draw_left(surface, self._x, y + 2.6, text=None)

        items = [Item(height=self._tall_height + 3.6, draw=left)]
        if self._judgement.text:
            section = Node("Sect", parent=self._root, title="Reasons for the judgement")
            items.append(heading_item("Reasons for the judgement", self._root, section, self._x, self._width))
            items += text_items(self._judgement.text, section, self._x, self._width)
        section = Node("Sect", parent=self._root, title="Feedback to the candidate")
        items.append(heading_item("Feedback to the candidate", self._root, section, self._x, self._width))
        items += text_items(self._judgement.feedback or "No feedback recorded.", section, self._x, self._width)
        section = Node("Sect", parent=self._root, title="Action plan")
        items.append(heading_item("Action plan", self._root, section, self._x, self._width))
        items += self._actions(section, self._width, self._x)
        return items

    def draw_line(self, surface: Surface, y: float) -> None:
        """On the signature page, where the judgement itself stands on an earlier one."""
        word = self._judgement.competence.value if self._judgement.competence else "not decided"
        runs = (
            Run("Judgement: ", TICKED),
            Run(word, TICKED.bold),
            Run(". The judgement, the feedback and the action plan stand in full on the page before.", BODY),
        )
        with surface.tag(self._root.add("P")):
            surface.paragraph(runs, self._x, y, self._width, TICKED)
