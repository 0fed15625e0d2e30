"""How strongly a later passage speaks of an action, in points; see ``Weights`` for what each kind of evidence gives."""

from __future__ import annotations

import math

from minutes_miner.text import normal
from minutes_miner.track.concepts import Meanings, Said
from minutes_miner.track.deeds import DECIDE
from minutes_miner.track.initials import told_by_initials
from minutes_miner.track.outcome import CLOSING, OPEN_STILL
from minutes_miner.track.passages import Passage
from minutes_miner.track.phrases import BROUGHT, PhraseBook
from minutes_miner.track.settings import TrackSettings
from minutes_miner.track.subjects import Subject
from minutes_miner.track.verbs import has_own_verb, is_undone
from minutes_miner.track.words import Rarity, Words, end_note, single, stem

# A hit in the passage's heading counts 0.6 and one elsewhere in its paragraph 0.3 of a hit in the sentence itself.
_IN_HEADING, _IN_PARAGRAPH = 0.6, 0.3
# Sentences longer than 30 words (payment lists) share words by chance: their hits count by the root of 30 over their length.
_PLAIN_LENGTH = 30
# Added under every share so that one shared word of a text with hardly any words of its own is no full share.
_SMOOTHING = 0.3
# A later heading's word that stands in the action's heading counts 0.9, in its discussion 0.5, of one that stands in its own words; a
# paragraph's head under matters arising is made up to name a discussion: 0.8.
_BACK_HEADING, _BACK_HEADED, _BACK_AROUND = 0.9, 0.8, 0.5
# An action whose own words, business words left out, tell less than this is worded without a subject ("Clerk to progress").
_BARE = 0.3
# An action with no more siblings than this may be about all that its item is about; found on labelled series (1 and 3 do nearly as well).
_FEW_SIBLINGS = 2
# An action whose words tell less than this, together, leans on the sentence before it: one and a half words never met before.
_SCANT = 1.5
# Words that tell less than this, nearly half a word never met before, name no thing.
_NAMED = 0.45
# Words that tell something in a sentence of common length; a list of payments has a hundred.
_COMMON_LENGTH = 15
# Words of the action that tell more than this, well over half of one never met before, make a later heading one that is of it.
_ONE_THING = 0.7
# A share of words counts in full where the sentence names one and a half things never met before.
_THINGS = 1.5
# A narrower word for a thing ("swings" for the play area) tells this share of what its own would.
_NARROW = 0.6
# A task set afresh and a long sentence count double at most.
_MOST = 2.0
# Fewer words than this stand in other sentences too ("Clerk to write").
_QUOTE_WORDS = 4
_SEASONS = frozenset(map(stem, ("autumn", "spring", "summer", "winter")))
# What an entry of a list of payments tells of.
_PAYMENT = "paid"


