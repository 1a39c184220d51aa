"""The tokens of the three themes, as frozen values.

Every colour of the program is named here once. Painted widgets, the palette and the style sheet read a `Theme`; nothing
else may name a colour. This module refuses Qt, so that contrast can be computed without a window.
"""

from dataclasses import dataclass
from enum import StrEnum


class Token(StrEnum):
    """The name of a colour; the value is the field of `Theme`. Colours with alpha are `#AARRGGBB`."""

    WINDOW = "window"
    SURFACE = "surface"
    SUNKEN = "sunken"
    RAIL = "rail"
    RAISED = "raised"
    HAIRLINE = "hairline"
    BORDER = "border"
    TEXT = "text"
    TEXT_2 = "text_2"
    TEXT_3 = "text_3"
    ACCENT = "accent"
    ACCENT_HOVER = "accent_hover"
    ACCENT_PRESS = "accent_press"
    ON_ACCENT = "on_accent"
    ACCENT_TINT = "accent_tint"
    HOVER = "hover"
    PRESS = "press"
    SELECTED = "selected"
    FOCUS = "focus"
    MET = "met"
    MET_TINT = "met_tint"
    ON_MET = "on_met"
    NOTYET = "notyet"
    NOTYET_TINT = "notyet_tint"
    ON_NOTYET = "on_notyet"
    ASK = "ask"
    ASK_TINT = "ask_tint"
    ON_ASK = "on_ask"
    DANGER = "danger"
    DANGER_TINT = "danger_tint"
    U1 = "u1"
    U1_TINT = "u1_tint"
    ON_U1 = "on_u1"
    U2 = "u2"
    U2_TINT = "u2_tint"
    ON_U2 = "on_u2"
    U3 = "u3"
    U3_TINT = "u3_tint"
    ON_U3 = "on_u3"
    U4 = "u4"
    U4_TINT = "u4_tint"
    ON_U4 = "on_u4"
    U5 = "u5"
    U5_TINT = "u5_tint"
    ON_U5 = "on_u5"
    U6 = "u6"
    U6_TINT = "u6_tint"
    ON_U6 = "on_u6"
    TRACK = "track"
    SCRIM = "scrim"
    TOAST = "toast"
    ON_TOAST = "on_toast"
    TOAST_LINK = "toast_link"
    PAPER = "paper"
    INK = "ink"
    SHADOW = "shadow"


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitColours:
    """The three colours of one unit: solid fill, tint, and what is readable on the solid fill."""

    solid: str
    tint: str
    on: str


# Without __repr__ and __eq__: there are three themes, each its own; generating the two takes 1 ms at start.
@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class Theme:
    """One theme: each field is a colour as `#RRGGBB` (`scrim` and `shadow` as `#AARRGGBB`)."""

    name: str
    is_dark: bool
    is_contrast: bool
    window: str
    surface: str
    sunken: str
    rail: str
    raised: str
    hairline: str
    border: str
    text: str
    text_2: str
    text_3: str
    accent: str
    accent_hover: str
    accent_press: str
    on_accent: str
    accent_tint: str
    hover: str
    press: str
    selected: str
    focus: str
    met: str
    met_tint: str
    on_met: str
    notyet: str
    notyet_tint: str
    on_notyet: str
    ask: str
    ask_tint: str
    on_ask: str
    danger: str
    danger_tint: str
    u1: str
    u1_tint: str
    on_u1: str
    u2: str
    u2_tint: str
    on_u2: str
    u3: str
    u3_tint: str
    on_u3: str
    u4: str
    u4_tint: str
    on_u4: str
    u5: str
    u5_tint: str
    on_u5: str
    u6: str
    u6_tint: str
    on_u6: str
    track: str
    scrim: str
    toast: str
    on_toast: str
    toast_link: str
    paper: str
    ink: str
    shadow: str

    def of(self, token: Token) -> str:
        """The colour that `token` has in this theme."""
        value: str = getattr(self, token.value)
        return value

    def unit(self, index: int) -> UnitColours:
        """The colours of the unit given to a candidate as number `index` (from 0); after six they start again."""
        number = index % UNIT_COLOURS + 1
        return UnitColours(
            solid=self.of(Token(f"u{number}")),
            tint=self.of(Token(f"u{number}_tint")),
            on=self.of(Token(f"on_u{number}")),
        )


UNIT_COLOURS = 6

