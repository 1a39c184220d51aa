"""A fifth set, by an author who had not seen the reader: documents as awarding bodies lay them out, and as converters
leave them. Texts are here; web pages and Markdown, Word documents and pages are in the files beside it.
"""
# ruff: noqa: E501  the documents' own lines are long

import textwrap
from collections.abc import Iterator

from tests.unit_reader.specimens.fifth_books import fifth_books
from tests.unit_reader.specimens.fifth_dumps import fifth_dumps
from tests.unit_reader.specimens.fifth_large import fifth_large
from tests.unit_reader.specimens.fifth_pages import fifth_pages
from tests.unit_reader.specimens.fifth_webs import fifth_webs
from tests.unit_reader.specimens.fifth_words import fifth_words
from tests.unit_reader.specimens.fifth_writing import fifth_writing
from tests.unit_reader.specimens.telling import lowered, rows, told
from tests.unit_reader.specimens.text_forms import specimen
from tests.unit_reader.specimens.truth import Specimen


def fifth_specimens() -> Iterator[Specimen]:
    yield from _plain()
    yield from _awkward()
    yield from fifth_dumps()
    yield from fifth_large()
    yield from fifth_books()
    yield from fifth_webs()
    yield from fifth_words()
    yield from fifth_writing()
    yield from fifth_pages()


