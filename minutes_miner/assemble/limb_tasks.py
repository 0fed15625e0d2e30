"""The tasks that the limbs of a resolution set: whom they tell to do something, and what they say is to be done."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate
from operator import attrgetter

from minutes_miner.assemble.entries import TaskWords
from minutes_miner.assemble.only_told import is_ourselves
from minutes_miner.assemble.owners import row_end, row_start, told_last
from minutes_miner.assemble.resolutions import Decided
from minutes_miner.assemble.speech import Turn, wording
from minutes_miner.assemble.statements import Statement
from minutes_miner.assemble.wordings import Classifier, Reading, worded
from minutes_miner.matching import Stretch
from minutes_miner.model import Mention, Resolution

_START = attrgetter("start")
# Types of resolution that tell nobody to do anything.
_TELLS_NOBODY = frozenset({"received", "appointed", "lost", "deferred", "other"})
# Those who are only consulted, and notes in brackets, are told nothing.
_CONSULTED = re.compile(r",?\s?(?:in|after|following|subject\sto)\s(?:full\s|prior\s)?consultation\swith\s[^,;]+,?|\([^()]*\)")
# An apposition behind a name: "Mr Fox, Director of Finance, to look into".
_ASIDE = re.compile(r"^,\s[A-Z][^,;.:]{2,60},\s?$")
_DONE_TO = re.compile(r"\b(?:be|is|are)\s(?:\w+\s){0,3}?\w+(?:ed|en|ought|ut|ade|nt|ld)\b")
_TOLD_TO = re.compile(r"\b(?:asked|requested|instructed|invited|required|directed|authorised|recommended|delegated|mandated)\b")
_INVITES = re.compile(r"\binvites?\b")  # the guest is to do nothing; who is to invite him is not said
# A group that is told something under a name without capitals: "the task and finish group be asked to report".
_A_GROUP = re.compile(r"\b([Tt]he\s(?:[a-z-]+\s){0,4}(?:group|party|panel|forum|team|sub-committee))\s?(?:then\s|also\s)?$")
# "The Chairman should be a signatory", "the meeting should be held": a rule, or the meeting's own arrangement.
_STATE = re.compile(r"\b(?:should|shall|must|would|will)\sbe\s(?:held|an?|the)\b")
# "that no response be sent", "not to object": nothing is to be done.
_NOTHING = re.compile(r"(?:that\s)?(?:no|not)\s(?!later\b)(?!.*\band\b)", re.IGNORECASE)
# A verb's form that is none: in capitals ("Reading Room, Hire of Hall", "the Team Update"), before a sum ("Room hire £18"), or what people
# are ("all members present").
_A_NOUN = re.compile(r"\S\s(?P<noun>[A-Z][a-z]+)$")
_NO_VERB = re.compile(r"\s(?:hire|order|report|update|supply|post)(?=\s[£€\d])|\spresent(?=[.,;]?$|\s(?:at|and|in|were|was|voted)\b)")
# Words that are to be written somewhere: "subject to adding the statement ‘(The Clerk will be told)".
_QUOTED = re.compile(r"\b(?:statement|wording|words|sentence|paragraph|clause|text|line)s?\b:?[^‘“]{0,20}[‘“][^’”]*$")
# "the requirement for (members to pay) be dropped"
_A_NEED = re.compile(r"\b(?:requirement|need|provision|opportunity)\sfor\s(?:[\w’'-]+\s){0,4}$")
# "the Clerk should (continue to look at it)": nothing new, unless a further sentence sets more.
_NO_DEED = re.compile(r"\scontinue\b(?![^.]*\band\b)[^.]*\.?$")
# "that the Council accept the quote of Dobbs to (mend the roof)": decided is the verb before, and what for.
_GRANTS = re.compile(r"\b(?:accept|approve|adopt|award|grant|allow|permit|use|employ|support)s?\b[^,;]*\sto$")
_GOES_ON = re.compile(r"\band\s(?:that\b|(?:is|are)\sto\s|will\s|(?:an?|further|copies)\b)")
# "to accept the quote and (instruct the contractor)"
_AND_DOES = re.compile(r"\band\s(?=(?P<task>(?P<verb>[a-z]+)\s.*))")
_BESIDE = "action.beside"  # of a reading that is a task beside what the limb decides
_CONTINUES = re.compile(r"\bcontinues?\s$")
_INITIALS_TOLD = re.compile(
    r"(?:[Tt]hat\s)?(?P<owner>[A-Z]{2,3}(?:(?:\s?[/&,]\s?|\sand\s)[A-Z]{2,3})*)\s(?:should|would|will|to|is\sto|are\sto)\s(?P<verb>[a-z]+)"
)
# Before the verb of a limb's own; what stands behind other words tells a purpose: "to accept the quote (to mend the roof)".
_OWN_VERB = re.compile(r"(?:^|\band\s|,\s|;\s)$")
_WHOLE = "resolution.was-agreed"  # "The following matters were agreed": what stands before the word is decided, and no task
# Before a verb of a clause that says in which case: "must be used when jobs (are advertised)".
_WHENEVER = re.compile(r"\b(?:when|whenever|where|wherever|if|which|who)\s(?:[\w’'-]+\s){1,3}$")
# Between two tasks of one limb: "and that", or another doer behind one ("that AW would ring the owner and Ms Bell would write").
_AND_THAT = re.compile(r"[,;]?\sand\s(?=that\s)")
_AND_WHO = re.compile(
    r"(?<=\w)(?:,|;)?\sand\s(?=(?:the\s)?[A-Z][\w.]*(?:\s[A-Z][\w.’'-]*){0,3}\s(?P<does>would|will|should)\s(?!be\b|have\b|not\b)[a-z])"
)
_PRONOUN = re.compile(r"(?:[Tt]hat\s)?(?:he|she)\s")
_BEHIND = 10  # characters behind the telling words in which " be the" stands


def resolved_tasks(turns: Sequence[Turn], decided: Sequence[Decided], tasks: Classifier, words: TaskWords) -> list[Statement]:
    """The limbs that tell somebody to do something, or say that something is to be done."""
    names = [n for turn in turns for n in turn.sentence.names]
    found = []
    for resolution, its_words in _each_that(decided, names, tasks, words):
        if resolution.procedural or resolution.type in _TELLS_NOBODY or words.by_deciding.settles(resolution.text):
            continue
        task = tasks.read(its_words) or _initials_told(resolution.text, words) or _bare_told(resolution, words)
        task = task or _goes_on_to(resolution.text, words)
        if (
            task is None
            or resolution.text.endswith("may ", 0, task.start)
            or _NOTHING.match(resolution.text)
            or _is_noun(resolution.text, task, words)
            or (resolution.type == "noted" and _only_foretold(resolution.text, task, words))
            or _QUOTED.search(resolution.text, 0, task.start)
            or _A_NEED.search(resolution.text, 0, task.start)
            or _NO_DEED.match(resolution.text, task.end)
            or (_CONTINUES.search(resolution.text, 0, task.start) and " and " not in resolution.text[task.end :])
            or _GRANTS.search(resolution.text, 0, task.start + len("to"))
            or resolution.text.startswith(" not ", task.end)
            or _WHENEVER.search(resolution.text, 0, task.start)
            or (_STATE.search(resolution.text, task.start, task.end + _BEHIND) and not resolution.text.startswith("there ", task.start))
        ):
            continue
        owner = _limb_owner(resolution, names, task.start, task.end) or _initials_of(resolution.text, task)
        owner = owner or (_spoken_of(turns, resolution.evidence.start) if _PRONOUN.match(resolution.text) else None)
        if owner is None and resolution.evidence.rule == _WHOLE:
            continue
        if owner and is_ourselves(owner) and words.by_deciding.verbs.search(resolution.text[task.start :].partition(owner)[2][:_BEHIND]):
            continue  # "that the Council proceed with the sale"
        settled = task.rule != _BESIDE and _settled_there(resolution, task.start, words)
        if owner is None and (settled or words.is_routine(resolution.text)):
            continue  # "to pay both" is the meeting's own doing
        in_passing = resolution.evidence.rule in words.in_passing
        found.append(Statement(resolution.text, owner, "resolution", resolution.evidence, told=task.start, in_passing=in_passing))
    return found


def _each_that(
    decided: Sequence[Decided], names: Sequence[Mention], tasks: Classifier, words: TaskWords
) -> Iterator[tuple[Resolution, Stretch]]:
    """The decisions, in two where each of two parts sets a task: "that the Clerk ask for the scores, and that Cllr Ash get a price"; of one
    that puts off, the part that does not: "The item was deferred and the Clerk will chase the other firms"."""
    for resolution, its_words in decided:
        text, told = resolution.text, resolution.evidence
        puts_off = resolution.type == "deferred"
        cut = None
        if " and " in text:
            cut = _AND_WHO.search(text) if puts_off else _AND_THAT.search(text) if " and that " in text else _next_doer(text)
        parts = (
            [
                (text[: cut.start()], told._replace(end=told.start + cut.start())),
                (text[cut.end() :], told._replace(start=told.start + cut.end())),
            ]
            if cut
            else []
        )
        each = [(replace(resolution, text=part, evidence=at), worded(part, names, at.start)) for part, at in parts]
        if puts_off:
            each = [(replace(part, type="requested"), its) for part, its in each[1:]]
        told_apart = each and all(tasks.read(its) or _initials_told(part.text, words) for part, its in each)
        yield from each if told_apart else [(resolution, its_words)]


def _next_doer(text: str) -> re.Match[str] | None:
    """Where a limb goes on with another doer, the same word telling what each "would" do."""
    cut = _AND_WHO.search(text)
    before = text[: cut.start()] if cut else ""
    return cut if cut and f" {cut['does']} " in before and ". " not in before else None


def _only_foretold(text: str, task: Reading, words: TaskWords) -> bool:
    """Whether what is noted of somebody is no deed: "noted that Mr Ash would be leaving in May"."""
    rest = text[task.end :].split(None, 1)
    return text.endswith((" would", " will", " should", " must"), 0, task.end) and not (rest and rest[0] in words.verbs)


def _is_noun(text: str, task: Reading, words: TaskWords) -> bool:
    """Whether the verb that ends a reading is none."""
    noun = _A_NOUN.search(text, task.start, task.end)
    if noun and noun["noun"].casefold() in words.verbs:
        return True
    none = _NO_VERB.search(text, task.start)
    return none is not None and none.end() == task.end


def _spoken_of(turns: Sequence[Turn], at: int) -> str | None:
    """The person named last before ``at``: whom "that she obtain prices" means."""
    before = ((turn.sentence, name) for turn in reversed(turns) for name in reversed(turn.sentence.names) if name.end <= at)
    return next((wording(sentence, name) for sentence, name in before if name.value in ("person", "office")), None)


def _initials_of(text: str, task: Reading) -> str | None:
    match = _INITIALS_TOLD.match(text) if task.rule == "action.initials" else None
    return match["owner"] if match else None


def _initials_told(text: str, words: TaskWords) -> Reading | None:
    """The initials of somebody whom the document does not list, told at the beginning of a limb: "that JS should get a price"."""
    match = _INITIALS_TOLD.match(text)
    return Reading("instruct", "action.initials", match.start("owner"), match.end()) if match and match["verb"] in words.verbs else None


def _bare_told(resolution: Resolution, words: TaskWords) -> Reading | None:
    """A limb that is a bare instruction, what was agreed to: "It was proposed to (obtain three quotes). Agreed."."""
    text = resolution.text
    if (
        resolution.type not in ("agreed", "requested")
        or not words.opens_task(text)
        or not words.sets_to_work(f"to {text[:1].lower()}{text[1:]}")
    ):
        return None
    return Reading("instruct", "action.bare", 0, len(text.split(None, 1)[0]))


def _goes_on_to(text: str, words: TaskWords) -> Reading | None:
    """What a limb that decides something goes on to: "to accept the quote and instruct the contractor"."""
    if not text.startswith(("to ", "To ")):
        return None
    further = (match for match in _AND_DOES.finditer(text) if match["verb"] in words.verbs and words.sets_to_work(f"to {match['task']}"))
    match = next(further, None)
    return Reading("instruct", _BESIDE, match.start("task"), match.end("verb")) if match else None


def _settled_there(resolution: Resolution, told: int, words: TaskWords) -> bool:
    """Whether a limb that names nobody is done by deciding it, unless it goes on: "... be noted and that members be told"."""
    if resolution.text.startswith(("to ", "To ", "not to ", "Not to ")):
        return not _OWN_VERB.search(resolution.text, 0, told) or not words.sets_to_work(resolution.text[told:])
    return resolution.type in ("approved", "noted", "endorsed") and not _GOES_ON.search(resolution.text, 0, told)


def _limb_owner(resolution: Resolution, names: Sequence[Mention], start: int, end: int) -> str | None:
    """The name that the limb tells: the one inside the telling words, or the one they directly follow; of a passive the one behind
    "by"."""
    offset = resolution.evidence.start
    told = resolution.text[start:end]
    if _INVITES.search(told):
        return None
    text = resolution.text
    if _DONE_TO.search(told) and not _TOLD_TO.search(told):
        by = next((n for n in names if n.start >= offset + end and text[end : n.start - offset].strip() in ("by", "by the")), None)
        return text[by.start - offset : by.end - offset] if by else None
    may_consult = "consultation" in text or "(" in text
    aside = [(offset + m.start(), offset + m.end()) for m in _CONSULTED.finditer(text)] if may_consult else ()
    near = names[bisect_left(names, offset, key=_START) : bisect_left(names, offset + end, key=_START)]
    names = [n for n in near if not any(a <= n.start < b for a, b in aside)]
    inside = [n for n in names if offset + start <= n.start and n.end <= offset + end]
    before = [n for n in names if n.end <= offset + start]
    close = [n for n in before if not _ASIDE.sub("", _CONSULTED.sub("", text[n.end - offset : start])).strip(" ,")]
    chosen = told_last(inside or close)
    if not chosen or chosen[0].value == "group":
        told_group = _A_GROUP.search(text, 0, start) or _A_GROUP.search(text, 0, text.find(" ", start))
        if told_group:
            return told_group[1]
    if not chosen:
        return None
    row = row_start([n for n in names if n.end <= chosen[0].end], text, offset)
    first, last = max(row - offset, 0), chosen[0].end - offset
    return text[first : row_end(text, first, last)]


class Limbs:
    """The stretches of an item that its resolutions take, which are in order."""

    def __init__(self, decided: Sequence[Decided]) -> None:
        self._starts = [resolution.evidence.start for resolution, _ in decided]
        self._reach = list(accumulate((resolution.evidence.end for resolution, _ in decided), max))

    def hold(self, at: int) -> bool:
        """Whether ``at`` stands in one of them."""
        before = bisect_right(self._starts, at)
        return before > 0 and at < self._reach[before - 1]
