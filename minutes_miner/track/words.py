"""Words as the tracker compares them: grammar left out, endings cut, and each weighed by how rare it is in the series."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import pairwise

# Words of grammar: they hold a sentence together and say nothing of its subject.
_GRAMMAR = frozenset(
    re.findall(
        r"\w+",
        """a an the and or of to in on at for from by with as is are was were be been being has have had having do does did done will would
        should could can may might must shall it its this that these those they them their there he she his her him we our us you your who
        whom which what when where how why if but not no nor so than then also all any each both every some such only own same other others
        another into about after before between during over under up down out off again further more most very per via re ref etc upon until
        while since because therefore however still yet now already just too once within without through across along against among around
        toward towards whether either neither one two three four five six seven eight nine ten first second third last next previous
        previously i ii iii iv v vi vii""",
    )
)
_TOKEN = re.compile(r"[a-z0-9]+(?:/[a-z0-9]+)*")
# Endings by length: cut so that "repaired", "repairs" and "repair" agree. Four letters must stay, or "order" and "ordeal" would too.
_ENDINGS = ("ations", "ation", "ating", "ators", "ments", "ated", "ates", "ator", "ings", "ions", "ment",
            "als", "ate", "ers", "ied", "ies", "ing", "ion", "ors", "al", "ed", "er", "es", "ly", "or", "e", "s")  # fmt: skip
_STEM_LETTERS = 4
# "delivery", "recovery" are cut to the verb; of shorter words the rest is another one ("policy", "county", "party").
_Y_LETTERS = 6
# "pass" and "passes", "box" and "boxes", but not "house" and "houses".
_HISSING = ("sses", "shes", "ches", "xes", "zes")
# "mowing", "cutting", "hired", "booked": forms of verbs of three letters, or of four with a silent "e" or a double vowel, of which an
# ending leaves too little.
_SHORT_FORM = re.compile(r"(?P<verb>[a-z](?:ee|oo)[a-z]|(?=[a-z]{0,2}[aeiouy])[a-z]{2}(?P<last>[a-df-z]))(?P<doubled>(?P=last)?)(?:ed|ing)")
_SILENT_E = re.compile(r"[^aeiou][aeiou][^aeiouwxy]")
# Everybody asks, notes and takes: links get worse where such verbs agree in all their forms.
_EVERYDAY = frozenset("ask come feel get give let look make meet need note put say seem set take".split())
# Plurals that no ending tells, and words that are no form of what is left without their ending ("news", "parking" of "park").
_FORMS = {
    "buses": "bus", "news": "news", "parked": "parking", "parking": "parking", "planter": "planter", "planters": "planter",
    "poster": "poster", "posters": "poster", "signal": "signal", "signals": "signal", "station": "station", "stations": "station",
    "status": "status",
}  # fmt: skip
# "defibrilator", "accomodation", "focussed": the commonest slips of spelling are in doubled letters.
# "FP11", "FP 11": how minutes write the number of a footpath.
_FOOTPATH = re.compile(r"\bfp[\s.]?(\d{1,3})\b")
_DOUBLED = re.compile(r"([a-z])\1")
# "HL", "PMcD": what minutes use for a person's name; a longer single word may be a body's ("HIGHWAYS").
_INITIALS = 4
# A reference to a planning application or a minute ("17/00061", "c5") tells much, a bare figure nothing by itself.
_BARE_FIGURE = re.compile(r"\d+(?:st|nd|rd|th)?")

# A stop before a capital or figure ends a sentence, but not after a label ("c.", "iv."), an initial or the commonest abbreviations.
_ABBREVIATED = "".join(rf"(?<!\b{word}\.)" for word in ("[A-Za-z]", "[ivx][ivx]", "[Nn]o", "[Rr]ef", "[Rr]efs", "Cllr", "Mr", "Mrs", "Dr"))
_SENTENCE_END = re.compile(rf"(?<=[.;?!]){_ABBREVIATED}[\"”’)]?\s+(?=(?:\(?(?:[a-h]|[ivx]{{1,5}})\)\s)?[“\"(•£]?[A-Z0-9])")
# "... to the club. 6.1.3 A letter has come", "... was approved. ii. The list was read": matters numbered within a paragraph.
_PART = re.compile(r"(?<=[.;?!:])\s+(?=\d{1,3}\.\d{1,2}(?:\.\d{1,2})?\.?\s[A-Z]|(?:ii|iii|iv|v|vi|vii|viii|ix|x)\.\s[A-Z])")
# A head that names what a paragraph is about: "Castle Street – ...", "Defibrillator: ...", at most eight words; before a stop, at most
# five words and none of a sentence ("b. Pay Panel. It had met.", but not "It was noted. ...").
_LABELS = r"(?:[•●▪*-]\s+|\(?[a-z0-9]{1,3}[.)]\s+)*"
# "3.2 Photographs - ...", "12/24 Mill Lane – ..."; before a stop a short sentence may follow such a number ("6.1 The roof leaked.").
_NUMBERS = r"(?:\d{1,3}(?:\.\d{1,3}){1,3}[.)]?\s+|\d{1,3}/\d{2,4}\s+)?"
_HEAD = re.compile(_LABELS + _NUMBERS + r"(?P<head>[A-Z0-9][^.:–—\n]{2,70}?)\s*(?::|\s[–—-]\s|[–—])")
_HEAD_ENDS = (":", "–", "—", "-")
_STOPPED = r"(?P<head>[A-Z][\w’'&-]*+(?:\s[\w’'&-]++){0,4}+)\s?\.(?:\s|$)"
_STOPPED_HEAD = re.compile(_LABELS + _STOPPED)
# Behind such a number it has neither an article nor a past tense.
_NUMBERED_HEAD = re.compile(_LABELS + _NUMBERS.removesuffix("?") + r"(?!(?:The|A|An|It)\s)(?![^.]*ed\b)" + _STOPPED)
_OF_A_SENTENCE = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|this|that|it|he|she|they|there|to|not|none|noted|agreed|approved|resolved|action)\b",
    re.IGNORECASE,
)
# A past tense makes a sentence of as few words ("(a) Moss reported.").
_A_SENTENCE = re.compile(rf"{_OF_A_SENTENCE.pattern}|ed\b", re.IGNORECASE)
_HEAD_WORDS = 8
# The head of a matter within a paragraph has four words at most.
_COLON_HEAD, _MATTER_WORDS = re.compile(_LABELS + _NUMBERS + r"(?P<head>[A-Z][^.:–—,;\n]{2,40}?)\s?:\s"), 4
_END_NOTE = re.compile(r"(?:[(\[]|\s[–—-]\s|:\s)(?P<note>[^()\[\]:–—]{4,40})[)\]]?[\s.]*$")
# A body's name says who, not what: "the Borough Council of Sandholme and East Fenny", "Fenny County Council".
_CAPITALS = r"(?:[A-Z][\w’'-]+(?:,?\s(?:and|&|upon|on|of|the|in)(?:\sthe)?)?\s){1,6}"
_BODY = re.compile(rf"\b({_CAPITALS})?(?:Council|Authority)s?\b(?:\sof\s((?:{_CAPITALS})?[A-Z][\w’'-]+))?")


Words = frozenset[str]  # stems, and pairs of neighbouring stems joined by a space

# What is remembered of texts below: a sentence is read as a passage, with its paragraph, and for each action that it may speak of, all in
# one meeting, and a long one has a thousand.


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """``word`` (small letters) without its ending, doubled letters as one: a rough stem, for comparing only."""
    form = _FORMS.get(word)
    if form:
        return _DOUBLED.sub(r"\1", form)
    word = _DOUBLED.sub(r"\1", _short_verb(_one(word)))
    if word.endswith("y") and len(word) > _Y_LETTERS:
        return word[:-1]
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _STEM_LETTERS:
            return word[: -len(ending)]
    return word


def _short_verb(word: str) -> str:
    """The short verb that ``word`` is a form of: "mow" for "mowing", "cut" for "cutting", "hire" for "hired"; else the word."""
    form = _SHORT_FORM.fullmatch(word) if word.endswith(("ed", "ing")) else None
    if form is None:
        return word
    verb = form["verb"] + ("e" if not form["doubled"] and _SILENT_E.fullmatch(form["verb"]) else "")
    return word if verb in _EVERYDAY else verb


def _one(word: str) -> str:
    """A plural as the word for one ("trees", "lorries"; "copied" goes with "copies").

    Forms of short verbs stay as they are ("asked", "sent"): everybody asks and sends, and links got worse by it.
    """
    if word.endswith(("ies", "ied")) and len(word) > _STEM_LETTERS:
        return word[:-3] + "y"
    if word.endswith(_HISSING):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) >= _STEM_LETTERS:
        return word[:-1]
    return word


def tokens(text: str) -> list[str]:
    """The stems of the words of ``text`` in order, without words of grammar."""
    plain = text.casefold().replace("’", "'").replace("'s", "").replace("'", "")
    if "fp" in plain:
        plain = _FOOTPATH.sub(r"footpath \1", plain)
    return [stem(word) for word in _TOKEN.findall(plain) if word not in _GRAMMAR]


@lru_cache(maxsize=2048)
def terms(text: str, *, without: Words = frozenset()) -> Words:
    """The distinct stems of ``text`` and its pairs of neighbours ("pay committee"): a pair names a thing where its words do not.

    The stems ``without`` are taken out first. A bare figure counts only with the word before it ("footpath 6").
    """
    words = [word for word in tokens(text) if word not in without]
    telling = {word for word in words if word[0] > "9" or not _BARE_FIGURE.fullmatch(word)}
    return frozenset(telling.union([f"{a} {b}" for a, b in pairwise(words) if a != b and a in telling]))


def single(words: Words) -> Words:
    """The single stems among ``words``, without the pairs."""
    return frozenset([word for word in words if " " not in word])


@lru_cache(maxsize=1024)
def sentences(paragraph: str) -> tuple[str, ...]:
    """The sentences of one paragraph."""
    return tuple([part.strip() for part in _SENTENCE_END.split(paragraph) if part and part.strip()])


def bodies_in(text: str) -> str:
    """The words of the names of councils and authorities in ``text``, without the word that tells their kind."""
    if "Council" not in text and "Authority" not in text:
        return ""
    return " ".join(part for match in _BODY.finditer(text) for part in match.groups() if part)


def paragraphs(text: str) -> list[str]:
    """The paragraphs of an item's record: its lines that hold anything, cut before the numbers that part matters within a line."""
    return [part.strip() for line in text.split("\n") for part in _PART.split(line) if part.strip()]


