"""The rules of the tracker, compiled: which items take earlier actions up, which sentences ask, go on or bring a report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from minutes_miner.rulebook import RuleBook, load
from minutes_miner.text import normal
from minutes_miner.track.deeds import DeedBook, deed_book
from minutes_miner.track.outcome import DEFERRED, DONE, DROPPED, OPEN_STILL, REPLACED, OutcomeReader, placed
from minutes_miner.track.words import Words, stem

# Word that an action asks for: a report brought to the meeting, an answer told; and word that is not there yet.
BROUGHT, TOLD, DISCUSSED, WITHHELD = "brought", "told", "discussed", "withheld"

# A clause ends before "but" and the like, and before an "and" that a new subject and its verb follow ("... and Mr Ash had replied").
_VERB = r"(?:has|have|had|was|were|is|are|will|would)"
# It ends, too, before an "and" that goes on with what is still to come ("... has been ordered and will be fitted").
_TURN = r"(?:(?<!\ball )(?<!\bthing )(?<!\bone )but|however|although|though|whereas|while|whilst)"
_AHEAD = r"(?:(?:will|would|shall)\b|(?:is|are|was|were)\s(?:now\s)?to\b|(?:has|have|had)\s(?:still|yet)\b)"
_CLAUSE = re.compile(rf"\s*(?:;|,?\s{_TURN}\b|,?\sand\s(?=(?:\w+\s){{1,4}}?{_VERB}\b|{_AHEAD}))\s*", re.IGNORECASE)
# "The Clerk advised that she was awaiting a reply" tells nothing of what she was to find out.
_NO_ANSWER = frozenset(("progress.awaited", "progress.negated", "progress.chased", "progress.under-way"))
# A condition, a wish or a complaint keeps an action open, but is no report on one: sentences on any subject hold them.
_NO_REPORT = frozenset(("progress.conditional", "progress.intended", "progress.trouble"))
# Before these an action has begun: "Clerk to thank Mr Ash, who said that ..." is not told by Mr Ash.
_TASKED = re.compile(r"\b(?:to|would|will|shall|who|which)\b|[.;]\s", re.IGNORECASE)
# What takes back the "all" that follows it.
_NOT_ALL = re.compile(r"\b(?:not|nearly|almost|virtually|hardly)\s$", re.IGNORECASE)
_Compiled = tuple[tuple[str, str, re.Pattern[str]], ...]


@dataclass(frozen=True)
class PhraseBook:
    """The tracker's rules, compiled: (value, rule id, pattern)."""

    outcome: OutcomeReader  # what a sentence says became of a thing, as (one of PRECEDENCE, rule id)
    taking_up: _Compiled
    formal: _Compiled
    looking_ahead: _Compiled
    refers_back: _Compiled
    recalls: _Compiled
    asking: _Compiled
    goes_on: _Compiled
    amendment: _Compiled
    report_asked: _Compiled
    report_given: _Compiled
    executive: _Compiled
    setting: _Compiled
    asks: _Compiled
    party: _Compiled
    shown_asked: _Compiled
    work_asked: _Compiled
    first_step: _Compiled
    teller: _Compiled
    points_back: _Compiled
    recommending: _Compiled
    deeds: DeedBook
    all_at_once: _Compiled
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
        return _found(self.taking_up, title)

    def is_formal(self, title: str) -> bool:
        """Whether an item of this ``title`` goes the same way at every meeting: apologies, approving the minutes."""
        return _found(self.formal, title) and not self.is_taking_up(title)

    def is_looking_ahead(self, title: str) -> bool:
        """Whether an item of this ``title`` lists what is to come, such as the next agenda."""
        return _found(self.looking_ahead, title)

    def does_refer_back(self, sentence: str) -> bool:
        """Whether ``sentence`` itself points to an earlier meeting ("as agreed at the last meeting")."""
        return _found(self.refers_back, sentence)

    def recalled_meeting(self, sentence: str) -> str | None:
        """The words by which ``sentence`` names the meeting that agreed or asked for what it speaks of; None where it names none."""
        if "meeting" not in sentence:
            return None
        return next((match[0] for _, _, pattern in self.recalls if (match := pattern.search(sentence))), None)

    def is_question(self, sentence: str) -> bool:
        """Whether ``sentence`` asks or tells of a question: it reports nothing itself."""
        return sentence.rstrip('"”’) ').endswith("?") or _found(self.asking, sentence)

    def does_go_on(self, sentence: str) -> bool:
        """Whether ``sentence`` still speaks of what the last one named: it begins with a pronoun, or gives an answer."""
        return _found(self.goes_on, sentence)

    def is_to_ask(self, action: str) -> bool:
        """Whether ``action`` is to ask or apply to others, so that their refusal, too, shows that it was done."""
        return _found(self.asks, action) and not self.to_executive(action)

    def asked_party(self, action: str) -> str | None:
        """The words of ``action`` that begin, or end, with whom it asks: "the county to mend the lamp"; None where it asks nobody."""
        found = ((value, match) for value, _, pattern in self.party if (match := pattern.search(action)))
        return next((action[: match.start()] if value == "before" else action[match.end() :] for value, match in found), None)

    def shows_asked(self, sentence: str) -> bool:
        """Whether ``sentence`` speaks of an answer, or of none, to what must then have been sent or put up."""
        return _found(self.shown_asked, sentence)

    def only_prepares(self, sentence: str, action: str) -> bool:
        """Whether ``action`` asks for work, and ``sentence`` tells of nothing done but a first step towards it ("the wood is ordered")."""
        asked = {value for value, _, pattern in self.work_asked if pattern.search(action)}
        if not asked or self.is_to_ask(action):
            return False
        rest = sentence
        for value, _, pattern in self.first_step:
            rest = pattern.sub(" _ ", rest) if value in asked else rest
        return rest != sentence and self.outcome(rest)[0] != DONE

    def all_done(self, sentence: str) -> str | None:
        """The id of the rule by which ``sentence`` says that all actions of the last meeting were done; None where it does not."""
        for value, rule, pattern in self.all_at_once:
            match = pattern.search(sentence)
            whole = match and not _NOT_ALL.search(sentence[: match.start()]) and not self.is_question(sentence)
            if match and whole and (value != DONE or self.outcome(match[0])[0] == DONE):
                return rule
        return None

    def set_to(self, sentence: str) -> list[str]:
        """The words by which somebody agreed or was asked to do a thing, the last of them what ("had agreed to mend"); empty if nobody."""
        return next((match[0].split() for _, _, pattern in self.setting if (match := pattern.search(sentence))), [])

    def without_teller(self, action: str) -> str:
        """``action`` without the words at its beginning that say who told of it, or that it was agreed."""
        found = (match for _, _, pattern in self.teller if (match := pattern.search(action)))
        return next((action[match.end() :] for match in found if not _TASKED.search(action[: match.start()])), action)

    def does_point_back(self, action: str) -> bool:
        """Whether ``action`` only points to its object, which the sentence before names ("would send it")."""
        return _found(self.points_back, action)

    def names_recommendation(self, text: str) -> bool:
        """Whether ``text`` makes, or speaks of, a recommendation or request to another body."""
        return _found(self.recommending, text)

    def is_amendment(self, sentence: str) -> bool:
        """Whether ``sentence`` approves earlier minutes with a change to them."""
        return _found(self.amendment, sentence)

    def is_scrutiny(self, committee: str) -> bool:
        """Whether a body of this name holds the executive to account."""
        return any(f" {words} " in f" {normal(committee)} " for words in self.scrutiny_bodies)

    def to_executive(self, action: str) -> str | None:
        """The words by which ``action`` recommends something to the executive; None where it does not."""
        return next((match[0] for _, _, pattern in self.executive if (match := pattern.search(action))), None)

    def is_colour(self, status: str) -> bool:
        """Whether a status column holds only a colour ("Amber", "Green (RAG)"), whose meaning is the council's own."""
        words = normal(status).split()
        return bool(words) and self.colours.issuperset(words)

    def report_asked_by(self, action: str) -> str | None:
        """What ``action`` is done by where words do it: BROUGHT (a report), TOLD (an answer) or DISCUSSED; None for other actions."""
        return next((value for value, _, pattern in self.report_asked if pattern.search(action)), None)

    def gives_report(self, sentence: str, asked: str) -> str | None:
        """The id of the rule by which ``sentence`` brings the word ``asked`` for; None where it does not, or says it is to come."""
        given = [(value, rule) for value, rule, _ in self._given(sentence)]
        rule = next((rule for value, rule in given if value in (BROUGHT, asked)), None)
        waiting = asked == TOLD and self.outcome(sentence)[1] in _NO_ANSWER
        return None if waiting or any(value == WITHHELD for value, _ in given) else rule

    def withholds_report(self, sentence: str) -> bool:
        """Whether ``sentence`` says that what was to be brought or discussed is not there yet, is put off or given up."""
        return self.outcome(sentence)[0] in (REPLACED, DROPPED, DEFERRED) or any(value == WITHHELD for value, _, _ in self._given(sentence))

    def _given(self, sentence: str) -> Iterator[tuple[str, str, re.Pattern[str]]]:
        """The rules for word brought that find something in ``sentence``, but for what is negated."""
        for value, rule, pattern in self.report_given:
            match = pattern.search(sentence)
            if match and (value == WITHHELD or self.outcome(sentence[: match.end()])[0] not in OPEN_STILL):
                yield value, rule, pattern


