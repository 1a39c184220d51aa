"""A crash writes no copy of this process's memory to the disk, where names would stand in clear.

A module of its own, because it is the first thing that runs and everything it imports delays the first paint.
"""

import sys


def refuse_core_dumps() -> None:
    """For this process and those it starts. Windows keeps crash dumps only where an administrator asked for them."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
