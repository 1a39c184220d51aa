"""An erasure in ordinary words, for window and command line: what would go, what speaks against it, what was done."""

from collections.abc import Iterable
from datetime import date

from assessor_app.domain.erasure import Erasable, Erased, EraseReason, UnreachedCopy
from assessor_app.usecases.event_words import counted

_OCR_YEARS = 3  # after achievement (domain.md section 6, retention)

REASONS = {
    EraseReason.ASKED: "The person asked for it (UK GDPR, article 17)",
    EraseReason.KEPT_LONG_ENOUGH: "The records were kept as long as the awarding body asks",
    EraseReason.MISTAKE: "The candidate was entered by mistake",
}

WHAT_STAYS = (
    "What a centre has received, and what was printed, saved or exported, is elsewhere and stays. The event log here "
    "keeps that somebody was erased, when and why, without a name."
)


def facts_of(plan: Erasable) -> tuple[tuple[str, str], ...]:
    """Label and words: what goes, and from where."""
    records = ", ".join(counted(kind, number) for kind, number in plan.records if kind not in _BESIDE)
    facts = [("Records", records)]
    if plan.files:
        facts.append(("Files", f"{_number(plan.files, 'file')}, {_size(plan.size)}"))
    if plan.copies:
        copies = _number(plan.copies, "backup or older copy", "backups and older copies")
        facts.append(("Copies", f"{copies} of this vault, written anew without them"))
    facts += [("Out of reach", words) for words in unreached_words(plan.unreached)]
    return tuple(facts)


def warnings_of(plan: Erasable) -> tuple[str, ...]:
    """What speaks against it, a sentence or two each."""
    said = []
    if plan.not_received:
        subject = "1 record has" if plan.not_received == 1 else f"{plan.not_received:,} records have"
        said.append(f"{subject} not been received by a centre. Once erased here, no centre can receive them.")
    if plan.sealed_on is not None:
        said.append(f"There are signed sheets, the newest of {_day(plan.sealed_on)}.{_retention(plan)}")
    if plan.named_elsewhere:
        places = "1 record" if plan.named_elsewhere == 1 else f"{plan.named_elsewhere:,} records"
        said.append(f"The name is also found in {places} of other candidates, which stay as they are.")
    return tuple(said)


def report_of(erased: Erased) -> str:
    """One line: what was done."""
    parts = [_number(erased.records, "record"), _number(erased.files, "file")]
    if erased.copies:
        parts.append(f"and from {_number(erased.copies, 'backup or older copy', 'backups and older copies')}")
    return f"Erased: {', '.join(parts)}"


def unreached_words(copies: Iterable[UnreachedCopy]) -> tuple[str, ...]:
    """A copy in words: of when, where, and why it could not be reached."""
    return tuple(
        " ".join(
            part
            for part in (
                f"A backup of {_day(copy.made.astimezone().date())}" if copy.made else "A copy",
                f"in {copy.where}" if copy.where else "",
                f"({copy.why})",
            )
            if part
        )
        for copy in copies
    )


LATER = (
    "When you next back up to a folder that was away, they are erased there too. A copy that you will not use again, "
    "or that is damaged, has to be destroyed by you."
)

_BESIDE = ("sheet_status", "not_signed")  # nothing that a person would count


def _retention(plan: Erasable) -> str:
    said = ""
    if plan.sealed_on is not None and any(body.split()[:1] == ["OCR"] for body in plan.bodies):
        until = _years_after(plan.sealed_on, _OCR_YEARS)
        said += f" OCR asks centres to keep records for three years after achievement, so until {_day(until)} at least."
    others = [body for body in plan.bodies if body.split()[:1] != ["OCR"]]
    return said + (f" Ask {' and '.join(others)} how long they must be kept." if others else "")


def _years_after(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return day.replace(year=day.year + years, day=28)


def _number(number: int, one: str, many: str = "") -> str:
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def _size(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB" if size >= 100_000 else f"{-(-size // 1000)} kB"


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
