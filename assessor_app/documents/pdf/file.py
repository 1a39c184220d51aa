"""The file itself: a ReportLab canvas whose catalogue carries tags, metadata, colour, record and signature fields.

The same pages and the same `About` always give the same bytes: no clock, no random number, no dictionary order.
"""

import hashlib
import io
from collections.abc import Sequence
from functools import cache
from types import SimpleNamespace
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc, pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFString
from reportlab.pdfgen.canvas import Canvas

from assessor_app.documents.pdf import fonts
from assessor_app.documents.pdf.elements import StructElement
from assessor_app.documents.pdf.fields import SignatureField, locked_by
from assessor_app.documents.pdf.metadata import PRODUCER, About, xmp
from assessor_app.documents.pdf.structure import Node, WidgetRef
from assessor_app.documents.pdf.style import PT, Face, Style
from assessor_app.documents.pdf.surface import Surface, number
from assessor_app.settings import shipped

rl_config.useA85 = 0  # binary streams: a quarter smaller, and no slow text encoding

FONT_NAMES = (*(face.value for face in Face), *sorted(set(fonts.FALLBACK.values())))


class _LineEnded(PDFStream):
    """A stream with the line end before `endstream` that PDF/A asks for (6.1.7.1)."""

    def format(self, document: Any) -> bytes:
        """The stream as ReportLab writes it, with that line end."""
        code: bytes = super().format(document)
        return code[: -len(b"endstream\n")] + b"\nendstream\n"


