"""Who is who in one document: names, initials and offices that mean the same person, as far as the document says so."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from minutes_miner.model import Attendee
from minutes_miner.text import places

# Titles as they stand before a name; words of places and ranks only with the title that they belong to ("County Councillor").
_HONORIFIC = re.compile(
    r"^(?:\(?(?:the|(?:(?:county|borough|district|city|parish|town|ward|community)\s)?(?:councillors?|cllrs?)|clls?|couns?|cr|cyng(?:horydd)?|"
    r"mr|mrs|ms|miss|mx|messrs|drs?|prof|professor|sir|dame|lord|lady|baroness|baron|(?:rt\s|very\s)?rev['’]?d?|reverend|canon|father|bishop|"
    r"venerable|archdeacon|bailie|(?:honorary\s)?(?:alderman|alderwoman|ald)|(?:(?:chief|detective)\s)?(?:supt|superintendent|inspector|insp)|"
    r"chief\sconstable|[da]?cfo|sergeant|sgt|pc|pcso|cpo|major|(?:lt\s)?col(?:onel)?|capt(?:ain)?|commander|governors?)\b\.?\)?\s*(?=[\w(]))+",
    re.IGNORECASE,
)
# A plural title opens a row of names ("Councillors Ash and Elm"); each of them bears it.
_SEVERAL = re.compile(
    r"(?P<one>(?:\w+\s)?(?:Councillor|Cllr|Coun|CPO|PCSO|PC|Dr|Governor|Inspector|Alderman|Messr))s\.?:?(?=\s|$)", re.IGNORECASE
)
_AFTER_NAME = re.compile(r"(?:,?\s(?:OBE|MBE|CBE|QPM|JP|DL|MP|MSP|MS|KC|QC))+$|\s*\(.*?\)|['’]s$")
_INITIALS = re.compile(r"[A-Z]{2,4}|(?:[A-Z]\.){2,4}")
_ARTICLE = re.compile(r"(?:in\s+)?(?:the|an?|our)\s+")
_VICE_CHAIR = re.compile(r"\bvice[- ]chair")
_MARK = re.compile(r"[^\w\s]")
_CHAIR = re.compile(r"\bchair(?:man|woman|person)?\b")
# Initials as the subject of a verb in the past tense, or of "to" in a task.
_ACTS = re.compile(r"([A-Z](?<![\w&/(].)[A-Z]{1,2})(?=\s(?:[a-z]+ed|gave|said|felt|told|took|read|spoke|to|will|would|and\s[A-Z]{2,3})\b)")
# Offices that many people hold at once or that change with the body named: one person only where the document says which.
_SHARED_OFFICES = frozenset(
    {"member", "officer", "representative", "applicant", "agent", "resident", "trustee", "deputy", "director", "manager"}
)


@dataclass(eq=False)
class Person:
    """One person or office as a document names it. ``names`` and ``offices`` in the order in which they were met."""

    names: list[str] = field(default_factory=list)
    offices: list[str] = field(default_factory=list)
    role: str | None = None

    @property
    def name(self) -> str:
        """The name that the minutes use; the office where they give no name. A full name goes before initials."""
        for name in self.names:
            if not (name.isupper() and is_initials(name)):
                return name
        return (self.names or self.offices)[0]

    @property
    def aliases(self) -> tuple[str, ...]:
        """The other names and offices under which the document names this person."""
        if len(self.names) + len(self.offices) == 1:
            return ()
        own = self.name
        return tuple([n for n in dict.fromkeys([*self.names, *self.offices]) if n != own])


def is_initials(text: str) -> bool:
    """Whether a name is no more than two to four capitals: "KC", "PB"."""
    return text.isupper() and _INITIALS.fullmatch(text.strip()) is not None


def one_of_several(text: str) -> tuple[str, str]:
    """The singular of a plural title that opens ``text``, and what follows it: "Councillors Ash" -> ("Councillor", "Ash"); ("", text)."""
    match = _SEVERAL.match(text)
    if not match:
        return "", text
    return "Mr" if match["one"].casefold() == "messr" else match["one"], text[match.end() :].lstrip()


@lru_cache(maxsize=4096)  # more names than a long document has
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name in small letters, honorific, letters after it and brackets gone."""
    bare = _HONORIFIC.sub("", _AFTER_NAME.sub("", name.strip()))
    return tuple(re.findall(r"[^\W\d_](?:[^\W\d_]|['-])*", bare.replace("’", "'").casefold()))


