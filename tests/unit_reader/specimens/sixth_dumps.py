"""The sixth set's spoiled texts: scanned, printed through a register, woven, separated by strokes, hyphenated."""
# ruff: noqa: E501  the documents' own lines are long

import textwrap
from collections.abc import Iterator

from tests.unit_reader.specimens.telling import rows, told
from tests.unit_reader.specimens.text_forms import specimen
from tests.unit_reader.specimens.truth import Specimen


def sixth_dumps() -> Iterator[Specimen]:
    yield from _separated()
    yield from _scanned()
    yield from _long()


def _separated() -> Iterator[Specimen]:
    u = told(
        "Understand mould growth in dwellings",
        """
        # Understand why mould grows
        Explain the conditions that mould needs in order to grow
        Distinguish condensation from penetrating and from rising damp
        Explain how heating, ventilation, insulation and occupation interact
        Outline how relative humidity, dew point and surface temperature are measured
        # Understand the effects of mould
        Summarise the effects of mould on health, with reference to infants and to people with asthma
        Describe damage that mould may do to buildings and belongings
        Analyse why complaints of mould are sometimes put down to the habits of tenants, and what evidence would show whether that is fair in a given case
        # Know how to deal with mould
        Describe safe methods of removal
        Describe measures that prevent mould from coming back
        State who has the duty to act in rented property
        """,
        reference="D/617/6017",
        level="3",
        credit="2",
        glh="14",
    )
    text = f"Unit details\n\n| Unit Title | {u.title} |\n| Unit Reference | D/617/6017 |\n| Level | Level 3 |\n| Unit Level SubLevel | None |\n| Credits | 2 |\n| GLH | 14 |\n| Assessment Methods |  |\n\n"
    text += "".join(
        f"| {no} | {outcome} | {ac} | {t} |\n" if no else f"| {ac} | {t} |\n" for no, outcome, ac, t in rows(u)
    )
    yield specimen(
        "mould.txt", "a register's page as text: bars, with fewer cells in the rows below an outcome", text, u
    )

    u = told(
        "Lead a guided ride on horseback",
        """
        # Be able to prepare horses and riders
        Match riders to horses by height, weight and experience
        Check tack and adjust stirrups
        Choose a route with regard to ground, weather and daylight
        Brief riders on signals, spacing and what to do in traffic
        # Be able to lead a ride
        Set a pace that suits the least able rider
        Position the ride correctly at junctions and gates
        Give commentary on points of interest
        Keep the ride together, and change its order when horses do not get on
        # Be able to respond to incidents
        Halt the ride and keep the other horses together
        Give first aid within the limits of own training
        Complete an accident report
        """,
        number="EQ 3.6",
        level="3",
        credit="5",
    )
    text = f"EQ 3.6 – {u.title}\n\nTitle: / {u.title}\nLevel: / 3\nCredit Value: / 5\nLearning Outcomes\nThe learner will: / Assessment Criteria\nThe learner can:\n"
    for o, (outcome, ts) in enumerate(u.outcomes, 1):
        text += f"{o}. / {outcome} / " + "\n".join(f"{o}.{n}. / {t}" for n, t in enumerate(ts, 1)) + "\n"
    text += "Mapping to National Occupational Standards\n/ LANEq310 Lead rides\nAdditional Information\n/ None\n"
    yield specimen(
        "guided-ride.txt", "strokes between the cells of a Word table, as document sites print them", text, u
    )

    u = told(
        "Restock vending machines",
        """
        # Know about vending
        List the kinds of machine used by the business
        State the use-by rules for chilled products
        State what is done with products that have been recalled
        # Be able to restock a machine
        Isolate the machine before reaching inside
        Rotate products so that those with the shortest life are sold first
        Clean product areas and contact surfaces
        Set prices and test the payment system
        Report damage and signs of pests
        # Be able to handle cash and data
        Empty cash into sealed bags, unseen by the public
        Upload sales data
        """,
        level="1",
        glh="18",
        credit="2",
        reference="L/618/7093",
    )
    lines = [
        "Restock vending machines",
        "L/618/7093",
        "1",
        "2",
        "18",
        "",
        "Unit title",
        "Unit reference number",
        "Level",
        "Credit value",
        "Guided learning hours",
        "",
        "Outcome",
        "",
        "Criteria",
        "",
    ]
    for o, (outcome, _) in enumerate(u.outcomes, 1):
        lines += [f"{o} {outcome}", ""]
    lines += [""]
    for _, _, ac, t in rows(u):
        lines += [*textwrap.wrap(f"{ac} {t}", 40), ""]
    lines += ["Evidence", "", "O, Q", "", "P", "", "W", ""]
    yield specimen(
        "vending.txt", "values above labels; one column after the other; evidence letters last", "\n".join(lines), u
    )