class _SheetDocument(pdfdoc.PDFDocument):
    """ReportLab's document with numbered, tab-ordered pages and line-ended streams."""

    def Reference(self, obj: Any, name: str | None = None) -> Any:
        """As ReportLab does; every stream passes here before it is written."""
        if type(obj) is PDFStream:
            obj.__class__ = _LineEnded
        return super().Reference(obj, name)  # type: ignore[no-untyped-call]  # the stubs give it no types

    def addPage(self, page: Any) -> Any:
        """Add the page with its number in the parent tree."""
        page.__NoDefault__ = [*pdfdoc.PDFPage.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents = len(getattr(self, "sheet_pages", []))
        page.Tabs = PDFName("S")
        page.Trans = None
        self.sheet_pages = [*getattr(self, "sheet_pages", []), page]
        return super().addPage(page)


@cache
def _register_fonts() -> None:
    for name in FONT_NAMES:
        font = fonts.font(name)
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(font)


class SheetFile:
    """A PDF under construction. `surface` is drawn on; `save` finishes it."""

    def __init__(self, width: float, height: float, *, tagged: bool = True) -> None:
        """Page size in millimetres. An untagged file is one that is drawn into another."""
        _register_fonts()
        self._buffer = io.BytesIO()
        self._height = height
        canvas_class: Any = Canvas  # Any: the stubs know neither its document nor its code list
        self._canvas = canvas_class(
            self._buffer,
            pagesize=(width / PT, height / PT),
            pageCompression=1,
            invariant=1,
            lang="en-GB",
            pdfVersion=(1, 7),
            initialFontName=Face.REGULAR.value,
            initialFontSize=9,
        )
        self._doc = self._canvas._doc
        self._doc.__class__ = _SheetDocument
        self.surface = Surface(self._canvas, height, tagged=tagged)
        self.root = Node("Document")

    def save(
        self,
        about: About,
        *,
        fields: Sequence[SignatureField] = (),
        record: bytes | None = None,
        extra_seed: bytes = b"",
    ) -> bytes:
        """Finish the file: `record` is attached as `record.json`; `fields` come in signing order."""
        self.surface.finish()
        catalog = self._doc.Catalog
        catalog.__NoDefault__ = [*pdfdoc.PDFCatalog.__NoDefault__, "OutputIntents", "AF"]
        catalog.__Refs__ = [*pdfdoc.PDFCatalog.__Refs__, "OutputIntents", "AF"]
        self._describe(about, record or b"", extra_seed)
        catalog.Metadata = _stream(xmp(about), Type="Metadata", Subtype="XML")
        catalog.OutputIntents = PDFArray([self._output_intent()])
        catalog.ViewerPreferences = PDFDictionary({"DisplayDocTitle": "true"})
        catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        if record is not None:
            self._attach(record, about)
        widgets = self._widgets(fields)
        catalog.StructTreeRoot = self._structure(widgets)
        if widgets:
            catalog.AcroForm = PDFDictionary({"Fields": PDFArray(widgets), "SigFlags": 1})
        self._canvas.save()
        return self._buffer.getvalue()

    def save_plain(self, seed: bytes) -> bytes:
        """Finish a small untagged file, to be drawn into another one."""
        self.surface.finish()
        self._doc._ID = _file_id(seed)
        self._doc.info.title = "Signature"
        self._doc.info.producer = self._doc.info.creator = PRODUCER
        self._canvas.save()
        return self._buffer.getvalue()

    # -- parts -------------------------------------------------------------------------------------------------

    def _describe(self, about: About, record: bytes, seed: bytes) -> None:
        info = self._doc.info
        info.title, info.author, info.subject, info.keywords = about.title, about.author, about.subject, ""
        info.producer = info.creator = PRODUCER
        minutes = int((about.created.utcoffset() or about.created - about.created).total_seconds()) // 60
        sign = -1 if minutes < 0 else 1
        self._doc._timeStamp = SimpleNamespace(
            YMDhms=about.created.timetuple()[:6], dhh=sign * (abs(minutes) // 60), dmm=abs(minutes) % 60
        )
        self._doc._ID = _file_id(about.identifier.encode() + record + seed)

    def _output_intent(self) -> PDFDictionary:
        profile = _stream((shipped("resources") / "icc" / "sRGB.icc").read_bytes(), compress=True, N=3)
        name = "sRGB IEC61966-2.1"
        return PDFDictionary(
            {
                "Type": PDFName("OutputIntent"),
                "S": PDFName("GTS_PDFA1"),
                "OutputConditionIdentifier": PDFString(name),
                "Info": PDFString(name),
                "DestOutputProfile": self._doc.Reference(profile),
            }
        )

    def _attach(self, record: bytes, about: About) -> None:
        stamp = PDFString(about.created.strftime("D:%Y%m%d%H%M%S") + _offset(about))
        stream = _stream(record, compress=True, Type="EmbeddedFile")
        stream.dictionary["Subtype"] = "/application#2Fjson"
        digest = hashlib.md5(record, usedforsecurity=False).hexdigest()
        stream.dictionary["Params"] = PDFDictionary({"Size": len(record), "ModDate": stamp, "CheckSum": f"<{digest}>"})
        embedded = self._doc.Reference(stream)
        spec = self._doc.Reference(
            PDFDictionary(
                {
                    "Type": PDFName("Filespec"),
                    "F": PDFString("record.json"),
                    "UF": PDFString("record.json"),
                    "AFRelationship": PDFName("Data"),
                    "Desc": PDFString("The record that this form prints, as canonical JSON"),
                    "EF": PDFDictionary({"F": embedded, "UF": embedded}),
                }
            )
        )
        self._doc.Catalog.Names = PDFDictionary(
            {"EmbeddedFiles": PDFDictionary({"Names": PDFArray([PDFString("record.json"), spec])})}
        )
        self._doc.Catalog.AF = PDFArray([spec])

    def _widgets(self, fields: Sequence[SignatureField]) -> list[Any]:
        roles = [field.role for field in fields]
        pages = self._doc.sheet_pages
        widgets = []
        for order, field in enumerate(fields):
            locked = locked_by(field.role, roles)
            lock: dict[str, Any] = {
                "Type": PDFName("SigFieldLock"),
                "Action": PDFName("All" if locked is None else "Include"),
            }
            if locked is not None:
                lock["Fields"] = PDFArray([PDFString(other.value) for other in locked])
            top, bottom = self._height - field.y, self._height - field.y - field.height
            page = pages[field.page]
            widget = self._doc.Reference(
                PDFDictionary(
                    {
                        "Type": PDFName("Annot"),
                        "Subtype": PDFName("Widget"),
                        "FT": PDFName("Sig"),
                        "T": PDFString(field.role.value),
                        "TU": PDFString(field.spoken),
                        "F": 132,
                        "Rect": PDFArray(
                            [number(v / PT) for v in (field.x, bottom, field.x + field.width, top)],
                        ),
                        "P": self._doc.Reference(page),
                        "Lock": self._doc.Reference(PDFDictionary(lock)),
                        "StructParent": len(pages) + order,
                        "AP": PDFDictionary({"N": self._doc.Reference(self._empty_appearance(field))}),
                    }
                )
            )
            page.Annots = [*(page.Annots or []), widget]
            widgets.append(widget)
        return widgets

    def _empty_appearance(self, field: SignatureField) -> PDFStream:
        code = b""
        if field.empty_text:
            canvas, before = self._canvas, self._canvas._code
            canvas._code = []
            drawn = Surface(canvas, field.height, tagged=False)
            drawn.text(field.empty_x, field.empty_baseline, field.empty_text, Style(Face.SEMIBOLD, 10.5))
            code = "\n".join(canvas._code).encode("latin-1")
            canvas._code = before
        stream = _stream(code, compress=True, Type="XObject", Subtype="Form")
        stream.dictionary["BBox"] = PDFArray([0, 0, number(field.width / PT), number(field.height / PT)])
        resources = PDFDictionary({})
        if field.empty_text:
            resources["Font"] = pdfdoc.PDFObjectReference(pdfdoc.BasicFonts)
        stream.dictionary["Resources"] = resources
        return stream

    def _structure(self, widgets: list[Any]) -> Any:
        doc = self._doc
        nodes = list(self.root.walk())
        for count, node in enumerate(nodes):
            node.key = f"n{count}"
        named = {id(header) for node in nodes for header in node.headers}
        references = {id(node): pdfdoc.PDFObjectReference(f"struct-{node.key}") for node in nodes}
        pages = [doc.Reference(page) for page in doc.sheet_pages]
        page_names = [reference.name for reference in pages]
        widget_names = [reference.name for reference in widgets]
        widget_owner: dict[int, Node] = {}
        for node in nodes:
            for kid in node.kids:
                if isinstance(kid, WidgetRef):
                    widget_owner[kid.number] = node
            element = StructElement(node, named=id(node) in named, pages=page_names, widgets=widget_names)
            doc.Reference(element, f"struct-{node.key}")
        numbers: list[Any] = []
        for page, marked in enumerate(self.surface.marked):
            numbers += [page, doc.Reference(PDFArray([references[id(node)] for node in marked]))]
        for order in range(len(widgets)):
            numbers += [len(pages) + order, references[id(widget_owner[order])]]
        tree = {
            "Type": PDFName("StructTreeRoot"),
            "K": references[id(self.root)],
            "ParentTree": doc.Reference(PDFDictionary({"Nums": PDFArray(numbers)})),
            "ParentTreeNextKey": len(pages) + len(widgets),
        }
        if named:
            names: list[Any] = []
            for node in sorted((n for n in nodes if id(n) in named), key=lambda n: n.key):
                names += [PDFString(node.key), references[id(node)]]
            limits = PDFArray([names[0], names[-2]])
            leaf = doc.Reference(PDFDictionary({"Names": PDFArray(names), "Limits": limits}))
            tree["IDTree"] = doc.Reference(PDFDictionary({"Kids": PDFArray([leaf])}))
        return doc.Reference(PDFDictionary(tree), "struct-root")


def _stream(content: bytes, *, compress: bool = False, **names: str | int) -> PDFStream:
    dictionary = PDFDictionary({k: PDFName(v) if isinstance(v, str) else v for k, v in names.items()})
    filters = [pdfdoc.PDFZCompress] if compress else None
    return PDFStream(dictionary, content, filters)


def _file_id(seed: bytes) -> bytes:
    digest = hashlib.sha256(seed).hexdigest()[:32].upper().encode()
    return b"[<" + digest + b"> <" + digest + b">]\n"


def _offset(about: About) -> str:
    text = about.created.strftime("%z") or "+0000"
    return f"{text[:3]}'{text[3:5]}'"
