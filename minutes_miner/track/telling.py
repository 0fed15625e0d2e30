"""Where a passage says what became of an action: its texts, the likeliest first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from minutes_miner.dates import find_dates
from minutes_miner.model import Progress
from minutes_miner.text import normal
from minutes_miner.track.cells import CELLS, REST
from minutes_miner.track.outcome import CLOSING, DEFERRED, DROPPED, OPEN_STILL, REPLACED
from minutes_miner.track.passages import Passage
from minutes_miner.track.phrases import PhraseBook, clauses
from minutes_miner.track.subjects import Subject
from minutes_miner.track.verbs import has_own_verb, is_undone, names_deed
from minutes_miner.track.words import Rarity, paragraphs, sentences, single, terms

# Two words of everyday business, or one that is rarer: less is shared by chance.
TELLING = 0.3
# The sentence that names a thing is followed by what became of it within three sentences, or not at all.
_FOLLOWING = 3
# After a status word's first stretch comes a remark: "Done – reply awaited" is done.
_REMARK = re.compile(r"\s[–—-]\s|[;,(]")
# A paragraph that holds this share of an action's words, and no others, prints it again.
_RESTATED = 0.8
# The most words of a cell that is a status and no remark ("Complete, to be closed").
_BARE_WORDS = 4
_WORD = re.compile(r"\w+")
# What became of an action that a list prints again stands behind it: "Paint the shelter – done", "Paint the shelter (Clerk): done". Such a
# line shares two words with the action at least.
_BEHIND, _FEWEST_PRINTED = re.compile(r"\s[–—-]\s|:\s"), 2
# Words before it: an action with its owner is no longer; more are a sentence.
_HEAD_WORDS = 30
# The number of the minute before a paragraph's head: "57/24 Wreath - laid on Sunday".
_LABEL = re.compile(r"^\W*(?:min(?:ute)?\.?\s(?:no\.?\s)?)?\d[\w/.]*(?:\(\w+\))*[.):]?\s", re.IGNORECASE)
# A note of what was done ("Lamp mended"), which may be one of several.
_NOTED_DONE, _BRACKET = "progress.participle", re.compile(r"\s*\([^()]*\)")
# A status that takes back its own first word: "Closed - not done", "Done (in part)".
_TAKEN_BACK = ("progress.closed-undone", "progress.done-in-part")
_WRONG_AGAIN = "progress.wrong-again"
# A clause without a subject of its own goes on about that of the clause before ("... but had to be called off").
_NO_SUBJECT = re.compile(
    r"(?:it|this|they|these|which|cancelled|postponed|has|have|had|was|were|is|are|would|will|could|must|should|not|then|later|since)\b",
    re.IGNORECASE,
)
# A part after a comma that only goes on with the one before it.
_LEANS = re.compile(
    rf"{_NO_SUBJECT.pattern}|(?:so|as|because|since|following|after|despite|therefore|thus|hence|who|whose|where|when|and|or|nor)\b",
    re.IGNORECASE,
)
# A part before a comma that is only the condition for the one behind it: "once the salt had been ordered, the bin would be moved".
_CONDITION = re.compile(r"\b(?:once|when|if|unless|until|as soon as|provided)\b[^,]*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Pair:
    """An action and a passage that speaks of it.

    ``cited``: the passage refers to the action by its number, so that its own sentence and the next need not name it again.
    """

    passage: Passage
    subject: Subject
    rarity: Rarity
    book: PhraseBook
    cited: bool = False

    def shared(self, text: str) -> float:
        """How much the words tell that ``text`` shares with the action, and half as much those that it shares with its heading only."""
        own, said = self.subject.own, terms(text)
        return self.rarity.total(own & said) + self.rarity.total((self.subject.heading - own) & said) / 2


def speaking(pair: Pair) -> Iterator[str]:
    """The texts that may say it, the likeliest first: a status word, the clause nearest the action, its sentence, those beside it."""
    passage = pair.passage
    if passage.progress:
        yield from _of_line(passage.progress, pair)
        return
    printed = cell_of(pair)
    if printed is not None:
        yield from _of_cell(printed, pair.book)
        return
    yield from told_below(pair)
    if passage.fresh and not pair.cited and not is_undone(passage.text):
        yield from _beside(pair)
    # Behind a reference the sentence itself speaks of the action, whatever words it has.
    for sentence in (passage.text, *_nearer(pair)) if pair.cited else (*_nearer(pair), passage.text):
        told = _without(pair.subject.text, sentence)
        yield _nearest(told, pair)
        yield told
    if pair.cited or not passage.fresh:
        yield from _beside(pair)
    if pair.cited:
        yield from _before(passage)


def told_below(pair: Pair) -> list[str]:
    """The texts below a paragraph that only prints the action again: the first stretch ("Complete – letter sent"), the sentences."""
    passage = pair.passage
    asked = single(terms(pair.subject.text))
    left = single(terms(passage.paragraph)) - asked - pair.book.business_words
    if not passage.taking_up or left or len(asked & terms(passage.paragraph)) < _RESTATED * len(asked):
        return []
    lines = paragraphs(passage.item.text)
    at = next((n for n, line in enumerate(lines) if line == passage.paragraph), len(lines))
    below = [sentence for line in lines[at + 1 : at + 2] for sentence in sentences(line)]
    first = _REMARK.split(below[0], maxsplit=1)[0] if below else ""
    # The next entry of a list names another thing.
    told = pair.book.outcome(first)[0] or single(terms(first)) & pair.subject.own
    return [first, *below[:_FOLLOWING]] if told else []


def cell_of(pair: Pair) -> str | None:
    """The words that tell how the action stands, and nothing else: the status or update of a log's line, what it has beside the action's
    own words, or what follows an action that a list prints again ("Paint the shelter - no change"). None for a passage of prose."""
    passage = pair.passage
    line = passage.progress
    if line is None:
        return _behind(pair)
    beside = _without(line.action_text or pair.subject.text, line.text)
    word = "" if pair.book.is_colour(line.status_word or "") else line.status_word
    return word or beside


def _behind(pair: Pair) -> str | None:
    """What a line of earlier actions has behind the action's own words; None for a line that does not print them by themselves."""
    cut = _cut(pair)
    if not cut:
        return None
    asked, head = single(terms(pair.subject.text)), single(terms(_BRACKET.sub("", pair.passage.text[: cut.start()])))
    if len(head & asked) < _FEWEST_PRINTED or len((asked - pair.subject.owner) - head) > (1 - _RESTATED) * len(asked):
        return None
    # The next entry of a list may go on in the same paragraph.
    more = takewhile(lambda said: not _BEHIND.search(said), sentences(pair.passage.paragraph)[1:])
    return " ".join([pair.passage.text[cut.end() :], *more])


