"""Word documents: tables, merged cells, and numbers that only Word knows."""
# ruff: noqa: E501  the documents' own lines are long

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.unit_reader.specimens import content as c
from tests.unit_reader.specimens.text_forms import says
from tests.unit_reader.specimens.truth import Specimen, Unit


class Word:
    """A Word document in the making; python-docx leaves its objects untyped."""

    def __init__(self) -> None:
        self.document: Any = docx.Document()
        self._lists = 40

    def numbered_list(self, *levels: tuple[str, str], start: int = 1) -> int:
        """A new list with those (format, text) levels; its id."""
        root = self.document.part.numbering_part.element
        self._lists += 1
        inner = "".join(
            f'<w:lvl w:ilvl="{i}"><w:start w:val="{start if not i else 1}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
            for i, (form, text) in enumerate(levels)
        )
        abstract = parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{self._lists}">{inner}</w:abstractNum>')
        first = root.find("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}num")
        root.insert(list(root).index(first) if first is not None else 0, abstract)
        root.append(
            parse_xml(f'<w:num {nsdecls("w")} w:numId="{self._lists}"><w:abstractNumId w:val="{self._lists}"/></w:num>')
        )
        return self._lists

    def restarted(self, of: int) -> int:
        """Another list of the same form that starts at 1 again."""
        self._lists += 1
        root = self.document.part.numbering_part.element
        root.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{self._lists}"><w:abstractNumId w:val="{of}"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
            )
        )
        return self._lists

    @staticmethod
    def number(paragraph: Any, list_id: int, level: int = 0) -> None:
        """Puts a paragraph into a list."""
        properties = paragraph._p.get_or_add_pPr()
        properties.append(
            parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>')
        )

    def line(self, text: str, style: str | None = None) -> Any:
        return self.document.add_paragraph(text, style=style)

    def table(self, *rows: tuple[str, ...]) -> Any:
        table = self.document.add_table(rows=0, cols=max(len(r) for r in rows))
        for row in rows:
            cells = table.add_row().cells
            for cell, text in zip(cells, row, strict=False):
                cell.text = text
        return table

    def save(self) -> bytes:
        buffer = io.BytesIO()
        self.document.save(buffer)
        return buffer.getvalue()


