"""How near an extraction comes to labels made by people: pure functions on records, without a parser and without spaCy."""

from __future__ import annotations

from minutes_miner.evaluate.figures import Figures, Share, by_confidence, by_field, by_kind, by_organisation, macro_f1
from minutes_miner.evaluate.labels import Labels, LabelSet, SeriesLabels, labels_beside, read_labels
from minutes_miner.evaluate.rule_use import RuleUse, Sight, rule_uses
from minutes_miner.evaluate.score import KINDS, Check, DocumentScore, KindScore, score_document
from minutes_miner.evaluate.series import SeriesScore, score_series

__all__ = [
    "KINDS",
    "Check",
    "DocumentScore",
    "Figures",
    "KindScore",
    "LabelSet",
    "Labels",
    "RuleUse",
    "SeriesLabels",
    "SeriesScore",
    "Share",
    "Sight",
    "by_confidence",
    "by_field",
    "by_kind",
    "by_organisation",
    "labels_beside",
    "macro_f1",
    "read_labels",
    "rule_uses",
    "score_document",
    "score_series",
]
