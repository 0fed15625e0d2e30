"""Words of tasks that only report: a purpose, a condition, the past, a routine, a forecast, what others plan."""

from __future__ import annotations

import re

from minutes_miner.assemble.entries import TaskWords
from minutes_miner.assemble.owners import doer_behind
from minutes_miner.assemble.script import Sentence
from minutes_miner.assemble.speech import Turn, wording
from minutes_miner.dates_written import MONTH, WEEKDAY
from minutes_miner.model import Mention

# Words after which "would be done" or "to be done" tells a purpose, a condition or the past, and no task.
_NO_TASK = (
    "not|so|ensure|enable|enables|wish|wishes|required|require|hoped|expected|was|were|had|if|whether|need|needs|needed|likely|due|able|"
    "continue|allow|allows|allowing|how"
)
_ON_THE_SIDE = re.compile(
    rf"(?:\b(?:{_NO_TASK})\s(?:that\s)?(?:(?!and\b|but\b)[\w’'-]+\s){{0,5}}|\b(?:which|who)\s(?:[\w’'-]+\s){{0,5}}"
    rf"|\bthat\s|\b[Nn]o\s(?:(?!and\b|but\b|so\b|the\b|an?\b|was\b|were\b|ha[ds]\b)[\w’'-]+\s){{1,4}}"
    # What is wanted or planned: "requirements for the drains (to be mended)"; a guess, "will probably (be done)".
    rf"|\b(?:requirements?|plans|proposals?)\sfor\s(?:(?!and\b|but\b)[\w’'-]+\s){{1,6}}|\bprobably\b[^.;:]*?"
    rf"|\b(?:[Ii]f|[Ss]hould)\s[^,.;]+,\s(?:he|she|they|it|this)\s"
    # What is ready is not said to be anybody's task: "ready to be submitted", "parts waiting to be fitted".
    rf"|\b(?:ready|waiting|available)\s"
    # An effect, "by printing it a saving (would be made)".
    rf"|\b[Bb]y\s(?!spring|morning|evening)\w+ing\s(?:[\w’'-]+\s){{1,20}}"
    # A longer purpose, and a condition without a comma: "so that whatever the Board decides (would be done)", "should the lamp fail it".
    rf"|\b(?:so|order|ensure|ensuring)\sthat\s(?:(?!and\b|but\b)[\w’'-]+\s){{0,12}}|\b[Ss]hould\s(?:the|an?|this|any)\s[^,.;]+\s(?:they|it)\s)$"
)
# A request of an earlier meeting, told again: "At the last meeting the Clerk was asked to write".
_RETOLD = re.compile(r"\b(?:at|from)\s(?:the|our)\s(?:last|previous)\smeeting\b", re.IGNORECASE)
# What a promise is not: one given earlier, one asked about, one that hangs on a condition.
_EARLIER = re.compile(r"\b(?:had|previously|already|been|had\sbeen\sthe)\s$|\b(?:asked|wondered)\s(?:if|whether)\s(?:[\w’'-]+\s){0,6}$")
# "to be done" is a task where it is the whole verb ("Date to be agreed"), not where another verb rules the sentence.
_FINITE = re.compile(r"\b(?:is|are|was|were|has|have|had|would|will|can|could|may|must|\w+ed)\b[^,;:–]*$")
# "Two fees were unpaid (and the Clerk to send reminders)": a clause of its own stands before "and".
_A_CLAUSE = re.compile(
    r"^(?!.*\b(?:for|between|asked|requested|invited|told|wanted|allow|enable|authorise|mandate|appoint|instruct)\b).*\b(?:is|are|was|were|has|have|had)\s[^,;]*$"
)
_TOLD_OF = re.compile(r"[^,;]*?\b(?:was|were)\b")
_DONE_TO = re.compile(r"\b(?:was|were|be|been|being)\s(?:also\s)?$|\b(?:is|are)\s(?:also\s|\w+ly\s)?$")
# What makes an offer of what somebody could do; "when he was younger" does not.
_ONCE = re.compile(r"[^.;]*?\b(?:once|as\ssoon\sas|after|when(?!\s[^,.;]*?\b(?:was|were)\b))\s")
# "offered to the next on the list": a thing, and not to do something.
_OFFERED_THING = re.compile(r"offered to (?:the|an?|all|any|both|each|every|our|their|his|her|its|this|these|those|whoever)$")
_AGREED = re.compile(r"(?:it\swas\s)?(?:agreed|decided|resolved)\b", re.IGNORECASE)
_AGREED_UPON = re.compile(
    r"agreed to (?:the|an?|this|that|it|all|any|both|some|no|our|their|his|her|its|these|those|be|become|stand"
    r"|continue|accept|remain|stay|retain|keep|note|leave)$"
)
# "The Clerk can confirm that the grant is paid" tells it; "would be happy to see the sign go" wishes it.
_CAN_TELL = re.compile(r"\b(?:can|could)\s(?:confirm|report|see|advise|inform|tell|identify)$|happy\sto\ssee$")
# Thanks passed on leave nothing to follow; a letter of thanks is a task.
_THANKS = re.compile(
    r"(?:pass|passed|convey|extend|express|send|offer)(?:\son)?\s(?:(?!letter|card|note|message)[\w’'-]+\s){0,3}(?:thanks|congratulations|condolences|sympathy|appreciation|(?:best|good)\swishes)\b"
)
# How a thing will be shaped is no task: "will be shared between two", "will be presented as four grades".
_SHAPED = re.compile(
    r"\s(?:between|among|amongst|in\s(?:private|public|confidence|(?:closed|private|open)\ssession|camera)\b|the\s(?:option|opportunity|chance|choice)|(?:daily|weekly|monthly|quarterly|termly|yearly)\b|as\s(?!(?:soon|an?\s(?:agenda\s)?item|part|agreed|appropriate|necessary|required|above|below|possible)\b))"
)
_BEFORE = 30  # characters before "were asked to" in which those asked stand
# "is working on a paper which (will be brought to the Panel) in June": a side clause, and the promise of it.
_A_PAPER_WHICH = re.compile(
    r"\ban?\s(?:[\w’'-]+\s){0,3}(?:report|paper|plan|draft|policy|proposal|document|strategy|briefing|note)\b[^,.;:]{0,60},?\swhich\s$"
)
_GOES = re.compile(r"\b(?:brought|presented|provided|circulated|submitted|sent|shared|taken|reported|distributed|go|come)\b")
# What "members will receive": a task of whoever writes it only where it is said when.
_RECEIVED = frozenset({"report", "paper", "update", "briefing", "presentation"})
# "If they wished to speak they (would be invited)": whoever may come.
_WHOEVER = re.compile(r"\b[Ii]f\s(?:they|any|anyone|anybody|someone|somebody)\b[^.;]*$")
# What a paper will hold is its content: "more detail will be included"; where it goes is a task, "will be included in the pack".
_HELD = re.compile(
    r"\b(?:details?|information)\b[^.;,]*\s(?:will|would)\s(?:also\s|now\s|then\s)?be\sincluded(?!\s(?:in|on|as|with|at|for|within)\b)"
)
# "The police would be told if (it happened again)".
_HANGS_ON = re.compile(r"[^.;,]{0,60}?\sif\s(?!possible|necessary|appropriate|required|needed|available|agreed|so\b)")
_NEEDS = re.compile(r"\bneeds?\sto\b")
_NEAR = 60  # characters behind the verb in which its object stands
_NO_DECISIONS = re.compile(r".{0,80}\b[Nn]o\sdecisions?\s(?:will|can|may)\sbe\s(?:made|taken)\b")
_BEEN_ASKED = re.compile(r"\b(?:has|have)\sbeen\s")
_NEEDS_OWN = re.compile(r"\bneeds?\sto\s\w+\s(?:its|their|theirs|our)$")
_A_COUNCIL = re.compile(
    r"(?:the\s)?(?:[\w’'-]+\s){0,3}(?:(?:parish|town|community)\scouncil|council|committee|board|panel|group|party|forum|team|governors|trustees)",
    re.IGNORECASE,
)
_SUPPOSED = re.compile(r"\b(?:if|should|when|where|unless)\b", re.IGNORECASE)
_WHATEVER = re.compile(
    r"\bany\s(?:\w+\s){0,2}(?:comments?|questions?|quer(?:y|ies)|concerns?|suggestions?|requirements?|ideas|feedback|amendments|thoughts|views)\b"
)
_ANYBODY = re.compile(
    r"\b(?:members|councillors|governors|trustees|directors|attendees|everyone|everybody|all|colleagues|parents|tenants|residents|partners)\b",
    re.IGNORECASE,
)
# "The experience and training of Ms Bell would add to it": not she.
_OF = re.compile(
    r"\b(?!(?:members?|representatives?|officers?|trustees?|governors?|volunteers?|staff|chair\w*|head|director|secretary|friends|behalf|some|one|two"
    r"|both|all|each|most|many|none)\b)[\w’'-]+\sof\s(?:the\s)?$",
    re.IGNORECASE,
)
# "asked the Board to review and approve", "asked the Chair to give an update": done there and then, unless a day is set.
_HERE = re.compile(
    r"\sto\s(?:(?:review|discuss|consider|look\sat)\sand\s(?:then\s)?(?:adopt|agree|approve|accept|endorse|ratify|comment|vote)\b"
    r"|(?:give|present|provide)\s(?:(?!written\b)[\w’'-]+\s){0,3}?(?:an?|the)\s(?:(?:brief|short|quick|verbal|oral|further)\s)?(?:update|overview|summary|outline|introduction)\b)"
)
# "The Council was asked to pay for it": what others ask of the meeting, which decides there.
_PUT_TO_US = re.compile(
    r"(?:[Tt]he\s)?(?:(?:[Pp]arish|[Tt]own|[Cc]ommunity)\s)?(?:[Cc]ouncil|[Cc]ommittee|[Bb]oard)\s(?:was|were)\s(?:also\s)?(?:asked|requested|invited)\sto\s\w+$"
)
# Who will help or belong is settled by the offer itself.
_JOINS = re.compile(
    r"(?:offered|volunteered) to (?:be|become|join|stand|serve|remain|continue|help|assist|support)$|agreed to (?:be|become|serve|stand)$",
    re.IGNORECASE,
)
# "left the meeting and would return later"
_LEFT = re.compile(r"\bleft\sthe\s(?:meeting|room|chamber|call)\b")
_CONDITION = re.compile(r"\b(?:would|could)\b.*\bconsider\b.*\bif\b")
_WHEN = "end|start|beginning|middle|close|next|following|first|deadline|time|date|weekend|new|spring|summer|autumn|winter|agreed|due"
_OUR_OWN = r"(?:[a-z-]+\s){0,2}(?:group|panel|party|sub-committee|committee|governors|trustees|officers)\b"
_BY_OUTSIDER = re.compile(rf"(?:\s(?:out|up|on|off|in|back|round))?\sby\s(?:the|their|our|its|an?)\s(?!(?:{_WHEN})\b|{_OUR_OWN})[a-z]")
# "by Education Oakshire": two capitals at least, for one may begin a season or a street.
_BY_A_NAME = re.compile(rf"\sby\s(?!(?i:{MONTH}|{WEEKDAY})\b)[A-Z][\w’'&-]+\s(?:(?:and|of|for|&)\s)?[A-Z][a-z]")
# "The Clerk had rung Dobbs & Sons and they (will look at it)": those who were spoken to, and not who speaks.
_SPOKEN_TO = re.compile(
    r"\b(?:contact(?:ed)?(?:\swith)?|sp(?:oke|oken|eaking)\s(?:to|with)|wr(?:ote|itten)\sto|e-?mailed|r(?:ang|ung)|(?:tele)?phoned|met\swith"
    r"|liais(?:ed|ing)\swith|heard\s(?:back\s)?from|reply\sfrom|response\sfrom)\b"
)
_FIRST_PERSONS = re.compile(r"\b(?:councillors|officers|governors|members|trustees)\b", re.IGNORECASE)
# The body that meets, as it names itself; its plans in "would" are policy more often than tasks, but for letters.
_WRITES = re.compile(r"\bwould\s(?:\w+\s)?(?:write|reply|respond|e-?mail)$")
_OURSELVES = re.compile(r"(?:the\s)?(?:(?:parish|town|community|city)\s)?(?:council|committee)", re.IGNORECASE)


