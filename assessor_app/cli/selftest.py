"""`selftest`: does this installation do its job? The whole demo in a temporary home, every sheet verified."""

import tempfile
from collections.abc import Callable
from pathlib import Path

from assessor_app.cli.demo import run_demo
from assessor_app.cli.say import Voice
from assessor_app.domain.errors import ExitCode
from assessor_app.usecases.program import Program


def run_selftest(make_program: Callable[[Path], Program], voice: Voice) -> ExitCode:
    """Run the demo into a temporary folder; good only if every sheet verifies and the vault is sound."""
    with tempfile.TemporaryDirectory(prefix="assessor-selftest-") as folder:
        code = run_demo(make_program, Path(folder), voice)
    voice.line("Selftest passed." if code is ExitCode.GOOD else "Selftest failed; see above.")
    return code
