"""The sixth set's Word documents: forms with content controls, tracked changes, skills beside knowledge, tick boxes."""
# ruff: noqa: E501  the documents' own lines are long

from collections.abc import Iterator
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.unit_reader.specimens.telling import rows, told
from tests.unit_reader.specimens.truth import Specimen, Unit
from tests.unit_reader.specimens.word_forms import Word


def _made(name: str, shape: str, word: Word, *units: Unit) -> Specimen:
    return Specimen(name=name, data=word.save(), units=units, shape=shape)


def _repeating(table: Any, first: int) -> None:
    """Puts the rows from there on into a repeating section, as a form's template does."""
    control = parse_xml(f'<w:sdt {nsdecls("w")}><w:sdtPr><w:alias w:val="Criteria"/></w:sdtPr><w:sdtContent/></w:sdt>')
    for row in [r._tr for r in table.rows][first:]:
        control[1].append(row)
    table._tbl.append(control)


def sixth_words() -> Iterator[Specimen]:
    yield from _forms()
    yield from _changed()
    yield from _beside()


def _forms() -> Iterator[Specimen]:
    u, w = (
        told(
            "Keep bees through the winter",
            """
            # Understand the needs of a colony in winter
            Explain how a colony keeps warm
            Describe how stores are assessed
            Explain why mites are treated before winter bees are reared
            Identify signs of nosema, wax moth and mice
            # Be able to prepare colonies for winter
            Feed syrup in time for it to be capped
            Reduce entrances and fit mouse guards
            Unite colonies that are too weak to survive
            # Be able to check colonies in winter
            Heft hives to judge their weight
            Clear snow and dead bees from entrances
            Give fondant where stores are low
            Treat mites when there is no brood
            """,
            reference="M/615/0148",
            number="BEE/2/5",
            level="2",
            credit="3",
            glh="20",
        ),
        Word(),
    )
    w.line("Unit template v6", "Heading 2")
    w.table(
        ("Unit title:", u.title or ""),
        ("Unit number:", "BEE/2/5"),
        ("Ofqual unit reference:", u.reference or ""),
        ("Level:", "2"),
        ("Credit value:", "3"),
        ("GLH:", "20"),
    )
    w.line("")
    table = w.table(("Learning outcomes (the learner will)", "Assessment criteria (the learner can)"))
    for o, (outcome, ts) in enumerate(u.outcomes, 1):
        cells = table.add_row().cells
        cells[0].text = f"{o}. {outcome}"
        cells[1].text = "\n".join(f"{o}.{n} {t}" for n, t in enumerate(ts, 1))
    _repeating(table, 1)
    w.line("Assessment methods: practical demonstration; questions.")
    yield _made("winter-bees.docx", "the criteria's rows stand in a repeating section of a form", w, u)

    u, w = (
        told(
            "Getting about on the bus",
            """
            # Find out about buses
            I can find the stop that I need
            I can read the number and place on the front of a bus
            I can find out when a bus will come
            # Travel by bus
            I can show the driver that I want the bus to stop
            I can pay or show my pass
            I can sit or stand safely
            I can get off at the right stop
            # Deal with problems
            I can say what I would do if I missed my bus
            """,
            number="TR/E1/2",
            level="Entry 1",
            credit="1",
            glh="10",
            body="Ascentis",
        ),
        Word(),
    )
    w.document.sections[0].footer.paragraphs[0].text = "© Ascentis – Independent Living – Version 3 – July 2020"
    w.line(u.title or "", "Heading 1")
    w.table(("Level", "Entry 1", "Credit value", "1"), ("Unit code", "TR/E1/2", "GLH", "10"))
    for o, (outcome, ts) in enumerate(u.outcomes, 1):
        w.line("")
        table = w.table((f"{o}. {outcome}", "☺", "Date", "Tutor"))
        for n, t in enumerate(ts, 1):
            table.add_row().cells[0].text = f"{o}.{n} {t}"
    w.line("What I did well: .........................................")
    yield _made("bus.docx", "entry level checklists: the outcome heads its table, first person, smile to tick", w, u)

    u, w = (
        told(
            "Inspect lifting accessories",
            """
            # Know the law on lifting
            Summarise the duties that the law places on owners
            State the intervals for thorough examination
            Explain the difference between inspection and thorough examination
            # Be able to inspect accessories
            Identify each accessory from its mark and its certificate
            Examine chains for stretch, wear, nicks and twist
            Examine webbing for cuts, burns, chemical damage and missing labels
            Examine shackles and eyebolts for thread damage and for wear at the points of contact
            Reject any item without a mark
            # Be able to report
            Quarantine accessories that are defective
            Write a report that a court could rely on
            """,
            reference="L/503/4185",
            number="LIFT 07",
            level="3",
            credit="4",
            expiry="2028-09-30",
        ),
        Word(),
    )
    w.table(
        ("Unit", "LIFT 07"),
        ("Title", u.title or ""),
        ("Ofqual ref", u.reference or ""),
        ("Level", "3"),
        ("Credit", "4"),
        ("Unit expiry date", "30 September 2028"),
    )
    w.line("")
    table = w.table(("AC", "Assessment criteria", "Method", "Evidence ref", "Assessor initials and date"))
    for no, outcome, ac, t in rows(u):
        if no:
            cells = table.add_row().cells
            cells[0].merge(cells[4]).text = f"Learning outcome {no}: {outcome}"
        cells = table.add_row().cells
        cells[0].text, cells[1].text, cells[2].text = ac, t, "O"
    cells = table.add_row().cells
    cells[0].merge(
        cells[4]
    ).text = "I confirm that the evidence is authentic. Learner ............ Assessor ............ Date ............"
    yield _made("lifting.docx", "banner rows, number column first, declaration as the last row", w, u)


