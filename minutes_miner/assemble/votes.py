"""Votes: counts, names and outcome, only as far as they are printed beside the decision."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutes_miner.assemble.speech import Turn
from minutes_miner.model import Vote

_WORDS = {w: i for i, w in enumerate("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split())}
_NUMBER = r"(\d{1,3}|" + "|".join(_WORDS) + r"|none|nil|no)"
# Forms of counts in minutes: "by 23 votes to 12", "For 26 / Against 20 / Abstain 1", "26 in favour, 20 against and 1 abstention".
_TO = re.compile(rf"\b{_NUMBER}\s(?:votes?\s)?(?:for\s)?to\s{_NUMBER}\b(?!\s?(?:pm|am|\.\d))", re.IGNORECASE)
_LABELLED = {
    "in_favour": re.compile(rf"\b(?:votes?\s)?(?:for|in\sfavour|ayes?)\s?[:=–-]?\s?\(?{_NUMBER}\b|\b{_NUMBER}\s(?:votes?\s|members\s)?(?:(?:voted|voting)\s)?(?:for|in\sfavour)\b", re.I),
    "against": re.compile(rf"\b(?:against|noes|no\svotes)\s?[:=–-]?\s?\(?{_NUMBER}\b|\b{_NUMBER}\s(?:votes?\s|members\s)?(?:(?:voted|voting)\s)?against\b", re.I),
    "abstained": re.compile(rf"\b(?:abstain(?:ed|ing)?|abstentions?)\s?[:=–-]?\s?\(?{_NUMBER}\b|\b{_NUMBER}\s(?:members\s)?abst(?:entions?|ained|aining)\b", re.I),
}
_NAMES = {
    "names_for": re.compile(r"^(?:members\s)?(?:voting\s)?(?:for|in favour)(?:\sthe\s\w+)?(?:\s\(\d+\))?\s?[:–-]\s(?P<names>.+)$", re.I),
    "names_against": re.compile(r"^(?:members\s)?(?:voting\s)?against(?:\sthe\s\w+)?(?:\s\(\d+\))?\s?[:–-]\s(?P<names>.+)$", re.I),
    "names_abstained": re.compile(r"^(?:members\s)?(?:abstaining|abstained|abstentions?|abstain)(?:\s\(\d+\))?\s?[:–-]\s(?P<names>.+)$", re.I),
}
# The division list stands below the decision, at most this many sentences away.
_REACH = 5


def read_vote(at: int, turns: Sequence[Turn]) -> Vote | None:
    """The vote recorded with the decision in ``turns[at]``: in its sentence, those after it in the same block, or a division list below."""
    near = _near(at, turns)
    marks = [m for t in near for m in t.sentence.of("vote")]
    text = " ".join(t.sentence.text for t in near if t.sentence.of("vote") or _counts(t.sentence.text))
    names = _names([t.sentence.text for t in turns[at : at + 1 + _REACH]])
    if not marks and not names:
        return None
    counts = _counts(text)
    values = {m.value for m in marks}
    return Vote(
        text=text or next(t.sentence.text for t in turns[at : at + 1 + _REACH]),
        outcome="lost" if "lost" in values else "carried" if values & {"carried", "unanimous", "nem con"} else _by_count(counts),
        unanimous="unanimous" in values,
        nem_con="nem con" in values,
        **counts,
        **{k: tuple(v) for k, v in names.items()},  # type: ignore[arg-type]
    )


def _near(at: int, turns: Sequence[Turn]) -> list[Turn]:
    first = turns[at]
    found = [first]
    if at and turns[at - 1].sentence.of("vote") and not turns[at - 1].sentence.of("resolution", "formal", "after", "whole"):
        found.insert(0, turns[at - 1])
    for turn in turns[at + 1 : at + 1 + _REACH]:
        if turn.sentence.of("resolution", "formal", "after", "whole") or turn.sentence.block.kind == "heading":
            break
        if turn.sentence.of("vote") or _counts(turn.sentence.text):
            found.append(turn)
    return found


def _counts(text: str) -> dict[str, int]:
    found = {}
    to = _TO.search(text)
    if to and re.search(r"\b(?:votes?|carried|lost|voted)\b", text, re.IGNORECASE):
        found = {"in_favour": _value(to[1]), "against": _value(to[2])}
    for key, pattern in _LABELLED.items():
        match = pattern.search(text)
        if match and re.search(r"\bagainst\b|\babst|\bvot", text, re.IGNORECASE):
            found.setdefault(key, _value(next(g for g in match.groups() if g)))
    return found if len(found) > 1 else {}


def _value(word: str) -> int:
    return int(word) if word.isdigit() else _WORDS.get(word.casefold(), 0)


def _by_count(counts: dict[str, int]) -> str | None:
    if "in_favour" not in counts or "against" not in counts or counts["in_favour"] == counts["against"]:
        return None
    return "carried" if counts["in_favour"] > counts["against"] else "lost"


def _names(texts: Sequence[str]) -> dict[str, list[str]]:
    found = {}
    for text in texts:
        for key, pattern in _NAMES.items():
            match = pattern.match(text.strip())
            if match and not re.match(r"^\d+\b", match["names"]):
                found[key] = [n for n in re.split(r",\s|;\s|\sand\s", match["names"].rstrip(".")) if n.strip()]
    return found
