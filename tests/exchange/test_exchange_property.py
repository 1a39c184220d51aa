"""Two laptops, a copy of one of them, and a centre, exchanging files in any order: repeated, lost, late, restored.

However it goes: no record that the centre has accepted disappears, taking a file in twice is taking it in once, and
after one last exchange everybody agrees (promises.md section 1, row 8).
"""

import shutil
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from assessor_app.domain.errors import KnownError
from assessor_app.domain.exchange import RecordKey, Standing
from assessor_app.storage.keys import unlock_with_passphrase
from assessor_app.storage.vault import KEYS, Vault
from assessor_app.usecases.centre_report import centre_report
from assessor_app.usecases.exchange_state import Progress, exchange_state
from assessor_app.usecases.export_bundle import plan_export, write_export
from assessor_app.usecases.import_bundle import KINDS, import_bundle
from assessor_app.usecases.receipts import settle_conflict, take_receipt, write_receipt
from assessor_app.usecases.sign_sheet import void_sheet
from tests.desk import PASSPHRASE, Desk, SetClock, make_ports, open_desk
from tests.exchange.offices import enrol, open_office
from tests.exchange.work import new_candidate, photo, rename, sealed_sheet, visit

LAPTOPS = ("one", "two", "copy of one")
WHO = st.sampled_from(LAPTOPS)


def make_template(folder: Path) -> None:
    """A centre and two laptops enrolled at it; vaults closed. The copy of the first is made with it."""
    with (
        open_office(folder / "office") as office,
        open_desk(folder / "one") as one,
        open_desk(folder / "two") as two,
    ):
        for desk in (one, two):
            candidate = new_candidate(desk, f"Candidate of {desk.folder.name}")
            visit(desk.ports, candidate)
            enrol(desk.ports, office.ports, folder)
    shutil.copytree(folder / "one", folder / "copy of one")


def reopen(folder: Path, salt: int) -> Desk:
    clock = SetClock(salt=salt, boot_id=f"boot of {folder.name}", utc_ms=1_795_000_900_000)
    key = unlock_with_passphrase(folder / KEYS, PASSPHRASE, allow_test_cost=True)
    vault = Vault.open(folder, key, now=clock.now, new_id=clock.new_id)
    return Desk(folder, vault, make_ports(vault, clock), clock, strokes=salt * 1000)


