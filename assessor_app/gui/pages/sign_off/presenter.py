"""Sign-off of one unit or visit: reads where it stands, leads to what is missing, freezes, leads to the signers."""

from collections.abc import Callable
from uuid import UUID

from assessor_app.domain.errors import KnownError
from assessor_app.domain.roles import Role
from assessor_app.domain.sheets import Sheet
from assessor_app.gui.desk import Desk, Goal, Page
from assessor_app.gui.dialogs import ReasonDialog
from assessor_app.gui.pages.sign_off.content import content_of, mend_of, subject_of
from assessor_app.gui.pages.sign_off.dialogs import NotSignedDialog, PaperDialog
from assessor_app.gui.pages.sign_off.view import SignOffView
from assessor_app.gui.signers import expected
from assessor_app.usecases.freeze_sheet import freeze_observation, freeze_unit
from assessor_app.usecases.sign_off_state import (
    SignOffState,
    give_expiry_reason,
    observation_sign_off,
    record_manager_exception,
    unit_sign_off,
)
from assessor_app.usecases.sign_on_paper import sign_on_paper
from assessor_app.usecases.sign_sheet import Signing, record_not_signed, void_sheet

OBSERVATION = "observation"


class SignOffPresenter:
    """Reads afresh each time the page is shown, and after each change."""

    def __init__(self, view: SignOffView, desk: Desk) -> None:
        self._view = view
        self._desk = desk
        self._goal: Goal | None = None
        self._state: SignOffState | None = None
        view.back_asked.connect(desk.back)
        view.record_asked.connect(self._on_record)
        view.step_opened.connect(self._on_step)
        view.gap_mended.connect(self._on_gap)
        view.stop_acted.connect(self._on_exception)
        view.freeze_asked.connect(self._on_freeze)
        view.draft_asked.connect(self._on_draft)
        view.sheet_opened.connect(lambda key: desk.go(Goal(page=Page.PREVIEW, subject=subject_of(key))))
        view.signer_acted.connect(self._on_signer)
        view.not_now_asked.connect(self._on_not_now)
        view.paper_asked.connect(self._on_paper)
        view.void_asked.connect(self._on_void)

    def open(self, goal: Goal) -> None:
        """Show the sign-off of the enrolment or, with detail "observation", of the visit."""
        self._goal = goal
        if goal.subject is not None:
            self._read()

    def leave(self) -> None:
        """Nothing is typed here."""

    def _read(self) -> None:
        goal = self._goal
        if goal is None or goal.subject is None:
            return
        subject = goal.subject
        read = observation_sign_off if goal.detail == OBSERVATION else unit_sign_off
        self._desk.jobs.run(lambda: read(self._desk.ports, subject), lambda state: self._show(state, goal))

    def _show(self, state: SignOffState, goal: Goal) -> None:
        if goal is not self._goal:
            return
        self._state = state
        self._view.set_content(content_of(state, self._desk.ports.now().local_date))

    # leading on

    def _on_record(self) -> None:
        state = self._state
        if state is not None:
            page = Page.UNIT_RECORD if state.enrolment else Page.OBSERVATION
            self._desk.go(Goal(page=page, subject=state.subject))

    def _on_step(self, step: str) -> None:
        state = self._state
        if state is None:
            return
        if state.live is not None and step != "complete":
            self._desk.go(Goal(page=Page.PREVIEW, subject=state.live.document_id))
        elif step == "freeze":
            self._on_draft()
        else:
            self._on_record()

    def _on_gap(self, key: str) -> None:
        state = self._state
        if state is None:
            return
        mend = mend_of(state.gaps[int(key)])
        if mend.here:
            self._on_expired()
            return
        self._desk.go(Goal(page=Page.UNIT_RECORD, subject=state.subject, detail=mend.detail))

    def _on_draft(self) -> None:
        state = self._state
        if state is not None:
            kind = "draft unit" if state.enrolment else "draft observation"
            self._desk.go(Goal(page=Page.PREVIEW, subject=state.subject, detail=kind))

    def _on_signer(self, role: str) -> None:
        if self._state is not None and self._state.live is not None:
            self._desk.go(Goal(page=Page.HAND_OVER, subject=self._state.live.document_id, detail=role))

    # freezing

    def _on_freeze(self) -> None:
        state = self._state
        if state is None:
            return
        self._view.set_busy("Making the sheet; the first one of the day takes a moment")
        freeze = freeze_unit if state.enrolment else freeze_observation
        self._desk.jobs.run(lambda: freeze(self._desk.ports, state.subject), self._on_frozen, self._on_trouble)

    def _on_frozen(self, sheet: Sheet) -> None:
        self._view.set_busy("")
        self._desk.say(f"Version {sheet.record.version} is frozen. Everyone signs this one.")
        self._desk.go(Goal(page=Page.PREVIEW, subject=sheet.document_id))

    def _on_trouble(self, error: KnownError) -> None:
        self._view.set_busy("")
        self._desk.trouble(error)
        self._read()

    # reasons

    def _on_expired(self) -> None:
        dialog = ReasonDialog(
            "The unit has expired",
            "Say why it may still be signed off. The reason is printed on the sheet with your name and the date.",
            "Reason",
            "Record the reason",
            self._view,
        )
        self._ask(dialog, lambda subject, why: give_expiry_reason(self._desk.ports, subject, why))

    def _on_exception(self) -> None:
        dialog = ReasonDialog(
            "The centre's written decision",
            "It is printed on the sheet in place of the manager's signature. Say who decided, when, and its number.",
            "Decision",
            "Record the decision",
            self._view,
        )
        self._ask(dialog, lambda subject, why: record_manager_exception(self._desk.ports, subject, why))

    def _on_not_now(self, role: str) -> None:
        state = self._state
        if state is None or state.live is None:
            return
        signer = expected(state.content, Role(role))
        document = state.live.document_id
        dialog = NotSignedDialog(signer.name or Role(role).title, self._view)
        self._ask(
            dialog,
            lambda _, why: record_not_signed(self._desk.ports, document, signer.role, signer.name, why),
        )

    def _on_void(self) -> None:
        state = self._state
        if state is None or state.live is None:
            return
        document = state.live.document_id
        dialog = ReasonDialog(
            f"Void version {state.live.record.version}?",
            "It ends for good and stays readable as void, with its signatures. A new version is signed again by all.",
            "Why",
            "Void this version",
            self._view,
        )
        self._ask(dialog, lambda _, why: void_sheet(self._desk.ports, document, why))

    def _ask(self, dialog: ReasonDialog, work: Callable[[UUID, str], object]) -> None:
        state = self._state
        if state is None:
            return
        subject = state.subject

        def begin() -> None:
            why = dialog.reason
            self._desk.jobs.run(lambda: work(subject, why), lambda _: self._read(), self._on_trouble)

        dialog.accepted.connect(begin)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_paper(self, role: str) -> None:
        state = self._state
        if state is None or state.live is None:
            return
        live = state.live
        row = next(s for s in live.record.signatories if s.role is Role(role))
        dialog = PaperDialog(row, expected(state.content, row.role), self._desk.ports.now().local_date, self._view)

        def sign() -> None:
            answer = dialog.answer
            if answer is None:
                return
            signing = Signing(document=live.document_id, signer=answer.signer, ticks=answer.ticks)
            self._view.notice.hide()
            self._desk.jobs.run(
                lambda: sign_on_paper(self._desk.ports, signing, answer.date_written, answer.scan),
                lambda _: self._read(),
                self._on_trouble,
            )

        dialog.accepted.connect(sign)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
