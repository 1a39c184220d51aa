"""Files of two or three units, behind a handbook's first page now and then, drawn by lot."""

import random
import re
from collections.abc import Sequence
from dataclasses import replace

from tests.unit_reader.specimens.drawn_texts import drawn_text
from tests.unit_reader.specimens.drawn_webs import drawn_web
from tests.unit_reader.specimens.truth import Specimen, Unit


def drawn_file(units: Sequence[Unit], seed: int) -> Specimen:
    """Some of the units in one text or web page; the same for the same seed."""
    lot = random.Random(seed)
    picked = lot.sample(list(units), lot.choice((2, 2, 3)))
    is_web, has_front, style = lot.random() < 0.5, lot.random() < 0.5, lot.randrange(10**6)
    if is_web:
        webs = [drawn_web(unit, style) for unit in picked]
        front = (
            "<h1>Level 3 Certificate in Everything</h1><table><tr><td>Qualification number</td><td>610/4830/6</td></tr>"
        )
        front += "<tr><td>TQT</td><td>120</td></tr><tr><td>GLH</td><td>85</td></tr></table><h2>Contents</h2>"
        front += "".join(f"<p>{u.title} {n}</p>" for n, u in enumerate(picked, 4))
        body = "".join(re.sub(r"</?(?:html|body)>", "", w.data.decode()) for w in webs)
        data = f"<html><body>{front if has_front else ''}{body}</body></html>"
        return Specimen(f"file-{seed}.html", data.encode(), tuple(w.units[0] for w in webs), "drawn by lot")
    texts, truths = [], []
    for n, unit in enumerate(picked):
        made = drawn_text(unit, style)
        text, truth = made.data.decode(), made.units[0]
        if truth.number:
            number = str(301 + n)
            text = re.sub(rf"^Unit {re.escape(truth.number)}", f"Unit {number}", text, flags=re.MULTILINE)
            truth = replace(truth, number=number)
        texts.append(text)
        truths.append(truth)
    front = "Level 3 Certificate in Everything\nQualification number: 610/4830/6\n"
    front += "Total qualification time: 120\n\nContents\n"
    front += "\n".join(f"{u.title} ........ {n}" for n, u in enumerate(picked, 4)) + "\n\n"
    data = (front if has_front else "") + lot.choice(("\n\n", "\n\f", "\n\n\n")).join(texts)
    return Specimen(f"file-{seed}.txt", data.encode(), tuple(truths), "drawn by lot")
