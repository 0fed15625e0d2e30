"""What an action is about, in words: its own, those of its heading, and those of the discussion that it came from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from minutes_miner.model import Action, AgendaItem, Meeting
from minutes_miner.text import normal
from minutes_miner.track.deeds import Deeds
from minutes_miner.track.phrases import PhraseBook
from minutes_miner.track.sections import Line, lines_of
from minutes_miner.track.words import Words, head_of, sentences, single, terms

_NONE: Words = frozenset()
# What follows these says on what terms a thing is to be done, not what: "extend the trial:- (a) subject to ...", "sell the mower; and".
_TERMS_FOLLOW = re.compile(
    r":-|;|(?<=[.?!])\s+(?=[A-Z“\"])|\bsubject to\b|\bprovided that\b|\bon condition\b|\bin order (?:to|that)\b|\bso that\b", re.IGNORECASE
)
# "This quote was agreed, proposed by ...", "All agreed.": the sentence before says what.
_ON_THIS = re.compile(
    r"\W*(?:(?:this|these|that|it|both)(?:\s\w+)?\s(?:was|were)\s(?:all|then|also|unanimously)?\s?(?:agreed|approved|accepted|supported|carried|noted)\b"
    r"|(?:all|unanimously)\s(?:were\s)?(?:agreed|in\s(?:agreement|favour))\W*$)(?!\sthat)",
    re.IGNORECASE,
)
# So many words beyond those of business name a thing: a verb and its object.
_THINGS = 2
# "Trees at the recreation ground" is about the trees.
_WHERE = re.compile(r"\s(?:at|near|along|outside|behind|opposite|beside)\s", re.IGNORECASE)
# "ACTION: Clerk to write to the owner", "Actions – ...": a line of its own below the paragraph that it comes from.
_MARKED = re.compile(r"^\W*(?:agreed\s)?actions?\b", re.IGNORECASE)
# A paragraph that opens with a bullet or a label is on a matter of its own.
_NUMBER = r"\(?[a-z0-9]{1,3}[.)]\s|\d{1,3}(?:\.\d{1,2}){1,2}\.?\s[A-Z]"
_NUMBERED = re.compile(rf"^\s*(?:{_NUMBER})", re.IGNORECASE)
_LABELLED = re.compile(rf"^\s*(?:[•●▪*–-]\s|{_NUMBER})", re.IGNORECASE)


# What a limb brings in ("a task and finish group of four"), and the next one speaks of ("the group").
_MADE = r"(group|party|panel|sub-committee|forum|team|survey|letter|leaflet|review|list|plan)\b"
_BROUGHT_IN = re.compile(rf"\ban?\s(?:[\w’'-]+\s){{0,4}}?{_MADE}", re.IGNORECASE)
_TAKEN_UP = re.compile(rf"\b(?:the|its|their)\s(?:[\w’'-]+\s){{0,3}}?{_MADE}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Subject:
    """An action in words: its own, those of its heading, and those of the discussion that it came from."""

    own: Words  # without the owner's name, the words that say when, and those that say who told of it
    core: Words  # of the own those of its first clause: what is to be done, without the terms
    full: Words  # the own and, where a pronoun stands for its object ("would send it"), those of the sentence before, that names it
    also: tuple[Words, ...]  # of each other place of the minutes that states it: in a table of actions, in the discussion
    before: Words  # of the sentence before the action's own
    owner: Words
    named: Words  # of the item's title, without those of any committee's business; none where the paragraph has a head of its own
    heading: Words  # of the item's title and the paragraph's head, without the words of standing items
    topic: Words  # of the item's title what it is about, where it says at which place that is as well
    around: Words  # of the paragraph, the one before it, and the sentences that speak of the same thing
    said: tuple[Words, ...]  # each sentence of the item
    title: str  # the item's, normalised
    section: str  # the sub-heading that its paragraph stands below
    other_titles: frozenset[str]  # of the same meeting's other items, normalised
    day: date
    due: date | None
    due_text: str  # the words for it as first stated
    text: str  # as first worded
    deeds: Deeds = frozenset()  # the sorts of deed that it asks for
    recommends: bool = False  # to another body, which is to decide
    siblings: int = 0  # the other actions of its item
    report: str | None = None  # it is done once word of something is brought: BROUGHT or TOLD


def subject_of(action: Action, item: AgendaItem, meeting: Meeting, book: PhraseBook, *, due: date | None) -> Subject:
    """What ``action`` of ``item``, due on ``due``, is about. The meeting must have a date. Its sentence is looked for in the record."""
    assert meeting.date is not None
    lines = lines_of(item)
    task = _task(action, book)
    own = terms(task)
    place = _paragraph_of(action, lines)
    near = _near(lines, place, own, book)
    said = tuple(terms(s) for line in lines for s in sentences(line.text))
    named, heading, topic, around = _NONE, _NONE, _NONE, _NONE
    # What a formal item holds beside the action itself ("apologies were received") is the same at every meeting.
    if not book.is_formal(item.title):
        head = _head_over(near, book)
        named = _NONE if head else single(heading_words(item.title, book)) - book.business_words
        heading = head | (_NONE if near and section_words(near[-1].head, book) else heading_words(item.title, book))
        what, *where = _WHERE.split(item.title, maxsplit=1)
        topic = single(heading_words(what, book)) & heading if where else _NONE
        around = _NONE.union(*(terms(line.text) for line in near), *(words for words in said if _akin(own, words)))
    called = single(terms((action.owner or "").replace("/", " ")))
    owner = called - book.business_words or called  # "Cllr Moss" is found by "Moss"; "Clerk" has only that
    own -= owner
    previous = _sentence_before(action, near, book)
    before = terms(book.without_teller(previous)) - owner
    # "Clerk to order the wreath. Ann to buy lanterns and test them": they are not the task before, but what this one names.
    apart = len(single(own) - book.business_words) >= _THINGS and any(normal(previous).endswith(normal(o.text)) for o in item.actions)
    title = normal(item.title)
    return Subject(
        own=own,
        core=terms(_TERMS_FOLLOW.split(task.strip(), maxsplit=1)[0]) & own,
        full=own | before if book.does_point_back(task) and not apart else own,
        also=tuple(words for text in action.also if (words := terms(book.without_teller(text)) - owner)),
        before=before,
        owner=owner,
        named=named,
        heading=heading,
        topic=topic,
        around=around - own - heading,
        said=said,
        title=title,
        section=near[-1].head if near else "",
        other_titles=frozenset(normal(other.title) for other in meeting.items) - {title},
        day=meeting.date,
        due=due,
        due_text=action.due.text or "",
        text=action.text,
        deeds=book.deeds.asked(task),
        recommends=book.names_recommendation(task),
        siblings=len(item.actions) - 1,
        report=book.report_asked_by(action.text),
    )


def heading_words(title: str, book: PhraseBook) -> Words:
    """The words of ``title`` that name a subject: none for "Finance" or "Matters arising"."""
    return terms(title, without=book.standing_words)


def head_words(text: str, book: PhraseBook, *, standing: bool = False) -> Words:
    """The words of a paragraph's head; none where they are those of standing items only ("Accounts"), unless ``standing`` heads count."""
    words = terms(head_of(text))
    return words if standing or single(words) - book.standing_words else _NONE