class Likeness:
    """Compares the passages of one later meeting with earlier actions."""

    def __init__(self, rarity: Rarity, book: PhraseBook, settings: TrackSettings) -> None:
        self._rarity, self._book, self._settings = rarity, book, settings
        self._totals: dict[Words, float] = {}
        self._meanings: dict[int, tuple[Subject | Passage, Meanings]] = {}  # with whose they are, so that no other takes their id

    def points(self, subject: Subject, passage: Passage, *, passed: int, then: bool | None = None) -> float:
        """The points for ``passage`` as the fate of the action; ``passed`` counts the meetings in between. 0 for a formula or a renewal.

        ``then``: whether the action is of the meeting that the sentence names as having asked for what it tells; None where it names none.
        """
        weights, settings = self._settings.weights, self._settings
        if passage.paid and not self._tells_deed(subject, passage, bare=self.is_bare(subject)):
            return 0.0  # what a payment shows is that a thing was bought, mended or held
        points = self._wording(subject, passage)
        # A day says when a thing is told of, not what: of a sentence that names nothing of the action it tells nothing.
        due = 0.0 if passage.paid or not self._is_due(subject, passage) else min(1.0, max(0.0, points))
        points += weights.due_now * due + weights.owner * _owner(subject, passage)
        if then is not None:
            points += weights.recalled * self._is_named(subject, passage) if then else weights.recalled_else
        if passage.taking_up:
            points += weights.taking_up + weights.quoted * self.is_quoted(subject, passage)
        else:
            points += weights.meeting_passed * min(weights.passed_cap, passed)
        if passage.progress is None and points + max(weights.done, weights.still_open) < settings.accept:
            return points  # too few for any link, whatever else may be said of it
        if not (passage.taking_up or then) and (self._is_formula(subject, passage) or self._is_renewed(subject, passage)):
            return 0.0
        if not passage.paid and self._book.tells_open(passage.text):
            return points + weights.still_open
        return points + weights.done * (passage.paid or self._book.outcome(passage.text)[0] in CLOSING)

    def _is_named(self, subject: Subject, passage: Passage) -> bool:
        """Whether the sentence or its headings name what the action or its heading does, by more than everyday business."""
        said = passage.words | passage.head_words | passage.under.title_words
        return self._rarity.things((self._full(subject) | subject.heading) & said) >= _NAMED

    def _is_due(self, subject: Subject, passage: Passage) -> bool:
        """Whether the action falls due about the day of the passage's meeting."""
        day = passage.under.day
        return subject.due is not None and day is not None and abs((day - subject.due).days) <= self._settings.due_within_days

    def _wording(self, subject: Subject, passage: Passage) -> float:
        """The points for words in common: the action's own, those of the headings, and those of its discussion."""
        weights = self._settings.weights
        heading = self._later_heading(subject, passage)
        bare = self.is_bare(subject)
        core = subject.core | subject.heading if bare else subject.core
        full = self._full(subject)
        # An action may be worded in two places, in the discussion and in a table of actions: the one that the passage is liker counts.
        stated = ((core, full), *((words, words) for words in subject.also))
        shares = [(*self._found(core, full, passage, heading), full) for core, full in stated]
        core_share, own_share, full = max(shares, key=lambda share: share[:2])
        count = self._rarity.things
        about = full | subject.before | subject.heading if bare else full | subject.before
        said = passage.words | passage.head_words
        things = min(weights.cap, count(about & said))
        points = weights.meant * min(_MOST, self._meant(subject, passage))
        points += weights.things * things + weights.core * core_share * min(_THINGS, things) + weights.bare * bare
        points += weights.off_topic * (bare and self._is_off_topic(subject, passage))
        points += weights.titled * max(0.0, count(subject.own & heading) - _ONE_THING)
        if passage.of_title and self._goes_on(subject, passage):
            points += weights.of_title * self._tells_deed(subject, passage, bare=bare)
        if _is_section(subject, passage):
            # A title that names a subject says something by itself, but not of a sentence that sets a task of its own.
            points += weights.same_title * (bool(passage.under.title_words) and not passage.fresh)
            points += weights.section * min(1.0, count(full & passage.words))
        if not _is_elsewhere(subject, passage):
            # Under matters arising a paragraph's head says what it is about; elsewhere the action's own words must bear the heading out.
            headed = passage.taking_up and bool(passage.head_words or (passage.under.held and passage.under.title_words))
            grip = 1.0 if bare or headed else min(1.0, weights.grip_floor + weights.grip_slope * max(own_share, core_share))
            points += grip * weights.back_share * self._back(subject, heading, headed=headed)
        points += weights.around * min(weights.cap, count(subject.around & passage.words))
        points += weights.deed * self._tells_deed(subject, passage, bare=bare)
        points += weights.answered * self._is_answered(subject, passage)
        if passage.fresh and not passage.taking_up and not is_undone(passage.text):
            points += weights.fresh * min(_MOST, things)
        points += weights.other_season * _is_of_another_season(subject, passage)
        return points + weights.long * _length(passage)

    def _is_off_topic(self, subject: Subject, passage: Passage) -> bool:
        """Whether the passage names nothing that the action's heading is about, not in what stands around it, nor a word of the action."""
        if not subject.topic or (subject.own - self._book.business_words) & passage.words:
            return False
        said = passage.words | passage.around | passage.head_words | passage.under.title_words
        marks = self._book.concepts.marks
        return not (subject.topic & said or marks(subject.topic) & marks(said))

    def _tells_deed(self, subject: Subject, passage: Passage, *, bare: bool) -> bool:
        """Whether the sentence tells of such a deed as the action asks for; where it asks for none ("Clerk to progress"), of any."""
        told = self._book.deeds.told(_PAYMENT if passage.paid else passage.text)
        return bool(subject.deeds & told if subject.deeds else bare and told)

    def _goes_on(self, subject: Subject, passage: Passage) -> bool:
        """Whether the later item is on the subject that the action's item is called after: the one title names all that the other does."""
        named, called = subject.named, single(passage.under.title_words) - self._book.business_words
        return bool(named and called) and (named <= called or called <= named)

    def _is_answered(self, subject: Subject, passage: Passage) -> bool:
        """Whether the action recommends something to a body, and the sentence speaks of recommendations or of what that body, or the one
        that had the last word, has decided."""
        if not subject.recommends or not subject.core & passage.words:
            return False
        decided = DECIDE in self._book.deeds.told(passage.text) and bool(subject.owner & passage.words)
        return decided or self._book.tells_decision(passage.text) or self._book.names_recommendation(passage.text)

    def _full(self, subject: Subject) -> Words:
        """The action's words, with those of the sentence before it where its own tell little ("Clerk to write to the owner")."""
        return subject.full if self._total(subject.full) >= _SCANT else subject.full | subject.before

    def is_bare(self, subject: Subject) -> bool:
        """Whether the action's own words name no subject, so that it is about its item's.

        One of many actions of an item is hardly about the whole of it, unless it asks for a report.
        """
        if subject.siblings > _FEW_SIBLINGS and subject.report != BROUGHT:
            return False
        return self._total(subject.own - self._book.business_words) < _BARE

    def is_quoted(self, subject: Subject, passage: Passage) -> bool:
        """Whether a passage that goes through earlier actions prints this one again, whole or nearly so."""
        from rapidfuzz import fuzz

        words = normal(subject.text).split()
        if not passage.taking_up or len(words) < _QUOTE_WORDS:
            return False
        if " ".join(words) in normal(passage.text):
            return True
        printed = normal(passage.progress.action_text or passage.text if passage.progress else passage.text).split()
        return fuzz.ratio(" ".join(sorted(words)), " ".join(sorted(printed)), score_cutoff=self._settings.quoted_ratio) > 0

    def _later_heading(self, subject: Subject, passage: Passage) -> Words:
        """The passage's heading; not its item's title where the earlier meeting had an item of that title and the action was not of it."""
        standing = passage.under.title in subject.other_titles and passage.under.title != subject.title
        return passage.head_words if standing else passage.head_words | passage.under.title_words

    def _found(self, core: Words, full: Words, passage: Passage, heading: Words) -> tuple[float, float]:
        """The shares of an action's words that the passage, its heading and its paragraph have: of its first clause's, and of all."""
        own = self._share(self._hits(core, passage, heading), core)
        return own, own if full == core else self._share(self._hits(full, passage, heading), full)

    def _hits(self, wanted: Words, passage: Passage, heading: Words) -> float:
        """The summed rarity of the ``wanted`` words that the passage, its heading and its paragraph have."""
        length = _plainness(passage)
        here = wanted & passage.words
        above = (wanted & heading) - here
        beside = (wanted & passage.around) - here - above
        total = self._rarity.total
        return length * total(here) + _IN_HEADING * total(above) + _IN_PARAGRAPH * length * total(beside)

    def _meant(self, subject: Subject, passage: Passage) -> float:
        """How much the things tell that the action, or the sentence before it, and ``passage`` name, each in its own words."""
        ours = self._named(subject, subject.own, subject.before)
        theirs = self._named(passage, passage.words, passage.head_words)
        things = math.fsum([self._worth(mark, ours[mark], theirs[mark]) for mark in ours.keys() & theirs.keys()])
        short = told_by_initials(subject.text, passage.text)
        return things + self._rarity.total(stem(each.casefold()) for each in short) if short else things

    def _named(self, of: Subject | Passage, *words: Words) -> Meanings:
        """The things that ``words`` of an action or a passage name."""
        known = self._meanings.get(id(of))
        if known is None:
            known = self._meanings[id(of)] = (of, self._book.concepts.meanings(frozenset().union(*words)))
        return known[1]

    def _worth(self, mark: str, one: Said, other: Said) -> float:
        """How much the thing of this ``mark`` tells, which two texts name; two narrower words for it ("swing", "slide") name two things."""
        if one.narrow and other.narrow:
            return 0.0
        # Words of everyday business, and names, tell no more of a thing than of anything else.
        tells = min(self._rarity(mark), max(map(self._rarity, one.stems)), max(map(self._rarity, other.stems)))
        share = _NARROW if one.narrow or other.narrow else 1.0
        return max(0.0, share * tells - self._rarity.total(one.stems & other.stems))

    def _share(self, hits: float, words: Words) -> float:
        return min(1.0, hits / (self._total(words) + _SMOOTHING))

    def _total(self, words: Words) -> float:
        """The rarity of the single words among ``words``, summed: what all of them would give."""
        known = self._totals.get(words)
        if known is None:
            known = self._totals[words] = self._rarity.total(single(words))
        return known

    def _back(self, subject: Subject, heading: Words, *, headed: bool) -> float:
        """The share of the later heading's words that the action, its heading or its discussion has; ``headed``: by a paragraph's own head
        under matters arising, which is made up to say what an earlier discussion was about."""
        total = self._rarity.total
        own, named = heading & subject.own, heading & subject.heading
        around = (heading & subject.around) - own - named
        hits = total(own) + _BACK_HEADING * total(named - own) + (_BACK_HEADED if headed else _BACK_AROUND) * total(around)
        return self._share(hits, heading)

    def _is_formula(self, subject: Subject, passage: Passage) -> bool:
        least = self._settings.formula
        if self._book.is_final(end_note(passage.text)):
            return False  # "Update the asset list - completed": the standing line, and news of it
        return any(len(words & passage.words) > least * len(words | passage.words) for words in subject.said)

    def _is_renewed(self, subject: Subject, passage: Passage) -> bool:
        """Whether the later item sets the same task afresh, and the passage does not say that it was done: routine, no report."""
        told = self._book.outcome(passage.text)[0]
        if not passage.fresh and (told in (*OPEN_STILL, *CLOSING) or has_own_verb(passage.text, subject)):
            return False
        own = single(subject.own)
        total, least = self._rarity.total, self._settings.renewed
        return any(total(own & words) > least * total(own | single(words)) for words in passage.under.tasks)


