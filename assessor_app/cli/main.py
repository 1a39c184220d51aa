"""The command line: arguments to use cases, errors to words and exit codes."""

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path

from assessor_app import __version__
from assessor_app.cli.demo import run_demo
from assessor_app.cli.erase import run_erase
from assessor_app.cli.exchange_commands import add_bundle_commands, add_centre_commands, add_enrolment_commands
from assessor_app.cli.export_subject import run_export_subject
from assessor_app.cli.say import Voice
from assessor_app.cli.selftest import run_selftest
from assessor_app.cli.unit_documents import KINDS, run_units_add, run_units_export, run_units_read
from assessor_app.cli.units import find_unit, run_units_list, run_units_show
from assessor_app.cli.vault import (
    run_vault_backup,
    run_vault_check,
    run_vault_create,
    run_vault_restore,
    run_vault_salvage,
)
from assessor_app.cli.verify import run_verify
from assessor_app.domain.erasure import EraseReason
from assessor_app.domain.errors import ExitCode, KnownError
from assessor_app.usecases.program import Program

_Commands = argparse._SubParsersAction  # argparse has no public name for what add_subparsers returns


def parser() -> argparse.ArgumentParser:
    """Every command with its options; `--home` and `--json` are understood everywhere."""
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--home", type=Path, default=argparse.SUPPRESS, help="use this folder instead of your own")
    common.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help="print one JSON document")
    top = argparse.ArgumentParser(prog="assessor-app", description=__doc__, parents=[common])
    top.add_argument("--version", action="version", version=f"Assessor {__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND")

    def add(
        within: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, about: str
    ) -> argparse.ArgumentParser:
        return within.add_parser(name, help=about, description=about, parents=[common])

    demo = add(commands, "demo", "the whole main job without a screen, on the four seed units")
    demo.add_argument("out", type=Path, metavar="OUT")
    add(commands, "selftest", "start, draw, sign, verify in a temporary home")
    units = add(commands, "units", "the units that are there").add_subparsers(dest="action", required=True)
    add(units, "list", "a line for each unit")
    add(units, "show", "everything about one unit").add_argument("reference", metavar="REF")
    read = add(
        units,
        "read",
        "read units from awarding bodies' documents; with --json one document for one file, "
        "a list for several files or a folder; exit 1: a document without a unit, 2: one that cannot be read",
    )
    read.add_argument("files", type=Path, nargs="+", metavar="FILE", help=f"a folder or a file of {' '.join(KINDS)}")
    read.add_argument("--out", type=Path, metavar="DIR", help="write STEM.json for each input")
    adding = add(units, "add", "put the units of a document or of a unit file into your vault")
    adding.add_argument("file", type=Path, metavar="FILE")
    adding.add_argument("--title", default="", help="the title, where the document gives none")
    adding.add_argument("--awarding-body", default="", metavar="NAME", help="the body, where the document names none")
    export = add(units, "export", "write a unit as a unit file")
    export.add_argument("reference", metavar="REF")
    export.add_argument("--out", type=Path, required=True, metavar="F.toml")
    sheet = add(commands, "sheet", "forms").add_subparsers(dest="action", required=True)
    blank = add(sheet, "blank", "a form to fill in by hand")
    blank.add_argument("reference", metavar="REF")
    blank.add_argument("--out", type=Path, required=True, metavar="F.pdf")
    verify = add(commands, "verify", "what holds of a signed sheet or a bundle, and what does not")
    verify.add_argument("files", type=Path, nargs="+", metavar="FILE")
    verify.add_argument("--ca", type=Path, metavar="PEM", help="the centre's certificate: decides trust")
    verify.add_argument("--identity", type=Path, metavar="KEY", help="a file with the age key that opens bundles")
    verify.add_argument("--against", type=Path, metavar="BUNDLE", help="a receipt or export that must name the sheet")
    verify.add_argument("--with-vault", action="store_true", help="compare with what your own vault holds as well")
    vault = add(commands, "vault", "make, check, back up, restore, salvage, copy, erase").add_subparsers(
        dest="action", required=True
    )
    create = add(vault, "create", "make a vault and print its recovery code")
    create.add_argument("--assessor", required=True, metavar="NAME")
    create.add_argument("--assessor-number", default="", metavar="NO")
    create.add_argument("--centre", required=True, metavar="NAME")
    create.add_argument("--centre-number", default="", metavar="NO")
    create.add_argument("--workplace", action="store_true", help="a workplace assessor, not an external one")
    create.add_argument("--start-again", action="store_true", help="first take away what a cut making has left")
    create.add_argument("--another", action="store_true", help="beside the vault that is there: for a further person")
    check = add(vault, "check", "check everything in the vault")
    check.add_argument("--mend", action="store_true", help="make search index and progress anew where they are wrong")
    add(vault, "backup", "make a checked backup").add_argument("target", type=Path, metavar="FOLDER")
    restore = add(vault, "restore", "put a backup in the vault's place")
    restore.add_argument("backup", type=Path, metavar="BACKUP")
    restore.add_argument("--anyway", action="store_true", help="also one of another vault than the one that is there")
    salvage = add(vault, "salvage", "a new vault from what a damaged one still gives; needs a new home folder")
    salvage.add_argument("--out", type=Path, required=True, metavar="HOME")
    erase = add(vault, "erase", "everything about one candidate, here and in the backups that can be reached")
    erase.add_argument("candidate", metavar="CANDIDATE", help="full name, registration number or id")
    erase.add_argument("--reason", choices=[reason.value for reason in EraseReason], default=EraseReason.ASKED.value)
    erase.add_argument("--yes", action="store_true", help="do not ask for the name again")
    erase.set_defaults(act=run_erase)
    subject = add(vault, "export-subject", "a copy of everything about one candidate, in clear, in a folder")
    subject.add_argument("candidate", metavar="CANDIDATE", help="full name, registration number or id")
    subject.add_argument("--out", type=Path, required=True, metavar="DIR", help="a new folder, or an empty one")
    subject.set_defaults(act=run_export_subject)
    add_enrolment_commands(vault, add)
    add_bundle_commands(commands, add)
    add_centre_commands(commands, add)
    return top


