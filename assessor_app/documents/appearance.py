"""What a signature adds to its row: drawn as a transparent page of exactly the field's size, brought in by the signer.

Names, ticks, ink, dates and the seal's own line are known only at signing; everything else is on the base page already.
Ink is drawn as vector curves and never stretched. A clock warning comes first and bold; a paper signature says that its
order is declared, not proven.
"""

from collections.abc import Sequence
from itertools import pairwise

from assessor_app.documents.pdf.file import SheetFile
from assessor_app.documents.pdf.style import LABEL, PT, Face, Style
from assessor_app.documents.pdf.surface import Surface
from assessor_app.documents.pdf.text import Block, Run, forget, runs, set_text, width_mm
from assessor_app.documents.signature_rows import Place, Row, rows_of
from assessor_app.documents.wording import clock, exact_moment, long_date, sentence
from assessor_app.domain.canonical import content_hash, short_hash
from assessor_app.domain.ink import Ink, InkPoint
from assessor_app.domain.record import BaseRecord
from assessor_app.domain.roles import Role
from assessor_app.domain.signatures import Capture, Medium

THINNEST, THICKEST = 0.30, 0.45
"""Stroke width in millimetres at no and at full pressure."""

PRESSURE_STEPS = 6
DETAIL = Style(size=9.5, leading=1.12)
STRIP = Style(size=8, leading=1.12)
NARROWEST = 0.55
"""Text is condensed to this at most, and only where two lines of 8 pt are not enough."""


def row_for(record: BaseRecord, role: Role) -> Row:
    """The row of that role; KeyError where the form has no field for it."""
    for row in rows_of(record):
        if row.role is role and row.signs:
            return row
    raise KeyError(role.value)


def field_rect(record: BaseRecord, role: Role) -> tuple[float, float]:
    """Width and height of the role's field in points."""
    row = row_for(record, role)
    return row.columns.field_width / PT, row.height / PT


def render_appearance(record: BaseRecord, capture: Capture) -> bytes:
    """A one-page transparent PDF of the field's size, fonts embedded; the same capture gives the same bytes."""
    row = row_for(record, capture.signer.role)
    file = SheetFile(row.columns.field_width, row.height, tagged=False)
    surface = file.surface
    _ticks(surface, row, capture.ticks)
    if capture.medium is Medium.PAPER:
        _paper(surface, row, capture)
    elif capture.medium is Medium.TYPED:
        _typed(surface, row, capture)
    elif capture.ink is not None:
        _ink(surface, row, capture.ink)
    for name, text in _details(row, capture).items():
        place = row.places().get(name)
        if place is not None and text:
            _detail(surface, place, text)
    _strip(surface, row, capture)
    forget()
    return file.save_plain(content_hash((record.content_hash, capture)).encode())


# -- parts -----------------------------------------------------------------------------------------------------


def _ticks(surface: Surface, row: Row, ticks: Sequence[bool]) -> None:
    for (x, y), ticked in zip(row.boxes(), ticks, strict=False):
        if ticked:
            surface.tick(x, y)


def _details(row: Row, capture: Capture) -> dict[str, str]:
    signer = capture.signer
    title = signer.role_title or row.role.title[0].lower() + row.role.title[1:]
    role = "; ".join(p for p in (signer.job_title, title) if p)
    if signer.relationship and signer.relationship.casefold() != title.casefold():
        role = (
            f"{role}; {signer.relationship}"
            if title not in signer.relationship
            else role.replace(title, signer.relationship)
        )
    role = role[:1].upper() + role[1:]
    if row.columns.portrait:
        role = "; ".join(p for p in (role, signer.organisation) if p)
    date, time = long_date(capture.at.local_date), clock(capture.at)
    if capture.paper is not None:
        date, time = long_date(capture.paper.date_written), "not written"
    return {
        "name": signer.name,
        "role": role,
        "organisation": signer.organisation,
        "date": date,
        "time": time,
        "identity": signer.identity_check,
    }


