"""A page to draw on, in millimetres from its top left corner, where everything drawn is either tagged or an artifact.

Text belongs to the node that is open (`with surface.tag(node)`); rules and boxes are artifacts but in a figure.
It refuses to draw below 8 pt through `Style`.
"""

import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any

from assessor_app.documents.pdf import fonts
from assessor_app.documents.pdf.structure import Marked, Node
from assessor_app.documents.pdf.style import BLACK, BODY, PT, Style
from assessor_app.documents.pdf.text import CHIP_PAD, Block, Piece, Rich, set_text, width_mm

KAPPA = 0.5523
"""Where the control points of a quarter circle stand."""


def number(value: float) -> str:
    """A length in points as PDF wants it, the same on every machine."""
    text = f"{value:.2f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


@cache
def _grey(value: float) -> str:
    return number(round(value, 2))


class Surface:
    """Draws on the current page of a canvas. `height` is the page's height in millimetres."""

    def __init__(self, canvas: Any, height: float, *, tagged: bool = True) -> None:
        """`canvas` is ReportLab's; its code list is written directly, since marked content is unknown to it."""
        self._canvas = canvas
        self._doc = canvas._doc
        self._height = height
        self._tagged = tagged
        self._node: Node | None = None
        self._in_figure = False
        self._open: Node | str | None = None
        self._fill = BLACK
        self._stroke: tuple[float, float] | None = None
        self.page = 0
        self.marked: list[list[Node]] = [[]]

    # -- pages -------------------------------------------------------------------------------------------------

    def next_page(self) -> None:
        """Close the page and start another."""
        self._close()
        self._canvas.showPage()
        self.page += 1
        self.marked.append([])
        self._fill, self._stroke = BLACK, None

    def finish(self) -> None:
        """Close the last page."""
        self._close()
        self._canvas.showPage()

    # -- marks -------------------------------------------------------------------------------------------------

    @contextmanager
    def tag(self, node: Node | None) -> Iterator[None]:
        """Text drawn inside belongs to the node; with None it is an artifact."""
        before = self._node
        self._node = node
        yield
        self._node = before

    @contextmanager
    def figure(self, node: Node | None) -> Iterator[None]:
        """Everything drawn inside, shapes too, belongs to the node."""
        before = self._in_figure
        self._in_figure = True
        with self.tag(node):
            yield
        self._in_figure = before

    def _close(self) -> None:
        if self._open is not None:
            self._emit("EMC")
            self._open = None

    def _mark(self, shape: bool) -> None:
        if not self._tagged:
            return
        wanted = self._node if self._node is not None and (self._in_figure or not shape) else None
        if wanted is None:
            if self._open != "artifact":
                self._close()
                self._emit("/Artifact BMC")
                self._open = "artifact"
            return
        if self._open is not wanted:
            self._close()
            on_page = self.marked[self.page]
            wanted.kids.append(Marked(self.page, len(on_page)))
            self._emit(f"/{wanted.tag} <</MCID {len(on_page)}>> BDC")
            on_page.append(wanted)
            self._open = wanted

    def _emit(self, code: str) -> None:
        self._canvas._code.append(code)

    # -- points ------------------------------------------------------------------------------------------------

    def _x(self, x: float) -> str:
        return number(x / PT)

    def _y(self, y: float) -> str:
        return number((self._height - y) / PT)

    def _set_fill(self, grey: float) -> None:
        if grey != self._fill:
            self._emit(f"{_grey(grey)} g")
            self._fill = grey

    def _set_stroke(self, weight: float, grey: float) -> None:
        if (weight, grey) != self._stroke:
            self._emit(f"{number(weight)} w {_grey(grey)} G")
            self._stroke = (weight, grey)

    # -- text --------------------------------------------------------------------------------------------------

    def text(
        self, x: float, baseline: float, text: str, style: Style, *, hidden: bool = False, stretch: float = 1
    ) -> None:
        """One line of text that was cleaned before, from `x` to the right."""
        if not text:
            return
        self._mark(shape=False)
        self._set_fill(style.grey)
        at = x
        for name, part in fonts.pieces(text, style.face):
            font = fonts.font(name)
            code = [f"BT 1 0 0 1 {self._x(at)} {self._y(baseline)} Tm"]
            if hidden:
                code.append("3 Tr")
            if stretch != 1:
                code.append(f"{number(stretch * 100)} Tz")
            for subset, shown in font.splitString(part, self._doc):
                name_in_file = font.getSubsetInternalName(subset, self._doc)
                code.append(f"{name_in_file} {number(style.size)} Tf ({self._canvas._escape(shown)}) Tj")
            if hidden:
                code.append("0 Tr")
            if stretch != 1:
                code.append("100 Tz")
            self._emit(" ".join([*code, "ET"]))
            at += fonts.width(part, style.face, style.size) * PT * stretch

    def outlined(self, text: str, x: float, y: float, style: Style, angle: float) -> None:
        """Letters in outline, centred on a point and turned by `angle` (radians, against the clock)."""
        self._mark(shape=True)
        self._set_stroke(1.2, style.grey)
        font = fonts.font(style.face.value)
        half_width, half_height = width_mm(text, style) / 2, 0.33 * style.size * PT
        cos, sin = math.cos(angle), math.sin(angle)
        left = x - half_width * cos + half_height * sin
        foot = y + half_width * sin + half_height * cos
        matrix = " ".join(number(v) if abs(v) > 1 else f"{v:.4f}" for v in (cos, sin, -sin, cos))
        for subset, shown in font.splitString(text, self._doc):
            name = font.getSubsetInternalName(subset, self._doc)
            self._emit(
                f"BT {matrix} {self._x(left)} {self._y(foot)} Tm 1 Tr {name} {number(style.size)} Tf "
                f"({self._canvas._escape(shown)}) Tj 0 Tr ET"
            )

    def block(self, block: Block, x: float, y: float, *, align: str = "left", width: float = 0.0) -> None:
        """A block of text with its top at `y`; `align` places each line within `width`."""
        for count, line in enumerate(block.lines):
            baseline = y + block.baseline(count)
            shift = 0.0
            if align != "left" and line:
                last = line[-1]
                free = width - last.x - width_mm(last.text.rstrip(), last.style) - (CHIP_PAD if last.box else 0)
                shift = free if align == "right" else free / 2
            for piece in line:
                self._piece(piece, x + shift, baseline)

    def _piece(self, piece: Piece, x: float, baseline: float) -> None:
        if piece.box:
            size = piece.style.size * PT
            word = width_mm(piece.text.rstrip(), piece.style)
            left, top, wide = x + piece.x - CHIP_PAD, baseline - size * 0.93, word + 2 * CHIP_PAD
            if piece.box == "round":
                self.box(left, top, wide, size * 1.25, weight=0.6, radius=1.6)
            else:
                self.box(left, top, wide, size * 1.3, weight=0.75)
        self.text(x + piece.x, baseline, piece.text, piece.style)

    def paragraph(
        self, text: Rich, x: float, y: float, width: float, style: Style = BODY, *, align: str = "left"
    ) -> float:
        """Set and draw; returns the height taken."""
        block = set_text(text, width, style)
        self.block(block, x, y, align=align, width=width)
        return block.height

    # -- shapes ------------------------------------------------------------------------------------------------

    def rule(self, x1: float, y1: float, x2: float, y2: float, weight: float = 0.4, grey: float = BLACK) -> None:
        """A straight rule; `weight` in points."""
        self._mark(shape=True)
        self._set_stroke(weight, grey)
        self._emit(f"{self._x(x1)} {self._y(y1)} m {self._x(x2)} {self._y(y2)} l S")

    def bar(self, x: float, y: float, width: float, height: float, grey: float = BLACK) -> None:
        """A filled rectangle."""
        self._mark(shape=True)
        self._set_fill(grey)
        self._emit(f"{self._x(x)} {self._y(y + height)} {number(width / PT)} {number(height / PT)} re f")

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        weight: float = 0.75,
        radius: float = 0.0,
        fill: float | None = None,
    ) -> None:
        """An outlined rectangle, its corners rounded by `radius`; filled as well where a grey is given."""
        self._mark(shape=True)
        self._set_stroke(weight, BLACK)
        paint = "S"
        if fill is not None:
            self._set_fill(fill)
            paint = "B"
        if not radius:
            path = f"{self._x(x)} {self._y(y + height)} {number(width / PT)} {number(height / PT)} re"
        else:
            path = self._rounded(x, y, width, height, min(radius, width / 2, height / 2))
        self._emit(f"{path} {paint}")

    def _rounded(self, x: float, y: float, width: float, height: float, radius: float) -> str:
        k = radius * (1 - KAPPA)
        right, foot = x + width, y + height

        def at(*points: tuple[float, float]) -> str:
            return " ".join(f"{self._x(px)} {self._y(py)}" for px, py in points)

        return " ".join(
            (
                f"{at((x + radius, y))} m {at((right - radius, y))} l",
                f"{at((right - k, y), (right, y + k), (right, y + radius))} c",
                f"{at((right, foot - radius))} l {at((right, foot - k), (right - k, foot), (right - radius, foot))} c",
                f"{at((x + radius, foot))} l {at((x + k, foot), (x, foot - k), (x, foot - radius))} c",
                f"{at((x, y + radius))} l {at((x, y + k), (x + k, y), (x + radius, y))} c h",
            )
        )

    def stroke_path(
        self, points: Sequence[tuple[float, float]], weight: float, *, curves: bool = False, grey: float = BLACK
    ) -> None:
        """A path with round ends through the points; as curves, points after the first come in threes."""
        self._mark(shape=True)
        self._set_stroke(weight, grey)
        places = [f"{self._x(px)} {self._y(py)}" for px, py in points]
        code = ["1 J 1 j", places[0], "m"]
        if curves:
            for start in range(1, len(places) - 2, 3):
                code += [*places[start : start + 3], "c"]
        else:
            for place in places[1:]:
                code += [place, "l"]
        self._emit(" ".join([*code, "S 0 J 0 j"]))

    def squares(self, x: float, y: float, side: float, matrix: Sequence[Sequence[int]]) -> None:
        """Dark modules of a matrix as filled rectangles, one path, joined along each row."""
        self._mark(shape=True)
        self._set_fill(BLACK)
        code: list[str] = []
        for row, values in enumerate(matrix):
            column = 0
            while column < len(values):
                start = column
                while column < len(values) and values[column]:
                    column += 1
                if column > start:
                    left, foot = self._x(x + start * side), self._y(y + (row + 1) * side)
                    code.append(f"{left} {foot} {number((column - start) * side / PT)} {number(side / PT)} re")
                column += 1
        self._emit(" ".join([*code, "f"]))

    # -- tick boxes --------------------------------------------------------------------------------------------

    def tick_box(self, x: float, y: float, size: float = 3.5, *, ticked: bool = False) -> None:
        """A box whose tick leaves it at the upper right, so that it reads as ticked in a poor copy too."""
        self.box(x, y, size, size, weight=0.9)
        if ticked:
            self.tick(x, y, size)

    def tick(self, x: float, y: float, size: float = 3.5) -> None:
        """The tick alone, for a box at that place."""
        unit = size / 3.5
        points = ((0.75, 1.75), (1.5, 2.75), (3.95, -0.75))
        self.stroke_path([(x + px * unit, y + py * unit) for px, py in points], 1.5)
