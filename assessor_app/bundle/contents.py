"""What stands in a bundle's members: the manifest, the records by kind, the stretch of the event log, the message.

Bytes that come in have passed the container's checks, and are still a stranger's: every one of them must be JSON in its
one spelling, of the shape it should have, and each record must hash to what the manifest lists. Refused: anything else.
"""

import json
from collections import defaultdict
from collections.abc import Mapping
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from assessor_app.bundle.members import Member, member_of
from assessor_app.domain.canonical import canonical_json, respelled, sha256_hex
from assessor_app.domain.errors import KnownError
from assessor_app.domain.events import Event
from assessor_app.domain.exchange import (
    FORMAT,
    BundleKind,
    EnrolmentAnswer,
    ListedFile,
    Manifest,
    Package,
    Receipt,
    StoredRecord,
)

T = TypeVar("T")

MANIFEST = "manifest.json"
EVENTS = "events.json"
MESSAGE = "message.json"
RECORDS = "records/"

_MANIFEST = TypeAdapter(Manifest)
_EVENTS = TypeAdapter(tuple[Event, ...])
_ANSWER = TypeAdapter(EnrolmentAnswer)
_RECEIPT = TypeAdapter(Receipt)


def members_of(package: Package) -> tuple[Member, ...]:
    """The JSON members of a package, the manifest first; the files follow them."""
    members = [member_of(MANIFEST, canonical_json(package.manifest))]
    if package.message:
        members.append(member_of(MESSAGE, package.message))
    if package.events:
        members.append(member_of(EVENTS, canonical_json(package.events)))
    bodies: dict[str, list[str]] = defaultdict(list)
    for record in package.records:
        bodies[record.kind].append(record.body)
    members += [
        member_of(f"{RECORDS}{kind}.json", f"[{','.join(of_kind)}]".encode()) for kind, of_kind in bodies.items()
    ]
    return tuple(members)


def read_manifest(data: bytes) -> Manifest:
    """The manifest; KnownError where it is of a later format or does not hold together."""
    if _format_of(data) != FORMAT:
        raise KnownError(
            "The file was made by a newer version of Assessor.",
            safe="Nothing from it was taken into your records.",
            advice="Install the newest version, then open the file again.",
            code="bundle-newer",
        )
    manifest = _read(_MANIFEST, data, MANIFEST)
    keys = [(r.kind, r.id) for r in manifest.records]
    hashes = [f.sha256 for f in manifest.files]
    if len(set(keys)) != len(keys) or len(set(hashes)) != len(hashes):
        raise _broken("its manifest lists something twice")
    return manifest


def read_events(data: bytes) -> tuple[Event, ...]:
    """The stretch of the event log; what its rows say is held by their hashes."""
    return _shaped(_EVENTS, _spelled(EVENTS, data), EVENTS)


def read_answer(manifest: Manifest, message: bytes) -> EnrolmentAnswer | None:
    """The message of an enrolment; None for other kinds."""
    return _read(_ANSWER, message, MESSAGE) if manifest.kind is BundleKind.ENROLMENT else None


def read_receipt(manifest: Manifest, message: bytes) -> Receipt | None:
    """The message of a receipt; None for other kinds."""
    return _read(_RECEIPT, message, MESSAGE) if manifest.kind is BundleKind.RECEIPT else None


def read_records(manifest: Manifest, texts: Mapping[str, bytes]) -> tuple[StoredRecord, ...]:
    """Every record that the manifest lists, with its body, which hashes to what is listed."""
    bodies = {name: iter(_bodies(name, data)) for name, data in texts.items() if name.startswith(RECORDS)}
    records = []
    for listed in manifest.records:
        body = next(bodies.get(f"{RECORDS}{listed.kind}.json", iter(())), None)
        if body is None or sha256_hex(body.encode()) != listed.sha256:
            raise _broken("a record is not what its manifest lists")
        records.append(listed.with_body(body))
    if any(next(rest, None) is not None for rest in bodies.values()):
        raise _broken("it has records that its manifest does not list")
    return tuple(records)


def check_names(manifest: Manifest, names: tuple[str, ...]) -> None:
    """The container has just the members that this manifest speaks of, in their order."""
    expected = [MANIFEST]
    if manifest.kind in (BundleKind.ENROLMENT, BundleKind.RECEIPT):
        expected.append(MESSAGE)
    if manifest.events is not None:
        expected.append(EVENTS)
    expected += [f"{RECORDS}{kind}.json" for kind in dict.fromkeys(r.kind for r in manifest.records)]
    expected += [file.name for file in manifest.files]
    if list(names) != expected:
        raise _broken("it does not hold what its manifest says")


def listed_file(manifest: Manifest, name: str) -> ListedFile:
    """The file of the manifest under that name; KnownError where there is none."""
    for file in manifest.files:
        if file.name == name:
            return file
    raise _broken("it holds a file that its manifest does not list")


def _format_of(data: bytes) -> object:
    try:
        content = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise _broken(f"{MANIFEST} cannot be read") from error
    return content.get("format") if isinstance(content, dict) else None


def _bodies(name: str, data: bytes) -> list[str]:
    """The parts of an array, each in its one spelling."""
    text = _spelled(name, data)
    content = json.loads(text)
    if not isinstance(content, list):
        raise _broken(f"{name} is not a list")
    return [json.dumps(part, sort_keys=True, ensure_ascii=False, separators=(",", ":")) for part in content]


def _spelled(name: str, data: bytes) -> str:
    try:
        text = respelled(data)
    except (ValueError, RecursionError) as error:
        raise _broken(f"{name} cannot be read") from error
    if text.encode() != data:
        raise _broken(f"{name} is not spelled in the one way that hashes are made from")
    return text


def _read(adapter: TypeAdapter[T], data: bytes, name: str) -> T:
    """A value that says nothing but what its shape has a place for."""
    value = _shaped(adapter, _spelled(name, data), name)
    if canonical_json(value) != data:
        raise _broken(f"{name} says more than this program knows of")
    return value


def _shaped(adapter: TypeAdapter[T], text: str, name: str) -> T:
    try:
        return adapter.validate_json(text)
    except (ValidationError, RecursionError) as error:
        raise _broken(f"{name} cannot be read") from error


def _broken(why: str) -> KnownError:
    return KnownError(
        f"The file does not hold together: {why}.",
        safe="Nothing from it was taken into your records.",
        advice="Ask the sender to make it again, with the newest version.",
        code="bundle-contents",
    )
