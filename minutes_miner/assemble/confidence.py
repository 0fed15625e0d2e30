"""How sure each row is: the class of the rule that found it, one step down for each doubt, and why, in words for whoever checks it.

The classes stand with the rules (key ``confidence``). That the levels keep their order is measured on labels: ``minutes-miner evaluate``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from minutes_miner.model import CONFIDENCE, HIGH, LOW, MEDIUM, Evidence
from minutes_miner.rulebook import Rule, RuleBook

# Rules that stand in code, where they are less than plain.
_IN_CODE = {"question.verb-left-out": LOW, "action.named-doer": MEDIUM, "action.initials": MEDIUM, "action.by-when": LOW}
_WORDING = {HIGH: "plain wording", MEDIUM: "wording that has other uses too", LOW: "wording that is often something else"}
# Actions that the minutes set apart: by which sign, and how sure that makes them.
_SET_APART = {
    "mark": (HIGH, "marked as an action"),
    "table": (HIGH, "a row of an action table"),
    "column": (MEDIUM, "the action column names the owner, the task is taken from the text beside it"),
}
_PRONOUN = re.compile(r"he|she|they|him|her|them|it|we|all", re.IGNORECASE)
# "Clerk to write to the owner" is as sure as an action gets; of "Councillor Ashby to be added to the list" he is no doer, and "Swings to be
# inspected" may be a plan.
_TASK, _DONE_TO = "action.task", re.compile(r"\bto (?:also )?be\b")
# "Agreed." tells what was agreed only with the sentences before it.
_FEW = 4
# Questions of more words are rare; what is longer has the answer or another's speech in it.
_LONG = 60


@lru_cache(maxsize=4)
def rules_by_id(book: RuleBook) -> Mapping[str, Rule]:
    """The rules of a book by their ids."""
    return {rule.id: rule for rule in book.rules}


class Rater(NamedTuple):
    """Rates the rows of one item: each gets the level and the reason of its ``confidence``.

    ``cut``: where the page breaks off that shows the item only in part.
    """

    rules: Mapping[str, Rule]
    cut: int | None = None

    def question(self, text: str, asked_by: str | None, found: Evidence) -> tuple[str, str]:
        """How sure a question is."""
        doubts = ["nobody is named who asked"] if asked_by is None else []
        if len(text.split()) > _LONG:
            doubts.append("more than the question may stand here")
        return self._rated(found, self._class_of(found.rule), doubts)

    def resolution(self, text: str, found: Evidence) -> tuple[str, str]:
        """How sure a resolution is."""
        few = len(text.split(None, _FEW)) < _FEW
        return self._rated(found, self._class_of(found.rule), ["too few words to tell what was decided"] if few else [])

    def action(self, owner: str | None, origin: str, found: Evidence) -> tuple[str, str]:
        """How sure an action is."""
        if origin in _SET_APART:
            base, why = _SET_APART[origin]
            return self._rated(found, base, [], why=why)
        return self._rated(found, self._class_of(found.rule), list(self._doubts(owner, origin, found.rule, found.quote)))

    def _doubts(self, owner: str | None, origin: str, rule: str, sentence: str) -> Iterator[str]:
        if rule == _TASK and _DONE_TO.search(sentence):
            yield "it does not say who is to do it"
        elif owner is None and origin != "request":  # a request is one whoever is meant
            yield "nobody is named to do it"
        elif owner and _PRONOUN.fullmatch(owner):
            yield f"the minutes say only {owner!r}"
        if origin == "resolution" and rule in self.rules and self.rules[rule].value != "formal":
            yield "told as agreed, not resolved as an instruction"

    def _class_of(self, rule: str) -> str:
        return self.rules[rule].confidence if rule in self.rules else _IN_CODE.get(rule, HIGH)

    def _rated(self, found: Evidence, base: str, doubts: list[str], *, why: str = "") -> tuple[str, str]:
        if self.cut is None and not doubts:
            return base, why or _WORDING[base]
        reasons = [why or _WORDING[base], *doubts]
        if self.cut is not None and found.end >= self.cut:
            reasons.append("the page breaks off here")
        level = min(CONFIDENCE.index(base) + len(reasons) - 1, len(CONFIDENCE) - 1)
        return CONFIDENCE[level], "; ".join(reasons)
