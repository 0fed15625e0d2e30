"""Statements of actions, and which of them tell the same action."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from minutes_miner.assemble.owners import same_owner
from minutes_miner.dates_written import MONTHS
from minutes_miner.model import Evidence
from minutes_miner.text import normal

# Two statements of one action share this part of the shorter one's telling words (words of more than three letters).
_SAME_TASK = 0.6
# A marked task and the discussion before it: this part, and at least one word.
_SAME_MARKED = 0.2
# Two marks are two tasks unless they say nearly the same.
_MARKED_TWICE = 0.8
# A request in the discussion and the resolution that grants it: this part, and so many words.
_SAME_RESOLVED, _WORDS_RESOLVED = 0.4, 3
# Words of more than three letters that tell nothing of a task.
_PLAIN = frozenset(
    """that this they would will should could with from have been were what which when there also agreed asked said item meeting next
    council councillor committee board panel""".split()
)
_IT_WAS_AGREED = 4  # words: "It was further agreed"
_LONG = re.compile(r"[^\W\d]\w{3,}")  # words that may be telling
_WRITTEN_DAY = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?({'|'.join(MONTHS)})\b")
_BARE = re.compile(r"\b(?:would|will|(?:agreed|undertook|offered|promised)\sto)\s(?:\w{1,3}\b[\s.]*){1,4}$")
# The surer sources first: of two statements of one action the first-named is the row, the other goes under "also".
_RANK = ("table", "resolution", "mark", "column", "undertaking", "request")


@dataclass
class Statement:
    """One statement of an action, before statements of the same action are put together."""

    text: str
    owner: str | None
    origin: str
    evidence: Evidence
    due_text: str | None = None  # where the due words stand apart from the text (a table's column)
    reference: str | None = None
    place: str | None = None  # of a table's row: the number or title of the item, or the number of the paragraph, that it gives
    beside: tuple[int, int] | None = None  # of such a row: the stretch of that paragraph
    told: int = 0  # where in the text the words begin that set the task
    lead: str = ""  # the sentence before it in its paragraph: "The bank lost the forms." before "The Clerk will send a fresh set."
    in_passing: bool = False  # a decision told in the discussion ("It was agreed that ...")
    also: list[str] = field(default_factory=list)
    places: list[int] = field(default_factory=list)  # where the sentences begin that were found to state the same


def merged(statements: Sequence[Statement]) -> list[Statement]:
    """One statement per action: of those that tell the same task the surest is kept, the others are noted under ``also``."""
    if len(statements) < 2:
        return list(statements)
    kept: list[Statement] = []
    for statement in sorted(statements, key=lambda s: (_RANK.index(s.origin), s.evidence.start)):
        same = [k for k in kept if _same_task(k, statement)]
        twin = max(same, key=lambda k: len(_telling(k) & _telling(statement))) if same else _told_by_mark(statement, kept)
        if twin is None:
            kept.append(statement)
            continue
        if _resolves(twin, statement) and twin.text.startswith(("to ", "To ")) and _tells_more(statement, twin):
            twin.text, statement.text = statement.text, twin.text  # the words before may tell what it is about
            twin.evidence, twin.told = statement.evidence, statement.told
        if normal(statement.text) != normal(twin.text):
            twin.also.append(statement.text)
        twin.also += statement.also
        twin.places += [statement.evidence.start, *statement.places]
        _take_words(twin, statement)
        twin.owner = twin.owner or statement.owner
        twin.due_text = twin.due_text or statement.due_text
        twin.reference = twin.reference or statement.reference
    return sorted(kept, key=lambda s: s.evidence.start)


def _take_words(twin: Statement, statement: Statement) -> None:
    """Let ``twin``, a decision told in passing, be worded as the mark behind it words the task: that is the council's own register.

    A mark that only points to the decision ("as above") says less.
    """
    if twin.in_passing and statement.origin == "mark" and statement.evidence.start >= twin.evidence.end and "above" not in statement.text:
        twin.also = [twin.text, *(text for text in twin.also if text != statement.text)]
        twin.text, twin.origin, twin.evidence, twin.told, twin.in_passing = statement.text, "mark", statement.evidence, 0, False
        twin.owner = statement.owner or twin.owner


def _told_by_mark(statement: Statement, kept: Sequence[Statement]) -> Statement | None:
    """The marked task of the same owner that a promise means which says nothing of its own: "The Clerk did not know and would ask"."""
    if statement.origin != "undertaking" or not statement.owner or not _BARE.search(statement.text):
        return None
    marked = [k for k in kept if k.origin in ("mark", "table") and k.owner and same_owner(k.owner, statement.owner)]
    return marked[-1] if marked else None


def _same_task(a: Statement, b: Statement) -> bool:
    if b.evidence.start in a.places and b.origin != "mark":
        return True
    if a.evidence.start == b.evidence.start and a.origin != "table" and not (a.origin == b.origin == "mark"):
        return True
    if _resolves(a, b):
        return True
    same = same_owner(a.owner, b.owner)
    # "the Headteacher" may be the person whom the action table names.
    if not same and not ("table" in (a.origin, b.origin) and _by_office(a, b)):
        return False
    if a.origin == "table" and b.lead and a.owner and b.owner and _leads_to(b, a):
        return True
    left, right = _telling(a), _telling(b)
    shared, fewer = len(left & right), min(len(left), len(right))
    if not same:
        return fewer > 0 and shared / fewer >= _SAME_TASK
    # A task in the register's own style and the discussion that led to it share little: one telling word of the same person's is enough.
    if _elsewhere(a, b) or _elsewhere(b, a):
        return shared > 1 and shared / fewer >= _SAME_TASK
    told_twice = a.origin != b.origin and bool({a.origin, b.origin} & {"table", "mark"})
    resolved = a.origin != b.origin and "resolution" in (a.origin, b.origin) and shared >= _WORDS_RESOLVED
    marked_apart = a.origin == b.origin == "mark"
    needed = _SAME_MARKED if told_twice else _SAME_RESOLVED if resolved else _MARKED_TWICE if marked_apart else _SAME_TASK
    return shared >= (1 if told_twice or marked_apart else 2) and shared / fewer >= needed


def _leads_to(told: Statement, row: Statement) -> bool:
    """Whether the sentence before a promise names what the row of a table is about, and the promise itself none of it."""
    of_row = _telling(row)
    named = of_row & telling_words(told.lead, row.owner)
    return len(named) > 1 and len(named) / len(of_row) >= _SAME_TASK and not of_row & _telling(told) and not _elsewhere(row, told)


def _elsewhere(row: Statement, other: Statement) -> bool:
    """Whether a row of a table gives the paragraph of its task, and another statement stands in another one."""
    return row.beside is not None and other.origin != "table" and not row.beside[0] <= other.evidence.start < row.beside[1]


def _resolves(limb: Statement, sentence: Statement) -> bool:
    """Whether ``sentence`` is the one that resolves ``limb``: "It was agreed (to write to the owner)"."""
    if limb.origin != "resolution" or sentence.origin != "undertaking":
        return False
    return sentence.evidence.start < limb.evidence.start < sentence.evidence.end


def _tells_more(sentence: Statement, limb: Statement) -> bool:
    """Whether a sentence says more before its limb than that it was agreed: "The gate is old, and it was agreed to look at it"."""
    return len(sentence.text[: limb.evidence.start - sentence.evidence.start].split()) > _IT_WAS_AGREED


def _by_office(a: Statement, b: Statement) -> bool:
    return any((s.owner or "").startswith(("the ", "The ")) for s in (a, b))


def _telling(statement: Statement) -> set[str]:
    return telling_words(statement.text, statement.owner)


def telling_words(text: str, owner: str | None) -> set[str]:
    """The words of a task that tell which it is, without their endings; not those of its ``owner``.

    A written day is one word: two tasks of one month or year have no word in common by that.
    """
    plain = normal(text)
    words = set(_LONG.findall(plain)).difference(_PLAIN, MONTHS, normal(owner or "").split())
    return {word.removesuffix("s")[:6] for word in words} | {f"{day} {month}" for day, month in _WRITTEN_DAY.findall(plain)}
