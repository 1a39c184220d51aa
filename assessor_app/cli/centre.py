"""`centre init | enrol | import | receipt | revoke | report | release`: the centre's vault, and what is sent to it."""

import argparse
from pathlib import Path

from assessor_app.cli.enrol import ask_words
from assessor_app.cli.escrow import run_release
from assessor_app.cli.passphrase import read_passphrase
from assessor_app.cli.progress import watching
from assessor_app.cli.say import Voice
from assessor_app.domain.errors import ExitCode, KnownError
from assessor_app.domain.exchange import PeerState
from assessor_app.domain.people import Assessor, Centre
from assessor_app.domain.profile import Profile, VaultRole
from assessor_app.usecases.centre_report import DeviceReport, centre_report
from assessor_app.usecases.enrol import (
    confirm_words,
    enrol_device,
    own_party,
    read_request,
    revoke_device,
    words_of_centre,
)
from assessor_app.usecases.import_bundle import ImportReport, import_bundle, peer_of
from assessor_app.usecases.live_content import profile_of
from assessor_app.usecases.program import OpenVault, Program
from assessor_app.usecases.receipts import write_receipt


def run_centre_init(program: Program, options: argparse.Namespace, voice: Voice) -> ExitCode:
    """Make the centre's vault with its authority; the recovery code is printed once."""
    profile = Profile(
        assessor=Assessor(name=options.person),
        centre=Centre(name=options.name, number=options.number),
        role=VaultRole.CENTRE,
    )
    vault, code = program.create_vault(read_passphrase("New passphrase: "), profile)
    try:
        authority = vault.ports.exchange.authority_pem()
        if options.ca_out:
            _write(options.ca_out, authority)
    finally:
        vault.close()
    voice.line(f"The centre's vault is made: {vault.folder}")
    voice.line("Recovery code, shown only now. Print it and keep it in the centre's safe:")
    voice.line(f"  {code}")
    if options.ca_out:
        voice.line(f"The certificate that sheets are checked against: {options.ca_out}")
    voice.document({"vault": str(vault.folder), "recovery_code": code, "ca": authority.decode()})
    return ExitCode.GOOD


def run_centre_enrol(program: Program, options: argparse.Namespace, voice: Voice) -> ExitCode:
    """Answer a laptop's request, once its words have been compared."""
    vault = _open_centre(program)
    try:
        request = read_request(vault.ports, options.request)
        voice.line(f"{request.party.title}, {request.party.centre.name}")
        voice.line(f"The laptop must show these words: {request.words}")
        confirm_words(request.words, options.words or ask_words("Type the words that the assessor reads out: "))
        out = options.out or options.request.with_name("enrolment.asice.age")
        peer = enrol_device(vault.ports, request, out)
        with vault.ports.store.reading() as records:
            profile = profile_of(records)
        own = words_of_centre(own_party(vault.ports, profile), peer.authority_pem)
    finally:
        vault.close()
    voice.line(f"Enrolled as device {peer.party.device}: {out}")
    voice.line(f"The assessor's laptop must show these words for the centre: {own}")
    voice.document({"device": peer.party.device, "file": str(out), "words": own})
    return ExitCode.GOOD


def run_centre_import(program: Program, options: argparse.Namespace, voice: Voice) -> ExitCode:
    """Take in exports; one that is refused does not stop the others, and the exit code says so."""
    vault = _open_centre(program)
    reports: list[dict[str, object]] = []
    refused = 0
    try:
        for path in options.files:
            try:
                with watching(voice, path.name) as watch:
                    report = import_bundle(vault.ports, path, watch)
            except KnownError as error:
                refused += 1
                voice.trouble(f"{path}: refused. {error.what} {error.advice}")
                reports.append({"file": str(path), "refused": error.code, "what": error.what})
                continue
            _tell_import(path, report, voice)
            reports.append({"file": str(path), "report": report})
    finally:
        vault.close()
    voice.document(reports)
    return ExitCode.NOT_GOOD if refused else ExitCode.GOOD


def run_centre_receipt(program: Program, options: argparse.Namespace, voice: Voice) -> ExitCode:
    """Write receipts: for one device, or for every device that is waiting for one."""
    vault = _open_centre(program)
    written = []
    try:
        report = centre_report(vault.ports)
        wanted = [d.peer for d in report.devices if d.receipt_due and d.peer.state is PeerState.ENROLLED]
        if options.device:
            with vault.ports.store.reading() as records:
                peer = peer_of(records, options.device)
            if peer is None:
                raise KnownError(
                    f"No device {options.device} is enrolled.",
                    advice="'centre report' lists the devices.",
                    code="device-unknown",
                )
            wanted = [peer]
        options.out.mkdir(parents=True, exist_ok=True)
        for peer in wanted:
            path = options.out / f"receipt-{peer.party.device}.asice.age"
            sent = write_receipt(vault.ports, peer, path)
            voice.line(
                f"{peer.party.title}, device {peer.party.device}: {path} ({dict(sent.counts)['received']} records)"
            )
            written.append({"device": peer.party.device, "file": str(path), "counts": dict(sent.counts)})
    finally:
        vault.close()
    if not written:
        voice.line("No device is waiting for a receipt.")
    voice.document(written)
    return ExitCode.GOOD


