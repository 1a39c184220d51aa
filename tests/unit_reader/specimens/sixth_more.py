"""The sixth set's last documents: a text box, a watermark, footnotes, three levels, capitals, joined letters."""
# ruff: noqa: E501  the documents' own lines are long

from collections.abc import Iterator
from html import escape

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from reportlab.lib.pagesizes import A4

from tests.unit_reader.specimens.drawing import Sheet
from tests.unit_reader.specimens.telling import rows, told
from tests.unit_reader.specimens.text_forms import specimen
from tests.unit_reader.specimens.truth import Specimen
from tests.unit_reader.specimens.word_forms import Word

BOLD = "Helvetica-Bold"


def sixth_more() -> Iterator[Specimen]:
    yield _box()
    yield _watermark()
    yield _footnotes()
    yield _levels()
    yield _capitals()
    yield _joined()


def _box() -> Specimen:
    u = told(
        "Prepare exhibits for display in a museum",
        """
        # Understand the care of objects
        Explain how light, damp, pests and handling harm objects
        Describe the agents of decay that matter most for paper, for metal and for textiles
        # Be able to handle objects
        Read the record of an object before it is moved
        Choose gloves, trays, supports and routes
        Lift, carry and set down objects with both hands and a clear path
        # Be able to mount objects
        Make mounts that bear weight where the object is strong
        Test mounts with a stand-in
        Place labels where they can be read from a wheelchair
        """,
        reference="J/602/4197",
        number="CH2.9",
        level="3",
        credit="5",
        glh="36",
    )
    w = Word()
    inner = "".join(
        f"<w:p><w:r><w:t>{escape(x)}</w:t></w:r></w:p>"
        for x in (
            f"Unit title: {u.title}",
            "Unit code: CH2.9",
            "Unit reference: J/602/4197",
            "Level: 3",
            "Credit value: 5",
            "GLH: 36",
        )
    )
    space = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    box = f"""<w:r {nsdecls("w")} {space}><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:extent cx="5000000" cy="1500000"/><wp:docPr id="7" name="Text Box 7"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr/><wps:txbx><w:txbxContent>{inner}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"""
    w.line("")._p.append(parse_xml(box))
    table = w.table(("Learning outcomes", "Assessment criteria"))
    for o, (outcome, ts) in enumerate(u.outcomes, 1):
        cells = table.add_row().cells
        cells[0].text = f"{o}. {outcome}"
        cells[1].text = "\n".join(f"{o}.{n} {t}" for n, t in enumerate(ts, 1))
    w.line("Three exhibits, each of another material.")
    return Specimen(
        name="exhibits.docx",
        data=w.save(),
        units=(u,),
        shape="the facts stand in a text box, which the file holds twice",
    )


def _watermark() -> Specimen:
    u = told(
        "Inspect playgrounds",
        """
        # Know the hazards of playgrounds
        Identify points at which a head, a finger or clothing may be trapped
        Explain how impact-absorbing surfaces lessen injury
        State who may use equipment at each age
        # Be able to inspect a playground
        Carry out a visual inspection each day, looking for glass, needles, vandalism and weather damage
        Carry out an operational inspection of wear, movement, foundations and fixings
        Measure the depth of loose fill
        # Be able to act on findings
        Take equipment out of use when it is unsafe
        Rank repairs by risk
        Keep records for the period that the insurer asks for
        """,
        reference="D/616/4031",
        number="PL 02",
        level="2",
        credit="2",
        glh="14",
    )
    s = Sheet(header="Unit PL 02", footer="Draft 3 for consultation")
    s.canvas.saveState()
    s.canvas.setFillGray(0.85)
    s.canvas.setFont(BOLD, 110)
    s.canvas.translate(A4[0] / 2, A4[1] / 2)
    s.canvas.rotate(50)
    s.canvas.drawCentredString(0, 0, "DRAFT")
    s.canvas.restoreState()
    s.put((56, 100, "Unit title"), (180, 340, u.title or ""))
    s.put((56, 100, "Unit number"), (180, 340, "PL 02"))
    s.put((56, 100, "Unit reference"), (180, 340, u.reference or ""))
    s.put(
        (56, 100, "Level"),
        (180, 60, "2"),
        (260, 80, "Credit value"),
        (350, 40, "2"),
        (410, 40, "GLH"),
        (460, 40, "14"),
        after=14,
    )
    s.put((56, 170, "Learning outcomes"), (250, 290, "Assessment criteria"), font=BOLD)
    for no, outcome, ac, t in rows(u):
        s.put(*([(56, 170, f"{no} {outcome}")] if no else []), (250, 26, ac), (278, 262, t), after=9)
    s.line("Comments on the draft by 1.5.2026, quoting the criterion, for example 2.1.")
    return Specimen(
        name="playgrounds.pdf", data=s.save(), units=(u,), shape="a slanting watermark behind unruled columns"
    )


