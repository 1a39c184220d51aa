"""From what the centre holds to the words of its home: pure functions."""

import json
from datetime import date

from assessor_app.domain.canonical import Plain
from assessor_app.domain.exchange import PeerState, Received, Standing
from assessor_app.gui.pages.centre.model import CentreContent, CentreRow, Side
from assessor_app.gui.widgets.tag import Tone
from assessor_app.gui.words import clock, count, near_day
from assessor_app.usecases.centre_report import CentreReport, Choice, DeviceReport, ReceivedSheet
from assessor_app.usecases.import_bundle import ImportReport

_MOST = 240


def centre_content(report: CentreReport, centre: str, words: str, today: date) -> CentreContent:
    """The whole page."""
    due = sum(d.receipt_due and d.peer.state is PeerState.ENROLLED for d in report.devices)
    return CentreContent(
        centre=centre,
        fingerprint=words,
        summary=_summary(report, due),
        receipts_due=due,
        devices=tuple(_device(d, today) for d in report.devices),
        choices=tuple(
            CentreRow(
                id=f"{c.kind} {c.id}",
                title=f"{c.candidate or 'Record'}  ·  {c.title}",
                detail=f"{count(len(c.sides), 'version')}, none of which knows of the other",
                tag="Two versions",
                icon="git-compare",
                tone=Tone.NOT_YET,
                action="Choose",
                matters_now=n == 0,
            )
            for n, c in enumerate(report.choices)
        ),
        held_back=tuple(_held(r) for r in report.held_back),
        sheets=tuple(_sheet(s, today) for s in report.sheets),
    )


def opened_row(file: str, report: ImportReport) -> CentreRow:
    """What came of an export."""
    who = f"{report.peer.party.title}, export {report.number}"
    if report.was_known:
        detail, tag, icon, tone = "Taken in before; nothing changed", "Repeated", "rotate-ccw", Tone.PLAIN
    else:
        parts = [
            f"{report.new} new",
            f"{report.repeated} repeated" if report.repeated else "",
            f"{report.conflicts} in conflict" if report.conflicts else "",
            f"{len(report.quarantined)} held back" if report.quarantined else "",
            count(report.sheets, "sheet"),
        ]
        detail = ", ".join(part for part in parts if part)
        trouble = bool(report.quarantined or report.conflicts)
        tag, icon, tone = (
            ("Look below", "triangle-alert", Tone.NOT_YET) if trouble else ("Taken in", "package-check", Tone.MET)
        )
    missing = (
        f"  ·  export {', '.join(map(str, report.missing_numbers))} has not arrived" if report.missing_numbers else ""
    )
    copies = "  ·  two copies of its vault went on apart" if report.forked else ""
    return CentreRow(id=file, title=who, detail=f"{detail}{missing}{copies}", tag=tag, icon=icon, tone=tone)


def refused_row(file: str, what: str, advice: str) -> CentreRow:
    """A file that was not taken in."""
    return CentreRow(
        id=file, title=file, detail=f"{what} {advice}", tag="Refused", icon="circle-alert", tone=Tone.DANGER
    )


def sides_of(choice: Choice, names: dict[str, str]) -> tuple[Side, ...]:
    """Both versions with the fields in which they differ."""
    bodies = [json.loads(side.record.body) for side in choice.sides]
    fields = [
        name
        for name in sorted({name for body in bodies for name in body})
        if len({json.dumps(body.get(name), sort_keys=True) for body in bodies}) > 1
    ]
    return tuple(
        Side(
            key=side.record.sha256,
            title=f"Version {number}, from {names.get(side.device, 'a laptop')}"
            + (" (now current)" if side.standing is Standing.CURRENT else ""),
            lines=tuple(f"{name.replace('_', ' ')}: {_shown(body.get(name))}" for name in fields),
        )
        for number, (side, body) in enumerate(zip(choice.sides, bodies, strict=True), 1)
    )


def _shown(value: Plain) -> str:
    if isinstance(value, str):
        text = value
    elif isinstance(value, dict) and isinstance(value.get("text"), str):
        text = str(value["text"])
    elif isinstance(value, list):
        text = "; ".join(_shown(part) for part in value)
    else:
        text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _MOST else f"{text[:_MOST]}..."


def _summary(report: CentreReport, due: int) -> tuple[str, str]:
    enrolled = sum(d.peer.state is PeerState.ENROLLED for d in report.devices)
    if not report.devices:
        return "No laptop is enrolled yet", "Ask your assessors for an enrolment request, and drop it here."
    waiting = (
        count(due, "laptop waits for a receipt", "laptops wait for a receipt") if due else "Every export is answered"
    )
    return waiting, f"{count(enrolled, 'laptop')} enrolled, {count(len(report.sheets), 'sheet')} received."


def _device(report: DeviceReport, today: date) -> CentreRow:
    party = report.peer.party
    parts = [f"Device {party.device}", count(report.bundles, "export")]
    if report.last:
        parts.append(f"last taken in {near_day(report.last.at.local_date, today).lower()} at {clock(report.last.at)}")
    if report.missing_numbers:
        parts.append(f"export {', '.join(map(str, report.missing_numbers))} missing")
    if report.is_second_laptop:
        parts.append("second laptop of the same assessor")
    if report.forked:
        parts.append("a copy or restored backup of its vault went on apart")
    gone = report.peer.state is PeerState.REVOKED
    if gone:
        parts.append(f"revoked: {report.peer.reason}")
    due = report.receipt_due and not gone
    return CentreRow(
        id=party.device,
        title=party.title,
        detail="  ·  ".join(parts),
        tag="Revoked" if gone else "Waits for a receipt" if due else "",
        icon="circle-alert" if gone else "inbox",
        tone=Tone.DANGER if gone else Tone.ACCENT,
        action="" if gone else "Write receipt",
        quiet="" if gone else "Revoke",
    )


def _held(received: Received) -> CentreRow:
    return CentreRow(
        id=received.record.sha256,
        title=f"{received.record.kind.replace('_', ' ').capitalize()} {received.record.id[:13]}",
        detail=received.reason,
        tag="Held back",
        icon="triangle-alert",
        tone=Tone.DANGER,
    )


def _sheet(received: ReceivedSheet, today: date) -> CentreRow:
    sheet = received.sheet
    tones = {"sealed": ("file-check", Tone.MET), "frozen": ("pen-line", Tone.PLAIN)}
    icon, tone = tones.get(sheet.state.value, ("x", Tone.NOT_YET))
    return CentreRow(
        id=str(sheet.document_id),
        title=f"{received.candidate}  ·  {received.unit}",
        detail=f"{received.title}, frozen {near_day(sheet.record.frozen_at.local_date, today).lower()}, "
        f"device {received.device}",
        tag=sheet.state.value.capitalize(),
        icon=icon,
        tone=tone,
        action="Open",
    )