def _changed() -> Iterator[Specimen]:
    u, w = (
        told(
            "Assess the condition of timber windows",
            """
            # Understand timber windows
            Describe the parts of a sliding sash and of a casement window
            Explain how rot starts and spreads
            Identify traditional glass and fittings that are worth keeping
            # Be able to survey windows
            Probe joints, sills and glazing bars for decay
            Grade each window by an agreed scale
            Photograph defects with a scale in view
            # Be able to recommend work
            Weigh repair against replacement, taking account of cost, heritage and energy use
            Present recommendations to the owner
            Specify repairs so that joiners can price them
            """,
            reference="R/600/9881",
            level="3",
            credit="4",
            glh="32",
        ),
        Word(),
    )
    w.line(f"Unit title: {u.title}")
    w.line("Unit reference: R/600/9881")
    w.line("Level: 3    Credit value: 4    GLH: 32")
    for o, (outcome, ts) in enumerate(u.outcomes, 1):
        w.line(f"{o}. {outcome}", "Heading 3")
        for n, t in enumerate(ts, 1):
            words = t.split()
            paragraph = w.line(f"{o}.{n} {' '.join(words[:3])} ")
            if n == 1:
                paragraph._p.append(
                    parse_xml(
                        f'<w:del {nsdecls("w")} w:id="{o}1" w:author="J"><w:r><w:delText xml:space="preserve">timber and metal </w:delText></w:r></w:del>'
                    )
                )
                paragraph._p.append(
                    parse_xml(
                        f'<w:ins {nsdecls("w")} w:id="{o}2" w:author="J"><w:r><w:t xml:space="preserve">{" ".join(words[3:])}</w:t></w:r></w:ins>'
                    )
                )
            else:
                paragraph.add_run(" ".join(words[3:]))
    yield _made("windows.docx", "tracked changes: words put in count, words taken out do not", w, u)

    u, w = (
        told(
            "Promote breastfeeding in the community",
            """
            # Understand breastfeeding
            Explain how milk is made and how supply responds to demand
            Summarise the evidence on benefits for mother and child
            Describe common difficulties in the first six weeks
            Identify signs that a baby is not getting enough milk
            # Understand barriers
            Analyse how family, work and media may affect a mother's choice
            Explain the law on feeding in public places and on expressing milk at work
            # Be able to support mothers
            Listen without judgement and reflect back what was said
            Demonstrate positions with a doll
            Signpost mothers to specialist help
            Challenge myths with tact
            """,
            reference="A/508/0353",
            level="3",
            credit="5",
            glh="40",
        ),
        Word(),
    )
    w.document.sections[0].header.paragraphs[0].text = u.title
    w.document.sections[0].footer.paragraphs[0].text = "Unit pack   A/508/0353   Issue 1.2   3"
    w.line("Credit value: 5")
    w.line("Level: 3")
    w.line("GLH: 40")
    form = w.numbered_list(("decimal", "LO%1:"), ("decimal", "AC%1.%2"))
    for outcome, ts in u.outcomes:
        w.number(w.line(outcome), form, 0)
        for t in ts:
            w.number(w.line(t), form, 1)
        w.line("Suggested activities", "Heading 4")
        w.line("Talk from a midwife; a quiz with 10 questions", "List Bullet")
    yield _made(
        "breastfeeding.docx",
        "title only in the header, reference only in the footer, Word numbers LO1: and AC1.1",
        w,
        u,
    )

    w = Word()
    w.line("Witness testimony", "Title")
    w.table(
        ("Learner", "P. Adeyemi"),
        ("Unit", "Carry out a stock count"),
        ("Witness", "M. Kowalska, store manager"),
        ("Date", "3 March 2026"),
    )
    w.line("I saw the learner do the following:")
    table = w.table(("Criteria", "What I saw"))
    for ac, what in (
        ("1.1, 1.2", "Set the date with me and briefed four counters on the evening shift."),
        ("2.1", "Counted the spirits cage twice."),
        ("2.2, 3.1", "Tagged bays and ran the variance report, which came to 1.5 per cent."),
    ):
        cells = table.add_row().cells
        cells[0].text, cells[1].text = ac, what
    w.line("Signed: M. Kowalska")
    yield _made("witness.docx", "no unit: a witness testimony that cites criteria", w)