def _scanned() -> Iterator[Specimen]:
    u = told(
        "Dress stone for dry walling",
        """
        # Know the stone of the locality
        Identify walling stone by its colour, bed and hardness
        Explain how the bed of a stone decides the way it is laid
        State which stones should not be used in a wall
        # Be able to dress stone
        Choose hammers and chisels for the stone
        Dress the face, keeping waste to a minimum
        Shape copes, throughs and cheekends to given sizes
        # Be able to work safely with stone
        Wear eye protection, gloves and boots
        Lift stone with a straight back and bent knees
        Keep the work area clear of spalls
        """,
        reference="F/601/5014",
        level="2",
        credit="3",
        glh="24",
    )
    text = f"UNIT TITLE: {u.title}\nUNIT REFERENCE: F/601/5014\nLEVEL: 2   CREDIT VALUE: 3   GLH: 24\n\nLEARNING OUTCOMES        ASSESSMENT CRITERIA\n\n"
    marks = ("1.1", "l.2", "1 .3", "2.1", "2. 2", "2.3", "3.l", "3,2", "3.3")
    k = 0
    for o, (outcome, ts) in enumerate(u.outcomes, 1):
        text += f"{o}  {outcome}\n"
        for t in ts:
            text += f"     {marks[k]}  {t}\n"
            k += 1
    text += "\nPage l of 1\n"
    yield specimen("dress-stone.txt", "a scan: l for 1, blanks and commas in the numbers", text, u)

    u = told(
        "Dispense ophthalmic lenses",
        """
        # Understand prescriptions
        Interpret sphere, cylinder, axis, prism and addition
        Explain the effect of vertex distance on high powers
        Explain how index, curve and coating alter weight, thickness and reflections
        # Be able to measure for lenses
        Take monocular centration distances
        Measure vertex distance when the power calls for it
        Determine the height of multifocals in the chosen frame
        Note the pantoscopic angle where the lens design asks for it
        # Be able to check finished spectacles
        Verify power, centration and lens type with the tolerances of the standard
        Inspect lenses and frame for flaws
        Adjust the fit and confirm that the patient sees clearly
        """,
        reference="Y/601/5536",
        level="4",
        credit="6",
    )
    left, middle = 22, 38
    notes = {
        1: "Prescriptions may be from the practice or from elsewhere.",
        2: "Rules, pupillometers and tablets may be used.",
        3: "The standard is that in force at the time.",
    }
    lines = [
        f"Unit title: {u.title}",
        "Unit reference: Y/601/5536",
        "Level: 4",
        "Credit: 6",
        "",
        "Learning Outcomes Assessment Criteria Range and guidance",
        "",
    ]
    for o, (outcome, ts) in enumerate(u.outcomes, 1):
        parts = (
            textwrap.wrap(f"{o} {outcome}", left),
            [x for n, t in enumerate(ts, 1) for x in textwrap.wrap(f"{o}.{n} {t}", middle)],
            textwrap.wrap(notes[o], 26),
        )
        lines += [" ".join(p[k] for p in parts if k < len(p)) for k in range(max(map(len, parts)))]
        lines.append("")
    yield specimen("lenses.txt", "three columns woven line by line", "\n".join(lines), u)

    u = told(
        "Assist with the moving of a patient",
        """
        # Understand own role
        Outline the limits of own role when patients are moved
        State why two people are needed for some moves
        # Be able to prepare
        Read the care plan and the risk assessment
        Explain the move to the patient and obtain consent
        Check that slings, slide sheets and hoists are clean, in date and rated for the weight of the patient
        # Be able to move a patient
        Position self so that the spine stays in line
        Give clear commands and move together
        Keep the patient's dignity throughout
        Leave the patient comfortable with the call bell in reach
        """,
        reference="J/602/2885",
        number="HCS-14",
        level="2",
        credit="3",
        glh="24",
    )
    text = f"Unit title: {u.title}\nUnit number: HCS-14\nUnit reference: J/602/2885\nLevel: 2\nCredit: 3\nGLH: 24\n\nLearning Outcomes\nThe learner will:\nAssessment Criteria\nThe learner can:\n\n"
    for o, (outcome, ts) in enumerate(u.outcomes, 1):
        text += "\n".join(textwrap.wrap(f"{o} {outcome}", 20)) + "\n\n"
        text += f"{o}.1 " + "\n".join(textwrap.wrap(ts[0], 36)) + "\n"
        for t in ts[1:]:
            text += "\n".join(textwrap.wrap(t, 36)) + "\n\n"
        heap = [f"{o}.{n}" for n in range(2, len(ts) + 1)]
        if o == 3:
            heap[-1] = "34"
        text += "\n\n".join(heap) + "\n\n"
    yield specimen(
        "moving-patients.txt",
        "the first criterion keeps its number, the others' numbers follow in a heap; 34 for 3.4",
        text,
        u,
    )


