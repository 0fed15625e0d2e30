"""The stages in order over many documents: read, find mentions, assemble; every document ends with an outcome and a reason."""

from __future__ import annotations

import os
import time
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from pathlib import Path

from minutes_miner.duplicates import RECORDS
from minutes_miner.errors import NotADocument, ReadError
from minutes_miner.gather import Source, gather
from minutes_miner.ingest.limits import ReadLimits
from minutes_miner.model import Document, Meeting, Outcome

# Endings that claim a document: where the bytes say otherwise, the file has failed and is not merely passed over.
_CLAIMS = frozenset({".pdf", ".docx", ".doc", ".html", ".htm", ".txt", ".md", ".aspx", ".rtf", ".odt"})
# A worker takes about two seconds to start (it loads spaCy); below this much input one process is done sooner.
_WORTH_WORKERS = 1_500_000


@dataclass(frozen=True)
class PipelineSettings:
    """How documents are read: the profile, a folder of rules laid over the shipped ones, the number of processes (None: as many as help)."""

    profile: str = "default"
    rules: Path | None = None
    workers: int | None = None
    limits: ReadLimits = field(default_factory=ReadLimits)


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one source: its outcome, and its meeting where it could be read."""

    outcome: Outcome
    meeting: Meeting | None = None


@dataclass(frozen=True)
class Extraction:
    """All that a set of sources gave, in the order of the sources."""

    meetings: tuple[Meeting, ...]
    outcomes: tuple[Outcome, ...]
    files: Mapping[str, str] = field(default_factory=dict)  # where each source lies: its name in the records -> absolute path


def extract(
    paths: Sequence[Path], *, settings: PipelineSettings | None = None, progress: Callable[[Outcome, int], None] | None = None
) -> Extraction:
    """Read every document below ``paths``: one Meeting per document that could be read, one Outcome per file.

    ``progress`` is called with each outcome as it comes and the number of sources in all. Raises ProfileError and RuleError before the
    first document; what goes wrong with a document is its outcome.
    """
    settings = settings or PipelineSettings()
    _warm(settings)
    sources, passed = gather(paths)
    results: dict[str, Result] = {}
    for source, result in _results(sources, settings):
        results[source.name] = result
        if progress:
            progress(result.outcome, len(sources))
    ordered = [results[source.name] for source in sources]
    files = {source.name: str(source.path.absolute()) for source in sources}
    return Extraction(tuple(r.meeting for r in ordered if r.meeting), (*(r.outcome for r in ordered), *passed), files)


def read_one(document: Document, settings: PipelineSettings) -> Meeting:
    """The record of a document that a reader has made."""
    from minutes_miner import rulebook
    from minutes_miner.assemble import assemble, read_frame
    from minutes_miner.mentions import find_mentions, load_profile

    book = rulebook.load(rulebook.overlay_path(settings.rules))
    frame = read_frame(document, book)
    mentions = find_mentions(document, load_profile(settings.profile, rulebook.overlay_path(settings.rules)), known_names=frame.known_names())
    return assemble(document, mentions, frame, book)


def process(source: Source, settings: PipelineSettings) -> Result:
    """Read one source to its end; nothing that goes wrong with it leaves this function."""
    from minutes_miner.ingest import read_document

    begun = time.perf_counter()
    try:
        document = read_document(source.path, source=source.name, limits=settings.limits)
        meeting = read_one(document, settings)
    except NotADocument as error:
        claims = source.named or source.path.suffix.casefold() in _CLAIMS
        return Result(Outcome(source.name, "failed" if claims else "skipped", str(error)))
    except ReadError as error:
        return Result(Outcome(source.name, "failed", str(error)))
    except Exception as error:  # the one boundary for what nobody foresaw: the document fails, the others go on
        place = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{Path(place.filename).name}:{place.lineno}"
        return Result(Outcome(source.name, "failed", f"unexpected {type(error).__name__} in {where}: {error}; please report it with the document"))
    return Result(_outcome(meeting, time.perf_counter() - begun), meeting)


def _outcome(meeting: Meeting, seconds: float) -> Outcome:
    is_record = meeting.document_class in RECORDS
    truncated = [i.truncated for i in meeting.items if i.truncated]
    notes = [*meeting.notes, *(f"item {t.label} is shown only in part; in full at {t.url or 'its own page'}" for t in truncated)]
    return Outcome(
        source=meeting.source,
        status="read" if is_record else "not minutes",
        reason=f"{meeting.document_class}: {meeting.class_reason}",
        format=meeting.format,
        seconds=round(seconds, 2),
        words=meeting.words,
        pages=meeting.pages,
        notes=tuple(notes),
    )


def _warm(settings: PipelineSettings) -> None:
    """Load rules and profile, so that what is wrong with them is said once and at the start."""
    from minutes_miner import rulebook
    from minutes_miner.mentions import load_profile

    rulebook.load(rulebook.overlay_path(settings.rules))
    load_profile(settings.profile, rulebook.overlay_path(settings.rules))


def _results(sources: Sequence[Source], settings: PipelineSettings) -> Iterator[tuple[Source, Result]]:
    workers = _workers(sources, settings)
    if workers == 1:
        yield from ((source, process(source, settings)) for source in sources)
        return
    left = list(sources)
    for source, result in _in_pool(left, settings, workers):
        left.remove(source)
        yield source, result
    # What is left was lost with a worker that died: each gets a process of its own, so that only the culprit fails.
    for source in left:
        yield source, next(_in_pool([source], settings, 1), (source, _died(source)))[1]


def _in_pool(sources: Sequence[Source], settings: PipelineSettings, workers: int) -> Iterator[tuple[Source, Result]]:
    with ProcessPoolExecutor(workers, initializer=_warm, initargs=(settings,)) as pool:
        futures = {pool.submit(process, source, settings): source for source in sources}
        for future in as_completed(futures):
            try:
                yield futures[future], future.result()
            except BrokenProcessPool:
                return


def _died(source: Source) -> Result:
    return Result(Outcome(source.name, "failed", "the process that read it was ended by the system (out of memory, most likely): split the file or read it elsewhere"))


def _workers(sources: Sequence[Source], settings: PipelineSettings) -> int:
    if settings.workers is not None:
        return max(1, min(settings.workers, len(sources) or 1))
    size = sum(_size(source.path) for source in sources)
    available = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(available, len(sources)) if len(sources) > 3 and size > _WORTH_WORKERS else 1


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
