"""Units of the eighth set about trades: building, engineering, vehicles, land, fire and rescue. All of them invented."""
# ruff: noqa: E501  the documents' own lines are long

from tests.unit_reader.specimens.telling import told

TIG = told(
    "Weld materials by the manual TIG process",
    """
    # Weld materials by the manual TIG process
    Work safely at all times, complying with health and safety and other relevant regulations and guidelines
    Check and prepare the material, the joint and the welding equipment before work begins
    Set and adjust current, gas flow and electrode to suit the procedure specification
    Deposit weld beads in at least two of the positions flat, horizontal, vertical and overhead
    Produce joints of the required quality and dimensional accuracy
    Deal promptly with problems within own control and report those that cannot be solved
    Shut down the equipment to a safe condition on conclusion of the welding activities
    # Know how to weld materials by the manual TIG process
    Describe the specific safety precautions to be taken when welding with an inert gas
    Explain the effects of alternating and direct current on the weld pool, penetration and the cleaning of oxides
    Explain how a tungsten electrode is ground and why contamination matters
    Describe the causes of, and remedies for, porosity, undercut, lack of fusion and tungsten inclusions
    State the extent of own responsibility and to whom to report
    """,
    reference="T/656/6704",
    number="047",
    level="3",
    credit="63",
    glh="133",
    body="Pearlman Education",
)
PLASTER = told(
    "Apply floating and setting coats to internal walls",
    """
    # Interpret the given information relating to the work and resources
    Interpret and extract relevant information from drawings, specifications, schedules and manufacturers' information
    Comply with information and instructions derived from risk assessments and method statements
    State the organisational procedures for reporting and putting right inappropriate information
    # Comply with relevant legislation when applying plaster
    Describe own responsibilities under current legislation while working:
    - at height and in confined spaces
    - with tools and equipment
    - with materials and substances
    State why and when health and safety control equipment should be used, and the types of it:
    - collective protective measures
    - personal protective equipment
    - local exhaust ventilation
    # Select the required quantity and quality of resources
    Select resources associated with own work:
    - materials, components and fixings
    - tools and equipment
    Describe how to calculate quantity, length, area and wastage
    # Comply with the contract information to carry out the work efficiently
    Demonstrate work skills to measure, mix, apply, rule, float, trowel and finish
    Prepare backgrounds and apply plaster to a given tolerance on two of brick, block, board and lath
    Describe how to form angles and reveals, and how to recognise when suction needs to be controlled
    Safely use and handle hand tools, portable power tools and ancillary equipment
    """,
    reference="J/607/5005",
    number="QCF 336v3",
    level="2",
    credit="15",
    glh="50",
    body="SkillBuild Trust",
)
BUS = told(
    "Drive a public service vehicle on a local route",
    """
    # Be able to prepare the vehicle for service
    Carry out a walk-round check and record defects on the card provided
    Set the destination display, ticket machine and mirrors before leaving the depot
    Confirm that emergency exits, ramp and fire extinguisher are in working order
    # Be able to drive the vehicle in service
    Pull away, brake and corner so that standing passengers are not thrown
    Keep to the timetable without exceeding speed limits or leaving timing points early
    Stop parallel to the kerb and within 300 mm of it wherever the stop allows
    Anticipate the actions of cyclists, pedestrians and other road users
    # Be able to assist passengers
    Deploy the ramp for passengers who use wheelchairs, and make sure that the bay is clear
    Deal with fares, passes and disputes in a way that is fair and unhurried
    # Know what to do when things go wrong
    State the actions to take following a collision, a fire and a passenger's collapse
    Explain why the control room must be told of delays of more than ten minutes
    Describe how lost property and unaccompanied children are dealt with
    """,
    reference="L/558/4180",
    number="3",
    level="2",
    credit="7",
    glh="45",
    tqt="70",
    body="Highmoor Qualifications",
)
BRAKES = told(
    "Diagnose and rectify faults in heavy vehicle air braking systems",
    """
    # Understand how air braking systems operate
    Explain the layout of a dual-circuit air braking system
    Describe the function of the compressor, governor, dryer, reservoirs and valves
    Explain how electronic control modifies the response of the brakes
    # Be able to diagnose faults
    Use a diagnostic sequence that moves from symptoms to cause
    Measure system pressure, leakage and build-up times against the manufacturer's figures
    Interpret fault codes and live data
    # Be able to rectify faults
    Depressurise the system and make the vehicle safe
    Replace faulty components with parts that conform to the vehicle specification
    Route and secure pipes so that they cannot chafe
    # Be able to confirm and record the repair
    Carry out a roller brake test and compare readings across each axle
    Complete the job card, stating any work outstanding
    """,
    reference="F/613/0583",
    number="HV08K",
    level="3",
    credit="8",
    glh="60",
    body="Institute of Garage Trades",
)
HEDGE = told(
    "Lay and maintain field hedges",
    """
    # Be able to prepare a hedge for laying
    inspect the site for hazards, nests and protected plants
    remove dead wood, brambles and old wire from the line of the hedge
    # Be able to lay a hedge
    cut pleachers low, leaving a living hinge of a thickness to suit the stem
    lay pleachers uphill, each overlapping the one before
    stake at intervals of about 450 mm and bind the top in the local style
    trim stools with a sloping cut close to the ground
    # Know about hedges in the landscape
    name five native species that are found in hedges and describe how each responds to laying
    state the months in which work should not be done and why
    describe the value of hedges to livestock, soil and wildlife
    # Know how to use and care for tools
    describe how a billhook is sharpened, carried and stored
    list the protective equipment that is needed when a chainsaw is used by others nearby
    """,
    reference="T/601/6726",
    number="ECH 2.7",
    level="2",
    credit="6",
    glh="45",
    body="Fieldfare Land Skills",
)
BREATHING = told(
    "Work in breathing apparatus at fires",
    """
    # Be able to prepare to use breathing apparatus
    Perform a general check of the set and confirm the cylinder pressure
    Hand the tally to the entry control officer and obtain a clear briefing
    # Be able to search in smoke
    Move through the compartment by recognised methods, keeping contact with wall, hose or line
    Gauge air supply, heat and own condition at intervals and turn back before the whistle sounds
    Signal findings to the entry control point by radio
    # Be able to withdraw and recover
    Withdraw by the safest route and collect the tally
    Service, test and log the set so that it is fit for immediate use
    # Understand the hazards of compartment fires
    Interpret signs of flashover and backdraught
    Explain how ventilation changes the course of a fire
    Describe the effects of heat stress on the wearer
    """,
    reference="F/553/7499",
    number="FR 2-09",
    level="3",
    credit="6",
    glh="40",
    body="Beacon Justice Awards",
)
ISOLATE = told(
    "Isolate and inspect electrical circuits in dwellings",
    """
    # Understand the requirements for safe isolation
    Specify the steps of a safe isolation procedure
    State the implications of failing to isolate for self, for other people and for the building
    Identify the test instruments that comply with guidance note GS38
    # Be able to isolate a circuit
    Prove the voltage indicator before and after use
    Lock off the point of isolation and post a warning notice
    # Be able to inspect a circuit
    Inspect connections, cable and enclosures for signs of heat or damage
    Verify that protective devices are of the rating shown on the chart
    Classify each defect as C1, C2 or C3 and recommend action
    # Be able to complete documents
    Complete a schedule of inspections that a client can follow
    """,
    reference="K/605/8973",
    number="ELD3-04",
    level="3",
    credit="6",
    glh="44",
    body="Excellence in Electrical Learning",
)
SCAFFOLD = told(
    "Erect and dismantle independent tied scaffolds",
    """
    # Know how to plan the work
    Describe how ground conditions decide the size of sole boards
    State the maximum spacing of standards for each class of duty
    Recall the intervals at which a scaffold must be inspected
    # Be able to erect a scaffold
    Set out and level the first lift
    Fix ledgers, transoms, braces and ties in the correct order
    Fit guard rails and toe boards to every working lift
    Board out, leaving no traps
    # Be able to dismantle a scaffold
    Remove materials by hand or by gin wheel and never by throwing
    Leave the structure stable at the close of each shift
    """,
    reference="T/601/5236",
    number="SC 2.1",
    level="2",
    credit="20",
    glh="67",
    body="SkillBuild Trust",
)
ALPACA = told(
    "Care for alpacas and llamas",
    """
    # Be able to maintain the welfare of camelids
    Provide feed, water and shelter that suit season and condition
    Monitor animals for signs of ill health and report them
    Handle and halter animals with the least stress
    # Be able to carry out routine tasks
    Trim toenails and check teeth under supervision
    Assist with shearing, keeping fibre clean and apart by grade
    Administer treatments against parasites at a dose set by weight
    # Understand the needs of camelids
    Explain why an alpaca should not be kept on its own
    Describe signs of vitamin D deficiency in dark winters
    Summarise the records that a keeper must hold by law
    """,
    reference="D/608/8696",
    number="LAC 41",
    level="2",
    credit="4",
    glh="30",
    body="Fieldfare Land Skills",
)
LATHE = told(
    "Produce components on a centre lathe",
    """
    # Performance objectives
    Obtain drawings, tools and gauges for the task
    Mount the workpiece in a chuck or between centres so that it runs true
    Calculate spindle speed from cutting speed and diameter
    Turn parallel, stepped and tapered diameters to within 0.05 mm
    Drill, bore and ream holes on the axis of the workpiece
    Cut internal and external threads to a gauge
    Deburr the component, measure it and complete the inspection sheet
    # Knowledge objectives
    Describe the functions of headstock, saddle, tailstock and lead screw
    Explain the effect of rake and clearance angles
    State how coolant is chosen, mixed and disposed of
    Explain what is done with a component that is out of tolerance
    """,
    reference="A/505/5565",
    number="MT2/014",
    level="2",
    credit="14",
    glh="90",
    body="Excellence in Engineering Learning",
)
SLING = told(
    "Sling and signal the movement of loads",
    """
    # Know the duties of a slinger
    State the limits of own authority in a lifting operation
    List the contents of a lift plan
    # Be able to inspect lifting accessories
    Check each accessory for wear, distortion, a legible mark and a current report of thorough examination
    Quarantine accessories that fail
    # Be able to sling a load
    Estimate the weight and the centre of gravity of a load
    Select and attach slings that suit the load, allowing for the included angle
    Protect slings from sharp edges
    # Be able to signal
    Give hand signals that comply with the code of practice
    Guide the load to its landing point without passing over people
    """,
    reference="K/617/6859",
    number="PL 07",
    level="2",
    credit="5",
    glh="35",
    body="Hoist and Haul Awards",
)
