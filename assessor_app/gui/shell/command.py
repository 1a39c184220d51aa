"""What the palette offers: one action, place or record, as a frozen value."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """`section` is its heading ("Actions"); `key` its shortcut; `icon` a Lucide name; `unit` and `letter` a badge."""

    id: str
    title: str
    detail: str = ""
    key: str = ""
    section: str = "Actions"
    icon: str = ""
    unit: int | None = None
    letter: str = ""
    person: str = ""


SearchCommands = Callable[[str], Sequence[Command]]
