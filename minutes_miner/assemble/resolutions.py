"""What the meeting decided, limb by limb, with its type, mover, seconder and vote."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from minutes_miner.assemble.limbs import Limb, label_order, limbs_of_run, read_limbs
from minutes_miner.assemble.persons import People
from minutes_miner.assemble.script import Sentence, evidence
from minutes_miner.assemble.speech import Turn, person_of, speaks
from minutes_miner.assemble.votes import read_vote
from minutes_miner.assemble.wordings import Classifier
from minutes_miner.model import Block, Document, Mention, Resolution
from minutes_miner.rulebook import RuleBook
from minutes_miner.text import normal

# An informal decision says the same as a formal limb where this share of its words stands in the limb: half of them are stop words anyway.
_SAME_DECISION = 0.6
# An entry of a list of persons or things decided is short; a longer block is discussion.
_ENTRY = 25
_AGREED = frozenset({"agreed", "decided", "determined", "agreement", "resolved"})
_RECOMMENDS = re.compile(r"\brecommend(?:s|ed|ation|ations)?\b", re.IGNORECASE)
_TO_DO = re.compile(r"to\s[a-z]+\b(?!\s(?:ask|request|instruct|invite|require))")
_DONE_TO = re.compile(r"\s(?:\w+\s){0,6}?(?:should\s)?be\s(?!asked|requested|instructed|invited)")
_SIDE_CLAUSE = re.compile(r"\b(?:which|who|whose|as|if|when|once|until|before|after|where|that)\s(?:[\w’'-]+\s){0,3}$", re.IGNORECASE)
_POINTS_BACK = re.compile(r"(?:This|These|It)\s(?:was|were)\s(?:unanimously\s)?agreed\.?|Deferred\.?")
# Letters: an entry of two or three sentences; more is discussion.
_SHORT_ENTRY = 420
# "All agreed." beside a formal resolution is how it was carried, and no resolution more.
_BARE = frozenset({"resolution.agreed-alone", "resolution.outcome"})
_KEPT = re.compile(r"\b(?:not(?:\sto)?|to)$")
_ELECTED = re.compile(r"\b(?:elected|appointed|co-opted)\b")
# "agreed to this proposition" decides no "to this proposition": the sentence is the decision.
_TO_A_THING = re.compile(r"to\s(?:the|this|that|these|those|a|an|all|any|both)\b")
_DECIDING_VERB = re.compile(r"\w+\sto\s(?:adopt|approve|ratify|appoint)\b")
# An outcome stands at most so many sentences after its motion: the debate in between may be long, but then the motion is stated again.
_MOTION_REACH = 9
_PRINTED_VERB = re.compile(r"\b(agreed|decided|resolved|recommended|approved|determined|agreement)\b", re.IGNORECASE)


@dataclass(frozen=True)
class ResolutionRules:
    """The compiled rules that classify decisions."""

    types: Classifier
    procedural: Classifier
    tasks: Classifier

    @classmethod
    @lru_cache(maxsize=4)
    def of(cls, book: RuleBook) -> ResolutionRules:
        """Compiled from the rule book, once per book."""
        return cls(Classifier(book, "resolution-type"), Classifier(book, "procedural"), Classifier(book, "instruct"))


@dataclass(frozen=True, slots=True)
class _Decision:
    """A decision before its mover and vote are known. ``said_at``: the turns that state it, for movers and votes near them."""

    sentence: Sentence
    limb: Limb
    form: str  # the value of the rule: formal, after, whole, noted, lost
    rule: str
    verb: str
    lead: str  # what stands before the limbs: "RESOLVED the following recommendations"
    said_at: tuple[int, ...]


def read_resolutions(
    document: Document, turns: Sequence[Turn], blocks: Sequence[Block], people: People, rules: ResolutionRules
) -> tuple[Resolution, ...]:
    """The resolutions of one item in order; ``blocks`` are the item's, ``turns`` its sentences."""
    decisions = _without_repeats(_decisions(document, turns, blocks))
    names = [n for turn in turns for n in turn.sentence.names]
    rows = [_resolution(d, turns, names, people, rules) for d in decisions]
    return tuple(sorted(rows, key=lambda r: r.evidence.start))


def _decisions(document: Document, turns: Sequence[Turn], blocks: Sequence[Block]) -> list[_Decision]:
    found: list[_Decision] = []
    index = {block.start: i for i, block in enumerate(blocks)}
    covered = -1  # the end of the last resolution with limbs: its limbs are no decisions of their own
    published = _published(document, turns, blocks)
    found += published
    taken = {d.limb.block.start for d in published}
    for at, turn in enumerate(turns):
        sentence = turn.sentence
        mark = _strongest(sentence)
        if (
            mark is None
            or sentence.block.start in taken
            or sentence.start < covered
            or (sentence.block.kind == "heading" and mark.value != "formal")
        ):
            continue
        said_at: tuple[int, ...] = (at,)
        if mark.value in ("outcome", "lost"):
            limbs, said_at = _motion(document, turns, at, mark, blocks, index)
        elif mark.value == "formal":
            limbs, end = read_limbs(document, blocks, index[sentence.block.start], mark.end, sentence.end)
            covered = max(covered, end)
        elif mark.value == "whole" and sentence.text.rstrip().endswith(":"):
            limbs, end = _listed(document, sentence, mark, blocks, index[sentence.block.start], turns[at + 1 :])
            covered = max(covered, end)
        else:
            limbs = [_informal(document, sentence, mark)]
        lead = document.slice(sentence.start, min(limbs[0].start, sentence.end)) if limbs and limbs[0].start > sentence.start else ""
        # An outcome whose motion is not stated says no more than "noted" does.
        form = mark.value if mark.value != "outcome" else "after" if len(said_at) > 1 else "noted"
        found += [_Decision(sentence, limb, form, mark.rule, _verb(sentence, mark), lead, said_at) for limb in limbs if limb.text]
    return found


