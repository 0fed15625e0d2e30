"""The rules of the tracker, compiled: which items take earlier actions up, which sentences ask, go on or bring a report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from minutes_miner.rulebook import RuleBook, load
from minutes_miner.text import normal
from minutes_miner.track.concepts import Concepts, concepts_of
from minutes_miner.track.deeds import DeedBook, deed_book
from minutes_miner.track.outcome import DEFERRED, DONE, DROPPED, OPEN_STILL, REPLACED, OutcomeReader
from minutes_miner.track.prices import PriceBook, price_book
from minutes_miner.track.readings import Reading, Readings, readings_of
from minutes_miner.track.words import Words, stem

# Word that an action asks for: a report brought to the meeting, an answer told; word that is not there yet; that it is on today's agenda.
BROUGHT, TOLD, DISCUSSED, WITHHELD, TODAY = "brought", "told", "discussed", "withheld", "today"

# A clause ends before "but" and the like, and before an "and" that a new subject and its verb follow ("... and Mr Ash had replied").
_VERB = r"(?:has|have|had|was|were|is|are|will|would)"
# It ends, too, before an "and" that goes on with what is still to come or undone ("... has been ordered and will be fitted", "... was
# reported in May and has not been mended").
_TURN = r"(?:(?<!\ball )(?<!\bthing )(?<!\bone )but|however|although|though|whereas|while|whilst)"
_AHEAD = rf"(?:(?:will|would|shall)\b|(?:is|are|was|were)\s(?:now\s)?to\b|(?:has|have|had)\s(?:still|yet)\b|{_VERB}\s(?:still\s)?not\b)"
_CLAUSE = re.compile(rf"\s*(?:;|,?\s{_TURN}\b|,?\sand\s(?=(?:\w+\s){{1,4}}?{_VERB}\b|{_AHEAD}))\s*", re.IGNORECASE)
# "The Clerk advised that she was awaiting a reply" tells nothing of what she was to find out.
_NO_ANSWER = frozenset(("progress.awaited", "progress.negated", "progress.chased", "progress.under-way"))
# A condition, a wish or a complaint keeps an action open, but is no report on one: sentences on any subject hold them.
_NO_REPORT = frozenset(("progress.conditional", "progress.intended", "progress.trouble"))
# Before these an action has begun: "Clerk to thank Mr Ash, who said that ..." is not told by Mr Ash.
_TASKED = re.compile(r"\b(?:to|would|will|shall|who|which)\b|[.;]\s", re.IGNORECASE)
# What takes back the "all" that follows it.
_NOT_ALL = re.compile(r"\b(?:not|nearly|almost|virtually|hardly)\s$", re.IGNORECASE)


@dataclass(frozen=True)
class PhraseBook:
    """The tracker's rules, ready to be tried."""

    outcome: OutcomeReader  # what a sentence says became of a thing, as (one of PRECEDENCE, rule id)
    taking_up: Readings
    formal: Readings
    looking_ahead: Readings
    refers_back: Readings
    recalls: Readings
    asking: Readings
    goes_on: Readings
    amendment: Readings
    report_asked: Readings
    report_given: Readings
    executive: Readings
    setting: Readings
    asks: Readings
    party: Readings
    shown_asked: Readings
    work_asked: Readings
    first_step: Readings
    final_word: Readings
    handed_on: Readings
    answer_awaited: Readings
    teller: Readings
    points_back: Readings
    recommending: Readings
    decided: Readings
    sending_on: Readings
    deeds: DeedBook
    prices: PriceBook
    concepts: Concepts
    all_at_once: Readings
    noted: Readings
    new_date: Readings
    business_words: Words
    standing_words: Words
    office_words: Words
    deferral_words: Words
    colours: frozenset[str]
    scrutiny_bodies: frozenset[str]

    def tells_open(self, sentence: str) -> bool:
        """Whether ``sentence`` reports that a thing is awaited, begun or put off."""
        value, rule = self.outcome(sentence)
        return value in OPEN_STILL and rule not in _NO_REPORT

    def is_taking_up(self, title: str) -> bool:
        """Whether an item of this ``title`` goes through earlier actions: matters arising, an action log."""
        return self.taking_up.found_in(title)

    def is_formal(self, title: str) -> bool:
        """Whether an item of this ``title`` goes the same way at every meeting: apologies, approving the minutes."""
        return self.formal.found_in(title) and not self.is_taking_up(title)

    def is_looking_ahead(self, title: str) -> bool:
        """Whether an item of this ``title`` lists what is to come, such as the next agenda."""
        return self.looking_ahead.found_in(title)

    def does_refer_back(self, sentence: str) -> bool:
        """Whether ``sentence`` itself points to an earlier meeting ("as agreed at the last meeting")."""
        return self.refers_back.found_in(sentence)

    def recalled_meeting(self, sentence: str) -> str | None:
        """The words by which ``sentence`` names the meeting that agreed or asked for what it speaks of; None where it names none."""
        if "meeting" not in sentence:
            return None
        return next((match[0] for _, match in self.recalls.matches(sentence)), None)

    def is_question(self, sentence: str) -> bool:
        """Whether ``sentence`` asks or tells of a question: it reports nothing itself."""
        return sentence.rstrip('"”’) ').endswith("?") or self.asking.found_in(sentence)

    def does_go_on(self, sentence: str) -> bool:
        """Whether ``sentence`` still speaks of what the last one named: it begins with a pronoun, or gives an answer."""
        return self.goes_on.found_in(sentence)

    def is_to_ask(self, action: str) -> bool:
        """Whether ``action`` is to ask or apply to others, so that their refusal, too, shows that it was done."""
        return self.asks.found_in(action) and not self.to_executive(action)

    def asked_party(self, action: str) -> str | None:
        """The words of ``action`` that begin, or end, with whom it asks: "the county to mend the lamp"; None where it asks nobody."""
        found = self.party.matches(action)
        return next((action[: match.start()] if each.value == "before" else action[match.end() :] for each, match in found), None)

    def shows_asked(self, sentence: str) -> bool:
        """Whether ``sentence`` speaks of an answer, or of none, to what must then have been sent or put up."""
        return self.shown_asked.found_in(sentence)

    def only_prepares(self, sentence: str, action: str) -> bool:
        """Whether ``action`` asks for work, and ``sentence`` tells of nothing done but a first step towards it ("the wood is ordered")."""
        asked = {each.value for each, _ in self.work_asked.matches(action)}
        if not asked or self.is_to_ask(action):
            return False
        rest = sentence
        for each in self.first_step.worth_trying(sentence):
            rest = each.pattern.sub(" _ ", rest) if each.value in asked else rest
        return rest != sentence and self.outcome(rest)[0] != DONE

    def is_step(self, note: str) -> bool:
        """Whether ``note`` tells of a step that work, a purchase or a search begins with: "Contractor found", "Parts ordered"."""
        return self.first_step.found_in(note)

    def is_final(self, note: str) -> bool:
        """Whether ``note``, in an action log, opens with the word by which logs close an action: "Done", "Now complete"."""
        return self.final_word.found_in(note)

    def is_handed_on(self, note: str) -> bool:
        """Whether ``note`` says only that another has the matter now, or that a meeting will: "Passed to Cllr Moss", "On the agenda"."""
        return self.handed_on.found_in(note)

    def is_answer_awaited(self, note: str) -> bool:
        """Whether ``note`` says only that what was done is not answered yet: "reply awaited"."""
        return self.answer_awaited.found_in(note)

    def all_done(self, sentence: str) -> str | None:
        """The id of the rule by which ``sentence`` says that all actions of the last meeting were done; None where it does not."""
        for each, match in self.all_at_once.matches(sentence):
            whole = not _NOT_ALL.search(sentence[: match.start()]) and not self.is_question(sentence)
            if whole and (each.value != DONE or self.outcome(match[0])[0] == DONE):
                return each.rule
        return None

    def set_to(self, sentence: str) -> list[str]:
        """The words by which somebody agreed or was asked to do a thing, the last of them what ("had agreed to mend"); empty if nobody."""
        return next((match[0].split() for _, match in self.setting.matches(sentence)), [])

    def without_teller(self, action: str) -> str:
        """``action`` without the words at its beginning that say who told of it, or that it was agreed."""
        found = (match for _, match in self.teller.matches(action))
        return next((action[match.end() :] for match in found if not _TASKED.search(action[: match.start()])), action)

    def does_point_back(self, action: str) -> bool:
        """Whether ``action`` only points to its object, which the sentence before names ("would send it")."""
        return self.points_back.found_in(action)

    def sends_on(self, sentence: str) -> list[int]:
        """Where the words of ``sentence`` end that send its reader on to an item of the same minutes: before the number or title."""
        return [match.end() for _, match in self.sending_on.matches(sentence)]

    def is_noted_done(self, note: str) -> bool:
        """Whether ``note``, at the end of an action, says that it was done: "(DONE)"."""
        return self.noted.found_in(note)

    def names_recommendation(self, text: str) -> bool:
        """Whether ``text`` makes, or speaks of, a recommendation or request to another body."""
        return self.recommending.found_in(text)

    def tells_decision(self, sentence: str) -> bool:
        """Whether ``sentence`` tells what a body, another than the one that meets, has decided."""
        return self.decided.found_in(sentence)

    def is_amendment(self, sentence: str) -> bool:
        """Whether ``sentence`` approves earlier minutes with a change to them."""
        return self.amendment.found_in(sentence)

    def is_scrutiny(self, committee: str) -> bool:
        """Whether a body of this name holds the executive to account."""
        return any(f" {words} " in f" {normal(committee)} " for words in self.scrutiny_bodies)

    def to_executive(self, action: str) -> str | None:
        """The words by which ``action`` recommends something to the executive; None where it does not."""
        return next((match[0] for _, match in self.executive.matches(action)), None)

    def is_colour(self, status: str) -> bool:
        """Whether a status column holds only a colour ("Amber", "Green (RAG)"), whose meaning is the council's own."""
        words = normal(status).split()
        return bool(words) and self.colours.issuperset(words)

    def report_asked_by(self, action: str) -> str | None:
        """What ``action`` is done by where words do it: BROUGHT (a report), TOLD (an answer) or DISCUSSED; None for other actions."""
        return next((each.value for each, _ in self.report_asked.matches(action)), None)

    def gives_report(self, sentence: str, asked: str) -> str | None:
        """The id of the rule by which ``sentence`` brings the word ``asked`` for; None where it does not, or says it is to come."""
        given = list(self._given(sentence))
        rule = next((each.rule for each in given if each.value in (BROUGHT, asked) or (each.value == TODAY and asked != TOLD)), None)
        waiting = asked == TOLD and self.outcome(sentence)[1] in _NO_ANSWER
        return None if waiting or any(each.value == WITHHELD for each in given) else rule

    def withholds_report(self, sentence: str) -> bool:
        """Whether ``sentence`` says that what was to be brought or discussed is not there yet, is put off or given up."""
        return self.outcome(sentence)[0] in (REPLACED, DROPPED, DEFERRED) or any(each.value == WITHHELD for each in self._given(sentence))

    def _given(self, sentence: str) -> Iterator[Reading]:
        """The rules for word brought that find something in ``sentence``, but for what is negated."""
        for each, match in self.report_given.matches(sentence):
            if each.value in (WITHHELD, TODAY) or self.outcome(sentence[: match.end()])[0] not in OPEN_STILL:
                yield each


