"""A moment as a laptop sees it: what its wall clock said, where, and how long it had been running.

The wall clock can be wrong or changed; the boot-time clock only runs forward within one boot. Both are kept, so that
a step of the wall clock is noticed and recorded, never repaired (promises.md, row 18).
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Moment:
    """Wall clock in UTC milliseconds with the local offset in minutes, and the boot-time clock with its boot."""

    utc_ms: int
    offset_min: int = 0
    boot_ms: int = 0
    boot_id: str = ""

    @property
    def local(self) -> datetime:
        """Aware local time."""
        zone = timezone(timedelta(minutes=self.offset_min))
        return datetime.fromtimestamp(0, UTC).astimezone(zone) + timedelta(milliseconds=self.utc_ms)

    @property
    def local_date(self) -> date:
        """The date as printed: the gate compares these, not UTC dates (British Summer Time around midnight)."""
        return self.local.date()

    @property
    def utc(self) -> datetime:
        """Aware UTC time."""
        return datetime.fromtimestamp(0, UTC) + timedelta(milliseconds=self.utc_ms)

    @property
    def zone_name(self) -> str:
        """`GMT` or `BST` in the United Kingdom's two offsets, else `UTC+hh:mm`."""
        if self.offset_min == 0:
            return "GMT"
        if self.offset_min == 60:
            return "BST"
        sign = "+" if self.offset_min > 0 else "-"
        return f"UTC{sign}{abs(self.offset_min) // 60:02d}:{abs(self.offset_min) % 60:02d}"


def clock_step_ms(earlier: Moment, later: Moment) -> int:
    """How far the wall clock was moved between two moments in one boot (0 when it kept pace), in milliseconds.

    Over a reboot only a step backwards can be seen; it is returned as a negative number.
    """
    wall = later.utc_ms - earlier.utc_ms
    if earlier.boot_id == later.boot_id and earlier.boot_id:
        return wall - (later.boot_ms - earlier.boot_ms)
    return min(wall, 0)
