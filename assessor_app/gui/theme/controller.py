"""The look of the running program: which theme, which text size, and who is told when they change.

Like QPalette and QFont, the look belongs to the application and is the same for every window; so there is one
controller, installed at start, and `look()` gives it to whatever paints. It follows the desktop's scheme until the
person chooses. It refuses to store the choice: settings do that.
"""

from enum import StrEnum
from typing import cast

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication
from PySide6.QtWidgets import QApplication

from assessor_app.gui.theme.fonts import load_fonts
from assessor_app.gui.theme.style import AssessorStyle, FocusFollower, palette_of, style_sheet
from assessor_app.gui.theme.tokens import CONTRAST, DARK, LIGHT, Theme, Token
from assessor_app.gui.theme.typography import LARGEST_SCALE, SMALLEST_SCALE, Role, font, line_height


class ThemeChoice(StrEnum):
    """What the person chose; `FOLLOW` takes the desktop's scheme."""

    FOLLOW = "follow"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


_THEMES = {ThemeChoice.LIGHT: LIGHT, ThemeChoice.DARK: DARK, ThemeChoice.CONTRAST: CONTRAST}


class ThemeController(QObject):
    """Holds theme and text size; `changed` is emitted after palette, font and style sheet are in place."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._choice = ThemeChoice.FOLLOW
        self._scale = 1.0
        self._fonts: dict[tuple[Role, bool], QFont] = {}
        self._colours: dict[Token, QColor] = {}
        self.motion = app.platformName() != "offscreen"
        load_fonts()
        self._style = AssessorStyle()
        app.setStyle(self._style)
        self._theme = self._resolved()
        self._follower = FocusFollower(app, self._theme)
        self._apply()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)

    @property
    def theme(self) -> Theme:
        """The theme in force."""
        return self._theme

    @property
    def choice(self) -> ThemeChoice:
        """What the person chose."""
        return self._choice

    @property
    def scale(self) -> float:
        """The text size, 1.0 to 2.0."""
        return self._scale

    def choose(self, choice: ThemeChoice) -> None:
        """Takes the person's choice of theme at once."""
        self._choice = choice
        self._settle(self._resolved(), self._scale)

    def set_scale(self, scale: float) -> None:
        """Takes the person's text size; values outside 1.0 to 2.0 are brought to the nearest."""
        self._settle(self._theme, min(LARGEST_SCALE, max(SMALLEST_SCALE, scale)))

    def font(self, role: Role, *, tabular: bool = False) -> QFont:
        """The font of `role` at the present text size."""
        key = (role, tabular)
        if key not in self._fonts:
            self._fonts[key] = font(role, self._scale, tabular=tabular)
        return self._fonts[key]

    def line(self, role: Role) -> int:
        """The line height of `role` in logical pixels."""
        return line_height(role, self._scale)

    def px(self, size: float) -> int:
        """A length that grows with the text, such as the height of a control."""
        return round(size * self._scale)

    def colour(self, token: Token) -> QColor:
        """The colour of `token` in the present theme."""
        if token not in self._colours:
            self._colours[token] = QColor(self._theme.of(token))
        return self._colours[token]

    def _resolved(self) -> Theme:
        if self._choice is not ThemeChoice.FOLLOW:
            return _THEMES[self._choice]
        hints = QGuiApplication.styleHints()
        if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
            return CONTRAST
        return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT

    def _settle(self, theme: Theme, scale: float) -> None:
        if theme is self._theme and scale == self._scale:
            return
        self._theme, self._scale = theme, scale
        self._apply()
        self.changed.emit()

    def _apply(self) -> None:
        self._fonts.clear()
        self._colours.clear()
        self._follower.set_theme(self._theme)
        self._app.setPalette(palette_of(self._theme))
        self._app.setFont(self.font(Role.BODY))
        self._app.setStyleSheet(style_sheet(self._theme, self._scale))

    def _on_scheme_changed(self) -> None:
        if self._choice is ThemeChoice.FOLLOW:
            self._settle(self._resolved(), self._scale)


_NAME = "assessor-look"


class _Installed:
    controller: ThemeController | None = None


def install_look(app: QApplication) -> ThemeController:
    """Gives the application its look; called once, before the first widget. A second call returns the same one."""
    found = cast(ThemeController | None, app.findChild(ThemeController, _NAME))
    if found is None:
        found = ThemeController(app)
        found.setObjectName(_NAME)
    _Installed.controller = found
    return found


def look() -> ThemeController:
    """The look in force; `install_look` must have been called."""
    if _Installed.controller is None:
        raise RuntimeError("install_look() has not been called")
    return _Installed.controller
