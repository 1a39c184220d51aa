"""Units of the eighth set as text: copied, sent by e-mail, scanned and read by a machine."""
# ruff: noqa: E501  the documents' own lines are long

import textwrap
from collections.abc import Iterator

from tests.unit_reader.specimens import eighth_last as z
from tests.unit_reader.specimens.eighth_large_units import CREDITCONTROL
from tests.unit_reader.specimens.telling import rows
from tests.unit_reader.specimens.text_forms import specimen
from tests.unit_reader.specimens.truth import Specimen


def _fold(text: str, width: int) -> str:
    return textwrap.fill(text, width) + "\n"


def eighth_texts() -> Iterator[Specimen]:
    yield from _plain()
    yield _long()
    yield from _awkward()


def _plain() -> Iterator[Specimen]:
    u = z.FLORIST
    text = f"Unit 308 {u.title}\nUAN: L/607/1666\nLevel: 2\nCredit value: 6\nGLH: 48\n"
    text += _fold(
        "Aim: The aim of this unit is that learners make bouquets which stand or hang well, travel safely and sell at a profit.",
        88,
    )
    scope = (
        "Occasions: birthday, wedding, sympathy",
        "Shapes: round, front facing",
        "Margins: 2.5 times the cost",
        "Foliages: 10 from the list in section 4.1",
    )
    for (o, (outcome, texts)), more in zip(enumerate(u.outcomes, 1), scope, strict=True):
        text += f"Learning outcome\nThe learner will:\n{o}. {outcome}\nAssessment criteria\nThe learner can:\n"
        text += "".join(_fold(f"{o}.{n} {x}", 88) for n, x in enumerate(texts, 1))
        text += f"Range\n{more}\n"
        text += "Marchmont & Guilds Level 2 Diploma in Floristry (0351-20) 77\n" if o == 2 else ""
    yield specimen(
        "bouquets-copied.txt", "labels before each outcome, a range after it, a foot of the page between", text, u
    )

    u = z.BAGGAGE
    body = f"Unit: AVO 2.12 {u.title}\nUnit ref: M/602/4761   Level: 2   Credit: 5   GLH: 32\n\n"
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        body += f"LO{o}. {outcome}\n" + "".join(_fold(f"{o}.{n} {x}", 68) for n, x in enumerate(texts, 1)) + "\n"
    quoted = "".join(f"> {line}".rstrip() + "\n" for line in body.splitlines())
    text = f"From: Lorna Pike\nTo: Assessors\nDate: Tue, 5 Mar 2024 09:12\nSubject: Re: unit for the ramp team\n\nHi all,\n\nhere is the text of the unit as Tarmac & Terminal Awards sent it. We start on 18 March with 6 learners.\n\nLorna\n\nOn 4 March 2024 at 16:40, Tarmac & Terminal Awards wrote:\n{quoted}>\n> Kind regards\n> Customer support\n"
    yield specimen("ramp-unit-mail.txt", "quoted in an e-mail; long criteria wrapped", text, u)

    u = z.LIBRARY
    text = f"| Unit title | {u.title} |\n| Unit code | LIS-204 | Level | 2 |\n| Unit reference | A/608/5840 | Credit value | 4 |\n| GLH | 26 |\n\n| Learning outcomes | Assessment criteria |\n| The learner will: | The learner can: |\n"
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        text += "".join(f"| {f'{o}. {outcome}' if n == 1 else ''} | {o}.{n} {x} |\n" for n, x in enumerate(texts, 1))
    text += "| Assessment | Observation of 2 shifts and 1 reflective account |\n\nFolio Awarding, version 1.1\n"
    yield specimen("library-pipes.txt", "pipes between cells; counts of cells that change", text, u)

    u = z.RESTRAIN
    text = "Paddock Animal Awards\n\nTitle:\tRestrain small animals for examination\nCode:\tVCA 07\tUnit ref:\tJ/509/5812\nLevel:\t2\tCredit value:\t4\nGLH:\t30\tTUT:\t40\n\n\tLearning outcome\t\tAssessment criteria\tEvidence\tDate\n"
    text += "\n".join(f"{o}\t{outcome}\t{n}\t{x}\t\t" for o, outcome, n, x in rows(u))
    text += "\n\nAssessor signature:\t\tDate:\t\n"
    yield specimen("small-animals-tabs.txt", "tabs between cells, empty columns; body at the top", text, u)