def _plain() -> Iterator[Specimen]:
    u = told(
        "Maintain a cold room for cut flowers",
        """
        # Understand how cut flowers are kept fresh
        Explain why stems are recut under water before they are stored
        Describe the effect of ethylene on at least three types of flower
        State the storage temperature for tropical and for temperate flowers
        # Be able to keep a cold room in good order
        Check the temperature and humidity at the times set by the business
        Keep buckets, shelves and floors clean and free from plant debris
        Rotate stock so that the oldest flowers are used first
        Remove flowers that are past their best and record them as waste
        # Be able to report faults
        Recognise signs that the refrigeration is not working as it should
        Inform the person responsible without delay
        """,
        reference="Y/503/0849",
        number="FLR 2.07",
        level="2",
        credit="3",
        glh="22",
        body="Lantra",
    )
    text = f"""Unit Title: {u.title}
Unit Number: FLR 2.07
Ofqual Unit Reference: Y/503/0849
Level: 2
Credit Value: 3
GLH: 22

Unit Summary

This unit is for people who work in a florist's shop or in a wholesaler's store and look after
the room in which cut flowers are held. It covers 3 outcomes. No earlier learning is needed.

Learners may be working towards the Level 2 Certificate in Floristry (603/0521/6, TQT 210, GLH 160).

LEARNING OUTCOMES AND ASSESSMENT CRITERIA

"""
    for o, (outcome, ts) in enumerate(u.outcomes, 1):
        text += f"Learning Outcome {o}\nThe learner will:\n{outcome}\n\nThe learner can:\n"
        text += "".join(
            textwrap.fill(f"{o}.{n}  {t}", 74, subsequent_indent="     ") + "\n" for n, t in enumerate(ts, 1)
        )
        text += "\n"
    text += """EVIDENCE REQUIREMENTS

1. Criteria 2.1 to 2.4 must be observed on at least two occasions.
2. Simulation is allowed for outcome 3 only.

EQUIPMENT

1.0 litre and 1.5 litre measuring jugs, thermometers, hygrometer, buckets, stem cutters

LINKS TO NATIONAL OCCUPATIONAL STANDARDS

FH12 Condition plant materials

(c) Lantra. All rights reserved. Version 3.1
"""
    yield specimen("cold-room.txt", "plain copy of a well-made unit; qualification numbers in the summary", text, u)

    u = told(
        "Clean and sanitise a swimming pool hall",
        """
        # Know the risks of cleaning around a swimming pool
        Outline the hazards of wet floors, chemicals and electricity in a pool hall
        State why cleaning chemicals for the hall must never be mixed with pool treatment chemicals
        Identify the signs that must be in place before cleaning begins
        Explain how slips happen and how floor surfaces, drainage and footwear can lower the risk to staff and bathers
        # Be able to clean a pool hall
        Prepare equipment and solutions as the method statement says
        Scrub pool surrounds so that dirty water does not run into the pool
        Rinse, and then check that no residue is left
        Disinfect handrails, steps and toys at the intervals on the schedule
        Clean changing cubicles, lockers, mirrors and showers
        Leave the area dry, tidy and ready for bathers
        # Know how to deal with fouling
        Describe the steps that follow an accident in the water
        Give examples of waste that needs special disposal
        """,
        reference="F/504/6091",
        level="1",
        credit="2",
        glh="16",
    )
    text = f"Unit:\t{u.title}\nUnit reference number:\tF/504/6091\nLevel:\tLevel 1\nCredit value:\t2\nGuided learning hours:\t16\n\nUnit aim\nThe aim of this unit is to give learners the skills to clean the hall around a pool.\n\nLearning outcomes\tAssessment criteria\nThe learner will:\tThe learner can:\n"
    for number, outcome, ac, t in rows(u):
        text += f"{number + '. ' if number else ''}{outcome}\t{ac}\t{t}\n"
    text += "\nAssessment\nThis unit must be assessed in line with the assessment principles in section 4.2 of the handbook.\nLearners should be offered at least 2 opportunities.\n\nPage 14 of 62\n"
    yield specimen("pool-hall.txt", "a Word table pasted as text with tabs", text, u)

    u = told(
        "Welcome visitors at a reception desk",
        """
        # Understand the part that reception plays in an organisation
        Explain how reception shapes the first impression of an organisation
        Describe who does what in an organisation and how messages reach them
        Explain the purpose of fire registers and emergency procedures for visitors
        Outline what may and what may not be said about colleagues who are absent
        # Be able to receive visitors
        Dress, stand and speak in a way that does credit to the organisation
        Greet visitors, establish their identity and the reason for their visit
        Issue passes and make sure that visitors sign in, following security procedures
        Direct or escort visitors to the person or department they need
        Keep the reception area tidy and its displays up to date
        # Be able to deal with problems at reception
        Handle visitors who arrive early, late, without an appointment or in a distressed state
        Refer problems that are outside own authority to a colleague who can deal with them
        """,
        reference="Y/601/9764",
        number="BA217",
        level="2",
        credit="3",
        glh="19",
        expiry="2027-03-31",
        body="OCR",
    )
    text = f"""Unit title: {u.title}
OCR unit number: BA217
Level: 2
Credit value: 3
Guided learning hours: 19
Unit reference number: Y/601/9764
Unit expiry date: 31/03/2027

Unit purpose and aim

This unit is about receiving visitors in a professional way. It is for anyone whose job includes
reception duties, whether or not this is their main task.

"""
    text += "Learning outcomes\n\nThe learner will:\n\nAssessment criteria\n\nThe learner can:\n\nExemplification\n\n"
    extra = (
        "First impressions may be made by appearance, manner, surroundings.",
        "Identity may be shown by a card, a letter or a known face.",
        "Problems may include: lost passes, late hosts, deliveries at the wrong door.",
    )
    for o, (outcome, ts) in enumerate(u.outcomes, 1):
        text += textwrap.fill(f"{o} {outcome}", 30) + "\n\n"
        text += "".join(textwrap.fill(f"{o}.{n} {t}", 44) + "\n\n" for n, t in enumerate(ts, 1))
        text += textwrap.fill(extra[o - 1], 34) + "\n\n"
        text += "© OCR 2016          3\n\x0c" if o == 2 else ""
    text += "Assessment\n\nThis unit is centre assessed and externally verified. Assessors should use 'Appendix 1.2' of the handbook.\n"
    yield specimen("reception.txt", "pdftotext of three ruled columns, cell after cell, with a page break", text, u)

    u = told(
        "Looking after my home",
        """
        # Know about jobs in the home
        I can name two jobs that need to be done every day
        I can name two jobs that need to be done every week
        # Be able to do jobs in the home
        I can choose the right thing to use for a job
        I can do a job in the home safely
        With support, I can put things away when the job is done
        """,
        number="EL2/HOME/03",
        level="Entry 2",
        credit="1",
        glh="10",
    )
    text = f"{u.title}\n\nTitle: {u.title}\nUnit code: EL2/HOME/03\nLevel: Entry 2\nCredit: 1\nGLH: 10\n\nWhat I will learn | What I can do\n\n"
    for o, (outcome, ts) in enumerate(u.outcomes, 1):
        text += f"{o}. {outcome}\n" + "".join(f"   {o}.{n} {t}\n" for n, t in enumerate(ts, 1)) + "\n"
    text += "My tutor signs here: ................   Date: ..............\n"
    yield specimen("my-home.txt", "entry level in the first person", text, u)


