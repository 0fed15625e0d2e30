"""Makers of web pages for tests: ModernGov's mark-up around what a test is about. Every place and person is invented."""

from __future__ import annotations

from minutes_miner.ingest import read_bytes
from minutes_miner.model import Block, Document

H1, H2 = "Agenda and draft minutes", "Parks Panel - Tuesday 4 June 2024 6.30 pm"


def read(page: str | bytes, source: str = "page.html") -> Document:
    """Read a page held in a string."""
    return read_bytes(page.encode() if isinstance(page, str) else page, source=source)


def word(*paragraphs: str) -> str:
    """A div.mgWordPara of MsoNormal paragraphs, each followed by the blank one that Word leaves."""
    inner = "".join(f'<p class="MsoNormal">{text}</p>\n<p class="MsoNormal">&nbsp;</p>' for text in paragraphs)
    return f'<div class="mgWordPara"><div class="WordSection1">{inner}</div></div>'


def sub_heading(text: str) -> str:
    """The line that says what the next part of an item is."""
    return f'<p class="mgSubItemTitleTxt">{text}</p>'


def item(number: str, title: str, *parts: str, anchor: str = "AI1") -> str:
    """A row of the item table."""
    return f"""<tr><td class="mgItemNumberCell"><p class="mgAiTitleTxt"><a name="{anchor}"></a>{number}</p></td>
        <td><p class="mgAiTitleTxt">{title}</p>{"".join(parts)}</td></tr>"""


def meeting(*items: str, h1: str = H1, h2: str = H2, head: str = "", before: str = "", links: str = "", footer: str = "") -> str:
    """A ModernGov meeting page."""
    table = f'<table class="mgItemTable"><caption class="mgSectionTitle">Items</caption>{"".join(items)}</table>' if items else ""
    return around(before + table, h1=h1, h2=h2, head=head, links=links, footer=footer)


def around(content: str, *, h1: str, h2: str, head: str = "", links: str = "", footer: str = "") -> str:
    """A ModernGov page of any kind."""
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8">{head}</head><body>
        <nav><ul><li><a href="mgCalendar.aspx">Calendar</a></li></ul></nav>
        <div id="modgov"><div class="mgHeader"><h1 class="mgMainTitleTxt">{h1}</h1></div>
        <div class="mgSubTitle"><h2 class="mgSubTitleTxt">{h2}</h2></div>
        <p>You can view the reports by selecting the headings.</p>
        <div class="mgLinks"><ul class="mgActionList">{links}</ul></div>
        <div class="mgContent">{content}<div class="mgHelpLine">Help</div></div></div><footer>{footer}</footer></body></html>"""


def texts(document: Document, role: str | None = None) -> list[str]:
    """The texts of the blocks of one role, or of all."""
    return [document.slice(block.start, block.end) for block in document.blocks if role in (None, block.role)]


def block_of(document: Document, text: str) -> Block:
    """The one block whose text begins with ``text``."""
    (found,) = [block for block in document.blocks if document.text.startswith(text, block.start)]
    return found
