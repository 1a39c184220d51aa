"""Proofing a unit that was read from an awarding body's document."""
