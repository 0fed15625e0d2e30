"""Words of a PDF page with their places and styles, read through pypdfium2's raw interface.

One call fetches a page's characters; three more per word give its baseline, its right edge and the text object whose
font tells bold. That is about 200 pages/s, twenty times what pdfplumber needs for its characters.
"""

from __future__ import annotations

import ctypes
import math
import re
from typing import Any, NamedTuple

# A word ends at white space, or at the mark (U+FFFE, in later builds U+0002) that pdfium sets for a hyphen at a line's end.
_TOKEN = re.compile(r"[^\s\ufffe\x02]+[\ufffe\x02]?")
_BOLD = re.compile(r"bold|black|heavy|(?:^|[-,])bd|demi", re.IGNORECASE)
_NAMELESS = re.compile(r"(?:^|\+)(?:CIDFont\+|TT|T|F)?F?\d+(?:_\d+)?$")  # "CIDFont+F2", "TT1": printed to PDF, the name gone
_DINGBATS = re.compile(r"wingdings|webdings|dingbats|symbol", re.IGNORECASE)
_BULLET_GLYPHS = "\uf0b7\uf0a7\uf0d8\uf076\uf06e\uf06c\uf071\uf0a8\uf0be\uf0df●▪■◦○‣⁃·∙➢"
# Private-use code points of Symbol and Wingdings as Word writes them, and ligatures that some producers leave in the text.
_GLYPHS = str.maketrans(
    dict.fromkeys(_BULLET_GLYPHS, "•")
    | {
        "➢": "•",
        "\uf0fc": "✓",
        "\uf0fe": "✓",
        "✔": "✓",
        "✘": "✗",
        "\uf0fb": "✗",
        "\uf0fd": "✗",
        "\uf0e0": "→",
        "\uf02d": "-",
        "\uf0b4": "×",
    }
    | {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
    | {"\ufffe": "-", "\x02": "-", "‐": "-", "‑": "-", "\x00": "", "\ufffd": ""}
)
# The same glyphs where the producer gives the fonts' own codes: Wingdings "ü" is a tick, ZapfDingbats "4" too.
_DINGBAT_CODES = str.maketrans(
    {"ü": "✓", "û": "✗", "4": "✓", "8": "✗", "§": "•", "Ø": "•", "l": "•", "n": "•", "v": "•", "q": "•", "·": "•"}
)
_FAKE_BOLD = 2  # text render mode "fill, then stroke": how Word's PDF writer thickens a font that has no bold face


class Word(NamedTuple):
    """A run of characters without white space. Points; ``y`` is the baseline, growing downwards from the page's top."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    turned: bool  # printed at an angle (a date up the side of a table's head)


class _Style(NamedTuple):
    size: float
    bold: bool
    turned: bool
    signs: str  # "dingbats"; "courier": Courier New, in which Word prints the letter o as a hollow bullet; or ""


class Frame(NamedTuple):
    """From pdfium's page space (origin bottom left, page unturned) to ours (origin top left, as a reader sees the page)."""

    left: float
    bottom: float
    width: float
    height: float
    rotation: int

    def place(self, x: float, y: float) -> tuple[float, float]:
        """The point as (from left, from top)."""
        x, y = x - self.left, y - self.bottom
        if self.rotation == 90:
            return y, x
        if self.rotation == 180:
            return self.width - x, y
        if self.rotation == 270:
            return self.width - y, self.height - x
        return x, self.height - y


def frame_of(page: Any) -> Frame:
    """The frame of a pypdfium2 page: its visible box and how far it is turned."""
    left, bottom, _, _ = page.get_cropbox()
    width, height = page.get_size()
    return Frame(left, bottom, width, height, page.get_rotation())


class WordReader:
    """Reads the words of one document's pages; keeps what it learned about the fonts."""

    def __init__(self) -> None:
        self._fonts: dict[int, tuple[bool, str]] = {}

    def words(self, page: Any, frame: Frame, *, limit: int) -> list[Word]:
        """The page's words in the order of its content stream; no more than the first ``limit`` characters are read."""
        textpage = page.get_textpage()
        try:
            return self._words(textpage.raw, frame, min(textpage.count_chars(), limit))
        finally:
            textpage.close()

    def _words(self, raw: Any, frame: Frame, count: int) -> list[Word]:
        import pypdfium2.raw as pdfium

        text = _text(raw, count)
        same = len(text) == count
        x, y, box = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()
        x_ref, y_ref, box_ref = ctypes.byref(x), ctypes.byref(y), ctypes.byref(box)
        styles: dict[int, _Style] = {}
        upright = frame.rotation == 0  # nearly all pages; sparing two calls a word is worth a branch
        found: list[Word] = []
        for match in _TOKEN.finditer(text):
            first, last = match.start(), match.end() - 1
            if not same:  # characters without a code shift the text against the characters
                first, last = (pdfium.FPDFText_GetCharIndexFromTextIndex(raw, at) for at in (first, last))
            pdfium.FPDFText_GetCharOrigin(raw, first, x_ref, y_ref)
            pdfium.FPDFText_GetLooseCharBox(raw, last, box_ref)
            obj = pdfium.FPDFText_GetTextObject(raw, first)
            key = ctypes.addressof(obj.contents) if obj else 0
            style = styles.get(key)
            if style is None:
                style = styles[key] = self._style(obj, frame)
            plain = match.group()
            if style.signs or not plain.isascii():
                plain = _plain(plain, style)
            if upright:
                left, top, right = x.value - frame.left, frame.height - y.value + frame.bottom, box.right - frame.left
            else:
                (left, top), (right, _) = frame.place(x.value, y.value), frame.place(box.right, box.bottom)
            if plain and -20 < left < frame.width + 20 and -20 < top < frame.height + 20:  # what lies off the page is not printed
                found.append(Word(plain, min(left, right), max(left, right), top, *style[:3]))
        return found

    def _style(self, obj: Any, frame: Frame) -> _Style:
        import pypdfium2.raw as pdfium

        if not obj:
            return _Style(10.0, False, False, "")
        size, matrix = ctypes.c_float(), pdfium.FS_MATRIX()
        pdfium.FPDFTextObj_GetFontSize(obj, ctypes.byref(size))
        pdfium.FPDFPageObj_GetMatrix(obj, ctypes.byref(matrix))
        font = pdfium.FPDFTextObj_GetFont(obj)
        bold, signs = self._font(font) if font else (False, "")
        bold = bold or pdfium.FPDFTextObj_GetTextRenderMode(obj) == _FAKE_BOLD
        turned = (abs(matrix.b) > abs(matrix.a)) != (frame.rotation in (90, 270))
        return _Style(size.value * math.hypot(matrix.c, matrix.d), bold, turned, signs)

    def _font(self, font: Any) -> tuple[bool, str]:
        """Whether a font is bold and what kind of signs it prints: by its name, or by its file where the name is silent."""
        import pypdfium2.raw as pdfium

        key = ctypes.addressof(font.contents)
        if key not in self._fonts:
            buffer = ctypes.create_string_buffer(200)
            pdfium.FPDFFont_GetBaseFontName(font, buffer, 200)
            name = buffer.value.decode("latin-1")
            bold = bool(_BOLD.search(name)) or (bool(_NAMELESS.search(name)) and _bold_inside(font))
            signs = "dingbats" if _DINGBATS.search(name) else "courier" if "courier" in name.lower() else ""
            self._fonts[key] = (bold, signs)
        return self._fonts[key]


def _bold_inside(font: Any) -> bool:
    """Whether an embedded TrueType font calls itself bold: bit 0 of macStyle in its "head" table (OpenType specification)."""
    import pypdfium2.raw as pdfium

    size = ctypes.c_size_t()
    pdfium.FPDFFont_GetFontData(font, None, 0, ctypes.byref(size))
    buffer = (ctypes.c_uint8 * size.value)()
    pdfium.FPDFFont_GetFontData(font, buffer, size.value, ctypes.byref(size))
    data = bytes(buffer)
    count = int.from_bytes(data[4:6], "big") if data[:4] == b"\0\1\0\0" else 0
    for record in (data[12 + 16 * n : 28 + 16 * n] for n in range(count)):
        if record[:4] == b"head":
            at = int.from_bytes(record[8:12], "big") + 44
            return bool(int.from_bytes(data[at : at + 2], "big") & 1)
    return False


def _text(raw: Any, count: int) -> str:
    """The page's characters as UTF-16 units turned into text, so that positions count as pdfium counts them."""
    import pypdfium2.raw as pdfium

    buffer = (ctypes.c_ushort * (count + 1))()
    written = pdfium.FPDFText_GetText(raw, 0, count, buffer)
    return "".join(map(chr, buffer[: max(written - 1, 0)]))


def _plain(text: str, style: _Style) -> str:
    """A word's signs put into plain characters."""
    plain = text.translate(_GLYPHS)
    if style.signs and len(plain) == 1:
        plain = plain.translate(_DINGBAT_CODES) if style.signs == "dingbats" else plain.replace("o", "•")
    if any("\ud800" <= char <= "\udfff" for char in plain):
        plain = plain.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return plain
