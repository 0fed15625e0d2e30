"""What an owner stands beside: the sentence that a mark or an entry of the action column means where it only says whose task it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutes_miner.assemble.owners import same_owner
from minutes_miner.assemble.script import Sentence
from minutes_miner.assemble.speech import Turn, wording
from minutes_miner.assemble.statements import Statement

# The rule of an entry beside text that sets no task: it may mean a task further on.
OWNER_ONLY = "action.column-owner"
# Words with which a sentence sets a task, though no rule knows its wording.
_SETS_TASK = re.compile(
    r"\b(?:needed|(?<!the\s)(?<!their\s)(?<!special\s)(?<!of\s)needs?|required|should|would|will|must|to\sbe|(?<!had\s)(?:agreed|asked|requested|instructed|resolved))\b"
)
_PROPOSAL = re.compile(r"To\s(?:approve|agree|adopt|accept|ratify|authorise|appoint)\s")
# A task's stub says nothing of the task: "Supported.", "Agreed by all.", "Carried forward."
_STUB = 3
# Nor does a note of so few words without a verb: "Form from the bank."
_NOTE = 5
_HAS_VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|do|does|did|can|could|may|might|\w+ed|\w+ing|\w{3,}[^s\W]s)\b", re.IGNORECASE
)


def sets_task(sentence: Sentence) -> bool:
    """Whether a sentence is worded as a task, by a rule or by its verbs."""
    return "action" in sentence.marks or bool(_SETS_TASK.search(sentence.text))


def told_beside(block: Sequence[Sentence], owner: str | None = None) -> Sentence:
    """Of the text beside an entry the last sentence that a rule knows as a task, else one with a task's verbs, else one of some length.

    Of several tasks the last that names the ``owner``, if one does. A proposal that heads its text ("To approve the repairs.") goes
    before what was said of it.
    """
    known = [s for s in block if s.of("action")]
    promises = [s for s in known if s.of("action", "task", "promise", "request")] if owner and len(known) > 1 else []
    own = [s for s in promises if any(same_owner(wording(s, n), owner) for n in s.names)]
    worded = own or known or [s for s in block if sets_task(s)]
    if not worded and len(block) > 1 and _PROPOSAL.match(block[0].text):
        return block[0]
    return (worded or [s for s in block if _tells(s)] or block)[-1]


def told_before(turns: Sequence[Turn], owner: str | None) -> Sentence | None:
    """The sentence that a mark behind it means: the last of ``turns``, unless that sets no task and one before it in its block does."""
    spoken = [t.sentence for t in turns[-_REACH:] if t.sentence.block.role != "action"]
    if not spoken or sets_task(spoken[-1]):
        return spoken[-1] if spoken else None
    block = [s for s in spoken if s.block.start == spoken[-1].block.start]
    own = [s for s in block if (s.of("action") or sets_task(s)) and any(same_owner(wording(s, n), owner) for n in s.names)] if owner else []
    return own[-1] if own else spoken[-1] if _tells(spoken[-1]) else told_beside(block)


_REACH = 12  # sentences; a paragraph is seldom longer


def _tells(sentence: Sentence) -> bool:
    words = len(sentence.text.split())
    return words > _NOTE or (words > _STUB and bool(_HAS_VERB.search(sentence.text)))


def settled(found: list[Statement], resolved: Sequence[Statement], turns: Sequence[Turn]) -> list[Statement]:
    """``found``, in which an owner that stands beside no task is given to the first task further on that names nobody.

    A table with one owner to an item prints the name beside the item's first paragraph, wherever the task is told.
    """
    loose = [s for s in found if s.evidence.rule == OWNER_ONLY]
    if len({s.evidence.start for s in loose}) != 1 or not _beside_first_only(turns):
        return found
    for each in loose:
        further = [s for s in [*found, *resolved] if s not in loose and s.evidence.start >= each.evidence.end]
        if further:
            found = [s for s in found if s is not each]
            nobodys = next((s for s in further if s.owner is None), None)
            if nobodys:
                nobodys.owner, nobodys.due_text = each.owner, nobodys.due_text or each.due_text
    return found


def _beside_first_only(turns: Sequence[Turn]) -> bool:
    """Whether all entries of the action column stand beside an item's first paragraph, and further paragraphs follow."""
    spoken = [n for n, t in enumerate(turns) if t.sentence.block.kind != "heading"]
    entered = [n for n in spoken if turns[n].sentence.block.role == "action"]
    before = {turns[n].sentence.block.start for n in spoken if n < entered[0]}
    return len(before) == 1 and entered[-1] - entered[0] == len(entered) - 1 and entered[-1] < spoken[-1]
