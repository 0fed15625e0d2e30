"""What a passage says became of an action: the clause that speaks of it, read by the rules."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from minutes_miner.text import normal
from minutes_miner.track.brought import brought, heard_of, is_early
from minutes_miner.track.cells import CELLS, OWN_VERB, remarked, update_in, weighed
from minutes_miner.track.outcome import (
    AWAITED,
    DEFERRED,
    DONE,
    DONE_BY_OWN_VERB,
    DROPPED,
    OPEN_STILL,
    PART_DONE,
    PART_OF,
    REFUSED,
    REPLACED,
    Fate,
    Outcome,
    is_fewer,
)
from minutes_miner.track.passages import Passage
from minutes_miner.track.phrases import PhraseBook
from minutes_miner.track.put_off import (
    CALLED_OFF,
    HANDED_OVER,
    handed_over,
    next_two,
    replacement,
    resumed,
    swapped,
    undone_after,
    what_follows,
)
from minutes_miner.track.redated import Now, redated
from minutes_miner.track.subjects import Subject
from minutes_miner.track.telling import TELLING, Pair, cell_of, remark_of, speaking, told_below
from minutes_miner.track.verbs import has_own_verb, has_own_verb_to_come, has_verb_of, is_only_set
from minutes_miner.track.words import Rarity, sentences, single, terms

_BROUGHT_RULE, _NEEDLESS, _STANDS = "progress.delivered", "progress.needless", "progress.at-last"
OWN_TO_COME, ONLY_SET = "progress.own-verb-to-come", "progress.only-set"
SHOWN, PREPARED = "progress.shown", "progress.prepared"
# Where a sentence's subject ends.
_PREDICATE = re.compile(r"\s(?:be|been|is|are|was|were|has|have|had|will|would|can|could|need|should)\b", re.IGNORECASE)


def fate_of(
    passage: Passage, subject: Subject, *, rarity: Rarity, book: PhraseBook, day: date, meetings: tuple[date, ...], cited: bool = False
) -> Fate:
    """What ``passage``, of the meeting held on ``day``, says became of the action; ``meetings`` are the days of all that are known.

    ``cited``: the passage refers to the action by its number, so that its own sentence and the next need not name it again.
    """
    pair = Pair(passage, subject, rarity, book, cited)
    fate, line = redated(_fate(pair, day, meetings), pair, Now(day, meetings)), passage.progress
    if line and CELLS in fate.quote and normal(line.action_text or "").rstrip(".") in normal(subject.text):
        return replace(fate, quote=update_in(line, book))
    return fate  # words of its own for the task stand beside the first ones


def _fate(pair: Pair, day: date, meetings: tuple[date, ...]) -> Fate:
    passage, subject, book = pair.passage, pair.subject, pair.book
    early = is_early(pair, day)
    told = None if early else brought(pair)
    told = told or (None if replacement(pair) else heard_of(pair))
    if told:
        return told
    cell, remark = cell_of(pair), remark_of(pair)
    for text in speaking(pair):
        status, rule = _read(text, pair)
        if cell is not None:
            status, rule = weighed(text, cell, (status, rule), subject, book)
        elif remark is not None:
            status, rule = remarked(remark, (status, rule), subject, book)
        if not status or (early and rule == _BROUGHT_RULE) or not _is_sure(text, status, pair):
            continue
        if rule == _STANDS and cell is None and not _is_of_what_stands(text, pair):
            continue
        quote = next((s for s in sentences(passage.paragraph) if text in s), passage.text)
        fate = Fate(status, quote, rule)
        if status in OPEN_STILL:
            return what_follows(pair, fate, text, day=day, meetings=meetings)
        after = undone_after(pair, day=day, meetings=meetings) if status == DONE else resumed(pair) if rule in CALLED_OFF else None
        return after or fate
    return replacement(pair) or Fate(None, passage.text, None)


def _read(text: str, pair: Pair) -> Outcome:
    """What ``text`` says became of the action, as (one of PRECEDENCE, rule id)."""
    subject, book = pair.subject, pair.book
    if book.is_question(text):
        return None, None
    status, rule = book.outcome(text)
    own_verb = has_own_verb(text, subject) or _did_as_asked(text, pair)
    if own_verb and (not status or rule in DONE_BY_OWN_VERB):
        status, rule = DONE, OWN_VERB
    if not status and has_own_verb_to_come(text, subject):
        status, rule = AWAITED, OWN_TO_COME
    if status != REPLACED and not own_verb and (handed_over(text, pair) or swapped(text, pair)):
        return REPLACED, HANDED_OVER
    if status != DONE and book.shows_asked(text) and book.is_to_ask(subject.text):
        return DONE, SHOWN
    if status == REFUSED or (rule == _NEEDLESS and subject.report):
        status = DONE if subject.report or book.is_to_ask(subject.text) else DROPPED
    if status == DONE and not subject.recommends and is_only_set(text, subject, book):
        return AWAITED, ONLY_SET
    if status == DONE and is_fewer(subject.text, text):
        return PART_DONE, PART_OF
    if status == DONE and not (own_verb or subject.recommends) and book.only_prepares(text, subject.text):
        return PART_DONE, PREPARED
    return status, rule


def _did_as_asked(text: str, pair: Pair) -> bool:
    """Whether ``text`` tells that somebody did what the action is to ask for: "the contractor cut the hedge" of "ask the county to cut"."""
    asked = pair.book.asked_party(pair.subject.text)
    return asked is not None and has_verb_of(asked.partition(" to ")[2], text)


def _is_sure(text: str, status: str, pair: Pair) -> bool:
    """Whether ``text``, which tells ``status``, speaks of the action."""
    if pair.cited or cell_of(pair) is not None or (status in OPEN_STILL and status != DEFERRED):
        return True
    if text in told_below(pair):
        return True
    if pair.passage.of_title and text in pair.passage.text and pair.subject.deeds & pair.book.deeds.told(text):
        return True  # its pronoun stands for what the item, and the action's, is called after
    if pair.passage.recalled and text in next_two(pair.passage)[:1]:
        return True  # "At the last meeting it was agreed to ask ..." is followed by what came of it
    if status == DEFERRED and single(terms(text)) & pair.subject.own:
        return True
    return _is_borne_out(text, pair) or (status == DROPPED and _names_whole(text, pair))


def _is_borne_out(text: str, pair: Pair) -> bool:
    """Whether ``text`` closes the action and not another matter under the same heading.

    Words of the action must stand in it, or in the passage's sentence or head where ``text`` still speaks of that. What both items are
    called tells nothing, unless the action has no subject of its own or ``text`` has its verb.
    """
    passage, subject, book, rarity = pair.passage, pair.subject, pair.book, pair.rarity
    said = terms(text) | passage.head_words | passage.under.title_words
    if text in passage.text or passage.head_words or book.does_go_on(text):
        said |= passage.words
    bare = rarity.total(single(subject.own) - book.business_words - subject.heading) < TELLING
    if bare or has_own_verb(text, subject):
        return bool(said & (subject.own | subject.heading | subject.around))
    if rarity.total(terms(text) & subject.own) >= TELLING and subject.deeds & book.deeds.told(text):
        return True  # the thing itself is named, and such a deed told as was asked for
    # What it is about may stand in the sentence before it, or in the other place that states it.
    about = subject.own.union(subject.heading, subject.before, *subject.also) - (subject.heading & passage.under.title_words)
    # Under matters arising a paragraph's head is made up to say what the earlier discussion was about.
    headed = passage.head_words & subject.around if passage.taking_up else frozenset()
    return rarity.total((said & about) | headed) >= TELLING


def _is_of_what_stands(text: str, pair: Pair) -> bool:
    """Whether the thing that ``text`` says is there, up or live is of the action: "Plant sale: posters are up" is not yet the sale."""
    subject = pair.subject
    thing = single(terms(_PREDICATE.split(text.rpartition(": ")[2], maxsplit=1)[0]))
    known = subject.own.union(subject.heading, subject.before, subject.around, *subject.also)
    marks = pair.book.concepts.marks
    return not thing or bool(thing & known or marks(thing) & marks(known)) or pair.book.does_go_on(text)


def _names_whole(text: str, pair: Pair) -> bool:
    """Whether what ``text`` gives up is the very thing that the action's item is called after: "the lunch was called off"."""
    thing = single(terms(_PREDICATE.split(pair.book.without_teller(text), maxsplit=1)[0]))
    return bool(thing & pair.subject.heading) and thing <= pair.subject.heading | pair.subject.own | pair.book.business_words
