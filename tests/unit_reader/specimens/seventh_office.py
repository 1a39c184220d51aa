"""What the copied texts and the Markdown of the seventh set say; all units are invented."""
# ruff: noqa: E501  the documents' own lines are long

from tests.unit_reader.specimens.telling import told

COMPLAINTS = told(
    "Settle complaints from customers",
    """
    # Understand why complaints matter
    Explain which refunds and gestures a member of staff may offer without asking a manager
    Explain how a complaint that ends well can make a customer more loyal than before
    Analyse two complaints and say what each of them cost the business
    # Be able to settle complaints
    Let the customer tell the whole story and repeat the main points to them
    Tell the customer own name and stay in charge of the complaint
    Agree what will be done and by when, and keep the customer informed in language that they understand and by a means of communication that they have chosen, until the complaint has been closed or passed to another person
    Record the promises made and the date on which each was kept
    # Be able to learn from complaints
    Identify patterns in complaints over a period of at least three months
    Recommend changes that would prevent complaints of the same kind
    # Be able to pass complaints to others
    Recognise complaints that lawyers, doctors or senior managers must answer
    Give the colleague who takes over a full account so that the customer need not repeat it
    Check that an answer has been sent within the time that the customer was promised
    """,
    reference="Y/506/9179",
    expiry="2026-12-31",
    level="3",
    credit="4",
    glh="22",
    body="Pearson",
)
BRICK = told(
    "Build solid walling and piers in brick",
    """
    # Know how to build solid walling and piers
    State the bonds used for solid walls one brick thick or thicker
    Describe how walls are protected from the weather during and after construction
    Calculate the quantities of bricks, sand and cement for a wall of given size
    # Be able to set out solid walling and piers
    Set out the work to the drawing within a tolerance of plus or minus 3 mm
    Position profiles or corners so that gauge is kept
    # Be able to build solid walling and piers
    Build walling in English and Flemish bond to line, level, plumb and gauge
    Build attached and isolated piers with the correct bond
    Form the joint finish stated in the specification
    Clean the face of the work and leave the area tidy
    """,
    reference="L/505/2945",
    number="6705-14",
    level="2",
    credit="10",
    glh="84",
    body="City & Guilds",
)
SAFEGUARD = told(
    "Keeping young people safe in youth work",
    """
    # Understand the rules that keep young people safe
    Outline the laws and local arrangements that every paid or unpaid youth worker must know before they work alone with a group for the first time
    Explain how a youth club turns these rules into everyday practice
    # Understand how to respond to concerns
    Describe changes in mood, clothing or friendships that may show that a young person is being harmed
    Describe what a worker says and does when a young person begins to tell them about harm, including what must not be promised to them
    Explain why a secret cannot always be kept
    # Understand how to work safely with young people
    Explain how a worker avoids situations in which their own conduct could be doubted, during club nights, in cars and on visits away from the usual building
    Describe how a form for assessing risk is used to plan trips and overnight stays
    Explain how a worker reports a colleague whose conduct is wrong
    # Understand safeguarding online
    Describe the risks that social media, gaming and mobile phones pose for young people
    Explain how young people can be helped to protect their privacy
    Outline what to do when indecent images are found on a device
    """,
    reference="F/503/9528",
    number="YW3",
    level="2",
    credit="3",
    glh="24",
    body="ABC Awards",
)
BARISTA = told(
    "Prepare and serve espresso based drinks",
    """
    # Understand espresso based drinks
    Describe how origin, roast and grind affect flavour
    List the drinks that are made with espresso and their proportions
    Explain why cleaning routines affect taste and safety
    # Be able to prepare espresso based drinks
    Adjust the grinder so that extraction falls within the time the recipe states
    Dose, distribute and tamp coffee consistently
    Steam milk to the right temperature and texture for the drink
    Present drinks to the customer to the standard of the house
    # Be able to clean and close equipment
    Backflush and clean group heads and steam wands
    Store coffee, milk and syrups correctly at the end of service
    """,
    reference="K/615/3078",
    level="2",
    credit="3",
    glh="18",
    body="BIIAB",
)
LOGISTICS = told(
    "Plan routes and schedules for road vehicles",
    """
    # Understand the constraints on road transport
    Explain how drivers' hours and working time rules affect a schedule
    Explain how weight, height and access limits affect the choice of route
    Compare the costs of own vehicles with those of subcontractors
    # Be able to plan routes and schedules
    Gather details of loads, delivery windows and the vehicles that are available
    Produce routes that make the best use of vehicles and drivers
    Include contingency for congestion, breakdown and the refusal of a delivery
    # Be able to monitor and review schedules
    Monitor progress with telematics and reallocate work where delays occur
    Review the schedule against key performance indicators
    """,
    reference="H/507/1596",
    number="LO 3.07",
    level="3",
    credit="6",
    glh="44",
    tqt="60",
)
CLEANING = told(
    "Deep clean equipment and surfaces",
    """
    # Be able to prepare to deep clean
    Check the work schedule and the risk assessment
    Choose personal protective equipment that suits the task and the agents to be used
    Isolate electrical equipment before it is cleaned
    # Be able to deep clean equipment and surfaces
    Test the cleaning agent on a small area that cannot be seen
    Apply agents in the strength and for the time stated on the label
    Remove ingrained soil without damage to the surface
    Rinse and dry surfaces so that no residue remains
    # Be able to finish the deep clean
    Reinstate equipment and furniture
    Report damage and surfaces that could not be brought to the required standard
    """,
    reference="J/601/1028",
    number="C212",
    level="2",
    credit="4",
    glh="18",
)
RECRUIT = told(
    "Recruit and select staff",
    """
    # Understand recruitment and selection
    Explain the stages of recruitment from the vacancy to the offer
    Explain how equality legislation affects each stage
    Evaluate the advantages of recruiting from inside the organisation
    # Be able to recruit staff
    Prepare a job description and a person specification
    Select media that reach the intended candidates within the budget
    # Be able to select staff
    Shortlist applicants against the criteria in the person specification
    Conduct a structured interview in which every candidate is asked the same core questions, and record the evidence for each answer in a form that would allow the decision to be explained to the candidate afterwards
    Give feedback to unsuccessful candidates
    """,
    reference="A/615/0976",
    number="HRM302",
    level="3",
    credit="5",
    glh="30",
    tqt="50",
    body="CIPD",
)
GREENKEEP = told(
    "Maintain turf for golf greens",
    """
    # Be able to mow greens
    Assess the condition of the green before mowing
    Set and check the height of cut with a gauge
    Mow so that the finish is even and free from scalping
    # Be able to care for the surface of greens
    Change the position of the hole without lasting damage
    Aerate and top dress to the programme of the course
    Repair pitch marks and worn areas
    # Know how to keep turf healthy
    Describe symptoms of two diseases of fine turf
    State how nutrients and water are applied and recorded
    """,
    reference="T/615/3374",
    level="2",
    credit="7",
    glh="52",
)
BUDGET = told(
    "Manage a budget for own area of work",
    """
    # Understand financial responsibilities of a manager
    Explain the difference between fixed, variable and semi-variable costs
    Explain the procedures for approval of expenditure in own organisation
    # Be able to prepare a budget
    Estimate income and expenditure from past figures and from known changes
    Negotiate the budget with those who hold the resources
    # Be able to control a budget
    Compare actual figures with the budget each month
    Explain variances and recommend action
    Present a revised forecast to senior managers
    """,
    reference="A/600/8711",
    number="M&L 31",
    level="4",
    credit="5",
    glh="28",
    body="Crestfield Awards",
)
COACH = told(
    "Plan and lead a session of circuit training",
    """
    # Be able to plan a session of circuit training
    Collect information on the health and aims of the participants
    Design a circuit whose stations alternate muscle groups
    Plan alternatives for participants of different ability
    # Be able to lead a session of circuit training
    Deliver a warm-up that prepares the joints and muscles used
    Give teaching points and demonstrations that are technically correct
    Observe participants and correct unsafe technique
    Deliver a cool-down with suitable stretches
    # Be able to review a session
    Review the session against its aims
    """,
    reference="T/508/5146",
    number="FIT 27",
    level="2",
    credit="6",
    glh="36",
    body="Active Vale",
)
LAUNDRY = told(
    "Launder linen in a healthcare laundry",
    """
    # Sort and process linen
    Sort linen by category without removing it from sealed bags where it is infected
    Load washers to the correct weight and choose the process for the category
    Confirm that the disinfection temperature has been held for the time required
    # Finish and dispatch linen
    Inspect linen for stains, tears and foreign objects
    Press, fold and pack linen to the order of each ward
    Keep clean linen apart from used linen at all times
    """,
    reference="H/600/9593",
    level="1",
    credit="3",
    glh="21",
    body="Textile Care Awards",
)
