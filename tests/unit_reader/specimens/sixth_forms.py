"""A sixth set, by an author who had not seen the reader, held back while the reader was worked on. Texts that people
paste and export are here; spoiled texts, pages, web pages, Markdown and Word documents are in the files beside it.
"""
# ruff: noqa: E501  the documents' own lines are long

import textwrap
from collections.abc import Iterator

from tests.unit_reader.specimens.sixth_books import sixth_books
from tests.unit_reader.specimens.sixth_dumps import sixth_dumps
from tests.unit_reader.specimens.sixth_large import sixth_large
from tests.unit_reader.specimens.sixth_marks import sixth_marks
from tests.unit_reader.specimens.sixth_more import sixth_more
from tests.unit_reader.specimens.sixth_odd import sixth_odd
from tests.unit_reader.specimens.sixth_pages import sixth_pages
from tests.unit_reader.specimens.sixth_printed import sixth_printed
from tests.unit_reader.specimens.sixth_sheets import sixth_sheets
from tests.unit_reader.specimens.sixth_webs import sixth_webs
from tests.unit_reader.specimens.sixth_words import sixth_words
from tests.unit_reader.specimens.sixth_writing import sixth_writing
from tests.unit_reader.specimens.telling import rows, told
from tests.unit_reader.specimens.text_forms import specimen
from tests.unit_reader.specimens.truth import Specimen


def sixth_specimens() -> Iterator[Specimen]:
    yield from _texts()
    yield from sixth_dumps()
    yield from sixth_printed()
    yield from sixth_webs()
    yield from sixth_marks()
    yield from sixth_words()
    yield from sixth_writing()
    yield from sixth_pages()
    yield from sixth_sheets()
    yield from sixth_odd()
    yield from sixth_books()
    yield from sixth_large()
    yield from sixth_more()