def remark_of(pair: Pair) -> str | None:
    """What a sentence says that opens a paragraph on an earlier action behind a head that names nothing but what the action is about ("Bus
    shelter: painted"); None for another."""
    cut = _cut(pair)
    return pair.passage.text[cut.end() :] if cut else None


def _cut(pair: Pair) -> re.Match[str] | None:
    """Where the head of a paragraph that takes earlier actions up ends, if it names the action's thing and no other."""
    passage = pair.passage
    cut = _BEHIND.search(passage.text) if passage.taking_up and not passage.progress else None
    if not cut or not passage.paragraph.startswith(passage.text[: cut.end()]) or len(passage.text[: cut.start()].split()) > _HEAD_WORDS:
        return None
    if pair.cited:
        return cut
    head = single(terms(_BRACKET.sub("", _LABEL.sub("", passage.text[: cut.start()]))))
    asked = single(terms(pair.subject.text))
    known = asked | pair.subject.owner | pair.subject.heading | pair.book.business_words
    return cut if head & asked and head <= known else None


def _of_line(line: Progress, pair: Pair) -> Iterator[str]:
    """The texts of an action log's line that may say it: its status column, else what it has beside the action's own words.

    A colour is no word; and what is closed may be so because it was given up, which another column says.
    """
    book = pair.book
    beside = _without(line.action_text or pair.subject.text, line.text)
    word = "" if book.is_colour(line.status_word or "") else line.status_word
    if word and normal(word).split()[:1] == ["closed"]:
        yield from (text for text in (word, beside) if book.outcome(text)[0] in (REPLACED, DROPPED))
    told = word or beside
    if book.outcome(told)[1] in _TAKEN_BACK:
        yield told
    yield from _of_cell(told, book)
    # "See item 9 | Closed": where the update says nothing, a bare word in another column may.
    yield from (cell for cell in line.text.split(CELLS) if cell not in (word, line.action_text) and len(cell.split()) <= _BARE_WORDS)