def _is_of_another_season(subject: Subject, passage: Passage) -> bool:
    """Whether the action names a season or term and the sentence another one: the autumn's programme is not the spring's."""
    asked = subject.own & _SEASONS
    return bool(asked) and bool(passage.words & _SEASONS) and not asked & passage.words


def _plainness(passage: Passage) -> float:
    """1 for a sentence of common length, less for longer ones."""
    return math.sqrt(min(1.0, _PLAIN_LENGTH / max(1, passage.length)))


def _is_section(subject: Subject, passage: Passage) -> bool:
    """Whether the passage stands under the title under which the action was raised, though that name no subject ("Highways")."""
    return bool(subject.title) and subject.title == passage.under.title and (passage.under.held or not passage.taking_up)


def _is_elsewhere(subject: Subject, passage: Passage) -> bool:
    """Whether the later meeting goes on with the action's item under its own title, and the passage stands under another."""
    if passage.taking_up or not subject.named or subject.named <= passage.under.title_words:
        return False
    return any(subject.named <= words for words in passage.under.titles)


def _length(passage: Passage) -> float:
    """How far a sentence is beyond a common length, in such lengths, two at most: long ones share words by chance."""
    return min(_MOST, max(0, passage.length - _COMMON_LENGTH) / _COMMON_LENGTH)


def _owner(subject: Subject, passage: Passage) -> float:
    if subject.owner & passage.words:
        return 1.0
    return 0.5 if subject.owner & passage.around else 0.0
