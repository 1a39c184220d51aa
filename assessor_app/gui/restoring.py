"""Restoring a backup: its passphrase, then what would change in words, and only then the question.

A vault that is too damaged to be compared can still be restored: that is what a backup is for. The words say so.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from assessor_app.domain.errors import KnownError
from assessor_app.domain.moments import Moment
from assessor_app.domain.restore_preview import BackupLook, KindDifference, RestorePreview
from assessor_app.gui.desk import Desk
from assessor_app.gui.diagnostics import copy_diagnostics
from assessor_app.gui.dialogs import AskWhether, SecretDialog, Sheet
from assessor_app.gui.jobs import Jobs
from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.buttons import Button
from assessor_app.gui.widgets.facts import Fact, Facts
from assessor_app.gui.widgets.layouts import column
from assessor_app.gui.widgets.notice import Notice, NoticeKind
from assessor_app.gui.widgets.page import ScrollColumn
from assessor_app.gui.widgets.text import Text
from assessor_app.gui.words import clock, count, long_day, near_day
from assessor_app.usecases.event_words import plural_of
from assessor_app.usecases.program import Program

_IN_PLACE = "Restoring puts it in the place of yours, and it opens with the passphrase that you typed for it."
_KEPT = "The vault that you have now is kept beside it, so nothing is deleted."


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreWords:
    """What the dialog says: a notice, facts of both sides, and for each kind of record what would change."""

    kind: NoticeKind
    headline: str
    detail: str
    sides: tuple[tuple[str, str], ...] = ()
    changes: tuple[tuple[str, tuple[str, ...]], ...] = ()


def restore_words(preview: RestorePreview, now: Moment) -> RestoreWords:
    """The preview in words."""
    kind, headline, detail = _headline(preview, now)
    return RestoreWords(
        kind=kind,
        headline=headline,
        detail=detail,
        sides=(
            ("This vault", _side(preview.vault_last, preview.vault_events, now)),
            ("The backup", _side(preview.backup_last, preview.backup_events, now)),
        ),
        changes=(*_erased(preview), *((plural_of(k.kind).capitalize(), _change(k)) for k in preview.kinds)),
    )


def words_without_preview(error: KnownError, found: BackupLook | None = None) -> RestoreWords:
    """Where vault and backup could not be compared; `found` says at least whose the backup is."""
    return RestoreWords(
        kind=NoticeKind.WARNING,
        headline="What would change cannot be told",
        detail=f"{error.what} {_KEPT}",
        sides=_sides(found) if found else (),
    )


def ask_restore(
    backup: Path, desk: Desk, program: Program, agreed: Callable[[Path, str], None], parent: QWidget
) -> None:
    """Ask for the backup's passphrase, show what would change, and call `agreed` where the person says Restore."""
    compared: list[RestoreWords] = []
    copy: list[Callable[[], None]] = []  # offered where vault and backup could not be compared

    def compare(secret: str) -> RestoreWords | None:
        if not program.opens_backup(backup, secret):
            return None
        try:
            return restore_words(desk.vault.preview_restore(backup, secret), desk.ports.now())
        except KnownError as error:
            desk.care.troubles.append(error.code)
            copy[:] = [lambda: copy_diagnostics(desk)]
            return words_without_preview(error, _look(program, backup, secret))

    def check(secret: str, answer: Callable[[bool], None]) -> None:
        def on_compared(words: RestoreWords | None) -> None:
            compared[:] = [words] if words else []
            answer(words is not None)

        desk.jobs.run(lambda: compare(secret), on_compared)

    def show() -> None:
        dialog = RestoreDialog(compared[0], parent, copy=copy[0] if copy else None)
        dialog.accepted.connect(lambda: agreed(backup, asking.field.text))
        dialog.finished.connect(asking.deleteLater)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    asking = _asking(check, parent)
    asking.accepted.connect(show)
    asking.open()


def words_at_gate(found: BackupLook) -> RestoreWords:
    """What is restored while no vault is open: nothing can be compared, so it is said what the backup is."""
    sides = _sides(found)
    if not found.replaces:
        return RestoreWords(
            kind=NoticeKind.INFO,
            headline="It becomes the vault of this laptop",
            detail="There is no vault here, so nothing is set aside. The backup itself stays as it is.",
            sides=sides,
        )
    return RestoreWords(
        kind=NoticeKind.WARNING,
        headline="The vault that is here would be set aside",
        detail=f"While it is locked it cannot be compared: unlock it to see first what would change. {_KEPT}",
        sides=sides,
    )


def choose_backup(parent: QWidget, trouble: Callable[[KnownError], None], begin: str = "") -> Path | None:
    """The folder of a finished backup; None where the person chose none, or something else, which is said."""
    chosen = QFileDialog.getExistingDirectory(parent, "Choose the backup to restore", begin)
    if not chosen:
        return None
    if not (Path(chosen) / "backup.json").exists():
        trouble(
            KnownError(
                "That folder is not a finished backup.",
                advice="Choose a folder whose name begins with assessor-backup.",
                code="not-a-backup",
            )
        )
        return None
    return Path(chosen)


def ask_restore_at_gate(
    backup: Path,
    program: Program,
    jobs: Jobs,
    agreed: Callable[[Path, str], None],
    trouble: Callable[[KnownError], None],
    parent: QWidget,
) -> None:
    """Ask for the backup's passphrase, say what it is, and call `agreed` where the person says Restore."""
    found: list[BackupLook] = []

    def check(secret: str, answer: Callable[[bool], None]) -> None:
        def on_found(look: BackupLook | None) -> None:
            found[:] = [look] if look else []
            answer(look is not None)

        def on_error(error: KnownError) -> None:
            asking.reject()
            trouble(error)

        jobs.run(lambda: program.look_into(backup, secret), on_found, on_error)

    def show() -> None:
        dialog = RestoreDialog(words_at_gate(found[0]), parent)
        dialog.accepted.connect(lambda: agreed(backup, asking.field.text))
        dialog.finished.connect(asking.deleteLater)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    asking = _asking(check, parent)
    asking.accepted.connect(show)
    asking.open()


