"""The tokens keep the contrast they promise, in every theme."""

import pytest

from assessor_app.gui.theme.controller import ThemeChoice, ThemeController
from assessor_app.gui.theme.tokens import CONTRAST, DARK, LIGHT, UNIT_COLOURS, Theme, Token
from assessor_app.gui.theme.typography import Role

THEMES = [LIGHT, DARK, CONTRAST]
TEXT, PART = 4.5, 3.0


def luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


GROUNDS = (Token.WINDOW, Token.SURFACE, Token.SUNKEN, Token.RAIL, Token.RAISED, Token.HOVER, Token.SELECTED)
PAIRS = [(ink, ground) for ink in (Token.TEXT, Token.TEXT_2, Token.ACCENT) for ground in GROUNDS]
PAIRS += [(Token.TEXT_3, ground) for ground in (Token.WINDOW, Token.SURFACE, Token.SUNKEN, Token.RAISED)]
PAIRS += [
    (Token.ON_ACCENT, Token.ACCENT),
    (Token.ON_ACCENT, Token.ACCENT_HOVER),
    (Token.ON_ACCENT, Token.ACCENT_PRESS),
    (Token.ON_TOAST, Token.TOAST),
    (Token.TOAST_LINK, Token.TOAST),
    (Token.DANGER, Token.SURFACE),
    (Token.DANGER, Token.WINDOW),
    (Token.TEXT, Token.DANGER_TINT),
    (Token.DANGER, Token.DANGER_TINT),
]
for state in ("met", "notyet", "ask"):
    PAIRS += [
        (Token(state), Token(f"{state}_tint")),
        (Token(state), Token.SURFACE),
        (Token(state), Token.WINDOW),
        (Token(f"on_{state}"), Token(state)),
    ]


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair[0]} on {pair[1]}")
def test_text_on_ground_is_readable(theme: Theme, pair: tuple[Token, Token]) -> None:
    assert contrast(theme.of(pair[0]), theme.of(pair[1])) >= TEXT


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("ground", GROUNDS, ids=str)
def test_border_and_focus_stand_out_from_the_ground(theme: Theme, ground: Token) -> None:
    assert contrast(theme.focus, theme.of(ground)) >= PART
    if ground not in (Token.HOVER, Token.SELECTED):
        assert contrast(theme.border, theme.of(ground)) >= PART


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_unit_colours_are_readable_and_start_again_after_six(theme: Theme) -> None:
    for number in range(UNIT_COLOURS):
        unit = theme.unit(number)
        assert contrast(unit.on, unit.solid) >= TEXT
        assert contrast(unit.solid, unit.tint) >= TEXT
    assert theme.unit(UNIT_COLOURS) == theme.unit(0)


def test_controller_when_theme_and_size_change_says_so_once_each(the_look: ThemeController) -> None:
    heard: list[str] = []
    the_look.changed.connect(lambda: heard.append(the_look.theme.name))
    the_look.choose(ThemeChoice.DARK)
    the_look.set_scale(1.5)
    the_look.set_scale(1.5)
    assert heard == ["dark", "dark"]
    assert the_look.font(Role.BODY).pointSizeF() == pytest.approx(14 * 0.75 * 1.5)
    the_look.set_scale(9)
    assert the_look.scale == 2.0
