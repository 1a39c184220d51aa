"""Run in a D-Bus session with a keyring of its own: a vault that the keyring opens, then the keyring locked."""

import sys
from pathlib import Path

import keyring
import secretstorage

from assessor_app.bootstrap import Bootstrap
from assessor_app.domain.errors import KnownError
from assessor_app.settings import Paths
from assessor_app.storage.keys import TEST_COST
from tests.desk import PASSPHRASE


def main(home: Path) -> None:
    """Says one word for each thing that held."""
    print(type(keyring.get_keyring()).__module__)
    program = Bootstrap(Paths(home=home), TEST_COST)
    vault, _ = program.create_vault(PASSPHRASE)
    vault.let_keyring_open()
    vault.close()
    again = program.open_with_keyring()
    print("opened")
    connection = secretstorage.dbus_init()
    collection = secretstorage.get_default_collection(connection)
    kept = [item.get_secret().decode() for item in collection.get_all_items()]
    print("passphrase-kept" if any(PASSPHRASE in secret for secret in kept) else f"{len(kept)}-secret")
    collection.lock()
    again.close()
    try:
        program.open_with_keyring()
    except KnownError as error:
        print(error.code)
    program.open_vault(PASSPHRASE).close()
    print("passphrase-opens")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
