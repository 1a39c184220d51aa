"""The screen that a signer is handed."""
