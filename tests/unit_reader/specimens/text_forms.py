"""Plain text as it comes out of documents: the shapes of copied, converted and damaged text."""
# ruff: noqa: E501  the documents' own lines are long

import textwrap
from collections.abc import Iterator
from dataclasses import replace

from tests.unit_reader.specimens import content as c
from tests.unit_reader.specimens.truth import Specimen, Unit


def says(unit: Unit, *fields: str, title: bool = True) -> Unit:
    """The truth where a document gives the title and only those other fields."""
    known = ("reference", "number", "level", "credit", "glh", "tqt", "expiry", "body")
    gone = {k: None for k in known if k not in fields}
    return replace(unit, title=unit.title if title else None, **gone)  # type: ignore[arg-type]


def specimen(name: str, shape: str, text: str, *units: Unit, encoding: str = "utf-8") -> Specimen:
    return Specimen(name=name, data=text.encode(encoding), units=units, shape=shape)


def on_one_line(unit: Unit, number: str = "{o}.{n} ") -> str:
    lines = []
    for o, (outcome, texts) in enumerate(unit.outcomes, 1):
        lines.append(f"{o}. {outcome}")
        lines += [number.format(o=o, n=n) + t for n, t in enumerate(texts, 1)]
    return "\n".join(lines)


def text_specimens() -> Iterator[Specimen]:
    u = c.CARE
    yield specimen(
        "number-and-text.txt",
        "number and text on one line; label and value on one line",
        f"Unit title: {u.title}\nUnit reference: {u.reference}\nLevel: {u.level}\nCredit value: {u.credit}\nGLH: {u.glh}\n\n"
        f"This unit has 3 outcomes.\n\nLearning outcomes and assessment criteria\n\n{on_one_line(u)}\n\n"
        "Assessment guidance\n\nEvidence from real work is required for outcomes 1 and 2.\n",
        says(u, "reference", "level", "credit", "glh"),
    )
    u = c.WAREHOUSE
    parts = [
        f"Title\n{u.title}\nLevel\n{u.level}\nCredit Value\n{u.credit}\nGuided Learning Hours\n{u.glh}\nOfqual Unit Reference\n{u.reference}\n"
    ]
    parts.append("Learning outcomes\nThe learner will:\nAssessment criteria\nThe learner can:\n")
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        parts.append(f"{o}\n" + textwrap.fill(outcome, 34))
        parts += [f"{o}.{n}\n" + textwrap.fill(t, 40) for n, t in enumerate(texts, 1)]
    yield specimen(
        "number-alone.txt",
        "number alone, text on the next lines; label and value on two lines",
        "\n".join(parts),
        says(u, "level", "credit", "glh", "reference"),
    )
    u = c.KITCHEN
    parts = [
        f"Unit Title: {u.title}   Level: {u.level}   Credit: {u.credit}   GLH: {u.glh}   Unit Ref: {u.reference}   Expiry date: 31 August 2026",
        "",
    ]
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        parts += [f"Learning outcome {o}: {outcome}", "Assessment criteria"]
        parts += [f"{o}.{n}. {t}" for n, t in enumerate(texts, 1)]
        parts.append("")
    yield specimen(
        "six-pairs-on-a-line.txt",
        "six pairs on a line; 1.1. with a dot; outcome above",
        "\n".join(parts),
        says(u, "level", "credit", "glh", "reference", "expiry"),
    )
    u = c.CHILD
    text = f"Unit Title\nUnit Number\nLevel\nCredit\nGLH\nTQT\nUnit Reference Number\n\n{u.title}\n{u.number}\n{u.level}\n{u.credit}\n{u.glh}\n{u.tqt}\n{u.reference}\n\nLearning outcomes Assessment criteria\n"
    yield specimen(
        "labels-then-values.txt",
        "all labels then all values; AC1.1",
        text + on_one_line(u, "AC{o}.{n} "),
        says(u, "number", "level", "credit", "glh", "tqt", "reference"),
    )
    u = c.GARAGE
    text = f"{u.title}\n{u.reference}\n{u.level}\n{u.credit}\n{u.glh}\n\nUnit title:\nUnit reference:\nLevel:\nCredit value:\nGLH:\n\n"
    yield specimen(
        "values-then-labels.txt",
        "all values then all labels; number glued to text",
        text + on_one_line(u, "{o}.{n}"),
        says(u, "reference", "level", "credit", "glh"),
    )
    u = c.RETAIL
    one = " ".join(
        f"{o} {outcome} " + " ".join(f"{o}.{n} {t}" for n, t in enumerate(texts, 1))
        for o, (outcome, texts) in enumerate(u.outcomes, 1)
    )
    yield specimen(
        "one-line.txt",
        "the whole document on one line",
        f"Unit title: {u.title} Level: {u.level} Credit value: {u.credit} GLH: {u.glh} {one}",
        says(u, "level", "credit", "glh"),
    )
    u = c.HAIR
    lines = []
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        lines.append(f"{o}. {outcome}")
        for n in range(0, len(texts), 2):
            lines.append("  ".join(f"{o}.{k + 1} {texts[k]}." for k in range(n, min(n + 2, len(texts)))))
    head = (
        f"Unit {u.number} {u.title}\nUnit title: {u.title}\nUnit reference number: {u.reference}\nLevel: {u.level}\n\n"
    )
    hair = replace(u, outcomes=tuple((o, tuple(t + "." for t in ts)) for o, ts in u.outcomes))
    yield specimen(
        "several-on-a-line.txt",
        "several criteria on one line",
        head + "\n".join(lines),
        says(hair, "number", "reference", "level"),
    )
    u = c.OFFICE
    lines = [
        "Unit title / Unit number / Level / Credit value / GLH",
        f"{u.title} / {u.number} / {u.level} / {u.credit} / {u.glh}",
        "",
        "Learning outcome / Assessment criteria / Evidence",
    ]
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        for n, t in enumerate(texts, 1):
            lines.append(
                f"{o} {outcome if n == 1 else ''} / {o}.{n} {t} / Observation"
                if n == 1
                else f" / {o}.{n} {t} / Product"
            )
    yield specimen(
        "slashes.txt",
        "` / ` between cells; evidence column",
        "\n".join(lines),
        says(u, "number", "level", "credit", "glh"),
    )
    u = c.FIRST_AID
    lines = [
        f"Unit title:\t{u.title}",
        f"Unit ref:\t{u.reference}",
        f"Level:\t{u.level}",
        f"Credit value:\t{u.credit}",
        f"GLH:\t{u.glh}",
        f"TQT:\t{u.tqt}",
        "",
        "Learning outcomes\tAssessment criteria",
    ]
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        lines += [f"{f'{o}. {outcome}' if n == 1 else ''}\t{o}.{n}\t{t}" for n, t in enumerate(texts, 1)]
    yield specimen(
        "tabs.txt", "tabs; TQT beside GLH", "\n".join(lines), says(u, "reference", "level", "credit", "glh", "tqt")
    )
    u = c.CLEANING
    lines = [
        f"Level 2 unit: {u.title}",
        f"Unit title: {u.title}",
        f"Unit reference: {u.reference}",
        "",
        f"{'Learning outcomes':<38}{'Assessment criteria':<52}Guidance",
    ]
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        left = textwrap.wrap(f"{o}. {outcome}", 34)
        for n, t in enumerate(texts, 1):
            middle = textwrap.wrap(f"{o}.{n} {t}", 46)
            right = textwrap.wrap("As the schedule of the site says", 24) if n == 1 else []
            for k in range(max(len(left), len(middle)) if n == len(texts) else len(middle)):
                a = left.pop(0) if left else ""
                b = middle[k] if k < len(middle) else ""
                d = right[k] if k < len(right) else ""
                lines.append(f"{a:<38}{b:<52}{d}".rstrip())
        lines.append("")
    yield specimen(
        "blank-columns.txt", "three columns set with blanks", "\n".join(lines), says(u, "reference", "level")
    )
    u = c.DRIVE
    lines = [
        f"Unit title: {u.title}",
        f"Ofqual unit number: {u.reference}",
        f"Unit code: {u.number}",
        "Level: Level 2",
        "Credits: 6 credits",
        "",
    ]
    page = 1
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        lines.append(f"{o} {outcome}")
        for n, t in enumerate(texts, 1):
            words = t.split()
            if (o, n) in ((1, 3), (3, 1)):
                half = len(words) // 2
                lines += [
                    f"{o}.{n} {' '.join(words[:half])}",
                    "",
                    f"Meridian Skills Board   Page {page} of 3",
                    "Lift truck units version 2.1",
                    "",
                    " ".join(words[half:]),
                ]
                page += 1
            else:
                lines.append(f"{o}.{n} {t}")
    lines.append("")
    lines.append("Meridian Skills Board   Page 3 of 3")
    yield specimen(
        "cut-by-page.txt",
        "a criterion cut by a page break with header and footer between",
        "\n".join(lines),
        replace(says(u, "reference", "number", "level", "credit"), body="Meridian Skills Board"),
    )
    u = c.HORSE
    text = (
        f"{u.title}\n\nThis unit is at level 1, carries 5 credits and needs 40 guided learning hours. It expires on 31 December 2027 and has no successor.\n\n"
        "Note: the learner should see section 4.2.1 of the yard manual. A bucket holds about 1.5 litre more than its mark says.\n\nLearning outcomes\n\n"
    )
    lines = []
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        lines.append(f"Outcome {o} {outcome}")
        lines += [f"{o}.{n} {t}" for n, t in enumerate(texts, 1)]
        lines.append("")
    after = "Guidance\n\nAC2.1 - Learners should muck out at least 2 stables. AC3.2 - normal means at rest.\nSector: 3.3 Horticulture and forestry\nL/601/1234 is a unit of another body.\n"
    yield specimen(
        "prose-metadata.txt",
        "metadata in prose; notes that repeat numbers; another unit's reference",
        text + "\n".join(lines) + after,
        replace(says(u, title=False), level="1", credit="5", glh="40", expiry="2027-12-31"),
    )
    u = c.SECURITY
    lines = [
        f"Unit title: {u.title}",
        "Unit reference:",
        "Level:",
        "Credit value:",
        "GLH:",
        "Expiry date:",
        "",
        "LEARNING OUTCOMES",
        "ASSESSMENT CRITERIA",
        "",
    ]
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        lines += [f"LO{o} {outcome}", ""]
        for n, t in enumerate(texts, 1):
            lines += [f"{n}. {t}"]
        lines.append("")
    yield specimen(
        "local-restart.txt",
        "local restart 1, 2, 3 under each outcome; labels with nothing behind",
        "\n".join(lines),
        says(u),
    )
    u = c.LEAD
    lines = [f"Unit title: {u.title}", f"Level: {u.level}", ""]
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        lines += [f"Learning outcome {o}", outcome, "The learner can:"]
        lines += [f"{'abcdefgh'[n]}) {t}" for n, t in enumerate(texts)]
        lines.append("")
    yield specimen("letters.txt", "letters under an outcome", "\n".join(lines), says(u, "level"))
    u = c.GARDEN
    text = f"Title: {u.title}\nUnit reference: {u.reference}\n\nAssessment criteria\n\n"
    lines = []
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        lines += [outcome, ""]
        lines += [f"{o}.{n} {t}" for n, t in enumerate(texts, 1)]
        lines.append("")
    yield specimen(
        "outcomes-without-numbers.txt", "no numbers on outcomes", text + "\n".join(lines), says(u, "reference")
    )
    u = c.PLUMB
    lines = [f"Unit {u.number} {u.title}", "", f"UAN: {u.reference}", f"Level: {u.level}", f"GLH: {u.glh}", ""]
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        lines.append(f"Learning outcome {o}: {outcome}")
        lines += [f"{u.number}.{o}.{n} {t}" for n, t in enumerate(texts, 1)]
    yield specimen(
        "three-levels.txt", "three levels 205.1.1", "\n".join(lines), says(u, "number", "reference", "level", "glh")
    )
    u = c.DIGITAL
    lines = [f"Unit title: {u.title}", f"Unit level: {u.level}", "", "Learning Outcomes", "Assessment Criteria", ""]
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        lines += [*textwrap.wrap(f"{o} {outcome}", 26), ""]
        for t in texts:
            lines += textwrap.wrap(t, 30)
        lines += [""] + [x for n in range(1, len(texts) + 1) for x in (f"{o}.{n}", "")]
    yield specimen(
        "heap-of-numbers.txt", "text first and its numbers later in a heap", "\n".join(lines), says(u, "level")
    )
    u = c.MENTOR
    text = (
        "\r\n".join([f"Unit title: {u.title}", f"Ofqual reference: {u.reference}", "Level 4", "Credit value 4", ""])
        + "\r\n"
    )
    damaged = (
        on_one_line(u)
        .replace("1.3 Analyse", "13 Analyse")
        .replace("3.2 Evaluate", "3,2 Evaluate")
        .replace("\n", "\r\n")
        .replace("colleague's", "colleague’s")
    )
    mentor = replace(
        u, outcomes=tuple((o, tuple(t.replace("colleague's", "colleague’s") for t in ts)) for o, ts in u.outcomes)
    )
    yield specimen(
        "damaged-numbers.txt",
        "damaged numbers (13 for 1.3; 3,2)",
        text + damaged,
        says(mentor, "reference", "level", "credit"),
        encoding="cp1252",
    )
    u = c.SOUND
    lines = [
        f"Quayside Arts Awards\nUnit title: {u.title}\nAwarding organisation: {u.body}\nLevel: {u.level}\n\nEnter the evidence reference beside each criterion.\n"
    ]
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        lines.append(f"{o} {outcome}")
        lines += [f"P{n}{t}" for n, t in enumerate(texts, 1)]
    yield specimen(
        "graded-marks.txt", "P1Wear: graded marks glued to the text", "\n".join(lines), says(u, "body", "level")
    )
    u = c.ENERGY
    lines = [
        "| Unit title | " + (u.title or "") + " |",
        "| Level | 2 | Credit value | 3 |",
        f"| Unit reference | {u.reference} |",
        "| Learning outcome | Assessment criteria | Evidence | Date |",
    ]
    for o, (outcome, texts) in enumerate(u.outcomes, 1):
        for n, t in enumerate(texts, 1):
            lines.append(f"| {o}. {outcome} | {o}.{n} {t} | | |" if n == 1 else f"| | {o}.{n} {t} | |")
    yield specimen(
        "pipes.txt", "pipe rows with changing cell counts", "\n".join(lines), says(u, "level", "credit", "reference")
    )
    yield specimen(
        "minutes.txt",
        "no unit: minutes of a meeting",
        "Minutes of the standardisation meeting\n\n1 Apologies\n1.1 Mr Shah\n2 Matters arising\n2.1 The new lift trucks\n2.2 The date of the next visit\n\nClosed at 1.5 hours.\n",
    )
    yield specimen(
        "section-numbers.txt",
        "no unit: a centre handbook with section numbers",
        "Centre handbook\n\n1 Introduction\n1.1 About this handbook\n1.2 Who it is for\n2 Registration\n2.1 Fees\n2.2 Deadlines for entries\n3 Appeals\n3.1 Stage one\n3.2 Stage two\n",
    )
