"""A copy of somebody's data holds all that is theirs and nothing of anybody else, and is whole or not there."""

import errno
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import Column, Table, Text

from assessor_app.bootstrap import Bootstrap, UnlockedVault
from assessor_app.domain.errors import KnownError
from assessor_app.domain.evidence import EvidenceItem, StoredFile
from assessor_app.domain.observations import Paragraph
from assessor_app.domain.people import Assessor, Candidate, Centre, LineManager
from assessor_app.domain.profile import Profile, VaultRole
from assessor_app.domain.watch import STOPPED, Watch
from assessor_app.settings import Paths
from assessor_app.storage import erasing, schema, subject
from assessor_app.storage.keys import TEST_COST
from assessor_app.storage.vault import DATABASE
from assessor_app.usecases.begun_forms import NEW, BegunCandidate, keep_candidate_form, keep_evidence_form
from assessor_app.usecases.keep_candidate import keep_candidate
from assessor_app.usecases.keep_evidence import add_evidence, remove_evidence, store_file
from assessor_app.usecases.observe import finish_observation, keep_draft, start_observation
from assessor_app.usecases.subject_access import JSON, PDF, give_copy, look_at_copy
from tests.desk import PASSPHRASE, RELIABLE
from tests.documents.reading import squeezed, text_of
from tests.faults.canary_worker import fill, work
from tests.faults.table import note

CANARY = "Zephyrine Quillfeather"
NEEDLE = "Quillfeather"
OTHER = "Bartholomew Thistlewood"
OTHER_NEEDLE = "thistlewood"
POSTER = b"the poster on the wall, which is in both portfolios"


@dataclass(slots=True)
class Office:
    """An open vault with two people, each with a canary in every text."""

    vault: UnlockedVault
    asks: UUID
    other: UUID
    out: Path

    def give(self, watch: Watch | None = None) -> Path:
        given = give_copy(self.vault, self.asks, self.out, watch or Watch())
        assert given.folder == self.out
        return self.out


def add_item(vault: UnlockedVault, candidate: UUID, data: bytes, name: str, title: str = "Item") -> EvidenceItem:
    kept = store_file(vault.ports, "plain.txt", "text/plain", data)
    file = StoredFile(sha256=kept.sha256, name=name, media_type="text/plain", size=len(data))
    day = vault.ports.now().local_date
    item = EvidenceItem(id=vault.ports.new_id(), candidate=candidate, number=0, title=title, dated=day, file=file)
    add_evidence(vault.ports, item)
    return item


def live(vault: UnlockedVault, canary: str) -> UUID:
    """A whole life in the vault; returns the candidate."""
    enrolment, visit = fill(vault, canary)
    with vault.ports.store.reading() as records:
        candidate = records.enrolment(enrolment).candidate
    work(vault, enrolment, visit, canary)
    add_item(vault, candidate, POSTER, "poster.txt")
    gone = add_item(vault, candidate, f"{canary}, taken out".encode(), f"{canary} old.txt", f"{canary} old title")
    remove_evidence(vault.ports, gone.id)
    begun = start_observation(vault.ports, candidate, f"{canary} open visit")
    keep_draft(vault.ports, replace(begun, context=f"{canary} half typed"))
    day = vault.ports.now().local_date
    form = EvidenceItem(
        id=vault.ports.new_id(), candidate=candidate, number=0, title=f"{canary} form", dated=day,
        file=store_file(vault.ports, f"{canary} chosen.txt", "text/plain", f"{canary} chosen".encode()),
    )  # fmt: skip
    keep_evidence_form(vault.ports, begun.id, form)
    with vault.ports.store.reading() as records:
        person = records.candidate(candidate)
    keep_candidate_form(vault.ports, BegunCandidate(candidate=replace(person, site=f"{canary} new site")))
    return candidate


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    monkeypatch.chdir(tmp_path)  # `work` backs up into a folder beside it
    program = Bootstrap(Paths(home=tmp_path / "home"), TEST_COST)
    profile = Profile(assessor=Assessor(name="R. Okonjo"), centre=Centre(name="Wye"), backup_folder="backups")
    vault = program.create_vault(PASSPHRASE, profile)[0]
    asks, other = live(vault, CANARY), live(vault, OTHER)
    boss = Candidate(id=NEW, name=f"{OTHER} begun", manager=LineManager(name=f"{CANARY} name"))
    keep_candidate_form(vault.ports, BegunCandidate(candidate=boss))  # somebody else's, who names the one who asks
    yield Office(vault, asks, other, tmp_path / "stick" / "copy")
    vault.close()


