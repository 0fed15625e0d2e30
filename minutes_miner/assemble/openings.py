"""What may stand between the opening word of a decision and the decision: how it was voted, who moved it, its number, a "that"."""

from __future__ import annotations

import re

_GAP = r"[\s:;.,–—\-*(]*"
# "RESOLVED (Proposed Cllr Ash, seconded Cllr Bell)", "RESOLVED, on the motion of Cllr Ash, seconded by Cllr Bell, that ..."
_MOVERS = re.compile(
    rf"{_GAP}(?:\((?:proposed|moved|prop|on\sthe|to)\b[^()]*\)"
    r"|on\s(?:the|a)\s(?:motion|proposal|proposition)\s(?:of|by|from)\s[^:;]{3,140}?(?=,?\s(?:that|to)\b|:)"
    r"|to\s(?:Council|Cabinet|the\s[A-Z]\w+(?:\s[A-Z]\w+)*)\s?(?=[:–—-]))",  # "RECOMMENDED to Council: That ..."
    re.IGNORECASE,
)
# The number that a council gives its resolution: "Resolved 24/117 to ...", "RESOLVED (FC24-25/17):", "RESOLVED No. 24/117".
_NUMBER = re.compile(rf"{_GAP}(?:no\.?\s)?(?:[A-Z]{{1,5}}\s?)?\d{{1,4}}(?:[/-]\d{{1,4}}){{1,3}}[a-z]?(?=[\s:.,);–—-])\)?", re.IGNORECASE)
_SPACED_THAT = re.compile(rf"{_GAP}T\sH\sA\sT\b", re.IGNORECASE)
# Words of a vote, and among them those without which they are none: "by a majority of 6 to 3", "with one abstention", "12 for, 3 against".
_WORD = re.compile(r"[\s:;.,–—\-*(]*([A-Za-z]+(?:\.\s?[Cc]on\b)?|\d{1,3})\b(?:[’']s)?[.)]*")
_TELLING = frozenset(
    """votes vote voting majority unanimous unanimously unopposed abstention abstentions abstained abstaining abstain against favour nem con
    dissent dissenting penderfynwyd unfrydol""".split()
)
_FILLERS = frozenset(
    """by a an the of on with to and for in no casting members councillors present s yn show hands recorded following""".split()
)
# What may end such words, behind a telling one: "by six votes to one", "on the casting vote of the Chairman".
_CLOSING = frozenset(
    """chair chairman chairperson mayor convener president one two three four five six seven eight nine ten eleven twelve thirteen fourteen
    fifteen sixteen seventeen eighteen nineteen twenty none nil nought""".split()
)
_TALLY = re.compile(r"\s*\((?:votes?:?\s?)?\d{1,3}\s?[:/–-]\s?\d{1,3}(?:\s?[:/–-]\s?\d{1,3})?\)", re.IGNORECASE)
_REST = re.compile(r"[\s:;.,–—\-*]*(?:[\"“‘'’]\s?[\"“‘'’]?(?=[Tt]hat\b))?")


def opening_length(text: str) -> int:
    """How much of ``text``, which follows the opening word of a decision, stands before the decision itself."""
    end = 0
    while found := next((n for n in (_length(text, end), _vote_length(text, end)) if n > end), 0):
        end = found
    rest = _REST.match(text, end)
    return rest.end() if rest else end


def _length(text: str, at: int) -> int:
    for pattern in (_MOVERS, _TALLY, _NUMBER, _SPACED_THAT):
        match = pattern.match(text, at)
        if match:
            return match.end()
    return at


def _vote_length(text: str, at: int) -> int:
    """The end of the words of a vote that stand at ``at``, or ``at`` where there are none."""
    end = place = at
    while match := _WORD.match(text, place):
        word, place = match[1].casefold(), match.end()
        telling = word in _TELLING or word.startswith("nem")
        if not (telling or word.isdigit() or word in _FILLERS or word in _CLOSING):
            break
        if telling or (end > at and (word.isdigit() or word in _CLOSING)):
            end = place
    return end
