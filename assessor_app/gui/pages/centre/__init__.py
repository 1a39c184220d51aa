"""The home of a centre's vault: what its assessors send, and what it answers."""