def strings(value: object) -> Iterator[str]:
    """Every text in a JSON value, keys left out."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)


def spelled(cell: object) -> Iterator[str]:
    """The texts in a cell of a table."""
    if isinstance(cell, bytes):
        cell = cell.decode(errors="replace")
    if isinstance(cell, str):
        try:
            yield from strings(json.loads(cell))
        except ValueError:
            yield cell


def texts_with(vault: UnlockedVault, needle: str) -> dict[str, set[str]]:
    """Every text in any table of the database that holds the needle, however the table is called."""
    found: dict[str, set[str]] = {}
    with vault.vault.reading() as records:
        db = records.connection
        tables = db.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars().all()
        for table in tables:
            for row in db.exec_driver_sql(f'SELECT * FROM "{table}"').all():
                hits = {text for cell in row for text in spelled(cell) if needle in text}
                if hits:
                    found.setdefault(table, set()).update(hits)
    return {table: hits for table, hits in found.items() if not table.startswith("search")}  # the index repeats them


def not_of_somebody_else(texts: set[str]) -> set[str]:
    return {text for text in texts if OTHER_NEEDLE not in text.lower()}


def test_every_row_of_the_person_is_in_the_json_whole(office: Office) -> None:
    with office.vault.vault.reading() as records:
        owned = erasing.owned_rows(records.connection, [str(office.asks)])
        rows = {
            (table.name, row["id"]): row
            for table, keys in owned.items()
            for row in records.connection.execute(table.select().where(table.c.id.in_(keys))).mappings()
        }
    told = json.loads((office.give() / JSON).read_text(encoding="utf-8"))
    copied = {(kind, r["id"]): r for kind, found in told["records"].items() for r in found}
    assert copied.keys() == rows.keys()
    for key, row in rows.items():
        assert copied[key]["body"] == json.loads(row["body"])
        assert (copied[key]["revision"], copied[key]["sha256"]) == (row["revision"], row["sha256"])
        assert copied[key]["made"] <= copied[key]["changed"]
    note("Subject access: records of the person in everything.json", f"{len(copied)} of {len(rows)}, whole")


def test_every_text_of_the_person_anywhere_in_the_database_is_in_the_json(office: Office) -> None:
    found = texts_with(office.vault, NEEDLE)
    assert {"candidate", "observation", "evidence", "decision", "judgement", "sheet", "not_signed", "draft"} <= set(
        found
    )
    told = set(strings(json.loads((office.give() / JSON).read_text(encoding="utf-8"))))
    for table, texts in found.items():
        of_person = texts - {f"{CANARY} name"} if table == "draft" else texts
        assert of_person - told == set(), table
        assert table in {t.name for t in subject_tables(office)}, table


def test_every_text_of_the_person_is_in_the_pdf(office: Office) -> None:
    texts = texts_with(office.vault, NEEDLE)
    page_text = squeezed(text_of((office.give() / PDF).read_bytes()))
    wanted = set().union(*texts.values())
    missing = {text for text in wanted if squeezed(text) not in page_text}
    note("Subject access: texts of the person in everything.pdf", f"{len(wanted) - len(missing)} of {len(wanted)}")
    assert len(wanted) >= 40
    assert missing == set()


def test_nothing_of_another_candidate_is_in_any_output(office: Office) -> None:
    assert texts_with(office.vault, "Thistlewood")  # the control: it is in the vault
    out = office.give()
    told = json.loads((out / JSON).read_text(encoding="utf-8"))
    assert str(office.other) not in (out / JSON).read_text(encoding="utf-8")
    assert [text for text in strings(told) if OTHER_NEEDLE in text.lower()] == []
    for path in out.rglob("*"):
        assert OTHER_NEEDLE not in path.name.lower()
        if path.is_file():
            data = path.read_bytes()
            text = text_of(data) if path.suffix == ".pdf" else data.decode()
            assert OTHER_NEEDLE not in squeezed(text).lower(), path.name


def test_strokes_drafts_events_and_exchange_are_there(office: Office) -> None:
    out = office.give()
    told = json.loads((out / JSON).read_text(encoding="utf-8"))
    with office.vault.vault.reading() as records:
        sheets = erasing.owned_rows(records.connection, [str(office.asks)])[schema.sheet]
        strokes = records.connection.execute(schema.stroke.select().where(schema.stroke.c.document.in_(sheets))).all()
        events = records.events()
    assert len(told["other_tables"]["stroke"]) == len(strokes) > 1
    assert all(row["body"]["points"] for row in told["other_tables"]["stroke"])
    assert sorted(row["kind"] for row in told["other_tables"]["draft"]) == [
        "candidate form",
        "evidence form",
        "observation",
    ]
    ids = {r["id"] for found in told["records"].values() for r in found}
    mine = [e.sequence for e in events if any(t.id in ids for t in e.touched) and e.verb != "give copy of data"]
    assert [e["sequence"] for e in told["events"]] == mine
    assert all(t["id"] in ids for e in told["events"] for t in e["touched"])
    assert len(told["units"]) == 1


def subject_tables(office: Office) -> frozenset[Table]:
    with office.vault.vault.reading() as records:
        return subject.walked_tables(records.connection)


def unaccounted(walked: frozenset[Table]) -> set[str]:
    """Tables of the schema that are neither walked nor said to hold nothing of a candidate."""
    known = {t.name for t in (*walked, *subject.NOT_OF_A_CANDIDATE)}
    return {name for name in schema.metadata.tables if name not in known}


def test_every_table_is_walked_or_said_to_be_nobodys(office: Office) -> None:
    walked = subject_tables(office)
    assert unaccounted(walked) == set()
    assert not walked & subject.NOT_OF_A_CANDIDATE.keys()
    new = Table("a_table_of_tomorrow", schema.metadata, Column("id", Text, primary_key=True))
    try:
        assert unaccounted(walked) == {"a_table_of_tomorrow"}  # the control
    finally:
        schema.metadata.remove(new)


def test_each_file_of_the_person_is_copied_and_nothing_is_left_that_they_have(office: Office) -> None:
    plan = look_at_copy(office.vault, office.asks)
    out = office.give()
    told = json.loads((out / JSON).read_text(encoding="utf-8"))
    copied = {f["name"] for f in told["files"]}
    on_disk = {str(p.relative_to(out)) for p in (out / "files").iterdir()}
    assert copied == on_disk
    assert len(copied) == plan.files
    names = " ".join(sorted(copied))
    contents = [path.read_bytes() for path in (out / "files").iterdir()]
    assert POSTER in contents  # also another candidate's, and theirs all the same
    assert f"{CANARY}, taken out".encode() in contents  # removed, and still kept
    assert f"{CANARY} chosen".encode() in contents  # chosen in a form, and not yet added
    assert "Observation record OBS-01 version 1, not fully signed.pdf" in names
    with office.vault.ports.store.reading() as records:
        visit = records.observations_of(office.asks)[0]
        (sheet,) = records.sheets_of(visit.id)
    newest = office.vault.ports.files.read(sheet.pdf_sha256)
    assert newest in contents
    for earlier in (sheet.base_sha256, *(signature.pdf_sha256 for signature in sheet.signatures)):
        assert newest.startswith(office.vault.ports.files.read(earlier))  # so the earlier state is in it


HOSTILE = (
    "../../../etc/passwd", "C:\\Windows\\system32\\evil.txt", "a\x00b\nc\x1b[2J.txt", "CON.txt", ".profile",
    "\u202egpj.exe", "", "...", "x" * 400 + ".pdf", "\u00e9" * 200, "rota.txt", "ROTA.TXT", "rota.txt", "a/b/../c.txt",
)  # fmt: skip


def test_hostile_file_names_stay_in_the_folder_and_hide_nothing(office: Office) -> None:
    before = {p for p in office.out.parent.parent.rglob("*") if "home" not in p.parts}
    for number, name in enumerate(HOSTILE):
        add_item(office.vault, office.asks, f"hostile {number}".encode(), name)
    out = office.give()
    made = [p for p in office.out.parent.parent.rglob("*") if "home" not in p.parts and p not in before]
    assert all(p == out.parent or p == out or out in p.parents for p in made)
    contents = {p.read_bytes(): p.name for p in (out / "files").iterdir()}
    for number, name in enumerate(HOSTILE):
        given = contents[f"hostile {number}".encode()]
        assert given.isprintable(), (name, given)
        assert not set(given) & set('<>:"/\\|?*'), (name, given)
        assert len(given.encode()) <= 255
        assert not given.startswith(".")
    lower = [p.name.lower() for p in (out / "files").iterdir()]
    assert len(lower) == len(set(lower))
    assert text_of((out / PDF).read_bytes())


def is_nothing_left(office: Office) -> bool:
    return not office.out.parent.exists() or not any(office.out.parent.iterdir())


@pytest.mark.parametrize("at", [1, 3, 5, 9])
def test_full_disk_leaves_nothing_and_says_so(office: Office, monkeypatch: pytest.MonkeyPatch, at: int) -> None:
    syncs = 0
    sync = os.fsync

    def full(handle: int) -> None:
        nonlocal syncs
        syncs += 1
        if syncs == at:
            raise OSError(errno.ENOSPC, "no room")
        sync(handle)

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(KnownError, match="could not be written"):
            office.give()
    assert syncs == at
    assert is_nothing_left(office)
    assert {p.name for p in office.give().iterdir()} == {JSON, PDF, "files"}


@pytest.mark.parametrize("after", [0, 1, 4])
def test_stopped_leaves_nothing_and_notes_nothing(office: Office, after: int) -> None:
    steps = 0

    def moved(done: int, total: int) -> None:
        nonlocal steps
        steps += 1

    with office.vault.ports.store.reading() as records:
        head = records.head
    with pytest.raises(KnownError) as caught:
        office.give(Watch(progress=moved, cancelled=lambda: steps > after))
    assert caught.value.code == STOPPED
    assert is_nothing_left(office)
    with office.vault.ports.store.reading() as records:
        assert records.head == head


def test_a_vault_that_is_about_to_be_locked_stops_it(office: Office) -> None:
    office.vault.stop_long_work()
    with pytest.raises(KnownError) as caught:
        office.give()
    assert caught.value.code == STOPPED
    assert is_nothing_left(office)


def test_what_a_power_cut_left_is_taken_away(office: Office) -> None:
    left = office.out.with_name(".copy.unfinished")
    (left / "files").mkdir(parents=True)
    (left / JSON).write_text("half", encoding="utf-8")
    office.give()
    assert [p.name for p in office.out.parent.iterdir()] == ["copy"]


def test_a_place_that_is_taken_is_not_touched(office: Office) -> None:
    office.out.mkdir(parents=True)
    (office.out / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(KnownError, match="already"):
        office.give()
    assert [p.name for p in office.out.iterdir()] == ["mine.txt"]
    (office.out / "mine.txt").unlink()
    assert (office.give() / PDF).exists()  # an empty folder will do


def test_a_link_is_not_followed_and_the_vault_is_no_place(office: Office, tmp_path: Path) -> None:
    office.out.parent.mkdir()
    (tmp_path / "elsewhere").mkdir()
    office.out.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(KnownError, match="already"):
        office.give()
    office.out = office.vault.folder / "copy"
    with pytest.raises(KnownError, match="own folder"):
        office.give()
    assert not list((tmp_path / "elsewhere").iterdir())


def test_a_damaged_file_is_named_and_keeps_nothing_else_out(office: Office) -> None:
    broken = add_item(office.vault, office.asks, b"soon broken" * 9_000, "broken.txt", "Broken")
    assert broken.file is not None
    place = office.vault.files.place(broken.file.sha256)
    content = bytearray(place.read_bytes())
    content[-20_000] ^= 1
    place.write_bytes(content)
    given = give_copy(office.vault, office.asks, office.out)
    assert len(given.missing) == 1
    assert "Broken" in given.missing[0]
    assert not list((office.out / "files").glob("*broken*"))
    assert "What could not be copied" in text_of((office.out / PDF).read_bytes())
    (told,) = [f for f in json.loads((office.out / JSON).read_text(encoding="utf-8"))["files"] if f["missing"]]
    assert (told["sha256"], told["name"]) == (broken.file.sha256, "")


def test_it_is_noted_without_content_and_the_vault_stays_sound(office: Office) -> None:
    office.give()
    with office.vault.ports.store.reading() as records:
        event = records.last_event()
    assert event is not None
    assert event.verb == "give copy of data"
    assert [(t.kind, t.id) for t in event.touched] == [("candidate", str(office.asks))]
    assert office.vault.check() == ()
    office.out = office.out.with_name("again")
    told = json.loads((office.give() / JSON).read_text(encoding="utf-8"))
    assert told["events"][-1]["verb"] == "give copy of data"


def test_the_name_in_records_of_others_is_counted_and_not_copied(office: Office) -> None:
    assert look_at_copy(office.vault, office.asks).named_elsewhere == 0
    words = f"{CANARY} name came by, and this sentence is of somebody else's visit"
    seen = start_observation(office.vault.ports, office.other, "Other visit")
    finish_observation(office.vault.ports, replace(seen, paragraphs=(Paragraph(time="10:00", text=words),)))
    assert look_at_copy(office.vault, office.asks).named_elsewhere == 1
    assert "somebody else's visit" not in (office.give() / JSON).read_text(encoding="utf-8")


def test_a_centre_refuses_in_words(tmp_path: Path) -> None:
    program = Bootstrap(Paths(home=tmp_path / "office"), TEST_COST)
    centre = Profile(assessor=Assessor(name="Office"), centre=Centre(name="Wye"), role=VaultRole.CENTRE)
    vault = program.create_vault(PASSPHRASE, centre)[0]
    try:
        person = Candidate(id=vault.ports.new_id(), name="Tegwen Morris")
        keep_candidate(vault.ports, person, [RELIABLE])
        for ask in (lambda: look_at_copy(vault, person.id), lambda: give_copy(vault, person.id, tmp_path / "copy")):
            with pytest.raises(KnownError, match="centre"):
                ask()
    finally:
        vault.close()
    assert not (tmp_path / "copy").exists()
    assert (tmp_path / "office" / "vault" / DATABASE).exists()
