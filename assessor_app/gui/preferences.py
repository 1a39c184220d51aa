"""Appearance and window place, kept beside the vault. No personal data, so it is a plain file; damage is ignored."""

import json
import logging
from dataclasses import dataclass
from pathlib import Path

from assessor_app.gui.theme.controller import ThemeChoice

FARTHEST = 100_000  # pixels; a place beyond that is damage, and Qt would refuse the number
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """What the person chose for the look; geometry is x, y, width, height in logical pixels."""

    theme: ThemeChoice = ThemeChoice.FOLLOW
    text_scale: float = 1.0
    geometry: tuple[int, int, int, int] | None = None


def read_preferences(path: Path) -> Preferences:
    """What was stored; the defaults where nothing usable was."""
    try:
        content = json.loads(path.read_text(encoding="utf-8")[:10_000])
        geometry = content.get("geometry")
        if geometry and any(abs(int(n)) > FARTHEST for n in geometry[:4]):
            geometry = None
        return Preferences(
            theme=ThemeChoice(content.get("theme", "follow")),
            text_scale=min(2.0, max(1.0, float(content.get("text_scale", 1.0)))),
            geometry=(int(geometry[0]), int(geometry[1]), int(geometry[2]), int(geometry[3])) if geometry else None,
        )
    except (OSError, ValueError, TypeError, AttributeError, IndexError, OverflowError, RecursionError):
        return Preferences()


def write_preferences(path: Path, preferences: Preferences) -> None:
    """Store the choice; a failure is logged and otherwise ignored, since nothing depends on it."""
    content = {
        "theme": preferences.theme.value,
        "text_scale": preferences.text_scale,
        "geometry": preferences.geometry,
    }
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = path.with_suffix(".new")
        temporary.write_text(json.dumps(content), encoding="utf-8")
        temporary.replace(path)
    except OSError as error:
        _log.info("preferences not stored: %s", error.errno)
