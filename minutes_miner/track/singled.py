"""Which of a minute's actions each sentence, or line of a log, that cites the minute speaks of."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from minutes_miner.model import MinuteReference
from minutes_miner.text import normal
from minutes_miner.track.candidates import Raised
from minutes_miner.track.choose import Claim
from minutes_miner.track.initials import same_initials
from minutes_miner.track.outcome import CLOSING
from minutes_miner.track.passages import Passage
from minutes_miner.track.phrases import PhraseBook
from minutes_miner.track.words import Words, terms

REFERENCE, TABLE = "reference", "action table"

# Actions of one minute share their heading: only their own words, and those of the sentence before, tell them apart. The best
# must have, and lead the next by, half of what a word never met before tells.
TELLING = 0.35


@dataclass(frozen=True)
class Singler:
    """Tells a minute's actions apart by their words; ``total`` is how much words tell, as ``Rarity`` counts."""

    total: Callable[[Iterable[str]], float]
    book: PhraseBook

    def own(self, raised: Raised, words: Words) -> float:
        """How much the action's own words among ``words`` tell."""
        return self.total(raised.subject.full & words) if raised.subject else 0.0

    def claims(self, meant: Sequence[Raised], speaking: Sequence[Passage], titled: Words) -> Iterator[Claim]:
        """One action is taken as meant by the sentence most like it; of several, each by a sentence that singles it out.

        The words ``titled`` with which the reference names the minute are all its actions'.
        """
        if len(meant) == 1 and speaking:
            yield from self._sole(meant[0], speaking, titled)
            return
        discussed = {one.number: _discussed(one, meant) for one in meant}
        best: dict[int, tuple[float, Raised, Passage]] = {}
        for passage in speaking:
            words = passage.words - titled
            # A long discussion of the same minute has words of any sentence; a line that goes through earlier actions is short.
            heard = words | passage.head_words if passage.taking_up else frozenset[str]()
            points = ((self.own(r, words) + self.total(discussed[r.number] & heard) + _owned(r, passage), -r.number, r) for r in meant)
            ranked = sorted(points, key=lambda e: e[:2], reverse=True)
            own, _, raised = ranked[0]
            if own - max(0.0, ranked[1][0]) >= TELLING and own > best.get(raised.number, (0.0,))[0]:
                best[raised.number] = (own, raised, passage)
        yield from (claim_of(raised, at) for _, raised, at in best.values())
        yield from _left_over(meant, speaking, [(raised, at) for _, raised, at in best.values()])

    def _sole(self, raised: Raised, speaking: Sequence[Passage], titled: Words) -> Iterator[Claim]:
        at = max(speaking, key=lambda passage: self.own(raised, passage.words - titled))
        if at.progress is None and self._tells(speaking[0], at, raised):
            at = speaking[0]  # "Minute 5 - letters were sent. Plot 14 is tidy again."
        # Of a log's lines to one minute some are of actions that were not found.
        if at.progress is None or len(speaking) == 1 or self.own(raised, at.words):
            yield claim_of(raised, at)

    def _tells(self, cites: Passage, like: Passage, raised: Raised) -> bool:
        """Whether the sentence that ``cites`` the minute tells how the action stands, so that the one most ``like`` it need not: it closes
        it, or says that it is open still and the other is hardly more like it ("25/7 - No news. Mr Ash had sent his thanks.")."""
        status = self.book.outcome(cites.text)[0]
        return status in CLOSING or bool(status and self.own(raised, like.words) - self.own(raised, cites.words) < TELLING)


def _discussed(raised: Raised, meant: Sequence[Raised]) -> Words:
    """The words of the sentence that an action followed from, without those of the others of its minute and of what led to them."""
    subject = raised.subject
    if subject is None:
        return frozenset()
    others = (one.subject for one in meant if one is not raised and one.subject)
    return subject.before - subject.full.union(*(each.full | each.before | each.around | each.owner for each in others))


def _left_over(meant: Sequence[Raised], lines: Sequence[Passage], known: Sequence[tuple[Raised, Passage]]) -> Iterator[Claim]:
    """The last of the lines with which a log goes through a minute's actions one by one is of the last of them, if it names its owner."""
    left = [one for one in meant if all(one is not raised for raised, _ in known)]
    lines_left = [line for line in lines if all(line is not at for _, at in known)]
    if len(meant) == len(lines) and len(left) == len(lines_left) == 1 and _owned(left[0], lines_left[0]):
        yield claim_of(left[0], lines_left[0])


def _owned(raised: Raised, passage: Passage) -> float:
    """As much as half a word tells, where the line of an action log names the action's owner."""
    owner = (passage.progress and passage.progress.owner) or ""
    known = bool(owner and raised.subject and raised.subject.owner & terms(owner.replace("/", " ")))
    return TELLING if known or same_initials(owner, raised.action.owner or "") else 0.0


def claim_of(raised: Raised, at: Passage) -> Claim:
    """The claim of a passage that cites the action."""
    return Claim(raised, at, math.inf, TABLE if at.progress else REFERENCE)


def speaking_of(reference: MinuteReference, said: Sequence[Passage]) -> list[Passage]:
    """The passages in which the reference stands, each with those after it in its paragraph; the item's first where the text has been
    cut."""
    words, starts = normal(reference.text), dict[str, int]()
    for n, passage in enumerate(said):
        # A bare head ("57/24 Sluice.") is no passage of its own.
        opens = f"{normal(passage.paragraph)} ".startswith(f"{words} ") and passage.paragraph not in starts
        if words and (opens or (words in normal(passage.text) if not starts else f" {words} " in f" {normal(passage.text)} ")):
            starts.setdefault(passage.paragraph, n)
    return [p for at in starts.values() or (0,) for p in said[at:] if p.paragraph == said[at].paragraph]
