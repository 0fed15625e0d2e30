"""The measurements, each a few lines for the table: what, ours, what it is compared with, how they compare."""

from __future__ import annotations

import gc
import resource
import sys
import time
import tracemalloc
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from statistics import median

from benchmarks.archive import archive
from benchmarks.samples import everything, pdfs, texts, varied
from benchmarks.timing import in_turns
from minutes_miner.gather import Source
from minutes_miner.ingest import read_document
from minutes_miner.ingest.limits import ReadLimits
from minutes_miner.model import Document, Meeting
from minutes_miner.pipeline import PipelineSettings, process, read_one

# Enough work in a round for the clock (a quarter of a second on a slow core), enough rounds for a median in half a minute.
_TILES, _ROUNDS = 2, 9
_DOCUMENTS = 300  # of a few hundred words each: enough to tell growth from the first documents' caches
_AHEAD = timedelta(days=364)
_ARCHIVE_END = date(2025, 6, 1)


@dataclass(frozen=True)
class Line:
    """A line of the report."""

    what: str
    ours: str
    other: str
    compared: str


def text_speed() -> list[Line]:
    """Reading and extracting HTML and text beside the bare floor: lxml's parse, blocks tokenised, sentences."""
    import lxml.html
    import spacy

    paths = texts() * _TILES
    documents = {path: read_document(path) for path in set(paths)}
    blank = spacy.blank("en")
    blank.add_pipe("sentencizer")

    def floor() -> None:
        for path in paths:
            data = path.read_bytes()
            if path.suffix == ".html":
                lxml.html.fromstring(data).text_content()
            for doc in blank.pipe(_blocks(documents[path])):
                list(doc.sents)

    timing = in_turns({"floor": floor, "ours": lambda: _process(paths)}, rounds=_ROUNDS)
    words = sum(len(documents[path].text.split()) for path in paths)
    ours, bare = (f"{words / timing.typical(task):,.0f} words/s" for task in ("ours", "floor"))
    return [Line("HTML and text, read and extracted", ours, f"{bare} bare", f"{timing.ratio('ours', 'floor'):.2f} of the floor")]


def _blocks(document: Document) -> list[str]:
    return [document.slice(block.start, block.end) for block in document.blocks]


def _process(paths: Sequence[Path]) -> None:
    settings = PipelineSettings(workers=1)
    for path in paths:
        process(Source(path, path.name, named=True), settings)


def pdf_speed() -> list[Line]:
    """Reading PDF into a Document beside pdfplumber's plain text of the same pages."""
    import pdfplumber

    paths = pdfs()
    pages = sum(read_document(path).pages or 0 for path in paths)

    def plain() -> None:
        for path in paths:
            with pdfplumber.open(path) as pdf:
                for page in pdf.pages:
                    page.extract_text()
                    page.close()

    timing = in_turns({"plain": plain, "ours": lambda: [read_document(path) for path in paths]}, rounds=5)
    ours, other = (f"{pages / timing.typical(task):,.1f} pages/s" for task in ("ours", "plain"))
    return [Line("PDF, read", ours, f"{other} pdfplumber", f"{timing.ratio('ours', 'plain'):.1f} times pdfplumber")]


def whole_speed() -> list[Line]:
    """Everything from the file to the record, on one core."""
    paths = everything()
    documents = [read_document(path) for path in paths]
    words = sum(len(document.text.split()) for document in documents)
    seconds = in_turns({"ours": lambda: _process(paths)}, rounds=3).typical("ours")
    speed = f"{words / seconds:,.0f} words/s"
    return [Line("All kinds, file to record, one core", speed, "", f"{len(paths) / seconds:,.0f} documents/s")]


