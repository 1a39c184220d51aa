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
class SettingsContent:
    """Everything on the page; texts about backups come ready ("Yesterday at 17:20, 4.2 MB")."""

    today: date
    you: YouContent = YouContent()
    has_pin: bool = False
    idle_minutes: int = 10
    backup_folder: str = ""
    last_backup: str = "No backup yet"
    is_backup_old: bool = False
    theme: ThemeChoice = ThemeChoice.FOLLOW
    text_scale: float = 1.0
    has_sample_data: bool = False
    forms: tuple[FormApproval, ...] = ()
    version: str = ""
    licences: str = ""