def office_key(office: str) -> str:
    """An office in comparing form: "The independent Chairman" -> "independent chair"."""
    bare = office.strip().casefold()
    article = _ARTICLE.match(bare)
    bare = (bare[article.end() :] if article else bare).replace("&", "and")
    if "chair" in bare:
        bare = _CHAIR.sub("chair", _VICE_CHAIR.sub("vice chair", bare))
    return _MARK.sub(" ", bare).strip()


class People:
    """Registers the people of a document; ``person`` gives the one that a wording means, adding it where it is new."""

    def __init__(self, attendees: Sequence[Attendee] = (), text: str = "") -> None:
        """``attendees``: those whom the document lists; ``text``: its record, which shows whether it calls them by their initials."""
        self._people: list[Person] = []
        self._offices: dict[str, Person] = {}
        self._initials: dict[str, Person] = {}
        self._cache: dict[str, Person] = {}
        # Who has a name with this first or last word, and the words of that name; who has a name with these initials.
        self._by_first: defaultdict[str, set[tuple[Person, tuple[str, ...]]]] = defaultdict(set)
        self._by_last: defaultdict[str, set[tuple[Person, tuple[str, ...]]]] = defaultdict(set)
        self._by_initials: defaultdict[str, set[Person]] = defaultdict(set)
        for attendee in attendees:
            self._enter(attendee)
        self._listed = frozenset(self._people)
        for initials, person in self._used_as_names(text).items():
            self._initials[initials] = person
            self._call(person, initials)

    def _used_as_names(self, text: str) -> dict[str, Person]:
        """Initials by which the record calls attendees although the list does not print them: two persons' at least, or one's thrice.

        Fewer are a coincidence: "PC" is a police constable or a parish council before it is Peter Crowe.
        """
        own: dict[str, list[Person]] = {}
        for person in self._people:
            initials = _initials_of(person.names[0])
            if 2 <= len(initials) <= 3 and initials not in self._initials and not any(is_initials(n) for n in person.names):
                own.setdefault(initials, []).append(person)
        single = {initials: persons[0] for initials, persons in own.items() if len(persons) == 1}
        if not single:
            return {}
        # (Looking for each and then at what stands about it is faster than looking for initials of all sorts.)
        acts = [(_ACTS.match(text, start), end) for start, end in places(text, single)]
        used = Counter(match[1] for match, end in acts if match and match.end() == end)
        return {initials: single[initials] for initials in used} if len(used) > 1 or sum(used.values()) > 2 else {}

    def _enter(self, attendee: Attendee) -> None:
        person = self._by_words(attendee.name) or self._new()
        self._call(person, attendee.name)
        if attendee.initials:
            self._initials[attendee.initials] = person
            self._call(person, attendee.initials)
        if attendee.role and not attendee.role.casefold().startswith("substitute"):
            person.role = attendee.role
            for part in attendee.role.split(";"):
                self.tie(person, part.strip())

    def _new(self) -> Person:
        person = Person()
        self._people.append(person)
        return person

    def _call(self, person: Person, name: str) -> None:
        person.names.append(name)
        words = name_words(name)
        if words and not is_initials(name):
            self._by_first[words[0]].add((person, words))
            self._by_last[words[-1]].add((person, words))
        self._by_initials[_initials_of(name)].add(person)

    def tie(self, person: Person, office: str) -> None:
        """Note that ``person`` holds ``office`` (from the attendance list or an apposition), unless somebody else does."""
        key = office_key(office)
        if key and key not in _SHARED_OFFICES and self._offices.setdefault(key, person) is person and office not in person.offices:
            person.offices.append(office)

    @property
    def lists_anybody(self) -> bool:
        """Whether the document lists those attending."""
        return bool(self._listed)

    def called(self, name: str) -> Person | None:
        """The one person who is called by exactly this name, if the record has called anybody so."""
        return _only([person for person in self._people if name in person.names])

    def lists(self, name: str) -> bool:
        """Whether ``name`` may be one of those whom the document lists as attending or absent."""
        words = name_words(name)
        near = self._by_last.get(words[-1], set()) | self._by_first.get(words[0], set()) if words else set()
        return any(person in self._listed for person, _ in near)

    def person(self, wording: str, kind: str) -> Person:
        """The person whom a name span of ``kind`` ("person", "office", "maybe") means."""
        wording = wording[:-2] if wording.endswith(("'s", "’s")) else wording
        if wording not in self._cache:
            self._cache[wording] = self._office(wording) if kind == "office" else self._named(wording)
        found = self._cache[wording]
        if kind == "office" and wording not in found.offices:
            found.offices.append(wording)
        elif kind != "office" and wording not in found.names:
            self._call(found, wording)
        return found

    def _office(self, wording: str) -> Person:
        key = office_key(wording)
        if key not in self._offices:
            # "the Independent Chair" is "the Independent Chair of the Board"; "the Chair" alone is nobody else's chair.
            longer = [k for k in self._offices if k.startswith(key + " ") or key.startswith(k + " ")]
            longer = [k for k in longer if len(min(k, key, key=len).split()) > 1]
            known = self._offices[longer[0]] if len({id(self._offices[k]) for k in longer}) == 1 else self._by_title(key)
            self._offices[key] = known or self._new()
        return self._offices[key]

    def _by_title(self, title: str) -> Person | None:
        """The one person whom the document calls by this title: "the PCSO" is "PCSO Ash"."""
        return _only([p for p in self._people if any(n.casefold().startswith(title + " ") for n in p.names)])

    def _named(self, wording: str) -> Person:
        if is_initials(wording):
            key = wording.replace(".", "")
            if key not in self._initials:
                self._initials[key] = _only(self._by_initials.get(key, set())) or self._new()
            return self._initials[key]
        return self._by_words(wording) or self._new()

    def _by_words(self, wording: str) -> Person | None:
        """The one person with this surname and agreeing forename or initial; or with this forename where no surname is given."""
        words = name_words(wording)
        if not words:
            return None
        # Names that agree end in the same word; a single word may also be the forename.
        near = self._by_last.get(words[-1], set()) | (self._by_first.get(words[0], set()) if len(words) == 1 else set())
        if not near:
            return None
        exact = {person for person, own in near if own == words}
        if exact:
            return _only(exact)
        titled = len(words) == 1 and _HONORIFIC.match(wording) is not None
        return _only({person for person, own in near if _agree(words, own, titled)})

    def known_names(self) -> tuple[str, ...]:
        """Names, initials and unshared forenames to look for in the text."""
        names = [n for p in self._people for n in p.names]
        named = (name_words(p.names[0]) for p in self._people if p.names)
        forenames = Counter(words[0].capitalize() for words in named if len(words) > 1 and len(words[0]) > 2)
        shown = [n.title() if n.isupper() and not is_initials(n) else n for n in names]
        return tuple(dict.fromkeys([*names, *shown, *(f for f, holders in forenames.items() if holders == 1)]))


def _only(people: Collection[Person]) -> Person | None:
    return next(iter(people)) if len(people) == 1 else None


def _agree(a: Sequence[str], b: Sequence[str], titled: bool) -> bool:
    if not a or not b:
        return False
    if len(a) == 1 or len(b) == 1:
        short, long = (a, b) if len(a) <= len(b) else (b, a)
        # "Mr Ash" is by surname; a bare "Gill" may be either a surname or a forename.
        return short[0] == long[-1] or (not titled and len(a) == 1 and short[0] == long[0])
    if a[-1] != b[-1]:
        return False
    first, second = a[0], b[0]
    return first[0] == second[0] and (len(first) == 1 or len(second) == 1 or first == second or _short_form(first, second))


def _short_form(a: str, b: str) -> bool:
    """Whether one forename begins the other: "Jo" and "Joanne", "Rob" and "Robert"."""
    short, long = sorted((a, b), key=len)
    return len(short) >= 2 and long.startswith(short)


def _initials_of(name: str) -> str:
    words = name_words(name)
    return "".join([w[0] for w in words]).upper() if len(words) > 1 else ""


def unique(people: Iterable[Person]) -> list[Person]:
    """``people`` without repeats, in order."""
    return list(dict.fromkeys(people))
