"""Where things are: shipped resources and the person's own folder. Passed in as values, never a global.

Shipped folders stand in the checkout (`resources`, `data/units`) or, in an installed wheel, inside the package.
"""

import os
import re
from dataclasses import dataclass, replace
from pathlib import Path

APP_NAME = "Assessor"

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = {"resources": "resources", "units": "data/units"}
_FURTHER = re.compile("[0-9a-f]{16}")


def shipped(name: str) -> Path:
    """The folder of shipped `resources` or `units`."""
    installed = _PACKAGE / "_shipped" / name
    return installed if installed.is_dir() else _PACKAGE.parent / _CHECKOUT[name]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paths:
    """Folders of one installation. `home` holds the vaults; nothing personal is ever written outside it in clear.

    The first vault is `home/vault`; those of further people are `home/vaults/<random>`, so that no name is on the disk.
    `folder` is the vault that is worked with, None for the first.
    """

    home: Path
    folder: Path | None = None

    @classmethod
    def default(cls) -> "Paths":
        """The desktop's usual place for application data."""
        import platformdirs

        return cls(home=Path(platformdirs.user_data_dir(APP_NAME, appauthor=False)))

    @property
    def vault(self) -> Path:
        """The vault's own folder: database, wrapped keys, evidence files."""
        return self.folder or self.home / "vault"

    def vaults(self) -> tuple[Path, ...]:
        """Every vault in the home, the first one first; what a restore has put aside is none."""
        further = [f for f in sorted((self.home / "vaults").glob("*")) if _FURTHER.fullmatch(f.name)]
        return tuple(f for f in (self.home / "vault", *further) if (f / "keys.json").exists())

    def with_vault(self, folder: Path) -> "Paths":
        """The same home, working with another of its vaults."""
        return replace(self, folder=folder)

    def with_new_vault(self) -> "Paths":
        """The same home, working with a vault that is still to be made."""
        first = self.home / "vault"
        taken = (first / "keys.json").exists()
        return self.with_vault(self.home / "vaults" / os.urandom(8).hex() if taken else first)

    @property
    def escrow_waiting(self) -> Path:
        """A one-time key, wrapped under a passphrase, while the centre is asked for help."""
        return self.home / "escrow-waiting.json"

    @property
    def preferences(self) -> Path:
        """Appearance and window place; no personal data."""
        return self.home / "preferences.json"

    @property
    def default_backups(self) -> Path:
        """Where backups go until the person chooses a folder of their own."""
        return self.home / "backups"

    def backups_in(self, chosen: Path) -> Path:
        """This vault's own place in a folder that several people may have chosen: none thins out another's backups."""
        return chosen if self.vault == self.home / "vault" else chosen / self.vault.name
