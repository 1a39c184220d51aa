"""`vault erase`: everything about one candidate, from the vault and from every copy of it that can be reached."""

import argparse
import sys
from uuid import UUID

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
from assessor_app.usecases.program import OpenVault, Program


def run_erase(program: Program, options: argparse.Namespace, voice: Voice) -> ExitCode:
    """Say what would go, ask for the name again unless with --yes, and erase. Exit 1 where a copy is out of reach."""
    vault = program.open_vault(read_passphrase("Passphrase: "))
    try:
        candidate = _find(vault, options.candidate)
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


def _find(vault: OpenVault, asked: str) -> UUID:
    """The candidate of that id, registration number or full name; KnownError where there is not exactly one."""
    with vault.ports.store.reading() as records:
        people = records.candidates()
    wanted = " ".join(asked.casefold().split())
    found = [c for c in people if wanted in (str(c.id), c.name.casefold(), c.registration.casefold())]
    if len(found) == 1:
        return found[0].id
    raise KnownError(
        "There are several candidates of that name." if found else "There is no such candidate.",
        safe="Nobody was erased.",
        advice="Give the full name, the registration number or the id"
        + (f": {', '.join(str(c.id) for c in found)}." if found else "."),
        code="candidate-unclear",
    )


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
