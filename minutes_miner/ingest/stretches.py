"""Stretches of a paragraph: joining pieces of text that are bold or not into folded text with offsets."""

from __future__ import annotations

from collections.abc import Sequence

from minutes_miner.text import fold

Span = tuple[int, int]
_LONGEST_HEADING = 160  # characters; a bold paragraph beyond this is emphasis, the longest item titles stay below


def fold_stretches(pieces: Sequence[tuple[str, bool]]) -> tuple[str, tuple[Span, ...]]:
    """The pieces' text, folded, and its bold stretches; two that only white space parts are one."""
    if len(pieces) == 1:
        whole = fold(pieces[0][0])
        return whole, ((0, len(whole)),) if whole and pieces[0][1] else ()
    if True not in [bold for _, bold in pieces]:
        return fold("".join([text for text, _ in pieces])), ()
    out: list[str] = []
    spans: list[Span] = []
    length = 0
    gap = False
    for text, bold in pieces:
        folded = fold(text)
        if not folded:
            gap = gap or any(map(str.isspace, text))  # not for a piece of invisible characters only
            continue
        if length and (gap or text[0].isspace()):
            out.append(" ")
            length += 1
        gap = text[-1].isspace()
        out.append(folded)
        if bold:
            _extend(spans, length, length + len(folded))
        length += len(folded)
    return "".join(out), tuple(spans)


def _extend(spans: list[Span], start: int, end: int) -> None:
    if spans and start - spans[-1][1] <= 1:
        spans[-1] = (spans[-1][0], end)
    else:
        spans.append((start, end))


def shifted(spans: Sequence[Span], by: int) -> tuple[Span, ...]:
    """The stretches moved ``by`` characters to the right, for text that something was written before."""
    return tuple((start + by, end + by) for start, end in spans)


def is_bold_heading(text: str, bold: Sequence[Span]) -> bool:
    """Whether a paragraph reads as a heading because it is short, bold throughout and no sentence."""
    return bool(bold) and bold[0] == (0, len(text)) and len(text) <= _LONGEST_HEADING and text[-1] not in ".;,"