def _found(compiled: _Compiled, text: str) -> bool:
    return any(pattern.search(text) for _, _, pattern in compiled)


@lru_cache(maxsize=4)
def phrase_book(overlay: Path | None = None) -> PhraseBook:
    """The shipped rules with those of the folder ``overlay`` laid over them. Raises RuleError for a rule that is wrong."""
    book = load(overlay)
    return PhraseBook(
        outcome=OutcomeReader(book),
        taking_up=_compiled(book, "taking up"),
        formal=_compiled(book, "formal item"),
        looking_ahead=_compiled(book, "looking ahead"),
        refers_back=_compiled(book, "refers back"),
        recalls=_compiled(book, "recalls"),
        asking=_compiled(book, "asking"),
        goes_on=_compiled(book, "goes on"),
        amendment=_compiled(book, "amendment"),
        report_asked=_compiled(book, "report asked"),
        report_given=_compiled(book, "report given"),
        executive=_compiled(book, "to the executive"),
        setting=_compiled(book, "set to"),
        asks=_compiled(book, "asks"),
        party=_compiled(book, "asked of"),
        shown_asked=_compiled(book, "shows asked"),
        work_asked=_compiled(book, "work asked"),
        first_step=_compiled(book, "first step"),
        teller=_compiled(book, "teller"),
        points_back=_compiled(book, "points back"),
        recommending=_compiled(book, "recommending"),
        deeds=deed_book(book),
        all_at_once=_compiled(book, "all done"),
        business_words=_stems(book, "business_words"),
        standing_words=_stems(book, "standing_words"),
        office_words=_stems(book, "office_heads", "bodies"),
        deferral_words=_stems(book, "deferral_words"),
        colours=frozenset(book.words("colour_words")),
        scrutiny_bodies=frozenset(book.words("scrutiny_bodies")),
    )


def _stems(book: RuleBook, *lists: str) -> Words:
    return frozenset(stem(word.casefold()) for name in lists for word in book.words(name))


def _compiled(book: RuleBook, kind: str) -> _Compiled:
    return tuple((rule.value, rule.id, placed(rule.where, p, book)) for rule in book.of_kinds(kind) for p in rule.patterns)


def clauses(sentence: str) -> list[str]:
    """``sentence`` cut where its drift turns ("... had been closed off but no quotation had been sought")."""
    return [part.strip() for part in _CLAUSE.split(sentence) if part.strip()]