def _published(document: Document, turns: Sequence[Turn], blocks: Sequence[Block]) -> list[_Decision]:
    """What a publisher's decision block holds without opening words: it is a decision because it stands there."""
    at = next((i for i, t in enumerate(turns) if t.sentence.block.role == "decision"), None)
    run = [b for b in blocks if b.role == "decision" and b.kind not in ("heading", "table_row")]
    if at is None or not run or any(t.sentence.of("resolution", "formal") for t in turns if t.sentence.block.role == "decision"):
        return []
    sentence = turns[at].sentence
    return [
        _Decision(sentence, limb, "formal", "resolution.decision-block", "", "", (at,)) for limb in limbs_of_run(document, run) if limb.text
    ]


def _motion(
    document: Document, turns: Sequence[Turn], at: int, mark: Mention, blocks: Sequence[Block], index: Mapping[int, int]
) -> tuple[list[Limb], tuple[int, ...]]:
    """The motion that an outcome is about, with the turns that state motion and outcome; else the outcome's own sentence."""
    for i in range(at, max(-1, at - _MOTION_REACH), -1):
        sentence = turns[i].sentence
        if sentence.block.kind == "heading" or (i < at and sentence.of("resolution", "formal", "lost", "outcome")):
            break
        put = next(iter(sentence.of("motion")), None)
        if put is None or (i == at and put.start > mark.start):
            continue
        if sentence.text.rstrip().endswith(":"):
            limbs, _ = read_limbs(document, blocks, index[sentence.block.start], sentence.end, sentence.end)
            return limbs, (i, at)
        end = mark.start if i == at else sentence.end
        text = sentence.text[put.end - sentence.start : end - sentence.start].strip(" ,;:")
        start = put.end + sentence.text[put.end - sentence.start :].find(text[:12])
        if len(text.split()) > 2:
            return [Limb(None, text, start, start + len(text), sentence.block)], (i, at)
    return [_informal(document, turns[at].sentence, mark)], (at,)


def _strongest(sentence: Sentence) -> Mention | None:
    """The mark that decides how the sentence is read: a formal word before an informal one, a loss before a passing."""
    order = ("formal", "lost", "after", "outcome", "whole", "noted")
    if sentence.text.rstrip().endswith("?") or any(m.start == sentence.start for m in sentence.of("action", "mark", "task")):
        return None
    marks = [m for m in sentence.of("resolution") if not _on_the_side(sentence, m)]
    return min(marks, key=lambda m: (order.index(m.value), m.start, -m.end), default=None)


def _on_the_side(sentence: Sentence, mark: Mention) -> bool:
    """Whether a mark stands in a clause that only mentions a decision ("which was agreed"), or is one person's promise."""
    lead = sentence.text[: mark.start - sentence.start]
    if mark.rule == "resolution.agreed-to-spend":
        owns = [n for n in sentence.names if n.value in ("person", "office") and 0 <= mark.start - n.end <= 1]
        return bool(owns) and not _DECIDING_VERB.search(sentence.text, mark.start - sentence.start)
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
        if _TO_A_THING.match(sentence.text, start - sentence.start):
            start = sentence.start
    elif _POINTS_BACK.fullmatch(sentence.text) or mark.rule == "resolution.label-agreed":
        start = _whole_entry(sentence)
    label = sentence.block.label.strip() if start <= sentence.block.body else ""
    text = document.slice(start, sentence.end)
    return Limb(label if label_order(label) else None, text, start, sentence.end, sentence.block)


def _verb(sentence: Sentence, mark: Mention) -> str:
    match = _PRINTED_VERB.search(sentence.text, mark.start - sentence.start, mark.end - sentence.start)
    return match.group(1).casefold() if match else ""


