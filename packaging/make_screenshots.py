"""Make the pictures under `docs/screenshots` from the real program with invented people: no screen is needed.

python packaging/make_screenshots.py [FOLDER]
"""

import os
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from assessor_app.bootstrap import Bootstrap, UnlockedVault
from assessor_app.cli.demo import ASSESSOR, sign_all, sign_with_synthetic_ink
from assessor_app.domain.evidence import CriterionRef
from assessor_app.domain.judging import Verdict
from assessor_app.domain.observations import Paragraph
from assessor_app.domain.people import Centre
from assessor_app.domain.profile import Profile, VaultRole
from assessor_app.domain.roles import Role
from assessor_app.domain.signatures import Signer
from assessor_app.gui.desk import GivenDocument, Goal, Page
from assessor_app.gui.jobs import Jobs
from assessor_app.gui.pages.hand_over.view import HandOverView, Part
from assessor_app.gui.pages.unit_proof.view import UnitProofView
from assessor_app.gui.session import Session
from assessor_app.gui.theme.controller import ThemeChoice, install_look
from assessor_app.gui.window import MainWindow
from assessor_app.settings import Paths
from assessor_app.storage.keys import TEST_COST
from assessor_app.usecases.enrol import (
    accept_enrolment,
    enrol_device,
    read_enrolment,
    read_request,
    write_request,
)
from assessor_app.usecases.export_bundle import plan_export, write_export
from assessor_app.usecases.freeze_sheet import freeze_unit
from assessor_app.usecases.import_bundle import import_bundle
from assessor_app.usecases.judge import mark_criteria
from assessor_app.usecases.observe import keep_draft, start_observation
from assessor_app.usecases.ports import Ports
from assessor_app.usecases.receipts import take_receipt, write_receipt
from assessor_app.usecases.sample_data import add_story, judge_story
from assessor_app.usecases.sample_people import STORIES, Story

SIZE = (1366, 768)
UNIT_TEXT = Path(__file__).parents[1] / "tests" / "unit_reader" / "seeds" / "000_557f702535234619.txt"
WRITTEN = (
    ("11:42", "The counter followed the order sheet before I arrived, the labels matched, and a second card reader was "
     "on charge \u201cbecause Saturday is market day\u201d.", "R1.1 R1.2"),
    ("11:58", "A coach party came in unannounced. Rhodri moved a colleague to the till, kept two orders due at noon "
     "ahead of them, and told everyone how long it would be. It was.", "R1.3 R2.1 O4.1"),
    ("12:20", "The card reader lost its connection. Without stopping the queue he changed to the spare and noted three "
     "unpaid orders in the day book, to settle later.", "R2.2 R2.4"),
    ("12:47", "A customer said that the sign to the plants could not be read, the third one this week. He thanked her, "
     "wrote it down and told the branch manager.", "R2.5 R2.6 O4.2"),
)  # fmt: skip


def main() -> int:
    """Make every picture; the vault is made in a temporary folder and thrown away."""
    out = Path(sys.argv[1] if len(sys.argv) > 1 else "docs/screenshots")
    out.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    look = install_look(app)
    with tempfile.TemporaryDirectory() as folder:
        paths = Paths(home=Path(folder))
        program = Bootstrap(paths, TEST_COST)
        profile = Profile(assessor=ASSESSOR, centre=Centre(name="Wye & Teme Assessment", number="04471"))
        vault, _ = program.create_vault("four plain words here", profile, "4711")
        ports = vault.ports
        signed = add_story(ports, STORIES[0])
        enrolment = judge_story(ports, signed, STORIES[0])[0]
        sheet = freeze_unit(ports, enrolment.id)
        someone = Signer(role=Role.CANDIDATE, name=STORIES[0].name, identity_check="Known since registration")
        sheet = sign_with_synthetic_ink(ports, sheet, someone)
        gaps = add_story(ports, replace(STORIES[1], items=STORIES[1].items[:-1]))
        visited = add_story(
            ports, replace(STORIES[0], name="Rhodri Bevan", visits=STORIES[0].visits[:1], items=STORIES[0].items[:3])
        )
        visit = write_visit(ports, visited)
        window = MainWindow(program, paths, Jobs())
        window.showFullScreen = lambda: None  # type: ignore[method-assign]  # the pictures have one size
        window.resize(*SIZE)
        window.show()
        window.open_session(vault, VaultRole.ASSESSOR)
        session = window.session
        assert isinstance(session, Session)
        with ports.store.reading() as records:
            unfinished = records.enrolments_of(gaps)[0]
        shots = (
            ("today", Goal(page=Page.TODAY)),
            ("candidate", Goal(page=Page.CANDIDATE, subject=visited)),
            ("unit-record", Goal(page=Page.UNIT_RECORD, subject=enrolment.id)),
            ("sign-off", Goal(page=Page.SIGN_OFF, subject=enrolment.id, detail="unit")),
            ("sign-off-gaps", Goal(page=Page.SIGN_OFF, subject=unfinished.id, detail="unit")),
            ("hand-over", Goal(page=Page.HAND_OVER, subject=sheet.document_id, detail="manager")),
            ("preview", Goal(page=Page.PREVIEW, subject=sheet.document_id)),
            ("unit-proof", Goal(page=Page.UNIT_PROOF, documents=(GivenDocument(name=UNIT_TEXT.name, path=UNIT_TEXT),))),
            ("observation", Goal(page=Page.OBSERVATION, subject=visit)),
        )
        for name, goal in shots:
            session.go(goal)
            settle(window)
            page = session.shell.stack.currentWidget()
            if isinstance(page, HandOverView):
                page.show_part(Part.SIGN)
            elif isinstance(page, UnitProofView):
                page.proof.rows.go_to_doubt(1)
            settle(window)
            window.grab().save(str(out / f"{name}.png"))
        look.choose(ThemeChoice.DARK)
        settle(window)
        window.grab().save(str(out / "observation-dark.png"))
        window.lock()
        look.choose(ThemeChoice.LIGHT)
        settle(window)
        window.grab().save(str(out / "unlock.png"))
        window.close()
        exchange_pictures(Path(folder) / "exchange", out)
    return 0


