"""The event log, to be read."""
