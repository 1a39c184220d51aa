"""`vault escrow | escrow-request | escrow-open` and `centre release`: the way back through the centre."""

import argparse

from assessor_app.cli.enrol import ask_words
from assessor_app.cli.passphrase import read_passphrase
from assessor_app.cli.say import Voice
from assessor_app.domain.errors import ExitCode, KnownError
from assessor_app.usecases.enrol import confirm_words
from assessor_app.usecases.program import OpenVault, Program


def run_escrow(program: Program, options: argparse.Namespace, voice: Voice) -> ExitCode:
    """Say who may give the vault back; with --agree or --withdraw change it first."""
    vault = program.open_vault(read_passphrase("Passphrase: "))
    try:
        if options.agree:
            vault.agree_escrow()
        elif options.withdraw:
            vault.withdraw_escrow()
        centre = vault.escrow_centre()
    finally:
        vault.close()
    voice.line(f"{centre} may give you this vault back." if centre else "No centre can open this vault.")
    voice.document({"centre": centre or None})
    return ExitCode.GOOD


def run_escrow_request(program: Program, options: argparse.Namespace, voice: Voice) -> ExitCode:
    """Ask the centre; the passphrase asked for is the one that will open the vault afterwards."""
    words = program.write_escrow_request(options.out, read_passphrase("New passphrase: "))
    voice.line(f"Request for the centre: {options.out}")
    voice.line(f"Read these words to the centre: {words}")
    voice.document({"file": str(options.out), "words": words})
    return ExitCode.GOOD


def run_escrow_open(program: Program, options: argparse.Namespace, voice: Voice) -> ExitCode:
    """Open the centre's answer; from then on the new passphrase opens the vault."""
    vault = program.open_escrow_answer(options.file, read_passphrase("The new passphrase: "))
    folder = vault.folder
    vault.close()
    voice.line("The vault opens with the new passphrase. Make a new recovery code in Settings if the old one is lost.")
    voice.document({"vault": str(folder)})
    return ExitCode.GOOD


def run_release(vault: OpenVault, options: argparse.Namespace, voice: Voice) -> ExitCode:
    """In the centre's vault: give one vault back, once the words have been compared."""
    request = vault.read_escrow_request(options.request)
    for entrusted in request.vaults:
        voice.line(f"Device {entrusted.device}: {entrusted.assessor}")
    devices = [entrusted.device for entrusted in request.vaults]
    device = options.device or (devices[0] if len(devices) == 1 else "")
    if not device:
        raise KnownError(
            "The request holds several vaults.",
            safe="Nothing was given out.",
            advice="Name the one that is asked for with --device.",
            code="escrow-device",
        )
    voice.line(f"The laptop must show these words: {request.words}")
    confirm_words(request.words, options.words or ask_words("Type the words that the assessor reads out: "))
    given = vault.release_escrow(options.request, device, options.out)
    voice.line(f"The answer for {given.assessor}: {options.out}")
    voice.document({"device": given.device, "file": str(options.out)})
    return ExitCode.GOOD
