"""Labelled documents extracted, followed and compared with their labels; and what each rule did on documents, labelled or not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from minutes_miner.evaluate import (
    DocumentScore,
    Labels,
    LabelSet,
    RuleUse,
    SeriesLabels,
    SeriesScore,
    Sight,
    labels_beside,
    read_labels,
    rule_uses,
    score_document,
    score_series,
)
from minutes_miner.export.record import file_name, to_record, tracked_record
from minutes_miner.library import combined, followed
from minutes_miner.model import Meeting, Outcome
from minutes_miner.pipeline import Extraction, PipelineSettings, extract, mentions_in
from minutes_miner.text import normal


@dataclass(frozen=True)
class Measured:
    """What a folder of labels gave: a score of each labelled document and series, faults of the labels, and documents that failed."""

    scores: tuple[DocumentScore, ...]
    series: tuple[SeriesScore, ...]
    faults: tuple[str, ...]
    failed: tuple[Outcome, ...]


def measure(folder: Path, *, settings: PipelineSettings | None = None, progress: Callable[[Outcome, int], None] | None = None) -> Measured:
    """Extract the labelled documents below ``folder`` and compare. Raises UsageError where there are no labels."""
    labels = read_labels(folder)
    # Of an archive in which a few documents are labelled only these are read; a series is followed through all of its folder.
    paths = [*(each.document for each in labels.labels), *(each.path.parent for each in labels.series)]
    return compare(labels, extract(paths, settings=settings, progress=progress), settings)


def compare(labels: LabelSet, extraction: Extraction, settings: PipelineSettings | None = None) -> Measured:
    """The scores of an extraction that holds the labelled documents and was made with ``settings``, by which series are followed too."""
    homes = {Path(extraction.files[meeting.source]).resolve(): meeting for meeting in extraction.meetings}
    wanted = {each.document.resolve() for each in labels.labels}
    return Measured(
        scores=tuple(_score(each, homes.get(each.document.resolve())) for each in labels.labels),
        series=tuple(_followed(each, homes, settings or PipelineSettings()) for each in labels.series),
        faults=labels.faults,
        failed=tuple(o for o in extraction.outcomes if o.status == "failed" and _place(o, extraction) in wanted),
    )


def _place(outcome: Outcome, extraction: Extraction) -> Path | None:
    return Path(extraction.files[outcome.source]).resolve() if outcome.source in extraction.files else None


def _score(labels: Labels, meeting: Meeting | None) -> DocumentScore:
    """A document is counted to the organisation that its labels name, else to the one found, else, in brackets, to committee or folder."""
    head = labels.label["meeting"]
    named = head.get("organisation") or (meeting and meeting.organisation)
    record = to_record(meeting) if meeting else None
    return score_document(labels.label, record, organisation=named or f"({head.get('committee') or labels.document.resolve().parent.name})")


def _followed(labels: SeriesLabels, homes: Mapping[Path, Meeting], settings: PipelineSettings) -> SeriesScore:
    folder = labels.path.parent.resolve()
    meetings: Sequence[Meeting] = [meeting for path, meeting in homes.items() if path.parent == folder]
    kept = combined(Extraction(tuple(meetings), ()))
    ledger = followed(kept, as_of=date.fromisoformat(labels.series["as_of"]), profile=settings.profile, rules=settings.rules)
    rows = [tracked_record(action) for action in ledger.actions]
    return score_series(labels.series, rows, name=folder.name, same=_read_as_one(meetings, kept.meetings))


def _read_as_one(meetings: Iterable[Meeting], kept: Iterable[Meeting]) -> dict[str, str]:
    """Of each document set aside for another of the same meeting, the name of the other."""
    by_meeting = {_sitting(one): one.source for one in kept if one.date}
    sources = set(by_meeting.values())
    gone = ((one.source, by_meeting.get(_sitting(one))) for one in meetings if one.source not in sources)
    return {file_name(source): file_name(other) for source, other in gone if other}


def _sitting(meeting: Meeting) -> tuple[object, ...]:
    return normal(meeting.organisation or ""), normal(meeting.committee or ""), meeting.date


def rule_report(
    paths: Sequence[Path], *, gold: bool, settings: PipelineSettings, progress: Callable[[Outcome, int], None] | None = None
) -> tuple[list[RuleUse], tuple[Outcome, ...], tuple[str, ...]]:
    """What each rule did on the documents below ``paths``, how each document ended, and faults of the labels.

    With ``gold`` rows are compared with the labels that stand beside documents.
    """
    from minutes_miner import rulebook

    extraction = extract(paths, settings=settings, progress=progress)
    places = [Path(extraction.files[meeting.source]) for meeting in extraction.meetings]
    labels = labels_beside(places) if gold else LabelSet((), (), ())
    sights = [_sight(meeting, place, settings) for meeting, place in zip(extraction.meetings, places, strict=True)]
    uses = rule_uses(rulebook.load(rulebook.overlay_path(settings.rules)).rules, sights, compare(labels, extraction, settings).scores)
    return uses, extraction.outcomes, labels.faults


def _sight(meeting: Meeting, place: Path, settings: PipelineSettings) -> Sight:
    """A document as rules see it; it is read a second time, as a record does not keep what came to nothing."""
    from minutes_miner.ingest import read_document

    document = read_document(place, source=meeting.source, limits=settings.limits)
    matches = Counter(mention.rule for mention in mentions_in(document, settings) if mention.kind not in ("sentence", "name"))
    return Sight(meeting.organisation or place.parent.name, matches, to_record(meeting))
