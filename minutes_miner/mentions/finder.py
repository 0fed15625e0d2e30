"""The component that applies the rules: sentence by sentence, and each rule only where its words stand."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from operator import itemgetter

from spacy.language import Language

from minutes_miner import rulebook
from minutes_miner.matching import Patterns, Stretch, in_a_row
from minutes_miner.mentions.passage import Mark, Passage, Span
from minutes_miner.mentions.places import Component
from minutes_miner.rulebook import Rule, RuleBook
from minutes_miner.triggers import NAMES
from minutes_miner.wording import BODY_MARK, NAME_MARK

_START = itemgetter(1)


@Language.factory("minutes_rules", default_config={"kinds": [], "rules": None})
def create_finder(nlp: Language, name: str, kinds: list[str], rules: str | None) -> Finder:
    """Factory of the component: ``kinds`` of rules to apply, ``rules`` a folder laid over the shipped rules, or None."""
    book = rulebook.load(rulebook.overlay_path(rules))
    return Finder(book.of_kinds(*kinds), book, name)


class Finder(Component):
    """Adds a span for every match of its rules: label = the rule's kind, ``id_`` = the rule, ``kb_id_`` = the rule's value.

    Names that stand in ``doc.spans["minutes_miner"]`` are seen by patterns as ``{who}``; sentence bounds must be set.
    """

    by_sentence = True

    def __init__(self, rules: Sequence[Rule], book: RuleBook, name: str = "minutes_rules") -> None:
        self.name = name
        self._patterns = Patterns([(rule, pattern, rule.exact_case) for rule in rules for pattern in rule.patterns], book.lists)

    def read(self, passage: Passage) -> None:
        """Mark every match of the rules."""
        text, small, standing, places = _masked(passage)
        words = list(in_a_row(standing, places))
        at = 0
        for start, end in passage.sentences:
            begin = bisect_left(places, start, at)
            at = bisect_left(places, end, begin)
            said = words[begin:at]
            if small[start] in NAMES and (begin == at or places[begin] > start):  # a name reaches into it from the sentence before
                said.insert(0, (small[start], ",", start))
            passage.marks += self._in_sentence(Stretch(text, small, start, end, said), passage)

    def _in_sentence(self, sentence: Stretch, passage: Passage) -> list[Mark]:
        """Each stretch that a rule matches, once per rule."""
        found: dict[Mark, None] = {}
        for pattern, match in self._patterns.matches(sentence):
            rule = pattern.owner
            start, end = match.span()
            if rule.where == "anywhere" or _stands_where(rule.where, sentence, passage.block_at(start), start, end):
                found[rule.kind, start, end, rule.id, rule.value] = None
        return list(found)


def _masked(passage: Passage) -> tuple[str, str, list[str], list[int]]:
    """The text as printed and in small letters with every character of its names written over, its words and their places."""
    text, small, (words, places) = passage.text, passage.small, passage.index
    parts: list[str] = []
    small_parts: list[str] = []
    left: list[str] = []
    left_places: list[int] = []
    at = done = 0
    for _, start, end, _, value in sorted([mark for mark in passage.marks if mark[0] == "name" and mark[4] != "group"], key=_START):
        mark = BODY_MARK if value == "body" else NAME_MARK
        over = mark * (end - max(start, at))
        parts += (text[at:start], over)
        small_parts += (small[at:start], over)
        at = end
        first = bisect_left(places, start, done)
        left += words[done:first]
        left.append(mark)
        left_places += places[done:first]
        left_places.append(start)
        done = bisect_left(places, end, first)
        if text[end : end + 2].lstrip()[:1] in (",", "("):
            left.append(",")
            left_places.append(end)
    left += words[done:]
    left_places += places[done:]
    return "".join(parts) + text[at:], "".join(small_parts) + small[at:], left, left_places


# What may stand before the first word of a sentence or block without being a word of it: labels, bullets, dashes, quotes.
_OPENING = re.compile(rf"[^\w{NAME_MARK}{BODY_MARK}]*(?:\(?\w{{1,4}}\)|\w{{1,4}}\.)?[^\w{NAME_MARK}{BODY_MARK}]*")
_CLOSING = re.compile(rf"[^\w{NAME_MARK}{BODY_MARK}]*")


def _stands_where(where: str, sentence: Stretch, block: Span, start: int, end: int) -> bool:
    text = sentence.text
    if where == "block end":
        return bool(_CLOSING.fullmatch(text, end, block[1]))
    if not _OPENING.fullmatch(text, block[0] if where == "block start" else sentence.start, start):
        return False
    return where != "whole sentence" or bool(_CLOSING.fullmatch(text, end, sentence.end))
