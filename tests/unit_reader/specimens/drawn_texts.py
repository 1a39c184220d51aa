"""Plain texts whose labels, numbers, headings, notes, footers and wraps are drawn by lot."""

import random
import textwrap

from tests.unit_reader.specimens.drawn import drawn, numbered, with_number
from tests.unit_reader.specimens.text_forms import specimen
from tests.unit_reader.specimens.truth import Specimen, Unit

OUTCOMES = (
    *("{n}. {t}", "{n} {t}", "LO{n} {t}", "Outcome {n}: {t}", "Learning outcome {n} - {t}", "{n}\n{t}", "{n}) {t}"),
    *("LO{n}: {t}", "Learning outcome {n}\n{t}", "Outcome {n}\n{t}"),
)
CRITERIA = (
    *("{o}.{n} {t}", "{o}.{n}. {t}", "{o}.{n}\n{t}", "AC{o}.{n} {t}", "{o}.{n}\t{t}", "• {o}.{n} {t}", "{o}.{n}) {t}"),
    *("({o}.{n}) {t}", "{n}. {t}", "{a}) {t}", "P{r} {t}", "- {t}", "{o}.{n}: {t}", "{o}.{n}{t}"),
)
HEADINGS: tuple[tuple[str, ...], ...] = (
    (),
    ("Learning outcomes", "Assessment criteria"),
    ("The learner will:", "The learner can:"),
    ("Learning outcome | Assessment criteria",),
    ("Learning Outcomes Assessment Criteria", "The learner will: The learner can:"),
    ("What you must know and do",),
)
ABOVE: tuple[tuple[str, ...], ...] = ((), (), ("Assessment criteria",), ("The learner can:",), ("You can:",))
NOTES = (
    *("", "", "Range: small, medium and large", "Guidance: see the handbook, page 12"),
    *("Note 1.1 must be observed in the workplace.", "Evidence may include photographs of 3 jobs."),
    *("Indicative content\nTools, materials and 2.5 mm cable", "Assessment guidance\nAC1.2 – at least two types."),
)
FOOTERS = ("", "", "Version 1.2 Page {p} of 4", "© Northvale Awards 2019", "Unit specification | Page {p}")


def drawn_text(unit: Unit, seed: int) -> Specimen:
    """The unit in a text; the same for the same seed."""
    lot = random.Random(seed)
    one = drawn(unit, lot)
    own, lines = one.unit, []
    kind = lot.choice(("colon", "dash", "two lines", "tab", "one line", "pipes", "heading"))
    if kind == "heading":
        number = lot.choice(("4", "205", "H7", "CU12"))
        own = with_number(own, number)
        lines = [f"Unit {number}{lot.choice((':', ' –', '', ' -'))} {own.title}", ""]
        lines += [f"{a}: {b}" for a, b in one.labelled[1:]]
    elif kind == "one line":
        lines = [f"{a}: {b}" for a, b in one.labelled[:1]] + ["   ".join(f"{a}: {b}" for a, b in one.labelled[1:])]
    else:
        form = {"colon": "{}: {}", "dash": "{} – {}", "two lines": "{}\n{}", "tab": "{}\t{}", "pipes": "| {} | {} |"}
        lines = "\n".join(form[kind].format(a, b) for a, b in one.labelled).split("\n")
    if lot.random() < 0.4:
        lines += [
            "",
            "Unit aim",
            "This unit is for people who do this work. It covers 2 tasks and 1.5 hours of practice.",
        ]
    lines += ["", *lot.choice(HEADINGS)]
    if lot.random() < 0.25:
        lines += ["Learning outcomes:", *(f"{n}. {o}" for n, (o, _) in enumerate(own.outcomes, 1)), ""]
    style, above, note, footer = (lot.choice(c) for c in (OUTCOMES, ABOVE, NOTES, FOOTERS))
    blank, width, count, page = lot.choice((0, 1, 2)), lot.choice((0, 0, 60, 80, 45)), 0, 0
    for n, (outcome, criteria) in enumerate(numbered(own, lot.choice(CRITERIA)), 1):
        lines += [*_wrapped(style.format(n=n, t=outcome), width), *([""] if blank > 1 else []), *above]
        for text in criteria:
            lines += [*_wrapped(text, width), *([""] if blank > 1 else [])]
            count += 1
            if footer and count % 7 == 6:
                page += 1
                lines += ["", footer.format(p=page), ""]
        lines += note.split("\n") if note and lot.random() < 0.5 else []
        lines += [""] if blank else []
    if lot.random() < 0.5:
        lines += ["", lot.choice(("Assessment", "Evidence requirements", "Additional information")), "Use a checklist."]
    return specimen(f"drawn-{seed}.txt", "drawn by lot", "\n".join(lines), own)


def _wrapped(text: str, width: int) -> list[str]:
    return [
        w for line in text.split("\n") for w in (textwrap.wrap(line, width) if width and "\t" not in line else [line])
    ]
