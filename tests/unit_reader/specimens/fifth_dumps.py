"""The fifth set's spoiled texts: glued, heaped, woven, transcribed, on one line."""
# ruff: noqa: E501  the documents' own lines are long

import textwrap
from collections.abc import Iterator

from tests.unit_reader.specimens.telling import told
from tests.unit_reader.specimens.text_forms import specimen
from tests.unit_reader.specimens.truth import Specimen


def fifth_dumps() -> Iterator[Specimen]:
    u = told(
        "Process returns in a parcel depot",
        """
        # Understand the returns process
        Explain why parcels are returned to the depot
        Describe the route of a returned parcel from scan to shelf
        Outline the rights of the sender and of the addressee
        State how long unclaimed parcels are held
        # Be able to receive returned parcels
        Scan each parcel and confirm its status on the system
        Inspect parcels for damage and signs of tampering
        Separate parcels that are leaking, sharp or smell unusual
        Store parcels in the cage that matches their destination
        # Be able to close the returns bay
        Reconcile the number of parcels with the system
        Secure the bay and hand over the keys
        Complete the shift log, including near misses, damaged cages, missing labels, blocked conveyors and anything else which the next shift needs to know before it starts work
        """,
        reference="J/616/0765",
        level="2",
        credit="3",
    )
    text = f"Unit title: {u.title}\nUnit reference: J/616/0765\nLevel: 2\nCredit value: 3\nLearning outcomesAssessment criteria\nThe learner will:The learner can:\n"
    for o, (outcome, ts) in enumerate(u.outcomes, 1):
        text += f"{o}.{outcome}\n" + "".join(f"{o}.{n}{t}\n" for n, t in enumerate(ts, 1))
    yield specimen("returns-bay.txt", "numbers glued to text and headings glued together", text, u)

    u = told(
        "Care for an aquarium in a public place",
        """
        # Know what fish need
        Describe the water that tropical fish need
        State how often fish should be fed
        Explain why new fish are quarantined
        # Be able to maintain an aquarium
        Test the water for ammonia, nitrite and pH
        Change a quarter of the water without shock to the fish
        Clean the filter so that useful bacteria survive
        Trim plants and remove dead leaves
        # Be able to respond to illness
        Recognise common signs of illness in fish
        Isolate fish that appear unwell
        """,
        level="1",
        glh="20",
    )
    text = f"Title: {u.title}\nLevel: 1\nGLH: 20\n\nLearning Outcomes\n\nAssessment Criteria\n\n"
    for o, (outcome, ts) in enumerate(u.outcomes, 1):
        text += textwrap.fill(f"{o} {outcome}", 28) + "\n\n"
        if o == 2:
            text += f"2.1 {ts[0]}\n\n" + "".join(textwrap.fill(t, 32) + "\n\n" for t in ts[1:]) + "2.2\n\n2.3\n\n24\n\n"
        elif o == 3:
            text += f"31 {ts[0]}\n\n3.2 {ts[1]}\n\n"
        else:
            text += "".join(f"{o}.{n} {textwrap.fill(t, 32)}\n\n" for n, t in enumerate(ts, 1))
    yield specimen("aquarium.txt", "numbers heaped below their text; 24 for 2.4 and 31 for 3.1", text, u)

    u = told(
        "Handle cash on a coach tour",
        """
        # Know the rules for handling cash
        Identify who may hold the float
        State the limit of cash that may be carried
        # Be able to handle cash on tour
        Count and sign for the float before departure
        Issue a receipt for every payment
        Convert prices between two currencies
        Refuse notes that seem to be forged
        # Be able to account for cash
        Complete the tour account within one day of return
        Explain any difference between cash and account
        """,
        reference="D/617/9662",
        level="2",
        credit="2",
        glh="14",
        body="NCFE",
    )
    one = " ".join(
        f"{o} {outcome} " + " ".join(f"{o}.{n} {t}" for n, t in enumerate(ts, 1))
        for o, (outcome, ts) in enumerate(u.outcomes, 1)
    )
    text = f"Awarding body: NCFE Unit title: {u.title} Unit reference: D/617/9662 Level: 2 Credit value: 2 GLH: 14 Unit aim: to give tour staff the skills to look after money. The learner will: The learner can: {one} Assessment guidance: evidence may be a tour account. Page 3 of 3"
    yield specimen("tour-cash.txt", "everything on one line", text, u)

    u = told(
        "Rig a safety net",
        """
        # Be able to inspect netting and ropes
        Examine netting for cuts, burns and worn knots
        Confirm that test cords are within date
        # Be able to rig a safety net
        Fix the net to anchor points at the spacing that the plan shows
        Tension the border rope so that sag stays within the limit
        Overlap adjoining nets by at least two metres
        Test the rig by the method in the standard
        Tag the net with the date and the initials of the rigger
        # Understand falls and forces
        Explain how a net absorbs the energy of a fall
        Describe the clearance that is needed below a net
        """,
        reference="A/651/0795",
        level="2",
        credit="8",
    )
    left, middle = 25, 46
    lines = [
        f"Unit Title: {u.title}",
        "Unit Reference: A/651/0795",
        "Level: 2    Credit: 8",
        "",
        "Learning Outcomes Assessment Criteria",
        "",
    ]
    for o, (outcome, ts) in enumerate(u.outcomes, 1):
        a = textwrap.wrap(f"{o}. {outcome}", left)
        b = [x for n, t in enumerate(ts, 1) for x in textwrap.wrap(f"{o}.{n} {t}", middle)]
        lines += [" ".join(part[k] for part in (a, b) if k < len(part)) for k in range(max(len(a), len(b)))]
    yield specimen("safety-net.txt", "two columns woven line by line", "\n".join(lines), u)

    first = told(
        "Set up a community kitchen",
        """
        # Understand what a community kitchen is for
        Describe who uses community kitchens and why
        Explain how a kitchen can be paid for
        # Be able to plan a community kitchen
        Draw up a list of equipment with costs
        Draft a rota for volunteers
        """,
        reference="F/508/2976",
        number="4",
        level="1",
        credit="2",
        glh="18",
    )
    second = told(
        "Cook on a budget",
        """
        # Be able to plan low-cost meals
        Compare prices by weight and by portion
        Write a menu for a week within a given budget
        # Be able to cook low-cost meals
        Cook two meals from store-cupboard ingredients
        Use leftovers safely
        # Be able to review own cooking
        Ask others what they thought of the meals
        Suggest one thing to do differently next time
        """,
        reference="L/508/3225",
        number="5",
        level="1",
        credit="3",
        glh="25",
    )
    text = "Qualification specification Level 1 Award in Community Food Size: px Start display at page: Download\n\nTranscription\n\n1 Level 1 Award in Community Food Qualification number: 603/6910/3 Specification Version 2.0\n\n2 Contents Unit 4 Set up a community kitchen 3 Unit 5 Cook on a budget 4 Total qualification time 60 GLH 43\n\n"
    for page, u in ((3, first), (4, second)):
        body = " ".join(
            f"{o}. {outcome} " + " ".join(f"{o}.{n} {t}" for n, t in enumerate(ts, 1))
            for o, (outcome, ts) in enumerate(u.outcomes, 1)
        )
        text += f"{page} Unit {u.number}: {u.title} Unit reference: {u.reference} Level: 1 Credit value: {u.credit} GLH: {u.glh} Learning outcomes The learner will: Assessment criteria The learner can: {body} Assessment guidance Evidence may include photographs, lists and witness statements. Level 1 Award in Community Food Version 2.0\n\n"
    yield specimen(
        "community-food.txt", "a document-sharing site's transcription: a page a line, two units", text, first, second
    )

    yield specimen(
        "centre-agreement.txt",
        "no unit: clauses of a centre agreement that speak of outcomes and criteria",
        """Centre Agreement

1 Definitions
1.1 "Centre" means an organisation approved to offer the qualifications.
1.2 "Learning outcome" means what a learner is expected to know or be able to do.
1.3 "Assessment criteria" means the standard a learner must meet.

2 Duties of the Centre
2.1 Register every learner within 12 weeks of the start of the course.
2.2 Keep assessment records for 3 years after certification.
2.3 Allow access to premises, records, staff and learners.
2.4 Report suspected malpractice without delay.

3 Duties of the Awarding Organisation
3.1 Publish unit specifications with level, credit value and guided learning hours.
3.2 Carry out at least one external quality assurance visit each year.

4 Termination
4.1 Either party may end this Agreement by giving 3 months' notice in writing.

Signed for the Centre: ____________________  Date: ____________
""",
    )
