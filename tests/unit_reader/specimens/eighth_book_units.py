"""Units of the eighth set that stand together in handbooks and packs. All of them invented."""

from tests.unit_reader.specimens.telling import told

HOIST = told(
    "Use a hoist to move an individual",
    """
    # Understand safe use of hoists
    State the checks that are made on hoist and sling
    Explain why two workers are needed for most moves
    # Be able to use a hoist
    Agree each stage of the move with the individual
    Fit the sling without dragging the skin
    Raise, move and lower the individual smoothly
    Reassure the individual and watch for distress
    # Be able to record the move
    Record the move and anything that was out of the ordinary
    """,
    reference="T/605/0147",
    number="MH 03",
    level="2",
    credit="2",
    glh="14",
    body="Kestrel Care Awards",
)
FEEDING = told(
    "Assist individuals who are fed by tube",
    """
    # Know about tube feeding
    Outline the reasons for which a person may be fed by tube
    Name the professionals who may change a feeding plan
    # Be able to assist
    Confirm the position of the tube by the method in the care plan
    Raise the individual to an angle of at least 30 degrees and keep them there for the time stated
    Give feed and flushes at the rate prescribed
    Respond to coughing, vomiting or a blocked tube
    """,
    reference="L/519/2218",
    number="MH 07",
    level="3",
    credit="3",
    glh="20",
    body="Kestrel Care Awards",
)
PRESSURE = told(
    "Contribute to the care of skin at risk of pressure damage",
    """
    # Understand pressure damage
    Identify the parts of the body that are most at risk
    Explain how moisture, friction and poor diet add to risk
    # Be able to help to prevent pressure damage
    Inspect skin during personal care, with consent
    Reposition the individual at the agreed times
    Use pressure-relieving aids as the maker instructs
    Report redness, blisters or broken skin to a nurse without delay
    """,
    reference="H/616/2734",
    number="MH 09",
    level="2",
    credit="3",
    glh="20",
    body="Kestrel Care Awards",
)
RECEPTION = told(
    "Receive visitors to a workplace",
    """
    # Know the value of a good reception
    Describe what a visitor notices in the first minute
    State the security rules for passes and parcels
    # Be able to receive visitors
    Welcome visitors and establish the purpose of the visit
    Issue passes and explain evacuation
    Notify the host and look after those who wait
    """,
    reference="R/608/3074",
    number="101",
    level="1",
    credit="2",
    glh="13",
)
POST = told(
    "Handle incoming and outgoing mail",
    """
    # Be able to handle incoming mail
    Sort, open and date mail as the policy says
    Isolate suspicious items and raise the alarm
    Distribute mail within the agreed time
    # Be able to handle outgoing mail
    Choose a service that balances speed, proof and cost
    Frank or label items and meet the collection
    """,
    reference="K/615/1931",
    number="102",
    level="1",
    credit="1",
    glh="9",
)
PHOTOCOPY = told(
    "Produce and bind copies of documents",
    """
    # Be able to copy documents
    Agree number, paper, colour and deadline with the person who asks
    Keep waste low by making a proof copy
    Clear jams and replace toner safely
    # Be able to bind documents
    Collate and bind by comb, staple or heat
    Check pages are complete and in order
    """,
    reference="H/516/9575",
    number="103",
    level="1",
    credit="2",
    glh="11",
)
FILING = told(
    "File and find records",
    """
    # Know filing systems
    Compare alphabetical, numerical and subject filing
    State how long three kinds of record are kept
    # Be able to file and find records
    File new records on the day they arrive
    Retrieve records on request and note who has them
    Dispose of confidential records by an approved method
    """,
    reference="F/609/1932",
    number="104",
    level="1",
    credit="2",
    glh="12",
)
ROOMS = told(
    "Service guest bedrooms",
    """
    # Be able to prepare to service rooms
    Plan the order of rooms from the day's list
    Stock and position the trolley so that corridors stay clear
    # Be able to service rooms
    Knock, announce self and wait before going in
    Strip and make beds to the standard of the house
    Clean surfaces, glass and floors, working from high to low
    Restock tea trays, toiletries and stationery
    # Be able to leave rooms secure
    Log lost property and damage
    Set heating, lights and windows and lock the door
    """,
    reference="M/608/7973",
    number="HK 2.1",
    level="2",
    credit="3",
    glh="24",
    body="Hearth Hospitality Awards",
)
BAR = told(
    "Serve drinks at a bar",
    """
    # Be able to serve drinks
    Advise on drinks, strengths and prices
    Pour draught, bottled and mixed drinks in measures that the law allows
    Refuse service to those who are under age or drunk
    # Be able to keep the bar
    Rotate stock and chill it in good time
    Wash, polish and rack glasses
    Clean drip trays, nozzles and tops at the close
    # Know the law
    State the four licensing objectives
    Give the penalties for selling to a minor
    """,
    reference="A/602/0762",
    number="FB 2.4",
    level="2",
    credit="4",
    glh="30",
    body="Hearth Hospitality Awards",
)
KITCHENPORTER = told(
    "Keep a kitchen clean and in order",
    """
    # Be able to clean equipment
    Scrape, sort and stack for the machine
    Hand-wash knives and blades one at a time
    Descale and drain the machine
    # Be able to clean areas
    Sweep and mop at times that do not endanger cooks
    Remove waste and flatten boxes
    Sanitise surfaces that touch food, keeping to the contact time on the label
    """,
    reference="L/614/3143",
    number="FB 1.9",
    level="1",
    credit="2",
    glh="18",
    body="Hearth Hospitality Awards",
)
