"""Make a filled vault of the present format: `python -m tests.stored.make`. Run once for each format, then kept.

The vault holds the sample people, one unit sealed by all who sign it, and one visit frozen with its first signature.
"""

import json
import shutil
import sys
import tempfile
from pathlib import Path

from assessor_app.bootstrap import Bootstrap, UnlockedVault
from assessor_app.cli.demo import ASSESSOR, sign_with_synthetic_ink
from assessor_app.domain.evidence import EvidenceItem
from assessor_app.domain.people import Centre
from assessor_app.domain.profile import Profile
from assessor_app.domain.roles import Role
from assessor_app.domain.sheets import Sheet
from assessor_app.domain.signatures import Signer
from assessor_app.settings import Paths
from assessor_app.storage.keys import TEST_COST
from assessor_app.storage.vault import SCHEMA_VERSION
from assessor_app.usecases.freeze_sheet import freeze_observation, freeze_unit
from assessor_app.usecases.keep_evidence import add_evidence, store_file
from assessor_app.usecases.observe import keep_draft, start_observation
from assessor_app.usecases.sample_data import add_sample_data, add_story, judge_story
from assessor_app.usecases.sample_people import STORIES
from tests.desk import PASSPHRASE

STORED = Path(__file__).parent


def fill(vault: UnlockedVault) -> dict[str, object]:
    """Fill a new vault; returns what is to be found in it."""
    ports = vault.ports
    add_sample_data(ports)
    with ports.store.reading() as records:
        first = records.candidates()[0]
    scan = store_file(ports, "rota.txt", "text/plain", b"Rota of the first week, as pinned to the wall.\n" * 40)
    add_evidence(
        ports,
        EvidenceItem(
            id=ports.new_id(), candidate=first.id, number=0, title="Rota", dated=ports.now().local_date, file=scan
        ),
    )
    story = min(STORIES, key=lambda s: len(s.units))
    candidate = add_story(ports, story)
    enrolment = judge_story(ports, candidate, story)[0]
    sealed = sign_all(vault, freeze_unit(ports, enrolment.id))
    with ports.store.reading() as records:
        visit = records.observations_of(candidate)[0]
    half = freeze_observation(ports, visit.id)
    half = sign_with_synthetic_ink(ports, half, _signer(half, half.outstanding[0]))
    typed = start_observation(ports, candidate, "Half written")
    keep_draft(ports, typed)
    with ports.store.reading() as records:
        return {
            "candidates": len(records.candidates()),
            "events": records.head[0],
            "sealed": str(sealed.document_id),
            "half_signed": str(half.document_id),
            "draft": str(typed.id),
        }


def sign_all(vault: UnlockedVault, sheet: Sheet, only: Role | None = None) -> Sheet:
    """Every outstanding signature, or that of one role, in order, with synthetic ink."""
    for role in (only,) if only else sheet.outstanding:
        sheet = sign_with_synthetic_ink(vault.ports, sheet, _signer(sheet, role))
    return sheet


def _signer(sheet: Sheet, role: Role) -> Signer:
    candidate = sheet.record.content.candidate
    names = {Role.CANDIDATE: candidate.name, Role.MANAGER: candidate.manager.name, Role.ASSESSOR: ASSESSOR.name}
    title = "line manager" if role is Role.MANAGER else role.title
    return Signer(role=role, name=names[role], role_title=title, identity_check="Known since registration")


def main() -> int:
    target = STORED / SCHEMA_VERSION
    if target.exists():
        print(f"{target} is there already; a stored vault is never made again", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        profile = Profile(assessor=ASSESSOR, centre=Centre(name="Wye & Teme Assessment", number="04471"))
        vault, _ = Bootstrap(Paths(home=home), TEST_COST).create_vault(PASSPHRASE, profile)
        try:
            found = fill(vault)
        finally:
            vault.close()
        shutil.copytree(home / "vault", target, ignore=shutil.ignore_patterns("vault.lock"))
    (target / "found.json").write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
