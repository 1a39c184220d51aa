"""No sequence of edit, freeze, sign, void, clock shift and restart puts the assessor before the manager."""

import shutil
import tempfile
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from assessor_app.domain.errors import KnownError
from assessor_app.domain.events import chain_faults
from assessor_app.domain.roles import Role
from assessor_app.domain.sheets import Sheet, SheetState
from assessor_app.usecases.freeze_sheet import freeze_unit
from assessor_app.usecases.judge import judge_unit
from assessor_app.usecases.sign_sheet import record_not_signed, void_sheet
from tests.desk import (
    RELIABLE,
    add_candidate,
    enrolment_of,
    make_ready,
    open_desk,
    ready_judgement,
    sign,
)

HOUR = 3600 * 1000


class SignOff(RuleBasedStateMachine):
    """An assessor, a clever candidate, and a laptop whose clock anybody may set."""

    def __init__(self) -> None:
        super().__init__()
        self.home = Path(tempfile.mkdtemp())
        self.context = open_desk(self.home / "vault")
        self.desk = self.context.__enter__()
        self.enrolment = enrolment_of(self.desk, add_candidate(self.desk, RELIABLE), RELIABLE)
        make_ready(self.desk, self.enrolment)
        self.edits = 0

    def teardown(self) -> None:
        self.context.__exit__(None, None, None)
        shutil.rmtree(self.home)

    def _sheets(self) -> tuple[Sheet, ...]:
        with self.desk.ports.store.reading() as records:
            return records.sheets_of(self.enrolment.id)

    @rule()
    def freeze(self) -> None:
        with suppress(KnownError):
            freeze_unit(self.desk.ports, self.enrolment.id)

    @rule()
    def edit(self) -> None:
        self.edits += 1
        with suppress(KnownError):
            judge_unit(self.desk.ports, self.enrolment, replace(ready_judgement(), text=f"Words {self.edits}"))

    @precondition(lambda self: self._sheets())
    @rule(
        role=st.sampled_from([Role.CANDIDATE, Role.MANAGER, Role.ASSESSOR]),
        which=st.integers(0, 3),
        both=st.booleans(),
        name=st.sampled_from(["", "Tegwen Morris", "Ruth Okonjo"]),
    )
    def sign(self, role: Role, which: int, both: bool, name: str) -> None:
        sheets = self._sheets()
        changes: dict[str, object] = {"name": name} if name else {}
        if role is Role.MANAGER and not both:
            changes["ticks"] = (True, False)
        with suppress(KnownError):
            sign(self.desk, sheets[-1 - which % len(sheets)], role, **changes)

    @precondition(lambda self: self._sheets())
    @rule(role=st.sampled_from([Role.CANDIDATE, Role.MANAGER, Role.ASSESSOR]))
    def sign_the_live_one(self, role: Role) -> None:
        with suppress(KnownError):
            sign(self.desk, self._sheets()[-1], role)

    @precondition(lambda self: self._sheets())
    @rule()
    def manager_is_away(self) -> None:
        record_not_signed(self.desk.ports, self._sheets()[-1].document_id, Role.MANAGER, "Gwyn Parry", "away")

    @precondition(lambda self: self._sheets())
    @rule()
    def void(self) -> None:
        with suppress(KnownError):
            void_sheet(self.desk.ports, self._sheets()[-1].document_id, "mistake")

    @rule(hours=st.sampled_from([-48, -24, -1, 1, 24, 24 * 365]))
    def set_clock(self, hours: int) -> None:
        self.desk.clock.utc_ms += hours * HOUR

    @rule(reboot=st.booleans())
    def restart(self, reboot: bool) -> None:
        if reboot:
            self.desk.clock.reboot()
        self.desk.restart()

    @invariant()
    def assessor_is_never_before_the_manager(self) -> None:
        for sheet in self._sheets():
            sequence = {s.role: s.sequence for s in sheet.signatures}
            dates = {s.role: s.printed_date for s in sheet.signatures}
            if Role.ASSESSOR in sequence:
                assert sequence[Role.MANAGER] < sequence[Role.ASSESSOR]
                assert sequence[Role.CANDIDATE] < sequence[Role.ASSESSOR]
                assert dates[Role.MANAGER] <= dates[Role.ASSESSOR]
                lines = self.desk.ports.files.read(sheet.pdf_sha256).decode().splitlines()[1:]
                assert lines[-1].startswith("SEAL assessor")
            if sheet.state is SheetState.SEALED:
                assert not sheet.outstanding
            assert all(s.content_hash == sheet.record.content_hash for s in sheet.signatures)
            assert len({s.signer.name for s in sheet.signatures}) == len(sheet.signatures)

    @invariant()
    def at_most_one_version_is_live(self) -> None:
        assert sum(s.state.is_live for s in self._sheets()) <= 1

    @invariant()
    def the_chain_holds(self) -> None:
        with self.desk.ports.store.reading() as records:
            assert chain_faults(records.events()) == ()


TestSignOff = SignOff.TestCase
TestSignOff.settings = settings(
    max_examples=25, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck)
)
