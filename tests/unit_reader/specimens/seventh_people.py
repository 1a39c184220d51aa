"""What the Word documents and web pages of the seventh set say; all units are invented."""
# ruff: noqa: E501  the documents' own lines are long

from tests.unit_reader.specimens.telling import told

TENANCY = told(
    "Manage the start of a tenancy",
    """
    # Understand the law that applies when a tenancy begins
    Explain the differences between introductory, secure and assured tenancies
    Summarise the rights and responsibilities of landlord and tenant
    Explain the effect of a failure to protect a deposit
    # Be able to let a property
    Carry out an accompanied viewing and answer the questions of the prospective tenant
    Conduct an affordability assessment using verified evidence of income and outgoings, explaining to the applicant how the result will be used, how long it will be kept and how a decision may be reviewed
    Explain the terms of the tenancy agreement to the tenant before it is signed
    # Be able to support a new tenant
    Arrange a settling-in visit within the period stated in the landlord's policy
    Identify signs that the tenancy may be at risk and refer the tenant to suitable support
    # Be able to keep records of a letting
    Complete an inventory with photographs that both parties have agreed
    Record meter readings and notify suppliers of the change of occupier
    Enter details of the tenancy on the landlord's systems accurately and within one working day
    # Understand how to end a letting that fails
    Explain how notice may be given by the tenant and by the landlord
    Describe how abandoned property must be handled
    """,
    reference="Y/502/9264",
    number="HOU 07",
    level="3",
    credit="5",
    glh="35",
    body="Chartwell Housing Awards",
)
PICKING = told(
    "Pick goods for orders in a warehouse",
    """
    # Be able to prepare to pick goods
    Obtain the picking list or device and confirm the priority of the order
    Check that the equipment needed for the pick is safe and available
    # Be able to pick goods
    Locate goods by their bin, batch or serial number
    Confirm that the type, quantity and condition of goods match the order
    Handle goods with methods that prevent injury and damage
    Rotate stock so that goods with the earliest date are picked first
    # Be able to complete the pick
    Report shortages, damage and discrepancies to the right person
    Present the order to packing or marshalling with its documents
    Return equipment to its storage place, ready for the next user
    """,
    reference="K/503/3657",
    number="WS12",
    level="2",
    credit="3",
    glh="20",
    tqt="30",
    body="Skills for Storage",
)
DISPENSING = told(
    "Dispense prescriptions in a pharmacy",
    """
    # Understand the rules of dispensing
    Explain which laws and codes a pharmacy must obey when it supplies a medicine
    Describe how a written procedure is brought up to date in own pharmacy and how staff learn of the change
    Explain how medicines with similar names come to be confused and what is done with the lessons
    # Be able to put prescriptions together
    Look for the pharmacist's initials before anything is taken from the shelf
    Select the product, strength, form and pack size on the prescription
    Print a label that is legible, complete and agrees with the prescription
    # Be able to check own work
    Compare each item with the prescription and then with its label before it goes to the bench for the final check
    Write on the prescription what is owed to the patient
    Recognise when to ask the pharmacist
    # Be able to keep records
    Make entries in the registers that the law requires
    # Be able to hand out medicines
    Confirm name and address before the bag is handed over
    Show the patient how an inhaler, a spray or eye drops are used, ask them to show it back, and repeat the warnings on the label in plain words without being overheard by others
    Keep conversations at the counter private
    """,
    reference="R/616/9551",
    number="PHARM 08",
    level="3",
    credit="10",
    glh="63",
    body="Pearson",
)
CCTV = told(
    "Operate a CCTV control room",
    """
    # Understand the codes of practice that apply to CCTV
    Describe the purpose of the operational requirement of a CCTV system
    Explain how data protection and human rights legislation limit the use of surveillance
    State who may have access to recorded images
    # Be able to use control room equipment
    Carry out functional checks at the start of the shift
    Use cameras to track a person or vehicle across several fields of view
    Maintain the incident log in a form that can be produced as evidence
    # Be able to respond to incidents
    Prioritise incidents that occur at the same time
    Communicate with officers on the ground with correct radio procedure
    Secure a working copy of recorded images for the police
    # Know how to work safely in a control room
    Describe the effect of screen work on eyesight, posture and attention
    State the actions to take on evacuation of the control room
    Explain how stress after a serious incident can be recognised and where support is found
    # Be able to maintain records
    Complete the media register so that each copy can be traced from its creation to its destruction
    Hand over to the next operator in writing
    """,
    level="2",
    credit="2",
    glh="22",
    body="Aegis Qualifications",
    reference="L/502/9455",
)
KENNEL = told(
    "Care for dogs in boarding kennels",
    """
    # Admit dogs to boarding kennels
    Confirm the identity, vaccination record and feeding instructions of the dog with its owner
    Assess the dog's temperament and choose accommodation to suit
    Label belongings and record medication
    # Maintain the health and welfare of boarded dogs
    Feed and water dogs according to the owner's instructions
    Clean and disinfect kennels and runs without exposing dogs to chemicals
    Exercise dogs alone or in compatible groups
    Recognise signs of ill health and stress and act on them promptly
    # Discharge dogs to their owners
    Groom the dog so that it is clean and dry
    Give the owner an account of the dog's stay
    """,
    number="LBAC 18",
    level="2",
    credit="6",
    glh="45",
    body="Lantra",
)
NAILS = told(
    "Provide nail enhancements with gel polish",
    """
    # Prepare for gel polish services
    Carry out a consultation and identify contra-indications
    Set up the work station to meet hygiene requirements
    Prepare the natural nail without damage to the nail plate
    # Carry out gel polish services
    Apply base, colour and top coats evenly and clear of the cuticle
    Cure each layer for the time stated by the manufacturer
    Finish the nails with oil and agree the result with the client
    # Remove gel polish
    Remove gel polish by soaking or with an electric file as the product requires
    Advise the client on home care and on when to return
    """,
    reference="A/615/6499",
    number="BN 2044",
    level="2",
    credit="5",
    glh="42",
    body="Solent Beauty Awards",
)
FUNERAL = told(
    "Arrange a funeral with the bereaved",
    """
    # Understand the needs of bereaved people
    Explain how grief may affect the way in which a client receives information
    Explain the funeral customs of two faiths served by own branch
    # Be able to take instructions for a funeral
    Establish who has authority to give instructions
    Record the client's instructions for:
    - the date, time and place of the service
    - vehicles, bearers and coffin
    - flowers, donations and notices
    Present an itemised estimate that meets the trade's code of practice
    # Be able to complete the arrangements
    Obtain and check the statutory forms for burial or cremation
    Confirm arrangements with third parties, including:
    - the minister or celebrant
    - the cemetery or crematorium
    Keep the client informed of any change
    """,
    reference="F/502/3622",
    number="FAD 03",
    level="3",
    credit="6",
    glh="34",
    body="Harrow Vale Awards",
)
EVENTS = told(
    "Coordinate the live delivery of events",
    """
    # Prepare the venue before an event
    Brief staff, volunteers and contractors on their duties and on emergency procedures
    Confirm that the layout, signs, power and welfare facilities match the event plan
    Resolve discrepancies with suppliers before the doors open
    # Coordinate activities during an event
    Monitor timings against the running order and tell those affected about changes
    Respond to the needs of attendees, speakers and exhibitors courteously
    Deal with incidents within the limits of own authority and record them in the event log
    # Close an event
    Supervise the breakdown so that the venue is returned in the agreed condition
    Collect feedback from clients and staff
    Produce a debrief report with recommendations for future events
    """,
    reference="R/502/9120",
    number="EVT/3/11",
    level="3",
    credit="8",
    glh="50",
)
FIRST_AID = told(
    "First aid for babies and young children",
    """
    # Understand the part played by a first aider for young children
    State what parents and employers may expect of a first aider in a nursery
    Describe three ways of keeping germs from passing between the first aider and the child
    Choose from a kit the items that fit a baby and those that fit a child of six
    # Be able to take charge of an accident
    Look for danger before the child is approached
    Check response, airway and breathing of a baby and of a child
    # Be able to help a child who does not respond
    State the signs that show chest compressions are needed
    Give compressions and breaths on a baby manikin and on a child manikin
    Roll a breathing child on to their side and keep the airway open
    # Be able to help a child who is choking
    Tell a cough that works from one that does not
    Give back blows and thrusts to a baby manikin and to a child manikin
    # Be able to help a child who bleeds or is in shock
    Describe how little blood a baby can lose before it becomes dangerous
    Press, raise and bandage a wound that bleeds heavily
    Explain why a pale, cold and drowsy child is laid down and kept warm
    State how grazes, splinters and bumps are treated and written in the accident book of the setting
    """,
    reference="F/650/2181",
    level="3",
    credit="1",
    glh="12",
    body="Qualsafe Awards",
)
MINUTES = told(
    "Organise meetings and produce minutes",
    """
    # Understand how meetings are arranged
    Explain how the type, size and purpose of a meeting affect its arrangements
    Describe the features of formal and informal minutes
    # Be able to organise a meeting
    Agree the date, venue, attendees and agenda with the chair
    Issue papers within agreed timescales
    Provide equipment and refreshments that meet the needs of attendees
    # Be able to record a meeting
    Take notes that are accurate and show decisions and actions
    Produce minutes free of grammatical error within the time agreed with the chair
    Circulate minutes and follow up actions
    """,
    reference="K/506/6867",
    number="BA 219",
    expiry="2029-04-30",
    level="2",
    credit="4",
    glh="27",
    body="Gateway Qualifications",
)
COUNSEL = told(
    "Counselling skills and diversity",
    """
    # Understand diversity in the context of helping
    Define prejudice, discrimination and stereotyping
    Explain how own background and values may affect a helping relationship
    # Use counselling skills in a helping interaction
    Establish a working agreement with the person being helped
    Use reflecting, paraphrasing and summarising to show understanding of what the person being helped has said, while keeping within the limits of own role and referring them to other sources of help when those limits are reached
    Bring the interaction to an end sensitively
    # Review own use of counselling skills
    Evaluate own strengths and areas for development against feedback from a peer
    Plan how own practice will be developed through supervision
    """,
    number="U2",
    level="2",
    glh="18",
    tqt="34",
    reference="L/650/2961",
    body="Vale Counselling Awards",
)
BICYCLE = told(
    "Service bicycle gears and brakes",
    """
    # Know how gear and brake systems work
    Identify the components of hub gears and of derailleur gears
    Compare rim brakes with disc brakes
    # Be able to service gear systems
    Remove, clean and inspect chain, cassette and derailleurs
    Measure chain wear and replace parts worn beyond the limit
    Adjust indexing and end stops so that every gear engages cleanly
    # Be able to service brake systems
    Replace pads and cables
    Bleed a hydraulic brake with the fluid the manufacturer specifies
    Test the brakes under load before the bicycle is returned to the customer
    # Be able to complete the service
    Road test the bicycle over a distance that allows every gear to be used
    Complete the job card with parts, labour and advice about work that will soon be needed
    Explain to the customer what was done
    """,
    reference="F/504/8858",
    number="CT205",
    level="2",
    credit="4",
    glh="32",
    body="Spokes Awarding",
)
MENTOR = told(
    "Mentor a colleague in the workplace",
    """
    # Understand the purpose of workplace mentoring
    Explain how mentoring differs from coaching and line management
    Analyse the benefits of mentoring to the mentee, the mentor and the organisation
    # Be able to plan a mentoring relationship
    Agree ground rules, boundaries and confidentiality with the mentee
    Agree goals that are specific and can be reviewed
    # Be able to mentor
    Use questioning and listening to help the mentee find own solutions
    Give feedback that is timely and constructive
    Keep a record of sessions in the form agreed
    # Be able to evaluate mentoring
    Evaluate the progress of the mentee against the goals
    Identify improvements to own practice as a mentor
    """,
    reference="J/503/9353",
    number="8603-22",
    level="4",
    credit="5",
    glh="24",
    body="ILM",
)