def _long() -> Iterator[Specimen]:
    u = told(
        "Operate a community radio desk",
        """
        # Be able to operate a radio desk
        Power up the desk, screens and monitors in the right sequence
        Log in to the play-out system
        Load the schedule for the programme
        Line up microphones, telephone lines and outside sources
        Open and close faders cleanly
        Keep levels within the limits of the meter
        Cue and play items so that there is no dead air
        Talk to the presenter on talkback without distraction
        Take calls and screen them before they go to air
        Insert news, weather and travel at the times on the clock
        Switch to the emergency source when the main source fails
        Log every item for copyright purposes
        Close the desk and hand over to the next operator
        # Understand regulation
        Explain the rules on offence, fairness, privacy and elections
        Describe the sanctions for a breach
        Explain when consent is needed before a caller is put on air
        """,
        reference="T/600/2387",
        number="RAD 202",
        level="2",
        credit="6",
        glh="50",
    )
    text = f"Unit RAD 202\t{u.title}\nUnit reference\tT/600/2387\nLevel\t2\nCredit value\t6\nGLH\t50\n\nThe learner will:\nThe learner can:\n"
    for o, (outcome, ts) in enumerate(u.outcomes, 1):
        text += f"\n{o}\t{outcome}\n"
        for n, t in enumerate(ts, 1):
            words = t.split()
            if len(words) > 7:
                cut = len(words) // 2
                long = words[cut]
                text += f"{o}.{n}\t{' '.join(words[:cut])}\n\t{long} {' '.join(words[cut + 1 :])}\n"
            else:
                text += f"{o}.{n}\t{t}\n"
        text += f"\nLevel 2 Certificate in Broadcast Support   © 2022   {o + 30}\n\x0c"
    yield specimen("radio-desk.txt", "numbers to 1.13 with hanging lines and form feeds", text, u)

    one = told(
        "Recognise edible seaweeds",
        """
        # Know the shore
        Describe the zones of a rocky shore
        Identify five edible seaweeds and one that should be left alone
        # Know how to gather
        State the rules that apply to gathering for own use
        Explain how to cut so that a plant grows again
        """,
        reference="J/618/3415",
        number="1",
        level="1",
        credit="1",
        glh="8",
    )
    two = told(
        "Dry and store seaweeds",
        """
        # Be able to dry seaweeds
        Rinse and sort the harvest
        Dry seaweeds in the sun or in a machine
        # Be able to store seaweeds
        Pack and label dried seaweeds
        Check stores for damp and pests
        """,
        reference="A/618/8403",
        number="2",
        level="1",
        credit="1",
        glh="8",
    )
    three = told(
        "Cook with seaweeds",
        """
        # Be able to plan dishes
        Choose seaweeds that suit a dish
        Take account of allergies and of iodine
        # Be able to cook dishes
        Prepare two dishes, one hot and one cold
        Present and describe the dishes to others
        # Be able to judge results
        Score each dish for taste, texture and looks
        """,
        reference="F/618/5941",
        number="3",
        level="1",
        credit="2",
        glh="15",
    )
    units = (one, two, three)
    text = "Level 1 Award in Seaweeds\nQualification number 610/7430/5    Total credits 4    TQT 40\n\nUnit  Title                           Reference    Credit  GLH\n"
    text += "".join(f"{u.number:<6}{u.title:<32}{u.reference:<13}{u.credit:<8}{u.glh}\n" for u in units)
    text += "\nLearners must pass all 3 units.\n\n"
    for u in units:
        text += f"{'=' * 60}\nUnit {u.number}    {u.title}\n{'=' * 60}\nUnit reference {u.reference}     Level 1     Credit {u.credit}     GLH {u.glh}\n\n"
        for o, (outcome, ts) in enumerate(u.outcomes, 1):
            text += (
                f"The learner will\n{o}. {outcome}\nThe learner can\n"
                + "".join(f"   {o}.{n} {t}\n" for n, t in enumerate(ts, 1))
                + "\n"
            )
        text += "Notes for tutors: work near water needs a ratio of 1 to 6.\n\n"
    yield specimen("seaweeds.txt", "three short units below a table that lists them", text, *units)
