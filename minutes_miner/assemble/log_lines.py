"""Lines of an action log in running text: "Action 1: Boiler. Serviced on 2 April." under "Actions from the last meeting"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from minutes_miner.assemble.entries import TaskWords, read_entry
from minutes_miner.assemble.headings import FINITE_VERB
from minutes_miner.model import Block, Document, Evidence, Progress

_NUMBERED = re.compile(
    r"(?P<number>(?:A(?:CTION|ction)S?(?:\s(?:POINT|[Pp]oint|ITEM|[Ii]tem|NO|[Nn]o)\.?)?|AP)\s?#?\d{1,4}[a-z]?)\s?[:.)–—-]\s*(?=\S)"
)
# What was to be done, and behind a colon, a dash or a full stop what became of it. A full stop behind a single letter ends an initial.
_PARTS = re.compile(r"(?P<task>\S.{2,150}?)(?::|\s[–—-]|(?<!\b\w)\.)\s+(?P<status>\S.*)", re.DOTALL)
# A paragraph that opens with how the action of the paragraph before it stands: "Not complete. Nobody had answered."
_STANDS = re.compile(
    r"(?P<status>(?:(?:not(?:\syet)?|partially|partly|part|nearly|now|largely|mostly|still)\s)?(?P<word>[A-Za-z][A-Za-z -]{2,30}?))"
    r"(?:\s[–—-]\s|[.:;,](?=\s|$)|$)",
    re.IGNORECASE,
)
_TICKED = re.compile(r"(?P<task>\S.{2,150}?)[\s:–—-]*(?P<tick>[✓✔☑√🗸])\W*", re.DOTALL)
# "The following actions from the last meeting were complete:" has nine.
_HEAD_WORDS = 10
_INITIALS = re.compile(r"[A-Z]{2,3}(?:[/&, ]+[A-Z]{2,3})*")
_NO_NEWS = re.compile(r"(?:no|nothing|not|still|awaiting|pending)\b", re.IGNORECASE)
_PARTICIPLE = re.compile(r"\b\w{2,}ed\b")
_SENTENCE = re.compile(r"(?<=[.;])\s+")


def log_lines(document: Document, blocks: Sequence[Block], words: TaskWords) -> Iterator[tuple[Block, Progress]]:
    """The lines among ``blocks``, the record of an item that goes through earlier actions, that say what became of one.

    A line without a number is one where a bare word or a tick says it: "Boiler: Done." What became of it may open the next paragraph, or
    stand above a list: "The following were complete:".
    """
    above = _statuses_above(document, blocks, words)
    for block, after in pairwise([*blocks, None]):
        assert block is not None
        text = document.slice(block.body, block.end)
        label = _NUMBERED.match(text)
        stands = _status_below(document, after, words) if label and after else None
        if label and after and stands:
            whole, task = document.slice(block.body, after.end), text[label.end() :]
            at = Evidence(block.start, after.end, "progress.line-below", whole, block.page, block.anchor)
            yield block, Progress(whole, task.rstrip(" ."), None, stands, label["number"].rstrip(), at)
            continue
        parts = _PARTS.fullmatch(text, label.end() if label else 0) if block.kind != "table_row" else None
        if parts and (words.is_closed(parts["status"]) or (label and _tells(parts["task"], parts["status"], words))):
            at = Evidence(block.start, block.end, "progress.line", text, block.page, block.anchor)
            number = label["number"].rstrip() if label else None
            yield block, Progress(text, parts["task"], None, parts["status"].rstrip(" ."), number, at)
            continue
        ticked = None if text.isascii() else _TICKED.fullmatch(text)
        status = f"Completed: {ticked['tick']}" if ticked else above.get(block.start)
        if status:
            at = Evidence(block.start, block.end, "progress.line-ticked" if ticked else "progress.listed", text, block.page, block.anchor)
            yield block, Progress(text, ticked["task"] if ticked else text, None, status, None, at)


def _statuses_above(document: Document, blocks: Sequence[Block], words: TaskWords) -> dict[int, str]:
    """How the entries of lists stand, by where they start: as the line above their list says."""
    found: dict[int, str] = {}
    head = ""
    for block in blocks:
        text = document.slice(block.body, block.end)
        if block.kind == "list_item" and head:
            found[block.start] = head
        else:
            head = text.rstrip(" :") if _is_status_head(block, text, words) else ""
    return found


def _is_status_head(block: Block, text: str, words: TaskWords) -> bool:
    """Whether a line only says how those of the list below it stand: "The following were complete:", "Outstanding actions:"."""
    said = text.rstrip(" :").split()
    if not (text.endswith(":") or block.kind == "heading") or not 0 < len(said) <= _HEAD_WORDS:
        return False
    return words.is_closed(said[0]) or any(words.is_closed(" ".join(said[-n:])) for n in (1, 2))


def _status_below(document: Document, block: Block, words: TaskWords) -> str | None:
    """The word of status with which ``block`` opens; what follows it is why."""
    match = None if block.label[:1].isalnum() or block.kind == "table_row" else _STANDS.match(document.text, block.body, block.end)
    return match["status"] if match and (words.is_closed(match["word"]) or words.is_closed(match["status"])) else None


def _tells(task: str, status: str, words: TaskWords) -> bool:
    """Whether ``status`` says what became of a task; a new one ("JS - write to the owner") and an owner or a date do not."""
    if _INITIALS.fullmatch(task) or not (FINITE_VERB.search(status) or _PARTICIPLE.search(status) or _NO_NEWS.match(status)):
        return False
    return not any(_sets_task(said, words) for said in _SENTENCE.split(status))


def _sets_task(said: str, words: TaskWords) -> bool:
    entry = read_entry(said, words)
    return words.opens_task(said) or bool(entry.owner and entry.task)
