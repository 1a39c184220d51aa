"""Structure elements as the file holds them. Written directly, since ReportLab's dictionaries are slow."""

from collections.abc import Sequence
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFObject

from assessor_app.documents.pdf.structure import Marked, Node


def text_string(text: str) -> str:
    """A text as a PDF string: ASCII as it is, anything else in UTF-16 hexadecimal."""
    if text.isascii():
        escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        return f"({escaped})"
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


class StructElement(PDFObject):
    """One node, with references by name to its parent, its children, pages and widgets."""

    __RefOnly__ = 1

    def __init__(self, node: Node, *, named: bool, pages: Sequence[str], widgets: Sequence[str]) -> None:
        """`named` nodes are headers that cells refer to by their key."""
        self._node, self._named, self._pages, self._widgets = node, named, pages, widgets

    def format(self, document: Any) -> bytes:
        """The dictionary; called when all objects have their numbers."""
        numbers = document.idToObjectNumberAndVersion

        def reference(name: str) -> str:
            return "{} {} R".format(*numbers[name])

        node = self._node
        parent = "struct-root" if node.parent is None else f"struct-{node.parent.key}"
        parts = [f"<</Type/StructElem/S/{node.tag}/P {reference(parent)}"]
        if self._named:
            parts.append(f"/ID{text_string(node.key)}")
        for name, text in (("T", node.title), ("Alt", node.alt), ("ActualText", node.actual), ("E", node.expanded)):
            if text:
                parts.append(f"/{name}{text_string(text)}")
        parts.append(_attributes(node))
        on_page = next((kid.page for kid in node.kids if isinstance(kid, Marked)), None)
        if on_page is not None:
            parts.append(f"/Pg {reference(self._pages[on_page])}")
        kids = []
        for kid in node.kids:
            if isinstance(kid, Node):
                kids.append(reference(f"struct-{kid.key}"))
            elif not isinstance(kid, Marked):
                kids.append(f"<</Type/OBJR/Obj {reference(self._widgets[kid.number])}>>")
            elif kid.page == on_page:
                kids.append(str(kid.mcid))
            else:
                kids.append(f"<</Type/MCR/Pg {reference(self._pages[kid.page])}/MCID {kid.mcid}>>")
        if kids:
            parts.append(f"/K {kids[0]}" if len(kids) == 1 else f"/K[{' '.join(kids)}]")
        return "".join([*parts, ">>"]).encode("ascii")


def _attributes(node: Node) -> str:
    table = ""
    if node.scope:
        table += f"/Scope/{node.scope}"
    if node.col_span > 1:
        table += f"/ColSpan {node.col_span}"
    if node.row_span > 1:
        table += f"/RowSpan {node.row_span}"
    if node.headers:
        table += f"/Headers[{' '.join(text_string(header.key) for header in node.headers)}]"
    if table:
        return f"/A<</O/Table{table}>>"
    return "/A<</O/List/ListNumbering/None>>" if node.tag == "L" else ""
