"""The only package that knows every layer: builds the adapters and hands them to the use cases."""

from assessor_app.bootstrap.program import Bootstrap, UnlockedVault, make_program, run_window

__all__ = ["Bootstrap", "UnlockedVault", "make_program", "run_window"]
