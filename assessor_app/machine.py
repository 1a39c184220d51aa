"""What only the machine knows or does: its clocks, its randomness, its memory, when its disk has written.

The clocks and the randomness are handed to the use cases and replaced in tests.
"""

import gc
import os
import sys
import time
from contextlib import suppress
from datetime import datetime
from functools import cache
from pathlib import Path
from uuid import UUID, uuid4

from assessor_app.domain.ids import uuid7
from assessor_app.domain.moments import Moment


def now() -> Moment:
    """Wall clock, local offset, boot-time clock and boot id, read together."""
    local = datetime.now().astimezone()
    offset = local.utcoffset()
    return Moment(
        utc_ms=time.time_ns() // 1_000_000,
        offset_min=int(offset.total_seconds() // 60) if offset else 0,
        boot_ms=_boot_clock_ns() // 1_000_000,
        boot_id=_boot_id(),
    )


def new_id() -> UUID:
    """A new UUID version 7."""
    return uuid7(time.time_ns() // 1_000_000, os.urandom(10))


def give_back_memory() -> None:
    """Hand freed memory back to the system, which clears it: after a vault is closed less of it is left to be read.

    It is no wiping: what Python still holds or keeps for reuse stays (docs/threat-model.md).
    """
    gc.collect()
    if sys.platform == "linux":
        import ctypes

        with suppress(AttributeError):  # a C library other than glibc has no such call
            ctypes.CDLL(None).malloc_trim(0)


def sync_folder(folder: Path) -> None:
    """Make renames in `folder` durable; Windows has no such call and needs none."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _boot_clock_ns() -> int:
    # CLOCK_BOOTTIME goes on while the laptop sleeps; elsewhere the monotonic clock is the nearest there is.
    if sys.platform == "linux":
        return time.clock_gettime_ns(time.CLOCK_BOOTTIME)
    return time.monotonic_ns()


@cache
def _boot_id() -> str:
    # Without a boot id from the system each process counts as a boot: then only steps backwards are seen.
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
    except OSError:
        return str(uuid4())
