"""What every test has: an open desk where it asks for one, and no window on a screen."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desk import Desk, open_desk

if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A set-up vault with marking renderer and sealer."""
    with open_desk(tmp_path / "vault") as opened:
        yield opened
