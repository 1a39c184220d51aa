"""Where things are: shipped resources and the person's own folder. Passed in as values, never a global.

Shipped folders stand in the checkout (`resources`, `data/units`) or, in an installed wheel, inside the package.
"""

from dataclasses import dataclass
from pathlib import Path

APP_NAME = "Assessor"

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = {"resources": "resources", "units": "data/units"}


def shipped(name: str) -> Path:
    """The folder of shipped `resources` or `units`."""
    installed = _PACKAGE / "_shipped" / name
    return installed if installed.is_dir() else _PACKAGE.parent / _CHECKOUT[name]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paths:
    """Folders of one installation. `home` holds the vault; nothing personal is ever written outside it in clear."""

    home: Path

    @classmethod
    def default(cls) -> "Paths":
        """The desktop's usual place for application data."""
        import platformdirs

        return cls(home=Path(platformdirs.user_data_dir(APP_NAME, appauthor=False)))

    @property
    def vault(self) -> Path:
        """The vault's own folder: database, wrapped keys, evidence files."""
        return self.home / "vault"

    @property
    def preferences(self) -> Path:
        """Appearance and window place; no personal data."""
        return self.home / "preferences.json"

    @property
    def default_backups(self) -> Path:
        """Where backups go until the person chooses a folder of their own."""
        return self.home / "backups"
