"""Invented people and visits, so that a person can look around and the demo has something to sign.

Nobody here exists. Each story covers every criterion of its unit, so that the unit can be signed off.
"""

from dataclasses import dataclass

from assessor_app.domain.people import LineManager


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A paragraph of a visit; `ties` are unit letter and number, as one types them: `R2.3`."""

    time: str
    text: str
    ties: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Put:
    """A question put, and what was answered."""

    question: str
    answer: str
    ties: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One visit of a story, some days before today."""

    title: str
    days_ago: int
    start: str
    end: str
    context: str
    others: str = ""
    seen: tuple[Seen, ...] = ()
    put: tuple[Put, ...] = ()
    comments: str = ""
    feedback: str = ""
    next_steps: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An item of evidence beside the visits."""

    title: str
    days_ago: int
    method: str
    ties: str
    location: str = ""
    held_where: str = ""
    held_by: str = ""
    shows: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One candidate with the units they take and all that happened."""

    name: str
    job_title: str
    employer: str
    site: str
    registration: str
    uln: str
    manager: LineManager
    qualification: str
    qan: str
    units: tuple[str, ...]
    visits: tuple[Visit, ...]
    items: tuple[Item, ...]
    judgement: dict[str, str]
    feedback: dict[str, str]
    expiry_reason: str = ""


