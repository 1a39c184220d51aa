"""`vault export-subject`: a copy of everything that is kept about one candidate, in clear, in a folder."""

import argparse

from assessor_app.cli.candidates import find_candidate
from assessor_app.cli.passphrase import read_passphrase
from assessor_app.cli.progress import watching
from assessor_app.cli.say import Voice
from assessor_app.domain.errors import ExitCode
from assessor_app.usecases.program import Program
from assessor_app.usecases.subject_access import give_copy, look_at_copy
from assessor_app.usecases.subject_words import IN_CLEAR, facts_of_plan, report_of


def run_export_subject(program: Program, options: argparse.Namespace, voice: Voice) -> ExitCode:
    """Write the copy and say where it is. Exit 1 where a file of the candidate is missing or damaged."""
    vault = program.open_vault(read_passphrase("Passphrase: "))
    try:
        candidate = find_candidate(vault, options.candidate, safe="Nothing was written.")
        plan = look_at_copy(vault, candidate)
        voice.line(f"A copy of the data of {plan.name}:")
        for label, words in facts_of_plan(plan):
            voice.line(f"  {label}: {words}")
        with watching(voice, "Copying, bytes") as watch:
            given = give_copy(vault, candidate, options.out, watch)
    finally:
        vault.close()
    voice.line(f"{report_of(given)}.")
    for what in given.missing:
        voice.line(f"Missing or damaged, so not in the copy: {what}")
    voice.line(IN_CLEAR)
    voice.document(
        {"folder": str(given.folder), "records": given.records, "files": given.files, "missing": given.missing}
    )
    return ExitCode.NOT_GOOD if given.missing else ExitCode.GOOD
