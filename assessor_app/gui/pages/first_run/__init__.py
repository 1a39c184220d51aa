"""The first quarter of an hour: passphrase, recovery code, who you are."""
