"""A fingerprint in words, to be compared by eye or read out over the telephone.

One word a byte, from 256 that are hard to mistake for each other. Ten words are 80 bits of SHA-256: somebody who wants
to pass for the other end would have to find a second key with the same eighty.
"""

import hashlib

LENGTH = 10

_TEXT = """
acorn almond amber anchor apple apron arrow aspen atlas attic autumn bacon badge baker bamboo banjo barley barn
basil basket beaver bell berry birch biscuit bishop blanket boat bonnet border bottle bracken brass bread brick
bridge bronze brook bucket buckle butter button cabin cactus calendar camel candle canvas canyon carrot castle cedar
cellar chalk cheese cherry chestnut chimney cider circle clay clock clover coal cobalt coconut coffee comet copper
corner cotton cradle crane cricket crown crystal cuckoo cupboard cupcake curtain cushion daisy diamond dolphin
donkey dragon drawer drum dune eagle easel elbow elder elephant engine falcon feather fender fern fiddle finger
flask flint flute forest fossil fountain fox garden garlic garnet gate giraffe glacier glove goblet goose granite
grape gravel guitar hammer hammock harbour harp harvest hazel hedge heron honey hornet island ivory jacket jasmine
jigsaw juniper kangaroo kayak kettle kitchen kite ladder lagoon lantern laurel lemon lettuce lighthouse lilac lily
linen lizard lobster locket magnet mallet mango maple marble market meadow melon mirror mitten mushroom mustard
napkin needle nickel notebook nutmeg oasis ocean olive onion orange orchard orchid otter oven oyster paddle palace
panda paper parsley pebble pelican pencil penguin pepper piano pigeon pillow pilot pine planet plum pollen poppy
postcard potato pumpkin puzzle pyramid quarry quilt rabbit radish raincoat raven ribbon river robin salmon sandal
satin saucer sausage scarf seagull shovel silver sparrow spider spoon squirrel submarine sugar summer table
telescope tiger timber tomato towel tractor trumpet tulip tunnel turnip turtle umbrella valley vanilla velvet violet
volcano waggon walnut waterfall whistle window yellow zebra
"""
WORDS = tuple(_TEXT.split())


def in_words(*parts: bytes) -> str:
    """Ten words for `parts`; their lengths are bound in, so no two splits of the same bytes sound alike."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big") + part)
    return " ".join(WORDS[byte] for byte in digest.digest()[:LENGTH])


def same_words(one: str, other: str) -> bool:
    """Equal but for case, spacing and dashes."""
    return _plain(one) == _plain(other) != []


def _plain(text: str) -> list[str]:
    return text.casefold().replace("-", " ").replace(",", " ").split()
