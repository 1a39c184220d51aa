"""What a centre's home shows, with the words ready for the eye."""

from dataclasses import dataclass

from assessor_app.gui.widgets.tag import Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class CentreRow:
    """A line: two lines of words, a tag, and up to two actions; `quiet` is the second one."""

    id: str
    title: str
    detail: str
    tag: str = ""
    icon: str = ""
    tone: Tone = Tone.PLAIN
    action: str = ""
    quiet: str = ""
    matters_now: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CentreContent:
    """All lists of the page; an empty one is not shown. `fingerprint` are the centre's own ten words."""

    centre: str = ""
    fingerprint: str = ""
    summary: tuple[str, str] = ("", "")
    receipts_due: int = 0
    devices: tuple[CentreRow, ...] = ()
    choices: tuple[CentreRow, ...] = ()
    held_back: tuple[CentreRow, ...] = ()
    sheets: tuple[CentreRow, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of two versions: which laptop it is from, and the fields in which they differ."""

    key: str
    title: str
    lines: tuple[str, ...]
