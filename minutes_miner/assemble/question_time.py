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
# "From Councillor Ash to the Leader of the Council (Councillor Elm)", perhaps in one paragraph with the question below it.
_FROM_TO = re.compile(r"From\s(?=[A-Z])[^?.]{3,90}?\sto\s[^?]{3,140}?(?:[):](?=\s[A-Z“\"])|$)")
# "Ms Oak asked Councillor Ash, Cabinet Member for Parks:"; "asked the following question:" leads in what the next paragraph holds.
_LEADS_IN = re.compile(r"\bquestions?\b[^.?]{0,60}:$")
_ASKS = re.compile(r"[^?:]{3,250}:(?=$|\s[A-Z“\"])")
_QUOTE = "“\"‘'"
# A supplementary question without a name is put by who put the question before it.
_SUPPLEMENTARY = re.compile(r"\W*supplementary(?:\squestion)?\W*$", re.IGNORECASE)
# How far above its question a title stands, in sentences: a long question is several; a supplementary follows question and answer.
_TITLE_REACH, _SUPPLEMENTARY_REACH = 4, 16
# "Q: Is it safe?", "Q3. ..."
_Q = re.compile(r"Q(?:uestion)?\s?\d{0,2}\s?[:.)–-]\s*(?=\S)")
# What stands after the name of somebody who answers by what they will do or do not know.
_WOULD = re.compile(
    r"\s(?:would|will|did\snot(?!\sknow)|could\snot|does\snot|was\s(?:unable|unaware|unsure|not\s(?:sure|aware|able))"
    r"|had(?!\sbeen)|knew|saw|gave|thought|found|(?!(?:arriv|join|enter|return|retir|attend|vot|abstain|mov|propos|second|declar)ed)[a-z]{2,}ed)\b"
)
_AFTER_NAME = re.compile(r"\s?(?:\([^()]{1,60}\))?\s?[:–-]\s+")


def titled(turns: Sequence[Turn], i: int, people: People) -> tuple[Person | None, Person | None]:
    """Asker and addressee that a line above the question of turn ``i`` names."""
    reach = _TITLE_REACH
    for back, turn in enumerate(reversed(turns[max(0, i - _SUPPLEMENTARY_REACH) : i]), 1):
        if back > reach:
            break
        text = turn.sentence.text
        asks = _asks(turn, people)
        if asks:
            return asks
        if _SUPPLEMENTARY.fullmatch(text):
            reach = _SUPPLEMENTARY_REACH
        if _LEADS_IN.search(text) and turn.speaker:
            return turn.speaker, None
        title = _TITLE.match(text)
        sides = _sides(turn, title.end() if title else 0, people) if title or _FROM_TO.fullmatch(text) else None
        if sides:
            return sides
    return None, None


def lead(turn: Turn, people: People) -> tuple[int, Person | None, Person | None]:
    """Where the question begins that shares its sentence with the line above it, with both sides; 0 where none does."""
    text = turn.sentence.text
    title = _FROM_TO.match(text)
    sides = _sides(turn, 0, people) if title and title.end() < len(text) else None
    if title and sides:
        return title.end() + 1, *sides
    asks = _ASKS.match(text) if ": " in text else None
    both = _asks(turn, people) if asks else None
    return (asks.end() + 1, *both) if asks and both else (0, None, None)


def _asks(turn: Turn, people: People) -> tuple[Person, Person | None] | None:
    """Who asks and who is asked in "Ms Oak asked Councillor Ash, Cabinet Member for Parks:", where that leads in the question."""
    sentence = turn.sentence
    ask = next((act for act in turn.acts if act.verb.value == "ask" and act.persons), None)
    match = _ASKS.match(sentence.text) if ask else None
    asked = next((n for n in sentence.names if ask and n.start == ask.verb.end + 1 and speaks(n)), None)
    if not (ask and match and asked) or ask.verb.end > sentence.start + match.end():
        return None
    return ask.persons[0], person_of(sentence, asked, people)


def _sides(turn: Turn, start: int, people: People) -> tuple[Person, Person | None] | None:
    """The first name behind ``start``, and the one behind "to"; of an office with its holder in brackets the holder."""
    sentence = turn.sentence
    names = [n for n in sentence.names if n.start >= sentence.start + start and speaks(n)]
    at = next((i for i, n in enumerate(names) if i and sentence.text[: n.start - sentence.start].endswith((" to ", " to the "))), None)
    if not names:
        return None
    if at is not None and names[at].value == "office" and at + 1 < len(names):
        holder = sentence.text[names[at].end - sentence.start : names[at + 1].start - sentence.start] == " ("
        at += holder
    return person_of(sentence, names[0], people), person_of(sentence, names[at], people) if at is not None else None


def label_end(turn: Turn) -> int:
    """Where the question begins behind "Q:" and the name of who asks ("Q. Councillor Ash – Is it safe?")."""
    sentence = turn.sentence
    match = _Q.match(sentence.text)
    start = sentence.start + (match.end() if match else 0)
    name = speaking_label(turn, start)
    after = _AFTER_NAME.match(sentence.text, name.end - sentence.start) if name else None
    return sentence.start + after.end() if after else start


def unquoted(text: str) -> tuple[int, int]:
    """Where the words begin and end that stand in quotation marks as a whole; all of ``text`` where they do not."""
    quoted = text[:1] in _QUOTE and text[-1:] in "”\"’'"
    return (1, len(text) - 1) if quoted else (0, len(text))


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
