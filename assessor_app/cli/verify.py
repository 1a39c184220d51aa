"""`verify FILE...`: what holds of a signed sheet and what does not, signature by signature."""

import argparse
from dataclasses import replace
from pathlib import Path

from assessor_app.cli.bundles import is_bundle, open_report, tell_bundle
from assessor_app.cli.passphrase import read_passphrase
from assessor_app.cli.say import Voice
from assessor_app.domain.errors import ExitCode, KnownError
from assessor_app.domain.verification import Problem, ProblemCode, SheetReport, SignatureReport, Verdict
from assessor_app.usecases.program import Program

LARGEST_SHEET = 200 * 1024 * 1024  # bytes

_EXIT = {
    Verdict.GOOD: ExitCode.GOOD,
    Verdict.NOT_GOOD: ExitCode.NOT_GOOD,
    Verdict.UNREADABLE: ExitCode.UNREADABLE,
}


def run_verify(program: Program, options: argparse.Namespace, voice: Voice) -> ExitCode:
    """Verify each file; the exit code is that of the worst.

    With the vault, a sheet that it holds must also be that file to the last byte; against a receipt or an export, it
    must be one that is named there.
    """
    anchors = [_read(options.ca)] if options.ca else []
    named = _named(program, options) if options.against else None
    vault = program.open_vault(read_passphrase("Passphrase: ")) if options.with_vault else None
    told: list[dict[str, object]] = []
    worst = ExitCode.GOOD
    try:
        for path in options.files:
            if is_bundle(path):
                bundle = open_report(program, path, options.identity, anchors)
                tell_bundle(str(path), bundle, voice)
                told.append({"file": str(path), "report": bundle})
                worst = max(worst, _EXIT[bundle.verdict])
                continue
            content = _read(path)
            report = vault.verify(content, anchors) if vault else program.verify(content, anchors)
            if named is not None and report.file_sha256 not in named:
                report = _not_named(report)
            _tell(str(path), report, voice)
            told.append({"file": str(path), "report": report})
            worst = max(worst, _EXIT[report.verdict])
    finally:
        if vault:
            vault.close()
    voice.document(told)
    return worst


def _named(program: Program, options: argparse.Namespace) -> frozenset[str]:
    """Hashes of the files that the receipt or export names."""
    return open_report(program, options.against, options.identity, []).file_hashes


def _not_named(report: SheetReport) -> SheetReport:
    problem = Problem(
        code=ProblemCode.FILE_HASH_DIFFERS,
        sentence="The receipt or export does not name this file: it is another version, or was changed.",
    )
    return replace(
        report,
        verdict=max(report.verdict, Verdict.NOT_GOOD, key=list(Verdict).index),
        problems=(*report.problems, problem),
    )


def _tell(name: str, report: SheetReport, voice: Voice) -> None:
    words = {Verdict.GOOD: "GOOD", Verdict.NOT_GOOD: "NOT GOOD", Verdict.UNREADABLE: "UNREADABLE"}
    voice.line(f"{name}: {words[report.verdict]}")
    if report.document_id:
        voice.line(f"  {report.form} version {report.version}, document {report.document_id}")
        voice.line(f"  required: {', '.join(report.required_roles) or 'nobody'}")
    for signature in report.signatures:
        _tell_signature(signature, voice)
    for problem in report.problems:
        voice.line(f"  problem: {problem.sentence}")
    for note in report.notes:
        voice.line(f"  note: {note}")


def _tell_signature(signature: SignatureReport, voice: Voice) -> None:
    when = f"{signature.signed_at:%d/%m/%Y %H:%M:%S %Z}" if signature.signed_at else "time unknown"
    voice.line(
        f"  {signature.role}: {signature.signer_name}, {when}: {signature.integrity.value}, {signature.trust.value}"
    )
    for problem in signature.problems:
        voice.line(f"    problem: {problem.sentence}")
    for note in signature.notes:
        voice.line(f"    note: {note}")


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST_SHEET:
            raise KnownError(f"{path.name} is too large for a sheet.", advice="Choose another file.", code="too-large")
        return path.read_bytes()
    except OSError as error:
        raise KnownError(
            f"{path.name} cannot be read: {error.strerror}.", advice="Check the name and try again.", code="unreadable"
        ) from error
