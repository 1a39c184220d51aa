"""Damaged copies of a file, as a bad disk, a bad program or a bad person would make them."""

import json
import random


def mutated(content: bytes, chance: random.Random) -> bytes:
    """A copy with one to four changes; never the same bytes."""
    result = content
    while result == content:
        for _ in range(chance.randint(1, 4)):
            result = chance.choice(_CHANGES)(result or b"\0", chance)
    return result


def mutated_json(content: bytes, chance: random.Random) -> bytes:
    """A copy of a JSON object with values that do not belong there; now and then damaged bytes instead."""
    if chance.random() < 0.4:
        return mutated(content, chance)
    value = json.loads(content)
    places = list(_places(value))
    for _ in range(chance.randint(1, 3)):
        owner, key = chance.choice(places)
        owner[key] = chance.choice(_ODD)  # type: ignore[index, call-overload]
    result = json.dumps(value, indent=1).encode()
    return result if result != content else mutated(content, chance)


def _places(value: object) -> list[tuple[object, object]]:
    found: list[tuple[object, object]] = []
    if isinstance(value, dict):
        for key, inner in value.items():
            found.append((value, key))
            found += _places(inner)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            found.append((value, index))
            found += _places(inner)
    return found


_ODD: tuple[object, ...] = (
    None, True, 0, -1, 1, 2**31, 2**64, 10**400, 1.5, 1e308, "", "0", "00" * 16, "zz", "é" * 99, "a" * 5000, [], {},
    [[]] * 50, {"": {}}, 63, 64, 65, 8, 16, 65536, 1048576, 1048577,
)  # fmt: skip


def _flip(content: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(content))
    return content[:at] + bytes([content[at] ^ 1 << chance.randrange(8)]) + content[at + 1 :]


def _cut(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content))]


def _drop(content: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(content))
    return content[:at] + content[at + chance.randint(1, 600) :]


def _insert(content: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(content))
    return content[:at] + chance.randbytes(chance.randint(1, 600)) + content[at:]


def _zero(content: bytes, chance: random.Random) -> bytes:
    at, length = chance.randrange(len(content)), chance.choice((1, 16, 512, 4096))
    piece = content[at : at + length]
    return content[:at] + bytes(len(piece)) + content[at + len(piece) :]


def _swap_pages(content: bytes, chance: random.Random) -> bytes:
    pages = [content[i : i + 4096] for i in range(0, len(content), 4096)]
    one, two = chance.randrange(len(pages)), chance.randrange(len(pages))
    pages[one], pages[two] = pages[two], pages[one]
    return b"".join(pages)


def _noise(content: bytes, chance: random.Random) -> bytes:
    return chance.randbytes(min(len(content), 8192))


_CHANGES = (_flip, _flip, _flip, _cut, _drop, _insert, _zero, _swap_pages, _noise)
