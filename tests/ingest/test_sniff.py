from __future__ import annotations

import io
import zipfile

import pytest

from minutes_miner.ingest.sniff import MENDS, READABLE, inside_ole, inside_zip, sniff

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        (b"%PDF-1.7\n", "pdf"),
        (b"\x00\x01junk from a mail server\r\n" * 20 + b"%PDF-1.4", "pdf"),
        (b"PK\x03\x04rest", "zip"),
        (OLE, "ole"),
        (b"{\\rtf1\\ansi", "rtf"),
        (b"\x89PNG\r\n\x1a\n", "image"),
        (b"\xff\xd8\xff\xe0JFIF", "image"),
        (b"\x00\x00\x00\x18ftypmp42", "media"),
        (b"SQLite format 3\x00", "database"),
        (b"<!DOCTYPE html><html>", "html"),
        (b"\xef\xbb\xbf\n<!-- saved from url=(0021)https://x.example/ --><HTML>", "html"),
        (b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "x"><html>', "html"),
        ("<html><body>Minutes</body></html>".encode("utf-16"), "html"),
        (b"<p>A piece of a page</p>", "html"),
        (b"<?php include 'head.php'; ?>\n<button>Close</button>\n<time>3 June</time><p>Present</p><ol><li>Bins</li></ol>", "html"),
        (b"<action> The Clerk to write </action>\nCllr Ash asked about the bins.\n", "text"),
        (b"<?xml version='1.0'?><feed><entry/></feed>", "xml"),
        (b"From: <Saved by a browser>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=x", "mhtml"),
        (b'{"source": "a.html", "items": []}', "json"),
        (b'[{"source": "a.html"}]', "json"),
        (b"body { margin: 0; color: red; }\na:hover { color: blue }\n.x { top: 0 }\n", "code"),
        (b"Number,Title,Owner\n1,Bins,Clerk\n2,Paths,Clerk\n3,Hedge,Cllr Ash\n", "csv"),
        (b"Minutes of the Parks Panel\n\nPresent: Cllr Ash, Cllr Birch, Cllr Cole\n1. Apologies, none.\n", "text"),
        (b"BM Committee minutes\n", "text"),
        (b"[Draft] Minutes of the meeting\n", "text"),
        (b"MINUTES\n=======\n\nAPOLOGIES\n=========\nNone.\n", "text"),
        ("Caf\xe9 minutes\n".encode("cp1252"), "text"),
        (bytes(range(256)) * 8, "binary"),
    ],
)
def test_kind_is_told_by_the_bytes(data: bytes, kind: str) -> None:
    assert sniff(data, len(data)) == kind


def _zip(*names: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name in names:
            archive.writestr(name, "application/vnd.oasis.opendocument.text" if name == "mimetype" else "x")
    return held.getvalue()


@pytest.mark.parametrize(
    ("names", "kind"),
    [
        (("[Content_Types].xml", "word/document.xml"), "docx"),
        (("xl/workbook.xml",), "spreadsheet"),
        (("ppt/presentation.xml",), "slides"),
        (("mimetype", "content.xml"), "odt"),
        (("june.html", "july.html"), "zip"),
    ],
)
def test_what_a_zip_holds(names: tuple[str, ...], kind: str) -> None:
    assert inside_zip(_zip(*names)) == (kind, names)


def test_a_broken_docx_is_still_called_docx() -> None:
    assert inside_zip(_zip("word/document.xml")[:60]) == ("docx", ())


@pytest.mark.parametrize(
    ("stream", "kind"), [("EncryptedPackage", "encrypted"), ("WordDocument", "doc"), ("Workbook", "spreadsheet"), ("Other", "ole")]
)
def test_what_an_ole_container_holds(stream: str, kind: str) -> None:
    assert inside_ole(OLE + stream.encode("utf-16-le")) == kind


def test_every_unreadable_kind_has_a_mend() -> None:
    kinds = {
        "zip",
        "ole",
        "rtf",
        "image",
        "media",
        "database",
        "xml",
        "mhtml",
        "json",
        "code",
        "csv",
        "binary",
        "odt",
        "doc",
        "spreadsheet",
        "slides",
    }
    assert kinds == set(MENDS)
    assert not READABLE & set(MENDS)
