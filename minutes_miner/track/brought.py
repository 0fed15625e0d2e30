"""Actions that words fulfil: a report brought, an answer told, whoever was asked heard of, a price named."""

from __future__ import annotations

import re
from datetime import date

from minutes_miner.track.outcome import DONE, OPEN_STILL, PART_OF, Fate, is_fewer
from minutes_miner.track.phrases import DISCUSSED, TOLD, clauses
from minutes_miner.track.telling import TELLING, Pair
from minutes_miner.track.words import paragraphs, sentences, single, terms

DISCUSSED_ITEM, ASKED_ACTS, PRICED, STATED = "report-given.discussed", "progress.asked-acts", "progress.priced", "progress.stated"
PAID = "progress.paid"
_INTENDED, _PRICE = "progress.intended", "price"
# Where the name of whoever was asked ends: "ask Mr Ash to mend", "the county about the lamp".
_PARTY_ENDS = re.compile(
    r"\s(?:to|about|for|whether|if|re|regarding|concerning|on|that|again|over|how|when|why|what|and|by|before|asking|requesting)\b|[,.;:(]"
)
_PARTY_WORDS = 8
# What somebody does, or did: the words before it are the sentence's subject. Of a passive ("was asked", "will be told") it is no doer.
_DOES = re.compile(
    r"(?<!\bbe)(?<!\bbeen)(?<!\bwas)(?<!\bwere)(?<!\bis)(?<!\bare)\s(?:(?:will|would|can|could|cannot|may|did|does|do)\s(?!be\b|not\sbe\b)"
    r"|(?:has|have|had)\s(?!been\s(?!along|round|out|to|in|up|over)\w|yet\b|still\b|not\b|no\b|nothing\b|never\b)"
    r"|(?:is|are|was|were)\s(?=\w+ing\b|(?:un)?(?:willing|able|happy|content|aware)\b)"
    r"|(?:said|gave|came|went|told|took|wants?|wanted|wishe[sd]|felt|thought|offered|agreed|replied|answered|wrote|sent|put|asks?|asked"
    r"|confirmed|explained|advised|declined|refused|accepted|attended|spoke|met|hope[sd]?|intend(?:s|ed)|promise[sd]|expect(?:s|ed))\s)"
)
# A letter to somebody is not he: "the letter to the bus company will go out".
_SENT_TO = re.compile(
    r"\b(?:letter|e-?mail|reply|message|note|request|application|form|invitation|reminder|complaint|cheque|payment)s?\sto\s.*",
    re.IGNORECASE,
)
# What is bought, hired or built is paid for once it is.
_PAID = re.compile(r"^\W*(?:payments?|paid|cheques?|invoices?|accounts for payment)\b", re.IGNORECASE)
_PAID_FOR = frozenset(("get", "meet", "mend", "build"))
_MONEY = re.compile(r"£\s?\d")
# Money that is set aside or asked for is no price.
_NO_PRICE = re.compile(r"\b(?:budget|allocat|set aside|earmark|reserve|up to|precept|grant|fund|donat|limit|balance)", re.IGNORECASE)
# What ought to be, or would, is no answer to whether it is.
_NO_FACT = re.compile(r"\b(?:should|must|ought|would|could|might|may|need|needs|if|whether|asked|wondered)\b", re.IGNORECASE)


def is_early(pair: Pair, day: date) -> bool:
    """Whether what is brought on ``day`` comes too early for the report that the action asks for: it is another one, or an interim word.

    A report due in a year is not the one brought after three months; one brought at the last meeting but one before its day may be.
    """
    asks = pair.subject
    return bool(not pair.cited and asks.report and asks.due and day < asks.due and 2 * (day - asks.day) < asks.due - asks.day)


