"""Four long units of the eighth set, whose tables run over several pages. All of them invented."""
# ruff: noqa: E501  the documents' own lines are long

from tests.unit_reader.specimens.telling import told

LITERACY = told(
    "Support reading and writing in small groups",
    """
    # Understand how reading and writing develop
    Explain how spoken language, memory and hearing affect the ability of a pupil to learn to read
    Describe the order in which the letters and sounds of English are usually taught in the setting
    Compare two programmes for pupils who have fallen behind, with reference to length, size of group, materials and evidence that they work
    Explain why errors are a source of information about what a pupil knows
    # Be able to prepare a group session
    Agree with the teacher the purpose of the session, the pupils who will take part and the way in which progress will be reported
    Obtain books, boards, cards and devices and check that they are complete, charged and suited to the interests and ages of the pupils
    Arrange seating so that each pupil can see, hear and reach what is needed, and so that pupils who distract one another sit apart
    Plan a task for a pupil who finishes before the others
    # Be able to support reading
    Introduce a text by drawing on what pupils already know about its subject
    Prompt pupils to sound out, re-read or use the sense of the sentence before the word is given
    Ask questions that go beyond recall
    Praise effort and strategy rather than speed, in words that tell the pupil exactly what was done well and why it helped
    # Be able to support writing
    Encourage pupils to say a sentence aloud before it is written
    Model the formation of letters and the spacing of words
    Give pupils time to check their own work against a short list of points
    Adapt tools, paper or method for a pupil with a physical or sensory need, following advice in the pupil's plan
    # Be able to record and report progress
    Note responses during or straight after the session without interrupting the pupils
    Distinguish in records between what was seen and what was inferred
    Report to the teacher any pupil whose progress, attendance or well-being gives cause for concern, and contribute to a decision on the next steps
    Store records so that they can be seen only by those who are entitled to see them
    """,
    reference="H/611/3677",
    number="TLS 22",
    level="3",
    credit="6",
    glh="42",
    body="Openfield Awards",
)
PATROL = told(
    "Patrol and secure a guarded site",
    """
    # Understand the purpose of a patrol
    State four aims of a patrol
    Explain why the times and routes of patrols are varied
    Describe the assignment instructions, and say what an officer must do when they do not cover the situation in hand
    # Be able to prepare for duty
    Take over from the previous shift and sign for keys, radio, torch and phone
    Read the occurrence book back to the last time on duty
    Test the radio and agree call signs and check-call times with the control room
    # Be able to carry out a patrol
    Follow the route and confirm attendance at each point by the means provided
    Inspect doors, windows, fences, lights, plant and stores for signs of damage, leak, heat, intrusion or neglect
    Challenge people who are not recognised, politely and from a safe distance
    Leave premises as they were found and lock those that should be locked
    # Be able to respond to incidents
    Assess the risk to self before approaching, and withdraw and observe where the risk is too great
    Call the emergency services, giving location, nature, injuries, access and hazards in a logical order
    Evacuate and account for people when an alarm sounds
    Protect evidence by keeping people out and by recording who has gone in
    # Be able to record and hand over
    Make entries in ink, at the time, in order and without gaps, striking out errors so that they can still be read
    Brief the relief on open matters
    """,
    reference="D/617/7300",
    number="GS 2.10",
    level="2",
    credit="5",
    glh="36",
    body="Sentinel Awards",
)
SEAM = told(
    "Assemble garments by machine",
    """
    # Be able to set up a sewing machine
    Select needle, thread and foot to suit the fabric and the seam
    Thread the machine and balance the tension on a sample
    Check guards, cables, lighting and the height of the chair, and report anything that is unsafe before starting
    # Be able to sew seams and edges
    Sew plain, overlocked, flat and bound seams to the allowance on the specification
    Match notches, checks and stripes
    Turn corners and curves without pleats, puckers or stretching
    Reinforce points of strain
    # Be able to assemble a garment
    Follow the order of operations on the ticket
    Attach collar, cuffs, waistband and zip so that left and right agree in length, shape and level
    Trim threads and press between operations
    # Be able to maintain quality and output
    Inspect own work at intervals and put right faults that are within the time allowed
    Meet the target of the line for three consecutive shifts without an increase in returned work
    Tell the supervisor early when work, parts or instructions are running out
    # Know about fabrics and machines
    Describe how woven, knitted and coated fabrics behave under the foot
    Explain the causes of skipped stitches, broken needles, bird's nests and uneven feed
    State the routine maintenance that an operator may carry out and the tasks that must be left to a mechanic
    """,
    reference="A/613/4650",
    number="GM204",
    level="2",
    credit="9",
    glh="70",
    tqt="90",
    body="Selvedge Skills",
)
CREDITCONTROL = told(
    "Control credit and collect debts",
    """
    # Understand credit control
    Explain how credit granted to customers affects the flow of cash in a business
    Describe the sources of information that are used to decide a credit limit, and comment on how far each of them can be relied on
    Summarise the law on interest for late payment
    # Be able to open and review accounts
    Obtain references and a report from an agency, with the customer's knowledge
    Recommend a limit and terms of payment, with reasons
    Review limits at the intervals that policy requires, and at once when there are signs of trouble
    # Be able to monitor accounts
    Produce and interpret an aged analysis of debts
    Reconcile customers' remittances to their accounts and clear unallocated items
    Identify queries which are holding up payment and pass them to the person who can resolve them
    # Be able to collect debts
    Contact customers by telephone and in writing at the stages laid down, keeping a note of what was promised, by whom and for when
    Negotiate instalments within own authority
    Remain courteous and lawful with customers who are in difficulty, telling them about free sources of advice on debt
    # Be able to deal with bad debts
    Compare the costs and prospects of collection agencies, county court claims and insolvency
    Prepare the papers for legal action
    Propose a write-off or a provision and state its effect on the accounts
    """,
    reference="D/605/6847",
    number="FIN 317",
    level="3",
    credit="7",
    glh="49",
    expiry="2028-03-31",
    body="Ledgerwood Professional",
)
