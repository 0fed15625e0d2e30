"""What stands behind a decision in its own sentence: who moved and who seconded it."""

from __future__ import annotations

import re
from itertools import pairwise

from minutes_miner.assemble.limbs import Limb
from minutes_miner.assemble.script import Sentence
from minutes_miner.model import Document

# Between and behind the movers: "...; proposed Cllr Ash, seconded Cllr Elm, all agreed."
_MOVERS_LINK = re.compile(r"[\s,;.&/]*(?:and|was|were)?[\s,;.]*")
_MOVERS_END = re.compile(
    r"[\s,;.]*(?:(?:all|and|it|was|were|unanimously|unanimous|in|favour|agreed|carried|approved)\b[\s,;.]*)*\)?[\s.]*$", re.IGNORECASE
)
_SHORTEST_LEFT = 2  # words of a decision before its movers: "accounts approved"
_POINTS = re.compile(
    r"(?:this|these|it|they)\s(?:\w+\s){0,2}(?:was|were)\s\w+", re.IGNORECASE
)  # "This quote was agreed" tells nothing shorter


def without_movers(document: Document, sentence: Sentence, limb: Limb) -> Limb:
    """``limb`` without the note of its movers at its end; the mover's name as the subject of the sentence stays."""
    if limb.end > sentence.end:
        return limb
    marks = [m for m in sentence.of("mover") if m.start > limb.start and m.rule.endswith(("-by", "-p", "-s"))]
    if not marks or not _MOVERS_END.match(document.slice(marks[-1].end, limb.end)):
        return limb
    if not all(_MOVERS_LINK.fullmatch(document.slice(a.end, b.start)) for a, b in pairwise(marks) if b.start > a.end):
        return limb
    text = document.slice(limb.start, marks[0].start).rstrip(" ,;.:(–-")
    tells = len(text.split()) >= _SHORTEST_LEFT and not _POINTS.fullmatch(text)
    return limb._replace(text=text, end=limb.start + len(text)) if tells else limb