def brought(pair: Pair) -> Fate | None:
    """That the report or answer was brought which is all that the action asks for; what it tells of the work is no matter.

    It is looked for in the passage, and in its item where that is called what the action is about.
    """
    passage, subject, book = pair.passage, pair.subject, pair.book
    asked = subject.report
    if not asked or passage.progress or book.withholds_report(passage.text):
        return None
    if book.outcome(passage.text)[1] == PART_OF and passage.words & subject.core:
        return None  # "two of the three quotations", of a task to bring three
    if asked == DISCUSSED and _is_talked_over(pair):
        return Fate(DONE, passage.text, DISCUSSED_ITEM)  # whatever else the minutes tell of it, it was talked over
    said = [passage.text]
    if passage.under.title_words & (subject.heading | subject.own):
        said += [sentence for paragraph in paragraphs(passage.item.text) for sentence in sentences(paragraph)]
    given = ((text, book.gives_report(text, asked)) for text in said if not book.is_question(text))
    return next((Fate(DONE, text, rule) for text, rule in given if rule), None)


def _is_talked_over(pair: Pair) -> bool:
    """Whether a passage is on what the action asks to be discussed: its paragraph or title names it, unless the action itself does not."""
    passage, subject = pair.passage, pair.subject
    titled = passage.under.title_words & (subject.heading | subject.own)
    about = single(subject.own) - pair.book.business_words - subject.heading
    named = not about or about & (passage.words | passage.around | passage.head_words | passage.under.title_words)
    return bool(titled or not passage.fresh) and bool(named)


def heard_of(pair: Pair) -> Fate | None:
    """That an action was done, since the passage tells what whoever it asks does or says of it, the price that it is to get, or what was
    paid for what it is to get."""
    passage, book = pair.passage, pair.book
    if passage.paid:
        return Fate(DONE, passage.text, PAID)
    if passage.progress or passage.fresh or book.is_question(passage.text):
        return None
    status, rule = book.outcome(passage.text)
    if not status and _MONEY.search(passage.text) and not _NO_PRICE.search(passage.text):
        paid = _PAID.search(passage.text) or _PAID.search(passage.item.title)
        if _PRICE in pair.subject.deeds or (paid and pair.subject.deeds & _PAID_FOR):
            return Fate(DONE, passage.text, PRICED)
    if status not in OPEN_STILL and _has_prices(pair):
        return Fate(DONE, passage.text, PRICED)
    if not status and _is_stated(pair):
        return Fate(DONE, passage.text, STATED)
    for clause in clauses(passage.text):
        status, rule = book.outcome(clause)
        if (status in (None, DONE) or rule == _INTENDED) and _asked_acts(clause, pair):
            return Fate(DONE, passage.text, ASKED_ACTS)
    return None


def _has_prices(pair: Pair) -> bool:
    """Whether the action is to get prices, and the passage deals with them, as many as were asked for."""
    asked, told, prices = pair.subject.text, pair.passage.text, pair.book.prices
    return prices.are_asked_for(asked) and prices.are_shown(told) and not is_fewer(asked, told)


def _is_stated(pair: Pair) -> bool:
    """Whether the passage states what the action is to find out: it names more of that than the headings do."""
    subject, passage = pair.subject, pair.passage
    if subject.report != TOLD or _NO_FACT.search(passage.text):
        return False
    asked = single(subject.own) - subject.heading - pair.book.business_words
    return pair.rarity.total(asked & passage.words) >= TELLING


def _asked_acts(clause: str, pair: Pair) -> bool:
    """Whether whoever the action asks is the doer of ``clause``, and the passage names more of what they were asked about."""
    subject, passage = pair.subject, pair.passage
    asked = pair.book.asked_party(subject.text)
    named = " ".join(_PARTY_ENDS.split(f"{asked} ", maxsplit=1)[0].split()[:_PARTY_WORDS]) if asked else ""
    party = single(terms(named)) - subject.owner
    told = pair.book.without_teller(clause).replace(subject.text.rstrip(". "), "")  # who is named in a task printed again does nothing
    does = _DOES.search(told)
    doer = _SENT_TO.sub("", told[: does.start()]) if does else ""
    if not party or not does or not party <= terms(doer):
        return False
    rest = subject.own.union(subject.heading, subject.before, subject.around) - party
    about = (passage.words | passage.head_words | passage.under.title_words) & rest
    return pair.rarity.total(about) >= TELLING