def _long() -> Specimen:
    """A unit copied page by page: each page has a head and a foot, and one criterion is cut by them."""
    u = CREDITCONTROL
    lines = []
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        lines += textwrap.wrap(f"{o}. {outcome}", 74)
        lines += [line for n, x in enumerate(texts, 1) for line in textwrap.wrap(f"{o}.{n} {x}", 74)]
    cut = next(k for k, line in enumerate(lines) if line.startswith("3.3")) + 1
    foot = "Ledgerwood Professional Level 3 Diploma in Credit Management\nPage 41 of 88\n\n"
    head = "FIN 317 Control credit and collect debts\nLearning outcomes and assessment criteria\n"
    text = f"FIN 317 {u.title}\nUnit reference number: D/605/6847\nLevel: 3    Credit value: 7    GLH: 49\nThe last date for registration on this unit is 31 October 2027; the unit expires on 31 March 2028.\n\n"
    text += _fold(
        "What is this unit about? Money that is owed is not money in the bank. The learner shows, with the accounts of at least 10 customers, that debts can be collected without the loss of goodwill.",
        86,
    )
    text += (
        "\nLearning outcomes and assessment criteria\n"
        + "\n".join(lines[:cut])
        + f"\n{foot}{head}"
        + "\n".join(lines[cut:])
    )
    text += "\n\nAssessment\nA project of 2,500 words or a portfolio. Marks are not given.\n" + foot.replace("41", "42")
    return specimen(
        "credit-control-copied.txt",
        "pages copied one by one; a criterion cut by foot and head; expiry in prose",
        text,
        u,
    )


def _awkward() -> Iterator[Specimen]:
    u = z.RODENTS
    text = f"Vector Hygiene Awards\n\nUnit tit1e: {u.title}\nUnit code: PC 203\nUnit reference: M/609/1781\nLeve1: 2\nCredit va1ue: 5\nGLH: 35\n\nLeaming outcomes and assessment criteria\n\n"
    damage = {"1.2": "12", "2.2": "2,2", "3.1": "3.l", "4.2": "4 .2"}
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        text += f"{o}. {outcome}\n"
        for n, x in enumerate(texts, 1):
            mark = damage.get(f"{o}.{n}", f"{o}.{n}")
            text += _fold(f"{mark} {x.replace('clients', 'c1ients').replace('interval', 'lnterval')}", 60)
        text += "\n" + ("Vector Hygiene Awards     PC 203     page l of 2\n\n" if o == 2 else "")
    text += "Evidence: 3 sites, 1 of them a food business.\n"
    yield specimen("rodents-scanned.txt", "read by a machine from a scan: 1 for l, damaged numbers", text, u)

    u = z.UPHOLSTER
    text = f"{u.title}\nUnit number FUR 2/17\nUnit reference R/616/7203\nLevel 2\nCredit 6\nGLH 54\nWorkshop Guild Awards\nLearning outcomes\nThe learner will:\nAssessment criteria\nThe learner can:\n"
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        text += f"{o}\n{_fold(outcome, 30)}\n" + "\n".join(_fold(x, 46) for x in texts) + "\n"
        text += "\n\n".join(f"{o}.{n}" for n in range(1, len(texts) + 1)) + "\n\n"
    yield specimen("drop-in-seat-heaps.txt", "criteria first, their numbers in a heap behind them", text, u)

    u = z.TRAVEL
    parts = [
        f"Meridian Gate Awards Unit title: {u.title} Unit number: TT 209 Ofqual reference: T/604/9435 Level: 2 Credit value: 4 GLH: 26 Learning outcomes and assessment criteria"
    ]
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        parts.append(f"{o}. {outcome}")
        parts += [f"{o}.{n} {x}" for n, x in enumerate(texts, 1)]
    parts.append("Assessment: The unit is assessed by 2 recorded sales.")
    yield specimen("holidays-one-line.txt", "the whole document on one line", " ".join(parts) + "\n", u)
