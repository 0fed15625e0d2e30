"""The component that applies the rules: sentence by sentence, and each rule only where its words stand."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.language import Language

from minutes_miner import rulebook
from minutes_miner.matching import Patterns, Stretch
from minutes_miner.mentions.passage import Mark, Passage
from minutes_miner.mentions.places import Component
from minutes_miner.rulebook import Rule, RuleBook
from minutes_miner.wording import BODY_MARK, NAME_MARK, small_letters


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
        masked, small = _masked(passage)
        for (start, end), words in zip(passage.sentences or (), passage.words(), strict=True):
            sentence = Stretch(masked, small, start, end, words)
            passage.marks += self._in_sentence(sentence)

    def _in_sentence(self, sentence: Stretch) -> list[Mark]:
        """Each stretch that a rule matches, once per rule."""
        found: dict[Mark, None] = {}
        for pattern in self._patterns.hopeful(sentence):
            rule = pattern.owner
            for match in pattern.matches(sentence):
                start, end = match.span()
                if rule.where == "anywhere" or _stands_where(rule.where, sentence, start, end):
                    found[rule.kind, start, end, rule.id, rule.value] = None
        return list(found)


def _masked(passage: Passage) -> tuple[str, str]:
    """The text as printed and in small letters, with every character of its names written over."""
    text = passage.text
    for kind, start, end, _, value in passage.marks:
        if kind == "name" and value != "group":
            text = text[:start] + (BODY_MARK if value == "body" else NAME_MARK) * (end - start) + text[end:]
    return text, passage.small if text is passage.text else small_letters(text)


# What may stand before the first word of a sentence or block without being a word of it: labels, bullets, dashes, quotes.
_OPENING = re.compile(rf"[^\w{NAME_MARK}{BODY_MARK}]*(?:\(?\w{{1,4}}\)|\w{{1,4}}\.)?[^\w{NAME_MARK}{BODY_MARK}]*")
_CLOSING = re.compile(rf"[^\w{NAME_MARK}{BODY_MARK}]*")


def _stands_where(where: str, sentence: Stretch, start: int, end: int) -> bool:
    text = sentence.text
    opens_sentence = bool(_OPENING.fullmatch(text, sentence.start, start))
    if where == "sentence start":
        return opens_sentence
    if where == "block start":
        return bool(_OPENING.fullmatch(text, 0, start))
    if where == "block end":
        return bool(_CLOSING.fullmatch(text, end, len(text)))
    return opens_sentence and bool(_CLOSING.fullmatch(text, end, sentence.end))
