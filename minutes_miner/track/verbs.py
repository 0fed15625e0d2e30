"""Whether a sentence has an action's own verb as a thing done, or only as one that somebody was set to do."""

from __future__ import annotations

import re
from functools import lru_cache

from minutes_miner.track.phrases import PhraseBook
from minutes_miner.track.subjects import Subject
from minutes_miner.track.words import stem, terms

# A past with an auxiliary and a participle; "not" and "never" in between break it.
_PERFECT = re.compile(
    r"\b(?:has|have|had|was|were|been|is|are)\s(?:(?:now|also|since|all|both|already|been|\w+ly)\s){0,3}(\w+(?:ed|en|wn|ne|pt|lt|nt)|"
    r"bought|brought|cut|found|held|made|met|paid|put|read|rung|sold|sought|told)\b",
    re.IGNORECASE,
)
# A past by itself; what was said of a thing, or asked about it, is no act, but for what somebody is to confirm.
_SIMPLE = re.compile(
    r"(?<!\bhas )(?<!\bhad )(?<!\bwas )(?<!\bnot )(?<!\bbeen )(?<!\bhave )(?<!\bwere )\b"
    r"((?:confirmed|clarified|explained)\b|(?!(?:speed|need|seed|weed|feed|breed|deed|reed|shed|hundred|indeed)\b)\w{2,}ed\b(?!\s(?:that|whether|if|when|why|how|what|about|on|to)\b)"
    r"|(?:bought|brought|found|held|made|met|paid|rang|sent|sold|sought|spoke|took|went|wrote)\b(?!\sthat\b)"
    r"|(?<!\bto )(?<!\bwill )(?<!\bwould )(?<!\bcan )(?<!\bcould )(?<!\bbe )cut(?=\s(?:the|it|them|this|these|back|down)\b))",
    re.IGNORECASE,
)
# A participle without an auxiliary, as notes have it: "Letter sent".
_PARTICIPLE = re.compile(
    r"\b((?!(?:speed|need|seed|weed|feed|breed|deed|reed|shed|bed|hundred|indeed)\b)\w{2,}ed|bought|brought|built|chosen|cut|drawn|dug|found|given|held"
    r"|hung|laid|lent|made|met|mown|paid|put|rebuilt|rung|sent|set|shown|sold|sought|spoken|swept|taken|told|written)\b",
    re.IGNORECASE,
)
# Before a perfect these make it one that is still to come ("will have been mended") or never came ("should have been mended").
_NOT_YET = re.compile(r"\b(?:will|would|shall|should|could|might|may|must|to)\s(?:\w+ly\s|soon\s|now\s|then\s)?(?:have\s)?$", re.IGNORECASE)
_ON_ORDER = re.compile(r"(?:^\W*|[|;.]\s|\b(?:is|are|was|were|now|all)\s)on\sorder\b", re.IGNORECASE)
_IT, _THAT = re.compile(r"\bit\s$", re.IGNORECASE), re.compile(r"\sthat\b")
_TO_COME = re.compile(
    r"\b(?:(?:will|would|shall|must|(?:is|are|was|were)\s(?:still\s)?to)\s(?:(?:now|then|soon|also|be)\s){0,3}|(?:not|never)\s(?:yet\s)?(?:been\s)?)(\w+)\b",
    re.IGNORECASE,
)
# "The list had not been sent out, and would follow": a task that was set before, and not done.
_UNDONE = re.compile(
    r"\b(?:has|have|had|was|were)\s(?:still\s|also\s)?(?:not|never)\s(?:yet\s)?(?:been\s)?\w{2,}(?:ed|en|wn|ne|nt|de|ld|pt)\b",
    re.IGNORECASE,
)
# The commonest verbs of committee business whose past does not end in "-ed", with the form in which a task has them.
_IRREGULAR = {
    "bought": "buy", "brought": "bring", "built": "build", "chosen": "choose", "drawn": "draw", "dug": "dig", "found": "find",
    "given": "give", "held": "hold", "hung": "hang", "laid": "lay", "lent": "lend", "made": "make", "met": "meet", "mown": "mow",
    "paid": "pay", "rang": "ring", "rebuilt": "rebuild", "rung": "ring", "sent": "send", "shown": "show", "sold": "sell",
    "sought": "seek", "spoke": "speak", "spoken": "speak", "swept": "sweep", "taken": "take", "told": "tell", "took": "take",
    "went": "go", "written": "write", "wrote": "write",
}  # fmt: skip


