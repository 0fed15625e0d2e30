"""Cutting a formal resolution into its limbs: "(1) That A. (2) That B.", in one block or over several."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from minutes_miner.assemble.numbers import roman
from minutes_miner.assemble.openings import opening_length
from minutes_miner.model import Block, Document
from minutes_miner.text import fold, split_label

_LEAD = re.compile(r"[\s:;.,–—\-*]*(?:[Tt]hat|THAT)?(?P<colon>[\s:;,–—-]*)")
_INLINE_LABEL = re.compile(r"(?<!\S)(\(?(?:\d{1,2}|[a-z]|[ivx]{1,5})[).](?=\s)|\((?:\d{1,2}|[a-zA-Z]|[ivx]{1,5})\))")
# A label stands after a stop or before a capital; "section 4 (3) of the Act" holds a number of another kind.
_CLAUSE_BEFORE = re.compile(r"(?:[.:;,–—-]|\band|\bor|\bthat|^)\s*$", re.IGNORECASE)
_CAPITAL_AFTER = re.compile(r"\s*[\"“‘(]?[A-Z£]")
# What limbs may share before the first of them: "to recommend to Council that:", "That this Council".
_SHARED = re.compile(
    r"(?:[^.;:]{0,60}\b(?:that|follows|following(?:\s\w+)?|recommendations?)\s?:"
    r"|to\s?:|(?:that\s)?(?:(?:this|the|full)\s)?(?:\w+\s){0,3}?(?:Council|Cabinet|Committee|Board|Panel|Executive|Authority|Members)\b:?)[\s:–—-]*",
    re.IGNORECASE,
)
# A limb that ends so is completed by what is lettered below it.
_OPEN_ENDS = (":", ":-", "–", "-", ",")
# A decision of its own that a list below only completes.
_COMPLETED = re.compile(
    r"\b(?:refused?|grant(?:ed)?|approved?|permitted|rejected?)\b.*\b(?:reasons?|grounds|conditions?|informatives?)\b[^.]*:\s*$"
)
_ROMAN = re.compile(r"[ivxl]+")
_WORDS = re.compile(r"\w+")
_THAT_SENTENCES = re.compile(r"(?:\s(?:(?:And\s)?[Tt]hat|THAT)\b[^.;]*[.;])+")
_AND_LAST = re.compile(r"[;,]?\s+and$|;$")  # before the last limb
_BULLETS = frozenset("•●▪■◦○‣⁃·*-–—o➢→")


class Limb(NamedTuple):
    """One limb: its label as printed, or None, and its text with the stretch of the document that holds it."""

    label: str | None
    text: str
    start: int
    end: int
    block: Block


@lru_cache(maxsize=1024)  # labels are few
def label_order(label: str) -> Mapping[str, int]:
    """What a limb's label counts as: {"figure": 2}, {"letter": 9, "roman": 1}; bullets count as nothing."""
    bare = label.strip("(). ").casefold()
    if bare.isdigit():
        return {"figure": int(bare)}
    orders: dict[str, int] = {}
    if len(bare) == 1 and bare.isalpha():
        orders["letter"] = ord(bare) - 96
    if _ROMAN.fullmatch(bare):
        orders["roman"] = roman(bare)
    return orders


def read_limbs(document: Document, blocks: Sequence[Block], at: int, after: int, limit: int) -> tuple[list[Limb], int]:
    """The limbs of the resolution whose opening words end at offset ``after`` in ``blocks[at]``, and the offset where it ends.

    ``limit``: the end of the sentence that holds the opening words; an unlabelled resolution goes no further, but for
    sentences that begin with "That".
    """
    block = blocks[at]
    start = after + opening_length(document.slice(after, block.end))
    rest = document.slice(start, block.end)
    bare = rest[_length(_LEAD, rest) :]
    if not bare.strip() or (rest.rstrip().endswith(":") and not _INLINE_LABEL.search(rest)):
        limbs, end = _from_blocks(document, blocks, at + 1)
        if limbs and _COMPLETED.search(bare):  # "permission be refused for the following reasons:" is one decision with its reasons
            text = " ".join(
                [fold(rest), *(document.slice(b.start, b.end) for b in blocks[at + 1 :] if b.end <= end and b.role != "action")]
            )
            return [Limb(None, text, start, end, block)], end
        return limbs, end
    if at + 1 < len(blocks) and _opens_list(blocks[at + 1].label) and _SHARED.fullmatch(rest):
        return _from_blocks(document, blocks, at + 1)
    for begin in _beginnings(rest, bare):
        if label_order(split_label(rest[begin:])[0]):
            return _continuing(document, blocks, at + 1, _inline(document, block, start + begin))
    end = _that_sentences(document, block, max(limit, start))
    return [Limb(None, document.slice(start, end), start, end, block)], end