def _of_cell(told: str, book: PhraseBook) -> Iterator[str]:
    """The texts of a status that may say it: its first stretch, then all of it."""
    first, *more = _REMARK.split(told)
    if book.outcome(first)[0] not in CLOSING:
        yield from (part for part in more if book.outcome(part)[0] == DEFERRED and find_dates(part))  # "Open; revised date: 2 May 2031"
    yield first
    yield told


def _nearer(pair: Pair) -> list[str]:
    """The sentence of the paragraph that names what the action is about, where the passage's own names only what both are headed by."""
    passage, subject = pair.passage, pair.subject
    about = subject.own - subject.heading - pair.book.business_words
    if passage.fresh or not about or passage.words & about:
        return []
    others = [said for said in sentences(passage.paragraph) if said != passage.text and not _is_task(said, passage)]
    return [said for said in others if pair.rarity.total(single(terms(said) & about)) >= TELLING][:1]


def _is_task(sentence: str, passage: Passage) -> bool:
    return normal(sentence) in {normal(action.text) for action in passage.item.actions}


def _nearest(sentence: str, pair: Pair) -> str:
    """The clause that shares most with the action; a later one that leaves its deed, or another of its own words, undone goes before it."""
    parts = [part for clause in clauses(sentence) for part in _by_comma(clause, pair.book)]
    nearest = max(parts, key=pair.shared, default="")
    later = parts[parts.index(nearest) + 1 :] if parts else []
    done_by_name = has_own_verb(nearest, pair.subject)
    taken_back = next((clause for clause in later if _takes_back(clause, pair, done_by_name=done_by_name)), None)
    if taken_back is None or not _NO_SUBJECT.match(taken_back):
        return taken_back or nearest
    return sentence[sentence.index(taken_back) :]  # with what goes on: "had to be called off and would be rearranged"


def _by_comma(clause: str, book: PhraseBook) -> list[str]:
    """A note's parts where each has a thing of its own and tells another fate: "Insurance renewed, tyres still to be changed"."""
    clause = _BRACKET.sub("", clause)
    cuts = (m for m in re.finditer(r",\s", clause) if not _LEANS.match(clause, m.end()) and not _CONDITION.search(clause, 0, m.start()))
    for cut in cuts:
        before, after = clause[: cut.start()], clause[cut.end() :]
        (one, rule), (other, _) = book.outcome(before), book.outcome(after)
        if one and other and (one != other or rule == _NOTED_DONE):
            return [before, after]
    return [clause]


def _takes_back(clause: str, pair: Pair, *, done_by_name: bool) -> bool:
    """Whether ``clause`` leaves undone, puts off or gives up what the clause before it seems to report done.

    ``done_by_name``: that clause has the action's own verb; "sent but not answered" is sent, "filled in but not sent" nothing yet.
    """
    status, rule = pair.book.outcome(clause)
    if rule == _WRONG_AGAIN or (status in OPEN_STILL and (REST.match(clause) or names_deed(clause, pair.subject))):
        return True
    undone = status in OPEN_STILL and not done_by_name
    return (undone or status in (DEFERRED, DROPPED, REPLACED)) and bool(_NO_SUBJECT.match(clause))


def _before(passage: Passage) -> tuple[str, ...]:
    """The sentence before the passage's own in its paragraph."""
    said = sentences(passage.paragraph)
    at = next((n for n, s in enumerate(said) if s == passage.text), 0)
    return said[max(0, at - 1) : at]


def _without(quoted: str, text: str) -> str:
    """``text`` without the words of the action that it prints again: "Ensure that the site is updated" is no news of an update."""
    wanted = [word.casefold() for word in _WORD.findall(quoted)]
    found = list(_WORD.finditer(text))
    words = [match[0].casefold() for match in found]
    size = len(wanted)
    at = next((n for n in range(len(words) - size + 1) if words[n : n + size] == wanted), None) if size else None
    return text if at is None else f"{text[: found[at].start()]} {text[found[at + size - 1].end() :]}"


def _beside(pair: Pair) -> Iterator[str]:
    """The sentences after the passage's own in its paragraph; those before it where it sets a task, which follows from what was said.

    A sentence that sets a task is left out, but not the answer to a question: it tells both what was done and what will be.
    """
    passage = pair.passage
    said = sentences(passage.paragraph)
    at = next((n for n, s in enumerate(said) if s == passage.text), 0)
    around = said[:at] if passage.fresh else said[at + 1 : at + 1 + _FOLLOWING]
    answered = around[:1] if not passage.fresh and pair.book.is_question(passage.text) else []
    yield from answered
    yield from (sentence for sentence in around[len(answered) :] if not _is_task(sentence, passage))
