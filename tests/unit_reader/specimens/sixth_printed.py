"""The sixth set's printed pages as a page-to-text tool really left them: in reading order, as laid out, and raw."""
# ruff: noqa: E501  the documents' own lines are long

from collections.abc import Iterator

from tests.unit_reader.specimens.telling import told
from tests.unit_reader.specimens.text_forms import specimen
from tests.unit_reader.specimens.truth import Specimen

HARBOUR = """Marine Leisure Units

HM 2.3 Berth visiting yachts
Unit reference

D/506/0029

Level

2

Unit code

HM 2.3

Credit value

3

GLH

24

Aim: to give staff of harbours the skill to receive visiting yachts.
Learning outcome
Assessment criteria
1

Understand harbour
procedures

2

Be able to assist yachts to
berth

3

Be able to complete arrivals

1.1

Explain how berths are allotted by length, beam
and draught

1.2

Describe the signals and radio channels used in
the harbour

1.3

State the speed limit and the reasons for it

2.1

Take lines in an order that suits wind and tide

2.2

Make fast to cleats, rings and bollards

2.3

Set fenders so that topsides do not touch the
pontoon

2.4

Advise the skipper when a line is badly led

3.1

Record the name, length and port of the yacht

3.2

Take payment and issue a receipt

3.3

Show visitors the facilities and the safety
equipment

Evidence

Assessment guidance
At least 3 arrivals, one of them single-handed.

Issue 4

Page 1

"""

TRAVEL = """Business Support Specification




     Title                            Advise employees on business travel
     Unit number                      ADM 3/14
     Unit reference number            J/506/0087
     Level                            3
     Credit value                     4
     Guided learning hours            26

     Purpose
     For staff who book or approve travel.
     Learning outcomes         Assessment criteria                            Knowledge and range
     The learner will:         The learner can:
     1 Understand the policy     1.1 Explain the purpose of a travel policy   Policy: class of travel,
     of the organisation         1.2 Analyse the balance between cost,        limits, approval, insurance,
                                 comfort, safety and carbon                   expenses
     2 Be able to plan           2.1 Compare routes and fares with regard     Disruption to be planned
     journeys                    to the whole cost of a journey, including    for: strikes, weather,
                                 time spent waiting, nights away, meals,      illness; section 2.3 of the
                                 transfers and the value of the traveller's   manual
                                 own working hours
                                 2.2 Book travel within the authority given
                                 2.3 Check visas, health advice and
                                 insurance
     3 Be able to support        3.1 Issue a schedule that can be used        Hours: as the rota says
     travellers                  without a connection
                                 3.2 Respond to disruption outside office
                                 hours
                                 3.3 Debrief travellers and feed back to
                                 suppliers

     Evidence requirements
     1. Two journeys, one abroad.
     2. Evidence from simulation is not allowed for 3.2.




Page footer 14.2                                                                                            Page 1
"""

SEEDS = """Save vegetable seeds
Allotment units v3 Page 1
Unit title: Save vegetable seeds
Unit reference: Y/506/2166
Level: 1 Credit value: 2 GLH: 17
Learning outcomes Assessment criteria
1. Know how plants cross 1.1 State which vegetables pollinate
themselves
1.2 Explain why some crops are kept apart
2. Be able to collect seeds 2.1 Select plants that are true to type
2.2 Harvest seeds when they are ripe
2.3 Clean seeds by wet and by dry methods
3. Be able to store seeds 3.1 Dry seeds to a safe moisture content
3.2 Label packets with variety, year and place
3.3 Test a sample for germination
Guidance: seeds may be saved at home.
"""