def only_told(turn: Turn, mark: Mention, words: TaskWords) -> bool:
    """Whether the words only report: a purpose ("to ensure that ... would be"), a side clause ("which would be"), the past, a routine."""
    sentence = turn.sentence
    lead = sentence.text[: mark.start - sentence.start]
    told = sentence.text[mark.start - sentence.start : mark.end - sentence.start]
    if mark.value in ("promise", "passive") and words.is_routine(sentence.text):
        return True
    if mark.value == "passive":
        if told.split()[-1] in _RECEIVED:
            return not words.says_when(sentence.text)
        spoken = any(act.persons for act in turn.acts)
        if words.outside.mended.match(told) and not (
            spoken or turn.speaker or words.says_when(sentence.text) or doer_behind(sentence, mark)
        ):
            return True
        return _happens(sentence, mark, words)
    if mark.value == "task":
        if told.endswith(" to be") and any(n.value == "group" and n.start == mark.start for n in sentence.names):
            return True  # "All members to be kept informed"
        if told.startswith("and ") and _is_one_of_two(sentence, mark, lead):
            return True
        return bool(lead) and ", to " in told  # "welcomed Ms Bell, Chair of the Board, to present"
    if mark.value in ("request", "wanted") and _is_open(sentence, mark, words):
        return True
    if mark.value == "request":
        if mark.rule == "action.asked-to" and words.outside.is_done_here(told):
            return True
        if _done_in_meeting(sentence, mark, words) or _PUT_TO_US.search(sentence.text, 0, mark.end - sentence.start):
            return True
        if words.outside.public_asks.search(sentence.text, 0, mark.end - sentence.start):
            return True
        return bool(_RETOLD.search(lead)) or lead.endswith("had ") or (_BEEN_ASKED.search(told) is not None and _is_others(sentence, mark))
    if mark.value == "wanted":
        return not words.says_when(sentence.text[mark.start - sentence.start :])
    return mark.value == "promise" and _no_promise(turn, mark, words)


