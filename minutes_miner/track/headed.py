"""Parts of matters arising that have the heading under which the last meeting set its actions: "3. Village hall", "a) Bus shelter",
"Bus shelter – no news"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from minutes_miner.track.candidates import Raised
from minutes_miner.track.passages import Passage
from minutes_miner.track.words import Words, head_of, single, terms


@dataclass(frozen=True, slots=True)
class Headed:
    """A heading's words, the number that it has, and the sentences below it or, where it is ``run_in``, of its own paragraph."""

    words: Words
    number: str | None
    said: tuple[Passage, ...]
    run_in: bool = False

    def means(self, raised: Raised) -> bool:
        """Whether the action was set under this heading, be it the item's title or a sub-heading.

        With the number, too, the heading may be shorter or longer than it was; without, it must name more than standing business.
        """
        subject, book = raised.subject, raised.book
        if subject is None:
            return False
        words = single(terms(subject.section or subject.title))
        if self.number and self.number == raised.item.number and not subject.section:
            called = self.words <= words or words <= self.words
        else:
            called = self.words == words and bool(words - book.standing_words - book.business_words)
        return called and bool(subject.section or not book.is_taking_up(subject.title))


def headed_in(said: Sequence[Passage]) -> Iterator[Headed]:
    """The parts of an item that goes through earlier business which have a heading of their own."""
    together: dict[tuple[str, bool], list[Passage]] = {}
    for passage in said:
        above = passage.item.title if passage.under.held else passage.section
        heading = above or head_of(passage.paragraph)
        if passage.taking_up and not passage.progress and heading:
            together.setdefault((heading, not above), []).append(passage)
    for (heading, run_in), passages in together.items():
        words = single(terms(heading))
        below = tuple(passage for passage in passages if not words >= {word for word in single(passage.words) if len(word) > 1})
        if words and below:
            yield Headed(words, passages[0].item.number if passages[0].under.held else None, below, run_in)
