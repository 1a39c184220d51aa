"""`everything.json`: a copy of somebody's data for a machine, every row whole."""

import json
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from assessor_app.domain.canonical import to_plain
from assessor_app.domain.events import Event
from assessor_app.domain.moments import Moment
from assessor_app.domain.profile import Profile
from assessor_app.domain.subject_access import CopiedFile, FoundRecord, Row, SubjectData
from assessor_app.usecases.subject_words import ABOUT

FORMAT = 1

_Plain = Any  # what `json` takes


def everything_json(data: SubjectData, files: Iterable[CopiedFile], profile: Profile, made: Moment) -> bytes:
    """The document, UTF-8. Times are ISO 8601 with the local offset; ids, hashes and bodies as the vault keeps them."""
    document = {
        "format": FORMAT,
        "made": _time(made),
        "explanation": ABOUT,
        "candidate": str(data.candidate),
        "held_by": {"centre": to_plain(profile.centre), "assessor": to_plain(profile.assessor)},
        "records": _by_kind(data.records),
        "units": [_record(found) for found in data.units],
        "other_tables": {table: [_row(row) for row in rows] for table, rows in data.beside.items()},
        "events": [_event(event) for event in data.events],
        "sent": [{**_object(to_plain(shipment)), "at": _time(shipment.at)} for shipment in data.shipments],
        "files": [to_plain(file) for file in files],
    }
    return json.dumps(document, ensure_ascii=False, indent=1).encode()


def _by_kind(records: Iterable[FoundRecord]) -> dict[str, list[_Plain]]:
    found: dict[str, list[_Plain]] = defaultdict(list)
    for record in records:
        found[record.record.kind].append(_record(record))
    return found


def _record(found: FoundRecord) -> _Plain:
    record = found.record
    return {
        "id": record.id,
        "parent": record.parent,
        "revision": record.revision,
        "device": found.device,
        "sha256": record.sha256,
        "made": _time(found.made),
        "changed": _time(found.changed),
        "body": json.loads(record.body),
    }


def _row(row: Row) -> _Plain:
    return {column: _body(str(value)) if column == "body" else value for column, value in row.items()}


def _body(text: str) -> _Plain:
    """Of a draft that another version kept perhaps no JSON."""
    try:
        return json.loads(text)
    except ValueError:
        return text


def _event(event: Event) -> _Plain:
    return {
        "sequence": event.sequence,
        "at": _time(event.at),
        "actor": event.actor,
        "verb": event.verb,
        "clock": event.clock.value,
        "touched": to_plain(event.touched),
    }


def _object(plain: object) -> dict[str, _Plain]:
    assert isinstance(plain, dict)  # what a dataclass becomes
    return plain


def _time(moment: Moment | None) -> str | None:
    return moment.local.isoformat(timespec="milliseconds") if moment else None
