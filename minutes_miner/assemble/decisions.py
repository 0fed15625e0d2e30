"""The decisions among an item's sentences, each with the limbs that it falls into, before type, mover and vote are read."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from minutes_miner.assemble.endings import without_movers
from minutes_miner.assemble.limbs import Limb, label_order, limbs_of_run, read_limbs
from minutes_miner.assemble.motions import read_motion, unanswered_motions
from minutes_miner.assemble.openings import opening_length
from minutes_miner.assemble.script import Sentence
from minutes_miner.assemble.speech import Turn
from minutes_miner.assemble.wordings import Classifier, worded
from minutes_miner.model import Block, Document, Mention

# Letters of "Following discussion, the Audit and Risk Committee"; a longer sentence before a colon says more than who acts.
_LONGEST_SUBJECT = 90
_BODIES_BARE = ("Council", "Cabinet", "Committee", "Board", "Panel", "Trustees", "Directors")
_BODY_BARE = re.compile(rf"(?:^|[\s,])(?:{'|'.join(_BODIES_BARE)})\s*$")  # without the article
_ORDER = ("formal", "lost", "after", "outcome", "whole", "noted")  # values of marks, the firmest first
_BARE_WORDS = frozenset({"resolution.agreed-alone", "resolution.lost-alone"})
_WORD = re.compile(r"\w")
_ASSENT_REACH = 3  # sentences: the decision, who proposed, who seconded
_FORMAL_LIST = re.compile(r"\b(?:recommend(?:s|ed)|seconded)\b", re.IGNORECASE)
_ALL_THAT_IS_TOLD = 2  # sentences of an item whose only decision may be "Members noted that ..."; in a longer one that is narrative
_BY_BODY = re.compile(r"by\s(?:the\s)?(?:[A-Z][\w’'-]*\s){1,4}(?=that\b)")
_FIGURE = re.compile(r"\d")
_BY_VOTE = re.compile(r"\bby$")
_LONGEST_BY = 3  # letters of "by " alone, behind which no vote stands
_LABEL_BEGUN = re.compile(r"\(\w?$")  # "The Committee agreed (i": the bracket is the first limb's
# An entry of a list of persons or things decided is short; a longer block is discussion.
_ENTRY = 25
_SIDE_CLAUSE = re.compile(r"\b(?:which|who|whose|as|if|when|once|until|before|after|where|that)\s(?:[\w’'-]+\s){0,3}$", re.IGNORECASE)
_POINTS_BACK = re.compile(r"(?:This|These|It)\s(?:was|were)\s(?:unanimously\s)?agreed\.?|Deferred\.?")
# Letters: an entry of two or three sentences; more is discussion.
_SHORT_ENTRY = 420
_KEPT = re.compile(r"\b(?:not(?:\sto)?|to|we|they|the|it|this|all|he|she|a|an)$")
_ELECTED = re.compile(r"\b(?:elected|appointed|co-opted)\b")
# "agreed to this proposition" decides no "to this proposition": the sentence is the decision.
_TO_A_THING = re.compile(r"to\s(?:the|this|that|these|those|a|an|all|any|both)\b")
_DECIDING_VERB = re.compile(r"\w+\sto\s(?:adopt|approve|ratify|appoint)\b")
_PRINTED_VERB = re.compile(r"\b(agreed|decided|resolved|recommended|approved|determined|agreement)\b", re.IGNORECASE)


class Decision(NamedTuple):
    """A decision before its mover and vote are known. ``said_at``: the turns that state it, for movers and votes near them."""

    sentence: Sentence
    limb: Limb
    form: str  # the value of the rule: formal, after, whole, noted, lost
    rule: str
    verb: str
    lead: str  # what stands before the limbs: "RESOLVED the following recommendations"
    said_at: tuple[int, ...]
    voted_at: int  # the turn beside which the vote stands


def find_decisions(document: Document, turns: Sequence[Turn], blocks: Sequence[Block], limb_verbs: Classifier) -> list[Decision]:
    """The decisions of one item as they are stated, repeats included; ``blocks`` are the item's, ``turns`` its sentences.

    ``limb_verbs`` knows the limbs that bring their own verb ("The Panel: (a) noted the report; (b) agreed to ...").
    """
    found = _published(document, turns, blocks)
    taken = {d.limb.block.start for d in found}
    index = {block.start: i for i, block in enumerate(blocks)}
    covered = -1  # the end of the last resolution with limbs: its limbs are no decisions of their own
    for at, turn in enumerate(turns):
        sentence = turn.sentence
        if sentence.start < covered or sentence.block.start in taken:
            continue
        text = sentence.text
        leads_in = ":" in text[: _LONGEST_SUBJECT + 1] or (len(text) <= _LONGEST_SUBJECT and sentence.opens_block and sentence.closes_block)
        limbs, end = _acts_below(document, sentence, blocks, index, limb_verbs) if leads_in else ([], -1)
        if limbs:
            covered = max(covered, end)
            found += [Decision(sentence, limb, "formal", "resolution.body-and-limbs", "", "", (at,), at) for limb in limbs]
            continue
        mark = strongest(sentence) if "resolution" in sentence.marks else None
        if mark is None or (sentence.block.kind == "heading" and mark.value != "formal"):
            continue
        if mark.rule == "resolution.noted-that" and len(turns) > _ALL_THAT_IS_TOLD:
            continue
        limbs, said_at, end = _stated(document, turns, at, mark, blocks, index)
        covered = max(covered, end)
        verb = _verb(sentence, mark) or ("agreed" if len(said_at) > 1 else "")  # what was carried was agreed
        lead = document.slice(sentence.start, min(limbs[0].start, sentence.end)) if limbs and limbs[0].start > sentence.start else ""
        if mark.value == "outcome":  # "A moved the following recommendations, which were agreed:" recommends nothing to anybody
            lead = ""
        # An outcome whose motion is not stated says no more than "noted" does.
        form = "after" if len(said_at) > 1 and mark.value != "lost" else mark.value if mark.value != "outcome" else "noted"
        if limbs and limbs[0].label and mark.value in ("outcome", "after") and _FORMAL_LIST.search(sentence.text):
            form = "formal"  # "It was moved, seconded and agreed: (1) ...", "Cabinet recommends to Council that: (1) ..."
        if "mover" in sentence.marks:
            limbs = [without_movers(document, sentence, limb) for limb in limbs]
        found += [Decision(sentence, limb, form, mark.rule, verb, lead, said_at, at) for limb in limbs if limb.text]
    for limbs, said_at in unanswered_motions(document, turns, blocks, index):
        sentence = turns[said_at[0]].sentence
        found += [Decision(sentence, limb, "after", "motion.seconded", "agreed", "", said_at, said_at[0]) for limb in limbs]
    return found


def _stated(
    document: Document, turns: Sequence[Turn], at: int, mark: Mention, blocks: Sequence[Block], index: Mapping[int, int]
) -> tuple[list[Limb], tuple[int, ...], int]:
    """The limbs of the decision that ``mark`` opens in ``turns[at]``, the turns that state it, and where its list of limbs ends."""
    sentence = turns[at].sentence
    if mark.value == "outcome" and sentence.text.rstrip().endswith(":"):  # "It was moved, seconded and agreed:"
        limbs, end = read_limbs(document, blocks, index[sentence.block.start], sentence.end, sentence.end)
        if any(limb.label for limb in limbs):
            return limbs, (at,), end
    if mark.value in ("outcome", "lost") or mark.rule == "resolution.agreed-alone":
        bare = mark.rule in _BARE_WORDS
        motion = read_motion(document, turns, at, mark, blocks, index, bare=bare)
        if motion or mark.rule == "resolution.lost-alone" or (bare and _assents(turns, at)):  # "Lost." without a motion says nothing
            return (*(motion or ([], (at,))), -1)
        return [_informal(document, sentence, mark)], (at,), -1
    if mark.value == "after":
        limbs, end = read_limbs(document, blocks, index[sentence.block.start], mark.end, sentence.end)
        if any(limb.label for limb in limbs) or not _WORD.search(sentence.text, mark.end - sentence.start):
            return limbs, (at,), end
    if mark.value == "formal":
        begun = _LABEL_BEGUN.search(document.slice(mark.start, mark.end))
        after = mark.start + begun.start() if begun else mark.end
        limbs, end = read_limbs(document, blocks, index[sentence.block.start], after, sentence.end)
        return ([], (at,), -1) if _opens_again(limbs, turns[at + 1 :]) else (limbs, (at,), end)
    if mark.value == "whole" and sentence.text.rstrip().endswith(":"):
        limbs, end = _listed(document, sentence, mark, blocks, index[sentence.block.start], turns[at + 1 :])
        return limbs, (at,), end
    return [_informal(document, sentence, mark)], (at,), -1


def _assents(turns: Sequence[Turn], at: int) -> bool:
    """Whether a bare "All agreed." is the vote on a decision just stated, its movers perhaps between."""
    block = turns[at].sentence.block
    for turn in reversed(turns[max(0, at - _ASSENT_REACH) : at]):
        mark = strongest(turn.sentence)
        if mark or turn.sentence.block != block:
            return mark is not None and mark.value in ("after", "whole") and turn.sentence.block == block
        if "mover" not in turn.sentence.marks:
            return False
    return False


def _opens_again(limbs: Sequence[Limb], following: Sequence[Turn]) -> bool:
    """Whether what stands below a bare "Decision" opens a resolution of its own ("The Committee agreed: (i) ...")."""
    if len(limbs) != 1 or limbs[0].label or not following or following[0].sentence.start != limbs[0].start:
        return False
    sentence = following[0].sentence
    if any(m.start - limbs[0].start < len(limbs[0].text) and m.value == "formal" for m in sentence.of("resolution")):
        return True
    if sentence.of("resolution", "after") and sentence.text.rstrip().endswith(":"):  # "Cabinet recommended to Council that:"
        return True
    head, colon, _ = sentence.text.partition(":")
    return bool(colon) and len(head) <= _LONGEST_SUBJECT and _ends_in_body(head, sentence)


def _acts_below(
    document: Document, sentence: Sentence, blocks: Sequence[Block], index: Mapping[int, int], limb_verbs: Classifier
) -> tuple[list[Limb], int]:
    """The limbs, each with a verb of its own, of which a body is the subject: "The Panel: (a) noted the report; (b) agreed to ..."."""
    colon = sentence.text.find(":", 0, _LONGEST_SUBJECT + 1)
    head = sentence.text[:colon] if colon >= 0 else sentence.text
    if not _ends_in_body(head, sentence):
        return [], -1
    limbs, end = read_limbs(document, blocks, index[sentence.block.start], sentence.start + len(head) + (colon >= 0), sentence.end)
    verbs = [limb_verbs.read(worded(limb.text)) for limb in limbs]
    listed = len(limbs) > 1 or (limbs and limbs[0].block.start != sentence.block.start)
    decides = all(verbs) and any(verb and verb.value == "decides" for verb in verbs)
    return (limbs, end) if listed and decides else ([], -1)


def _ends_in_body(head: str, sentence: Sentence) -> bool:
    bare = head.rstrip()
    end = sentence.start + len(bare)
    if bare.endswith(_BODIES_BARE) and _BODY_BARE.search(head):
        return True
    return bool([n for n in sentence.names if n.end == end and n.value in ("group", "body")])


def _published(document: Document, turns: Sequence[Turn], blocks: Sequence[Block]) -> list[Decision]:
    """What a publisher's decision block holds without opening words: it is a decision because it stands there."""
    run = [b for b in blocks if b.role == "decision" and b.kind not in ("heading", "table_row")]
    said = [i for i, t in enumerate(turns) if t.sentence.block.role == "decision"] if run else []
    if not said or any(turns[i].sentence.of("resolution", "formal") for i in said):
        return []
    at = said[0]
    sentence = turns[at].sentence
    return [
        Decision(sentence, limb, "formal", "resolution.decision-block", "", "", (at,), at)
        for limb in limbs_of_run(document, run)
        if limb.text
    ]


