"""Units of the eighth set for the documents that are text, and one with skills beside knowledge. All of them invented."""
# ruff: noqa: E501  the documents' own lines are long

from tests.unit_reader.specimens.telling import told

FLORIST = told(
    "Design and make hand-tied bouquets",
    """
    # Be able to prepare materials
    condition flowers and foliage so that they last for the time that is promised to the customer
    select materials to match the order, the occasion, the budget and the season
    reject stems that are bruised, bent or past their best
    # Be able to make hand-tied bouquets
    strip stems below the tying point
    spiral stems in one direction around the tying point
    balance line, texture, colour and form so that the bouquet can be seen from every side
    tie securely without crushing stems and cut the ends level
    # Be able to finish for sale
    wrap and aqua-pack the bouquet, adding care instructions, flower food and a card that has been checked against the order
    price the bouquet from the cost of materials, sundries and labour
    # Know about plant materials
    name twenty flowers and ten foliages by botanical and common name
    describe the effect of ethylene, temperature and bacteria on the life of cut flowers
    """,
    reference="L/607/1666",
    number="308",
    level="2",
    credit="6",
    glh="48",
    body="Marchmont & Guilds",
)
BAGGAGE = told(
    "Handle baggage on the airport ramp",
    """
    # Understand safety on the ramp
    Explain the dangers of engines, propellers, moving vehicles and noise
    State the meaning of markings on the stand
    Describe what is done about foreign objects found on the ramp
    # Be able to load and unload aircraft
    Position belt loaders and steps without touching the aircraft
    Read the load instruction report and load each hold in the sequence shown, securing nets and doors and telling the team leader of anything that does not fit, is leaking or has no label
    Lift bags by a method that protects the back, knees and shoulders
    Count bags on and off and reconcile the total
    # Be able to deal with special items
    Handle wheelchairs and mobility aids as their owners have asked
    Identify dangerous goods by label and refuse those that are not on the notification to the captain
    """,
    reference="M/602/4761",
    number="AVO 2.12",
    level="2",
    credit="5",
    glh="32",
    body="Tarmac & Terminal Awards",
)
LIBRARY = told(
    "Support users of a public library",
    """
    # Know what the library offers
    Outline the services, stock and facilities of the library
    Describe how items are classified and shelved
    Identify groups in the community who seldom use the library
    # Be able to help users
    Clarify what a user is looking for by asking, listening and suggesting
    Search the catalogue by author, title, subject and number
    Guide users to computers, printers and online services, showing rather than doing wherever time allows
    # Be able to manage loans
    Issue, renew, reserve and discharge items
    Waive or collect charges in accordance with policy
    # Be able to keep the library welcoming
    Reshelve and tidy so that displays stay attractive
    Respond to noise and disputes with tact
    """,
    reference="A/608/5840",
    number="LIS-204",
    level="2",
    credit="4",
    glh="26",
    body="Folio Awarding",
)
RODENTS = told(
    "Control rats and mice in commercial premises",
    """
    # Be able to survey premises
    Recognise droppings, smears, runs and gnawing as signs of activity
    Locate points of entry in drains, doors and service ducts
    Produce a site plan that shows the position of every bait station
    # Be able to treat an infestation
    Explain to the client why proofing and hygiene come before poison
    Place bait in secured stations out of reach of children, pets and wildlife
    Inspect, replenish and record at the intervals which the label requires
    # Be able to complete a treatment
    Search for and dispose of carcasses
    Remove all bait when activity has ceased
    Report the outcome to the client in writing
    # Know about rodenticides
    Compare the action of anticoagulants and of other compounds
    Describe what is meant by resistance and how it is slowed
    """,
    reference="M/609/1781",
    number="PC 203",
    level="2",
    credit="5",
    glh="35",
    body="Vector Hygiene Awards",
)
UPHOLSTER = told(
    "Upholster a drop-in seat",
    """
    # Be able to strip and repair a seat
    Remove covers, tacks and fillings without damage to the frame
    Repair loose joints and fill worn tack holes
    # Be able to web and fill a seat
    Fix webbing under tension in a lattice that suits the seat
    Attach hessian and lash the stuffing ties
    Build fillings to an even dome and check that the seat still drops in
    # Be able to cover a seat
    Centre the pattern and cut the cover with the grain
    Ease fullness at the corners and tack off
    Fit a bottoming cloth neatly
    # Know about materials
    State the fire safety rules for fillings and covers
    Compare horsehair, fibre and foam
    """,
    reference="R/616/7203",
    number="FUR 2/17",
    level="2",
    credit="6",
    glh="54",
    body="Workshop Guild Awards",
)
RESTRAIN = told(
    "Restrain small animals for examination",
    """
    # Know how animals show fear and pain
    Describe signs of fear in dogs, cats and rabbits
    Explain how handling in early life affects behaviour at the surgery
    # Be able to prepare for restraint
    Review the record for warnings before the animal is touched
    Close doors and windows, and choose a surface that does not slip
    Choose muzzles, towels and gloves in proportion to the risk
    # Be able to restrain animals
    Hold animals for examination, injection and the taking of blood, adjusting the hold as the animal relaxes or struggles
    Support the hindquarters of rabbits at all times
    Release on the word of the veterinary surgeon only
    # Be able to complete the procedure
    Return the animal to its owner or its kennel calmly
    Disinfect the table and log any bite or scratch
    """,
    reference="J/509/5812",
    number="VCA 07",
    level="2",
    credit="4",
    glh="30",
    tqt="40",
    body="Paddock Animal Awards",
)
TRAVEL = told(
    "Sell package holidays",
    """
    # Be able to find out what customers want
    Establish dates, budget, party and any needs for access
    Suggest destinations which suit the purpose of the trip
    # Be able to sell a package holiday
    Check availability and quote the full price, with all charges
    Overcome objections without pressure
    Explain passports, visas, health and insurance
    Complete the booking and take the deposit
    # Know the travel trade
    Explain how customers' money is protected
    Describe the roles of operators, agents and carriers
    """,
    reference="T/604/9435",
    number="TT 209",
    level="2",
    credit="4",
    glh="26",
    body="Meridian Gate Awards",
)
WINCH = told(
    "Extract timber with a forest winch",
    """
    # Prepare the site and the winch
    Walk the route and mark hazards, anchors and stacking points
    Inspect rope, hooks, blocks and guards before use
    Anchor and level the tractor
    Outline the content of a site risk assessment
    Explain how rope angle changes the load on a block
    # Extract timber
    Choke poles so that they do not dig in
    Stand clear of the rope and of the bight while it is under load
    Use agreed signals at all times
    Describe what is done when a load hangs up
    # Leave the site safe
    Stack timber so that it cannot roll
    Repair ruts and clear drains
    State how fuel and oil are kept from watercourses
    """,
    reference="F/618/4918",
    number="FM 3.06",
    level="3",
    credit="6",
    glh="40",
    body="Fieldfare Land Skills",
)
