"""`bundle export | inspect | import`: files out of an assessor's vault, files from the centre into it."""

import argparse
from datetime import UTC, datetime
from pathlib import Path

from assessor_app.cli.passphrase import read_passphrase
from assessor_app.cli.progress import watching
from assessor_app.cli.say import Voice
from assessor_app.domain.bundle_report import BundleReport
from assessor_app.domain.errors import ExitCode, KnownError
from assessor_app.domain.verification import Verdict
from assessor_app.usecases.export_bundle import export_name, plan_export, write_export
from assessor_app.usecases.program import Program
from assessor_app.usecases.receipts import take_receipt

AGE = b"age-encryption.org/v1"
ZIP = b"PK\x03\x04"


def run_bundle_export(program: Program, options: argparse.Namespace, voice: Voice) -> ExitCode:
    """Write what no receipt has acknowledged into one encrypted file."""
    vault = program.open_vault(read_passphrase("Passphrase: "))
    try:
        plan = plan_export(vault.ports)
        path = options.out / export_name(vault.ports) if options.out.is_dir() else options.out
        for candidate in plan.candidates:
            voice.line(
                f"  {candidate.name}: {candidate.sheets} sheets, {candidate.observations} observations, "
                f"{candidate.evidence_files} evidence files"
            )
        with watching(voice, "writing") as watch:
            sent = write_export(vault.ports, plan, path, watch)
    finally:
        vault.close()
    voice.line(f"Export {sent.number} for {plan.centre.party.title}: {path} ({sent.size / 1_000_000:.1f} MB)")
    voice.document({"file": str(path), "number": sent.number, "sha256": sent.sha256, "counts": dict(sent.counts)})
    return ExitCode.GOOD


def run_bundle_import(program: Program, options: argparse.Namespace, voice: Voice) -> ExitCode:
    """Open receipts of the centre on the laptop, in any order."""
    vault = program.open_vault(read_passphrase("Passphrase: "))
    told = []
    try:
        for path in options.files:
            receipt = take_receipt(vault.ports, path)
            accepted = sum(1 for r in receipt.records if r.standing.is_accepted)
            voice.line(f"{path.name}: the centre has {accepted} records of this laptop.")
            for record in receipt.records:
                if not record.standing.is_accepted:
                    voice.line(f"  {record.kind} {record.id[:13]}: {record.standing.value}. {record.reason}")
            if receipt.missing_numbers:
                voice.line(f"  exports that did not arrive: {', '.join(map(str, receipt.missing_numbers))}")
            told.append({"file": str(path), "accepted": accepted, "missing": receipt.missing_numbers})
    finally:
        vault.close()
    voice.document(told)
    return ExitCode.GOOD


def run_bundle_inspect(program: Program, options: argparse.Namespace, voice: Voice) -> ExitCode:
    """Explain a bundle; with a key file, or else with one's own vault."""
    anchors = [options.ca.read_bytes()] if options.ca else []
    report = open_report(program, options.file, options.identity, anchors)
    tell_bundle(str(options.file), report, voice)
    voice.document(report)
    return ExitCode.GOOD if report.verdict is Verdict.GOOD else ExitCode.NOT_GOOD


def is_bundle(path: Path) -> bool:
    """Whether the file begins as a bundle does; whether it is one is found out by opening it."""
    try:
        with path.open("rb") as file:
            head = file.read(len(AGE))
    except OSError:
        return False
    return head == AGE or head.startswith(ZIP)


def open_report(program: Program, path: Path, identity: Path | None, anchors: list[bytes]) -> BundleReport:
    """The report on a bundle: by the key in a file, by no key where it is not encrypted, else by the vault."""
    if identity is not None:
        return program.inspect_bundle(path, _key_in(identity), anchors)
    with path.open("rb") as file:
        if file.read(len(ZIP)) == ZIP:
            return program.inspect_bundle(path, "", anchors)
    vault = program.open_vault(read_passphrase("Passphrase: "))
    try:
        return vault.inspect_bundle(path, anchors)
    finally:
        vault.close()


def tell_bundle(name: str, report: BundleReport, voice: Voice) -> None:
    """A bundle in words."""
    voice.line(f"{name}: {report.verdict.value.upper()}")
    made = f"{report.made.local:%d/%m/%Y %H:%M} {report.made.zone_name}"
    signed = datetime.fromtimestamp(report.signed_ms / 1000, UTC)
    voice.line(f"  {report.kind.title} {report.number}, made {made} by {report.sender.title}")
    device = f", device {report.sender.device}" if report.sender.device else ""
    voice.line(f"  centre: {report.sender.centre.name}{device}")
    voice.line(f"  signed {signed:%d/%m/%Y %H:%M:%S} UTC by {report.signed_by}: {report.trust.value}")
    if report.recipient:
        voice.line(f"  encrypted for {report.recipient}")
    if report.counts:
        voice.line("  records: " + ", ".join(f"{count} {kind.replace('_', ' ')}" for kind, count in report.counts))
    if report.files:
        voice.line(f"  files: {report.files}")
    if report.events:
        voice.line(f"  event log: {report.events.first} to {report.events.last}")
    for sheet in report.sheets:
        verdict = sheet.report.verdict.value if sheet.report else "not signed"
        voice.line(f"  {sheet.title} ({sheet.state}), {sheet.document}: {verdict}")
    for problem in report.problems:
        voice.line(f"  problem: {problem}")


def _key_in(path: Path) -> str:
    try:
        lines = path.read_text(encoding="utf-8").split()
    except (OSError, UnicodeDecodeError) as error:
        raise KnownError(
            f"The key file {path.name} cannot be read.", advice="Check the name and try again.", code="key-file"
        ) from error
    return next((line for line in lines if line.startswith("AGE-SECRET-KEY-")), "none")