def _beginnings(rest: str, bare: str) -> Iterator[int]:
    """Where in ``rest`` the first of its limbs may begin; ``bare``: what stands behind its "that"."""
    yield len(rest) - len(bare)
    if len(rest) > len(bare):
        yield 0
    if ")" in rest or "." in rest:
        yield _shared_length(rest)


def _shared_length(rest: str) -> int:
    """How long the words are that the limbs within ``rest`` share; 0 where it begins with no such words."""
    first = _INLINE_LABEL.search(rest)
    return first.start() if first and _opens_list(first[1]) and _SHARED.fullmatch(rest, 0, first.start()) else 0


def _opens_list(label: str) -> bool:
    return 1 in label_order(label).values()


def _length(pattern: re.Pattern[str], text: str) -> int:
    match = pattern.match(text)
    return match.end() if match else 0


def limbs_of_run(document: Document, blocks: Sequence[Block]) -> list[Limb]:
    """The limbs of blocks that are all decision, without opening words: labelled ones count on, others are a limb each."""
    if blocks[0].label and label_order(blocks[0].label):
        return _from_blocks(document, blocks, 0)[0]
    return [_limb(document, block) for block in blocks if block.role != "action"]


def _that_sentences(document: Document, block: Block, end: int) -> int:
    following = _THAT_SENTENCES.match(document.text, end, block.end)
    return following.end() if following else end


def _inline(document: Document, block: Block, start: int) -> list[Limb]:
    """Limbs of one block, from its label at ``start`` on, cut at labels that count on from that one."""
    text = document.slice(start, block.end)
    first = split_label(text)[0]
    cuts: list[tuple[int, int, str]] = [(0, len(first), first)]
    for match in _INLINE_LABEL.finditer(text, len(first)):
        label, stands_apart = match.group(1), _CLAUSE_BEFORE.search(text, 0, match.start()) or _CAPITAL_AFTER.match(text, match.end())
        if stands_apart and _shape(label) == _shape(first) and _follows(cuts[-1][2], label):
            cuts.append((match.start(1), match.end(1), label))
    ends = [*(cut[0] for cut in cuts[1:]), len(text)]
    limbs = []
    for (_, body, label), end in zip(cuts, ends, strict=True):
        piece = text[body:end]
        left = len(piece) - len(piece.lstrip())
        limbs.append(Limb(label, _tidy(piece), start + body + left, start + body + len(piece.rstrip()), block))
    return limbs


def _tidy(text: str) -> str:
    text = fold(text)
    return _AND_LAST.sub("", text).strip() if text.endswith(("and", ";")) else text


def _shape(label: str) -> str:
    return _WORDS.sub("9", label)


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
    if label_order(first.label):
        limbs = _inline(document, first, first.start)
        return _continuing(document, blocks, at + 1, limbs if len(limbs) > 1 else [_limb(document, first)])
    found: list[Limb] = []
    end = first.start
    for block in blocks[at:]:
        text = document.slice(block.start, block.end)
        if found and not text.startswith(("That ", "that ", "THAT ")):
            break
        found.append(_limb(document, block))
        end = block.end
    return found, end


def _bulleted(document: Document, blocks: Sequence[Block], at: int) -> tuple[list[Limb], int]:
    found: list[Limb] = []
    for block in blocks[at:]:
        if block.label not in _BULLETS:
            break
        found.append(_limb(document, block, label=False))
    return found, found[-1].end


def _limb(document: Document, block: Block, *, label: bool = True) -> Limb:
    text = document.slice(block.body, block.end)
    return Limb(block.label.rstrip() if label and block.label else None, _tidy(text), block.body, block.end, block)


def _continuing(document: Document, blocks: Sequence[Block], at: int, limbs: Sequence[Limb]) -> tuple[list[Limb], int]:
    """``limbs`` and those of the blocks from ``at`` on that count on from them; what is lettered within a limb joins it."""
    found, last = list(limbs), limbs[-1].label or ""
    end = blocks[at - 1].end
    inner: list[Block] = []
    for block in blocks[at:]:
        if block.kind in ("heading", "table_row"):
            break
        if block.label and _shape(block.label) == _shape(last) and _follows(last, block.label):
            found[-1], inner = _joined(document, found[-1], inner), []
            found.append(_limb(document, block))
            last, end = block.label, block.end
        elif block.label:
            inner.append(block)
        elif block.role != "action":
            break
    if inner and found[-1].text.endswith(_OPEN_ENDS):
        found[-1], end = _joined(document, found[-1], inner), inner[-1].end
    return found, end


def _joined(document: Document, limb: Limb, inner: Sequence[Block]) -> Limb:
    if not inner:
        return limb
    text = " ".join([limb.text, *(document.slice(b.start, b.end) for b in inner)])
    return Limb(limb.label, text, limb.start, inner[-1].end, limb.block)
