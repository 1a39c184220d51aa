"""Numbers that stand away from their texts: texts first and the numbers behind them in a heap, or the other way round.

They are paired in order where there are as many of the one as of the other; every pair carries a doubt. Where the
counts differ nothing is moved.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from assessor_app.unit_reader.flow import Frag, Role
from assessor_app.unit_reader.joining import join
from assessor_app.unit_reader.marks import is_header, is_section, outcome_mark
from assessor_app.unit_reader.verbs import begins_with_capital_verb, may_begin_with_verb
from assessor_app.unit_reader.words import is_open

APART = "The number stands away from its text in the document; which belongs to which was settled by their order."
_NUMBER = re.compile(r"(?:AC\s?)?(\d{1,2})\.(\d{1,2})\.?")
_BARE = re.compile(r"(?:AC\s?)?(\d{1,2})[.,:]?\s?(\d{1,2})\.?")


@dataclass(slots=True)
class _Text:
    """A criterion's text without a number."""

    frags: list[int] = field(default_factory=list)
    words: str = ""


def pair_heaps(frags: Sequence[Frag]) -> list[Frag]:
    """The fragments with every heap of numbers given to the texts it belongs to."""
    numbers: dict[int, str] = {}
    owners: dict[int, tuple[str, str, tuple[int, ...]]] = {}
    moved: set[int] = set()
    texts: list[_Text] = []
    last = (0, 0)
    leading: tuple[int, int] | None = None
    current: _Text | None = None
    i = 0
    while i < len(frags):
        frag = frags[i]
        if frag.role is not Role.FREE:
            texts, current = [], None
            i += 1
            continue
        heap = _heap(frags, i, (last[0], last[1] + len(texts)) if len(texts) == 1 else last)
        own = not heap and _BARE.fullmatch(frag.text.strip()) is not None
        if len(heap) == 1 and leading and heap[0][:2] == (leading[0], leading[1] + 1) and _is_text(frags, i + 1):
            heap, own = [], True  # the number before it stood above its text, so this one does
        if own and (bare := _BARE.fullmatch(frag.text.strip())) is not None:
            leading = (int(bare[1]), int(bare[2]))
        if heap:
            behind = _texts_behind(frags, i + len(heap)) if len(texts) != len(heap) else []
            if len(texts) == len(heap):
                paired = texts
            elif len(heap) > 1 and len(behind) == len(heap):
                paired = behind
            else:
                paired = []
            for k, text in enumerate(paired):
                o, n, printed = heap[k]
                numbers[text.frags[0]] = f"{o}.{n}"
                pieces = (*frags[i + k].pieces, *(p for t in text.frags for p in frags[t].pieces))
                owners[text.frags[0]] = (printed, text.words, pieces)
                moved |= set(text.frags[1:]) | {i + k}
            last = heap[-1][:2]
            i += len(heap)
            texts, current = [], None
            continue
        match = _NUMBER.match(frag.text)
        if match is not None:
            last, texts, current = (int(match[1]), int(match[2])), [], _Text(words=frag.text)
        elif (
            is_header(frag.text) or outcome_mark(frag.text) or is_section(frag.text, heading=frag.heading, gap=frag.gap)
        ):
            current = None if not (outcome_mark(frag.text) is None and is_header(frag.text)) else current
            texts = [] if outcome_mark(frag.text) else texts
        elif _begins(frag) and not (current and is_open(current.words)):
            current = _Text(frags=[i], words=frag.text)
            texts.append(current)
        elif current is not None and (not frag.gap or frag.text[:1].islower()):
            current.words = join(current.words, frag.text)
            current.frags.append(i)
        else:
            current = None
        i += 1
    return [_renumbered(frags, k, numbers, owners) for k in range(len(frags)) if k not in moved]


def _heap(frags: Sequence[Frag], at: int, last: tuple[int, int]) -> list[tuple[int, int, str]]:
    """The numbers that stand alone from `at` on, in sequence; a damaged one counts where it is the next."""
    heap: list[tuple[int, int, str]] = []
    while at + len(heap) < len(frags):
        frag = frags[at + len(heap)]
        match = _BARE.fullmatch(frag.text.strip())
        if frag.role is not Role.FREE or match is None:
            break
        o, n = int(match[1]), int(match[2])
        if "." not in frag.text.strip(". ") and (o, n) != (last[0], last[1] + 1) and (o, n) != last:
            break
        heap.append((o, n, frag.text.strip()))
        last = (o, n)
    if len(heap) == 1 and _is_own(frags, at):
        return []
    return heap


def _begins(frag: Frag) -> bool:
    """Whether a criterion begins here: with a verb, or in a paragraph of its own with a word that may be one."""
    may = frag.gap and frag.text[:1].isupper() and may_begin_with_verb(frag.text)
    return may or begins_with_capital_verb(frag.text)


def _is_text(frags: Sequence[Frag], at: int) -> bool:
    return at < len(frags) and frags[at].role is Role.FREE and re.match(r"[A-Z][a-z]", frags[at].text) is not None


def _is_own(frags: Sequence[Frag], at: int) -> bool:
    """Whether the text right behind a single number is that number's own."""
    behind = frags[at + 1] if at + 1 < len(frags) else None
    if behind is None or behind.role is not Role.FREE:
        return False
    if begins_with_capital_verb(behind.text) or (behind.text[:1].isupper() and frags[at].gap and not behind.gap):
        return True
    return behind.text[:1].islower() and not behind.gap


def _texts_behind(frags: Sequence[Frag], at: int) -> list[_Text]:
    """The texts without numbers that follow a heap."""
    texts: list[_Text] = []
    while at < len(frags):
        frag = frags[at]
        if frag.role is not Role.FREE or _NUMBER.match(frag.text) or outcome_mark(frag.text) or is_header(frag.text):
            break
        begins = begins_with_capital_verb(frag.text) or (bool(texts) and frag.gap and frag.text[:1].isupper())
        if begins and not (texts and is_open(texts[-1].words)):
            texts.append(_Text(frags=[at], words=frag.text))
        elif texts and (not frag.gap or frag.text[:1].islower()):
            texts[-1].words = join(texts[-1].words, frag.text)
            texts[-1].frags.append(at)
        else:
            break
        at += 1
    return texts


def _renumbered(
    frags: Sequence[Frag], k: int, numbers: dict[int, str], owners: dict[int, tuple[str, str, tuple[int, ...]]]
) -> Frag:
    if k not in numbers:
        return frags[k]
    printed, words, pieces = owners[k]
    doubt = APART
    if printed.strip(".") != numbers[k] and not printed.upper().startswith("AC"):
        doubt = f"The number is printed as “{printed}” and stands away from its text; it was read as {numbers[k]}."
    return replace(frags[k], text=f"{numbers[k]} {words}", pieces=pieces, doubt=doubt, gap=True)
