"""A button whose shown key and ink can be changed: where the key has no room, or where colour has a meaning."""

from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.widgets.buttons import Button


class KeyButton(Button):
    """The key goes on working when it is not shown."""

    def set_key(self, key: str) -> None:
        """Shows another key, or none."""
        self._key = key
        self.updateGeometry()
        self.update()

    def set_ink(self, ink: Token) -> None:
        """Writes the words in another colour of the theme."""
        self._ink = ink
        self.update()