def run_centre_revoke(program: Program, options: argparse.Namespace, voice: Voice) -> ExitCode:
    """Believe nothing more from a device; the revocation list goes with the centre's certificate."""
    vault = _open_centre(program)
    try:
        peer = revoke_device(vault.ports, options.device, options.reason)
        with vault.ports.store.reading() as records:
            gone = [
                (p.certificate_pem.encode(), p.revoked.utc_ms)
                for p in records.exchange.peers()
                if p.state is PeerState.REVOKED and p.revoked
            ]
        if options.crl_out:
            _write(options.crl_out, vault.ports.exchange.revocation_list(gone))
    finally:
        vault.close()
    voice.line(f"Device {peer.party.device} of {peer.party.title} is revoked. What it sent before stays.")
    voice.document({"device": peer.party.device, "state": peer.state})
    return ExitCode.GOOD


def run_centre_report(program: Program, _: argparse.Namespace, voice: Voice) -> ExitCode:
    """Devices, sheets, what is missing, in conflict or held back."""
    vault = _open_centre(program)
    try:
        report = centre_report(vault.ports)
    finally:
        vault.close()
    for device in report.devices:
        voice.line(_device_line(device))
    for sheet in report.sheets:
        voice.line(
            f"  {sheet.candidate}: {sheet.title}, {sheet.unit}, {sheet.sheet.state.value} (device {sheet.device})"
        )
    for choice in report.choices:
        voice.line(f"  two versions: {choice.kind} of {choice.candidate or 'nobody'} ({choice.id[:13]})")
    for held in report.held_back:
        voice.line(f"  held back: {held.record.kind} {held.record.id[:13]}: {held.reason}")
    voice.document(
        {
            "devices": [
                {
                    "device": d.peer.party.device,
                    "assessor": d.peer.party.title,
                    "state": d.peer.state,
                    "bundles": d.bundles,
                    "missing": d.missing_numbers,
                    "receipt_due": d.receipt_due,
                    "two_copies": d.forked,
                }
                for d in report.devices
            ],
            "sheets": [
                {"document": s.sheet.document_id, "candidate": s.candidate, "title": s.title, "unit": s.unit}
                for s in report.sheets
            ],
            "conflicts": [{"kind": c.kind, "id": c.id} for c in report.choices],
            "held_back": [{"kind": h.record.kind, "id": h.record.id, "reason": h.reason} for h in report.held_back],
        }
    )
    return ExitCode.GOOD


def _tell_import(path: Path, report: ImportReport, voice: Voice) -> None:
    voice.line(f"{path}: export {report.number} of {report.peer.party.title}, device {report.peer.party.device}")
    if report.was_known:
        voice.line("  was taken in before; nothing changed")
    else:
        voice.line(
            f"  {report.new} new, {report.repeated} repeated, {report.replaced} older, "
            f"{report.conflicts} in conflict, {len(report.quarantined)} held back"
        )
    for line in report.quarantined:
        voice.line(f"  held back: {line}")
    if report.missing_numbers:
        voice.line(f"  not arrived yet: export {', '.join(map(str, report.missing_numbers))}")
    if report.log_gap:
        voice.line("  its event log begins after what is known: an export is missing before it")
    if report.forked:
        voice.line("  this vault was copied or restored: two copies went on apart; both are kept")


def _device_line(device: DeviceReport) -> str:
    parts = [f"device {device.peer.party.device}, {device.peer.party.title}: {device.bundles} exports"]
    if device.peer.state is PeerState.REVOKED:
        parts.append(f"revoked ({device.peer.reason})")
    if device.missing_numbers:
        parts.append(f"missing {', '.join(map(str, device.missing_numbers))}")
    if device.receipt_due:
        parts.append("waits for a receipt")
    if device.forked:
        parts.append("two copies of its vault")
    if device.is_second_laptop:
        parts.append("second laptop of the same assessor")
    return "; ".join(parts)


def run_centre_release(program: Program, options: argparse.Namespace, voice: Voice) -> ExitCode:
    """Help an assessor who lost the passphrase, and who agreed to that before."""
    vault = _open_centre(program)
    try:
        return run_release(vault, options, voice)
    finally:
        vault.close()


def _open_centre(program: Program) -> OpenVault:
    vault = program.open_vault(read_passphrase("Passphrase: "))
    with vault.ports.store.reading() as records:
        profile = records.profile()
    if profile is None or profile.role is not VaultRole.CENTRE:
        vault.close()
        raise KnownError(
            "This is an assessor's vault, not the centre's.",
            advice="Name the centre's own folder with --home, or make its vault with 'centre init'.",
            code="wrong-role",
        )
    return vault


def _write(path: Path, data: bytes) -> None:
    try:
        path.write_bytes(data)
    except OSError as error:
        raise KnownError(f"{path} cannot be written.", advice="Choose another place.", code="not-written") from error
