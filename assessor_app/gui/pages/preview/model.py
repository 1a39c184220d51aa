"""What the preview shows beside the pages, with the words ready for the eye."""

from dataclasses import dataclass
from enum import Enum


class SignatureState(Enum):
    """The value is the word that stands at the right."""

    VALID = "Valid"
    BROKEN = "Broken"
    WAITING = "Waiting"
    CHECKING = "Checking"


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureRow:
    """One signature: who, as what and when; `why` says what is wrong where it is."""

    who: str
    detail: str
    state: SignatureState
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewContent:
    """`next_label` is the one primary action, or empty. A draft has no identity and cannot be printed as signed."""

    title: str
    second: str
    head: str
    words: str
    is_good: bool = True
    signatures: tuple[SignatureRow, ...] = ()
    problems: tuple[str, ...] = ()
    identity: tuple[str, ...] = ()
    next_label: str = ""
    banner: tuple[str, str] = ("", "")
    is_draft: bool = False
    ended_as: str = ""
