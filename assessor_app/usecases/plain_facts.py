"""Any record as labels and words, field by field, so that a field that is new to it is told as well.

Empty fields and what only a machine needs (ids, hashes) are left out; yes and no are told.
"""

import dataclasses
from collections.abc import Iterator, Mapping
from datetime import date
from enum import Enum
from typing import Any
from uuid import UUID

from assessor_app.domain.evidence import VARCS_WORDS, CriterionRef, Tie, Varcs
from assessor_app.domain.moments import Moment
from assessor_app.domain.personal_copy import Fact, Said
from assessor_app.usecases.subject_words import moment, short_day

Letters = Mapping[UUID, str]
"""The letter of each unit that the person takes, by enrolment."""

_LABELS = {
    "asked": "How it was put",
    "assessor_initials": "Assessor’s initials",
    "at": "Recorded on",
    "awarding_body": "Awarding body",
    "by": "By",
    "candidate_comments": "Candidate’s comments",
    "dated": "Date",
    "employer": "Employer",
    "file": "File",
    "found_at": "Where it is met",
    "held": "Held in the workplace",
    "holder": "With whom",
    "is_owner": "Owner or manager of the business",
    "is_sample": "Made-up example",
    "manager": "Line manager",
    "media_type": "Kind",
    "name": "Name",
    "number": "Number",
    "others_present": "Others present",
    "plan_ref": "Reference of the plan",
    "planned": "Planned beforehand",
    "qan": "Qualification number",
    "regime": "How it is assessed",
    "regime_decided": "Decided by the centre",
    "registered_on": "Registered on",
    "registration": "Registration number",
    "result": "Answer accepted",
    "shows": "What it shows",
    "simulation": "Simulated",
    "size": "Size in bytes",
    "text": "In words",
    "ties": "Proves",
    "uln": "Unique learner number (ULN)",
    "varcs": "Found to be",
}
_FOR_MACHINES = {
    "sha256",
    "ink_hash",
    "content_hash",
    "pdf_sha256",
    "base_sha256",
    "scan_sha256",
    "boot_id",
    "offset_min",
    "boot_ms",
}


def facts_of(value: object, letters: Letters, *, without: frozenset[str] = frozenset()) -> tuple[Fact, ...]:
    """A dataclass or a JSON object as facts, in the order of its fields; those named in `without` are left out."""
    return tuple(
        fact
        for name, found in _fields(value)
        if name not in without and name not in _FOR_MACHINES
        for fact in _facts(label_of(name), found, letters)
    )


def label_of(name: str) -> str:
    """A field's name in words."""
    return _LABELS.get(name, name.replace("_", " ").capitalize())


def lowered(label: str) -> str:
    """A label inside a line: `where`, but `Unique learner number (ULN)` as it is."""
    return label.lower() if label[1:].islower() else label


def clauses(value: object, letters: Letters) -> str:
    """The same in one line: `Text: ask twice; By: Friday`."""
    return "; ".join(f"{fact.label}: {_in_line(fact.value)}" for fact in facts_of(value, letters))


def criteria_words(criteria: tuple[CriterionRef, ...], letters: Letters) -> str:
    """`R 1.2, O 2.1`."""
    return ", ".join(f"{letters.get(c.enrolment, '?')} {c.number}" for c in criteria)


def _facts(label: str, value: Any, letters: Letters) -> Iterator[Fact]:  # Any: whatever a record holds
    said = _said(value, letters)
    if said is not None:
        if said != "":
            yield Fact(label=label, value=said)
    elif isinstance(value, tuple | list):
        yield from _listed(label, value, letters)
    else:
        for inner in facts_of(value, letters):
            yield Fact(label=f"{label}: {lowered(inner.label)}", value=inner.value)


def _listed(label: str, values: tuple[Any, ...] | list[Any], letters: Letters) -> Iterator[Fact]:
    plain = [_said(value, letters) for value in values]
    if all(isinstance(value, str) for value in plain):
        words = ", ".join(str(value) for value in plain if value)
        if words:
            yield Fact(label=label, value=words)
        return
    for number, (value, said) in enumerate(zip(values, plain, strict=True), 1):
        words = clauses(value, letters) if said is None else _in_line(said)
        if words:
            yield Fact(label=f"{label}, {number}", value=words)


def _said(value: object, letters: Letters) -> Said | None:
    """Words or a date; empty for what is not told; None for what has fields or items of its own."""
    match value:
        case bool():
            return "Yes" if value else "No"
        case None | UUID():
            return ""
        case Moment() | date():
            return value
        case Enum():
            return str(value.value).capitalize()
        case CriterionRef():
            return criteria_words((value,), letters)
        case Tie():
            return f"{criteria_words((value.criterion,), letters)} ({value.method})"
        case Varcs():
            return ", ".join(word for word in VARCS_WORDS if word not in value.missing) or "not answered"
        case str() | int():
            return "" if _is_id(value) else str(value)
    return None


def _is_id(value: object) -> bool:
    """An id in a JSON text."""
    if not isinstance(value, str) or len(value) != 36:
        return False
    try:
        UUID(value)
    except ValueError:
        return False
    return True


def _fields(value: object) -> Iterator[tuple[str, object]]:
    if isinstance(value, Mapping):
        yield from value.items()
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield field.name, getattr(value, field.name)


def _in_line(said: Said) -> str:
    if isinstance(said, Moment):
        return moment(said)
    return short_day(said) if isinstance(said, date) else said
