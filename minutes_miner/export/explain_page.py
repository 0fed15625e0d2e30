"""The minutes marked up in place as one page of HTML, without scripts or links to anywhere, so that it can be sent by mail and printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import pairwise

from minutes_miner.export.explain import KINDS, Line, Marking, facts, general_points, lines
from minutes_miner.model import Document, Meeting, Unsettled

_STYLE = """
body{font:16px/1.5 Georgia,serif;color:#1c1c1c;margin:0;background:#fff}
header,main,footer{max-width:72rem;margin:0 auto;padding:1rem 1.5rem}
header{border-bottom:2px solid #24425c;font-family:Arial,sans-serif}
h1{font-size:1.35rem;margin:.2rem 0}.facts{color:#444;margin:.2rem 0}
.row{display:grid;grid-template-columns:minmax(0,1fr) 19rem;gap:1.75rem;margin:.3rem 0}
.row.item{margin-top:1.2rem}.row.grey{color:#777;font-style:italic}
.action-column{font:bold 13px Arial,sans-serif;color:#a23c17;text-align:right}
.number{font-weight:bold;margin-right:.6em}
.bar{color:#bbb;margin:0 .35em}
.margin{font:13px/1.4 Arial,sans-serif}.margin p{margin:0 0 .35rem;border-left:3px solid #ccc;padding-left:.5rem;font-style:normal}
.margin .question{border-color:#d9b427}.margin .resolution{border-color:#4b8b3b}.margin .action{border-color:#c0502a}
.margin .settle{border-color:#e0862a;background:#fff4e6;color:#8a3b00;padding:.15rem .5rem}
.page{font:12px Arial,sans-serif;color:#777;border-top:1px dashed #ccc;margin:.8rem 0 .3rem}
mark{background:none;color:inherit;border-radius:2px;padding:.05em 0;-webkit-box-decoration-break:clone;box-decoration-break:clone}
mark.item{font-weight:bold;font-size:1.1em;border-bottom:2px solid #24425c}
mark.speaker{background:#d5e4f3}mark.question{background:#fdf1c7}mark.header{border-bottom:1px dotted #24425c}
mark.resolution{background:#e2f0dd}mark.action{background:#fbe0d6}
mark.due{background:#c0502a;color:#fff;padding:.05em .15em}
mark.low{border-bottom:2px dashed #e0862a}
.key mark{margin-right:.6rem;font:13px Arial,sans-serif}
footer{font:12px Arial,sans-serif;color:#666}
@media(max-width:60rem){.row{grid-template-columns:1fr;gap:.2rem}}
@media print{body{font-size:11pt}.row{break-inside:avoid}mark,.margin .settle{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
"""
_KEY = {"item": "item", "speaker": "speaker", "question": "question", "resolution": "resolution", "action": "action", "due": "due date"}


def explain_html(document: Document, meeting: Meeting) -> str:
    """The page: the document's text with every mark, block by block, what was read beside it, and what a person must settle."""
    title = meeting.title or meeting.source
    whose, found = facts(meeting)
    key = "".join(f'<mark class="{kind}">{name}</mark>' for kind, name in _KEY.items()) + '<mark class="low">low confidence</mark>'
    general = "".join(map(_point, general_points(meeting)))
    rows = "\n".join(_rows(document, meeting))
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head><body>\n"
        f'<header><h1>{escape(title)}</h1><p class="facts">{escape(whose)}</p><p class="facts">{escape(found)}</p>'
        f'<p class="facts">{escape(meeting.document_class)}: {escape(meeting.class_reason)}</p><p class="key">{key}</p>'
        f'<div class="margin">{general}</div></header>\n<main>\n{rows}\n</main>\n'
        f"<footer>Read from {escape(meeting.source)}. Point at a mark to see what was read, how sure it is, and by which rule.</footer>\n"
        "</body></html>\n"
    )


def _rows(document: Document, meeting: Meeting) -> Iterator[str]:
    page = None
    for line in lines(document, meeting):
        if line.block.page != page and line.block.page is not None:
            page = line.block.page
            yield f'<p class="page">page {page}</p>'
        beside = "".join((*map(_note, line.notes), *map(_point, line.points)))
        yield f'<div class="{_class(line)}"><div>{_text(document, line)}</div><div class="margin">{beside}</div></div>'


def _class(line: Line) -> str:
    item = any(mark.kind == "item" for mark in line.marks)
    return f"row{' grey' if line.grey else ''}{' item' if item else ''}"


def _text(document: Document, line: Line) -> str:
    block = line.block
    number = f'<span class="number">{escape(line.number)}</span>' if line.number else ""
    text = marked(document.text, block.start, block.end, line.marks)
    if block.kind == "table_row":
        text = text.replace(" | ", '<span class="bar">|</span>')
    return f'<div class="action-column">{text}</div>' if block.role == "action" else number + text


def _note(mark: Marking) -> str:
    return f'<p class="{mark.kind}" title="{escape(mark.how)}"><b>{mark.kind.capitalize()}</b>: {escape(mark.told)}</p>'


def _point(point: Unsettled) -> str:
    return f'<p class="settle"><b>To settle</b>, {escape(point.kind)}: {escape(point.reason)}</p>'


def marked(text: str, start: int, end: int, marks: Sequence[Marking]) -> str:
    """The stretch as HTML: cut wherever a mark begins or ends, each piece wrapped in the marks that cover it."""
    cuts = sorted({start, end, *(c for m in marks for c in (m.start, m.end) if start < c < end)})
    pieces = []
    for a, b in pairwise(cuts):
        piece = escape(text[a:b])
        covering = sorted((m for m in marks if m.start <= a and m.end >= b), key=lambda m: -KINDS.index(m.kind))
        # The innermost mark is what the pointer meets: it tells of those around it, too.
        title = "\n".join(f"{m.kind}: {m.told} ({m.how})" for m in covering)
        for place, mark in enumerate(covering):
            name = f"{mark.kind} low" if mark.doubtful else mark.kind
            piece = f'<mark class="{name}"' + (f' title="{escape(title)}"' if place == 0 else "") + f">{piece}</mark>"
        pieces.append(piece)
    return "".join(pieces)
