"""What this session knows of the vault's health: the troubles met, the last check, the automatic backup."""

from collections import deque
from dataclasses import dataclass, field

from assessor_app.domain.findings import FindingCode

_KEPT = 10


@dataclass(slots=True)
class Care:
    """Lives as long as the vault is open; `findings` is None until somebody checks.

    Of troubles and findings only the codes are kept. `automatic` is a sentence for the screen.
    """

    troubles: deque[str] = field(default_factory=lambda: deque(maxlen=_KEPT))
    findings: tuple[FindingCode, ...] | None = None
    automatic: str = "It has not run since you unlocked."
