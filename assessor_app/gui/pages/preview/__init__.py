"""The exact document on the screen."""
