"""Web pages of any publisher but ModernGov: WordPress, Jadu, CMIS, hand-made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from minutes_miner.errors import EmptySource
from minutes_miner.ingest.flow import Flow
from minutes_miner.ingest.html_content import find_content
from minutes_miner.ingest.layout import Para
from minutes_miner.ingest.markup import Page, parse_page, text_of
from minutes_miner.ingest.page_blocks import PageBlocks
from minutes_miner.ingest.plain import TextReader
from minutes_miner.ingest.plain_lines import split_lines
from minutes_miner.ingest.wrong_page import refuse_wrong_page
from minutes_miner.model import Document, SourceMeta

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


def read(data: bytes, *, source: str) -> Document:
    """The main content of a page as a Document of format "html".

    The page's title (its first-level headings before the text, or <title> where there are none) comes first, as masthead.
    Raises EmptySource, Damaged, and NotTheMinutes for error, sign-in and consent pages.
    """
    page = parse_page(data, source=source)
    refuse_wrong_page(page, source=source)
    body = page.root.find("body")
    if body is None:
        raise EmptySource(f"{source}: the page has no body; save it again from the browser")
    headings = list(body.iter("h1"))
    content = find_content(body)
    blocks = PageBlocks(role="masthead")
    for title in _titles(headings, content, page):
        blocks.para(Para(title, kind="heading", style="h1", level=1), None)
    blocks.role = "body"
    _read_content(content, blocks)
    return Document(
        source=source,
        format="html",
        text=blocks.builder.text,
        blocks=blocks.builder.blocks,
        meta=SourceMeta(title=page.title, organisation=page.metas.get("og:site_name"), url=page.url),
        notes=page.notes,
    )


def _titles(headings: list[Element], content: Element, page: Page) -> list[str]:
    """First-level headings that stand outside the content; <title> where the page has no such heading at all."""
    if not any(text_of(heading) for heading in headings):
        return [page.title] if page.title else []
    outside = [heading for heading in headings if content not in heading.iterancestors() and heading is not content]
    return list(dict.fromkeys(text_of(heading) for heading in outside))


def _read_content(content: Element, blocks: PageBlocks) -> None:
    begun = False  # once other text has been met, a first-level heading is one of the text's own

    def take(para: Para, anchor: str | None) -> None:
        nonlocal begun
        begun = begun or para.level != 1
        blocks.role = "body" if begun else "masthead"
        blocks.para(para, anchor)

    typed = max(content.iter("pre"), key=lambda element: len(text_of(element)), default=None)
    if typed is not None and 2 * len(text_of(typed)) > len(text_of(content)):
        lines, _ = split_lines("".join(typed.itertext()))
        TextReader(lines, blocks.builder).read()  # a text put on the web as it was typed
        return
    Flow(take, blocks.table, apart=True).read(content)
