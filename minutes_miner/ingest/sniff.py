"""What kind of file bytes are, whatever its name says.

Kinds that hold minutes: "pdf", "docx", "html", "text". All others have a line in ``MENDS``: what was found and what to do.
Signatures: https://en.wikipedia.org/wiki/List_of_file_signatures and the formats' own specifications.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile

READABLE = frozenset({"pdf", "docx", "html", "text"})
HEAD = 8192  # bytes that ``sniff`` is given: enough for a PDF's mark behind junk and for a table to show its columns

MENDS = {
    "zip": ("a zip archive", "unpack it and read the files inside"),
    "odt": ("an OpenDocument text", "save it as .docx or PDF"),
    "doc": ("a Word document of the old .doc kind", "save it as .docx or PDF"),
    "ole": ("an old Office file", "save it as .docx or PDF"),
    "rtf": ("rich text (RTF)", "save it as .docx or PDF"),
    "mhtml": ("a web archive (.mht)", "save the page again as 'Web page, HTML only'"),
    "spreadsheet": ("a spreadsheet", "it can be left out"),
    "slides": ("a presentation", "it can be left out"),
    "image": ("a picture", "run text recognition (OCR) on it and save the result as PDF or text"),
    "media": ("sound or video", "it can be left out"),
    "json": ("JSON data", "it can be left out"),
    "csv": ("a table of values parted by commas", "it can be left out"),
    "xml": ("XML data", "it can be left out"),
    "code": ("a style sheet or script", "it can be left out"),
    "database": ("a database", "it can be left out"),
    "binary": ("bytes that are no text", "check that the download was complete"),
}

_MAGIC = (
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (b"{\\rtf", "rtf"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"RIFF", "media"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"\x00\x00\x01\x00", "image"),
    (b"ID3", "media"),
    (b"OggS", "media"),
    (b"\x1aE\xdf\xa3", "media"),
    (b"SQLite format 3\x00", "database"),
    (b"PAR1", "database"),
    (b"\x1f\x8b", "zip"),
    (b"7z\xbc\xaf", "zip"),
    (b"Rar!", "zip"),
)
_PDF_WITHIN = 1024  # a reader looks for %PDF- in the first 1024 bytes (PDF Reference 1.7, appendix H, note 13)
_NOISE_SHARE = 0.02  # control characters in text; page feeds and stray bytes stay far below, packed data is near 0.1
_CODE_SHARE = 0.005  # braces among all characters: prose has none, scripts and style sheets 0.01 and more
_CSV_ROWS, _CSV_COLUMNS = 3, 3
_CONTROL = bytes(set(range(32)) - {9, 10, 12, 13, 27, 0x1E})
_HTML = re.compile(
    rb"""^(?:\s|<\?.*?\?>|<!--.*?-->)*            # white space, an XML declaration, a script's lines and comments may come first
        <(?:!doctype\s+html|html|head|body|title|meta|div|p|table|h[1-6]|article|main|section|ul|ol|span|center|font|form|b|br)\b""",
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
# A part of a page, as a content system's template holds it, may begin with any element: blocks that end tell it.
_BEGINS_WITH_TAG = re.compile(rb"^(?:\s|<\?.*?\?>|<!--.*?-->)*<[a-z][a-z0-9]*[\s>/]", re.IGNORECASE | re.DOTALL)
_ENDS_BLOCK = re.compile(rb"</(?:p|div|li|ul|ol|td|tr|table|h[1-6]|section|article)\s*>", re.IGNORECASE)
_FEWEST_BLOCKS = 3
_MHTML = re.compile(rb"^(?:from|mime-version|subject|date|content-type):.{0,2000}?multipart/related", re.IGNORECASE | re.DOTALL)
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")  # the stream that holds a password-protected .docx ([MS-OFFCRYPTO] 2.3.4.4)
_OLE_STREAMS = (("WordDocument", "doc"), ("Workbook", "spreadsheet"), ("PowerPoint Document", "slides"))


def sniff(head: bytes, size: int) -> str:
    """The kind of a file of ``size`` bytes that begins with ``head`` (the first ``HEAD`` of them); "empty" where it is blank.

    "zip" and "ole" are containers: ask ``inside_zip`` and ``inside_ole`` with all the bytes.
    """
    if not head.strip() and size <= len(head):
        return "empty"
    if b"%PDF-" in head[: _PDF_WITHIN + 5]:
        return "pdf"
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    if head[4:8] == b"ftyp":
        return "media"
    return _sniff_text(head, whole=size <= len(head))


def _sniff_text(head: bytes, *, whole: bool) -> str:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.decode("utf-16", "ignore").encode("utf-8")
    head = head.removeprefix(b"\xef\xbb\xbf")
    if len(head) - len(head.translate(None, _CONTROL)) > _NOISE_SHARE * len(head):
        return "binary"
    if _HTML.match(head) or b"<html" in head.lower() or _is_part_of_page(head):
        return "html"
    if head.lstrip().startswith(b"<?xml"):
        return "xml"
    if _MHTML.match(head):
        return "mhtml"
    return _sniff_plain(head.decode("utf-8", "replace"), whole=whole)


def _is_part_of_page(head: bytes) -> bool:
    return bool(_BEGINS_WITH_TAG.match(head)) and len(_ENDS_BLOCK.findall(head)) >= _FEWEST_BLOCKS


def _sniff_plain(head: str, *, whole: bool) -> str:
    if re.match(r'\s*(?:\{\s*(?:"[^"\n]{0,80}"\s*:|\})|\[\s*[\[{"\]])', head):
        return "json"
    if head.count("{") + head.count("}") > max(_CODE_SHARE * len(head), 3):
        return "code"
    return "csv" if _is_csv(head, whole=whole) else "text"


def _is_csv(head: str, *, whole: bool) -> bool:
    """Rows of one width from first to last, at least three by three; prose has no such commas."""
    lines = head.splitlines()[: 20 if whole else -1][:20]
    if lines and "," not in lines[0] and '"' not in lines[0]:
        return False
    try:
        widths = {len(row) for row in csv.reader(io.StringIO("\n".join(lines))) if row}
    except csv.Error:
        return False
    return len(lines) >= _CSV_ROWS and len(widths) == 1 and widths.pop() >= _CSV_COLUMNS


def inside_zip(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The kind of a zip archive ("docx", "odt", "spreadsheet", "slides" or "zip") and the names in it; none where it is damaged."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = tuple(archive.namelist())
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        return ("docx" if b"word/document.xml" in data[:HEAD] else "zip"), ()
    if any(re.fullmatch(r"word/document\d*\.xml", name) for name in names):
        return "docx", names
    for prefix, kind in (("xl/", "spreadsheet"), ("ppt/", "slides")):
        if any(name.startswith(prefix) for name in names):
            return kind, names
    return ("odt" if b"mimetypeapplication/vnd.oasis.opendocument.text" in data[:200] else "zip"), names


def inside_ole(data: bytes) -> str:
    """The kind of an OLE container: "encrypted" (a .docx behind a password), "doc", "spreadsheet", "slides" or "ole"."""
    if _ENCRYPTED in data:
        return "encrypted"
    return next((kind for stream, kind in _OLE_STREAMS if stream.encode("utf-16-le") in data), "ole")
