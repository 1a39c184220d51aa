"""Hand-over: one signer sees one sheet, signs or refuses, and only the assessor's PIN or passphrase leads back.

Every stroke is committed at pen-up before anything else is said; a hand-over that was cut short finds its strokes.
"""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from assessor_app.domain.errors import KnownError
from assessor_app.domain.ink import Ink, Stroke
from assessor_app.domain.roles import Role
from assessor_app.domain.sheets import Sheet, SheetState
from assessor_app.domain.signatures import Signer
from assessor_app.gui.desk import Desk, Goal
from assessor_app.gui.dialogs import ReasonDialog, SecretDialog
from assessor_app.gui.pages.hand_over.content import content_for
from assessor_app.gui.pages.hand_over.view import HandOverView, Part
from assessor_app.gui.pdf_rendering import PdfFeed
from assessor_app.gui.sheet_words import SHORT_ROLE
from assessor_app.gui.signers import expected, order_refusal
from assessor_app.gui.words import greeting_name
from assessor_app.usecases.sign_sheet import (
    Signing,
    begin_capture,
    keep_stroke,
    record_not_signed,
    sign_sheet,
    undo_stroke,
)

_SEALING = "Sealing the signature; the first one of the day takes a moment"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Opened:
    sheet: Sheet
    has_pin: bool
    capture: UUID
    ink: Ink
    pdf: bytes