def _texts() -> Iterator[Specimen]:
    u = told(
        "Shear sheep",
        """
        # Prepare for shearing
        Pens are set out so that sheep flow to the board without injury or stress.
        Handpieces, combs and cutters are checked, adjusted and lubricated before the first sheep is caught.
        Sheep are confirmed to be dry, empty and fit to be shorn.
        # Shear sheep by hand
        Sheep are caught, tipped and held so that they stay calm and balanced.
        The fleece is removed in one piece with a pattern of blows recognised by the trade.
        Second cuts are kept to a minimum and the skin is not broken.
        Cuts that do occur are treated at once and reported to the owner.
        # Handle the fleece
        The fleece is thrown, skirted and rolled according to the requirements of the buyer.
        Stained, coloured and kempy wool is kept apart.
        Wool sheets are packed, sewn and labelled.
        """,
        number="LB7K 05",
        credit="2",
    )
    text = f"UNIT SPECIFICATION: general information\n\nUNIT            {u.title}\nUNIT CODE       LB7K 05\nCREDIT VALUE    2\nPublication date    August 2018\n\nSUMMARY\n\nThe unit lets candidates show that they can shear at least 60 sheep in a working day.\n\nSTATEMENT OF STANDARDS\n\nCandidates pass when every standard below has been reached. None may be left out.\n\n"
    for o, (outcome, ts) in enumerate(u.outcomes, 1):
        text += f"OUTCOME {o}\n\n{outcome}.\n\nPerformance Criteria\n\n"
        text += "".join(
            textwrap.fill(f"({'abcdef'[n]})  {t}", 82, subsequent_indent="     ") + "\n" for n, t in enumerate(ts)
        )
        text += "\n"
    text += "EVIDENCE REQUIREMENTS FOR THE UNIT\n\nOutcome 1: one observation. Outcomes 2 and 3: performance evidence over 2 days.\n\nSUPPORT NOTES\n\nTutors may use these notes or not. About 80 hours is usual.\n"
    yield specimen("shearing.txt", "outcomes with lettered performance criteria that are statements", text, u)

    u = told(
        "Provide a meet and greet service at an airport",
        """
        # Understand the service
        Describe the categories of passenger who may need to be met
        Explain how delays, diversions and cancellations affect the service
        Explain why a passenger's private details must not be shown on a name board
        Outline the duties of handling agents, carriers and the airport
        # Be able to prepare for arrivals
        Confirm the flight, the terminal and the special needs of each passenger
        Prepare signs that are legible at ten metres
        Check that transport is in position
        Arrange wheelchairs, child seats or interpreters where they have been booked
        # Be able to meet passengers
        Position self where passengers can see the sign on leaving the customs hall
        Verify identity before conversation turns to the onward journey
        Assist with luggage without lifting more than is safe
        Hand passengers over to the driver with a summary of their needs
        """,
        reference="H/504/1854",
        number="AV/2/019",
        level="2",
        credit="3",
        glh="21",
    )
    lines = [
        "From: Carys",
        "To: Jon",
        "Sent: 14 October 2025 09:12",
        "Subject: RE: unit for the ground staff",
        "",
        "Hi Jon, here it is, copied out of the handbook. Shout if the columns have gone. We said 2 visits, 1.5 hours each?",
        "",
        "Carys",
        "",
        "> Unit title: Provide a meet and greet service at an airport",
        "> Unit reference: H/504/1854",
        "> Unit code: AV/2/019",
        "> Level: 2   Credit value: 3   GLH: 21",
        ">",
        "> Learning outcomes and assessment criteria",
        ">",
    ]
    for o, (outcome, ts) in enumerate(u.outcomes, 1):
        lines += [f"> {o}. {outcome}", *(f"> {o}.{n} {t}" for n, t in enumerate(ts, 1)), ">"]
    lines += ["> Evidence from simulation is not acceptable.", "", "-- ", "This e-mail may be confidential."]
    yield specimen("meet-and-greet.txt", "a unit quoted in an e-mail", "\n".join(lines), u)

    u = told(
        "Monitor the welfare of laying hens",
        """
        # Understand the welfare needs of laying hens
        Outline the freedoms on which welfare codes rest
        Explain how stocking density, perches and litter affect behaviour
        Describe signs of feather pecking and its likely causes
        Explain how lighting programmes affect laying, rest and aggression
        # Be able to inspect a flock
        Walk the house at least twice a day, slowly enough for every bird to be seen
        Assess plumage, gait, droppings and breathing
        Record mortality, feed and water use, egg numbers and temperature
        Collect eggs laid on the floor so that the habit does not spread
        Check that drinkers, feeders, fans, lights and alarms are working
        # Be able to act on findings
        Remove sick and injured birds without delay
        Dispatch birds humanely where recovery is unlikely
        Alert the veterinary surgeon when losses exceed the trigger set in the health plan
        Isolate the house and disinfect boots, vehicles and equipment when a notifiable disease is suspected
        """,
        reference="L/615/6166",
        level="3",
        credit="4",
        glh="28",
    )
    text = '"unit","title","level","credit","glh"\n"L/615/6166","Monitor the welfare of laying hens","3","4","28"\n\n"LO","Learning outcome","AC","Assessment criterion","Evidence","Status"\n'
    text += "".join(f'"{no}","{outcome}","{ac}","{t}","","Not started"\n' for no, outcome, ac, t in rows(u))
    yield specimen("laying-hens.txt", "a comma-separated export from an e-portfolio", text, u)

    u = told(
        "Use plain language in public information",
        """
        # Understand plain language
        Evaluate the claim that plain language is inexact
        Analyse a public document for sentence length, passive verbs and unexplained terms
        Explain how layout, headings and white space help readers
        Discuss the case for and against reading-age formulas
        # Be able to write in plain language
        Draft information for a stated reader and purpose
        Replace jargon, abbreviations and legal phrases with everyday words
        Structure a document so that the most important message comes first
        # Be able to test a document
        Try out a draft on at least three members of the public, note where they hesitate, misread or ask questions, and change the draft in the light of what was found
        Justify words that were kept although readers found them hard
        """,
        reference="R/617/1770",
        number="COM-A4",
        level="4",
        credit="5",
        glh="30",
        tqt="50",
    )
    text = f"Title:           {u.title}\nUnit Code:       COM-A4\nOfqual Ref:      R/617/1770\nLevel:           4\nCredit:          5\nGLH / TQT:       30 / 50\n\n"
    letters = "ABC"
    for o, (outcome, ts) in enumerate(u.outcomes):
        text += f"{letters[o]}  {outcome}\n"
        text += "".join(f"{letters[o]}{n}  {t}\n" for n, t in enumerate(ts, 1)) + "\n"
    text += "Assessment: portfolio. Criteria A1 and A2 may be met through one essay of 1,000 words.\n"
    yield specimen(
        "plain-language.txt", "outcomes A to C and criteria A1, A2; hours and total time in one value", text, u
    )

    u = told(
        "Deliver mail to rural addresses",
        """
        # Know the delivery route
        Identify each address on the route, including those without a number
        State where a vehicle may be left while mail is delivered on foot
        Describe hazards of farm tracks, cattle grids, fords and single-track roads in each season
        # Be able to sort mail for delivery
        Sort mail in the order of the route
        Set aside items that need a signature, a payment or a redirection
        Check the load against the manifest
        # Be able to deliver mail
        Deliver items undamaged to the right address
        Obtain signatures where they are required
        Leave a card when a parcel cannot be delivered
        Deal with dogs, livestock and gates in a safe manner
        Protect mail from rain and theft
        Bring back items that could not be delivered and account for them
        # Be able to serve the community
        Respond to requests for help from isolated residents within the limits of the role
        """,
        reference="K/507/2717",
        number="11",
        level="2",
        credit="4",
        glh="26",
        body="NOCN",
    )
    text = f"NOCN\nUnit 11\nTitle: {u.title}\nUnit Reference: K/507/2717\nLevel: Level Two\nCredit Value: Four credits\nGuided Learning Hours: 26\n\n"
    for o, (outcome, ts) in enumerate(u.outcomes, 1):
        text += (
            f"LO{o}: {outcome}. The assessment criteria are: "
            + "; ".join(f"{o}.{n} {t}" for n, t in enumerate(ts, 1))
            + ".\n\n"
        )
    text += "Assessment Information\n\nMethods: a practice file, a summary, or both.\n"
    yield specimen("rural-mail.txt", "each outcome and its criteria in one paragraph with semicolons", text, u)

    u = told(
        "Make fair-face brick garden walls",
        """
        # Know how garden walls are built
        Describe bonds used in walls of half a brick and of one brick
        Explain why piers and movement joints are needed
        State the mix of mortar for exposed work
        # Be able to set out
        Transfer sizes from a drawing to the ground
        Dry-bond the first course and adjust perps
        Fix profiles and lines
        # Be able to build
        Lay bricks to gauge, line, level and plumb
        Rack back and tooth where work is to be carried on
        Form a pier that is bonded to the wall
        Joint the face when the mortar is thumb-hard
        # Be able to protect work
        Cover new work against frost, rain and sun
        Brush down and clear away
        """,
        reference="M/650/5190",
        number="BRK 2/3",
        level="2",
        credit="8",
        glh="70",
    )
    text = "Unit title:\nMake fair-face brick garden walls\nUnit code:\nBRK 2/3\nUnit reference:\nM/650/5190\nLevel:\n2\nCredit value:\n8\nGLH:\n70\nLearning outcomes\nThe learner will:\nAssessment criteria\nThe learner can:\n"
    for o, (outcome, ts) in enumerate(u.outcomes, 1):
        text += f"{o}.\t{outcome}\n" + "".join(f"{o}.{n}.\t{t}\n" for n, t in enumerate(ts, 1))
    text += "Assessor's notes\n1.\tSee the wall at three stages.\n2.\tMeasure to within 3 mm.\n"
    yield specimen(
        "garden-walls.txt",
        "a word processor's plain text: one cell a line, notes numbered afresh at the end",
        text.replace("\n", "\r\n"),
        u,
    )

    u = told(
        "Book freight space",
        """
        # Understand freight
        Compare road, sea, rail and air for a given load
        Explain the terms of delivery that decide who pays for what
        Describe limits on dangerous goods
        # Be able to book space
        Obtain quotations from at least three carriers
        Check that the carrier is licensed and insured
        Confirm bookings in writing with weights, sizes and times
        # Be able to track consignments
        Follow a consignment and warn the customer of delay
        Reconcile the invoice with the quotation
        """,
        reference="F/650/5016",
        level="2",
        credit="4",
        glh="29",
    )
    text = f"Unit title\t{u.title}\nUnit reference\tF/650/5016\nLevel\t2\nCredit\t4\nGLH\t29\n\nLearning outcome\tAssessment criteria\tNotes\n"
    for o, (outcome, ts) in enumerate(u.outcomes, 1):
        lines = "\n".join(f"{o}.{n} {t}" for n, t in enumerate(ts, 1))
        text += f'{o}. {outcome}\t"{lines}"\t\n'
    yield specimen("freight.txt", "pasted from a spreadsheet: quoted cells of several lines", text, u)

    yield specimen(
        "job-description.txt",
        "no unit: an assessor's duties in numbered clauses that read like criteria",
        """JOB DESCRIPTION

Post title: Peripatetic assessor (construction)
Grade: Level 3 / Band D
Hours: 37

1. Assessment
1.1 Plan assessment with learners and their employers
1.2 Carry out observations on site and record them on the day
1.3 Judge evidence against the criteria of the awarding organisation
1.4 Give feedback that helps learners to progress

2. Quality
2.1 Take part in standardisation at least four times a year
2.2 Respond to action points from the internal quality assurer
2.3 Keep own occupational knowledge up to date

3. General
3.1 Drive a company vehicle with care
3.2 Follow the health and safety policy

Person specification
Essential: assessor award; full driving licence. Desirable: Level 4 quality assurance award.
Salary 27,500 to 30,250. Closing date 30 June 2026.
""",
    )
    yield specimen(
        "newsletter.txt",
        "no unit: an awarding body's newsletter that names units and references",
        """CENTRE UPDATE - Issue 48 - Spring

In this issue
1 New units for 2026
2 Changes to fees
3 Dates for your diary

1 New units for 2026
Two units join the hospitality suite: Manage allergens in a kitchen (T/650/9001, level 3, 4 credits) and Run a food stall
(Y/650/9002, level 2, 3 credits). Learning outcomes and assessment criteria are on the website.

2 Changes to fees
2.1 Registration rises by 1.5% from August.
2.2 Replacement certificates stay at 30 pounds.

3 Dates for your diary
3.1 Standardisation: 14 May, on line.
3.2 Centre forum: 2 July, Leeds.
""",
    )
