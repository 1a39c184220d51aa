"""Settings: who you are, security, the look, sample data, form approvals; backups and health have their own."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtWidgets import QDialog

from assessor_app import __version__
from assessor_app.domain.people import Assessor, Centre, Standing
from assessor_app.domain.profile import Profile
from assessor_app.domain.record import Form
from assessor_app.domain.record import FormApproval as Approval
from assessor_app.gui.backup_words import BackupsFound, find_backups
from assessor_app.gui.desk import Desk, Goal
from assessor_app.gui.dialogs import NewSecretDialog
from assessor_app.gui.pages.settings.backups_presenter import BackupsPresenter
from assessor_app.gui.pages.settings.health_presenter import HealthPresenter
from assessor_app.gui.pages.settings.model import FormApproval, SettingsContent, YouContent
from assessor_app.gui.pages.settings.view import SettingsView
from assessor_app.gui.pages.settings.ways_in_presenter import WaysInPresenter
from assessor_app.gui.theme.controller import ThemeChoice, look
from assessor_app.settings import shipped
from assessor_app.usecases.keep_candidate import remove_samples
from assessor_app.usecases.sample_data import add_sample_data
from assessor_app.usecases.set_up import change_profile

_FIELDS = {Form.ERS: "ers_approval", Form.CHECKLIST: "checklist_approval", Form.OBSERVATION: "observation_approval"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    profile: Profile
    has_pin: bool
    has_samples: bool
    backups: BackupsFound


class SettingsPresenter:
    """Every change is stored at once."""

    def __init__(
        self,
        view: SettingsView,
        desk: Desk,
        *,
        lock: Callable[[], None],
        restore: Callable[[Path], None],
        salvage: Callable[[], None],
    ) -> None:
        self._view = view
        self._desk = desk
        self._profile: Profile | None = None
        self._goal: Goal | None = None
        self._ways_in = WaysInPresenter(view.ways_in, desk)
        self._backups = BackupsPresenter(
            view.backups,
            desk,
            restore=restore,
            keep_folder=lambda folder: self._keep(backup_folder=folder),
            changed=self._read_again,
        )
        self._health = HealthPresenter(view.health, desk, salvage)
        view.you_changed.connect(self._on_you)
        view.change_passphrase_asked.connect(self._ways_in.change_passphrase)
        view.change_pin_asked.connect(self._on_pin)
        view.lock_asked.connect(lock)
        view.idle_minutes_chosen.connect(lambda minutes: self._keep(idle_minutes=minutes))
        view.theme_chosen.connect(self._on_theme)
        view.text_scale_chosen.connect(self._on_scale)
        view.add_sample_asked.connect(self._on_add_samples)
        view.remove_sample_asked.connect(self._on_remove_samples)
        view.approval_changed.connect(self._on_approval)

    def open(self, goal: Goal) -> None:
        """Read everything the page shows; with the detail "backup" that section is gone to."""
        self._goal = goal
        self._desk.jobs.run(self._read, self._show)
        self._ways_in.open()

    def leave(self) -> None:
        """Everything is stored already."""

    def _read(self) -> _Found:
        with self._desk.ports.store.reading() as records:
            profile = records.profile()
            samples = any(c.is_sample for c in records.candidates())
        assert profile is not None  # a session begins only with a profile
        backups = find_backups(self._desk.vault, profile.backup_folder)
        return _Found(
            profile=profile,
            has_pin=self._desk.vault.has_pin(),
            has_samples=samples,
            backups=backups,
        )

    def _show(self, found: _Found) -> None:
        self._profile = found.profile
        now = self._desk.ports.now()
        self._backups.show(found.backups, now)
        assessor, centre = found.profile.assessor, found.profile.centre
        self._view.set_content(
            SettingsContent(
                today=now.local_date,
                you=YouContent(
                    name=assessor.name,
                    number=assessor.number,
                    is_peripatetic=assessor.standing is Standing.EXTERNAL,
                    is_qualified=assessor.qualified,
                    centre_name=centre.name,
                    centre_number=centre.number,
                ),
                has_pin=found.has_pin,
                idle_minutes=found.profile.idle_minutes,
                theme=look().choice,
                text_scale=look().scale,
                has_sample_data=found.has_samples,
                forms=tuple(_approval(form, found.profile) for form in Form),
                version=__version__,
                licences=_licences(),
            )
        )
        goal, self._goal = self._goal, None
        if goal is not None and goal.detail == "backup":
            self._view.show_backups()

    def _keep(self, **changes: object) -> None:
        if self._profile is None:
            return
        self._profile = replace(self._profile, **changes)  # type: ignore[arg-type]  # names are those of Profile
        kept = self._profile
        self._desk.jobs.run(lambda: change_profile(self._desk.ports, kept), None, self._desk.trouble)

    def _on_you(self, you: YouContent) -> None:
        if not you.name.strip() or not you.centre_name.strip():
            return
        self._keep(
            assessor=Assessor(
                name=you.name.strip(),
                number=you.number.strip(),
                standing=Standing.EXTERNAL if you.is_peripatetic else Standing.WORKPLACE,
                qualified=you.is_qualified,
            ),
            centre=Centre(name=you.centre_name.strip(), number=you.centre_number.strip()),
        )

    def _on_pin(self) -> None:
        dialog = NewSecretDialog(
            "PIN for hand-over",
            "PIN",
            sentence="4 to 12 digits. It leads back from the hand-over screen. Leave it empty to use the passphrase.",
            parent=self._view,
        )
        if dialog.exec() == QDialog.DialogCode.Accepted:
            secret = dialog.secret
            self._desk.jobs.run(
                lambda: self._desk.vault.set_pin(secret), lambda _: self._read_again(), self._desk.trouble
            )

    def _on_theme(self, choice: ThemeChoice) -> None:
        look().choose(choice)

    def _on_scale(self, scale: float) -> None:
        look().set_scale(scale)

    def _on_add_samples(self) -> None:
        self._desk.jobs.run(lambda: add_sample_data(self._desk.ports), lambda _: self._read_again(), self._desk.trouble)

    def _on_remove_samples(self) -> None:
        self._desk.jobs.run(lambda: remove_samples(self._desk.ports), lambda _: self._read_again(), self._desk.trouble)

    def _on_approval(self, approval: FormApproval) -> None:
        kept = None
        if approval.approved_by.strip() and approval.approved_on:
            kept = Approval(approved_by=approval.approved_by.strip(), on=approval.approved_on)
        self._keep(**{_FIELDS[Form(approval.id)]: kept})

    def _read_again(self) -> None:
        self._desk.jobs.run(self._read, self._show)


def _approval(form: Form, profile: Profile) -> FormApproval:
    approval = profile.approval(form)
    return FormApproval(
        id=form.value,
        title=form.title,
        approved_by=approval.approved_by if approval else "",
        approved_on=approval.on if approval else None,
    )


def _licences() -> str:
    folder = shipped("resources")
    texts = sorted([*folder.glob("fonts/*.txt"), *folder.glob("icons/*.txt"), *folder.glob("icc/*.txt")])
    return "\n\n".join(path.read_text(encoding="utf-8") for path in texts)
