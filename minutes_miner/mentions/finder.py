"""The component that applies the rules: sentence by sentence, and each rule only where its trigger words stand."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span

from minutes_miner import rulebook
from minutes_miner.mentions.names import SPANS
from minutes_miner.mentions.sentences import sentences_of, text_of
from minutes_miner.mentions.triggers import beginnings, triggers, word_places
from minutes_miner.rulebook import Rule, RuleBook
from minutes_miner.wording import NAME_MARK, compiled, expression

_ANYWHERE = ""  # stands for the beginnings of patterns that may begin with punctuation


@dataclass(frozen=True, slots=True)
class _Trial:
    rule: Rule
    expression: str
    triggers: frozenset[str]

    @property
    def pattern(self) -> re.Pattern[str]:
        """The regular expression, compiled when the rule is first tried."""
        return compiled(self.expression, exact_case=self.rule.exact_case)


@Language.factory("minutes_rules", default_config={"kinds": [], "rules": None})
def create_finder(nlp: Language, name: str, kinds: list[str], rules: str | None) -> Finder:
    """Factory of the component: ``kinds`` of rules to apply, ``rules`` a folder laid over the shipped rules, or None."""
    book = rulebook.load(rulebook.overlay_path(rules))
    return Finder(nlp, book.of_kinds(*kinds), book, name)


class Finder:
    """Adds a span for every match of its rules: label = the rule's kind, ``id_`` = the rule, ``kb_id_`` = the rule's value.

    Names that stand in ``doc.spans["minutes_miner"]`` are seen by patterns as ``{who}``; sentence bounds must be set. A PhraseMatcher over
    the trigger words tells which sentences are looked at; in those a rule is tried at the words that it may begin with.
    """

    def __init__(self, nlp: Language, rules: Sequence[Rule], book: RuleBook, name: str = "minutes_rules") -> None:
        self.name = name
        self._by_beginning: dict[str, list[_Trial]] = defaultdict(list)
        words: set[str] = set()
        for rule in rules:
            for pattern in rule.patterns:
                trial = _Trial(rule, expression(pattern, book.lists), triggers(pattern, book.lists))
                words |= trial.triggers
                for beginning in beginnings(pattern, book.lists) or (_ANYWHERE,):
                    self._by_beginning[beginning].append(trial)
        self._matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
        self._matcher.add("trigger", [nlp.make_doc(word) for word in sorted(words)])

    def __call__(self, doc: Doc) -> Doc:
        hits = sorted(doc[start].idx for _, start, _ in self._matcher(doc))
        if not hits:
            return doc
        masked = _masked(doc)
        found = []
        for start, end in sentences_of(doc):
            if bisect_left(hits, start) < bisect_left(hits, end):
                found += [_span(doc, trial.rule, a, b) for trial, a, b in self._in_sentence(masked, start, end)]
        doc.spans[SPANS] = [*doc.spans.get(SPANS, []), *found]
        return doc

    def _in_sentence(self, masked: str, start: int, end: int) -> list[tuple[_Trial, int, int]]:
        """Each rule with the stretches that it matches, every stretch once per rule."""
        places = word_places(masked[start:end])
        found: dict[tuple[str, int, int], tuple[_Trial, int, int]] = {}
        for word, offsets in [*places.items(), (_ANYWHERE, [])]:
            for trial in self._by_beginning.get(word, ()):
                if trial.triggers and trial.triggers.isdisjoint(places):
                    continue
                if word == _ANYWHERE:
                    matches = list(trial.pattern.finditer(masked, start, end))
                else:
                    matches = [m for at in offsets if (m := trial.pattern.match(masked, start + at, end))]
                for match in matches:
                    if _stands_where(trial.rule.where, masked, match.start(), match.end(), (start, end)):
                        found[trial.rule.id, match.start(), match.end()] = (trial, match.start(), match.end())
        return list(found.values())


def _span(doc: Doc, rule: Rule, start: int, end: int) -> Span:
    span = doc.char_span(start, end, label=rule.kind, kb_id=rule.value, alignment_mode="expand")
    span.id_ = rule.id
    return span


def _masked(doc: Doc) -> str:
    text = text_of(doc)
    for span in doc.spans.get(SPANS, ()):
        if span.label_ == "name" and span.kb_id_ != "group":
            text = text[: span.start_char] + NAME_MARK * (span.end_char - span.start_char) + text[span.end_char :]
    return text


# What may stand before the first word of a sentence or block without being a word of it: labels, bullets, dashes, quotes.
_OPENING = re.compile(r"[\s\W]*(?:\(?\w{1,4}\)|\w{1,4}\.)?[\s\W]*")
_CLOSING = re.compile(r"[\s\W]*")


def _stands_where(where: str, text: str, start: int, end: int, sentence: tuple[int, int]) -> bool:
    if where == "anywhere":
        return True
    opens_sentence = bool(_OPENING.fullmatch(text, sentence[0], start))
    if where == "sentence start":
        return opens_sentence
    if where == "block start":
        return bool(_OPENING.fullmatch(text, 0, start))
    if where == "block end":
        return bool(_CLOSING.fullmatch(text, end, len(text)))
    return opens_sentence and bool(_CLOSING.fullmatch(text, end, sentence[1]))
