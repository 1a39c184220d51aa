"""Undo and redo of frozen values: what was before is kept, nothing is computed back."""

from dataclasses import dataclass, field
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(slots=True)
class History(Generic[T]):
    """`now` is the value in force; each step has the words that undo shows."""

    now: T
    _past: list[tuple[str, T]] = field(default_factory=list)
    _future: list[tuple[str, T]] = field(default_factory=list)

    def step(self, words: str, value: T) -> None:
        """Another value; what was undone before is gone."""
        if value != self.now:
            self._past.append((words, self.now))
            self._future.clear()
            self.now = value

    def undo(self) -> str:
        """One step back; the words of what was undone, empty where there was nothing."""
        return self._move(self._past, self._future)

    def redo(self) -> str:
        """One step forward again."""
        return self._move(self._future, self._past)

    @property
    def undo_words(self) -> str:
        """What would be undone."""
        return self._past[-1][0] if self._past else ""

    @property
    def redo_words(self) -> str:
        """What would be done again."""
        return self._future[-1][0] if self._future else ""

    def _move(self, source: list[tuple[str, T]], target: list[tuple[str, T]]) -> str:
        if not source:
            return ""
        words, value = source.pop()
        target.append((words, self.now))
        self.now = value
        return words