class HandOverPresenter:
    """The page is left only by `_leave`, after the secret was right, or before anything was handed over."""

    def __init__(self, view: HandOverView, desk: Desk) -> None:
        self._view = view
        self._desk = desk
        self._goal: Goal | None = None
        self._found: _Opened | None = None
        self._role = Role.CANDIDATE
        self._capture: UUID | None = None
        self._identity = ""
        self._waiting = 0
        self._secret: SecretDialog | None = None
        self._reason: ReasonDialog | None = None
        self._feed = PdfFeed(view.pages, desk.jobs, self._on_trouble)
        view.prepare.ready.connect(self._on_ready)
        view.left_asked.connect(self._leave)
        view.back_asked.connect(self._on_back)
        view.sign_asked.connect(self._on_sign)
        view.panel.stroke_drawn.connect(self._on_stroke)
        view.panel.stroke_undone.connect(self._on_undone)
        view.panel.refusal_asked.connect(self._on_refusal)

    def open(self, goal: Goal) -> None:
        """The sheet `goal.subject`, to be signed in the role whose value is `goal.detail`."""
        self._goal = goal
        self._found = None
        self._capture = None
        self._identity = ""
        self._waiting = 0
        self._view.forget()
        if goal.subject is None:
            self._leave()
            return
        document, self._role = goal.subject, Role(goal.detail)
        role = self._role
        self._desk.jobs.run(
            lambda: self._read(document, role), lambda found: self._on_read(found, goal), self._on_unreadable
        )

    def leave(self) -> None:
        """Strokes are kept already; nothing of the signer stays on the screen."""
        self._goal = None
        self._found = None
        for dialog in (self._secret, self._reason):
            if dialog is not None:
                dialog.close()
        self._feed.close()
        self._view.forget()

    # opening

    def _read(self, document: UUID, role: Role) -> _Opened:
        ports = self._desk.ports
        with ports.store.reading() as records:
            sheet = records.sheet(document)
        capture, ink = begin_capture(ports, document, role)
        return _Opened(
            sheet=sheet,
            has_pin=self._desk.vault.has_pin(),
            capture=capture,
            ink=ink,
            pdf=ports.files.read(sheet.pdf_sha256),
        )

    def _on_read(self, found: _Opened, goal: Goal) -> None:
        if goal is not self._goal:
            return
        now = self._desk.ports.now()
        signer = expected(found.sheet.record.content, self._role)
        refused = order_refusal(found.sheet, signer, now.local_date)
        if refused is not None:
            self._leave()
            self._desk.trouble(KnownError(refused.value, safe="Nothing was signed.", advice="", code="gate"))
            return
        self._found = found
        self._capture = found.capture
        content = content_for(found.sheet, self._role, has_pin=found.has_pin, now=now.local)
        self._view.set_content(content)
        self._view.panel.set_ink(found.ink)
        self._feed.show(found.pdf, self._view.summary.set_page_count)
        if content.is_self:
            self._identity = f"Own device key, {content.secret} confirmed"
            self._view.show_part(Part.SIGN)
            return
        title = SHORT_ROLE[self._role].lower()
        who = f"{signer.name}, the {title}" if signer.name else f"the {title}"
        first = greeting_name(signer.name)
        self._view.prepare.start(who, f"Hand over to {first}" if first else "Hand over")
        self._view.show_part(Part.PREPARE)

    def _on_unreadable(self, error: KnownError) -> None:
        self._leave()
        self._desk.trouble(error)

    def _on_ready(self, identity: str) -> None:
        self._identity = identity
        self._view.show_part(Part.SIGN)

    # ink

    def _on_stroke(self, stroke: Stroke) -> None:
        found, capture, role = self._found, self._capture, self._role
        if found is None or capture is None:
            return
        self._waiting += 1
        document = found.sheet.document_id
        self._desk.jobs.run(
            lambda: keep_stroke(self._desk.ports, capture, document, role, stroke),
            lambda _: self._on_kept(),
            self._on_stroke_trouble,
        )

    def _on_undone(self) -> None:
        capture = self._capture
        if capture is None:
            return
        self._waiting += 1
        self._desk.jobs.run(
            lambda: undo_stroke(self._desk.ports, capture), lambda _: self._on_kept(), self._on_stroke_trouble
        )

    def _on_kept(self) -> None:
        self._waiting -= 1
        if self._waiting == 0:
            self._view.panel.set_saved("Every stroke is kept" if self._view.panel.has_ink else "")

    def _on_stroke_trouble(self, error: KnownError) -> None:
        self._waiting -= 1
        self._view.panel.set_saved("Not kept yet", is_kept=False)
        self._view.say_trouble(f"A stroke could not be kept. {error.what}", f"{error.safe} {error.advice}".strip())

    # signing

    def _on_sign(self) -> None:
        found = self._found
        if found is None or self._view.missing:
            return
        if self._role is Role.ASSESSOR:
            self._ask_secret("Sign and seal", "Your own signature asks for it each time.", self._sign)
        else:
            self._sign()

    def _sign(self) -> None:
        found = self._found
        if found is None:
            return
        given = self._view.panel.given
        who = expected(found.sheet.record.content, self._role)
        signer = Signer(
            role=self._role,
            name=given.name,
            role_title=given.title if self._role is Role.MANAGER else who.role_title,
            job_title=given.job,
            organisation=who.organisation,
            relationship=f"{given.title} of the candidate" if self._role is Role.MANAGER else who.relationship,
            identity_check=self._identity,
        )
        signing = Signing(
            document=found.sheet.document_id,
            signer=signer,
            ticks=given.ticks,
            capture=None if given.is_typed else self._capture,
            mark_witness=given.witness if given.is_typed else "",
        )
        self._view.set_busy(_SEALING)
        self._desk.jobs.run(lambda: sign_sheet(self._desk.ports, signing), self._on_signed, self._on_trouble)

    def _on_signed(self, sheet: Sheet) -> None:
        self._view.set_busy("")
        if self._found is None:
            return
        if self._role is Role.ASSESSOR:
            sealed = sheet.state is SheetState.SEALED
            self._leave()
            self._desk.say("Signed and sealed." if sealed else "Signed.")
            return
        name = greeting_name(self._view.panel.given.name)
        self._thank(f"Thank you, {name}.", "Your signature is sealed into the sheet. Nothing in it can change now.")

    def _on_trouble(self, error: KnownError) -> None:
        self._view.set_busy("")
        self._view.say_trouble(error.what, f"{error.safe} {error.advice}".strip())

    def _on_refusal(self) -> None:
        found, role = self._found, self._role
        if found is None:
            return
        dialog = ReasonDialog(
            "You need not sign",
            "What you say here is kept with the record, with the time. You can also just give the laptop back.",
            "In a few words",
            "Do not sign",
            self._view,
        )
        self._reason = dialog
        name = self._view.panel.given.name
        document = found.sheet.document_id

        def refuse() -> None:
            reason = f"Would rather not sign: {dialog.reason}"
            self._desk.jobs.run(
                lambda: record_not_signed(self._desk.ports, document, role, name, reason),
                lambda _: self._thank("That is all right.", "It is noted that you did not sign, and what you said."),
                self._on_trouble,
            )

        dialog.accepted.connect(refuse)
        dialog.finished.connect(self._on_reason_closed)
        dialog.open()

    def _on_reason_closed(self) -> None:
        if self._reason is not None:
            self._reason.deleteLater()
            self._reason = None

    def _thank(self, title: str, words: str) -> None:
        found = self._found
        if found is None:
            return
        assessor = greeting_name(found.sheet.record.content.assessor.name)
        self._view.thanks.say(title, words, f"Give back to {assessor}")
        self._view.show_part(Part.THANKS)

    # the way back

    def _on_back(self) -> None:
        if self._role is Role.ASSESSOR:
            self._leave()
        else:
            self._ask_secret("Take the laptop back", "For the assessor.", self._leave)

    def _ask_secret(self, title: str, sentence: str, then: Callable[[], None]) -> None:
        vault = self._desk.vault
        self._desk.jobs.run(vault.has_pin, lambda has_pin: self._open_secret(title, sentence, then, has_pin=has_pin))

    def _open_secret(self, title: str, sentence: str, then: Callable[[], None], *, has_pin: bool) -> None:
        if self._found is None or self._secret is not None:
            return
        vault = self._desk.vault
        word = "PIN" if has_pin else "Passphrase"

        def confirm(secret: str, answer: Callable[[bool], None]) -> None:
            def check() -> tuple[bool, bool]:
                is_right = vault.confirm_pin(secret) if has_pin else vault.confirm_passphrase(secret)
                return is_right, has_pin and not is_right and not vault.has_pin()

            def checked(found: tuple[bool, bool]) -> None:
                is_right, used_up = found
                if self._secret is not dialog:
                    return
                if used_up:
                    dialog.reject()
                    words = "The PIN was wrong too often. Now only the passphrase leads back."
                    self._open_secret(title, words, then, has_pin=False)
                    return
                answer(is_right)

            self._desk.jobs.run(check, checked)

        dialog = SecretDialog(title, sentence, word, confirm, self._view)
        self._secret = dialog
        dialog.finished.connect(self._on_secret_closed)
        dialog.accepted.connect(then)
        dialog.open()

    def _on_secret_closed(self) -> None:
        if self._secret is not None:
            self._secret.deleteLater()
            self._secret = None

    def _leave(self) -> None:
        self._goal = None
        self._desk.back()
