"""Erase a candidate: what would go and what speaks against it, the name typed once more, and what was done.

Erasing cannot be undone, so it is one of the few things that are asked about. Nothing is erased before the name stands
in the field.
"""

import unicodedata
from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from assessor_app.domain.erasure import NOT_BEGUN, Erasable, Erased, EraseReason
from assessor_app.domain.errors import KnownError
from assessor_app.domain.watch import STOPPED
from assessor_app.gui.desk import Desk
from assessor_app.gui.dialogs import Sheet
from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.under_way import UnderWayDialog, run_under
from assessor_app.gui.widgets.buttons import Kind
from assessor_app.gui.widgets.choice import RadioButton
from assessor_app.gui.widgets.facts import Fact, Facts
from assessor_app.gui.widgets.layouts import column
from assessor_app.gui.widgets.notice import Notice, NoticeKind
from assessor_app.gui.widgets.page import ScrollColumn
from assessor_app.gui.widgets.text import Text
from assessor_app.gui.widgets.text_field import TextField
from assessor_app.usecases.erase import erase_candidate, look_at_erasing
from assessor_app.usecases.erasing_words import (
    LATER,
    REASONS,
    WHAT_STAYS,
    facts_of,
    report_of,
    unreached_words,
    warnings_of,
)

_WIDTH = 600


def ask_erase(candidate: UUID, desk: Desk, done: Callable[[], None], parent: QWidget) -> None:
    """Show what would go; where the person agrees, erase, call `done`, and say what was done.

    The dialogs are children of `parent`, which ends with the session: none outlives it.
    """

    def show(plan: Erasable) -> None:
        dialog = EraseDialog(plan, parent)
        dialog.accepted.connect(lambda: _erase(candidate, dialog.reason, desk, done, parent))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    desk.jobs.run(lambda: look_at_erasing(desk.vault, candidate), show, desk.trouble)


def _erase(candidate: UUID, reason: EraseReason, desk: Desk, done: Callable[[], None], parent: QWidget) -> None:
    def on_erased(erased: Erased) -> None:
        done()
        if not erased.unreached:
            desk.say(report_of(erased))
            return
        dialog = ErasedDialog(erased, parent)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def on_error(error: KnownError) -> None:
        if error.code != NOT_BEGUN:
            done()
        if error.code == STOPPED:
            desk.say("Erased here. The backups follow with the next backup.")
        else:
            desk.trouble(error)

    run_under(
        ErasingDialog(parent),
        desk.jobs,
        lambda watch: erase_candidate(desk.vault, candidate, reason, watch),
        on_erased,
        on_error,
    )


class EraseDialog(Sheet):
    """What would go, what speaks against it, why, and the name; `reason` is the chosen one."""

    def __init__(self, plan: Erasable, parent: QWidget | None = None) -> None:
        super().__init__(f"Erase {plan.name}?", "This cannot be undone.", "Erase for good", parent, kind=Kind.DANGER)
        self.setMinimumWidth(look().px(_WIDTH))
        self.accept_button.setDefault(False)
        self.cancel_button.setDefault(True)
        self._name = plan.name
        inner = column(spacing=16, margins=(0, 0, 12, 0))
        warnings = warnings_of(plan)
        if warnings:
            notice = Notice()
            notice.say(NoticeKind.WARNING, "Before you erase", " ".join(warnings))
            inner.addWidget(notice)
        facts = Facts()
        facts.set_facts(tuple(Fact(label=label, value=words) for label, words in facts_of(plan)))
        inner.addWidget(facts)
        inner.addWidget(Text(WHAT_STAYS, Role.SMALL, Token.TEXT_2, wrap=True))
        inner.addStretch(1)
        scroll = ScrollColumn()
        scroll.setAccessibleName("What would go")
        scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the arrow keys scroll it
        scroll.content.setLayout(inner)
        height = inner.totalHeightForWidth(look().px(_WIDTH - 68))
        scroll.setMinimumHeight(min(height, look().px(230) if look().scale <= 1 else 120))
        scroll.setMaximumHeight(height)
        self.body.addWidget(scroll)
        self.body.addWidget(self._reasons())
        self.field = TextField("Type the candidate’s name", f"{plan.name}, to show that you mean it.")
        self.field.edited.connect(self._on_edited)
        self.body.addWidget(self.field)
        self._on_edited()
        self.field.editor.setFocus()

    @property
    def reason(self) -> EraseReason:
        """Why, as chosen."""
        return next(reason for reason, button in self.reasons.items() if button.isChecked())

    def _reasons(self) -> QWidget:
        host = QWidget()
        host.setAccessibleName("Why")
        rows = column(Text("Why", Role.SMALL_STRONG), spacing=8)
        self.reasons = {reason: RadioButton(words) for reason, words in REASONS.items()}
        for button in self.reasons.values():
            rows.addWidget(button)
        self.reasons[EraseReason.ASKED].setChecked(True)
        host.setLayout(rows)
        return host

    def _on_edited(self) -> None:
        is_named = _plain(self.field.text) == _plain(self._name)
        self.accept_button.set_unavailable("" if is_named else "The name does not stand in the field yet.")


def _plain(name: str) -> str:
    """Without accents and capitals: not every keyboard has them, and whose name it is stands above the field."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    return " ".join("".join(c for c in letters if not unicodedata.combining(c)).split())


class ErasingDialog(UnderWayDialog):
    """Erasing is under way. Closing it leaves the backups for later; what is erased here is finished all the same."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Erasing", "First here, then from each backup.", "Leave the backups for later", parent)


class ErasedDialog(Sheet):
    """What was erased, and which copies could not be reached."""

    def __init__(self, erased: Erased, parent: QWidget | None = None) -> None:
        super().__init__("Erased, but not from every copy", f"{report_of(erased)}.", "Understood", parent)
        self.setMinimumWidth(look().px(_WIDTH))
        self.cancel_button.hide()
        notice = Notice()
        notice.say(NoticeKind.WARNING, "These still hold the person", LATER)
        self.body.addWidget(notice)
        lines = (Text(words, Role.BODY, wrap=True) for words in unreached_words(erased.unreached))
        inner = column(*lines, spacing=8)
        inner.addStretch(1)
        scroll = ScrollColumn()
        scroll.setAccessibleName("Copies that were not reached")
        scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the arrow keys scroll it
        scroll.content.setLayout(inner)
        scroll.setMinimumHeight(look().px(min(260, 64 * len(erased.unreached))))
        self.body.addWidget(scroll)
