"""Names that are safe on every file system, though no reader should ever use one as a path without more thought.

Segments of ASCII letters, digits, `_` and `-`, joined by single dots, between single slashes. That leaves no room for
`..`, absolute paths, drive letters, backslashes, control characters, or a dot at the end, which Windows drops. Device
names of Windows, the container's own names, names that differ in case only, and a name that is also a folder of another
are refused too.
"""

import re
from collections.abc import Iterable

from assessor_app.bundle.refusal import RefusalCode

MAX_NAME_LENGTH = 200
_SEGMENT = r"[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*"
_NAME = re.compile(rf"{_SEGMENT}(?:/{_SEGMENT})*")
_WINDOWS_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)
_OWN_FIRST_SEGMENTS = frozenset({"mimetype", "meta-inf"})


def is_allowed(name: str) -> bool:
    """Whether a payload member may be called so."""
    if len(name) > MAX_NAME_LENGTH or _NAME.fullmatch(name) is None:
        return False
    segments = name.split("/")
    return segments[0].lower() not in _OWN_FIRST_SEGMENTS and not any(map(_WINDOWS_DEVICE.fullmatch, segments))


def fault_among(names: Iterable[str]) -> tuple[RefusalCode, int] | None:
    """The first name that is not allowed or collides with an earlier one, as a code and its position; else None."""
    seen: dict[str, str] = {}
    folders: dict[str, str] = {}
    for position, name in enumerate(names):
        if not is_allowed(name):
            return RefusalCode.NAME_NOT_ALLOWED, position
        folded = name.lower()
        if folded in seen:
            is_twice = seen[folded] == name
            return RefusalCode.NAME_TWICE if is_twice else RefusalCode.CASE_COLLISION, position
        above = [name[: mark.start()] for mark in re.finditer("/", name)]
        if folded in folders or any(folder.lower() in seen for folder in above):
            return RefusalCode.NAME_IS_A_FOLDER, position
        if any(folders.get(folder.lower(), folder) != folder for folder in above):
            return RefusalCode.CASE_COLLISION, position
        seen[folded] = name
        folders.update((folder.lower(), folder) for folder in above)
    return None
