"""Units of the eighth set about people: care, schools, hair, sport, funerals, volunteers. All of them invented."""
# ruff: noqa: E501  the documents' own lines are long

from tests.unit_reader.specimens.telling import told

MEMORY = told(
    "Support individuals living with memory loss",
    """
    # Understand the effects of memory loss
    Outline three common causes of memory loss in later life
    Explain how memory loss may affect communication, orientation, appetite and sleep
    Explain why a change in behaviour should be read as a possible sign of pain, infection or distress before it is put down to memory loss
    # Understand the importance of a person-centred approach
    Describe how knowledge of an individual's life story informs the support that they receive
    Compare a person-centred and a task-centred approach to a morning routine
    # Be able to adapt interaction
    Use names, objects and photographs to help the individual follow a conversation
    Adjust the pace, volume and position of own speech to suit the individual
    Acknowledge feelings that lie behind words which do not seem to make sense
    # Be able to contribute to a supportive environment
    Identify features of the setting that confuse or disturb the individual
    Agree with others a change to the setting and put it into practice
    Review with the individual and with key people whether the change has helped
    """,
    reference="R/606/2080",
    number="DLM 204",
    level="2",
    credit="4",
    glh="31",
    body="Kestrel Care Awards",
)
COLOUR = told(
    "Colour and lighten hair",
    """
    # Be able to prepare for colouring services
    protect the client's clothing, skin and jewellery before the service
    carry out tests on hair and skin following manufacturers' instructions and record the results
    position self and client so that fatigue and the risk of injury are kept low
    # Be able to colour and lighten hair
    consult with the client to confirm the look that is required
    mix, measure and apply products by the method that suits the result
    section hair cleanly and neatly to help accurate application
    monitor the development of colour, taking strand tests where needed
    remedy basic colouring problems that occur during the service
    # Know the factors that influence the choice of colour
    explain how hair texture, porosity, density and percentage of white affect the result
    describe how the international colour chart numbers depth and tone
    # Know how products work
    state the strengths of peroxide and when each is used
    explain the difference between permanent, quasi-permanent and temporary colour
    outline what happens to the hair during pre-lightening
    """,
    reference="L/613/3129",
    number="214",
    level="2",
    credit="9",
    glh="84",
    expiry="2027-07-31",
    body="Marchmont & Guilds",
)
PLAYTIME = told(
    "Supervise pupils during playtimes and lunch breaks",
    """
    # Know the expectations of the school
    Name the people to whom an accident, an intruder and a safeguarding concern are reported
    State the school's rules for wet play
    Give reasons why adults should spread out over the playground rather than stand together
    # Be able to supervise play
    Scan the area so that all pupils remain in sight or hearing
    Encourage pupils who are alone to join in
    Step in calmly when play becomes rough, using the steps of the school's behaviour policy
    Model the language that is expected of pupils
    # Be able to support pupils at lunch
    Help younger pupils to carry trays, open packets and use cutlery
    Check that pupils with allergies or special diets receive the right meal
    # Be able to hand pupils back to the class
    Line pupils up at the agreed signal
    Pass on to the teacher anything that may affect a pupil's afternoon
    """,
    reference="T/517/5624",
    number="SSW-16",
    level="2",
    credit="3",
    glh="22",
    tqt="30",
    body="Openfield Awards",
)
POOLSIDE = told(
    "Teach swimming to beginners from the poolside",
    """
    # Understand how beginners learn in water
    Explain how buoyancy, propulsion and resistance act on a swimmer
    Describe the fears that beginners may have and how a teacher can ease them
    # Be able to plan a series of lessons
    Produce a scheme of six lessons with measurable aims for each
    Plan for swimmers of different ability within one group
    Identify hazards of the pool, the equipment and the group, with a control for each of them
    # Be able to deliver a lesson
    Demonstrate strokes and skills correctly from the poolside
    Correct faults by use of part practices, giving one teaching point at a time
    Maintain a position from which every swimmer can be seen
    # Be able to evaluate own teaching
    Judge the progress of swimmers against the aims of the lesson
    Justify two changes to the next lesson
    """,
    reference="J/508/5023",
    number="ST2/05",
    level="2",
    credit="5",
    glh="38",
    body="First Lane Awarding",
)
CHAPEL = told(
    "Conduct a deceased person from the place of death",
    """
    # Know the legal and organisational requirements for removal
    State who may give authority for removal from a home, a hospital and a public place
    Identify the documents that must travel with the deceased
    # Be able to prepare for removal
    Confirm the name, location and circumstances of the deceased with the person in authority
    Select equipment that suits access, weight and condition, including:
    - stretcher and covers
    - lifting sheet or slide board
    - protective clothing for a suspected infection
    # Be able to carry out a removal with dignity
    Introduce self and colleagues to relatives and tell them what will happen
    Record jewellery and belongings in the presence of a witness, and label the deceased at the wrist and at the ankle before leaving the premises
    Move the deceased by methods that protect the team from injury:
    - on stairs
    - in lifts and narrow passages
    - between vehicle and mortuary
    # Be able to complete the transfer
    Enter the deceased in the mortuary register without delay
    Clean and disinfect equipment and vehicle ready for use
    """,
    reference="R/604/2038",
    number="FO 2.03",
    level="2",
    credit="5",
    glh="29",
    body="Lych Gate Awards",
)
VOLUNTEER = told(
    "Recruit and induct volunteers",
    """
    # Understand why people volunteer
    Discuss four motives for volunteering
    Explain how expenses differ from pay in law
    # Be able to recruit volunteers
    Draft a role description which sets out tasks, time and support
    Choose ways of advertising that reach people who are under-represented
    Carry out checks that are in proportion to the role
    # Be able to induct volunteers
    Plan an induction that covers policies, people and premises
    Introduce a new volunteer to a named mentor
    Gather feedback from the volunteer within the first month and act on it
    """,
    reference="R/651/7686",
    number="VM 301",
    level="3",
    credit="3",
    glh="18",
    body="Commonweal Awards",
)
LASH = told(
    "Provide eyelash and eyebrow treatments",
    """
    # Be able to prepare for eyelash and eyebrow treatments
    Prepare self, client and work area for the treatment
    Use consultation techniques to establish what the client expects
    Carry out a skin sensitivity test 24 to 48 hours before tinting
    Provide the client with advice and recommendations
    # Be able to provide eyelash and eyebrow treatments
    Tint lashes and brows in a way that avoids contact with the eye
    Shape brows in keeping with the client's features
    Apply and trim false lashes, both strip and individual
    Stop the treatment and flush the eye if irritation is reported
    Complete the treatment to the satisfaction of the client
    # Understand the treatments
    Describe contra-indications that prevent or restrict treatment
    Explain the chemical reaction which creates the tinting effect
    Outline the stages of the growth cycle of hair
    Explain how colouring characteristics of the client affect developing time
    """,
    reference="F/652/7260",
    number="UB28Q4",
    level="2",
    credit="5",
    glh="46",
    body="Verity Beauty Trust",
)
TABLETS = told(
    "Administer oral and topical medication in a care home",
    """
    # Understand legislation, policy and procedure for medication
    Identify legislation that governs the use of medication in social care
    Outline the legal classification of medication
    Explain how policies and agreed ways of working reflect these requirements
    # Know about common types of medication and their use
    Describe common types of medication, including their effects and side effects
    Identify medication which demands that specific physiological measurements be taken
    # Be able to prepare for the administration of medication
    Apply standard precautions for infection control
    Obtain the individual's consent and offer information, reassurance and support throughout
    Select, check and prepare the medication correctly against the chart, the label and the expiry date, and withhold it where any of them disagree
    # Be able to administer and monitor medication
    Administer the medication in line with legislation and the six rights
    Report immediate problems with administration
    Confirm that the individual takes the medication and does not pass it to others
    Dispose of out-of-date and part-used medication as agreed
    """,
    reference="A/507/4021",
    number="CH 3.11",
    level="3",
    credit="5",
    glh="40",
    body="Kestrel Care Awards",
)
FOSTER = told(
    "Welcome a child into a foster home",
    """
    # Understand what a move means for a child
    Explain how separation and loss can show in what a child says and does
    Describe what a child needs to know on the first day
    # Be able to prepare the home
    Prepare the room, meals and routine using information from the placement plan
    Agree with members of the household how private family belongings and conversations will be handled
    # Be able to welcome the child
    Greet the child in a manner that fits age, culture and language
    Show the child the house and explain house rules simply
    Listen to worries and respond honestly
    # Be able to record the placement
    Write the log of the first week in plain, respectful words
    """,
    reference="R/652/6453",
    number="FC14",
    level="3",
    credit="3",
    glh="20",
    body="Homestead Qualifications",
)
BOXING = told(
    "Lead a non-contact boxing session",
    """
    # Know how to prepare a non-contact boxing session
    List the checks of gloves, pads and floor that are made before a session
    State the screening questions put to each participant
    # Be able to lead a non-contact boxing session
    Deliver a warm-up of at least ten minutes that raises the pulse by stages
    Teach stance, guard, jab, cross and hook
    Hold pads safely for a participant of greater weight
    Offer an easier and a harder form of each drill
    # Be able to close the session
    Lead a cool-down and stretches
    Ask for feedback and note it
    """,
    reference="K/619/0759",
    number="NCB2",
    level="2",
    credit="4",
    glh="26",
    body="Corner Post Sport",
)
INTERPRET = told(
    "Work with an interpreter in advice settings",
    """
    # Understand the role of the interpreter
    Distinguish between interpreting, translating and advocacy
    Explain why relatives should not normally interpret for a client
    # Be able to prepare for an interpreted interview
    Brief the interpreter on purpose, terms and likely length
    Arrange seating, telephone or screen so that the client can be addressed directly
    # Be able to conduct an interpreted interview
    Speak in short passages and pause for interpretation
    Check understanding by asking the client to repeat the main points in their own words
    Challenge tactfully where the interpreter appears to add, to leave out or to advise
    """,
    reference="H/657/2546",
    number="AG 17",
    level="3",
    credit="2",
    glh="14",
    body="Commonweal Awards",
)
