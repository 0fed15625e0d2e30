"""Motions: the one that an outcome ("The motion was carried") is about, and those that were moved and seconded and met no contradiction."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from minutes_miner.assemble.limbs import Limb, read_limbs
from minutes_miner.assemble.script import Sentence
from minutes_miner.assemble.speech import Turn
from minutes_miner.model import Block, Document, Mention

# An outcome stands at most so many sentences after its motion: the debate in between may be long, but then the motion is stated again.
MOTION_REACH = 9
# "Agreed." or "Carried." by itself speaks of what stands directly before, the mover's name and the count of votes perhaps between.
_BARE_REACH = 3
_SUGGESTION = "suggestion"  # no motion, unless the next sentence is a bare "All agreed."
_AMENDMENT = re.compile(r"\bamendment\b", re.IGNORECASE)
# "proposed closing the meeting, and was seconded by Cllr Ash": who moved and who seconded is no part of the motion.
_SECONDED = re.compile(r"\b(?:seconded|seconder|2nd)\b(?P<by>\s?:|\sby\b)?", re.IGNORECASE)
_LINK = re.compile(r"[\s,;:.(–-]*(?:\b(?:and|which|it|this)\s)?(?:\b(?:was|is|were)\s)?(?:\b(?:duly|formally)\s?)?$", re.IGNORECASE)
_POINTS = re.compile(r"\b(?:this|these|it|them)\b", re.IGNORECASE)
_POINTING = 5  # words of a motion that only points to a paper
_SHORTEST = 2  # words of a motion: "closing the meeting" is one, "it" is none

Found = tuple[list[Limb], tuple[int, ...]]


def read_motion(
    document: Document,
    turns: Sequence[Turn],
    at: int,
    mark: Mention,
    blocks: Sequence[Block],
    index: Mapping[int, int],
    *,
    bare: bool = False,
) -> Found | None:
    """The motion that an outcome is about, with the turns that state motion and outcome; None where none is stated.

    ``bare``: the outcome is a word by itself, and its motion stands directly before it.
    """
    on_amendment = bool(_AMENDMENT.search(turns[at].sentence.text))
    amended = False  # an amendment's outcome stands between: its motion is not ours
    for i in range(at, max(-1, at - (_BARE_REACH if bare else MOTION_REACH)), -1):
        sentence = turns[i].sentence
        if sentence.block.kind == "heading" or (i < at and sentence.of("resolution", "formal")):
            break
        if i < at and sentence.of("resolution", "lost", "outcome"):
            if on_amendment or not _AMENDMENT.search(sentence.text):
                break
            amended = True
            continue
        put = _put(sentence, suggested=bare and i == at - 1)
        if put is None or (i == at and put.start > mark.start) or (amended and _AMENDMENT.search(sentence.text)):
            continue
        end = mark.start if i == at else sentence.end
        # "moved refusal on the grounds of its height. This was seconded by Cllr Ash."; "proposed a litter pick; agreed."
        seconded = i == at or bool(turns[i + 1].sentence.of("mover", "seconded"))
        limbs = _moved(document, sentence, put, end, blocks, index, seconded=seconded)
        if limbs:
            return limbs, (i, at)
    return None


def unanswered_motions(document: Document, turns: Sequence[Turn], blocks: Sequence[Block], index: Mapping[int, int]) -> Iterator[Found]:
    """Motions that were moved and seconded, and of which the record says no more: small councils write so of what was adopted."""
    puts = [
        i
        for i, turn in enumerate(turns)
        if "motion" in turn.sentence.marks and turn.sentence.block.kind != "heading" and _put(turn.sentence)
    ]
    if not puts:
        return
    answered = max((i for i, turn in enumerate(turns) if turn.sentence.of("resolution", "formal", "lost", "outcome")), default=-1)
    for i, following in zip(puts, [*puts[1:], len(turns)], strict=False):
        own = [turn.sentence for turn in turns[i : min(following, i + _BARE_REACH)]]
        if i <= answered or not any(sentence.of("mover", "seconded") for sentence in own):
            continue
        if any(turn.sentence.of("resolution", "after", "whole") for turn in turns[i:following]):
            continue
        put = _put(own[0])
        limbs = _moved(document, own[0], put, own[0].end, blocks, index) if put else []
        if limbs:
            yield limbs, (i,)


def _moved(
    document: Document,
    sentence: Sentence,
    put: Mention,
    end: int,
    blocks: Sequence[Block],
    index: Mapping[int, int],
    *,
    seconded: bool = False,
) -> list[Limb]:
    """The text of the motion that ``put`` opens in ``sentence``, or the list below it; nothing where no text is given.

    ``seconded``: the motion is one although nobody seconds it in its own sentence.
    """
    if sentence.text.rstrip().endswith(":"):
        return read_limbs(document, blocks, index[sentence.block.start], sentence.end, sentence.end)[0]
    rest = sentence.text[put.end - sentence.start : end - sentence.start]
    cut = _movers_at(sentence, put, rest)
    if put.value == "object" and cut == len(rest) and not seconded:
        return []
    link = _LINK.search(rest, 0, cut) if cut < len(rest) else None
    text = rest[: link.start() if link else cut].strip(" ,;:")
    if len(text.split()) < _SHORTEST:
        return []
    if len(text.split()) <= _POINTING and _POINTS.search(text):  # "adopt this paper" tells nothing by itself
        return [Limb(None, sentence.text, sentence.start, sentence.end, sentence.block)]
    start = put.end + rest.find(text)
    return [Limb(None, text, start, start + len(text), sentence.block)]


def _movers_at(sentence: Sentence, put: Mention, rest: str) -> int:
    """Where in ``rest``, the words after ``put``, stands who moved or seconded; its length where that is not said."""
    seconded = _SECONDED.search(rest)
    if seconded and seconded["by"]:  # what stands before "seconded by" is no name of a seconder
        return seconded.start()
    movers = [m.start - put.end for m in sentence.of("mover") if m.start > put.end]
    return min([*movers, *([seconded.start()] if seconded else []), len(rest)])


def _put(sentence: Sentence, *, suggested: bool = False) -> Mention | None:
    """Where a motion is put in ``sentence``: before "that" or "to" rather than before the object of the verb; or only ``suggested``."""
    put = [m for m in sentence.of("motion") if suggested or m.value != _SUGGESTION]
    return min(put, key=lambda m: (m.value in ("object", _SUGGESTION), m.start), default=None)
