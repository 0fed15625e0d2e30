"""By when a body answers a recommendation, as the sentence behind it says: "Cabinet to consider on 8 April". That is no task of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutes_miner.assemble.entries import TaskWords
from minutes_miner.assemble.speech import Turn
from minutes_miner.assemble.statements import Statement

_BODY = r"(?:Cabinet|Executive|Full Council|Council|Mayor|Board|Governing Body)(?: Members?)?"
_WILL = r"(?:to|will|would|is|are|was|were)(?: (?:then|now|formally|be|to be|expected|due|anticipated|hoped|to|asked))*"
_DOES = r"(?:consider|respond|reply|answer|discuss|decide|receive|given|brought)"
_IT = r"(?:(?:on|to|upon) )?(?:this|it|them|these|the (?:recommendations?|report|matter|request)|these recommendations)"
_ANSWERS = re.compile(
    rf"(?:(?:The |That (?:the )?)?(?P<body>{_BODY})(?:[’']s)? (?:formal |written )?"
    rf"(?:(?:response|reply|answer|decision) )?{_WILL} ?{_DOES}?"
    rf"|A (?:formal |written )?(?:response|reply|answer) from (?:the )?(?P<other>{_BODY}) {_WILL}(?: received)?)"
    rf"(?: {_IT})?,? (?=(?:at|on|in|by|to|before)\b)"
)
_EXECUTIVE = ("Cabinet", "Executive")  # two names of one body
_NEXT_MEETING = "due-words.next-meeting"  # that of a body whose calendar this is not
_RECOMMENDS = re.compile(r"\b(?:recommend|ask|request|urge|invite)", re.IGNORECASE)
# Behind the words that say when nothing follows but the end: "Cabinet to consider in June and report to Council" is a task.
_END = re.compile(r"[\s.)]*$")


def with_answer_days(told: list[Statement], resolved: Sequence[Statement], turns: Sequence[Turn], words: TaskWords) -> list[Statement]:
    """``told`` without what only says when a body answers a recommendation among ``resolved``, which is given that time."""
    asked = [each for each in resolved if _RECOMMENDS.search(each.text)]
    if not asked:
        return told
    for turn in turns:
        sentence = turn.sentence
        match = _ANSWERS.match(sentence.text)
        found = words.finder.find(sentence.text[match.end() :])[-1:] if match else []
        if not match or not found or found[0][2] == _NEXT_MEETING or not _END.match(sentence.text, match.end() + found[0][1]):
            continue
        body = (match["body"] or match["other"]).split()[0]
        names = _EXECUTIVE if body in _EXECUTIVE else (body,)
        meant = [each for each in asked if any(name in each.text for name in names)]
        for each in meant:
            each.due_text = each.due_text or sentence.text[match.end() + found[0][0] : match.end() + found[0][1]]
        if meant:
            told = [each for each in told if not sentence.start <= each.evidence.start < sentence.end]
    return told
