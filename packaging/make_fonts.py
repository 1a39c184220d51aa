#!/usr/bin/env python3
"""Make the fonts and the colour profile that printed forms embed. Run once by hand; the results are in `resources/`.

The forms use Source Sans 3 without its hinting tables, which print never needs and every sheet would carry. "Source"
is a reserved font name under its licence (SIL OFL 1.1), so the changed fonts are called "Assessor Sans". It refuses
fonts that lack a character which the forms rely on.

    npm pack @expo-google-fonts/source-sans-3@0.4.1 && tar xzf expo-google-fonts-source-sans-3-0.4.1.tgz
    .venv/bin/python packaging/make_fonts.py package
"""

import sys
from pathlib import Path

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # it ships no types
from PIL import ImageCms

RESOURCES = Path(__file__).resolve().parent.parent / "resources"
FAMILY = "Assessor Sans"
FACES = {
    "Regular": "400Regular/SourceSans3_400Regular.ttf",
    "Italic": "400Regular_Italic/SourceSans3_400Regular_Italic.ttf",
    "SemiBold": "600SemiBold/SourceSans3_600SemiBold.ttf",
    "Bold": "700Bold/SourceSans3_700Bold.ttf",
}
# Hinting, and the layout tables that ReportLab does not read.
DROPPED = ("cvt ", "fpgm", "prep", "gasp", "hdmx", "VDMX", "LTSH", "DSIG", "GSUB", "GPOS", "GDEF", "STAT", "MATH")
NEEDED = "ŴŵŶŷÂâÊêÎîÔôÛû✓…“”‘’–·£€°ÉéÁáÍíÓóÚú"


def make(source: Path, style: str, target: Path) -> None:
    """Write one face to `target`: hinting dropped, names changed, dates fixed so that it can be rebuilt."""
    font = TTFont(source, recalcTimestamp=False)
    missing = [c for c in NEEDED if ord(c) not in font.getBestCmap()]
    if missing:
        raise SystemExit(f"{source.name} lacks {' '.join(missing)}")
    for tag in DROPPED:
        if tag in font:
            del font[tag]
    for name in font.getGlyphOrder():
        font["glyf"][name].removeHinting()
    postscript = f"AssessorSans-{style}"
    names = {
        1: FAMILY if style in ("Regular", "Italic", "Bold") else f"{FAMILY} {style}",
        2: style if style in ("Regular", "Italic", "Bold") else "Regular",
        3: f"1.0;{postscript}",
        4: f"{FAMILY} {style}",
        6: postscript,
        16: FAMILY,
        17: style,
    }
    table = font["name"]
    for record in list(table.names):
        if record.nameID in names:
            record.string = names[record.nameID]
        elif record.nameID not in (0, 5, 8, 9, 11, 12, 13, 14):
            table.names.remove(record)
    font.save(target)


def main() -> None:
    """Build all faces, the licence text and the colour profile."""
    package = Path(sys.argv[1])
    fonts = RESOURCES / "fonts"
    fonts.mkdir(parents=True, exist_ok=True)
    for style, source in FACES.items():
        make(package / source, style, fonts / f"AssessorSans-{style}.ttf")
    licence = (package / "LICENSE_FONT").read_text(encoding="utf-8")
    note = (
        "Assessor Sans is Source Sans 3 with its hinting and layout tables removed and its name changed, because\n"
        '"Source" is a reserved font name. Made by packaging/make_fonts.py.\n\n'
    )
    (fonts / "AssessorSans-OFL.txt").write_text(note + licence, encoding="utf-8")
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[24:36] = bytes.fromhex("07EA00010001000000000000")  # creation date: 1 January 2026
    profile[84:100] = bytes(16)  # profile id: zero means "not computed"
    icc = RESOURCES / "icc"
    icc.mkdir(parents=True, exist_ok=True)
    (icc / "sRGB.icc").write_bytes(bytes(profile))
    (icc / "sRGB-NOTE.txt").write_text(
        "sRGB.icc is a matrix and curve profile of the sRGB colour space (IEC 61966-2-1), computed from the published\n"
        "primaries by Little CMS through Pillow (packaging/make_fonts.py). Little CMS marks such profiles\n"
        '"No copyright, use freely".\n',
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
