"""Names in a vault's folder. It loads nothing, so that the gate can look before the first paint."""

DATABASE = "vault.db"
KEYS = "keys.json"
FILES = "files"
LOCK = "vault.lock"
TRIES = "vault.tries"
BEING_MADE = "being-made"  # there from the first moment of a vault's making to its last
