"""Question time: records in which a line names who asks whom, and question and answer stand in paragraphs of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutes_miner.assemble.persons import People, Person
from minutes_miner.assemble.speech import Turn, person_of, speaks
from minutes_miner.model import Mention

# "Question 2 by Mr Ash to the Leader of the Council:", "Question 3 – Councillor Ash to Councillor Elm", "Question from Ms Oak".
_TITLE = re.compile(
    r"(?:supplementary\s)?question(?:\s(?:no\.?\s?)?\d+)?(?:\s(?:by|from|asked\sby|put\sby)|\s?[:–-](?:\s?(?:by|from))?)\s", re.IGNORECASE
)
# "asked the following question:" leads in the question that the next paragraph holds.
_LEADS_IN = re.compile(r"\bquestions?\b[^.?]{0,60}:$")
# A supplementary question without a name is put by who put the question before it.
_SUPPLEMENTARY = re.compile(r"\W*supplementary(?:\squestion)?\W*$", re.IGNORECASE)
# How far above its question a title stands, in sentences: a long question is several; a supplementary follows question and answer.
_TITLE_REACH, _SUPPLEMENTARY_REACH = 4, 16
# "Q: Is it safe?", "Q3. ..."
_Q = re.compile(r"Q(?:uestion)?\s?\d{0,2}\s?[:.)–-]\s*(?=\S)")
# What stands after the name of somebody who answers by what they will do or do not know.
_WOULD = re.compile(r"\s(?:would|will|did\snot(?!\sknow)|could\snot|does\snot|was\s(?:unable|unaware|unsure|not\s(?:sure|aware|able)))\b")
_AFTER_NAME = re.compile(r"\s?(?:\([^()]{1,60}\))?\s?[:–-]\s+")


def titled(turns: Sequence[Turn], i: int, people: People) -> tuple[Person | None, Person | None]:
    """Asker and addressee that a line above the question of turn ``i`` names."""
    reach = _TITLE_REACH
    for back, turn in enumerate(reversed(turns[max(0, i - _SUPPLEMENTARY_REACH) : i]), 1):
        if back > reach:
            break
        text = turn.sentence.text
        if _SUPPLEMENTARY.fullmatch(text):
            reach = _SUPPLEMENTARY_REACH
        if _LEADS_IN.search(text) and turn.speaker:
            return turn.speaker, None
        title = _TITLE.match(text)
        names = [n for n in turn.sentence.names if title and n.start >= turn.sentence.start + title.end() and speaks(n)]
        if names:
            asked = [n for n in names[1:] if text[: n.start - turn.sentence.start].endswith(" to ")]
            return person_of(turn.sentence, names[0], people), person_of(turn.sentence, asked[0], people) if asked else None
    return None, None


def label_end(turn: Turn) -> int:
    """Where the question begins behind "Q:" and the name of who asks ("Q. Councillor Ash – Is it safe?")."""
    sentence = turn.sentence
    match = _Q.match(sentence.text)
    start = sentence.start + (match.end() if match else 0)
    name = speaking_label(turn, start)
    after = _AFTER_NAME.match(sentence.text, name.end - sentence.start) if name else None
    return sentence.start + after.end() if after else start


def answers(turn: Turn) -> list[Mention]:
    """Who answers in a sentence that has no verb of speech: "Ms Shah: It is.", "The Director would look into this." """
    sentence = turn.sentence
    label = speaking_label(turn)
    if label:
        return [label]
    return [n for n in sentence.names[:1] if n.start == sentence.start and speaks(n) and _WOULD.match(sentence.text, n.end - n.start)]


def speaking_label(turn: Turn, start: int | None = None) -> Mention | None:
    """The name that labels what a sentence says ("Councillor Ash: Is it safe?"), looked for at ``start``."""
    sentence = turn.sentence
    first = next((n for n in sentence.names if n.start == (sentence.start if start is None else start) and speaks(n)), None)
    return first if first and _AFTER_NAME.match(sentence.text, first.end - sentence.start) else None
