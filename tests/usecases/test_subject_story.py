"""A copy in words: each field of each record has a text of its own here, and each must be told."""

import dataclasses
from collections.abc import Iterator
from datetime import date
from enum import Enum
from pathlib import Path
from uuid import UUID

import pytest

from assessor_app.domain.evidence import HeldInWorkplace, StoredFile
from assessor_app.domain.exchange import BundleKind, Direction, Shipment
from assessor_app.domain.judging import Action, ChecklistRow, Judgement, RecordedReason
from assessor_app.domain.moments import Moment
from assessor_app.domain.observations import Observation, Question
from assessor_app.domain.observations import Paragraph as SeenParagraph
from assessor_app.domain.personal_copy import Fact, Grid, Paragraph, Part
from assessor_app.domain.record import BaseRecord
from assessor_app.domain.roles import Role
from assessor_app.domain.sheets import Refused
from assessor_app.domain.subject_access import CopiedFile, SubjectData
from assessor_app.domain.units import Unit
from assessor_app.storage.codec import encode
from assessor_app.usecases.plain_facts import facts_of
from assessor_app.usecases.subject_files import plan_files
from assessor_app.usecases.subject_story import Told, read_told, story_of
from tests.desk import RELIABLE, SIGNERS, Desk, frozen_sheet, open_desk, refs, sign

MADE = Moment(utc_ms=1_795_600_000_000)
FOR_MACHINES = {"sha256", "pdf_sha256", "base_sha256", "scan_sha256", "ink_hash", "content_hash", "boot_id"}


def told_of(part: Part) -> Iterator[str]:
    """Every text of a part."""
    yield part.title
    for block in part.blocks:
        match block:
            case Fact():
                yield f"{block.label} {block.value}"
            case Paragraph():
                yield f"{block.title} {block.text}"
            case Grid():
                yield from (str(cell) for row in block.rows for cell in row)
    for inner in part.parts:
        yield from told_of(inner)


class Marker:
    """Gives each text of a value a word of its own, and remembers which field it was."""

    def __init__(self) -> None:
        self.words: dict[str, str] = {}

    def mark(self, value: object, path: str) -> object:
        if isinstance(value, str) and not isinstance(value, Enum):
            word = f"word{len(self.words):03d}x"
            self.words[word] = path
            return word
        if isinstance(value, tuple):
            return tuple(self.mark(v, f"{path}[]") for v in value)
        if isinstance(value, dict):
            return {key: self.mark(v, path) for key, v in value.items()}
        if not dataclasses.is_dataclass(value) or isinstance(value, type | Unit | BaseRecord | Moment):
            return value
        changes = {
            field.name: self.mark(getattr(value, field.name), f"{path}.{field.name}")
            for field in dataclasses.fields(value)
            if field.name not in FOR_MACHINES and not (field.name == "number" and hasattr(value, "enrolment"))
        }
        return dataclasses.replace(value, **changes)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk(tmp_path / "vault") as opened:
        yield opened


def whole_life(desk: Desk) -> tuple[Told, SubjectData]:
    """Records in which every field holds something."""
    sheet = sign(desk, frozen_sheet(desk), Role.CANDIDATE)
    with desk.ports.store.reading() as records:
        told = read_told(records, sheet.record.content.candidate.id)
        data = records.subject_data(told.candidate.id)
    reason = RecordedReason(text="t", by="b", at=MADE, centre_decision="c")
    (enrolment,), (item,) = told.enrolments, told.evidence
    signer = dataclasses.replace(
        SIGNERS[Role.CANDIDATE], job_title="j", organisation="o", relationship="r", role_title="t"
    )
    signature = dataclasses.replace(sheet.signatures[0], signer=signer, clock_warning="w", paper_date=date(2026, 11, 2))
    visit = Observation(
        id=UUID(int=7),
        candidate=told.candidate.id,
        number=3,
        title="t",
        day=date(2026, 11, 25),
        start="10:00",
        paragraphs=(SeenParagraph(time="10:00", text="t", criteria=refs(enrolment)[:1]),),
        questions=(Question(question="q", answer="a", criteria=refs(enrolment)[:1]),),
    )
    return (
        dataclasses.replace(
            told,
            enrolments=(dataclasses.replace(enrolment, regime=RELIABLE.regime, regime_decided=reason),),
            judgements={
                enrolment.id: Judgement(
                    actions=(Action(text="t"), Action(text="t")),
                    checklist=(ChecklistRow(number="1.1"),),
                    expiry_reason=reason,
                    manager_exception=reason,
                )
            },
            visits=(visit,),
            evidence=(
                dataclasses.replace(
                    item,
                    held=HeldInWorkplace(where="w", holder="h", seen_on=date(2026, 11, 3)),
                    file=StoredFile(sha256="0" * 64, name="n", media_type="m", size=12_345),
                ),
            ),
            sheets=(
                dataclasses.replace(
                    sheet,
                    signatures=(signature,),
                    not_signed=(Refused(role=Role.MANAGER, name="n", reason=reason),),
                    ended=reason,
                ),
            ),
        ),
        data,
    )


