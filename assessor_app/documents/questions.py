"""Knowledge by questioning: a table of questions and answers, cut between rows only."""

from assessor_app.documents.flow import Item
from assessor_app.documents.pdf.structure import Node
from assessor_app.documents.pdf.style import GRID, SECTION
from assessor_app.documents.pdf.surface import Surface
from assessor_app.documents.pdf.text import Run
from assessor_app.documents.table import Column, TableItems
from assessor_app.domain.observations import Asked
from assessor_app.domain.record import QuestionOnForm, UnitContent

COLUMNS = (
    Column("Criterion", 16),
    Column("Question asked", 76),
    Column("Answer given", 140),
    Column("How, evidence", 25),
    Column("Result", 16),
)


def result_word(result: bool | None) -> str:
    """How an answer was judged."""
    return {True: "Met", False: "Not yet", None: "Not judged"}[result]


def question_items(root: Node, content: UnitContent, x: float, width: float) -> list[Item]:
    """Heading, head and a row for each question on this unit; nothing where no question was asked."""
    if not content.questions:
        return []
    section = Node("Sect", parent=root, title="Knowledge by questioning")
    table = TableItems(COLUMNS, x, section)

    def heading(surface: Surface, y: float) -> None:
        root.kids.append(section)
        with surface.tag(section.add("H2")):
            surface.paragraph("Knowledge by questioning", x, y + 2.4, width, SECTION)

    items = [Item(height=2.4 + SECTION.line + 1.2, draw=heading, keep=True), table.head()]
    for count, question in enumerate(content.questions):
        items.append(table.row(_cells(question, content), last=count == len(content.questions) - 1))
    return items


def _cells(on_form: QuestionOnForm, content: UnitContent) -> tuple[Run, ...]:
    question = on_form.question
    numbers = [c.number for c in question.criteria if c.enrolment == content.enrolment.id]
    how = "Oral" if question.asked is Asked.ORAL else "Written"
    return (
        Run(", ".join(numbers), GRID.bold),
        Run(question.question, GRID),
        Run(question.answer or "No answer recorded", GRID),
        Run(f"{how}, {on_form.evidence_ref}" if on_form.evidence_ref else how, GRID),
        Run(result_word(question.result), GRID.bold),
    )
