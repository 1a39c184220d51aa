"""Word's automatic numbering: what Word prints before a paragraph and does not keep in its text.

`numbering.xml` gives formats, starts, overrides and restarts; counters run through the document as Word's do: a deeper
level starts again where a higher one moved, lists of one abstract definition count on, an override starts afresh once.
"""

import re
from dataclasses import dataclass, field

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LEVELS = 9
_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One level of a list: `text` is Word's pattern (`%1.%2`)."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    restart: int | None = None  # level (1-based) whose change starts this one again; 0: never; None: any higher one
    legal: bool = False


@dataclass(slots=True)
class Numbering:
    """Formats of all lists, and the counters of the document so far."""

    abstract_of: dict[str, str] = field(default_factory=dict)
    levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    overrides: dict[str, dict[int, int]] = field(default_factory=dict)
    own_levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    _counters: dict[str, list[int | None]] = field(default_factory=dict)
    _overridden: set[tuple[str, int]] = field(default_factory=set)

    def label(self, number_id: str, level: int) -> str:
        """What Word prints before the next paragraph of that list and level; `•` for bullets, empty for none."""
        abstract = self.abstract_of.get(number_id)
        if abstract is None or not 0 <= level < LEVELS:
            return ""
        formats = {**self.levels.get(abstract, {}), **self.own_levels.get(number_id, {})}
        own = formats.get(level, Level(text=f"%{level + 1}."))
        counters = self._counters.setdefault(abstract, [None] * LEVELS)
        override = self.overrides.get(number_id, {}).get(level)
        if override is not None and (number_id, level) not in self._overridden:
            self._overridden.add((number_id, level))
            counters[level] = override
        else:
            held = counters[level]
            counters[level] = own.start if held is None else held + 1
        for deeper in range(level + 1, LEVELS):
            restart = formats.get(deeper, Level()).restart
            if restart is None or (restart > 0 and level < restart):
                counters[deeper] = None
        if own.form == "bullet":
            return "•"
        if own.form == "none":
            return ""

        def shown(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            value = counters[at]
            if value is None:
                value = counters[at] = formats.get(at, Level()).start
            form = "decimal" if own.legal else formats.get(at, Level()).form
            return _formatted(value, form)

        return re.sub(r"%([1-9])", shown, own.text).strip()


def read_numbering(root: etree._Element | None) -> Numbering:
    """The lists of `numbering.xml`; none where the part is missing."""
    numbering = Numbering()
    if root is None:
        return numbering
    linked: dict[str, str] = {}
    named: dict[str, str] = {}
    for abstract in root.iter(f"{W}abstractNum"):
        key = str(abstract.get(f"{W}abstractNumId", ""))
        numbering.levels[key] = {n: level for e in abstract.findall(f"{W}lvl") for n, level in [_level(e)]}
        if (link := _value(abstract, "numStyleLink")) is not None:
            linked[key] = link
        if (link := _value(abstract, "styleLink")) is not None:
            named[link] = key
    for key, style in linked.items():
        if style in named and not numbering.levels[key]:
            numbering.levels[key] = numbering.levels[named[style]]
    for num in root.iter(f"{W}num"):
        key = str(num.get(f"{W}numId", ""))
        numbering.abstract_of[key] = _value(num, "abstractNumId") or ""
        for override in num.findall(f"{W}lvlOverride"):
            level = _whole(override.get(f"{W}ilvl"), 0)
            if (start := _value(override, "startOverride")) is not None:
                numbering.overrides.setdefault(key, {})[level] = _whole(start, 1)
            if (own := override.find(f"{W}lvl")) is not None:
                numbering.own_levels.setdefault(key, {})[level] = _level(own)[1]
    return numbering


def _level(element: etree._Element) -> tuple[int, Level]:
    number = _whole(element.get(f"{W}ilvl"), 0)
    restart = _value(element, "lvlRestart")
    return number, Level(
        start=_whole(_value(element, "start"), 1),
        form=_value(element, "numFmt") or "decimal",
        text=(_value(element, "lvlText") or "")[:40],
        restart=None if restart is None else _whole(restart, 0),
        legal=element.find(f"{W}isLgl") is not None,
    )


def _value(element: etree._Element, name: str) -> str | None:
    child = element.find(f"{W}{name}")
    value = child.get(f"{W}val") if child is not None else None
    return None if value is None else str(value)


def _whole(text: object, default: int) -> int:
    return int(str(text)) if re.fullmatch(r"\d{1,6}", str(text)) else default


def _formatted(value: int, form: str) -> str:
    if form in ("lowerLetter", "upperLetter"):
        letter = chr(97 + (value - 1) % 26) * ((value - 1) // 26 + 1) if 0 < value < 200 else str(value)
        return letter.upper() if form == "upperLetter" else letter
    if form in ("lowerRoman", "upperRoman") and 0 < value < 200:
        roman, rest = "", value
        for size, sign in _ROMAN:
            while rest >= size:
                roman, rest = roman + sign, rest - size
        return roman.upper() if form == "upperRoman" else roman
    if form == "decimalZero":
        return f"{value:02}"
    return "" if form in ("bullet", "none") else str(value)
