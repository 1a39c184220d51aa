"""`vault create | check | backup | restore | salvage`."""

from pathlib import Path

from assessor_app.cli.passphrase import read_passphrase
from assessor_app.cli.progress import watching
from assessor_app.cli.say import Voice
from assessor_app.domain.errors import ExitCode
from assessor_app.domain.findings import CAN_BE_MENDED, Finding
from assessor_app.domain.people import Assessor, Centre, Standing
from assessor_app.domain.profile import Profile
from assessor_app.usecases.program import OpenVault, Program


def run_vault_create(
    program: Program,
    voice: Voice,
    *,
    assessor: str,
    number: str,
    centre: str,
    centre_number: str,
    workplace: bool,
    another: bool,
    start_again: bool,
) -> ExitCode:
    """Make a vault, or a further person's beside it; its recovery code is printed once.

    With `start_again` what a cut making left is taken away first.
    """
    if start_again and program.half_made() is not None:
        aside = program.take_half_made_away()
        voice.line(f"What was there is kept: {aside}" if aside else "What the cut making left was taken away.")
    if another:
        program.use_new_vault()
    profile = Profile(
        assessor=Assessor(
            name=assessor, number=number, standing=Standing.WORKPLACE if workplace else Standing.EXTERNAL
        ),
        centre=Centre(name=centre, number=centre_number),
    )
    vault, code = program.create_vault(read_passphrase("New passphrase: "), profile)
    folder = vault.folder
    vault.close()
    voice.line(f"The vault is made: {folder}")
    voice.line("Recovery code, shown only now. Print it and keep it away from the laptop:")
    voice.line(f"  {code}")
    voice.document({"vault": str(folder), "recovery_code": code})
    return ExitCode.GOOD


def run_vault_check(program: Program, voice: Voice, *, mend: bool = False) -> ExitCode:
    """Check everything that can be checked; with `mend`, first make anew what is derived from the records."""
    vault = program.open_vault(read_passphrase("Passphrase: "))
    try:
        findings = _examine(vault, voice)
        if mend and any(finding.code in CAN_BE_MENDED for finding in findings):
            vault.mend()
            voice.line("Search index and progress were made anew.")
            findings = _examine(vault, voice)
    finally:
        vault.close()
    for finding in findings:
        voice.line(f"{finding.what}\n  {finding.safe}\n  {finding.command}")
    if findings:
        voice.line("What is not named above is sound.")
    else:
        voice.line("Everything is sound: database, encryption, event log, records and files.")
    voice.document({"findings": [finding.what for finding in findings], "details": findings})
    return ExitCode.NOT_GOOD if findings else ExitCode.GOOD


def _examine(vault: OpenVault, voice: Voice) -> tuple[Finding, ...]:
    with watching(voice, "Checking, pages") as watch:
        return vault.examine(watch)


def run_vault_backup(program: Program, target: Path, voice: Voice) -> ExitCode:
    """Make a checked backup in a folder."""
    vault = program.open_vault(read_passphrase("Passphrase: "))
    try:
        with watching(voice, "Backing up, bytes") as watch:
            made = vault.back_up(target, watch)
    finally:
        vault.close()
    voice.line(f"Backup made and checked: {made.folder} ({made.events} events)")
    voice.document({"backup": str(made.folder), "events": made.events})
    return ExitCode.GOOD


def run_vault_restore(program: Program, backup: Path, voice: Voice, *, anyway: bool = False) -> ExitCode:
    """Put a backup in the vault's place; the vault that was there is kept. `anyway`: also one of another vault."""
    aside = program.restore(backup, read_passphrase("Passphrase of the backup: "), anyway=anyway)
    voice.line("The backup is restored.")
    if aside:
        voice.line(f"The vault that was there is kept: {aside}")
    voice.document({"kept": str(aside) if aside else None})
    return ExitCode.GOOD


def run_vault_salvage(program: Program, home: Path, voice: Voice) -> ExitCode:
    """Make a new vault from what a damaged one still gives; the damaged one is only read."""
    report = program.salvage(home, read_passphrase("Passphrase: "))
    for line in report.lines:
        voice.line(line)
    voice.line(f"The new vault opens with the same passphrase: assessor-app --home {report.home}")
    voice.document(
        {
            "home": str(report.home),
            "complete": report.is_complete,
            "tables": report.tables,
            "log_gaps": report.log_gaps,
            "report": report.lines,
        }
    )
    return ExitCode.GOOD if report.is_complete else ExitCode.NOT_GOOD