def exchange_pictures(folder: Path, out: Path) -> None:
    """A laptop in the middle of its exchange, a new one before it, and the centre that took everything in."""
    folder.mkdir()
    profile = Profile(assessor=ASSESSOR, centre=Centre(name="Wye & Teme Assessment", number="04471"))
    other = replace(profile, assessor=replace(ASSESSOR, name="Owain Prosser", number="A-2231"))
    laptops = [_vault(folder / name, who) for name, who in (("one", profile), ("two", other), ("three", profile))]
    office = _vault(
        folder / "office", replace(profile, role=VaultRole.CENTRE, assessor=replace(ASSESSOR, name="Assessment office"))
    )
    for _, laptop in laptops[:2]:
        request, answer = folder / "request.asice", folder / "answer.asice.age"
        write_request(laptop.ports, request)
        enrol_device(office[1].ports, read_request(office[1].ports, request), answer)
        accept_enrolment(laptop.ports, read_enrolment(laptop.ports, answer))
    for number, (_, laptop) in enumerate(laptops[:2]):
        for story in STORIES[number : number + 2]:
            if number == 0:
                _seal_story(laptop.ports, story)
            else:
                add_story(laptop.ports, story, is_sample=False)
        write_export(laptop.ports, plan_export(laptop.ports), folder / f"first-{number}.asice.age")
        report = import_bundle(office[1].ports, folder / f"first-{number}.asice.age")
        if number == 0:
            write_receipt(office[1].ports, report.peer, folder / "receipt.asice.age")
            take_receipt(laptop.ports, folder / "receipt.asice.age")
            add_story(laptop.ports, replace(STORIES[2], name="Idris Vaughan"), is_sample=False)
            write_export(laptop.ports, plan_export(laptop.ports), folder / "second.asice.age")
            add_story(laptop.ports, replace(STORIES[1], name="Jade Whitcombe"), is_sample=False)
    write_request(laptops[2][1].ports, folder / "new.asice")
    shots = (("sync", laptops[0], Page.SYNC), ("sync-enrol", laptops[2], Page.SYNC), ("centre", office, Page.CENTRE))
    for name, (program, vault), page in shots:
        window = MainWindow(program, program.paths, Jobs())
        window.resize(*SIZE)
        window.show()
        window.open_session(vault, VaultRole.CENTRE if page is Page.CENTRE else VaultRole.ASSESSOR)
        assert isinstance(window.session, Session)
        window.session.go(Goal(page=page))
        settle(window)
        window.grab().save(str(out / f"{name}.png"))
        window.close()
    laptops[1][1].close()


def _vault(home: Path, profile: Profile) -> tuple[Bootstrap, UnlockedVault]:
    program = Bootstrap(Paths(home=home), TEST_COST)
    return program, program.create_vault("four plain words here", profile)[0]


def _seal_story(ports: Ports, story: Story) -> None:
    candidate = add_story(ports, story, is_sample=False)
    for enrolment in judge_story(ports, candidate, story):
        sign_all(ports, freeze_unit(ports, enrolment.id), story)


def write_visit(ports: Ports, candidate: object) -> object:
    """A visit in the middle of its writing, some criteria judged, one to be asked about."""
    with ports.store.reading() as records:
        letters = {e.letter: e for e in records.enrolments_of(candidate)}  # type: ignore[arg-type]

    def refs(ties: str) -> tuple[CriterionRef, ...]:
        return tuple(CriterionRef(enrolment=letters[t[0]].id, number=t[1:]) for t in ties.split())

    mark_criteria(ports, refs("R1.1 R1.2 R1.3 R2.1 R2.2 R2.3 R2.4 R3.1 R3.2"), Verdict.MET)
    mark_criteria(ports, refs("R2.7"), Verdict.ASK, "Three people have mentioned the sign. What will you change?")
    begun = start_observation(ports, candidate, "Saturday at noon")  # type: ignore[arg-type]
    paragraphs = tuple(Paragraph(time=time, text=text, criteria=refs(ties)) for time, text, ties in WRITTEN)
    keep_draft(ports, replace(begun, start="11:40", paragraphs=paragraphs))
    return begun.id


def settle(window: MainWindow) -> None:
    """Wait until nothing is under way."""
    for _ in range(3):
        QTest.qWait(120)
        while window._jobs.is_busy:
            QTest.qWait(20)


if __name__ == "__main__":
    raise SystemExit(main())
