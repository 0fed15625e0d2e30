"""The actions that an item's references mean: "Minute 9 refers", or a line of an action log that opens with a number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from minutes_miner.model import AgendaItem, Meeting, MinuteReference, Unsettled
from minutes_miner.track.candidates import Raised
from minutes_miner.track.choose import Claim
from minutes_miner.track.cited_claims import Cited
from minutes_miner.track.context import Context
from minutes_miner.track.headed import Headed, headed_in
from minutes_miner.track.numbered import NumberedActions, cited_actions, is_count, own_number
from minutes_miner.track.passages import Passage, item_key
from minutes_miner.track.pointed import Pointer, pointers_in
from minutes_miner.track.references import Resolved, body_of, month_named, plain_number, reference_of
from minutes_miner.track.series import Series
from minutes_miner.track.singled import TELLING, Singler, claim_of, speaking_of
from minutes_miner.track.threads import Threads
from minutes_miner.track.whole_minute import is_of_whole, titled_words
from minutes_miner.track.words import paragraphs, sentences, single, terms

# "Item 4 – this has been done": words that are no subject's.
_FEW_WORDS = 2

# The earlier actions that a passage prints again, nearly word for word.
Printed = Callable[[Passage, date], Sequence[Raised]]


class CitationReader:
    """Reads the references of one series, meeting by meeting in date order."""

    def __init__(self, series: Series, context: Context, singler: Singler, printed: Printed) -> None:
        self._series, self._context, self._printed = series, context, printed
        self._singler, self._own = singler, singler.own
        self._numbered = NumberedActions()
        self._threads = Threads(context.raised_in)
        self._taken_up: dict[tuple[int, int], list[Raised]] = defaultdict(list)  # by meeting and place, the earlier actions told of there

    def learn(self, raised: Raised) -> None:
        """Take in an action, for the number that the council gave it."""
        self._numbered.learn(raised)

    def learn_taken_up(self, claim: Claim, meeting: Meeting) -> None:
        """Take in that an item of ``meeting`` tells of an earlier action: later minutes may cite that item for it, and a later log the
        number that its line has."""
        self._taken_up[(id(meeting), claim.passage.under.place)].append(claim.raised)
        line = claim.passage.progress
        number = line and (line.number or line.reference)
        if number and meeting.date:
            self._numbered.learn_row(number, claim.raised, meeting.date)

    def read(self, meeting: Meeting, day: date, passages: Sequence[Sequence[Passage]]) -> Cited:
        """What the references of ``meeting`` settle; ``passages`` are those of each of its items."""
        cited, set_last = Cited(), self._set_last(day)
        for item, said in zip(meeting.items, passages, strict=True):
            for references, month, logged in self._references(item):
                meant = self._meant(references[0], day, month, logged=logged)
                if isinstance(meant, str):
                    cited.unsettled += [_unsettled("reference", each, meant, meeting, item) for each in references]
                elif meant and not (logged and self._prints_another(references[0], meant, said, day)):
                    self._claim(references, meant, said, cited, (meeting, item))
            self._by_number(meeting, day, item, said, cited)
            self._by_label(meeting, day, said, cited)
            for pointer in pointers_in(said):
                if not any(id(passage) in cited.meant for passage in pointer.said):
                    cited.claim(self._pointed(pointer, item, day))
            for headed in headed_in(said):
                cited.claim(self._headed(headed, set_last))
        return cited

    def _by_label(self, meeting: Meeting, day: date, said: Sequence[Passage], cited: Cited) -> None:
        """Claim the actions that paragraphs' labels carry on, each for the sentence most like it."""
        last = next((one for one in reversed(self._series.dated) if one.date and one.date < day and one.items), None)
        for raised, passages in self._threads.read(meeting, said, last):
            cited.claim([claim_of(raised, max(passages, key=lambda passage: self._own(raised, passage.words)))])
            for passage in passages:
                cited.meant.setdefault(id(passage), set())

    def _by_number(self, meeting: Meeting, day: date, item: AgendaItem, said: Sequence[Passage], cited: Cited) -> None:
        """Claim the actions that sentences cite by the numbers the council gave them, but for those that the meeting itself sets."""
        given = {own_number(a.reference) for each in meeting.items for a in each.actions if a.reference}
        for at, told, numbers in cited_actions(said, self._context.book):
            for number in (one for one in numbers if not (at.fresh and one in given)):
                meant = self._of_number(number, told.text, day)
                if isinstance(meant, str):
                    cited.unsettled.append(Unsettled("reference", at.text, meant, item_key(item), item.evidence, meeting.source))
                elif meant:
                    cited.claim((claim_of(raised, told) for raised in meant), by_number=True)
                    cited.meant.setdefault(id(at), set())

    def _of_number(self, number: str, text: str, day: date) -> Sequence[Raised] | str:
        """The actions of a council's own number; or why it is not followed: none has it, or ``text`` is worded like another of them."""
        meant = self._numbered.of(number, day)
        if not meant:
            known = is_count(number) and self._numbered.knows(day)
            return "no earlier meeting in the collection has an action of this number" if known else ()
        words = terms(text)
        if is_count(number) and all(self._own(one, words) < TELLING for one in meant):
            beside = (one for one in self._numbered.beside(meant[0]) if one not in meant)
            if any(self._own(one, words) >= 2 * TELLING for one in beside):
                return "the action of this number is worded otherwise, and another one like this"
        return meant

    def _pointed(self, pointer: Pointer, item: AgendaItem, day: date) -> Iterator[Claim]:
        """The actions of the last meeting's item that a paragraph opens with, as far as its part or its words single them out."""
        numbers = [pointer.number, f"{pointer.number}.{pointer.part}" if pointer.part else pointer.number]
        last = max((one.date for one in self._series.dated if one.date and one.date < day and one.items), default=None)
        for number in reversed(numbers):
            reference = MinuteReference(pointer.text, number, last, None, None, item.evidence)
            resolved = self._context.resolver.resolve(reference, series=self._series, before=day) if last else None
            if isinstance(resolved, Resolved):
                raised = self._context.raised_in(resolved.meeting, resolved.place)
                part = [each for each in raised if pointer.means(each.action, resolved.item)]
                meant = part or [each for each in raised if any(self._own(each, p.words) >= TELLING for p in pointer.said)]
                if not meant and len(raised) == 1 and self._names_nothing_else(pointer.said, raised[0]):
                    meant = list(raised)
                if meant:
                    yield from self._singler.claims(meant, pointer.said, frozenset())
                return

    def _set_last(self, day: date) -> list[Raised]:
        """The actions of the last meeting before ``day``."""
        last = max((one.date for one in self._series.dated if one.date and one.date < day and one.items), default=None)
        meetings = [one for one in self._series.dated if one.date == last]
        return [r for one in meetings for place in range(len(one.items)) for r in self._context.raised_in(one, place)]

    def _headed(self, headed: Headed, set_last: Sequence[Raised]) -> Iterator[Claim]:
        """The actions of the last meeting set under the heading: the only one, or those that the words below single out."""
        meant = [r for r in set_last if headed.means(r)]
        if len(meant) > 1 or (headed.run_in and meant and not self._names_nothing_else(headed.said, meant[0])):
            shared = (
                headed.words if headed.run_in and len(meant) > 1 else frozenset()
            )  # a head tells nothing of which of its actions is meant
            meant = [r for r in meant if any(self._own(r, passage.words - shared) >= TELLING for passage in headed.said)]
        yield from (claim_of(r, max(headed.said, key=lambda passage: self._own(r, passage.words))) for r in meant)

    def _names_nothing_else(self, said: Sequence[Passage], raised: Raised) -> bool:
        """Whether a paragraph has hardly a word beside everyday business and what the action is about: "Item 4 – this has been done"."""
        subject, book = raised.subject, self._context.book
        known = subject.own | subject.heading | subject.around | subject.owner | book.business_words if subject else book.business_words
        words = single(frozenset().union(*(passage.words for passage in said)))
        return len(words - known) <= _FEW_WORDS

    def _references(self, item: AgendaItem) -> Iterator[tuple[Sequence[MinuteReference], int | None, bool]]:
        """The references of an item's log, then of its text, those to one minute together; with the month of the meeting where one is
        named, and whether they are the log's.

        Those that only say which minute is corrected are left out.
        """
        logged = (found for line in item.progress if (found := reference_of(line)))
        yield from ((cited, month, True) for cited, month in _together(logged))
        said = [s for p in paragraphs(item.text) for s in sentences(p)] if item.references else []
        changes = [s for s in said if self._context.book.is_amendment(s)]
        body = body_of(item.title)
        told = (replace(each, committee=each.committee or body) for each in item.references if not any(each.text in s for s in changes))
        yield from ((cited, month, False) for cited, month in _together((each, month_named(item.text, each.text)) for each in told))

    def _meant(self, reference: MinuteReference, day: date, month: int | None, *, logged: bool) -> Sequence[Raised] | str:
        """The actions that a reference may mean: those of that number, or those of the earlier minute (where it raised none, those of
        which it told); or why none can be told. Bare figures in an action log (``logged``) may be either."""
        printed = reference.number or ""
        number = own_number(printed, bare=logged)
        own = self._of_number(number, reference.text, day) if number else ()
        if number and (own_number(printed) if is_count(number) else own):
            return own
        if not printed and logged:
            return self._raised_on(reference.date, month, day)
        resolved = self._context.resolver.resolve(reference, series=self._series, before=day, month=month)
        numbered = [] if isinstance(own, str) else list(own)
        if resolved is None or isinstance(resolved, str):
            return numbered or resolved or ()
        raised: Sequence[Raised] = [r for r in self._context.raised_in(resolved.meeting, resolved.place) if resolved.means(r.action)]
        meant = raised or self._taken_up.get((id(resolved.meeting), resolved.place), ())
        return [*numbered, *(one for one in meant if one not in numbered)]

    def _prints_another(self, reference: MinuteReference, meant: Sequence[Raised], said: Sequence[Passage], day: date) -> bool:
        """Whether a log's line prints an action again that its number does not mean: a list has numbers of its own ("Action 5", "5")."""
        number = own_number(reference.number or "", bare=True)
        if not number or not is_count(number):
            return False
        printed = [raised for passage in speaking_of(reference, said) for raised in self._printed(passage, day)]
        return bool(printed) and not any(raised in meant for raised in printed)

    def _raised_on(self, on: date | None, month: int | None, before: date) -> Sequence[Raised]:
        """The actions of the meeting held ``on`` a day, or of the last one of a month."""
        earlier = [one for one in self._series.dated if one.date and one.date < before and (one.date == on or one.date.month == month)]
        held = [one for one in earlier if one.date == earlier[-1].date]
        return [raised for one in held for place in range(len(one.items)) for raised in self._context.raised_in(one, place)]

    def _claim(
        self,
        references: Sequence[MinuteReference],
        meant: Sequence[Raised],
        said: Sequence[Passage],
        cited: Cited,
        at: tuple[Meeting, AgendaItem],
    ) -> None:
        """Claim the actions that ``references``, all to one minute, mean for the sentences, from each reference's own to the end of its
        paragraph, that speak of them."""
        spoken = [speaking_of(reference, said) for reference in references]
        speaking = [passage for passages in spoken for passage in passages]
        titled = titled_words(speaking, references[0], meant)
        if len(meant) > 1 and len(references) == 1 and is_of_whole(speaking, references[0], meant, self._context.book):
            claims = [claim_of(raised, speaking[0]) for raised in meant]
        else:
            claims = list(self._singler.claims(meant, speaking, titled))
        cited.claim(claims)
        if not claims and speaking:
            reason = f"the minute has {len(meant)} actions, and the wording does not tell which is meant"
            cited.unsettled += [_unsettled("link", each, reason, *at) for each in references]
        for passage in {id(p): p for p in (*(p for each in spoken for p in each[:1]), *(claim.passage for claim in claims))}.values():
            # Where none is claimed another word than the title's may still tell which of several it is.
            left = () if claims else (r.number for r in meant if len(meant) == 1 or self._own(r, passage.words - titled))
            cited.meant.setdefault(id(passage), set()).update(left)
        for passage in speaking if claims else ():
            # What follows in the paragraph goes on about the action claimed, unless it has words of a sibling's own.
            cited.barred.setdefault(id(passage), set()).update(r.number for r in meant if self._own(r, passage.words) < TELLING)


def _together(
    references: Iterable[tuple[MinuteReference, int | None]],
) -> Iterator[tuple[Sequence[MinuteReference], int | None]]:
    """The references to one minute, each of a line or paragraph of its own, with the month that they name."""
    cited: dict[tuple[str, date | None, str | None, int | None], list[MinuteReference]] = defaultdict(list)
    for reference, month in references:
        cited[(plain_number(reference.number or "") or reference.text, reference.date, reference.committee, month)].append(reference)
    yield from ((together, month) for (_, _, _, month), together in cited.items())


def _unsettled(kind: str, reference: MinuteReference, reason: str, meeting: Meeting, item: AgendaItem) -> Unsettled:
    return Unsettled(kind, reference.text, reason, item_key(item), reference.evidence, meeting.source)
