"""The minutes marked up in place: what was found where, by which rule, and in the margin what a person must settle.

One page of HTML without scripts or links to anywhere, so that it can be sent by mail and printed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from minutes_miner.model import Action, AgendaItem, Document, Evidence, Meeting, Unsettled

#: What is marked, in the order in which marks that overlap are nested: the widest kind outermost.
KINDS = ("item", "resolution", "action", "question", "speaker", "due")
_STYLE = """
body{font:16px/1.55 Georgia,serif;color:#1c1c1c;margin:0;background:#fff}
header,main{max-width:62rem;margin:0 auto;padding:1rem 1.5rem}
header{border-bottom:2px solid #24425c;font-family:Arial,sans-serif}
h1{font-size:1.35rem;margin:.2rem 0}.facts{color:#444;margin:.2rem 0}
.row{display:grid;grid-template-columns:1fr 15rem;gap:1.5rem;margin:.35rem 0}
.margin{font:13px/1.4 Arial,sans-serif;color:#8a3b00}.margin p{margin:0 0 .4rem;border-left:3px solid #e0862a;padding-left:.5rem}
.page{font:12px Arial,sans-serif;color:#777;text-align:right}
mark{background:none;color:inherit;border-radius:2px;padding:.05em .1em}
mark.item{font-weight:bold;font-size:1.1em;border-bottom:2px solid #24425c}
mark.speaker{background:#e3edf7}mark.question{background:#fdf1c7;border-bottom:2px dotted #b58900}
mark.resolution{background:#e2f0dd;border-bottom:2px solid #4b8b3b}mark.action{background:#fbe0d6;border-bottom:2px solid #c0502a}
mark.due{background:#c0502a;color:#fff}
.key mark{margin-right:.6rem;font:13px Arial,sans-serif}
footer{max-width:62rem;margin:1rem auto;padding:0 1.5rem;font:12px Arial,sans-serif;color:#666}
@media(max-width:50rem){.row{grid-template-columns:1fr}}
"""


@dataclass(frozen=True, slots=True)
class Marking:
    """A stretch of the document, what it is, and what hovering over it tells."""

    start: int
    end: int
    kind: str
    told: str


def markings(meeting: Meeting) -> list[Marking]:
    """What was found in a document, in order of place."""
    found = [m for item in meeting.items for m in _of_item(item)]
    return sorted(found, key=lambda m: (m.start, KINDS.index(m.kind), -m.end))


def _of_item(item: AgendaItem) -> Iterator[Marking]:
    yield _marking(item.evidence, "item", f"agenda item {item.number or 'without a number'}")
    for speaker in item.speakers:
        if speaker.evidence:
            also = f", also {', '.join(speaker.aliases)}" if speaker.aliases else ""
            yield _marking(speaker.evidence, "speaker", f"speaks: {speaker.name}{also}")
    for question in item.questions:
        told = f"question, asked by {question.asked_by or 'nobody named'}, answered by {question.answered_by or 'nobody named'}"
        yield _marking(question.evidence, "question", told)
    for resolution in item.resolutions:
        moved = f", moved by {resolution.moved_by}" if resolution.moved_by else ""
        yield _marking(resolution.evidence, "resolution", f"resolution: {resolution.type}{moved}")
    for action in item.actions:
        yield _marking(action.evidence, "action", f"action: {action.owner or 'nobody named'}, {_due(action)}")


def _due(action: Action) -> str:
    due = action.due
    if due.date is None:
        return f"due “{due.text}” (no day)" if due.text else "no date stated"
    return f"due {due.date.day} {due.date:%B %Y} ({due.kind})"


def _marking(evidence: Evidence, kind: str, told: str) -> Marking:
    return Marking(evidence.start, evidence.end, kind, f"{told} - rule {evidence.rule}")


def explain_html(document: Document, meeting: Meeting) -> str:
    """The page: the document's text with every marking, block by block, and open points beside the block they stand in."""
    marks = markings(meeting)
    rows = "\n".join(_rows(document, meeting, marks))
    title = meeting.title or meeting.source
    facts = [meeting.organisation, meeting.committee, f"{meeting.date.day} {meeting.date:%B %Y}" if meeting.date else "no date found"]
    key = "".join(f'<mark class="{kind}">{kind}</mark>' for kind in KINDS if kind != "due")
    general = "".join(f"<p>{escape(u.kind)}: {escape(u.reason)}</p>" for u in meeting.unsettled if u.evidence is None)
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title><style>{_STYLE}</style></head><body>\n'
        f'<header><h1>{escape(title)}</h1><p class="facts">{escape(" · ".join(f for f in facts if f))}</p>'
        f'<p class="facts">{escape(meeting.document_class)}: {escape(meeting.class_reason)}</p><p class="key">{key}</p>'
        f'<div class="margin">{general}</div></header>\n<main>\n{rows}\n</main>\n'
        f"<footer>Read from {escape(meeting.source)}. Point at a mark to see what was read and by which rule.</footer>\n</body></html>\n"
    )


def _rows(document: Document, meeting: Meeting, marks: Sequence[Marking]) -> Iterator[str]:
    page = None
    for block in document.blocks:
        if block.page != page and block.page is not None:
            page = block.page
            yield f'<p class="page">page {page}</p>'
        inside = [m for m in marks if m.start < block.end and m.end > block.start]
        beside = [u for u in meeting.unsettled if u.evidence and block.start <= u.evidence.start < block.end]
        text = marked(document.text, block.start, block.end, inside)
        yield f'<div class="row"><div>{text}</div><div class="margin">{"".join(map(_aside, beside))}</div></div>'


def _aside(point: Unsettled) -> str:
    return f"<p>To settle - {escape(point.kind)}: {escape(point.reason)}</p>"


def marked(text: str, start: int, end: int, marks: Sequence[Marking]) -> str:
    """The stretch as HTML: cut wherever a mark begins or ends, each piece wrapped in the marks that cover it."""
    cuts = sorted({start, end, *(c for m in marks for c in (m.start, m.end) if start < c < end)})
    pieces = []
    for a, b in pairwise(cuts):
        piece = escape(text[a:b])
        for mark in sorted((m for m in marks if m.start <= a and m.end >= b), key=lambda m: -KINDS.index(m.kind)):
            piece = f'<mark class="{mark.kind}" title="{escape(mark.told)}">{piece}</mark>'
        pieces.append(piece)
    return "".join(pieces)
