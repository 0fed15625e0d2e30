"""ModernGov's items: number, title, documents, and agenda, minutes and decision kept apart.

The mark-up (seen on meeting, item and issue pages of many sites): ``td.mgItemNumberCell`` and ``p.mgAiTitleTxt`` open an item;
``p.mgSubItemTitleTxt`` ("Minutes:", "Decision:", "Additional documents:") says what the ``div.mgWordPara`` after it is;
``ul.mgBulletList`` lists documents, ``ul.mgActionList`` links to other pages.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from lxml import etree

from minutes_miner.ingest.flow import Flow
from minutes_miner.ingest.layout import Para
from minutes_miner.ingest.markup import Page, has_class, text_of
from minutes_miner.ingest.moderngov_furniture import SUB_HEADINGS, full_text_notice, split_file_size
from minutes_miner.ingest.moderngov_head import split_item_number
from minutes_miner.ingest.page_blocks import PageBlocks
from minutes_miner.model import Attachment, Truncation
from minutes_miner.text import fold

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_PASSED_OVER = "mgActionList mgLinks mgHelpLine mgFooter mgHide mgFileSize mgLinkSep mgMeetingsEarlierLater mgHiddenField".split()
_UNSHOWN = frozenset({"mgFileSize", "mgHide"})
_DOCUMENT_LINK = re.compile(r"(?:^|/)documents/|\.(?:pdf|docx?|xlsx?|pptx?|rtf)(?:[?#]|$)", re.IGNORECASE)


def shown_text(element: Element) -> tuple[str, str | None]:
    """An element's text without file sizes and hidden words, and the file size in it ("87 KB")."""
    if not len(element):
        return split_file_size(fold(element.text or "").removesuffix(" ,"))
    parts: list[str] = []
    size = None
    walker = etree.iterwalk(element, events=("start", "end"))
    for event, node in walker:
        if event == "start" and node.get("class") in _UNSHOWN:
            size = size or split_file_size(text_of(node))[1]
            walker.skip_subtree()
        elif event == "start":
            parts.append(node.text or "")
        elif node is not element:
            parts.append(node.tail or "")
    text, glued = split_file_size(fold("".join(parts)).removesuffix(" ,"))
    return text, size or glued


def documents_in(element: Element, page: Page, item: int | None) -> list[Attachment]:
    """The documents that an element links to; links to other pages of the site are none."""
    found: list[Attachment] = []
    for link in element.iter("a") if len(element) else ():
        href = link.get("href")
        if href and _DOCUMENT_LINK.search(href):
            title, size = shown_text(link)
            found.append(Attachment(title, page.link(href), size, item))
    return found


