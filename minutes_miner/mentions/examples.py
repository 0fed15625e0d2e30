"""Trying every rule on its own examples: what ``minutes-miner rules check`` and the tests run."""

from __future__ import annotations

from collections.abc import Sequence

from minutes_miner.mentions.finder import Finder
from minutes_miner.mentions.names import Names
from minutes_miner.mentions.places import SPANS
from minutes_miner.mentions.sentences import Sentences
from minutes_miner.mentions.tokens import create_tokenizer  # noqa: F401 - registers the tokenizer
from minutes_miner.rulebook import Rule, RuleBook


def failing_examples(book: RuleBook, rules: Sequence[Rule] | None = None) -> list[str]:
    """Each example of ``rules`` (all of ``book`` by default) that does not do what it should, as a line for a person."""
    import spacy

    chosen = book.rules if rules is None else rules
    nlp = spacy.blank("en", config={"nlp": {"tokenizer": {"@tokenizers": "minutes_tokenizer.v1"}}})
    names, finder = Names(book), Finder(chosen, book)
    sentences = Sentences()

    def found(text: str) -> set[str]:
        doc = finder(names(sentences(nlp.make_doc(text))))
        return {span.id_ for span in doc.spans[SPANS]}

    wrong = []
    for rule in chosen:
        wrong += [f"{rule.file}: rule {rule.id} should match: {text}" for text in rule.match if rule.id not in found(text)]
        wrong += [f"{rule.file}: rule {rule.id} should not match: {text}" for text in rule.no_match if rule.id in found(text)]
    return wrong
