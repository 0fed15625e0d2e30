"""Parsing a web page and reading its head: title, meta fields, address.

lxml gives no text at all below 255 levels of nesting unless ``huge_tree`` is on, and stops at 2,048 levels even then
(libxml2, xmlParserMaxDepth); such a page is called Damaged rather than read as empty.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from lxml import etree

from minutes_miner.errors import Damaged, EmptySource
from minutes_miner.ingest.encoding import decode
from minutes_miner.text import fold

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_SAVED_FROM = re.compile(rb"<!--\s*saved from url=\(\d+\)(\S+?)\s*-->", re.IGNORECASE)  # written by browsers that save a page
_TOO_DEEP = "ERR_RESOURCE_LIMIT"


@dataclass(frozen=True, slots=True)
class Page:
    """A parsed page and what its head states."""

    root: Element
    title: str | None
    metas: Mapping[str, str]  # lower-case name or property -> first non-empty content
    url: str | None  # the page's own address, where it states it
    base: str | None  # what relative links are relative to
    notes: tuple[str, ...]

    def link(self, href: str) -> str:
        """``href`` made absolute where the page says where it stood; as it is elsewhere."""
        href = href.strip()
        try:
            return urljoin(self.base, href) if self.base else href
        except ValueError:  # a malformed address, "http://[x"
            return href


def parse_page(data: bytes, *, source: str) -> Page:
    """Parse the bytes of an HTML page. Raises EmptySource where nothing is left after parsing, Damaged for endless nesting."""
    decoded = decode(data, markup=True)
    utf8 = data if decoded.encoding == "utf-8" and decoded.note is None else decoded.text.encode("utf-8", "replace")
    root = _parse(utf8.replace(b"\x00", b""), source)
    metas = _metas(root)
    url = _address(root, metas, data)
    base = root.find("head/base[@href]")
    notes = tuple(note for note in (decoded.note, _breaks_off(data)) if note)
    title = fold(root.findtext(".//title") or "") or None
    return Page(root, title, metas, url, url if base is None else urljoin(url or "", base.get("href")), notes)


def text_of(element: Element) -> str:
    """All the words in an element, white space folded."""
    return fold("".join(element.itertext()) if len(element) else element.text or "")


def has_class(element: Element, name: str) -> bool:
    """Whether ``name`` is one of the element's classes."""
    names = element.get("class")
    return names is not None and name in names and name in names.split()


def _parse(utf8: bytes, source: str) -> Element:
    # etree's own parser, not lxml.html's: the latter asks Python for a class at every element met, at a third of the speed.
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root: Element = etree.fromstring(utf8, parser=parser)
    except etree.XMLSyntaxError as error:
        raise EmptySource(f"{source}: the page holds no mark-up and no text; save it again from the browser") from error
    if any(entry.type_name == _TOO_DEEP for entry in parser.error_log):
        raise Damaged(f"{source}: elements stand inside each other more than 2,048 deep; print the page to PDF and give that")
    return root


def _metas(root: Element) -> dict[str, str]:
    metas: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = (meta.get("name") or meta.get("property") or "").lower()
        content = fold(meta.get("content") or "")
        if name and content:
            metas.setdefault(name, content)
    return metas


def _address(root: Element, metas: Mapping[str, str], data: bytes) -> str | None:
    saved = _SAVED_FROM.search(data[:2000])
    if saved:
        return saved.group(1).decode("utf-8", "replace")
    canonical = next((link.get("href") for link in root.iter("link") if link.get("rel") == "canonical"), None)
    address = canonical or metas.get("og:url")
    return address if address and address.startswith("http") else None


def _breaks_off(data: bytes) -> str | None:
    for reach in (200, 20_000):  # nearly every page ends within its last characters
        tail = data[-reach:].lower()
        if b"</body" in tail or b"</html" in tail:
            return None
    whole = b"<body" not in data[:200_000].lower()
    return None if whole else "the page breaks off before its end: what follows is missing; save it again"