@dataclass
class ItemReader:
    """Reads a page's contents into ``blocks``; the items in it one by one."""

    page: Page
    blocks: PageBlocks = field(default_factory=PageBlocks)
    attachments: list[Attachment] = field(default_factory=list)
    truncations: list[Truncation] = field(default_factory=list)
    alone: bool = False  # an item's own page: text under no sub-heading is the record, unless "Minutes:" follows it
    first_role: str = "agenda"  # of what stands before any sub-heading
    count: int = 0
    _flow: Flow = field(init=False)
    _number: str | None = None  # of the item, until its title is met
    _untitled: bool = False
    _by_line: bool = False  # the item was begun by its meeting's line, so that the row after it begins no other
    _first: int = 0  # index of the item's first block
    _recorded: bool = False  # a "Minutes:" or "Decision:" sub-heading has stood in the item

    def __post_init__(self) -> None:
        special = {name: partial(handler, self) for name, handler in _HANDLERS.items()}
        self._flow = Flow(self.blocks.para, self._table, link=self._link, special=special, apart=True)

    def read(self, element: Element) -> None:
        """Read a page's contents; text outside items goes under ``blocks.role``."""
        self._flow.read(element)

    def begin(self, number: str | None = None, anchor: str | None = None) -> None:
        """Begin an item; ``number`` is printed with its title."""
        self.end()
        self.count += 1
        self.blocks.item, self.blocks.anchor, self.blocks.role = self.count, anchor, self.first_role
        self._number, self._untitled, self._recorded = number, True, False
        self._first = len(self.blocks.builder)

    def end(self) -> None:
        """End the item being read, if any: what follows stands outside items."""
        if self.alone and self.blocks.item is not None and not self._recorded:
            for index, block in enumerate(self.blocks.builder.blocks[self._first :], self._first):
                if block.role == "agenda":
                    self.blocks.builder.amend(index, role="minutes")
        self.blocks.item, self.blocks.anchor, self.blocks.role = None, None, "masthead"

    def title(self, text: str) -> None:
        """Put the item's number, if it has one, and its title."""
        role, self._untitled = self.blocks.role, False
        if self._number:
            self._put(self._number, "number")
        self._put(text, "title")
        self.blocks.role = role

    def _put(self, text: str, role: str) -> None:
        self.blocks.role = role
        self.blocks.para(Para(text, kind="heading", style="mgAiTitleTxt"), None)

    def _link(self, link: Element) -> bool:
        """Leave out "... view the full minutes text for item 5" (a truncation) and "View directions"."""
        href = link.get("href") or ""
        if "mgLocationDetails" in href:
            return True
        match = full_text_notice(text_of(link)) if "aspx" in href else None
        if not match:
            return False
        self._flow.drop_tail(".…")
        self._flow.flush()
        if match.group(1).lower() != "agenda":
            at = self.blocks.builder.length
            self.truncations.append(Truncation(self.blocks.item, match.group(2), self.page.link(href), at))
        return True

    def _table(self, table: Element, anchor: str | None) -> bool:
        return self._item_table(table) if table.get("id") == "mgItemTable" else self.blocks.table(table, anchor)

    def _item_table(self, table: Element) -> bool:
        if table.tag != "table":
            return False
        self._flow.flush()
        for part in table.iterchildren("tr", "tbody"):
            for row in (part,) if part.tag == "tr" else part.iterchildren("tr"):
                self._row(row)
        self.end()
        return True

    def _row(self, row: Element) -> None:
        cells = list(row.iterchildren("td"))
        numbered = [cell for cell in cells if has_class(cell, "mgItemNumberCell")]
        if not numbered and len(cells) > 1:
            numbered = cells[:1]
        number = text_of(numbered[0]) if numbered else ""
        names = [link.get("name") for cell in numbered for link in cell.iter("a") if link.get("name")]
        if numbered and not self._by_line:
            self.begin(anchor=f"#{names[0]}" if names else None)
        elif not numbered:
            self.end()
        self._number, self._by_line = number or self._number, False
        for cell in cells[len(numbered) :]:
            self._flow.read(cell)

    def _title(self, element: Element) -> bool:
        if not self._untitled:
            return False
        self._flow.flush()
        text, _ = shown_text(element)
        if self._by_line and self._number:  # an issue page repeats the number of the meeting's line: "13 Street lighting"
            text = re.sub(rf"^{re.escape(self._number)}\.?\s+", "", text)
        self.attachments += documents_in(element, self.page, self.blocks.item)
        self.title(text)
        return True

    def _sub_heading(self, element: Element) -> bool:
        name = text_of(element).rstrip(": ").casefold()
        if name not in SUB_HEADINGS:
            return False
        self._flow.flush()
        role = SUB_HEADINGS[name]
        if role and self.blocks.item is not None:
            self.blocks.role = role
            self._recorded = self._recorded or role != "agenda"
        return True

    def _documents(self, element: Element) -> bool:
        found = documents_in(element, self.page, self.blocks.item)
        self.attachments += found
        return bool(found) or not text_of(element)

    def _pass_over(self, _: Element) -> bool:
        return True


# One issue over several meetings: "Meeting: 05/11/2015 - Licensing Committee (Item 13)", or on its decisions page "05/11/2015 - Title".
_ISSUE_LINE = re.compile(r"(?:Meeting:\s*)?\d{2}/\d{2}/\d{4}(?:,? \d{1,2}[.:]\d{2})?\s*[-–]\s*\S")
# Facts of a decision page that are no part of the decision's text.
_DECISION_FACT = re.compile(
    r"(?:decision maker|decision status|decision type|is key decision\?|is subject to call in\?|publication date|date of decision"
    r"|decided at meeting|report author|effective from|contact)\s*:",
    re.IGNORECASE,
)


@dataclass
class IssueReader(ItemReader):
    """Reads a page that follows one issue or shows one decision: each meeting's line begins an item; facts go to the masthead."""

    issue_title: str = ""
    lines: list[str] = field(default_factory=list)  # the meetings' lines

    def __post_init__(self) -> None:
        super().__post_init__()
        self._flow.emit = self.paragraph

    def paragraph(self, para: Para, anchor: str | None) -> None:
        """Take a paragraph; a meeting's line begins an item, and an item without a title of its own takes the page's."""
        if _ISSUE_LINE.match(para.text):
            self.lines.append(para.text.removeprefix("Meeting:").strip())
            self.begin(split_item_number(para.text)[1])
            self._by_line = True
            self._as_masthead(para, anchor)
        elif _DECISION_FACT.match(para.text):
            self._as_masthead(para, anchor)
        else:
            if self._untitled:
                self.title(self.issue_title)
            self.blocks.para(para, anchor)

    def _as_masthead(self, para: Para, anchor: str | None) -> None:
        role, self.blocks.role = self.blocks.role, "masthead"
        self.blocks.para(para, anchor)
        self.blocks.role = role


_HANDLERS = {
    **dict.fromkeys(_PASSED_OVER, ItemReader._pass_over),
    "mgItemTable": ItemReader._item_table,
    "mgAiTitleTxt": ItemReader._title,
    "mgSubItemTitleTxt": ItemReader._sub_heading,
    "mgSubSubTitleTxt": ItemReader._sub_heading,
    "mgSectionTitle": ItemReader._sub_heading,
    "mgBulletList": ItemReader._documents,
}
