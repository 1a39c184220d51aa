"""Names under which files leave the vault: readable, harmless on every system, and no two alike.

The name of an evidence file is what somebody's camera, mail or malice called it.
"""

import itertools
import re
import unicodedata

_LONGEST = 150  # bytes of a name; the folder it stands in needs room as well
_LONGEST_ENDING = 16  # characters of `.ending`
_NOT_ALLOWED = re.compile(r'[<>:"/\\|?*]')  # by Windows, and what parts a path anywhere
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


def safe_name(name: str, otherwise: str = "file") -> str:
    """`name` as one harmless part of a path; `otherwise` where nothing of it is left.

    No separators, no control or direction characters, no names that Windows keeps for itself, no leading dot.
    """
    text = unicodedata.normalize("NFC", _NOT_ALLOWED.sub("-", name))
    text = "".join(" " if c.isspace() else c for c in text if c.isspace() or unicodedata.category(c)[0] != "C")
    text = " ".join(text.split()).strip(". ")
    if not text.strip("-. "):
        return otherwise
    if _RESERVED.fullmatch(text):
        text = f"_{text}"
    return _shortened(text, "")


class Names:
    """Hands out names, each once; case does not tell two apart, since on many disks it does not."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def free(self, name: str) -> str:
        """`name`, or where that is taken `stem (2).ending`, with the first number that is free."""
        wanted = safe_name(name)
        numbered = (_shortened(wanted, f" ({n})") for n in itertools.count(2))
        found = next(n for n in itertools.chain((wanted,), numbered) if _alike(n) not in self._taken)
        self._taken.add(_alike(found))
        return found


def _alike(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold()


def _shortened(name: str, number: str) -> str:
    """The name with `number` before its ending, cut in the middle where it is too long."""
    stem, dot, ending = name.rpartition(".")
    if not stem or not 0 < len(ending) <= _LONGEST_ENDING or " " in ending:
        stem, dot, ending = name, "", ""
    room = _LONGEST - len(f"{number}{dot}{ending}".encode())
    cut = stem.encode()[:room].decode(errors="ignore").rstrip(". ")
    return f"{cut if len(stem.encode()) > room else stem}{number}{dot}{ending}"