def _footnotes() -> Specimen:
    u = told(
        "Support young people who care for others",
        """
        # Understand young carers
        Define the term young carer
        Explain how caring may affect schooling, friendships and health
        Summarise the rights of young carers to assessment
        # Be able to identify young carers
        Recognise signs that a pupil has caring duties
        Create occasions on which a pupil may choose to talk
        # Be able to support young carers
        Agree with a young carer what will be shared, with whom and why
        Arrange breaks, clubs and help with transport
        Speak up for a young carer in meetings with other services, and step back when that young person is ready to speak alone
        """,
        reference="L/616/7572",
        level="3",
        credit="4",
        glh="32",
    )
    s = Sheet(header="Youth work units", footer="v2", left=60)
    s.line("Support young people who care for others", font="Times-Bold", size=15, after=8)
    s.line(
        "Unit reference: L/616/7572      Level: 3      Credit: 4      Guided learning hours: 32",
        font="Times-Roman",
        size=11,
        after=12,
    )
    for o, (outcome, ts) in enumerate(u.outcomes, 1):
        s.line(f"Learning outcome {o}. {outcome}", font="Times-Bold", size=12)
        for n, t in enumerate(ts, 1):
            s.put((66, 26, f"{o}.{n}"), (96, 400, t), font="Times-Roman", size=11)
            if (o, n) in ((1, 1), (2, 1)):
                s.canvas.setFont("Times-Roman", 7)
                s.canvas.drawString(
                    98 + s.canvas.stringWidth(t, "Times-Roman", 11), s.y + 4 + 11 * 1.25 + 4, "1" if o == 1 else "2"
                )
    s.y = 110
    s.rule(60, 200)
    s.line("1 The law sets an age of under eighteen.", font="Times-Roman", size=8, after=1)
    s.line("2 For example lateness, tiredness, worry, missed homework.", font="Times-Roman", size=8)
    return Specimen(
        name="young-carers.pdf",
        data=s.save(),
        units=(u,),
        shape="raised footnote marks after criteria, notes at the foot of the page",
    )


def _levels() -> Specimen:
    u = told(
        "Erect marquees",
        """
        # be able to prepare a site
        walk the ground with the client and mark services
        check wind speed against the limit for the structure
        unload in the order of build
        # be able to erect a marquee
        lay out frames, bases and purlins
        raise frames with the number of people that the method statement gives
        tension roofs and walls evenly
        fit ballast or stakes and test them by pull
        # be able to hand over
        check exits, signs, lighting and heating
        walk the client through the structure and obtain a signature
        """,
        reference="H/617/4110",
        number="304",
        level="2",
        credit="5",
        glh="40",
    )
    text = f"Unit 304 {u.title}\n\nUAN: H/617/4110\nLevel: 2\nCredit value: 5\nGLH: 40\n\nWhat is this unit about?\nThis unit prepares crews for work on frame marquees of up to 15 metres clear span.\n\n"
    for o, (outcome, ts) in enumerate(u.outcomes, 1):
        text += f"Learning outcome\nThe learner will:\n{o}. {outcome}\n\nAssessment criteria\nThe learner can:\n"
        text += "".join(f"304.{o}.{n} {t}\n" for n, t in enumerate(ts, 1)) + "\n"
    text += "Depth\n304.1.2 Wind: gust and mean, scale of force.\n304.2.4 Pull: 1.5 times the design load.\n"
    return specimen("marquees.txt", "three levels, 304.1.1, with depth that names them again", text, u)


