"""A real vault with the sample people, and the sign-off pages opened on it as the session opens them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

from assessor_app.bootstrap import Bootstrap, UnlockedVault
from assessor_app.cli.synthetic_ink import synthetic_strokes
from assessor_app.domain.errors import KnownError
from assessor_app.domain.judging import Enrolment
from assessor_app.domain.people import Assessor, Centre
from assessor_app.domain.profile import Profile
from assessor_app.domain.roles import Role
from assessor_app.domain.sheets import Sheet
from assessor_app.gui.desk import Desk, Goal
from assessor_app.gui.jobs import Jobs
from assessor_app.gui.signers import expected
from assessor_app.gui.widgets.chip import ChipData
from assessor_app.settings import Paths
from assessor_app.storage.keys import TEST_COST
from assessor_app.usecases.sample_data import add_story, judge_story
from assessor_app.usecases.sample_people import STORIES
from assessor_app.usecases.sign_sheet import Signing, begin_capture, keep_stroke, sign_sheet
from tests.gui import sample

PASSPHRASE = "four plain words here"
PIN = "4719"
PROFILE = Profile(
    assessor=Assessor(name="Ruth Okonjo", number="A-2207"), centre=Centre(name="Wye & Teme Assessment", number="04471")
)
EXTERNAL = STORIES[0]


@dataclass(slots=True)
class Office:
    """The open vault, a desk whose goals are written down, and the candidate of the first story."""

    vault: UnlockedVault
    jobs: Jobs
    desk: Desk
    candidate: UUID
    goals: list[Goal] = field(default_factory=list)
    troubles: list[KnownError] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    backs: list[bool] = field(default_factory=list)

    def enrolments(self) -> dict[str, Enrolment]:
        with self.vault.ports.store.reading() as records:
            return {e.letter: e for e in records.enrolments_of(self.candidate)}

    def visit(self) -> UUID:
        with self.vault.ports.store.reading() as records:
            return records.observations_of(self.candidate)[0].id

    def sheet(self, document: UUID) -> Sheet:
        with self.vault.ports.store.reading() as records:
            return records.sheet(document)

    def judge(self) -> None:
        judge_story(self.vault.ports, self.candidate, EXTERNAL)

    def sign(self, sheet: Sheet, role: Role) -> Sheet:
        """Sign with synthetic ink, without the screen."""
        ports = self.vault.ports
        who = expected(sheet.record.content, role)
        capture, _ = begin_capture(ports, sheet.document_id, role)
        for stroke in synthetic_strokes(who.name, f"{sheet.document_id} {role}"):
            keep_stroke(ports, capture, sheet.document_id, role, stroke)
        row = next(s for s in sheet.record.signatories if s.role is role)
        ticks = tuple(True for _ in row.declaration.statements) if row.declaration.ticked else ()
        signer = type(who)(
            **{f: getattr(who, f) for f in who.__dataclass_fields__ if f != "identity_check"},
            identity_check="Known to me",
        )
        return sign_sheet(ports, Signing(document=sheet.document_id, signer=signer, ticks=ticks, capture=capture))


@contextmanager
def open_office(folder: Path, *, pin: str = PIN) -> Iterator[Office]:
    """A vault in `folder` with one candidate, judged in nothing yet."""
    program = Bootstrap(Paths(home=folder), cost=TEST_COST)
    vault, _ = program.create_vault(PASSPHRASE, PROFILE, pin)
    jobs = Jobs()
    try:
        candidate = add_story(vault.ports, EXTERNAL)
        office: Office

        def say(text: str, on_undo: Callable[[], None] | None = None, chips: tuple[ChipData, ...] = ()) -> None:
            office.said.append(text)

        desk = Desk(
            vault=vault,
            jobs=jobs,
            go=lambda goal: office.goals.append(goal),
            back=lambda: office.backs.append(True),
            say=say,
            trouble=lambda error: office.troubles.append(error),
            find=lambda: None,
        )
        office = Office(vault, jobs, desk, candidate)
        jobs.failed.connect(office.troubles.append)
        yield office
    finally:
        jobs.wait_and_stop()
        vault.close()


def settle(widget: QWidget) -> None:
    """Show what was just put into a layout (Qt does so by a queued call), and lay everything out."""
    for _ in range(3):
        QApplication.sendPostedEvents(None, QEvent.Type.MetaCall)
        sample.settle(widget)