def _is_one_of_two(sentence: Sentence, mark: Mention, lead: str) -> bool:
    """Whether "and the Clerk to discuss it" only goes on with others, "a meeting of the Chair", "had engaged an ecologist"."""
    beside = any(n.end in (mark.start, mark.start - 1) for n in sentence.names)
    return beside or not _A_CLAUSE.search(lead) or sentence.text.startswith(("a ", "an "), mark.start - sentence.start + len("and "))


def _happens(sentence: Sentence, mark: Mention, words: TaskWords) -> bool:
    """Whether "would be done" or "to be done" tells what will happen, and not what somebody is to see to."""
    lead, behind = sentence.text[: mark.start - sentence.start], sentence.text[mark.end - sentence.start :]
    told = sentence.text[mark.start - sentence.start : mark.end - sentence.start]
    if sentence.text.startswith("to be", mark.start - sentence.start) and (_FINITE.search(lead) or _TOLD_OF.match(behind)):
        return True  # "further areas to be looked at"
    named = any(n.start <= mark.end + 8 and n.end > mark.end + 4 for n in sentence.names)
    if ((_BY_OUTSIDER.match(behind) or _BY_A_NAME.match(behind)) and not named) or _by_others(sentence, mark):
        return True
    supposed = sentence.text.startswith(("would", "will"), mark.start - sentence.start) and _HANGS_ON.match(behind)
    if supposed or words.by_deciding.settles(sentence.text) or _WHOEVER.search(lead):
        return True
    if (held := _HELD.search(sentence.text)) and held.end() == mark.end - sentence.start:
        return True
    if _SHAPED.match(behind) or _NO_DECISIONS.match(lead) or (words.outside.foretells(sentence.text) and not named):
        return True
    if _A_PAPER_WHICH.search(lead) and _GOES.search(told) and words.says_when(behind):
        return False
    return bool(_ON_THE_SIDE.search(lead) or words.wishes(lead))


