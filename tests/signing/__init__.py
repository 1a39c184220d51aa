"""Behaviour of the seal and of the check, with a small sheet of our own."""
