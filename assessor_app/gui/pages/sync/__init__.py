"""Sync: by file with the centre."""