@lru_cache(maxsize=4)
def phrase_book(overlay: Path | None = None) -> PhraseBook:
    """The shipped rules with those of the folder ``overlay`` laid over them. Raises RuleError for a rule that is wrong."""
    book = load(overlay)
    return PhraseBook(
        outcome=OutcomeReader(book),
        taking_up=_readings(book, "taking up"),
        formal=_readings(book, "formal item"),
        looking_ahead=_readings(book, "looking ahead"),
        refers_back=_readings(book, "refers back"),
        recalls=_readings(book, "recalls"),
        asking=_readings(book, "asking"),
        goes_on=_readings(book, "goes on"),
        amendment=_readings(book, "amendment"),
        report_asked=_readings(book, "report asked"),
        report_given=_readings(book, "report given"),
        executive=_readings(book, "to the executive"),
        setting=_readings(book, "set to"),
        asks=_readings(book, "asks"),
        party=_readings(book, "asked of"),
        shown_asked=_readings(book, "shows asked"),
        work_asked=_readings(book, "work asked"),
        first_step=_readings(book, "first step"),
        final_word=_readings(book, "final word"),
        handed_on=_readings(book, "handed on"),
        answer_awaited=_readings(book, "answer awaited"),
        teller=_readings(book, "teller"),
        points_back=_readings(book, "points back"),
        recommending=_readings(book, "recommending"),
        decided=_readings(book, "others decided"),
        sending_on=_readings(book, "sends on"),
        deeds=deed_book(book),
        prices=price_book(book),
        concepts=concepts_of(book),
        all_at_once=_readings(book, "all done"),
        noted=_readings(book, "noted done"),
        new_date=_readings(book, "new date"),
        business_words=_stems(book, "business_words"),
        standing_words=_stems(book, "standing_words"),
        office_words=_stems(book, "office_heads", "bodies"),
        deferral_words=_stems(book, "deferral_words"),
        colours=frozenset(book.words("colour_words")),
        scrutiny_bodies=frozenset(book.words("scrutiny_bodies")),
    )


def _stems(book: RuleBook, *lists: str) -> Words:
    return frozenset(stem(word.casefold()) for name in lists for word in book.words(name))


def _readings(book: RuleBook, kind: str) -> Readings:
    return Readings(readings_of(book.of_kinds(kind), book))


@lru_cache(maxsize=256)
def clauses(sentence: str) -> tuple[str, ...]:
    """``sentence`` cut where its drift turns ("... had been closed off but no quotation had been sought")."""
    return tuple([part.strip() for part in _CLAUSE.split(sentence) if part.strip()])
