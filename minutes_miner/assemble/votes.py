"""Votes: counts, names and outcome, only as far as they are printed beside the decision."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from minutes_miner.assemble.frame_rules import shipped_rules
from minutes_miner.assemble.script import Sentence
from minutes_miner.model import Vote

_WORDS = {
    word: number
    for number, word in enumerate("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split())
}
_NUMBER = r"(\d{1,3}|" + "|".join(_WORDS) + r"|none|nil|no)"
# Forms of counts in minutes: "by 23 votes to 12", "For 26 / Against 20 / Abstain 1", "26 in favour, 20 against and 1 abstention".
_TO = re.compile(rf"\b{_NUMBER}\s(?:votes?\s)?(?:for\s)?to\s{_NUMBER}\b(?!\s?(?:pm|am|\.\d))", re.IGNORECASE)
# "(14:0:1)", "(Vote: 12/3/1)": for, against, abstained.
_THREE = re.compile(r"\((?:\d{1,3}:\d{1,3}:\d{1,3}|votes?:?\s?\d{1,3}\s?[:/–-]\s?\d{1,3}\s?[:/–-]\s?\d{1,3})\)", re.IGNORECASE)
_SIDES = {"in_favour": r"for|in\sfavour|ayes?", "against": r"against|noes", "abstained": r"abstain(?:ed|ing)?|abstentions?"}
_LABEL_FIRST = {
    side: re.compile(rf"\b(?:votes?\s)?(?:{words})\s?[:=–-]?\s?\(?{_NUMBER}\b\)?", re.IGNORECASE) for side, words in _SIDES.items()
}
_NUMBER_FIRST = {
    side: re.compile(rf"\b{_NUMBER}\s(?:votes?\s|members\s)?(?:(?:voted|voting)\s)?(?:{words})\b", re.IGNORECASE)
    for side, words in _SIDES.items()
}
# A line of a division: "For (3): Mr Ash, Mrs Elm", "Members voting against: ...", or the side alone over the names.
_DIVISION = {
    side: re.compile(
        rf"(?:(?:those|members|councillors)\s)?(?:(?:voting|voted)\s)?(?:{words})(?:\sthe\s\w+)?\s?(?:\(\d{{1,3}}\))?\s?(?:[:–-]\s?(?P<rest>.*))?",
        re.IGNORECASE,
    )
    for side, words in _SIDES.items()
}
# Without one of these no pattern above can match, nor those of divisions without one at their beginning.
_SIDE_SIGNS = {"in_favour": ("for", "favour", "aye"), "against": ("against", "noes"), "abstained": ("abst",)}  # in small letters
_ALL_SIGNS = tuple(sign for signs in _SIDE_SIGNS.values() for sign in signs)
_OPENS_DIVISION = ("those", "members", "councillors", "vot", "for", "in", "aye", "against", "noes", "abst")
_LONGEST_OPENING = max(map(len, _OPENS_DIVISION))
_WORD = re.compile(r"\w+")
_FIGURE = re.compile(r"\d")
_NUMBERS = frozenset({*_WORDS, "none", "nil", "no"})
# Words of a sentence that is nothing but a tally, beside its counts: "Voting: ... and ... members".
_TALLY_WORDS = 4
# What may end a line of a division behind its names: "(2)", "– 3".
_NUMBER_LAST = re.compile(r"[\s.]*(?:\(\d{1,3}\)|[–-]\s?\d{1,3})\.?$")
_MOST_OF_A_SIDE = 5  # words of a count: "12 members voted in favour"
_MOST_WORDS = 3 * _MOST_OF_A_SIDE + _TALLY_WORDS
_LONGEST_TALLY = 120  # characters of so many words; they are short ones
# A division list takes up to two lines for each of three sides; before a decision its outcome stands between ("Motion carried.").
_REACH = 6
_REACH_BEFORE = 8


class Votes:
    """The votes that the sentences of an item record."""

    def __init__(self, said: Sequence[Sentence]) -> None:
        self._said = said
        self._beside: dict[int, Vote | None] = {}
        self._shown: dict[int, tuple[bool, bool]] = {}

    def beside(self, at: int) -> Vote | None:
        """The vote recorded with the decision in the sentence ``at``: in it, just before it, or in the sentences after it."""
        if at not in self._beside:
            said = self._said
            near = [*self._before(at), *([said[at]] if self._shows(at)[0] else []), *self._after(at)]
            self._beside[at] = _read(near, said[at]) if near else None
        return self._beside[at]

    def _before(self, at: int) -> Sequence[Sentence]:
        """The sentences of a vote that stand directly before the decision, unless they stand directly after another one."""
        said, first = self._said, at
        while first and at - first < _REACH_BEFORE and (self._shows(first - 1)[0] or (first > 1 and self._shows(first - 2)[1])):
            if _of_another(said[first - 1], said[at]):
                return ()
            first -= 1
        return () if first == at or (first and _of_another(said[first - 1], said[at])) else said[first:at]

    def _after(self, at: int) -> Iterator[Sentence]:
        """The sentences of a vote after the decision, its limbs passed over, up to the next decision."""
        for i, sentence in enumerate(self._said[at + 1 : at + 1 + _REACH], at + 1):
            if sentence.block.kind == "heading":
                return
            if "resolution" in sentence.marks and _states_another(sentence):
                return
            if self._shows(i)[0] or self._shows(i - 1)[1]:
                yield sentence

    def _shows(self, at: int) -> tuple[bool, bool]:
        """Whether the sentence ``at`` tells a vote, and whether it names a side of a division and no more: "For (11)", its names below."""
        if at not in self._shown:
            self._shown[at] = _shown(self._said[at])
        return self._shown[at]


def _read(near: Sequence[Sentence], decision: Sentence) -> Vote:
    text = " ".join([sentence.text for sentence in near])
    values = {mark.value for sentence in near for mark in sentence.of("vote")}
    counts, names = _counts(text, lost="lost" in values), _names(near)
    return Vote(
        text=text,
        outcome=_outcome(values, counts, decision),
        unanimous="unanimous" in values,
        nem_con="nem con" in values,
        in_favour=counts.get("in_favour"),
        against=counts.get("against"),
        abstained=counts.get("abstained"),
        names_for=names.get("in_favour", ()),
        names_against=names.get("against", ()),
        names_abstained=names.get("abstained", ()),
    )


def _outcome(values: set[str], counts: dict[str, int], decision: Sentence) -> str | None:
    if "lost" in values or decision.of("resolution", "lost"):
        return "lost"
    return "carried" if values & {"carried", "unanimous", "nem con"} else _by_count(counts)


def _of_another(sentence: Sentence, decision: Sentence) -> bool:
    """Whether a vote in ``sentence`` is another decision's: one stated there, or a lost motion before a resolution that was adopted."""
    lost = sentence.of("resolution", "lost") or sentence.of("vote", "lost")
    return bool(sentence.of("resolution", "formal", "after")) or bool(lost and not decision.of("resolution", "lost"))


