"""Mark-up to paragraphs: one walk over a page's elements, in reading order.

A block element or a <br> ends a paragraph; white space is folded, so that words broken over source lines are parted by one
space. Lists get their labels written in (<ol> by its type and start, <ul> a bullet), headings their level, and every
paragraph the bold stretches and the nearest anchor (id or name) before it. Tables are offered whole.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree

from minutes_miner.ingest.layout import Para
from minutes_miner.ingest.margin import MARK, split_mark
from minutes_miner.ingest.numerals import letters, roman
from minutes_miner.ingest.stretches import fold_stretches, is_bold_heading, shifted
from minutes_miner.text import fold, split_label

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_SKIPPED_TAGS = "script style noscript template head svg iframe object select button input textarea label nav audio video canvas map"
_BLOCK_TAGS = """p div section article main header footer aside address blockquote pre center fieldset figure figcaption form details
summary li ul ol menu dl dt dd table caption thead tbody tfoot tr td th hr br h1 h2 h3 h4 h5 h6"""
_SKIPPED = frozenset(_SKIPPED_TAGS.split())
_BLOCKS = frozenset(_BLOCK_TAGS.split())
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BOLD = frozenset({"b", "strong"})
_LISTS = frozenset({"ul", "ol", "menu"})
# The signs that Word's export leaves where Symbol and Wingdings bullets stood.
_WORD_BULLETS = frozenset("·§oØüvqnl•")


@dataclass
class _List:
    """A list being read: how it counts, and the next number."""

    ordered: bool
    style: str
    number: int

    def label(self, item: Element) -> str:
        if not self.ordered:
            return "•"
        value = item.get("value", "")
        if value.lstrip("-").isdigit():
            self.number = int(value)
        number, self.number = self.number, self.number + 1
        sign = {"a": letters, "i": roman}.get(self.style.lower(), str)(number)
        return (sign.upper() if self.style in ("A", "I") else sign) + "."


def _never(_: Element) -> bool:
    return False


@dataclass
class Flow:
    """Reads elements and hands out paragraphs as it meets them.

    ``emit(para, anchor)`` takes a paragraph. ``table(element, anchor)`` is asked about every table, ``link(element)`` about every
    link, and ``special`` has a reader for each class of elements to be asked about: True where they have dealt with the element
    and all that it holds. With ``apart`` an owner set apart at a paragraph's end is a paragraph of its own, of kind MARK.
    """

    emit: Callable[[Para, str | None], None]
    table: Callable[[Element, str | None], bool]
    link: Callable[[Element], bool] = _never
    special: Mapping[str, Callable[[Element], bool]] = field(default_factory=dict)
    apart: bool = False
    anchor: str | None = None
    _pieces: list[tuple[str, bool]] = field(default_factory=list)
    _bold: bool = False
    _weights: list[tuple[Element, bool]] = field(default_factory=list)  # open elements that set bold on or off, and what it was before
    _lists: list[_List] = field(default_factory=list)
    _label: str = ""  # a list item's label or a defined term, until the paragraph that it opens
    _in_item: bool = False
    _level: int = 0  # of the heading being read
    _style: str = ""

    def read(self, root: Element) -> None:
        """Walk ``root``; what stands open before it is ended first, what it leaves open at its end."""
        self.flush()
        pieces = self._pieces
        walker = etree.iterwalk(root, events=("start", "end"))
        for event, element in walker:
            if event == "start":
                if not self._open(element):
                    walker.skip_subtree()
                    continue
                text = element.text
            else:
                if self._weights and self._weights[-1][0] is element:
                    self._bold = self._weights.pop()[1]
                tag = element.tag
                if tag in _CLOSERS:
                    _CLOSERS[tag](self)
                elif pieces and tag in _BLOCKS:
                    self.flush()
                text = None if element is root else element.tail
            if text and (pieces or not text.isspace()):
                pieces.append((text, self._bold))
        self.flush()
        self._drop_term()

    def flush(self) -> None:
        """End the paragraph being read and hand it out, unless it is blank."""
        if not self._pieces:
            return
        pieces, mark = split_mark(self._pieces) if self.apart else (self._pieces, "")
        text, bold = fold_stretches(pieces)
        self._pieces.clear()
        if not text:
            return
        kind, level = self._kind(text, bold)
        if self._label:
            opener = "" if self._label == "•" and split_label(text)[0] else self._label + " "
            text, bold, self._label = opener + text, shifted(bold, len(opener)), ""
        self.emit(Para(text, bold, kind, self._style, level), self.anchor)
        if mark:
            self.emit(Para(mark, kind=MARK, style=self._style), self.anchor)

    def drop_tail(self, signs: str) -> None:
        """Take ``signs`` and white space off the end of the paragraph being read (the dots before "view the full text")."""
        while self._pieces:
            text, bold = self._pieces.pop()
            text = text.rstrip(signs + " \u00a0\n\r\t")
            if text:
                self._pieces.append((text, bold))
                return

    def _kind(self, text: str, bold: tuple[tuple[int, int], ...]) -> tuple[str, int]:
        if self._level:
            return "heading", self._level
        if self._label and self._lists:
            return "list_item", len(self._lists)
        if self._style.startswith("MsoList") and split_label(text)[0]:
            return "list_item", 1
        return ("heading" if bold and not self._in_item and is_bold_heading(text, bold) else "paragraph"), 0

    def _open(self, element: Element) -> bool:
        """Note what an element begins; False where its contents are not to be walked."""
        tag, classes = element.tag, element.get("class")
        names = classes.split() if classes else ()
        if names and tag != "a":
            for name in names:
                if name in self.special:
                    if self.special[name](element):
                        return False
                    break
        if tag in _BLOCKS:
            if self._pieces:
                self.flush()
            if anchor := element.get("id"):
                self._anchor_at(anchor)
            self._style = names[0] if names else tag
        style = element.get("style")
        if style and "font" in style and tag not in _BOLD:
            self._open_styled(element, style)
        return tag not in _OPENERS or _OPENERS[tag](self, element)

    def _skip(self, _: Element) -> bool:
        return False

    def _open_link(self, element: Element) -> bool:
        if self.link(element):
            return False
        self._anchor_at(element.get("id") or element.get("name"))
        return True

    def _open_heading(self, element: Element) -> bool:
        self._level = _HEADINGS[element.tag]
        return True

    def _open_list(self, element: Element) -> bool:
        start, style = element.get("start", "1"), element.get("style") or ""
        kind = "none" if "list-style" in style and "none" in style else element.get("type", "1")
        self._lists.append(_List(element.tag == "ol", kind, int(start) if start.lstrip("-").isdigit() else 1))
        return True

    def _open_item(self, element: Element) -> bool:
        self._in_item = True
        counted = self._lists and self._lists[-1].style != "none"
        self._label = self._lists[-1].label(element) if counted else ""
        return True

    def _open_table(self, element: Element) -> bool:
        return not self.table(element, self.anchor)

    def _open_bold(self, element: Element) -> bool:
        self._weigh(element, "font-weight:normal" not in (element.get("style") or "").replace(" ", ""))
        return True

    def _open_styled(self, element: Element, style: str) -> None:
        if "font-weight" in style:
            weight = style.split("font-weight", 1)[1].lstrip(" :").split(";", 1)[0].strip().lower()
            self._weigh(element, weight in ("bold", "bolder", "600", "700", "800", "900"))
        if "Times New Roman" in style and self._pieces and self._pieces[-1][0].strip() in _WORD_BULLETS:
            self._pieces[-1] = ("•", self._pieces[-1][1])  # Word follows a typed bullet with hard spaces in this font

    def _weigh(self, element: Element, bold: bool) -> None:
        self._weights.append((element, self._bold))
        self._bold = bold

    def _close_heading(self) -> None:
        self.flush()
        self._level = 0

    def _close_list(self) -> None:
        self.flush()
        if self._lists:
            self._lists.pop()
            self._in_item = bool(self._lists)

    def _close_item(self) -> None:
        self.flush()
        self._label, self._in_item = "", False

    def _keep_term(self) -> None:
        """Keep a defined term as the opening of its definition: "Venue: Town Hall"."""
        term = fold("".join(text for text, _ in self._pieces)).rstrip(":")
        self._pieces.clear()
        self._drop_term()
        self._label = f"{term}:" if term else ""

    def _close_definition(self) -> None:
        self.flush()
        self._drop_term()

    def _drop_term(self) -> None:
        """Hand out a defined term that no definition followed."""
        term, self._label = self._label, ""
        if term.endswith(":"):
            self.emit(Para(term, kind="paragraph", style="dt"), self.anchor)

    def _anchor_at(self, name: str | None) -> None:
        if name:
            self.anchor = f"#{name.lstrip('#')}"


_OPENERS: Mapping[str, Callable[[Flow, Element], bool]] = {
    **dict.fromkeys(_HEADINGS, Flow._open_heading),
    **dict.fromkeys(_LISTS, Flow._open_list),
    **dict.fromkeys(_BOLD, Flow._open_bold),
    **dict.fromkeys(_SKIPPED, Flow._skip),
    "a": Flow._open_link,
    "li": Flow._open_item,
    "table": Flow._open_table,
}
_CLOSERS: Mapping[str, Callable[[Flow], None]] = {
    **dict.fromkeys(_HEADINGS, Flow._close_heading),
    **dict.fromkeys(_LISTS, Flow._close_list),
    "li": Flow._close_item,
    "dt": Flow._keep_term,
    "dd": Flow._close_definition,
    "dl": Flow._close_definition,
}