def strongest(sentence: Sentence) -> Mention | None:
    """The mark that decides how the sentence is read: a formal word before an informal one, a loss before a passing."""
    if "resolution" not in sentence.marks:
        return None
    if sentence.text.rstrip().endswith("?") or any(m.start == sentence.start for m in sentence.of("action", "mark", "task")):
        return None
    marks = [m for m in sentence.of("resolution") if not _on_the_side(sentence, m)]
    return min(marks, key=lambda m: (_ORDER.index(m.value), m.start, -m.end)) if len(marks) > 1 else marks[0] if marks else None


def _on_the_side(sentence: Sentence, mark: Mention) -> bool:
    """Whether a mark stands in a clause that only mentions a decision ("which was agreed"), or is one person's promise."""
    lead = sentence.text[: mark.start - sentence.start]
    if mark.rule == "resolution.agreed-to-spend":
        owns = [n for n in sentence.names if n.value in ("person", "office") and 0 <= mark.start - n.end <= 1]
        return bool(owns) and not _DECIDING_VERB.search(sentence.text, mark.start - sentence.start)
    if mark.rule == "resolution.numbered" and not _FIGURE.search(sentence.text, mark.start - sentence.start, mark.end - sentence.start):
        return True
    if mark.value == "noted" and sentence.text.startswith("No "):  # "No other business was noted."
        return True
    return mark.value == "whole" and bool(_SIDE_CLAUSE.search(lead))


