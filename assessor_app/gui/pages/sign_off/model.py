"""What the sign-off of one unit or visit shows, with the words ready for the eye."""

from dataclasses import dataclass
from enum import Enum

from assessor_app.gui.widgets.chip import ChipData
from assessor_app.gui.widgets.step_bar import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class GapRow:
    """One thing that is missing; `icon` is empty where a dashed ring stands for a criterion."""

    id: str
    title: str
    detail: str
    action: str
    chip: ChipData | None = None
    icon: str = ""


class SignerState(Enum):
    """Where a signature stands."""

    SIGNED = "signed"
    NEXT = "next to sign"
    WAITING = "waiting"


@dataclass(frozen=True, slots=True, kw_only=True)
class SignerRow:
    """One row of the signature block. `refusal` is why it cannot be signed now; `notes` what was recorded about it."""

    role: str
    title: str
    who: str
    declares: str
    state: SignerState
    words: str
    action: str = ""
    is_primary: bool = False
    refusal: str = ""
    notes: tuple[str, ...] = ()
    may_record: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionRow:
    """A version of the sheet."""

    id: str
    title: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """Why sign-off cannot go on, and what may mend it."""

    title: str
    detail: str
    action: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignOffContent:
    """Everything on the page. `sheet` is the live version's id; without one the gaps are shown."""

    title: str
    second: str
    steps: tuple[Step, ...]
    unit: int = 0
    letter: str = ""
    open_label: str = "Open unit record"
    gaps: tuple[GapRow, ...] = ()
    in_order: tuple[str, ...] = ()
    why_manager: str = ""
    stop: Stop | None = None
    notice: tuple[str, str] = ("", "")
    sheet: str = ""
    is_sealed: bool = False
    freeze_label: str = "Freeze and show the sheet"
    freeze_reason: str = ""
    ready_words: str = ""
    signers: tuple[SignerRow, ...] = ()
    about: tuple[str, ...] = ()
    versions: tuple[VersionRow, ...] = ()
