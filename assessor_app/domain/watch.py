"""Long work seen from outside: how far it has come, and whether somebody wants it to stop."""

from collections.abc import Callable
from dataclasses import dataclass

from assessor_app.domain.errors import KnownError


def stopped() -> KnownError:
    """Long work ended because somebody wanted it to."""
    return KnownError("Stopped.", safe="Nothing was changed.", advice="Start again when you are ready.", code=STOPPED)


STOPPED = "stopped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """Where long work reports to: steps done and in all, and whether it should stop."""

    progress: Callable[[int, int], None] = lambda _done, _all: None
    cancelled: Callable[[], bool] = lambda: False

    def go_on(self) -> None:
        """KnownError with the code `stopped` where the work should stop."""
        if self.cancelled():
            raise stopped()


UNWATCHED = Watch()


@dataclass(slots=True, kw_only=True)
class Tally:
    """Counts steps towards a total that was reckoned before; what grew meanwhile never counts as more than all."""

    watch: Watch
    total: int
    done: int = 0

    def add(self, steps: int = 1) -> None:
        """So many more steps are done; KnownError with the code `stopped` where no more should be."""
        self.watch.go_on()
        self.done = min(self.total, self.done + steps)
        self.watch.progress(self.done, self.total)
