"""The motion that an outcome ("The motion was carried") is about: where it was put, and what it says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from minutes_miner.assemble.limbs import Limb, read_limbs
from minutes_miner.assemble.speech import Turn
from minutes_miner.model import Block, Document, Mention

# An outcome stands at most so many sentences after its motion: the debate in between may be long, but then the motion is stated again.
MOTION_REACH = 9


def read_motion(
    document: Document, turns: Sequence[Turn], at: int, mark: Mention, blocks: Sequence[Block], index: Mapping[int, int]
) -> tuple[list[Limb], tuple[int, ...]] | None:
    """The motion that an outcome is about, with the turns that state motion and outcome; None where none is stated."""
    for i in range(at, max(-1, at - MOTION_REACH), -1):
        sentence = turns[i].sentence
        if sentence.block.kind == "heading" or (i < at and sentence.of("resolution", "formal", "lost", "outcome")):
            break
        put = next(iter(sentence.of("motion")), None)
        if put is None or (i == at and put.start > mark.start):
            continue
        if sentence.text.rstrip().endswith(":"):
            limbs, _ = read_limbs(document, blocks, index[sentence.block.start], sentence.end, sentence.end)
            return limbs, (i, at)
        end = mark.start if i == at else sentence.end
        text = sentence.text[put.end - sentence.start : end - sentence.start].strip(" ,;:")
        start = put.end + sentence.text[put.end - sentence.start :].find(text[:12])
        if len(text.split()) > 2:
            return [Limb(None, text, start, start + len(text), sentence.block)], (i, at)
    return None