def has_own_verb(text: str, subject: Subject) -> bool:
    """Whether ``text`` has one of the action's own words as a verb in the past: "measure the weir" in "had measured"; or says that what
    was to be ordered is on order.

    A past without an auxiliary counts only where its owner is named before it: "Cllr Moss measured".
    """
    perfects, pasts = _done(text)
    if any(is_own(verb, subject) for verb in perfects) or ("order" in subject.own and _ON_ORDER.search(text)):
        return True
    return any(terms(before) & subject.owner for before, verb in pasts if is_own(verb, subject))


def has_verb_of(task: str, text: str) -> bool:
    """Whether ``text`` tells, of whomever, a deed in the past that ``task`` has: "the contractor cut the hedge" of "cut the hedge"."""
    wanted, (perfects, pasts) = terms(task), _done(text)
    return any(_forms(verb) & wanted for verb in (*perfects, *(verb for _, verb in pasts)))


# A sentence is read for each action that it may speak of: those of a long meeting are remembered.
@lru_cache(maxsize=1024)
def _done(text: str) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """The verbs of ``text`` in a perfect that has come, and those in the past by themselves, each behind the words before it."""
    told = (match for match in _PERFECT.finditer(text) if not _is_only_said(text, match))
    perfects = tuple(match[1] for match in told if not _NOT_YET.search(text[: match.start()]))
    return perfects, tuple((text[: match.start()], match[1]) for match in _SIMPLE.finditer(text))


def _is_only_said(text: str, verb: re.Match[str]) -> bool:
    """Whether a verb only tells what was said: "it was reported that the lamp was out" is no report to the county."""
    return bool(_IT.search(text, 0, verb.start()) and _THAT.match(text, verb.end()))


def own_participle(text: str, subject: Subject) -> re.Match[str] | None:
    """The first participle in ``text``, a note in an action log, that is one of the action's own words: "Posts painted"."""
    return next((match for match in _PARTICIPLE.finditer(text) if is_own(match[1], subject)), None)


def has_own_verb_to_come(text: str, subject: Subject) -> bool:
    """Whether ``text`` has one of the action's own words as a verb still to come, or under a negation: "will be sharpened"."""
    return any(is_own(match[1], subject) for match in _TO_COME.finditer(text))


def is_undone(text: str) -> bool:
    """Whether ``text`` tells that something has not been done, so that a task in it is hardly a new one."""
    return bool(_UNDONE.search(text))


def names_deed(text: str, subject: Subject) -> bool:
    """Whether ``text`` has a word of the action, in whatever tense: "send the letter" in "it was to be sent"."""
    return bool(terms(text) & subject.own) or any(stem(_IRREGULAR.get(word, word)) in subject.own for word in text.casefold().split())


def is_own(verb: str, subject: Subject) -> bool:
    """Whether ``verb``, in the past or the infinitive, is one of the action's own words."""
    return bool(_forms(verb) & subject.own)


def is_only_set(text: str, subject: Subject, book: PhraseBook) -> bool:
    """Whether ``text`` tells that somebody agreed, or was asked, to do what the action says, which is not to have done it.

    An action to ask somebody is done by that.
    """
    words = [word.casefold() for word in book.set_to(text)]
    return bool(words) and is_own(words[-1], subject) and not any(is_own(word, subject) for word in words[:-1])


def _forms(verb: str) -> set[str]:
    """The stems that a task may have for ``verb``, a past or an infinitive."""
    word = verb.casefold()
    # Verbs of three letters ("ask", "buy") are too short for ``stem`` to cut.
    bare = word.removesuffix("ed")  # of "fitted" the stem has one "t"
    return {stem(word), bare, stem(bare), stem(_IRREGULAR.get(word, word))}