def _listed(
    document: Document, sentence: Sentence, mark: Mention, blocks: Sequence[Block], at: int, following: Sequence[Turn]
) -> tuple[list[Limb], int]:
    """A decision that ends in a colon goes on in the list below it: elections one by one, other lists as one row.

    Where the entries carry decisions of their own ("Policies were agreed as shown: a) Pay policy - agreed"), the opening is none.
    """
    entries: list[Block] = []
    for block in blocks[at + 1 :]:
        if (
            block.kind in ("heading", "table_row")
            or (entries and block.kind != entries[0].kind)
            or len(document.slice(block.start, block.end).split()) > _ENTRY
        ):
            break
        if any(t.sentence.of("action", "task", "mark") for t in following if t.sentence.block.start == block.start):
            break
        if block.role != "action":
            entries.append(block)
    inside = {b.start for b in entries}
    if not entries or any(t.sentence.of("resolution") for t in following if t.sentence.block.start in inside):
        return [], sentence.end
    if _ELECTED.search(sentence.text):
        return [Limb(None, document.slice(b.body, b.end), b.body, b.end, b) for b in entries], entries[-1].end
    text = " ".join([sentence.text, *(document.slice(b.start, b.end) for b in entries)])
    return [Limb(None, text, sentence.start, entries[-1].end, sentence.block)], entries[-1].end


