"""What every test has: an open desk where it asks for one, and no window on a screen."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desk import Desk, open_desk
from tests.faults import network
from tests.faults.table import FIGURES, lines

if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


network.guard()


@pytest.fixture(autouse=True)
def no_network() -> Iterator[None]:
    """Fails a test that opened an internet socket, also where it swallowed the refusal."""
    yield
    told = network.OPENED[:]
    network.OPENED.clear()
    assert told == [], f"the network was used: {told}"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A set-up vault with marking renderer and sealer."""
    with open_desk(tmp_path / "vault") as opened:
        yield opened


def pytest_configure(config: pytest.Config) -> None:
    """One file collects the figures of every process of the run."""
    if not hasattr(config, "workerinput"):
        handle, name = tempfile.mkstemp(prefix="assessor-figures-")
        os.close(handle)
        os.environ[FIGURES] = name


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what was measured."""
    figures = lines(Path(os.environ[FIGURES]))
    if figures:
        terminalreporter.section("measured in this run")
        for line in figures:
            terminalreporter.write_line(line)


def pytest_unconfigure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        Path(os.environ.pop(FIGURES)).unlink(missing_ok=True)
