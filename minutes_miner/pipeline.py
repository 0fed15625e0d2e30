"""The stages in order over many documents: read, find mentions, assemble; every document ends with an outcome and a reason."""

from __future__ import annotations

import os
import time
import traceback
from collections import deque
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from minutes_miner.duplicates import RECORDS
from minutes_miner.errors import NotADocument, ReadError
from minutes_miner.gather import Source, gather
from minutes_miner.ingest.limits import ReadLimits
from minutes_miner.model import Document, Meeting, Mention, Outcome

if TYPE_CHECKING:
    from minutes_miner.assemble import Frame

# Endings that claim a document: where the bytes say otherwise, the file has failed and is not merely passed over.
_CLAIMS = frozenset({".pdf", ".docx", ".doc", ".html", ".htm", ".txt", ".md", ".aspx", ".rtf", ".odt"})
# A worker takes about two seconds to start (it loads spaCy); below this much input one process is done sooner.
_WORTH_WORKERS = 1_500_000


@dataclass(frozen=True)
class PipelineSettings:
    """How documents are read: profile, a folder of rules laid over the shipped ones, number of processes (None: as many as help)."""

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
    # Of meetings without minutes, what tells their day: headers of agendas and of the pages of cancelled meetings, where set apart.
    announced: tuple[Meeting, ...] = ()


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
    from minutes_miner.assemble import assemble

    frame, mentions = _found_in(document, settings)
    return assemble(document, mentions, frame, rulebook.load(rulebook.overlay_path(settings.rules)))


def mentions_in(document: Document, settings: PipelineSettings) -> Sequence[Mention]:
    """What the rules of the profile find in a document, whether a row comes of it or not."""
    return _found_in(document, settings)[1]


def _found_in(document: Document, settings: PipelineSettings) -> tuple[Frame, Sequence[Mention]]:
    from minutes_miner import rulebook
    from minutes_miner.assemble import read_frame
    from minutes_miner.mentions import find_mentions, load_profile

    rules = rulebook.overlay_path(settings.rules)
    frame = read_frame(document, rulebook.load(rules))
    return frame, find_mentions(document, load_profile(settings.profile, rules), known_names=frame.known_names())


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
    except (Exception, SystemExit) as error:  # the one boundary for what nobody foresaw: the document fails, the others go on
        place = traceback.extract_tb(error.__traceback__)[-1]
        return _unexpected(source, error, f" in {Path(place.filename).name}:{place.lineno}")
    return Result(_outcome(meeting, time.perf_counter() - begun), meeting)


def _unexpected(source: Source, error: BaseException, where: str = "") -> Result:
    return Result(Outcome(source.name, "failed", f"unexpected {type(error).__name__}{where}: {error}; please report it with the document"))


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
    left = deque(sources)
    while left:
        # What was being read when a worker died is read again, one at a time, so that only the culprit fails; then the others go on.
        suspects = deque((yield from _in_pool(left, settings, workers)))
        while suspects:
            for culprit in (yield from _in_pool(suspects, settings, 1)):
                yield culprit, _died(culprit)


def _in_pool(left: deque[Source], settings: PipelineSettings, workers: int) -> Generator[tuple[Source, Result], None, list[Source]]:
    """Take sources from ``left`` and read them until none is left or a worker dies; returns those that were in hand then.

    No worker has more than one in hand, so that a death says which documents may have caused it.
    """
    in_hand: dict[Future[Result], Source] = {}
    with ProcessPoolExecutor(min(workers, len(left)), initializer=_warm, initargs=(settings,)) as pool:
        while left or in_hand:
            try:
                while left and len(in_hand) < workers:
                    future = pool.submit(process, left[0], settings)
                    in_hand[future] = left.popleft()
            except BrokenProcessPool:
                break
            done = wait(in_hand, return_when=FIRST_COMPLETED).done
            if any(isinstance(future.exception(), BrokenProcessPool) for future in done):
                break
            yield from [(source, _received(future, source)) for future in done if (source := in_hand.pop(future))]
    return list(in_hand.values())


def _received(future: Future[Result], source: Source) -> Result:
    """The result of a source; what a worker could not hand over (an exit, a result that cannot be pickled) has failed."""
    error = future.exception()
    if isinstance(error, KeyboardInterrupt):
        raise error
    return _unexpected(source, error) if error else future.result()


def _died(source: Source) -> Result:
    return Result(
        Outcome(
            source.name,
            "failed",
            "the process that read it was ended by the system (out of memory, most likely): split the file or read it elsewhere",
        )
    )


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