LIGHT = Theme(
    name="light",
    is_dark=False,
    is_contrast=False,
    window="#F7F5F1",
    surface="#FFFFFF",
    sunken="#F1EEE8",
    rail="#F1EEE8",
    raised="#FFFFFF",
    hairline="#E5E1D9",
    border="#8A8479",
    text="#23211D",
    text_2="#575249",
    text_3="#676157",
    accent="#34508F",
    accent_hover="#2A4379",
    accent_press="#20345F",
    on_accent="#FFFFFF",
    accent_tint="#E9EEF8",
    hover="#F1EEE8",
    press="#E7E2D9",
    selected="#E9EEF8",
    focus="#2458C6",
    met="#1F6B3B",
    met_tint="#E5F2E8",
    on_met="#FFFFFF",
    notyet="#8F4700",
    notyet_tint="#FBEFDF",
    on_notyet="#FFFFFF",
    ask="#6A3EA1",
    ask_tint="#F1EAF9",
    on_ask="#FFFFFF",
    danger="#AE241C",
    danger_tint="#FBEAE8",
    u1="#0B666F",
    u1_tint="#E1F0F1",
    on_u1="#FFFFFF",
    u2="#8A3468",
    u2_tint="#F8E9F2",
    on_u2="#FFFFFF",
    u3="#6E5200",
    u3_tint="#F5EDD9",
    on_u3="#FFFFFF",
    u4="#5A5468",
    u4_tint="#EEECF2",
    on_u4="#FFFFFF",
    u5="#2F6410",
    u5_tint="#EAF2E2",
    on_u5="#FFFFFF",
    u6="#97322B",
    u6_tint="#FAEAE8",
    on_u6="#FFFFFF",
    track="#DDD8CE",
    scrim="#5723211D",
    toast="#2B2925",
    on_toast="#F7F5F1",
    toast_link="#B9CBF5",
    paper="#FFFFFF",
    ink="#1B2A55",
    shadow="#1023211D",
)

DARK = Theme(
    name="dark",
    is_dark=True,
    is_contrast=False,
    window="#1A1918",
    surface="#232220",
    sunken="#1E1D1B",
    rail="#151413",
    raised="#2A2926",
    hairline="#363430",
    border="#87817A",
    text="#EEEBE5",
    text_2="#C0BBB1",
    text_3="#A39D93",
    accent="#A9BDF2",
    accent_hover="#BCCCF6",
    accent_press="#93A9E2",
    on_accent="#131B33",
    accent_tint="#28304A",
    hover="#2C2B28",
    press="#343230",
    selected="#28304A",
    focus="#8FB1FF",
    met="#82CD9C",
    met_tint="#1F3527",
    on_met="#10231A",
    notyet="#F0B26E",
    notyet_tint="#3C2B17",
    on_notyet="#2A1A06",
    ask="#CDB3F2",
    ask_tint="#30283D",
    on_ask="#241537",
    danger="#F3A49D",
    danger_tint="#44221F",
    u1="#72CAD2",
    u1_tint="#1A3538",
    on_u1="#06272A",
    u2="#E9A5CD",
    u2_tint="#412539",
    on_u2="#34122A",
    u3="#DDBB77",
    u3_tint="#392F18",
    on_u3="#2A2006",
    u4="#C3BCD6",
    u4_tint="#312E3B",
    on_u4="#211D2C",
    u5="#A9CF88",
    u5_tint="#2A361F",
    on_u5="#172509",
    u6="#F0A69F",
    u6_tint="#43241F",
    on_u6="#35110D",
    track="#44413C",
    scrim="#8C000000",
    toast="#EEEBE5",
    on_toast="#23211D",
    toast_link="#2A4379",
    paper="#FFFFFF",
    ink="#1B2A55",
    shadow="#30000000",
)

CONTRAST = Theme(
    name="contrast",
    is_dark=True,
    is_contrast=True,
    window="#000000",
    surface="#000000",
    sunken="#000000",
    rail="#000000",
    raised="#000000",
    hairline="#8C8C8C",
    border="#FFFFFF",
    text="#FFFFFF",
    text_2="#FFFFFF",
    text_3="#E4E4E4",
    accent="#FFE14D",
    accent_hover="#FFF0A0",
    accent_press="#E6C400",
    on_accent="#000000",
    accent_tint="#2E2900",
    hover="#262626",
    press="#3D3D3D",
    selected="#2E2900",
    focus="#00E5FF",
    met="#7CFF9B",
    met_tint="#002B0C",
    on_met="#000000",
    notyet="#FFB454",
    notyet_tint="#331C00",
    on_notyet="#000000",
    ask="#DDB8FF",
    ask_tint="#260A3D",
    on_ask="#000000",
    danger="#FF9E94",
    danger_tint="#3A0A05",
    u1="#6FF3FF",
    u1_tint="#002B30",
    on_u1="#000000",
    u2="#FF9FDB",
    u2_tint="#38001F",
    on_u2="#000000",
    u3="#FFDB70",
    u3_tint="#2E2200",
    on_u3="#000000",
    u4="#DAD2F0",
    u4_tint="#1F1B2B",
    on_u4="#000000",
    u5="#C0F58F",
    u5_tint="#162600",
    on_u5="#000000",
    u6="#FFABA3",
    u6_tint="#380C07",
    on_u6="#000000",
    track="#6E6E6E",
    scrim="#CC000000",
    toast="#FFFFFF",
    on_toast="#000000",
    toast_link="#0033A0",
    paper="#FFFFFF",
    ink="#000000",
    shadow="#FFFFFFFF",
)
