"""The type scale: which size, line and weight a piece of text has at the person's text size.

Sizes are those of the mock-ups in logical pixels at 100 %; fonts are made in points, so that the desktop's own scaling
still counts. Refuses sizes outside the scale: a widget names a `Role`, never a number.
"""

from enum import Enum

from PySide6.QtGui import QFont

FAMILY = "Inter"
POINTS_PER_PIXEL = 0.75
SMALLEST_SCALE = 1.0
LARGEST_SCALE = 2.0


class Role(Enum):
    """What a text is for: pixel size at 100 %, line height, weight, letter spacing in pixels."""

    GREETING = (32.0, 40, 600, -0.4)
    DISPLAY = (28.0, 36, 600, -0.35)
    TITLE = (20.0, 28, 600, -0.15)
    NUMBER = (22.0, 27, 600, 0.0)
    HEADING = (15.0, 22, 600, 0.0)
    LEAD = (15.0, 23, 400, 0.0)
    BODY = (14.0, 21, 400, 0.0)
    MEDIUM = (14.0, 21, 500, 0.0)
    STRONG = (14.0, 21, 600, 0.0)
    NARRATIVE = (16.0, 27, 400, 0.0)
    QUERY = (18.0, 26, 400, 0.0)
    SMALL = (13.0, 19, 400, 0.0)
    SMALL_MEDIUM = (13.0, 19, 500, 0.0)
    SMALL_STRONG = (13.0, 19, 600, 0.0)
    CHIP = (12.5, 22, 600, 0.0)
    TAG = (12.5, 20, 500, 0.0)
    CAPTION = (12.0, 16, 500, 0.0)
    CAPTION_STRONG = (12.0, 16, 600, 0.0)
    CAPTION_PLAIN = (12.0, 18, 400, 0.0)
    BADGE = (11.0, 16, 600, 0.0)


def font(role: Role, scale: float, *, tabular: bool = False) -> QFont:
    """The font of `role` at text size `scale` (1.0 to 2.0); `tabular` gives figures of one width."""
    size, _line, weight, spacing = role.value
    made = QFont(FAMILY)
    made.setPointSizeF(size * POINTS_PER_PIXEL * scale)
    made.setWeight(QFont.Weight(weight))
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    made.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
    if abs(spacing) > 0.01:
        made.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, spacing * scale)
    if tabular:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made


def line_height(role: Role, scale: float) -> int:
    """The line height of `role` in logical pixels at text size `scale`."""
    line: int = role.value[1]
    return round(line * scale)
