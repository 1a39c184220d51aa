"""`demo OUT`: the whole main job without a screen, by the same use cases as the window.

A centre with its own vault and certificate authority enrols an assessor's laptop; candidates, observations on all four
seed units, signatures in order with synthetic ink, and the signed PDFs; one encrypted export to the centre, which takes
it in and answers with a receipt, which the laptop opens.
"""

import secrets
import tempfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from assessor_app.cli.say import Voice
from assessor_app.cli.synthetic_ink import synthetic_strokes
from assessor_app.domain.errors import ExitCode, KnownError
from assessor_app.domain.evidence import EvidenceItem
from assessor_app.domain.people import Assessor, Centre, Standing
from assessor_app.domain.profile import Profile, VaultRole
from assessor_app.domain.roles import Role
from assessor_app.domain.sheets import Sheet
from assessor_app.domain.signatures import Signer
from assessor_app.domain.verification import Verdict
from assessor_app.usecases.enrol import (
    accept_enrolment,
    confirm_words,
    enrol_device,
    read_enrolment,
    read_request,
    write_request,
)
from assessor_app.usecases.exchange_state import Progress, exchange_state
from assessor_app.usecases.export_bundle import export_name, plan_export, write_export
from assessor_app.usecases.freeze_sheet import freeze_observation, freeze_unit
from assessor_app.usecases.import_bundle import import_bundle
from assessor_app.usecases.keep_evidence import add_evidence, store_file
from assessor_app.usecases.ports import Ports
from assessor_app.usecases.program import OpenVault, Program
from assessor_app.usecases.receipts import take_receipt, write_receipt
from assessor_app.usecases.sample_data import add_story, judge_story
from assessor_app.usecases.sample_people import STORIES, Story
from assessor_app.usecases.sign_sheet import Signing, begin_capture, keep_stroke, sign_sheet

