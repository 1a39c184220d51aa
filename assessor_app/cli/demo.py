"""`demo OUT`: the whole main job without a screen, by the same use cases as the window.

A test centre with its own certificate authority, an assessor whose device key it certifies, candidates, observations
on all four seed units, signatures in order with synthetic ink, and the signed PDFs.
"""

import secrets
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from assessor_app.cli.say import Voice
from assessor_app.cli.synthetic_ink import synthetic_strokes
from assessor_app.domain.errors import ExitCode, KnownError
from assessor_app.domain.people import Assessor, Centre, Standing
from assessor_app.domain.profile import Profile
from assessor_app.domain.roles import Role
from assessor_app.domain.sheets import Sheet
from assessor_app.domain.signatures import Signer
from assessor_app.domain.verification import Verdict
from assessor_app.usecases.freeze_sheet import freeze_observation, freeze_unit
from assessor_app.usecases.ports import Ports
from assessor_app.usecases.program import Program
from assessor_app.usecases.sample_data import add_story, judge_story
from assessor_app.usecases.sample_people import STORIES, Story
from assessor_app.usecases.sign_sheet import Signing, begin_capture, keep_stroke, sign_sheet

CENTRE = "Wye & Teme Assessment"
ASSESSOR = Assessor(name="Ruth Okonjo", number="A-2207", standing=Standing.EXTERNAL, qualified=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A sheet that the demo made."""

    file: str
    form: str
    unit: str
    document: str
    sha256: str


def run_demo(make_program: Callable[[Path], Program], out: Path, voice: Voice) -> ExitCode:
    """Make everything into `out`; the vault itself is made in a temporary folder and thrown away."""
    sheets = out / "sheets"
    try:
        sheets.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise KnownError(
            f"The folder {out} cannot be made.", advice="Choose another folder.", code="demo-folder"
        ) from error
    with tempfile.TemporaryDirectory(prefix="assessor-demo-") as home:
        program = make_program(Path(home))
        profile = Profile(assessor=ASSESSOR, centre=Centre(name=CENTRE, number="04471"))
        vault, _ = program.create_vault(secrets.token_urlsafe(18), profile)
        try:
            voice.line(f"Vault made: encrypted, for {ASSESSOR.name}, {CENTRE}.")
            centre = program.new_centre(CENTRE)
            centre.certify(vault)
            (out / "centre-ca.pem").write_bytes(centre.ca_pem)
            voice.line("The centre certified the device key of this laptop: centre-ca.pem.")
            made = [m for story in STORIES for m in _play(vault.ports, story, sheets, voice)]
            findings = vault.check()
            worst = ExitCode.GOOD
            for sheet in made:
                report = vault.verify((sheets / sheet.file).read_bytes(), [centre.ca_pem])
                if report.verdict is not Verdict.GOOD:
                    worst = ExitCode.NOT_GOOD
                    voice.trouble(f"{sheet.file}: {'; '.join(p.sentence for p in report.problems)}")
        finally:
            vault.close()
    for finding in findings:
        voice.trouble(finding)
        worst = ExitCode.NOT_GOOD
    voice.line(f"{len(made)} signed PDFs, each verified against the centre's certificate: {sheets}")
    voice.document({"sheets": made, "ca": "centre-ca.pem", "verified": worst is ExitCode.GOOD})
    return worst


def _play(ports: Ports, story: Story, sheets: Path, voice: Voice) -> list[Made]:
    candidate = add_story(ports, story)
    made = []
    with ports.store.reading() as records:
        visits = records.observations_of(candidate)
    for visit in visits:
        frozen = freeze_observation(ports, visit.id)
        sealed = _sign_all(ports, frozen, story)
        made.append(_save(ports, sealed, sheets, f"observation-{_slug(story.name)}-{visit.number:02d}.pdf"))
        voice.line(f"{story.name}: observation record {visit.ref} signed by candidate and assessor.")
    for enrolment in judge_story(ports, candidate, story):
        frozen = freeze_unit(ports, enrolment.id)
        sealed = _sign_all(ports, frozen, story)
        name = f"{sealed.record.form.value.lower()}-{enrolment.unit.key}.pdf"
        made.append(_save(ports, sealed, sheets, name))
        roles = ", ".join(s.role.value for s in sealed.signatures)
        voice.line(f"{story.name}: {sealed.record.form.title}, {enrolment.unit.name}, signed in order: {roles}.")
    return made


def _sign_all(ports: Ports, sheet: Sheet, story: Story) -> Sheet:
    for role in sheet.outstanding:
        sheet = sign_with_synthetic_ink(ports, sheet, _signer(role, story))
    return sheet


def sign_with_synthetic_ink(ports: Ports, sheet: Sheet, signer: Signer) -> Sheet:
    """Draw, keep every stroke as the pad does, sign."""
    capture, _ = begin_capture(ports, sheet.document_id, signer.role)
    for stroke in synthetic_strokes(signer.name, str(sheet.document_id)):
        keep_stroke(ports, capture, sheet.document_id, signer.role, stroke)
    row = next(s for s in sheet.record.signatories if s.role is signer.role)
    ticks = tuple(True for _ in row.declaration.statements) if row.declaration.ticked else ()
    return sign_sheet(ports, Signing(document=sheet.document_id, signer=signer, ticks=ticks, capture=capture))


def _signer(role: Role, story: Story) -> Signer:
    workplace = f"{story.employer}, {story.site}"
    if role is Role.CANDIDATE:
        return Signer(
            role=role,
            name=story.name,
            role_title="candidate",
            job_title=story.job_title,
            organisation=workplace,
            identity_check="Known since registration",
        )
    if role is Role.MANAGER:
        return Signer(
            role=role,
            name=story.manager.name,
            role_title="owner/manager" if story.manager.is_owner else "line manager",
            job_title=story.manager.job_title,
            organisation=workplace,
            relationship="line manager of the candidate",
            identity_check="Staff badge seen",
        )
    return Signer(
        role=role,
        name=ASSESSOR.name,
        role_title="assessor",
        organisation=CENTRE,
        relationship="no other tie to the candidate",
        identity_check="Own device key",
    )


def _save(ports: Ports, sheet: Sheet, folder: Path, name: str) -> Made:
    (folder / name).write_bytes(ports.files.read(sheet.pdf_sha256))
    return Made(
        file=name,
        form=sheet.record.form.title,
        unit=_unit_name(sheet),
        document=str(sheet.document_id),
        sha256=sheet.pdf_sha256,
    )


def _unit_name(sheet: Sheet) -> str:
    enrolment = getattr(sheet.record.content, "enrolment", None)
    return enrolment.unit.title if enrolment else ""


def _slug(name: str) -> str:
    return "-".join("".join(c for c in word.lower() if c.isascii()) for word in name.split())