def _by_others(sentence: Sentence, mark: Mention) -> bool:
    """Whether a body that did not meet is named as who will do it: "would be issued by the Department"."""
    by = doer_behind(sentence, mark)
    if not by or by.value != "body":
        return False
    return not _A_COUNCIL.match(wording(sentence, by)) and not _FIRST_PERSONS.search(wording(sentence, by))


def _no_promise(turn: Turn, mark: Mention, words: TaskWords) -> bool:
    """Whether what reads as a promise commits nobody here."""
    sentence = turn.sentence
    lead, told = sentence.text[: mark.start - sentence.start], sentence.text[mark.start - sentence.start : mark.end - sentence.start]
    inside = [n for n in sentence.names if mark.start <= n.start < mark.end]
    if _JOINS.search(told) or _OFFERED_THING.search(told) or (inside and inside[0].start == mark.start and _OF.search(lead)):
        return True
    if mark.rule == "action.could-once" and not _ONCE.match(sentence.text, mark.end - sentence.start):
        return True
    if told.startswith(", ") and _SUPPOSED.search(lead):
        return True
    if _LEFT.search(lead):
        return True
    if _AGREED_UPON.search(told) or _CAN_TELL.search(told) or (told.casefold().startswith("they ") and _others_meant(turn, lead)):
        return True
    if _DONE_TO.search(lead) and not _AGREED.match(told) and not told.startswith(("happy", "left")):
        return True  # "was promised", against "it was agreed to"
    if _EARLIER.search(lead) or ("consider" in sentence.text and _CONDITION.search(sentence.text, mark.start - sentence.start)):
        return True
    if lead.endswith(("which ", "what ")) and _NEEDS.search(told):
        return True  # "any changes which the Head needs to make"
    offices = (wording(sentence, n) for n in sentence.names if n.value == "office" and n.end <= mark.start)
    if words.outside.promises(lead, told, offices) or _THANKS.search(
        sentence.text, mark.start - sentence.start, mark.end - sentence.start + _NEAR
    ):
        return True
    return bool(inside) and inside[0].value in ("group", "body") and not _commits_itself(sentence, mark, wording(sentence, inside[0]))


