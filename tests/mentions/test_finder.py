"""Rules are tried only where their trigger words stand, and find all the same what trying them everywhere would find."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
import spacy
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from minutes_miner.mentions import load_profile
from minutes_miner.mentions.finder import Finder
from minutes_miner.mentions.names import Names
from minutes_miner.mentions.places import SPANS, sentences_of
from minutes_miner.mentions.sentences import Sentences
from minutes_miner.rulebook import Rule, RuleBook, load
from minutes_miner.wording import BODY_MARK, NAME_MARK, compiled, expression

CORPUS = Path(__file__).parents[2] / "corpus"
# The kinds that the default profile applies to sentences.
KINDS = ("speech", "question", "resolution", "vote", "mover", "action", "reference")
# Where a match must stand is tested on its own below; scanning compares the rules that may match anywhere.
SCANNED = tuple(rule for rule in load().of_kinds(*KINDS) if rule.where == "anywhere")


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_profile()


@pytest.fixture(scope="module")
def patterns() -> list[tuple[str, re.Pattern[str]]]:
    """Every pattern of the scanned rules, compiled."""
    book = load()
    return [(rule.id, compiled(expression(p, book.lists), exact_case=rule.exact_case)) for rule in SCANNED for p in rule.patterns]


def masked(doc: Doc) -> str:
    """The text with names written over, as patterns see it."""
    text = doc.text
    for span in doc.spans[SPANS]:
        if span.label_ == "name" and span.kb_id_ != "group":
            mark = BODY_MARK if span.kb_id_ == "body" else NAME_MARK
            text = text[: span.start_char] + mark * len(span.text) + text[span.end_char :]
    return text


def by_triggers(doc: Doc) -> set[tuple[int, str]]:
    """(sentence, rule) for every match that the pipeline found."""
    ids = {rule.id for rule in SCANNED}
    starts = [start for start, _ in sentences_of(doc)]
    found = [span for span in doc.spans[SPANS] if span.id_ in ids]
    return {(max(i for i, start in enumerate(starts) if start <= max(span.start_char, starts[0])), span.id_) for span in found}


def by_scanning(doc: Doc, patterns: list[tuple[str, re.Pattern[str]]]) -> set[tuple[int, str]]:
    """(sentence, rule) for every match, every pattern tried on every sentence."""
    text = masked(doc)
    bounds = sentences_of(doc)
    return {(i, rule) for i, (start, end) in enumerate(bounds) for rule, pattern in patterns if pattern.search(text, start, end)}


def corpus_lines() -> list[str]:
    files = sorted(CORPUS.glob("brackenholt/*.txt"))[:1] + sorted(CORPUS.glob("brackenholt/*.md"))[:1]
    return [line for file in files for line in file.read_bytes().decode("utf-8-sig").splitlines() if line.strip()]


def test_triggers_miss_nothing_in_minutes(nlp: Language, patterns: list[tuple[str, re.Pattern[str]]]) -> None:
    for line in corpus_lines():
        doc = nlp(line)
        assert by_triggers(doc) == by_scanning(doc, patterns), line


WORDS = sorted({word for rule in SCANNED for example in (*rule.match, *rule.no_match) for word in example.split()})


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=14).map(" ".join))
@example("Council deferred")
def test_triggers_miss_nothing_in_words_thrown_together(text: str) -> None:
    book = load()
    patterns = [(rule.id, compiled(expression(p, book.lists), exact_case=rule.exact_case)) for rule in SCANNED for p in rule.patterns]
    doc = load_profile()(text)
    assert by_triggers(doc) == by_scanning(doc, patterns)


@cache
def english() -> tuple[Language, Names]:
    return spacy.blank("en"), Names(load())


def finder_of(where: str = "anywhere", *, pattern: str = "hooted", case: bool = False) -> tuple[Language, Finder]:
    nlp, _ = english()
    rule = Rule("owl.test", "owl", "A test.", (pattern,), "loud", where, case, ("x",), ("y",), "owls.yaml")
    return nlp, Finder([rule], RuleBook((rule,), load().lists))


def matches(text: str, where: str = "anywhere", *, pattern: str = "hooted", case: bool = False) -> list[str]:
    nlp, finder = finder_of(where, pattern=pattern, case=case)
    doc = finder(english()[1](Sentences()(nlp.make_doc(text))))
    return [span.text for span in doc.spans.get(SPANS, ()) if span.label_ == "owl"]


PLACES = [
    ("anywhere", "The owl hooted twice.", True),
    ("anywhere", "The owl re-hooted.", False),
    ("sentence start", "Hooted twice.", True),
    ("sentence start", "(1) Hooted twice.", True),
    ("sentence start", "It flew. Hooted twice.", True),
    ("sentence start", "The owl hooted.", False),
    ("block start", "Hooted twice.", True),
    ("block start", "- Hooted twice.", True),
    ("block start", "It flew. Hooted twice.", False),
    ("block end", "The owl hooted.", True),
    ("block end", "The owl hooted. It flew.", False),
    ("whole sentence", "Hooted.", True),
    ("whole sentence", "It flew. Hooted.", True),
    ("whole sentence", "Hooted twice.", False),
]


@pytest.mark.parametrize(("where", "text", "expected"), PLACES)
def test_a_rule_matches_only_where_it_may_stand(where: str, text: str, expected: bool) -> None:
    assert bool(matches(text, where)) is expected


@pytest.mark.parametrize(
    ("case", "text", "expected"), [(False, "The owl HOOTED.", True), (True, "The owl HOOTED.", False), (True, "The owl hooted.", True)]
)
def test_case_counts_only_where_the_rule_says_so(case: bool, text: str, expected: bool) -> None:
    assert bool(matches(text, case=case)) is expected


def test_a_match_says_its_rule_kind_and_value() -> None:
    nlp, finder = finder_of()
    doc = finder(english()[1](Sentences()(nlp.make_doc("The owl hooted."))))
    (span,) = [each for each in doc.spans[SPANS] if each.label_ == "owl"]
    assert (span.id_, span.label_, span.kb_id_, span.text) == ("owl.test", "owl", "loud", "hooted")


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("{who} hooted", "Councillor Ash hooted.", ["Councillor Ash hooted"]),
        ("{who} hooted", "Members hooted.", []),
        ("hooted : {who}", "Hooted: Councillor Ash.", ["Hooted: Councillor Ash"]),
        ("hooted", "It flew. And no more.", []),
        ("owl hooted", "It was an owl. Hooted it was.", []),
    ],
)
def test_patterns_see_names_and_stay_within_a_sentence(pattern: str, text: str, expected: list[str]) -> None:
    assert matches(text, pattern=pattern) == expected
