"""Where the passphrase comes from: a prompt, or the file that ASSESSOR_APP_PASSPHRASE_FILE names. Never an argument."""

import getpass
import os
import sys
from pathlib import Path

from assessor_app.domain.errors import KnownError

VARIABLE = "ASSESSOR_APP_PASSPHRASE_FILE"


def read_passphrase(prompt: str) -> str:
    """The passphrase, without the line end of its file."""
    named = os.environ.get(VARIABLE)
    if named:
        try:
            return Path(named).read_text(encoding="utf-8").rstrip("\r\n")
        except (OSError, UnicodeDecodeError) as error:
            raise KnownError(
                "The passphrase file cannot be read.", advice=f"Check {VARIABLE}.", code="passphrase-file"
            ) from error
    if not sys.stdin.isatty():
        raise KnownError(
            "There is no terminal to ask for the passphrase.",
            advice=f"Put it into a file that only you can read and name the file in {VARIABLE}.",
            code="no-terminal",
        )
    return getpass.getpass(prompt)