def _done_in_meeting(sentence: Sentence, mark: Mention, words: TaskWords) -> bool:
    """Whether what is asked is done there and then: "asked the Chair to give an update"."""
    asked = _HERE.search(sentence.text, mark.start - sentence.start, mark.end - sentence.start + _NEAR)
    return asked is not None and not words.says_when(sentence.text[asked.start() :])


def _is_open(sentence: Sentence, mark: Mention, words: TaskWords) -> bool:
    """Whether all are asked for whatever they may have, at no time: "Members were asked to send any comments to the Clerk"."""
    start, end = mark.start - sentence.start, mark.end - sentence.start
    if not _ANYBODY.search(sentence.text, max(0, start - _BEFORE), end):
        return False
    return _WHATEVER.search(sentence.text, start) is not None and not words.says_when(sentence.text[start:])


def _others_meant(turn: Turn, lead: str) -> bool:
    """Whether "they", behind ``lead``, are none of those who speak: nobody does, or those outside were spoken to."""
    contact = _SPOKEN_TO.search(lead)
    ours = [n for n in turn.sentence.names if n.value in ("person", "office", "group") and n.start - turn.sentence.start < len(lead)]
    return not turn.acts or (contact is not None and all(n.start - turn.sentence.start < contact.start() for n in ours))


def _is_others(sentence: Sentence, mark: Mention) -> bool:
    """Whether a body that did not meet is the subject: "Oakshire County Council has been asked to clear the drain" tells what was done."""
    inside = [n for n in sentence.names if mark.start <= n.start < mark.end]
    return bool(inside) and inside[0].value == "body" and not is_ourselves(wording(sentence, inside[0]))


def _commits_itself(sentence: Sentence, mark: Mention, name: str) -> bool:
    """Whether a body or group speaks of its own task: "Councillors would meet", "The Parish Council will write"."""
    if _FIRST_PERSONS.search(name):
        return True
    told = sentence.text[mark.start - sentence.start : mark.end - sentence.start]
    if _NEEDS_OWN.search(told):
        return bool(_A_COUNCIL.fullmatch(name))
    return bool(_OURSELVES.fullmatch(name)) and (not re.search(r"\b(?:would|need)\b", told) or _WRITES.search(told) is not None)


def is_ourselves(name: str) -> bool:
    """Whether a name is that of the body that meets, or of its members: "The Parish Council", "Councillors"."""
    return bool(_FIRST_PERSONS.fullmatch(name.removeprefix("The ").removeprefix("the ")) or _OURSELVES.fullmatch(name))
