from __future__ import annotations

import hashlib
import io
import os
import time
import zipfile
from pathlib import Path

import pytest

from minutes_miner.errors import EmptySource, Encrypted, NotADocument, ReadError, TooLarge
from minutes_miner.ingest import ReadLimits, read_document

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def put(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("name", "data", "form"),
    [
        ("wrong.pdf", b"<html><body><p>Minutes of the panel</p></body></html>", "html"),
        (
            "page.txt",
            b"<html><body><h1 class='mgMainTitleTxt'>Agenda item</h1><div class='mgWordPara'><p>x</p></div></body></html>",
            "moderngov-item",
        ),
        ("minutes.html", b"Minutes of the panel", "text"),
    ],
)
def test_the_bytes_choose_the_reader_not_the_name(tmp_path: Path, name: str, data: bytes, form: str) -> None:
    document = read_document(put(tmp_path, name, data))
    assert document.format == form
    assert document.source == name
    assert document.digest == hashlib.sha256(data).hexdigest()


def test_the_source_may_be_named_by_the_caller(tmp_path: Path) -> None:
    assert read_document(put(tmp_path, "a.txt", b"Minutes"), source="june/a.txt").source == "june/a.txt"


@pytest.mark.parametrize("data", [b"", b"\n \n", b"<html><body><p>&nbsp;</p></body></html>", b"... --- ..."])
def test_sources_without_words_are_empty(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(EmptySource):
        read_document(put(tmp_path, "a.html", data))


def test_a_zip_renamed_says_what_is_inside(tmp_path: Path) -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("june.html", "x")
    with pytest.raises(NotADocument, match=r"minutes\.pdf: this is a zip archive holding june\.html.*unpack it"):
        read_document(put(tmp_path, "minutes.pdf", held.getvalue()))


def test_office_files(tmp_path: Path) -> None:
    with pytest.raises(Encrypted, match="password"):
        read_document(put(tmp_path, "a.docx", OLE + "EncryptedPackage".encode("utf-16-le")))
    with pytest.raises(NotADocument, match=r"save it as \.docx"):
        read_document(put(tmp_path, "a.doc", OLE + "WordDocument".encode("utf-16-le")))


@pytest.mark.parametrize("data", [bytes(range(256)) * 20, b"\x89PNG\r\n\x1a\n", b'{"a": 1}', b"{\\rtf1"])
def test_other_kinds_are_refused_with_a_mend(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(NotADocument, match=";"):
        read_document(put(tmp_path, "a.pdf", data))


def test_too_large_is_known_before_reading(tmp_path: Path) -> None:
    path = tmp_path / "large.pdf"
    with path.open("wb") as file:
        file.truncate(200_000_000)  # a hole in the file: takes no room and would take long to read
    start = time.monotonic()
    with pytest.raises(TooLarge, match="200 MB; up to 100 MB"):
        read_document(path)
    assert time.monotonic() - start < 1


def test_text_has_a_limit_of_its_own(tmp_path: Path) -> None:
    with pytest.raises(TooLarge):
        read_document(put(tmp_path, "a.txt", b"words " * 10), limits=ReadLimits(max_text_bytes=50))


def test_folders_and_missing_files(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="is a folder"):
        read_document(tmp_path)
    with pytest.raises(ReadError, match="no such file"):
        read_document(tmp_path / "gone.pdf")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_no_permission(tmp_path: Path) -> None:
    path = put(tmp_path, "a.txt", b"Minutes")
    path.chmod(0)
    with pytest.raises(ReadError, match="no permission"):
        read_document(path)


def test_a_pipe_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(ReadError, match="no ordinary file"):
        read_document(tmp_path / "pipe")


def test_a_long_line_is_read_in_bounded_time(tmp_path: Path) -> None:
    line = b"The Chair asked about **bins [and (paths. " * 50_000  # 2 MB
    start = time.monotonic()
    assert len(read_document(put(tmp_path, "a.txt", line)).blocks) == 1
    assert time.monotonic() - start < 10
