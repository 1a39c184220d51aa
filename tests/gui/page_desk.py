"""A presenter's desk over a real vault: where it went, what it said, what troubled it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from assessor_app.domain.errors import KnownError
from assessor_app.gui.desk import Desk, Goal
from assessor_app.gui.jobs import Jobs
from assessor_app.gui.widgets.chip import ChipData
from assessor_app.usecases.ports import Ports
from tests import desk as vault_desk


class _Vault:
    """As much of an open vault as a presenter asks for."""

    def __init__(self, opened: vault_desk.Desk) -> None:
        self._opened = opened

    @property
    def ports(self) -> Ports:
        return self._opened.ports

    @property
    def folder(self) -> Path:
        return self._opened.folder


@dataclass
class PageDesk:
    """What the presenter did; `desk` is what it is handed."""

    opened: vault_desk.Desk
    jobs: Jobs = field(default_factory=Jobs)
    goals: list[Goal] = field(default_factory=list)
    said: list[tuple[str, Callable[[], None] | None]] = field(default_factory=list)
    troubles: list[KnownError] = field(default_factory=list)
    backs: int = 0

    @property
    def desk(self) -> Desk:
        def say(text: str, on_undo: Callable[[], None] | None = None, chips: tuple[ChipData, ...] = ()) -> None:
            self.said.append((text, on_undo))

        def back() -> None:
            self.backs += 1

        return Desk(
            vault=_Vault(self.opened),  # type: ignore[arg-type]
            jobs=self.jobs,
            go=self.goals.append,
            back=back,
            say=say,
            trouble=self.troubles.append,
            find=lambda: None,
        )