def _whole_entry(sentence: Sentence) -> int:
    """Where a short entry begins whose last sentence is no more than "This was agreed": what "this" is stands before it."""
    block = sentence.block
    return block.body if block.end - block.body <= _SHORT_ENTRY and sentence.start > block.body else sentence.start


def _informal(document: Document, sentence: Sentence, mark: Mention) -> Limb:
    start = sentence.start
    if mark.value == "after":
        # "agreed not to pay" decides "not to pay": these words belong to the decision.
        kept = _KEPT.search(sentence.text, mark.start - sentence.start, mark.end - sentence.start)
        start = sentence.start + kept.start() if kept else mark.end
        start += len(sentence.text[start - sentence.start :]) - len(sentence.text[start - sentence.start :].lstrip())
        if _BY_VOTE.search(sentence.text, mark.start - sentence.start, mark.end - sentence.start):
            start = _after_vote(sentence, mark)
        elif _TO_A_THING.match(sentence.text, start - sentence.start):
            start = sentence.start
    elif _POINTS_BACK.fullmatch(sentence.text) or mark.rule == "resolution.label-agreed":
        start = _whole_entry(sentence)
    label = sentence.block.label.strip() if start <= sentence.block.body else ""
    text = document.slice(start, sentence.end)
    return Limb(label if label_order(label) else None, text, start, sentence.end, sentence.block)


def _after_vote(sentence: Sentence, mark: Mention) -> int:
    """Where the decision begins in "It was agreed by 6 votes to 2 to ...", whose mark ends in "by"; "by all" tells no vote."""
    by = mark.end - 2 - sentence.start
    if body := _BY_BODY.match(sentence.text, by):  # "It was agreed by the Board that ..."
        return sentence.start + body.end()
    length = opening_length(sentence.text[by:])
    return sentence.start + by + length if length > _LONGEST_BY else sentence.start


def _verb(sentence: Sentence, mark: Mention) -> str:
    match = _PRINTED_VERB.search(sentence.text, mark.start - sentence.start, mark.end - sentence.start)
    return match.group(1).casefold() if match else ""
