"""The locked door of the vault."""
