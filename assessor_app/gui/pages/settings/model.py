"""What the Settings page shows and hands out, as frozen values."""

from dataclasses import dataclass
from datetime import date

from assessor_app.gui.theme.controller import ThemeChoice


@dataclass(frozen=True, slots=True, kw_only=True)
class YouContent:
    """Who the assessor is and the centre; also what `you_changed` hands out."""

    name: str = ""
    number: str = ""
    is_peripatetic: bool = True
    is_qualified: bool = True
    centre_name: str = ""
    centre_number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormApproval:
    """A printed form: who approved it and when (None: not approved yet)."""

    id: str
    title: str
    approved_by: str = ""
    approved_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupRow:
    """A backup in the list; `title` says when it was made."""

    id: str
    title: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupsContent:
    """How backups stand, with the words ready; an empty `warning` is none. `rows` are newest first."""

    folder: str = ""
    last: str = "None"
    automatic: str = ""
    warning: str = ""
    warning_detail: str = ""
    rows: tuple[BackupRow, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingRow:
    """One thing that is wrong: what, what is safe, what to do."""

    what: str
    safe: str
    advice: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckContent:
    """What a check found; an empty `verdict` says that nobody has checked yet."""

    verdict: str = ""
    detail: str = ""
    is_sound: bool = False
    findings: tuple[FindingRow, ...] = ()
    can_be_mended: bool = False
    pages_are_lost: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsContent:
    """Everything on the page but backups and the check, which are shown by their own parts."""

    today: date
    you: YouContent = YouContent()
    has_pin: bool = False
    idle_minutes: int = 10
    theme: ThemeChoice = ThemeChoice.FOLLOW
    text_scale: float = 1.0
    has_sample_data: bool = False
    forms: tuple[FormApproval, ...] = ()
    version: str = ""
    licences: str = ""