class Exchange(RuleBasedStateMachine):
    """Every step is one thing that a person or a bad day does."""

    template: Path

    def __init__(self) -> None:
        super().__init__()
        self.stack = ExitStack()
        self.folder = Path(self.stack.enter_context(tempfile.TemporaryDirectory(prefix="exchange-")))
        self.post = self.folder / "post"
        self.post.mkdir()
        for place in self.template.iterdir():
            if place.is_dir():
                shutil.copytree(place, self.folder / place.name)
        self.office = reopen(self.folder / "office", 90)
        self.desks = {name: reopen(self.folder / name, 91 + i) for i, name in enumerate(LAPTOPS)}
        self.salt = 100
        self.exports: list[Path] = []
        self.receipts: list[tuple[str, Path]] = []
        self.accepted: set[RecordKey] = set()
        self.changes = 0
        self.sent = 0

    # work

    @rule(who=WHO)
    def visit(self, who: str) -> None:
        self.changes += 1
        visit(self.desks[who].ports, self._candidate(who), f"Words {self.changes}.")

    @rule(who=WHO, name=st.sampled_from(["Ada", "Bryn", "Cerys"]))
    def rename(self, who: str, name: str) -> None:
        rename(self.desks[who].ports, self._candidate(who), name)

    @rule(who=WHO, content=st.sampled_from([b"one picture", b"another picture"]))
    def photograph(self, who: str, content: bytes) -> None:
        photo(self.desks[who].ports, self._candidate(who), content)

    @rule(who=WHO)
    def sign_or_void(self, who: str) -> None:
        desk = self.desks[who]
        with desk.ports.store.reading() as records:
            live = [s for s in records.sheets() if s.state.is_live]
        if live:
            void_sheet(desk.ports, live[0].document_id, "to be done again")
        else:
            sealed_sheet(desk, self._candidate(who))

    @rule(who=WHO, hours=st.sampled_from([-30, -1, 1, 30]))
    def shift_clock(self, who: str, hours: int) -> None:
        self.desks[who].clock.utc_ms += hours * 3_600_000

    @rule(who=WHO)
    def restart(self, who: str) -> None:
        self.desks[who].clock.reboot()
        self.desks[who].restart()

    # files

    @rule(who=WHO)
    def export(self, who: str) -> None:
        plan = plan_export(self.desks[who].ports)
        if not plan.is_empty:
            self.sent += 1
            path = self.post / f"export-{self.sent}.asice.age"
            write_export(self.desks[who].ports, plan, path)
            self.exports.append(path)

    @precondition(lambda self: self.exports)
    @rule(data=st.data())
    def deliver(self, data: Any) -> None:
        path = data.draw(st.sampled_from(self.exports))
        import_bundle(self.office.ports, path)
        once = self._centre()
        again = import_bundle(self.office.ports, path)
        assert again.was_known
        assert self._centre() == once, "taking a file in twice changed something"

    @precondition(lambda self: self.exports)
    @rule(data=st.data())
    def lose(self, data: Any) -> None:
        self.exports.remove(data.draw(st.sampled_from(self.exports)))

    @rule(who=WHO)
    def answer(self, who: str) -> None:
        self._answer(who)

    @precondition(lambda self: self.receipts)
    @rule(data=st.data(), who=WHO)
    def open_receipt(self, data: Any, who: str) -> None:
        meant, path = data.draw(st.sampled_from(self.receipts))
        ports = self.desks[who].ports
        if ports.exchange.key == meant:
            take_receipt(ports, path)
        else:
            with pytest.raises(KnownError):
                take_receipt(ports, path)

    # copies

    @rule(who=WHO)
    def back_up(self, who: str) -> None:
        desk = self.desks[who]
        desk.vault.close()
        shutil.rmtree(self.folder / "backups" / who, ignore_errors=True)
        shutil.copytree(desk.folder, self.folder / "backups" / who)
        desk.restart()

    @rule(who=WHO)
    def restore(self, who: str) -> None:
        backup = self.folder / "backups" / who
        if backup.exists():
            self.desks[who].vault.close()
            shutil.rmtree(self.folder / who)
            shutil.copytree(backup, self.folder / who)
            self.salt += 1
            self.desks[who] = reopen(self.folder / who, self.salt)

    # what must hold

    @invariant()
    def nothing_accepted_disappears(self) -> None:
        present = self._centre()
        assert self.accepted <= set(present), "a record that was accepted is gone"
        self.accepted |= {key for key, standing in present.items() if standing.is_accepted}

    def teardown(self) -> None:
        try:
            self._agree()
        finally:
            for desk in (self.office, *self.desks.values()):
                desk.vault.close()
            self.stack.close()

    def _agree(self) -> None:
        for _ in range(2):
            for who in LAPTOPS:
                before = len(self.exports)
                self.export(who)
                for path in self.exports[before:]:
                    report = import_bundle(self.office.ports, path)
                    assert report.quarantined == (), report.quarantined
            for choice in centre_report(self.office.ports).choices:
                settle_conflict(self.office.ports, choice.kind, choice.id, choice.sides[0].record.sha256)
            for who in LAPTOPS:
                take_receipt(self.desks[who].ports, self._answer(who))
        present = self._centre()
        for who, desk in self.desks.items():
            left = [(item.record.kind, present.get(item.record.key)) for item in plan_export(desk.ports).leaving]
            assert left == [], f"{who} still has something to export: {left}"
            assert {i.progress for i in exchange_state(desk.ports).items} == {Progress.RECEIVED}
            with desk.ports.store.reading() as records:
                own = [item.record.key for item in records.exchange.leaving() if item.candidate]
            assert all(present[key].is_accepted for key in own), f"the centre lacks something of {who}"
            for key in own:
                live = [k for k, s in present.items() if (k.kind, k.id) == (key.kind, key.id) and s is Standing.CURRENT]
                assert len(live) == 1, "a record has two current states, or none"

    def _candidate(self, who: str) -> Any:
        with self.desks[who].ports.store.reading() as records:
            return records.candidates()[0].id

    def _centre(self) -> dict[RecordKey, Standing]:
        with self.office.ports.store.reading() as records:
            kinds = (*KINDS, "file")
            return {r.record.key: r.standing for kind in kinds for r in records.exchange.received(kind)}

    def _answer(self, who: str) -> Path:
        key = self.desks[who].ports.exchange.key
        with self.office.ports.store.reading() as records:
            peer = records.exchange.peer(key)
        assert peer is not None
        path = self.post / f"receipt-{len(self.receipts)}.asice.age"
        write_receipt(self.office.ports, peer, path)
        self.receipts.append((key, path))
        return path


def _run(folder: Path, examples: int, steps: int) -> None:
    make_template(folder)
    Exchange.template = folder
    run_state_machine_as_test(
        Exchange,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_exchange_in_any_order_loses_nothing_and_ends_in_agreement(tmp_path: Path) -> None:
    _run(tmp_path, examples=12, steps=15)


@pytest.mark.soak
def test_exchange_in_any_order_for_long(tmp_path: Path) -> None:
    _run(tmp_path, examples=400, steps=40)
