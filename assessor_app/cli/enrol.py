"""`vault enrol-request | enrol`: the laptop's side of enrolment."""

import argparse
import sys

from assessor_app.cli.passphrase import read_passphrase
from assessor_app.cli.say import Voice
from assessor_app.domain.errors import ExitCode, KnownError
from assessor_app.usecases.enrol import accept_enrolment, confirm_words, read_enrolment, write_request
from assessor_app.usecases.program import Program


def run_enrol_request(program: Program, options: argparse.Namespace, voice: Voice) -> ExitCode:
    """Write the request, and show the words to read to the centre."""
    vault = program.open_vault(read_passphrase("Passphrase: "))
    try:
        words = write_request(vault.ports, options.out)
    finally:
        vault.close()
    voice.line(f"Enrolment request: {options.out}")
    voice.line(f"Read these words to the centre: {words}")
    voice.document({"file": str(options.out), "words": words})
    return ExitCode.GOOD


def run_enrol(program: Program, options: argparse.Namespace, voice: Voice) -> ExitCode:
    """Believe the centre that answered, once its words have been compared."""
    vault = program.open_vault(read_passphrase("Passphrase: "))
    try:
        seen = read_enrolment(vault.ports, options.file)
        voice.line(f"{seen.party.centre.name} enrols this laptop as device {seen.answer.device}.")
        voice.line(f"The centre must show these words: {seen.words}")
        confirm_words(seen.words, options.words or ask_words("Type the words that the centre reads out: "))
        accept_enrolment(vault.ports, seen)
    finally:
        vault.close()
    voice.line("This laptop is enrolled.")
    voice.document({"centre": seen.party.centre, "device": seen.answer.device})
    return ExitCode.GOOD


def ask_words(prompt: str) -> str:
    """The ten words from the terminal; KnownError where there is none."""
    if not sys.stdin.isatty():
        raise KnownError(
            "There is no terminal to ask for the words.", advice="Give them with --words.", code="no-terminal"
        )
    return input(prompt)
