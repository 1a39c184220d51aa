"""What a copy of somebody's data says of exports and receipts, and what giving one means for the next export."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assessor_app.domain.personal_copy import Grid
from assessor_app.usecases.export_bundle import plan_export
from assessor_app.usecases.import_bundle import import_bundle
from assessor_app.usecases.subject_story import read_told, story_of
from tests.desk import Desk, open_desk
from tests.exchange.offices import enrol, open_office
from tests.exchange.test_exchange import answer, send
from tests.exchange.work import new_candidate, photo, sealed_sheet, visit


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Desk]:
    with open_office(tmp_path / "office") as desk:
        yield desk


@pytest.fixture
def laptop(tmp_path: Path, office: Desk) -> Iterator[Desk]:
    with open_desk(tmp_path / "laptop") as desk:
        enrol(desk.ports, office.ports, tmp_path)
        yield desk


def test_exports_and_receipts_of_one_person_are_told(tmp_path: Path, office: Desk, laptop: Desk) -> None:
    tegwen, bo = new_candidate(laptop), new_candidate(laptop, "Bo Vance")
    for person in (tegwen, bo):
        visit(laptop.ports, person)
        photo(laptop.ports, person, person.bytes)
    sealed_sheet(laptop, tegwen)
    import_bundle(office.ports, send(laptop, tmp_path))
    answer(laptop, office, tmp_path)
    visit(laptop.ports, tegwen, "After the export.")
    with laptop.ports.store.reading() as records:
        told, data = read_told(records, tegwen), records.subject_data(tegwen)
        carried = {(k.kind, k.id) for k in records.exchange.carried()}
    mine = {(f.record.kind, f.record.id) for f in data.records}
    rows = {(str(r["kind"]), str(r["id"])) for r in data.beside["carried"]}
    files = {row for row in rows if row[0] == "file"}
    assert rows - files == mine & carried
    assert len(files) == 2  # the photograph and the sheet
    assert len(mine - carried) == 1  # the visit after it
    assert {str(r["standing"]) for r in data.beside["receipted"]} == {"current"}
    (sent,) = data.shipments
    assert sent.acknowledged is not None
    story = story_of(told, data, (), laptop.clock.now())
    (grid,) = [b for p in story.parts if p.title == "Who has had it" for b in p.blocks if isinstance(b, Grid)]
    assert [(row[0], row[3]) for row in grid.rows] == [(sent.at, sent.acknowledged)]
    assert "1 visit" in str(grid.rows[0][2])


def test_giving_a_copy_changes_nothing_that_is_exported(tmp_path: Path, office: Desk, laptop: Desk) -> None:
    tegwen = new_candidate(laptop)
    import_bundle(office.ports, send(laptop, tmp_path))
    answer(laptop, office, tmp_path)
    with laptop.ports.store.writing("give copy of data") as records:
        records.mention_candidate(tegwen)
    assert plan_export(laptop.ports).candidates == ()
    visit(laptop.ports, tegwen)
    assert import_bundle(office.ports, send(laptop, tmp_path, "second")).quarantined == ()
