"""How sure each row is: the class of the rule that found it, one step down for each doubt, and why, in words for whoever checks it.

The classes stand with the rules (key ``confidence``). That the levels keep their order is measured on labels: ``minutes-miner evaluate``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import TypeVar

from minutes_miner.model import CONFIDENCE, HIGH, LOW, MEDIUM, Action, AgendaItem, Question, Resolution
from minutes_miner.rulebook import Rule, RuleBook

Row = TypeVar("Row", Question, Resolution, Action)

# Rules that stand in code, where they are less than plain.
_IN_CODE = {"question.verb-left-out": LOW, "action.named-doer": MEDIUM, "action.initials": MEDIUM}
_WORDING = {HIGH: "plain wording", MEDIUM: "wording that has other uses too", LOW: "wording that is often something else"}
# Actions that the minutes set apart: by which sign, and how sure that makes them.
_SET_APART = {
    "mark": (HIGH, "marked as an action"),
    "table": (HIGH, "a row of an action table"),
    "column": (MEDIUM, "the action column names the owner, the task is taken from the text beside it"),
}
_PRONOUN = re.compile(r"he|she|they|him|her|them|it|we|all", re.IGNORECASE)
# "Agreed." tells what was agreed only with the sentences before it.
_FEW = 4
# Questions of more words are rare; what is longer has the answer or another's speech in it.
_LONG = 60


@lru_cache(maxsize=4)
def rules_by_id(book: RuleBook) -> Mapping[str, Rule]:
    """The rules of a book by their ids."""
    return {rule.id: rule for rule in book.rules}


def with_confidence(item: AgendaItem, rules: Mapping[str, Rule]) -> AgendaItem:
    """``item`` with the level and the reason of each question, resolution and action."""
    if not (item.questions or item.resolutions or item.actions):
        return item
    cut = item.truncated.start if item.truncated else None
    return replace(
        item,
        questions=tuple(_rated(q, _class_of(q.evidence.rule, rules), _of_question(q), cut) for q in item.questions),
        resolutions=tuple(_rated(r, _class_of(r.evidence.rule, rules), _of_resolution(r), cut) for r in item.resolutions),
        actions=tuple(_rated_action(a, rules, cut) for a in item.actions),
    )


def _rated_action(action: Action, rules: Mapping[str, Rule], cut: int | None) -> Action:
    if action.origin in _SET_APART:
        base, why = _SET_APART[action.origin]
        return _rated(action, base, (), cut, why=why)
    return _rated(action, _class_of(action.evidence.rule, rules), _of_action(action, rules), cut)


def _class_of(rule: str, rules: Mapping[str, Rule]) -> str:
    return rules[rule].confidence if rule in rules else _IN_CODE.get(rule, HIGH)


def _rated(row: Row, base: str, doubts: Iterable[str], cut: int | None, *, why: str = "") -> Row:
    found = [why or _WORDING[base], *doubts]
    if cut is not None and row.evidence.end >= cut:
        found.append("the page breaks off here")
    level = min(CONFIDENCE.index(base) + len(found) - 1, len(CONFIDENCE) - 1)
    return replace(row, confidence=CONFIDENCE[level], confidence_reason="; ".join(found))


def _of_question(question: Question) -> Iterator[str]:
    if question.asked_by is None:
        yield "nobody is named who asked"
    if len(question.text.split()) > _LONG:
        yield "more than the question may stand here"


def _of_resolution(resolution: Resolution) -> Iterator[str]:
    if len(resolution.text.split()) < _FEW:
        yield "too few words to tell what was decided"


def _of_action(action: Action, rules: Mapping[str, Rule]) -> Iterator[str]:
    if action.owner is None and action.origin != "request":  # a request is one whoever is meant
        yield "nobody is named to do it"
    elif action.owner and _PRONOUN.fullmatch(action.owner):
        yield f"the minutes say only {action.owner!r}"
    rule = rules.get(action.evidence.rule)
    if action.origin == "resolution" and rule and rule.value != "formal":
        yield "told as agreed, not resolved as an instruction"