def section_words(head: str, book: PhraseBook) -> Words:
    """The words of a sub-heading; none where they are those of standing items only ("Finance")."""
    words = terms(head)
    return words if single(words) - book.standing_words else _NONE


def _task(action: Action, book: PhraseBook) -> str:
    """The action's words without those that say who told of it ("The Head of Parks replied that ...") and when it is due."""
    task = book.without_teller(action.text)
    due = action.due.text
    bare = task.replace(due, " ") if due else task
    return bare if single(terms(bare)) else action.text


def _head_over(near: list[Line], book: PhraseBook) -> Words:
    """The words of the sub-heading and the head over an action: "ACTION: ..." is about what the paragraph before it is headed with."""
    if not near:
        return _NONE
    marked = _MARKED.match(near[-1].text)
    heading = [line.text for line in near[:-1] if marked and normal(head_of(line.text)) != normal(line.text)]
    return section_words(near[-1].head, book).union(*(head_words(text, book) for text in (*heading, near[-1].text)))


def _near(lines: list[Line], place: int | None, words: Words, book: PhraseBook) -> list[Line]:
    """The action's paragraph, with the one before it unless its own opens a matter.

    Of numbered parts of the item before a list of its tasks, the one that is most like the action.
    """
    if place is None:
        return []
    own = lines[place]
    opens = (
        (_LABELLED.match(own.text) and not (place and _takes_up(own.text, lines[place - 1].text)))
        or head_words(own.text, book)
        or (place and lines[place - 1].is_head)
    )
    if opens or not place:
        return [own]
    parts = [] if _NUMBERED.match(own.text) else [line for line in lines[:place] if _NUMBERED.match(line.text)]
    before = max(reversed(parts), key=lambda line: len(terms(line.text) & words)) if len(parts) > 1 else lines[place - 1]
    return [before, own]


def _takes_up(text: str, before: str) -> bool:
    """Whether ``text`` speaks of what the paragraph ``before`` it brings in: "That a panel be set up", "That the panel report"."""
    brought_in = {match[1].casefold() for match in _BROUGHT_IN.finditer(before)}
    return bool(brought_in) and any(match[1].casefold() in brought_in for match in _TAKEN_UP.finditer(text))


def _sentence_before(action: Action, near: list[Line], book: PhraseBook) -> str:
    """The sentence before the action's; "" where there is none."""
    said = [sentence for line in near for sentence in sentences(line.text)]
    words = normal(action.text)
    at = next((n for n, sentence in enumerate(said) if words and words in normal(sentence)), 0)
    return _with_named(said, at - 1, book) if at else ""


def _with_named(said: list[str], at: int, book: PhraseBook) -> str:
    """The sentence at this place; where it only decides on "this", behind those back to the one that names it."""
    first = at - 1 if at and _ON_THIS.match(said[at]) else at
    while first and first < at and book.does_go_on(said[first]):
        first -= 1
    return " ".join(said[first : at + 1])


def _akin(own: Words, words: Words) -> bool:
    """A sentence of the discussion speaks of the action where it holds two fifths of its words, and two at least."""
    shared = len(own & words)
    return shared >= 2 and shared >= 0.4 * len(own)


def _paragraph_of(action: Action, lines: list[Line]) -> int | None:
    plain = [normal(line.text) for line in lines]
    quote = normal(action.evidence.quote)
    for wanted in (action.text, action.evidence.quote, *action.also):
        words = normal(wanted)
        found = [number for number, line in enumerate(plain) if words and words in line]
        if found:
            return next((number for number in found if quote in plain[number]), found[0])
    return None
