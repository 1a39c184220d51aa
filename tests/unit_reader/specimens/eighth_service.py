"""Units of the eighth set about service: shops, kitchens, offices, computers, cleaning. All of them invented."""

from tests.unit_reader.specimens.telling import told

WINDOWDRESS = told(
    "Dress displays in a shop window",
    """
    # Know the purpose of a window display
    Identify the effect that a window should have on people who pass by
    Outline how a brief, a budget and a season shape a display
    State two legal requirements for price tickets
    # Be able to build a display
    Select merchandise and props that fit the brief
    Position items by the use of focal points, balance and colour
    Check lighting, wiring and stability before the window is closed
    # Be able to assess a display
    Invite opinions from colleagues and customers
    Compare sales of the goods before and after the display
    """,
    reference="L/605/3524",
    number="7",
    level="2",
    credit="3",
    glh="21",
    expiry="2026-12-31",
    body="Royal Crescent Examinations",
)
BREAD = told(
    "Produce fermented dough products by hand",
    """
    # Be able to weigh and mix
    Check ingredients against the recipe for type, quality and date
    Weigh ingredients to within two per cent
    Mix and develop dough to the right temperature
    # Be able to divide, mould and prove
    Divide dough into pieces of equal weight
    Mould pieces without tearing the skin
    Prove at a humidity that keeps the surface moist
    # Be able to bake and finish
    Score, glaze or top pieces before they enter the oven
    Bake to the correct colour, volume and core temperature
    Cool, wrap and label products for sale, stating allergens
    # Understand fermentation
    Explain the action of yeast, salt, sugar and fat in dough
    Explain how time and temperature affect flavour
    Describe faults such as flying tops, holes and a pale crust, and give the likely cause of each
    """,
    reference="Y/617/8963",
    number="FDP-118",
    level="2",
    credit="6",
    glh="48",
    body="Provender Awards",
)
DIARY = told(
    "Manage diary systems in a business environment",
    """
    # Understand the management of diary systems
    Explain the importance of keeping diary systems up to date
    Describe the basis on which bookings and changes are prioritised
    Explain any constraints that relate to making bookings for people or facilities
    Describe the types of problem that can occur when new requests are made
    # Be able to manage diary systems
    Obtain the information needed to make diary entries
    Make accurate and timely diary entries
    Respond to changes in a way that balances and meets the needs of those involved
    Communicate up-to-date information to everyone involved
    Maintain the requirements of confidentiality
    """,
    reference="F/513/0217",
    number="BA 2.06",
    level="2",
    credit="2",
    glh="12",
    body="Laurel Awards",
)
SPREADSHEET = told(
    "Use spreadsheet software",
    """
    # Use a spreadsheet to enter, edit and organise numerical and other data
    Identify what numerical and other information is needed and how it should be structured
    Enter and edit data accurately
    Store and retrieve files in line with local guidelines
    # Use formulas and tools to summarise data
    Identify how to summarise and display the required information
    Use functions and formulas to meet calculation requirements, including:
    - relative and absolute references
    - sum, average, maximum, minimum
    - simple conditions
    Use tools to analyse and interpret data
    # Present information effectively
    Select and use appropriate tools to format rows, columns, cells and worksheets
    Choose and create charts that suit the information:
    - bar and column
    - line
    - pie
    Check and adjust page layout before printing
    """,
    reference="T/614/5727",
    number="ITU 27",
    level="1",
    credit="3",
    glh="20",
    body="Gatehouse Qualifications",
)
WASHROOM = told(
    "Clean and service washrooms",
    """
    # Prepare to clean washrooms
    Put out warning signs and make sure the area is ventilated
    Wear the protective equipment that is set for the task
    Choose agents and colour-coded cloths by type of surface and soil
    # Clean washrooms
    Clean fittings from the cleanest to the dirtiest
    Leave drains free-flowing and traps full
    Descale taps and outlets without harm to chrome
    Rinse and dry surfaces so that no residue is left
    # Service washrooms
    Replenish soap, paper and towels
    Empty bins and sanitary units, handling sharps as the procedure requires
    Report faults, graffiti and signs of misuse
    # Know how infection spreads
    State how germs are carried from one surface to another
    Explain why cloths for toilets are never used on basins
    """,
    reference="J/604/2425",
    number="CL7",
    level="1",
    credit="4",
    glh="25",
    body="Skilful First",
)
LAUNDER = told(
    "Sort and process linen in a commercial laundry",
    """
    # Be able to sort linen
    Sort linen by fabric, colour, soil and customer
    Separate infected linen without opening the bag
    Set aside foreign objects and log them
    # Be able to process linen
    Load machines to within their rated capacity
    Select the programme for the classification
    Remove loads promptly, avoiding creases and dropped items
    # Know about processes
    Give the temperature and time needed for thermal disinfection
    Describe the purpose of each stage from pre-wash to extraction
    Explain the consequences of overloading
    """,
    reference="R/651/1421",
    number="TX 1.04",
    level="1",
    credit="3",
    glh="20",
    body="Spindle Awards",
)
CALLS = told(
    "Handle calls in a contact centre",
    """
    # Understand systems and scripts
    Describe how calls are queued and routed
    Explain when an agent may depart from a script
    # Be able to take calls
    Greet the caller in the agreed form and verify identity
    Establish the reason for the call by the use of open and closed questions
    Keep the caller informed when a search takes more than a few seconds
    Summarise what has been agreed before the call ends
    # Be able to deal with difficult calls
    Stay calm in the face of abuse and apply the procedure for ending a call
    Transfer the caller with a summary so that nothing has to be repeated
    # Be able to review performance
    Listen to own recorded calls and judge them against the quality form
    Agree a target for improvement with the team leader
    """,
    reference="H/519/9644",
    number="CC 205",
    level="2",
    credit="4",
    glh="28",
    body="Trent Qualifications UK",
)
STOCKTAKE = told(
    "Count and reconcile stock",
    """
    # Understand why stock is counted
    Explain the terms shrinkage, perpetual inventory and cycle count
    Describe how errors arise at goods-in, on the sales floor and at the till
    # Be able to count stock
    Prepare the area so that each location can be counted once only
    Count and record by sheet or scanner in the sequence given
    Recount where the variance is greater than the tolerance
    # Be able to reconcile stock
    Compare the count with book stock
    Investigate differences and post adjustments within own authority
    """,
    reference="J/517/6048",
    number="RS 19",
    level="2",
    credit="3",
    glh="19",
    body="Aldgate Retail Board",
)
DOORS = told(
    "Control entry to licensed premises",
    """
    # Know the law on entry and search
    State the grounds on which entry may be refused
    Describe the difference between a general, a random and a specific search
    Identify the proofs of age that may be accepted
    # Be able to control entry
    Greet customers in a way that sets the tone for the venue
    Assess customers for signs of drink, drugs and hostility
    Refuse entry without provoking conflict
    Keep a count of numbers inside, and stop entry when the limit is reached
    # Be able to deal with incidents
    Call for support by radio using clear speech
    Preserve a scene until the police arrive
    Write an entry in the incident book that is factual and timed
    """,
    reference="D/502/6012",
    number="SEC 2/4",
    level="2",
    credit="2",
    glh="18",
    body="Beacon Justice Awards",
)
SERVERS = told(
    "Maintain virtual servers",
    """
    # Understand virtualisation
    Compare hypervisors that run on bare metal with those that run on a host
    Explain how memory and processors are shared between guests
    # Be able to create and configure guests
    Create a guest from a template and connect it to a virtual network
    Allocate storage to meet a stated demand
    Harden the guest by removing services that are not needed
    # Be able to maintain guests
    Take, restore and delete snapshots
    Move a running guest between hosts without loss of service
    Monitor load and re-allocate resources
    Document each change in the configuration record so that a colleague could undo it
    """,
    reference="Y/604/8567",
    number="IT/4/22",
    level="4",
    credit="8",
    glh="50",
    body="Gatehouse Qualifications",
)
FISHMONGER = told(
    "Prepare and display wet fish for sale",
    """
    # Be able to prepare fish
    Scale, gut and trim round and flat fish
    Fillet and skin fish with little waste
    Shuck shellfish and discard those which are dead
    # Be able to display fish
    Bed the counter with clean ice
    Arrange species so that colour and shape draw the eye, keeping raw apart from ready-to-eat
    Ticket each species with its name, method of catch and area of origin
    # Know about fish
    Recognise the signs of freshness in eyes, gills, skin and smell
    Explain the meaning of sustainable sources
    State the temperature at which fresh fish is held
    """,
    reference="R/617/1316",
    number="FM-06",
    level="2",
    credit="5",
    glh="34",
    body="Provender Awards",
)
LEAD = told(
    "Lead a small team through change",
    """
    # Understand how change affects teams
    Analyse a recent change by means of a recognised model
    Assess the reasons for which people resist change
    # Be able to plan change with a team
    Consult members of the team about the timing and form of the change
    Produce a plan with milestones, risks and measures of success
    # Be able to carry out change
    Communicate progress, including bad news, honestly and promptly
    Adapt the plan in response to events
    Support a member of the team who finds the change hard
    # Be able to evaluate change
    Evaluate the extent to which the change met its aims
    Recommend how later changes should be led
    """,
    reference="H/605/6445",
    number="M&L 4.8",
    level="4",
    credit="6",
    glh="32",
    body="Atheling Awards",
)
