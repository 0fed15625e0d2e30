"""Cutting a formal resolution into its limbs: "(1) That A. (2) That B.", in one block or over several."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from minutes_miner.assemble.numbers import roman
from minutes_miner.model import Block, Document
from minutes_miner.text import fold, split_label

_LEAD = re.compile(r"[\s:;.,–—\-*]*(?:T\s?H\s?A\s?T|[Tt]hat|THAT)?(?P<colon>[\s:;,–—-]*)")
_THAT = re.compile(r"[\s:;.,–—\-*]*")
_INLINE_LABEL = re.compile(r"(?:(?<=\s)|^)(\(?(?:\d{1,2}|[a-z]|[ivx]{1,5})[).](?=\s)|\((?:\d{1,2}|[a-z]|[ivx]{1,5})\))")
_BULLETS = frozenset("•●▪■◦○‣⁃·*-–—o➢→")


@dataclass(frozen=True, slots=True)
class Limb:
    """One limb: its label as printed, or None, and its text with the stretch of the document that holds it."""

    label: str | None
    text: str
    start: int
    end: int
    block: Block


def label_order(label: str) -> dict[str, int]:
    """What a limb's label counts as: {"figure": 2}, {"letter": 9, "roman": 1}; bullets count as nothing."""
    bare = label.strip("(). ").casefold()
    if bare.isdigit():
        return {"figure": int(bare)}
    orders = {}
    if len(bare) == 1 and bare.isalpha():
        orders["letter"] = ord(bare) - 96
    if re.fullmatch(r"[ivxl]+", bare):
        orders["roman"] = roman(bare)
    return orders


def read_limbs(document: Document, blocks: Sequence[Block], at: int, after: int, limit: int) -> tuple[list[Limb], int]:
    """The limbs of the resolution whose opening words end at offset ``after`` in ``blocks[at]``, and the offset where it ends.

    ``limit``: the end of the sentence that holds the opening words; an unlabelled resolution goes no further, but for
    sentences that begin with "That".
    """
    block = blocks[at]
    start = after + len(_THAT.match(document.slice(after, block.end)).group())  # type: ignore[union-attr] - matches the empty text too
    rest = document.slice(start, block.end)
    lead = _LEAD.match(rest)
    bare = rest[lead.end() :] if lead else rest
    if not bare.strip() or (rest.rstrip().endswith(":") and not _INLINE_LABEL.search(rest)):
        return _from_blocks(document, blocks, at + 1)
    inner = start + len(rest) - len(bare)
    if split_label(bare)[0] and label_order(split_label(bare)[0]):
        limbs = _inline(document, block, inner)
        more, end = _continuing(document, blocks, at + 1, limbs[-1].label or "")
        return limbs + more, end
    if split_label(rest)[0] and label_order(split_label(rest)[0]):
        limbs = _inline(document, block, start)
        more, end = _continuing(document, blocks, at + 1, limbs[-1].label or "")
        return limbs + more, end
    end = _that_sentences(document, block, max(limit, start))
    return [Limb(None, document.slice(start, end), start, end, block)], end


def _that_sentences(document: Document, block: Block, end: int) -> int:
    following = re.match(r"(?:\s(?:(?:And\s)?[Tt]hat|THAT)\b[^.;]*[.;])+", document.slice(end, block.end))
    return end + following.end() if following else end


def _inline(document: Document, block: Block, start: int) -> list[Limb]:
    """Limbs of one block, cut at labels that count on from the first."""
    text = document.slice(start, block.end)
    cuts: list[tuple[int, int, str]] = []
    for match in _INLINE_LABEL.finditer(text):
        if not cuts or (_shape(match.group(1)) == _shape(cuts[0][2]) and _follows(cuts[-1][2], match.group(1))):
            cuts.append((match.start(1), match.end(1), match.group(1)))
    ends = [*(cut[0] for cut in cuts[1:]), len(text)]
    limbs = []
    for (_, body, label), end in zip(cuts, ends, strict=True):
        piece = text[body:end]
        left = len(piece) - len(piece.lstrip())
        limbs.append(Limb(label, _tidy(piece), start + body + left, start + body + len(piece.rstrip()), block))
    return limbs


def _tidy(text: str) -> str:
    return re.sub(r"[;,]?\s+and$|;$", "", fold(text)).strip()


def _shape(label: str) -> str:
    return re.sub(r"\w+", "9", label)


def _follows(before: str, label: str) -> bool:
    """Whether ``label`` counts one on from ``before`` in some way of counting."""
    a, b = label_order(before), label_order(label)
    return any(kind in b and b[kind] == a[kind] + 1 for kind in a)


def _from_blocks(document: Document, blocks: Sequence[Block], at: int) -> tuple[list[Limb], int]:
    """Limbs that stand in blocks of their own below the opening words."""
    while at < len(blocks) and blocks[at].role == "action":
        at += 1
    if at >= len(blocks) or blocks[at].kind in ("heading", "table_row"):
        return [], blocks[at - 1].end if at else 0
    first = blocks[at]
    if first.label in _BULLETS:
        return _bulleted(document, blocks, at)
    if first.label and label_order(first.label):
        more, end = _continuing(document, blocks, at + 1, first.label)
        limbs = _inline(document, first, first.start) if _INLINE_LABEL.match(document.slice(first.start, first.end)) else []
        if len(limbs) > 1:
            more, end = _continuing(document, blocks, at + 1, limbs[-1].label or "")
        return [*(limbs if len(limbs) > 1 else [_limb(document, first)]), *more], end if more else first.end
    found, end = [], first.start
    for block in blocks[at:]:
        text = document.slice(block.start, block.end)
        if found and not text.startswith(("That ", "that ", "THAT ")):
            break
        found.append(_limb(document, block))
        end = block.end
    return found, end


def _bulleted(document: Document, blocks: Sequence[Block], at: int) -> tuple[list[Limb], int]:
    found = []
    for block in blocks[at:]:
        if block.label not in _BULLETS:
            break
        found.append(_limb(document, block, label=False))
    return found, found[-1].end


def _limb(document: Document, block: Block, *, label: bool = True) -> Limb:
    text = document.slice(block.body, block.end)
    return Limb(block.label.rstrip() if label and block.label else None, _tidy(text), block.body, block.end, block)


def _continuing(document: Document, blocks: Sequence[Block], at: int, last: str) -> tuple[list[Limb], int]:
    """Limbs of the blocks from ``at`` on that count on from ``last``; what is lettered within a limb joins it."""
    found: list[Limb] = []
    end = blocks[at - 1].end
    pending: list[Block] = []
    for block in blocks[at:]:
        if block.kind in ("heading", "table_row"):
            break
        if block.label and _shape(block.label) == _shape(last) and _follows(last, block.label):
            if pending and found:
                found[-1] = _joined(document, found[-1], pending)
            pending = []
            found.append(_limb(document, block))
            last, end = block.label, block.end
        elif block.label or block.role == "action":
            pending.append(block)
        else:
            break
    return found, end


def _joined(document: Document, limb: Limb, blocks: Sequence[Block]) -> Limb:
    inner = [b for b in blocks if b.role != "action"]
    if not inner:
        return limb
    text = " ".join([limb.text, *(document.slice(b.start, b.end) for b in inner)])
    return Limb(limb.label, text, limb.start, inner[-1].end, limb.block)