CENTRE = "Wye & Teme Assessment"
ASSESSOR = Assessor(name="Ruth Okonjo", number="A-2207", standing=Standing.EXTERNAL, qualified=True)
LAPTOP = Profile(assessor=ASSESSOR, centre=Centre(name=CENTRE, number="04471"))
OFFICE = Profile(
    assessor=Assessor(name="Assessment office"), centre=Centre(name=CENTRE, number="04471"), role=VaultRole.CENTRE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A sheet that the demo made."""

    file: str
    form: str
    unit: str
    document: str
    sha256: str


def run_demo(make_program: Callable[[Path], Program], out: Path, voice: Voice) -> ExitCode:
    """Make everything into `out`; both vaults are made in a temporary folder and thrown away."""
    try:
        (out / "sheets").mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise KnownError(
            f"The folder {out} cannot be made.", advice="Choose another folder.", code="demo-folder"
        ) from error
    with tempfile.TemporaryDirectory(prefix="assessor-demo-") as home:
        laptop = _new_vault(make_program, Path(home) / "laptop", LAPTOP, voice)
        with closing(laptop), closing(_new_vault(make_program, Path(home) / "centre", OFFICE, voice)) as centre:
            return _run(laptop, centre, out, voice)


def _run(laptop: OpenVault, centre: OpenVault, out: Path, voice: Voice) -> ExitCode:
    sheets = out / "sheets"
    ca = _enrol(laptop.ports, centre.ports, out, voice)
    made = [m for story in STORIES for m in _play(laptop.ports, story, sheets, voice)]
    troubles = []
    for sheet in made:
        report = laptop.verify((sheets / sheet.file).read_bytes(), [ca])
        if report.verdict is not Verdict.GOOD:
            troubles.append(f"{sheet.file}: {'; '.join(p.sentence for p in report.problems)}")
    voice.line(f"{len(made)} signed PDFs, each verified against the centre's certificate: {sheets}")
    bundle, receipt, trouble = _exchange(laptop.ports, centre.ports, out, voice)
    troubles += [*trouble, *laptop.check(), *centre.check()]
    for line in troubles:
        voice.trouble(line)
    voice.document(
        {"sheets": made, "ca": "centre-ca.pem", "bundle": bundle, "receipt": receipt, "verified": not troubles}
    )
    return ExitCode.NOT_GOOD if troubles else ExitCode.GOOD


def _new_vault(make_program: Callable[[Path], Program], home: Path, profile: Profile, voice: Voice) -> OpenVault:
    vault, _ = make_program(home).create_vault(secrets.token_urlsafe(18), profile)
    voice.line(f"Vault made: encrypted, for {profile.assessor.name}, {CENTRE}.")
    return vault


def _enrol(laptop: Ports, centre: Ports, out: Path, voice: Voice) -> bytes:
    """The laptop asks, the centre answers, both compare ten words; returns the centre's certificate (PEM)."""
    request, answer = out / "enrolment-request.asice", out / "enrolment.asice.age"
    words = write_request(laptop, request)
    seen = read_request(centre, request)
    confirm_words(seen.words, words)
    peer = enrol_device(centre, seen, answer)
    offered = read_enrolment(laptop, answer)
    accept_enrolment(laptop, offered)
    ca = peer.authority_pem.encode()
    (out / "centre-ca.pem").write_bytes(ca)
    voice.line(f"The laptop is enrolled as device {peer.party.device}; both sides read: {words}.")
    return ca


def _exchange(laptop: Ports, centre: Ports, out: Path, voice: Voice) -> tuple[str, str, list[str]]:
    """One export, taken in by the centre; one receipt, opened on the laptop. Returns both names and what went wrong."""
    plan = plan_export(laptop)
    bundle = out / export_name(laptop)
    sent = write_export(laptop, plan, bundle)
    voice.line(
        f"Exported: {len(plan.candidates)} candidates, {plan.sheets} sheets, {plan.observations} observations, "
        f"{plan.evidence_files} evidence files, {sent.size / 1_000_000:.1f} MB: {bundle}"
    )
    report = import_bundle(centre, bundle)
    voice.line(f"The centre took it in: {report.new} new records, {len(report.quarantined)} held back.")
    again = import_bundle(centre, bundle)
    receipt = out / f"receipt-{report.peer.party.device}.asice.age"
    write_receipt(centre, report.peer, receipt)
    take_receipt(laptop, receipt)
    state = exchange_state(laptop)
    received = sum(1 for item in state.items if item.progress is Progress.RECEIVED)
    voice.line(f"Receipt opened on the laptop: {received} of {len(state.items)} items are received: {receipt}")
    trouble = [f"held back: {line}" for line in report.quarantined]
    if not again.was_known:
        trouble.append("taking in the same file twice was not noticed")
    if received != len(state.items):
        trouble.append("not everything was acknowledged")
    return bundle.name, receipt.name, trouble


def _play(ports: Ports, story: Story, sheets: Path, voice: Voice) -> list[Made]:
    candidate = add_story(ports, story, is_sample=False)
    add_evidence(
        ports,
        EvidenceItem(
            id=ports.new_id(),
            candidate=candidate,
            number=0,
            title="Rota as it hung in the staff room",
            dated=ports.now().local_date,
            shows=f"The week's rota, with {story.name}'s shifts",
            file=store_file(ports, "rota.txt", "text/plain", f"Rota of {story.employer}\n".encode()),
        ),
    )
    made = []
    with ports.store.reading() as records:
        visits = records.observations_of(candidate)
    for visit in visits:
        frozen = freeze_observation(ports, visit.id)
        sealed = sign_all(ports, frozen, story)
        made.append(_save(ports, sealed, sheets, f"observation-{_slug(story.name)}-{visit.number:02d}.pdf"))
        voice.line(f"{story.name}: observation record {visit.ref} signed by candidate and assessor.")
    for enrolment in judge_story(ports, candidate, story):
        frozen = freeze_unit(ports, enrolment.id)
        sealed = sign_all(ports, frozen, story)
        name = f"{sealed.record.form.value.lower()}-{enrolment.unit.key}.pdf"
        made.append(_save(ports, sealed, sheets, name))
        roles = ", ".join(s.role.value for s in sealed.signatures)
        voice.line(f"{story.name}: {sealed.record.form.title}, {enrolment.unit.name}, signed in order: {roles}.")
    return made


def sign_all(ports: Ports, sheet: Sheet, story: Story) -> Sheet:
    """Everyone whose signature is outstanding signs, in order."""
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
