"""Documents made to hurt: each is refused with a plain message, in bounded time and memory, and never by a crash."""

import io
import random
import zipfile
from collections.abc import Callable

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from assessor_app.domain.errors import KnownError
from assessor_app.unit_reader import front_docx, front_pdf, limits
from assessor_app.unit_reader import read as reader
from tests.unit_reader.reading import read
from tests.unit_reader.specimens.collection import first, named
from tests.unit_reader.specimens.truth import Specimen

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def word(document: str | bytes, **parts: str | bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("word/document.xml", document)
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", content)
    return buffer.getvalue()


def body(inner: str) -> str:
    return f"<w:document {W}><w:body>{inner}</w:body></w:document>"


def lying_size() -> bytes:
    """A member that declares 100 bytes and unpacks to far more."""
    data = bytearray(word(body("<w:p><w:r><w:t>" + "A" * 60_000_000 + "</w:t></w:r></w:p>")))
    true = (60_000_000).to_bytes(4, "little")[2:]
    central = data.rindex(b"PK\x01\x02")
    assert true in data[central : central + 40]
    data[central + 24 : central + 28] = (100).to_bytes(4, "little")
    return bytes(data)


def locked_pdf() -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, encrypt="secret")
    canvas.drawString(50, 700, "1.1 Explain")
    canvas.save()
    return buffer.getvalue()


def pdf() -> bytes:
    return named("ruled.pdf").data


BILLION = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>' + body("<w:p><w:r><w:t>&c;</w:t></w:r></w:p>")
)
OUTSIDE = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>{body("<w:p/>")}'

REFUSED: dict[str, tuple[str, Callable[[], bytes]]] = {
    "empty": ("a.pdf", lambda: b"  \n"),
    "not a pdf": ("a.pdf", lambda: b"%PDF-1.7\nnothing else"),
    "half a pdf": ("a.pdf", lambda: pdf()[:400]),
    "locked pdf": ("a.pdf", locked_pdf),
    "picture": ("a.txt", lambda: b"\x89PNG\r\n\x1a\n" + bytes(range(32)) * 50),
    "old word": ("a.doc", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600),
    "broken archive": ("a.docx", lambda: b"PK\x03\x04" + b"\x00" * 200),
    "archive of something else": ("a.docx", lambda: _archive({"hello.txt": b"hello"})),
    "cut archive": ("a.docx", lambda: word(body("<w:p/>"))[:-40]),
    "no body": ("a.docx", lambda: word(f"<w:document {W}/>")),
    "not well-formed": ("a.docx", lambda: word(f"<w:document {W}><w:body>")),
    "entities": ("a.docx", lambda: word(BILLION)),
    "outside entity": ("a.docx", lambda: word(OUTSIDE)),
    "entities in the numbering": ("a.docx", lambda: word(body("<w:p/>"), numbering=BILLION)),
    "entities in UTF-16": (
        "a.docx",
        lambda: word(BILLION.replace('version="1.0"', 'version="1.0" encoding="UTF-16"').encode("utf-16")),
    ),
    "zip bomb": ("a.docx", lambda: word(body("<w:p><w:r><w:t>" + "A" * 45_000_000 + "</w:t></w:r></w:p>"))),
    "zip bomb with a false size": ("a.docx", lying_size),
    "deep word": ("a.docx", lambda: word(body("<w:sdt><w:sdtContent>" * 200 + "</w:sdtContent></w:sdt>" * 200))),
    "deep web page": ("a.html", lambda: b"<html><body>" + b"<div>" * 5_000 + b"1.1 Explain"),
    "web page of elements": ("a.html", lambda: b"<html><body>" + b"<b>" * 400_001),
    "long line": ("a.txt", lambda: b"1.1 Explain " * 20_000),
    "many lines": ("a.txt", lambda: b"1.1 Explain\n" * 160_000),
    "deep quotation": ("a.md", lambda: b">" * 5_000 + b" 1.1 Explain"),
    "brackets": ("a.md", lambda: b"[" * 5_000),
}


def what_comes_of(data: bytes, name: str) -> str:
    """A reading, or the sentence of a refusal; anything else goes up as the defect it is."""
    try:
        return read(data, name).kind.value
    except KnownError as error:
        return error.what


def _archive(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


@pytest.mark.parametrize("name", REFUSED)
def test_hostile_document_is_refused_in_words(name: str) -> None:
    file, made = REFUSED[name]
    with pytest.raises(KnownError) as caught:
        read(made(), file)
    assert caught.value.what.endswith(".")
    assert caught.value.advice


def test_too_large_file_is_refused_before_it_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "LARGEST_FILE", 1_000)
    with pytest.raises(KnownError, match="larger than"):
        read(b"1.1 Explain\n" * 200, "a.txt")


def test_too_many_pages_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(front_pdf, "MOST_PAGES", 1)
    handbook = named("handbook.pdf")
    with pytest.raises(KnownError, match="more than 1 pages"):
        read(handbook.data, handbook.name)


def test_too_many_cells_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    from assessor_app.unit_reader import front_html, front_markdown

    for front in (front_html, front_markdown, front_docx):
        monkeypatch.setattr(front, "MOST_CELLS", 5)
    for name in ("rowspan.html", "pipe-table.md", "merged-outcomes.docx"):
        specimen = named(name)
        with pytest.raises(KnownError, match="too many cells"):
            read(specimen.data, specimen.name)


def test_too_many_members_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(front_docx, "_MOST_MEMBERS", 1)
    with pytest.raises(KnownError, match="far more"):
        read(word(body("<w:p/>")), "a.docx")


@pytest.mark.parametrize(
    "text",
    [
        "1.1 " * 40_000,
        "1.1.1.1." * 20_000,
        "| " * 90_000,
        "Unit title: " * 12_000,
        "a" * 190_000,
        "." * 190_000,
        "( " * 90_000,
        "\t" * 100_000 + "1.1 Explain",
        "<p>" * 60_000,
        "*a" * 90_000,
        "LO1 " * 40_000,
        "1 Understand 1.1 Explain\nwoven words here\n" * 2_000,
        "Explain a thing\n" * 4_000 + "1.1\n" * 4_000,
        "Level 3 " * 20_000,
        "12/" * 60_000,
        " / " * 60_000,
        "\n".join(f"{k % 9 + 1}.{k % 7 + 1} Explain the thing" for k in range(5_000)),
    ],
    ids=lambda t: t[:14].strip() or "blank",
)
@pytest.mark.timeout(40)
def test_text_made_to_be_slow_ends(text: str) -> None:
    for name in ("a.txt", "a.md", "a.html"):
        assert what_comes_of(text.encode(), name)


@pytest.mark.parametrize("kind", ["pdf", "docx", "html", "md", "txt"])
def test_damaged_documents_end_in_a_reading_or_a_known_error(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "can_read_scans", lambda: False)  # what a damaged page leaves is not looked at
    chance = random.Random(11)
    chosen: list[Specimen] = [s for s in first() if s.name.endswith(kind)][:4]
    for specimen in chosen:
        for _ in range(12):
            data = bytearray(specimen.data)
            for _ in range(chance.choice((1, 5, 60))):
                data[chance.randrange(len(data))] = chance.randrange(256)
            if chance.random() < 0.3:
                del data[chance.randrange(len(data)) :]
            assert what_comes_of(bytes(data), specimen.name)


def test_limits_are_those_of_real_documents() -> None:
    assert limits.LARGEST_FILE >= 20_000_000
    assert limits.MOST_PAGES >= 600
