"""Every shipped rule finds its examples, and none of its counter-examples."""

from __future__ import annotations

import pytest

from minutes_miner import rulebook
from minutes_miner.mentions.examples import failing_examples
from minutes_miner.rulebook import Rule

RULES = rulebook.load().rules


@pytest.fixture(scope="module")
def failures() -> list[str]:
    """What does not do as it should, over all rules at once: compiling them takes longer than trying them."""
    return failing_examples(rulebook.load())


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.file}:{rule.id}")
def test_a_rule_does_on_its_examples_what_it_should(rule: Rule, failures: list[str]) -> None:
    assert [line for line in failures if f" rule {rule.id} should " in line] == []


def test_a_wrong_example_is_told_with_file_and_rule() -> None:
    book = rulebook.load()
    asks = next(rule for rule in book.rules if rule.id == "question.asked-whether")
    swapped = Rule(**{name: getattr(asks, name) for name in Rule.__slots__} | {"match": asks.no_match, "no_match": asks.match})
    told = failing_examples(book, [swapped])
    assert len(told) == len(asks.match) + len(asks.no_match)
    assert all(line.startswith(f"{asks.file}: rule {asks.id} should ") for line in told)


def test_every_rule_has_an_example_of_each_kind() -> None:
    assert [rule.id for rule in RULES if not rule.match or not rule.no_match] == []
