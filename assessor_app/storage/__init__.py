"""The vault: the only place that knows SQLAlchemy, SQLCipher and the files on the disk."""
