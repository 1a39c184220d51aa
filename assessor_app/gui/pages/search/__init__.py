"""Find as you type over everything in the vault."""
