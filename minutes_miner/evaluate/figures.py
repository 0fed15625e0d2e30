"""Scores added up: precision, recall and F1 by kind, accuracy by field, and the same for each organisation."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from minutes_miner.evaluate.score import KINDS, MACRO, DocumentScore
from minutes_miner.model import CONFIDENCE


@dataclass(frozen=True)
class Figures:
    """Rows paired with a label, rows labelled, rows found."""

    paired: int
    labelled: int
    found: int

    @property
    def precision(self) -> float:
        """The share of the rows found that are right; 1 where none was found."""
        return self.paired / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The share of the rows labelled that were found; 1 where none is labelled."""
        return self.paired / self.labelled if self.labelled else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True)
class Share:
    """How many of a number of things are right."""

    right: int
    of: int

    @property
    def accuracy(self) -> float:
        """``right`` as a share; 1 of nothing."""
        return self.right / self.of if self.of else 1.0


def by_kind(scores: Iterable[DocumentScore]) -> dict[str, Figures]:
    """Figures of every kind that is labelled or was found."""
    sums: dict[str, Counter[str]] = defaultdict(Counter)
    for score in scores:
        for kind, rows in score.kinds.items():
            paired, missed, extra = len(rows.pairs), len(rows.missed), len(rows.extra)
            sums[kind].update(paired=paired, labelled=paired + missed, found=paired + extra)
    return {kind: Figures(**sums[kind]) for kind in KINDS if sums[kind]}


def by_field(scores: Iterable[DocumentScore]) -> dict[str, Share]:
    """The accuracy of every field that was compared, in the order of the names."""
    right: Counter[str] = Counter()
    of: Counter[str] = Counter()
    for check in (check for score in scores for check in score.checks):
        right[check.field] += check.right
        of[check.field] += 1
    return {field: Share(right[field], of[field]) for field in sorted(of)}


def macro_f1(figures: dict[str, Figures]) -> float:
    """The mean F1 of the kinds of ``MACRO`` that have rows."""
    known = [figures[kind].f1 for kind in MACRO if kind in figures and figures[kind].labelled + figures[kind].found]
    return sum(known) / len(known) if known else 1.0


def by_organisation(scores: Sequence[DocumentScore]) -> list[tuple[str, list[DocumentScore]]]:
    """The scores of each organisation, the worst first: no rule may serve one council at another's cost."""
    parts: dict[str, list[DocumentScore]] = defaultdict(list)
    shown: dict[str, str] = {}
    for score in scores:
        key = " ".join(score.organisation.casefold().split())
        parts[key].append(score)
        if key not in shown or shown[key].isupper():
            shown[key] = score.organisation
    return sorted(((shown[key], part) for key, part in parts.items()), key=lambda each: (macro_f1(by_kind(each[1])), each[0]))


def by_confidence(scores: Iterable[DocumentScore]) -> dict[str, dict[str, Share]]:
    """Of the rows found at each level of confidence, how many are right, by kind: the levels are worth something while the share falls."""
    right: Counter[tuple[str, str]] = Counter()
    of: Counter[tuple[str, str]] = Counter()
    for score in scores:
        for kind, rows in score.kinds.items():
            found = [(row, True) for _, row in rows.pairs] + [(row, False) for row in rows.extra]
            for row, is_right in found:
                if "confidence" in row:
                    right[kind, row["confidence"]] += is_right
                    of[kind, row["confidence"]] += 1
    kinds = [kind for kind in KINDS if any(of[kind, level] for level in CONFIDENCE)]
    return {kind: {level: Share(right[kind, level], of[kind, level]) for level in CONFIDENCE} for kind in kinds}
