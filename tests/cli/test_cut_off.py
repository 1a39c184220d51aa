"""A command whose output nobody reads any more (`| head`) ends quietly, with the code that the shell expects."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from assessor_app.bootstrap import Bootstrap
from assessor_app.cli.passphrase import VARIABLE
from assessor_app.settings import Paths
from assessor_app.storage.keys import TEST_COST, unlock_with_passphrase
from assessor_app.storage.lock import VaultLock
from assessor_app.storage.vault import KEYS

PASSPHRASE = "four plain words here"
COMMANDS = (
    ("units", "list"),
    ("units", "list", "--json"),
    ("units", "show", "R/504/6242"),
    ("units", "show", "nothing", "--json"),
)


def ended(command: tuple[str, ...], *, stdout: int, stderr: int = subprocess.PIPE) -> tuple[int, str]:
    """Exit code and what stood on standard error."""
    done = subprocess.run(
        [sys.executable, "-m", "assessor_app", *command], stdout=stdout, stderr=stderr, text=True, check=False
    )
    return done.returncode, done.stderr or ""


@pytest.fixture
def nobody() -> int:
    """A pipe that nobody reads."""
    here, there = os.pipe()
    os.close(here)
    return there


@pytest.mark.skipif(sys.platform == "win32", reason="a shell of Windows knows no such code")
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_command_that_nobody_reads_ends_quietly_as_cut_off(command: tuple[str, ...], nobody: int) -> None:
    read_code, _ = ended(command, stdout=subprocess.DEVNULL)
    assert read_code in (0, 65)  # the control: with a reader it ends as always
    try:
        assert ended(command, stdout=nobody) == (141, "")
    finally:
        os.close(nobody)


def test_help_that_nobody_reads_ends_quietly(nobody: int) -> None:
    try:
        assert ended(("--help",), stdout=nobody) in ((141, ""), (0, ""))  # argparse itself swallows the error
    finally:
        os.close(nobody)


@pytest.mark.skipif(sys.platform == "win32", reason="a shell of Windows knows no such code")
def test_error_that_nobody_reads_ends_quietly_too(nobody: int) -> None:
    try:
        assert ended(("units", "show", "nothing"), stdout=nobody, stderr=nobody)[0] == 141
    finally:
        os.close(nobody)


@pytest.mark.skipif(sys.platform == "win32", reason="no bash")
def test_pipe_into_head_shows_the_first_line_and_no_traceback() -> None:
    line = f"{sys.executable} -m assessor_app units show R/504/6242 | head -n 1; echo ${{PIPESTATUS[*]}}"
    done = subprocess.run(["bash", "-c", line], capture_output=True, text=True, check=True)
    shown, codes = done.stdout.splitlines()
    assert shown
    assert codes in ("141 0", "0 0")  # head may have read everything before it left
    assert done.stderr == ""


@pytest.mark.skipif(sys.platform == "win32", reason="a shell of Windows knows no such code")
def test_vault_is_closed_when_the_reader_has_gone(tmp_path: Path, nobody: int) -> None:
    program = Bootstrap(Paths(home=tmp_path), TEST_COST)
    vault, _ = program.create_vault(PASSPHRASE)
    vault.close()
    script = (
        "import sys, pathlib\n"
        "from assessor_app import __main__, bootstrap\n"
        "from assessor_app.settings import Paths\n"
        "from assessor_app.storage.keys import TEST_COST\n"
        "bootstrap.make_program = lambda home: bootstrap.Bootstrap(Paths(home=home), TEST_COST)\n"
        "sys.exit(__main__.main())"
    )
    secret = tmp_path / "passphrase"
    secret.write_text(PASSPHRASE, encoding="utf-8")
    command = [sys.executable, "-c", script, "--home", str(tmp_path), "vault", "check"]
    environment = {**os.environ, VARIABLE: str(secret)}
    done = subprocess.run(command, stdout=nobody, stderr=subprocess.PIPE, text=True, env=environment, check=False)
    os.close(nobody)
    assert (done.returncode, done.stderr) == (141, "")
    VaultLock.take(tmp_path / "vault").release()
    assert (tmp_path / "vault" / "vault.lock").read_bytes() == b"c"
    assert unlock_with_passphrase(tmp_path / "vault" / KEYS, PASSPHRASE, allow_test_cost=True)
