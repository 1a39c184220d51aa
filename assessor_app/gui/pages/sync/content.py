"""From the state of the exchange to the words of the Sync page: pure functions."""

from datetime import date
from uuid import UUID

from assessor_app.domain.exchange import Shipment
from assessor_app.gui.pages.sync.model import Archivable, LeavingRow, SyncContent, SyncRow
from assessor_app.gui.widgets.tag import Tone
from assessor_app.gui.words import count, near_day
from assessor_app.usecases.exchange_state import ExchangeState, ItemState, Progress
from assessor_app.usecases.export_bundle import ExportPlan

_LOOKS = {
    Progress.RECEIVED: ("package-check", Tone.MET),
    Progress.EXPORTED: ("send", Tone.PLAIN),
    Progress.NOT_EXPORTED: ("package", Tone.ACCENT),
    Progress.TWO_VERSIONS: ("git-compare", Tone.NOT_YET),
    Progress.HELD_BACK: ("triangle-alert", Tone.DANGER),
}


def sync_content(
    state: ExchangeState,
    plan: ExportPlan | None,
    words: str,
    archive: tuple[tuple[UUID, str, bool], ...],
    today: date,
) -> SyncContent:
    """The whole page; without a plan the laptop is not enrolled."""
    return SyncContent(
        centre=plan.centre.party.centre.name if plan else "",
        words=words,
        headline=_headline(plan) if plan else "",
        facts=_facts(plan) if plan and not plan.is_empty else (),
        size=_size(plan) if plan and not plan.is_empty else "",
        why_not="" if plan and not plan.is_empty else "Nothing here is new to the centre",
        waiting=_waiting(state.unanswered, today, is_enrolled=plan is not None),
        rows=tuple(_row(item, today) for item in state.items),
        archive=tuple(Archivable(id=str(key), name=name, is_archived=gone) for key, name, gone in archive),
    )


def leaving_rows(plan: ExportPlan) -> tuple[LeavingRow, ...]:
    """Candidates with what goes of each."""
    return tuple(
        LeavingRow(
            id=str(c.id),
            name=c.name,
            detail=f"{count(c.sheets, 'sheet')}, {count(c.observations, 'visit')}, "
            f"{count(c.evidence_files, 'evidence file')}, {count(c.records, 'record')} in all",
        )
        for c in plan.candidates
    )


def _headline(plan: ExportPlan) -> str:
    if plan.is_empty:
        return "The centre has everything"
    if plan.is_repeat:
        return "Nothing new since the last export"
    number = plan.sheets + plan.observations
    if not number:
        return f"Changes to {count(len(plan.candidates), 'candidate')} are ready for the centre"
    return f"{count(number, 'record is', 'records are')} ready for the centre"


def _facts(plan: ExportPlan) -> tuple[tuple[str, str], ...]:
    facts = (
        ("file-check", plan.sheets, "sheet"),
        ("pen-line", plan.observations, "observation"),
        ("image", plan.evidence_files, "evidence file"),
        ("users", len(plan.candidates), "candidate"),
    )
    return tuple((icon, count(number, word)) for icon, number, word in facts if number)


def _size(plan: ExportPlan) -> str:
    size = f"{plan.size / 1_000_000:.1f} MB" if plan.size >= 100_000 else f"{max(1, plan.size // 1000)} KB"
    if plan.is_repeat:
        return f"If it was lost, write it again: {size} that no receipt has acknowledged. It doubles nothing."
    return f"{size}, encrypted for the centre and for you. Your drafts, keys and unfinished visits stay on this laptop."


def _waiting(unanswered: tuple[Shipment, ...], today: date, *, is_enrolled: bool) -> tuple[str, str]:
    if not is_enrolled:
        return "Nothing was exported yet", "After enrolment, what you export and what the centre received shows here."
    if not unanswered:
        return "No export waits for a receipt", "What the centre has received can be archived below."
    last = near_day(unanswered[0].at.local_date, today)
    last = last[0].lower() + last[1:] if last in ("Today", "Yesterday") else last
    return (
        count(len(unanswered), "export has no receipt yet", "exports have no receipt yet"),
        f"Last written {last}. If it is lost, the next export carries it again.",
    )


def _row(item: ItemState, today: date) -> SyncRow:
    icon, tone = _LOOKS[item.progress]
    return SyncRow(
        person=item.name,
        unit=item.position,
        letter=item.letter,
        title=item.title,
        when=near_day(item.day, today),
        state=item.progress.words,
        icon=icon,
        tone=tone,
        reason=item.reason,
    )
