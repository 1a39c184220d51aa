"""Search: asks the vault with each key, shows the answer to the last one, leads to what is chosen."""

from dataclasses import dataclass

from assessor_app.domain.caseload import Hit
from assessor_app.gui.desk import Desk, Goal, Page
from assessor_app.gui.pages.search.model import HitRow, pieces_of
from assessor_app.gui.pages.search.view import SearchView

_MOST = 60
_KINDS = {
    "candidate": ("user-round", "Candidate", Page.CANDIDATE),
    "observation": ("eye", "Visit", Page.OBSERVATION),
    "evidence": ("file-text", "Evidence", Page.CANDIDATE),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    hit: Hit
    goal: Goal
    person: str


class SearchPresenter:
    """What was typed stays while other pages are looked at."""

    def __init__(self, view: SearchView, desk: Desk) -> None:
        self._view = view
        self._desk = desk
        self._words = ""
        self._goals: dict[str, Goal] = {}
        view.searched.connect(self._on_searched)
        view.opened.connect(self._on_opened)

    def open(self, goal: Goal) -> None:
        """Search again for what stands in the field: the records may have changed."""
        self._on_searched(self._view.find_field.text)
        self._view.start()

    def leave(self) -> None:
        """Nothing is kept of a search but its words in the field."""

    def _on_searched(self, words: str) -> None:
        self._words = words
        self._desk.jobs.run(lambda: self._find(words), lambda found: self._show(words, found))

    def _find(self, words: str) -> tuple[_Found, ...]:
        if not words.strip():
            return ()
        with self._desk.ports.store.reading() as records:
            names = {row.id: row.name for row in records.caseload()}
            found = []
            for hit in records.search(words, _MOST):
                goal = Goal(page=_KINDS[hit.kind][2], subject=hit.id) if hit.kind in _KINDS else None
                if hit.kind == "evidence":
                    item = records.evidence(hit.id)
                    goal = Goal(page=Page.CANDIDATE, subject=item.candidate)
                    if item.ties:
                        enrolment = item.ties[0].criterion.enrolment
                        goal = Goal(page=Page.UNIT_RECORD, subject=enrolment, detail=str(item.id))
                if goal is not None:
                    person = names.get(hit.candidate, "") if hit.candidate and hit.kind != "candidate" else ""
                    found.append(_Found(hit=hit, goal=goal, person=person))
        return tuple(found)

    def _show(self, words: str, found: tuple[_Found, ...]) -> None:
        if words != self._words:
            return
        self._goals = {str(f.hit.id): f.goal for f in found}
        self._view.set_hits(words, tuple(_row(f) for f in found))

    def _on_opened(self, key: str) -> None:
        goal = self._goals.get(key)
        if goal is not None:
            self._desk.go(goal)


def _row(found: _Found) -> HitRow:
    icon, kind, _page = _KINDS[found.hit.kind]
    return HitRow(
        id=str(found.hit.id),
        icon=icon,
        title=found.hit.title,
        kind=kind,
        excerpt=pieces_of(found.hit.excerpt),
        person=found.person,
    )