def _capitals() -> Specimen:
    u = told(
        "PICK AND PACK ORDERS BY VOICE",
        """
        # UNDERSTAND VOICE PICKING
        OUTLINE HOW A VOICE SYSTEM GUIDES A PICKER
        EXPLAIN WHY CHECK DIGITS ARE SPOKEN
        # BE ABLE TO PICK ORDERS
        TRAIN THE SYSTEM TO OWN VOICE
        CONFIRM LOCATION, ITEM AND QUANTITY ALOUD
        REPORT SHORTS AND DAMAGES TO THE SYSTEM
        # BE ABLE TO PACK ORDERS
        CHOOSE CARTON AND FILL SO THAT GOODS DO NOT MOVE
        SEAL AND LABEL CARTONS
        """,
        reference="L/617/7583",
        number="WH/V2",
        level="2",
        credit="3",
        glh="20",
    )
    page = f"<html><body><h3>UNIT WH/V2</h3><p>UNIT TITLE: {u.title}<br>UNIT REFERENCE: L/617/7583<br>LEVEL: 2<br>CREDIT VALUE: 3<br>GLH: 20</p><table border=1><tr><td>LEARNING OUTCOME</td><td>CRITERIA</td></tr>"
    for o, (outcome, ts) in enumerate(u.outcomes, 1):
        page += (
            f"<tr><td>LO{o} {outcome}</td><td><table>"
            + "".join(f"<tr><td>LO{o}.{n}</td><td>{escape(t)}</td></tr>" for n, t in enumerate(ts, 1))
            + "</table></td></tr>"
        )
    page += "</table><p>PRINTED COPIES ARE NOT CONTROLLED</p></body></html>"
    return specimen("voice-picking.html", "all in capitals; LO1.1; a table in each criteria cell", page, u)


def _joined() -> Specimen:
    u = told(
        "Fit and finish flat-pack kitchens",
        """
        # Understand specifications
        Interpret a specification, a floor plan and a fitting guide
        Identify services that will affect the fixing of units
        # Be able to fit units
        Find the highest point of the floor and set out a datum
        Fix wall and base units so that they are level, flush and firmly held
        Scribe infills and offcuts to fit uneven walls
        # Be able to finish a kitchen
        Cut, joint and seal worktops
        Fit doors, handles and flush drawers, and adjust soft-close fittings
        Clean off, and explain the care of finishes to the customer
        """,
        reference="A/615/8995",
        level="2",
        credit="6",
        glh="44",
    )
    text = f"Unit title: {u.title}\nUnit reference: A/615/8995\nLevel: 2\nCredit value: 6\nGuided learning hours: 44\n\nLearning outcomes\u00a0\u00a0\u00a0Assessment criteria\n\n"
    for o, (outcome, ts) in enumerate(u.outcomes, 1):
        text += f"{o}.\u00a0{outcome}\n"
        text += "".join(f"\u2022\u00a0{o}.{n}\u00a0{t}\n" for n, t in enumerate(ts, 1)) + "\n"
    text = text.replace("fl", "\ufb02").replace("fi", "\ufb01").replace("worktops", "work\u00adtops")
    return specimen("flat-pack.txt", "joined letters, hard blanks, soft hyphens, a bullet before each number", text, u)