def head_of(paragraph: str) -> str:
    """The words before a dash, colon or stop that name what ``paragraph`` is about; "" where it has no such head."""
    match = _HEAD.match(paragraph) if any(sign in paragraph for sign in _HEAD_ENDS) else None
    if match and len(match["head"].split()) <= _HEAD_WORDS:
        return match["head"]
    match = _STOPPED_HEAD.match(paragraph) or _NUMBERED_HEAD.match(paragraph)
    return match["head"] if match and not _OF_A_SENTENCE.search(match["head"]) else ""


def is_bare_head(sentence: str) -> bool:
    """Whether ``sentence`` is a numbered or lettered head and nothing else: "3.2 Breakfast club.", "(b) Slide." """
    match = _STOPPED_HEAD.fullmatch(sentence) or _NUMBERED_HEAD.fullmatch(sentence)
    return bool(match and match.start("head")) and not _A_SENTENCE.search(sentence)


def end_note(text: str) -> str:
    """What stands behind a dash, a colon or a bracket at the end of ``text``: "done" in "Clerk to write (DONE)."; "" where nothing does."""
    match = _END_NOTE.search(text)
    return match["note"] if match else ""


def opens_matter(sentence: str) -> bool:
    """Whether ``sentence`` opens a new matter within a paragraph: "Defibrillator: it has come. Telephone boxes: BT will paint them." """
    match = _COLON_HEAD.match(sentence)
    return match is not None and len(match["head"].split()) <= _MATTER_WORDS and not _OF_A_SENTENCE.search(match["head"])