def _awkward() -> Iterator[Specimen]:
    u = told(
        "Operate a ride-on sweeper",
        """
        # Prepare to operate a ride-on sweeper
        Carry out pre-use checks in line with the manufacturer's instructions and record the results
        Select brushes and settings for the surface and the type of debris
        Plan a route that takes account of pedestrians, vehicles and overhead obstructions
        # Operate a ride-on sweeper safely
        Mount, start, move off, steer and stop the machine under control
        Given a plan of the site, sweep the whole area without leaving strips
        Empty the hopper at the place set aside for it
        Keep to the speed limits of the site at all times
        # Close down and care for the machine
        Park the machine on level ground and isolate it
        Clean the brushes, filters and hopper
        Report wear, damage and defects in the format the organisation asks for
        # Know the law and the guidance
        Summarise the duties of employer and operator under current health and safety law
        Explain when a machine must be taken out of use
        """,
        reference="R/506/3431",
        level="2",
        credit="4",
        glh="30",
        tqt="40",
    )
    text = "Unit title\nUnit reference\nLevel\nCredit value\nGLH\nTUT\n" + f"{u.title}\nR/506/3431\n2\n4\n30\n40\n\n"
    text += "What the learner will do\nHow it is shown\n"
    for o, (outcome, ts) in enumerate(u.outcomes, 1):
        text += f"Outcome {o}\n{outcome}\nAssessment criteria\nThe learner must show that they can:\n"
        text += "".join(f"{n}\n{t}\n" for n, t in enumerate(ts, 1))
        text += "Range: dry, damp; kerbs, open areas\n"
    text += "Guidance for assessors\n1\nEach outcome may be assessed on its own.\n2\nUse a checklist.\n"
    yield specimen(
        "sweeper.txt", "labels then values; numbers start again and stand alone; a range line each outcome", text, u
    )

    u = told(
        "Make and fit internal shutters",
        """
        # Be able to take measurements for internal shutters
        Measure the reveal at three points in each direction
        Check the opening for square, plumb and level
        Record sizes on a survey sheet together with the position of handles, vents and other obstructions
        # Be able to make internal shutters
        Cut stiles, rails and louvres to the sizes of the cutting list
        Assemble frames using:
        - dowels
        - mortice and tenon joints
        - mechanical fixings
        Prepare surfaces and apply a finish
        # Be able to fit internal shutters
        Fix frames so that they are plumb and secure
        Hang and adjust shutters so that they close evenly
        Explain to the customer how to operate and clean the shutters
        # Understand the materials used for shutters
        Compare the properties of:
        - softwoods
        - hardwoods
        - medium density fibreboard
        - plastics
        Explain how moisture affects timber in kitchens and bathrooms
        """,
        reference="T/508/6278",
        number="318",
        level="3",
        credit="9",
        glh="64",
    )
    text = "Unit 318          Make and fit internal shutters\n\nUAN:              T/508/6278\nLevel:            3\nCredit value:     9\nGLH:              64\nEndorsement by    This unit has no endorsement.\na sector:\nAim:              This unit is about bespoke shutters for houses.\n\n"
    for o, (outcome, ts) in enumerate(u.outcomes, 1):
        text += f"Learning outcome\nThe learner will:\n{o}. {outcome[0].lower()}{outcome[1:]}\nAssessment criteria\nThe learner can:\n"
        for n, t in enumerate(ts, 1):
            text += f"{o}.{n}  {t}\n" + "".join(
                f"      {'abcd'[k]}. {p}\n" for k, p in enumerate(u.points.get(f"{o}.{n}", ()))
            )
        text += "\n"
        if o == 2:
            text += "Level 3 Diploma in Bespoke Joinery (6712)                         57\n\n\x0cUnit 318          Make and fit internal shutters\n\n"
    text += "Evidence requirements\nAt least one complete set of shutters, made to a customer's sizes.\n"
    yield specimen(
        "shutters.txt", "labels set with blanks; lettered points; a running title at the page break", text, lowered(u)
    )

    u = told(
        "Supervise a night team in a residential home",
        """
        # Understand the duties of a night supervisor
        Analyse how night work differs from day work for staff and for individuals
        Explain the legal limits on the hours of night workers
        Describe how tiredness affects judgement, and measures that employers can take
        # Be able to hand over
        Obtain an oral and a written account of the day from the outgoing supervisor, and clear up anything in it that is unclear before that supervisor leaves the building
        Share information with the night team while protecting confidentiality
        # Be able to lead a night team
        Allocate tasks according to skills and the needs of individuals
        Carry out checks at agreed intervals with as little disturbance as possible
        Support staff who work alone
        Evaluate the night's work with the team before it goes off duty
        """,
        reference="M/602/3027",
        number="NS 31",
        level="4",
        credit="6",
        glh="45",
        body="SFJ Awards",
    )
    text = f"SFJ Awards\nUnit specification\n\nUnit title: {u.title}\n\nOfqual reference: M/602/3027; SFJ Awards number: NS 31; level: 4; credit value: 6; guided learning hours: 45\n\nPerformance and knowledge\n\n"
    k = 0
    for outcome, ts in u.outcomes:
        text += f"{outcome}\n"
        for t in ts:
            k += 1
            text += f"{k}. {t}\n"
        text += "\n"
    text += "Glossary\nAnalyse: break a subject into its parts\nEvaluate: judge worth against criteria\n"
    yield specimen("night-team.txt", "criteria numbered through the whole unit under plain headings", text, u)

    u = told(
        "Prepare a vehicle for respraying",
        """
        # Work safely in a bodyshop
        Wear the protective equipment that the task calls for
        Dispose of waste in line with environmental rules
        # Prepare panels for paint
        Remove trim, badges and fittings and store them safely
        Degrease the surface and remove traces of silicone
        Flat the surface to the grade the paint system asks for
        Mask areas that are not to be painted
        # Know the materials
        Describe the uses of two-pack and water-based primers
        Explain how temperature and humidity change the way a material flows and cures
        Describe how colour codes are found
        State the drying times of common fillers and stoppers
        """,
        number="BP 2.04",
        level="2",
    )
    text = (
        f"UNIT {u.number}: {u.title.upper() if u.title else ''}\n\nTitle: {u.title}\nLevel: 2\nGLH:\nCredit value:\n\n"
    )
    mark = 0
    know = 0
    for o, (outcome, ts) in enumerate(u.outcomes, 1):
        text += f"\nElement {o}: {outcome}\n\n{'You must be able to:' if o < 3 else 'You must know and understand:'}\n"
        for t in ts:
            if o < 3:
                mark += 1
                text += f"P{mark} {t}\n"
            else:
                know += 1
                text += f"K{know} {t}\n"
    text += "\nScope\na. solid colours\nb. metallic colours\n"
    yield specimen("respray.txt", "elements with P and K marks that run on; labels without values", text, u)