def run(arguments: Sequence[str], make_program: Callable[[Path | None], Program]) -> ExitCode:
    """Run one command. Usage errors exit as argparse does, with `ExitCode.USAGE`."""
    try:
        options = parser().parse_args(arguments)
    except SystemExit as stop:
        return ExitCode.GOOD if not stop.code else ExitCode.USAGE
    voice = Voice(as_json=getattr(options, "json", False))
    home = getattr(options, "home", None)
    try:
        return _dispatch(options, make_program, home, voice)
    except KnownError as error:
        if voice.as_json:
            voice.document({"error": error.code, "what": error.what, "safe": error.safe, "advice": error.advice})
        else:
            voice.trouble(f"{error.what}\n{error.safe}\n{error.advice}".rstrip())
        return ExitCode.UNREADABLE if options.command == "verify" else ExitCode.REFUSED


def _dispatch(
    options: argparse.Namespace, make_program: Callable[[Path | None], Program], home: Path | None, voice: Voice
) -> ExitCode:
    program = make_program(home)
    if hasattr(options, "act"):
        act: Callable[[Program, argparse.Namespace, Voice], ExitCode] = options.act
        return act(program, options, voice)
    match options.command, getattr(options, "action", None):
        case "demo", _:
            return run_demo(make_program, options.out, voice)
        case "selftest", _:
            return run_selftest(make_program, voice)
        case "units", "list":
            return run_units_list(program, voice)
        case "units", "show":
            return run_units_show(program, options.reference, voice)
        case "units", "read":
            return run_units_read(program, options.files, options.out, voice)
        case "units", "add":
            return run_units_add(program, options.file, options.title, options.awarding_body, voice)
        case "units", "export":
            return run_units_export(program, options.reference, options.out, voice)
        case "sheet", "blank":
            return _blank(program, options.reference, options.out, voice)
        case "verify", _:
            return run_verify(program, options, voice)
        case "vault", "create":
            return run_vault_create(
                program,
                voice,
                assessor=options.assessor,
                number=options.assessor_number,
                centre=options.centre,
                centre_number=options.centre_number,
                workplace=options.workplace,
                another=options.another,
                start_again=options.start_again,
            )
        case "vault", "check":
            return run_vault_check(program, voice, mend=options.mend)
        case "vault", "backup":
            return run_vault_backup(program, options.target, voice)
        case "vault", "restore":
            return run_vault_restore(program, options.backup, voice, anyway=options.anyway)
        case "vault", "salvage":
            return run_vault_salvage(program, options.out, voice)
    parser().print_help()
    return ExitCode.USAGE


def _blank(program: Program, reference: str, out: Path, voice: Voice) -> ExitCode:
    unit = find_unit(program.shipped_units(), reference)
    try:
        out.write_bytes(program.blank_form(unit))
    except OSError as error:
        raise KnownError(f"{out} cannot be written.", advice="Choose another place.", code="not-written") from error
    voice.line(f"{unit.title}: {out}")
    voice.document({"file": str(out)})
    return ExitCode.GOOD