def _detail(surface: Surface, place: Place, text: str) -> None:
    """Smaller type first, then two lines, then beside the label, then condensed; the text is never cut."""
    top = place.y + LABEL.line
    for size in (9.5, 8.5, 8.0):
        block = set_text(text, place.width, DETAIL.at(size))
        if len(block.lines) == 1:
            surface.block(block, place.x, top)
            return
    style = DETAIL.at(8.0)
    below, block = _condensed(text, place, style)
    beside, head, tail = _beside_label(text, place, style.led(1.05))
    if below >= beside:
        for count, line in enumerate(block.lines):
            for piece in line:
                surface.text(place.x + piece.x * below, top + block.baseline(count), piece.text, style, stretch=below)
        return
    label = width_mm(place.label, LABEL) + 1.5
    baseline = 0.5 * LABEL.line + 0.312 * 8 * PT
    surface.text(place.x + label, place.y + baseline, head, style, stretch=beside)
    surface.text(place.x, top + baseline - 0.2, tail, style, stretch=beside)


def _condensed(text: str, place: Place, style: Style) -> tuple[float, Block]:
    """The widest setting below the label that needs no more lines than there are."""
    factor = 1.0
    block = set_text(text, place.width, style)
    while len(block.lines) > place.lines and factor > 0.1:
        factor -= 0.05
        block = set_text(text, place.width / factor, style)
    return factor, block


def _beside_label(text: str, place: Place, style: Style) -> tuple[float, str, str]:
    """The widest setting in two lines, the first of them beside the label; 0 where that cannot be."""
    first = place.width - width_mm(place.label, LABEL) - 1.5
    words = runs(text, style)[0].text
    factor = 1.0
    while factor > NARROWEST:
        head, tail = _split(words, first / factor, style)
        if head and width_mm(tail, style) * factor <= place.width:
            return factor, head, tail
        factor -= 0.05
    return 0.0, "", ""


def _split(text: str, width: float, style: Style) -> tuple[str, str]:
    head = ""
    rest = text.split(" ")
    while rest and width_mm(f"{head} {rest[0]}".strip(), style) <= width:
        head = f"{head} {rest.pop(0)}".strip()
    return (f"{head} " if head else ""), " ".join(rest)


def _strip(surface: Surface, row: Row, capture: Capture) -> None:
    """The line at the foot of the row: what sealed this signature, and first of all a clock that did not agree."""
    c = row.columns
    words: list[Run] = []
    if capture.clock_warning:
        words.append(Run(f"{sentence(capture.clock_warning)} ", STRIP.bold))
    words.append(Run(_sealed(capture, short=c.portrait), STRIP))
    if c.portrait:
        block = set_text(words, c.declaration - 4, STRIP.led(1.05))
        if len(block.lines) <= 2:
            surface.block(block, 2, row.height - 0.4 - block.height)
            return
        left, room, foot = 2.0, c.declaration - 4, row.height - 0.6
    else:
        left, room, foot = c.ink_x + 2, c.field_width - c.ink_x - 2, row.height - 1.2
    wide = sum(width_mm(r.text, r.style) for r in runs(words))
    if not c.portrait and wide > room:
        left, room = max(2.0, c.field_width - wide), c.field_width - 2
    stretch = min(1.0, room / wide)
    for run in runs(words):
        surface.text(left, foot, run.text, run.style, stretch=stretch)
        left += width_mm(run.text, run.style) * stretch


def _sealed(capture: Capture, *, short: bool) -> str:
    """`short` leaves the date out, which stands beside it; not on paper, where that date is another."""
    moment = exact_moment(capture.at)
    if short and capture.medium is not Medium.PAPER:
        moment = " ".join(moment.split(" ")[3:])
    record = f"record {capture.sequence}, {moment}"
    if capture.medium is Medium.PAPER:
        return f"Entered from paper, device {capture.device}: {record}"
    if capture.signer.role is Role.ASSESSOR:
        return f"Signed with the assessor\u2019s own key, device {capture.device}: {record}"
    if capture.signer.role in (Role.CANDIDATE, Role.MANAGER):
        return f"Sealed as witnessed by the assessor\u2019s device {capture.device}: {record}"
    return f"Sealed as witnessed by device {capture.device}: {record}"