def _without_repeats(decisions: Sequence[_Decision]) -> list[_Decision]:
    """Without what only repeats: "noted" beside anything firmer, an informal "agreed" that a formal limb says again, the same limb twice.

    What is left out still lends its place to the limb that says it again: a mover may be named there.
    """
    formal = [d for d in decisions if d.form == "formal"]
    firm = [d for d in decisions if d.form != "noted"]
    kept: list[_Decision] = []
    for decision in decisions:
        twin = next((d for d in formal if decision.form != "formal" and _says_again(decision, d)), None)
        if twin is not None:
            formal[formal.index(twin)] = replaced = replace(twin, said_at=(*twin.said_at, *decision.said_at))
            kept = [replaced if k is twin else k for k in kept]
            continue
        if (decision.form == "noted" and firm) or (decision.rule in _BARE and formal):
            continue
        current = next((d for d in formal if d.limb is decision.limb), decision)
        same = next((k for k in kept if _printed_twice(k, decision)), None)
        if same is None:
            kept.append(current)
        else:  # a decision block says again what the minutes say: one resolution, two places
            kept[kept.index(same)] = replace(same, said_at=(*same.said_at, *decision.said_at))
    return kept


def _printed_twice(a: _Decision, b: _Decision) -> bool:
    """Whether two decisions are one: the same formal words, or the same words in the minutes and in a decision block beside them."""
    twice = a.form == b.form == "formal" or {a.sentence.block.role, b.sentence.block.role} == {"minutes", "decision"}
    return twice and normal(a.limb.text) == normal(b.limb.text)


def _says_again(informal: _Decision, formal: _Decision) -> bool:
    words, others = set(normal(informal.limb.text).split()), set(normal(formal.limb.text).split())
    return bool(words) and len(words & others) / len(words) >= _SAME_DECISION


def _resolution(decision: _Decision, turns: Sequence[Turn], names: Sequence[Mention], people: People, rules: ResolutionRules) -> Resolution:
    limb, sentence = decision.limb, decision.sentence
    moved, seconded = _movers(decision, turns, people)
    procedural = rules.procedural.read(f"{sentence.text} {limb.text}")
    return Resolution(
        label=limb.label,
        text=limb.text,
        type=_type(decision, names, rules),
        moved_by=moved,
        seconded_by=seconded,
        vote=read_vote(decision.said_at[0], turns),
        procedural=procedural is not None,
        evidence=replace(evidence(sentence, decision.rule, start=limb.start, end=limb.end), page=limb.block.page, anchor=limb.block.anchor),
    )


def _type(decision: _Decision, names: Sequence[Mention], rules: ResolutionRules) -> str:
    if decision.form == "lost":
        return "lost"
    if decision.form == "formal" and _RECOMMENDS.search(decision.lead):
        return "recommended"
    text, offset = decision.limb.text, decision.limb.start
    reading = rules.types.read(text, names, offset)
    if reading is None:
        return "agreed" if decision.form == "formal" or decision.verb in _AGREED else "other"
    if decision.form == "after" and decision.verb in _AGREED and reading.value in ("noted", "agreed", "approved", "requested"):
        # "It was agreed that X be done" keeps the printed verb; only a named person told to do it makes it a request.
        return "requested" if reading.value == "requested" and _told_to_somebody(text, names, offset) else "agreed"
    if reading.value == "requested" and _TO_DO.match(text):
        return "agreed"  # "RESOLVED to pay both": the meeting's own doing, nobody is told
    return reading.value


def _told_to_somebody(text: str, names: Sequence[Mention], offset: int) -> bool:
    """Whether the limb opens with a name that is told what to do ("that Councillor Ash should instruct the works")."""
    opening = re.match(r"(?:[Tt]hat\s)?", text)
    start = offset + (opening.end() if opening else 0)
    return any(n.start == start and n.value != "group" and not _DONE_TO.match(text, n.end - offset) for n in names)


def _movers(decision: _Decision, turns: Sequence[Turn], people: People) -> tuple[str | None, str | None]:
    """Mover and seconder named where the decision is stated, in the sentences after it or in those before it that decide nothing else."""
    found: dict[str, str] = {}
    for at in decision.said_at:
        for i in _near(at, turns, back=_MOTION_REACH if decision.form in ("formal", "lost") else 1):
            for value in ("moved", "seconded"):
                named = None if value in found else _named(turns[i].sentence, value, people)
                if named:
                    found[value] = named
            if len(found) == 2:
                break
    return found.get("moved"), found.get("seconded")


def _near(at: int, turns: Sequence[Turn], *, back: int) -> Iterator[int]:
    """The turn itself, then up to two after it and up to ``back`` before it, as far as no other decision stands between."""
    yield at
    for i in range(at + 1, min(len(turns), at + 3)):
        if _strongest(turns[i].sentence) or turns[i].sentence.block.kind == "heading":
            break
        yield i
    for i in range(at - 1, max(-1, at - 1 - back), -1):
        if turns[i].sentence.block.kind == "heading" or turns[i].sentence.of("resolution", "formal", "lost"):
            break
        yield i
        mark = _strongest(turns[i].sentence)
        if mark and mark.value in ("after", "whole"):
            break


def _named(sentence: Sentence, value: str, people: People) -> str | None:
    # "Proposed by A, seconded by B": the passive names its agent behind it, whatever name stands before.
    for mark in sorted(sentence.of("mover", value), key=lambda m: not m.rule.endswith(("-by", "motion"))):
        for name in sentence.names:
            if mark.start <= name.start < mark.end and speaks(name):
                return person_of(sentence, name, people).name
    return None
