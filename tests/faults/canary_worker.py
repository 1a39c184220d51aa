"""Works through a whole visit with a canary in every text, in a sandbox; waits at each stage to be looked at.

The canary comes in reverse on the command line, so that no argument and no source holds it. Started by `test_canary`.
"""

import dataclasses
import faulthandler
import gc
import logging
import os
import sys
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from assessor_app.bootstrap import Bootstrap, UnlockedVault
from assessor_app.core_dumps import refuse_core_dumps
from assessor_app.domain.evidence import EvidenceItem
from assessor_app.domain.ink import InkPoint, Stroke
from assessor_app.domain.judging import Action, ChecklistRow, Competence, Judgement, Verdict
from assessor_app.domain.observations import Paragraph, Question
from assessor_app.domain.people import Assessor, Candidate, Centre, LineManager
from assessor_app.domain.profile import Profile
from assessor_app.domain.roles import Role
from assessor_app.settings import Paths
from assessor_app.storage.keys import TEST_COST
from assessor_app.usecases.freeze_sheet import freeze_observation, preview_observation, preview_unit
from assessor_app.usecases.judge import judge_unit, mark_criteria
from assessor_app.usecases.keep_candidate import keep_candidate
from assessor_app.usecases.keep_evidence import add_evidence, store_file
from assessor_app.usecases.observe import finish_observation, keep_draft, start_observation
from assessor_app.usecases.sign_sheet import begin_capture, keep_stroke, record_not_signed
from tests.desk import PASSPHRASE, RELIABLE, refs
from tests.stored.make import sign_all

T = TypeVar("T")
_NOT_TEXT = {"id", "number", "device", "backup_folder", "time", "start", "end", "day", "letter", "sha256"}


def marked(value: T, canary: str) -> T:
    """The same value with the canary in each text that a person types, however deep."""
    if isinstance(value, tuple):
        return type(value)(marked(v, canary) for v in value)  # type: ignore[return-value]
    if not dataclasses.is_dataclass(value) or isinstance(value, type):
        return value
    changes: dict[str, object] = {}
    for field in dataclasses.fields(value):
        found = getattr(value, field.name)
        if isinstance(found, str) and field.name not in _NOT_TEXT:
            changes[field.name] = f"{canary} {field.name}"
        elif isinstance(found, tuple) or dataclasses.is_dataclass(found):
            changes[field.name] = marked(found, canary)
    return dataclasses.replace(value, **changes)


def fill(vault: UnlockedVault, canary: str) -> tuple[UUID, UUID]:
    """A visit, its evidence, judgement, preview and signed record; returns enrolment and visit."""
    ports = vault.ports
    candidate = marked(Candidate(id=ports.new_id(), name="n", manager=LineManager(name="m")), canary)
    keep_candidate(ports, candidate, [RELIABLE])
    with ports.store.reading() as records:
        enrolment = records.enrolments_of(candidate.id)[0]
    visit = start_observation(ports, candidate.id, "t")
    full = dataclasses.replace(
        marked(visit, canary),
        paragraphs=(Paragraph(time="10:00", text=f"{canary} said so", criteria=refs(enrolment)),),
        questions=(marked(Question(question="q", answer="a"), canary),),
    )
    keep_draft(ports, full)
    finish_observation(ports, full)
    scan = store_file(ports, f"{canary}.txt", "text/plain", f"{canary} on the rota\n".encode() * 500)
    item = EvidenceItem(
        id=ports.new_id(), candidate=candidate.id, number=0, title="t", dated=ports.now().local_date, file=scan
    )
    add_evidence(ports, dataclasses.replace(marked(item, canary), file=scan))
    mark_criteria(ports, refs(enrolment), Verdict.NOT_YET, f"{canary} not yet")
    judgement = Judgement(
        competence=Competence.NOT_YET, actions=(Action(text="x"),), checklist=(ChecklistRow(number="1.1"),)
    )
    judge_unit(ports, enrolment, marked(judgement, canary))
    return enrolment.id, visit.id


def work(vault: UnlockedVault, enrolment: UUID, visit: UUID, canary: str) -> None:
    """What reads and gives out: preview, search, freeze, ink, signatures, refusal, backup."""
    ports = vault.ports
    assert preview_unit(ports, enrolment).startswith(b"%PDF")
    assert preview_observation(ports, visit).startswith(b"%PDF")
    with ports.store.reading() as records:
        assert records.search(canary, 10)
    sheet = freeze_observation(ports, visit)
    capture, _ = begin_capture(ports, sheet.document_id, Role.CANDIDATE)
    keep_stroke(ports, capture, sheet.document_id, Role.CANDIDATE, Stroke(points=(InkPoint(x=1, y=1, t=1),)))
    record_not_signed(ports, sheet.document_id, Role.CANDIDATE, f"{canary} refused", f"{canary} reason")
    sign_all(vault, sheet, only=Role.CANDIDATE)
    vault.back_up(Path("backups"))


def stage(name: str) -> None:
    """Say where it is, and wait to be looked at."""
    print(name, flush=True)
    sys.stdin.readline()


def main() -> None:
    canary, ending = sys.argv[1][::-1], sys.argv[2]
    refuse_core_dumps()
    faulthandler.enable()
    logging.basicConfig(level=logging.DEBUG, filename="program.log")
    profile = marked(Profile(assessor=Assessor(name="a"), centre=Centre(name="c")), f"{canary} of the assessor,")
    vault, _ = Bootstrap(Paths(home=Path("home")), TEST_COST).create_vault(PASSPHRASE, profile)
    enrolment, visit = fill(vault, canary)
    stage("filled")
    work(vault, enrolment, visit, canary)
    stage("worked")
    if ending == "crash":
        os.abort()
    if ending == "defect":
        with vault.vault.drafting() as records:
            records.connection.exec_driver_sql("UPDATE candidate SET body = replace(body, '\"name\":', '\"nome\":')")
        with vault.ports.store.reading() as records:
            records.candidates()
    key = vault.vault.key
    print(key[::-1].hex(), flush=True)
    vault.close()
    del vault, profile, canary, key
    sys.argv.clear()
    gc.collect()
    stage("closed")


if __name__ == "__main__":
    main()
