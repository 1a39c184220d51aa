"""Nothing here ever opens an internet socket: watched from inside, from outside, and with no network at all."""

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults import network
from tests.faults.table import note

ROOT = Path(__file__).parent.parent.parent


@pytest.mark.skipif(sys.platform == "win32", reason="Python's own loops use internet sockets on Windows")
@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6])
def test_internet_socket_is_refused_and_told(family: socket.AddressFamily) -> None:
    # The control of the guard that is on in every test (tests/conftest.py).
    with pytest.raises(network.NetworkUsedError):
        socket.socket(family)
    with pytest.raises(network.NetworkUsedError):
        socket.getaddrinfo("example.org", 443)
    assert len(network.OPENED) == 2
    network.OPENED.clear()


@pytest.mark.skipif(sys.platform == "win32", reason="there are none on Windows")
def test_local_socket_is_let_through() -> None:
    one, other = socket.socketpair()
    one.close()
    other.close()
    assert network.OPENED == []


def _internet_sockets(command: list[str], folder: Path) -> list[str]:
    """Calls that made an internet socket, of a program and its children, as the system saw them."""
    if shutil.which("strace") is None:
        pytest.skip("NOT TESTED: watching from outside needs strace (apt-get install strace)")
    out = folder / "trace"
    done = subprocess.run(
        ["strace", "-f", "-qq", "-e", "trace=socket,connect", "-o", str(out), *command],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if "ptrace" in done.stderr.lower() and not out.exists():
        pytest.skip("NOT TESTED: this system lets nobody trace")
    assert done.returncode == 0, done.stderr
    return [line for line in out.read_text().splitlines() if "AF_INET" in line]


def test_whole_job_opens_no_internet_socket_as_the_system_sees_it(tmp_path: Path) -> None:
    assert _internet_sockets([sys.executable, "-m", "assessor_app", "selftest"], tmp_path) == []
    code = "import socket; socket.socket(socket.AF_INET).close()"
    assert _internet_sockets([sys.executable, "-c", code], tmp_path)  # the control
    note("No network", "whole job under strace: 0 internet sockets; guard on in every test; control seen")


@pytest.mark.soak
def test_suite_passes_without_any_network(tmp_path: Path) -> None:
    if shutil.which("unshare") is None or subprocess.run(["unshare", "-n", "true"], check=False).returncode != 0:
        pytest.skip("NOT TESTED: an empty network namespace needs root and unshare")
    done = subprocess.run(
        ["unshare", "-n", sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-n", "2", "--dist", "loadfile"],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:]
    note("No network: suite in an empty network namespace", done.stdout.strip().splitlines()[-1])
