"""Opening a PDF and taking from each page what the reader needs; afterwards the file is closed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from minutes_miner.errors import Damaged, Encrypted, TooLarge
from minutes_miner.ingest.pdf_rules import Grid, page_grids
from minutes_miner.ingest.pdf_words import Word, WordReader, frame_of

_TAIL = 65_536  # bytes at the end in which the closing mark must stand; some senders add rubbish behind it
_SCAN_WORDS = 6  # a scanned page may carry a stamp or a page number as text
_PASSWORD = 4  # FPDF_ERR_PASSWORD in fpdfview.h; a file with an owner's password only opens with none


@dataclass(frozen=True, slots=True)
class PdfLimits:
    """How much of a PDF is read."""

    pages: int = 2_000  # the largest agenda packs have about 1,500
    page_characters: int = 200_000  # a dense page has 6,000
    page_objects: int = 20_000  # drawn things on a page beyond which no table is looked for: a map, or a flood


@dataclass(frozen=True, slots=True)
class Page:
    """What stands on one page."""

    number: int  # from 1
    width: float
    height: float
    words: list[Word]
    grids: list[Grid]
    flooded: bool = False  # too many drawn things: tables were not looked for
    scanned: bool = False  # a picture with no text to speak of
    damaged: bool = False


@dataclass(frozen=True, slots=True)
class PdfContent:
    """The pages of a file, and its title as the file's own data give it."""

    pages: list[Page]
    title: str


def load(data: bytes, *, source: str, limits: PdfLimits) -> PdfContent:
    """All pages of the PDF in ``data``. Raises Encrypted, Damaged or TooLarge."""
    pdf = _open(data, source)
    try:
        if len(pdf) > limits.pages:
            raise TooLarge(f"{source}: {len(pdf)} pages; up to {limits.pages} are read. Split it, or raise the limit in PdfLimits")
        pages = list(_pages(pdf, source, limits))
        return PdfContent(pages, pdf.get_metadata_value("Title") or "")
    finally:
        pdf.close()


def _open(data: bytes, source: str) -> Any:
    import pypdfium2

    if b"%%EOF" not in data[-_TAIL:]:
        raise Damaged(f"{source}: the PDF breaks off before its end (it lacks the closing %%EOF); download or save it again")
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code == _PASSWORD:
            raise Encrypted(f"{source}: the PDF asks for a password; save a copy without one and give that") from error
        raise Damaged(f"{source}: the PDF does not open ({error}); download or save it again") from error


def _pages(pdf: Any, source: str, limits: PdfLimits) -> Iterator[Page]:
    import pypdfium2

    reader, spoilt = WordReader(), 0
    for number in range(1, len(pdf) + 1):
        try:
            page = pdf[number - 1]
        except pypdfium2.PdfiumError:
            spoilt += 1
            yield Page(number, 0.0, 0.0, [], [], damaged=True)
            continue
        try:
            yield _page(page, number, reader, limits)
        finally:
            page.close()
    if spoilt and spoilt == len(pdf):
        raise Damaged(f"{source}: none of the PDF's {len(pdf)} pages can be read; download or save it again")


def _page(page: Any, number: int, reader: WordReader, limits: PdfLimits) -> Page:
    frame = frame_of(page)
    words = reader.words(page, frame, limit=limits.page_characters)
    grids, flooded = page_grids(page, frame, object_limit=limits.page_objects)
    scanned = len(words) < _SCAN_WORDS and not flooded and _has_picture(page)
    return Page(number, frame.width, frame.height, words, grids, flooded, scanned)


def _has_picture(page: Any) -> bool:
    """Whether the page holds a picture (a page without text and picture is blank, not scanned)."""
    import pypdfium2.raw as pdfium

    return any(True for _ in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3))