def _beside() -> Iterator[Specimen]:
    skills = (
        (
            "Prepare to close a bar",
            ("Call last orders at the time the licence sets", "Collect glasses without rushing customers"),
            ("State the hours of the licence", "Explain drinking-up time"),
        ),
        (
            "Close a bar",
            (
                "Empty, clean and cover dispensers",
                "Lock away spirits and tobacco",
                "Check that no one is left on the premises",
            ),
            ("Describe what is done with lost property",),
        ),
        (
            "Secure the takings",
            ("Cash up tills and bag the takings", "Set the alarm"),
            ("Explain why routes to the night safe are varied", "State who holds keys"),
        ),
    )
    u = Unit(
        "Close a licensed bar",
        tuple((o, (*left, *right)) for o, left, right in skills),
        reference="H/507/4739",
        number="1BS9",
        level="1",
        credit="3",
    )
    w = Word()
    w.line("1BS9", "Heading 1")
    w.table(
        ("Unit title", u.title or ""),
        ("Unit reference", u.reference or ""),
        ("Unit code", "1BS9"),
        ("Level", "1"),
        ("Credit value", "3"),
    )
    w.line("")
    table = w.table(("Learning outcome", "Skills\nThe learner can:", "Knowledge\nThe learner knows how to:"))
    for o, (outcome, left, right) in enumerate(skills, 1):
        cells = table.add_row().cells
        cells[0].text = f"LO{o} {outcome}"
        cells[1].text = "\n".join(f"S{n} {t}" for n, t in enumerate(left, 1))
        cells[2].text = "\n".join(f"K{n} {t}" for n, t in enumerate(right, 1))
    w.line("What you must cover: at least two types of dispenser")
    yield _made("close-bar.docx", "skills and knowledge beside each other under each outcome", w, u)

    u, w = (
        told(
            "Support a colleague in training",
            """
            # Agree how support will be given
            Meet the colleague and the trainer to agree aims
            Fix times that suit the shift
            Find out how the colleague likes to learn, what the colleague already knows, and anything that may get in the way, such as shyness, tiredness, dyslexia or bad memories of school
            # Give support at work
            Show tasks at a speed that can be followed
            Watch the colleague at work and give feedback that is specific, kind and useful
            Step in only when safety is at risk
            Note progress
            # Review support
            Ask the colleague what helped
            Pass on concerns to the trainer
            """,
            number="X9",
            level="3",
        ),
        Word(),
    )
    w.line("Unit X9 Support a colleague in training (Level 3)", "Heading 1")
    alpha = w.numbered_list(("upperLetter", "%1"), ("decimal", "%1%2"))
    for outcome, ts in u.outcomes:
        w.number(w.line(outcome, "Heading 2"), alpha, 0)
        for t in ts:
            w.number(w.line(t), alpha, 1)
    w.line("Evidence is by reflective account.")
    yield _made("colleague.docx", "Word numbers A and A1", w, u)