def word_specimens() -> Iterator[Specimen]:
    def made(name: str, shape: str, word: Word, *units: Unit) -> Specimen:
        return Specimen(name=name, data=word.save(), units=units, shape=shape)

    u, w = c.CHILD, Word()
    w.line(u.title or "", "Title")
    w.table(
        ("Unit title", u.title or ""),
        ("Unit number", "EYC 12"),
        ("Level", "3"),
        ("Credit value", "3"),
        ("GLH", "20"),
        ("Unit reference", u.reference or ""),
    )
    w.line("Unit purpose")
    w.line("This unit is for those who work with children from birth to five years and want to support their speech.")
    numbers = w.numbered_list(("decimal", "%1."), ("decimal", "%1.%2"))
    table = w.table(("Learning outcomes", "Assessment criteria"))
    for outcome, texts in u.outcomes:
        cells = table.add_row().cells
        cells[0].text = outcome
        w.number(cells[0].paragraphs[0], numbers, 0)
        cells[1].text = texts[0]
        w.number(cells[1].paragraphs[0], numbers, 1)
        for t in texts[1:]:
            w.number(cells[1].add_paragraph(t), numbers, 1)
    w.line("Assessment")
    w.line("Evidence must come from real work.")
    yield made(
        "word-numbers-in-cells.docx",
        "Word numbering of two levels in table cells",
        w,
        says(u, "number", "level", "credit", "glh", "reference"),
    )
    u, w = c.GARAGE, Word()
    w.table(
        ("Title:", u.title or "", "Level:", "3"),
        ("Unit code:", "AUT 41", "Credit:", "5"),
        ("Ofqual ref:", u.reference or "", "GLH:", "35"),
    )
    w.line("")
    table = w.table(("Learning outcome", "", "Assessment criteria", "Evidence type", "Initials", "Date"))
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        start = len(table.rows)
        for n, t in enumerate(texts, 1):
            cells = table.add_row().cells
            cells[1].text, cells[2].text = f"{o}.{n}", t
        merged = table.cell(start, 0).merge(table.cell(len(table.rows) - 1, 0))
        merged.text = f"{o}. {outcome}"
    yield made(
        "merged-outcomes.docx",
        "outcome cell spans rows; number in a column of its own; evidence columns",
        w,
        says(u, "level", "number", "credit", "reference", "glh"),
    )
    u, w = c.SECURITY, Word()
    w.line("Unit specification", "Heading 1")
    w.line(f"Unit title: {u.title}")
    w.line("Level: 2\tCredit value: 1\tGLH: 9\tTQT: 10")
    form = w.numbered_list(("decimal", "%1."))
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        w.line(f"Learning outcome {o}: {outcome}", "Heading 2")
        own = form if o == 1 else w.restarted(form)
        for t in texts:
            w.number(w.line(t), own)
    yield made(
        "word-restarts.docx",
        "Word numbering restarted under each outcome by override",
        w,
        says(u, "level", "credit", "glh", "tqt"),
    )
    u, w = c.HORSE, Word()
    w.document.sections[0].header.paragraphs[0].text = u.title
    w.document.sections[0].footer.paragraphs[0].text = "Linden & Rowe 2.1.3.0L Page 1 of 4"
    bullets = w.numbered_list(("bullet", "·"))
    w.line("Level: 1")
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        w.line(f"Outcome {o} – {outcome}", "Heading 2")
        w.line("The learner can:")
        for t in texts:
            w.number(w.line(t), bullets)
    yield made("title-in-header.docx", "title only as running header; criteria as bullets", w, says(u, "level"))
    u, w = c.PLUMB, Word()
    w.table(("Unit 205", u.title or ""), ("Level", "2"), ("Unit reference", u.reference or ""))
    outcomes = w.numbered_list(("decimal", "%1."), ("decimal", "%1.%2"), ("lowerLetter", "%3)"))
    points = ("15 mm copper", "22 mm copper", "plastic")
    for outcome, texts in u.outcomes:
        w.number(w.line(outcome), outcomes, 0)
        for t in texts:
            w.number(w.line(t + (" in these sizes:" if t.startswith("Joint") else "")), outcomes, 1)
            if t.startswith("Joint"):
                for p in points:
                    w.number(w.line(p), outcomes, 2)
    plumb = replace(
        u,
        outcomes=tuple(
            (o, tuple(t + (" in these sizes:" if t.startswith("Joint") else "") for t in ts)) for o, ts in u.outcomes
        ),
        points={"2.4": points},
    )
    yield made(
        "word-sub-points.docx",
        "Word numbering with lettered sub-points",
        w,
        says(plumb, "reference", "level", "number"),
    )
    u, w = c.RETAIL, Word()
    w.line(f"Unit title: {u.title}")
    w.line(f"Unit reference: {u.reference}")
    skills = ("Greet the customer", "Scan the goods", "Take the payment")
    knowledge = ("Describe the methods of payment", "State who may open the till")
    skills_2 = ("Count the float", "Complete the cash sheet")
    knowledge_2 = ("Explain why the till is balanced",)
    table = w.table(("Outcome", "Skills\nYou must be able to", "Knowledge\nYou must know"))
    for head, left, right in (
        ("1. Serve at the till", skills, knowledge),
        ("2. Balance the till", skills_2, knowledge_2),
    ):
        cells = table.add_row().cells
        cells[0].text = head
        cells[1].text = "\n".join(f"{n}. {t}" for n, t in enumerate(left, 1))
        cells[2].text = "\n".join(f"{n}. {t}" for n, t in enumerate(right, 1))
    two = Unit(
        u.title,
        (("Serve at the till", skills + knowledge), ("Balance the till", skills_2 + knowledge_2)),
        reference=u.reference,
    )
    yield made("two-columns-of-criteria.docx", "two columns of criteria under one outcome", w, two)
    w = Word()
    w.line("Handbook of entry-level units", "Title")
    w.line("Contents")
    picked = (c.DIGITAL, c.ENERGY, c.GARDEN)
    for k, unit in enumerate(picked, 1):
        w.line(f"Unit {k} {unit.title} ........ {k + 3}")
    w.line("1.1 About this handbook")
    w.line("1.2 Entry requirements")
    truths = []
    for k, unit in enumerate(picked, 1):
        w.document.add_page_break()
        w.line(f"Unit {k}: {unit.title}", "Heading 1")
        w.table(
            ("Unit reference", unit.reference or "", "Level", unit.level or ""),
            ("Credit", unit.credit or "", "GLH", unit.glh or ""),
        )
        table = w.table(("Learning outcomes\nThe learner will:", "Assessment criteria\nThe learner can:"))
        for o, (outcome, texts) in enumerate(unit.outcomes, 1):
            cells = table.add_row().cells
            cells[0].text = f"{o}. {outcome}"
            cells[1].text = "\n".join(f"{o}.{n} {t}" for n, t in enumerate(texts, 1))
        truths.append(replace(says(unit, "reference", "level", "credit", "glh"), number=str(k)))
    yield made("handbook.docx", "several units with a contents list", w, *truths)
    w = Word()
    w.line("Observation record", "Title")
    w.table(("Candidate", "Assessor", "Date"), ("A. Lowe", "R. Okonjo", "03/02/2026"))
    w.line("The candidate received the goods and checked the seals.")
    yield made("no-unit.docx", "no unit: a filled-in form", w)
