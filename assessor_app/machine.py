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

_HEAD = sys.getsizeof(b"")
_PERTURB = -6  # M_PERTURB of malloc.h
_BLOCKS = (*range(48, 1041, 16), 2048, 4096, 16_384, 65_536)  # bytes: Python's own sizes, then those of the C library
_FILLED = 1024 * 1024  # bytes of each size


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


def clear_freed_memory() -> None:
    """From now on let the C library overwrite what is freed, and hand out zeros; glibc only, and for good.

    It costs a few hundredths of the time that work takes. Small pieces that it keeps at hand are left out.
    """
    if sys.platform == "linux":
        import ctypes

        with suppress(AttributeError):  # a C library other than glibc has no such call
            ctypes.CDLL(None).mallopt(_PERTURB, 0xFF)


def give_back_memory() -> None:
    """Overwrite what Python and the C library keep for reuse, and hand the rest back to the system, which clears it.

    After a vault is closed less of it is left to be read. It is no wiping: what is still held somewhere stays, and so
    does what lies in gaps that this does not happen to fill (docs/threat-model.md).
    """
    gc.collect()
    for size in _BLOCKS:
        # Gaps of a size go to whoever asks for it. Not bytes(n): for zeros Python asks in a way that leaves gaps out.
        gaps = [b"x" * (size - _HEAD) for _ in range(_FILLED // size)]
        gaps.clear()
    if sys.platform == "linux":
        import ctypes

        with suppress(AttributeError):
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
