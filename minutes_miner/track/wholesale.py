"""A sentence that speaks of all actions of the last meeting at once: "All actions from the previous meeting had been completed"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from minutes_miner.track.candidates import Raised
from minutes_miner.track.numbered import numbers_in, own_number
from minutes_miner.track.passages import Passage
from minutes_miner.track.phrases import PhraseBook
from minutes_miner.track.words import single, terms

# Where actions of the last meeting are set out as such, only these are "all actions"; else whatever it was asked or promised to do.
_SET_OUT = ("mark", "table", "column")
# What follows is left out of "all". A number there says nothing ("all but 2"), unless it is that of an action ("all but action 2").
_EXCEPT = re.compile(r"\b(?:except(?:ing|ion)?|apart|aside|other than|save|but|bar|excluding|unless|besides)\b", re.IGNORECASE)


def done_at_once(said: Iterable[Passage], actions: Sequence[Raised], book: PhraseBook) -> Iterator[tuple[Raised, Passage, str]]:
    """The ``actions``, those of the last meeting, that a passage of ``said`` reports done with all others; with the passage and its rule.

    Such a sentence stands where earlier actions are gone through or the minutes approved, or names the last meeting itself. An action
    whose day has not come is not meant, and where it cannot be told which ones are excepted none is.
    """
    for passage in said:
        rule = book.all_done(passage.text)
        if not rule or passage.fresh or passage.progress or not _looks_back(passage, book):
            continue
        meant = [each for each in _set_out(actions) if not _lies_ahead(each, passage)]
        excepted = _EXCEPT.split(passage.text, maxsplit=1)[1:]
        numbers = {number for _, _, cited in numbers_in(excepted[0]) for number in cited} if excepted else set()
        left_out = [each for each in meant if excepted and (_number(each) in numbers if numbers else _names(excepted[0], each))]
        if not excepted or len(left_out) == len(numbers) > 0 or (left_out and not re.search(r"\d", excepted[0])):
            yield from ((each, passage, rule) for each in meant if each not in left_out)
            return


def _looks_back(passage: Passage, book: PhraseBook) -> bool:
    return passage.under.taking_up or book.is_formal(passage.item.title) or book.does_refer_back(passage.text)


def _set_out(actions: Sequence[Raised]) -> Sequence[Raised]:
    marked = [each for each in actions if each.action.origin in _SET_OUT]
    return marked or actions


def _lies_ahead(raised: Raised, passage: Passage) -> bool:
    return bool(raised.due.date and passage.under.day and raised.due.date > passage.under.day)


def _number(raised: Raised) -> str | None:
    return own_number(raised.action.reference, bare=True) if raised.action.reference else None


def _names(text: str, raised: Raised) -> bool:
    """Whether ``text`` has a word of the action that is more than everyday business."""
    return bool(raised.subject and single(terms(text)) & (raised.subject.own | raised.subject.heading) - raised.book.business_words)
