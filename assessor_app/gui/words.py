"""Dates, times, counts, lists and doubts in the words of a British reader."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from assessor_app.domain.moments import Moment
from assessor_app.domain.units import Doubt, Unit


def day(value: date) -> str:
    """`3 September`; with the year where it is not this one's neighbour is the caller's business."""
    return f"{value.day} {value:%B}"


def day_year(value: date) -> str:
    """`3 September 2026`."""
    return f"{value.day} {value:%B %Y}"


def long_day(value: date) -> str:
    """`Thursday 12 November`."""
    return f"{value:%A} {value.day} {value:%B}"


def near_day(value: date, today: date) -> str:
    """`Today`, `Yesterday`, or the day; with its year where that is another."""
    if value == today:
        return "Today"
    if value == today - timedelta(days=1):
        return "Yesterday"
    return day(value) if value.year == today.year else day_year(value)


def clock(value: Moment | datetime) -> str:
    """`13:02`."""
    local = value.local if isinstance(value, Moment) else value.astimezone()
    return f"{local:%H:%M}"


def count(number: int, one: str, many: str = "") -> str:
    """`1 gap`, `3 gaps`."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def greeting_name(name: str) -> str:
    """The first of somebody's names."""
    return name.split()[0] if name.split() else name


def matches(typed: str, text: str) -> bool:
    """Whether every word that was typed is in `text`; large and small letters are the same."""
    held = text.casefold()
    return all(word in held for word in typed.casefold().split())


def unit_words(unit: Unit) -> str:
    """By what a unit is found in a list."""
    return " ".join(filter(None, (unit.title, unit.short_title, unit.awarding_body, unit.reference, unit.number)))


def listed(words: Sequence[str]) -> str:
    """`1.2`, `1.2 and 1.3`, `1.2, 1.3 and 2.1`."""
    return " and ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)


def doubts_in_words(doubts: Sequence[Doubt]) -> tuple[str, ...]:
    """One line for each reason, in the order in which they first came: `Criteria 1.2 and 1.3: ...`."""
    reasons: dict[tuple[str, str], list[str]] = {}
    for doubt in doubts:
        kind, _, number = doubt.where.partition(" ")
        reasons.setdefault((kind, doubt.reason), []).append(number)
    lines = []
    for (kind, reason), numbers in reasons.items():
        many = {"criterion": "criteria", "outcome": "outcomes"}.get(kind, kind) if len(numbers) > 1 else kind
        subject = many.replace("_", " ").capitalize()
        lines.append(reason if kind == "unit" else f"{subject} {listed(numbers)}".rstrip() + f": {reason}")
    return tuple(lines)
