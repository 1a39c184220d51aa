"""Erases the candidate whose id is given, in the vault of the working folder's `home`. Started by `test_erasure`."""

import sys
from pathlib import Path
from uuid import UUID

from assessor_app.bootstrap import Bootstrap
from assessor_app.domain.erasure import EraseReason
from assessor_app.settings import Paths
from assessor_app.storage.keys import TEST_COST
from assessor_app.usecases.erase import erase_candidate
from tests.desk import PASSPHRASE


def main() -> None:
    vault = Bootstrap(Paths(home=Path("home").absolute()), TEST_COST).open_vault(PASSPHRASE)
    print("ready", flush=True)
    erase_candidate(vault, UUID(sys.argv[1]), EraseReason.ASKED)
    print("erased", flush=True)
    vault.close()


if __name__ == "__main__":
    main()
