"""More units of the eighth set, for the awkward documents. All of them invented."""

from tests.unit_reader.specimens.telling import told

GAMES = told(
    "Designing a level for a computer game",
    """
    # Investigate how levels guide players
    Explain how two levels use light, sound and space to guide a player
    Describe the stages of level design
    Analyse the effect of difficulty curves on two groups of players
    Evaluate the success of a level, using evidence from play
    # Design a level to a brief
    Produce a plan and a map for a level
    Outline legal and ethical limits on content
    Justify decisions with reference to the brief
    # Build and test a level
    Build a level that can be completed
    Test the level with two players
    Refine the level in the light of the tests
    Evaluate the finished level against the brief, proposing improvements that are costed and could be made
    """,
    number="14",
    level="3",
    glh="60",
    body="Pearlman Education",
)
SHELLFISH = told(
    "Shellfish Farming: Husbandry",
    """
    # Prepare stock for growing on
    Stock is graded by size with minimal handling
    Trays and lines are inspected and repaired before use
    Density of stock is calculated correctly in terms of site and season
    # Maintain stock and structures
    Fouling is removed at intervals that suit the growth of the stock
    Moorings and marks are checked after gales
    Losses are recorded and reported in accordance with the site plan
    Predators are deterred by lawful means
    # Harvest and purify stock
    Stock is harvested only from waters that are classified for the purpose
    Purification is monitored and recorded for the full period
    """,
    number="H4NB 04",
    level="5",
    credit="1",
    body="Caledonian Awarding Authority",
)
ORAL = told(
    "Promote oral health in nurseries",
    """
    # Understand oral health in young children
    Describe how decay begins
    List foods and drinks that should be kept to mealtimes
    Explain when and how teeth should be brushed at each age
    # Be able to run a brushing session
    Set out brushes so that they cannot be swapped
    Supervise children and praise good technique
    Rinse and store brushes
    # Be able to involve families
    Share leaflets and local information about dentists with families, allowing for language and literacy
    Answer questions within the limits of own knowledge
    """,
    reference="D/506/8793",
    number="EY/2/33",
    level="2",
    credit="2",
    glh="16",
    body="Bridgend Cymwysterau",
)
NIGHTCLASS = told(
    "Plan a craft workshop for adults",
    """
    # Understand how adults learn crafts
    Describe two theories of adult learning
    Reflect on own experience as a beginner
    # Be able to plan a workshop
    Set aims that beginners can reach in one day
    Cost materials, room and tutor's time
    Write a running order with breaks and a fallback
    # Be able to assess risk
    Identify hazards of tools, dyes and heat
    Record controls for each hazard
    """,
    reference="H/615/1538",
    number="CRF302",
    level="3",
    credit="3",
    glh="21",
    body="Lantern Access Network",
)
DAMP = told(
    "Diagnose damp in older buildings",
    """
    # Understand how moisture moves in buildings
    Explain how solid walls take up and release moisture
    Distinguish rising, penetrating and condensed moisture by the pattern of staining
    Explain why cement renders can make damp worse
    # Be able to survey a building for damp
    Inspect gutters, ground levels, vents and pointing before instruments are used
    Measure moisture with a meter and by weighing and drying samples
    Map readings on a sketch plan
    # Be able to report findings
    Set out causes in order of likelihood
    Recommend the least invasive remedy first
    State the limits of the survey
    """,
    reference="D/653/6063",
    number="HB3-05",
    level="3",
    credit="5",
    glh="36",
    body="Awarding Body for Old Buildings",
)
PORTER = told(
    "Move patients and equipment in a hospital",
    """
    # Be able to prepare for a move
    Confirm the identity of the patient with ward staff
    Check brakes, rails and oxygen on the trolley
    # Be able to move patients
    Speak to the patient throughout the move
    Travel feet first, at a walking pace
    Hand over notes and the patient to a named person
    # Be able to move equipment
    Assess the load, the route and the need for help
    Secure cylinders upright
    Clean equipment between uses
    """,
    reference="T/605/0794",
    number="HP 06",
    level="2",
    credit="3",
    glh="20",
    body="Focal Awards",
)
BEES = told(
    "Inspect and manage a colony of honey bees",
    """
    # Know the life of the colony
    Describe the castes and their work
    Recognise eggs, larvae, sealed brood and stores
    State three signs that a colony is preparing to swarm
    # Be able to inspect a colony
    Light a smoker and keep it alight
    Open the hive with little disturbance
    Handle frames over the hive
    Find the queen or evidence of her presence
    # Be able to manage a colony
    Add supers before they are needed
    Feed syrup or fondant to suit the season
    Monitor mites by a drop count and decide on treatment
    """,
    reference="T/619/4507",
    number="APL 2",
    level="2",
    credit="4",
    glh="30",
    body="Fieldfare Land Skills",
)
COURIER = told(
    "Deliver parcels to homes and businesses",
    """
    # Be able to load a van for a route
    Scan parcels against the manifest
    Load in reverse order of delivery, heavy parcels low
    # Be able to deliver parcels
    Park legally and lock the van at each stop
    Obtain a signature, photograph or code as proof
    Leave parcels only where the customer has agreed
    Deal with refusals and damaged parcels
    # Know own responsibilities
    State limits on hours, loads and speed
    Explain how customers' data on labels and devices is kept safe
    """,
    reference="M/511/5549",
    number="LGX21",
    level="2",
    credit="3",
    glh="17",
    body="Skilful First",
)
TREES = told(
    "Plant and establish trees in towns",
    """
    # Understand how to choose trees
    Explain how soil, services, shade and traffic limit the choice of species
    Describe types of planting stock
    # Be able to plant trees
    Mark out and excavate a pit clear of services
    Set the tree at the level of its root flare
    Stake, guard, mulch and water the tree
    # Be able to maintain young trees
    Adjust ties and remove stakes when they are no longer needed
    Prune dead, crossing and low branches to a sound point
    """,
    reference="D/659/5405",
    number="ARB 204",
    level="2",
    credit="4",
    glh="28",
    body="Fieldfare Land Skills",
)
CASES = told(
    "Keep records of casework",
    """
    # Know why records are kept
    State three uses that are made of case records
    Describe what data protection law requires of those who keep them
    # Be able to make records
    Write entries on the day of contact
    Separate fact, hearsay and opinion
    Use abbreviations only from the agreed list
    # Be able to store and share records
    Store paper and electronic records securely
    Share extracts with consent or where the law allows it without
    """,
    reference="T/616/9882",
    number="CW 02",
    level="2",
    credit="2",
    glh="15",
    body="Commonweal Awards",
)