class Rarity:
    """How much a word tells: 1 for a word not met before in the series, towards 0 for one in every item.

    Counts grow as the series is read in date order, so that what is read later never changes what was linked before.
    """

    # A word of committee business tells a quarter of what its rarity says, a name a fifth: names recur with every subject that the person
    # deals with. A pair tells 0.7 of it, beside its two words. On labelled series anything from 0.15 to 0.35, 0.5 to 0.9 links alike.
    BUSINESS_SHARE = 0.25
    NAME_SHARE = 0.2
    PAIR_SHARE = 0.7

    def __init__(self, business: Words, offices: Words) -> None:
        self._count: Counter[str] = Counter()
        self._items = 0
        self._names: set[str] = set()
        self._business, self._offices = business, offices
        self._known = _Known(self._of)

    def add_item(self, words: Words) -> None:
        """Count one item's distinct words."""
        self._items += 1
        self._count.update(words)
        self._known.clear()

    def add_name(self, name: str) -> None:
        """Learn the words of a person's name, or initials; the names of offices and bodies ("Head of Parks") are subjects as well."""
        words = single(terms(name))
        is_initials = name.isupper() and len(name) <= _INITIALS
        if not words & self._offices and (len(name.split()) > 1 or is_initials):
            self._names |= words
            self._known.clear()

    def add_bodies(self, text: str) -> None:
        """Learn the words of the names of councils and authorities in ``text``: they recur with every subject, as people's do."""
        self._names |= single(terms(bodies_in(text)))

    def __call__(self, word: str) -> float:
        return self._known[word]

    def _of(self, word: str) -> float:
        rarity = math.log((self._items + 1) / (self._count[word] + 0.5)) / math.log(self._items + 2)
        return max(0.0, min(1.0, rarity)) * self._share(word)

    def _share(self, word: str) -> float:
        if " " in word:
            # A pair of everyday words may still be a name ("pay committee"): the root brings a quarter up to a half.
            return self.PAIR_SHARE * math.sqrt(max(self._share(part) for part in word.split()))
        return self.BUSINESS_SHARE if word in self._business else self.NAME_SHARE if word in self._names else 1.0

    def total(self, words: Iterable[str]) -> float:
        """The sum over ``words``, exact to the last bit whatever their order."""
        return math.fsum(map(self._known.__getitem__, words))

    def things(self, words: Words) -> float:
        """How much the things tell that ``words`` name. Neighbours name one thing ("sports and social club"): its rarest word tells in
        full, each further one half as much as the one before."""
        alone = single(words)
        if len(alone) == len(words):  # no neighbours
            return self.total(words)
        runs: dict[str, set[str]] = {}
        for one, other in (pair.split(" ") for pair in words - alone):
            if one in alone and other in alone:
                run = runs.get(one, {one}) | runs.get(other, {other})
                runs.update(dict.fromkeys(run, run))
        shares = [self(word) for word in alone if word not in runs]
        for run in {id(run): run for run in runs.values()}.values():
            shares += [share / 2**n for n, share in enumerate(sorted(map(self, run), reverse=True))]
        return math.fsum(shares)


class _Known(dict[str, float]):
    """What each word tells, worked out when it is first asked for."""

    def __init__(self, work_out: Callable[[str], float]) -> None:
        self._work_out = work_out

    def __missing__(self, word: str) -> float:
        told = self[word] = self._work_out(word)
        return told
