"""What every presenter is handed: the open vault, the workers, the way to other pages, and a voice.

Nothing here is global; a presenter sees nothing else of the program.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import Protocol
from uuid import UUID

from assessor_app.domain.errors import KnownError
from assessor_app.gui.care import Care
from assessor_app.gui.jobs import Jobs
from assessor_app.gui.widgets.chip import ChipData
from assessor_app.usecases.ports import Ports
from assessor_app.usecases.program import OpenVault


class Page(Enum):
    """Every page that can be gone to; the comment says what `subject` is."""

    TODAY = "today"
    CANDIDATES = "candidates"
    CANDIDATE = "candidate"  # the candidate
    CANDIDATE_FORM = "candidate form"  # the candidate, or None for a new one
    OBSERVATION = "observation"  # the observation
    UNIT_RECORD = "unit record"  # the enrolment
    SIGN_OFF_LIST = "sign-off"
    SIGN_OFF = "sign-off of one"  # the enrolment, or the observation
    HAND_OVER = "hand-over"  # the document; `role` says who signs
    PREVIEW = "preview"  # the document
    SEARCH = "search"
    SYNC = "sync"
    CENTRE = "centre"  # the home of a centre's vault
    UNITS = "units"  # none, or the unit's key in `detail`
    UNIT_PROOF = "unit proof"  # a reading in progress, or `documents` to read
    SETTINGS = "settings"
    EVENT_LOG = "event log"


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenDocument:
    """A document that a person dropped or chose (`path`), or pasted (`text`)."""

    name: str
    path: Path | None = None
    text: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """Where to go."""

    page: Page
    subject: UUID | None = None
    detail: str = ""
    documents: tuple[GivenDocument, ...] = ()


class Say(Protocol):
    """A toast: what happened and, where it can be undone, how."""

    def __call__(
        self, text: str, on_undo: Callable[[], None] | None = None, chips: tuple[ChipData, ...] = ()
    ) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """`go` opens a page; `back` the one before; `trouble` shows an error in words; `find` opens the palette.

    `go_anew` opens a page with none before it: what was shown there may be gone.
    """

    vault: OpenVault
    jobs: Jobs
    go: Callable[[Goal], None]
    back: Callable[[], None]
    say: Say
    trouble: Callable[[KnownError], None]
    find: Callable[[], None] = lambda: None
    go_anew: Callable[[Goal], None] = lambda _: None
    care: Care = field(default_factory=Care)

    @property
    def ports(self) -> Ports:
        """The open vault's ports."""
        return self.vault.ports


class Presenter(Protocol):
    """A page's other half. `open` fills the view; `leave` keeps what was typed before another page is shown."""

    def open(self, goal: Goal) -> None: ...
    def leave(self) -> None: ...
