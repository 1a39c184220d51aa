"""The longest units of the seventh set; all are invented."""
# ruff: noqa: E501  the documents' own lines are long

from tests.unit_reader.specimens.telling import told

MEDICATION = told(
    "Give medicines to people in their own homes",
    """
    # Understand the rules for giving medicines at home
    List the laws and the employer's policies that decide who may give a medicine in a person's home
    Explain how a medicine bought in a shop may be as dangerous as one that a doctor has prescribed
    # Know how medicines act
    Give examples of medicines for pain, infection, blood pressure and diabetes and say what each of them does
    Name two medicines that may be given only after a reading such as pulse or blood sugar has been taken
    Describe an allergic reaction to a medicine and say what a care worker does in the first five minutes after it begins
    Compare tablets, patches, drops and inhalers as ways of getting a medicine into the body
    # Understand who does what
    Describe what the doctor, the pharmacist, the nurse and the care worker each answer for
    Explain why a care worker may not recommend a herbal remedy
    # Understand the paper and the equipment
    Describe the equipment used to measure liquids, to apply creams and to open packaging
    Find the dose, time and route on three different styles of chart
    # Be able to get ready to give medicines
    Wash hands and put on gloves where the plan says so
    Explain what is done when a dose is late or has been missed
    Ask the person whether they are willing to take the medicine, answer their questions in words they understand, and stop if they refuse, recording the reason they give and telling the office before the end of the visit
    Match the label with the chart before the container is opened
    # Be able to give medicines and watch their effect
    Give the medicine by the route on the chart
    Stay with the person until a tablet has been swallowed
    Write the entry on the chart straight away, in ink and with a signature
    Look for signs of drowsiness, sickness, rash or confusion after the dose
    Describe who is telephoned when a mistake has been made and what they need to be told
    Lock away what is kept in the home where the plan requires it
    Count the tablets that remain and compare the number with the chart
    Return medicines that are no longer needed to the pharmacy and obtain a receipt
    """,
    reference="Y/601/6850",
    number="HC 47B",
    level="3",
    credit="5",
    glh="30",
    body="Mersey Care Awards",
)
WELD = told(
    "Weld plate and sections with MIG equipment",
    """
    # Be able to make welds with MIG equipment
    Put screens, extraction and warning signs in place before the arc is struck
    Read the weld symbols on the drawing and pick the matching procedure sheet
    Clean and clamp the plates so that the gap stays within the tolerance on the drawing
    Fit the wire, liner, tip and shroud that suit the metal and its thickness
    Set voltage and wire speed on scrap of the same thickness
    Deposit fillet and butt welds whose size and penetration meet the procedure
    Close the gas, wind back the wire and switch off at the wall when the work is done
    Mark out welds that need repair and tell the chargehand which of them are beyond own skill
    # Know how MIG welding works
    Describe the injuries that light, heat and fumes cause and how each is prevented
    Explain how cylinders are moved, chained and identified by their shoulder colour
    Explain how a magnet, a file and a spark show which metal lies on the bench
    Describe what is seen and heard in dip and in spray transfer
    Explain how the order of the runs and the use of clamps keep plate flat
    Describe porosity, undercut and lack of fusion and say what causes each
    """,
    reference="A/504/5604",
    number="FW2-10",
    level="2",
    credit="20",
    glh="91",
    body="EAL",
)