def test_every_field_of_every_record_is_told(desk: Desk) -> None:
    told, data = whole_life(desk)
    marker = Marker()
    marked = marker.mark(told, "")
    assert isinstance(marked, Told)
    story = story_of(marked, data, (), MADE)
    said = "\n".join(text for part in story.parts for text in told_of(part))
    left_out = {path for word, path in marker.words.items() if word not in said}
    assert len(marker.words) > 70
    # the settings are the assessor's own
    assert {path for path in left_out if not path.startswith(".profile")} == set()


def test_what_is_neither_text_nor_empty_is_told_too(desk: Desk) -> None:
    told, data = whole_life(desk)
    said = "\n".join(text for part in story_of(told, data, (), MADE).parts for text in told_of(part))
    for words in ("12345", "2026-11-03", "02/11/2026", "R 1.1"):
        assert words in said


def test_a_field_of_tomorrow_is_told_without_being_known() -> None:
    new = dataclasses.make_dataclass("New", [("shoe_size", int), ("likes_tea", bool), ("nickname", str), ("void", str)])
    facts = facts_of(new(shoe_size=39, likes_tea=True, nickname="Teg", void=""), {})
    assert [(f.label, f.value) for f in facts] == [("Shoe size", "39"), ("Likes tea", "Yes"), ("Nickname", "Teg")]


@pytest.mark.parametrize(
    "body", ['{"title":"typed so far","odd":{"deep":["typed so far"]}}', '["typed so far"]', "typed so far {"]
)
def test_a_draft_of_any_shape_is_told(desk: Desk, body: str) -> None:
    told, data = whole_life(desk)
    for kind in ("observation", "observation, unreadable", "a kind of tomorrow"):
        beside = {**data.beside, "draft": ({"kind": kind, "id": "x", "utc_ms": 1, "body": body},)}
        story = story_of(told, dataclasses.replace(data, beside=beside), (), MADE)
        (part,) = [p for p in story.parts if p.title == "Begun and not finished"]
        assert "typed so far" in " ".join(told_of(part))


def test_exports_and_their_receipts_are_told_with_their_days(desk: Desk) -> None:
    told, data = whole_life(desk)
    bundle = UUID(int=9)
    sent = Shipment(
        bundle=bundle,
        kind=BundleKind.SIGN_OFF,
        direction=Direction.OUT,
        number=4,
        peer="p",
        at=MADE,
        file_name="to-the-centre.asice.age",
        acknowledged=Moment(utc_ms=MADE.utc_ms + 86_400_000),
    )
    carried = {"bundle": str(bundle), "kind": "evidence", "id": str(told.evidence[0].id), "sha256": "0"}
    held_back = {"kind": "evidence", "id": "x", "sha256": "0", "number": 1, "standing": "quarantined", "reason": "torn"}
    beside = {**data.beside, "carried": (carried,), "receipted": (held_back,)}
    story = story_of(told, dataclasses.replace(data, shipments=(sent,), beside=beside), (), MADE)
    (part,) = [p for p in story.parts if p.title == "Who has had it"]
    (grid,) = [b for b in part.blocks if isinstance(b, Grid)]
    assert grid.rows == ((MADE, "to-the-centre.asice.age", "1 piece of evidence", sent.acknowledged),)
    assert "quarantined: torn" in " ".join(told_of(part))


def test_files_are_told_where_they_belong(desk: Desk) -> None:
    told, data = whole_life(desk)
    copied = (
        CopiedFile(sha256="0" * 64, what="Evidence E1, Portfolio", name="files/E1 n.txt"),
        CopiedFile(sha256="1" * 64, what="A file that was removed, and is still kept", name="files/Other file"),
        CopiedFile(sha256="2" * 64, what="Evidence E2, Lost", missing="missing or damaged where it was kept"),
    )
    story = story_of(told, data, copied, MADE)
    parts = {p.title: " ".join(told_of(p)) for p in story.parts}
    assert "files/E1 n.txt" in parts["Evidence"]
    assert "files/Other file" in parts["Other files"]
    assert "Evidence E2, Lost missing or damaged" in parts["About this copy"]


def test_scan_of_a_paper_signature_is_a_file_of_the_copy(desk: Desk) -> None:
    told, data = whole_life(desk)
    signature = dataclasses.replace(told.sheets[0].signatures[0], scan_sha256="7" * 64)
    records = tuple(
        dataclasses.replace(f, record=dataclasses.replace(f.record, body=encode(signature)))
        if f.record.kind == "signature" and f.record.id == str(signature.id)
        else f
        for f in data.records
    )
    files = plan_files(dataclasses.replace(data, records=records), lambda _: False)
    (scan,) = [f for f in files if f.sha256 == "7" * 64]
    assert (scan.name, scan.what) == (
        "files/Page signed on paper, candidate",
        "The page that the candidate signed on paper",
    )