def _states_another(sentence: Sentence) -> bool:
    whole = sentence.of("resolution", "whole") and len(sentence.text.split()) > _TALLY_WORDS
    return bool(whole or sentence.of("resolution", "formal", "after"))


def _shown(sentence: Sentence) -> tuple[bool, bool]:
    text = sentence.text
    rests = [rest for _, rest in _divisions(text)]
    is_side = not all(rests)
    if "vote" in sentence.marks or is_side or any(rest and rest[0].isupper() for rest in rests):
        return True, is_side
    tells = _is_tally(text) or ("(" in text and bool(_THREE.search(text))) or ("against" in text and len(_counted(text)) > 1)
    return tells, False


def _is_tally(text: str) -> bool:
    """Whether a sentence is hardly more than counts: "For 26 / Against 20", or one line of such a list, "Against: 20"."""
    if len(text) > _LONGEST_TALLY:
        return False
    small = text.lower()
    words = _WORD.findall(small) if any(map(small.__contains__, _ALL_SIGNS)) else []
    if not words or len(words) > _MOST_WORDS or (_NUMBERS.isdisjoint(words) and not _FIGURE.search(text)):
        return False
    if len(words) > _MOST_OF_A_SIDE and len(_sides_in(small)) < 2:
        return False  # most sentences with a figure: "for" stands in them, and no other side
    found = _counted(text)
    left = len(words) - sum(len(_WORD.findall(match.group())) for match in found.values())
    return (len(found) > 1 and left <= _TALLY_WORDS) or (len(found) == 1 and left == 0)


def _counted(text: str) -> dict[str, re.Match[str]]:
    """The counts of the sides, in the order of words that finds more of them: "For 26 Against 20" or "26 for, 20 against"."""
    sides = _sides_in(text.lower())
    forms = (_LABEL_FIRST, _NUMBER_FIRST)
    return max(({side: match for side in sides if (match := form[side].search(text))} for form in forms), key=len)


def _sides_in(small: str) -> list[str]:
    """The sides whose signs stand in a text in small letters."""
    return [side for side, signs in _SIDE_SIGNS.items() if any(map(small.__contains__, signs))]


def _divisions(text: str) -> list[tuple[str, str | None]]:
    """The sides of whose division ``text`` may be a line, each with what stands behind it."""
    text = text.strip()
    if not text[:_LONGEST_OPENING].lower().startswith(_OPENS_DIVISION):
        return []
    return [(side, match["rest"]) for side, pattern in _DIVISION.items() if (match := pattern.fullmatch(text))]


def _listed(text: str) -> tuple[str, str] | None:
    """The side and the list of names that a line of a division gives."""
    return next(((side, rest) for side, rest in _divisions(text) if rest and rest[0].isupper()), None)


def _names(near: Sequence[Sentence]) -> dict[str, tuple[str, ...]]:
    """The names of each side, behind it or on the line below it."""
    found: dict[str, tuple[str, ...]] = {}
    side = None
    for sentence in near:
        listed = _listed(sentence.text) or (side and (side, sentence.text))
        side = next((side for side, _ in _divisions(sentence.text)), None) if _shown(sentence)[1] else None
        if listed and not side:
            found[listed[0]] = tuple(person.name for person in shipped_rules().names.read(_NUMBER_LAST.sub("", listed[1]).rstrip(".")))
    return found


def _counts(text: str, *, lost: bool) -> dict[str, int]:
    found: dict[str, int] = {}
    three = _THREE.search(text)
    if three:
        return dict(zip(_SIDES, map(int, re.findall(r"\d+", three.group())), strict=True))
    to = _TO.search(text)
    if to and re.search(r"\b(?:votes?|carried|lost|voted|majority)\b", text, re.IGNORECASE):
        both = [_value(to[1]), _value(to[2])]
        # "Lost by 12 votes to 3" prints the winning side first, which is against.
        found = dict(zip(("in_favour", "against"), sorted(both) if lost else both, strict=True))
    if re.search(r"\bagainst\b|\babst|\bvot", text, re.IGNORECASE):
        found = {side: _value(match[1]) for side, match in _counted(text).items()} | found
    return found if len(found) > 1 else {}


def _value(word: str) -> int:
    return int(word) if word.isdigit() else _WORDS.get(word.casefold(), 0)


def _by_count(counts: dict[str, int]) -> str | None:
    if "in_favour" not in counts or "against" not in counts or counts["in_favour"] == counts["against"]:
        return None
    return "carried" if counts["in_favour"] > counts["against"] else "lost"
