"""Web tables whose columns, spans, headings and numbers are drawn by lot; Word tables give the engine the same rows."""

import random
from html import escape

from tests.unit_reader.specimens.drawn import drawn, numbered
from tests.unit_reader.specimens.truth import Specimen, Unit

OUTCOMES = ("{n}. {t}", "{n} {t}", "LO{n} {t}", "{t}", "LO{n}: {t}", "Learning outcome {n}: {t}", "{n}) {t}")
CRITERIA = (
    *("{o}.{n} {t}", "{o}.{n}. {t}", "{o}.{n}|{t}", "AC{o}.{n} {t}", "• {t}", "{a}) {t}", "{n}. {t}", "{o}.{n}) {t}"),
    *("P{r} {t}", "{o}.{n} – {t}"),
)
HEADINGS = (
    ("Learning outcomes", "Assessment criteria"),
    ("Learning outcome<br>The learner will:", "Assessment criteria<br>The learner can:"),
    ("The learner will", "The learner can"),
    ("Outcome", "Criteria"),
    ("Learning Outcomes – The learner will:", "Assessment Criteria – The learner can:"),
)
BESIDE = ("", "", "Guidance", "Evidence", "Indicative content")
FILLING = ("Include at least 2 examples.", "For example tools, 1.5 mm cable, tape.", "N/A", "")


def drawn_web(unit: Unit, seed: int) -> Specimen:
    """The unit in a web page; the same for the same seed."""
    lot = random.Random(seed)
    one = drawn(unit, lot)
    rows = "".join(f"<tr><td>{a}</td><td>{escape(b)}</td></tr>" for a, b in one.labelled)
    page = (
        f"<table>{rows}</table>" if lot.random() < 0.5 else "".join(f"<p>{a}: {escape(b)}</p>" for a, b in one.labelled)
    )
    style, marks, heads, beside = (lot.choice(c) for c in (OUTCOMES, CRITERIA, HEADINGS, BESIDE))
    layout = lot.choice(("spanned", "empty", "repeated", "one cell", "above"))
    wide = marks.count("|") + 1
    head = "" if layout == "above" else f"<th>{heads[0]}</th>"
    header = f"<tr>{head}<th colspan={wide}>{heads[1]}</th>{f'<th>{beside}</th>' if beside else ''}</tr>"
    page += f"<table>{header}"
    for n, (outcome, criteria) in enumerate(numbered(one.unit, marks), 1):
        words = escape(style.format(n=n, t=outcome))
        cells = ["".join(f"<td>{escape(part)}</td>" for part in c.split("|")) for c in criteria]
        cells = [c + (f"<td>{lot.choice(FILLING)}</td>" if beside else "") for c in cells]
        if layout == "above":
            page += f"<tr><td colspan={wide + bool(beside)}>{words}</td></tr>"
            page += "".join(f"<tr>{c}</tr>" for c in cells)
        elif layout == "one cell" and wide == 1:
            inner = "<br>".join(escape(c) for c in criteria)
            page += f"<tr><td>{words}</td><td>{inner}</td>{'<td></td>' if beside else ''}</tr>"
        else:
            first = f"<td rowspan={len(cells)}>{words}</td>" if layout == "spanned" else f"<td>{words}</td>"
            other = "" if layout == "spanned" else first if layout == "repeated" else "<td></td>"
            page += "".join(f"<tr>{first if k == 0 else other}{c}</tr>" for k, c in enumerate(cells))
    page += "</table>"
    if lot.random() < 0.5:
        page += "<h2>Additional information</h2><p>Use a checklist for each of the 3 tasks.</p>"
    data = f"<html><body>{page}</body></html>".encode()
    return Specimen(name=f"drawn-{seed}.html", data=data, units=(one.unit,), shape="drawn by lot")
