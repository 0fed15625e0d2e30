"""The texts the tracker compares: what an action is about, and the sentences of later minutes that may take it up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from minutes_miner.model import Action, AgendaItem, Meeting, Progress
from minutes_miner.text import normal
from minutes_miner.track.phrases import PhraseBook
from minutes_miner.track.words import Words, head_of, paragraphs, sentences, single, terms

_NONE: Words = frozenset()


@dataclass(frozen=True, slots=True)
class Subject:
    """An action in words: its own, those of its heading, and those of the discussion that it came from."""

    own: Words  # without the owner's name
    owner: Words
    named: Words  # of the item's title, without those of any committee's business; none where the paragraph has a head of its own
    heading: Words  # of the item's title and the paragraph's head, without the words of standing items
    around: Words  # of the paragraph, the one before it, and the sentences that speak of the same thing
    said: tuple[Words, ...]  # each sentence of the item
    title: str  # the item's, normalised
    other_titles: frozenset[str]  # of the same meeting's other items, normalised
    day: date
    due: date | None
    text: str  # as first worded
    report: str | None = None  # it is done once word of something is brought: BROUGHT or TOLD


@dataclass(frozen=True, slots=True)
class LaterItem:
    """An item of a later meeting, as its passages are read by."""

    place: int  # in its meeting, from 0
    item: AgendaItem
    title: str  # normalised
    title_words: Words  # without the words of standing items
    taking_up: bool  # matters arising and the like
    tasks: tuple[Words, ...]  # each action of the item
    titles: tuple[Words, ...]  # of all the meeting's items, as ``title_words``
    day: date | None  # of the meeting


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence of a later item, or one line of its action log, with the words that stand around it."""

    under: LaterItem
    text: str
    words: Words
    head_words: Words  # of the paragraph's and the sentence's own head ("Village sign – ...")
    paragraph: str
    around: Words  # of the paragraph, without ``words``
    fresh: bool = False  # the sentence states an action of the later meeting's own
    progress: Progress | None = None
    length: int = 0  # of ``words``, in words that tell something

    @property
    def item(self) -> AgendaItem:
        """The item that the passage stands under."""
        return self.under.item

    @property
    def taking_up(self) -> bool:
        """Whether the passage goes through earlier actions: under matters arising, or a line of an action log."""
        return self.under.taking_up or self.progress is not None


def item_key(item: AgendaItem) -> str:
    """How an item is named to a reader: its number, or its title where it has none."""
    return item.number or item.title


def subject_of(action: Action, item: AgendaItem, meeting: Meeting, book: PhraseBook, *, due: date | None) -> Subject:
    """What ``action`` of ``item``, due on ``due``, is about. The meeting must have a date. Its sentence is looked for in the record."""
    assert meeting.date is not None
    lines = paragraphs(item.text)
    own = terms(action.text)
    place = _paragraph_of(action, lines)
    near = lines[max(0, place - 1) : place + 1] if place is not None else []
    said = tuple(terms(s) for line in lines for s in sentences(line))
    named, heading, around = _NONE, _NONE, _NONE
    # What a formal item holds beside the action itself ("apologies were received") is the same at every meeting.
    if not book.is_formal(item.title):
        head = _head(near[-1], book) if near else _NONE
        named = _NONE if head else single(_heading(item.title, book)) - book.business_words
        heading = _heading(item.title, book) | head
        around = _NONE.union(*(terms(line) for line in near), *(words for words in said if _akin(own, words)))
    called = single(terms(action.owner or ""))
    owner = called - book.business_words or called  # "Cllr Moss" is found by "Moss"; "Clerk" has only that
    title = normal(item.title)
    return Subject(
        own=own - owner,
        owner=owner,
        named=named,
        heading=heading,
        around=around - own - heading,
        said=said,
        title=title,
        other_titles=frozenset(normal(other.title) for other in meeting.items) - {title},
        day=meeting.date,
        due=due,
        text=action.text,
        report=book.report_asked_by(action.text),
    )


def _heading(title: str, book: PhraseBook) -> Words:
    """The words of ``title`` that name a subject: none for "Finance" or "Matters arising"."""
    return terms(title, without=book.standing_words)


def _head(text: str, book: PhraseBook, *, standing: bool = False) -> Words:
    """The words of a paragraph's head; none where they are those of standing items only ("Accounts"), unless ``standing`` heads count."""
    words = terms(head_of(text))
    return words if standing or single(words) - book.standing_words else _NONE


def _akin(own: Words, words: Words) -> bool:
    """A sentence of the discussion speaks of the action where it holds two fifths of its words, and two at least."""
    shared = len(own & words)
    return shared >= 2 and shared >= 0.4 * len(own)


def _paragraph_of(action: Action, lines: list[str]) -> int | None:
    plain = [normal(line) for line in lines]
    for wanted in (action.text, action.evidence.quote, *action.also):
        words = normal(wanted)
        for number, line in enumerate(plain):
            if words and words in line:
                return number
    return None


def passages_of(meeting: Meeting, book: PhraseBook) -> Iterator[Passage]:
    """The passages of ``meeting`` in order: of each item the lines of its action log, then each sentence of its record.

    Of items that only list what is to come, only the sentences that refer to an earlier minute are read.
    """
    titles = tuple(_NONE if book.is_formal(item.title) else _heading(item.title, book) for item in meeting.items)
    for place, item in enumerate(meeting.items):
        tasks = tuple(terms(action.text) for action in item.actions)
        under = LaterItem(place, item, normal(item.title), titles[place], book.is_taking_up(item.title), tasks, titles, meeting.date)
        yield from (_line(line, under) for line in item.progress)
        ahead = book.is_looking_ahead(item.title)
        yield from (p for p in _sentences(under, book) if not ahead or any(r.text in p.text for r in item.references))


def _line(line: Progress, under: LaterItem) -> Passage:
    words = terms(line.action_text or line.text)
    return Passage(under, line.text, words, _NONE, line.text, terms(line.text) - words, progress=line, length=len(single(words)))


def _sentences(under: LaterItem, book: PhraseBook) -> Iterator[Passage]:
    logged = [normal(line.text) for line in under.item.progress]
    stated = [normal(text) for action in under.item.actions for text in (action.text, *action.also)]
    for paragraph in paragraphs(under.item.text):
        head = _head(paragraph, book, standing=under.taking_up)
        whole = terms(paragraph)
        for sentence in sentences(paragraph):
            plain = normal(sentence)
            if plain and not any(plain in line for line in logged):
                words = terms(sentence)
                fresh = any(plain in task or task in plain for task in stated if task)
                heads = head | _head(sentence, book, standing=under.taking_up)
                yield Passage(under, sentence, words, heads, paragraph, whole - words, fresh, length=len(single(words)))
