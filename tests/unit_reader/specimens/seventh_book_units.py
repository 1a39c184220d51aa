"""What the handbooks of the seventh set say; all units are invented."""

from tests.unit_reader.specimens.telling import told

PLANT = told(
    "Propagate plants from seed",
    """
    # Be able to sow seed
    Prepare containers and compost to suit the species
    Sow seed at the depth and density that the supplier advises
    Label each container with species, batch and date
    # Be able to care for seedlings
    Maintain moisture, light and temperature until seedlings can be handled
    Prick out seedlings without damage to the stem
    Harden off young plants over a suitable period
    # Know how seeds germinate
    Describe the conditions that seeds need to germinate
    State two causes of dormancy and how each is overcome
    """,
    reference="A/651/7424",
    number="GH 201",
    level="2",
    credit="3",
    glh="22",
    body="Lowland Awards",
)
IRRIGATE = told(
    "Install and maintain irrigation for glasshouse crops",
    """
    # Know the principles of irrigation
    Compare drip, overhead and capillary systems
    Explain how water quality affects crops and equipment
    # Be able to install irrigation
    Lay out pipes and emitters to the plan
    Fit filters, valves and controllers
    Test the system for leaks and for even delivery
    # Be able to maintain irrigation
    Clean filters and replace blocked emitters
    Adjust the programme to the stage of growth and the weather
    """,
    reference="A/507/4911",
    number="GH 202",
    level="2",
    credit="4",
    glh="30",
    body="Lowland Awards",
)
PESTS = told(
    "Monitor pests and diseases in glasshouse crops",
    """
    # Be able to monitor crops
    Inspect crops at the frequency that the monitoring plan requires
    Identify three pests and three diseases from their symptoms
    Record counts from sticky traps on a plan of the house
    # Be able to act on the results of monitoring
    Report levels that exceed the threshold for treatment
    Introduce biological controls at the rate advised
    Remove and destroy infected plant material
    """,
    reference="L/617/3999",
    number="GH 203",
    level="2",
    credit="3",
    glh="24",
    body="Lowland Awards",
)
INDUCT = told(
    "First weeks as a support worker",
    """
    # Understand the job of a support worker
    Describe a usual day of a support worker in own service
    Explain what a support worker may not do without training
    # Be able to follow the rules of the service
    Find the current version of a policy when it is needed
    Carry out a task in the way that the policy lays down
    # Be able to work with other people
    Explain what families, nurses and social workers add to support
    Show how to ask for help when two people disagree
    # Be able to learn at work
    Prepare for supervision and carry out what was agreed in it
    Keep a record of own learning
    """,
    reference="H/503/9411",
    number="SW1",
    level="2",
    credit="2",
    glh="15",
    body="Mersey Care Awards",
)
MOVING = told(
    "Move and position individuals",
    """
    # Understand the anatomy that matters when individuals are moved
    Outline how the structure of the spine affects safe moving and positioning
    Describe conditions that affect how an individual should be moved
    # Be able to prepare to move individuals
    Check the care plan and the risk assessment
    Obtain consent and explain what will happen
    Prepare the area and the equipment
    # Be able to move individuals
    Use the agreed method and equipment with the right number of people
    Observe the individual's comfort and stop if they show distress
    Record and report the move
    """,
    reference="K/506/8604",
    number="SW2",
    level="2",
    credit="4",
    glh="26",
    body="Mersey Care Awards",
)
MARKET = told(
    "Principles of marketing",
    """
    # Understand the marketing function
    Explain how marketing contributes to the aims of an organisation
    Describe the elements of the marketing mix
    # Understand market research
    Compare primary research with secondary research
    Explain how a market is divided into segments
    Evaluate the reliability of sources of research
    # Understand how customers decide
    Describe the stages of a decision to buy
    Explain how culture, family and income influence customers
    """,
    reference="M/600/5627",
    number="1",
    level="3",
    credit="5",
    glh="40",
    tqt="50",
    body="Wessex Business Awards",
)
DIGITAL = told(
    "Digital marketing campaigns",
    """
    # Be able to plan a digital campaign
    Set objectives that can be measured
    Select channels that suit the audience and the budget
    # Be able to run a digital campaign
    Create content that meets the guidelines of the brand
    Schedule content and respond to comments within agreed times
    # Be able to report on a digital campaign
    Analyse data on reach, engagement and conversion
    Recommend changes for the next campaign
    """,
    reference="A/617/7353",
    number="2",
    level="3",
    credit="6",
    glh="45",
    tqt="60",
    body="Wessex Business Awards",
)
BRAND = told(
    "Manage a brand",
    """
    # Understand brands
    Explain how a brand adds value to a product
    Analyse the position of two competing brands
    # Be able to protect a brand
    Explain the purpose of trade marks
    Monitor the use of the brand in media
    Take action where guidelines are not followed
    """,
    reference="K/506/9977",
    number="3",
    level="3",
    credit="4",
    glh="30",
    tqt="40",
    body="Wessex Business Awards",
)
SALES = told(
    "Negotiate sales with business customers",
    """
    # Be able to prepare to negotiate
    Research the customer's business, needs and earlier purchases
    Decide the limits within which terms may be offered
    # Be able to negotiate a sale
    Present the offer in terms of its benefits to the customer
    Respond to objections with accurate information
    Agree terms that are profitable and within own authority
    # Be able to follow up a sale
    Confirm the agreement in writing
    Review the negotiation and identify what would be done differently
    """,
    reference="L/503/1934",
    number="4",
    level="3",
    credit="5",
    glh="36",
    tqt="50",
    body="Wessex Business Awards",
)