class RestoreDialog(Sheet):
    """What would change, then Restore or Cancel; with `copy`, a button that copies diagnostics."""

    def __init__(
        self, words: RestoreWords, parent: QWidget | None = None, *, copy: Callable[[], None] | None = None
    ) -> None:
        super().__init__("Restore this backup?", "", "Restore", parent)
        self.setMinimumWidth(look().px(560))
        self.words = words
        self.accept_button.setDefault(False)
        self.cancel_button.setDefault(True)
        notice = Notice()
        notice.say(words.kind, words.headline, words.detail)
        self.body.addWidget(notice)
        self.copy_button = Button("Copy diagnostics", icon="copy")
        self.copy_button.setVisible(copy is not None)
        if copy is not None:
            self.copy_button.clicked.connect(copy)
            self.copy_button.clicked.connect(lambda: self.copy_button.set_label("Copied"))
        self.body.addWidget(self.copy_button, 0, Qt.AlignmentFlag.AlignLeft)
        if words.sides:
            facts = Facts()
            facts.set_facts(tuple(Fact(label=label, value=value) for label, value in words.sides))
            self.body.addWidget(facts)
        if words.changes:
            self.body.addWidget(Text("What would change", Role.HEADING))
            self.body.addWidget(self._changes(words))
        self.body.addWidget(Text("You will unlock again afterwards.", Role.SMALL, Token.TEXT_2, wrap=True))

    def _changes(self, words: RestoreWords) -> QWidget:
        inner = column(spacing=2, margins=(0, 0, 12, 0))
        for number, (kind, changes) in enumerate(words.changes):
            if number:
                inner.addSpacing(8)
            inner.addWidget(Text(kind, Role.SMALL_STRONG, wrap=True))
            for change in changes:
                inner.addWidget(Text(change, Role.SMALL, Token.TEXT_2, wrap=True))
        inner.addStretch(1)
        scroll = ScrollColumn()
        scroll.setAccessibleName("What would change")
        scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the arrow keys scroll it
        scroll.content.setLayout(inner)
        scroll.setMinimumHeight(min(220, look().px(56 * len(words.changes))))
        return scroll


def _asking(check: AskWhether, parent: QWidget) -> SecretDialog:
    asking = SecretDialog(
        "Look into this backup",
        "Nothing changes yet: first you see what restoring it would change.",
        "Passphrase that the backup was made under",
        check,
        parent,
    )
    asking.rejected.connect(asking.deleteLater)
    return asking


def _headline(preview: RestorePreview, now: Moment) -> tuple[NoticeKind, str, str]:
    if preview.other_vault:
        whose = f"It is the vault of {preview.other_vault}."
        return NoticeKind.WARNING, "This is a backup of another vault, not of yours", f"{whose} {_IN_PLACE} {_KEPT}"
    if preview.changes_nothing:
        return NoticeKind.INFO, "Both hold the same records", "Restoring would change nothing that you wrote."
    loses = any(k.only_in_vault or k.different for k in preview.kinds)
    if preview.is_earlier_state:
        since = f" after {_when(preview.backup_last, now)}" if preview.backup_last else ""
        return NoticeKind.WARNING, f"What was done here{since} would be set aside", _KEPT
    both = "The backup is not an earlier state of this vault: each holds work that the other has not."
    if loses:
        return NoticeKind.WARNING, "Work that is only here would be set aside", f"{both} {_KEPT}"
    return NoticeKind.INFO, "The backup holds more than this vault", _KEPT


def _change(kind: KindDifference) -> tuple[str, ...]:
    lines = (
        (kind.only_in_vault, "only here", "would be set aside"),
        (kind.only_in_backup, "only in the backup", "would come back"),
        (kind.different, "different", "would be as in the backup"),
    )
    return tuple(f"{number:,} {where}: {then}" for number, where, then in lines if number)


def _erased(preview: RestorePreview) -> tuple[tuple[str, tuple[str, ...]], ...]:
    if not preview.stay_erased:
        return ()
    was = "was" if preview.stay_erased == 1 else "were"
    here = f"{count(preview.stay_erased, 'candidate')} {was} erased after this backup: they stay erased"
    return (("Erased candidates", (here,)),)


def _side(last: Moment | None, events: int, now: Moment) -> str:
    return f"Last change {_when(last, now)}, {count(events, 'event')}" if last else "Nothing was ever done in it"


def _when(moment: Moment, now: Moment) -> str:
    day = near_day(moment.local_date, now.local_date)
    lowered = day.lower() if day in ("Today", "Yesterday") else day
    return f"{lowered} at {clock(moment)}"


def _look(program: Program, backup: Path, secret: str) -> BackupLook | None:
    try:
        return program.look_into(backup, secret)
    except KnownError:
        return None  # that it cannot be compared is said already


def _sides(found: BackupLook) -> tuple[tuple[str, str], ...]:
    last = _long_when(found.last) if found.last else "Nothing was ever done in it"
    return (("Whose vault", found.whose), ("Last change", f"{last}, {count(found.events, 'event')}"))


def _long_when(moment: Moment) -> str:
    return f"{long_day(moment.local_date)} {moment.local_date.year} at {clock(moment)}"
