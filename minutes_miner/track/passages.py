"""The sentences of later minutes, and the lines of their action logs, that may take an action up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from minutes_miner.model import AgendaItem, Meeting, Progress
from minutes_miner.text import normal
from minutes_miner.track.amended import changes_in
from minutes_miner.track.payments import payments_in
from minutes_miner.track.phrases import PhraseBook
from minutes_miner.track.sections import lines_of
from minutes_miner.track.subjects import head_words, heading_words, section_words
from minutes_miner.track.words import Words, is_bare_head, opens_matter, sentences, single, terms

_NONE: Words = frozenset()


@dataclass(frozen=True, slots=True)
class LaterItem:
    """An item of a later meeting, as its passages are read by."""

    place: int  # in its meeting, from 0
    item: AgendaItem
    title: str  # normalised
    title_words: Words  # without the words of standing items
    taking_up: bool  # matters arising and the like, or held by them
    held: bool  # it has a title of its own below "Matters arising"
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
    recalled: str | None = None  # the words by which the sentence names the meeting that asked for it: "at the last meeting"
    length: int = 0  # of ``words``, in words that tell something
    section: str = ""  # the sub-heading that it stands below
    paid: bool = False  # an entry of a list of payments
    of_title: bool = False  # the item's first sentence, which has a pronoun for what the title names ("SIGNS These have come.")

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


def passages_of(meeting: Meeting, book: PhraseBook) -> Iterator[Passage]:
    """The passages of ``meeting`` in order: of each item the lines of its action log, then each sentence of its record.

    What changes earlier minutes is left out; of items that list what is to come, all but sentences that refer to an earlier minute.
    """
    titles = tuple(_NONE if book.is_formal(item.title) else heading_words(item.title, book) for item in meeting.items)
    for place, item in enumerate(meeting.items):
        tasks = tuple(terms(action.text) for action in item.actions)
        own = book.is_taking_up(item.title)
        held = not own and bool(item.under) and book.is_taking_up(item.under)
        under = LaterItem(place, item, normal(item.title), titles[place], own or held, held, tasks, titles, meeting.date)
        yield from (_line(line, under) for line in item.progress)
        ahead = book.is_looking_ahead(item.title)
        yield from (p for p in _sentences(under, book) if not ahead or any(r.text in p.text for r in item.references))


def _line(line: Progress, under: LaterItem) -> Passage:
    words = terms(line.action_text or line.text)
    return Passage(under, line.text, words, _NONE, line.text, terms(line.text) - words, progress=line, length=len(single(words)))


def _payment(entry: str, under: LaterItem) -> Passage:
    words = terms(entry)
    return Passage(under, entry, words, _NONE, entry, _NONE, length=len(single(words)), paid=True)


def _sentences(under: LaterItem, book: PhraseBook) -> Iterator[Passage]:
    logged = [normal(line.text) for line in under.item.progress]
    stated = [normal(text) for action in under.item.actions for text in (action.text, *action.also)]
    changes = set(changes_in(under.item, book))
    before = _NONE if under.taking_up else terms(under.item.title)
    first = not under.taking_up
    for line in lines_of(under.item):
        paragraph = line.text
        if line.is_head and book.is_taking_up(paragraph):
            under = replace(under, taking_up=True)  # "Matters arising" below "Minutes of the last meeting"
        head = head_words(paragraph, book, standing=under.taking_up) | section_words(line.head, book)
        whole = terms(paragraph)
        paid = payments_in(paragraph)
        yield from (_payment(entry, under) for entry in paid)
        parts = sentences(paragraph)
        for sentence in () if paid else parts:
            plain = normal(sentence)
            if sentence is parts[0] and len(parts) > 1 and is_bare_head(sentence):
                before = terms(sentence)  # which the next one goes on with; what it names, all that follow have as their head
                continue
            if plain and sentence not in changes and not any(plain in line for line in logged):
                said = terms(sentence)
                goes_on = book.does_go_on(sentence)
                words = said | before if goes_on else said
                recalled = book.recalled_meeting(sentence)
                fresh = not recalled and any(plain in task or task in plain for task in stated if task)
                own_head = head_words(sentence, book, standing=under.taking_up)
                if opens_matter(sentence):
                    head = section_words(line.head, book) | own_head
                heads = head | own_head
                length, of_title = len(single(words)), first and goes_on
                yield Passage(
                    under, sentence, words, heads, paragraph, whole - words, fresh, None, recalled, length, line.head, of_title=of_title
                )
                before, first = said, False
        before = _NONE
