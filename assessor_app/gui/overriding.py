"""`override` for the modules on the way to the first paint: typing_extensions takes 4 ms to load, for a mark alone."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing_extensions import override
else:

    def override(method):
        """Only the type checker reads the mark."""
        return method


__all__ = ["override"]
