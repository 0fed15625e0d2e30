"""Decisions that a sentence only tells of in passing: another body's, or those of an earlier day."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from minutes_miner.assemble.script import Sentence
from minutes_miner.assemble.speech import wording
from minutes_miner.model import Mention
from minutes_miner.text import normal

# Words of a body's name that tell nothing of whose body it is: "the Full Council", "the Trust Board".
_OF_ANY_BODY = frozenset(
    """the of and for a full whole board committee sub council cabinet panel commission executive forum partnership authority trust
    governing body directors governors trustees management joint main group working party task members""".split()
)
# A body decides; a team, service or agency that is told of does not.
_DECIDES = re.compile(
    r"(?:Board|Committee|Council|Cabinet|Panel|Commission|Executive|Forum|Partnership|Authority|Trust|Body|Group|Party)\b(?:\sof\s[A-Z]\w+)?$"
)
_HAD = re.compile(
    r"\b(?:had|(?:has|have)\s(?:also\s)?(?:already|previously|since|been)|previously|already|originally|formerly)\b", re.IGNORECASE
)
_EARLIER = re.compile(r"\b(?:previously|already|originally|earlier|formerly)\s(?:\w+\s)?$|\bhad\s(?:\w+\s){0,2}$", re.IGNORECASE)
_LONGEST_EARLIER = 60  # letters of "previously", "had" and the words behind them
# "was elected Chair in 2012", "were agreed last year"; a date that tells which minutes or accounts are meant stands behind other words.
_ONCE = re.compile(
    r"(?:\s(?!held|meeting|minutes|dated|ended|ending|for)[\w’'-]+){0,4}?\s(?:(?:in|on|since|during)\s(?:\w+\s){0,2}?(?P<year>(?:19|20)\d\d)\b"
    r"|(?:last|the\sprevious)\s(?:year|month|week|autumn|spring|summer|winter)\b)",
    re.IGNORECASE,
)
# "It was agreed at the last meeting that ...", "was approved at its previous meeting": told again, not decided today.
_LAST = ("last ", "previous ", "earlier ")  # one of these stands in all that _AT_THE_LAST finds
_AT_THE_LAST = re.compile(
    r"\b(?:agreed|decided|resolved|approved|adopted)\s(?:\w+\s)?at\s(?:the|our|its|their|a)\s(?:last|previous|earlier)\s(?:\w+\s){0,3}?meeting\b",
    re.IGNORECASE,
)
_BY = re.compile(r"\s(?:\w+\s)?by\s$")


@dataclass(frozen=True, slots=True)
class Deciders:
    """Whose decisions a record holds: those of the body that met, on the day it met. ``names``: of that body and its organisation."""

    names: tuple[str, ...]
    year: int | None

    def here(self, sentence: Sentence) -> Sentence:
        """``sentence`` without the marks of decisions that were not taken here."""
        marks = sentence.of("resolution")
        kept = [mark for mark in marks if self._taken_here(sentence, mark)]
        return sentence if len(kept) == len(marks) else replace(sentence, marks={**sentence.marks, "resolution": kept})

    def _taken_here(self, sentence: Sentence, mark: Mention) -> bool:
        if any(n.start == mark.start and n.value == "body" and not self.is_own(wording(sentence, n)) for n in sentence.names):
            return False
        if any(map(sentence.text.lower().__contains__, _LAST)) and _AT_THE_LAST.search(sentence.text, mark.start - sentence.start):
            return False
        return mark.value == "formal" or not (self._told_of_the_past(sentence, mark) or self._by_another(sentence, mark))

    def is_own(self, name: str) -> bool:
        """Whether ``name`` is the body that met: it decides, and every telling word of it stands in the body's own names."""
        telling = set(normal(name).split()) - _OF_ANY_BODY
        return bool(_DECIDES.search(name)) and (not self.names or telling <= {w for own in self.names for w in normal(own).split()})

    def _told_of_the_past(self, sentence: Sentence, mark: Mention) -> bool:
        start, end = mark.start - sentence.start, mark.end - sentence.start
        if _HAD.search(sentence.text, start, end) or _EARLIER.search(sentence.text, max(0, start - _LONGEST_EARLIER), start):
            return True
        once = _ONCE.match(sentence.text, end) if mark.value != "after" else None
        return once is not None and (not once["year"] or (self.year is not None and int(once["year"]) < self.year))

    def _by_another(self, sentence: Sentence, mark: Mention) -> bool:
        """Whether a body that did not meet stands behind "by": "was approved by the County Council"."""
        return any(
            n.value == "body" and _BY.fullmatch(sentence.text, mark.end - sentence.start, n.start - sentence.start)
            for n in sentence.names
            if n.start > mark.end and not self.is_own(wording(sentence, n))
        )
