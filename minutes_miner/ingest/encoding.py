"""Bytes to text, with the encodings that saved minutes really have.

Order: byte-order mark; strict UTF-8; the charset that the page declares; UTF-8 with stray Windows bytes (pages pasted
together from Word); Windows-1252; charset-normalizer as the last resort. The labels "iso-8859-1" and "ascii" mean
Windows-1252, as in the WHATWG Encoding Standard (https://encoding.spec.whatwg.org/#names-and-labels).
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with that of UTF-16 LE
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WINDOWS = frozenset({"iso-8859-1", "iso8859-1", "latin1", "latin-1", "ascii", "us-ascii", "windows-1252", "cp1252"})
# HTML: <meta charset=x> and <meta ... content="text/html; charset=x">; XML: <?xml ... encoding="x"?>.
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_DECLARED_WITHIN = 4096  # bytes; the HTML standard asks for the first 1024, pages with long heads overrun it
_STRAY_SHARE = 0.2  # at most this share of a text's non-ASCII runs may be broken for it still to be called UTF-8
_SAMPLE = 200_000  # bytes given to charset-normalizer, whose time grows with the text


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the encoding it was read with, and a remark for the run report where a guess was needed."""

    text: str
    encoding: str
    note: str | None = None


def decode(data: bytes, *, markup: bool = False) -> Decoded:
    """The text of ``data``; ``markup``: look for a declared charset. Never fails: what fits no encoding is replaced, with a note."""
    for bom, name in _BOMS:
        if data.startswith(bom):
            return Decoded(data[len(bom) :].decode(name, "replace"), name)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    declared = _declared(data) if markup else None
    if declared and declared not in ("utf-8", "cp1252"):
        try:
            return Decoded(data.decode(declared), declared)
        except (UnicodeDecodeError, LookupError):
            pass
    if _mostly_utf8(data):
        text = data.decode("utf-8", _HANDLER)
        return Decoded(text, "utf-8", "a few characters are Windows-1252 in a UTF-8 text; both were read")
    try:
        return Decoded(data.decode("cp1252"), "cp1252")
    except UnicodeDecodeError:
        return _last_resort(data)


def _declared(data: bytes) -> str | None:
    match = _DECLARED.search(data[:_DECLARED_WITHIN])
    if not match:
        return None
    name = match.group(1).decode("ascii").lower()
    return "cp1252" if name in _WINDOWS else {"utf8": "utf-8"}.get(name, name)


def _mostly_utf8(data: bytes) -> bool:
    """Whether most runs of non-ASCII bytes are well-formed UTF-8 (by chance hardly any are: Windows bytes stand alone)."""
    runs = re.findall(rb"[\x80-\xff]+", data)
    good = 0
    for run in runs:
        try:
            run.decode("utf-8")
        except UnicodeDecodeError:
            continue
        good += 1
    return len(runs) - good <= _STRAY_SHARE * len(runs)


def _last_resort(data: bytes) -> Decoded:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    name = best.encoding if best else "cp1252"
    return Decoded(data.decode(name, "replace"), name, f"no encoding is declared and none fits; read as {name}: look for wrong characters")


def _windows_byte(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


_HANDLER = "minutes_miner.windows_byte"
codecs.register_error(_HANDLER, _windows_byte)
