"""What every test has: an open desk where it asks for one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desk import Desk, open_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A set-up vault with marking renderer and sealer."""
    with open_desk(tmp_path / "vault") as opened:
        yield opened