def _paper(surface: Surface, row: Row, capture: Capture) -> None:
    x, y, _, height = row.ink_place
    width = row.columns.ink - 6 if not row.columns.portrait else 70.0
    style = Style(size=8.5, leading=1.18)
    scan = short_hash(capture.paper.scan_sha256) if capture.paper is not None and capture.paper.scan_sha256 else ""
    attached = f" Scan attached, SHA-256 {scan}." if scan else ""
    words = (
        Run("Signed on paper. Order declared, not proven.", style.bold),
        Run(f"{attached} Date as written.", style),
    )
    block = set_text(words, width - 3, style)
    surface.box(x - 1, y + height - max(block.height + 1.6, 8) - 0.3, width, max(block.height + 1.6, 8), weight=1.0)
    surface.block(block, x + 0.5, y + height - max(block.height + 1.6, 8) + 0.5)


def _typed(surface: Surface, row: Row, capture: Capture) -> None:
    x, y, _, height = row.ink_place
    room = row.columns.ink - 8 if not row.columns.portrait else 88.0
    witness = f"Name typed; mark witnessed by {capture.mark_witness}" if capture.mark_witness else "Name typed"
    note = set_text(witness, room, Style(size=8, leading=1.1))
    surface.block(note, x, y + height - note.height - 0.6)
    above = y + height - note.height - 1.2
    for size in (14.0, 12.0, 10.0, 9.0, 8.0):
        name = set_text(capture.signer.name, room, Style(Face.SEMIBOLD, size, leading=1.05))
        if name.height <= height - note.height - 1.0 and (len(name.lines) == 1 or size <= 10):
            break
    surface.block(name, x, above - name.height)


# -- ink -------------------------------------------------------------------------------------------------------


def _ink(surface: Surface, row: Row, ink: Ink) -> None:
    """Scale to fit the ink's place with one factor, standing on the line, and draw each stroke as curves."""
    points = [p for stroke in ink.strokes for p in stroke.points]
    if not points:
        return
    x, y, width, height = row.ink_place
    left, top = min(p.x for p in points), min(p.y for p in points)
    wide, high = max(p.x for p in points) - left, max(p.y for p in points) - top
    margin = THICKEST
    scale = min((width - margin) / max(wide, 1), (height - margin) / max(high, 1), 0.35 / 100)
    foot = y + height - margin / 2

    def place(p: InkPoint) -> tuple[float, float]:
        return x + margin / 2 + (p.x - left) * scale, foot - (top + high - p.y) * scale

    for stroke in ink.strokes:
        _stroke(surface, [(place(p), p.pressure) for p in stroke.points])


def _stroke(surface: Surface, points: list[tuple[tuple[float, float], int]]) -> None:
    """Catmull-Rom through the points, cut where the pressure changes by a step."""
    if not points:
        return
    if len(points) == 1:
        (at, pressure) = points[0]
        surface.stroke_path([at, at], _weight(pressure))
        return
    places = [at for at, _ in points]
    path = [places[0]]
    weight = _weight(points[0][1])
    for n, (one, other) in enumerate(pairwise(places)):
        before = places[n - 1] if n else one
        after = places[n + 2] if n + 2 < len(places) else other
        found = _weight((points[n][1] + points[n + 1][1]) // 2)
        if found != weight and len(path) > 1:
            surface.stroke_path(path, weight, curves=True)
            path = [one]
        weight = found
        path += [
            (one[0] + (other[0] - before[0]) / 6, one[1] + (other[1] - before[1]) / 6),
            (other[0] - (after[0] - one[0]) / 6, other[1] - (after[1] - one[1]) / 6),
            other,
        ]
    surface.stroke_path(path, weight, curves=True)


def _weight(pressure: int) -> float:
    """Stroke width in points, in steps, so that a stroke is a few paths and not one for each point."""
    step = round(max(0, min(1000, pressure)) / 1000 * PRESSURE_STEPS) / PRESSURE_STEPS
    return (THINNEST + (THICKEST - THINNEST) * step) / PT
