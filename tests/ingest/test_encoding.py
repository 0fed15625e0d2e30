from __future__ import annotations

import pytest

from minutes_miner.ingest.encoding import decode

TEXT = "Café – “agreed” £5"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (b"\xef\xbb\xbf" + TEXT.encode(), "utf-8"),
        (TEXT.encode("utf-16"), "utf-16-le"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("cp1252"), "cp1252"),
    ],
)
def test_encodings_of_real_files(data: bytes, encoding: str) -> None:
    assert decode(data).text == TEXT
    assert decode(data).encoding == encoding


@pytest.mark.parametrize("charset", ["iso-8859-1", "windows-1252", "utf-8"])
def test_a_declared_latin_charset_means_windows(charset: str) -> None:
    page = f'<meta http-equiv="Content-Type" content="text/html; charset={charset}"><p>{TEXT}</p>'
    assert TEXT in decode(page.encode("cp1252"), markup=True).text


def test_another_declared_charset_is_followed() -> None:
    page = '<meta charset="iso-8859-2"><p>Šedivý</p>'.encode("iso-8859-2")
    assert "Šedivý" in decode(page, markup=True).text


def test_stray_windows_bytes_in_utf8_are_read_and_noted() -> None:
    read = decode(("é " * 20).encode() + b"5\xa0\x96 6")
    assert read.text == "é " * 20 + "5\xa0– 6"
    assert read.note and "Windows-1252" in read.note


def test_bytes_of_no_encoding_are_read_with_a_note() -> None:
    read = decode(b"\x81\x8d\x8f words " * 5)
    assert "words" in read.text
    assert read.note
