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
_PARTS = re.compile(r"(?P<task>\S.{2,150}?)(?P<sign>:|\s[–—-]|(?<!\b\w)\.)\s+(?P<status>\S.*)", re.DOTALL)
# A paragraph that opens with how the action of the paragraph before it stands: "Not complete. Nobody had answered."
_STANDS = re.compile(
    r"(?P<status>(?:(?:not(?:\syet)?|partially|partly|part|nearly|now|largely|mostly|still)\s)?(?P<word>[A-Za-z][A-Za-z -]{2,30}?))"
    r"(?:\s[–—-]\s|[.:;,](?=\s|$)|$)",
    re.IGNORECASE,
)
_TICKED = re.compile(r"(?P<task>\S.{2,150}?)[\s:–—-]*(?P<tick>[✓✔☑√🗸])\W*", re.DOTALL)
_TOLD_TO = re.compile(r"\s(?:to|will)\s")  # "Clerk to paint the shelter"
# "The following actions from the last meeting were complete:" has nine.
_HEAD_WORDS = 10
_INITIALS = re.compile(r"[A-Z]{2,3}(?:[/&, ]+[A-Z]{2,3})*")
_NO_NEWS = re.compile(r"(?:no|nothing|not|still|awaiting|pending)\b", re.IGNORECASE)
_PARTICIPLE = re.compile(r"\b\w{2,}ed\b")
_SENTENCE, _PART = re.compile(r"(?<=[.;])\s+"), re.compile(r",\s")


def log_lines(document: Document, blocks: Sequence[Block], words: TaskWords) -> Iterator[tuple[Block, Progress]]:
    """The lines among ``blocks``, the record of an item that goes through earlier actions, that say what became of one.

    A line without a number is one where a bare word or a tick says it ("Boiler: Done."), or that prints a task with what became of it
    behind a dash ("Clerk to paint the shelter - the painter came on Monday."). What became of it may open the next paragraph, or stand
    above a list: "The following were complete:". A task that such a line sets anew behind that is not of it.
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
        told = _told(parts, words, labelled=label is not None) if parts else ""
        if parts and told:
            line = text[: parts.start("status") + len(told)]
            at = Evidence(block.start, block.body + len(line), "progress.line", line, block.page, block.anchor)
            number = label["number"].rstrip() if label else None
            yield block, Progress(line, parts["task"], None, told.rstrip(" ."), number, at)
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


def _told(parts: re.Match[str], words: TaskWords, *, labelled: bool) -> str:
    """What a line in two parts tells of the first, up to where it sets a task anew; "" where it tells nothing.

    Without a number its first part must be a task as lists print it, and no sentence that another follows.
    """
    task, status = parts["task"], parts["status"]
    if words.is_closed(status):
        return status
    if not labelled and (parts["sign"] == "." or not (words.opens_task(task) or (_TOLD_TO.search(task) and _sets_task(task, words)))):
        return ""
    anew = next((at for at, said in _sentences(status) if _sets_task(said, words)), len(status))
    status = status[:anew].rstrip()
    if not status or _INITIALS.fullmatch(task):
        return ""
    tells = words.is_closed(status) or _NO_NEWS.match(status) or words.tells_outcome(status)
    # Behind a number any verb tells what became of it; a task printed without one may have a reason behind it ("the gate is old").
    return status if tells or (labelled and (FINITE_VERB.search(status) or _PARTICIPLE.search(status))) else ""


def _sentences(status: str) -> Iterator[tuple[int, str]]:
    """The sentences of ``status``, and their parts between commas, each with the place where its sentence begins."""
    start = 0
    for said in _SENTENCE.split(status):
        at = status.index(said, start)
        yield from ((at, part) for part in _PART.split(said))
        start = at + len(said)


def _sets_task(said: str, words: TaskWords) -> bool:
    entry = read_entry(said, words)
    return words.opens_task(said) or bool(entry.owner and entry.task)
