"""Settings: each takes effect at once, so there is no Save. What a change means is decided outside."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from assessor_app.gui.pages.settings.approvals import Approvals
from assessor_app.gui.pages.settings.backups import Backups
from assessor_app.gui.pages.settings.health import Health
from assessor_app.gui.pages.settings.model import FormApproval, SettingsContent, YouContent
from assessor_app.gui.pages.settings.parts import form_card, rows_section, section, setting_row
from assessor_app.gui.pages.settings.ways_in import WaysInSection
from assessor_app.gui.theme.controller import ThemeChoice
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.buttons import Button
from assessor_app.gui.widgets.combo_field import BareCombo
from assessor_app.gui.widgets.page import Page
from assessor_app.gui.widgets.segmented import Segmented
from assessor_app.gui.widgets.text import Text
from assessor_app.gui.widgets.text_field import TextField

_IDLE = (1, 2, 5, 10, 15, 30)
_SCALES = (100, 110, 125, 150, 175, 200)
_THEMES = (
    (ThemeChoice.FOLLOW.value, "As the desktop"),
    (ThemeChoice.LIGHT.value, "Light"),
    (ThemeChoice.DARK.value, "Dark"),
    (ThemeChoice.CONTRAST.value, "High contrast"),
)


class SettingsView(QWidget):
    """Each signal is one wish of the person; `backups` and `health` have their own."""

    you_changed = Signal(YouContent)
    change_passphrase_asked = Signal()
    change_pin_asked = Signal()
    lock_asked = Signal()
    idle_minutes_chosen = Signal(int)
    theme_chosen = Signal(ThemeChoice)
    text_scale_chosen = Signal(float)
    add_sample_asked = Signal()
    remove_sample_asked = Signal()
    approval_changed = Signal(FormApproval)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = Page("Settings", "Changes take effect at once.")
        self._build_fields()
        self._build_controls()
        holder = QWidget()
        holder.setMaximumWidth(860)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in self._sections():
            column.addWidget(part)
        line = QHBoxLayout()  # a column by itself would reckon its height for the whole width of the page
        line.addWidget(holder, 1)
        line.addStretch(0)
        self._page.body.addLayout(line)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._page)

    def set_content(self, content: SettingsContent) -> None:
        """Shows the settings; no signal."""
        you = content.you
        for field, text in (
            (self.name, you.name),
            (self.number, you.number),
            (self.centre_name, you.centre_name),
            (self.centre_number, you.centre_number),
        ):
            field.set_text(text)
        self.kind.set_choice("peripatetic" if you.is_peripatetic else "workplace")
        self.standing.set_choice("qualified" if you.is_qualified else "training")
        self.pin.set_label("Change PIN" if content.has_pin else "Set a PIN")
        self.idle.set_choice(str(content.idle_minutes))
        self.theme.set_choice(content.theme.value)
        self.scale.set_choice(str(round(content.text_scale * 100)))
        self.add_sample.set_unavailable("The sample data is here already." if content.has_sample_data else "")
        self.remove_sample.set_unavailable("" if content.has_sample_data else "There is no sample data.")
        self.approvals.set_forms(content.forms, content.today)
        self.version.setText(content.version)
        self._licences = content.licences
        self._show_licences(False)

    def show_backups(self) -> None:
        """Scrolls to the backups, and leaves the focus on the button that chooses their folder."""

        def scroll() -> None:  # once what was just set has its place
            area = self.findChild(QScrollArea)
            if area is not None:
                area.ensureWidgetVisible(self.backups, 0, 0)
                area.ensureWidgetVisible(self.backups.choose)
            self.backups.choose.setFocus()

        QTimer.singleShot(0, self, scroll)

    def _build_fields(self) -> None:
        self.name = TextField("Your name", "As it should stand on signed sheets.")
        self.number = TextField("Assessor number")
        self.centre_name = TextField("Centre name")
        self.centre_number = TextField("Centre number")
        for field in (self.name, self.number, self.centre_name, self.centre_number):
            field.committed.connect(self._on_you_changed)
        kinds = (("peripatetic", "External or peripatetic"), ("workplace", "In the workplace"))
        self.kind = Segmented(kinds, "Where you assess")
        self.standing = Segmented((("qualified", "Qualified"), ("training", "In training")), "Your standing")
        self.kind.chosen.connect(self._on_you_changed)
        self.standing.chosen.connect(self._on_you_changed)

    def _build_controls(self) -> None:
        self.passphrase = Button("Change passphrase")
        self.pin = Button("Set a PIN")
        self.lock = Button("Lock now", icon="lock-keyhole", key="Ctrl+L")
        self.idle = BareCombo("Lock when nothing is typed for")
        self.idle.set_choices(tuple((str(n), f"{n} minute" + ("s" if n > 1 else "")) for n in _IDLE))
        self.backups = Backups()
        self.health = Health()
        self.theme = Segmented(_THEMES, "Theme")
        self.scale = BareCombo("Text size")
        self.scale.set_choices(tuple((str(n), f"{n} %") for n in _SCALES))
        self.add_sample = Button("Add")
        self.add_sample.setAccessibleName("Add sample data")
        self.remove_sample = Button("Remove")
        self.remove_sample.setAccessibleName("Remove sample data")
        self.ways_in = WaysInSection(self)
        self.approvals = Approvals()
        self.version = Text("", Role.SMALL, Token.TEXT_2, wrap=True)
        self.licences = Text("", Role.SMALL, Token.TEXT_2, wrap=True)
        self.show_licences = Button("Show licences")
        for button, signal in (
            (self.passphrase, self.change_passphrase_asked),
            (self.pin, self.change_pin_asked),
            (self.lock, self.lock_asked),
            (self.add_sample, self.add_sample_asked),
            (self.remove_sample, self.remove_sample_asked),
        ):
            button.clicked.connect(signal)
        self._licences = ""
        self.show_licences.clicked.connect(lambda: self._show_licences(self.licences.text() != self._licences))
        self.idle.chosen.connect(self._on_idle_chosen)
        self.theme.chosen.connect(self._on_theme_chosen)
        self.scale.chosen.connect(self._on_scale_chosen)
        self.approvals.changed.connect(self.approval_changed)

    def _sections(self) -> tuple[QWidget, ...]:
        fields = form_card()
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(16)
        for number, field in enumerate((self.name, self.number, self.centre_name, self.centre_number)):
            grid.addWidget(field, number // 2, number % 2)
        fields.body.addLayout(grid)
        fields.body.addSpacing(16)
        for label, switch in (("Where you assess", self.kind), ("Your standing", self.standing)):
            fields.body.addWidget(Text(label, Role.SMALL_MEDIUM))
            fields.body.addSpacing(7)
            fields.body.addWidget(switch)
            fields.body.addSpacing(10)
        passphrase = "It encrypts everything on this laptop."
        return (
            section("You and your centre", fields),
            rows_section(
                "Security",
                [
                    setting_row("Passphrase", passphrase, self.passphrase),
                    setting_row(
                        "PIN", "Leads back from the hand-over screen; without one, the passphrase does.", self.pin
                    ),
                    setting_row("Lock when you are away", "After this time without a key or a click.", self.idle),
                    setting_row("Lock now", "Nobody’s name is on the screen until you unlock.", self.lock),
                ],
            ),
            self.ways_in.panel,
            section("Backup", self.backups),
            section("Your data", self.health),
            rows_section(
                "Appearance",
                [
                    setting_row("Theme", "Light, dark or high contrast.", self.theme),
                    setting_row("Text size", "Grows everything that holds text.", self.scale),
                ],
            ),
            rows_section(
                "Sample data",
                [setting_row("Made-up candidates", "To look around.", self.add_sample, self.remove_sample)],
            ),
            section("Form approval", self.approvals),
            rows_section(
                "About",
                [
                    setting_row("Assessor", self.version),
                    setting_row("Licences", self.licences, self.show_licences),
                ],
            ),
        )

    def _show_licences(self, all_of_them: bool) -> None:
        self.licences.setText(self._licences if all_of_them else "Of the fonts, the icons and the colours.")
        self.show_licences.set_label("Hide licences" if all_of_them else "Show licences")

    def _on_you_changed(self) -> None:
        self.you_changed.emit(
            YouContent(
                name=self.name.text,
                number=self.number.text,
                is_peripatetic=self.kind.choice == "peripatetic",
                is_qualified=self.standing.choice == "qualified",
                centre_name=self.centre_name.text,
                centre_number=self.centre_number.text,
            )
        )

    def _on_idle_chosen(self, minutes: str) -> None:
        self.idle_minutes_chosen.emit(int(minutes))

    def _on_theme_chosen(self, choice: str) -> None:
        self.theme_chosen.emit(ThemeChoice(choice))

    def _on_scale_chosen(self, percent: str) -> None:
        self.text_scale_chosen.emit(int(percent) / 100)
