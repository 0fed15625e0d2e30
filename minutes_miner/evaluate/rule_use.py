"""What each rule does on real documents: how often its words stand there, how many rows it gave, and how many of those are right.

A rule that serves one organisation is a house style or fitted to a document; one that is often wrong is too wide; one that never fires
may be wrong, or waits for minutes that word things so.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from minutes_miner.evaluate.score import DocumentScore
from minutes_miner.rulebook import Rule

OFTEN_WRONG, ONE_BODY, NEVER = "often wrong", "one body only", "never fired"
_FLAGS = (OFTEN_WRONG, ONE_BODY, NEVER, "")
# Below this share of right rows a rule is looked at, once so many of its rows have been judged.
_RIGHT_ENOUGH, _ROWS_ENOUGH = 0.8, 3
# A rule is one body's own where it fired so often, and so many bodies were read.
_OFTEN, _BODIES_ENOUGH = 3, 3


@dataclass(frozen=True)
class Sight:
    """One document as rules see it: whose it is, how often each rule's words stand in it, and its record."""

    organisation: str
    matches: Mapping[str, int]
    record: Mapping[str, Any]


@dataclass(frozen=True)
class RuleUse:
    """What one rule did. ``kind`` and ``file`` are those of the rule; of one that stands in code the first part of its id, and "code"."""

    rule: str
    kind: str
    file: str
    matches: int  # times that its words stand in the documents
    rows: int  # rows of the records that name it
    documents: int
    organisations: int
    right: int  # of the rows of labelled documents
    judged: int
    flag: str

    @property
    def precision(self) -> float | None:
        """The share of its rows that are right; None where none was judged."""
        return self.right / self.judged if self.judged else None


def rule_uses(rules: Sequence[Rule], sights: Sequence[Sight], scores: Iterable[DocumentScore]) -> list[RuleUse]:
    """Every rule that fired, and of the kinds that fire in documents those that did not; what is suspicious first."""
    fired = _Fired(sights, scores)
    known = {rule.id: rule for rule in rules}
    kinds = {known[name].kind for name in fired.seen if name in known}
    names = [*(rule.id for rule in rules if rule.kind in kinds), *sorted(fired.seen - known.keys())]
    uses = [fired.use(name, known.get(name)) for name in names]
    return sorted(uses, key=lambda use: (_FLAGS.index(use.flag), use.precision if use.flag == OFTEN_WRONG else 0, -use.rows, -use.matches))


class _Fired:
    """The counts behind the report."""

    def __init__(self, sights: Sequence[Sight], scores: Iterable[DocumentScore]) -> None:
        self._matches: Counter[str] = Counter()
        self._rows: Counter[str] = Counter()
        self._documents: Counter[str] = Counter()
        self._bodies: dict[str, set[str]] = defaultdict(set)
        self._all_bodies = {sight.organisation.casefold() for sight in sights}
        for sight in sights:
            rows = Counter(_rules_in(sight.record))
            self._matches.update(sight.matches)
            self._rows.update(rows)
            for name in {*rows, *sight.matches}:
                self._documents[name] += 1
                self._bodies[name].add(sight.organisation.casefold())
        self._right: Counter[str] = Counter()
        self._judged: Counter[str] = Counter()
        for part in (part for score in scores for part in score.kinds.values()):
            for rule in (row["evidence"]["rule"] for _, row in part.pairs if row.get("evidence")):
                self._right[rule] += 1
                self._judged[rule] += 1
            self._judged.update(row["evidence"]["rule"] for row in part.extra if row.get("evidence"))

    @property
    def seen(self) -> set[str]:
        """The rules that fired anywhere."""
        return set(self._documents)

    def use(self, name: str, rule: Rule | None) -> RuleUse:
        """What the rule ``name`` did."""
        return RuleUse(
            rule=name,
            kind=rule.kind if rule else name.partition(".")[0],
            file=rule.file if rule else "code",
            matches=self._matches[name],
            rows=self._rows[name],
            documents=self._documents[name],
            organisations=len(self._bodies[name]),
            right=self._right[name],
            judged=self._judged[name],
            flag=self._flag(name),
        )

    def _flag(self, name: str) -> str:
        if not self._documents[name]:
            return NEVER
        if self._judged[name] >= _ROWS_ENOUGH and self._right[name] < _RIGHT_ENOUGH * self._judged[name]:
            return OFTEN_WRONG
        often = max(self._matches[name], self._rows[name]) >= _OFTEN
        return ONE_BODY if often and len(self._bodies[name]) == 1 and len(self._all_bodies) >= _BODIES_ENOUGH else ""


def _rules_in(value: Any) -> Iterable[str]:
    """The rule of every piece of evidence, and of every date read, in a record."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            if key in ("rule", "due_rule") and inner:
                yield inner
            else:
                yield from _rules_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _rules_in(inner)