PACK = """Fishing and sea crafts




     Unit pack: ropes and nets
     Contents
     Unit 21 Splice and maintain ropes . . . . 2
     Unit 22 Mend fishing nets . . . . 3




June 2023                                          Page 1
\x0cFishing and sea crafts




     Unit 21 Splice and maintain ropes
     Unit reference:        A/601/7876                   Level:                 2
     Credit value:          2                            GLH:                   15

     Learning outcome                    Assessment criteria
     1. Know ropes                       1.1 Identify natural and synthetic fibres
                                         1.2 Describe how strength is lost through wear, sunlight and
                                         knots
     2. Be able to splice                2.1 Make an eye splice with five full tucks
                                         2.2 Make a short splice and a back splice
                                         2.3 Whip a rope's end
     3. Be able to maintain ropes        3.1 Inspect along the whole length
                                         3.2 Wash, dry and coil

     Resources: a fid, a knife, 1.5 metres of rope




June 2023                                                                                               Page 2
\x0cFishing and sea crafts




     Unit 22 Mend fishing nets
     Unit reference:        K/507/3530                   Level:                  2
     Credit value:          3                            GLH:                    25

     Learning outcome                    Assessment criteria
     1. Know nets                        1.1 Name the parts of a trawl and of a set net
                                         1.2 State the legal size of mesh for the fishery
     2. Be able to mend nets             2.1 Trim a hole so that it can be mended
                                         2.2 Mend with knots that match the net
                                         2.3 Lace two panels together
     3. Be able to store nets            3.1 Flake nets so that they run clear
                                         3.2 Protect nets from rats, oil and sunlight

     Resources: a fid, a knife, 1.5 metres of rope




June 2023                                                                                   Page 3
"""


def sixth_printed() -> Iterator[Specimen]:
    harbour = told(
        "Berth visiting yachts",
        """
        # Understand harbour procedures
        Explain how berths are allotted by length, beam and draught
        Describe the signals and radio channels used in the harbour
        State the speed limit and the reasons for it
        # Be able to assist yachts to berth
        Take lines in an order that suits wind and tide
        Make fast to cleats, rings and bollards
        Set fenders so that topsides do not touch the pontoon
        Advise the skipper when a line is badly led
        # Be able to complete arrivals
        Record the name, length and port of the yacht
        Take payment and issue a receipt
        Show visitors the facilities and the safety equipment
        """,
        reference="D/506/0029",
        number="HM 2.3",
        level="2",
        credit="3",
        glh="24",
    )
    travel = told(
        "Advise employees on business travel",
        """
        # Understand the policy of the organisation
        Explain the purpose of a travel policy
        Analyse the balance between cost, comfort, safety and carbon
        # Be able to plan journeys
        Compare routes and fares with regard to the whole cost of a journey, including time spent waiting, nights away, meals, transfers and the value of the traveller's own working hours
        Book travel within the authority given
        Check visas, health advice and insurance
        # Be able to support travellers
        Issue a schedule that can be used without a connection
        Respond to disruption outside office hours
        Debrief travellers and feed back to suppliers
        """,
        reference="J/506/0087",
        number="ADM 3/14",
        level="3",
        credit="4",
        glh="26",
    )
    seeds = told(
        "Save vegetable seeds",
        """
        # Know how plants cross
        State which vegetables pollinate themselves
        Explain why some crops are kept apart
        # Be able to collect seeds
        Select plants that are true to type
        Harvest seeds when they are ripe
        Clean seeds by wet and by dry methods
        # Be able to store seeds
        Dry seeds to a safe moisture content
        Label packets with variety, year and place
        Test a sample for germination
        """,
        reference="Y/506/2166",
        level="1",
        credit="2",
        glh="17",
    )
    rope = told(
        "Splice and maintain ropes",
        """
        # Know ropes
        Identify natural and synthetic fibres
        Describe how strength is lost through wear, sunlight and knots
        # Be able to splice
        Make an eye splice with five full tucks
        Make a short splice and a back splice
        Whip a rope's end
        # Be able to maintain ropes
        Inspect along the whole length
        Wash, dry and coil
        """,
        reference="A/601/7876",
        number="21",
        level="2",
        credit="2",
        glh="15",
    )
    nets = told(
        "Mend fishing nets",
        """
        # Know nets
        Name the parts of a trawl and of a set net
        State the legal size of mesh for the fishery
        # Be able to mend nets
        Trim a hole so that it can be mended
        Mend with knots that match the net
        Lace two panels together
        # Be able to store nets
        Flake nets so that they run clear
        Protect nets from rats, oil and sunlight
        """,
        reference="K/507/3530",
        number="22",
        level="2",
        credit="3",
        glh="25",
    )
    yield specimen(
        "yachts.txt",
        "printed text of four ruled columns: outcomes first, then every number above its criterion",
        HARBOUR,
        harbour,
    )
    yield specimen(
        "business-travel.txt",
        "printed text that keeps its layout; three columns, a criterion of 38 words",
        TRAVEL,
        travel,
    )
    yield specimen("seed-saving.txt", "raw printed text of two columns without lines", SEEDS, seeds)
    yield specimen(
        "ropes-and-nets.txt",
        "printed text that keeps its layout: contents and two units over three pages",
        PACK,
        rope,
        nets,
    )
