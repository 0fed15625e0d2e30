"""Lines of an action log in running text: "Action 1: Boiler. Serviced on 2 April." under "Actions from the last meeting"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from minutes_miner.assemble.entries import TaskWords, read_entry
from minutes_miner.assemble.headings import FINITE_VERB
from minutes_miner.model import Block, Document, Evidence, Progress

_NUMBERED = re.compile(
    r"(?P<number>(?:A(?:CTION|ction)S?(?:\s(?:POINT|[Pp]oint|ITEM|[Ii]tem|NO|[Nn]o)\.?)?|AP)\s?#?\d{1,4}[a-z]?)\s?[:.)–—-]\s*(?=\S)"
)
# What was to be done, and behind a colon, a dash or a full stop what became of it. A full stop behind a single letter ends an initial.
_PARTS = re.compile(r"(?P<task>\S.{2,150}?)(?::|\s[–—-]|(?<!\b\w)\.)\s+(?P<status>\S.*)", re.DOTALL)
_INITIALS = re.compile(r"[A-Z]{2,3}(?:[/&, ]+[A-Z]{2,3})*")
_PARTICIPLE = re.compile(r"\b\w{2,}ed\b")
_SENTENCE = re.compile(r"(?<=[.;])\s+")


def log_lines(document: Document, blocks: Sequence[Block], words: TaskWords) -> Iterator[tuple[Block, Progress]]:
    """The lines among ``blocks``, the record of an item that goes through earlier actions, that say what became of one.

    A line without a number is one where a bare word says it: "Boiler: Done."
    """
    for block in blocks:
        text = document.slice(block.body, block.end)
        label = _NUMBERED.match(text)
        parts = _PARTS.fullmatch(text, label.end() if label else 0) if block.kind != "table_row" else None
        if parts and (words.is_closed(parts["status"]) or (label and _tells(parts["task"], parts["status"], words))):
            at = Evidence(block.start, block.end, "progress.line", text, block.page, block.anchor)
            number = label["number"].rstrip() if label else None
            yield block, Progress(text, parts["task"], None, parts["status"].rstrip(" ."), number, at)


def _tells(task: str, status: str, words: TaskWords) -> bool:
    """Whether ``status`` says what became of a task; a new one ("JS - write to the owner") and an owner or a date do not."""
    if _INITIALS.fullmatch(task) or not (FINITE_VERB.search(status) or _PARTICIPLE.search(status)):
        return False
    return not any(_sets_task(said, words) for said in _SENTENCE.split(status))


def _sets_task(said: str, words: TaskWords) -> bool:
    entry = read_entry(said, words)
    return words.opens_task(said) or bool(entry.owner and entry.task)
