"""Actions whose minute, or the part of it that set them, is struck out when the minutes are approved: "that minute 45 be deleted"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from minutes_miner.model import CORRECTION, ActionMention
from minutes_miner.text import normal
from minutes_miner.track.amended import Amendment, amendments
from minutes_miner.track.candidates import Raised
from minutes_miner.track.outcome import DROPPED
from minutes_miner.track.passages import item_key
from minutes_miner.track.phrases import PhraseBook
from minutes_miner.track.series import Series
from minutes_miner.track.words import single, terms

_OUT = r"(?:delet(?:e|ed|ing|ion)|remov(?:e|ed|ing|al)|omit(?:ted|ting)?|omission|str(?:ike|iking|uck)|expunge[ds]?)"
_STRUCK = re.compile(rf"\b{_OUT}\b", re.IGNORECASE)
# Where something is put in its place, what was set may stand in other words.
_PUT_IN = re.compile(
    r"\b(?:insert|substitut|replac|add(?:ed|ing|ition|s)?\b|read(?:s|ing)?\b|instead\b|in\s(?:place|lieu)\sof\b)", re.IGNORECASE
)
# "minute 45 be deleted", "the deletion of minute 45"; "delete “two” in minute 45", "minute 45, line 3" is a part of it.
_WHOLE = (
    r"(?<!in\s)(?<!from\s)(?<!under\s)\b(?:(?:minute|item|min)\.?\s(?:no\.?\s|number\s)?)?{number}\s(?:(?:should|to|has|had|is|was|be|been|being)\s)+{out}"
    r"|{out}(?:\sout)?\s(?:of\s)?(?:the\s)?(?:(?:minute|item|min)\.?\s(?:no\.?\s|number\s)?)?{number}(?=\W*$|[.;]|,?\s(?:from\sthe|and|as|since|entirely|altogether)\b)"
)
# A part that is named by what it is about.
_ABOUT = re.compile(
    r"\b(?:paragraph|para|sentence|resolution|action|item|note|entry|statement|reference)s?\s(?:on|about|concerning|regarding|relating\sto|referring\sto|headed|to)\s(?P<what>[^.;]+)",
    re.IGNORECASE,
)
# A correction that prints this share of an action's words, and strikes them out, strikes out the action.
_PRINTED = 0.8


def struck_out(series: Series, raised: Sequence[Raised], book: PhraseBook) -> Iterator[tuple[int, ActionMention]]:
    """The actions that a correction to their minutes strikes out, by their numbers, each with that correction.

    Where it cannot be told which action of several is meant none is; the correction itself is among the points to settle.
    """
    for amendment in amendments(series, book):
        text, meant = amendment.text, amendment.meant
        if meant and _STRUCK.search(text) and not _PUT_IN.search(text):
            of_record = [each for each in raised if each.meeting is meant]
            yield from ((each.number, _mention(amendment)) for each in _struck(amendment, of_record, book))


def _struck(amendment: Amendment, of_record: Sequence[Raised], book: PhraseBook) -> Sequence[Raised]:
    """The actions struck out: all of a minute that is, or the one that the part is about or whose words are printed."""
    text, number = amendment.text, amendment.number
    if number:
        of_record = [each for each in of_record if normal(each.item.number or "") == normal(number)]
        if re.search(_WHOLE.format(number=re.escape(number), out=_OUT), text, re.IGNORECASE):
            return of_record
    about = _ABOUT.search(text)
    named = single(terms(about["what"])) - book.business_words if about else frozenset()
    said = terms(text)
    found = [
        each for each in of_record if each.subject and (single(each.subject.own | each.subject.heading) & named or _is_printed(each, said))
    ]
    return found if len(found) == 1 else ()


def _is_printed(raised: Raised, said: frozenset[str]) -> bool:
    asked = single(terms(raised.action.text))
    return len(asked & said) >= _PRINTED * len(asked)


def _mention(amendment: Amendment) -> ActionMention:
    item, meeting = amendment.item, amendment.meeting
    at = item.evidence._replace(rule="track.correction", quote=amendment.text)
    return ActionMention(meeting.source, meeting.date, item_key(item), CORRECTION, 1.0, DROPPED, amendment.text, None, at)
