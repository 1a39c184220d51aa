"""What the printed documents of the seventh set say: the units as their bodies publish them, all of them invented."""
# ruff: noqa: E501  the documents' own lines are long

from tests.unit_reader.specimens.telling import told

NIGHT = told(
    "Support individuals during the night in residential care",
    """
    # Understand the needs of individuals during the night
    Explain how sleep patterns may change with age, illness and medication
    Describe how the light, noise, temperature and furniture of a bedroom can be adapted so that an individual sleeps well, taking account of their history, their beliefs and any equipment on which they depend during the night
    Explain why individual preferences for checks during the night must be recorded in the care plan
    # Be able to prepare individuals and the setting for the night
    Receive a handover from day staff and agree the priorities of the shift
    Support individuals to settle in a way that respects their preferences, dignity and beliefs
    Check that doors, windows, alarms and call systems are secure and working
    # Be able to monitor and respond during the night
    Carry out agreed checks with as little disturbance to the individual and to others as possible
    Respond to call bells promptly and in line with the care plan
    Identify changes in an individual's condition and report them to the person in charge of the shift
    Complete records of observations, fluids and positional changes at the time they are made
    # Be able to hand over to day staff
    Report significant events of the night in an order that reflects their importance
    Confirm that controlled keys, telephones and records have been transferred
    Tidy and restock areas so that day staff can begin work without delay
    Raise any concern about staffing or safety with the manager, using the procedure for lone working where it applies
    """,
    reference="Y/507/2471",
    number="NW 3120",
    level="3",
    credit="4",
    glh="26",
    body="Crestfield Awards",
)
LIFT_TRUCK = told(
    "Operate a counterbalance lift truck in a distribution centre",
    """
    # Know the legal and organisational requirements for lift truck operations
    State the duties of an operator under current health and safety legislation
    Identify the rated capacity of a lift truck from its plate and explain how load centre and lift height affect it
    Describe the authorisation needed before a lift truck may be used on site
    # Be able to carry out pre-use inspection of a lift truck
    Inspect the tyres, forks, mast, chains and hydraulic system for damage and leaks
    Test the steering, brakes, horn and lights before work begins
    Record the result of the inspection and report defects to the supervisor
    # Be able to move loads with a lift truck
    Assess the weight, stability and packaging of the load before it is lifted
    Pick up and set down loads at ground level and at height without damage to goods, racking or premises
    Travel laden and unladen on level ground and on gradients with the forks in the correct position
    Park and isolate the lift truck in a designated area at the end of the task
    # Be able to refuel or recharge a lift truck
    Follow the procedure for changing gas cylinders or for charging batteries
    Wear personal protective equipment that is appropriate to the source of power
    Deal with spillage of fuel, oil or electrolyte without risk to self, others or the environment
    # Understand how to work safely with others
    Explain how pedestrians are kept apart from trucks in loading bays and aisles
    Explain how to respond when another person gives a signal that is unclear
    """,
    reference="F/508/0791",
    number="WL 2.14",
    level="2",
    credit="6",
    glh="40",
    tqt="60",
    body="Northgate Skills",
)
PAYROLL = told(
    "Process payroll for an organisation",
    """
    # Understand the statutory framework of payroll
    Explain the responsibilities of an employer for the deduction of tax and National Insurance from earnings
    Describe the purpose of tax codes and of the notices by which they are changed
    Explain how data protection legislation applies to payroll records
    # Be able to calculate gross pay
    Calculate basic pay, overtime, shift allowances and commission from authorised records of work
    Calculate payments for statutory and contractual periods of sickness, maternity and paternity absence
    Apply changes in rates of pay from the date on which they take effect, including arrears
    # Be able to determine deductions and net pay
    Calculate deductions that are required by law
    Apply voluntary deductions that the employee has authorised in writing
    Calculate net pay and prepare a payslip in the format required by the organisation
    # Be able to reconcile and report payroll
    Reconcile the totals of the payroll with control accounts and with the previous period, and investigate differences that lie outside agreed tolerances before any payment is released to the bank
    Prepare returns to the tax authority within the statutory time limits
    """,
    reference="A/503/8779",
    number="305",
    expiry="2027-08-31",
    level="3",
    credit="7",
    glh="52",
    body="City & Guilds",
)
DENTAL = told(
    "Support the dental team during restorative treatment",
    """
    # Know the materials used in restorative dentistry
    Describe the properties of amalgam, composite and glass ionomer materials
    Explain the purpose of linings, etchants and bonding agents
    Identify hazards of restorative materials and the controls that apply to them
    # Be able to prepare the surgery for restorative treatment
    Select the instruments, handpieces and materials for the planned treatment
    Make the patient's notes, radiographs and consent form available to the operator
    # Be able to assist during the treatment
    Aspirate and retract so that the operator has a clear and dry field
    Mix or dispense materials to the consistency the operator requires
    Monitor the patient throughout and alert the operator to signs of distress
    # Be able to close the treatment
    Dispose of sharps, amalgam waste and capsules in the correct containers
    Decontaminate work surfaces and prepare instruments for sterilisation
    """,
    reference="K/503/5991",
    number="DN 09",
    level="3",
    credit="5",
    glh="38",
    expiry="2028-07-31",
)
WINDOWS = told(
    "Install windows in existing openings",
    """
    # Use the survey and the rules of the job
    Read the survey sheet and check it against the opening before anything is unloaded
    Describe what to do when a frame on the van differs from the survey
    Follow the rules for ladders, towers, broken glass, lead paint and old putty, and keep the people who live in the house away from the area below the opening while the old window comes out
    # Choose materials and get ready
    Choose frames, fixings, sealants and trims that match the survey
    Check openings for size, square and condition of the lintel before the old window is removed
    Lay sheets over floors and furniture in each room that is used
    # Fit windows to the survey
    Remove the old window in pieces that two people can carry
    Position, level and secure the frame with fixings at the centres the manufacturer states
    Glaze, adjust and seal the window so that it opens freely and keeps out rain
    # Finish on the day that was agreed
    Finish the house in the time that was sold to the customer
    State who is told when a job will overrun and what the customer is offered
    # Look after yourself and others on site
    Put up the tower or platform as its instructions show and inspect it before each use, wearing helmet, gloves and glasses wherever glass is handled
    Point out the dangers of a lived-in house and say how each is dealt with
    State how an injury is written up and by whom
    Describe how tools, keys and the customer's belongings are kept safe
    # Leave the house as it was found
    Vacuum each room and wipe the sills
    Stack old glass so that it cannot slip
    Take waste to a licensed yard and keep the note
    """,
    reference="J/615/0950",
    number="QCF 812v2",
    level="2",
    credit="14",
    glh="47",
    body="ProQual",
)
BEARD = told(
    "Trim and shape beards",
    """
    # Be able to get ready to cut beards
    Lay out clean tools and gown the client so that collar and clothes stay dry
    Find out with questions and pictures which length and outline the client wants
    Look for whorls, thin patches and skin complaints, and say which of them rule out the service
    # Be able to cut beards
    Take off bulk with clippers or scissors over comb before the outline is drawn
    Draw an outline that suits the jaw, the cheek and the moustache
    Blend the beard into sideburns and neckline without a step
    Tell the client how to wash, oil and trim the beard at home
    # Know how beards are cut
    State how face shape and growth decide the choice of outline
    Describe how clippers, scissors and razors are cleaned and stored
    Explain why both sides are compared in the mirror before the gown comes off
    """,
    reference="M/651/8313",
    number="UBR 214",
    level="2",
    credit="4",
    glh="30",
    body="VTCT",
)
FIRE = told(
    "Fire safety for new staff",
    """
    # Know how fires begin and hurt people at work
    State what a fire needs in order to burn
    Identify three careless habits that start fires in offices and workshops
    Outline what smoke does to sight and breathing
    # Know how the danger of fire is reduced
    Define a hazard and a risk, with an example of each that concerns fire
    Identify exits, doors and signs that help people to leave a building
    # Know who has duties for fire safety
    Outline what the law asks of the person in control of a building
    State what a fire warden does on a quiet day and what the warden does when the bell rings
    Give examples of what new staff must be shown on their first day
    # Know what to do when a fire is found
    List in order the first four things to do when a fire is found
    Identify the type of extinguisher that suits burning paper, oil and wiring
    """,
    reference="L/505/0614",
    level="1",
    credit="1",
    glh="7",
    tqt="8",
    body="Harbour Examinations",
)
CLASSROOM = told(
    "Help with lessons in a primary classroom",
    """
    # Be able to help the teacher to plan a lesson
    Say what an assistant can add to a lesson before, during and after it.
    Suggest a task for own part in the lesson that uses own strengths.
    List the books, tables and apparatus that the lesson needs.
    # Be able to help pupils during a lesson
    Keep pupils at work with praise, questions and short breaks.
    Change the wording, the pace or the apparatus for pupils who find the task hard, including those who have only lately begun to speak English, so that they finish the lesson with the rest of the class.
    Share time fairly between the pupil who needs most help and the rest of the table.
    # Be able to tell the teacher how pupils got on
    Write down what pupils did on the sheet that the teacher supplies.
    Tell the teacher which pupils met the aim of the lesson and which did not.
    # Be able to think about own work
    Say how confident own reading, arithmetic and typing are and how that shows in lessons.
    Choose one thing to improve and agree it with the line manager.
    # Be able to help with reading, number and computers
    Listen to pupils read and help them to sound out words they do not know.
    Show methods of arithmetic in the same way as the teacher does.
    Help pupils to use tablets safely, in line with the policy of the school and with the wishes of parents and carers.
    """,
    reference="L/503/7104",
    number="CL 2.10",
    level="2",
    credit="4",
    glh="25",
    body="NCFE CACHE",
)
TRACK = told(
    "Inspect and maintain plain line railway track",
    """
    # Plan the inspection of plain line track
    Confirm the limits, access points and protection arrangements for the inspection with the person in charge
    Obtain drawings, previous reports and calibrated gauges for the section to be inspected
    # Inspect plain line track
    Measure gauge, cant and twist at the intervals the standard requires
    Examine rails, fastenings, sleepers and ballast for wear, damage and signs of movement
    Classify defects against the intervention limits in the standard
    Report at once, by the route laid down for the section, any defect that affects the safe running of trains, and remain at the site until the person responsible has confirmed which restriction of speed or protection will be applied
    # Maintain plain line track
    Replace defective fastenings and pads with components of the specified type
    Pack sleepers by hand so that voids are removed and the top of the rail is restored
    Restore the ballast profile and remove vegetation and debris from the cess
    # Complete documentation
    Record measurements, defects and work done on the approved form and hand it to the section manager before the end of the shift
    # Work safely on or near the line
    Comply with the safe system of work that has been briefed
    Stop work and move to a position of safety when a warning is given
    Use only tools and plant that have a current inspection label
    Explain the effect of weather and of poor light on the safe system of work
    """,
    number="RI-207",
    level="2",
    glh="64",
    body="Pennine Rail Skills Council",
)
HELPDESK = told(
    "Provide remote support to users of IT systems",
    """
    # Understand how remote support is organised
    Describe the stages through which a support call passes from first contact to closure
    Explain how service level agreements affect the order in which calls are handled
    Explain the security risks of remote access and how they are reduced
    # Be able to diagnose faults remotely
    Gather information from users with questions that suit their technical knowledge
    Use remote tools to reproduce the fault with the consent of the user
    Determine whether the fault can be resolved remotely or must be escalated
    # Be able to resolve and record calls
    Apply a tested solution and confirm with the user that service has been restored
    Record the actions taken so that another technician could repeat them
    Suggest an entry for the knowledge base where the fault may happen again
    # Be able to protect users and systems
    Apply the organisation's rules for passwords, identity checks and the closing of sessions
    Recognise attempts to obtain information by deception and report them
    """,
    reference="M/508/1144",
    number="IT 331",
    level="3",
    credit="8",
    glh="60",
    body="Gateway Qualifications",
)
ALLERGENS = told(
    "Control allergens when preparing food",
    """
    # Understand the risks that allergens present
    describe the difference between a food allergy and a food intolerance
    identify the allergens that must be declared by law
    describe the symptoms of a severe allergic reaction and the immediate action to take
    # Be able to control allergens in a kitchen
    store, handle and label ingredients so that cross-contact is prevented
    clean equipment and surfaces between preparations with the method laid down in the kitchen's controls
    follow the separation procedure when an order for an allergic guest is received
    # Be able to give information about allergens
    give accurate information about ingredients from the current allergen chart
    refer to a supervisor any question that cannot be answered from the chart
    """,
    reference="L/505/1486",
    number="FS2A",
    level="2",
    credit="2",
    glh="14",
    body="Highfield Qualifications",
)
SOLAR = told(
    "Install small scale solar photovoltaic systems",
    """
    # Be able to plan and prepare the installation
    Verify that the roof structure, the incoming supply and the consumer unit are suitable for the proposed system
    Produce a risk assessment and method statement for work at height and for work on direct current circuits
    Confirm with the distribution network operator which notification procedure applies before work starts
    # Be able to install the array and its components
    Fix roof anchors and rails in accordance with the manufacturer's instructions without impairing the weathertightness of the roof covering
    Mount and connect modules in the string configuration shown in the design, using connectors of the same make and type throughout and routing the cables so that they are supported and protected
    Install the inverter, isolators and protective devices in the positions agreed with the client
    Apply warning labels at every point where the installation regulations require them
    # Be able to commission and hand over the system
    Carry out inspection and tests on the array and on the alternating current side of the system, recording open circuit voltage, short circuit current, polarity and insulation resistance for each string
    Set the inverter to the country code that applies
    Explain to the client how the system is isolated in an emergency
    Complete the certificates and the handover pack
    # Understand the environmental context of microgeneration
    Explain how orientation, pitch and shading affect annual yield
    Compare the benefits of storage with those of export to the grid
    """,
    reference="F/601/6955",
    number="PV 03",
    level="3",
    credit="9",
    glh="70",
    tqt="92",
    body="EAL",
)
SHOPPING = told(
    "Shop for food on a budget",
    """
    # Plan what to buy
    I can make a list of food for three meals
    I can use a leaflet or website to find the price of food
    I can work out what my list will cost
    # Buy food in a shop
    I can find the things on my list or ask for help
    I can check the date on food before I buy it
    I can pay and check my change
    # Look back on what I did
    I can say what went well
    I can say what I would do another time to spend less
    """,
    number="LL/E3/06",
    level="Entry 3",
    body="Open Awards",
)
