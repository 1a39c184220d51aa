"""An erasure in ordinary words, for window and command line: what would go, what speaks against it, what was done."""

from collections.abc import Iterable
from datetime import date

from assessor_app.domain.erasure import Erasable, Erased, EraseReason, UnreachedCopy
from assessor_app.usecases.held import OCR_YEARS, files_words, is_ocr, number_words, others_than_ocr, records_words

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
    facts = [("Records", records_words(plan.records))]
    if plan.files:
        facts.append(("Files", files_words(plan.files, plan.size)))
    if plan.copies:
        copies = number_words(plan.copies, "backup or older copy", "backups and older copies")
        facts.append(("Copies", f"{copies} of this vault, written anew without them"))
    facts += [("Out of reach", words) for words in unreached_words(plan.unreached)]
    return tuple(facts)


def warnings_of(plan: Erasable) -> tuple[str, ...]:
    """What speaks against it, a sentence or two each."""
    said = []
    if plan.not_received:
        subject = number_words(plan.not_received, "record has", "records have")
        said.append(f"{subject} not been received by a centre. Once erased here, no centre can receive them.")
    if plan.sealed_on is not None:
        said.append(f"There are signed sheets, the newest of {_day(plan.sealed_on)}.{_retention(plan)}")
    if plan.named_elsewhere:
        places = number_words(plan.named_elsewhere, "record")
        said.append(f"The name is also found in {places} of other candidates, which stay as they are.")
    return tuple(said)


def report_of(erased: Erased) -> str:
    """One line: what was done."""
    parts = [number_words(erased.records, "record"), number_words(erased.files, "file")]
    if erased.copies:
        parts.append(f"and from {number_words(erased.copies, 'backup or older copy', 'backups and older copies')}")
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


def _retention(plan: Erasable) -> str:
    said = ""
    if plan.sealed_on is not None and any(map(is_ocr, plan.bodies)):
        until = _years_after(plan.sealed_on, OCR_YEARS)
        said += f" OCR asks centres to keep records for three years after achievement, so until {_day(until)} at least."
    others = others_than_ocr(plan.bodies)
    return said + (f" Ask {others} how long they must be kept." if others else "")


def _years_after(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return day.replace(year=day.year + years, day=28)


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
