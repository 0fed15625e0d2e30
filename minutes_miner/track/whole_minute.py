"""A minute reported on as a whole: "57/24 - completed", with nothing that singles one of its actions out, is said of them all."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutes_miner.model import MinuteReference
from minutes_miner.track.candidates import Raised
from minutes_miner.track.outcome import DROPPED, OPEN_STILL
from minutes_miner.track.passages import Passage
from minutes_miner.track.phrases import PhraseBook
from minutes_miner.track.words import Words, single, terms

# What stands before the remark: the number, and the title that may follow it.
_HEAD = re.compile(r".*(?:\s[–—-]\s|:\s|\s\|\s)")
_TITLE = re.compile(r"\W*(?P<title>\w[^–—:|]*?)(?:\s[–—-]\s|:\s)")
# The minute is what the entry is about: nothing but a bullet or a label stands before it.
_OPENS = re.compile(r"\W*(?:[a-z0-9]{1,3}[.)]\s)?(?:(?:minute|min|item|ref)\b\.?\s?(?:no\.?\s)?)?", re.IGNORECASE)
_FIGURE = re.compile(r"\d")


def titled_words(said: Sequence[Passage], reference: MinuteReference, meant: Sequence[Raised]) -> Words:
    """The words with which a reference names its minute, in brackets or right behind the number ("59/24 Footpaths - ..."): they are of
    all its actions, and single none out."""
    words = terms(reference.title or "")
    head = _TITLE.match(said[0].text.partition(reference.text)[2]) if said and not said[0].progress else None
    named = terms(head["title"]) if head else frozenset()
    heading = frozenset[str]().union(*(each.subject.heading for each in meant if each.subject))
    return words | named if named and single(named) <= heading else words


def is_of_whole(said: Sequence[Passage], reference: MinuteReference, meant: Sequence[Raised], book: PhraseBook) -> bool:
    """Whether what cites a minute (``said``) tells how all that it set stands.

    It must stand where earlier actions are gone through and say no more than a word by which they are closed or left open: of
    "57/24 - letter sent" nobody can tell which of two letters is meant.
    """
    at = said[0] if said else None
    if at is None or len(said) > 1 or not (at.progress or at.taking_up) or book.is_question(at.text):
        return False
    headings = (each.subject.heading for each in meant if each.subject)
    known = book.business_words.union(terms(reference.title or ""), *headings)
    if any(not _FIGURE.search(word) for word in single(terms(at.text)) - known):
        return False
    line = at.progress
    before, _, behind = at.text.partition(reference.text)
    if not line and not _OPENS.fullmatch(before):
        return False
    told = (line.status_word or line.text) if line else behind
    remark = _HEAD.sub("", told).strip(" .–—-:|")
    return book.is_final(remark) or book.outcome(remark)[0] in (*OPEN_STILL, DROPPED)
