"""Minutes as text: run-on paragraphs wrapped by hand, in the encodings that clerks' files have, and Markdown for a village website."""

from __future__ import annotations

import textwrap

from corpus.build.source import Block, Item, Meeting, block_text, plain, runs

# Width of a clerk's mail program; the real files break there or not at all.
_WIDTH = 96


def render(meeting: Meeting) -> str:
    """The minutes as wrapped text, headings in capitals."""
    parts = [_flow(meeting.preamble)]
    for item in meeting.items:
        parts.append(f"{_heading(item).upper()}\n{_flow(item.text, gap=chr(10))}")
    return "\n\n".join([*parts, _flow(meeting.tail)]).strip() + "\n"


def render_markdown(meeting: Meeting) -> str:
    """The minutes as Markdown: one line a paragraph, as a website's editor keeps them."""
    parts = [_markdown(run, top=True) for run in runs(meeting.preamble)]
    for item in meeting.items:
        parts += [f"## {_heading(item)}", *(_markdown(run) for run in runs(item.text))]
    return "\n\n".join([*parts, *(_markdown(run) for run in runs(meeting.tail))]) + "\n"


def _heading(item: Item) -> str:
    return f"{item.number}. {item.title}" if item.number else item.title


def _flow(blocks: tuple[Block, ...], gap: str = "\n\n") -> str:
    return gap.join(_wrapped(block) for block in blocks)


def _wrapped(block: Block) -> str:
    if block.cells:
        return "    ".join(f"{plain(cell):<34}" if n == 0 else plain(cell) for n, cell in enumerate(block.cells)).rstrip()
    text = f"- {plain(block.text)}" if block.kind == "bullet" else block_text(block)
    if block.kind == "centre":
        return text.center(_WIDTH).rstrip()
    hanging = "  " if block.kind in ("bullet", "limb") else ""
    return textwrap.fill(text, _WIDTH, subsequent_indent=hanging, break_long_words=False, break_on_hyphens=False)


def _markdown(run: tuple[Block, ...], *, top: bool = False) -> str:
    block = run[0]
    if block.cells:
        lines = [f"| {' | '.join(row.cells)} |" for row in run]
        return "\n".join([lines[0], f"|{'---|' * len(block.cells)}", *lines[1:]])
    if block.kind == "centre" and top:
        return f"# {block.text}"
    if block.kind in ("subhead", "centre"):
        return f"### {block.text}"
    return f"- {block.text}" if block.kind == "bullet" else f"{block.label} {block.text}".strip()