def tracking_growth() -> list[Line]:
    """Tracking the history of one committee, twice as long each time; time should double too."""
    from minutes_miner.track import track

    meetings = [m for path in texts() if (m := process(Source(path, path.name, named=True), PipelineSettings(workers=1)).meeting)]
    series = [m for m in meetings if m.date and m.committee == meetings[0].committee]
    lines, before = [], None
    for years in (4, 8, 16, 32):
        history = [_later(meeting, year) for year in range(years) for meeting in series]
        as_of = max(m.date for m in history if m.date)
        seconds = in_turns({"track": lambda h=history, d=as_of: track(h, as_of=d)}, rounds=3).typical("track")  # type: ignore[misc]
        actions = sum(len(item.actions) for meeting in history for item in meeting.items)
        growth = f"{seconds / before:.1f} times the line above" if before else ""
        lines.append(Line(f"Tracking {actions:,} actions of a committee", f"{seconds:.2f} s", "", growth))
        before = seconds
    return lines


def archive_growth(sizes: Sequence[int] = (1, 2, 4)) -> list[Line]:
    """Tracking made-up archives of so many committees over ten years: processor time, and memory beyond the meetings themselves."""
    from minutes_miner.track import track

    track(tuple(archive(1, 1)), as_of=_ARCHIVE_END)  # the rules are compiled once
    lines, before = [], None
    for committees in sizes:
        meetings = tuple(archive(committees, 10))
        actions = sum(len(item.actions) for meeting in meetings for item in meeting.items)
        held, begun = _resident(), time.process_time()
        ledger = track(meetings, as_of=_ARCHIVE_END)
        seconds, grown = time.process_time() - begun, _resident() - held
        growth = f"{seconds / before[0] / (actions / before[1]):.2f} times the time an action" if before else ""
        linked = sum(len(action.mentions) for action in ledger.actions)
        what = f"Archive of {committees} committees, {actions:,} actions"
        lines.append(Line(what, f"{seconds:.1f} s", f"{grown:+.0f} MB with {linked:,} links", growth))
        before = (seconds, actions)
    return lines


def linking_memory(sizes: Sequence[int] = (1, 3), years: int = 4) -> list[Line]:
    """What tracking holds at its most beyond the meetings and the ledger that it returns; what it returns grows with its actions."""
    from minutes_miner.track import track

    track(tuple(archive(1, 1)), as_of=_ARCHIVE_END)
    lines = []
    for committees in sizes:
        meetings = tuple(archive(committees, years))
        gc.collect()
        tracemalloc.start()
        ledger = track(meetings, as_of=_ARCHIVE_END)
        most = tracemalloc.get_traced_memory()[1]
        gc.collect()
        kept = tracemalloc.get_traced_memory()[0]
        tracemalloc.stop()
        what = f"Linking, {committees} committees, {len(ledger.actions):,} actions"
        lines.append(Line(what, f"{(most - kept) / 2**20:.0f} MB of its own", f"{kept / 2**20:.0f} MB of ledger and caches", ""))
    return lines


def whole_archive() -> list[Line]:
    """The archive of 200 committees, after two smaller ones for the curve, and what linking itself holds for one and for twelve."""
    return [*archive_growth((12, 50, 200)), *linking_memory((1, 12), 10)]


def _later(meeting: Meeting, years: int) -> Meeting:
    """The meeting ``years`` later, held on the same weekday."""
    assert meeting.date is not None  # the caller leaves the others out
    return replace(
        meeting,
        date=meeting.date + years * _AHEAD,
        next_meeting=None,
        source=f"{years}/{meeting.source}",
        digest=f"{years}{meeting.digest}",
    )


def memory_growth() -> list[Line]:
    """What one process holds after the first hundred documents and after the last, all with words of their own."""
    from minutes_miner.ingest import read_bytes

    sizes = []
    for number, data in enumerate(varied(_DOCUMENTS), 1):
        read_one(read_bytes(data, source=f"{number}.txt", limits=ReadLimits()), PipelineSettings())
        if number % 100 == 0:
            sizes.append(_resident())
    growth = median(b - a for a, b in pairwise(sizes))
    return [
        Line(f"Memory after {_DOCUMENTS} documents", f"{sizes[-1]:.0f} MB", f"{sizes[0]:.0f} MB after 100", f"{growth:+.1f} MB a hundred")
    ]


def _resident() -> float:
    """Megabytes held now where the system says so, else at most so far."""
    status = Path("/proc/self/statm")
    if status.exists():
        return int(status.read_text().split()[1]) * resource.getpagesize() / 2**20
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)
