"""Schema versions of the vault, brought forward in-process when a vault is opened."""
