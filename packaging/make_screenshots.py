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

from assessor_app.bootstrap import Bootstrap
from assessor_app.cli.demo import ASSESSOR, sign_with_synthetic_ink
from assessor_app.domain.evidence import CriterionRef
from assessor_app.domain.judging import Verdict
from assessor_app.domain.observations import Paragraph
from assessor_app.domain.people import Centre
from assessor_app.domain.profile import Profile
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
from assessor_app.usecases.freeze_sheet import freeze_unit
from assessor_app.usecases.judge import mark_criteria
from assessor_app.usecases.observe import keep_draft, start_observation
from assessor_app.usecases.ports import Ports
from assessor_app.usecases.sample_data import add_story, judge_story
from assessor_app.usecases.sample_people import STORIES

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
        window.open_session(vault)
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
    return 0


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
