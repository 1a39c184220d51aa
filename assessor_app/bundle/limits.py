"""How much a container may ask of the machine that reads it. What is larger is refused before it is read."""

from dataclasses import dataclass

MiB = 1 << 20
GiB = 1 << 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """All in bytes, but for `members`.

    `held` members are verified in memory before anyone sees them; larger ones are streamed, and whoever takes them
    must only stage them.
    """

    members: int = 20_000
    member: int = 8 * GiB
    total: int = 64 * GiB
    held: int = 16 * MiB
    asic_manifest: int = 12 * MiB
    signature: int = 64 << 10
    age_header: int = 64 << 10


STANDARD = Limits()
