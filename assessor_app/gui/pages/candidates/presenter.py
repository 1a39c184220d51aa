"""The caseload: find as you type, open, add."""

from uuid import UUID

from assessor_app.domain.caseload import CaseloadRow
from assessor_app.gui.desk import Desk, Goal, Page
from assessor_app.gui.pages.candidates.model import CandidateRow, CandidatesContent, UnitProgress
from assessor_app.gui.pages.candidates.view import CandidatesView
from assessor_app.gui.words import count
from assessor_app.usecases.sample_data import add_sample_data


class CandidatesPresenter:
    """Keeps the rows of one reading and filters them for each key."""

    def __init__(self, view: CandidatesView, desk: Desk) -> None:
        self._view = view
        self._desk = desk
        self._rows: tuple[CandidateRow, ...] = ()
        self._keys: tuple[str, ...] = ()
        view.find_changed.connect(self._on_find)
        view.opened.connect(self._on_opened)
        view.add_asked.connect(lambda: desk.go(Goal(page=Page.CANDIDATE_FORM)))
        view.sample_data_asked.connect(self._on_sample_data)

    def open(self, goal: Goal) -> None:
        """Read the caseload."""
        self._desk.jobs.run(self._read, self._show)

    def leave(self) -> None:
        """Nothing is typed here that would be lost."""

    def _read(self) -> tuple[CaseloadRow, ...]:
        with self._desk.ports.store.reading() as records:
            return records.caseload()

    def _show(self, caseload: tuple[CaseloadRow, ...]) -> None:
        self._rows = tuple(_row(candidate, place) for place, candidate in enumerate(caseload))
        self._keys = tuple(f"{row.name} {row.detail}".casefold() for row in self._rows)
        self._on_find("")

    def _on_find(self, words: str) -> None:
        wanted = words.casefold().split()
        rows = self._rows
        if wanted:
            rows = tuple(r for r, key in zip(self._rows, self._keys, strict=True) if all(w in key for w in wanted))
        self._view.set_content(CandidatesContent(rows=rows, total=len(self._rows), is_first_time=not self._rows))

    def _on_opened(self, candidate: str) -> None:
        self._desk.go(Goal(page=Page.CANDIDATE, subject=UUID(candidate)))

    def _on_sample_data(self) -> None:
        self._desk.jobs.run(
            lambda: add_sample_data(self._desk.ports),
            lambda _: self.open(Goal(page=Page.CANDIDATES)),
            self._desk.trouble,
        )


def _row(candidate: CaseloadRow, place: int) -> CandidateRow:
    left = sum(u.progress.total - u.progress.met for u in candidate.units)
    near = any(0 < u.progress.total - u.progress.met <= 5 for u in candidate.units)
    return CandidateRow(
        id=str(candidate.id),
        name=candidate.name,
        detail=candidate.workplace,
        units=tuple(
            UnitProgress(unit=u.position, letter=u.letter, met=u.progress.met, total=u.progress.total)
            for u in candidate.units
        ),
        state=count(left, "gap") if near else "",
        needs_you=near,
        tint=place % 6,
    )
