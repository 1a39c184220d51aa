"""`vault erase`: everything about one candidate, from the vault and from every copy of it that can be reached."""

import argparse
import sys

from assessor_app.cli.candidates import find_candidate
from assessor_app.cli.passphrase import read_passphrase
from assessor_app.cli.progress import watching
from assessor_app.cli.say import Voice
from assessor_app.domain.erasure import Erasable, EraseReason
from assessor_app.domain.errors import ExitCode, KnownError
from assessor_app.usecases.erase import erase_candidate, look_at_erasing
from assessor_app.usecases.erasing_words import (
    LATER,
    WHAT_STAYS,
    facts_of,
    report_of,
    unreached_words,
    warnings_of,
)
from assessor_app.usecases.program import Program


def run_erase(program: Program, options: argparse.Namespace, voice: Voice) -> ExitCode:
    """Say what would go, ask for the name again unless with --yes, and erase. Exit 1 where a copy is out of reach."""
    vault = program.open_vault(read_passphrase("Passphrase: "))
    try:
        candidate = find_candidate(vault, options.candidate, safe="Nobody was erased.")
        plan = look_at_erasing(vault, candidate)
        _tell(plan, voice)
        if not options.yes:
            _ask(plan.name)
        with watching(voice, "Erasing from copies") as watch:
            erased = erase_candidate(vault, candidate, EraseReason(options.reason), watch)
    finally:
        vault.close()
    voice.line(f"{report_of(erased)}.")
    for words in unreached_words(erased.unreached):
        voice.line(f"Not erased from: {words}")
    if erased.unreached:
        voice.line(LATER)
    voice.document(erased)
    return ExitCode.NOT_GOOD if erased.unreached else ExitCode.GOOD


def _tell(plan: Erasable, voice: Voice) -> None:
    voice.line(f"Erasing {plan.name}, for good:")
    for label, words in facts_of(plan):
        voice.line(f"  {label}: {words}")
    for words in (*warnings_of(plan), WHAT_STAYS):
        voice.line(f"  {words}")


def _ask(name: str) -> None:
    if not sys.stdin.isatty():
        raise KnownError(
            "There is no terminal to ask whether you are sure.",
            safe="Nobody was erased.",
            advice="Add --yes where you are.",
            code="no-terminal",
        )
    if " ".join(input("Type the name to erase: ").split()) != name:
        raise KnownError(
            "That is not the name.", safe="Nobody was erased.", advice="Start again.", code="not-confirmed"
        )
