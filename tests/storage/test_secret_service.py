"""The keyring that a Linux desktop really has: GNOME's Secret Service, in a session and a home of its own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

TOOLS = ("gnome-keyring-daemon", "dbus-run-session")
ROOT = Path(__file__).parents[2]
_START = 'printf login-password | gnome-keyring-daemon --unlock --components=secrets >/dev/null && exec "$@"'


@pytest.mark.skipif(
    any(shutil.which(tool) is None for tool in TOOLS),
    reason="NOT TESTED: gnome-keyring-daemon and dbus-run-session are needed for a real keyring",
)
def test_real_keyring_opens_the_vault_and_when_locked_the_passphrase_still_does(tmp_path: Path) -> None:
    home, run = tmp_path / "home", tmp_path / "run"
    home.mkdir()
    run.mkdir(mode=0o700)
    here = {"HOME": str(home), "XDG_RUNTIME_DIR": str(run), "XDG_DATA_HOME": str(home / "data"), "DISPLAY": ""}
    done = subprocess.run(
        ["dbus-run-session", "--", "sh", "-c", _START, "sh", sys.executable, "-m",
         "tests.storage.secret_service_worker", str(tmp_path / "vault home")],
        cwd=ROOT,
        env={**os.environ, **here},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )  # fmt: skip
    assert done.stdout.split() == [
        "keyring.backends.SecretService",
        "opened",
        "1-secret",
        "keyring-missing",
        "passphrase-opens",
    ], done.stderr[-2000:]