STORIES: tuple[Story, ...] = (
    Story(
        name="Tegwen Hâf Morris",
        job_title="Sales floor supervisor",
        employer="Dŵr Glas Garden Supplies",
        site="Llanfair-ym-Muallt",
        registration="CS-2026-0317",
        uln="9276308686",
        manager=LineManager(name="Gwyn Parry", job_title="Branch manager"),
        qualification="Certificate in Customer Service",
        qan="601/6721/X",
        units=("ocr-reliable-customer-service", "laser-customer-service-operations"),
        visits=(
            Visit(
                title="Saturday opening and the delivery that came early",
                days_ago=38,
                start="08:40",
                end="10:55",
                context="Branch open, three on the floor; compost delivery brought forward",
                others="Gwyn Parry, branch manager",
                seen=(
                    Seen(
                        time="08:45",
                        text="Tegwen had the till floats counted, the click-and-collect shelf in order of time and the "
                        "day's offers at the entrance before the doors opened. She showed me the list she works from.",
                        ties="R1.1 R1.2",
                    ),
                    Seen(
                        time="09:20",
                        text="The compost lorry arrived an hour early. She moved one colleague from watering to the "
                        "yard, told the queue that loading would block two spaces, and kept both tills open.",
                        ties="R1.3 R2.1 O4.1",
                    ),
                    Seen(
                        time="09:50",
                        text="The card reader at till two stopped. She put a sign on it, took the next customers to "
                        "till one and wrote two unfinished sales in the day book so that they could be settled.",
                        ties="R2.2 R3.1 R3.2",
                    ),
                    Seen(
                        time="10:15",
                        text="A customer wanted long advice on roses while others waited. Tegwen gave the two answers "
                        "that mattered, agreed to ring back at two, and served the queue. I saw the note of the call.",
                        ties="R2.3 R2.4 O4.2",
                    ),
                    Seen(
                        time="10:40",
                        text="Twice in the hour somebody said that the aisle signs could not be read from the door. "
                        "She thanked them, wrote both remarks in the comments book and told Gwyn before her break.",
                        ties="R2.5 R2.6 R3.1",
                    ),
                ),
                put=(
                    Put(
                        question="What does the branch do when the till system fails altogether, and what do you do?",
                        answer="We go to the paper book and cash or bank transfer. I decide when, I tell the queue and "
                        "I ring the helpdesk. Gwyn decides about closing a till.",
                        ties="R4.1",
                    ),
                    Put(
                        question="Who covers for you in the holidays, and what do you hand over?",
                        answer="Gwil covers. I leave the rota, the open orders and the call-backs on one sheet, and we "
                        "walk the floor together on my last day.",
                        ties="R4.2",
                    ),
                ),
                comments="It was a fair morning to watch. I would like to show the quiet days as well.",
                feedback="You kept your head when two things failed at once, and people knew what was going on.",
                next_steps="Show what came of the remarks about the signs.",
            ),
            Visit(
                title="A wet Tuesday, and what came of the signs",
                days_ago=9,
                start="13:10",
                end="15:00",
                context="Rain, few customers; two on the floor",
                seen=(
                    Seen(
                        time="13:15",
                        text="With six customers in the hour, Tegwen had the floor swept, the returns priced and the "
                        "spring order checked against last year's sales without once leaving the till unattended.",
                        ties="R2.1 R1.2",
                    ),
                    Seen(
                        time="13:40",
                        text="New aisle signs hang from the beams. She asked for them with the eleven remarks from the "
                        "book, chose the letter size with Gwyn, and has counted remarks since: one in three weeks.",
                        ties="R2.7 R2.8 O4.3",
                    ),
                    Seen(
                        time="14:05",
                        text="A man had lost the receipt of a mower. She found the sale in under two minutes by date "
                        "and amount, read out only what he needed, and printed the guarantee for him.",
                        ties="R3.2 R3.3 O4.4",
                    ),
                    Seen(
                        time="14:30",
                        text="For the sister branch she wrote down the supplier's new lead times, rang to say that it "
                        "was coming and sent it by the shop's own mail, because it had prices in it.",
                        ties="R3.4 O4.1",
                    ),
                ),
                put=(
                    Put(
                        question="Which laws decide how long you may keep the call-back notes?",
                        answer="Data protection: no longer than needed. They go in the shredder when the call is made, "
                        "and the guarantee register is locked because it has addresses.",
                        ties="R4.8",
                    ),
                ),
                comments="I am glad that the signs were looked at.",
                feedback="You can show now that something changed because of what customers said.",
                next_steps="Finish the written work on Operations, outcomes 1 to 3.",
            ),
        ),
        items=(
            Item(
                title="Week plans and floor rotas, six weeks",
                days_ago=40,
                method="P",
                ties="R1.1 R2.1",
                location="Portfolio, pages 2 to 8",
                shows="Plans in the candidate's own hand; no customers named",
            ),
            Item(
                title="Comments book, March to May",
                days_ago=9,
                method="P",
                ties="R2.6 R2.7 R3.1",
                held_where="Branch office, top drawer",
                held_by="Gwyn Parry",
                shows="Entries and replies by the candidate",
            ),
            Item(
                title="Statement by Gwyn Parry: staff shortage in the bank holiday week",
                days_ago=20,
                method="WT",
                ties="R1.3 R2.2 R2.8",
                location="Witness testimony WT-01",
            ),
            Item(
                title="Professional discussion: procedures, feedback and records",
                days_ago=9,
                method="PD",
                ties="R4.1 R4.3 R4.4 R4.5 R4.6 R4.7",
                location="Notes PD-01, 41 minutes",
            ),
            Item(
                title="Assignment: what good service rests on",
                days_ago=30,
                method="A",
                ties="O1.1 O1.2 O1.3 O1.4 O1.5 O1.6 O1.7",
                location="Portfolio, pages 20 to 31",
            ),
            Item(
                title="Assignment: designing our returns procedure",
                days_ago=24,
                method="A",
                ties="O2.1 O2.2 O2.3 O2.4 O2.5 O2.6",
                location="Portfolio, pages 32 to 44",
            ),
            Item(
                title="Assignment: measuring service in one branch",
                days_ago=16,
                method="A",
                ties="O3.1 O3.2 O3.3 O3.4 O3.5 O3.6",
                location="Portfolio, pages 45 to 57",
            ),
        ),
        judgement={
            "R": "Busy and quiet days seen; a change came of customers' remarks. Knowledge is secure.",
            "O": "The assignments reason from the candidate's own branch; delivery was observed twice.",
        },
        feedback={
            "R": "You plan well and you tell people what is happening. For the next unit, say more about why a "
            "procedure is as it is.",
            "O": "Strong on measurement. Quote your sources more exactly.",
        },
    ),
    Story(
        name="Samir Haddad",
        job_title="Barista",
        employer="Kettle & Loom",
        site="Ludlow",
        registration="CS-2026-0342",
        uln="",
        manager=LineManager(name="Joan Pritchard", job_title="Owner", is_owner=True),
        qualification="Certificate in Customer Service",
        qan="",
        units=("ocr-customer-service-environment",),
        visits=(
            Visit(
                title="Discussion after the lunch service",
                days_ago=12,
                start="14:20",
                end="15:35",
                context="Back room, café closed to customers",
                seen=(
                    Seen(
                        time="14:25",
                        text="Samir drew the customer's way through the café on one sheet, from the window to the "
                        "goodbye, and marked three places where people wait without knowing why.",
                        ties="E1.2 E3.2",
                    ),
                ),
                put=(
                    Put(
                        question="How do you notice that service has failed before anyone complains?",
                        answer="Plates come back half full, people look round for somebody, the queue goes quiet. We "
                        "also look at the review cards every Friday.",
                        ties="E1.3 E1.5",
                    ),
                    Put(
                        question="What may you do with the telephone numbers of bookings?",
                        answer="Use them for the booking and nothing else, and they go when the week is over. "
                        "Marketing needs a yes of its own.",
                        ties="E4.2",
                    ),
                ),
                comments="Talking it through helped more than writing.",
                feedback="Clear examples from your own counter.",
                next_steps="Read the part on the service profit chain again.",
            ),
        ),
        items=(
            Item(
                title="Assignment: the idea of customer service",
                days_ago=21,
                method="A",
                ties="E1.1 E1.2 E1.4 E1.5",
                location="Portfolio, pages 1 to 9",
            ),
            Item(
                title="Written questions: brand and structure",
                days_ago=18,
                method="WQ",
                ties="E2.1 E2.2 E2.3 E3.1 E3.3 E3.4",
                location="Portfolio, pages 10 to 15",
            ),
            Item(
                title="Professional discussion: values, expectations and the law",
                days_ago=12,
                method="PD",
                ties="E3.2 E3.5 E3.6 E4.1 E4.2",
                location="Notes PD-01, 52 minutes",
            ),
        ),
        judgement={"E": "Every criterion is explained with examples from the café; sources are named where needed."},
        feedback={"E": "You think from the customer's side of the counter. Keep the drawing; it is worth hanging up."},
    ),
    Story(
        name="Grace Ferreira",
        job_title="Reception apprentice",
        employer="Brackenfield Leisure",
        site="Hexham",
        registration="PCS1-0058",
        uln="9999999999",
        manager=LineManager(name="Colin Tate", job_title="Duty manager"),
        qualification="Principles of Customer Service",
        qan="",
        units=("ocr-customer-expectations",),
        visits=(
            Visit(
                title="Reception desk, questions after the swim club",
                days_ago=5,
                start="17:30",
                end="18:20",
                context="Desk between two classes",
                put=(
                    Put(
                        question="Who are your internal customers, and what do they expect?",
                        answer="The lifeguards and the café. They expect the bookings to be right and to hear early "
                        "when a class is full.",
                        ties="X1.1 X1.2",
                    ),
                    Put(
                        question="Where do you look when somebody asks about a course that you do not know?",
                        answer="The course sheet behind the desk, then the leisure system, then I ask Colin and ring "
                        "them back.",
                        ties="X2.2 X2.3",
                    ),
                ),
                feedback="Good, plain answers with examples.",
            ),
        ),
        items=(
            Item(
                title="Workbook, tasks 1 to 6",
                days_ago=14,
                method="WQ",
                ties="X1.1 X1.2 X1.3 X1.4 X1.5",
                location="Workbook, pages 2 to 7",
            ),
            Item(
                title="Workbook, tasks 7 to 11",
                days_ago=7,
                method="WQ",
                ties="X2.1 X2.2 X2.3 X2.4 X2.5",
                location="Workbook, pages 8 to 13",
            ),
        ),
        judgement={"X": "All ten requirements are met in the workbook; the two weakest were put as questions."},
        feedback={"X": "Careful work, and your examples are from your own desk."},
        expiry_reason="Completed for the employer's own induction programme; no certificate will be claimed.",
    ),
)
