"""`verify FILE...`: what holds of a signed sheet and what does not, signature by signature."""

from collections.abc import Sequence
from pathlib import Path

from assessor_app.cli.passphrase import read_passphrase
from assessor_app.cli.say import Voice
from assessor_app.domain.errors import ExitCode, KnownError
from assessor_app.domain.verification import SheetReport, SignatureReport, Verdict
from assessor_app.usecases.program import Program

LARGEST_SHEET = 200 * 1024 * 1024  # bytes

_EXIT = {
    Verdict.GOOD: ExitCode.GOOD,
    Verdict.NOT_GOOD: ExitCode.NOT_GOOD,
    Verdict.UNREADABLE: ExitCode.UNREADABLE,
}


def run_verify(
    program: Program, files: Sequence[Path], ca: Path | None, voice: Voice, *, with_vault: bool = False
) -> ExitCode:
    """Verify each file; the exit code is that of the worst.

    With the vault, a sheet that it holds must also be that file to the last byte.
    """
    anchors = [_read(ca)] if ca else []
    contents = {str(path): _read(path) for path in files}
    if with_vault:
        vault = program.open_vault(read_passphrase("Passphrase: "))
        try:
            reports = {name: vault.verify(content, anchors) for name, content in contents.items()}
        finally:
            vault.close()
    else:
        reports = {name: program.verify(content, anchors) for name, content in contents.items()}
    for name, report in reports.items():
        _tell(name, report, voice)
    voice.document([{"file": name, "report": report} for name, report in reports.items()])
    return max((_EXIT[report.verdict] for report in reports.values()), default=ExitCode.GOOD)


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
