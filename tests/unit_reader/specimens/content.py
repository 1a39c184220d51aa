"""Units for the specimens, from many trades and in many manners of wording."""

from tests.unit_reader.specimens.truth import Unit, parse

CARE = Unit(
    "Support individuals to eat and drink",
    parse("""
    # Be able to support individuals to make choices about food and drink
    Establish with an individual the food and drink they wish to consume
    Encourage the individual to select suitable options for food and drink
    Describe ways to resolve any difficulties or dilemmas about the choice of food and drink
    Describe how and when to seek additional guidance about an individual's choice of food and drink
    # Be able to prepare to provide support for eating and drinking
    Identify the level and type of support an individual requires when eating and drinking
    Demonstrate effective hand-washing and use of protective clothing when handling food and drink
    Support the individual to prepare to eat and drink, in a way that meets their personal needs and preferences
    Provide suitable utensils to assist the individual to eat and drink
    # Know how to monitor eating and drinking and the support provided
    Explain the importance of monitoring the food and drink an individual consumes and any difficulties they encounter
    Carry out and record agreed monitoring processes
    Report on the support provided for eating and drinking in accordance with agreed ways of working
    """),
    reference="M/601/8054",
    number="303",
    level="2",
    credit="2",
    glh="15",
    body="Northvale Awards",
)
WAREHOUSE = Unit(
    "Receive goods in logistics operations",
    parse("""
    # Be able to receive goods in logistics operations
    check the conditions for receiving goods in terms of storage and segregation
    prepare the unloading area before the vehicle arrives
    use suitable handling methods and equipment for the type of goods
    check that the goods match the documentation and report any discrepancies
    # Understand the requirements for receiving goods
    describe the information that should be on a delivery note
    explain why damaged goods must be isolated from sound stock
    describe the health and safety hazards of a loading bay
    explain what to do when goods are delivered outside booked hours
    # Understand how goods are recorded
    identify the stock systems used by the organisation
    explain the consequences of recording quantities wrongly
    """),
    reference="K/601/7923",
    level="2",
    credit="4",
    glh="24",
    body="Northvale Awards",
)
KITCHEN = Unit(
    "Prepare and cook chicken dishes",
    parse("""
    # Be able to prepare poultry for cooking
    Check that the poultry meets the quality standard of the dish
    Use the right tools and equipment to prepare poultry
    Store any prepared poultry that is not for immediate use
    # Understand how to prepare poultry
    Describe the quality points of fresh and frozen poultry
    State the temperature at which poultry should be held in a refrigerator
    Explain why raw poultry is kept apart from other foods
    # Be able to cook poultry
    Cook poultry to a core temperature of 75 °C or above
    Combine the poultry with other ingredients as the recipe requires
    Finish and present the dish to meet the customer's expectations
    Hold and serve the dish at the correct temperature
    """),
    reference="T/502/8347",
    level="2",
    credit="4",
    glh="33",
    expiry="2026-08-31",
    body="Calder Valley Examinations",
)
CHILD = Unit(
    "Promote communication in early years settings",
    parse("""
    # Understand the importance of communication for the overall development of children
    Explain why speech, language and communication are important to the overall development of children
    Analyse how speech and language difficulties can affect a child's behaviour and social development
    # Understand how to provide speech and language support
    Explain the ways in which adults can effectively support and extend the speech of children
    Describe the benefits of positive relationships between practitioner and parent
    Explain how the number of adults available affects the support that can be given
    # Be able to provide support for communication in own role
    Demonstrate methods of providing support, taking into account age, specific needs and home language
    Demonstrate how day to day activities can be used to encourage and support communication
    Reflect on own practice in supporting children who speak English as an additional language
    """),
    reference="R/505/9377",
    number="EYC 12",
    level="3",
    credit="3",
    glh="20",
    tqt="30",
    body="Bridgewater Qualifications",
)
GARAGE = Unit(
    "Remove and replace light vehicle braking components",
    parse("""
    # Be able to work safely when carrying out removal and replacement activities
    Use suitable personal protective equipment and vehicle coverings throughout
    Work in a way which minimises the risk of damage to the vehicle and its contents
    # Be able to use relevant information to carry out the task
    Select suitable sources of technical information
    Use technical information to support the removal and replacement of brake components
    # Be able to use appropriate tools and equipment
    Select the appropriate tools and equipment necessary for the activity
    Ensure that equipment has been calibrated to meet manufacturers' and legal requirements
    Use the correct tools and equipment in the way specified by manufacturers
    # Be able to carry out the removal and replacement of brake components
    Remove and replace the vehicle's braking systems and components
    Ensure that the fluid used meets the vehicle operating specification
    Evaluate the performance of the reassembled system against the operating specification
    Record and report details of any anomalies or issues in the format required
    """),
    reference="H/601/3840",
    number="AUT 41",
    level="3",
    credit="5",
    glh="35",
    body="Meridian Skills Board",
)
RETAIL = Unit(
    "Process payments for purchases in a retail environment",
    parse("""
    # Understand the procedures for processing payments
    Describe the methods of payment that a retailer may accept
    Explain how cash, cards and vouchers are checked before they are accepted
    State what must be done when a card payment is declined
    # Be able to process payments for purchases
    Work out the price of the customer's purchases correctly
    Offer additional services to the customer where these are available
    Acknowledge customers who are waiting for help
    Give the correct change and a receipt
    # Be able to keep cash and other payments secure
    Put payments in the right place according to the retailer's procedures
    Follow the procedure for reporting losses at the point of sale
    """),
    reference="A/502/5806",
    level="2",
    credit="3",
    glh="12",
    body="Harrow Gate Awarding",
)
HAIR = Unit(
    "Shampoo, condition and treat the hair and scalp",
    parse("""
    # Be able to maintain effective and safe methods of working
    Prepare the client and work area for the service
    Ensure own personal protection throughout the service
    Position themselves and the client appropriately throughout the service
    Keep the work area clean and tidy
    # Be able to shampoo hair and scalp
    Use and adapt massage techniques to meet the needs of the client
    Adapt the water temperature and flow to suit the needs of the client's hair, scalp and comfort
    Leave the client's hair clean and free of products
    Remove excess water from the hair
    # Understand products, equipment and their use
    Explain when and how to use different types of shampooing and conditioning products
    Describe how the build-up of products affects the hair and the effectiveness of other services
    Outline how water temperature affects the scalp and the structure of the hair
    State why it is important to check the expiry date on products
    """),
    reference="R/600/8536",
    number="GH8",
    level="2",
    credit="4",
    glh="38",
    tqt="44",
    body="Linden & Rowe",
)
OFFICE = Unit(
    "Manage an office facility",
    parse("""
    # Understand how to manage an office facility
    Explain the requirements of establishing and implementing office management procedures
    Explain how to manage the effectiveness of work flow
    Explain typical support and welfare facilities for office workers
    Explain how to manage the quality of the services provided by external suppliers
    # Be able to manage and maintain an office facility
    Maintain equipment and consumables to agreed levels
    Establish systems to evaluate the effectiveness of office systems and procedures
    Review the effectiveness of office systems and procedures and recommend changes
    Manage the maintenance of office equipment to meet users' needs and expectations
    """),
    reference="R/506/1937",
    number="BA 40",
    level="3",
    credit="4",
    glh="21",
    tqt="40",
    body="Pennine Awarding Organisation",
)
FIRST_AID = Unit(
    "Emergency first aid in the workplace",
    parse("""
    # Understand the role and responsibilities of a first aider
    Identify the role and responsibilities of a first aider
    Identify how to minimise the risk of infection to self and others
    Identify the need for establishing consent to provide first aid
    # Be able to assess an incident
    Conduct a scene survey
    Conduct a primary survey of a casualty
    Summon appropriate assistance when necessary
    # Be able to provide first aid to an unresponsive casualty
    Identify when to administer cardiopulmonary resuscitation
    Demonstrate cardiopulmonary resuscitation using a manikin
    Justify when to place a casualty into the recovery position
    Demonstrate how to place a casualty into the recovery position
    # Know how to provide first aid to a casualty who is choking
    Identify when a casualty is choking
    Demonstrate how to administer first aid to a casualty who is choking
    """),
    reference="T/616/5122",
    level="3",
    credit="1",
    glh="6",
    tqt="7",
    body="Calder Valley Examinations",
)
CLEANING = Unit(
    "Deep clean equipment and surfaces",
    parse("""
    # Prepare for deep cleaning
    Collect the equipment and cleaning agents that the work schedule asks for
    Put up warning signs before work begins
    Isolate electrical equipment in line with the manufacturer's instructions
    # Carry out deep cleaning
    Dismantle equipment as far as the cleaner is authorised to
    Apply cleaning agents at the dilution stated on the label
    Rinse and dry surfaces so that no residue is left
    Reinstate the work area and report damage or wear
    # Know the principles of deep cleaning
    Explain why deep cleaning is carried out at planned intervals
    Describe how to deal with a spillage of a cleaning agent
    Explain the importance of following the sequence of a work method
    """),
    reference="T/502/2290",
    level="2",
    credit="3",
    glh="18",
    body="Harrow Gate Awarding",
)
DRIVE = Unit(
    "Operate a counterbalance lift truck",
    parse("""
    # Be able to carry out pre-use checks
    Check the condition of forks, chains, tyres and mast before use
    Complete the daily check sheet and report faults
    Confirm that the load does not exceed the rated capacity plate
    # Be able to drive and manoeuvre the lift truck
    Start, stop and turn the lift truck smoothly under control
    Travel with the forks lowered and the mast tilted back
    Give way to pedestrians and observe site speed limits
    # Be able to stack and destack loads
    Position the truck squarely to the rack before raising the forks
    Lift and lower loads without dragging or shunting them
    Leave an aisle clear when the stack is finished
    # Understand the legislation on lift trucks
    Outline the duties of an operator under health and safety legislation
    Explain why a truck must never carry passengers
    """),
    reference="Y/600/3144",
    number="LT2",
    level="2",
    credit="6",
    glh="40",
    body="Meridian Skills Board",
)
HORSE = Unit(
    "Care for horses on a day-to-day basis",
    parse("""
    # Be able to feed and water horses
    Prepare feeds to a given ration
    Provide fresh water and keep containers clean
    Recognise and report changes in appetite
    # Be able to muck out and bed down
    Muck out a stable using safe and economical methods
    Set fair and bed down with two types of bedding
    # Understand the signs of good and ill health
    List the signs of good health in a horse
    State the normal temperature, pulse and respiration of a horse at rest
    Describe when a veterinary surgeon should be called
    """),
    reference="Y/502/1651",
    level="1",
    credit="5",
    glh="40",
    expiry="2027-12-31",
    body="Linden & Rowe",
)
SECURITY = Unit(
    "Conflict management within the private security industry",
    parse("""
    # Understand the principles of conflict management appropriate to the role
    State the importance of positive and constructive communication to avoid conflict
    State the importance of employer policies, guidance and procedures relating to workplace violence
    Identify factors that can trigger or reduce human responses in conflict situations
    # Understand how to recognise, assess and reduce risk in conflict situations
    State how managing customer expectations can reduce the risk of conflict
    Identify the stages of escalation in conflict situations
    Apply the principles of dynamic risk assessment to potential conflict situations
    # Understand how to communicate to defuse conflict
    State how to use non-verbal communication in emotive situations
    Identify strategies for resolving conflict and de-escalating confrontation
    # Understand how to develop and use problem solving strategies
    State the importance of viewing the situation from the customer's perspective
    Identify positive alternatives to confrontation
    """),
    reference="Y/618/6835",
    level="2",
    credit="1",
    glh="9",
    tqt="10",
    body="Pennine Awarding Organisation",
)
LEAD = Unit(
    "Lead and manage a team within a health and social care setting",
    parse("""
    # Understand the features of effective team performance
    Explain the features of an effective team performance
    Identify the challenges experienced by developing teams
    Analyse how different management styles may influence outcomes of team performance
    Evaluate methods of developing and maintaining trust and accountability, and of addressing conflict within a team
    # Be able to support a positive culture within the team
    Identify the components of a positive culture within own team
    Demonstrate how own practice supports a positive culture in the team
    Encourage creative and innovative ways of working within the team
    # Be able to develop a plan with team members to meet agreed objectives
    Identify team objectives
    Analyse how the skills, interests, knowledge and expertise within the team can meet agreed objectives
    Facilitate team members to actively participate in the planning process
    Agree roles and responsibilities with team members
    """),
    reference="H/602/3185",
    number="LM1c",
    level="5",
    credit="7",
    glh="46",
    body="Bridgewater Qualifications",
)
GARDEN = Unit(
    "Establish plants outdoors",
    parse("""
    # Be able to prepare the planting site
    Clear the site of unwanted vegetation and debris
    Cultivate the soil to a depth that suits the plants
    Incorporate soil ameliorants evenly at the rate given
    # Be able to plant
    Handle plants so that roots and shoots are not damaged
    Space plants as the planting plan shows
    Firm and water the plants in
    # Know how to look after plants until they are established
    Describe how mulches help plants to establish
    Give two reasons for staking a young tree
    State the symptoms of drought in newly planted stock
    """),
    reference="J/502/4318",
    level="1",
    credit="4",
    glh="30",
    body="Harrow Gate Awarding",
)
PLUMB = Unit(
    "Install domestic cold water pipework",
    parse("""
    # Know the layout of cold water supply to dwellings
    Identify the legislation that governs water supply in dwellings
    Describe the layout features of direct and indirect systems
    Explain the purpose of backflow prevention
    State the minimum cover of an external service pipe
    # Be able to install cold water pipework
    Select pipe, fittings and clips for the system
    Measure, mark and cut pipe to the drawing
    Form bends in copper tube with a hand bender
    Joint pipe using capillary, compression and push-fit fittings
    Fix pipework securely at recommended intervals
    # Be able to test and decommission
    Carry out a soundness test on the finished pipework
    Interpret the result of the test and remedy leaks
    Isolate and drain down an existing system safely
    """),
    reference="T/602/2915",
    number="205",
    level="2",
    credit="8",
    glh="69",
    body="Meridian Skills Board",
)
DIGITAL = Unit(
    "Using email and calendars at work",
    parse("""
    # Use email software tools to compose and send messages
    Use software tools to compose and format email messages
    Attach files to email messages
    Identify when and how to respond to email messages
    # Manage incoming email effectively
    Organise and store email messages
    Describe how to guard against unwanted or fraudulent messages
    # Schedule meetings with a shared calendar
    Create appointments with reminders
    Invite colleagues and track their replies
    """),
    reference="J/502/4299",
    level="1",
    credit="2",
    glh="15",
    body="Linden & Rowe",
)
SOUND = Unit(
    "Live sound set-up for small venues",
    parse("""
    # Understand the equipment of a small venue
    Describe the signal flow from microphone to loudspeaker
    Compare dynamic and condenser microphones
    # Be able to set up a sound system
    Rig loudspeakers and stands in safe positions
    Connect the system according to a channel list
    Carry out a line check before the performers arrive
    # Be able to run a sound check
    Set gain and monitor levels for each performer
    Communicate with performers clearly and courteously
    Mark up the desk so that settings can be recalled
    """),
    reference="H/601/3529",
    number="SND-2",
    level="2",
    credit="5",
    glh="30",
    body="Quayside Arts Awards",
)
ENERGY = Unit(
    "Advise householders on saving energy",
    parse("""
    # Know where energy is used in the home
    Identify the main uses of energy in a typical home
    Outline how heat is lost from a building
    # Be able to give advice to a householder
    Ask questions that find out how the householder uses energy
    Suggest three measures that suit the home and its occupants
    Refer the householder to grants and other sources of help
    # Know how to record a visit
    Complete a visit record that another adviser could follow
    Explain how personal details must be kept
    """),
    reference="T/504/1177",
    level="2",
    credit="3",
    glh="22",
    body="Harrow Gate Awarding",
)
MENTOR = Unit(
    "Mentor a colleague in the workplace",
    parse("""
    # Understand the role of a mentor
    Distinguish between mentoring, coaching and managing
    Evaluate the qualities that a mentor needs
    Analyse the limits of a mentor's responsibility
    # Be able to agree a mentoring relationship
    Negotiate aims, frequency and confidentiality with the colleague
    Produce a written agreement that both have signed
    # Be able to review progress
    Review the colleague's progress against the agreed aims
    Evaluate the effectiveness of own mentoring
    Plan own further development as a mentor
    """),
    reference="F/503/7763",
    level="4",
    credit="4",
    glh="28",
    tqt="40",
    body="Bridgewater Qualifications",
)
EVERYTHING = tuple(v for v in list(vars().values()) if isinstance(v, Unit))
